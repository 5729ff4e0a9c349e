"""
Places by every name that reports use for them, with their code, level and path.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fazhi.knowledge.gazetteer import Row, alone, coded, lines_by_code, named, parents_by_code
from fazhi.knowledge.zones import ZONES
from fazhi.model import Region
from fazhi.model.nodes import Level


# One character of Chinese script; a range of all of them takes long to compile.
_HAN = r"[^\W\dA-Za-z_〇]"
_BAD_START = "(?![全我本各该某两个级和与及于在对将把向由])"
TOWN = re.compile(rf"{_BAD_START}{_HAN}{{1,14}}?(?:街道|(?<!乡)镇|乡|苏木)(?![镇乡街])")
ZONE = re.compile(
    rf"{_BAD_START}(?:{_HAN}|[、()]){{1,20}}?"
    r"(?:开发区|高新区|经开区|示范区|管理区|保税区|综保区|度假区|风景名胜区|风景区|工业园区|试验区|合作区|新区|新城)"
)
DIVISION = re.compile("(?:新疆生产建设)?(?:兵团)?(第[一二三四五六七八九十]{1,2}师)")


@lru_cache(maxsize=4096)
def find_region(name: str, year: int | None = None) -> tuple[Region, ...]:
    """
    Return the places that *name* can mean, best first.

    Official, customary and short names are known, in either script, alone or
    behind their parents: ``"红河州"``, ``"四川省巴中市巴州区"``, ``"昆明五华区"``.
    Higher levels come before lower ones. Townships and development zones are
    taken at their word: they have no code, and the path of what stands before
    them. The 兵团 is a province-like place without code in GB/T 2260; its
    cities are counties, its divisions (第八师) prefectures without code.

    A code holds from the year in which it stood at the year's end. Who took over
    from a place that is gone says `fazhi.knowledge.successors`.

    Args:
        name: Name of a place, without 人民政府 and the like.
        year: Year in which it is to hold. Where no place of the name holds in
            that year, those of the nearest year are given; without it all, the
            present ones first.

    Example:
        >>> [(place.name, place.code) for place in find_region("红河州")]
        [('红河哈尼族彝族自治州', '532500')]
        >>> find_region("四川省巴中市巴州区")[0].path
        ('四川省', '巴中市', '巴州区')
    """
    name = "".join(name.split())
    if not name or len(name) > 60:
        return ()
    found = _before_its_code(name, year) or _find(name, year) or _beside_the_table(name, year)
    if found:
        return found
    folded = _fold(name)
    return find_region(folded, year) if folded != name else ()


def successors(region: Region, year: int | None = None) -> tuple[Region, ...]:
    """
    Return the places that took over from *region*, as they stood in *year*.

    A place that was renamed, upgraded or merged has one successor, one that was
    divided several. A place that still stands in *year* has none, nor has one
    that no code tells apart (townships, zones). Known from 1995 on, and before
    where names or codes say it.

    Args:
        region: A place, of any year, by its code and name.
        year: Year to follow the changes to; the present without it.

    Example:
        >>> [place.name for place in successors(find_region("襄樊市")[0])]
        ['襄阳市']
    """
    found: dict[Row, None] = {}
    ahead = _rows_of(region)[-1:]
    if not ahead or ahead[0].holds(year):
        return ()
    while ahead:
        row = ahead.pop()
        if row.holds(year):
            found[row] = None
        elif row.last and (year is None or int(row.last) < year):
            after = int(row.last) + 1
            taking = (coded(code, after) for code in row.successors.split())
            ahead.extend(reversed([next_ for next_ in taking if next_]))
    return tuple(_region(row, year) for row in found)


def _rows_of(region: Region) -> list[Row]:
    """
    Return the rows of a place's code and name, in the order of years.
    """
    rows = map(Row.read, lines_by_code().get(region.code or "none", ()))
    return [row for row in rows if row.name == region.name]


def _fold(name: str) -> str:
    from fazhi.text import fold  # noqa: PLC0415  (only a name in traditional script needs it)

    return fold(name).folded


def _find(name: str, year: int | None) -> tuple[Region, ...]:
    rows = _rows(name)
    found = [row for row in rows if row.holds(year)]
    if year is None:
        found += sorted((r for r in rows if r not in found), key=lambda r: r.last, reverse=True)
    elif not found:
        nearest = min((row.distance(year) for row in rows), default=0)
        found = [row for row in rows if row.distance(year) == nearest]
    return tuple(dict.fromkeys(_region(row, year) for row in found))


def _before_its_code(name: str, year: int | None) -> tuple[Region, ...]:
    """
    Return a zone that became a division only after *year* (两江新区).
    """
    rows = named(name) if year and name in ZONES else ()
    return _zone(name, name, year) if rows and all(int(r.first) > (year or 0) for r in rows) else ()


def _standing(name: str, year: int | None) -> tuple[Region, ...]:
    """
    Return the places of that name in *year*, or now; only if there are none, former ones.
    """
    rows = _rows(name)
    return tuple(dict.fromkeys(_region(r, year) for r in rows if r.holds(year))) or _find(
        name, year
    )


@lru_cache(maxsize=4096)
def _rows(name: str) -> tuple[Row, ...]:
    """
    Return the rows of all years that *name* can mean, parents in front allowed.
    """
    rows = alone(name)
    if rows:
        return tuple(sorted(rows, key=lambda r: (_rank(r), r.name != name, r.code)))
    for cut in range(2, len(name) - 1):
        children = alone(name[cut:])
        parents = _rows(name[:cut]) if children else ()
        inside = [c for c in children if any(c.holds_in(p) for p in parents)]
        if inside:
            return tuple(inside)
    return ()


def _rank(row: Row) -> int:
    return ("nation", "province", "prefecture", "county").index(row.level())


def _region(row: Row, year: int | None) -> Region:
    return Region(name=row.name, code=row.code or None, level=row.level(), path=_path(row, year))


def _path(row: Row, year: int | None) -> tuple[str, ...]:
    path = [row.name]
    for stem, zeros in ((4, "00"), (2, "0000")):
        code = row.code[:stem] + zeros
        parents = parents_by_code().get(code, ()) if row.code and code != row.code else ()
        if parents and row.level() != "nation":
            alive = [p for p in parents if p.holds(year or int(row.last or 0) or None)]
            path.insert(0, (alive or parents)[-1].name)
    return tuple(dict.fromkeys(path))


def _beside_the_table(name: str, year: int | None) -> tuple[Region, ...]:
    division = DIVISION.match(name)
    if division and division.end() < len(name):
        return find_region(name[division.end() :], year)
    if division:
        path = ("新疆生产建设兵团", division[1])
        return (Region(name=division[1], code=None, level="prefecture", path=path),)
    if zone := next((zone for zone in ZONES if name.endswith(zone)), None):
        return _zone(name, zone, year)
    if TOWN.fullmatch(name):
        return _placed(name, "township", year)
    return _placed(name, "county", year) if ZONE.fullmatch(name) else ()


def _zone(name: str, zone: str, year: int | None) -> tuple[Region, ...]:
    """
    Return a zone of `ZONES`, under what stands before it or where it lies.
    """
    parents = _standing(name.removesuffix(zone) or ZONES[zone], year)
    return tuple(
        Region(name=zone, code=None, level="county", path=(*parent.path, zone))
        for parent in parents[:1]
    )


def _placed(name: str, level: Level, year: int | None) -> tuple[Region, ...]:
    """
    Return a place that no table lists, under the parents written in front of it.
    """
    for cut in range(len(name) - 2, 1, -1):
        parents = _standing(name[:cut], year)
        if parents:
            # 昆明高新区 bears its city's name; 惠州市大亚湾开发区 only stands behind it.
            spelled = any(named(name[start:cut]) for start in range(cut - 1))
            own = name[cut:] if spelled else name
            if level == "township" and not spelled:
                continue
            return tuple(
                Region(name=own, code=None, level=level, path=(*p.path, own)) for p in parents
            )
    return (Region(name=name, code=None, level=level, path=(name,)),)
