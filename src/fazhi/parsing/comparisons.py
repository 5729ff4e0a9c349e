"""
What the words of a label compare a figure with, or say it moved from; the label goes without them.
"""

from __future__ import annotations

from fazhi.knowledge.label_words import YEAR
from fazhi.parsing.phrases import Piece
from fazhi.parsing.predicates import is_predicate
from fazhi.text.patterns import lazy


# 研发经费,从2002年的12亿元增加到36亿元: what rose stands before the comma.
FROM = lazy("[将已]?[由从]")
# 较上年的7.8%下降: what it was.
COMPARED = lazy("[比较](?:上年|去年|20[0-9]{2}年)(?:同期)?的?\\Z")
# What a change is compared with, in the middle of a phrase: 投资总额[比2020年]增长, 利润[由上年下降转为]增长.
_THAN = lazy(
    "(?<=..)(?:(?:(?<![占同环对之百评相可])比(?![例重率值对赛选较特如方武照]|法定|规定|承诺|国家)|(?<!比)较(?![大高低好多少强快量真]|法定|规定|承诺|国家)|由(?=上年|去年|下降|负))[^,。;、]{1,16}?"
    "|按(?:可比|不变|现行|当年)价格?(?:计算)?(?:比[^,。;、]{1,8}?)?|分别(?!处理)|[要将又也仅]|(?<!冷)却|(?<!船)只|(?<![首成古京国故])都|(?<![年人户平日月])均|力争|年内(?:至少)?|至少)(?=(?:同口径|年均|实际|平均)?(?:增长|增加|减少|下降|上升|上涨|提高|提升|降低|回落|压减|压缩|缩短|扩大|增产|减产|精简)\\Z)"
)
CHANGE_LAST = frozenset("长加少降升涨高低落减缩短大产简")
_MOVED_FIRST = frozenset("提增上下降减扩跃缩压保快逐稳大持进平回收放加调变发壮拓预")
_MOVED = lazy(
    "(?:预计|快速|逐步|逐年|稳步|大幅|持续|进一步|平稳)?(?:提高|提升|增加|增长|上升|下降|降低|减少|扩大|跃升|缩小|缩短|压缩|回落|回升|收窄|放缓|加快|调整|变化|发展|壮大|扩展|拓展|[增降升减])(?:到|至)[ \n]?(?:(?:"
    + YEAR
    + "|[去今上当]年)[底末]?|[0-9]{1,2}月份?[底末]?|[上下]半年|[一二三四]季度|目前|现在)?的?(?:平均)?|保持在?"
)
# 增速高于全国平均水平: of what, the phrase before says.
_LONGEST_RANK = 14
_RANK_FIRST = frozenset("增降总高快低好大多少超领占比")
_RANK = lazy(
    "(?:增速|增幅|降幅|总量)?(?:[高快好低大多少]于|超过?|超出|高出|领先|占)(?:全[国省市区州县]|年度|预期|上年|规划|计划|城镇|同期|地区|目标|比重|的|平均|水平|增速|总量|总数|增幅){1,5}"
    "|比(?:全[国省市区州县]|预期|计划|规划|平均|水平|目标|的){1,4}[高低快慢多少]"
)
RANKED = lazy(
    "(?:[均稳位跃高仍继续保持再]{0,4}(?:居|列)|[位名]列|排名?|领跑|领先)(?:于|在|到|至)?(?:全[国省市区州县]|第[一二三四五六七八九十0-9]|前[列茅三五十]|首位|中部|西部|东部)"
)
# 合格率95%,提升3个百分点: of the rate.
_RATE_LAST = frozenset("率比重例度")


def without_comparison(folded: str, pieces: list[Piece]) -> list[Piece]:
    """
    Return the pieces without what a change is compared with.
    """
    if not pieces or folded[pieces[-1][1] - 1] not in CHANGE_LAST:
        return pieces
    *others, (start, end) = pieces
    than = _THAN.search(folded, start, end)
    return [*others, (start, than.start()), (than.end(), end)] if than else pieces


def changed_of(
    folded: str, floor: int, left: Piece, earlier: list[Piece], *, share: bool
) -> list[Piece] | None:
    """
    Return what a rise or fall is of that stands behind the figure itself, where that was done with
    an object said before (收到申请41件,审结38件,同比增长12%); of a *share* only where it moved itself.
    """
    if folded[left[1] - 1] not in CHANGE_LAST or not is_predicate(folded, *left):
        return None
    of = earlier
    if of and folded[of[-1][1] - 1] in CHANGE_LAST and is_predicate(folded, *of[-1]):
        of = of[:-1]  # 下降2.6%,同比减少7件
    if len(of) > 1 and not share and folded[of[-1][0]] == "占":
        return of[:-1]  # 受理21件,占总数的36%,较去年下降28%
    done = len(of) > 1 and folded[floor] != ")" and is_predicate(folded, *of[-1])
    return of if done else None


def moved(folded: str, piece: Piece) -> bool:
    """
    Whether a piece says nothing but that a figure moved (提高到2007年的).
    """
    return folded[piece[0]] in _MOVED_FIRST and _MOVED.fullmatch(folded, *piece) is not None


def of_rate(folded: str, rate: Piece, left: Piece) -> bool:
    """
    Whether what stands before points says how the rate before them moved.
    """
    last = folded[rate[1] - 1]
    if last not in _RATE_LAST or folded.find(last, *left) >= 0:
        return False
    return is_predicate(folded, *left) or ranks(folded, *left)


def ranks(folded: str, start: int, end: int) -> bool:
    """
    Whether words say nothing but how a figure stands beside another (高于全省平均水平).
    """
    return (
        folded[start] in _RANK_FIRST
        and end - start <= _LONGEST_RANK
        and _RANK.fullmatch(folded, start, end) is not None
    )
