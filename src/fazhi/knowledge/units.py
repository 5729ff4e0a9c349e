"""
Units and measure words, as a table whose rows carry their examples.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple


TABLE = Path(__file__).with_name("data") / "units.tsv"
# Units of a share in a whole, with those of every rate, and with scores: none of them sums up.
SHARES = frozenset("%‰成")
RATES = SHARES | {"百分点", "倍"}
UNSUMMED = RATES | {"折", "分"}


class UnitRow(NamedTuple):
    """
    One row of the table of units.

    Attributes:
        name: Canonical form in simplified characters.
        forms: All ways to write it in folded text.
        chinese: Whether it may follow a Chinese numeral (三件).
        measures: Whether it measures (小时, 公里) rather than counts.
        unless: What must not follow, since it would make the unit a part of a word.
        but: What may follow although it begins like one of these.
        example: A clause.
        reading: Value and unit read from it, such as ``"3 件"``.
    """

    name: str
    forms: tuple[str, ...]
    chinese: bool
    measures: bool
    unless: tuple[str, ...]
    but: tuple[str, ...]
    example: str
    reading: str


@cache
def unit_rows() -> tuple[UnitRow, ...]:
    """
    Return the rows of ``data/units.tsv``, in the file's order.
    """
    table = TABLE.read_text(encoding="utf-8")
    return tuple(_row(line) for line in table.splitlines() if line and line[0] != "#")


def _row(line: str) -> UnitRow:
    name, forms, flags, unless, example, reading = line.split("\t")
    barred = tuple(filter(None, unless.split("|")))
    return UnitRow(
        name=name,
        forms=tuple(filter(None, ("" if "b" in flags else name, *forms.split("|")))),
        chinese="h" in flags,
        measures="m" in flags,
        unless=tuple(word for word in barred if word[0] != "-"),
        but=tuple(word[1:] for word in barred if word[0] == "-"),
        example=example,
        reading=reading,
    )
