"""
Words that say what was done, and what they were done with: predicates, changes and objects.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from fazhi.knowledge.label_words import OBJECT_VERBS, PREDICATES, TOGETHER
from fazhi.parsing.phrases import Piece
from fazhi.parsing.words import anywhere, places
from fazhi.text.patterns import lazy


_PREDICATES = frozenset((*PREDICATES, *"已未拟经均共的数量多少"))


def _sizes(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """
    Return the lengths of the words that begin with a character, longest first.
    """
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in found.items()}


_SIZES = _sizes(_PREDICATES)
_LONGEST_PREDICATE = 12
_OBJECT_VERBS, _OBJECT_VERB = frozenset(OBJECT_VERBS), anywhere(OBJECT_VERBS)
_NOUN_END = re.compile(
    rf"(?<![人平年户])均(?![衡等])|已|(?<!公){TOGETHER}|被(?!告|申请|诉)|得(?!分)|进行|实现|开展|参加|完成|荣获|纳入|配备"
    r"|全部|使用(?!外资)|(?:突破|[迈跨越]过|[迈跨登跃站]上|[迈跨]入|跨越|冲破)[^,。;、]{0,6}(?=元|大关|关口|台阶)|予以|担任|作出|提出"
)

# 人民调解组织, 行政检查事项: behind these a verb is a part of a noun.
_COMPOUNDS = ("人民", "行政", "信息", "政务")
# 审核人员, 调解组织: a verb before these is a part of a noun as well.
_DOERS = ("人员", "机构", "机关", "组织", "平台", "中心", "队伍", "系统", "员")
# 取消和调整的审批项目: one of two verbs.
_BESIDE = (
    *_DOERS,
    "和",
    "及",
    "与",
    "或",
    "完毕",
    "完成",
    "完结",
    "数",
    "总数",
    "量",
    "率",
    "时间",
    "时限",
    "周期",
)
# 对所有合同进行审核: done to what stands between.
_DONE_TO = frozenset(("进行", "开展", "予以", "作出"))
_TO = lazy(
    "(?s:.*)(?<![应面核针比校相结绝反查])对(?![象口外接于应策])(?:全部|所有|各类|各|其中?)?的?"
)
# 新登记成立的社会组织, 制定出台的文件: the second of two verbs.
_SECOND_VERB = lazy("(?:成立|设立|出台|下发|发布|公布|印发|实施|办结|作出|签订)的(?=..)")
_BARE_NUMBER = lazy(
    r"(?<=[^\W\dA-Za-z_])(?:[降升增减]至|提[高升]到|[上下][升降]到|达到?|为)?[0-9]+(?:\.[0-9]+)?\Z"
)
# 规模以上工业实现增加值70亿元: it is theirs.
_OUTPUT = lazy(
    "(?:实现|完成)(?:[^,。;、]{0,4}(?:增加值|产值|收入|利润|税收|销售额|营业额|投资|贸易额|总额))\\Z"
)
_LEAST_OBJECT = 4
# 总额增长4%,增速高于全国: the head is 总额.
_CHANGED = lazy(
    "(?:同比|环比)?(?:年均|逐年|连年|持续|稳步|平均|逐步|不断|明显|显著|大幅|小幅|略微|略有|有所|快速|进一步)?(?:增长|增加|下降|减少|提高|上升|降低|回落|上涨|缩短|压缩|压减|缩减|扩大|缩小|递增|递减|占比|净?新增|净增|少发|多发)\\Z"
)
# No other character ends a change.
_CHANGED_LAST = frozenset("长加少降高升低落涨短缩减大小增比发")


def is_predicate(folded: str, start: int, end: int) -> bool:
    """
    Whether the words are predicates to the last one, such as 已办结 or 调解成功率.
    """
    if end - start > _LONGEST_PREDICATE:
        return False
    if "\n" in folded[start:end]:  # 办/结率
        folded = "".join(folded[start:end].split())
        start, end = 0, len(folded)
    while start < end:
        for size in _SIZES.get(folded[start], ()):
            if start + size <= end and folded[start : start + size] in _PREDICATES:
                start += size
                break
        else:
            return False
    return True


def _noun_end(folded: str, start: int, end: int) -> re.Match[str] | None:
    """
    Return the first word behind a noun that ends it, outside of brackets: 工业(以下均为此口径)增加值.
    """
    for word in _NOUN_END.finditer(folded, start, end):
        opened = folded.rfind("(", start, word.start())
        outside = opened < 0 or folded.find(")", opened, word.start()) >= 0
        if outside and not _OUTPUT.match(folded, word.start(), end):
            return word
    return None


def change_in(folded: str, start: int, end: int) -> re.Match[str] | None:
    """
    Return the change that words end in: 案件量[同比增长].
    """
    return _CHANGED.search(folded, start, end) if folded[end - 1] in _CHANGED_LAST else None


def unchanged(folded: str, pieces: list[Piece]) -> list[Piece]:
    """
    Return the pieces of a label without the change at their end: 城镇化率[提高]2个百分点、达到58%.
    """
    *others, (start, end) = pieces
    changed = change_in(folded, start, end)
    if changed is None or changed[0] == "占比" or not (others or changed.start() - start > 1):
        return pieces
    return [*others, (start, changed.start())] if changed.start() > start else others


def _behind_verb(folded: str, start: int, end: int) -> int:
    """
    Return where the words behind the last verb of a phrase start, or behind the second of two.
    """
    for at in places(_OBJECT_VERB, folded, start, end - 2):
        if (
            folded[at - 1 : at + 1] not in _OBJECT_VERBS  # 抽查|处罚
            and not folded.endswith(_COMPOUNDS, start, at)
            and not folded.startswith(_BESIDE, at + 2)
            and not is_predicate(folded, at + 2, end)
            and not (at > start and _OUTPUT.match(folded, at, end))
            and not (at > start and folded.startswith("事项", at + 2))  # 取消检查事项
        ):
            second = _SECOND_VERB.match(folded, at + 2, end)
            return second.end() if second else at + 2
    return start


def object_of(folded: str, piece: Piece, *, rate: bool = False) -> Piece:
    """
    Return the object in a phrase: what stands behind its last verb, with or without its *rate*.
    """
    end = piece[1]
    start = _behind_verb(folded, *piece)
    while folded[start] in "、的" and end - start > 2:
        start += 1  # 以调解、和解方式结案
    stop = _noun_end(folded, start + 2, end)
    if stop and stop[0] in _DONE_TO and (done := _TO.search(folded, start, stop.start() - 1)):
        start = done.end()  # 对所有合同进行审核
    if stop and stop[0] == "共" and end - stop.end() > _LEAST_OBJECT:
        start = stop.end()  # 市县两级共修订规范性文件
        start += folded[start] in "有计"
    else:
        end = stop.start() if stop else end
    if folded[end - 1].isdigit() and (number := _BARE_NUMBER.search(folded, start + 2, end)):
        end = number.start()  # 综合指数2.385,改善13.6%
    changed = change_in(folded, start + 2, end)
    end = changed.start() if changed else end
    if folded[end - 1] == "率" and not rate:
        for size in (7, 6, 5, 4, 3, 2):
            if end - size - start >= 2 and is_predicate(folded, end - size, end):
                return start, end - size  # 案件不合格率: the rate is of 案件
    return start, end
