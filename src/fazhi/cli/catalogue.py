"""
The indicator catalogue: what is searched in it, and how it is printed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TextIO

import attrs

from fazhi.cli.writers import columns
from fazhi.model import Indicator
from fazhi.text import fold
from fazhi.text.patterns import lazy


_BARRED = lazy("-[^@]*")


def topics(rows: Iterable[Indicator]) -> tuple[str, ...]:
    """
    Return the topics of *rows*, sorted.
    """
    return tuple(sorted({row.topic for row in rows}))


def found(
    rows: Iterable[Indicator], words: Sequence[str], topic: str | None
) -> tuple[Indicator, ...]:
    """
    Return the rows that hold all *words*, in any case and either script.

    Args:
        rows: The catalogue.
        words: Parts of ids, names, units and aliases.
        topic: The only topic wanted; None for all.
    """
    wanted = [fold(word).folded.lower() for word in words]
    asked = (row for row in rows if topic in (None, row.topic))
    return tuple(row for row in asked if all(word in _said(row) for word in wanted))


def _said(row: Indicator) -> str:
    """
    Return all that a row is known by; words that must not stand beside an alias are none of it.
    """
    aliases = (_BARRED.sub("", alias) for alias in (*row.aliases, *row.context_aliases))
    return "\n".join((row.id, row.name_zh, row.name_en, *row.units, *aliases)).lower()


def write(to: str, stream: TextIO, rows: Sequence[Indicator]) -> None:
    """
    Write *rows* as a table (``"text"``) or as a JSON array (``"json"``).
    """
    if to == "json":
        # Other encodings than UTF-8 may lack the characters, and JSON's own escapes fit them all.
        utf8 = (stream.encoding or "").lower().replace("-", "") == "utf8"
        json.dump([attrs.asdict(row) for row in rows], stream, ensure_ascii=not utf8, indent=1)
        stream.write("\n")
        return
    table = [(row.id, row.name_zh, " ".join(row.units), row.topic) for row in rows]
    if table:
        stream.writelines(columns(("id", "name", "units", "topic"), table))
