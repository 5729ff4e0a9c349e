"""
What a line or a clause starts with: markers, by the styles of numbering in use.

The core's styles are a table (`fazhi.formats.numbering`); a format may forbid
some of them and add its own as `fazhi.model.Marker` rows.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from fazhi.formats.numbering import SHIFTED, STYLES, Style, signs
from fazhi.model import Format


# Characters without width, bullets, and "??" for lost blanks may stand before a marker.
VEILS = frozenset("?\ufffd□■◆●▪•·*#\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
LONGEST_VEIL = 12
FIRSTS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 99}
# Families whose items may stand at the start of a line only in company or with a reason.
WEAK = frozenset({"ordinal", "among", "first", "arabic", "arabic-half", "say"})
# 一,主要做法: counts where 二, stands elsewhere.
COMMA_WRONG = "comma-wrong"
# 1.1 and 1.1.1 count within a chapter, and only at the start of a line.
DECIMAL = frozenset({"decimal", "decimal-third"})


class Mark(NamedTuple):
    """
    A marker in the text.

    Attributes:
        start: Offset of its first character.
        end: Offset past its last character, the delimiter included.
        family: Family of its style.
        rank: Rank of its style.
        number: Its value.
        style: Name of its style.
    """

    start: int
    end: int
    family: str
    rank: int
    number: int
    style: str


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    digits = " 一二三四五六七八九"
    return (("" if tens == 1 else digits[tens]) + "十" if tens else "") + (
        digits[ones] if ones else ""
    )


def _numbers() -> dict[str, int]:
    table = {_han(n): n for n in range(1, 100)}
    table |= {f"一{_han(n)}": n for n in range(10, 20)}
    table |= {f"{n:02d}": n for n in range(100)} | {str(n): n for n in range(100)}
    for first, size in (
        ("①", 20),
        ("⑴", 20),
        ("⒈", 20),
        ("㈠", 10),
        ("❶", 10),
        ("➀", 10),
        ("Ⅰ", 10),
    ):
        table |= {sign: n for n, sign in enumerate(signs((first, size)), 1)}
    table |= {sign: n for n, sign in enumerate("壹贰叁肆伍陆柒捌玖拾", 1)} | {"参": 3}
    table |= dict(zip(SHIFTED, (1, 2, 3, 4, 5, 7, 8, 9, 10), strict=True))
    table |= {
        sign: n
        for n, sign in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"], 1)
    }
    return table | FIRSTS


NUMBERS = _numbers()


class Grammar:
    """
    The numbering styles in use, asked by the first character of what may be a marker.
    """

    def __init__(self, styles: tuple[Style, ...], own: tuple[Style, ...] = ()) -> None:
        """
        Sort the core's *styles*, and compile a format's *own*, which are tried first everywhere.
        """
        self._own = tuple((re.compile(style.pattern), style) for style in own)
        by_first: dict[str, list[Style]] = {}
        for style in styles:
            for first in style.firsts:
                by_first.setdefault(first, []).append(style)
        self._styles = {first: tuple(rows) for first, rows in by_first.items()}
        self._patterns: dict[str, re.Pattern[str]] = {}

    def read(self, text: str, start: int, end: int) -> Mark | None:
        """
        Read the marker at an offset.

        Args:
            text: Folded text.
            start: Where the marker would stand.
            end: Where the line ends.
        """
        if self._own:
            found = self.match(text, start, end)
            if found is None:
                return None
            style, written, stop = found
        else:  # what `match` does, without a detour
            first = text[start : start + 1]
            pattern = self._patterns.get(first) or self._pattern(first)
            match = pattern.match(text, start, end) if pattern else None
            if match is None or match.lastindex is None:
                return None
            written, stop = match[match.lastindex], match.end()
            style = self._styles[first][match.lastindex - 1]
        number = NUMBERS.get(written)
        if number is None:
            return None
        return Mark(start, stop, style.family, style.rank, number, style.name)

    def match(self, text: str, start: int, end: int) -> tuple[Style, str, int] | None:
        """
        Return style, number as written and end of the marker at an offset, whatever its number.
        """
        for own, style in self._own:
            if match := own.match(text, start, end):
                return style, match["number"], match.end()
        first = text[start : start + 1]
        pattern = self._patterns.get(first) or self._pattern(first)
        match = pattern.match(text, start, end) if pattern else None
        group = match and match.lastindex
        if not match or not group:
            return None
        return self._styles[first][group - 1], match[group], match.end()

    def _pattern(self, first: str) -> re.Pattern[str] | None:
        """
        Compile the styles that start with a character, when the first of them may stand somewhere.
        """
        styles = self._styles.get(first)
        if styles is None:
            return None
        self._patterns[first] = pattern = _joined(styles)
        return pattern


@lru_cache(maxsize=256)
def _joined(styles: tuple[Style, ...]) -> re.Pattern[str]:
    """
    Compile styles as one pattern with one group each.
    """
    return re.compile("|".join(style.pattern.replace("?P<number>", "") for style in styles))


@lru_cache(maxsize=64)
def grammar(format: Format) -> Grammar:  # noqa: A002
    """
    Compile the styles of a format: its own before the core's, without those it forbids.
    """
    own = tuple(
        Style(row.name, row.name, 6, "", row.pattern, row.examples) for row in format.markers
    )
    return Grammar(tuple(row for row in STYLES if row.name not in format.forbidden), own)


_CORE = Grammar(STYLES)
_IN_RUNNING_TEXT = frozenset({"ordinal", "among", "first"})


def opens_item(line: str) -> bool:
    """
    Whether a folded line starts with a marker that belongs to a body.
    """
    found = _CORE.match(line, skip_veil(line, 0, len(line)), len(line))
    return found is not None and found[0].family not in _IN_RUNNING_TEXT


def skip_veil(text: str, start: int, end: int) -> int:
    """
    Return where a marker would start that stands behind bullets or damage.
    """
    stop = min(end, start + LONGEST_VEIL)
    while start < stop and (text[start] in VEILS or text[start].isspace()):
        start += 1
    return start
