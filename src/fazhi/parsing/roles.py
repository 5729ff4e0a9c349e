"""
What role a heading or the opening of a paragraph names.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from fazhi.formats.headings import OPENINGS, PLAIN_HEADINGS, TITLES
from fazhi.model import Format, RoleRow, Span
from fazhi.model.nodes import Role
from fazhi.parsing.nesting import Head
from fazhi.text.patterns import lazy


_SHORTFALL = lazy(
    r"不够|不足|不强|不高|不到位|有待|滞后|薄弱|欠缺|缺乏|短板|差距|[还仍亟]需|尚未|不全|不平衡|不均|不畅|不深|不严|不实"
    r"|不规范|不完善|不健全|不及时|不明显|不多|较弱|较低|较少|问题|困难|弱化|不尽|不力|不齐|不清"
)
_INTENT = lazy(
    r"^(?:下一?步|要|将|进一步|继续|加强|强化|深化|推进|提升|提高|完善|健全|加大|加快|持续|着力|全面|严格|落实|压实|优化|坚持|深入"
    r"|突出|聚焦|规范|创新|开展|推动|扎实|切实|做好|夯实|筑牢|狠抓|抓)"
)
_LATER = lazy(r"(20\d\d) ?年")
# A report on the work of the government bears the year that it is given in.
_GIVEN = lazy("(?<!法治)政府工作报告")
# The first words of such a report, which may stand without title.
_DELIVERED = lazy("代表[^。\n]{0,20}(?:政府|国务院)[^。\n]{0,10}向[^。\n]{0,30}(?:报告|提出)")
_REVIEWED = lazy(r"(20\d\d) ?年.{0,8}回顾")
_OWN_WORK = lazy(r"20\d\d ?年度?的?(?:主要|重点)?工作\Z")
_WORK = lazy(r"工作|任务|重点|举措|计划|目标|方向|打算")

# The name of a part of the report is no longer.
LONGEST_PLAIN = 24

Rows = tuple[tuple[Role, "re.Pattern[str]"], ...]


def _compiled(rows: tuple[RoleRow, ...]) -> Rows:
    return tuple((row.role, lazy(row.pattern)) for row in rows)


_PLAIN = lazy("|".join(f"(?P<r{i}>{row.pattern})" for i, row in enumerate(PLAIN_HEADINGS)))
# Roles of topical chapters where nothing but the content tells the genre.
_UNTITLED: dict[str, Role] = {"plan": "plans", "deliberation_opinion": "recommendations"}
_OPENINGS = _compiled(OPENINGS)
_TITLES = _compiled(TITLES)


@lru_cache(maxsize=64)
def _rows(format: Format) -> Rows:  # noqa: A002
    return _compiled(format.roles)


def _first(rows: Rows, words: str) -> Role | None:
    for role, pattern in rows:
        if pattern.search(words):
            return role
    return None


class Genre(NamedTuple):
    """
    What the title says of the whole report.

    Attributes:
        year: Year that it reports on; None where nothing says it.
        role: Role of a topical chapter.
        given: Whether it is a report on the work of the government: its topical chapters behind
            the plans are plans.
    """

    year: int | None
    role: Role
    given: bool = False


def genre(text: str, titles: list[Span], start: int, kind: str = "") -> Genre:
    """
    Read year and genre from the title, the year else from the first sentence.

    Args:
        text: Folded text.
        titles: Where the lines of the title stand.
        start: Where the body starts.
        kind: The genre of the format that was chosen; counts where no title tells one.
    """
    places = [text[span.slice()] for span in titles]
    opening = text[start : start + 200]
    given = any(map(_GIVEN.search, places)) or bool(_DELIVERED.search(opening))
    role = _first(_TITLES, places[-1]) if places else _UNTITLED.get(kind)
    for words in [*places, opening]:
        found = _LATER.search(words)
        if found:
            early = words in places and _GIVEN.search(words) is not None
            return Genre(int(found.group(1)) - early, role or "achievements", given)
    reviewed = _REVIEWED.search(text, start, start + 3000) if given else None
    return Genre(int(reviewed[1]) if reviewed else None, role or "achievements", given)


def topical_role(words: str, about: Genre, before: Role | None) -> Role:
    """
    Decide for a chapter whose heading names no role.

    Args:
        words: Its heading.
        about: What the title says of the whole report.
        before: Role of the chapter before it.
    """
    goes_on = about.given and before == "plans"
    return "plans" if goes_on or is_later(words, about.year) else about.role


@lru_cache(maxsize=2048)
def heading_role(title: str, format: Format) -> Role | None:  # noqa: A002
    """
    Read the role that a heading names; None for a topical one.
    """
    return _first(_rows(format), "".join(title[:120].split()))


@lru_cache(maxsize=2048)
def plain_role(line: str, about: Genre | None = None) -> Role | None:
    """
    Read the role of a line that is nothing but the name of a part (存在的主要问题).

    2019年主要工作 is told in the report on 2019, and planned in one on an earlier year.
    """
    match = _PLAIN.match("".join(line[:LONGEST_PLAIN].split()).rstrip(":。"))
    if match is None or match.lastgroup is None:
        return None
    role = PLAIN_HEADINGS[int(match.lastgroup[1:])].role
    if role == "plans" and about and about.year and _OWN_WORK.match(line):
        told = about.role == "achievements" and line.startswith(str(about.year))
        return "achievements" if told else role
    return role


def opening_role(paragraph: str) -> Role | None:
    """
    Read the role that the first sentence of an unnumbered paragraph opens.
    """
    return _first(_OPENINGS, paragraph[:200].partition("。")[0].partition(";")[0])


def is_later(title: str, year: int | None) -> bool:
    """
    Whether a heading speaks of the work of a year after the report's.
    """
    found = _LATER.search(title[:40])
    return bool(year and found and int(found.group(1)) > year and _WORK.search(title[:40]))


def is_mixed(title: str, format: Format) -> bool:  # noqa: A002
    """
    Whether a heading names problems and what is planned about them (存在问题及下一步打算).
    """
    roles = {role for role, pattern in _rows(format) if pattern.search(title[:120])}
    return "problems" in roles and bool(roles & {"plans", "recommendations"})


def own_role(words: str, before: Role) -> Role:
    """
    Decide for one item under a mixed heading by its own words.

    Args:
        words: Title and opening of the item.
        before: Role of the item before it.
    """
    if _SHORTFALL.search(words):
        return "problems"
    return "plans" if before == "plans" or _INTENT.match(words) else before


def assign_roles(text: str, heads: list[Head], about: Genre, format: Format) -> None:  # noqa: A002
    """
    Set the role of every heading: its own, else its parent's.

    Args:
        text: Folded text.
        heads: Headings in text order, with levels; those of the top level may have a role already.
        about: What the title says of the whole report.
        format: Gives the words of headings.
    """
    path: list[tuple[Role, bool]] = []
    before: Role = "problems"
    top: Role | None = None
    for head in heads:
        del path[head.level - 1 :]
        mixed = False
        words = text[head.title_start : head.title_end]
        if not path:
            top = head.role = (
                head.role or heading_role(words, format) or topical_role(words, about, top)
            )
            mixed = head.role == "problems" and is_mixed(words, format)
            before = "problems"
        else:
            role, mixed = path[-1]
            own = plain_role(words, about) if len(words) <= LONGEST_PLAIN else None
            if own is None and role == "other":
                own = heading_role(words, format)
            if own is None and mixed:
                own = before = own_role(words, before)
            elif own is not None:
                mixed = False
            head.role = own or role
        path.append((head.role, mixed))
