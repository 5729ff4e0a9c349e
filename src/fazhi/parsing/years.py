"""
The year that a report is about.
"""

from __future__ import annotations

import re

from fazhi.model import Document, Span
from fazhi.model.nodes import Kind
from fazhi.text.patterns import lazy


_YEAR = lazy(
    "(?<![0-9〇○零一二三四五六七八九-])(?P<year>(?:19|20)[0-9]{2}|二[〇○零]{1,2}[〇○零一二三四五六七八九]{1,2})[ ]{0,2}年"
    "(?![ ]{0,2}[0-9一二三四五六七八九十]{1,2}[ ]{0,2}月)"
)
_BARE = lazy("(?<![0-9])(?P<year>20[0-9]{2})(?![0-9])")
_MARKED = lazy("《[^《》]{0,80}》|[(][^()\n]{0,60}[)]")
_ASKED = lazy(
    "(?:报送|上报|总结|做好|关于)[^《》]{0,12}(?P<year>20[0-9]{2}) ?年[^《》]{0,40}(?:总结|报告|情况|工作)[^《》]{0,10}》"
)
_REVIEW = lazy(
    "(?P<year>20[0-9]{2}) ?年(?:度)?(?:主要)?(?:工作回顾|工作情况|工作总结|主要(?:工作|举措|做法|措施))"
)
# 二、2024年政府工作的建议
_PLANNED = lazy("(?:(?m:^)|(?<=[。!?]))[ ]{0,8}[一二三四五]、对? ?(?P<year>20[0-9]{2}) ?年")
_THIS_YEAR = lazy("今年以来|今年,")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
OPENING = 700


def read_year(
    document: Document,
    title: tuple[Span, ...],
    body: Span,
    kind: Kind,
    date: tuple[str, Span | None] | None,
) -> tuple[int, Span | None] | None:
    """
    Return the year reported on (for a plan the year planned) and where it was read.

    Asked in order: the title, the opening sentences without what stands in 《》 (not of a report on
    the work of the government), the notice that asked for the report, a heading (2023年工作回顾),
    and the date: a report dated January to April is on the year before, unless it says 今年以来.

    Args:
        document: The report.
        title: Lines of its title.
        body: Its body.
        kind: Its kind; a title's last year counts for a plan, else the first.
        date: Date of signature, session or publication, ISO, and its span; None for the span
            where only the file says it.
    """
    folded = document.folded
    opening = (body.start, min(body.end, body.start + OPENING))
    given = int(date[0][:4]) if date else 0
    if found := _in_title(folded, title, kind, date):
        return found
    tells = kind == "government_work_report"  # it opens with what was in many years
    if tells and (match := _REVIEW.search(folded, *body) or _PLANNED.search(folded, *body)):
        return _value(match)
    if not tells and (found := _in_opening(folded, *opening, given)):
        return found
    for pattern, reach in ((_ASKED, opening[1]), (_REVIEW, min(body.end, body.start + 3000))):
        if match := pattern.search(folded, body.start, reach):
            return _value(match)
    if date is None:
        return _in_opening(folded, *opening, given) if tells else None
    year, month = int(date[0][:4]), int(date[0][5:7])
    ended = month <= 4 and kind != "plan" and not _THIS_YEAR.search(folded, *opening)
    return year - ended, date[1]


def _value(match: re.Match[str]) -> tuple[int, Span]:
    return int(match["year"].translate(_DIGITS)), Span(*match.span("year"))


def _in_title(
    folded: str, title: tuple[Span, ...], kind: Kind, date: object
) -> tuple[int, Span] | None:
    found = [m for span in title for m in _YEAR.finditer(folded, *span)]
    found = found or [m for span in title for m in _BARE.finditer(folded, *span)]
    found = [m for m in found if len(m["year"]) == 4]
    found = [m for m in found if not folded.startswith("以来", m.end())] or found[
        : 0 if date else 1
    ]
    if not found:
        return None
    return _value(found[-1 if kind == "plan" else 0])


def _in_opening(folded: str, start: int, end: int, given: int) -> tuple[int, Span] | None:
    # Titles of plans and laws hold years of their own; blanked out, offsets stay.
    text = _MARKED.sub(lambda m: " " * len(m[0]), folded[start:end])
    since: tuple[int, Span] | None = None
    for match in _YEAR.finditer(text):
        if len(match["year"]) == 4:
            year, (first, last) = _value(match)
            found = year, Span(start + first, start + last)
            if not text.startswith("以来", match.end()):
                if since is None or year > since[0]:
                    return found
            elif not given:
                since = since or found  # unless a later year is told
            elif year + 1 >= given:
                return found  # 2018年以来 in a report given in 2021 opens a longer time
    return since
