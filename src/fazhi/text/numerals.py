"""
Numerals: Arabic, Chinese and mixed, in both scripts, as exact decimals.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from fazhi.errors import NumberError


# Digits as they stand in folded text; 两 is 2 before a multiplier or alone only.
CHINESE_DIGITS: Final = MappingProxyType(
    {char: value for value, char in enumerate("零一二三四五六七八九")}
    | {char: value for value, char in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
    | {"〇": 0, "两": 2}
)

# Powers of ten as they stand in folded text, the greatest first.
MULTIPLIERS: Final = MappingProxyType(
    {"亿": 10**8, "万": 10**4, "千": 1000, "仟": 1000, "百": 100, "佰": 100, "十": 10, "拾": 10}
)

# Each character of a numeral in one form, whatever the script and width.
_ONE_FORM: Final = str.maketrans(
    dict(
        zip(
            "〇○◯Ｏｏ壹弌贰貳弍叁參叄弎肆伍陆陸柒捌玖兩億萬仟佰拾負點．，－−﹣＋０１２３４５６７８９",
            "零零零OO一一二二二三三三三四五六六七八九两亿万千百十负点.,---+0123456789",
            strict=True,
        )
    )
    | dict.fromkeys("\t\u00a0\u2007\u2009\u202f\u3000", " ")
    | {"廿": "二十", "卅": "三十", "卌": "四十"}
)

_UNITS: Final = tuple((char, MULTIPLIERS[char]) for char in "亿万千百十")
_ONES: Final = {
    char: Decimal(value)
    for chars in ("一二三四五六七八九", "123456789")
    for value, char in enumerate(chars, 1)
}
_MULTIPLYING: Final = tuple("亿万千百十")
# 百万, 千亿 and 万亿 are one of each.
_IMPLIED_ONE: Final = frozenset("百千万")

_ARABIC: Final = re.compile(
    r"[0-9]++(?:\.[0-9]++)?+|[0-9]{1,3}(?:(?:,[0-9]{3})++|(?: [0-9]{3})++)(?:\.[0-9]++)?+"
)
_LOOSE_BLANKS: Final = re.compile(r"(?<![0-9 ,.]) ++|(?<! ) ++(?![0-9,.])")
# 二〇二三, also with the letter O for the circle and 幺 for one. Two neighbours are none: 七八 is
# "seven or eight", and 三五 "three to five".
_NEIGHBOURS: Final = "一二|二三|三四|四五|五六|六七|七八|八九|三五"
_DIGIT_STRING: Final = re.compile(rf"(?!(?:{_NEIGHBOURS})\Z)[零一二三四五六七八九幺Oo]{{2,}}+")
_DIGIT_VALUES: Final = str.maketrans("零Oo一二三四五六七八九幺", "0001234567891")

# No real numeral with multipliers is longer, and none so long is worked out inexactly.
LONGEST: Final = 64
_EXACT: Final = Context(prec=256)


def read_number(text: str) -> Decimal:
    """
    Read a whole string as one number.

    Arabic digits with or without thousands separators (``,`` or one blank), Chinese numerals
    of everyday and financial writing, 点 with decimals, digit strings such as 二〇二三, and
    mixtures with 十 百 千 万 亿; in both scripts and both widths. Where usage is divided:

    =========================== ==============================================
    一百五, 2万5                150, 25000: a last digit fills the next place
    二〇二三, 一一, 百万        2023, 11, 1000000; 半 is 0.5
    三十万零五千                305000: 零 may stand for the count's last place
    七八, 三五, 十几            refused: about so many
    百, 一百零, 一千零五百      refused: a count is missing, a place filled twice
    三点三十, 8点30             refused: times of the day
    百分之五, 1/2, 3件, 3千余   refused: more than a number
    四万万, 一兆, 1e5, .5, ½    refused: not written so, or of two meanings
    =========================== ==============================================

    >>> read_number("1,234.50"), read_number("三百零五"), read_number("2.17万")
    (Decimal('1234.50'), Decimal('305'), Decimal('21700'))

    Args:
        text: The numeral, alone but for blanks around it.

    Returns:
        The value with the decimals printed; with multipliers multiplied out, in plain notation
        without zeros at the end of a fraction.

    Raises:
        NumberError: If the string is not one number as a whole.
    """
    return _cached(text) if len(text) <= LONGEST else _read(text)


def plain(value: Decimal) -> str:
    """
    Write a value in plain notation, with the decimals that it has and never with an exponent.

    >>> plain(Decimal("2.50") * 10**4)
    '25000.00'
    """
    return format(value, "f")


def _read(text: str) -> Decimal:
    if text.isascii() and text.isdigit():
        return Decimal(text)
    unsigned, negative = _unsigned(text.translate(_ONE_FORM).strip(" "))
    if " " in unsigned:
        unsigned = _LOOSE_BLANKS.sub("", unsigned)
    try:
        value = _value(unsigned)
    except NumberError:
        raise NumberError(text) from None

    return value.copy_negate() if negative and value else value


# The same small numbers come again and again.
_cached: Final = lru_cache(maxsize=4096)(_read)


def _unsigned(text: str) -> tuple[str, bool]:
    """
    Take the sign off and say whether it was negative.
    """
    for sign in ("-", "负", "零下", "+"):
        if text.startswith(sign):
            return text.removeprefix(sign), sign != "+"

    return text, False


def _value(text: str) -> Decimal:
    """
    Read a numeral in one form, without sign.
    """
    if _ARABIC.fullmatch(text):
        return _arabic(text)
    if _DIGIT_STRING.fullmatch(text):
        return Decimal(text.translate(_DIGIT_VALUES))
    if text == "零":
        return Decimal(0)
    if text == "半":
        return Decimal("0.5")
    if len(text) > LONGEST:
        raise NumberError(text)

    return _multiplied(text)


def _multiplied(text: str) -> Decimal:
    """
    Read a numeral by its greatest multiplier: what stands before it counts so often, the rest is added.
    """
    if "点" in text and not text.endswith(_MULTIPLYING):
        return _with_point(text)
    for char, unit in _UNITS:
        head, found, tail = text.rpartition(char)
        if not found:
            continue
        count = _count(head, unit)
        if not tail:
            return _tidy(_EXACT.multiply(count, Decimal(unit)))
        if not _is_whole(count):
            raise NumberError(text)
        return _EXACT.add(_EXACT.multiply(count, Decimal(unit)), _tail(tail, unit, count))

    return _simple(text)


def _count(head: str, unit: int) -> Decimal:
    """
    Read what stands before a multiplier: 一万五千 before 亿, a number to 9999 before 万, else a digit.
    """
    if unit == 10 and not head:
        return Decimal(1)
    if "点" in head and unit > 10:  # 三点三十 is a time
        return _multiplied(head)
    if _ARABIC.fullmatch(head) or unit < 10**4:
        return _simple(head)
    if head in _IMPLIED_ONE and MULTIPLIERS[head] < unit:
        return Decimal(MULTIPLIERS[head])
    if any(char in head for char, other in _UNITS if other >= unit):
        raise NumberError(head)

    return _multiplied(head)


def _tail(tail: str, unit: int, count: Decimal) -> Decimal:
    """
    Read what follows a multiplier: 零五, 二十五, 4300, and 五 for the next lower place (三百五, 2万5).
    """
    if tail in _ONES:
        return _ONES[tail] * (unit // 10)
    rest = tail.removeprefix("零")
    if rest == "两":  # 二十两 is a weight
        raise NumberError(tail)
    value = _multiplied(rest)
    # 零 stands for at least one place; in 三十万零五千 that is the last of the count.
    gap = 1 if rest == tail or not _EXACT.remainder(count, Decimal(10)) else 10
    whole = _is_whole(value) or (_ARABIC.fullmatch(rest) and value * 10 >= unit)
    if not whole or not 0 < value * gap < unit:
        raise NumberError(tail)

    return value


def _simple(text: str) -> Decimal:
    """
    Read Arabic digits or one Chinese digit.
    """
    if _ARABIC.fullmatch(text):
        return _arabic(text)
    if text in _ONES:
        return _ONES[text]
    if text == "两":
        return Decimal(2)
    raise NumberError(text)


def _arabic(text: str) -> Decimal:
    return Decimal(text.replace(",", "").replace(" ", ""))


def _with_point(text: str) -> Decimal:
    """
    Read a Chinese numeral with decimals; 8点30 is a time.
    """
    whole, _, decimals = text.partition("点")
    digits = decimals.translate(_DIGIT_VALUES)
    if not digits.isdigit() or decimals.isascii() or whole.isascii():
        raise NumberError(text)

    return Decimal(f"{_value(whole)}.{digits}")


def _is_whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def _tidy(product: Decimal) -> Decimal:
    """
    Drop the zeros that multiplying has put behind the point, and any exponent.
    """
    if _is_whole(product):
        return product.quantize(Decimal(1), context=_EXACT)

    return product.normalize(_EXACT)
