"""
Tables of contents in front of a report.
"""

from __future__ import annotations

from fazhi.parsing.markers import opens_item
from fazhi.text.patterns import lazy


_CAPTION = lazy(r"(?i:目\s{0,8}[录次]|contents)[::]?")
_LINE = lazy(r"[^\n]+")
# 一、主要做法......3
_PAGE = lazy(r"(?:[\s.…·・—_-]{2,}|[\s…])[ivx\d]{1,4}\s*\Z")
_LONGEST_ENTRY = 90
_MOST_ENTRIES = 300


def is_caption(line: str) -> bool:
    """
    Whether a folded line is the caption of a table of contents.
    """
    return len(line) < 14 and _CAPTION.fullmatch(line) is not None


def contents_end(text: str, start: int) -> int:
    """
    Return where the entries below a caption end; *start* itself where none of them comes again.

    Args:
        text: Folded text.
        start: Where the caption ends.
    """
    first = ""
    stop = start
    for count, match in enumerate(_LINE.finditer(text, start)):
        line = match[0].strip()
        if not line:
            continue
        entry = _words(line)
        listed = len(line) <= _LONGEST_ENTRY and (opens_item(line) or entry != line)
        if not listed or entry == first or count > _MOST_ENTRIES:
            break
        first = first or entry
        stop = match.end()
    return stop if first and text.find(first, stop) >= 0 else start


def _words(line: str) -> str:
    page = _PAGE.search(line)
    return line[: page.start()].rstrip(" .…·—_-") if page else line
