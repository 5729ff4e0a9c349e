"""
A document without what stands between its characters (`between`), to be read in its place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import attrs

from fazhi.model import Document, Span
from fazhi.parsing.between import Ranges, blanked, entity_signs, found_between
from fazhi.parsing.restoring import Restoring
from fazhi.text.folding import fold


def restoring(document: Document) -> Restoring | None:
    """
    Return *document* with and without what stands between its characters; None where nothing does.
    """
    text, (between, notes) = document.text, found_between(document)
    if not between:
        return None
    kept: list[tuple[int, int]] = []
    end = 0
    for first, behind in [*between, (len(text), len(text))]:
        kept.append((end, first))
        end = max(end, behind)
    offsets = [at for a, b in kept for at in range(a, b)]
    words, folded = ("".join([t[a:b] for a, b in kept]) for t in (text, document.folded))
    wide: dict[int, int] = {}
    if signs := entity_signs(text):
        words, wide = _with_signs(words, offsets, signs)
        folded = fold(words).folded
    bare = attrs.evolve(document, text=words, folded=folded, anchors=())
    lines = tuple(_lines(text, between))
    return Restoring(text, blanked(text), bare, [*offsets, len(text)], notes, lines, wide)


def _with_signs(
    words: str, offsets: list[int], signs: dict[int, tuple[str, int]]
) -> tuple[str, dict[int, int]]:
    """
    Return *words* with the signs of which the first character is left, and how long those are.
    """
    chars, wide = list(words), {}
    for first, (sign, end) in signs.items():
        at = bisect_left(offsets, first)
        chars[at], wide[at] = sign, end - first
    return "".join(chars), wide


def _lines(text: str, between: Ranges) -> Iterator[Span]:
    """
    Yield where words stand between line breaks in what is read over.
    """
    for first, behind in between:
        words = text[first:behind].strip()
        if words and "\n" in text[first:behind]:
            start = text.index(words, first)
            yield Span(start, start + len(words))
