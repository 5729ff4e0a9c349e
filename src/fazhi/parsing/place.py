"""
The place that a report is about, by what the report says of itself.

Evidence is asked in order and the first that names a place decides: title,
session line, signature, letterhead, opening sentences, the publisher in an
index table, own documents, the source that the page gives. Places that the body
merely mentions are never counted, nor are other lines of the page that hosts the text.
"""

from __future__ import annotations

from functools import lru_cache

from attrs import evolve

from fazhi.knowledge.naming import mentions
from fazhi.knowledge.regions import find_region
from fazhi.model import Document, Note, Region
from fazhi.parsing.clues import CLUES
from fazhi.parsing.located import Place
from fazhi.parsing.views import HEAD, TAIL, Clue, View, view_of
from fazhi.text.patterns import lazy


__all__ = ["Place", "place"]

NATION = Region(name="中华人民共和国", code="100000", level="department", path=("中华人民共和国",))

# The government of the whole country; all other organs of the nation are departments.
_STATE = "国务院"

# A report that names no year is read with the places of this one.
YEAR_UNKNOWN = 2024

# Not the end of a plan's years, and not a date.
_YEAR = lazy("(?<![0-9—~-])(20[0-9]{2}) ?年(?! ?[0-9]{1,2} ?月)")
_DATED = lazy("(20[0-9]{2}) ?年")
# Also: 现将2023年度某市教育局法治政府建设情况报告如下.
_DEPARTMENT_SELF = lazy(
    r"我[局厅委署]|本[局厅]|[,。;\s]局党[组委]|全局上下"
    r"|现将[^,。]{0,14}?[省市州县区旗盟][^,。;:、委]{1,12}?(?:局|厅|委员会|委)(?:关于|推进)?(?:20\d\d年度?)?(?:法治|依法)[^,。]{0,24}如下"
)
# 2024年,区教育局认真学习…
_DEPARTMENT_OPENS = lazy(
    r"\s*(?:20\d\d年度?(?:以来)?,|今年以来,|一年来,)?[省市州县区旗盟](?!直|级|属|域)[^,。;:、委政人]{1,12}?(?:局|厅|委员会|委)"
    "(?=[坚认深全始紧严以积切高立围按贯牢持扎在结聚依主不将把进推突履着锚])"
)


def place(document: Document) -> Place:
    """
    Return the place that the report in *document* is about, with its evidence.
    """
    view = view_of(document.folded)
    year = _year(view)
    for clues in CLUES:
        for clue in clues(view):
            found = _resolve(clue, view, year)
            if found:
                return found
    return Place()


def _year(view: View) -> int | None:
    """
    Return the year whose places are meant: that of a title, else the first that the head names.
    """
    titles = (_YEAR.search(view.folded, *view.head[index]) for index in view.titles)
    year = next(filter(None, titles), None)
    year = year or _YEAR.search(view.folded, 0, HEAD) or _DATED.search(view.folded, 0, HEAD)
    return int(year[1]) if year else None


def _resolve(clue: Clue, view: View, year: int | None) -> Place | None:
    if not clue.names:
        whole = view.folded[clue.span.slice()] == _STATE
        return Place(evolve(NATION, level="nation") if whole else NATION, (clue.span,))
    found = _candidates("".join(clue.names), year) or _candidates(clue.names[-1], year)
    if not found:
        return None
    region, notes = _narrow(found, clue, view)
    if region.level == "township" and len(region.path) == 1:
        region = _with_county(region, view, year)
    if _on_own_work(clue, view, region):
        region = evolve(region, level="department")
    return Place(region, (clue.span,), notes)


@lru_cache(maxsize=1024)
def _candidates(name: str, year: int | None) -> tuple[Region, ...]:
    """
    Return the places of that name of the highest level that stood in *year*.
    """
    found = find_region(name, year or YEAR_UNKNOWN)
    best: dict[tuple[str, ...], Region] = {}
    for region in found:
        if region.level == found[0].level and region.name == found[0].name:
            best.setdefault(region.path, region)
    return tuple(best.values())


def _narrow(found: tuple[Region, ...], clue: Clue, view: View) -> tuple[Region, tuple[Note, ...]]:
    """
    Choose the place whose parents the document names; without code where it names none or several.
    """
    if len(found) == 1:
        return found[0], ()
    for text in (view.folded[:2500] + view.folded[-600:], view.folded):
        scores = [_parents_named(region, text) for region in found]
        if scores.count(max(scores)) == 1:
            return found[scores.index(max(scores))], ()
    names = ", ".join(f"{''.join(r.path)} ({r.code})" for r in found)
    note = Note(code="region.ambiguous", message=f"may be any of {names}", span=clue.span)
    return evolve(found[0], code=None, path=(found[0].name,)), (note,)


def _parents_named(region: Region, text: str) -> int:
    score = 0
    for weight, parent in enumerate(region.path[:-1], 1):
        stem = parent[: 3 if parent.startswith(("内蒙古", "黑龙江")) else 2]
        score += 2 * weight * (parent in text) or weight * (stem in text)
    return score


def _with_county(town: Region, view: View, year: int | None) -> Region:
    """
    Put a township under the one county that head and tail name.
    """
    head = view.folded[:HEAD] + "\n" + view.folded[-TAIL:]
    named = {name for _, _, name in mentions(head)}
    counties = {
        c[0] for n in named if len(c := _candidates(n, year)) == 1 and c[0].level == "county"
    }
    if len(counties) != 1:
        return town
    return evolve(town, path=(*counties.pop().path, town.name))


def _on_own_work(clue: Clue, view: View, region: Region) -> bool:
    if clue.department is not None:
        return clue.department
    if region.level == "township":
        return False
    opening = view.folded[view.body : view.body + 600]
    return bool(_DEPARTMENT_OPENS.match(opening) or _DEPARTMENT_SELF.search(opening))
