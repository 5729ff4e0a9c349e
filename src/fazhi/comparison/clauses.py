"""
A report as a row of clauses that can be compared with those of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from fazhi.comparison.set_phrases import SET_PHRASES
from fazhi.text.patterns import lazy


class Clause(NamedTuple):
    """
    The words between two signs of punctuation.

    Attributes:
        key: The words with every number as ``0`` and the report's own place as ``某``.
        numbers: The numbers, in order.
        start: Offset of the first character.
        end: Offset one past the last.
        weight: Chinese characters outside of title marks; 0 for headings and set phrases.
    """

    key: str
    numbers: tuple[str, ...]
    start: int
    end: int
    weight: int


_CLAUSE = lazy(r"[^,。;:!?\n\s]+")
_NUMBER = lazy(r"\d+(?:\.\d+)?")
_MARKER = lazy(
    r"\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、](?!\d)"
)
# 全市 and 县委 are what a copy changes first.
_LEVEL = lazy("(?<=[全我本])[省市州县区旗镇乡]|[省市州县区旗](?=委|政府|级|直|人民|域|内)")
_TITLE = lazy(r"《[^》]{0,80}》")
_SIGNS = str.maketrans("", "", "“”‘’'\"()、·-— \t\x00")
_SET = lazy("|".join(f"(?:{row.pattern})" for row in SET_PHRASES))

# Shorter ones say nothing by themselves.
_SHORTEST = 5


def clauses(
    folded: str, names: Iterable[str] = (), headings: Iterable[int] = ()
) -> tuple[Clause, ...]:
    """
    Split a text into clauses.

    Args:
        folded: Simplified, half-width text.
        names: Names of the report's own place, which are masked.
        headings: Where titles of sections begin; they have no weight.

    >>> clauses("2023年,清河县办理案件12件。", names=["清河县"])[1].key
    '某办理案件0件'
    """
    own = re.compile("|".join(map(re.escape, names)) or r"(?!)")
    titles = frozenset(headings)
    found = []
    # One sign for another, so offsets stay.
    text = _LEVEL.sub("某", folded)
    for match in _CLAUSE.finditer(text):
        start, end = match.span()
        if marker := _MARKER.match(text, start, end):
            start = marker.end()
        if start == end:
            continue
        words = own.sub("某", text[start:end])
        numbers = tuple(_NUMBER.findall(words))
        if numbers:
            words = _NUMBER.sub("0", words)
        key = words.translate(_SIGNS)
        weight = 0 if start in titles else _weight(words)
        found.append(Clause(key, numbers, start, end, weight))
    return tuple(found)


def _weight(words: str) -> int:
    """
    Count what is this report's own to say.
    """
    if "《" in words:
        words = _TITLE.sub("", words)
    if len(words) < _SHORTEST or _SET.search(words):
        return 0
    return len(words)
