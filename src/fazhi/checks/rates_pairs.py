"""
Which two figures a rate is the quotient of, by its name, by the catalogue or by 占比.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache

from attrs import frozen

from fazhi.checks.values_figures import Figure
from fazhi.knowledge.relations import relations
from fazhi.text.patterns import lazy


# Ends of a rate's name, with the words of its numerator.
NUMERATORS: tuple[tuple[str, str], ...] = (
    ("不合格率", "不合格"),
    ("合格率", "(?<!不)合格"),
    ("通过率", "(?<!未)通过|合格"),
    ("优秀率", "优秀"),
    ("优良率", "优良"),
    ("成功率", "成功"),
    ("(?:办结|结案|审结)率", "(?<!未)(?:办结|审结|结案)"),
    ("(?:整改|完成)率", "(?<!未)(?<!正在)(?:整改|完成|销号)"),
    ("(?:回复|反馈|答复|办复)率", "回复|反馈|答复|办复"),
    ("采纳率", "采纳"),
    ("(?:出庭|应诉)率", "(?<!应)出庭"),
    ("(?:化解|调处)率", "化解|调处成功"),
    ("履行率", "履行"),
    ("(?:胜诉)率", "胜诉"),
    ("败诉率", "败诉"),
    ("网办率", "网上办|网办"),
    ("(?:调解和解|和解调解|调撤)率", "调解.{0,2}和解|和解.{0,2}调解|调撤"),
    ("参考率|参训率", "参考|参训"),
)
_LONGEST = 5  # 调解和解率
_NUMERATORS = tuple((re.compile(f"(?:{a})"), re.compile(b)) for a, b in NUMERATORS)
_NAME = lazy(r"率[为达到仅约均,分别是有]{0,4}$")
_SHARE = lazy(
    r"占(?P<of>[^占]{0,14}?)(?:的)?(?:比|比例|比重|比率)?(?:为|达到|达)?$|比例(?:为|达到|达)?$"
)
_REST_OF_LIST = lazy("^等|[件项次个人起宗份]等")
_WHOLE = lazy(r"^(?:总数|总量|全部|总|同期|其)?$")
_BASE = lazy(r"受理|收到|发出|参加|参考|立案|反馈|申请|应|办理|评查|抽查|发现|承办|接收|查处|交办")
_PLACES = frozenset(("件", "次", "场次"))
_REACH = 8


@frozen
class Pair:
    """
    What a rate may be the quotient of.

    Attributes:
        above: The numerator, with what it is made of.
        below: The denominator, likewise.
        sure: Whether the text leaves no other.
    """

    above: tuple[Figure, ...]
    below: tuple[Figure, ...]
    sure: bool


def name(rate: Figure) -> str:
    """
    Return the words that end in 率 right before the rate, ``""`` for none.
    """
    match = _NAME.search(rate.lead)
    return rate.lead[: match.start() + 1] if match else ""


def numerator_words(rate: Figure) -> re.Pattern[str] | None:
    """
    Return the pattern of the numerator that the rate's name asks for.
    """
    return _numerator(name(rate)[-_LONGEST:])


@lru_cache(maxsize=1024)
def _numerator(end: str) -> re.Pattern[str] | None:
    """
    Return the pattern of the numerator for the *end* of a rate's name.
    """
    for ending, words in _NUMERATORS:
        match = ending.search(end) if end else None
        if match and match.end() == len(end):
            return words
    return None


def pairs(sentence: Sequence[Figure], at: int) -> list[Pair]:
    """
    Return what the rate at a place of the sentence may be the quotient of.
    """
    rate, before = sentence[at], sentence[max(0, at - _REACH) : at]
    counts = [figure for figure in before if not figure.rate and figure.metric.change is None]
    found = list(_by_name(rate, counts))
    found += _by_catalogue(rate, counts)
    if not found and not name(rate):
        found += _by_share(rate, counts, before)
    return found


def _comparable(one: Figure, other: Figure) -> bool:
    return one.counted == other.counted or {one.counted, other.counted} <= _PLACES


def _by_name(rate: Figure, counts: Sequence[Figure]) -> Iterator[Pair]:
    words = numerator_words(rate)
    if words is None:
        return
    tops = [f for f in reversed(counts) if words.search(f.words)]
    for above in tops:
        yield from _over(above, rate, counts, alone=len(tops) == 1)


def _over(above: Figure, rate: Figure, counts: Sequence[Figure], *, alone: bool) -> Iterator[Pair]:
    rest = [f for f in counts if f is not above and _comparable(f, above)]
    rest = [f for f in rest if f.value >= above.value]
    for below in rest:
        last = alone and below.place == above.place - 1 and len(rest) == 1
        yield Pair((above,), (below,), last and bool(_BASE.search(below.words)))
        good = tuple(f for f in counts if f is not below and "优秀" in f.words and f is not above)
        if good and "合格" in name(rate):
            yield Pair((above, *good), (below,), sure=False)
    run = tuple(f for f in counts if f is not above and f.counted == above.counted)
    if len(run) > 1:
        yield Pair((above,), run, sure=False)


@cache
def _quotients() -> dict[str, tuple[frozenset[str], str]]:
    """
    Return numerators and denominator of each rate of the catalogue.
    """
    return {
        row.this: (frozenset(row.terms), row.other)
        for row in relations()
        if row.kind == "quotient" and row.other
    }


def _by_catalogue(rate: Figure, counts: Sequence[Figure]) -> Iterator[Pair]:
    wanted = _quotients().get(rate.metric.indicator or "")
    if wanted is None:
        return
    tops = tuple(f for f in counts if f.metric.indicator in wanted[0])
    above = tops if len(wanted[0]) > 1 else tops[-1:]
    if not above:
        return
    for below in counts:
        same = below.metric.scope == above[0].metric.scope
        if below.metric.indicator == wanted[1] and same and below.value >= above[0].value:
            yield Pair(above, (below,), sure=False)


def _by_share(rate: Figure, counts: Sequence[Figure], before: Sequence[Figure]) -> Iterator[Pair]:
    match = _SHARE.search(rate.lead)
    if match is None or not counts or counts[-1].place != rate.place - 1:
        return
    if _REST_OF_LIST.search(rate.lead):
        return  # 许可44件、征收1件等执法行为的占比: of all that was listed
    above, of = counts[-1], match["of"] or ""
    if not of and any(share["of"] for f in before if f.rate and (share := _SHARE.search(f.lead))):
        return  # 占总人口的14.7%,其中市区24.24万人,占15.93%: of the people in the towns
    same = [f for f in counts[:-1] if f.counted == above.counted]
    if not _WHOLE.search(of):
        same = [f for f in same if of in f.words] or [f for f in same if of[-2:] in f.words]
    same = [f for f in same if f.value >= above.value]
    group = above.metric.part_of
    for below in same:
        sure = group is not None and below.metric.total_of == group
        yield Pair((above,), (below,), sure)
    run = tuple(f for f in counts[:-1] if f.counted == above.counted)
    if len(run) > 1 and _WHOLE.search(of):
        yield Pair((above,), run, sure=False)
        yield Pair((above,), (*run, above), sure=False)


def interval(pair: Pair) -> tuple[Decimal, Decimal]:
    """
    Return the least and the greatest quotient in percent that the printed digits allow.
    """
    above, below = (sum((f.value for f in side), Decimal(0)) for side in (pair.above, pair.below))
    over, under = (sum((f.slack for f in side), Decimal(0)) for side in (pair.above, pair.below))
    if below - under <= 0:
        return Decimal(0), Decimal("Infinity")
    return 100 * (above - over) / (below + under), 100 * (above + over) / (below - under)
