"""
Whether the tables of a format read what they say they read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NamedTuple

import attrs
import regex

from fazhi.errors import RuleError
from fazhi.formats.problems import problems
from fazhi.model import Document, Format
from fazhi.model.format import (
    Cue,
    IssuerRow,
    KindRow,
    KindWords,
    LineRow,
    Marker,
    Mask,
    RoleRow,
    TopicRow,
    Unit,
)
from fazhi.parsing.choice import HEAD
from fazhi.parsing.quantities import quantities
from fazhi.parsing.topics import rank, topic_words
from fazhi.testing.patterns import time_problem
from fazhi.text import fold


Wrong = str | None


class _Table(NamedTuple):
    """
    How the rows of one field of a format are proved.

    Attributes:
        name: The field.
        read: Format, row and folded example → what is wrong, or None.
    """

    name: str
    read: Callable[[Format, Any, Document], Wrong]


def check_format(format: Format) -> None:  # noqa: A002
    """
    Prove that every row of every table of *format* reads its own examples.

    The examples are read with the whole table, as in a report: a row that
    another one shadows fails as well.

    Raises:
        RuleError: With the first row that has no example, does not compile, misreads one, or takes
            more than a second on hostile text.
    """
    for problem in problems(format):
        raise RuleError(format.name, problem)
    if format.withheld is not None:
        _prove(f"{format.name}.withheld", lambda: re.compile(format.withheld or "") and None)
    for table in TABLES:
        for row in getattr(format, table.name):
            label = f"{format.name}.{table.name}: {_short(row)}"
            if not row.examples:
                raise RuleError(label, "has no examples")
            _prove(label, partial(_held_up, row))
            for example in row.examples:
                _prove(f"{label}, example {example!r}", _reading(table, format, row, example))


def _held_up(row: Any) -> Wrong:
    pattern = getattr(row, "pattern", None)
    if pattern is None:
        return None
    return time_problem(pattern, tuple(row.examples), anchored=isinstance(row, LineRow | Marker))


def _reading(table: _Table, format_: Format, row: Any, example: str) -> Callable[[], Wrong]:
    return lambda: table.read(format_, row, fold(example))


def _prove(label: str, read: Callable[[], Wrong]) -> None:
    try:
        wrong = read()
    except (re.error, regex.error) as error:
        raise RuleError(label, f"does not compile: {error}") from error
    if wrong is not None:
        raise RuleError(label, wrong)


def _short(row: Any) -> str:
    shown = attrs.asdict(row, filter=lambda field, _: field.name != "examples")
    return ", ".join(f"{name}={value!r}" for name, value in shown.items())[:120]


def _cue(_: Format, row: Cue, document: Document) -> Wrong:
    found = re.search(row.pattern, document.folded[:HEAD])
    return None if found else "is not found in it"


def _issuer(_: Format, row: IssuerRow, document: Document) -> Wrong:
    return None if re.search(row.pattern, document.folded) else "is not found in it"


def _line(_: Format, row: LineRow, document: Document) -> Wrong:
    line = document.folded.strip()
    if row.signs and not any(sign in line for sign in row.signs):
        return f"holds none of its signs {row.signs!r}"
    return None if re.fullmatch(row.pattern, line) else "does not match the whole line"


def _marker(_: Format, row: Marker, document: Document) -> Wrong:
    match = re.match(row.pattern, document.folded)
    if match is None:
        return "does not match its start"
    return None if match["number"] else "reads no number"


def _first(rows: Iterable[Any], words: str) -> Any:
    """
    Return the first row that is found in *words*; in these tables it decides.
    """
    return next((row for row in rows if re.search(row.pattern, words)), None)


def _kind(format_: Format, row: KindRow, document: Document) -> Wrong:
    first = _first(format_.kind_rows, document.folded)
    return None if first and first.kind == row.kind else f"is read by {first!r}"


def _role(format_: Format, row: RoleRow, document: Document) -> Wrong:
    first = _first(format_.roles, "".join(document.folded.split()))
    return None if first and first.role == row.role else f"is read by {first!r}"


def _finding_kind(format_: Format, row: KindWords, document: Document) -> Wrong:
    first = _first(format_.finding_kinds, document.folded)
    return None if first and first.kind == row.kind else f"is read by {first!r}"


def _topic(format_: Format, row: TopicRow, document: Document) -> Wrong:
    best = rank(document.folded, "", {}, topic_words(format_))[0]
    return None if best == row.topic else f"is about {best}"


def _mask(format_: Format, row: Mask, document: Document) -> Wrong:
    match = re.search(row.pattern, document.folded)
    if match is None:
        return "is not found in it"
    if row.signs and not any(sign in match[0] for sign in row.signs):
        return f"holds none of its signs {row.signs!r}"
    found = quantities(document, format_)
    return f"gives {document.text[found[0].start : found[0].end]!r}" if found else None


def _unit(format_: Format, row: Unit, document: Document) -> Wrong:
    wanted = row.examples[document.text]
    found = [f"{q.value} {q.unit}" for q in quantities(document, format_)]
    return None if wanted in found else f"gives {found}, not {wanted!r}"


TABLES = (
    _Table("cues", _cue),
    _Table("kind_rows", _kind),
    _Table("roles", _role),
    _Table("lines", _line),
    _Table("markers", _marker),
    _Table("units", _unit),
    _Table("masks", _mask),
    _Table("topics", _topic),
    _Table("finding_kinds", _finding_kind),
    _Table("issuers", _issuer),
)
