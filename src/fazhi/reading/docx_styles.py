"""
What the styles of a Word file say of numbers and of hidden text.
"""

from __future__ import annotations

from typing import Final

from lxml.etree import _Element as Element

from fazhi.reading.docx_parts import WORD, number, switch, value


NUMBERS: Final = f"{WORD}pPr/{WORD}numPr"
LONGEST_CHAIN: Final = 50  # Word itself allows fewer


class Styles:
    """
    The styles of a file, each with those that it is based on.
    """

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default: str | None = None
        self._numbers: dict[str | None, tuple[int | None, int | None]] = {}
        self._hidden: dict[str | None, bool] = {}
        self._chains: dict[str | None, tuple[tuple[str, Element], ...]] = {}
        for style in () if root is None else root.iter(f"{WORD}style"):
            name = value(style, "styleId") or ""
            self._styles.setdefault(name, style)
            if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true"):
                self._default = name

    def chain(self, name: str | None) -> tuple[tuple[str, Element], ...]:
        """
        Return a style and those that it is based on, nearest first.

        Args:
            name: Its id; None for that of paragraphs which name none.
        """
        if name not in self._chains:
            found: dict[str, Element] = {}
            following = name if name in self._styles else self._default
            while following in self._styles and len(found) < LONGEST_CHAIN:
                if following in found:
                    break
                found[following] = self._styles[following]
                following = value(found[following].find(f"{WORD}basedOn"))
            self._chains[name] = tuple(found.items())
        return self._chains[name]

    def number_of(self, name: str | None) -> tuple[int | None, int | None]:
        """
        Return the list and the level that a style gives to its paragraphs; None for neither.
        """
        if name not in self._numbers:
            self._numbers[name] = self._read_number(name)
        return self._numbers[name]

    def _read_number(self, name: str | None) -> tuple[int | None, int | None]:
        given, level = None, None
        for _, style in self.chain(name):
            numbers = style.find(NUMBERS)
            if numbers is not None:
                given = number(numbers.find(f"{WORD}numId")) if given is None else given
                level = number(numbers.find(f"{WORD}ilvl")) if level is None else level
        return given, level

    def hides(self, name: str | None) -> bool:
        """
        Return whether text in a style is hidden.
        """
        if name not in self._hidden:
            self._hidden[name] = self._read_hidden(name)
        return self._hidden[name]

    def _read_hidden(self, name: str | None) -> bool:
        for _, style in self.chain(name):
            hidden = switch(style.find(f"{WORD}rPr"), "vanish")
            if hidden is not None:
                return hidden
        return False
