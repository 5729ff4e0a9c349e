"""
Many documents: read in parallel with nothing lost, kept as tables.

Each module is loaded by the first use of one of its names: worker processes, for one, need no
tables.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from fazhi.corpus.batch import parse_batch
    from fazhi.corpus.keeping import keep_outcomes
    from fazhi.corpus.kept import Corpus
    from fazhi.corpus.local import read_corpus, run_chunks
    from fazhi.corpus.outcomes import Failure, Outcome
    from fazhi.corpus.sources import Item, items
    from fazhi.corpus.watch import watched
    from fazhi.corpus.work import outcome, pack, unpack


__all__ = [
    "Corpus",
    "Failure",
    "Item",
    "Outcome",
    "items",
    "keep_outcomes",
    "outcome",
    "pack",
    "parse_batch",
    "read_corpus",
    "run_chunks",
    "unpack",
    "watched",
]

_HOMES = {
    "Corpus": "kept",
    "Failure": "outcomes",
    "Item": "sources",
    "Outcome": "outcomes",
    "items": "sources",
    "keep_outcomes": "keeping",
    "outcome": "work",
    "pack": "work",
    "parse_batch": "batch",
    "read_corpus": "local",
    "run_chunks": "local",
    "unpack": "work",
    "watched": "watch",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return value
