"""
What figures in the cells of a table measure: the heads of their column and of their row.
"""

from __future__ import annotations

from fazhi.model import Document
from fazhi.parsing.drafts import Quantity
from fazhi.parsing.phrases import Piece
from fazhi.text.patterns import lazy


_SEPARATORS = ("\t", "|", "\uff5c")
# A header stands no farther above its cell; longer lines are no rows.
_MOST_ROWS, _LONGEST_ROW, _LONGEST_HEAD = 60, 2000, 30
_BOTH = 2
_BLANK = " \r\u3000"
_WORD = lazy(r"[^\W\d_]")
# 数量 of what the column says, where other rows name who it is of.
_MEASURES = lazy("(?:数量?|件数|人数|次数|占?比[例重]?|率|金额|总[数计额]|合计)\\Z")


def cell_pieces(document: Document, found: list[Quantity]) -> dict[int, list[Piece]]:
    """
    Return the pieces of the label of each quantity that has a cell of a table to itself, by its index.
    """
    text = document.text  # folded, a tab is a blank
    separator = next((sign for sign in _SEPARATORS if sign in text), None)
    if separator is None:
        return {}
    table = _Table(text, separator)
    labelled: dict[int, list[Piece]] = {}
    row, cells = -1, list[Piece]()
    for i, quantity in enumerate(found):
        start = table.row_of(quantity.start)
        if start < 0 or text.find(separator, start, quantity.start) < 0:
            continue
        if start != row:
            row, cells = start, table.cells(start)
        column = next((k for k, cell in enumerate(cells) if quantity.start < cell[1]), -1)
        first, end = cells[column]
        if first in (quantity.left, quantity.start) and end in (quantity.end, quantity.right):
            header = table.header(start)[column : column + 1]
            heads = [head for head in (cells[0], *header) if table.is_head(head)]
            if len(heads) == _BOTH and _MEASURES.search(document.folded, *heads[0]):
                heads.reverse()  # 举报投诉处理 | 数量
            labelled[i] = heads
    return labelled


class _Table:
    """
    The rows of a text whose lines are parted into cells; each is looked at once.
    """

    def __init__(self, text: str, separator: str) -> None:
        self._text = text
        self._separator = separator
        self._headers: dict[int, list[Piece]] = {}

    def row_of(self, at: int) -> int:
        """
        Return where the line that holds *at* starts; -1 where that is too far.
        """
        floor = max(0, at - _LONGEST_ROW)
        start = self._text.rfind("\n", floor, at) + 1
        return start if start or not floor else -1

    def cells(self, start: int) -> list[Piece]:
        """
        Return where the words of each cell stand in the line that starts at *start*.
        """
        end = self._text.find("\n", start, start + _LONGEST_ROW)
        end = min(len(self._text), start + _LONGEST_ROW) if end < 0 else end
        cells: list[Piece] = []
        while start <= end:
            stop = self._text.find(self._separator, start, end)
            stop = end if stop < 0 else stop
            cells.append(self._stripped(start, stop))
            start = stop + 1
        return cells

    def header(self, start: int) -> list[Piece]:
        """
        Return the cells of the nearest row above that holds no figures; none without such a row.
        """
        walked: list[int] = []
        found: list[Piece] | None = self._headers.get(start)
        while found is None and len(walked) < _MOST_ROWS:
            walked.append(start)
            above = self.row_of(start - 1) if start else -1
            if above < 0 or self._text.find(self._separator, above, start) < 0:
                found = []
                break
            cells = self.cells(above)
            figures = any(self._text[begin : begin + 1].isdigit() for begin, _ in cells)
            found = self._headers.get(above) if figures else cells
            start = above
        self._headers |= dict.fromkeys(walked, found or [])
        return found or []

    def is_head(self, cell: Piece) -> bool:
        start, end = cell
        return 0 < end - start <= _LONGEST_HEAD and _WORD.match(self._text, *cell) is not None

    def _stripped(self, start: int, end: int) -> Piece:
        while start < end and self._text[start] in _BLANK:
            start += 1
        while end > start and self._text[end - 1] in _BLANK:
            end -= 1
        return start, end
