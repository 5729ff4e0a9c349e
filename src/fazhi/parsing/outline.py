"""
The sections of a report: headings, their nesting, their ends and their roles.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import islice
from operator import attrgetter
from sys import intern

from fazhi.model import Document, Format, Note, Section, Span
from fazhi.model.making import make_section, make_span
from fazhi.parsing.drafts import Frame, Outline
from fazhi.parsing.headings import entitle
from fazhi.parsing.markers import Grammar, Mark, grammar
from fazhi.parsing.nesting import Head, nest
from fazhi.parsing.paragraphs import Paragraph, paragraphs
from fazhi.parsing.parts import add_parts
from fazhi.parsing.roles import assign_roles, genre
from fazhi.parsing.series import goes_on, items, seconds
from fazhi.parsing.titles import title_spans


_start = attrgetter("start")
MOST_NOTES = 50
# What conversions leave in the place of full-width blanks before a heading.
DAMAGE = "?\ufffd "


def outline(document: Document, frame: Frame, format: Format) -> Outline:  # noqa: A002
    """
    Read the tree of sections.

    Args:
        document: The text and its folded twin.
        frame: Where the body stands.
        format: Gives the numbering styles and the words of headings.

    Returns:
        Sections that cover the body but for blanks, and notes on what was repaired.
    """
    rules = grammar(format)
    start, end = frame.body
    pieces = paragraphs(document.folded, start, end, rules)
    heads = _numbered(document, pieces, rules)
    titles = [row.span for row in frame.head if row.kind == "title"]
    titles = titles or [*title_spans(document, frame)]
    about = genre(document.folded, titles, start, *format.kinds[:1])
    heads = add_parts(document, pieces, heads, about, format)
    if not heads:
        return Outline(())
    if heads[0].edge > pieces[0].start and heads[0].kind != "numbered":  # bullets before it
        heads[0].start = heads[0].edge = pieces[0].start
    nest(heads)
    assign_roles(document.folded, heads, about, format)
    notes = (*islice(_notes(heads), MOST_NOTES), *_parted(pieces), *_bridged(pieces))
    return Outline(_tree(document.text, heads, end), notes)


def _numbered(document: Document, pieces: list[Paragraph], rules: Grammar) -> list[Head]:
    """
    Find all numbered headings, at the start of paragraphs and inside of them.
    """
    text = document.folded
    heads: list[Head] = []
    before: Mark | None = None
    marks = _following(pieces)
    places = deque(seconds(text, pieces[0].start, pieces[-1].end) if pieces else ())
    for i, (piece, after) in enumerate(zip(pieces, marks, strict=False)):
        before = piece.mark or before
        here = [] if piece.mark is None else [_opening(text, i, piece, piece.mark)]
        while places and places[0] < piece.start:
            places.popleft()
        if (places and places[0] < piece.end) or goes_on(text, piece, before, after):
            runs = items(text, piece, before, after, rules)
            here += _inside(i, piece.end, runs, before)
            before = runs[-1][-1] if runs else before
            here.sort(key=_start)
        limit = piece.end
        for head in reversed(here):
            head.marker = intern(document.text[head.start : head.body])
            entitle(document.text, text, head, limit, piece.is_whole)
            limit = head.start
        heads += here
    return [head for i, head in enumerate(heads) if not i or not _repeats(text, heads[i - 1], head)]


def _repeats(text: str, before: Head, head: Head) -> bool:
    """
    Whether a line is the heading above it once more.
    """
    return (
        head.title == before.title != ""
        and head.marker == before.marker
        and not text[before.title_end : head.start].strip()
    )


def _following(pieces: list[Paragraph]) -> list[Mark | None]:
    """
    Return the mark of the paragraph after each; 二是 may follow 一是 behind some without mark.
    """
    found: list[Mark | None] = [None]
    for piece in reversed(pieces[1:]):
        ahead = found[-1]
        second = ahead if ahead and ahead.family == "say" and ahead.number == 2 else None
        found.append(piece.mark or second)
    return found[::-1]


def _inside(number: int, stop: int, runs: list[list[Mark]], before: Mark | None) -> Iterator[Head]:
    """
    Yield the items of one paragraph; a run opens where it does not go on with the marker before it.
    """
    for run in runs:
        opens = before is None or not _follows(before, run[0])
        for mark in run:
            yield _head(mark, number, stop, inline=True, opens=opens and mark is run[0])
        before = run[-1]


def _opening(text: str, number: int, piece: Paragraph, mark: Mark) -> Head:
    """
    Return the heading that a paragraph starts with.
    """
    head = _head(mark, number, piece.end)
    if head.start > piece.start and not text[piece.start : head.start].strip(DAMAGE):
        head.edge = piece.start
    return head


def _follows(before: Mark, mark: Mark) -> bool:
    return before.family == mark.family and before.number < mark.number


def _head(
    mark: Mark, paragraph: int, stop: int, *, inline: bool = False, opens: bool = False
) -> Head:
    start, body, family, rank, number, style = mark
    return Head(
        "numbered", start, start, body, stop, paragraph, family, rank, number, style, inline, opens
    )


def _tree(text: str, heads: list[Head], end: int) -> tuple[Section, ...]:
    """
    Build the sections from the last to the first, each with the children that follow it.
    """
    ids = _ids(heads)
    depth = max(head.level for head in heads) + 2
    waiting: list[list[Section]] = [[] for _ in range(depth)]
    # By level: where the next heading of that level or above starts, and its own level.
    bounds = [(end, 0)] * depth
    for head, name in zip(reversed(heads), reversed(ids), strict=True):
        level = head.level
        below = waiting[level + 1]
        children = tuple(reversed(below))
        below.clear()
        limit, by = bounds[level]
        if head.inline and level > 1 and by < level:  # the last item ends with its paragraph
            limit = min(limit, max(head.stop, children[-1].span.end if children else 0))
        while limit > head.start and text[limit - 1].isspace():
            limit -= 1
        waiting[level].append(_section(head, name, limit, children))
        bounds[level:] = [(head.edge, level)] * (depth - level)
    return tuple(reversed(waiting[1]))


def _ids(heads: list[Head]) -> list[str]:
    ids: list[str] = []
    parents = [""]  # by level: the id above it, with a dot
    counts = [0]
    for head in heads:
        if head.level > len(counts):
            parents.append(f"{ids[-1]}.")
            counts.append(0)
        del counts[head.level :], parents[head.level :]
        counts[-1] += 1
        ids.append(intern(f"{parents[-1]}{counts[-1]}"))  # every report has a 1.1
    return ids


def _section(head: Head, name: str, end: int, children: tuple[Section, ...]) -> Section:
    return make_section(
        name,
        head.level,
        head.marker,
        head.number if head.kind == "numbered" else None,
        head.title,
        make_span(head.title_start, head.title_end),
        make_span(head.start, end),
        head.role or "achievements",
        children,
    )


def _parted(pieces: list[Paragraph]) -> Iterator[Note]:
    """
    Say where a line was read as several, because it lost its breaks.
    """
    lines = [piece for piece in pieces if piece.is_whole]
    if len(lines) > 1:
        message = f"one line read as {len(lines)}: its line breaks seem lost"
        first = lines[1].start
        yield Note(code="text.one-line", message=message, span=Span(first - 1, first))


def _bridged(pieces: list[Paragraph]) -> Iterator[Note]:
    """
    Say how many line breaks inside of sentences and headings were read over.
    """
    torn = [place for piece in pieces for place in piece.breaks]
    if torn:
        message = f"{len(torn)} line breaks inside of sentences or headings, read over"
        yield Note(code="text.breaks", message=message, span=Span(torn[0], torn[0] + 1))


def _notes(heads: list[Head]) -> Iterator[Note]:
    """
    Say which brackets were missing and which numbers are out of order.
    """
    levels: list[dict[str, int]] = []  # by level: the last number of each family
    running: dict[str, int] = {}
    for head in heads:
        if head.edge < head.start:
            span = Span(head.edge, head.start)
            yield Note(code="outline.damage", message="lost blanks before a heading", span=span)
        del levels[head.level :]
        while len(levels) < head.level:
            levels.append({})
        if head.kind != "numbered":
            continue
        if head.style in ("paren-lost", "paren-open"):
            message = f"numbering {head.marker!r} lacks a bracket"
            yield Note(code="outline.bracket", message=message, span=Span(head.start, head.body))
        number, family = head.number, head.family
        expected = levels[-1].get(family, 0) + 1
        if number not in (1, expected, running.get(family, 0) + 1):
            message = f"numbering {head.marker!r} stands where number {expected} is expected"
            yield Note(code="outline.order", message=message, span=Span(head.start, head.body))
        levels[-1][family] = running[family] = number
