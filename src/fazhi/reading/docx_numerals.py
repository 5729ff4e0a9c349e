"""
Numbers as Word writes them before paragraphs, by the number formats of ECMA-376 (17.18.59).

Where the standard leaves a case open, Word decides: past the end of a set of signs it writes
Arabic digits, and 101 is 一百〇一 or 一○一 by the format.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from types import MappingProxyType
from typing import Final, NamedTuple


class Counting(NamedTuple):
    """
    A way to write numbers with signs for ten, hundred and thousand.

    Attributes:
        digits: Signs of 0 to 9.
        units: Signs of 10, 100 and 1000.
        zero: What stands for the places left out between two digits.
        bare: Units before which one is not written: ``"十"`` where 10 is 十 but 110 一百一十.
        always: Whether it is not written before them anywhere, so that 110 is 百十.
    """

    digits: str
    units: str
    zero: str
    bare: str = ""
    always: bool = False


CHINESE: Final = Counting("〇一二三四五六七八九", "十百千", "〇", "十")
TAIWANESE: Final = Counting("零一二三四五六七八九", "十百千", "零", "十")
LEGAL: Final = Counting("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "零")
LEGAL_TRADITIONAL: Final = Counting("零壹貳參肆伍陸柒捌玖", "拾佰仟", "零")
JAPANESE: Final = Counting("〇一二三四五六七八九", "十百千", "", "十百千", always=True)
JAPANESE_LEGAL: Final = Counting("〇壱弐参四伍六七八九", "拾百阡", "")

STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
SIXTY: Final = tuple(STEMS[i % 10] + BRANCHES[i % 12] for i in range(60))
ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

MOST: Final = 9_999  # more is written in Arabic digits
REPEATS: Final = 30  # so often Word repeats a letter: z is 26, aa 27, bb 28


def _count(value: int, way: Counting) -> str:
    text, gap = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if not digit:
            gap = bool(text)
            continue
        unit = way.units[power - 1] if power else ""
        bare = digit == 1 and unit and unit in way.bare and (way.always or not text)
        text += (way.zero if gap else "") + ("" if bare else way.digits[digit]) + unit
        gap = False
    return text


def _place(value: int, digits: str) -> str:
    return "".join(digits[int(digit)] for digit in str(value))


def _tens(value: int, digits: str) -> str:
    """
    Write 11 as 十一, and from 100 on digit by digit.
    """
    if value >= 100:
        return _place(value, digits)
    return _count(value, Counting(digits, "十百千", "", "十"))


def _one_of(value: int, signs: str | tuple[str, ...]) -> str:
    return signs[value - 1] if value <= len(signs) else str(value)


def _letters(value: int, first: str) -> str:
    times, letter = divmod(value - 1, 26)
    return chr(ord(first) + letter) * (times + 1) if times < REPEATS else str(value)


def _roman(value: int) -> str:
    text = ""
    for worth, signs in ROMAN:
        times, value = divmod(value, worth)
        text += signs * times
    return text


def _signs(first: int, last: int) -> str:
    return "".join(map(chr, range(first, last + 1)))


WRITERS: Final[MappingProxyType[str, Callable[[int], str]]] = MappingProxyType(
    {
        "none": lambda _: "",
        "decimalZero": lambda value: f"{value:02}",
        "numberInDash": lambda value: f"- {value} -",
        "hex": lambda value: f"{value:X}",
        "lowerLetter": partial(_letters, first="a"),
        "upperLetter": partial(_letters, first="A"),
        "lowerRoman": _roman,
        "upperRoman": lambda value: _roman(value).upper(),
        "decimalFullWidth": partial(_place, digits="０１２３４５６７８９"),
        "decimalFullWidth2": partial(_place, digits="０１２３４５６７８９"),
        "decimalEnclosedCircle": partial(_one_of, signs=_signs(0x2460, 0x2473)),
        "decimalEnclosedCircleChinese": partial(_one_of, signs=_signs(0x2460, 0x2469)),
        "decimalEnclosedParen": partial(_one_of, signs=_signs(0x2474, 0x2487)),
        "decimalEnclosedFullstop": partial(_one_of, signs=_signs(0x2488, 0x249B)),
        "ideographEnclosedCircle": partial(_one_of, signs=_signs(0x3220, 0x3229)),
        "ideographTraditional": partial(_one_of, signs=STEMS),
        "ideographZodiac": partial(_one_of, signs=BRANCHES),
        "ideographZodiacTraditional": partial(_one_of, signs=SIXTY),
        "ideographDigital": partial(_place, digits="〇一二三四五六七八九"),
        "japaneseDigitalTenThousand": partial(_place, digits="〇一二三四五六七八九"),
        "taiwaneseDigital": partial(_place, digits="○一二三四五六七八九"),
        "chineseCounting": partial(_tens, digits="○一二三四五六七八九"),
        "taiwaneseCounting": partial(_tens, digits="○一二三四五六七八九"),
        "chineseCountingThousand": partial(_count, way=CHINESE),
        "taiwaneseCountingThousand": partial(_count, way=TAIWANESE),
        "chineseLegalSimplified": partial(_count, way=LEGAL),
        "ideographLegalTraditional": partial(_count, way=LEGAL_TRADITIONAL),
        "japaneseCounting": partial(_count, way=JAPANESE),
        "japaneseLegal": partial(_count, way=JAPANESE_LEGAL),
    }
)

# What newer versions of Word put in the place of a name: the first numbers in the format.
EXAMPLES: Final = MappingProxyType(
    {
        "一, 十, 一○○(简), ...": "chineseCounting",
        "一, 十, 一百(简), ...": "chineseCountingThousand",
        "壹, 贰, 叁, ...": "chineseLegalSimplified",
        "壹, 貳, 參, ...": "ideographLegalTraditional",
        "一, 一〇, 一〇〇, ...": "ideographDigital",
        "甲, 乙, 丙, ...": "ideographTraditional",
        "子, 丑, 寅, ...": "ideographZodiac",
        "①, ②, ③, ...": "decimalEnclosedCircle",
        "⑴, ⑵, ⑶, ...": "decimalEnclosedParen",
        "⒈, ⒉, ⒊, ...": "decimalEnclosedFullstop",
        "㈠, ㈡, ㈢, ...": "ideographEnclosedCircle",
        "１, ２, ３, ...": "decimalFullWidth",
        "01, 02, 03, ...": "decimalZero",
    }
)
_PADDED: Final = re.compile(r"(0{1,8}1), ")


def write_numeral(value: int, number_format: str) -> str:
    """
    Write the number of a paragraph.

    >>> [write_numeral(11, name) for name in ("chineseCounting", "lowerRoman", "decimal")]
    ['十一', 'xi', '11']

    Args:
        value: The number.
        number_format: Its format by the name that the standard gives it, or by the examples that
            newer files have instead (``"001, 002, 003, ..."``). A name unknown here is read as
            ``"decimal"``.
    """
    padded = _PADDED.match(number_format)
    if padded:
        return str(value).zfill(len(padded[1]))
    name = EXAMPLES.get(number_format, number_format)
    if name != "none" and not 0 < value <= MOST:
        return str(value)
    return WRITERS.get(name, str)(value)
