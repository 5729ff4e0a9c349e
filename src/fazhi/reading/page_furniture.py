"""
What a page repeats: page numbers, running headers and footers, left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from fazhi.reading.page_lines import Line


_NUMBER = r"(?:\d{1,4}|[一二三四五六七八九十百〇零]{1,5}|[ivxlcIVXLC]{1,7})"
_RULE = r"[-—–―─－~～·•.|\s]"
# Page numbers that cannot be taken for anything else.
_NUMBERED = re.compile(
    rf"{_RULE}*第?\s*{_NUMBER}\s*页{_RULE}*(?:[,，/／(（]?\s*共\s*{_NUMBER}\s*页\s*[)）]?{_RULE}*)?"
    rf"|共\s*{_NUMBER}\s*页\s*[,，/／]?\s*第\s*{_NUMBER}\s*页"
    rf"|{_RULE}+\d{{1,4}}{_RULE}+"
    r"|\d{1,4}\s*[/／]\s*\d{1,4}"
    r"|(?:page|p\.?)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"\d{1,4}")
# Where a header or footer holds the page number, it is not the same on each page.
_INSIDE = re.compile(
    rf"第\s*{_NUMBER}\s*页|共\s*{_NUMBER}\s*页|(?<!\d)\d{{1,4}}$|^\d{{1,4}}(?!\d)|page\s*\d+",
    re.IGNORECASE,
)

ROWS = 3  # of furniture at each end of a page
STEP = 4.0  # points by which a repeated line may move
PITCH = 1.75  # ems between two lines, where no others show it
WIDER = 1.2  # than between lines of text is the gap to what is repeated
APART = 1.3  # and this to a number that no other page confirms


def without_furniture(sheets: list[list[Line]]) -> list[Line]:
    """
    Return the lines of all pages without page numbers, running headers and footers.

    Args:
        sheets: The lines of each page (each direction of writing by itself) in reading order.
    """
    ends = [end for sheet in sheets for end in _ends(sheet)]
    repeated = _repeated(ends)
    shift = _shift(ends)
    gone = {
        id(line) for end in ends for line in _outer(end, repeated, shift, alone=len(sheets) == 1)
    }
    for sheet in sheets:
        if all(id(line) in gone for line in sheet):
            gone -= {id(line) for line in _largest(sheet)}
    return [line for sheet in sheets for line in sheet if id(line) not in gone]


def _largest(sheet: list[Line]) -> Iterator[Line]:
    """
    Give the text of a page that seems to be nothing but furniture: it repeats that of others.
    """
    size = max((line.em for line in sheet), default=0.0)
    for line in sheet:
        text = line.text.strip()
        if line.em > 0.9 * size and not _NUMBERED.fullmatch(text) and not _PLAIN.fullmatch(text):
            yield line


def _ends(sheet: list[Line]) -> Iterator[list[list[Line]]]:
    """
    Give the rows of a page, from its upper edge and from its lower.
    """
    ordered = sorted(sheet, key=lambda line: -line.middle)
    rows = [list(row) for _, row in groupby(ordered, key=lambda line: round(line.middle / STEP))]
    yield rows
    yield rows[::-1]


def _key(line: Line) -> tuple[str, int]:
    return _INSIDE.sub("#", line.text.strip()), round(line.middle / STEP)


def _repeated(ends: Iterable[list[list[Line]]]) -> set[tuple[str, int]]:
    """
    Return what stands at the same place of enough pages; headers may change from left to right
    pages, and the first page often has none.
    """
    seen: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for end in ends:
        for line in (line for row in end[:ROWS] for line in row):
            text, place = _key(line)
            # It may fall on either side of a rounded step.
            for step in (-1, 0, 1):
                seen[text, place + step].add(line.page)
    least = max(2, min(5, 0.3 * len(set().union(*seen.values()))))
    return {key for key, pages in seen.items() if len(pages) >= least and key[0] != "#"}


def _shift(ends: Iterable[list[list[Line]]]) -> int | None:
    """
    Return by how much the numbers that stand alone at the ends of pages differ from the count of
    pages, where at least two agree.
    """
    lines = {line for end in ends for row in end[:ROWS] for line in row}
    votes = Counter(
        int(line.text) - line.page for line in lines if _PLAIN.fullmatch(line.text.strip())
    )
    (shift, count), *_ = votes.most_common(1) or [(0, 0)]
    return shift if count > 1 else None


def _outer(
    end: list[list[Line]], repeated: set[tuple[str, int]], shift: int | None, *, alone: bool
) -> Iterator[Line]:
    """
    Give the lines at one end of a page that are furniture: from outside up to a number, or to a
    repeated line that stands apart from the text or is written in another size.
    """
    waiting: list[Line] = []
    for index, row in enumerate(end[: min(ROWS, (len(end) + 1) // 2)]):
        apart = _apart(end, index)
        if all(_is_number(line, shift, apart, alone=alone) for line in row):
            yield from (*waiting, *row)
            waiting.clear()
        elif all(_key(line) in repeated for line in row):
            waiting += row
            if apart > WIDER:
                yield from waiting
                waiting.clear()
        else:
            return


def _apart(end: list[list[Line]], index: int) -> float:
    """
    Return how far a row stands from the next, against the distance of lines behind it; another
    size counts like a wide gap.
    """
    if index + 1 == len(end):
        return 0.0
    line, inner = end[index][0], end[index + 1][0]
    if abs(line.em - inner.em) > 0.08 * inner.em:
        return 2 * APART
    usual = PITCH * inner.em
    if index + 2 < len(end):
        usual = min(usual, abs(inner.middle - end[index + 2][0].middle))
    return abs(line.middle - inner.middle) / usual


def _is_number(line: Line, shift: int | None, apart: float, *, alone: bool) -> bool:
    text = line.text.strip()
    if not _PLAIN.fullmatch(text):
        return _NUMBERED.fullmatch(text) is not None
    number = int(text)
    # A single page has nothing to compare with, but may be one of many.
    return number - line.page == shift or (
        apart > APART and (number == line.page or (alone and number < 1000))
    )
