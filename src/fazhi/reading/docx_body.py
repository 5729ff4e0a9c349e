"""
The lines of a Word file: paragraphs, rows of tables, text boxes and notes, in reading order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from attrs import define, field
from lxml.etree import _Element as Element

from fazhi.reading.docx_fields import Fields
from fazhi.reading.docx_inline import WORD_ART, Inline, inner
from fazhi.reading.docx_numbering import Numbering
from fazhi.reading.docx_parts import WORD, Parts, switch, value
from fazhi.reading.docx_styles import Styles


PARAGRAPH: Final = f"{WORD}p"
TABLE: Final = f"{WORD}tbl"
ROW: Final = f"{WORD}tr"
CELL: Final = f"{WORD}tc"
PROPERTIES: Final = f"{WORD}pPr"
MARK: Final = f"{WORD}rPr"  # properties of the end of a paragraph
DELETED: Final = f"{WORD}del"
GONE: Final = frozenset({DELETED, f"{WORD}moveFrom"})

# Paragraphs of this length are text; what is shorter in all cells of a row may share a line.
LONG: Final = 40

NESTED: Final = 4  # tables in each other that have places of their own


class Piece(NamedTuple):
    """
    Text from one place of the file.

    Attributes:
        text: The text, without line breaks.
        place: Its place, such as ``"body/p[12]"``.
    """

    text: str
    place: str


Line = tuple[Piece, ...]
"""A paragraph, or the cells of a row."""


@define
class Begun:
    """
    A paragraph that may go on: its end can be hidden or deleted.

    Attributes:
        texts: What was read of it.
        place: Where it begins.
    """

    texts: list[str] = field(factory=list)
    place: str = ""

    def end(self) -> Iterator[Line]:
        """
        Yield its lines that are not blank, and begin anew.
        """
        for text in "".join(self.texts).split("\n") if self.texts else ():
            if text.strip():
                yield (Piece(text, self.place),)
        self.texts.clear()


class Body:
    """
    A file that is read from its first line to its last.
    """

    def __init__(self, parts: Parts) -> None:
        styles = Styles(parts.related("styles"))
        self._parts = parts
        self._inline = Inline(styles)
        self._numbering = Numbering(parts.related("numbering"), styles)

    def lines(self) -> Iterator[Line]:
        """
        Yield the lines of the text, then those of the footnotes and endnotes that it refers to.
        """
        body = self._parts.document.find(f"{WORD}body")
        if body is not None:
            yield from self._story(body, "body", by_paragraph=True)
        counts: dict[str, int] = {}
        notes = {kind: self._notes(kind) for kind in ("footnote", "endnote")}
        for kind, name in sorted(self._inline.notes, key=lambda note: note[0] == "endnote"):
            if name in notes[kind]:
                counts[kind] = counts.get(kind, 0) + 1
                yield from self._story(notes[kind][name], f"{kind}[{counts[kind]}]")

    def _notes(self, kind: str) -> dict[str, Element]:
        root = self._parts.related(f"{kind}s")
        return {
            value(note, "id") or "": note
            for note in (() if root is None else root.iter(WORD + kind))
            if value(note, "type")
            in (None, "normal")  # the others are lines between text and notes
        }

    def _story(self, parent: Element, place: str, *, by_paragraph: bool = False) -> Iterator[Line]:
        """
        Yield the lines of a text with fields of its own.
        """
        marks = [value(mark, "fldCharType") for mark in parent.iter(f"{WORD}fldChar")]
        outer = self._inline.fields
        self._inline.fields = Fields(whole=marks.count("begin") == marks.count("end"))
        yield from self._lines(parent, place, by_paragraph=by_paragraph)
        self._inline.fields = outer

    def _lines(self, parent: Element, place: str, *, by_paragraph: bool) -> Iterator[Line]:
        """
        Yield the lines of what holds paragraphs and tables.

        Args:
            parent: The body, a cell, a text box or a note.
            place: Its place in the file.
            by_paragraph: Whether its paragraphs have places of their own.
        """
        paragraphs = tables = 0
        begun = Begun()
        for block in _blocks(parent, (PARAGRAPH, TABLE)):
            if block.tag == TABLE:
                tables += 1
                yield from begun.end()
                deep = place.count("/tbl[") >= NESTED
                yield from self._table(
                    block, place if deep else f"{place}/tbl[{tables}]", deep=deep
                )
                continue
            paragraphs += 1
            here = f"{place}/p[{paragraphs}]" if by_paragraph else place
            properties = block.find(PROPERTIES)
            content = self._inline.read(block, properties)
            goes_on = properties is not None and _goes_on(properties)
            if begun.texts:
                begun.texts.append(content.text)
            elif content.text.strip() or not goes_on:
                begun.place = here
                begun.texts += self._numbering.next(properties), content.text
            if not goes_on:
                yield from begun.end()
            yield from self._boxes(content.boxes, here)
        yield from begun.end()

    def _boxes(self, boxes: Iterable[Element], place: str) -> Iterator[Line]:
        for index, box in enumerate(boxes, 1):
            here = f"{place}/txbx[{index}]"
            if box.tag == WORD_ART:
                yield from Begun([box.get("string") or ""], here).end()
            else:
                yield from self._story(box, here)

    def _table(self, table: Element, place: str, *, deep: bool) -> Iterator[Line]:
        for index, row in enumerate(_blocks(table, (ROW,)), 1):
            properties = row.find(f"{WORD}trPr")
            if properties is None or properties.find(DELETED) is None:
                here = place if deep else f"{place}/tr[{index}]"
                yield from _row([*self._cells(row, here, deep=deep)])

    def _cells(self, row: Element, place: str, *, deep: bool) -> Iterator[list[Line]]:
        """
        Yield the lines of each cell; none for what a cell above or before covers.
        """
        for index, cell in enumerate(_blocks(row, (CELL,)), 1):
            properties = cell.find(f"{WORD}tcPr")
            if properties is not None and properties.find(f"{WORD}cellDel") is not None:
                continue
            here = place if deep else f"{place}/tc[{index}]"
            covered = _is_covered(properties)
            yield [] if covered else [*self._lines(cell, here, by_paragraph=False)]


def _blocks(parent: Element, tags: tuple[str, ...]) -> Iterator[Element]:
    """
    Yield the elements with one of *tags*, wrapped or not.
    """
    for element in inner(parent):
        if element.tag in tags:
            yield element
        elif isinstance(element.tag, str) and element.tag not in GONE:
            yield from _blocks(element, tags)


def _goes_on(properties: Element) -> bool:
    """
    Return whether the end of a paragraph is hidden or deleted, so that the next one goes on in it.
    """
    mark = properties.find(MARK)
    return mark is not None and (
        any(child.tag in GONE for child in mark) or bool(switch(mark, "vanish"))
    )


def _is_covered(properties: Element | None) -> bool:
    if properties is None:
        return False
    merges = (properties.find(WORD + name) for name in ("vMerge", "hMerge"))
    return any(merge is not None and value(merge) != "restart" for merge in merges)


def _row(cells: list[list[Line]]) -> Iterator[Line]:
    """
    Yield a row as one line, or the lines of its cells where the table only lays out text.
    """
    filled = [cell for cell in cells if cell]
    if any(_is_text(cell, alone=len(filled) == 1) for cell in filled):
        for cell in filled:
            yield from cell
        return
    pieces = []
    for cell in cells:
        place = cell[0][0].place if cell else ""
        text = " ".join(line[0].text.replace("\t", " ").strip() for line in cell)
        pieces.append(Piece(text, place))
    while pieces and not pieces[-1].text:
        pieces.pop()
    if pieces:
        yield tuple(pieces)


def _is_text(cell: list[Line], *, alone: bool) -> bool:
    """
    Return whether a cell holds a table, or paragraphs that are more than the value of a column.
    """
    if any(len(line) > 1 for line in cell):
        return True
    is_long = any(len(line[0].text) > LONG for line in cell)
    return (is_long or alone) if len(cell) > 1 else (is_long and alone)
