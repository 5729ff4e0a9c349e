"""
Dates as reports write them, read only where they are real days.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from fazhi.model import Span
from fazhi.text.patterns import lazy


_DIGITS = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")
_CHINESE = "〇○零O一二三四五六七八九"
_ARABIC = lazy(
    r"(?<![0-9])(?P<y>(?:19|20)[0-9]{2})[ ]{0,2}(?:年[ ]{0,2}|[-/.][ ]{0,2})"
    r"(?P<m>[0-9]{1,2})[ ]{0,2}(?:月[ ]{0,2}|[-/.][ ]{0,2})(?P<d>[0-9]{1,2})(?:(?![0-9])|(?=[0-9]{2}:[0-9]{2}))(?:[ ]{0,2}日)?"
)
_DAY_FIRST = lazy(
    r"(?<![0-9.])(?P<d>[0-9]{1,2})[./-](?P<m>[0-9]{1,2})[./-](?P<y>(?:19|20)[0-9]{2})(?![0-9.])"
)
_NUMERALS = lazy(
    rf"(?P<y>[二一][{_CHINESE}]{{3}})[ ]{{0,2}}年[ ]{{0,2}}(?P<m>[一二三四五六七八九十元]{{1,2}})[ ]{{0,2}}月"
    r"[ ]{0,2}(?P<d>[一二三四五六七八九十廿]{1,3})[ ]{0,2}日"
)
_ALL = (_ARABIC, _DAY_FIRST, _NUMERALS)


def dates(folded: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """
    Yield each real date between two offsets in ISO form, with its span, in text order.

    2024-02-31 is no date and is passed over.
    """
    found = [(m.start(), m) for pattern in _ALL for m in pattern.finditer(folded, start, end)]
    for _, match in sorted(found, key=lambda pair: pair[0]):
        day = _day(match)
        if day:
            yield day, Span(*match.span())


def _day(match: re.Match[str]) -> str | None:
    try:
        parts = [_number(match[name]) for name in "ymd"]
        return dt.date(*parts).isoformat()
    except ValueError:
        return None


def _number(text: str) -> int:
    """
    Return the value of up to four digits, Arabic or Chinese (二〇二四, 十二, 廿一, 元月).
    """
    if text.isascii():
        return int(text)
    text = text.replace("元", "一").replace("廿", "二十")
    if "十" in text:
        tens, ones = text.split("十", 1)
        return 10 * _number(tens or "一") + (_number(ones) if ones else 0)
    return int(text.translate(_DIGITS))
