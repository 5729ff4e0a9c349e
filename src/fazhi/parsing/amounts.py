"""
One number with its multiplier, 余 and unit, and whether a Chinese numeral is one.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from fazhi.model import Document
from fazhi.parsing.scanner import AMOUNT, EXPONENTS, SIMPLE_AMOUNT, Scanner


_OPENING = "“‘《「『"
_CLOSING = {"“": "”", "‘": "’", "《": "》", "「": "」", "『": "』"}
# 一起, 一件: with 一 only what cannot be a set phrase counts.
_ONE = frozenset("起宗家名")
_ENDS = frozenset(",。;、:)!? \n\r")
# 第三个, 其一, 进一步, 每一个, 几十人: no count of their own.
_NOT_BEFORE = frozenset("上下第其之统唯同单逐任每另进划合归再首某初周这那哪几数成整")
_GROUPS = ("high", "high_scale", "number", "tail", "more", "scale", "more2")


class Amount(NamedTuple):
    """
    A number in Arabic digits as it stands in the text.

    Attributes:
        start: Offset of its first digit.
        digits_end: Offset past its last digit.
        end: Offset past its unit; past 余 and multiplier where no unit follows.
        number: The digits, with separators.
        high: Digits before an inner 万 or 亿 (2万4300); None for most.
        high_scale: That 万 or 亿.
        scale: The multiplier.
        more: Whether 余 or 多 stands inside.
        unit: The canonical unit; ``""`` where none follows.
    """

    start: int
    digits_end: int
    end: int
    number: str
    high: str | None
    high_scale: str | None
    scale: str | None
    more: bool
    unit: str

    def value(self, scale: str | None = None) -> str:
        """
        Return the value as a decimal string, multiplied out; *scale* is that of a shared unit.
        """
        number, scale = self.number, self.scale or scale
        if not number.isdigit():
            number = number.replace(",", "").replace(" ", "")
        if self.high and self.high_scale:
            total = Decimal(self.high.replace(",", "")).scaleb(EXPONENTS[self.high_scale])
            low = Decimal(number).scaleb(EXPONENTS[scale] if scale else 0)
            return format(total + low, "f")
        return format(Decimal(number).scaleb(EXPONENTS[scale]), "f") if scale else number


def amount_at(document: Document, start: int, scan: Scanner) -> Amount | None:
    """
    Return the amount whose first digit stands at *start*; None for a digit that begins none.
    """
    match = AMOUNT.match(document.folded, start)
    return None if match is None else amount_of(document, match, scan)


def amount_of(document: Document, match: re.Match[str], scan: Scanner) -> Amount | None:
    """
    Return the amount that *match* found, its unit with it.
    """
    start, text = match.start(), document.text
    high, high_scale, number, tail, more, scale, more2 = match.group(*_GROUPS)
    if "," in number and "，" in text[start : match.end("number")]:
        match = SIMPLE_AMOUNT.match(document.folded, start)  # type: ignore[assignment]
        if match is None:
            return None
        high, high_scale, number, tail, more, scale, more2 = match.group(*_GROUPS)
    end, digits_end = match.end(), match.end("number")
    form = scan.unit(document.folded, end)
    end = end + len(form.text) if form else digits_end + len(tail)
    marked = bool(more or more2)
    return Amount(
        start, digits_end, end, number, high, high_scale, scale, marked, form.name if form else ""
    )


def counts(folded: str, start: int, end: int, number: str, unit: str) -> bool:
    """
    Whether a Chinese numeral counts something: not in a slogan, a title or a set phrase.
    """
    if start and folded[start - 1] in _NOT_BEFORE:
        return False
    if number == "一" and folded[start - 1 : start] == "(":
        return False  # (一期) names a stage
    if number == "一" and unit not in _ONE and folded[end : end + 1] not in _ENDS:
        return False
    window = folded[max(0, start - 20) : start]
    at = max(window.rfind(mark) for mark in _OPENING)
    return at < 0 or _CLOSING[window[at]] in window[at:]


def two_digits(number: str) -> tuple[str, str | None]:
    """
    Read 两三 and 七八 as a range; 一五 and 三二 are none.
    """
    digits = "一二三四五六七八九"
    low, high = (
        (digits.find(c.replace("两", "二")) + 1 for c in number) if len(number) == 2 else (0, 0)
    )
    return (str(low), str(high)) if 0 < low < high <= low + 2 else ("", None)
