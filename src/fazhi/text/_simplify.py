"""
Traditional to simplified characters, one for one, by the dictionary of opencc-python-reimplemented.

The dictionary's files are read; its package is never imported.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

from fazhi.errors import ReadError
from fazhi.text._width import width_table
from fazhi.text._words import own_words


# A character that other words alone reread: where it stands in the word, the word, its folded form.
Entry = tuple[int, str, str]

_PLANE: Final = 0x10000
_BEYOND: Final = re.compile("[\U00010000-\U0010ffff]")


class Simplifier(NamedTuple):
    """
    What traditional text is folded with.

    Attributes:
        table: What each character of the Basic Multilingual Plane becomes, width included.
        beyond: The same for characters beyond it.
        triggers: Finds the characters whose reading hangs on their neighbours.
        entries: Words by the two characters at their trigger, longest first.
    """

    table: list[int]
    beyond: dict[int, int]
    triggers: re.Pattern[str]
    entries: dict[str, tuple[Entry, ...]]

    def convert(self, text: str) -> str:
        """
        Return *text* in simplified, half-width characters; the length stays.
        """
        folded = text.translate(self.table)
        if _BEYOND.search(folded):
            folded = folded.translate(self.beyond)

        return self._reread(text, folded)

    def _reread(self, text: str, folded: str) -> str:
        """
        Replace in *folded* the words of *text* that no single character decides.
        """
        pieces: list[str] = []
        done = 0
        for found in self.triggers.finditer(text):
            at = found.start()
            start, word, reading = self._word_at(text, at, done)
            if word:
                pieces += folded[done:start], reading
                done = start + len(word)
        pieces.append(folded[done:])

        return "".join(pieces)

    def _word_at(self, text: str, at: int, done: int) -> tuple[int, str, str]:
        """
        Return start, characters and reading of the longest word with its trigger at *at*.
        """
        before = self.entries.get(text[at - 1 : at + 1], ()) if at else ()
        after = self.entries.get(text[at : at + 2], ())
        best = (at, "", "")
        for offset, word, reading in (*before, *after):
            start = at - offset
            if start >= done and len(word) > len(best[1]) and text.startswith(word, start):
                best = (start, word, reading)

        return best


@lru_cache(maxsize=1)
def simplifier() -> Simplifier:
    """
    Return the simplifier, made from the dictionary at the first call.

    Raises:
        ReadError: If the dictionary is not installed, or an entry would change a text's length.
    """
    own = own_words()
    widths = width_table()
    chars = {**_dictionary("TSCharacters"), **{k: v for k, v in own.items() if len(k) == 1}}
    words = {**_dictionary("TSPhrases"), **{k: v for k, v in own.items() if len(k) > 1}}
    table = list(range(_PLANE))
    for char, narrow in widths.items():
        table[ord(char)] = ord(chars.get(narrow, narrow))
    for char, simple in chars.items():
        if ord(char) < _PLANE:
            table[ord(char)] = ord(simple)
    beyond = {ord(char): ord(simple) for char, simple in chars.items() if ord(char) >= _PLANE}
    triggers, entries = _entries(words, chars)

    return Simplifier(table, beyond, triggers, entries)


def _dictionary(name: str) -> dict[str, str]:
    """
    Read one file of the dictionary; of several readings the first counts.
    """
    spec = find_spec("opencc")
    path = Path((spec and spec.origin) or "opencc").with_name("dictionary") / f"{name}.txt"
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        message = "needs the dictionary of opencc-python-reimplemented; no other opencc has it"
        raise ReadError(path.name, message) from error
    entries = {}
    for line in lines:
        written, _, readings = line.strip().partition("\t")
        entries[written] = simple = readings.split(" ", 1)[0]
        if len(simple) != len(written):
            raise ReadError(path.name, f"{written!r} and {simple!r} differ in length")

    return entries


def _entries(
    words: dict[str, str], chars: dict[str, str]
) -> tuple[re.Pattern[str], dict[str, tuple[Entry, ...]]]:
    """
    Sort the words that their single characters would misread by the pair at the first of them.
    """
    found: dict[str, list[Entry]] = defaultdict(list)
    triggers = set()
    for word, reading in words.items():
        simple = "".join(chars.get(char, char) for char in word)
        at = next((i for i, char in enumerate(simple) if char != reading[i]), None)
        if at is None:
            continue
        triggers.add(word[at])
        found[word[at - 1 : at + 1] if at else word[:2]].append((at, word, reading))
    pattern = re.compile(f"[{''.join(sorted(triggers))}]")

    return pattern, {pair: tuple(entries) for pair, entries in found.items()}
