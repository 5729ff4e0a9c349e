"""
Folding: a text in simplified, half-width characters, one for one, so that offsets never move.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice
from typing import Final

from fazhi.model import Document, FrozenDict
from fazhi.text._signs import SIGNS
from fazhi.text._simplify import simplifier
from fazhi.text._width import width_table


# One traditional character in so many makes a text traditional: real ones have one in four, and
# simplified reports that quote a title or write a name have a handful in thousands.
_RARE: Final = 50

# What nearly every report holds: replaced outright, which is quicker than to look for it first.
_COMMON: Final = "，（）：；！？％．０１２３４５６７８９\u3000"


def fold(text: str, source: Mapping[str, str | float] | None = None) -> Document:
    """
    Pair *text* with its folded form; both share all offsets.

    The folded form has simplified characters (by the dictionary of OpenCC and words of the field:
    著力 is 着力, 覆議 复议, 於 于), half-width ASCII (（１） is (1)), spaces for all other blanks
    and for invisible characters, ``\\n`` for all line breaks (in ``\\r\\n`` the first becomes a
    space), ``-`` for short dashes (– − ‐), ``—`` for long ones (― ─), ``~`` for ～ 〜, ``·`` for
    dots at middle height, 〔〕 for ﹝﹞, 《》 for ≪≫, 〇 for ○, and whole characters for the
    radicals that PDF files give in their place. Brackets and quotation marks of Chinese, 、 and 。
    stay as they are. In a simplified text 乾 後 於 and the like stay too, since they are parts of
    names there.

    >>> fold("（一）受理行政覆議１２件").folded
    '(一)受理行政复议12件'

    Args:
        text: Any text, also a blank or a damaged one.
        source: What is known of where it came from.

    Returns:
        The document; its script is ``"hant"`` where at least one character in fifty is one that
        only traditional script has.

    Raises:
        ReadError: If the text has traditional characters and the dictionary is not installed.
    """
    signs = _signs()
    enough = len(text) // _RARE + 1
    hits = [hit[0] for hit in islice(signs.finditer(text), enough)]
    unbroken = text.replace("\r\n", " \n").replace("\r", "\n")
    if len(hits) == enough:
        folded = simplifier().convert(unbroken)
    else:
        folded = _narrow(unbroken)
        table = simplifier().table if hits else []
        for char in dict.fromkeys(hits):
            folded = folded.replace(char, chr(table[ord(char)]))

    return Document(
        text=text,
        folded=folded,
        script="hant" if len(hits) == enough else "hans",
        source=FrozenDict(source or {}),
    )


def _narrow(text: str) -> str:
    """
    Fold widths and forms alone.
    """
    table, rare = _widths()
    for char in _COMMON:
        text = text.replace(char, table[char])
    # Each round rids the text of one character, so there are few rounds however long it is.
    found = rare.search(text)
    while found:
        text = text.replace(found[0], table[found[0]])
        found = rare.search(text, found.end())

    return text


@lru_cache(maxsize=1)
def _signs() -> re.Pattern[str]:
    return re.compile(f"[{SIGNS}]")


@lru_cache(maxsize=1)
def _widths() -> tuple[dict[str, str], re.Pattern[str]]:
    """
    Return what each character becomes, and the pattern of those that are seldom seen.
    """
    table = width_table()
    rare = "".join(re.escape(char) for char in table if char not in _COMMON)

    return table, re.compile(f"[{rare}]")
