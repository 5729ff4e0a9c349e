"""
One number in digits with its multiplier, 余 and unit.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from fazhi.knowledge.quantity_words import COUNTED_NOUNS
from fazhi.model import Document
from fazhi.parsing.scanner import AMOUNT, EXPONENTS, SIMPLE_AMOUNT, Scanner
from fazhi.text.patterns import lazy


_LONG_LINE = 15
# What may follow a count in 万 or 亿 whose unit is left out, and what it is not counted behind.
_PEOPLE = "|".join(COUNTED_NOUNS)
_BARE_END = lazy(
    f" ?(?:[,。;、:)!?\n]|\\Z|[和及与](?=[0-9])|(?:以[上内下]|左右|上下|之[多内])|大关|(?:增[加长]|减少|提[高升]|上升|下降|降低|发展|扩大)[到至]|的(?:项目|产业|资金|规模|目标)|的?(?:“[^”\n]{{1,8}}”(?:人员|群众|家庭)|{_PEOPLE}))"
)
_MORE_END = lazy(_PEOPLE)
_NO_COUNT = frozenset("-—~～–“《〔[/")
_ENDS = frozenset(",。;、:)\n\r ") | {""}
# Full-width, and not between full-width digits: it parts two numbers behind 分别.
_REACH = 40
_LONE_COMMA = lazy("(?<![０-９])，|，(?![０-９])")
# Blanks that damage leaves inside of a number are plain; a tab is the edge of a column.
_CELL_BREAK = lazy(r"[^\S \u00a0\u3000]")
_CELL_EDGES = frozenset(" \t\n|")
_PROSE = lazy("[,。;:、!?]")
_ROW = 60
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

    def counts_bare(self, folded: str) -> bool:
        """
        Whether it counts although no unit is written: 减少6800多万, 8000多万农业转移人口, 500多老人.
        """
        if folded[self.start - 1 : self.start] in _NO_COUNT:
            return False
        end = _BARE_END if self.multiplied else _MORE_END
        return end.match(folded, self.end) is not None

    @property
    def multiplied(self) -> bool:
        """
        Whether 万 or 亿 multiplies it.
        """
        return bool(self.high_scale or (self.scale and self.scale[-1] in "万亿"))

    def value(self, scale: str | None = None) -> str:
        """
        Return the value as a decimal string, multiplied out; *scale* is that of a shared unit.
        """
        number, scale = self.number, self.scale or scale
        if not number.isdigit():
            number = "".join(number.replace(",", "").replace("·", ".").split())
        if self.high and self.high_scale:
            exponent = EXPONENTS[self.high_scale]
            total = Decimal(self.high.replace(",", "")).scaleb(exponent)
            # 2万5 is 25000
            place = EXPONENTS[scale] if scale else exponent - 1 if len(number) == 1 else 0
            low = Decimal(number).scaleb(place)
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
    start = match.start()
    high, high_scale, number, tail, more, scale, more2 = match.group(*_GROUPS)
    if _is_several(document, start, match.end("number"), number):
        match = SIMPLE_AMOUNT.match(document.folded, start)  # type: ignore[assignment]
        if match is None:
            return None
        high, high_scale, number, tail, more, scale, more2 = match.group(*_GROUPS)
    end, digits_end = match.end(), match.end("number")
    form = scan.unit(document.folded, end)
    if form and not _on_one_line(document.folded, match, end + len(form.text)):
        form = None
    end = end + len(form.text) if form else digits_end + len(tail.rstrip(" "))
    marked = bool(more or more2) or (scale is not None and ("余" in scale or "多" in scale))
    marked = marked or (form is not None and form.more)
    return Amount(
        start, digits_end, end, number, high, high_scale, scale, marked, form.name if form else ""
    )


def _is_several(document: Document, start: int, end: int, number: str) -> bool:
    """
    Whether the digits in the range are several numbers, parted by a comma or as cells of a table.
    """
    if "," in number and _LONE_COMMA.search(document.text, start, end):
        return "分别" in document.folded[max(0, start - _REACH) : start]
    if " " not in number or "\n" in number:
        return False
    if _CELL_BREAK.search(document.text, start, end):
        return True
    spaced = all(len(piece) == 1 for piece in number.split(" "))  # digit by digit: 2 6项
    return not spaced and _in_row(document.folded, start)


def _in_row(folded: str, start: int) -> bool:
    """
    Whether a cell begins at *start*: a blank before it, and no sign of a sentence in its line.
    """
    if start and folded[start - 1] not in _CELL_EDGES:
        return False
    first = folded.rfind("\n", max(0, start - _ROW), start) + 1 or max(0, start - _ROW)
    last = folded.find("\n", start, first + _ROW)
    return (last >= 0 or len(folded) <= first + _ROW) and not _PROSE.search(
        folded, first, last if last >= 0 else len(folded)
    )


def _on_one_line(folded: str, match: re.Match[str], end: int) -> bool:
    """
    Whether a unit that ends at *end* belongs to the number: on its line, or where a line was broken behind it.
    """
    start = match.start()
    if "\n" not in match[0]:
        return True
    spaced = folded[start - 1 : start] == " " and folded[start - 2].isalpha()  # 提案 124\n件
    if not start or (folded[start - 1].isspace() and not spaced):
        return False  # a page number
    return folded[end : end + 1] in _ENDS or "\n" not in folded[max(0, start - _LONG_LINE) : start]
