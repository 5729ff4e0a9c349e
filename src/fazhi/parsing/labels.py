"""
What each quantity measures, in the text's own words.

A label is the phrase that the number stands in: what comes before it in its
clause, what it counts behind it, or both. A phrase that says nothing alone
(受理250件, 合格率95%) is filled in with the object of the phrase before it.
"""

from __future__ import annotations

import re

from fazhi.knowledge.label_words import OBJECT_VERBS, PREDICATES
from fazhi.model import Document, Span
from fazhi.parsing.clauses import Clause, clause_around
from fazhi.parsing.drafts import Quantity
from fazhi.parsing.phrases import Piece, before, behind


Label = tuple[str | None, tuple[Span, ...]]

_PREDICATES = frozenset((*PREDICATES, *"已未拟经均共"))
_LONGEST_PREDICATE = 12
_OBJECT_VERBS = frozenset(OBJECT_VERBS)
_NOUN_END = re.compile(
    r"(?<!人)均(?![衡等])|已|共(?![同享])|被(?!告|申请|诉)|得(?!分)|进行|实现|开展|参加|完成|荣获|纳入|配备|全部|使用|予以|担任"
)
_ITEMS = re.compile(r"[、和及与]")
_SHARED = re.compile("部门|领域|系统|单位|行业|机关|案件|法院|工作|事项|人员")
_GAPS = frozenset(("、", ",", "和", "及", "与", ""))


def labels(document: Document, found: list[Quantity]) -> list[Label]:
    """
    Return label and label spans of each quantity, in the order of *found*.
    """
    folded = document.folded
    pieces: list[list[Piece]] = []
    heads = _Heads(folded)
    for i, quantity in enumerate(found):
        clause = clause_around(folded, found, i)
        heads.enter(clause, folded[found[i - 1].right : quantity.left] if clause.same else "")
        pieces.append(_pieces(folded, quantity, clause, pieces[-1] if clause.same else [], heads))
    _distribute(folded, found, pieces)
    _fill_backwards(found, pieces)
    return [_label(document.text, own) for own in pieces]


def _label(text: str, pieces: list[Piece]) -> Label:
    words = "".join([text[a:b] for a, b in pieces])
    if not words.isalnum():
        words = "".join(words.split())
    return (words, tuple([Span(a, b) for a, b in pieces])) if words else (None, ())


class _Heads:
    """
    The phrase whose object later phrases of the sentence take up.
    """

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self.phrase: Piece | None = None
        self.listing = False

    def enter(self, clause: Clause, between: str) -> None:
        """
        Go on to the next quantity; *between* is what stands before it in the same sentence.
        """
        if not clause.same:
            self.phrase, self.listing = None, False
            return
        opening = between[:12]
        if "其中" in opening or "包括" in opening or opening.startswith((":", "(含", ",含")):
            self.listing = True

    def keep(self, phrase: Piece) -> None:
        """
        Take *phrase* up from now on; the parts of a list keep the head of their total.
        """
        if not self.listing or self.phrase is None:
            self.phrase = phrase

    def object_before(self, start: int) -> Piece | None:
        """
        Return the object of the phrase taken up, where it stands before *start*.
        """
        if self.phrase is None or self.phrase[1] > start:
            return None
        found = _object(self.folded, self.phrase)
        return found if found[1] <= start else None


def _pieces(
    folded: str, quantity: Quantity, clause: Clause, earlier: list[Piece], heads: _Heads
) -> list[Piece]:
    """
    Return the pieces of a quantity's label.
    """
    left, listed = before(folded, clause.start, quantity.left)
    right = behind(folded, quantity.right, clause.end)
    if right and (listed or left is None or (clause.joined and left[1] - left[0] <= 4)):
        return _counted(right, heads)
    if left is None or (earlier and right is None and _owned(folded, clause, left)):
        return earlier
    own = [left, right] if right else [left]
    if not _thin(folded, left, right):
        part = _part(folded, left, heads) if right is None and heads.listing else own
        heads.keep(right if right and left[1] - left[0] <= 4 else left)
        return part
    head = heads.object_before(left[0])
    if heads.phrase is None and (prior := clause.prior(folded)):
        phrase, _ = before(folded, *prior)
        if phrase:
            heads.keep(phrase)
            head = heads.object_before(left[0])
    return [head, *own] if head else own


def _counted(right: Piece, heads: _Heads) -> list[Piece]:
    """
    Return the label of a quantity that says what it counts behind it.
    """
    if right[1] - right[0] <= 3 and (head := heads.object_before(right[0])):
        return [head, right]
    heads.keep(right)
    return [right]


def _owned(folded: str, clause: Clause, left: Piece) -> bool:
    """
    Whether the words between two numbers belong to the first (34个部门605项).
    """
    return clause.joined and left[1] - left[0] <= 3 and folded[clause.start] not in "、和及与"


def _part(folded: str, left: Piece, heads: _Heads) -> list[Piece]:
    """
    Return the label of a part: its own words with those of the total that they leave out.
    """
    size, ending = left[1] - left[0], folded[left[1] - 2 : left[1]]
    head = heads.object_before(left[0])
    if head is None or size > 6:
        return [left]
    if size <= 5 and folded.endswith(ending, head[0] + 2, head[1]):
        return [(head[0], head[1] - 2), left]  # 行政诉讼案件71件,其中二审案件43件
    return [head, left]


def _thin(folded: str, left: Piece, right: Piece | None) -> bool:
    """
    Whether the words before a number say nothing without their object.
    """
    start, end = left
    if right and right[1] - right[0] > 3:
        return False
    return end - start <= 3 or _is_predicate(folded, start, end)


def _is_predicate(folded: str, start: int, end: int) -> bool:
    """
    Whether the words are predicates to the last one, such as 已办结 or 调解成功率.
    """
    if end - start > _LONGEST_PREDICATE:
        return False
    if end - start > 1 and folded[end - 1] in "的数量":
        end -= 1
    while start < end:
        for size in (5, 4, 3, 2, 1):
            if folded[start : min(start + size, end)] in _PREDICATES:
                start += size
                break
        else:
            return False
    return True


def _object(folded: str, piece: Piece) -> Piece:
    """
    Return the object in a phrase: what stands behind its last verb.
    """
    start, end = piece
    for at in range(end - 4, start - 1, -1):
        if folded[at : at + 2] in _OBJECT_VERBS and not _is_predicate(folded, at + 2, end):
            start = at + 2
            break
    stop = _NOUN_END.search(folded, start + 2, end)
    end = stop.start() if stop else end
    if folded[end - 1] == "率":
        for size in (7, 6, 5, 4, 3, 2):
            if end - size - start >= 2 and _is_predicate(folded, end - size, end):
                return start, end - size  # 案件不合格率: the rate is of 案件
    return start, end


def _distribute(folded: str, found: list[Quantity], pieces: list[list[Piece]]) -> None:
    """
    Give each number of a list its own item (优秀率、合格率分别为42.5%、99.1%).
    """
    i = 0
    while i < len(found) - 1:
        run = i + 1
        while run < len(found) and folded[found[run - 1].right : found[run].left].strip() in _GAPS:
            run += 1
        if run - i > 1 and pieces[i]:
            items = _items(folded, pieces[i][-1], found[i].start)
            if len(items) == run - i:
                pieces[i:run] = [[*pieces[i][:-1], *item] for item in items]
        i = run


def _items(folded: str, piece: Piece, number: int) -> list[list[Piece]]:
    """
    Split 甲、乙部门立案分别 into the items that numbers are given for, each with the shared ending.
    """
    start, end = piece
    at = folded.find("分别", start, number)
    if at < 0:
        return []
    rest = [(at + 2, end)] if end - at > 3 else []
    end = min(at, end)
    end -= 2 * folded.endswith("同比", start, end)
    cuts = [start, *(m.end() for m in _ITEMS.finditer(folded, start, end)), end + 1]
    items = [(a, b - 1) for a, b in zip(cuts, cuts[1:], strict=False) if b - 1 > a]
    shared = _SHARED.search(folded, items[-1][0] + 1, end) if items else None
    ending = [(shared.start(), end)] if shared else []
    return [[item, *(ending if item != items[-1] else []), *rest] for item in items]


def _fill_backwards(found: list[Quantity], pieces: list[list[Piece]]) -> None:
    """
    Give a quantity without words those of the one directly behind it (13县市138个乡镇).
    """
    for i in range(len(pieces) - 2, -1, -1):
        if not pieces[i] and found[i + 1].left - found[i].right <= 2:
            pieces[i] = pieces[i + 1]
