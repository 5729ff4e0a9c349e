"""
The values that fazhi gives and takes: frozen, compared by value.

Those of an audit are loaded when they are first used, since no parse asks for them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from fazhi.model.document import Anchor, Document
from fazhi.model.extensions import Framework, Indicator, Limits, Reader
from fazhi.model.format import (
    Cue,
    Format,
    IssuerRow,
    KindRow,
    KindWords,
    LineRow,
    Marker,
    Mask,
    RoleRow,
    TopicRow,
    Unit,
)
from fazhi.model.frozen import FrozenDict
from fazhi.model.nodes import Citation, Finding, Group, Metadata, Metric, Note, Region, Section
from fazhi.model.report import Report
from fazhi.model.span import Span


if TYPE_CHECKING:
    from fazhi.model.audit import Check, Examined, Outcome, Violation


__all__ = [
    "Anchor",
    "Check",
    "Citation",
    "Cue",
    "Document",
    "Examined",
    "Finding",
    "Format",
    "Framework",
    "FrozenDict",
    "Group",
    "Indicator",
    "IssuerRow",
    "KindRow",
    "KindWords",
    "Limits",
    "LineRow",
    "Marker",
    "Mask",
    "Metadata",
    "Metric",
    "Note",
    "Outcome",
    "Reader",
    "Region",
    "Report",
    "RoleRow",
    "Section",
    "Span",
    "TopicRow",
    "Unit",
    "Violation",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'fazhi.model' has no attribute {name!r}")
    return getattr(import_module("fazhi.model.audit"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
