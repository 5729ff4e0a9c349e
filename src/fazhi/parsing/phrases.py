"""
The phrase before a number, without the words that are no part of it.
"""

from __future__ import annotations

from fazhi.knowledge.label_words import KEPT_TRAILS, LISTERS, TRAILS, YEAR
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
# 通过风险码对121家单位开展检查: by what means is not what is counted.
_MEANS_TO = lazy(
    "(?:通过|依托|利用|借助|运用|采取|采用)[^,。;]{2,20}对(?:全[省市州县区旗镇乡]|辖区)?内?的?\\Z"
)
_NO_LISTERS = ("涉及", "惠及", "普及", "遍及")
# 3个乡镇、5个村
SHORT_NOUNS = frozenset("村县区镇乡省州旗市国校园所馆店厂")
# 出栏猪8万头、牛3万头
_LONE_NOUNS = SHORT_NOUNS | frozenset(
    "猪牛羊鸡鸭鹅鱼马驴兔蛋奶茶果菜糖烟棉麻油粮钢煤铁铜铝铅锌镍盐酒纸布纱车船桥"
)
_REACHED = lazy(
    "(?<=总值|收入|投资|总额|产值|加值|利润|税收|易额|售额|出口|产量|吐量)(?:累计|预计)?完成\\Z"
)
_KEPT_UP = ("率保持", "比例保持", "比重保持")
_SCORES = ("得分为", "评分为", "总分为", "满分为", "积分为", "均分为", "部分为", "时长达")
_LONE, _LONE_TRAILS = 2, frozenset(("", "由", "从", "达", "为", "约"))
_LONGEST_VERB = 10
# 结案(含调解、和解)86件: the remark is no part of what was counted.
_LONGEST_BRACKET, _REMARKS = 12, ("(含", "(包括", "(包含", "(不含", "(其中", "(扣除")
LONG, _LONGEST_LIST = 16, 60


def by_last(words: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """
    Return *words* by their last characters, longest first.
    """
    index: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        index.setdefault(word[-1], []).append(word)
    return {last: tuple(group) for last, group in index.items()}


_TRAILS = by_last(TRAILS)
_LISTERS = by_last(LISTERS)
_LISTER_SIGNS = frozenset(word for word in LISTERS if len(word) == 1)
_OPENERS = frozenset(" \n\r“(")
_LOOSE = _OPENERS | {"、"}
# 覆盖全市15个乡镇, but 高于全国5个百分点.
_AREA = lazy("[^于比占超较][全我][国省市州县区]")
_TRAIL_LAST = _LOOSE | _TRAILS.keys() | frozenset("国省市州县区")
# Words that only end like one of those: 应对19轮强降雨, 签约300亿元, 行使职权.
_KEPT_TRAILS = by_last(KEPT_TRAILS)


def ending(folded: str, start: int, end: int, index: dict[str, tuple[str, ...]]) -> int:
    """
    Return the length of the longest word of *index* that ends at *end*; 0 for none.
    """
    for word in index.get(folded[end - 1], ()) if end > start else ():
        if folded.endswith(word, start, end):
            return len(word)
    return 0


def is_kept(folded: str, start: int, end: int) -> bool:
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
        and ending(folded, start, end, _LISTERS) > 0
        and not folded.endswith(_NO_LISTERS, start, end)
    )
    end = _without_trails(folded, start, end, following=following)
    start = without_leads(folded, start, end)
    if end - start > LONG and not _lists(folded, start, end):
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
        length = ending(folded, start, end, _TRAILS) or folded[end - 1] in _LOOSE
        if length == 2 and folded.endswith(_SCORES, start, end):
            length = 1  # 平均得分为95分
        if not length and folded.endswith(_KEPT_UP, start, end):
            length = 2  # 公示率保持100%, but not 完成水土保持12公顷
        if not length and following and _AREA.match(folded, end - 3, end):
            length = 2
        if not length or (length == 1 and is_kept(folded, start, end)):
            break
        end -= length
    if following and folded.startswith("等", end):
        end += 1  # 龙镇村等4个村
    if end > start:
        end = _without_way(folded, start, end)
    if folded[end - 1] == "”" and folded.find("“", start, end) < 0:
        end -= 1  # “15分钟生活圈”65个
    return end


def _without_way(folded: str, start: int, end: int) -> int:
    """
    Return where a phrase ends without what its figure came from (由2020年的), and without 完成 behind
    what is measured (地区生产总值完成470亿元).
    """
    if folded[end - 1] == "成":
        reached = _REACHED.search(folded, start, end)
        return reached.start() if reached else end
    since = (
        _SINCE.search(folded, max(start, end - 14), end) if folded[end - 1] in _SINCE_LAST else None
    )
    if since is None:
        return end
    end = since.start()
    return end - (end > start + 2 and folded[end - 1] in "将拟")


def _lists(folded: str, start: int, end: int) -> bool:
    """
    Whether a phrase lists what numbers are given for one by one (甲数、乙数分别下降).
    """
    at = folded.rfind("分别", start, end + 2)
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
