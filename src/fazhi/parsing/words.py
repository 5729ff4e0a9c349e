"""
Words of a table, wherever they start in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from fazhi.text.patterns import any_of, lazy


def anywhere(words: Iterable[str]) -> re.Pattern[str]:
    """
    Return a pattern that matches the first character of each of *words*, inside of another as well.
    """
    kept = tuple(words)
    first = "".join(sorted({word[0] for word in kept}))
    # The class in front makes the search quick; what it passes over is looked at again.
    return lazy(f"[{first}](?<=(?={any_of(kept)})(?s:.))")


def places(pattern: re.Pattern[str], folded: str, start: int, end: int) -> list[int]:
    """
    Return where the words of a pattern made by `anywhere` start in the range, the last first.
    """
    found = [match.start() for match in pattern.finditer(folded, start, end)]
    found.reverse()
    return found
