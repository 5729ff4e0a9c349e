"""
The table of places, ``data/regions.tsv``: read at the first question, in about 10 ms.

Its sources are named in its head and in ``data/README.md``; ``tools/build_regions.py``
of the repository makes it.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from fazhi.model.nodes import Level


TABLE = Path(__file__).with_name("data") / "regions.tsv"
SUFFIXES = ("省", "自治区", "市", "自治州", "州", "地区", "盟", "区", "县", "旗", "特别行政区")
# A report can name a place that was renamed a few years ago, not one of the 1980s.
SPOKEN_SINCE = "2004"


class Row(NamedTuple):
    """
    One line of the table.

    Attributes:
        code: Six digits, or ``""``.
        name: Official name.
        first: First year, four digits.
        last: Last year, or ``""``.
        successors: Codes of the places that took over in the year after, separated by blanks.
        aliases: Customary names, separated by blanks.
    """

    code: str
    name: str
    first: str
    last: str = ""
    successors: str = ""
    aliases: str = ""

    @classmethod
    def read(cls, line: str) -> Row:
        """
        Return the row that a line of the table says.
        """
        return cls(*line.split("\t"))

    def holds(self, year: int | None) -> bool:
        if year is None:
            return not self.last
        return self.first <= str(year) and (not self.last or str(year) <= self.last)

    def distance(self, year: int) -> int:
        """
        Return the years between *year* and the nearest in which it held.
        """
        return max(int(self.first) - year, year - int(self.last or year), 0)

    def level(self) -> Level:
        if self.code == "100000":
            return "nation"
        if not self.code or self.code.endswith("0000"):
            return "province"
        return "prefecture" if self.code.endswith("00") else "county"

    def holds_in(self, parent: Row) -> bool:
        """
        Whether it lies in *parent*, by their codes.
        """
        if not self.code or self.code == parent.code:
            return False
        stem = {"province": 2, "prefecture": 4}.get(parent.level(), 0)
        if not parent.code:
            return self.code.startswith("6590")  # the cities of the 兵团
        return bool(stem) and self.code.startswith(parent.code[:stem])


@cache
def _lines() -> list[str]:
    text = TABLE.read_text(encoding="utf-8")
    # The head says where the table is from.
    return [line for line in text.splitlines() if line[0] != "#"]


@cache
def lines_by_name() -> dict[str, list[str]]:
    """
    Return the table's lines by official and customary name; they become rows when asked for.
    """
    names: dict[str, list[str]] = {}
    aliased = []
    for line in _lines():
        name = line.split("\t", 2)[1]
        if name in names:
            names[name].append(line)
        else:
            names[name] = [line]
        if line[-1] > "9":
            aliased.append(line)
    for line in aliased:
        for alias in line.rsplit("\t", 1)[1].split():
            _add_alias(names.setdefault(alias, []), line)
    return names


def _add_alias(lines: list[str], line: str) -> None:
    # A name that a place bears now is not another's former short name.
    if not Row.read(line).last or all(Row.read(other).last for other in lines):
        lines.append(line)


@cache
def parents_by_code() -> dict[str, list[Row]]:
    """
    Return the provinces and prefectures by code.
    """
    parents: dict[str, list[Row]] = {}
    for line in _lines():
        if line[4:6] == "00":
            parents.setdefault(line[:6], []).append(Row.read(line))
    return parents


@cache
def lines_by_code() -> dict[str, list[str]]:
    """
    Return the table's lines by code, each code's in the order of years.
    """
    codes: dict[str, list[str]] = {}
    for line in _lines():
        codes.setdefault(line[:6], []).append(line)
    return codes


def coded(code: str, year: int | None) -> Row | None:
    """
    Return the place that had *code* in *year*, or has it now.
    """
    rows = map(Row.read, lines_by_code().get(code, ()))
    return next((row for row in rows if row.holds(year)), None)


@cache
def lengths_by_ending() -> dict[str, tuple[int, ...]]:
    """
    Return the lengths of all names by their last two characters, longest first.
    """
    lengths: dict[str, set[int]] = {}
    for name in lines_by_name():
        lengths.setdefault(name[-2:], set()).add(len(name))
    return {ending: tuple(sorted(n, reverse=True)) for ending, n in lengths.items()}


@lru_cache(maxsize=4096)
def named(name: str) -> tuple[Row, ...]:
    return tuple(Row.read(line) for line in lines_by_name().get(name, ()))


@lru_cache(maxsize=4096)
def spoken(name: str) -> bool:
    """
    Whether a place bears the name, or bore it not long ago.
    """
    return any(not row.last or row.last >= SPOKEN_SINCE for row in named(name))


def alone(name: str) -> tuple[Row, ...]:
    """
    Return the rows of *name*, written with its suffix or (two characters at least) without.
    """
    rows = named(name)
    if rows or len(name) < 2:
        return rows
    return tuple(row for suffix in SUFFIXES for row in named(name + suffix))
