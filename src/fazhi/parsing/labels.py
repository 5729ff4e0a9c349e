"""
What each quantity measures, in the text's own words.

A label is the phrase that the number stands in: what comes before it in its
clause, what it counts behind it, or both. A phrase that says nothing alone
(受理250件, 合格率95%) is filled in with the object of the phrase before it.
"""

from __future__ import annotations

from fazhi.knowledge.units import SHARES
from fazhi.model import Document, Span
from fazhi.model.making import make_span
from fazhi.parsing.antecedents import (
    POINTS,
    left_out,
    only_verb,
    shared_verb,
)
from fazhi.parsing.backwards import fill_backwards
from fazhi.parsing.cells import cell_pieces
from fazhi.parsing.clauses import Clause, clause_around
from fazhi.parsing.comparisons import (
    changed_of,
    moved,
    of_rate,
    without_comparison,
)
from fazhi.parsing.counted import counted, what_it_counts
from fazhi.parsing.drafts import Quantity
from fazhi.parsing.heads import Heads
from fazhi.parsing.joining import (
    NOTE,
    joined,
    part_of,
    with_quotations,
    without_examples,
    without_notes,
    without_together,
)
from fazhi.parsing.lists import SHORT_NOUN, distribute
from fazhi.parsing.phrases import (
    Piece,
    before,
    lone_noun,
)
from fazhi.parsing.predicates import is_predicate, unchanged
from fazhi.parsing.shares import BARE_SHARES, is_share, share_of
from fazhi.parsing.wholeness import (
    begins_anew,
    disposed,
    own_words,
    says_little,
    thin,
)


# What takes up more than so much says nothing (占总数的5%,增长3%, again and again).
_MOST_PIECES = 6
# 出具法律意见280份,人均7份
_PAIR = 2
# 新增23个达标城市,累计达到95个
_IN_ALL, _ADDED = ("累计", "总数", "总计"), frozenset(("新增", "新建", "净增", "新认定"))
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
            words = without_examples(folded, without_comparison(folded, own))
            words = without_together(folded, words)
            out.append(_label(document.text, folded, words))
    return out


def _label(text: str, folded: str, pieces: list[Piece], *, whole: bool = False) -> Label:
    if len(pieces) == 1:
        ((start, end),) = pieces
        words = text[start:end]
        spans: tuple[Span, ...] = (make_span(start, end),)
    else:
        words = "".join([text[a:b] for a, b in pieces])
        spans = tuple([make_span(a, b) for a, b in pieces])
    if not words.isalpha():
        if not whole and (quoted := with_quotations(folded, pieces)) != pieces:
            return _label(text, folded, quoted, whole=True)
        if NOTE.search(words) and (bare := without_notes(text, pieces)) != pieces:
            return _label(text, folded, bare, whole=True)
        words = "".join(words.split())
    return (words, spans) if words else (None, ())


def _pieces(
    folded: str, quantity: Quantity, clause: Clause, earlier: list[Piece], heads: Heads
) -> list[Piece]:
    """
    Return the pieces of a quantity's label.
    """
    right, action = what_it_counts(folded, quantity, clause)
    start = _unused(folded, clause, earlier, quantity)
    left, listed = before(folded, start, quantity.left, following=right is not None)
    if left is None and not listed:
        left = lone_noun(folded, start, quantity.left)
    if right and (left or (earlier and clause.joined)) and folded[right[0]] == "等":
        if left is None:
            return earlier  # 由3万元提高到10万元等政策
        right = None  # 水泥20万吨、玻璃3万箱等产能
    little = clause.joined and start == clause.start
    if right and (listed or left is None or (little and says_little(folded, left, heads))):
        return counted(right, action, earlier, heads, quantity)
    if left is None:
        return _wordless(folded, quantity, clause, earlier, heads, listed=listed)
    if earlier and left[1] - left[0] == _PAIR and folded[left[0] : left[1]] in _PER:
        return [*earlier, left]
    if earlier and quantity.unit == POINTS and of_rate(folded, earlier[-1], left):
        return [*earlier, left]
    if earlier and (
        moved(folded, left)
        or (right is None and start == clause.start and _owned(folded, clause, left))
    ):
        return earlier
    if (
        right is None
        and (quantity.unit in SHARES or quantity.unit == POINTS)
        and (taken := share_of(folded, clause, left, earlier, heads))
    ):
        return taken
    return _said(folded, quantity, clause, left, right, earlier, heads)


def _wordless(  # noqa: PLR0913
    folded: str,
    quantity: Quantity,
    clause: Clause,
    earlier: list[Piece],
    heads: Heads,
    *,
    listed: bool,
) -> list[Piece]:
    """
    Return the label of a quantity before which no phrase stands.
    """
    alone = listed or not clause.joined
    if alone and clause.end == quantity.right and folded[clause.end : clause.end + 1].isdigit():
        return []  # it goes with the next number: 5大类91项问题、10大类63项任务
    if earlier and quantity.unit in SHARES and folded[quantity.left - 1] == "占":
        return [*unchanged(folded, earlier), (quantity.left - 1, quantity.left)]
    if earlier and folded.startswith(_IN_ALL, clause.start):
        earlier = [piece for piece in earlier if folded[slice(*piece)] not in _ADDED] or earlier
    reached = quantity.change is None and clause.start < quantity.start and earlier
    again = unchanged(folded, earlier) if reached else earlier
    return only_verb(folded, quantity, clause, heads) or again


def _unused(folded: str, clause: Clause, earlier: list[Piece], quantity: Quantity) -> int:
    """
    Return where the words start that the number before does not count: 执法3项制度[、监督]6项机制.
    """
    begin, used = earlier[-1] if clause.joined and earlier else (0, 0)
    if not clause.start < used < quantity.left or folded[used] != "、":
        return clause.start
    short = used - begin <= SHORT_NOUN and folded.find(")", used, quantity.left) < 0
    return used if short or used == quantity.left - 1 else clause.start


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
    own = own_words(folded, clause, left, right)
    if heads.listing and heads.begins_again(left):
        heads.listing, heads.phrase = False, None
    if right and begins_anew(folded, left, right):
        return own
    if right and folded[left[1]] == "的" and is_predicate(folded, *left):
        heads.keep(right, quantity.unit)
        return own  # 抽查的120份案卷中,31份存在瑕疵
    if not thin(folded, left, right, same_unit=quantity.unit == heads.unit):
        beside = left[0] == heads.beside and own == [left] and not heads.listing
        if (
            beside
            and earlier
            and (verb := shared_verb(folded, left, earlier, same_unit=quantity.unit == heads.unit))
        ):
            own = [verb, left]
        part = part_of(folded, left, heads) if right is None and heads.listing else own
        _keep(quantity, left, right, own, heads)
        return part
    if own == [left] and earlier and folded[slice(*left)] in BARE_SHARES:
        last = len(earlier) > 1 and folded[earlier[-1][0]] == "占"
        return [*unchanged(folded, earlier[:-1] if last else earlier), left]
    share = quantity.unit == POINTS
    if own == [left] and (of := changed_of(folded, clause.floor, left, earlier, share=share)):
        return [*of, left]
    if head := left_out(folded, quantity, clause, left, heads):
        return joined(folded, head, own)
    if (right is None or is_predicate(folded, *right)) and not disposed(folded, left):
        heads.short = left  # 钢产量520万吨,增长11%; 发案数连续三年下降,分别下降3%和5%
    return own


def _keep(
    quantity: Quantity, left: Piece, right: Piece | None, own: list[Piece], heads: Heads
) -> None:
    """
    Keep what the words on either side of a quantity say for what takes it up.
    """
    folded = heads.folded
    if is_share(folded, left) or disposed(folded, left):
        return
    phrase = left
    if right and (left[1] - left[0] <= 4 or own == [right]) and not is_predicate(folded, *right):
        phrase = right
    heads.keep(phrase, quantity.unit)


def _owned(folded: str, clause: Clause, left: Piece) -> bool:
    """
    Whether the words between two numbers belong to the first (34个部门605项).
    """
    short = clause.joined and left[1] - left[0] <= 3 and folded[left[1] - 1] != "率"
    # 酒驾475起(醉驾132起): in the bracket stands another.
    return short and folded[clause.start] not in "(、和及与且" and folded[left[0] - 1] not in "(、"
