"""
Which rare characters stand in a text and where quotations open, found once for all rules on words.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from fazhi.model.audit import Examined
from fazhi.text.patterns import lazy


# Each is missing from most reports, and stands in a word that some rule looks for.
_RARE: Final = frozenset(
    "侨刑松坏补辅镜X×桥填射颂姓帐没枫班栽肋○某融记郊节署竟载妨被惟廷双卓淮励惯恶往犯凋此账园*_切既义纪"
    "负覆述份特向复"
)
_QUOTES: Final = '“「『"'
_PATTERN = lazy(f"[{''.join(sorted(_RARE))}]")


def rare_signs(examined: Examined) -> frozenset[str]:
    """
    Return those of the rare characters that stand in the text, looked for once.
    """
    shared = vars(examined)
    found: frozenset[str] | None = shared.get("_rare_signs")
    if found is None:
        found = shared["_rare_signs"] = frozenset(_PATTERN.findall(examined.document.folded))
    return found


def quotations(examined: Examined) -> list[int]:
    """
    Return where quotations open, looked for once.
    """
    shared = vars(examined)
    found: list[int] | None = shared.get("_quotations")
    if found is None:
        folded, found = examined.document.folded, []
        for mark in _QUOTES:
            place = folded.find(mark)
            while place >= 0:
                found.append(place)
                place = folded.find(mark, place + 1)
        found.sort()
        shared["_quotations"] = found
    return found


class Words:
    """
    Words that are seldom there, each with its rare characters.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """
        Take the words.
        """
        self._rows = tuple((word, _RARE.intersection(word)) for word in words)

    def within(self, examined: Examined) -> list[str]:
        """
        Return the words that stand in the folded text, in their order.
        """
        folded, there = examined.document.folded, rare_signs(examined)
        return [word for word, signs in self._rows if signs <= there and word in folded]
