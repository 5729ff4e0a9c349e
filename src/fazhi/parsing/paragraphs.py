"""
The paragraphs of a body: lines, joined again where a break tore them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from attrs import define

from fazhi.parsing.markers import COMMA_WRONG, DECIMAL, VEILS, WEAK, Grammar, Mark, skip_veil
from fazhi.text.patterns import lazy


_ENDS = frozenset("。；：！？;:!?”’」》)…")
# No clause ends with these; a heading may end with most words.
_LEANS = frozenset(",、的和与及以对把将为并从由被让使")
_LEANS_IN_HEADING = frozenset(",、和与及")
_PAIRS = (("“", "”"), ("《", "》"), ("(", ")"), ("「", "」"))
_PUNCTUATION = lazy(r"[。;:!?,]")
_DIGITS = lazy(r"\d+")
# A blank behind a sentence, before a marker or behind a heading alone is where a break was.
_LOST_BREAK = lazy(
    r"(?<=[。!?;:”」)])\s+"
    r"|(?:(?<=[。!?]\s)|(?<=[。!?]\s\s))(?![一二三四五六七八九十第其首])[^\s。,;:!?]{6,22}\s+"
    r"|\s(?=[一二三四五六七八九十]{1,3}[、)是]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、]\D"
    r"|首先,|其次,|第[一二三四五六七八九十]{1,2}[章节])"
)
_TWO_CHAPTERS = lazy(
    r"[\s。:](?:一、.{20,}?[\s。;]二、|\(一\).{20,}?[\s。;]\(二\)|1[.、]\D.{20,}?[\s。;]2[.、]\D)"
)
# A line that says nothing but words: a candidate for a heading, or for the rest of one.
SHORT = 22
WRAPPED = 60
WHOLE = 500


class Layout(NamedTuple):
    """
    How the lines of a text are set.

    Attributes:
        width: Width at which it was wrapped, in code points; 0 where it was not.
        torn: Whether lines break off inside of sentences.
    """

    width: int
    torn: bool


@define(slots=True, weakref_slot=False)
class Paragraph:
    """
    A paragraph of the body.

    Attributes:
        start: Offset of its first character that is not blank.
        end: Offset past its last.
        mark: Marker that it starts with.
        breaks: Offsets past the end of each line but the last, where it was joined.
        is_whole: Whether it is most of the body, so that it must hold chapters: the text lost its
            line breaks.
    """

    start: int
    end: int
    mark: Mark | None
    breaks: list[int]
    is_whole: bool = False


def paragraphs(text: str, start: int, end: int, grammar: Grammar) -> list[Paragraph]:
    """
    Split a body into paragraphs.

    Args:
        text: Folded text.
        start: Where the body starts.
        end: Where it ends.
        grammar: Numbering styles in use.
    """
    lines = _lines(text, start, end, grammar)
    _forget_lone_decimals(text, lines)
    _forget_lone_commas(lines)
    layout = Layout(_width(lines), _is_torn(text, lines))
    found: list[Paragraph] = []
    last: Paragraph | None = None
    for i, line in enumerate(lines):
        if last is not None and text[last.end - 1] not in _ENDS:
            after = lines[i + 1] if i + 1 < len(lines) else None
            if _joins(text, last, line, after, layout):
                if not line.is_whole:
                    last.breaks.append(last.end)
                last.end = line.end
                continue
        last = line
        found.append(line)
    return found


def _split(body: str) -> Iterator[tuple[str, int, bool]]:
    """
    Yield each line, the size of the break behind it, and whether it is of a line that was whole.
    """
    most = len(body) // 2
    for line in body.split("\n"):
        if len(line) <= most or not _holds_chapters(line):
            yield line, 1, False
            continue
        *others, last = _former_lines(line)
        for other in others:
            yield other, 0, True
        yield last, 1, True


def _holds_chapters(line: str) -> bool:
    """
    Whether a line that is most of a body must hold chapters: it is long, or two stand in it.
    """
    return len(line) > WHOLE or _TWO_CHAPTERS.search(line) is not None


def _former_lines(line: str) -> list[str]:
    """
    Part a line where a blank shows that a break was lost; joined, the parts are the line.
    """
    edges = [0, *(match.end() for match in _LOST_BREAK.finditer(line)), len(line)]
    return [line[start:end] for start, end in pairwise(edges) if end > start]


def _lines(text: str, start: int, end: int, grammar: Grammar) -> list[Paragraph]:
    found: list[Paragraph] = []
    after = start
    for line, gap, whole in _split(text[start:end]):
        begin = after
        after += len(line) + gap
        words = line.strip()
        if not words:
            continue
        first = words[0]
        if line[0] != first:
            begin += len(line) - len(line.lstrip())
        stop = begin + len(words)
        place = begin
        if first in VEILS:
            place = skip_veil(text, begin, stop - 1)
        found.append(Paragraph(begin, stop, grammar.read(text, place, stop), [], whole))
    return found


def _forget_lone_decimals(text: str, lines: list[Paragraph]) -> None:
    """
    Take back marks such as 3.15 of which no neighbour stands elsewhere (3.14, 3.16): it is a day.

    2.1 is in company of 1.1 as well.
    """
    decimals: dict[tuple[int, ...], list[Paragraph]] = {}
    for line in lines:
        if line.mark is not None and line.mark.family in DECIMAL:
            numbers = map(int, _DIGITS.findall(text, line.mark.start, line.mark.end))
            decimals.setdefault(tuple(numbers), []).append(line)
    for (*over, chapter, number), same in decimals.items():
        beside = {(*over, chapter, number - 1), (*over, chapter, number + 1)}
        if number == 1:
            beside |= {(*over, chapter - 1, 1), (*over, chapter + 1, 1)}
        if beside.isdisjoint(decimals):
            for line in same:
                line.mark = None


def _forget_lone_commas(lines: list[Paragraph]) -> None:
    """
    Take back marks such as 一, of which no neighbour is written so: a torn sentence begins with them.
    """
    marked = [line for line in lines if line.mark is not None and line.mark.style == COMMA_WRONG]
    numbers = {line.mark.number for line in marked if line.mark is not None}
    for line in marked:
        if line.mark is not None and numbers.isdisjoint(
            (line.mark.number - 1, line.mark.number + 1)
        ):
            line.mark = None


def _width(lines: list[Paragraph]) -> int:
    """
    Return the width at which the text was wrapped, or 0 where it was not.
    """
    if len(lines) < 8:
        return 0
    widest = max([line.end - line.start for line in lines])
    if widest > WRAPPED:
        return 0
    full = sum(line.end - line.start >= widest - 4 for line in lines)
    return widest if full * 2 >= len(lines) else 0


def _is_torn(text: str, lines: list[Paragraph]) -> bool:
    """
    Whether lines break off inside of sentences somewhere in the text.
    """
    return any(
        line.mark is None
        and text[last.end - 1] not in _ENDS
        and last.end - last.start > SHORT
        and _PUNCTUATION.search(text, last.start, last.end) is not None
        and text.find("。", line.start, line.end) >= 0
        for last, line in pairwise(lines)
    )


def _joins(
    text: str, last: Paragraph, line: Paragraph, after: Paragraph | None, layout: Layout
) -> bool:
    """
    Whether a line is the rest of the paragraph before it, which has no final mark.
    """
    if line.mark is not None:
        # "第一,位居前列" may be the rest of a torn sentence; a numbering that counts is not.
        torn = line.mark.family == "ordinal" or (
            layout.width and line.mark.family in WEAK and line.mark.number > 1
        )
        return bool(torn) and _is_open(text, last, layout.width)
    return _is_open(text, last, layout.width) or _breaks_heading(text, last, line, after, layout)


def _is_open(text: str, last: Paragraph, width: int) -> bool:
    """
    Whether a paragraph cannot end where it does.
    """
    begin = last.breaks[-1] if last.breaks else last.start
    leans = _LEANS if last.mark is None or last.breaks else _LEANS_IN_HEADING
    if text[last.end - 1] in leans or (width and last.end - begin >= width - 4):
        return True
    tail = text[max(last.start, last.end - 200) : last.end]
    for left, right in _PAIRS:
        if left in tail and tail.rfind(left) > tail.rfind(right):
            return True
    # A clause has run on after another one: what follows is its rest.
    return last.end - begin > SHORT and ("。" in tail or ("," in tail and last.mark is None))


def _breaks_heading(
    text: str, last: Paragraph, line: Paragraph, after: Paragraph | None, layout: Layout
) -> bool:
    """
    Whether a heading without end runs on in a short line of bare words.
    """
    if last.mark is None or last.breaks:
        return False
    words = last.end - last.mark.end
    size = line.end - line.start
    rest = text[line.start : line.end]
    if size > SHORT or _PUNCTUATION.search(rest.removesuffix("。")):
        return False
    if rest.endswith("。"):  # hardly a paragraph, where lines are torn elsewhere
        return layout.torn and words > 8 and (after is None or after.mark is not None)
    long = after is not None and after.end - after.start > 40
    return words >= 14 and size * 2 < words and (long or after is None or after.mark is not None)
