"""
Many words as one pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping


def any_of(words: Iterable[str] | Mapping[str, str]) -> str:
    """
    Return a pattern that matches the longest of *words*, in time that does not grow with their number.

    Words that begin alike share that beginning, so that at most one branch a
    character is tried.

    Args:
        words: Literal words; or a mapping of words to patterns that must not follow them.

    >>> import re
    >>> re.match(any_of(["件", "件次", "人"]), "件次")[0]
    '件次'
    """
    unless = words if isinstance(words, Mapping) else dict.fromkeys(words, "")
    return _branches(unless)


def _branches(words: Mapping[str, str]) -> str:
    heads: dict[str, dict[str, str]] = {}
    for word, unless in words.items():
        if word:
            heads.setdefault(word[0], {})[word[1:]] = unless
    branches = [re.escape(head) + _branches(rest) for head, rest in heads.items()]
    if "" in words:
        branches.append(f"(?!{words['']})" if words[""] else "")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
