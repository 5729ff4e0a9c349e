"""
The numbered headings of a report, level by level.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from fazhi.model import Section, Span
from fazhi.model.audit import Examined


_NUMERALS = "一二三四五六七八九十0123456789 \t"
_NO_NUMERALS = str.maketrans(dict.fromkeys(_NUMERALS, "") | {"〔": "(", "〕": ")"})
_WORDS = frozenset("一二三四五六七八九十首其再最第")
_PARENS = frozenset(("()", ")", "(", "()、", "().", "(、"))
NUMERALS = (
    *("〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"),
    *("十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十"),
)
_LAST = 90  # 最后 counts as more


class Item(NamedTuple):
    """
    A numbered section.

    Attributes:
        section: The section.
        number: Its number.
        style: What stands around the number: ``"、"``, ``"()"``, ``"是"``.
        family: The style without regard to how it is written.
        opened: Where the section begins that it is a part of; 0 for chapters.
    """

    section: Section
    number: int
    style: str
    family: str
    opened: int

    @property
    def marker(self) -> str:
        """
        The marker as written.
        """
        return self.section.marker.strip()

    @property
    def span(self) -> Span:
        """
        Where the marker stands.
        """
        start = self.section.span.start
        return Span(start, start + len(self.section.marker))


@lru_cache(maxsize=1)  # six rules in a row ask the same
def levels(examined: Examined) -> tuple[tuple[Item, ...], ...]:
    """
    Return the siblings of one parent and one style of numbering, level by level.
    """
    found: list[tuple[Item, ...]] = []
    parents = [section for section in examined.sections if section.children]
    for opened, children in (
        (0, examined.report.sections),
        *((parent.span.start, parent.children) for parent in parents),
    ):
        families: dict[str, list[Item]] = {}
        for child in children:
            if child.number is not None and child.number < _LAST:
                item = _item(examined, child, opened)
                families.setdefault(item.family, []).append(item)
        found += map(tuple, families.values())
    return tuple(found)


def _item(examined: Examined, section: Section, opened: int) -> Item:
    start = section.span.start
    marker = examined.document.folded[start : start + len(section.marker)]
    return Item(section, section.number or 0, *_style(marker), opened)


@lru_cache(maxsize=512)  # all reports use the same few dozen
def _style(marker: str) -> tuple[str, str]:
    """
    Return what stands around the number, and that without regard to how it is written.
    """
    style = marker.translate(_NO_NUMERALS).strip()
    numeral = marker.lstrip("( 〔[")[:1]
    kind = "1" if numeral in "0123456789" else "一" if numeral in _WORDS else numeral
    if style in _PARENS:
        family = f"{kind}()"
    else:
        family = kind + next((word for word in ("是", "要", "其", "第") if word in style), "")
    return style, family


@lru_cache(maxsize=1)
def pairs(examined: Examined) -> tuple[tuple[Item, Item], ...]:
    """
    Return each two items that follow each other on one level.
    """
    return tuple(pair for siblings in levels(examined) for pair in pairwise(siblings))
