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
from operator import add, itemgetter
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
        needed: Groups of words, longest first; one of each must occur in the label.
        barred: Words of which none may occur in it.
        starts: The first two characters of each of these.
        context: Groups of words, one of each must occur in sentence or heading.
    """

    id: str
    units: frozenset[str]
    changes: bool
    needed: tuple[tuple[str, ...], ...]
    barred: tuple[str, ...]
    starts: frozenset[str]
    context: tuple[tuple[str, ...], ...]

    def weight(self, label: str, pairs: set[str], first: str) -> int:
        """
        Return how much of *label* the pattern explains; 0 where it does not hold.

        Args:
            label: The folded label.
            pairs: All its single and double characters.
            first: The word of the first group that it holds.
        """
        weight = 2 * len(first)
        for words in self.needed[1:]:
            for word in words:
                if word in label:
                    weight += 2 * len(word)
                    break
            else:
                return 0
        if not self.starts.isdisjoint(pairs):
            for word in self.barred:
                if word in label:
                    return 0
        return weight + len(self.context)

    def stands_in(self, around: str) -> bool:
        """
        Whether sentence and headings hold the words that its context asks for.
        """
        return all(any(word in around for word in words) for words in self.context)


def _pattern(row: Indicator, alias: str) -> _Pattern:
    rest, *context = alias.split("@")
    rest, *without = rest.split("-")
    needed = tuple(tuple(sorted(term.split("|"), key=len, reverse=True)) for term in rest.split("+"))
    if any(len(word) < 2 for word in needed[0]):
        raise RuleError(f"indicator {row.id}", f"the first words of {alias!r} need two characters")
    barred = tuple(word for term in without for word in term.split("|"))
    return _Pattern(
        id=row.id,
        units=frozenset(unit_class(unit) for unit in row.units),
        changes=row.kind == "change_rate",
        needed=needed,
        barred=barred,
        starts=frozenset(word[:2] for word in barred),
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
        # By unit class, then by the first two characters of a word of the first group.
        self._index: dict[str, dict[str, list[tuple[str, _Pattern]]]] = {}
        for pattern in patterns:
            anchored = _anchored(pattern, shared)
            for unit in pattern.units:
                starts = self._index.setdefault(unit, {})
                for word in anchored.needed[0]:
                    starts.setdefault(word[:2], []).append((word, anchored))

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
        rows = self._index.get(_UNIT_CLASSES.get(unit, unit))
        pairs = set(map(add, label, label[1:]))
        if not rows or not (near := rows.keys() & pairs):
            return None
        pairs.update(label)
        candidates = [
            (weight, pattern)
            for pair in near
            for word, pattern in rows[pair]
            if word in label
            and (pattern.changes or not change)
            and (weight := pattern.weight(label, pairs, word))
        ]
        return _heaviest(candidates, context) if candidates else None


def _heaviest(
    candidates: list[tuple[int, _Pattern]], context: Callable[[], str]
) -> str | None:
    """
    Return the id of the one row that explains most in its context; None for two.
    """
    best, winner, around = 0, None, ""
    if len(candidates) > 1:
        candidates.sort(key=itemgetter(0), reverse=True)
    for weight, pattern in candidates:
        if weight < best or (weight == best and winner == pattern.id):
            continue
        if pattern.context:
            around = around or context()
            if not pattern.stands_in(around):
                continue
        if best:
            return None
        best, winner = weight, pattern.id
    return winner
