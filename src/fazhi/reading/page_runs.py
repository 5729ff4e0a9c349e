"""
Characters with their boxes → runs that no wide gap parts; nothing here needs PDFium.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple


class Glyph(NamedTuple):
    """
    A character, or some that follow each other evenly, and their box in points.

    Attributes:
        text: The characters.
        left: Left edge, from the left edge of the page.
        bottom: Lower edge, from the lower edge of the page.
        right: Right edge.
        top: Upper edge.
        em: Size of the characters.
        number: Of the first, on its page.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    em: float
    number: int


class Run(NamedTuple):
    """
    Characters that follow each other on one line without a wide gap.

    Attributes:
        text: The characters.
        left: Where the first starts.
        right: Where the last ends.
        middle: Height of the line's middle.
        em: Size of its characters.
    """

    text: str
    left: float
    right: float
    middle: float
    em: float


class Sheet(NamedTuple):
    """
    All runs of a page that are written in one direction, turned upright.

    Attributes:
        page: Number of the page, from 1.
        width: Width of the page as turned, in points.
        runs: The runs in the order of the file.
    """

    page: int
    width: float
    runs: list[Run]


BLANKS = " \t\u00a0\u3000"
WIDE = "\u2e80"  # characters behind it are as wide as high,
PRIVATE = "\ue000"  # and from here on some are
GAP = 0.8  # of an em: the widest gap inside a run; justified lines have up to 0.4
LEVEL = 0.45  # of an em: how far the middles of two characters of a line may differ
SAME = 0.13  # of an em: nearer, the same character was drawn twice to look bold


def is_wide(text: str) -> bool:
    """
    Return whether the first character of *text* is as wide as high.
    """
    return WIDE < text < PRIVATE or "\ufe30" < text < "\uff60"


def turned_back(glyph: Glyph, quarter: int) -> Glyph:
    """
    Return *glyph* as it stands when the page is turned back by so many quarters.
    """
    left, bottom, right, top = glyph[1:5]
    for _ in range(quarter):
        left, bottom, right, top = bottom, -right, top, -left
    return glyph._replace(left=left, bottom=bottom, right=right, top=top)


def runs_of(found: Iterable[Glyph], upright: Callable[[Glyph], bool]) -> Iterator[Run]:
    """
    Gather *glyphs* to runs.

    Args:
        glyphs: In the order of the file.
        upright: Asked at the first of each run, whether it is written upright.
    """
    run: list[Glyph] = []
    blanks: list[Glyph] = []  # between the last glyph and this
    for glyph in found:
        if glyph.text in BLANKS:
            blanks.append(glyph)
            continue
        if run and _follows(run[-1], blanks, glyph):
            if _is_twin(run[-1], glyph):
                continue
            if blank := _blank(run[-1], blanks, glyph):
                run.append(run[-1]._replace(text=blank))
        else:
            if run:
                yield _run(run)
            run = []
            if not upright(glyph):
                continue
        run.append(glyph)
        blanks.clear()
    if run:
        yield _run(run)


def _follows(last: Glyph, blanks: list[Glyph], glyph: Glyph) -> bool:
    """
    Return whether *glyph* goes on behind *last* without a wide gap.
    """
    if _is_tied(last, glyph):
        return True
    em = max(last.em, glyph.em)
    if abs(glyph.bottom + glyph.top - last.bottom - last.top) > 2 * LEVEL * em:
        return False
    gap = glyph.left - max((blank.right for blank in blanks), default=last.right)
    return gap < GAP * em and glyph.left - last.right > -0.5 * em


def _is_tied(last: Glyph, glyph: Glyph) -> bool:
    """
    Return whether one sign of the font stands for both characters, such as a long dash.
    """
    return glyph[1:5] == last[1:5] and glyph.number == last.number + 1


def _is_twin(last: Glyph, glyph: Glyph) -> bool:
    """
    Return whether *glyph* is *last* drawn once more, to look bold.
    """
    near = min(SAME * glyph.em, (glyph.right - glyph.left) / 2)
    return glyph.text == last.text and glyph.left - last.left < near and not _is_tied(last, glyph)


def _blank(last: Glyph, blanks: list[Glyph], glyph: Glyph) -> str:
    """
    Return the blank that stands between two glyphs: one of the file, or between Latin words also
    one that PDFium put in.
    """
    kept = [blank.text for blank in blanks if blank.right > blank.left]
    if kept:
        return "\u3000" if "\u3000" in kept else " "
    return " " if blanks and _is_latin(last.text[-1]) and _is_latin(glyph.text[0]) else ""


def _is_latin(char: str) -> bool:
    return "0" <= char < "\u0250"


def _run(glyphs: list[Glyph]) -> Run:
    ems = sorted(g.em for g in glyphs if is_wide(g.text)) or sorted(g.em for g in glyphs)
    middle = glyphs[len(glyphs) // 2]
    return Run(
        text="".join([glyph.text for glyph in glyphs]),
        left=glyphs[0].left,
        right=glyphs[-1].right,
        middle=(middle.bottom + middle.top) / 2,
        em=ems[len(ems) // 2],
    )
