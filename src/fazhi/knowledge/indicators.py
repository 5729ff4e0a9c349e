"""
The indicator catalogue: which figure of a report is which, as rows that prove themselves.

Source of the rows: the annual reports, statutes and statistical schemes named in
their last column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple, cast

from fazhi.errors import RuleError
from fazhi.model import FrozenDict, Indicator
from fazhi.model.extensions import IndicatorKind


TABLES = Path(__file__).with_name("data") / "indicators"
# 案件平均罚款金额: one for each is not what a row counts that does not say so.
AVERAGES = ("平均", "人均", "户均", "件均", "年均", "月均", "日均")
_TOTALS = ("count", "amount")
# One counting unit here, whatever the report's habit.
_UNIT_CLASSES = dict.fromkeys("宗起份卷", "件") | dict.fromkeys("名位", "人") | {"件次": "件"}


@cache
def catalogue() -> tuple[Indicator, ...]:
    """
    Return the built-in rows, by topic and in the order of their files.
    """
    tables = sorted(TABLES.glob("*.tsv"))
    return tuple(
        _row(table.stem, line)
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


class _Pattern(NamedTuple):
    """
    One alias, taken apart.

    Attributes:
        id: The indicator's id.
        units: Unit classes it counts in.
        changes: Whether it is itself a change rate.
        totals: Whether it is no average.
        needed: Groups of words, longest first; one of each must occur in the label.
        barred: Words of which none may occur in it.
        context: Groups of words, one of each must occur in sentence or heading.
    """

    id: str
    units: frozenset[str]
    changes: bool
    totals: bool
    needed: tuple[tuple[str, ...], ...]
    barred: tuple[str, ...]
    context: tuple[tuple[str, ...], ...]


# What is left to check of a pattern when a word of its rarest group was found: the other groups,
# what that word and the context weigh, and the rest of the pattern.
_Begun = tuple[tuple[tuple[str, ...], ...], int, _Pattern]


def _patterns(row: Indicator) -> Iterator[_Pattern]:
    units = frozenset(map(unit_class, row.units))
    for alias in (*row.aliases, *row.context_aliases):
        rest, *context = alias.split("@")
        rest, _, barred = rest.partition("-")
        needed = tuple([_group(term) for term in rest.split("+")])
        if min(map(len, needed[0])) < 2:
            message = f"the first words of {alias!r} need two characters"
            raise RuleError(f"indicator {row.id}", message)
        yield _Pattern(
            row.id,
            units,
            row.kind == "change_rate",
            row.kind in _TOTALS and "均" not in rest,
            needed,
            _words(barred) if barred else (),
            tuple(map(_words, context)),
        )


@lru_cache(maxsize=2048)
def _words(term: str) -> tuple[str, ...]:
    """
    Return the words of a term; the aliases of a row mostly share what bars them.
    """
    return tuple(term.replace("-", "|").split("|"))


def _group(term: str) -> tuple[str, ...]:
    return tuple(sorted(term.split("|"), key=len, reverse=True)) if "|" in term else (term,)


def _rarest(needed: tuple[tuple[str, ...], ...], shared: Counter[str]) -> tuple[str, ...]:
    """
    Return the group whose words are long and stand in few other patterns.
    """
    if len(needed) == 1:
        return needed[0]
    able = [words for words in needed if all(len(word) > 1 for word in words)]
    return min(able, key=lambda words: max(shared[word] / len(word) for word in words))


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
        patterns = [*chain.from_iterable(map(_patterns, rows))]
        groups = chain.from_iterable(pattern.needed for pattern in patterns)
        by_unit = _begun(patterns, Counter(chain.from_iterable(groups)))
        self._words = {key: _by_rarest(begun) for key, begun in by_unit.items()}

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
        by_sign = self._words.get((_UNIT_CLASSES.get(unit, unit), change))
        if by_sign is None:
            return None
        begun: list[_Begun] = []
        for words in filter(None, map(by_sign.get, label)):
            for word, anchored in words:
                if word in label:
                    begun += anchored
        found: list[tuple[int, _Pattern]] = []
        for rest, least, pattern in begun:
            weight = least
            for group in rest:
                for word in group:
                    if word in label:
                        weight += 2 * len(word)
                        break
                else:
                    break
            else:
                found.append((weight, pattern))
        return _heaviest(found, label, context) if found else None


def _begun(
    patterns: Iterable[_Pattern], shared: Counter[str]
) -> dict[tuple[str, bool], dict[str, list[_Begun]]]:
    """
    Return the patterns by unit, apart for rises and falls, and by the words of their rarest group.
    """
    by_unit: dict[tuple[str, bool], dict[str, list[_Begun]]] = {}
    for pattern in patterns:
        anchor = _rarest(pattern.needed, shared)
        rest = tuple(group for group in pattern.needed if group is not anchor)
        kinds = (False, True) if pattern.changes else (False,)
        keys = [(unit, change) for unit in pattern.units for change in kinds]
        for word in anchor:
            weight = 2 * len(word) + len(pattern.context)
            for key in keys:
                begun = by_unit.setdefault(key, {})
                begun.setdefault(word, []).append((rest, weight, pattern))
    return by_unit


def _by_rarest(begun: dict[str, list[_Begun]]) -> dict[str, list[tuple[str, list[_Begun]]]]:
    """
    Return the words of one unit by their rarest character: a label holds few such characters.
    """
    common = Counter(chain.from_iterable(begun))
    by_sign: dict[str, list[tuple[str, list[_Begun]]]] = {}
    for word, anchored in begun.items():
        by_sign.setdefault(min(word, key=common.__getitem__), []).append((word, anchored))
    return by_sign


def _heaviest(
    found: list[tuple[int, _Pattern]], label: str, context: Callable[[], str]
) -> str | None:
    """
    Return the id of the row that explains most; None where two do, or none holds.
    """
    if len(found) > 1:
        found.sort(key=itemgetter(0), reverse=True)
    best, winner, around = 0, None, ""
    averaged = "均" in label and _has_any(label, AVERAGES)
    for weight, pattern in found:
        if weight < best:
            break
        if winner == pattern.id or _has_any(label, pattern.barred):
            continue
        if averaged and pattern.totals:
            continue
        if pattern.context:
            around = around or context()
            if not all(_has_any(around, words) for words in pattern.context):
                continue
        if winner:
            return None
        best, winner = weight, pattern.id
    return winner


def _has_any(text: str, words: tuple[str, ...]) -> bool:
    for word in words:  # noqa: SIM110 (several times as fast as any())
        if word in text:
            return True
    return False
