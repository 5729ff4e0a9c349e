"""
What each quantity measures, in the text's own words.

A label is the phrase that the number stands in: what comes before it in its
clause, what it counts behind it, or both. A phrase that says nothing alone
(受理250件, 合格率95%) is filled in with the object of the phrase before it.
"""

from __future__ import annotations

import re

from fazhi.knowledge.label_words import ADVERBIAL
from fazhi.model import Document, Span
from fazhi.model.making import make_span
from fazhi.parsing.cells import cell_pieces
from fazhi.parsing.clauses import Clause, clause_around
from fazhi.parsing.comparisons import (
    CHANGE_LAST,
    COMPARED,
    FROM,
    changed_of,
    moved,
    of_rate,
    ranks,
    without_comparison,
)
from fazhi.parsing.drafts import Quantity
from fazhi.parsing.heads import Heads, is_predicate, unchanged
from fazhi.parsing.joining import NOTE, alike, joined, part_of, without_notes
from fazhi.parsing.lists import SHORT_NOUN, distribute, fill_backwards, is_gap
from fazhi.parsing.phrases import SHORT_NOUNS, Piece, before, before_titles, behind, behind_bracket


# What takes up more than so much says nothing (占总数的5%,增长3%, again and again).
_MOST_PIECES = 6
# 提出审核意见 says enough; 按时办结率 does not.
LONGEST_THIN = 5
POINTS = "百分点"
# Names of occasions and rates are whole however short: 交流研讨6场次、党课12场次; 赤字率3%.
_MEETINGS = frozenset("会课班率")
# What these reach out from is said right before: 推行免罚清单,涉及18个领域.
_REACHING = ("涉及", "惠及", "覆盖", "受益", "参与", "服务")
SHARES = frozenset("%‰成")
# 占全市建议总数的95%, 为预算的105%, 完成年度目标任务的75%
_SHARE = re.compile("[占为](?:全[国省市区州县])?(?:年度?|全年)?\\Z")
_OF = re.compile(
    "(?:超额)?完成[^,。;]{0,6}(?:目标|任务|计划|预算)|(?:年度)?目标|任务|(?:调整|年初)?预算(?!收|支)"
)

# 财政收入迈过千亿大关,达1330亿元
_MARKS_REACHED = ("大关", "关口", "台阶")

# Nouns that say nothing of what they are of: 推行免罚清单,涉及18个事项.
_OF_ANY = frozenset(
    ("事项", "问题", "任务", "措施", "环节", "指标", "内容", "要点", "条款", "领域", "案件")
)
# 出具法律意见280份,人均7份
_PAIR = 2
_PER = frozenset(("人均", "户均", "年均", "月均", "日均"))
Label = tuple[str | None, tuple[Span, ...]]


def labels(document: Document, found: list[Quantity]) -> list[Label]:
    """
    Return label and label spans of each quantity, in the order of *found*.
    """
    folded = document.folded
    pieces: list[list[Piece]] = []
    heads = Heads(folded)
    cells = cell_pieces(document, found)
    for i, quantity in enumerate(found):
        if i in cells:
            pieces.append(cells[i])
            continue
        clause = clause_around(folded, found, i)
        heads.enter(clause, found[i - 1] if i else None, quantity)
        own = _pieces(folded, quantity, clause, pieces[-1] if clause.same else [], heads)
        pieces.append(own if len(own) <= _MOST_PIECES else own[-1:])
    distribute(folded, found, pieces)
    fill_backwards(folded, found, pieces)
    out: list[Label] = []
    for i, own in enumerate(pieces):
        # Numbers side by side share their label.
        if i and own is pieces[i - 1]:
            out.append(out[-1])
        else:
            out.append(_label(document.text, without_comparison(folded, own)))
    return out


def _label(text: str, pieces: list[Piece]) -> Label:
    if len(pieces) == 1:
        ((start, end),) = pieces
        words = text[start:end]
        spans: tuple[Span, ...] = (make_span(start, end),)
    else:
        words = "".join([text[a:b] for a, b in pieces])
        spans = tuple([make_span(a, b) for a, b in pieces])
    if not words.isalpha():
        if NOTE.search(words) and (bare := without_notes(text, pieces)) != pieces:
            return _label(text, bare)
        words = "".join(words.split())
    return (words, spans) if words else (None, ())


def _pieces(
    folded: str, quantity: Quantity, clause: Clause, earlier: list[Piece], heads: Heads
) -> list[Piece]:
    """
    Return the pieces of a quantity's label.
    """
    right, action = _behind(folded, quantity, clause)
    left, listed = before(folded, clause.start, quantity.left, following=right is not None)
    if right and (left or (earlier and clause.joined)) and folded[right[0]] == "等":
        if left is None:
            return earlier  # 由3万元提高到10万元等政策
        right = None  # 水泥20万吨、玻璃3万箱等产能
    if right and (listed or left is None or (clause.joined and left[1] - left[0] <= 4)):
        return _counted(right, action, heads, quantity)
    if left is None:
        reached = quantity.change is None and clause.start < quantity.left and earlier
        again = unchanged(folded, earlier) if reached else earlier
        return _only_verb(folded, quantity, clause, heads) or again
    if earlier and left[1] - left[0] == _PAIR and folded[left[0] : left[1]] in _PER:
        return [*earlier, left]
    if earlier and quantity.unit == POINTS and of_rate(folded, earlier[-1], left):
        return [*earlier, left]
    if earlier and (moved(folded, left) or (right is None and _owned(folded, clause, left))):
        return earlier
    if (
        right is None
        and quantity.unit in SHARES
        and (taken := _taken_up(folded, clause, left, earlier, heads))
    ):
        return taken
    return _said(folded, quantity, clause, left, right, earlier, heads)


def _behind(folded: str, quantity: Quantity, clause: Clause) -> tuple[Piece | None, Piece | None]:
    """
    Return what a quantity counts behind it and what that did; None where the words say another thing.
    """
    size = clause.end - quantity.right
    if size < 1 or (size == 1 and folded[quantity.right] not in SHORT_NOUNS):
        return None, None  # shorter words count nothing
    right, action = behind(folded, quantity.right, clause.end)
    if right is None:
        return None, action
    if folded.startswith("转为", right[0]) or moved(folded, right):
        return None, None
    if right[1] == clause.end and is_gap(folded, quantity, right[1]):
        return None, None  # 分别下降3.6%和上升9.4%
    if right[1] - right[0] == _PAIR and COMPARED.match(folded, clause.start, quantity.left):
        return None, None  # 较上年的7.8%下降2.6个百分点
    if folded[quantity.left - 1] == "按" and folded.startswith("安排", right[0]):
        return None, action  # 赤字率按3%安排
    return right, action


def _said(  # noqa: PLR0913, PLR0917
    folded: str,
    quantity: Quantity,
    clause: Clause,
    left: Piece,
    right: Piece | None,
    earlier: list[Piece],
    heads: Heads,
) -> list[Piece]:
    """
    Return the words before and behind a quantity, with what they leave out.
    """
    own = [left, right] if right else [left]
    noun = left[1] - left[0] <= SHORT_NOUN and folded[left[0] - 1] in "》等"
    if noun and (verb := before_titles(folded, clause.start, left[0])):
        own.insert(0, verb)
    if right and (rest := behind_bracket(folded, right[1])):
        own.append(rest)
    if not _thin(folded, left, right, same_unit=quantity.unit == heads.unit):
        part = part_of(folded, left, heads) if right is None and heads.listing else own
        if not _OF.match(folded, *left):
            heads.keep(right if right and left[1] - left[0] <= 4 else left, quantity.unit)
        return part
    if own == [left] and (of := changed_of(folded, clause.floor, left, earlier)):
        return [*of, left]
    if head := _left_out(folded, quantity, clause, left, heads):
        return joined(folded, head, own)
    if right is None and not is_predicate(folded, *left):
        heads.short = left  # 钢产量520万吨,增长11%
    return own


def _left_out(
    folded: str, quantity: Quantity, clause: Clause, left: Piece, heads: Heads
) -> Piece | None:
    """
    Return what a phrase that says nothing alone leaves out: the words before its bracket
    (刑事立案数(同比下降13.4%)), else the object taken up.
    """
    if folded[left[0] - 1 : left[0]] == "(" and folded.find(")", *left) < 0:
        owner, _ = before(folded, clause.start, left[0] - 1)
        if owner:
            return owner
    reaching = folded.startswith(_REACHING, left[0])
    prior = clause.prior(folded)
    if prior and (heads.phrase is None or reaching or _openspart_of(folded, clause, prior)):
        _take_up(folded, quantity, prior, heads)
    head = heads.object_before(left[0], rate=quantity.unit == POINTS)
    if head is None and folded[left[1] - 1] in CHANGE_LAST and is_predicate(folded, *left):
        return heads.short
    return None if head and alike(folded, head, left) else head


def _only_verb(folded: str, quantity: Quantity, clause: Clause, heads: Heads) -> list[Piece] | None:
    """
    Return the label of a quantity before which only a verb stands: what the clause before it names
    (财政收入突破亿元,实现1.1亿元).
    """
    prior = clause.prior(folded) if clause.start < quantity.start else None
    if prior is None or not (
        (not clause.same and folded.endswith(_MARKS_REACHED, *prior))
        or _openspart_of(folded, clause, prior)
        or FROM.match(folded, clause.start, quantity.left)
    ):
        return None
    _take_up(folded, quantity, prior, heads)
    head = heads.object_before(clause.start)
    return [head] if head else None


def _openspart_of(folded: str, clause: Clause, prior: Piece) -> bool:
    """
    Whether the clause before stands behind a semicolon: it is nearer than what was counted before.
    """
    return prior[0] > clause.floor and folded[prior[0] - 1] == ";"


def _take_up(folded: str, quantity: Quantity, prior: Piece, heads: Heads) -> None:
    """
    Take up the phrase of the clause before.
    """
    if folded.startswith(ADVERBIAL, prior[0]):
        return
    phrase, _ = before(folded, *prior)
    if phrase and not is_predicate(folded, *phrase):
        heads.keep(phrase, quantity.unit)


def _taken_up(
    folded: str, clause: Clause, left: Piece, earlier: list[Piece], heads: Heads
) -> list[Piece] | None:
    """
    Return the label of a share (占总数的95%), which takes up what it is a share of.
    """
    share = _SHARE.search(folded, max(clause.start, left[0] - 4), left[0])
    if share is None and not _OF.match(folded, *left):
        return None
    part = (share.start() if share else left[0], left[1])
    if len(earlier) > 1 and (folded[earlier[-1][0]] in "占为" or _OF.match(folded, *earlier[-1])):
        earlier = earlier[:-1]  # another share of the same
    if earlier and (share is None or is_predicate(folded, *earlier[-1])):
        return [*earlier, part]  # 维持24件,占受理案件的53%
    head = heads.object_before(part[0])
    return [head, part] if head else None


def _counted(right: Piece, action: Piece | None, heads: Heads, quantity: Quantity) -> list[Piece]:
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
    if thin and (head := heads.object_before(right[0])):
        return [right] if alike(folded, head, right) else joined(folded, head, [right])
    if not folded.endswith(_MARKS_REACHED, *right):  # 五年跨越3个十亿级台阶
        heads.keep(right, quantity.unit)
    return [right]


def _owned(folded: str, clause: Clause, left: Piece) -> bool:
    """
    Whether the words between two numbers belong to the first (34个部门605项).
    """
    short = clause.joined and left[1] - left[0] <= 3
    # 酒驾475起(醉驾132起): in the bracket stands another.
    return short and folded[clause.start] not in "(、和及与且" and folded[left[0] - 1] not in "(、"


def _thin(folded: str, left: Piece, right: Piece | None, *, same_unit: bool) -> bool:
    """
    Whether the words before a number say nothing without their object.
    """
    start, end = left
    if right and right[1] - right[0] > 3:
        return False
    if same_unit and end - start <= 3 and folded[end - 1] not in _MEETINGS:
        return True
    if ranks(folded, start, end):
        return True
    return end - start <= LONGEST_THIN and is_predicate(folded, start, end)
