"""
Rules on lists that are said to have so many items and have more or fewer.
"""

from __future__ import annotations

from collections.abc import Iterator

from fazhi.checks.form_slip import Slip, rule
from fazhi.checks.signs import quotations
from fazhi.model import Check, Span
from fazhi.model.audit import Examined
from fazhi.text import read_integer
from fazhi.text.patterns import lazy


_SMALL = "一二两三四五六七八九十"
# “四包”(包调查、包化解、包稳控、包巩固)
_NAMED = lazy(
    rf"[“「『\"](?P<number>[{_SMALL}])(?P<noun>[^“”「」『』\"\d\n]{{1,5}})[”」』\"]\((?P<list>[^()\n]{{5,150}})\)"
)
# The colon before a list, and what announces it: 以下三个方面的问题:一是
_LIST = lazy(r":\s*(?=一是|\(一\)|1[.、]|首先|第一)")
_TOLD = lazy(
    rf"(?P<number>[{_SMALL}]|\d{{1,2}})(?:个|条|点|项|大)?(?:主要|突出)?(?:方面|问题|不足|短板|举措|措施|建议|意见|任务|重点|工作)"
    r"(?:的?(?:问题|不足|工作|短板|举措|情况|差距|建议|意见))?\Z"
)
_LONGEST = 16
_SEPARATORS = "、,;"
_HAN = ("", *"一二三四五六七八九十", "十一", "十二", "十三", "十四", "十五")
_BEFORE = "。;:,\n\r\t \u3000"


def _brackets(examined: Examined) -> Iterator[Slip]:
    folded = examined.document.folded
    places = [place for place in quotations(examined) if folded[place + 1 : place + 2] in _SMALL]
    for match in filter(None, (_NAMED.match(folded, place) for place in places)):
        told, items = read_integer(match["number"].replace("两", "二")), match["list"].rstrip("。")
        counts = {items.count(sign) + 1 for sign in _SEPARATORS if sign in items}
        if not told or told < 2 or not counts or told in counts or items.endswith("等"):
            continue
        # Items of one separator and of like length are a list; anything else may be an explanation.
        if len(counts) == 1 and _alike(items):
            has = counts.pop()
            yield _differs(match.start(), match.end(), told, has, match[0].split("(")[0])


def _alike(items: str) -> bool:
    sign = next(sign for sign in _SEPARATORS if sign in items)
    lengths = sorted(len(item) for item in items.split(sign))
    return lengths[0] >= 2 and lengths[-1] <= 12 and lengths[-1] <= 2 * lengths[0] + 1


def _differs(start: int, end: int, told: int, has: int, words: str) -> Slip:
    return Slip(
        (Span(start, end),),
        f"{words}称{told}项，实列{has}项",
        f"{told} items are announced, {has} are listed",
        (str(told), str(has)),
        f"{told} ≠ {has}",
    )


def _announced(examined: Examined) -> Iterator[Slip]:
    folded = examined.document.folded
    for colon in _LIST.finditer(folded):
        low = max(0, colon.start() - _LONGEST)
        match = _TOLD.search(folded[low : colon.start()])
        if match is None or _is_part(folded, low + match.start()):
            continue
        told = read_integer(match["number"].replace("两", "二"))
        has = _count(folded, colon.end())
        if told and 2 <= told <= 12 and has >= 2 and has != told:
            start = low + match.start()
            yield _differs(start, colon.start() + 1, told, has, f"“{match[0]}”")


def _is_part(folded: str, start: int) -> bool:
    """
    Whether a number belongs to a longer one (二十三项) or to an ordinal.
    """
    return folded[start - 1 : start] in (*_SMALL, *"第百0123456789.")


def _count(folded: str, start: int) -> int:
    """
    Return how many items follow each other from *start*, whatever stands between them.
    """
    shape = _shape(folded, start)
    place, number, limit = start, 1, min(len(folded), start + 6000)
    while number + 1 < len(_HAN):
        following = _next(folded, shape, number + 1, place + 2, limit)
        again = _next(folded, shape, 1, place + 2, limit)
        if following < 0 or 0 <= again < following:
            break
        place, number = following, number + 1
    return number


def _shape(folded: str, start: int) -> tuple[str, str, bool]:
    head = folded[start : start + 3]
    if head.startswith("一是"):
        return ("", "是", True)
    if head.startswith("(一)"):
        return ("(", ")", True)
    if head.startswith("1"):
        return ("", head[1], False)
    return ("第", "", True)


def _next(folded: str, shape: tuple[str, str, bool], number: int, start: int, end: int) -> int:
    before, behind, han = shape
    sign = f"{before}{_HAN[number] if han else number}{behind}"
    place = folded.find(sign, start, end)
    while place >= 0 and folded[place - 1] not in _BEFORE:
        place = folded.find(sign, place + 1, end)
    return place


_HEAD = "五华区2023年法治政府建设工作报告\n一、工作成效\n"
_TAIL = "\n二、下一步打算\n加强执法培训。\n"
_SIGNS = "标点符号用法 (GB/T 15834-2011) 4.5, 4.9: 顿号表示并列词语之间的停顿，括号标示注释内容"

LISTS: tuple[Check, ...] = (
    rule(
        "FZ118", "named-list-count", "“几项”与所列不符", "warning", _brackets,
        about="A name such as “四包” says how many items it has; the list in brackets behind it has more or fewer.",
        source=_SIGNS,
        fires=_HEAD + "落实“四包”(包调查、包化解、包稳控)责任，化解纠纷9件。" + _TAIL,
        silent=_HEAD + "落实“四包”(包调查、包化解、包稳控、包巩固)责任，化解纠纷9件。" + _TAIL,
    ),
    rule(
        "FZ119", "announced-list-count", "称几个方面而实列数不符", "warning", _announced,
        about="A sentence announces three points or problems, and another number of them follows.",
        source=_SIGNS,
        fires=_HEAD + "办理案件5件。\n二、存在问题\n主要存在以下三个方面的问题：一是执法力量不足；二是监督机制不全。\n三、下一步打算\n加强执法培训。\n",
        silent=_HEAD + "办理案件5件。\n二、存在问题\n主要存在以下两个方面的问题：一是执法力量不足；二是监督机制不全。\n三、下一步打算\n加强执法培训。\n",
    ),
)  # fmt: skip
