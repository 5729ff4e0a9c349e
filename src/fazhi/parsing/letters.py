"""
The letter that a report is sent with, above the report itself.
"""

from __future__ import annotations

from itertools import islice

from fazhi.formats.lines import BODY_NOUN, HAN_DAY
from fazhi.model import Span
from fazhi.parsing.drafts import Row
from fazhi.parsing.markers import opens_item
from fazhi.parsing.row_kinds import Rules, kind_of, lines_of
from fazhi.text.patterns import lazy


# A letter is a few lines of this reach; the title below it may be torn over two.
_REACH, _LINES, _TITLE_LINES = 900, 8, 2
_SENT = lazy(
    r"现将?[^\n]{0,160}(?:(?:报|上|送|审阅|审议)[^\n]{0,12}|(?:印|下|转)发给?[^\n]{0,200})[。!]"
)
_SIGNED = lazy(rf"[^。,;:]{{2,40}}{BODY_NOUN}")
_DAY = lazy(HAN_DAY)
_OPEN_TO_ALL = lazy(r"\(?(?:此件|本件|此文)[^()\n]{2,12}\)?")


def covering_letter(text: str, start: int, rules: Rules) -> tuple[list[Row], int]:
    """
    Return the rows of a letter with the title below it, and where the body starts behind them.

    No rows where no letter with signature and day stands before a title.
    """
    reach = min(len(text), start + _REACH)
    lines = [Span(*line) for line in islice(lines_of(text, start, reach), _LINES)]
    if not any(_SENT.search(text, *line) for line in lines[:2]):
        return [], start
    aside = [line for line in lines if _OPEN_TO_ALL.fullmatch(text, *line)]
    lines = [line for line in lines if line not in aside]
    for i, line in enumerate(lines[:-1]):
        if opens_item(text[line.slice()]):
            break
        if i and _DAY.fullmatch(text, *line) and _SIGNED.fullmatch(text, *lines[i - 1]):
            titles = _titles_below(text, lines[i + 1 :], rules)
            if not titles:
                break
            rows = [
                *(Row("navigation", said) for said in (*lines[: i - 1], *aside)),
                Row("author", lines[i - 1]),
                Row("date", line),
                *(Row("title", title) for title in titles),
            ]
            end = titles[-1].end
            return sorted((r for r in rows if r.span.end <= end), key=_place), end
    return [], start


def _titles_below(text: str, lines: list[Span], rules: Rules) -> list[Span]:
    """
    Return the first one or two *lines* if they are a title.
    """
    for size in range(1, _TITLE_LINES + 1):
        words = "".join(text[title.slice()] for title in lines[:size])
        if words and kind_of(words, rules) == "title":
            return lines[:size]
    return []


def _place(row: Row) -> int:
    return row.span.start
