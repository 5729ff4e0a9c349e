"""
The phrase before a number and the phrase behind it, without the words that are no part of it.
"""

from __future__ import annotations

import re

from fazhi.knowledge.label_words import LEADS, LISTERS, MAIN_VERBS, TRAILS


Piece = tuple[int, int]

_LEAD_FIRST = "".join({re.sub(r"^[(\[]*", "", word)[0] for word in LEADS} | set("0123456789")) + r' \n\r、“)\-'
_LEAD = re.compile(
    f"(?:(?=[{_LEAD_FIRST}])(?:[ \n\r、“)-]|{'|'.join(sorted(LEADS, key=len, reverse=True))}))*+"
)
_COMPARED = re.compile(
    r"(?:同比|环比)?(?:比|较|与|相比)[^,。;]{0,12}?(?:同期|上年度?|去年|年度?|季度|月份?)(?:相比|比)?"
)
_COMPARING = frozenset("同环比较与相")
_ITEM_END = re.compile("[、()]|共(?![同享])|累计")
_MAIN_VERBS = frozenset(MAIN_VERBS)
_LONG, _LONGEST_LEFT, _LONGEST_RIGHT = 16, 30, 24


def _by_last(words: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    index: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        index.setdefault(word[-1], []).append(word)
    return {last: tuple(group) for last, group in index.items()}


_TRAILS = _by_last(TRAILS)
_LISTERS = _by_last(LISTERS)
_OPENERS = frozenset(" \n\r“(")
_LOOSE = _OPENERS | {"、"}
_TRAIL_LAST = _LOOSE | _TRAILS.keys()
_LAST = _by_last((*TRAILS, *LISTERS, "并", "(", "“", "涉及"))


def _ending(folded: str, start: int, end: int, index: dict[str, tuple[str, ...]]) -> int:
    """
    Return the length of the longest word of *index* that ends at *end*; 0 for none.
    """
    for word in index.get(folded[end - 1], ()) if end > start else ():
        if folded.endswith(word, start, end):
            return len(word)
    return 0


def before(folded: str, start: int, end: int) -> tuple[Piece | None, bool]:
    """
    Return the phrase that ends before a number, and whether a connector (和, 、) ends it.
    """
    while end > start and folded[end - 1] in _OPENERS:
        end -= 1
    listed = end > start and folded[end - 1] in _LISTERS and _ending(folded, start, end, _LISTERS) > 0
    while end > start and folded[end - 1] in _TRAIL_LAST:
        length = _ending(folded, start, end, _TRAILS) or folded[end - 1] in _LOOSE
        if not length:
            break
        end -= length
    start = _open_bracket(folded, start, end)
    start = _trim_start(folded, start, end)
    if end - start > _LONG:
        start = _trim_start(folded, _shorten(folded, start, end), end)
    return ((start, end) if end - start > 1 else None), listed


def behind(folded: str, start: int, end: int) -> Piece | None:
    """
    Return what a number counts, where it stands directly behind it.
    """
    if start >= end or folded[start] in ",。;、:)(”":
        return None
    while start < end and folded[start] in " \n\r的":
        start += 1
    stop = _listed_end(folded, start, min(end, start + _LONGEST_RIGHT))
    while stop > start and (length := _ending(folded, start, stop, _LAST)):
        stop -= length
    if folded[start : start + 1] in ("、", "和", "及", "并", "共"):
        start = _trim_start(folded, start, stop)
    return (start, stop) if stop - start > 1 else None


def _listed_end(folded: str, start: int, stop: int) -> int:
    """
    Return where the first item of a list ends: at 、 outside of brackets, or before 共.
    """
    depth = 0
    for mark in _ITEM_END.finditer(folded, start + 2, stop):
        at = mark.start()
        if mark[0] == "(":
            depth += 1
        elif mark[0] == ")":
            depth -= 1
        elif not depth and (mark[0] != "、" or at - start > 3):
            return at
    return folded.rfind("(", start, stop) if depth > 0 else stop


def _trim_start(folded: str, start: int, end: int) -> int:
    for _ in range(3):
        match = _LEAD.match(folded, start, end)
        start = match.end() if match else start
        compared = _COMPARED.match(folded, start, end) if folded[start] in _COMPARING else None
        if not compared:
            break
        start = compared.end()
    return start


def _open_bracket(folded: str, start: int, end: int) -> int:
    """
    Return where the words start when an unclosed bracket or quotation mark is left out.
    """
    for opening, closing in ("()", "“”", "《》"):
        at = folded.rfind(opening, start, end)
        if at >= 0 and folded.find(closing, at, end) < 0:
            start = at + 1
    return start


def _shorten(folded: str, start: int, end: int) -> int:
    """
    Return a later start for a long phrase: at its last main verb, else behind a mark.
    """
    for at in range(end - 5, start, -1):
        if folded[at : at + 2] in _MAIN_VERBS:
            return at
    if end - start <= _LONGEST_LEFT or folded[start : start + 2] in _MAIN_VERBS:
        return start
    floor = end - _LONGEST_LEFT
    for mark in "》、":
        at = folded.find(mark, floor, end - 6)
        if at >= 0:
            return at + 1
    return floor
