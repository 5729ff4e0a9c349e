"""
Numerals in words before a unit: whether they count, what they are worth, ranges of them.
"""

from __future__ import annotations

from decimal import Decimal

from fazhi.errors import NumberError
from fazhi.parsing.scanner import HAN_DIGITS, LOWER, RATE_NUMBER
from fazhi.text import read_number
from fazhi.text.patterns import lazy


_OPENING = "“‘《「『"
_CLOSING = {"“": "”", "‘": "’", "《": "》", "「": "」", "『": "』"}
# 一起, 一件: with 一 only what cannot be a set phrase counts.
_ONE = frozenset("起宗家名成")
_ENDS = frozenset(",。;、:)!? \n\r")
# 一起 is "together" but before a case.
_CASES = (
    *("行政", "刑", "民事", "违法", "矛盾", "劳动", "一般"),
    *"案事纠较重安信交火典涉因投群邻婚工",
)
# 一家人 is a family.
_NOT_AFTER = tuple("人亲之独")
# 二 before these is "the second" (a count of two is 两): 二期工程, 二轮延包, 二次招商.
_SECOND = frozenset("期轮次类批代审档线")
# Stages of a building are numbered like issues: 三期扩建工程, but 举办培训班三期.
_ISSUES = lazy(
    "(?:举办|开办|开展|组织|培训|编发|编印|印发|刊发|推出|发布|播出|制作|出版|开设|录制|举行|班|简报|专刊|节目|专栏)[^,。;、]{0,6}\\Z"
)
_STAGES = lazy("[^,。;、]{0,8}(?:工程|项目|建设|扩建|改造|投产|投运|开工|竣工|机组)")
_COUNTED = frozenset("的有了共达满近约超")
# 五个“必须统筹”, 四个方面
_NAMED = ("“", "方面")
# 干一件成一件, 今天去一趟、明天去一趟
_LONGEST_ECHO = 10
# 查处一起, but 抱在一起
_TAKEN = lazy("(?:查处|侦破|破获|立案|发生|受理|办理|审结|查办|侦办|化解|调解|成功)了?\\Z")
# 第三个, 其一, 进一步, 每一个, 几十人: no count of their own.
_NOT_BEFORE = frozenset("劣上下第其之统唯同单逐任每另进划合归再首某初周这那哪几数整番")
_DOCUMENT = lazy(r"[^,。;、]{0,4}(?:〔|[\[【(](?=(?:19|20)\d\d[\]】)]))")
# Behind one of these any unit is counted: 三百台, but not 三级 or 一批.
MULTIPLIERS = frozenset("百千万亿")
_PLACES = lazy("[十百千万亿零〇点廿卅拾佰仟]")
_ABOUT = lazy(
    "((?:.{0,6}[十百千万亿])?)"
    "(?=一两|一二|两三|二三|三四|三五|四五|五六|六七|七八|八九)(.)(.)([十百千万亿]{0,3})"
)
_PLANS = frozenset(("十三五", "十四五"))
_NEIGHBOURS = frozenset(("一二", "二三", "三四", "四五", "五六", "六七", "七八", "八九"))
_OUTSIDE = frozenset("第十百千万。;:、\n") | {""}


def counts(folded: str, start: int, end: int, number: str, unit: str) -> bool:
    """
    Whether a Chinese numeral counts something: not in a slogan, a title or a set phrase.
    """
    if start and folded[start - 1] in _NOT_BEFORE:
        return False
    if number == "一" and not _counts_one(folded, start, end, unit):
        return False
    if unit == "年" and folded[start - 1 : start] == "个":
        return False  # 上一个五年
    if (number == "二" and unit in _SECOND) or (unit == "期" and _is_stage(folded, start, end)):
        return False
    if unit == "个" and folded.startswith(_NAMED, end):
        return False
    if _DOCUMENT.match(folded, end):  # 六人发〔2021〕2号
        return False
    window = folded[max(0, start - 20) : start]
    at = max(map(window.rfind, _OPENING))
    return at < 0 or _CLOSING[window[at]] in window[at:]


def _is_stage(folded: str, start: int, end: int) -> bool:
    """
    Whether 三期 is the third stage of a building and no number of issues or courses.
    """
    if folded[start] == "两" or folded[start - 1 : start] in _COUNTED:
        return False
    issues = _ISSUES.search(folded, max(0, start - 12), start)
    return issues is None or _STAGES.match(folded, end) is not None


def _counts_one(folded: str, start: int, end: int, unit: str) -> bool:
    words = folded[start:end]
    echo = words in folded[end : end + _LONGEST_ECHO]
    if echo or words in folded[max(0, start - _LONGEST_ECHO) : start]:
        return False
    if folded[start - 1 : start] == "(" or folded.endswith("人手", 0, start):
        return False  # (一期) names a stage, 人手一册 is a set phrase
    if folded[end : end + 1] in _ENDS:
        return unit != "起" or _TAKEN.search(folded, max(0, start - 4), start) is not None
    if unit == "起":
        return folded.startswith(_CASES, end)
    return unit in _ONE and not folded.startswith(_NOT_AFTER, end)


def chinese_value(number: str) -> tuple[str, str | None]:
    """
    Read a Chinese numeral, or an approximation as a range: 两三, 十五六, 三四百.

    Returns:
        The value, ``""`` for none, and the upper end of a range.
    """
    bare = number in MULTIPLIERS  # 百余件
    if bare or len(number) == 1 or _PLACES.search(number):  # 一五 is none
        value = _number("一" + number if bare else number)
        if value:
            return value, None
    about = _ABOUT.fullmatch(number)
    if about is None or number in _PLANS:
        return "", None
    head, low, high, tail = about.groups()
    return _number(head + low + tail), _number(head + high + tail) or None


def lower_end(folded: str, start: int, number: str, value: str) -> tuple[int, str] | None:
    """
    Read the lower end that stands before a Chinese numeral (三至五个).

    Returns:
        Where it starts and its value; None where no range is.
    """
    if folded[start - 1] == "、":
        return _beside(folded, start, number)
    found = LOWER.search(folded, max(0, start - 10), start)
    if found is None or folded[found.start() - 1 : found.start()] in _NOT_BEFORE:
        return None
    low, shared = found[0], number.lstrip(HAN_DIGITS)
    if low[-1] not in MULTIPLIERS and MULTIPLIERS.issuperset(shared):
        low += shared  # 三至五万元
    lower = _number(low)
    if not lower or Decimal(lower) >= Decimal(value) or moves(folded, found.start()):
        return None
    return found.start(), lower


def _beside(folded: str, start: int, number: str) -> tuple[int, str] | None:
    """
    Read the first of two neighbouring digits that share a place: 四、五十亿元.
    """
    at, shared = start - 2, number[1:]
    pair = folded[at] + number[0]
    if (
        not shared
        or not set("十百千万亿").issuperset(shared)
        or pair not in _NEIGHBOURS
        or folded[at - 1 : at] in _OUTSIDE
    ):
        return None
    return at, _number(folded[at] + shared)


def moves(folded: str, start: int) -> bool:
    """
    Whether 由 or 从 before a number says that it is where a change began, and no end of a range.
    """
    return folded[max(0, start - 6) : start].rstrip(" 原来的约近").endswith(("由", "从", "自"))


def rate_number(folded: str, at: int) -> tuple[str, int]:
    """
    Return the number behind 百分之 with the offset past it; ``""`` for none.
    """
    number = RATE_NUMBER.match(folded, at)
    if number is None:
        return "", at
    return ("100" if number[0] == "百" else _number(number[0])), number.end()


def _number(text: str) -> str:
    try:
        return format(read_number(text), "f")
    except NumberError:
        return ""
