"""
A page as lines and the blocks that they stand in.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from attrs import define, field
from lxml import etree


_PROSE = re.compile("[。；，、]|[\u4e00-\u9fff][;,]")


class Line(NamedTuple):
    """
    A paragraph, or a row of a table.

    Attributes:
        text: Its words; the cells of a row have a tab between them.
        element: The element that it stands in.
        linked: How many of its characters are links.
        titled: Whether it stands in a heading, or in an element called a title.
    """

    text: str
    element: etree._Element
    linked: int = 0
    titled: bool = False

    @property
    def weight(self) -> int:
        """
        How many characters of running text it holds; headings, menus and links have none.
        """
        return max(0, len(self.text) - self.linked) if _PROSE.search(self.text) else 0

    @property
    def is_link(self) -> bool:
        """
        Whether it is mostly links.
        """
        return 2 * self.linked >= len(self.text)


@define(eq=False)
class Block:
    """
    An element that starts lines of its own, with the lines that stand in it.

    Attributes:
        element: The element.
        role: What its names say: ``"content"``, ``"title"``, ``"furniture"`` or ``""``.
        start: Its first line.
        end: The line behind its last one.
        children: The blocks that stand directly in it.
    """

    element: etree._Element
    role: str
    start: int
    end: int = 0
    children: list[Block] = field(factory=list)


@define
class Flow:
    """
    A page from top to bottom.

    Attributes:
        lines: What a reader sees.
        blocks: All blocks, outer ones first.
        hidden: How many characters are hidden.
        depth: How deep elements stand in each other.
    """

    lines: list[Line]
    blocks: list[Block]
    hidden: int
    depth: int
