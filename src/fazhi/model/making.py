"""
Nodes made by the thousand: functions of all fields in their order, a fifth of the time of the class.

The ``__init__`` of a frozen class sets each field by a call of ``object.__setattr__``. Here a twin
of the same slots, which is not frozen, takes the fields and then becomes the node.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from fazhi.model.nodes import (
    Bound,
    Change,
    Citation,
    CitationKind,
    Finding,
    FindingKind,
    Metric,
    Role,
    Scope,
    Section,
    Status,
    Topic,
)
from fazhi.model.span import Span


# Without a global lock a change of class stops all threads.
_FREE_THREADED = not getattr(sys, "_is_gil_enabled", lambda: True)()


def maker(cls: type) -> Callable[..., Any]:
    """
    Return a function that makes a *cls* of the values of all its fields, in their order.

    Args:
        cls: A frozen attrs class with slots and without converters and validators.
    """
    names = tuple(cls.__slots__)  # type: ignore[attr-defined]
    if _FREE_THREADED:
        return lambda *values: cls(**dict(zip(names, values, strict=True)))
    twin = type(f"_{cls.__name__}", (), {"__slots__": names})
    lines = [
        f"def make({', '.join(names)}):",
        "node = new(twin)",
        *(f"node.{name} = {name}" for name in names),
        "node.__class__ = cls",
        "return node",
    ]
    scope: dict[str, Any] = {"new": object.__new__, "twin": twin, "cls": cls}
    exec("\n    ".join(lines), scope)  # noqa: S102
    made: Callable[..., Any] = scope["make"]
    return made


make_span: Callable[[int, int], Span] = maker(Span)
make_section: Callable[
    [str, int, str, int | None, str, Span, Span, Role, tuple[Section, ...]], Section
] = maker(Section)
make_metric: Callable[
    [
        str, str | None, Span, Decimal, Decimal | None, str, Bound, Change | None, str | None,
        tuple[Span, ...], str | None, Scope | None, str | None, int | None, int | None, bool | None,
    ],
    Metric,
] = maker(Metric)  # fmt: skip
make_finding: Callable[
    [str, str | None, FindingKind, str, Span, tuple[Topic, ...], str | None], Finding
] = maker(Finding)
make_citation: Callable[
    [str, str | None, Span, str | None, str | None, CitationKind, Status | None], Citation
] = maker(Citation)
