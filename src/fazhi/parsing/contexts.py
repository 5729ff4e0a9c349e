"""
What the words directly before and behind a number say of it: its bound, its change.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from fazhi.knowledge.quantity_words import (
    BOUNDS,
    CHANGE_LINKS,
    CHANGES,
    NOT_BEFORE,
    NOT_BEHIND,
    NOT_BEHIND_WORDS,
    OBJECT_CHANGES,
    OBJECT_VERBS,
)
from fazhi.knowledge.units import RATES, unit_rows
from fazhi.model.nodes import Bound, Change
from fazhi.parsing.breaks import breaks_sentence
from fazhi.text.patterns import lazy


M = TypeVar("M")
Index = dict[str, tuple[tuple[str, M], ...]]


def _by_last(words: dict[str, M]) -> Index[M]:
    """
    Index words by their last character, longest first.
    """
    index: dict[str, list[tuple[str, M]]] = {}
    for word, meaning in sorted(words.items(), key=lambda item: -len(item[0])):
        index.setdefault(word[-1], []).append((word, meaning))
    return {last: tuple(rows) for last, rows in index.items()}


_BEFORE = _by_last({w: r.bound for r in BOUNDS if r.side == "before" for w in r.words})
_AFTER = tuple(
    sorted(
        ((w, r.bound) for r in BOUNDS if r.side == "after" for w in r.words),
        key=lambda row: -len(row[0]),
    )
)
_REACHING = tuple((word, row.bound) for row in BOUNDS for word in row.reaching)
_CLAUSE_END = lazy(r"[,。;:、\n]")
# 减环节69%, but not 提前办结率99%
_OBJECT_CHANGE = re.compile(
    f"(?<![^,、;。平均 ])[{''.join(OBJECT_CHANGES)}](?<!提(?=[前起级请交供出]))[^,。;:、至到\n平均 ]{{2,4}}\\Z"
)
# 645元/月, 3人/户: for each of what an amount is.
_PER = lazy(r"/(?:人|月|年|日|天|户|亩|次|度|台|吨|件|平方米|公里|小时)")
# No other character opens words behind a number that bound it.
AFTER_FIRST = frozenset((" ", "\n", "/", *(word[0] for word, _ in _AFTER)))
_LINKS = _by_last(dict.fromkeys(CHANGE_LINKS, ""))
_VERBS = _by_last({w: r.change for r in CHANGES for w in r.words})
# No other character stands before a number, which is no rate, where it is a rise or fall.
CHANGE_LAST = _LINKS.keys() | _VERBS.keys()
# 近5年 is a period, 最近 and 附近 are words.
_PERIODS = frozenset(("年", "个月", "天", "周", "小时", "分钟", "个学期"))
# 比上年多办结36件, 减少贫困人口650万人; the look-ahead lets the engine pass over most characters.
_FIRST = "".join(sorted({verb[0] for verb in OBJECT_VERBS}))
_OBJECT_VERB = re.compile(
    rf"(?=[{_FIRST}同环比较])(?:(?P<verb>{'|'.join(OBJECT_VERBS)})"
    r"|(?:同比|环比|[比较][上去前同])[^,。;:、\n0-9]{0,6}?(?P<more>[多少]))"
    r"(?![出至到为])[^,。;:、\n0-9至到为由从]{1,9}\Z"
)
# A direction behind its number: 收入保持10%以上增长.
_BEHIND = lazy(
    "(?:以上|左右|以内)?的?(?:年均|正)?(?:(?P<up>增长|增速|增幅|涨幅)|(?:下降|降幅))(?=[,。;、\\n达])"
)
_BEHIND_FIRST = frozenset("以左的年正增涨下降")
# 巩固提升80万亩, 改造提升300公里: land and roads that are made better.
_IMPROVED = frozenset(("亩", "公顷", "平方米", "平方公里", "公里", "米"))
_FASTER = lazy("[快高慢低]于[^,。;、]{0,10}\\Z")
# Without one of these characters no words before a number, but the last ones, say a bound or a
# rise or fall of its object.
HINT = re.compile("[减简缩降调提多少不]")
# No other character stands before a number where words right before it bound it.
BOUND_LAST = _BEFORE.keys() | {" "}
# Of a count they say what is improved, not by how much: 提升24条产业链.
_MORE: dict[str, Change] = {"多": "up", "少": "down"}
_QUALITIES = frozenset(("提升", "提高", "扩大"))
_RANKS = frozenset(("位", "位次"))
_DEGREES = frozenset("高低多少")
_FEWER = frozenset("减简")
# A distance between places is no rise: 比全省高1.2个百分点.
_PLACES = lazy("全[国省市区州县]|平均")


def _ending(
    folded: str, end: int, index: Mapping[str, tuple[tuple[str, M], ...]]
) -> tuple[str, M | None]:
    """
    Return the longest word of *index* that ends at *end*, with its meaning; ``""`` for none.
    """
    for word, meaning in index.get(folded[end - 1], ()) if end else ():
        if folded.endswith(word, 0, end):
            return word, meaning
    return "", None


def _skip_blanks(folded: str, end: int) -> int:
    while end and folded[end - 1] == " ":
        end -= 1
    return end


def bound_before(folded: str, start: int, unit: str) -> tuple[Bound | None, int]:
    """
    Return the bound set by the words that end at *start*, and where they begin.

    Returns:
        The bound, None for none, and the offset at which the bounding words start.
    """
    end = _skip_blanks(folded, start)
    word, bound = _ending(folded, end, _BEFORE)
    if not word:
        return reaching(folded, end), end
    begin = end - len(word)
    if word in NOT_BEHIND and begin:
        part = folded[begin - 1] in NOT_BEHIND[word]
        if part or folded.endswith(NOT_BEHIND_WORDS.get(word, ()), 0, begin):
            return None, end
    return (None, end) if word == "近" and unit in _PERIODS else (bound, begin)


def said_before(folded: str, start: int, unit: str) -> tuple[Bound | None, int, Change | None]:
    """
    Return bound, where its words begin, and change that the words before a number set.

    The change is None but for a number right below a line break that ends no sentence: there the
    words above count, torn or not (不少/于2次).
    """
    cut = folded.rfind("\n", max(0, start - 6), start)
    if cut < 0 or breaks_sentence(folded, cut):
        return *bound_before(folded, start, unit), None
    joined = folded[max(0, cut - 24) : cut].rstrip(" ") + folded[cut + 1 : start]
    bound, left = bound_before(joined, len(joined), unit)
    size = len(joined) - left
    crossed = size >= max(1, start - cut)
    return bound, start - size - crossed, change_before(joined, left, unit)


def reaching(folded: str, end: int) -> Bound | None:
    """
    Return the bound set by 至少 and the like across a short verb.
    """
    near = folded[end - 6 if end > 6 else 0 : end]
    for word, bound in _REACHING:
        if word in near and not _CLAUSE_END.search(near, near.find(word)):
            return bound
    return None


def bound_after(folded: str, end: int) -> tuple[Bound | None, int]:
    """
    Return the bound set by the words that start at *end*, and where they end.
    """
    per = _PER.match(folded, end) if folded.startswith("/", end) else None
    at = end = per.end() if per else end
    while folded.startswith(" ", at):
        at += 1
    if folded.startswith("\n", at) and not breaks_sentence(folded, at):
        at += 1
    if folded[at : at + 1] in AFTER_FIRST:
        for word, bound in _AFTER:
            if folded.startswith(word, at):
                behind = at + len(word)
                if folded.startswith(NOT_BEFORE.get(word, ()), behind):
                    return None, end
                return bound, behind
    return None, end


def change_before(folded: str, end: int, unit: str) -> Change | None:
    """
    Return the direction where the words that end at *end* make the number a rise or fall.
    """
    became = False
    while end and folded[end - 1] in _LINKS:
        link, _ = _ending(folded, end, _LINKS)
        if not link:
            break
        became = link.endswith("为")
        end = _skip_blanks(folded, end - len(link))
    if not end or folded[end - 1] not in _VERBS:
        return _object_change(folded, end, unit)
    verb, change = _ending(folded, end, _VERBS)
    if not verb:
        return _object_change(folded, end, unit)
    begin = end - len(verb)
    if verb[-1] in "速幅" and _FASTER.search(folded, max(0, begin - 12), begin):
        return None  # 快于经济增速1个百分点
    if folded[begin - 1 : begin] == "新" or (became and verb[-1] not in "幅速长"):
        return None
    if verb in _DEGREES and folded.startswith("达", begin + 1):
        return None  # 高达98%
    if verb == "提升" and unit in _IMPROVED:
        return None
    if (len(verb) == 1 or (verb in _QUALITIES and unit not in _measures())) and not _compared(
        folded, begin, unit
    ):
        return None
    return change


def change_behind(folded: str, end: int) -> Change | None:
    """
    Return the direction where the words behind a rate make it a rise or fall (保持10%以上增长).
    """
    if folded[end : end + 1] not in _BEHIND_FIRST:
        return None
    match = _BEHIND.match(folded, end)
    return None if match is None else "up" if match["up"] else "down"


@cache
def _measures() -> frozenset[str]:
    """
    Return the units that measure; the others count.
    """
    return RATES.union(_RANKS, (row.name for row in unit_rows() if row.measures))


def _object_change(folded: str, end: int, unit: str) -> Change | None:
    """
    Return the direction where a clause says verb and object before its number (平均减环节69%).
    """
    floor = max(0, end - 12)
    match = _OBJECT_VERB.search(folded, floor, end)
    if match:
        if not match["verb"]:
            return _MORE[match["more"]]
        # 降低资质等级3件 counts cases.
        of_counts = not _FEWER.isdisjoint(match["verb"])
        return OBJECT_VERBS[match["verb"]] if of_counts or unit in _measures() else None
    if unit not in RATES:
        return None
    short = _OBJECT_CHANGE.search(folded, max(0, end - 8), end)
    return OBJECT_CHANGES[short[0][0]] if short else None


def _compared(folded: str, begin: int, unit: str) -> bool:
    """
    Whether a one-character verb at *begin* stands in a comparison.
    """
    near = folded[max(0, begin - 12) : begin]
    if unit in RATES:
        return folded[begin] not in _DEGREES or _PLACES.search(near) is None
    return "比" in near or "较" in near
