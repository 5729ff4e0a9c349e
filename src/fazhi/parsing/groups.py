"""
Totals with the parts that the text lists as their parts.

A list is opened by 其中, 包括, 含, 分别, a colon or a bracket behind its total,
or it is a classification or flow whose parts use the total up to the last one
(受理250件,已办结220件,正在办理30件). A smaller number that merely follows is
no part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from fazhi.model import Document
from fazhi.parsing.breaks import breaks_sentence
from fazhi.parsing.drafts import Quantity
from fazhi.parsing.group_sentences import LISTS, Links, Sentence
from fazhi.parsing.progress import progress


_STOP = re.compile(r"[。!?\n]")
_LONGEST_SENTENCE = 80


class Membership(NamedTuple):
    """
    What a quantity is in its groups.

    Attributes:
        total_of: Number of the group that it is the total of.
        part_of: Number of the group that it is a part of.
        exhaustive: On a total, whether its parts use it up.
    """

    total_of: int | None = None
    part_of: int | None = None
    exhaustive: bool | None = None


def groups(document: Document, found: list[Quantity]) -> list[Membership | None]:
    """
    Return for each quantity what it is in its groups, None for most.
    """
    folded = document.folded
    links = Links({}, {}, {})
    for first, last in _sentences(folded, found):
        Sentence(folded, found, range(first, last), links).link()
    for total, parts in progress(folded, found, links.parts):
        links.add(total, parts, exhaustive=True)
    return [
        Membership(links.totals.get(i), links.parts.get(i), links.exhaustive.get(i))
        if i in links.totals or i in links.parts
        else None
        for i in range(len(found))
    ]


def _sentences(folded: str, found: list[Quantity]) -> Iterator[tuple[int, int]]:
    """
    Yield the quantities that share a sentence as ranges, two or more at a time.

    A sentence that begins with 其中 goes on with the one before it.
    """
    first = 0
    for k in range(1, len(found) + 1):
        if k < len(found) and k - first < _LONGEST_SENTENCE:
            stop = _stop(folded, found[k - 1].right, found[k].left)
            if stop < 0 or folded[stop : stop + 8].lstrip("。 \n\r").startswith(LISTS[:3]):
                continue
        if k - first > 1:
            yield first, k
        first = k


def _stop(folded: str, start: int, end: int) -> int:
    """
    Return where a sentence ends in the range; -1 where none does.
    """
    mark = _STOP.search(folded, start, end)
    while mark and mark[0] == "\n" and not breaks_sentence(folded, mark.start()):
        mark = _STOP.search(folded, mark.end(), end)
    return mark.start() if mark else -1
