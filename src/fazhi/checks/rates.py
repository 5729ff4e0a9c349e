"""
Arithmetic: rates against the counts they are made of.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from fazhi.checks.rates_pairs import Pair, interval, pairs
from fazhi.checks.values_figures import Figure
from fazhi.checks.values_judging import SOURCE, Judgements, fault, judging, number
from fazhi.checks.values_reading import Reading
from fazhi.model import Check, Violation
from fazhi.text.patterns import lazy


_TENTH, _HUNDRED = Decimal("0.1"), Decimal(100)
_REACH, _FAR = 12, 100
_QUALITY = lazy(r"(?:合格率|优秀率|优良率|通过率)[为达到仅约均]{0,3}$")
_ENDS = frozenset("率为达到仅约均")
_SAMPLED = lazy(r"案卷|考试|评查|抽查|检查|参考|参加")
_WHOLE_UNITS = frozenset(("件", "人", "册", "本", "个", "户", "项", "次"))


def _quotients(read: Reading) -> Judgements:
    for sentence, at in read.rates:
        rate = sentence[at]
        able = [p for p in pairs(sentence, at) if _exact(p)]
        if not able:
            continue
        far = [_distance(pair, rate) for pair in able]
        best = able[far.index(min(far))]
        if min(far) <= _grain(rate) / 2:
            yield None, (rate, *best.above, *best.below)
        else:
            yield _is_not(read, rate, best, able), (rate,)


def _grain(rate: Figure) -> Decimal:
    """
    Return the worth of the rate's last digit; 100% claims all, so one of 400 that lacks is told.
    """
    return min(rate.step, _TENTH) if rate.value == _HUNDRED else rate.step


def _exact(pair: Pair) -> bool:
    return all(figure.exact for figure in (*pair.above, *pair.below))


def _distance(pair: Pair, rate: Figure) -> Decimal:
    low, high = interval(pair)
    return max(low - rate.value, rate.value - high, Decimal(0))


def _is_not(read: Reading, rate: Figure, best: Pair, able: Sequence[Pair]) -> Violation:
    """
    Return the violation: an error only where there is one base and truncation does not explain it.
    """
    cut = _distance(best, rate) <= rate.step
    sure = any(pair.sure for pair in able) and not cut
    if not cut:
        best = next((pair for pair in able if pair.sure), best)
    above, below = (sum((f.value for f in side), Decimal(0)) for side in (best.above, best.below))
    found = (100 * above / below).quantize(min(rate.step, Decimal("0.1")), ROUND_HALF_UP)
    return fault(
        "FZ210",
        "error" if sure else "warning",
        (
            f"{read.quote(rate)}与{number(above)}÷{number(below)}={found}%不符",
            f"the rate is given as {read.quote(rate)}, {number(above)} of {number(below)} are {found}%",
        ),
        (rate, *best.above, *best.below),
        read,
        f"{number(above)}÷{number(below)}={found}% ≠ {number(rate.value)}%",
    )


def _unattainable(read: Reading) -> Judgements:
    for sentence, at in read.rates:
        rate = sentence[at]
        if rate.sign not in _ENDS or not _QUALITY.search(rate.lead) or pairs(sentence, at):
            continue
        here = sentence[max(0, at - _REACH) : at]
        bases = _bases(here) or _bases(_before(read, rate.line, rate))
        if not bases:
            continue
        found = [base for base in bases if _attains(sum(f.value for f in base), rate)]
        if found:
            yield None, (rate, *found[0])
        else:
            yield _no_count_gives(read, rate, max(bases, key=len)), (rate,)


def _before(read: Reading, place: int, rate: Figure) -> Sequence[Figure]:
    last = read.sentences[place - 1] if place else []
    if not last or last[-1].metric.section != rate.metric.section:
        return []
    near = rate.metric.span.start - last[-1].metric.span.end <= _FAR
    return last[-_REACH:] if near else []


def _bases(before: Sequence[Figure]) -> list[tuple[Figure, ...]]:
    """
    Return what the rate may be of: each count before it and their runs; none where one is rounded.
    """
    counts = [f for f in before if f.counted in _WHOLE_UNITS and f.metric.change is None]
    if not counts or not all(f.exact and f.step == 1 and f.value > 0 for f in counts):
        return []
    last = counts[-1]
    if not _SAMPLED.search(last.words):
        return []
    run = [f for f in counts if f.counted == last.counted]
    singles = [(f,) for f in counts]
    return singles + [tuple(run[-size:]) for size in range(2, len(run) + 1)]


def _attains(base: Decimal | int, rate: Figure) -> bool:
    """
    Whether some whole count of *base* gives the rate as printed, rounded or cut.
    """
    nearest = (Decimal(base) * rate.value / 100).to_integral_value(ROUND_HALF_UP)
    return any(
        abs(100 * count / Decimal(base) - rate.value) <= rate.step / 2
        for count in (nearest - 1, nearest, nearest + 1)
    )


def _no_count_gives(read: Reading, rate: Figure, base: Sequence[Figure]) -> Violation:
    total = sum((figure.value for figure in base), Decimal(0))
    below = int(total * rate.value / 100)
    near = "、".join(
        f"{count}÷{number(total)}={100 * count / total:.2f}%" for count in (below, below + 1)
    )
    return fault(
        "FZ211",
        "warning",
        (
            f"以{number(total)}为基数,没有整数能得出{read.quote(rate)}({near})",
            f"no whole count of {number(total)} gives {read.quote(rate)} ({near})",
        ),
        (rate, *base),
        read,
        near,
    )


RULES: tuple[Check, ...] = (
    Check(
        code="FZ210",
        name="rate-is-not-quotient",
        name_zh="比率与分子分母不符",
        severity="error",
        about="A rate beside its numerator and denominator must be their quotient: within half a unit "
        "of its last digit it holds, within one it was cut off (warning), beyond that it is wrong.",
        source=SOURCE,
        run=judging("FZ210", _quotients),
        fires="全区共受理各类矛盾纠纷7874件,调解成功7773件,调解成功率99.99%。",
        silent="全区共受理各类矛盾纠纷7874件,调解成功7873件,调解成功率99.99%。",
    ),
    Check(
        code="FZ211",
        name="rate-no-count-gives",
        name_zh="没有整数能得出的比率",
        severity="warning",
        about="A rate with more digits than its base bears is the quotient of no whole count.",
        source=SOURCE,
        run=judging("FZ211", _unattainable),
        fires="评查行政执法案卷372件,行政许可案卷476件,行政强制案卷22件。经过评查,案件优秀率56.50%。",
        silent="评查行政执法案卷372件,行政许可案卷476件,行政强制案卷22件。经过评查,案件合格率99.20%。",
    ),
)
