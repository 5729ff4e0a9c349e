"""
A page as the lines that a reader sees, each with the element that it stands in.
"""

from __future__ import annotations

import re

from lxml import etree

from fazhi.reading.html_elements import (
    BLOCK,
    COUNTED,
    ITEM,
    LINK,
    LIST,
    SPACES,
    STYLED,
    TITLE,
    UNSEEN,
    changes_of,
    names_of,
)
from fazhi.reading.html_flow import Block, Flow, Line
from fazhi.reading.html_hidden import Veil, is_hidden
from fazhi.reading.html_lists import Numbering
from fazhi.reading.html_markup import words_of
from fazhi.reading.html_names import role_of
from fazhi.reading.html_tables import is_data, rows


# Blanks that a browser draws as one; it keeps all others.
_BLANKS = re.compile(r"[ \t\r\n\f]+")
# Characters without width: marks of direction and joints, mostly left by editors.
_INVISIBLE = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u2018-\u201d…—]")


def flow(root: etree._Element, *, reveal: bool = False) -> Flow:
    """
    Read the lines below *root*.

    Args:
        root: The page's body, or any element.
        reveal: Whether to read hidden text too.
    """
    return _Walker(reveal=reveal).run(root)


def joined(text: str) -> str:
    """
    Return *text* as one line: blanks as a browser draws them, but none at a line break of the
    source beside a Chinese character, and no invisible characters.
    """
    if _INVISIBLE.search(text):
        text = _INVISIBLE.sub("", text)
    return _BLANKS.sub(_blank, text.strip())


def _blank(run: re.Match[str]) -> str:
    text, (start, end) = run.string, run.span()
    if "\n" not in run[0] and "\r" not in run[0]:
        return " "
    beside = text[start - 1 : start] + text[end : end + 1]
    return "" if _WIDE.search(beside) else " "


class _Walker:
    """
    Goes through a page once, with the open elements on stacks: pages may be deep.
    """

    def __init__(self, *, reveal: bool) -> None:
        self._flow = Flow([], [], 0, 0)
        self._reveal = reveal
        self._pieces: list[str] = []
        self._marker = ""
        self._linked = 0
        self._open: list[int] = []
        self._links = 0
        self._titles = 0
        self._spaced = 0
        self._blocks: list[Block] = []
        self._lists: list[Numbering] = []
        self._veil = Veil()

    def run(self, root: etree._Element) -> Flow:
        walk = etree.iterwalk(root, events=("start", "end"))
        skipped: etree._Element | None = None
        for event, element in walk:
            if event == "start":
                if not self._enter(element):
                    skipped = element
                    walk.skip_subtree()
                continue
            if element is skipped:
                skipped = None
            elif changes := self._open.pop():
                self._leave(element, changes)
            if element is not root and (text := element.tail):
                self._write(text)
        self._break()
        return self._flow

    def _enter(self, element: etree._Element) -> bool:
        """
        Open an element; say whether there is anything to read in it.
        """
        tag = element.tag
        if not isinstance(tag, str) or tag in UNSEEN:
            return False
        if tag == "br":
            self._break()
            return False
        keys = element.keys()
        if not self._reveal and ("style" in keys or "hidden" in keys) and is_hidden(element):
            self._flow.hidden += len(words_of(element))
            return False
        role = role_of(names_of(element)) if keys else ""
        changes = changes_of(element, tag, role, keys)
        if changes and not self._change(element, role, changes):
            return False
        self._open.append(changes)
        self._flow.depth = max(self._flow.depth, len(self._open))
        if text := element.text:
            self._write(text)
        return True

    def _change(self, element: etree._Element, role: str, changes: int) -> bool:
        if changes & BLOCK:
            self._break()
            block = Block(element, role, len(self._flow.lines))
            if self._blocks:
                self._blocks[-1].children.append(block)
            self._blocks.append(block)
            self._flow.blocks.append(block)
            if element.tag == "table" and is_data(element):
                self._table(element)
                self._blocks.pop().end = len(self._flow.lines)
                return False
        if changes & COUNTED:
            self._count(changes, 1)
        if changes & STYLED:
            self._veil.enter(element)
        if changes & LIST:
            self._lists.append(Numbering(element))
        elif changes & ITEM and self._lists:
            self._marker += self._lists[-1].marker(element)
        return True

    def _leave(self, element: etree._Element, changes: int) -> None:
        if changes & BLOCK:
            self._break()
            self._blocks.pop().end = len(self._flow.lines)
        if changes & COUNTED:
            self._count(changes, -1)
        if changes & STYLED:
            self._veil.leave(element)
        if changes & LIST:
            self._lists.pop()
        elif changes & ITEM:
            self._marker = ""

    def _count(self, changes: int, step: int) -> None:
        if changes & LINK:
            self._links += step
        if changes & TITLE:
            self._titles += step
        if changes & SPACES:
            self._spaced += step

    def _write(self, text: str) -> None:
        if self._veil.drawn and not self._reveal:
            self._flow.hidden += len(text)
            return
        for number, part in enumerate(text.split("\n") if self._spaced else (text,)):
            if number:
                self._break()
            self._pieces.append(part)
            if self._links:
                self._linked += len(part.strip())

    def _break(self) -> None:
        if not self._pieces:
            return
        text = joined("".join(self._pieces))
        if text and self._blocks:
            element = self._blocks[-1].element
            line = Line(self._marker + text, element, self._linked, self._titles > 0)
            self._flow.lines.append(line)
            self._marker = ""
        self._pieces.clear()
        self._linked = 0

    def _table(self, table: etree._Element) -> None:
        for row, cells in rows(table):
            texts = []
            linked = 0
            for cell in cells:
                lines = flow(cell, reveal=self._reveal).lines
                texts.append(joined("\n".join(line.text for line in lines)))
                linked += sum(line.linked for line in lines)
            if text := "\t".join(texts).strip():
                self._flow.lines.append(Line(text, row, linked))
