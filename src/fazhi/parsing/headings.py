"""
How far a heading goes: run in, alone on its line, or torn over two.
"""

from __future__ import annotations

from fazhi.parsing.nesting import Head
from fazhi.text.patterns import lazy


_TORN = lazy(r"\s*[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+\s*")
_LEAD = " \t\u00a0\u3000,:、:;\n\r"
_TRAIL = " \t\u00a0\u3000。;:,、.!；：，\n\r"
_QUOTES = (("“", "”"), ("《", "》"), ("「", "」"), ("(", ")"))
# So far back an open quotation still holds a full stop.
QUOTE = 60
_BLANK = lazy(r"(?<!\d)\s+(?!\d{1,2}\D)")
# A heading before a blank is no longer, and its numbering no narrower.
LONGEST = 40
NARROWEST = 5
# So many stops inside quotations are skipped.
MOST_STOPS = 8
# Families of items whose heading ends at a semicolon as well.
ITEMS = frozenset({"say", "ordinal", "among", "first"})


def entitle(text: str, folded: str, head: Head, limit: int, whole: bool) -> None:  # noqa: FBT001
    """
    Read the title of a heading.

    Args:
        text: The source.
        folded: Its folded twin.
        head: The heading; its title, bounds and bareness are set.
        limit: Where its paragraph ends, or the next item inside it starts.
        whole: Whether the text lost its line breaks, so that a blank may end the heading.
    """
    start = head.body
    while start < limit and folded[start] in _LEAD:
        start += 1
    end = _end(folded, start, limit, head.inline or head.family in ITEMS)
    blank = _BLANK.search(folded, start + 3, min(end, start + LONGEST)) if whole else None
    if blank and head.rank <= NARROWEST:
        end = blank.start()
    head.bare = end == limit or not folded[end:limit].strip(_TRAIL)
    while end > start and folded[end - 1] in _TRAIL:
        end -= 1
    if start >= end:
        start = end = min(head.body, limit)  # an item of no words: 三是, and nothing but blanks
    head.title_start, head.title_end = start, end
    title = text[start:end]
    head.title = _TORN.sub("", title) if "\n" in folded[start:end] else title


def _end(folded: str, start: int, limit: int, by_semicolon: bool) -> int:  # noqa: FBT001
    """
    Return where the first full stop stands that no quotation holds.
    """
    place = start
    for _ in range(MOST_STOPS):
        stop = folded.find("。", place, limit)
        if by_semicolon:
            half = folded.find(";", place, stop if stop >= 0 else limit)
            stop = half if half >= 0 else stop
        if stop < 0:
            return limit
        if not _quoted(folded, max(start, stop - QUOTE), stop):
            return stop
        place = stop + 1
    return limit


def _quoted(folded: str, low: int, stop: int) -> bool:
    """
    Whether a quotation that opens behind *low* is open at *stop*.
    """
    for left, right in _QUOTES:
        opened = folded.rfind(left, low, stop)
        if opened >= 0 and folded.find(right, opened, stop) < 0:
            return True
    return False
