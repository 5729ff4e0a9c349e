"""
The numbers that a browser writes before the items of a list.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

from lxml import etree


class ListStyle(NamedTuple):
    """
    How a list is numbered.

    Attributes:
        names: Values of ``type``, of ``list-style-type`` and parts of classes that ask for it.
        digits: The number as the style writes it.
        frame: What stands around the number.
        example: The third marker.
    """

    names: tuple[str, ...]
    digits: Callable[[int], str]
    frame: str
    example: str


_DIGITS = "零一二三四五六七八九"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def _chinese(number: int) -> str:
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return head + (_DIGITS[ones] if ones else "")


def _alpha(number: int) -> str:
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(97 + rest) + letters
    return letters


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    letters = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        letters += sign * times
    return letters


# Browsers count as CSS Counter Styles Level 3 says; custom_… are the lists of the editor UEditor.
DECIMAL = ListStyle(("1", "decimal"), str, "{}. ", "3. ")
STYLES = (
    DECIMAL,
    ListStyle(("a", "lower-alpha", "lower-latin"), _alpha, "{}. ", "c. "),
    ListStyle(("A", "upper-alpha", "upper-latin"), lambda n: _alpha(n).upper(), "{}. ", "C. "),
    ListStyle(("i", "lower-roman"), _roman, "{}. ", "iii. "),
    ListStyle(("I", "upper-roman"), lambda n: _roman(n).upper(), "{}. ", "III. "),
    ListStyle(
        ("cjk-ideographic", "trad-chinese-informal", "simp-chinese-informal", "custom_cn"),
        _chinese,
        "{}、",
        "三、",
    ),
    ListStyle(("custom_cn1",), _chinese, "{}) ", "三) "),
    ListStyle(("custom_cn2",), _chinese, "({}) ", "(三) "),
    ListStyle(("custom_num",), str, "{}. ", "3. "),
    ListStyle(("custom_num1",), str, "{}) ", "3) "),
    ListStyle(("custom_num2",), str, "({}) ", "(3) "),
)
_BY_NAME = {name: style for style in STYLES for name in style.names}

# Lists without numbers, by style or by the usual classes.
_BARE = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b")
_BARE_CLASS = re.compile(r"(?:^|\s)(?:list-(?:unstyled|none|inline)|breadcrumb)")
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)")
# A number typed before an item: then the page hides those of the list.
_TYPED = re.compile(
    r"\s*(?:[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,4})[)）、.．]|第[一二三四五六七八九十]{1,4})"
)
_INTEGER = re.compile(r"\s*(-?\d{1,6})\s*$")


class Numbering:
    """
    The numbers of one list.

    Attributes:
        style: How they are written, or None for a list without numbers.
    """

    def __init__(self, element: etree._Element) -> None:
        """
        Read how *element* (``ol``, or any other list, which has no numbers) is numbered.
        """
        self.style = _style(element) if element.tag == "ol" else None
        start = _integer(element.get("start"))
        self._step = 1
        if "reversed" in element.attrib:
            self._step = -1
            start = sum(1 for _ in element.iterchildren("li")) if start is None else start
        self._next = 1 if start is None else start

    def marker(self, item: etree._Element) -> str:
        """
        Return what a browser writes before *item*, the next one; ``""`` for nothing.
        """
        value = _integer(item.get("value"))
        number = self._next if value is None else value
        self._next = number + self._step
        if self.style is None or _BARE.search(item.get("style", "")):
            return ""
        return self.style.frame.format(self.style.digits(number) or str(number))


def _style(element: etree._Element) -> ListStyle | None:
    css, classes = element.get("style", ""), element.get("class", "")
    if _BARE.search(css) or _BARE_CLASS.search(classes) or _typed(element):
        return None
    named = _STYLE.search(css)
    names = (named and named[1], element.get("type"), *classes.split())
    return next((_BY_NAME[name] for name in names if name in _BY_NAME), DECIMAL)


def _typed(element: etree._Element) -> bool:
    for item in islice(element.iterchildren("li"), 50):
        # The first words are enough; an item may hold the whole article.
        first = islice(filter(str.strip, map(str, item.itertext())), 3)
        if _TYPED.match("".join(first)):
            return True
    return False


def _integer(text: str | None) -> int | None:
    match = _INTEGER.match(text or "")
    return int(match[1]) if match else None
