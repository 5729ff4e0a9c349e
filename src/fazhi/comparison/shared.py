"""
Long passages that reports of different places share.

Clauses are looked up whole, so that the time grows with the text and not with the number of pairs.
What many places have says nothing, and no pair is made of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import define, frozen

from fazhi.comparison.clauses import Clause
from fazhi.comparison.series import Prepared
from fazhi.model import Span


# A clause that more places have than this is everybody's.
_FEW_PLACES = 3
# Reports with one clause that are looked at, however many years a place has.
_MOST_REPORTS = 12
# Two clauses in between may differ or be set phrases.
_STEP = 3
# Chinese characters that make a passage long.
LONG = 40


@frozen
class Passage:
    """
    A stretch of text that another report has too.

    Attributes:
        span: Where it stands.
        weight: Its characters beside set phrases.
    """

    span: Span
    weight: int


@frozen
class Shared:
    """
    What one report has in common with a report of another place.

    Attributes:
        one: The report.
        other: The other report.
        passages: Passages of *one*, the longest first.
        weight: Characters of them all, beside set phrases.
    """

    one: Prepared
    other: Prepared
    passages: tuple[Passage, ...]
    weight: int


@define
class _Run:
    """
    A passage that may still grow.
    """

    first: Clause
    last: Clause
    here: int
    there: int
    weight: int


def shared_text(prepared: Sequence[Prepared]) -> Iterator[Shared]:
    """
    Yield for each report what it shares with those of other places, most first.
    """
    known = _places(prepared)
    for one in prepared:
        found = [
            Shared(one, other, passages, sum(passage.weight for passage in passages))
            for other, passages in _with_others(one, known)
        ]
        yield from sorted(found, key=lambda shared: -shared.weight)


Postings = dict[str, list[tuple[Prepared, int]]]


def _places(prepared: Iterable[Prepared]) -> Postings:
    """
    Return where each clause of weight stands, without those of many places.
    """
    known: Postings = {}
    subjects: dict[str, set[object]] = {}
    for one in prepared:
        who = one.subject or one.index
        for at, clause in enumerate(one.clauses):
            if not clause.weight:
                continue
            places = subjects.setdefault(clause.key, set())
            places.add(who)
            postings = known.setdefault(clause.key, [])
            if len(places) <= _FEW_PLACES and len(postings) < _MOST_REPORTS:
                postings.append((one, at))
    return {
        key: postings for key, postings in known.items() if 1 < len(subjects[key]) <= _FEW_PLACES
    }


def _with_others(one: Prepared, known: Postings) -> Iterator[tuple[Prepared, tuple[Passage, ...]]]:
    runs: dict[int, list[_Run]] = {}
    others: dict[int, Prepared] = {}
    for here, clause in enumerate(one.clauses):
        for other, there in known.get(clause.key, ()):
            if other is one or (one.subject and other.subject == one.subject):
                continue
            others[other.index] = other
            _grow(runs.setdefault(other.index, []), clause, here, there)
    for index, found in runs.items():
        passages = [
            Passage(Span(run.first.start, run.last.end), run.weight)
            for run in found
            if run.weight >= LONG
        ]
        if passages:
            yield others[index], tuple(sorted(passages, key=lambda p: (-p.weight, p.span)))


def _grow(runs: list[_Run], clause: Clause, here: int, there: int) -> None:
    """
    Add *clause* to the last run if it goes on there, else begin one.
    """
    last = runs[-1] if runs else None
    if last and last.here == here:
        return
    if last and here - last.here <= _STEP and 0 < there - last.there <= _STEP:
        last.last, last.here, last.there = clause, here, there
        last.weight += clause.weight
    else:
        runs.append(_Run(clause, clause, here, there, clause.weight))
