"""
What the stages hand to each other, before it becomes nodes of a report.
"""

from __future__ import annotations

from typing import NamedTuple

from attrs import define

from fazhi.model import Note, Section, Span
from fazhi.model.format import LineKind
from fazhi.model.nodes import Bound, Change


class Row(NamedTuple):
    """
    One line of the source that stands outside of the outline.

    Attributes:
        kind: What it is.
        span: Its characters without outer blanks.
    """

    kind: LineKind
    span: Span


class Frame(NamedTuple):
    """
    Where the body stands, and the lines around it.

    Attributes:
        head: Lines before the body, in text order: title, session, author, addressee, source, navigation.
        body: From the first character of the body to its last; empty where all lines are furniture.
        tail: Lines after the body: signature, date, navigation.
    """

    head: tuple[Row, ...]
    body: Span
    tail: tuple[Row, ...]


class Outline(NamedTuple):
    """
    The sections of a body.

    Attributes:
        sections: Top level, in text order; together they cover the body but for blanks.
        notes: What was repaired or doubted.
    """

    sections: tuple[Section, ...]
    notes: tuple[Note, ...] = ()


@define(slots=True, weakref_slot=False)
class Quantity:
    """
    A number with its unit, on its way to a metric.

    Attributes:
        start: Offset of the number's first character.
        end: Offset past the unit's last character.
        value: Decimal as printed, multiplied out.
        upper: Upper end of a range.
        unit: Canonical unit.
        bound: As in `Metric`.
        change: As in `Metric`.
        left: Offset at which the words before the number end (before 约, 超过, 达 and the like).
        right: Offset past 以上, 左右 and the like behind the unit.
    """

    start: int
    end: int
    value: str
    upper: str | None
    unit: str
    bound: Bound
    change: Change | None
    left: int
    right: int
