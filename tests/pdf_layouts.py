"""
PDF files as offices make them, set by hand with reportlab: own line breaking, fonts not embedded.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas


SIMPLIFIED, TRADITIONAL = "STSong-Light", "MSung-Light"
for _font in (SIMPLIFIED, TRADITIONAL):
    pdfmetrics.registerFont(UnicodeCIDFont(_font))

MAY_NOT_START = frozenset("，。、；：？！）》〉”’」』】〕,.;:?!)%％")
MAY_NOT_END = frozenset("《〈“‘（(「『【〔")


class Layout(NamedTuple):
    """
    How the pages look.

    Attributes:
        indent: Of the first line, in characters.
        gap: Blank between paragraphs, in lines.
        columns: How many.
        header: What stands above the text of every page.
        number: Page number → what stands at the foot; the second is the number of pages.
        justified: Whether the lines end at the same place.
        size: Of the characters, in points.
        title: Lines in the middle above the text, larger.
        spaced: Whether each character is drawn by itself.
    """

    indent: int = 2
    gap: float = 0.0
    columns: int = 1
    header: str = ""
    number: Callable[[int, int], str] = "— {} —".format
    justified: bool = True
    size: float = 16.0
    title: tuple[str, ...] = ()
    spaced: bool = False


LAYOUTS = {
    "official": Layout(header="法治政府建设年度报告选编"),
    "columns": Layout(columns=2, size=10.5, number="第{}页 共{}页".format),
    "blank between paragraphs": Layout(indent=0, gap=0.8, number="{}/{}".format, size=14.0),
    "ragged lines": Layout(justified=False, number="-{}-".format, size=12.0),
    "drawn by character": Layout(spaced=True, number="{}".format, size=15.0),
}


def words(text: str) -> Iterator[str]:
    """
    Give the parts of *text* that no line may break.
    """
    word = ""
    for index, char in enumerate(text):
        word += char
        after = text[index + 1 : index + 2]
        held = char in MAY_NOT_END or after in MAY_NOT_START
        if after and (held or (after.isascii() and char.isascii() and after.isalnum())):
            continue
        yield word
        word = ""


def broken(text: str, font: str, size: float, width: float, indent: float) -> list[str]:
    """
    Return the lines of a paragraph.
    """
    lines, line, room = [], "", width - indent
    for word in words(text):
        if line and pdfmetrics.stringWidth(line + word, font, size) > room + 0.01:
            lines.append(line)
            line, room = "", width
        line += word
    return [*lines, line]


class Sheets:
    """
    A file that grows line by line.
    """

    def __init__(self, layout: Layout, font: str, pages: int = 0) -> None:
        self.layout, self.font, self.pages = layout, font, pages
        self.file = io.BytesIO()
        self.canvas = Canvas(self.file, pagesize=A4, invariant=1)
        gutter = 24.0
        self.width = (A4[0] - 2 * 79 - gutter * (layout.columns - 1)) / layout.columns
        self.width -= self.width % layout.size
        self.lefts = [79 + i * (self.width + gutter) for i in range(layout.columns)]
        self.column, self.page, self.top, self.y = -1, 0, A4[1] - 105, 0.0
        self.turn()

    def turn(self) -> None:
        """
        Go to the next column or page.
        """
        self.column += 1
        if self.page == 0 or self.column == self.layout.columns:
            if self.page:
                self.foot()
                self.canvas.showPage()
            self.page, self.column, self.top = self.page + 1, 0, A4[1] - 105
            if self.layout.header:
                self.canvas.setFont(self.font, 10.5)
                self.canvas.drawCentredString(A4[0] / 2, A4[1] - 60, self.layout.header)
        self.y = self.top

    def foot(self) -> None:
        """
        Write the number of the page.
        """
        self.canvas.setFont(self.font, 14)
        number = self.layout.number(self.page, self.pages)
        self.canvas.drawCentredString(A4[0] / 2, 60, number)

    def title(self, lines: tuple[str, ...]) -> None:
        """
        Write *lines* in the middle, across all columns.
        """
        for line in lines:
            self.canvas.setFont(self.font, 22)
            self.canvas.drawCentredString(A4[0] / 2, self.y - 22, line)
            self.y -= 33
        self.y -= 20
        self.top = self.y

    def paragraph(self, text: str) -> None:
        """
        Write a paragraph.
        """
        size = self.layout.size
        indent = self.layout.indent * size
        lines = broken(text, self.font, size, self.width, indent)
        for index, line in enumerate(lines):
            if self.y - size < 95:
                self.turn()
            first = indent if index == 0 else 0
            room = self.width - first - pdfmetrics.stringWidth(line, self.font, size)
            stretch = room / max(1, len(line) - 1) if self.layout.justified else 0.0
            self.line(
                line, self.lefts[self.column] + first, 0.0 if index == len(lines) - 1 else stretch
            )
        self.y -= self.layout.gap * size

    def line(self, line: str, left: float, stretch: float) -> None:
        """
        Write a line, its characters *stretch* points apart.
        """
        size = self.layout.size
        self.y -= 1.75 * size
        if not self.layout.spaced:
            text = self.canvas.beginText(left, self.y)
            text.setFont(self.font, size)
            text.setCharSpace(stretch)
            text.textOut(line)
            self.canvas.drawText(text)
            return
        self.canvas.setFont(self.font, size)
        for char in line:
            self.canvas.drawString(left, self.y, char)
            left += pdfmetrics.stringWidth(char, self.font, size) + stretch

    def done(self) -> bytes:
        """
        Return the file.
        """
        self.foot()
        self.canvas.save()
        return self.file.getvalue()


def typeset(text: str, layout: Layout, font: str = SIMPLIFIED) -> bytes:
    """
    Return a PDF file of *text*, a paragraph a line.
    """
    pages = 0
    while True:  # twice, for the number of pages
        sheets = Sheets(layout, font, pages)
        sheets.title(layout.title)
        for line in text.splitlines():
            if line.strip():
                sheets.paragraph(line.strip())
        data = sheets.done()
        if sheets.page == pages:
            return data
        pages = sheets.page
