"""
The phrase behind a number, without the words that are no part of it.
"""

from __future__ import annotations

import re

from fazhi.knowledge.label_words import LISTERS, TOGETHER, TRAILS
from fazhi.parsing.phrase_starts import trim_start
from fazhi.parsing.phrases import LONG, SHORT_NOUNS, Piece, by_last, ending, is_kept
from fazhi.text.patterns import lazy


# 全市27个部门排名第1: how it ranks is not what is counted.
_ITEM_END = re.compile(
    f"[、()》]|(?<=[村镇区县乡道组队员)])对(?![接口外象应])|(?<!公){TOGETHER}|累计|中?(?:排名?|位[列居]|名列|居|列)(?:在|全[国省市区县])?第"
)
# No item ends without one of these.
_ITEM_SIGN = re.compile("[、()》对共累第]")
_DID = lazy(
    "(?:实现|完成|缴纳)(?=[^,。;、]{0,6}(?:增加值|产值|收入|利润|税收|销售额|营业额|投资|总额))"
    "|(?:已经?|正在|尚未|(?<![平人户])均已?)(?=[^,。;、]{2,4}\\Z)"
)
# What became of all of them is no part of what they are.
_BECAME = lazy(
    "已?全部(?:按[时期])?(?:完成|办结|整改|到位)\\Z|实行(?!情况|告知)|挂牌督办|中有|全面开展"
)
# A mark, or a connector to what is said next: 审核111次且通过率100%, 突破40亿元并居首位.
_NOTHING_BEHIND = frozenset(",。;、:)(”且并")
# How things stood or moved, behind the number: 稳定在2%左右的较低水平, 五年前下降1%.
_LEVEL = lazy(
    "的[^,。;的]{0,4}(?:水平|区间|幅度|基[数础]上[^,。;]{0,6})(?![^,。;])|新?台阶|大关|关口|前(?=[增减下上提降压缩回翻])"
)
_LEVEL_FIRST = frozenset("的新台大关前")
# What 人 is a part of: 人口, 人才, 人员.
PEOPLE = frozenset("口才员")
# What stands alone behind a number says what it counts.
ALONE = SHORT_NOUNS | PEOPLE
_TOGETHER = ("共计", "共", "累计")
_QUALITIES = frozenset("强高好大优实新快准严密广全深")
_LEAST_NOUN = 3
_SHORT_BRACKET, _LONGEST_RIGHT, _OVERHANG = 6, 24, 8
_LAST = by_last(
    (*TRAILS, *LISTERS, "并", "(", "“", "涉及", "中", "没有", "赴", "前往", "奔赴", "深入")
)


def behind(folded: str, start: int, end: int) -> tuple[Piece | None, Piece | None]:
    """
    Return what a number counts, where it stands directly behind it, and what that did (共聘请顾问).
    """
    first = folded[start] if start < end else ","
    if first in _NOTHING_BEHIND:
        return None, None
    if first in _LEVEL_FIRST and (level := _LEVEL.match(folded, start, end)):
        start = level.end()
    elif first in PEOPLE and folded[start - 1] == "人":
        start -= 1  # 13亿人口, 12万人才
    if folded.startswith("人民币", start):
        start += 3
    while start < end and folded[start] in " \n\r的":
        start += 1
    if start == end or (folded[start] in "、和及" and folded[end : end + 2].strip()[:1].isdigit()):
        return None, None  # 局务会7次和专题会8次
    limit = end if end - start <= _LONGEST_RIGHT + _OVERHANG else _reach(folded, start)
    # 执法3项制度、监督6项机制
    counted = folded[end : end + 1].isdigit()
    cut = _listed_end(folded, start, limit, 2 if counted else 4)
    did = _DID.search(folded, start + 2, cut) if counted else None
    if did := did or _BECAME.search(folded, start + _LEAST_NOUN, cut):
        cut = did.start()  # 130家企业实现增加值70亿元, 46项重点任务全部完成
    start, cut = _behind_qualities(folded, start, cut, limit)
    action = _action(folded, cut, end)
    stop = _trim_end(folded, start, cut)
    if folded[stop - 1] == "”" and folded.find("“", start, stop) < 0:
        stop -= 1
    if folded[start : start + 1] in ("、", "和", "及", "并", "共"):
        start = trim_start(folded, start, stop)
    whole = stop - start > 1 or (stop > start and folded[start] in SHORT_NOUNS)
    return ((start, stop) if whole else None), action


def _reach(folded: str, start: int) -> int:
    """
    Return how far the words behind a number are taken up: not into a title (77名干部参加了《…》考试).
    """
    stop = start + _LONGEST_RIGHT
    first = folded.find("《", start + 2, stop)
    cut = first > 0 and folded.rfind("《", first, stop) > folded.rfind("》", first, stop)
    return first if cut else stop


def _behind_qualities(folded: str, start: int, cut: int, limit: int) -> Piece:
    """
    Return the noun that a list of its qualities stands before: 操作性强、务实有效的[具体措施].
    """
    if folded[cut - 1] in _QUALITIES and folded.startswith("、", cut):
        noun = folded.rfind("的", cut, limit)
        return (noun + 1, limit) if noun > 0 else (start, cut)
    return start, cut


def _action(folded: str, start: int, end: int) -> Piece | None:
    if not folded.startswith(_TOGETHER, start):
        return None
    begin = start + next(len(word) for word in _TOGETHER if folded.startswith(word, start))
    stop = _trim_end(folded, start, end)
    return (begin, stop) if 1 < stop - begin <= LONG else None


def _trim_end(folded: str, start: int, end: int) -> int:
    while end > start and (length := ending(folded, start, end, _LAST)):
        if length == 1 and is_kept(folded, start, end):
            break
        end -= length
    return end


def _listed_end(folded: str, start: int, stop: int, least: int) -> int:
    """
    Return where the first item of a list, of *least* characters, ends: at 、 outside of brackets, or
    before 共; shorter ones share a noun (18家钢铁、焦化、水泥行业).
    """
    if not _ITEM_SIGN.search(folded, start + 2, stop):
        return stop
    item = start
    closed = folded.find(")", start, stop) if "(" in folded[start : start + 2] else 0
    for mark in _ITEM_END.finditer(folded, start + 2, stop):
        at = mark.start()
        if mark[0] == "(":
            closed = folded.find(")", at, stop)
            if closed < 0 or closed - at > _SHORT_BRACKET:
                return at  # a remark, not 乡镇(街道)
        elif mark[0] == "》":
            if folded.find("《", start, at) < 0:
                return at  # the number stands in a title
        elif mark[0] == ")":
            if at > closed:
                return at  # the number stands in a bracket
        elif at > closed and (mark[0] != "、" or at - item >= least):
            return at
        else:
            item = at + 1
    return stop
