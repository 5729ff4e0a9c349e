"""
What the words around a number say of it: bound, direction, and the time that it takes.
"""

from __future__ import annotations

from fazhi.knowledge.units import RATES
from fazhi.model.nodes import Bound, Change
from fazhi.parsing.contexts import (
    AFTER_FIRST,
    BOUND_LAST,
    CHANGE_LAST,
    HINT,
    bound_after,
    change_before,
    change_behind,
    reaching,
    said_before,
)
from fazhi.parsing.drafts import Quantity
from fazhi.parsing.exclusions import DOUBTFUL, is_none


_ROUGH = frozenset("成倍")  # 七成多
_ROUGH_ENDS = frozenset(",。;、:)!?的\n") | {""}
# No other character opens words behind a unit that bound its number.
_BOUNDING = AFTER_FIRST | {"多"}
_USES = frozenset("使利应费采专")
_PERIODS = frozenset(("年", "个月", "天", "周", "小时"))
# Bounds that 以上, 左右 or 余 behind the number make more exact.
_VAGUE = (None, "~")
_JOINTS = frozenset(("、", "和", "及", "与"))
_DISTRIBUTED = 12


def add_quantity(  # noqa: PLR0913, PLR0917
    folded: str,
    found: list[Quantity],
    start: int,
    end: int,
    value: str,
    unit: str,
    *,
    more: bool = False,
    upper: str | None = None,
) -> None:
    """
    Append a quantity with the bound and change that its context gives.
    """
    following = folded[end : end + 1]
    doubtful = unit in DOUBTFUL or value == "1" or value[0] == "0" or following == "”"
    if doubtful and is_none(folded, start, end, value, unit):
        return
    bound, left, change = None, start, None
    near = folded[start - 6 if start > 6 else 0 : start]
    if near[-1:] in BOUND_LAST or "\n" in near:
        bound, left, change = said_before(folded, start, unit)
    hinted = HINT.search(folded, left - 12 if left > 12 else 0, left)
    if hinted and bound is None:
        bound = reaching(folded, left)
    after: Bound | None = ">=" if more else None
    right = end
    if following in _BOUNDING:
        after, right = _behind(folded, end, unit, more=more)
    if upper is not None:
        bound = "range"
    elif after and bound in _VAGUE:
        bound = after
    if unit in _PERIODS and folded.startswith("时间", right):
        left, right = _used(folded, left), right + 2
    change = change or _change(folded, left, end, unit, hinted=hinted is not None)
    if change is None and found and found[-1].change:
        change = _shared_change(folded, found[-1], start, unit)
    found.append(Quantity(start, end, value, upper, unit, bound or "=", change, left, right))
    if unit == "百分点":
        _share_points(folded, found)


def _is_rough(folded: str, end: int, unit: str) -> bool:
    """
    Whether 多 behind a unit makes the number one that is exceeded: 七成多的群众, 三亩多, but not 3个多功能厅.
    """
    behind = folded[end + 1 : end + 2]
    return unit in _ROUGH or behind in _ROUGH_ENDS or folded.startswith("时间", end + 1)


def _behind(folded: str, end: int, unit: str, *, more: bool) -> tuple[Bound | None, int]:
    """
    Return the bound that the words behind a unit set, 余 or 多 in the number with them, and where they end.
    """
    after, right = None, end
    following = folded[end : end + 1]
    if following in AFTER_FIRST:
        after, right = bound_after(folded, end)
    if right == end and following == "多" and _is_rough(folded, end, unit):
        return ">=", end + 1
    return (">=" if more and right == end else after), right


def _used(folded: str, left: int) -> int:
    """
    Return where the words before a time end without 用: 用三年左右时间.
    """
    return left - (folded[left - 1 : left] == "用" and folded[left - 2] not in _USES)


def _change(folded: str, left: int, end: int, unit: str, *, hinted: bool) -> Change | None:
    """
    Return the direction that the words on either side of a number say.
    """
    rate = unit in RATES
    change = None
    if hinted or rate or folded[left - 1 : left] in CHANGE_LAST:
        change = change_before(folded, left, unit)
    return change or (change_behind(folded, end) if rate else None)


def _shared_change(folded: str, before: Quantity, start: int, unit: str) -> Change | None:
    """
    Return the direction that a number shares with the one *before* it (分别增长5.2%、8.1%和1.3倍).
    """
    if before.unit != unit and not {before.unit, unit} <= RATES:
        return None
    between = folded[before.right : start].strip()
    listed = between in _JOINTS or (
        between == "," and "分别" in folded[max(0, before.left - _DISTRIBUTED) : before.left]
    )
    return before.change if listed else None


def _share_points(folded: str, found: list[Quantity]) -> None:
    """
    Give the numbers before points that 个 ends the unit that they share: 增长0.6个、2.3个、3.7个百分点.
    """
    quantity = found[-1]
    at = quantity.start
    for before in found[-2::-1]:
        if before.unit != "个" or folded[before.end : at].strip() not in _JOINTS:
            return
        before.unit = quantity.unit
        change = quantity.change or before.change
        quantity.change = before.change = change
        at = before.start
