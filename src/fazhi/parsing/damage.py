"""
Notes on what conversions do to a text: one for each sort of damage, with its number and first place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import attrs

from fazhi.model import Document, Metric, Note, Span
from fazhi.text.patterns import lazy


class _Row(NamedTuple):
    """
    One sort of damage.

    Attributes:
        sign: Characters without which there is none of it: asked first, as that is quick.
        pattern: What it looks like in folded text; begins with *sign*, so that the scan is quick.
            Its group, where it has one, is the place.
        least: Fewer places than this are chance.
        note: What is said of it, behind the number of places.
    """

    sign: str
    pattern: re.Pattern[str]
    least: int
    note: Note


_ROWS = (
    _Row(
        "??",
        lazy(r"\?\?[? ]*"),
        1,
        Note(
            code="text.question-marks", message="runs of question marks, for blanks or lost signs"
        ),
    ),
    _Row(
        "20",
        lazy(r"20(?<!\d20)\d\d20\d\d(?=年|\)|》)"),
        1,
        Note(code="text.dash", message="pairs of years that lost the dash between them"),
    ),
    _Row(
        "20",
        lazy(r"20(?<!\d20)\d\d(?:[1-9]|1[0-2])(?:月|\d{1,2}日)"),
        1,
        Note(code="text.date", message="dates that lost 年 or 月; they are read as no date"),
    ),
    # A name and two figures or more, with nothing but blanks or bars between.
    _Row(
        "\n",
        lazy(
            r"\n[ \t|]*+([^\s\d|。,;:][^\n|\t。,;:]{0,30}(?:[ \t|]++-?\d[\d.,]*+%?){2,}+)"
            r"[ \t|\r]*+(?=\n|\Z)"
        ),
        2,
        Note(code="text.table", message="rows of a flattened table; their figures are no metrics"),
    ),
)
# Blanks inside of a figure.
_APART = lazy(r"\d\s+[\d.]|\.\s+\d")


def converted(document: Document, metrics: Iterable[Metric]) -> Iterator[Note]:
    """
    Yield a note for each sort of damage that *document* shows.

    Args:
        document: The text and its folded twin.
        metrics: What was read from it; a figure with blanks inside is doubted.
    """
    folded = document.folded
    for row in _ROWS:
        if row.sign in folded:
            places = [
                Span(*match.span(match.lastindex or 0)) for match in row.pattern.finditer(folded)
            ]
            if len(places) >= row.least:
                yield _counted(row.note, places)
    apart = [m.span for m in metrics if _APART.search(folded, m.span.start, m.span.end)]
    if apart:
        yield _counted(Note(code="text.blanks", message="figures read across blanks"), apart)


def _counted(note: Note, places: list[Span]) -> Note:
    return attrs.evolve(note, message=f"{len(places)} {note.message}", span=places[0])
