"""
What an article is called.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from fazhi.reading.html_content import Page
from fazhi.reading.html_markup import words_of
from fazhi.text import fold


class Title(NamedTuple):
    """
    The title of an article.

    Attributes:
        text: Its words.
        element: Where they stand: a line of the page, or ``<title>`` or ``<meta>``.
    """

    text: str
    element: etree._Element | None


# How far above an article its title is looked for, and how many of its lines may hold it.
ABOVE = 60
HEAD = 8
SHORTEST = 6

# A title and the site's name in <title>; a dash between years is none.
_JOINT = re.compile(r"\s+[-–—|]\s+|[_|｜»]|(?<!\d)\s*(?:--|[-－–])\s*(?!\d)")
_GENRE = re.compile("报告|情况|总结|汇报|意见|法治|依法行政|方案|要点|通知|公告|公示|规划")
_SITE = re.compile(
    "(?:门户网站|政府网站?|官网|信息网|首页|政府信息公开|公开平台|公开网|中国[\u4e00-\u9fff]{2,4})$"
)
_NOT_WORDS = re.compile(r"[\W_]+")


def title(page: Page, lines: list[int], root: etree._Element, named: str | None) -> Title | None:
    """
    Find the title of an article.

    Args:
        page: The page.
        lines: The numbers of the article's lines.
        root: The page's root.
        named: What ``<meta>`` calls it.

    Returns:
        The title as it stands on the page where it does, else as ``<meta>`` or ``<title>`` gives
        it; None where nothing but the site's name is given.
    """
    element = next(root.iter("title"), None)
    given = named or _without_site(words_of(element) if element is not None else "")
    seen = _seen(page, lines, squash(given or ""))
    if seen is not None:
        return seen
    if given is None or len(squash(given)) < SHORTEST:
        return None
    meta = next(
        (m for m in root.iter("meta") if (m.get("name") or "").lower() == "articletitle"), None
    )
    return Title(given, meta if named and meta is not None else element)


def starts_with(texts: list[str], title: str) -> bool:
    """
    Return whether the lines *texts* start with *title*, in one line or over several.
    """
    words = squash(title.rstrip("…. "))
    return bool(words) and words in squash("".join(texts[:HEAD]))


def squash(text: str) -> str:
    """
    Return the letters and digits of *text*, folded: titles are written with any blanks and marks.
    """
    return _NOT_WORDS.sub("", fold(text).folded)


def _seen(page: Page, lines: list[int], given: str) -> Title | None:
    """
    Return the line above the article that is *given*, or else the nearest heading.
    """
    start = lines[0] if lines else 0
    above = page.lines[max(0, start - ABOVE) : start]
    for line in reversed(above):
        if SHORTEST <= len(given) <= len(line.text) < 120 and squash(line.text) == given:
            return Title(line.text, line.element)
    if given and len(given) >= SHORTEST and starts_with([page.lines[n].text for n in lines], given):
        return None
    for line in reversed(above):
        words = squash(line.text)
        if (
            line.titled
            and SHORTEST <= len(words) < 90
            and not line.is_link
            and "\t" not in line.text
        ):
            return None if _SITE.search(words) else Title(line.text, line.element)
    return None


def _without_site(text: str) -> str | None:
    parts = [part.strip() for part in _JOINT.split(" ".join(text.split())) if part and part.strip()]
    if not parts:
        return None
    whole = [part for part in parts if not _SITE.search(squash(part))]
    if not whole:
        return None
    return max(whole, key=lambda part: (bool(_GENRE.search(fold(part).folded)), len(part)))
