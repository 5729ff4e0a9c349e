"""
Choosing the format that reads a document, by evidence in the document alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from fazhi.knowledge.regions import find_region
from fazhi.model import Document, Format, Region, Span
from fazhi.model.format import Cue, KindRow
from fazhi.model.nodes import Kind
from fazhi.text.patterns import lazy


HEAD = 600  # characters in which titles, addressees and opening sentences stand
TAIL = 300  # characters in which signatures stand
TITLE_LINES = 12  # lines that may hold the title, navigation before it included
LONGEST_TITLE = 60  # characters; a longer line is text

# What the evidence is worth, beside the weights of the cues.
PLACED = 5.0  # the document's place is one that the format serves
UNPLACED = -4.0  # the format serves certain places and the document names none
SAME_KIND = 8.0  # the title's noun names a kind that the format reads

# Kinds that a noun names which other genres' titles hold as well.
_WEAK: tuple[Kind, ...] = ("annual_report", "other")

# A whole line that can be a title: no sentence, nothing that opens an item or a list, no way
# through a site and no class of an index.
_TITLE = lazy(
    rf"(?!\(?[一二三四五六七八九十\d]{{1,3}}[、.)])(?!.{{0,40}}(?:>|分类[:|]))[^\n。;!?]{{3,{LONGEST_TITLE}}}[^\n。;:!?]"
)


class Choice(NamedTuple):
    """
    The format that reads a document, and why.

    Attributes:
        format: The format.
        spans: Words in the document that chose it, in text order.
    """

    format: Format
    spans: tuple[Span, ...]


class _Candidate(NamedTuple):
    format: Format
    cues: tuple[int, ...]  # places in the plan's list


class _Plan(NamedTuple):
    """
    All cues of some formats, each once, with the formats that use them.
    """

    cues: tuple[tuple[Cue, re.Pattern[str]], ...]
    kinds: tuple[tuple[Kind, re.Pattern[str]], ...]
    candidates: tuple[_Candidate, ...]


def choose(
    document: Document,
    region: Region | None,
    where: Sequence[Span],
    formats: tuple[Format, ...],
) -> Choice:
    """
    Return the format for which most speaks in *document*; where two are equal, one for any place
    where none is known, then the first name.

    Args:
        document: The document to be read.
        region: The place that it is about, if known. A format for other places is out.
        where: Words that name the place; evidence where the format serves it.
        formats: Formats to choose from, at least one without regions.
    """
    plan = _plan(formats)
    code = _code(region)
    kind = _kind(document, plan)
    able = [candidate for candidate in plan.candidates if _serves(candidate.format, code)]
    found = _found(document, plan, {i for candidate in able for i in candidate.cues})
    best = min(
        (_rank(candidate, plan, code, kind, found) for candidate in able),
        key=lambda ranked: (
            -ranked[0],
            code is None and bool(ranked[1].format.regions),
            ranked[1].format.name,
        ),
    )[1]
    evidence = {found[i] for i in best.cues if i in found and plan.cues[i][0].weight > 0}
    if kind is not None and kind[0] in best.format.kinds:
        evidence.add(kind[1])
    if code and best.format.regions:
        evidence.update(where)
    return Choice(best.format, tuple(sorted(evidence, key=attrgetter("start", "end"))))


def _rank(
    candidate: _Candidate,
    plan: _Plan,
    code: str | None,
    kind: tuple[Kind, Span] | None,
    found: dict[int, Span],
) -> tuple[float, _Candidate]:
    score = sum(plan.cues[i][0].weight for i in candidate.cues if i in found)
    if candidate.format.regions:
        score += PLACED if code else UNPLACED
    if kind is not None and kind[0] in candidate.format.kinds:
        score += SAME_KIND
    return score, candidate


def _serves(format: Format, code: str | None) -> bool:  # noqa: A002
    return not format.regions or code is None or code.startswith(format.regions)


def _code(region: Region | None) -> str | None:
    """
    Return the code of *region*, or of the nearest place above it that has one.
    """
    if region is None:
        return None
    if region.code:
        return region.code
    for name in reversed(region.path):
        for known in find_region(name)[:1]:
            if known.code:
                return known.code
    return None


def _found(document: Document, plan: _Plan, asked: set[int]) -> dict[int, Span]:
    """
    Return for each cue *asked* for the words that were found first, where there are any.
    """
    text = document.folded
    end = len(text)
    head, tail = (0, min(HEAD, end)), (max(0, end - TAIL), end)
    windows = {"head": (head,), "tail": (tail,), "any": (head, tail)}
    found: dict[int, Span] = {}
    for i in asked:
        cue, pattern = plan.cues[i]
        for window in windows[cue.where]:
            if match := pattern.search(text, *window):
                found[i] = Span(*match.span())
                break
    return found


def _kind(document: Document, plan: _Plan) -> tuple[Kind, Span] | None:
    """
    Return the kind that the noun of a title names, with the title.

    A title over two lines may name a report in the first and what became of it in the second.
    """
    named: tuple[Kind, Span] | None = None
    for line, span in _first_lines(document.folded):
        kind = _named("".join(line.split()), plan)
        if named is not None:
            below = document.folded.count("\n", named[1].end, span.start) == 1
            if below and kind is not None and kind not in _WEAK and named[0] in _WEAK:
                return kind, span
            return named
        named = None if kind is None else (kind, span)
    return named


def _named(line: str, plan: _Plan) -> Kind | None:
    """
    Return the kind that the first row that is found in *line* names.
    """
    return next((kind for kind, pattern in plan.kinds if pattern.search(line)), None)


def _first_lines(text: str) -> Iterator[tuple[str, Span]]:
    """
    Yield the lines near the top that are as short as a title.
    """
    start = 0
    for _ in range(TITLE_LINES):
        while start < len(text) and start < HEAD and text[start].isspace():
            start += 1
        stop = text.find("\n", start, start + HEAD)
        stop = min(len(text), start + HEAD) if stop < 0 else stop
        line = text[start:stop].rstrip()
        if _TITLE.fullmatch(line):
            yield line, Span(start, start + len(line))
        start = stop + 1
        if start >= min(len(text), HEAD):
            return


@lru_cache(maxsize=16)
def _plan(formats: tuple[Format, ...]) -> _Plan:
    cues = list(dict.fromkeys(cue for format_ in formats for cue in format_.cues))
    rows: list[KindRow] = list(dict.fromkeys(row for f in formats for row in f.kind_rows))
    place = {cue: i for i, cue in enumerate(cues)}
    return _Plan(
        tuple((cue, lazy(cue.pattern)) for cue in cues),
        tuple((row.kind, lazy(row.pattern)) for row in rows),
        tuple(_Candidate(f, tuple(place[cue] for cue in f.cues)) for f in formats),
    )
