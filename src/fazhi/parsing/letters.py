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
_SENT = lazy(r"现将?[^\n]{0,160}(?:报|上|送|审阅|审议)[^\n]{0,12}[。!]")
_SIGNED = lazy(rf"[^。,;:]{{2,40}}{BODY_NOUN}")
_DAY = lazy(HAN_DAY)


def covering_letter(text: str, start: int, rules: Rules) -> tuple[list[Row], int]:
    """
    Return the rows of a letter with the title below it, and where the body starts behind them.

    No rows where no letter with signature and day stands before a title.
    """
    lines = [
        Span(*line)
        for line in islice(lines_of(text, start, min(len(text), start + _REACH)), _LINES)
    ]
    if not any(_SENT.search(text, *line) for line in lines[:2]):
        return [], start
    for i, line in enumerate(lines[:-1]):
        if opens_item(text[line.slice()]):
            break
        if i and _DAY.fullmatch(text, *line) and _SIGNED.fullmatch(text, *lines[i - 1]):
            for size in range(1, _TITLE_LINES + 1):
                titles = lines[i + 1 : i + 1 + size]
                words = "".join(text[title.slice()] for title in titles)
                if titles and kind_of(words, rules) == "title":
                    return [
                        *(Row("navigation", said) for said in lines[: i - 1]),
                        Row("author", lines[i - 1]),
                        Row("date", line),
                        *(Row("title", title) for title in titles),
                    ], titles[-1].end
            break
    return [], start
