"""
The audit across documents: the same place next year, and the same text elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from fazhi.checks import across_plans as plans
from fazhi.checks import across_text as texts
from fazhi.checks import across_values as values
from fazhi.checks.across_rules import ACROSS
from fazhi.comparison.series import Pair, pairs, prepare, twins
from fazhi.comparison.shared import Shared, shared_text
from fazhi.model import Report, Violation


Found = tuple[int, Violation]

RULES = ACROSS

# What is asked of a place's reports on two years, one after the other.
_YEAR_ON_YEAR: tuple[Callable[[Pair], Iterator[Violation]], ...] = (
    values.former_values,
    values.rises_and_falls,
    values.missed_aims,
    values.unreported_aims,
    plans.repeated_problems,
    plans.repeated_plans,
    plans.silent_plans,
    plans.unseen_documents,
    texts.unchanged,
    texts.unchanged_figures,
    texts.only_numbers,
)


def audit_across(reports: Sequence[Report]) -> tuple[Found, ...]:
    """
    Return what only shows across *reports*, each with the index of the report that it is about.

    Spans point into that report. Reports of equal text count once.

    Args:
        reports: The reports, of any places and years.
    """
    prepared = prepare(reports)
    found: list[Found] = []
    for pair in pairs(prepared):
        for ask in _YEAR_ON_YEAR:
            found.extend((pair.now.index, violation) for violation in ask(pair))
    for pair in twins(prepared):
        found.extend((pair.now.index, violation) for violation in values.disagreements(pair))
    found.extend(_of_others(shared_text(prepared)))
    return tuple(sorted(found, key=lambda row: row[0]))


def _of_others(shares: Iterator[Shared]) -> Iterator[Found]:
    """
    Yield for each report its longest loan, and the first place whose name was left in.
    """
    seen: set[tuple[int, str]] = set()
    for shared in shares:
        for violation in (texts.copied(shared), texts.foreign_place(shared)):
            if violation and (shared.one.index, violation.rule) not in seen:
                seen.add((shared.one.index, violation.rule))
                yield shared.one.index, violation
