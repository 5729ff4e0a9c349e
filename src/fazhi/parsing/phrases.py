"""
The phrase before a number and the phrase behind it, without the words that are no part of it.
"""

from __future__ import annotations

import re

from fazhi.knowledge.label_words import KEPT_TRAILS, LISTERS, TOGETHER, TRAILS, YEAR
from fazhi.parsing.phrase_starts import (
    MAIN_VERB_SET,
    behind_title,
    shorten,
    trim_start,
    without_leads,
)
from fazhi.text.patterns import lazy


Piece = tuple[int, int]

# 收入由2020年的5万元提高到7万元, 产量2030年达到300亿立方米, 时间从一个月以上压缩到5天
_SINCE = lazy(
    f"(?s:(?<=..))(?:[由从](?:{YEAR}|“?(?:十[一二三四五六]|[六七八九])五”?期?|[上去]年|年|[0-9]{{1,2}}月份?|[上下]半年|[一二三四]季度)|(?<![于比较])[到至]? ?{YEAR})[初底末]?(?:[人户]均|每人)?(?:每[年月天日])?\\Z"
    "|(?s:(?<=..))[由从][^,。;、由从]{1,7}(?:以[上下内]|左右)\\Z"
    "|(?s:(?<=..))按(?:可比|不变|现行|当年)价格?(?:计算)?\\Z"
)
_SINCE_LAST = frozenset("年五”初底末上下内右价格算月份度均人天日")
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
# 通过风险码对121家单位开展检查: by what means is not what is counted.
_MEANS_TO = lazy(
    "(?:通过|依托|利用|借助|运用|采取|采用)[^,。;]{2,20}对(?:全[省市州县区旗镇乡]|辖区)?内?的?\\Z"
)
_NO_LISTERS = ("涉及", "惠及", "普及", "遍及")
# A mark, or a connector to what is said next: 审核111次且通过率100%, 突破40亿元并居首位.
_NOTHING_BEHIND = frozenset(",。;、:)(”且并")
# How things stood or moved, behind the number: 稳定在2%左右的较低水平, 五年前下降1%.
_LEVEL = lazy(
    "的[^,。;的]{0,4}(?:水平|区间|幅度|基[数础]上[^,。;]{0,6})(?![^,。;])|新?台阶|大关|关口|前(?=[增减下上提降压缩回翻])"
)
_LEVEL_FIRST = frozenset("的新台大关前")
# What 人 is a part of: 人口, 人才, 人员.
PEOPLE = frozenset("口才员")
# 3个乡镇、5个村
SHORT_NOUNS = frozenset("村县区镇乡省州旗市国校园所馆店厂")
# What stands alone behind a number says what it counts.
ALONE = SHORT_NOUNS | PEOPLE
# 出栏猪8万头、牛3万头
_LONE_NOUNS = SHORT_NOUNS | frozenset(
    "猪牛羊鸡鸭鹅鱼马驴兔蛋奶茶果菜糖烟棉麻油粮钢煤铁铜铝铅锌镍盐酒纸布纱车船桥"
)
_KEPT_UP = ("率保持", "比例保持", "比重保持")
_SCORES = ("得分为", "评分为", "总分为", "满分为", "积分为", "均分为", "部分为", "时长达")
_LONE, _LONE_TRAILS = 2, frozenset(("", "由", "从", "达", "为", "约"))
_SHORT_BRACKET, _LONGEST_VERB = 6, 10
# 结案(含调解、和解)86件: the remark is no part of what was counted.
_LONGEST_BRACKET, _REMARKS = 12, ("(含", "(包括", "(包含", "(不含", "(其中", "(扣除")
_TOGETHER = ("共计", "共", "累计")
_LONG, _LONGEST_RIGHT, _OVERHANG, _LONGEST_LIST = 16, 24, 8, 60


def _by_last(words: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    index: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        index.setdefault(word[-1], []).append(word)
    return {last: tuple(group) for last, group in index.items()}


_TRAILS = _by_last(TRAILS)
_LISTERS = _by_last(LISTERS)
_LISTER_SIGNS = frozenset(word for word in LISTERS if len(word) == 1)
_OPENERS = frozenset(" \n\r“(")
_LOOSE = _OPENERS | {"、"}
# 覆盖全市15个乡镇, but 高于全国5个百分点.
_AREA = lazy("[^于比占超较][全我][国省市州县区]")
_TRAIL_LAST = _LOOSE | _TRAILS.keys() | frozenset("国省市州县区")
# Words that only end like one of those: 应对19轮强降雨, 签约300亿元, 行使职权.
_KEPT_TRAILS = _by_last(KEPT_TRAILS)
_LAST = _by_last(
    (*TRAILS, *LISTERS, "并", "(", "“", "涉及", "中", "没有", "赴", "前往", "奔赴", "深入")
)


def _ending(folded: str, start: int, end: int, index: dict[str, tuple[str, ...]]) -> int:
    """
    Return the length of the longest word of *index* that ends at *end*; 0 for none.
    """
    for word in index.get(folded[end - 1], ()) if end > start else ():
        if folded.endswith(word, start, end):
            return len(word)
    return 0


def _is_kept(folded: str, start: int, end: int) -> bool:
    """
    Whether a word ends at *end* whose last character alone would be left out.
    """
    return folded.endswith(_KEPT_TRAILS.get(folded[end - 1], ()), start, end)


def before(
    folded: str, start: int, end: int, *, following: bool = False
) -> tuple[Piece | None, bool]:
    """
    Return the phrase that ends before a number, and whether a connector (和, 、) ends it.

    Args:
        folded: The folded text.
        start: Where the clause starts.
        end: Where the number or the words that bound it start.
        following: Whether the number counts something that stands behind it.
    """
    while end > start and folded[end - 1] in _OPENERS:
        end -= 1
    if end > start and folded[end - 1] == ")":
        end = _without_remark(folded, start, end)
    if following and _MEANS_TO.match(folded, start, end):
        return None, False
    if end - start < 2:  # no phrase, and a lister at most
        return None, end > start and folded[start] in _LISTER_SIGNS
    listed = (
        folded[end - 1] in _LISTERS
        and _ending(folded, start, end, _LISTERS) > 0
        and not folded.endswith(_NO_LISTERS, start, end)
    )
    end = _without_trails(folded, start, end, following=following)
    start = without_leads(folded, start, end)
    if end - start > _LONG and not _lists(folded, start, end):
        start, end = _without_titles(folded, start, end)
        counted = following and not listed
        start = trim_start(folded, shorten(folded, start, end, 0 if counted else 3), end)
    return ((start, end) if end - start > 1 else None), listed


def _without_remark(folded: str, start: int, end: int) -> int:
    """
    Return where a phrase ends without the remark in brackets that stands behind it.
    """
    opened = folded.rfind("(", start, end)
    remark = (
        opened > start + 1
        and folded[opened - 1] != "》"
        and (end - opened > _LONGEST_BRACKET or folded.startswith(_REMARKS, opened))
    )
    return opened if remark else end


def lone_noun(folded: str, start: int, end: int) -> Piece | None:
    """
    Return the noun of one character that is all that stands before a number: 猪8万头、牛3万头, 钢由….
    """
    if end - start == _LONE and folded[start] in "、,;和及":
        start += 1
    noun = start < end and folded[start] in _LONE_NOUNS and folded[start + 1 : end] in _LONE_TRAILS
    return (start, start + 1) if noun else None


def _without_trails(folded: str, start: int, end: int, *, following: bool) -> int:
    """
    Return where a phrase ends without the words that lead over to its number.
    """
    while end > start and folded[end - 1] in _TRAIL_LAST:
        length = _ending(folded, start, end, _TRAILS) or folded[end - 1] in _LOOSE
        if length == 2 and folded.endswith(_SCORES, start, end):
            length = 1  # 平均得分为95分
        if not length and folded.endswith(_KEPT_UP, start, end):
            length = 2  # 公示率保持100%, but not 完成水土保持12公顷
        if not length and following and _AREA.match(folded, end - 3, end):
            length = 2
        if not length or (length == 1 and _is_kept(folded, start, end)):
            break
        end -= length
    if following and folded.startswith("等", end):
        end += 1  # 龙镇村等4个村
    if end > start and folded[end - 1] in _SINCE_LAST:
        since = _SINCE.search(folded, max(start, end - 14), end)
        if since:
            end = since.start()
            end -= end > start + 2 and folded[end - 1] in "将拟"
    if folded[end - 1] == "”" and folded.find("“", start, end) < 0:
        end -= 1  # “15分钟生活圈”65个
    return end


def _lists(folded: str, start: int, end: int) -> bool:
    """
    Whether a phrase lists what numbers are given for one by one (甲数、乙数分别下降).
    """
    at = folded.rfind("分别", start, end)
    return at > start + 3 and end - start <= _LONGEST_LIST and folded.find("、", start, at) >= 0


def _without_titles(folded: str, start: int, end: int) -> Piece:
    """
    Return what stands behind the last title of a phrase (等普法口袋书), else the verb before the first.
    """
    closing = folded.rfind("》", start, end)
    if closing < 0:
        return start, end
    behind_it = behind_title(folded, closing + 1, end)
    if end - behind_it > 1:
        return behind_it, end
    return start, folded.find("《", start, end)


def before_titles(folded: str, start: int, at: int) -> Piece | None:
    """
    Return what was done with titles that end at *at* (学习《甲法》《乙法》等法规), where it is short.
    """
    if (
        not folded.endswith(("》", "》等", "》等的"), start, at)
        or folded[at : at + 2] in MAIN_VERB_SET
    ):
        return None
    first = folded.find("《", start, at)
    begin = trim_start(folded, start, first) if first > start else first
    return (begin, first) if 1 < first - begin <= _LONGEST_VERB else None


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
    limit = end if end - start <= _LONGEST_RIGHT + _OVERHANG else start + _LONGEST_RIGHT
    # 执法3项制度、监督6项机制
    counted = folded[end : end + 1].isdigit()
    cut = _listed_end(folded, start, limit, 2 if counted else 4)
    if counted and (did := _DID.search(folded, start + 2, cut)):
        cut = did.start()  # 130家企业实现增加值70亿元
    action = _action(folded, cut, end)
    stop = _trim_end(folded, start, cut)
    if folded[stop - 1] == "”" and folded.find("“", start, stop) < 0:
        stop -= 1
    if folded[start : start + 1] in ("、", "和", "及", "并", "共"):
        start = trim_start(folded, start, stop)
    whole = stop - start > 1 or (stop > start and folded[start] in SHORT_NOUNS)
    return ((start, stop) if whole else None), action


def _action(folded: str, start: int, end: int) -> Piece | None:
    if not folded.startswith(_TOGETHER, start):
        return None
    begin = start + next(len(word) for word in _TOGETHER if folded.startswith(word, start))
    stop = _trim_end(folded, start, end)
    return (begin, stop) if 1 < stop - begin <= _LONG else None


def _trim_end(folded: str, start: int, end: int) -> int:
    while end > start and (length := _ending(folded, start, end, _LAST)):
        if length == 1 and _is_kept(folded, start, end):
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
