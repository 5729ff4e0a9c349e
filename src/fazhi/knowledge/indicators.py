"""
The indicator catalogue: which figure of a report is which, as rows that prove themselves.

Source of the rows: the annual reports, statutes and statistical schemes named in
their last column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files
from typing import cast

import attrs
from attrs import frozen

from fazhi.errors import RuleError
from fazhi.model import FrozenDict, Indicator
from fazhi.model.format import IndicatorKind


# One counting unit here, whatever the report's habit.
_UNIT_CLASSES = {
    "宗": "件",
    "起": "件",
    "份": "件",
    "卷": "件",
    "件次": "件",
    "名": "人",
    "位": "人",
}


@cache
def catalogue() -> tuple[Indicator, ...]:
    """
    Return the built-in rows, by topic and in the order of their files.
    """
    folder = files("fazhi.knowledge").joinpath("data/indicators")
    tables = sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".tsv")), key=lambda e: e.name
    )
    return tuple(
        _row(table.name.removesuffix(".tsv"), line)
        for table in tables
        for line in table.read_text(encoding="utf-8").splitlines()
        if line and line[0] != "#"
    )


def _row(topic: str, line: str) -> Indicator:
    cells = line.split("\t")
    if len(cells) != 10:
        raise RuleError(line[:30], f"a row of the catalogue has 10 cells, this one {len(cells)}")
    name, zh, en, units, kind, aliases, in_context, relations, examples, source = cells
    parted = (example.rpartition(" → ") for example in examples.split(" ‖ ") if example)
    return Indicator(
        id=name,
        topic=topic,
        name_zh=zh,
        name_en=en,
        units=tuple(units.split("|")),
        kind=cast("IndicatorKind", kind),
        aliases=tuple(aliases.split()),
        context_aliases=tuple(in_context.split()),
        relations=relations,
        examples=FrozenDict({clause: reading for clause, _, reading in parted}),
        source=source,
    )


@frozen
class _Pattern:
    """
    One alias, taken apart.

    Attributes:
        id: The indicator's id.
        units: Unit classes it counts in.
        changes: Whether it is itself a change rate.
        needed: Groups of words, one of each must occur in the label.
        barred: Words of which none may occur in it.
        context: Groups of words, one of each must occur in sentence or heading.
    """

    id: str
    units: frozenset[str]
    changes: bool
    needed: tuple[tuple[str, ...], ...]
    barred: tuple[str, ...]
    context: tuple[tuple[str, ...], ...]


def _pattern(row: Indicator, alias: str) -> _Pattern:
    rest, *context = alias.split("@")
    rest, *barred = rest.split("-")
    needed = tuple(tuple(term.split("|")) for term in rest.split("+"))
    if any(len(word) < 2 for word in needed[0]):
        raise RuleError(f"indicator {row.id}", f"the first words of {alias!r} need two characters")
    return _Pattern(
        id=row.id,
        units=frozenset(unit_class(unit) for unit in row.units),
        changes=row.kind == "change_rate",
        needed=needed,
        barred=tuple(word for term in barred for word in term.split("|")),
        context=tuple(tuple(term.split("|")) for term in context),
    )


def _anchored(pattern: _Pattern, shared: Counter[str]) -> _Pattern:
    """
    Return *pattern* with the group first whose words begin as few others do.
    """
    able = [words for words in pattern.needed if all(len(word) > 1 for word in words)]
    anchor = min(able, key=lambda words: sum(shared[word[:2]] for word in words))
    rest = [words for words in pattern.needed if words is not anchor]
    return attrs.evolve(pattern, needed=(anchor, *rest))


def unit_class(unit: str) -> str:
    """
    Return the unit that *unit* counts as here (宗, 起, 份 → 件; 名 → 人).
    """
    return _UNIT_CLASSES.get(unit, unit)


class Matcher:
    """
    Finds the row that a metric states.
    """

    def __init__(self, rows: Iterable[Indicator]) -> None:
        patterns = [
            _pattern(row, alias) for row in rows for alias in (*row.aliases, *row.context_aliases)
        ]
        shared = Counter(
            word[:2] for pattern in patterns for words in pattern.needed for word in words
        )
        self._index: dict[str, list[tuple[str, _Pattern]]] = {}
        for pattern in patterns:
            anchored = _anchored(pattern, shared)
            for word in anchored.needed[0]:
                self._index.setdefault(word[:2], []).append((word, anchored))

    def find(
        self, label: str, unit: str, *, change: bool, context: Callable[[], str]
    ) -> str | None:
        """
        Return the id of the row, None where no row or no single row fits.

        Args:
            label: The folded label.
            unit: Canonical unit.
            change: Whether the value is a rise or fall.
            context: Gives the folded sentence and headings around it, when asked.
        """
        counted, best, winner = unit_class(unit), 0, None
        index = self._index
        for at in range(len(label) - 1):
            for word, pattern in index.get(label[at : at + 2], ()):
                if counted not in pattern.units or not label.startswith(word, at):
                    continue
                weight = _weight(pattern, label, word, change=change, context=context)
                if weight > best:
                    best, winner = weight, pattern.id
                elif weight == best and weight and winner != pattern.id:
                    winner = None
        return winner


def _weight(
    pattern: _Pattern, label: str, first: str, *, change: bool, context: Callable[[], str]
) -> int:
    """
    Return how much of the label and its context the pattern explains; 0 where it does not hold.
    """
    if change and not pattern.changes:
        return 0
    weight = 2 * len(first)
    for words in pattern.needed[1:]:
        longest = max((len(word) for word in words if word in label), default=0)
        if not longest:
            return 0
        weight += 2 * longest
    if any(word in label for word in pattern.barred):
        return 0
    if pattern.context:
        around = context()
        if not all(any(word in around for word in words) for words in pattern.context):
            return 0
        weight += len(pattern.context)
    return weight
