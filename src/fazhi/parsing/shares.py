"""
What a share is of: the words before a rate that name its base.
"""

from __future__ import annotations

import re

from fazhi.parsing.clauses import Clause
from fazhi.parsing.heads import Heads
from fazhi.parsing.phrases import Piece
from fazhi.parsing.predicates import is_predicate, unchanged
from fazhi.text.patterns import lazy


# 占全市建议总数的95%, 为预算的105%, 完成年度目标任务的75%
_SHARE = re.compile("[占为](?:全[国省市区州县])?(?:年度?|全年|(?:19|20)[0-9]{2}年)?(?:预计)?\\Z")
_SHARE_WORDS = lazy(
    "(?:超额)?完成[^,。;]{0,6}(?:目标|任务|计划|预算(?!收|支))|(?:年度)?目标|任务|(?:调整|年初)?预算(?!收|支)"
)
_SHARE_FIRST = frozenset("超完年目任调预")
_BEFORE_SHARE = 8
# 维持2件,占比22%: a share of what was said as a whole.
BARE_SHARES = frozenset(("占比", "占", "比例", "比重"))


def is_share(folded: str, piece: Piece) -> bool:
    """
    Whether words say what a share is of (完成年度目标任务的75%).
    """
    return folded[piece[0]] in _SHARE_FIRST and _SHARE_WORDS.match(folded, *piece) is not None


def share_of(
    folded: str, clause: Clause, left: Piece, earlier: list[Piece], heads: Heads
) -> list[Piece] | None:
    """
    Return the label of a share (占总数的95%), which takes up what it is a share of.
    """
    share = _SHARE.search(folded, max(clause.start, left[0] - _BEFORE_SHARE), left[0])
    if share is None and not is_share(folded, left):
        return None
    part = (share.start() if share else left[0], left[1])
    if len(earlier) > 1 and (folded[earlier[-1][0]] in "占为" or is_share(folded, earlier[-1])):
        earlier = earlier[:-1]  # another share of the same
    earlier = unchanged(folded, earlier) if earlier else earlier
    if earlier and (share is None or heads.parted or is_predicate(folded, *earlier[-1])):
        return [*earlier, part]  # 维持24件,占受理案件的53%
    head = heads.object_before(part[0])
    if head:
        return [head, part]
    return [*earlier, part] if earlier else None  # 县道264公里,占总里程的13%
