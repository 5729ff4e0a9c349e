"""
Labels of numbers that stand in a list together.
"""

from __future__ import annotations

import re
from itertools import pairwise

from fazhi.parsing.drafts import Quantity
from fazhi.parsing.heads import object_of
from fazhi.parsing.phrases import Piece


_ITEMS = re.compile(r"[、和及与]")
_SHARED = re.compile("部门|领域|系统|单位|行业|机关|案件|法院|工作|事项|人员")
SHORT_NOUN = 8
_GAPS = frozenset(("、", ",", "和", "及", "与", ""))


def distribute(folded: str, found: list[Quantity], pieces: list[list[Piece]]) -> None:
    """
    Give each number of a list its own item (优秀率、合格率分别为42.5%、99.1%).
    """
    i = 0
    while i < len(found) - 1:
        run = i + 1
        while run < len(found) and folded[found[run - 1].right : found[run].left].strip() in _GAPS:
            run += 1
        if run - i > 1 and pieces[i]:
            last, count = pieces[i][-1], run - i
            items = _items(folded, last, found[i].start)
            if len(items) == count:
                pieces[i:run] = [[*pieces[i][:-1], *item] for item in items]
            elif (
                i >= count
                and "分别" in folded[last[0] : found[i].start]
                and _same_sentence(folded, found[i - count].right, last[0])
            ):
                pieces[i:run] = [
                    _taken_up(folded, pieces[i - count + k], last) for k in range(count)
                ]
        i = run


def _same_sentence(folded: str, start: int, end: int) -> bool:
    return "。" not in folded[start:end] and "\n" not in folded[start:end]


def _taken_up(folded: str, earlier: list[Piece], last: Piece) -> list[Piece]:
    """
    Return the label of a rate that is given for each of the quantities before (…,分别增长5%、8%).
    """
    if not earlier or last[1] - last[0] > 8:
        return [last]
    return [object_of(folded, earlier[-1]), last]


def _items(folded: str, piece: Piece, number: int) -> list[list[Piece]]:
    """
    Split 甲、乙部门立案分别 into the items that numbers are given for, each with the shared ending.
    """
    start, end = piece
    at = folded.find("分别", start, number)
    if at < 0:
        return []
    rest = [(at + 2, end)] if end - at > 3 else []
    end = min(at, end)
    end -= 2 * folded.endswith("同比", start, end)
    cuts = [start, *(m.end() for m in _ITEMS.finditer(folded, start, end)), end + 1]
    items = [(a, b - 1) for a, b in pairwise(cuts) if b - 1 > a]
    shared = _SHARED.search(folded, items[-1][0] + 1, end) if items else None
    ending = [(shared.start(), end)] if shared else []
    return [[item, *(ending if item != items[-1] else []), *rest] for item in items]


def fill_backwards(found: list[Quantity], pieces: list[list[Piece]]) -> None:
    """
    Give a quantity without words those of the one directly behind it (13县市138个乡镇), and the
    first of two counted nouns what both did (41家部门及15个乡镇共聘请顾问97名).
    """
    for i in range(len(pieces) - 2, -1, -1):
        own, after = pieces[i], pieces[i + 1]
        if not own and found[i + 1].left - found[i].right <= 2:
            pieces[i] = after
        elif _counts_too(own, found[i], after, found[i + 1]):
            pieces[i] = [*own, after[1]]


def _counts_too(
    own: list[Piece], quantity: Quantity, after: list[Piece], following: Quantity
) -> bool:
    return (
        len(own) == 1
        and len(after) == 2
        and quantity.right <= own[0][0]
        and following.right <= after[0][0]
        and following.left - own[0][1] <= 2
        and own[0][1] - own[0][0] <= SHORT_NOUN
    )
