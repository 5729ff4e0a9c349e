"""
cn2an: reads a string that is a numeral.

It finds nothing in a text (``cn2an.transform`` rewrites it and gives no offsets). The strings that
it is given are found here, the widest runs of signs that it knows; what it refuses is no item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import version

import cn2an  # type: ignore[import-not-found]
from _serve import Item, Reading, serve


NUMERAL = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?[十百千万亿萬億]{0,3}|[\d.零〇一二两三四五六七八九十百千万亿萬億]+"
)


def read(text: str) -> Reading:
    """
    Return every numeral that is understood.
    """
    return Reading(list(items(text)))


def items(text: str) -> Iterator[Item]:
    """
    Yield the numerals, without separators of thousands, which are refused.
    """
    for match in NUMERAL.finditer(text):
        try:
            value = cn2an.cn2an(match[0].replace(",", ""), "smart")
        except ValueError:
            continue
        yield Item(match.start(), match.end(), str(value))


if __name__ == "__main__":
    serve(version("cn2an"), ("items",), read)
