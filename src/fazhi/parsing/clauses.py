"""
The clause that a quantity stands in, and what stands between it and the one before.
"""

from __future__ import annotations

import re

from attrs import define

from fazhi.parsing.breaks import breaks_sentence
from fazhi.parsing.drafts import Quantity
from fazhi.parsing.phrases import Piece


_CHINESE = frozenset("一二两三四五六七八九十")
# One character and its measure word.
_NAME = 2
_MEASURED = frozenset("年倍成人元岁")
_MARKS = frozenset(",;:!?…")
# A dash inside of a name or a title parts nothing (《民法典——物权编》).
_DASH = "——(?![^《》“”。\\n]{0,40}[》”])"
_ANY = re.compile(rf"[,。;:!?…\n]|{_DASH}")
# Matched from a start, it ends behind the last of its marks.
_TO_MARK = re.compile(rf"(?s:.*)(?:[,;:!?…]|{_DASH})")
# Farther back than this no phrase is taken up.
_REACH = 160


@define(slots=True, weakref_slot=False)
class Clause:
    """
    The words around one quantity.

    Attributes:
        start: Where the words before it start: behind the last mark or the quantity before.
        end: Where the words behind it end: at the next mark or the next quantity.
        joined: Whether the quantity before stands in the same clause.
        same: Whether the quantity before stands in the same sentence.
        floor: Where its sentence starts, or the quantity before ends.
    """

    start: int
    end: int
    joined: bool
    same: bool
    floor: int

    def prior(self, folded: str) -> Piece | None:
        """
        Return the clause before this one in the same sentence; None where there is none.
        """
        end = self.start - 1
        while end > self.floor and folded[end] == " ":
            end -= 1
        if self.joined or end - self.floor < 2 or folded[end] not in _MARKS:
            return None
        mark = _TO_MARK.match(folded, self.floor, end)
        return (max(mark.end() if mark else self.floor, end - 30), end)


def clause_around(folded: str, found: list[Quantity], i: int) -> Clause:
    """
    Return the clause around the quantity *i*.
    """
    quantity = found[i]
    left, last = quantity.left, found[i - 1].right if i else 0
    floor = last if left - last < _REACH else left - _REACH
    between = folded[floor:left]
    if "\n" in between:
        floor = _last_stop(folded, floor, left) or floor
    elif "。" in between:
        floor += between.rfind("。") + 1
    mark = _TO_MARK.match(folded, floor, left)
    same = i > 0 and floor == last
    after = i + 1
    while after < len(found) and _is_named(folded, found[after]):
        after += 1
    limit = found[after].left if after < len(found) else len(folded)
    end = quantity.right
    if end < limit and folded[end] not in _MARKS:
        end = _end(folded, end, limit)
    start = mark.end() if mark else floor
    while start < left and folded[start] == " ":
        start += 1
    return Clause(start, end, same and mark is None, same, floor)


def _is_named(folded: str, quantity: Quantity) -> bool:
    """
    Whether a number belongs to a name: 11家单位开展三项制度检查, but not 四年增长一倍.
    """
    return (
        quantity.end - quantity.start == _NAME
        and folded[quantity.start] in _CHINESE
        and quantity.unit not in _MEASURED
    )


def _last_stop(folded: str, start: int, end: int) -> int:
    """
    Return the offset behind the last end of a sentence in the range; 0 where none is.
    """
    stop = max(folded.rfind("。", start, end), folded.rfind("\n", start, end))
    while stop >= 0 and folded[stop] == "\n" and not breaks_sentence(folded, stop):
        stop = max(folded.rfind("。", start, stop), folded.rfind("\n", start, stop))
    return stop + 1


def _end(folded: str, start: int, limit: int) -> int:
    mark = _ANY.search(folded, start, limit)
    while mark and mark[0] == "\n" and not breaks_sentence(folded, mark.start()):
        mark = _ANY.search(folded, mark.end(), limit)
    return mark.start() if mark else limit
