"""
Labels of numbers that take up what is said behind the next one.
"""

from __future__ import annotations

from fazhi.parsing.drafts import Quantity
from fazhi.parsing.lists import SHORT_NOUN
from fazhi.parsing.phrases import Piece
from fazhi.parsing.predicates import is_predicate
from fazhi.text.patterns import lazy


_LEAST_SHARED = 4
# 7个集体、2名同志获得表彰
_DEED = lazy(
    "出庭|到庭|荣获|获|全部|实现|均|都(?!市)|被(?!告)|受(?!理|众)到?|入选|得到|评为|纳入|列入|通过(?!率)|(?:同步|全部|统一|分别)?(?:开展|进行|实施|参加|进驻|入驻|划入|纳入)|合法性审查"
)
# 党组会议8次、局长办公会5次专题研究法治工作
_HELD = lazy("专题|(?:研究|听取|审议|讨论|部署|学习|传达)(?!中心)")
_LONGEST_COUNTED = 6
_LISTED = frozenset("、,和及与")


def fill_backwards(folded: str, found: list[Quantity], pieces: list[list[Piece]]) -> None:
    """
    Give a quantity without words those of the one directly behind it (13县市138个乡镇), and the
    first of two counted nouns what both did (41家部门及15个乡镇共聘请顾问97名).
    """
    for i in range(len(pieces) - 2, -1, -1):
        own, after = pieces[i], pieces[i + 1]
        if folded[found[i].right] == "、" and _done_too(folded, own, found[i], after, found[i + 1]):
            pieces[i] = [*own, after[1]]
            continue
        if _heads_next(folded, own, found[i], after, found[i + 1]):
            pieces[i] = [*own, after[0]]
            continue
        gap = found[i + 1].left - (own[-1][1] if own else found[i].right)
        if gap > 2:
            continue
        if not own:
            pieces[i] = after
        elif _counts_too(folded, own, found[i], after, found[i + 1]):
            pieces[i] = [*own, after[1]]
        elif gap == 1 and (deed := _deed(folded, own[-1], found[i], after)):
            pieces[i] = [*own, deed]


def _heads_next(
    folded: str, own: list[Piece], quantity: Quantity, after: list[Piece], following: Quantity
) -> bool:
    """
    Whether a number with a verb goes with the next one, which names both: 梳理5大类91项突出问题.
    """
    return (
        quantity.right == following.left
        and len(own) == len(after) == 1
        and own[0][1] <= quantity.left
        and after[0][0] >= following.right
        and is_predicate(folded, *own[0])
    )


def _counts_too(
    folded: str, own: list[Piece], quantity: Quantity, after: list[Piece], following: Quantity
) -> bool:
    return (
        len(own) == 1
        and len(after) == 2
        and quantity.right <= own[0][0]
        and following.right <= after[0][0]
        and own[0][1] - own[0][0] <= SHORT_NOUN
        and folded[own[0][1]] not in ",。;\n"
    )


def _done_too(
    folded: str, own: list[Piece], quantity: Quantity, after: list[Piece], following: Quantity
) -> bool:
    """
    Whether a verb has the object that only the next one names: 取消15项、新增17项、下放3项许可事项.
    """
    return (
        len(own) == 1
        and len(after) == 2
        and quantity.unit == following.unit
        and after[0][0] == quantity.right + 1
        and after[1][0] >= following.right
        and after[1][1] - after[1][0] >= _LEAST_SHARED
        and (is_predicate(folded, *own[0]) or _HELD.match(folded, *after[1]) is not None)
    )


def _deed(folded: str, noun: Piece, quantity: Quantity, after: list[Piece]) -> Piece | None:
    """
    Return what happened to both of two counted nouns (7个集体、2名同志获得表彰): it stands behind the second.
    """
    start, end = noun
    if start < quantity.right or end - start > _LONGEST_COUNTED or folded[end] not in _LISTED:
        return None
    if not after or after[-1][0] < end:
        return None
    deed = _DEED.search(folded, *after[-1])
    if deed is None or (deed.start() == after[-1][0] and len(after) == 1):
        return None
    return deed.start(), after[-1][1]
