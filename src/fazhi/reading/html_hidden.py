"""
Text that a page holds but does not show.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree


class HidingRow(NamedTuple):
    """
    A way to hide an element with all that stands in it.

    Attributes:
        pattern: What its ``style`` says.
        examples: Styles that hide.
        counterexamples: Styles that do not.
    """

    pattern: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...] = ()


HIDING = (
    HidingRow(r"display\s*:\s*none", ("display:none", "color:red; DISPLAY: none")),
    HidingRow(
        # Word's hanging indents are negative too, but not that far.
        r"(?:^|[;\s-])(?:left|top|indent)\s*:\s*-(?:999|\d{4})",
        ("position:absolute;left:-9999px", "text-indent: -999px"),
        ("text-indent:-21.0pt;margin-left:21pt", "margin-left:-15px"),
    ),
    HidingRow(
        r"(?:^|[;\s])clip\s*:\s*rect\(\s*(?:0|1px)[\s,]",
        ("position:absolute;clip:rect(0 0 0 0)",),
        ("clip:rect(auto, auto, auto, auto)",),
    ),
)
_HIDING = re.compile("|".join(row.pattern for row in HIDING), re.IGNORECASE)

# These hide the words of an element, but one inside it may show its own again.
_VEIL = re.compile(
    r"visibility\s*:\s*(?:hidden|collapse)"
    r"|font-size\s*:\s*0+(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)|font\s*:\s*0/0",
    re.IGNORECASE,
)
_UNVEIL = re.compile(
    r"visibility\s*:\s*visible|font-size\s*:\s*(?:0?\.0*[1-9]|[1-9a-z])", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")


def is_hidden(element: etree._Element) -> bool:
    """
    Return whether *element* is hidden with all that stands in it.

    The later pages of an article that is turned over by a script are not: they are built as the
    shown one beside them.
    """
    style = element.get("style")
    if "hidden" not in element.attrib and not (style and _HIDING.search(style)):
        return False
    return not _is_page(element)


def _is_page(element: etree._Element) -> bool:
    kind = _kind(element)
    return kind is not None and kind in (_kind(element.getprevious()), _kind(element.getnext()))


def _kind(element: etree._Element | None) -> tuple[str, str, str] | None:
    """
    Return what the pages of one article have in common.
    """
    if element is None or element.tag not in ("div", "section", "article"):
        return None
    id_, class_ = element.get("id", ""), element.get("class", "")
    if not _DIGITS.search(id_ + class_):
        return None
    return element.tag, _DIGITS.sub("", id_), _DIGITS.sub("", class_)


class Veil:
    """
    Whether the words of the open elements are drawn.

    Attributes:
        drawn: Whether a veil hides the words that come next.
    """

    def __init__(self) -> None:
        """
        Start in the open.
        """
        self.drawn = False
        self._before: list[tuple[etree._Element, bool]] = []

    def enter(self, element: etree._Element) -> None:
        """
        Take note of what an element that opens says of its words.
        """
        style = element.get("style")
        if not style:
            return
        drawn = bool(_VEIL.search(style)) or (self.drawn and not _UNVEIL.search(style))
        if drawn != self.drawn:
            self._before.append((element, self.drawn))
            self.drawn = drawn

    def leave(self, element: etree._Element) -> None:
        """
        Forget what an element that closes said.
        """
        if self._before and self._before[-1][0] is element:
            self.drawn = self._before.pop()[1]
