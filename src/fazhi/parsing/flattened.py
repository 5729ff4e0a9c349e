"""
Lines that a page ran together: what blanks still part at its head and its end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from fazhi.model.format import LineKind
from fazhi.parsing.markers import opens_item
from fazhi.text.patterns import lazy


# No line around a body is longer, nor one that holds a sentence.
LONGEST_ROW, LONGEST_SAID = 240, 100
# So far from the outer end of a line its former lines are looked for, and so
# many words may make one.
REACH = 900
MOST_WORDS = 8

# The path of a page is one word.
_WORD = lazy(r"\S+(?:\s+[>»›→]{1,2}\s+\S+)*")
_SAID = lazy(r"[^\s。]{20,}。")
_SENTENCE_END = lazy(r"[。!?;][”’』」)]?(?=\s)")
# What a word ends with that an addressee goes on behind, and words that start no title.
_LISTED = lazy(r"\S*[、,]")
_NOT_OF_TITLE = lazy(r"\W+|\S*文件|正文|首页|详情|内容")
_BODY = re.compile("[,。;!?]")
# Kinds that no sentence of a body looks like.
_SURE = frozenset({"title", "session", "addressee"})

Kind = Callable[[str], LineKind | None]
Piece = tuple[int, int]


def ran_together(text: str, begin: int, end: int) -> bool:
    """
    Whether a line is too long to stand around a body.
    """
    size = end - begin
    return size > LONGEST_ROW or (size > LONGEST_SAID and text.find("。", begin, end) >= 0)


def parted_head(text: str, begin: int, end: int, kind: Kind) -> Iterator[Piece]:
    """
    Part the former lines of a head from the body that follows them on one line.

    Args:
        text: The folded text.
        begin: Where the line starts.
        end: Where it ends.
        kind: Says what kind a line around the body is, or None.

    Returns:
        The lines as they may have been, and the rest of the line; the line
        itself where no title, session or addressee shows that there were more.
    """
    reach = min(end, begin + REACH)
    if _SAID.match(text, begin, reach):  # what most bodies begin with
        yield begin, end
        return
    words = [match.span() for match in _WORD.finditer(text, begin, reach)]
    pieces: list[Piece] = []
    kept = at = 0
    known = True  # whether all since the last sure piece is
    while at < len(words):
        size, found = _shortest(text, words[at : at + MOST_WORDS], kind)
        if found in _SURE and (apart := _apart(text, words[at : at + size], found)):
            size, found = apart, kind(text[words[at][0] : words[at + apart - 1][1]])
        if found is None and _is_body(text[slice(*words[at])]):
            kept = len(pieces) if kept and known else kept
            break
        pieces.append((words[at][0], words[at + size - 1][1]))
        at += size
        known = found is not None and known
        if found in _SURE:
            kept, known = len(pieces), True
    if at == len(words) and reach < end:  # no body within reach
        kept = 0
    yield from pieces[:kept]
    if rest := [*pieces[kept:], *words[at:]]:
        yield rest[0][0], end


def parted_tail(text: str, begin: int, end: int, kind: Kind) -> Iterator[Piece]:
    """
    Part the former lines of a tail from the body that stands before them on one line.

    Takes what `parted_head` does, and returns the pieces from the last to the first.
    """
    if text[end - 1] == "。":  # what most bodies end with
        yield begin, end
        return
    *_, edge = begin, *(m.end() for m in _SENTENCE_END.finditer(text, max(begin, end - REACH), end))
    words = [match.span() for match in _WORD.finditer(text, edge, end)] if edge > begin else []
    pieces: list[Piece] = []
    while words:
        for size in range(1, min(MOST_WORDS, len(words)) + 1):
            piece = words[-size][0], words[-1][1]
            if kind(text[slice(*piece)]):
                break
        else:
            size, piece = 1, words[-1]
        pieces.append(piece)
        del words[-size:]
    yield from pieces
    yield begin, edge if pieces else end


def _shortest(text: str, words: list[Piece], kind: Kind) -> tuple[int, LineKind | None]:
    """
    Return how many words make the shortest line that is known, and its kind.
    """
    for size, (_, end) in enumerate(words, 1):
        if found := kind(text[words[0][0] : end]):
            return size, found
    return 1, None


def _apart(text: str, words: list[Piece], found: LineKind) -> int:
    """
    Return how many of the words that make a line are a line of their own before it.
    """
    whole = _LISTED if found == "addressee" else _NOT_OF_TITLE
    before = [bool(whole.fullmatch(text, *word)) for word in words[:-1]]
    if found == "addressee":
        return max((i for i, listed in enumerate(before, 1) if not listed), default=0)
    return len(before) - before[::-1].index(True) if True in before else 0


def _is_body(word: str) -> bool:
    return _BODY.search(word) is not None or opens_item(word)
