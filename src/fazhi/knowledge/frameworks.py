"""
The outlines and rules that reports on law-based government follow, with the years they cover.

Each is a file of ``data/frameworks/``; the next outline is one file more.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from fazhi.model import Framework


@cache
def known_frameworks() -> tuple[Framework, ...]:
    """
    Return the frameworks of the data files, by the names of the files.
    """
    import tomllib  # noqa: PLC0415 - a parse asks for no framework

    folder = files("fazhi.knowledge").joinpath("data/frameworks")
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return tuple(
        _framework(tomllib.loads(entry.read_text(encoding="utf-8")))
        for entry in entries
        if entry.name.endswith(".toml")
    )


def _framework(table: dict[str, Any]) -> Framework:
    first, *last = table.pop("years")
    fields: dict[str, Any] = {"number": None} | table
    for name in ("topics", "required", "dates"):
        fields[name] = tuple(tuple(row) for row in table.get(name, ()))
    fields["unchecked"] = tuple(table.get("unchecked", ()))
    return Framework(years=(first, last[0] if last else None), **fields)
