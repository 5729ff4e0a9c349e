"""
The lines of a document, and what kind one is by the rows of a format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from fazhi.formats.lines import NATIONAL_LINES
from fazhi.model import Format, LineRow
from fazhi.model.format import LineKind
from fazhi.parsing.flattened import LONGEST_ROW, parted_head, parted_tail, ran_together
from fazhi.text.patterns import lazy


Rules = tuple[tuple[LineKind, tuple[str, ...], "re.Pattern[str]"], ...]


@lru_cache(maxsize=64)
def rules_of(format: Format) -> tuple[Rules, Rules]:  # noqa: A002
    """
    Return a format's rules for lines of the head and those for lines of the tail.
    """
    return _sorted(format.lines)


@cache
def national_rules() -> tuple[Rules, Rules]:
    """
    Return the rules that hold where no format is chosen yet.
    """
    return _sorted(NATIONAL_LINES)


def _sorted(rows: tuple[LineRow, ...]) -> tuple[Rules, Rules]:
    rules = [(row.where, (row.kind, row.signs, lazy(row.pattern))) for row in rows]
    head = tuple(rule for where, rule in rules if where != "tail")
    tail = tuple(rule for where, rule in rules if where != "head")
    return head, tail


def kind_of(line: str, rules: Rules) -> LineKind | None:
    """
    Return what kind of line around a body a folded line is, None if no row knows it.
    """
    if len(line) > LONGEST_ROW:
        return None
    for kind, signs, pattern in rules:
        for sign in signs:
            if sign in line:
                break
        else:
            if signs:
                continue
        if pattern.fullmatch(line):
            return kind
    return None


def lines_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """
    Yield where each line without its outer blanks begins and ends.
    """
    for line in text[start:end].splitlines(keepends=True):
        if words := line.strip():
            begin = start + (0 if line[0] == words[0] else len(line) - len(line.lstrip()))
            yield begin, begin + len(words)
        start += len(line)


def head_lines(text: str, end: int, rules: Rules) -> Iterator[tuple[int, int]]:
    """
    Yield the lines up to *end*, those of a head also where they lost their breaks.
    """
    for begin, stop in lines_of(text, 0, end):
        if ran_together(text, begin, stop):
            yield from parted_head(text, begin, stop, lambda line: kind_of(line, rules))
        else:
            yield begin, stop


def tail_lines(text: str, start: int, rules: Rules) -> Iterator[tuple[int, int]]:
    """
    Yield the lines from the last back to *start*, also where those of a tail lost their breaks.
    """
    for begin, stop in reversed([*lines_of(text, start, len(text))]):
        if ran_together(text, begin, stop):
            yield from parted_tail(text, begin, stop, lambda line: kind_of(line, rules))
        else:
            yield begin, stop
