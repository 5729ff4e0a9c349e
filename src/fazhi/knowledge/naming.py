"""
Names of places inside a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from fazhi.knowledge.gazetteer import lengths_by_ending, lines_by_name, spoken
from fazhi.knowledge.regions import DIVISION, TOWN, ZONE
from fazhi.knowledge.zones import ZONES
from fazhi.text.patterns import lazy


# Two-character names that are also ordinary words: places only behind their city.
GENERIC = frozenset({"城区", "郊区", "矿区", "东区", "西区", "新区", "市区"})
LONGEST = 15

_NAMED_ZONE = re.compile("|".join(ZONES))
# 2018年北京政府工作报告
_REPORT = lazy("(?:20[0-9]{2}年)?(?:人民)?政府工作报告")
_SUFFIX = lazy("[省市县区州盟旗团]")
_ORGAN = lazy("[省市县区]委|政府|关于|年")


def mentions(folded: str) -> Iterable[tuple[int, int, str]]:
    """
    Yield ``(start, end, name)`` of the places of the table named in a short text.

    The longest name that ends at a place suffix counts; ordinary words such as
    城区 count only right behind another place.

    Args:
        folded: Simplified, half-width text; a head or a tail, not a whole report.
    """
    before = -1
    for start, end in _longest_endings(folded):
        name = folded[start:end]
        if name not in GENERIC or start == before:
            yield start, end, name
            before = end


def _longest_endings(folded: str) -> Iterator[tuple[int, int]]:
    """
    Yield the names that no longer name holds: 巴州区, not its 巴州.
    """
    held: tuple[int, int] | None = None
    for start, end in _endings(folded):
        if held and held[0] < start:
            yield held
        held = start, end
    if held:
        yield held


def _endings(folded: str) -> Iterator[tuple[int, int]]:
    lengths = lengths_by_ending()
    for match in _SUFFIX.finditer(folded):
        end = match.end()
        for length in lengths.get(folded[end - 2 : end], ()):
            start = end - length
            if start >= 0 and spoken(folded[start:end]):
                yield start, end
                break


def read_place(folded: str, start: int, end: int) -> tuple[str, ...]:
    """
    Return the names of the places that stand one after another from *start* on.

    They run from the outermost in, each as written, so that their lengths add
    up to what was read: ``"云南省红河州2023年…"`` gives ``("云南省", "红河州")``.
    A township or development zone can only be the last.

    Args:
        folded: Simplified, half-width text.
        start: Where the first must begin.
        end: Where reading ends.
    """
    found: list[str] = []
    if division := DIVISION.match(folded, start, end):
        found.append(division[0])
        start = division.end()
    while start < end:
        name = _longest(folded, start, end) or _short(folded, start, end)
        # 东区街道 is a township, whatever 东区 is elsewhere.
        if not name or folded.startswith("街道", start + len(name)):
            break
        if name in GENERIC and not found and not folded.startswith("人民政府", start + len(name)):
            break
        found.append(name)
        start += len(name)
    rest = folded[start : min(end, start + 24)]
    rest = rest.removeprefix("人民政府")
    zone = _NAMED_ZONE.match(rest) or TOWN.match(rest) or ZONE.match(rest)
    if zone and rest[0] != "委" and not _ORGAN.search(zone[0]):
        found.append(folded[start : start + 24].split(zone[0], maxsplit=1)[0] + zone[0])
    return tuple(found)


def _longest(folded: str, start: int, end: int) -> str | None:
    names = lines_by_name()
    for stop in range(min(end, start + LONGEST), start + 1, -1):
        if folded[start:stop] in names and spoken(folded[start:stop]):
            return folded[start:stop]
    return None


def _short(folded: str, start: int, end: int) -> str | None:
    """
    Return a place's name without its suffix, if another place follows it, or its yearly report.
    """
    names = lines_by_name()
    for stop in range(start + 2, min(end, start + 5)):
        stem = folded[start:stop]
        if (stem + "市" in names or stem + "省" in names or stem + "自治区" in names) and (
            _longest(folded, stop, end) or _REPORT.match(folded, stop, end)
        ):
            return stem
    return None
