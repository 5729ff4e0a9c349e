"""
Styles of numbering, and what a line or a clause starts with.

The core's styles are a table; a format may forbid some of them and add its own
as `fazhi.model.Marker` rows.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from attrs import frozen

from fazhi.model import Format


_HAN = "[一二三四五六七八九十]{1,3}"
# "一、二审" and "一、二、三" are numbers, not markers.
_NO_LIST = r"(?![一二三四五六七八九十]+(?:[、至到]|[级类季审届线期等档]))"


@frozen(kw_only=True)
class Style:
    """
    A style of numbering in the core's grammar.

    Attributes:
        name: Name by which a format forbids it.
        family: Styles of one family are one numbering, written in different ways.
        rank: Place in the usual order of numberings, 0 the widest.
        pattern: Regular expression with the group ``number``, on folded text.
        examples: Lines that start with it.
    """

    name: str
    family: str
    rank: int
    pattern: str
    examples: tuple[str, ...]


def _style(name: str, family: str, rank: int, pattern: str, *examples: str) -> Style:
    return Style(name=name, family=family, rank=rank, pattern=pattern, examples=examples)


STYLES: tuple[Style, ...] = (
    _style("part", "part", 0, rf"第(?P<number>{_HAN})部分[、:.,]?", "第一部分 工作情况"),
    _style("chapter", "chapter", 1, rf"第(?P<number>{_HAN})章[、:.]?", "第一章 总体情况"),
    _style("article", "article", 2, rf"第(?P<number>{_HAN})节[、:.]?", "第二节 主要成效"),
    _style(
        "comma", "comma", 3, rf"(?P<number>{_HAN})\s{{0,2}}[、.:]{_NO_LIST}",
        "一、工作成效", "三.推进行政决策", "一: 主要做法", "一 、主要做法",
    ),
    _style(
        "paren", "paren", 4, rf"[(\[〔【]\s?(?P<number>{_HAN})\s?[)\]〕】][、.:,]?",
        "(一)工作成效", "( 二 )依法决策", "(三)、规范执法",
    ),
    _style("paren-sign", "paren", 4, r"(?P<number>[㈠-㈩])[、.]?", "㈠工作成效"),
    _style("paren-lost", "paren", 4, rf"(?P<number>{_HAN})[)〕】][、.]?", "一)工作成效"),
    _style("paren-open", "paren", 4, rf"\((?P<number>{_HAN})(?=[、.\s])[、.]?", "(一、工作成效"),
    _style(
        "arabic", "arabic", 5, r"(?P<number>\d{1,2})\s?[.、](?:(?!\s?\d)|(?=\s?(?:19|20)\d\d年))",
        "1.简政放权", "2、依法决策", "3. 2023年工作",
    ),
    _style("arabic-sign", "arabic", 5, r"(?P<number>[⒈-⒛])", "⒈简政放权"),
    _style("arabic-half", "arabic-half", 6, r"(?P<number>\d{1,2})\)[、.]?", "1)简政放权"),
    _style(
        "arabic-paren", "arabic-paren", 7, r"\(\s?(?P<number>\d{1,2})\s?\)[、.]?",
        "(1)简政放权", "( 2 )依法决策",
    ),
    _style("arabic-paren-sign", "arabic-paren", 7, r"(?P<number>[⑴-⒇])", "⑴简政放权"),
    _style("circled", "circled", 8, r"(?P<number>[①-⑳❶-❿➀-➉])", "①简政放权"),
    _style(
        "say", "say", 9, rf"(?P<number>{_HAN})(?:是|要(?![素件点求义务]))",
        "一是加强领导", "二要提高认识",
    ),
    _style(
        "ordinal", "ordinal", 10, rf"第(?P<number>{_HAN})(?:[,、:]|是|要(?!务))",
        "第一,加强领导", "第二、规范执法", "第三是强化监督",
    ),
    _style("among", "among", 10, rf"其(?P<number>{_HAN})(?:[,、:]|是)", "其一,加强领导", "其二是监督"),
    _style(
        "first", "first", 10, r"(?P<number>首先|其次|再次|再者|最后)(?:[,、:]|是|要)",
        "首先,加强领导", "其次,规范执法", "最后,强化监督",
    ),
)  # fmt: skip

# Characters that a marker of the core can start with.
_FIRST = frozenset("一二三四五六七八九十0123456789(〔【[第首其再最") | frozenset(
    map(chr, [*range(0x2460, 0x249C), *range(0x2776, 0x278A), *range(0x3220, 0x322A)])
)
# Characters without width, bullets, and "??" for lost blanks may stand before a marker.
VEIL = re.compile(r"[\s\u200b-\u200f\u2060\ufeff?\ufffd□■◆●▪•·*#]{0,12}")
FIRSTS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 99}
# Families whose items may stand at the start of a line only in company or with a reason.
WEAK = frozenset({"ordinal", "among", "first", "arabic", "arabic-half", "say"})


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
    for first, size in (("①", 20), ("⑴", 20), ("⒈", 20), ("㈠", 10), ("❶", 10), ("➀", 10)):
        table |= {chr(ord(first) + n): n + 1 for n in range(size)}
    return table | FIRSTS


NUMBERS = _numbers()


class Grammar:
    """
    The numbering styles in use, as one compiled pattern.

    Attributes:
        pattern: Alternation of all styles, each a named group.
        styles: Group name → style.
    """

    def __init__(self, styles: tuple[Style, ...], *, own: bool = False) -> None:
        self._own = own
        self.styles = {f"s{i}": style for i, style in enumerate(styles)}
        self.pattern = re.compile(
            "|".join(
                f"(?P<{group}>{style.pattern.replace('(?P<number>', f'(?P<n{group}>')})"
                for group, style in self.styles.items()
            )
        )

    def may_open(self, character: str) -> bool:
        """
        Whether a marker can start with a character; a quick test before `read`.
        """
        return self._own or character in _FIRST

    def read(self, text: str, start: int, end: int) -> Mark | None:
        """
        Read the marker at an offset.

        Args:
            text: Folded text.
            start: Where the marker would stand.
            end: Where the line ends.
        """
        match = self.pattern.match(text, start, end)
        if match is None or match.lastgroup is None:
            return None
        group = match.lastgroup
        number = NUMBERS.get(match.group("n" + group))
        if number is None:
            return None
        style = self.styles[group]
        return Mark(start, match.end(), style.family, style.rank, number, style.name)


@lru_cache(maxsize=64)
def grammar(format: Format) -> Grammar:  # noqa: A002
    """
    Compile the styles of a format: its own before the core's, without those it forbids.
    """
    own = tuple(_style(row.name, row.name, 6, row.pattern, *row.examples) for row in format.markers)
    core = tuple(row for row in STYLES if row.name not in format.forbidden)
    return Grammar(own + core, own=bool(own))


_OPENS = re.compile(
    "|".join(
        f"(?:{style.pattern.replace('?P<number>', '?:')})"
        for style in STYLES
        if style.family not in ("ordinal", "among", "first")
    )
)


def opens_item(line: str) -> bool:
    """
    Whether a folded line starts with a marker that belongs to a body.
    """
    return _OPENS.match(line, skip_veil(line, 0, len(line))) is not None


def skip_veil(text: str, start: int, end: int) -> int:
    """
    Return where a marker would start that stands behind bullets or damage.
    """
    match = VEIL.match(text, start, end)
    return match.end() if match else start
