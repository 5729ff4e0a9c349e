"""
Numbers with their units: one scan over the folded text.

A number counts where a unit of the table follows it and no mask covers it
(dates, ordinals, document numbers, slogans). Values are exact decimals with 万
and 亿 multiplied out; percentages stay as printed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from itertools import pairwise

from fazhi.knowledge.units import RATES
from fazhi.model import Document, Format
from fazhi.parsing.amounts import Amount, amount_at
from fazhi.parsing.drafts import Quantity
from fazhi.parsing.scanner import LINK, RATE_LINK, SEPARATOR, Scanner, scanner
from fazhi.parsing.spelled import MULTIPLIERS, chinese_value, counts, lower_end, moves, rate_number
from fazhi.parsing.surroundings import add_quantity
from fazhi.text.patterns import HAN, lazy


_RATE_UNITS = {"百分之": "%", "千分之": "‰"}
# What a rate below zero stands behind.
_SIGNED = frozenset("长速率幅为降升达到由从是至:约比")
_CELLS = ("|", "\t", "\uff5c")
_LONGEST_LIST = 20
# 甲类10、乙类0、丙类1件: so many named numbers are a list whatever stands before them.
_NAMED, _LEAST_NAMED = lazy(rf"、{HAN}{{1,12}}(?=[0-9])"), 3
# Behind these a number is a marker or a part of a fraction (2/3和90%).
_UNLISTED = frozenset("\n/")
_LINKS = frozenset(" -—~～–至到")
_BESIDE = _LINKS | {"、"}


def quantities(document: Document, format: Format) -> list[Quantity]:  # noqa: A002
    """
    Return the quantities of *document* in text order.
    """
    folded = document.folded
    scan = scanner(format.units, format.masks)
    found: list[Quantity] = []
    search = scan.token.search
    token = search(folded)
    while token:
        kind = token.lastgroup
        start, end = token.span(kind or 0)
        if kind == "plain":
            end = _read_plain(document, start, end, scan, found)
        elif kind == "digit":
            end = _read_arabic(document, start, scan, found)
        elif kind == "han":
            end = _read_chinese(folded, token, scan, found)
        elif kind == "rate":
            end = _read_rate(folded, token, found)
        token = search(folded, end)
    return _unmasked(folded, found, scan) if scan.masks else found


def _unmasked(folded: str, found: list[Quantity], scan: Scanner) -> list[Quantity]:
    """
    Return *found* without the numbers that stand inside a mask of the format.
    """
    covered = sorted(
        match.span()
        for signs, pattern in scan.masks
        if not signs or any(sign in folded for sign in signs)
        for match in pattern.finditer(folded)
    )
    if not covered:
        return found
    starts = [quantity.start for quantity in found]
    masked: set[int] = set()
    for (first, last), (limit, _) in pairwise([*covered, (len(folded), 0)]):
        inside = range(bisect_left(starts, first), bisect_left(starts, min(last, limit)))
        masked.update(i for i in inside if found[i].end - len(found[i].unit) < last)
    return [quantity for i, quantity in enumerate(found) if i not in masked] if masked else found


def _read_plain(
    document: Document, start: int, end: int, scan: Scanner, found: list[Quantity]
) -> int:
    """
    Read the common amount, digits and a unit and nothing else; return where to go on.
    """
    folded = document.folded
    form = scan.unit(folded, end)
    behind = end + len(form.text) if form else 0
    if form is None or folded[behind : behind + 1] in _LINKS:
        return _read_arabic(document, start, scan, found)
    if form.name in RATES:
        start -= _signed(document, start)
    add_quantity(folded, found, start, behind, folded[start:end], form.name, more=form.more)
    return behind


def _signed(document: Document, start: int) -> bool:
    """
    Whether the hyphen before a rate is its sign: 同比增长-8.92%, or the first of a cell.
    """
    folded, minus = document.folded, start - 1
    if folded[minus:start] != "-":
        return False
    cell = document.text[max(0, minus - 4) : minus].rstrip(" \u3000")
    return folded[minus - 1] in _SIGNED or cell.endswith(_CELLS)


def _read_arabic(document: Document, start: int, scan: Scanner, found: list[Quantity]) -> int:
    """
    Read an amount that starts with a digit; return where to go on.
    """
    amount = amount_at(document, start, scan)
    if amount is None:
        return start + 1
    folded = document.folded
    before = folded[start - 1] if start else " "
    if before.isascii() and before.isalpha():
        return amount.digits_end
    if folded[amount.end : amount.end + 1] in _LINKS and (link := LINK.match(folded, amount.end)):
        upper = amount_at(document, link.end(), scan)
        if upper and upper.unit:
            return _read_range(folded, amount, upper, found)
    if amount.unit:
        sign = amount.unit in RATES and _signed(document, start)
        value = "-" * sign + amount.value()
        add_quantity(folded, found, start - sign, amount.end, value, amount.unit, more=amount.more)
        return amount.end
    return _read_list(document, amount, scan, found)


def _read_range(folded: str, low: Amount, high: Amount, found: list[Quantity]) -> int:
    """
    Read 3-5个 or 3件至5件; two amounts where it is no range (由30%到50%, 5-3件).
    """
    start = low.start
    points = low.unit == "个" and high.unit == "百分点"  # 0.5个至0.8个百分点
    same = points or low.unit in ("", high.unit)
    value, upper = low.value(None if low.unit else high.scale), high.value()
    moved = moves(folded, start)
    if same and not moved and Decimal(value) < Decimal(upper):
        add_quantity(folded, found, start, high.end, value, high.unit, upper=upper)
        return high.end
    if low.unit:
        add_quantity(folded, found, start, low.end, low.value(), low.unit, more=low.more)
    elif moved:
        add_quantity(folded, found, start, low.end, value, high.unit)
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
                add_quantity(
                    folded, found, item.start, item.end, value, following.unit, more=item.more
                )
            return following.end
        if following.unit:
            return _read_bare(folded, first, found) or items[-2].digits_end
    named = _read_named(document, first, scan, found) if len(items) == 1 else 0
    return named or _read_bare(folded, first, found) or items[-1].digits_end


def _read_named(document: Document, first: Amount, scan: Scanner, found: list[Quantity]) -> int:
    """
    Read numbers with a noun each that share the unit of the last one (甲类10、乙类0、丙类1件).

    They are a list where it goes on from a count of that unit, or has three items; return where to
    go on, 0 where they are none.
    """
    folded, items = document.folded, [first]
    if first.start == 0 or not folded[first.start - 1].isalpha():
        return 0
    while len(items) < _LONGEST_LIST and (gap := _NAMED.match(folded, items[-1].end)):
        item = amount_at(document, gap.end(), scan)
        if item is None:
            return 0
        items.append(item)
        if item.unit:
            break
    unit, before = items[-1].unit, found[-1] if found else None
    if not unit and len(items) > 1:  # none of them has one
        for item in items[:-1]:
            _read_bare(folded, item, found)
        return items[-1].start
    goes_on = before is not None and before.unit == unit and _follows(folded, before.end, first)
    bare = any(item.multiplied for item in items[:-1])  # 惠及3万、覆盖5万、带动6万户
    if not unit or unit in RATES or not (goes_on or (len(items) >= _LEAST_NAMED and not bare)):
        return 0
    for item in items:
        add_quantity(folded, found, item.start, item.end, item.value(), unit, more=item.more)
    return items[-1].end


def _follows(folded: str, end: int, first: Amount) -> bool:
    gap = _NAMED.match(folded, end)
    return gap is not None and gap.end() == first.start


def _read_bare(folded: str, amount: Amount, found: list[Quantity]) -> int:
    """
    Read a count whose unit is left out; return where to go on, 0 where it is none.
    """
    if not amount.multiplied and not amount.more:
        return 0
    if amount.counts_bare(folded):
        add_quantity(folded, found, amount.start, amount.end, amount.value(), "", more=amount.more)
    return amount.end


def _shares_unit(folded: str, start: int, last: int) -> bool:
    """
    Whether numbers from *start* to *last* are one list: no marker, and with commas only behind 分别.
    """
    if start == 0 or folded[start - 1] in _UNLISTED:
        return False
    return "," not in folded[start:last] or "分别" in folded[max(0, start - 40) : start]


def _read_chinese(folded: str, token: re.Match[str], scan: Scanner, found: list[Quantity]) -> int:
    """
    Read a Chinese numeral with its unit; return where to go on.
    """
    (start, end), written = token.span("han"), token["han_number"]
    number = written.replace("余", "").replace("多", "")  # 五千多万元
    form = scan.unit(folded, end, chinese=MULTIPLIERS.isdisjoint(number))
    end += len(form.text) if form else 0
    if form is None or not counts(folded, start, end, number, form.name):
        return token.end("han_number")
    value, upper = chinese_value(number)
    if not value:
        return token.end("han_number")
    if upper is None and start > 1 and folded[start - 1] in _BESIDE:
        lower = lower_end(folded, start, number, value)
        if lower:
            (start, value), upper = lower, value
    more = bool(token["han_more"]) or number != written or form.more
    add_quantity(folded, found, start, end, value, form.name, more=more, upper=upper)
    return end


def _read_rate(folded: str, token: re.Match[str], found: list[Quantity]) -> int:
    """
    Read 百分之九十五, 千分之三 and 百分之三至百分之五.
    """
    start, begin = token.span("rate")
    value, end = rate_number(folded, begin)
    if not value:
        return begin
    upper, link = None, RATE_LINK.match(folded, end)
    if link and not moves(folded, start):
        high, high_end = rate_number(folded, link.end())
        if high and Decimal(value) < Decimal(high):
            upper, end = high, high_end
    add_quantity(folded, found, start, end, value, _RATE_UNITS[token["rate"]], upper=upper)
    return end
