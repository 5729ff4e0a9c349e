"""
The patterns of the quantity scan, built from the tables of units and masks.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from fazhi.knowledge.units import unit_rows
from fazhi.model import Mask, Unit
from fazhi.text.patterns import lazy


# Measure words that stand in pairs.
_COUNTERS = frozenset("件次宗起份家户人名项条个期场册卷台辆套处批组本张")
_TIMES = lazy("次(?![要日年序第生数])")
# Behind one of these no unit goes on, as 件套 or 件(次) does, nor on the next line.
_MARKS = frozenset(",。、;:)")
EXPONENTS = {
    "十": 1, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7,
    "亿": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12,
}  # fmt: skip
# 3万多亿元, 5千余万元
EXPONENTS |= {"个亿": 8, "个多亿": 8}
EXPONENTS |= {
    f"{low}{more}{high}": EXPONENTS[low] + EXPONENTS[high]
    for low in "十百千万"
    for more in "余多"
    for high in "万亿"
    if low != high
}

LINK = lazy(r" ?(?:[-—~～–]{1,2}|至|到) ?(?=\d)")
SEPARATOR = re.compile(r" ?[、,和及与] ?(?=\d)")

_YEAR = r"(?:19|20)\d\d"
HAN_DIGITS = "一二两三四五六七八九十廿卅"
_HAN_MORE = HAN_DIGITS + "百千万亿零〇"
# One such character alone is a part of a word: 队伍, 大陆.
_FINANCIAL = "壹贰叁肆伍陆柒捌玖拾"
# 百 千 万 count where a bound makes them a number: 百余件, 近千人, 超百亿元.
_CHINESE = (
    rf"[{HAN_DIGITS}〇][{_HAN_MORE}]{{0,15}}(?:点[{_HAN_MORE}]{{1,9}}|[余多][百千万亿]{{1,2}})?"
    rf"|[百千万](?:(?=[余多])|(?<=[近逾超约破][百千万])[百千万]?亿?)|[{_FINANCIAL}][{_FINANCIAL}佰仟万亿零]{{1,15}}"
)
# Thousands separators; digits that a damaged page sets apart (2 6项, 率98. 5%); the common case.
_ARABIC = (
    # A number torn by the break of a long line, and no date or numbering below it.
    r"(?<=[^\n]{18})\d++(?: ?\n(?!(?:19|20)\d\d[年./-])\d+(?:\.\d+)?|\. ?\n\d+| ?\n\.\d+|\.\d+ ?\n\d+(?=[%分万亿]))"
    r"(?![\d、)年]|\.\D)"
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}·\d{1,2}(?=[%万亿])|(?<=[一-鿿])\d(?: ?\d)*+ \.(?: ?\d)++"
    r"|(?!(?:19|20)\d\d )\d{2,8} 0\d*(?![\d.])|\d(?: \d){2,11}(?! ?[\d.])|\d{1,3}(?: \d{1,3}){1,3}(?! ?[\d.])"
    r"|(?<=[一-鿿])\d{1,2}(?: \d\.|\. | \.)\d+(?=[%分])|\d+(?:\.\d+)?"
)
# Digits with nothing to be multiplied, joined or set right, as most numbers are.
_PLAIN = r"(?<![A-Za-z])\d++(?:\.\d++)?+(?![, .·\r\n余多来十百千万亿+])"
# 千 and 百 multiply unless they begin a unit: 千瓦, 千米, 百分点.
_SCALE = r"个多?亿(?![元级])|[十百千](?:余|多)[万亿]|万(?:余|多)亿|万亿|千亿|百亿|十亿|千万|百万|十万|万|亿|千(?![瓦米克伏帕卡字升])|百(?!分)"

_ORDINAL = (
    rf"第 ?(?:\d+|[{HAN_DIGITS}百千零〇]+)(?: ?[、至到—~-] ?第? ?(?:\d+|[{HAN_DIGITS}百]+))*"
    r" ?(?:个(?!百分)|次|届|批次|批|期|项|条|名|位|轮|家|类|号|季度|章|款|版|代|场|件)?"
)
# What holds numbers and is no quantity; tried before the numbers at each place.
_S = r"[ \n]{0,2}"  # dates are torn as well
_MASKS = (
    rf"{_YEAR} ?年?(?: ?[-—~至到、和] ?{_YEAR})+ ?年?(?:度|期间)?",
    rf"{_YEAR}{_YEAR} ?年",
    rf"{_YEAR}{_S}年(?:度|版|底|初|末|代)?(?:{_S}\d{{1,2}}{_S}月(?:{_S}\d{{1,2}}{_S}日?)?)?",
    r"(?:1 9|2 0) \d \d {0,2}年(?: {0,2}(?:\d ?)?\d {0,2}月(?: {0,2}(?:\d ?)?\d {0,2}日)?)?",
    rf"(?:1 ?\n9|2 ?\n0|(?:19|20) ?\n)\d\d{_S}年|(?:19|20)\d ?\n\d{_S}年",
    rf"{_YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}}",
    rf"\d{{1,2}}(?:[-—~至到、]\d{{1,2}})?{_S}月份?(?:{_S}\d{{1,2}}{_S}日)?",
    r"\d{1,2}(?::\d\d(?::\d\d)?|[时点]\d{1,2}分)",
    r"\d{1,3} ?页(?=[^,。;\n]{0,4}(?:珍藏|精华|完整)|政府工作报告)",
    "一(?<=[唯统单]一)",
    r"第 ?\d{1,3}(?:/\d{1,3})? ?页(?:[ ,/]{0,3}共 ?\d{1,3} ?页)?",
    _ORDINAL,
    r"(?<=[\[〔(【])\d{4}[\]〕)】] ?第? ?\d+(?:[-—]\d+)? ?号",
    rf"前(?:\d+|[{HAN_DIGITS}]+)[名位强]",
    rf"(?<=[届大会])[{HAN_DIGITS}]{{1,3}}(?:届[{HAN_DIGITS}]{{1,3}})?次(?:全体|常委会?|常务(?:委员会)?|主席|主任)?(?:会议|全会)",
    rf"[{HAN_DIGITS}]{{1,3}}次(?:[、和及与][{HAN_DIGITS}]{{1,3}}次){{0,8}}全(?:会|体会议)",
)


class Form(NamedTuple):
    """
    One way to write a unit.

    Attributes:
        text: The way.
        name: The canonical unit.
        unless: What must not follow it.
        but: What may follow although it begins like one of these.
        chinese: Whether it may follow a Chinese numeral.
        more: Whether it holds 多 (2个多月).
    """

    text: str
    name: str
    unless: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    chinese: bool = True
    more: bool = False


class Scanner(NamedTuple):
    """
    What the scan needs for one set of units and masks.

    Attributes:
        token: Finds masks and starts of amounts, to be searched for; the group says which, and where
            it ends.
        forms: Ways to write units by the one or two characters that they may stand before, longest
            first.
        masks: What holds numbers and is no quantity by the format, with the words without which a
            text is not searched for it.
    """

    token: re.Pattern[str]
    forms: dict[str, tuple[Form, ...]]
    masks: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]

    def unit(self, folded: str, at: int, *, chinese: bool = False) -> Form | None:
        """
        Return the unit written at *at*; None where no unit is.
        """
        pair = folded[at : at + 2]
        for form in self.forms.get(pair) or self.forms.get(pair[:1], ()):
            text = form.text
            if folded.startswith(text, at) and (form.chinese or not chinese):
                end = at + len(text)
                if folded[end : end + 1] in _MARKS:
                    return form
                if (
                    form.unless
                    and folded.startswith(form.unless, end)
                    and not folded.startswith(form.but, end)
                ):
                    continue
                if folded[end : end + 1] == "(":
                    return _joined(folded, form, end)
                return self._torn(folded, at) or form if "\n" in folded[end : end + 3] else form
        return self._torn(folded, at) if "\n" in folded[at + 1 : at + 3] else None

    def _torn(self, folded: str, at: int) -> Form | None:
        """
        Return the unit at *at* that a break of a long line goes through: 48件/次.
        """
        cut = folded.index("\n", at)
        above = folded[at:cut].rstrip(" ")
        if cut - folded.rfind("\n", 0, cut) <= _SHORTEST_TORN:
            return None
        whole = self.unit(above + folded[cut + 1 : cut + 4], 0)
        below = len(whole.text) - len(above) if whole else 0
        return whole._replace(text=folded[at : cut + 1 + below]) if whole and below > 0 else None


def _joined(folded: str, form: Form, end: int) -> Form:
    """
    Return *form* with a second measure word in brackets behind it, where one stands: 宗(份).
    """
    second = folded[end + 1 : end + 2]
    if second in _COUNTERS and folded.startswith(")", end + 2) and form.name in _COUNTERS:
        times = "次" if second != "次" and _TIMES.match(folded, end + 3) else ""  # 156件(批)次
        return Form(f"{form.text}({second}){times}", form.name + second + times)
    return form


_TAIL = rf"(?: | ?\n(?: ?\n)?(?=[余多万亿]))?(?P<more>[余多])?(?:(?P<scale>{_SCALE}) ?)?(?P<more2>[余多来+])?"
_AMOUNT = (
    rf"(?:(?P<high>\d{{1,12}}(?:,\d{{3}})?(?:\.\d+)?) ?(?P<high_scale>亿|万) ?(?=\d))?(?P<number>{_ARABIC})"
    rf"(?P<tail>{_TAIL})[ \r\n]{{0,2}}"
)
# An Arabic amount with its multiplier and 余, up to where its unit stands.
AMOUNT = re.compile(_AMOUNT)
# The same where a full-width comma separates no thousands.
SIMPLE_AMOUNT = lazy(
    rf"(?P<high>(?!))?(?P<high_scale>(?!))?(?P<number>\d+(?:\.\d+)?)(?P<tail>{_TAIL})[ \r\n]{{0,2}}"
)
_SHORTEST_TORN = 18
RATE_NUMBER = lazy(rf"\d+(?:\.\d+)?|[{_HAN_MORE}]{{1,16}}(?:点[{_HAN_MORE}]{{1,16}})?")
RATE_LINK = lazy(rf"(?:[-—~～–]{{1,2}}|至|到)(?:[百千]分之)?(?=[\d{HAN_DIGITS}])")
# The lower end of 三至五个, read backwards from its upper end.
LOWER = lazy(rf"(?<![第{_HAN_MORE}])[{HAN_DIGITS}][{_HAN_MORE}]{{0,7}}(?=[-—~～–至到]\Z)")


@lru_cache(maxsize=64)
def scanner(extra_units: tuple[Unit, ...], extra_masks: tuple[Mask, ...]) -> Scanner:
    """
    Return the scanner for the core's tables with the rows of a format.
    """
    forms = [
        Form(written, unit.name, chinese=not unit.arabic_only)
        for unit in extra_units
        for written in unit.written()
    ]
    forms += [
        Form(written, row.name, row.unless, row.but, row.chinese, "个多" in written)
        for row in unit_rows()
        for written in row.forms
    ]
    by_start: dict[str, list[Form]] = {}
    for form in sorted(forms, key=lambda form: -len(form.text)):
        by_start.setdefault(form.text[:2], []).append(form)
    for pair, ways in by_start.items():
        if len(pair) > 1:
            ways.extend(by_start.get(pair[0], ()))
    after_words = "".join(sorted({form.text[0] for form in forms if form.chinese}))
    after_any = "".join(sorted({form.text[0] for form in forms}))
    # One character is matched, and what begins with it is read by looking back at it and ahead:
    # so the engine passes over all other characters in its quickest loop.
    token = re.compile(
        rf"[0-9第前百千万〇{HAN_DIGITS}{_FINANCIAL}](?<=(?=(?P<mask>{'|'.join(_MASKS)})|(?P<plain>{_PLAIN})"
        rf"|(?P<digit>\d)|(?P<rate>[百千]分之)|(?P<han>(?P<han_number>{_CHINESE})"
        rf"(?P<han_more>[余多来])?(?=[{re.escape(after_words)}]|(?<=[百千万亿余多])[{re.escape(after_any)}]))).)"
    )
    return Scanner(
        token=token,
        forms={start: tuple(ways) for start, ways in by_start.items()},
        masks=tuple((mask.signs, lazy(mask.pattern)) for mask in extra_masks),
    )
