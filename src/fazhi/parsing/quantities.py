"""
Numbers with their units: one scan over the folded text.

A number counts where a unit of the table follows it and no mask covers it
(dates, ordinals, document numbers, slogans). Values are exact decimals with 万
and 亿 multiplied out; percentages stay as printed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal

from fazhi.model import Document, Format
from fazhi.parsing.amounts import Amount, amount_at, amount_of
from fazhi.parsing.contexts import (
    AFTER_FIRST,
    CHANGE_LAST,
    OBJECT_HINT,
    RATES,
    bound_after,
    bound_before,
    change_before,
    change_behind,
)
from fazhi.parsing.drafts import Quantity
from fazhi.parsing.exclusions import is_none
from fazhi.parsing.scanner import LINK, RATE_LINK, SEPARATOR, Scanner, scanner
from fazhi.parsing.spelled import chinese_value, counts, lower_end, moves, rate_number


_RATE_UNITS = {"百分之": "%", "千分之": "‰"}
_DIGIT = re.compile("[0-9]")
_LONGEST_LIST = 20
_ROUGH = frozenset("成倍")  # 七成多
# Bounds that 以上, 左右 or 余 behind the number make more exact.
_VAGUE = (None, "~")
_JOINTS = frozenset(("、", "和", "及", "与"))
_LINKS = frozenset(" -—~～–至到")


def quantities(document: Document, format: Format) -> list[Quantity]:  # noqa: A002
    """
    Return the quantities of *document* in text order.
    """
    folded = document.folded
    scan = scanner(format.units, format.masks)
    found: list[Quantity] = []
    pos, rest = 0, scan.token.finditer(folded)
    while token := next(rest, None):
        if token.start() < pos:
            continue
        kind, end = token.lastgroup, token.end()
        if kind == "arabic":
            pos = _read_arabic(document, token, scan, found)
        elif kind == "han":
            pos = _read_chinese(folded, token, scan, found)
        elif kind == "rate":
            pos = _read_rate(folded, token, found)
        else:
            pos = end
        if pos < end and _DIGIT.search(folded, pos, end):  # a number of it is still to be read
            rest = scan.token.finditer(folded, pos)
    return _unmasked(folded, found, scan) if scan.masks else found


def _unmasked(folded: str, found: list[Quantity], scan: Scanner) -> list[Quantity]:
    """
    Return *found* without the numbers that stand inside a mask of the format.
    """
    covered = sorted(m.span() for mask in scan.masks for m in mask.finditer(folded))
    if not covered:
        return found
    starts = [start for start, _ in covered]

    def masked(quantity: Quantity) -> bool:
        at = bisect_right(starts, quantity.start) - 1
        return at >= 0 and quantity.end - len(quantity.unit) < covered[at][1]

    return [quantity for quantity in found if not masked(quantity)]


def _read_arabic(
    document: Document, token: re.Match[str], scan: Scanner, found: list[Quantity]
) -> int:
    """
    Read an amount that starts with a digit; return where to go on.
    """
    folded, start = document.folded, token.start()
    before = folded[start - 1] if start else " "
    lettered = before.isascii() and before.isalpha()
    if not lettered and (end := _read_plain(folded, token, scan, found)):
        return end
    amount = amount_of(document, token, scan)
    if amount is None:
        return start + 1
    if lettered:
        return amount.digits_end
    if folded[amount.end : amount.end + 1] in _LINKS and (link := LINK.match(folded, amount.end)):
        upper = amount_at(document, link.end(), scan)
        if upper and upper.unit:
            return _read_range(folded, amount, upper, found)
    if amount.unit:
        _add(folded, found, start, amount.end, amount.value(), amount.unit, more=amount.more)
        return amount.end
    return _read_list(document, amount, scan, found)


def _read_plain(folded: str, token: re.Match[str], scan: Scanner, found: list[Quantity]) -> int:
    """
    Read the common amount, digits and a unit and nothing else; return where to go on, 0 for others.
    """
    number, end = token["number"], token.end()
    if end - token.start() != len(number) or "," in number or " " in number:
        return 0
    form = scan.unit(folded, end)
    if form is None:
        return 0
    start, end = end - len(number), end + len(form.text)
    if folded[end : end + 1] in _LINKS:
        return 0
    _add(folded, found, start, end, number, form.name)
    return end


def _read_range(folded: str, low: Amount, high: Amount, found: list[Quantity]) -> int:
    """
    Read 3-5个 or 3件至5件; two amounts where it is no range (由30%到50%, 5-3件).
    """
    start = low.start
    same = low.unit in ("", high.unit)
    value, upper = low.value(None if low.unit else high.scale), high.value()
    moved = moves(folded, start)
    if same and not moved and Decimal(value) < Decimal(upper):
        _add(folded, found, start, high.end, value, high.unit, upper=upper)
        return high.end
    if low.unit:
        _add(folded, found, start, low.end, low.value(), low.unit, more=low.more)
    elif moved:
        _add(folded, found, start, low.end, value, high.unit)
    return low.end


def _read_list(document: Document, first: Amount, scan: Scanner, found: list[Quantity]) -> int:
    """
    Read numbers that share the unit of the last one (分别为26、43、2件); return where to go on.
    """
    folded, items = document.folded, [first]
    while len(items) < _LONGEST_LIST and (gap := SEPARATOR.match(folded, items[-1].end)):
        following = amount_at(document, gap.end(), scan)
        if following is None:
            break
        items.append(following)
        if following.unit and _shares_unit(folded, first.start, following.start):
            for item in items:
                value = item.value(following.scale)
                _add(folded, found, item.start, item.end, value, following.unit, more=item.more)
            return following.end
        if following.unit:
            return items[-2].digits_end
    return items[-1].digits_end  # none of them has a unit


def _shares_unit(folded: str, start: int, last: int) -> bool:
    """
    Whether numbers from *start* to *last* are one list: no marker, and with commas only behind 分别.
    """
    if start == 0 or folded[start - 1] == "\n":
        return False
    return "," not in folded[start:last] or "分别" in folded[max(0, start - 40) : start]


def _read_chinese(folded: str, token: re.Match[str], scan: Scanner, found: list[Quantity]) -> int:
    """
    Read a Chinese numeral with its unit; return where to go on.
    """
    start, number = token.start(), token["han_number"]
    form = scan.unit(folded, token.end(), chinese=True)
    end = token.end() + len(form.text) if form else token.end()
    if form is None or not counts(folded, start, end, number, form.name):
        return token.end("han_number")
    value, upper = chinese_value(number)
    if not value:
        return token.end("han_number")
    if upper is None and start > 1 and folded[start - 1] in _LINKS:
        lower = lower_end(folded, start, number, value)
        if lower:
            (start, value), upper = lower, value
    _add(folded, found, start, end, value, form.name, more=bool(token["han_more"]), upper=upper)
    return end


def _read_rate(folded: str, token: re.Match[str], found: list[Quantity]) -> int:
    """
    Read 百分之九十五, 千分之三 and 百分之三至百分之五.
    """
    start = token.start()
    value, end = rate_number(folded, token.end())
    if not value:
        return token.end()
    upper, link = None, RATE_LINK.match(folded, end)
    if link and not moves(folded, start):
        high, high_end = rate_number(folded, link.end())
        if high and Decimal(value) < Decimal(high):
            upper, end = high, high_end
    _add(folded, found, start, end, value, _RATE_UNITS[token[0]], upper=upper)
    return end


def _add(  # noqa: PLR0913, PLR0917
    folded: str,
    found: list[Quantity],
    start: int,
    end: int,
    value: str,
    unit: str,
    *,
    more: bool = False,
    upper: str | None = None,
) -> None:
    """
    Append a quantity with the bound and change that its context gives.
    """
    if is_none(folded, start, end, value, unit):
        return
    bound, left = bound_before(folded, start, unit)
    right = end
    if folded[end : end + 1] in AFTER_FIRST:
        after, right = bound_after(folded, end)
        bound = after if after and bound in _VAGUE else bound
    if upper is not None:
        bound = "range"
    elif (more or (unit in _ROUGH and folded[end : end + 1] == "多")) and right == end:
        bound = ">=" if bound in _VAGUE else bound
    change = None
    if (
        unit in RATES
        or folded[left - 1 : left] in CHANGE_LAST
        or OBJECT_HINT.search(folded, left - 12 if left > 12 else 0, left)
    ):
        change = change_before(folded, left, unit)
    if change is None and unit in RATES:
        change = change_behind(folded, end)
    if change is None and found and found[-1].change and found[-1].unit == unit:
        # 分别增长5.2%、8.1%
        between = folded[found[-1].right : start]
        change = found[-1].change if between in _JOINTS else None
    found.append(Quantity(start, end, value, upper, unit, bound or "=", change, left, right))
