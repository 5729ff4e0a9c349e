"""
The values that fazhi gives and takes: frozen, compared by value.
"""

from fazhi.model.audit import Check, Examined, Outcome, Violation
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
