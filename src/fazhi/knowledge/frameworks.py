"""
The outlines and rules that reports on law-based government follow, with the years they cover.

Each is a file of ``data/frameworks/``; the next outline is one file more.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from fazhi.model import Framework


FILES = Path(__file__).with_name("data") / "frameworks"


@cache
def known_frameworks() -> tuple[Framework, ...]:
    """
    Return the frameworks of the data files, by the names of the files.
    """
    import tomllib  # noqa: PLC0415 - a parse asks for no framework

    return tuple(
        _framework(tomllib.loads(file.read_text(encoding="utf-8")))
        for file in sorted(FILES.glob("*.toml"))
    )


def _framework(table: dict[str, Any]) -> Framework:
    first, *last = table.pop("years")
    fields: dict[str, Any] = {"number": None} | table
    for name in ("topics", "required", "dates"):
        fields[name] = tuple(tuple(row) for row in table.get(name, ()))
    fields["unchecked"] = tuple(table.get("unchecked", ()))
    return Framework(years=(first, last[0] if last else None), **fields)
