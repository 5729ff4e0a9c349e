"""
The numbers of outline markers.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from fazhi.errors import NumberError
from fazhi.text.numerals import LONGEST, read_number


# Ⅰ to ⅿ, ①⑴⒈ to ⒛, ⓫ to ⓴, ❶➀➊ to ➓, ㈠, ㉑ to ㉟, ㊀, ㊱ to ㊿.
_ENCLOSED: Final = (
    *((0x2160, 0x2180), (0x2460, 0x249C), (0x24EB, 0x24F5), (0x2776, 0x2794)),
    *((0x3220, 0x322A), (0x3251, 0x3260), (0x3280, 0x328A), (0x32B1, 0x32C0)),
)


def read_integer(text: str) -> int | None:
    """
    Read the number of an outline marker, without its delimiter.

    >>> [read_integer(marker) for marker in ("十二", "廿一", "3", "③", "Ⅱ", "一是")]
    [12, 21, 3, 3, 2, None]

    Returns:
        The number, or None where the string is no whole number from 1 up.
    """
    number = _usual().get(text)
    if number is not None or len(text) > LONGEST:
        return number
    try:
        value = read_number(text)
    except NumberError:
        return None

    return int(value) if value > 0 and value.as_tuple().exponent == 0 else None


@lru_cache(maxsize=1)
def _usual() -> dict[str, int]:
    """
    Return what nearly all markers hold: 1 to 99 in both writings, and numbers in one character.
    """
    ones = ("", *"一二三四五六七八九")
    table = {str(number): number for number in range(1, 100)}
    for tens, head in enumerate(("", "十", *(f"{one}十" for one in ones[2:]))):
        table |= {head + tail: tens * 10 + one for one, tail in enumerate(ones) if head + tail}
    for first, last in _ENCLOSED:
        table |= {char: int(unicodedata.numeric(char)) for char in map(chr, range(first, last))}

    return table
