"""
Pages set in lines of one width: the breaks inside of their paragraphs, and the numbers of pages
that stand there.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from fazhi.model import Document
from fazhi.parsing.breaks import CLOSED
from fazhi.parsing.markers import opens_item
from fazhi.parsing.roles import opening_role
from fazhi.parsing.row_kinds import kind_of, national_rules
from fazhi.text.patterns import lazy


# A page with a longer line is not set in lines, nor is one with less of them.
_LONGER = lazy(r"[^\n]{66}")
_LEAST_LINES, _LEAST_WIDTH = 8, 16
_LINE = lazy(r"(?P<indent>[^\S\n]*)(?P<words>\S(?:[^\n]*\S)?)")
_NUMBER = r"[-—–─· ]{0,3}(\d{1,3})[-—–─· ]{0,3}|第 ?(\d{1,3}) ?页(?:[ ,/]{0,3}共 ?\d{1,3} ?页)?"
_PAGE = lazy(_NUMBER)
_PAGE_LINE = lazy(rf"\n[ \t]{{0,60}}(?:{_NUMBER})[ \t]{{0,60}}(?=\n|\Z)")
# So many numbers of pages that follow each other are no cells of a table.
_LEAST_PAGES = 2
_NARROW = lazy(r"[ -~]")
# So much is a line shorter than the widest where a sign does not fit or hangs over.
_SLACK = 2.0
_INDENT = 2
# Of all lines so many are full, and of these so many run on without a final mark.
_FULL, _OPEN = 0.15, 0.6
# With these no sentence and no heading begins; with those one part of a sentence may.
_NEVER_FIRST = frozenset(",。;:、)》”的了")
_SAID = lazy("[一二三四五六七八九十]{1,2}[是要,;]")
# A line with such a sign is none of a head, whose titles and sessions may be torn.
_SENTENCE = lazy("[,。]")
_TORN = frozenset({"title", "session"})


class _Line(NamedTuple):
    start: int
    end: int
    indent: int
    words: str


def page_numbers(folded: str) -> list[tuple[int, int]]:
    """
    Return where the numbers of pages stand on lines of their own, with the break before each: two
    or more that follow each other.
    """
    lines = [*_PAGE_LINE.finditer(folded)]
    numbers = [int(line[1] or line[2]) for line in lines]
    if len(lines) < _LEAST_PAGES or any(b != a + 1 for a, b in pairwise(numbers)):
        return []
    return [line.span() for line in lines]


def wrapped(document: Document) -> list[tuple[int, int]]:
    """
    Return where a page set in lines of one width breaks them inside of paragraphs; else nothing.
    """
    folded = document.folded
    if folded.count("\n") < _LEAST_LINES or _LONGER.search(folded):
        return []
    lines = [
        _Line(*match.span("words"), len(match["indent"]), match["words"])
        for match in _LINE.finditer(folded)
        if not _PAGE.fullmatch(match["words"])
    ]
    full = _full(document.text, lines)
    going_on = sum(lines[i].words[-1] not in CLOSED for i in full)
    if len(lines) < 2 or len(full) < _FULL * len(lines) or going_on < _OPEN * len(full):
        return []
    indented = any(line.indent >= _INDENT and i - 1 in full for i, line in enumerate(lines))
    pairs = [(i, line, below) for i, (line, below) in enumerate(pairwise(lines))]
    spacing = min(folded.count("\n", line.end, below.start) for _, line, below in pairs)
    return [
        (line.end, below.start)
        for i, line, below in pairs
        if i in full and _goes_on(folded, line, below, spacing, indented=indented)
    ]


def _full(text: str, lines: list[_Line]) -> frozenset[int]:
    """
    Return which lines fill the width, counted in characters or, if that finds more, as they are set.
    """
    best: frozenset[int] = frozenset()
    for narrow in (0.0, 0.5):
        widths = [
            line.indent
            + len(line.words)
            - narrow * len(_NARROW.findall(text, line.start, line.end))
            for line in lines
        ]
        widest = max(widths, default=0)
        found = frozenset(i for i, width in enumerate(widths) if width >= widest - _SLACK)
        best = found if widest >= _LEAST_WIDTH and len(found) > len(best) else best
    return best


def _goes_on(folded: str, line: _Line, below: _Line, spacing: int, *, indented: bool) -> bool:
    """
    Whether a full line goes on in the one below: no empty line, item or line of a head parts them.

    *spacing* is the number of breaks between any two lines of the page.
    """
    last, gap = line.words[-1], folded[line.end : below.start]
    if below.indent >= _INDENT or (
        gap.count("\n") > spacing and (not gap.strip() or last in CLOSED)
    ):
        return False  # the number of a page stands inside of a sentence
    if below.words[0] in _NEVER_FIRST:
        return True
    if opens_item(below.words) and not _SAID.match(below.words):
        return False
    if last in CLOSED and opening_role(below.words):
        return False
    if last in CLOSED and not indented and len(below.words) < _LEAST_WIDTH:
        return below.words[-1] in CLOSED
    return _SENTENCE.search(line.words) is not None or _goes_on_above(line.words, below.words)


def _goes_on_above(line: str, below: str) -> bool:
    """
    Whether what may be a line of a head is none, or is one together with the line below.
    """
    rules = national_rules()[0]
    kind = kind_of(line, rules)
    if kind is None or kind not in _TORN or kind_of(below, rules) not in {None, kind}:
        return kind is None
    return kind == kind_of(line + below, rules)
