"""
From offsets to lines and columns, as an editor counts them.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from fazhi.model import Span
from fazhi.text.patterns import lazy


_BREAK = lazy(r"\r\n|\r|\n")


class Place(NamedTuple):
    """
    A place in a text.

    Attributes:
        line: Number of the line, from 1.
        column: Number of the code point in it, from 1.
    """

    line: int
    column: int


class Places:
    """
    The lines of a text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]

    def of(self, offset: int) -> Place:
        """
        Return the place of the code point at *offset*.
        """
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)

    def line(self, number: int) -> Span:
        """
        Return where the words of line *number* stand, blanks at both ends left out.
        """
        start = self._starts[number - 1]
        after = self._starts[number] if number < len(self._starts) else len(self._text)
        words = self._text[start:after]
        start += len(words) - len(words.lstrip())
        return Span(start, max(start, start + len(words.strip())))
