"""
Arithmetic: the relations that the indicator catalogue states, within one report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from fazhi.checks.sums_lists import listings
from fazhi.checks.values_figures import Figure
from fazhi.checks.values_judging import SOURCE, Judgements, fault, judging, number
from fazhi.checks.values_reading import Reading
from fazhi.knowledge.relations import Relation, RelationKind, relations
from fazhi.model import Check, Violation


# No report states one indicator a hundred times; a hostile text may.
_MOST = 100

_APPEARED = ("head_appeared", "lit_cases")

Stated = dict[str, list[Figure]]


def stated_in(read: Reading) -> Stated:
    """
    Return the figures that were done and are stated exactly, by indicator.
    """
    shared = vars(read)
    found: Stated | None = shared.get("_stated")
    if found is None:
        found = defaultdict(list)
        for figure in read.figures:
            if figure.metric.indicator and figure.exact and not read.planned(figure):
                same = found[figure.metric.indicator]
                if len(same) < _MOST:
                    same.append(figure)
        shared["_stated"] = found
    return found


def alike(one: Figure, other: Figure) -> bool:
    """
    Whether two figures stand in one section and hold for one scope and period.
    """
    here, there = one.metric, other.metric
    return (here.section, here.scope, here.period) == (there.section, there.scope, there.period)


@cache
def _all_ordered() -> tuple[tuple[str, str], ...]:
    """
    Return the pairs of all relations that must hold.
    """
    return tuple(pair for row in relations() if row.hard for pair in _ordered(row))


@cache
def _of_kind(kind: RelationKind, *, hard: bool) -> tuple[Relation, ...]:
    return tuple(row for row in relations() if row.kind == kind and row.hard is hard)


def _ordered(relation: Relation) -> Iterator[tuple[str, str]]:
    """
    Yield the ids of what is at most as much as another.
    """
    for term in relation.terms:
        if relation.kind in ("at_most", "sum"):
            yield (relation.this, term) if relation.kind == "at_most" else (term, relation.this)
        elif relation.kind == "at_least":
            yield term, relation.this


def _at_most(read: Reading) -> Judgements:
    stated, seen = stated_in(read), set()
    for low, high in (*_all_ordered(), _APPEARED):
        if low not in stated or high not in stated:
            continue
        for small in stated[low]:
            greats = [g for g in stated[high] if alike(small, g) and g.counted == small.counted]
            if not greats or small.rate or (small.place, high) in seen:
                continue
            great = max(greats, key=lambda figure: figure.value)
            seen.add((small.place, high))
            if small.value <= great.value + great.slack + small.slack:
                yield None, (small, great)
            elif (great.place, small.place) not in _listed(read):
                yield _is_more(read, small, great), (small, great)


def _listed(read: Reading) -> frozenset[tuple[int, int]]:
    """
    Return the places of totals and their parts in lists, which are the concern of the sums.
    """
    shared = vars(read)
    found: frozenset[tuple[int, int]] | None = shared.get("_listed")
    if found is None:
        found = frozenset(
            (li.total.place, part.place) for li in listings(read) for part in li.parts
        )
        shared["_listed"] = found
    return found


def _is_more(read: Reading, small: Figure, great: Figure) -> Violation:
    near = abs(small.place - great.place) <= 2
    # A case heard this year may have come in last year.
    sure = (small.metric.indicator, great.metric.indicator) != _APPEARED
    one, other = (f.metric.label or read.quote(f) for f in (small, great))
    return fault(
        "FZ230",
        "error" if near and sure else "warning",
        (
            f"“{one}”{read.quote(small)}大于“{other}”{read.quote(great)}",
            (
                f"{read.quote(small)} ({small.metric.indicator}) is more than {read.quote(great)} "
                f"({great.metric.indicator}), of which it is a part"
            ),
        ),
        (small, great),
        read,
        f"{small.metric.indicator} <= {great.metric.indicator}: "
        f"{number(small.value)} > {number(great.value)}",
    )


def _sums(read: Reading) -> Judgements:
    stated, listed = stated_in(read), {listing.total.place for listing in listings(read)}
    for relation in _of_kind("sum", hard=True):
        if relation.this not in stated:
            continue
        for total in stated[relation.this]:
            parts = _addends(stated, relation.terms, total)
            if not parts or total.place in listed:
                continue
            summed = sum((part.value for part in parts), Decimal(0))
            slack = sum((part.slack for part in parts), total.slack)
            if abs(summed - total.value) <= slack:
                yield None, (total, *parts)
            else:
                yield (
                    fault(
                        "FZ231",
                        "warning",
                        (
                            (
                                f"“{total.metric.label or total.lead}”{read.quote(total)}"
                                f"与各分项之和{number(summed)}不符"
                            ),
                            (
                                f"{relation.this} is given as {read.quote(total)}, its parts sum to "
                                f"{number(summed)}"
                            ),
                        ),
                        (total, *parts),
                        read,
                        f"{'+'.join(number(p.value) for p in parts)}={number(summed)}"
                        f" ≠ {number(total.value)}",
                    ),
                    (total,),
                )


def _addends(stated: Stated, terms: Sequence[str], total: Figure) -> tuple[Figure, ...]:
    """
    Return the one figure of each term that holds where the total does; none where one lacks or has two.
    """
    parts: list[Figure] = []
    for term in terms:
        able = [f for f in stated.get(term, ()) if alike(f, total) and f.counted == total.counted]
        if len(able) != 1:
            return ()
        parts += able
    return tuple(parts)


def _people(read: Reading) -> Judgements:
    stated = stated_in(read)
    for relation in _of_kind("at_least", hard=False):
        if relation.this not in stated:
            continue
        for people in stated[relation.this]:
            events = [f for f in stated.get(relation.terms[0], ()) if alike(f, people)]
            events = [f for f in events if abs(f.place - people.place) == 1]
            if not events or events[0].counted == people.counted:
                continue
            if people.value >= events[0].value:
                yield None, (people, events[0])
            else:
                yield (
                    fault(
                        "FZ232",
                        "info",
                        (
                            f"{read.quote(people)}少于{read.quote(events[0])},请核对",
                            f"{read.quote(people)} for {read.quote(events[0])} are fewer than one each",
                        ),
                        (people, events[0]),
                        read,
                        f"{number(people.value)} < {number(events[0].value)}",
                    ),
                    (people,),
                )


RULES: tuple[Check, ...] = (
    Check(
        code="FZ230",
        name="part-exceeds-whole",
        name_zh="从属指标大于上位指标",
        severity="error",
        about="Of two indicators of which the catalogue makes one a part of the other, the part cannot "
        "be more, for one section, scope, period and unit.",
        source=SOURCE,
        run=judging("FZ230", _at_most),
        fires="2020年共收到行政复议申请17件,受理行政复议申请27件。",
        silent="2020年共收到行政复议申请17件,受理行政复议申请17件。",
    ),
    Check(
        code="FZ231",
        name="indicators-do-not-sum",
        name_zh="指标与其分项之和不符",
        severity="warning",
        about="An indicator that the catalogue defines as a sum must be that of its parts, where one "
        "section gives all of them for one scope and period.",
        source=SOURCE,
        run=judging("FZ231", _sums),
        fires="行政机关负责人出庭应诉22件,主要负责人出庭4件,其他负责人出庭16件。",
        silent="行政机关负责人出庭应诉20件,主要负责人出庭4件,其他负责人出庭16件。",
    ),
    Check(
        code="FZ232",
        name="fewer-people-than-events",
        name_zh="人次少于场次",
        severity="info",
        about="Fewer people than events, or relief for fewer people than households, is mostly a slip.",
        source=SOURCE,
        run=judging("FZ232", _people),
        fires="组织各类应急演练136场,参演人员23人次。",
        silent="组织各类应急演练136场,参演人员2.3万人次。",
    ),
)
