"""
How far the matters of an earlier sentence have come: 反馈21个问题。…已整改19个,正在整改2个.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from decimal import Decimal

from fazhi.knowledge.units import UNSUMMED
from fazhi.parsing.breaks import breaks_sentence
from fazhi.parsing.drafts import Quantity
from fazhi.text.patterns import lazy


_GOING = re.compile("正在|尚未|尚有|剩余|其余|未[完办整]")
_DONE = lazy("完成|办结|已[^,。]{0,4}[改办结]|化解|落实")
_DONE_REACH = 12
# So far back, in quantities and characters, the total is sought.
_BACK, _BACK_CHARS = 8, 160
# A total and what is done stand before.
_FIRST = 2


def progress(
    folded: str, found: list[Quantity], grouped: Container[int]
) -> Iterator[tuple[int, list[int]]]:
    """
    Yield totals of an earlier sentence with what is done of them and what still goes on.

    Args:
        folded: The folded text.
        found: Its quantities, in text order.
        grouped: Places of those that are parts of a total already.
    """
    unit = ""
    for at, quantity in enumerate(found):
        before, unit = unit, quantity.unit
        if before != unit or at < _FIRST or unit in UNSUMMED or at in grouped:
            continue
        if _is_progress(folded, found, at):
            total = _total(folded, found, at)
            if total is not None:
                yield total, [at - 1, at]


def _is_progress(folded: str, found: list[Quantity], at: int) -> bool:
    """
    Whether the quantity at that place goes on, by the words before it, and the one before is done.
    """
    done, going = found[at - 1], found[at]
    between = folded[done.right : going.left]
    if "。" in between or not _GOING.search(between):
        return False
    start = max(found[at - 2].right, done.left - _DONE_REACH)
    return _DONE.search(folded, start, done.left) is not None


def _total(folded: str, found: list[Quantity], at: int) -> int | None:
    """
    Return the place of the nearest earlier quantity that the two sum to, in the same paragraph.
    """
    done, going = found[at - 1], found[at]
    value = Decimal(done.value) + Decimal(going.value)
    for i in range(at - 2, max(at - 2 - _BACK, -1), -1):
        quantity = found[i]
        if done.left - quantity.right > _BACK_CHARS:
            return None
        line_end = folded.find("\n", quantity.right, done.left)
        if line_end >= 0 and breaks_sentence(folded, line_end):
            return None
        if quantity.unit == going.unit and Decimal(quantity.value) == value:
            return i
    return None
