"""
The patterns of the quantity scan, built from the tables of units and masks.
"""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from fazhi.knowledge.units import unit_rows
from fazhi.model import Mask, Unit
from fazhi.text.patterns import any_of


EXPONENTS = {
    "十": 1, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7,
    "亿": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12,
}  # fmt: skip

LINK = re.compile(r" ?(?:[-—~～–]|至|到) ?(?=\d)")
SEPARATOR = re.compile(r" ?[、,和及与] ?(?=\d)")

_YEAR = r"(?:19|20)\d\d"
_HAN = "一二两三四五六七八九十"
_HAN_MORE = _HAN + "百千万亿零〇"
# Thousands separators; digits that a damaged page sets apart (2 6项); the common case.
_ARABIC = (
    r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?: \d{1,3}){1,3}(?![\d.])|\d+(?:\.\d+)?"
)
# 千 and 百 multiply unless they begin a unit: 千瓦, 千米, 百分点.
_SCALE = r"万亿|千亿|百亿|十亿|千万|百万|十万|万|亿|千(?![瓦米克伏帕卡字])|百(?!分)"

# What holds numbers and is no quantity; tried before the numbers at each place.
_MASKS = (
    rf"{_YEAR} ?年?(?: ?[-—~至到、和] ?{_YEAR})+ ?年?(?:度|期间)?",
    rf"{_YEAR}{_YEAR}年",
    rf"{_YEAR} ?年(?:度|版|底|初|末|代)?(?: ?\d{{1,2}} ?月(?: ?\d{{1,2}} ?日?)?)?",
    rf"{_YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}}",
    r"\d{1,2}(?:[-—~至到、]\d{1,2})? ?月份?(?: ?\d{1,2} ?日)?",
    r"\d{1,2}:\d\d(?::\d\d)?",
    rf"第 ?(?:\d+|[{_HAN}百千零〇]+)(?: ?[、至到—~-] ?第? ?(?:\d+|[{_HAN}百]+))*"
    r" ?(?:个(?!百分)|次|届|批次|批|期|项|条|名|位|轮|家|类|号|季度|章|款|版|代|场|件)?",
    r"[\[〔(【]\d{4}[\]〕)】] ?第? ?\d+(?:[-—]\d+)? ?号",
    rf"前(?:\d+|[{_HAN}]+)[名位强]",
    rf"(?<=[届大会])[{_HAN}]{{1,3}}(?:届[{_HAN}]{{1,3}})?次(?:全体)?(?:会议|全会)",
)


@frozen
class Scanner:
    """
    The patterns for one set of units and masks.

    Attributes:
        token: Finds masks and starts of amounts; the group that matched says which.
        amount: An Arabic amount with its multiplier, 余 and unit, the unit optional.
        simple: The same without thousands separators.
        rate_number: What may follow 百分之.
        names: Canonical unit by its form.
        masks: What holds numbers and is no quantity by the format.
    """

    token: re.Pattern[str]
    amount: re.Pattern[str]
    simple: re.Pattern[str]
    rate_number: re.Pattern[str]
    names: dict[str, str]
    masks: tuple[re.Pattern[str], ...]


def _amount(number: str, units: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<high>{number})(?P<high_scale>亿|万) ?(?=\d))?(?P<number>{number})"
        rf" ?(?P<more>[余多])?(?P<scale>{_SCALE})?(?P<more2>[余多来])?"
        rf"(?: {{0,2}}(?P<unit>{units}))?"
    )


@lru_cache(maxsize=64)
def scanner(extra_units: tuple[Unit, ...], extra_masks: tuple[Mask, ...]) -> Scanner:
    """
    Return the patterns for the core's tables with the rows of a format.
    """
    rows = unit_rows()
    units = {form: row.unless for row in rows for form in row.forms}
    chinese = {form: row.unless for row in rows if row.chinese for form in row.forms}
    names = {form: row.name for row in rows for form in row.forms}
    for unit in extra_units:
        for form in unit.written():
            names[form], units[form] = unit.name, ""
            if not unit.arabic_only:
                chinese[form] = ""
    # The look-ahead lets the engine pass over everything else at one test a character.
    token = re.compile(
        rf"(?=[0-9第前百千\[〔(【{_HAN}])(?:(?P<mask>{'|'.join(_MASKS)})|(?P<arabic>\d)|(?P<rate>[百千]分之)"
        rf"|(?P<han>(?P<han_number>[{_HAN}][{_HAN_MORE}]{{0,15}})(?P<han_more>[余多来])?"
        rf"(?P<han_unit>{any_of(chinese)})))"
    )
    return Scanner(
        token=token,
        amount=_amount(_ARABIC, any_of(units)),
        simple=_amount(r"\d+(?:\.\d+)?", any_of(units)),
        rate_number=re.compile(rf"\d+(?:\.\d+)?|[{_HAN_MORE}]{{1,16}}(?:点[{_HAN_MORE}]{{1,16}})?"),
        names=names,
        masks=tuple(re.compile(mask.pattern) for mask in extra_masks),
    )
