"""
Folding: a text in simplified, half-width characters, one for one, so that offsets never move.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice
from typing import Final

from fazhi.model import Anchor, Document, FrozenDict
from fazhi.text._signs import SIGNS
from fazhi.text._simplify import simplifier
from fazhi.text._width import width_table


# One traditional character in so many makes a text traditional: real ones have one in four, and
# simplified reports that quote a title or write a name have a handful in thousands.
_RARE: Final = 50

# Straight quotation marks in a pair on one line.
_STRAIGHT: Final = re.compile(r'"([^"\n]*)"')
# Lines with two such marks or more that open, or that close, alone (“三项制度“).
_ONE_SIDED: Final = re.compile(r"(?m)^[^“”\n]*+(?:“[^“”\n]*+){2,}$|^[^“”\n]*+(?:”[^“”\n]*+){2,}$")
_PAIR: Final = re.compile(r"[“”]([^“”]*)[“”]")

# Titles of documents between signs for less and more.
_ANGLES: Final = re.compile(r"<([一-鿿“][^<>\n]{0,80}[一-鿿”)）])>")
_LONGEST_TITLE: Final = 80
_DOUBLE_ANGLES: Final = re.compile(r"<<([一-鿿“][^<>\n]{1,80}[一-鿿”)）])>>")

# Dots behind words that end sentences where a text has next to no 。 (one in so many characters).
_DOT: Final = re.compile(
    r"\.(?<=[一-鿿)”》%]\.)(?<![一二三四五六七八九十]\.)(?<![一二三四五六七八九十]\)\.)(?=[一-鿿“(《\s]|\Z)"
)
_SPARSE: Final = 200
_LEAST_DOTS: Final = 3

# What nearly every report holds: replaced outright, which is quicker than to look for it first.
_COMMON: Final = "，（）：；！？％．０１２３４５６７８９\u3000"


def fold(
    text: str,
    source: Mapping[str, str | float] | None = None,
    anchors: tuple[Anchor, ...] = (),
) -> Document:
    """
    Pair *text* with its folded form; both share all offsets.

    The folded form has simplified characters (by the dictionary of OpenCC and words of the field:
    著力 is 着力, 覆議 复议, 於 于), half-width ASCII (（１） is (1)), spaces for all other blanks
    and for invisible characters, ``\\n`` for all line breaks (in ``\\r\\n`` the first becomes a
    space), ``-`` for short dashes (– − ‐), ``—`` for long ones (― ─), ``~`` for ～ 〜, ``·`` for
    dots at middle height, 〔〕 for ﹝﹞, 《》 for ≪≫, 〇 for ○, “” for straight quotation marks in a
    pair on one line (also where all of a line's open or close), 。 for dots that end sentences where
    a text hardly has another mark for it, 《》 for < and > or << and >> around
    a title (〈〉 inside of another), and whole characters for the radicals that PDF files give in
    their place. Brackets and quotation marks of Chinese, 、 and 。 stay as they are. In a simplified
    text 乾 後 於 and the like stay too, since they are parts of
    names there.

    >>> fold("（一）受理行政覆議１２件").folded
    '(一)受理行政复议12件'

    Args:
        text: Any text, also a blank or a damaged one.
        source: What is known of where it came from.
        anchors: Where its parts stand in the file, in text order.

    Returns:
        The document; its script is ``"hant"`` where at least one character in fifty is one that
        only traditional script has.

    Raises:
        ReadError: If the text has traditional characters and the dictionary is not installed.
    """
    table, odd = _odd()
    enough = len(text) // _RARE + 1
    hits = [hit[0] for hit in islice(odd.finditer(text), enough)]
    if len(hits) == enough and any(char in table for char in hits):
        hits = odd.findall(text)
    signs = [char for char in hits if char not in table]
    is_hant = len(signs) >= enough
    unbroken = text.replace("\r\n", " \n").replace("\r", "\n")
    if is_hant:
        folded = simplifier().convert(unbroken)
    else:
        folded = unbroken
        # Each round rids the text of one character, so there are few rounds however long it is.
        for char in (*_COMMON, *(char for char in dict.fromkeys(hits) if char in table)):
            folded = folded.replace(char, table[char])
        simple = simplifier().table if signs else []
        for char in dict.fromkeys(signs):
            folded = folded.replace(char, chr(simple[ord(char)]))
    if '"' in folded:
        folded = _STRAIGHT.sub(r"“\1”", folded)
    if folded.count("“") != folded.count("”"):
        folded = _ONE_SIDED.sub(_paired, folded)
    if "<" in folded:
        folded = _ANGLES.sub(_titled, _DOUBLE_ANGLES.sub(r" 《\1》 ", folded))
    if (stops := folded.count("。")) <= len(folded) // _SPARSE:
        dotted, dots = _DOT.subn("。", folded)
        folded = dotted if dots >= max(_LEAST_DOTS, stops) else folded

    return Document(
        text=text,
        folded=folded,
        script="hant" if is_hant else "hans",
        source=FrozenDict(source or {}),
        anchors=anchors,
    )


def _paired(match: re.Match[str]) -> str:
    """
    Return a line with its quotation marks in pairs.
    """
    return _PAIR.sub(r"“\1”", match[0])


def _titled(match: re.Match[str]) -> str:
    """
    Return a title in signs for less and more with the marks of a title, those of one inside of
    another where that is open.
    """
    before = match.string[max(0, match.start() - _LONGEST_TITLE) : match.start()]
    inside = before.rfind("《") > before.rfind("》")
    return f"〈{match[1]}〉" if inside else f"《{match[1]}》"


@lru_cache(maxsize=1)
def _odd() -> tuple[dict[str, str], re.Pattern[str]]:
    """
    Return what each character becomes for its width or form, and the pattern of odd characters.

    Odd are those that are seldom seen, and those that only traditional script has: of most
    reports no other question need be asked.
    """
    table = width_table()
    rare = "".join(re.escape(char) for char in table if char not in _COMMON)

    return table, re.compile(f"[{rare}{SIGNS}]")
