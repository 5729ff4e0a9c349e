"""
How indicators relate: the relations column of the catalogue, read.

Grammar: ``this = A + B``, ``this = A / B``, ``this = A - B``, ``this <= A``, ``this >= A``, each with
``[hard]`` (it must hold for one scope and period) or ``[soft]`` (what is carried over or only
partly covered may break it).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple, cast

from fazhi.errors import RuleError
from fazhi.knowledge.indicators import catalogue


RelationKind = Literal["sum", "quotient", "difference", "at_most", "at_least", "complement"]

_RELATION = re.compile(r"this (=|<=|>=) (.+?) \[(hard|soft)\]")
_KINDS: dict[str, RelationKind] = {"<=": "at_most", ">=": "at_least"}


class Relation(NamedTuple):
    """
    What must or should hold between one indicator and others.

    Attributes:
        this: Id of the indicator that it is about.
        kind: sum, quotient, difference, at_most, at_least or complement (to 100).
        terms: Ids on the right side; of a quotient the numerator's, of a difference the first.
        other: Id of the denominator or of what is taken away, else None.
        hard: Whether it must hold for one scope and period.
    """

    this: str
    kind: RelationKind
    terms: tuple[str, ...]
    other: str | None
    hard: bool


@cache
def relations() -> tuple[Relation, ...]:
    """
    Return the relations of the built-in catalogue, in its order.

    >>> next(str(r.terms) for r in relations() if r.this == "lit_cases")
    "('lit_first', 'lit_second', 'lit_retrial')"
    """
    return tuple(
        read_relation(row.id, text.strip())
        for row in catalogue()
        if row.relations
        for text in row.relations.split(";")
    )


def read_relation(this: str, text: str) -> Relation:
    """
    Return the relation that *text* states of the indicator *this*.

    Raises:
        RuleError: If *text* does not follow the grammar.

    >>> read_relation("head_rate", "this = head_appeared / head_due [hard]").other
    'head_due'
    """
    match = _RELATION.fullmatch(text)
    if match is None:
        raise RuleError(f"indicator {this}", f"{text!r} is no relation")
    sign, right, strength = match.groups()
    kind, other = _KINDS.get(sign, "sum"), None
    for mark, name in ((" / ", "quotient"), (" - ", "difference")):
        if mark in right:
            right, _, other = right.rpartition(mark)
            kind = cast("RelationKind", name)
    terms = tuple(right.strip("()").split(" + "))
    if terms == ("100",):
        kind = "complement"
    return Relation(this, kind, terms, other, strength == "hard")
