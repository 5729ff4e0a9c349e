"""
Labels of numbers that stand in a list together.
"""

from __future__ import annotations

from itertools import pairwise

from fazhi.parsing.drafts import Quantity
from fazhi.parsing.phrases import Piece
from fazhi.parsing.predicates import object_of, unchanged
from fazhi.text.patterns import lazy


# Connectors, and no parts of words: 参与, 和解, 涉及.
_ITEMS = lazy("、|(?<!调)和(?![解谐平睦])|(?<![普涉惠遍危])及(?![时格])|(?<![参授给])与")
# What a list of names shares when only its last item says it (甲行业、乙行业增加值分别增长).
_MEASURE = lazy(
    "(?:(?:工业)?增加值|(?:工业)?总?产值|产量|销售额|零售额|销量|(?:(?:(?:常住)?居民)?(?:人均)?可支配|(?:居民)?人均纯|营业|经营)?收入|利润(?:总额)?|(?:贷款)?余额|(?:总)?投资|贷款|消费|支出|总额|吞吐量|周转量"
    "|进出口(?:总?额)?|出口(?:额)?|进口(?:额)?|占比|比重|比例|(?:清单|事项)?条数|[一-鿿]{2}(?:时间|时限|成本|费用)|(?:(?:人均)?(?:财政)?补助|[一-鿿]{2})标准|(?:人均)?[一-鿿]{2}经费|(?:最低)?收购价|人数|起数|件数|案件|数量|排放总量|总量|排放量|(?:保险)?(?:参保|缴费|在校生?|毕业生?|从业人员)?人数|能耗|水耗|强度|增速|增幅|[一-鿿]{2}[率数]|(?:纠纷|案件|办件|业务|受理|办结|申请|访问|使用|成交|交易|投诉|咨询|信访)[量额]|[一-鿿][量额值]|价格|规模|面积|里程|(?:平均)?浓度|装机(?:容量)?|保费|标准|贡献|就业)\\Z"
)
_SHARED = lazy("部门|领域|系统|单位|行业|机关|案件|法院|工作|事项|人员")
SHORT_NOUN = 8
# So many numbers are given to so many items without a word that says so (甲、乙、丙达到…).
LEAST_UNSAID = 3
# 甲收入和乙收入实际增长8%和11%: two and two.
_PAIRED = lazy(
    "[^、和及与]{2}[、和与][^、和及与]{2,}?((?:实际|年均|同比)?(?:增长|上升|提高|下降|降低|减少|增加|上涨))\\Z"
)
# 甲收入7元,乙收入5元,实际增长8%和9%
_CHANGE = lazy("(?:实际|同比|年均)?(?:增长|上升|提高|下降|降低|减少|增加|上涨)")
# 数量和金额[较去年同期]分别上升18%和57%
_THAN_BEFORE = lazy("(?:相?比|较|与)[^,。;、比较与]{0,6}(?:同期|上年|去年)(?:相比)?\\Z")
# 甲产值、乙产值增幅: each has the pace, though it names its own measure.
_PACES = frozenset(("增幅", "增速", "降幅", "涨幅", "占比", "比重"))
# 第一、二、三产业, 中、高等院校
_NUMERALS = frozenset("一二三四")
_SHORT = _NUMERALS | frozenset("大中小高初低省市县")
_FIRST = lazy("第?[一二三四]|[大中小高初低省市县]")
_KINDS = frozenset("等型级类产")
_AND = ("和", "与", "及")
_CONNECTORS = ("、", "和", "及", "与")
_GAPS = frozenset((*_CONNECTORS, ",", ""))
_LONGEST_GAP = 8
_MOST_PIECES = 2


def distribute(folded: str, found: list[Quantity], pieces: list[list[Piece]]) -> None:
    """
    Give each number of a list its own item (优秀率、合格率分别为42.5%、99.1%).
    """
    i = 0
    while i < len(found) - 1:
        run = i + 1
        while run < len(found) and is_gap(folded, found[run - 1], found[run].left):
            run += 1
        if run - i > 1 and pieces[i]:
            last, count = pieces[i][-1], run - i
            pair = folded[found[i].right : found[i + 1].left].strip() in _AND
            items = _items(folded, last, found[i].start, count, pair=pair)
            if len(items) == count:
                pieces[i:run] = [[*pieces[i][:-1], *item] for item in items]
            elif (
                i >= count
                and (
                    "分别" in folded[max(found[i - 1].right, last[0] - 10) : found[i].start]
                    or (pair and _CHANGE.fullmatch(folded, *last))
                )
                and _same_sentence(folded, found[i - count].right, last[0])
            ):
                former = pieces[i - count : i]
                pieces[i:run] = [
                    _taken_up(folded, own, (pieces[i + k] or [last])[-1], former)
                    for k, own in enumerate(former)
                ]
        i = run


def is_gap(folded: str, quantity: Quantity, end: int) -> bool:
    """
    Whether nothing but a connector stands between a number and the next, which starts at *end*, or
    a connector and how that one changed too (分别下降3.6%和上升9.4%).
    """
    start = quantity.right
    if end - start > _LONGEST_GAP:
        return False
    gap = folded[start:end].strip()
    return gap in _GAPS or (
        quantity.change is not None
        and gap[0] in _CONNECTORS
        and _CHANGE.fullmatch(gap, 1) is not None
    )


def _same_sentence(folded: str, start: int, end: int) -> bool:
    return "。" not in folded[start:end] and "\n" not in folded[start:end]


def _taken_up(
    folded: str, earlier: list[Piece], last: Piece, former: list[list[Piece]]
) -> list[Piece]:
    """
    Return the label of a rate that is given for each of the quantities before (…,分别增长5%、8%).
    """
    if any(last in own for own in former):
        return earlier or [last]  # …,分别是2007年的1.8倍、1.7倍
    if not earlier or last[1] - last[0] > 8:
        return [last]
    *others, of = unchanged(folded, earlier) or earlier
    return [*others[:_MOST_PIECES], object_of(folded, of, rate=True), last]


def _items(folded: str, piece: Piece, number: int, count: int, *, pair: bool) -> list[list[Piece]]:
    """
    Split 甲、乙部门立案分别 into the items that numbers are given for, each with the shared ending.
    """
    start, end = piece
    at = folded.find("分别", start, number)
    if at < 0 and "等" in folded[start:end]:
        return []
    if at < 0 and count < LEAST_UNSAID:
        change = _PAIRED.search(folded, start, end) if pair else None
        if change is None:
            return []
        rest, end = [(change.start(1), end)], change.start(1)
    else:
        rest = [(at + 2, end)] if 0 <= at < end - 3 else []
        end = min(at, end) if at >= 0 else end
    while folded.endswith(
        ("同比", "预计", "年均", "累计", "平均", "每斤", "每吨", "每亩"), start, end
    ):
        end -= 2
    if folded[end - 1] in "期年比" and (than := _THAN_BEFORE.search(folded, start + 2, end)):
        end = than.start()
    start = _numbered_start(folded, start)
    joints = [m.end() for m in _ITEMS.finditer(folded, start, end)]
    if len(joints) >= count:  # 京津冀及周边地区、长三角、汾渭平原
        joints = [at for at in joints if folded[at - 1] == "、"]
    cuts = [start, *joints, end + 1]
    items = [(a, b - 1) for a, b in pairwise(cuts) if b - 1 > a]
    if len(items) > 1 and (inner := _inner(folded, items)):
        return [[*item, *rest] for item in inner]
    shared = _SHARED.search(folded, items[-1][0] + 1, end) if items else None
    measure = None if shared or not items else _MEASURE.search(folded, items[-1][0] + 1, end)
    found = shared or measure
    if found is None:
        return [[item, *rest] for item in items]
    *others, last = items
    ending = (found.start(), end)
    return [
        *([item, *_shared_ending(folded, item, ending, found[0], last), *rest] for item in others),
        [last, *rest],
    ]


def _numbered_start(folded: str, start: int) -> int:
    """
    Return where 一、二、三产业 starts, of which a lead was taken for a numbering.
    """
    while start > 1 and folded[start - 1] == "、" and folded[start - 2] in _NUMERALS:
        start -= 2
    return start


def _inner(folded: str, items: list[Piece]) -> list[list[Piece]]:
    """
    Split items that share all but a first character: 第一、二、三产业, 中、高等院校, 大、中、小型企业.
    """
    *others, (start, end) = items
    first = others[0][0]
    if folded[start] not in _SHORT or not all(_FIRST.fullmatch(folded, *item) for item in others):
        return []
    if folded[start] in _NUMERALS:
        prefix = [(first, first + 1)] if folded[first] == "第" else []
    elif folded[start + 1 : start + 2] in _KINDS:
        prefix = []
    else:
        return []
    bare = [(first + len(prefix), others[0][1]), *others[1:]]
    return [*([*prefix, item, (start + 1, end)] for item in bare), [*prefix, (start, end)]]


def _shared_ending(
    folded: str, item: Piece, ending: Piece, shared: str, last: Piece
) -> list[Piece]:
    """
    Return what an item shares with the last one: 养老保险、医疗保险参保人数 share 参保人数.
    """
    if _says(folded, item, shared, last):
        return []
    start, end = ending
    both = folded.endswith(folded[start : start + 2], *item)
    return [(start + 2, end) if both else ending]


def _says(folded: str, item: Piece, shared: str, last: Piece) -> bool:
    """
    Whether an item names its own measure, so that it shares none with the last one.
    """
    if shared in folded[slice(*item)]:
        return True
    if shared in _PACES:
        return False
    size, (start, end) = item[1] - item[0], last
    if size < end - start and folded[start + size - 1] == folded[item[1] - 1]:
        return False  # 进口、出口通关时间
    return _MEASURE.search(folded, *item) is not None
