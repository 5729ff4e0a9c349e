"""
What a number counts, where that stands behind it.
"""

from __future__ import annotations

from fazhi.parsing.antecedents import MARKS_REACHED, shared_verb
from fazhi.parsing.clauses import Clause
from fazhi.parsing.comparisons import COMPARED, moved
from fazhi.parsing.drafts import Quantity
from fazhi.parsing.heads import Heads
from fazhi.parsing.joining import alike, joined
from fazhi.parsing.lists import SHORT_NOUN, is_gap
from fazhi.parsing.phrase_ends import ALONE, behind
from fazhi.parsing.phrases import Piece
from fazhi.parsing.predicates import is_predicate
from fazhi.parsing.wholeness import WHAT_THEY_DID


# Nouns that say nothing of what they are of: 推行免罚清单,涉及18个事项.
_OF_ANY = frozenset(
    ("事项", "问题", "任务", "措施", "环节", "指标", "内容", "要点", "条款", "领域", "案件")
)
_PAIR = 2
# What follows is no noun: 涉及1322项贯彻落实收费目录, 35件按照要求办理.
_SAYS_HOW = ("转为", "贯彻", "按照", "根据", "依据", "依照", "遵照", "围绕", "全部来自", "占")


def what_it_counts(
    folded: str, quantity: Quantity, clause: Clause
) -> tuple[Piece | None, Piece | None]:
    """
    Return what a quantity counts behind it and what that did; None where the words say another thing.
    """
    size = clause.end - quantity.right
    if size < 1 or (size == 1 and folded[quantity.right] not in ALONE):
        return None, None  # shorter words count nothing
    right, action = behind(folded, quantity.right, clause.end)
    if right is None:
        return None, action
    if folded.startswith(_SAYS_HOW, right[0]) or moved(folded, right):
        return None, None
    rate = right[1] == clause.end and folded[right[1] - 1] == "率"
    if rate and folded[clause.end : clause.end + 1].isdigit():
        return None, None  # 拆除面积65万平方米任务完成率87%
    if folded[right[0]] == "为" and folded.endswith("其中", 0, quantity.left):
        right = (right[0] + 1, right[1])  # 其中3个为跨部门联合检查
    if folded[right[0]] == "中" and is_predicate(folded, right[0] + 1, right[1]):
        return None, None  # 977件中直接纠错236件
    if right[1] == clause.end and is_gap(folded, quantity, right[1]):
        return None, None  # 分别下降3.6%和上升9.4%
    if right[1] - right[0] == _PAIR and COMPARED.match(folded, clause.start, quantity.left):
        return None, None  # 较上年的7.8%下降2.6个百分点
    if folded[quantity.left - 1] == "按" and folded.startswith("安排", right[0]):
        return None, action  # 赤字率按3%安排
    return right, action


def counted(
    right: Piece, action: Piece | None, earlier: list[Piece], heads: Heads, quantity: Quantity
) -> list[Piece]:
    """
    Return the label of a quantity that says what it counts behind it.
    """
    if action and right[1] - right[0] <= SHORT_NOUN:
        heads.keep(right, quantity.unit)
        return [right, action]  # 15个乡镇共聘请法律顾问97名
    folded = heads.folded
    words = folded[slice(*right)]
    beside = folded[quantity.left - 1] in "、和及"  # 3所学校、2个园区
    thin = (words in _OF_ANY and not beside) or is_predicate(folded, *right)
    did = quantity.unit == heads.unit and WHAT_THEY_DID.match(words) is not None
    head = heads.object_before(right[0]) if thin or did else None
    if head and not (did and WHAT_THEY_DID.match(folded, *head)):
        return [right] if alike(folded, head, right) else joined(folded, head, [right])
    if not folded.endswith(MARKS_REACHED, *right):  # 五年跨越3个十亿级台阶
        heads.keep(right, quantity.unit)
    listed = (
        heads.beside == quantity.left and len(earlier) > 1 and not (heads.listing or heads.aside)
    )
    verb = shared_verb(folded, right, earlier, same_unit=False) if listed else None
    return [verb, right] if verb else [right]  # 新增43个起降点、58条航线
