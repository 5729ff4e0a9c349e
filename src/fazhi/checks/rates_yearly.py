"""
Arithmetic: yearly changes against the former values that they imply or that are given.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from fazhi.checks.values_figures import Figure
from fazhi.checks.values_judging import SOURCE, Judgements, fault, judging, number
from fazhi.checks.values_reading import Reading
from fazhi.model import Check
from fazhi.text.patterns import lazy


_LISTED = frozenset("、,和及")
_HUNDRED = Decimal(100)
_MOST = 5000
_EASED = Decimal("1.0000001")
_COMPARED = lazy(r"[比较与]?(?:上年|去年|上一年|上年度|20\d\d年|同期)[^,;。%]{0,8}$")
_GREW = lazy(
    r"^[,、(]?(?:相比)?(?:同比|今年|共)?(?:增加|上升|提高|增长|下降|减少|降低|[增降]幅)(?:达|为|了)?$"
)


def _given(read: Reading) -> Judgements:
    for now, old, rate in _stated(read):
        figures = (rate, now, old)
        found = _HUNDRED * abs(now.value - old.value) / old.value
        slack = rate.step / 2 + _HUNDRED * (now.slack + old.slack) / old.value
        right = (now.value > old.value) is (rate.metric.change == "up")
        if abs(found - rate.value) <= slack and right:
            yield None, figures
        else:
            yield (
                fault(
                    "FZ225",
                    "error" if abs(found - rate.value) > slack * 2 or not right else "warning",
                    (
                        (
                            f"上年{read.quote(old)}、本年{read.quote(now)},"
                            f"{'升' if now.value > old.value else '降'}{found:.2f}%,"
                            f"与所写{read.quote(rate)}不符"
                        ),
                        (
                            f"from {read.quote(old)} to {read.quote(now)} is {found:.2f}% "
                            f"{'up' if now.value > old.value else 'down'}, given as {read.quote(rate)}"
                        ),
                    ),
                    figures,
                    read,
                    f"({number(now.value)}-{number(old.value)})÷{number(old.value)}"
                    f" → {found:.2f}% ≠ {number(rate.value)}%",
                ),
                figures,
            )


def _stated(read: Reading) -> Iterator[tuple[Figure, Figure, Figure]]:
    """
    Yield present and former value with the change behind them: 120件,比上年的100件增长20%.
    """
    for sentence, at in read.changes:
        if at > 1:
            now, old, rate = sentence[at - 2 : at + 1]
            alike = now.counted == old.counted and now.exact and old.exact and not now.rate
            changed = rate.metric.unit == "%" and rate.metric.change and rate.metric.bound == "="
            if not alike or not changed or old.value <= 0:
                continue
            if _COMPARED.search(read.between(now, old)) and _GREW.search(read.between(old, rate)):
                yield now, old, rate


def _is_change(figure: Figure) -> bool:
    return bool(figure.metric.change and figure.metric.bound == "=")


def _falls(read: Reading) -> Judgements:
    for figure in read.percents:
        if figure.metric.change != "down":
            continue
        if figure.value <= _HUNDRED:
            yield None, (figure,)
        else:
            yield (
                fault(
                    "FZ223",
                    "error",
                    (
                        f"下降{read.quote(figure)}超过100%",
                        f"nothing can fall by {read.quote(figure)}",
                    ),
                    (figure,),
                    read,
                    f"{number(figure.value)}% > 100%",
                ),
                (figure,),
            )


def _implied(read: Reading) -> Judgements:
    for now, rate in _yearly(read):
        former = _former(now.value, rate)
        if former is None:
            yield None, (rate, now)
        else:
            yield (
                fault(
                    "FZ224",
                    "warning",
                    (
                        f"由{read.quote(now)}和{read.quote(rate)}推算,上年数约为{former:.2f},不是整数",
                        (
                            f"{read.quote(now)} after a change of {read.quote(rate)} implies {former:.2f} "
                            f"the year before, no whole number"
                        ),
                    ),
                    (rate, now),
                    read,
                    f"{number(now.value)}÷(1{'+' if rate.metric.change == 'up' else '-'}"
                    f"{number(rate.value)}%)≈{former:.2f}",
                ),
                (rate, now),
            )


def _yearly(read: Reading) -> Iterator[tuple[Figure, Figure]]:
    """
    Yield whole counts with the yearly change that follows; of several changes each has its count.
    """
    for sentence, at in read.changes:
        first = sentence[at]
        if not at or first.metric.unit != "%" or sentence[at - 1].rate:
            continue
        if _YEARLY.search(read.between(sentence[at - 1], first)):
            rates = _row(read, sentence, at)
            for now, rate in zip(sentence[max(0, at - len(rates)) : at], rates, strict=False):
                whole = now.exact and not now.rate and 0 < now.value < _MOST and now.step == 1
                if at >= len(rates) and whole and _is_change(rate):
                    yield now, rate


def _row(read: Reading, sentence: list[Figure], at: int) -> list[Figure]:
    """
    Return the change at a place and those listed behind it without a word: 下降20%、31.25%.
    """
    row = [sentence[at]]
    for figure in sentence[at + 1 :]:
        if figure.metric.unit != "%" or read.between(row[-1], figure) not in _LISTED:
            break
        row.append(figure)
    return row


_YEARLY = lazy(
    r"^[,、(]?(?:同比|[比较与](?:去年|上年|上一年|上年度|20\d\d年)(?:同期)?(?:相比)?)(?:分别)?"
    r"(?:上升|增长|增加|下降|减少|提高|降低)了?$"
)


def _former(now: Decimal, rate: Figure) -> Decimal | None:
    """
    Return the former value that the change implies; None where a whole number is near it.
    """
    sign = 1 if rate.metric.change == "up" else -1
    factors = [1 + sign * (rate.value + step) / _HUNDRED for step in (-rate.step, rate.step)]
    if min(factors) <= 0:
        return None
    low, high = now / max(factors), now / min(factors)
    if int(high * _EASED) >= low / _EASED and int(high * _EASED) > 0:
        return None
    return now / (1 + sign * rate.value / _HUNDRED)


RULES: tuple[Check, ...] = (
    Check(
        code="FZ223",
        name="fall-over-100",
        name_zh="降幅超过100%",
        severity="error",
        about="A count or amount can fall by no more than all of it.",
        source=SOURCE,
        run=judging("FZ223", _falls),
        fires="全年安全生产事故同比下降120%。",
        silent="全年安全生产事故同比下降100%。",
    ),
    Check(
        code="FZ224",
        name="former-value-not-whole",
        name_zh="推算的上年数不是整数",
        severity="warning",
        about="A count and its yearly change imply a former count, which must be a whole number "
        "within one unit of the last digit of the rate.",
        source=SOURCE,
        run=judging("FZ224", _implied),
        fires="全年受理法律援助案件80件,同比上升75.2%。",
        silent="全年受理法律援助案件80件,同比上升70.2%。",
    ),
    Check(
        code="FZ225",
        name="change-against-former-value",
        name_zh="同比变动与上年数不符",
        severity="error",
        about="Where the former value stands beside the present one, the change must be theirs.",
        source=SOURCE,
        run=judging("FZ225", _given),
        fires="全年受理行政复议案件120件,比上年的100件增长30%。",
        silent="全年受理行政复议案件120件,比上年的100件增长20%。",
    ),
)
