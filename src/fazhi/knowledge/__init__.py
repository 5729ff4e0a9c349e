"""
What is known of the world beside the report: places and their years, laws and document numbers.

Each table is loaded by the first call that needs it, and each module by the
first use of its name: a parse needs places and no laws.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from fazhi.knowledge.document_numbers import DocumentNumber, read_document_number
    from fazhi.knowledge.laws import Instrument, resolve
    from fazhi.knowledge.naming import mentions
    from fazhi.knowledge.regions import find_region, successors


__all__ = [
    "DocumentNumber",
    "Instrument",
    "find_region",
    "mentions",
    "read_document_number",
    "resolve",
    "successors",
]

_HOMES = {
    "DocumentNumber": "document_numbers",
    "read_document_number": "document_numbers",
    "Instrument": "laws",
    "resolve": "laws",
    "mentions": "naming",
    "find_region": "regions",
    "successors": "regions",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return value
