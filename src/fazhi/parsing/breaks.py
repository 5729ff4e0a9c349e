"""
Line breaks that end a sentence, and those that a damaged page put inside one.
"""

from __future__ import annotations

from fazhi.text.patterns import lazy


# With one of these a sentence or a part of it ends.
CLOSED = frozenset("。;:!?”)》】…")
_OPEN = frozenset(",、(“《")
# The next item starts below, and no list goes on (一、二审案件).
_NUMBERED = lazy(
    " {0,4}(?:[(][一二三四五六七八九十]{1,3}[)]|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]))"
)
# A line without a final mark that is shorter than this is a heading, and so is one up to the second
# length with a line of half as much again below.
_SHORTEST_RUNNING_LINE, _LONGEST_HEADING = 18, 30


def breaks_sentence(folded: str, at: int) -> bool:
    """
    Whether the line break at *at* ends a sentence.

    It does not where the line before it ends in a comma, or runs on without a final mark and is too
    long for a heading, or for one beside the next line, unless a numbered item starts below.
    """
    end = at
    while end and folded[end - 1] in " \r":
        end -= 1
    last = folded[end - 1] if end else "\n"
    if last in _OPEN:
        return False
    if last in CLOSED or last == "\n" or _NUMBERED.match(folded, at + 1):
        return True
    if last == "." and not folded[at + 1 : at + 2].isdigit():
        return True  # 通过率达100%.
    size = end - 1 - folded.rfind("\n", max(0, end - _LONGEST_HEADING - 1), end)
    if size > _LONGEST_HEADING:
        return False
    reach = at + 1 + size * 3 // 2
    below = folded.find("\n", at + 1, reach)
    return size < _SHORTEST_RUNNING_LINE or (below < 0 and len(folded) > reach)
