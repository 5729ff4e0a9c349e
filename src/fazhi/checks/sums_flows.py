"""
Arithmetic: totals without a list of parts, such as what came in, was closed and is pending.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from fazhi.checks.sums_lists import listings
from fazhi.checks.values_figures import Figure
from fazhi.checks.values_judging import SOURCE, Judgements, fault, judging, number
from fazhi.checks.values_reading import Reading
from fazhi.model import Check
from fazhi.text.patterns import lazy


_IN = lazy(r"(?<!不予)(?<!不)(?<!未)受理|办理|收到|接收|新收|接到|立案|排查|交办|反馈|发现")
_CLOSED = lazy(r"(?<![未])(?:办结|审结|结案|已结|化解|调解成功|完成|整改)")
_PENDING = lazy(r"在办|正在|未结|未办结|尚未|未审结|在审|未完成|其余")
_CARRIED = lazy(r"结转|上年|去年|积案|存量|往年")
_BEHIND = lazy(r"^[,、]?(?:共计|合计|总计|累计|一共|共)$")
_ENDS_BEHIND = frozenset("计共")
_ALL = lazy(r"共|各类|总|全部")
_KINDS_END = 4


def _flows(read: Reading) -> Judgements:
    for sentence in read.sentences:
        for total, closed, pending in zip(sentence, sentence[1:], sentence[2:], strict=False):
            if not _is_flow(total, closed, pending) or _CARRIED.search(total.lead):
                continue
            figures = (total, closed, pending)
            excess = closed.value + pending.value - total.value
            if abs(excess) <= sum((f.slack for f in figures), Decimal(0)):
                yield None, figures
            elif not any(listing.total is total for listing in listings(read)):
                yield (
                    fault(
                        "FZ206",
                        "warning",
                        (
                            (
                                f"受理(收到){read.quote(total)},与已办、在办之和"
                                f"{number(closed.value + pending.value)}不符"
                            ),
                            (
                                f"closed and pending sum to {number(closed.value + pending.value)}, "
                                f"{read.quote(total)} came in"
                            ),
                        ),
                        figures,
                        read,
                        f"{number(closed.value)}+{number(pending.value)} ≠ {number(total.value)}",
                    ),
                    figures,
                )


def _is_flow(total: Figure, closed: Figure, pending: Figure) -> bool:
    return bool(
        total.counted == closed.counted == pending.counted
        and total.exact
        and closed.exact
        and pending.exact
        and _CLOSED.search(closed.words)
        and _PENDING.search(pending.words)
        and not _PENDING.search(closed.words)
        and _IN.search(total.words)
        and not _CLOSED.search(total.words)
    )


def _trailing(read: Reading) -> Judgements:
    for sentence in read.sentences:
        for at, total in enumerate(sentence):
            if at < 2 or total.sign not in _ENDS_BEHIND or not total.exact:
                continue
            if not _BEHIND.search(read.between(sentence[at - 1], total)):
                continue
            parts = tuple(f for f in sentence[:at] if f.counted == total.counted)
            if len(parts) < 2 or not all(part.exact for part in parts):
                continue
            figures = (total, *parts)
            if any(_near(total, parts[first:]) for first in range(len(parts) - 1)):
                yield None, figures
            else:
                added = sum((part.value for part in parts), Decimal(0))
                yield (
                    fault(
                        "FZ207",
                        "error" if len(parts) == at else "warning",
                        (
                            f"合计{read.quote(total)}与前列各项之和{number(added)}不符",
                            f"a total of {read.quote(total)} follows figures that sum to {number(added)}",
                        ),
                        figures,
                        read,
                        f"{'+'.join(number(p.value) for p in parts)} ≠ {number(total.value)}",
                    ),
                    figures,
                )


def _near(total: Figure, parts: Sequence[Figure]) -> bool:
    slack = sum((part.slack for part in parts), total.slack)
    return abs(sum((part.value for part in parts), Decimal(0)) - total.value) <= slack


def _short(read: Reading) -> Judgements:
    for total, kinds in _of_one_noun(read):
        figures = (total, *kinds)
        added = sum((kind.value for kind in kinds), Decimal(0))
        if added >= total.value:
            yield None, figures
        else:
            yield (
                fault(
                    "FZ204",
                    "warning",
                    (
                        (
                            f"总数{read.quote(total)},随后同类各项合计{number(added)},"
                            f"差{number(total.value - added)}未说明"
                        ),
                        (
                            f"the kinds of a total of {read.quote(total)} sum to {number(added)}; "
                            f"{number(total.value - added)} are not accounted for"
                        ),
                    ),
                    figures,
                    read,
                    f"{'+'.join(number(k.value) for k in kinds)}={number(added)}"
                    f" < {number(total.value)}",
                ),
                figures,
            )


def _of_one_noun(read: Reading) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    """
    Yield totals with the figures of their head noun and unit that follow as their kinds.
    """
    for sentence in read.sentences:
        for at, total in enumerate(sentence[:-2]):
            start, after = total.metric.span.start, sentence[at + 1].metric.span.start
            if not read.folded.endswith(read.folded[start - _KINDS_END : start], 0, after):
                continue
            noun = total.lead[-_KINDS_END:]
            if len(noun) < _KINDS_END or not total.exact or not _ALL.search(total.lead):
                continue
            kinds: list[Figure] = []
            for figure in sentence[at + 1 :]:
                alike = figure.counted == total.counted and figure.lead.endswith(noun)
                if not alike or not figure.exact or figure.lead == total.lead:
                    break
                kinds.append(figure)
            if len(kinds) > 1 and total.metric.total_of is None:
                yield total, tuple(kinds)


RULES: tuple[Check, ...] = (
    Check(
        code="FZ204",
        name="kinds-fall-short",
        name_zh="同类各项合计少于总数",
        severity="warning",
        about="Figures with the head noun and unit of a total that follow it as its kinds should "
        "use it up, or the text should say what the rest is.",
        source=SOURCE,
        run=judging("FZ204", _short),
        fires="区检察院共发出各类检察建议118份,发送到执法部门的检察建议37份,发送到法院的检察建议66份。",
        silent="区检察院共发出各类检察建议103份,发送到执法部门的检察建议37份,发送到法院的检察建议66份。",
    ),
    Check(
        code="FZ206",
        name="flow-does-not-close",
        name_zh="已办与在办之和不等于受理数",
        severity="warning",
        about="What came in is either closed or pending, unless cases of another year are counted.",
        source="Administrative Reconsideration Law (2023), chapters 3 and 4",
        run=judging("FZ206", _flows),
        fires="收到行政复议申请307件,受理250件,已办结220件,正在办理40件。",
        silent="收到行政复议申请307件,受理250件,已办结220件,正在办理30件。",
    ),
    Check(
        code="FZ207",
        name="trailing-total",
        name_zh="合计数与前列各项不符",
        severity="error",
        about="A total behind its parts (共计, 合计) must be their sum.",
        source=SOURCE,
        run=judging("FZ207", _trailing),
        fires="办理人大代表建议22件、政协提案18件,共计42件。",
        silent="办理人大代表建议22件、政协提案18件,共计40件。",
    ),
)
