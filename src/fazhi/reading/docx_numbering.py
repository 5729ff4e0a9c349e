"""
The numbers that Word sets before paragraphs by itself, as ECMA-376 (17.9) has them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from lxml.etree import _Element as Element

from fazhi.reading.docx_numerals import write_numeral
from fazhi.reading.docx_parts import COMPATIBLE, WORD, number, switch, value
from fazhi.reading.docx_styles import Styles


LONGEST: Final = 255  # characters of a number's text; Word allows 31
LINKS: Final = 10  # from one definition to another; one is usual
_PLACE: Final = re.compile(r"%([1-9])")


class Level(NamedTuple):
    """
    How the numbers of one level are counted and written.

    Attributes:
        start: The first one.
        number_format: Its name, such as ``"chineseCounting"``.
        text: Text of the number, with ``%1`` for the number of the first level.
        gap: What stands between it and the paragraph.
        restart: Number of levels from the first down that start it anew.
        decimal: Whether all its numbers are Arabic, whatever their formats.
        style: Paragraph style that stands for it, or None.
    """

    start: int
    number_format: str
    text: str
    gap: str
    restart: int
    decimal: bool
    style: str | None


class List(NamedTuple):
    """
    Levels, and where they count.

    Attributes:
        counter: Lists of the same definition count on together.
        levels: By their index, from 0.
        starts: Numbers that a level begins with when this list first uses it.
    """

    counter: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


NOTHING: Final = List("", MappingProxyType({}), MappingProxyType({}))


class Numbering:
    """
    The lists of a file and how far each has counted.
    """

    def __init__(self, root: Element | None, styles: Styles) -> None:
        children = () if root is None else tuple(root)
        self._styles = styles
        self._definitions = {
            value(child, "abstractNumId") or "": child
            for child in children
            if child.tag == f"{WORD}abstractNum"
        }
        self._elements = {
            number(child, "numId"): child for child in children if child.tag == f"{WORD}num"
        }
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[int, List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()

    def next(self, properties: Element | None) -> str:
        """
        Count a paragraph and return what stands before it; ``""`` for none, also for a bullet.

        Args:
            properties: Those of the paragraph.
        """
        place = self._place(properties)
        if place is None:
            return ""
        list_id, index = place
        counting = self._list(list_id)
        level = counting.levels.get(index)
        if level is None:
            return ""
        counts = self._count(list_id, index)
        if level.number_format == "bullet" or len(level.text) > LONGEST:
            return ""
        text = self._text(counting.levels, index, counts)
        return text + level.gap if text else ""

    def _place(self, properties: Element | None) -> tuple[int, int] | None:
        """
        Return the list and the level of a paragraph: its own, else those of its style.
        """
        own = None if properties is None else properties.find(f"{WORD}numPr")
        list_id = None if own is None else number(own.find(f"{WORD}numId"))
        index = None if own is None else number(own.find(f"{WORD}ilvl"))
        if list_id is None or index is None:
            style = None if properties is None else value(properties.find(f"{WORD}pStyle"))
            given, level = self._styles.number_of(style)
            if list_id is None and given is not None and index is None:
                index = self._linked(given, style)
            list_id = given if list_id is None else list_id
            index = level if index is None else index
        return (list_id, index or 0) if list_id else None  # the list 0 switches numbers off

    def _linked(self, list_id: int, style: str | None) -> int | None:
        """
        Return the level that a style stands for: it goes before the level that the style names.
        """
        levels = self._list(list_id).levels
        links = {level.style: index for index, level in levels.items() if level.style}
        return next((links[name] for name, _ in self._styles.chain(style) if name in links), None)

    def _list(self, list_id: int) -> List:
        if list_id not in self._lists:
            self._lists[list_id] = self._read(list_id)
        return self._lists[list_id]

    def _read(self, list_id: int) -> List:
        element = self._elements.get(list_id)
        if element is None:
            return NOTHING
        counter = self._counter(element)
        if counter not in self._levels:
            definition = self._definitions.get(counter)
            self._levels[counter] = {} if definition is None else _levels(definition)
        levels = dict(self._levels[counter])
        starts = {}
        for override in element.iter(f"{WORD}lvlOverride"):
            levels |= _levels(override)
            start = number(override.find(f"{WORD}startOverride"))
            index = number(override, "ilvl")
            if start is not None and index is not None:
                starts[index] = start
        return List(counter, levels, starts)

    def _counter(self, element: Element) -> str:
        """
        Return the definition of a list, which may be that of a list style.
        """
        counter = value(element.find(f"{WORD}abstractNumId")) or ""
        for _ in range(LINKS):
            definition = self._definitions.get(counter)
            link = None if definition is None else value(definition.find(f"{WORD}numStyleLink"))
            list_id = None if link is None else self._styles.number_of(link)[0]
            following = None if list_id is None else self._elements.get(list_id)
            if following is None:
                break
            counter = value(following.find(f"{WORD}abstractNumId")) or ""
        return counter

    def _count(self, list_id: int, index: int) -> Mapping[int, int]:
        counting = self._list(list_id)
        counts = self._counts.setdefault(counting.counter, {})
        start = counting.starts.get(index)
        if start is not None and (list_id, index) not in self._begun:
            counts[index] = start
        elif index in counts:
            counts[index] += 1
        else:
            counts[index] = counting.levels[index].start if start is None else start
        self._begun.add((list_id, index))
        for deeper in [key for key in counts if key > index]:
            level = counting.levels.get(deeper)
            if level is None or index < level.restart:
                del counts[deeper]
        return counts

    def _text(self, levels: Mapping[int, Level], index: int, counts: Mapping[int, int]) -> str:
        current = levels[index]

        def write(match: re.Match[str]) -> str:
            shown = int(match[1]) - 1
            level = levels.get(shown, current)
            number_format = "decimal" if current.decimal else level.number_format
            return write_numeral(counts.get(shown, level.start), number_format)

        # Word leaves a text out that asks for the number of a deeper level.
        too_deep = any(int(digit) - 1 > index for digit in _PLACE.findall(current.text))
        return "" if too_deep else _PLACE.sub(write, current.text)


def _levels(parent: Element) -> dict[int, Level]:
    """
    Return the levels that a definition, or an override in a list, gives.
    """
    found = {}
    for element in parent.iterchildren(f"{WORD}lvl"):
        index = number(element, "ilvl")
        if index is not None and 0 <= index < 9:
            found[index] = _level(element, index)
    return found


def _level(element: Element, index: int) -> Level:
    restart = number(element.find(f"{WORD}lvlRestart"))
    following = value(element.find(f"{WORD}suff"))
    return Level(
        start=number(element.find(f"{WORD}start")) or 0,
        number_format=_number_format(element),
        text=value(element.find(f"{WORD}lvlText")) or "",
        # A tabulator is a wide blank here; in the text it stands between the cells of a table.
        gap="" if following == "nothing" else " ",
        restart=index if restart is None or restart > index else restart,
        decimal=switch(element, "isLgl") or False,
        style=value(element.find(f"{WORD}pStyle")),
    )


def _number_format(element: Element) -> str:
    """
    Return the format of a level: newer files show examples of it, with a usual one to fall back on.
    """
    chosen = element.find(f"{COMPATIBLE}AlternateContent/{COMPATIBLE}Choice/{WORD}numFmt")
    usual = element.find(f"{WORD}numFmt")
    if usual is None:
        usual = element.find(f"{COMPATIBLE}AlternateContent/{COMPATIBLE}Fallback/{WORD}numFmt")
    return value(chosen, "format") or value(chosen) or value(usual) or "decimal"
