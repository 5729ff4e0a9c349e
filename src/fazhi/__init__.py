"""
fazhi reads Chinese reports on law-based government into data traced to the character.

Every public name is loaded when it is first used, so that importing the
package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from fazhi.checks import audit, audit_corpus
    from fazhi.corpus import Corpus, read_corpus
    from fazhi.errors import (
        BatchTypeError,
        EmptyTextError,
        FazhiError,
        MissingExtraError,
        NoClientError,
        NumberError,
        PluginError,
        ReadError,
        RuleError,
        SchemaError,
        StoreError,
        UnknownFormatError,
        WorkerStartError,
    )
    from fazhi.hookspecs import hookimpl
    from fazhi.knowledge import Instrument, find_region, resolve
    from fazhi.model import (
        Anchor,
        Check,
        Citation,
        Cue,
        Document,
        Finding,
        Format,
        Framework,
        FrozenDict,
        Group,
        Indicator,
        IssuerRow,
        KindRow,
        KindWords,
        Limits,
        LineRow,
        Marker,
        Mask,
        Metadata,
        Metric,
        Note,
        Outcome,
        Reader,
        Region,
        Report,
        RoleRow,
        Section,
        Span,
        TopicRow,
        Unit,
        Violation,
    )
    from fazhi.parser import Parser, frameworks, list_formats, parse, read
    from fazhi.plugins import FormatRecord

__all__ = [
    "Anchor",
    "BatchTypeError",
    "Check",
    "Citation",
    "Corpus",
    "Cue",
    "Document",
    "EmptyTextError",
    "FazhiError",
    "Finding",
    "Format",
    "FormatRecord",
    "Framework",
    "FrozenDict",
    "Group",
    "Indicator",
    "Instrument",
    "IssuerRow",
    "KindRow",
    "KindWords",
    "Limits",
    "LineRow",
    "Marker",
    "Mask",
    "Metadata",
    "Metric",
    "MissingExtraError",
    "NoClientError",
    "Note",
    "NumberError",
    "Outcome",
    "Parser",
    "PluginError",
    "ReadError",
    "Reader",
    "Region",
    "Report",
    "RoleRow",
    "RuleError",
    "SchemaError",
    "Section",
    "Span",
    "StoreError",
    "TopicRow",
    "Unit",
    "UnknownFormatError",
    "Violation",
    "WorkerStartError",
    "audit",
    "audit_corpus",
    "find_region",
    "frameworks",
    "hookimpl",
    "list_formats",
    "parse",
    "read",
    "read_corpus",
    "resolve",
]

# Where the names live that are no types of the model.
_HOMES = {
    "Corpus": "corpus",
    "FormatRecord": "plugins",
    "Instrument": "knowledge",
    "Parser": "parser",
    "audit": "checks",
    "audit_corpus": "checks",
    "find_region": "knowledge",
    "frameworks": "parser",
    "hookimpl": "hookspecs",
    "list_formats": "parser",
    "parse": "parser",
    "read": "parser",
    "read_corpus": "corpus",
    "resolve": "knowledge",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'fazhi' has no attribute {name!r}")
    home = _HOMES.get(name, "errors" if name.endswith("Error") else "model")
    value = globals()[name] = getattr(import_module(f"fazhi.{home}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
