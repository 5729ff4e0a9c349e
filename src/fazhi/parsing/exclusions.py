"""
Numbers with a unit that measure nothing: serial numbers, classes, spans of years, counters of a page.
"""

from __future__ import annotations

from fazhi.text.patterns import lazy


# Units of which some measure nothing.
DOUBTFUL = frozenset((*"年次级个位字", "周年", "分钟"))
_NO = ("无", "没有", "未发生", "未出现", "未有", "未接到", "未收到", "杜绝", "不漏", "不落")
# 3级指标, 4级应急响应: which of several classes, but 五级全覆盖 counts them.
_CLASS_BEHIND = lazy(
    "指标|标准|响应|应急|预警|等保|保护|医院|医疗|以[上下]|及以|地震|大风|文物|残疾|伤残|公路|客运|资质|建造|风险|调度|[甲乙丙]等"
)
# 近两个年度: a span of time.
_TERMS = ("年度", "学期", "财年")
# What a page counts of itself, by its unit: 阅读:317次, 全文共2427字, 预计阅读时长42分钟.
_PAGE_COUNTS = {
    "次": lazy(r"(?:阅读|浏览|点击|访问)(?:量|数|次数)?: ?\Z"),
    "字": lazy(r"(?:全文|本文|显示|字数)共?计?(?:约|大约|:)? ?\Z"),
    "分钟": lazy(r"阅读(?:全文)?(?:时长|时间)?(?:约|大约|需要?|:)? ?\Z"),
}
_BEFORE_COUNT = 8
# Places in a ranking: 由全省38位跃升至12位, 退出后20位城市; but 由12位专家组成.
_RANK = lazy("(?:排名?第?|名次|位次|[居列由从至到]|全[国省市州区县盟]) ?\\Z")
_RANK_END = lazy("[,。;、)!\n]|\\Z|[提上下]?[升降]|跃|晋|前[移进]|后移|滑|到|至")
_RANKING = lazy("排[名位行]|名次|位次|跃|晋|前移|榜|考核|全[国省市州区县盟]|[提上]升|下降")
# 过去五年, 一年来, 三年行动计划: when something is done, or its name.
_SPAN_BEFORE = lazy(
    "(?:过去|今后|未来|往后|接下来|最近|近|新|这|上|前|后|首|头|关键|开局|收官|之|又|不凡|平凡|来|的)的? ?\\Z"
)
_ONE_YEAR = lazy("(?:提前|延长|为期|期|满|用|连续|近|不到|不足|超过|约|少于|低于)\\Z")
_SPAN_BEHIND = lazy(
    "多?来(?!水)|义务教|一贯制|间|以来|之[间中后]|行动|(?:[^,。;、\\d]{0,6})(?:计划|规划|方案|行动)|攻坚|倍增|禁渔|奋斗|任期"
)


def is_none(folded: str, start: int, end: int, value: str, unit: str) -> bool:
    """
    Whether a number with its unit is no quantity.

    Args:
        folded: Folded text.
        start: Where the number starts.
        end: Where its unit ends.
        value: Its value.
        unit: Its unit.
    """
    if value[0] == "0" and value[1:2].isdigit():
        return True  # a serial number
    if folded[end : end + 1] == "”" and "“" in folded[start - 2 : start]:
        return True  # 出台“18条”、“新36条”政策: their names
    if value == "1" and folded.endswith(_NO, 0, start):
        return True  # 无一起因调解不当引起上访: not one
    if unit not in DOUBTFUL:
        return False
    if unit == "年":  # with blanks inside of it, or a span
        return _is_year(value) or _is_span(folded, start, end)
    if counted := _PAGE_COUNTS.get(unit):
        return counted.search(folded, max(0, start - _BEFORE_COUNT), start) is not None
    if unit == "位":
        return _is_rank(folded, start, end)
    if unit == "周年":
        return not folded[start].isdigit()  # 成立一百周年: its name
    if unit == "个":  # 共12536个字
        return folded.startswith("字", end) or (
            folded.startswith(_TERMS, end) and _is_span(folded, start, end)
        )
    # 百亿级, 500亿级: a class as well
    return value.endswith("0000") or _CLASS_BEHIND.match(folded, end) is not None


def _is_span(folded: str, start: int, end: int) -> bool:
    floor = start - 5 if start > 5 else 0
    if folded.startswith("一年", start) and not _ONE_YEAR.search(folded, floor, start):
        return True  # 关键的一年
    before = _SPAN_BEFORE.search(folded, floor, start)
    return bool(before or _SPAN_BEHIND.match(folded, end))


def _is_rank(folded: str, start: int, end: int) -> bool:
    if folded.startswith("后", start - 1):
        return True
    if not _RANK_END.match(folded, end) or not _RANK.search(folded, max(0, start - 5), start):
        return False
    return _RANKING.search(folded, max(0, start - 24), end + 4) is not None


def _is_year(value: str) -> bool:
    return len(value) == 4 and value.startswith(("19", "20"))
