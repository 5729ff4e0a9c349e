"""
Fields: what Word works out by itself, such as page numbers and tables of contents.

A field has a code and, behind a separator, the result that is shown; it may go on through
several paragraphs and hold further fields.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import define, field


# Numbers of pages, and lists of what stands elsewhere in the text.
FURNITURE: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "TOC", "INDEX"})

# A number in a circle that Word draws from two characters: eq \o\ac(○,3).
_CIRCLED: Final = re.compile(
    r"\s*eq\s+\\o\\ac\(\s*[○〇◯]\s*[,;，]\s*([0-9]{1,2})\s*\)", re.IGNORECASE
)
_NAME: Final = re.compile(r"\s*([A-Za-z]+)")


def is_furniture(code: str) -> bool:
    """
    Return whether the result of a field with this code is no part of the text.
    """
    name = _NAME.match(code)
    return name is not None and name[1].upper() in FURNITURE


@define
class Field:
    """
    A field that is open.

    Attributes:
        code: The pieces of its code so far.
        shown: Whether its result is being read.
        dropped: Whether its result is left out.
    """

    code: list[str] = field(factory=list)
    shown: bool = False
    dropped: bool = False


class Fields:
    """
    The fields that are open at a point of the text.

    Attributes:
        visible: Whether what stands here is shown.
    """

    def __init__(self, *, whole: bool = True) -> None:
        """
        Start outside of all fields.

        Args:
            whole: Whether each field that begins also ends. Else none is left out, lest it took
                the rest of the text with it.
        """
        self.visible = True
        self._open: list[Field] = []
        self._whole = whole

    def begin(self) -> None:
        """
        Open a field.
        """
        self._open.append(Field())
        self.visible = False

    def add(self, code: str) -> None:
        """
        Read a piece of a code.
        """
        if self._open and not self._open[-1].shown:
            self._open[-1].code.append(code)

    def separate(self) -> None:
        """
        Go on from the code of a field to its result.
        """
        if self._open:
            last = self._open[-1]
            last.shown = True
            last.dropped = self._whole and is_furniture("".join(last.code))
            self._look()

    def end(self) -> str:
        """
        Close a field and return what is shown in its place although it has no result.
        """
        if not self._open:
            return ""
        last = self._open.pop()
        self._look()
        circled = None if last.shown else _CIRCLED.match("".join(last.code))
        if circled is None or not self.visible:
            return ""
        number = int(circled[1])
        return chr(0x245F + number) if 1 <= number <= 20 else circled[1]

    def end_paragraph(self) -> None:
        """
        Close the fields without a result: a code ends with its paragraph.
        """
        if not self.visible:
            self._open = [each for each in self._open if each.shown]
            self._look()

    def _look(self) -> None:
        self.visible = all(each.shown and not each.dropped for each in self._open)
