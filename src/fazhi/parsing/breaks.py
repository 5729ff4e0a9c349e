"""
Line breaks that end a sentence, and those that a damaged page put inside one.
"""

from __future__ import annotations


_CLOSED = frozenset("。;:!?”)》】…")
_OPEN = frozenset(",、(“《")
# A line without a final mark that is shorter than this is a heading.
_SHORTEST_RUNNING_LINE = 18


def breaks_sentence(folded: str, at: int) -> bool:
    """
    Whether the line break at *at* ends a sentence.

    It does not where the line before it ends in a comma, or runs on without a
    final mark and is too long for a heading.
    """
    end = at
    while end and folded[end - 1] in " \r":
        end -= 1
    last = folded[end - 1] if end else "\n"
    if last in _OPEN:
        return False
    if last in _CLOSED or last == "\n":
        return True
    return (
        folded.find("\n", max(0, end - _SHORTEST_RUNNING_LINE), end) >= 0
        or end < _SHORTEST_RUNNING_LINE
    )
