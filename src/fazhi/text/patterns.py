"""
Patterns: compiled when they are needed, and many words as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, cast


# One Chinese character. A range of all of them takes five times as long to compile.
HAN: Final = r"[^\W\dA-Za-z_〇]"


class _Lazy:
    """
    Stands for a pattern, and hands on its methods once one of them is asked for.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        # A class that has this method is slower to ask for any attribute.
        self.__class__ = _Compiled  # type: ignore[assignment]
        return getattr(compiled, name)


class _Compiled:
    """
    What stood for a pattern, with the methods of the pattern.
    """


def lazy(pattern: str) -> re.Pattern[str]:
    """
    Return what behaves like a compiled *pattern* and is compiled at its first use.

    A report asks for two thirds of all patterns, and compiling one costs as
    much as using it on ten pages.

    >>> lazy("[省市县]").sub("", "昆明市")
    '昆明'
    """
    return cast("re.Pattern[str]", _Lazy(pattern))


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
