"""
Which tables hold data, and which only place the parts of a page.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from fazhi.reading.html_markup import words_of
from fazhi.reading.html_names import role_of


# A cell with more is a part of a page: the labels, names and figures of data are shorter.
LONGEST_CELL = 200
_CELLS = ("td", "th")


def is_data(table: etree._Element) -> bool:
    """
    Return whether *table* has rows of several short cells and no table in it.
    """
    if table.find(".//table") is not None or (table.text or "").strip():
        return False
    widest = 0
    for _, cells in rows(table):
        widest = max(widest, len(cells))
        if any(map(_is_part, cells)):
            return False
    return widest > 1


def rows(table: etree._Element) -> Iterator[tuple[etree._Element, list[etree._Element]]]:
    """
    Yield the rows of a data table with their cells, the caption as the first.
    """
    for row in table.iter("caption", "tr"):
        yield row, [row] if row.tag == "caption" else list(row.iterchildren(*_CELLS))


def _is_part(cell: etree._Element) -> bool:
    names = f"{cell.get('id', '')} {cell.get('class', '')}"
    return role_of(names) == "content" or len(words_of(cell).strip()) > LONGEST_CELL
