"""
Notes for the reader of the data: what stands outside of the outline, lacks its body or is damaged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from operator import attrgetter

from fazhi.model import Metadata, Note, Section, Span
from fazhi.model.format import LineKind
from fazhi.parsing.drafts import Frame, Row
from fazhi.text.patterns import lazy


_start = attrgetter("start")
DAMAGE = lazy("[\ud800-\udfff\ufffd]+")
# A letter, figure or sign of script: a piece without one is punctuation that framed the rest.
_BULLETS = "•·●▪■□"
_WORDS = lazy(r"[^\W_]")
# What may stand between a heading and the end of its sentence.
_END = "。. \t\r\n\u3000"


def outside(
    text: str, sections: tuple[Section, ...], meta: Metadata, around: Frame
) -> Iterator[Note]:
    """
    Yield a note for all words of *text* that are in no section and in no evidence of *meta*.

    A line of which a part is evidence is noted as a whole; lines with nothing
    but blanks between them are one piece.
    """
    covered = [section.span for section in sections]
    covered += [span for spans in meta.evidence.values() for span in spans]
    rows = (*around.head, *around.tail)
    for piece, kinds in _joined(text, _gaps(text, covered), rows):
        seen = f" ({', '.join(dict.fromkeys(kinds))})" if kinds else ""
        yield Note(code="text.outside", message=f"stands outside of all sections{seen}", span=piece)


def from_file(meta: Metadata) -> Iterator[Note]:
    """
    Yield a note for each day that the text does not say and the file says of itself.
    """
    for name in ("date", "published"):
        if getattr(meta, name) and name not in meta.evidence:
            yield Note(
                code="meta.from-file",
                message=f"{name} is what the file says of itself, not its text",
                span=None,
            )


def _gaps(text: str, covered: Iterable[Span]) -> Iterator[Span]:
    """
    Yield the stretches between *covered* that hold words, without their outer blanks and the bullet
    of what follows.
    """
    end = 0
    for span in (*sorted(covered, key=_start), Span(len(text), len(text))):
        if span.start > end and _WORDS.search(text, end, span.start):
            inner = text[end : span.start]
            start = end + len(inner) - len(inner.lstrip())
            yield Span(start, end + len(inner.rstrip().rstrip(_BULLETS).rstrip()))
        end = max(end, span.end)


def _joined(
    text: str, gaps: Iterable[Span], rows: tuple[Row, ...]
) -> Iterator[tuple[Span, list[LineKind]]]:
    """
    Yield *gaps* widened to whole lines and joined, with the kinds of those lines.
    """
    piece: Span | None = None
    kinds: list[LineKind] = []
    place = 0
    for gap in gaps:
        while place < len(rows) and rows[place].span.end <= gap.start:
            place += 1
        start, end, here = gap.start, gap.end, place
        while here < len(rows) and rows[here].span.start < end:
            start, end = min(start, rows[here].span.start), max(end, rows[here].span.end)
            here += 1
        if piece is None or text[piece.end : start].strip():
            if piece is not None:
                yield piece, kinds
            piece, kinds = Span(start, end), []
        piece = Span(piece.start, max(piece.end, end))
        kinds += [row.kind for row in rows[place:here]]
    if piece is not None:
        yield piece, kinds


def withheld(folded: str, sections: Iterable[Section], pattern: str | None) -> Iterator[Note]:
    """
    Yield a note for each item of a heading sentence only in chapters that *pattern* matches.

    Args:
        folded: The folded text.
        sections: The outline, top level.
        pattern: The format's `Format.withheld`.
    """
    if pattern is None:
        return
    search = _compiled(pattern).search
    for section in sections:
        hidden = search(folded, *section.title_span) is not None
        for item in section.children:
            if item.children:
                continue
            if (hidden or search(folded, *item.title_span)) and _is_bare(folded, item):
                yield Note(
                    code="section.withheld",
                    message="has a heading only; chapters like this are often published so",
                    span=item.span,
                )


def _is_bare(folded: str, item: Section) -> bool:
    """
    Whether *item* is a heading on a line of its own with nothing behind it.

    An item in line, between others, is a sentence and lacks nothing.
    """
    rest = folded[item.title_span.end : item.span.end]
    before = folded[max(0, item.span.start - 80) : item.span.start].rstrip(" \t")
    return bool(item.marker) and not rest.strip(_END) and before[-1:] in ("", "\n", "\r")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return lazy(pattern)


def damaged(text: str) -> Iterator[Note]:
    """
    Yield one note on all characters of *text* that stand for bytes nobody could read.
    """
    if "\ufffd" not in text and _encodes(text):  # fifty times quicker than the pattern
        return
    runs = [match.span() for match in DAMAGE.finditer(text)]
    message = f"{sum(end - start for start, end in runs)} unreadable characters, the first here"
    yield Note(code="text.damaged", message=message, span=Span(*runs[0]))


def _encodes(text: str) -> bool:
    """
    Whether *text* is free of lone surrogates.
    """
    try:
        text.encode("utf-16")  # twice as quick as UTF-8, and as strict
    except UnicodeEncodeError:
        return False
    return True
