"""
What stands on a page of a PDF file, asked of PDFium: characters with their boxes.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from fazhi.reading.page_runs import (
    BLANKS,
    LEVEL,
    WIDE,
    Glyph,
    Run,
    Sheet,
    is_wide,
    runs_of,
    turned_back,
)


SLANT = 0.05  # of a quarter turn that a line may rise or fall
LEAST = 0.1  # points: the size of a character without size
SIDE = 20_000.0  # points: more than PDF allows a page
IMAGES = (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM)
OBJECTS = 500  # looked at on a page; a scan has one, or some stripes
COVER = 0.4  # of the page: an image that is larger is the page

_QUARTER = math.pi / 2
_PIECE = re.compile(rf"[^{BLANKS}\r\n]+|[{BLANKS}]")


def sheets(page: Any, text: Any, count: int, number: int) -> list[Sheet]:
    """
    Return the runs of a page, by the direction of the writing, most text first.

    Args:
        page: An open page of PDFium.
        text: Its text.
        count: Number of characters of *text*.
        number: Number of the page, from 1.
    """
    box = _page_box(page)
    turned: dict[int, list[Glyph]] = {}

    def upright(glyph: Glyph) -> bool:
        if len(glyph.text) > 1:  # they were found to be on one level
            return True
        turns = pdfium.FPDFText_GetCharAngle(text, glyph.number) / _QUARTER
        quarter = -round(turns) % 4  # to the left; PDFium counts to the right
        if abs(turns - round(turns)) > SLANT:
            return False  # a watermark, not part of what the page says
        if quarter:
            turned.setdefault(quarter, []).append(turned_back(glyph, quarter))
        return not quarter

    runs = [run for run in runs_of(_glyphs(text, count), upright) if _inside(run, box)]
    width, height = (min(SIDE, box[2] - box[0]), min(SIDE, box[3] - box[1]))
    found = [Sheet(number, width, runs)]
    for quarter, glyphs in turned.items():
        wide = width if quarter == 2 else height
        runs = [run for run in runs_of(glyphs, lambda _: True) if abs(run.middle) < SIDE]
        found.append(Sheet(number, wide, runs))
    return sorted(found, key=lambda sheet: -sum(len(run.text) for run in sheet.runs))


def _inside(run: Run, box: tuple[float, float, float, float]) -> bool:
    left, bottom, right, top = box
    return left <= (run.left + run.right) / 2 <= right and bottom <= run.middle <= top


def _glyphs(text: Any, count: int) -> Iterator[Glyph]:
    """
    Give what stands on a page, in the order of the file.

    Asking for a box is slow, so where the first and the last character of a piece tell where
    those between them are, these are not asked for.
    """
    rect = pdfium.FS_RECTF()
    pointer = ctypes.byref(rect)
    chars = _characters(text, count)

    def boxed(index: int) -> Glyph:
        pdfium.FPDFText_GetLooseCharBox(text, index, pointer)
        char, left, right, high = chars[index], rect.left, rect.right, rect.top - rect.bottom
        # A Chinese character is as wide as high; Latin letters tell by their height.
        em = right - left if is_wide(char) else high
        return Glyph(char, left, rect.bottom, right, rect.top, max(em, LEAST), index)

    for match in _PIECE.finditer(chars):
        start, end = match.span()
        first = boxed(start)
        if end - start == 1:
            yield first
            continue
        last = boxed(end - 1)
        if _is_even(match[0], first, last):
            em = first.em if is_wide(first.text) else last.em
            yield first._replace(text=match[0], right=last.right, em=em)
            continue
        yield first
        yield from map(boxed, range(start + 1, end - 1))
        yield last


def _is_even(piece: str, first: Glyph, last: Glyph) -> bool:
    """
    Return whether *piece* is as wide as its characters are, on one level: nothing drawn twice,
    turned or far apart.
    """
    em = max(first.em, last.em)
    wide = sum(map(WIDE.__lt__, piece))
    narrow = len(piece) - wide
    # Letters that are drawn twice are less than half as wide as usual.
    least = 0.92 * wide + (0.25 if wide else 0.38) * narrow
    return (
        least < (last.right - first.left) / em < 1.4 * wide + 0.9 * narrow
        and abs(first.bottom + first.top - last.bottom - last.top) < 2 * LEVEL * em
    )


def _characters(text: Any, count: int) -> str:
    """
    Return the characters of a page, one for each box.
    """
    buffer = (ctypes.c_ushort * (count + 1))()
    size = pdfium.FPDFText_GetText(text, 0, count, buffer) - 1
    chars = bytes(buffer)[: 2 * size].decode("utf-16-le", "replace")
    if len(chars) == count:
        return chars
    # Some have no character, others are two units of UTF-16: ask for each.
    codes = [pdfium.FPDFText_GetUnicode(text, index) for index in range(count)]
    return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)


def covered(page: Any) -> bool:
    """
    Return whether images cover the page, as those of a scan do.
    """
    left, bottom, right, top = _page_box(page)
    area = (right - left) * (top - bottom)
    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(min(pdfium.FPDFPage_CountObjects(page), OBJECTS)):
        part = pdfium.FPDFPage_GetObject(page, index)
        # A form is a box of further objects; some scanners put the image into one.
        if pdfium.FPDFPageObj_GetType(part) in IMAGES:
            pdfium.FPDFPageObj_GetBounds(part, *edges)
            left, bottom, right, top = (edge.value for edge in edges)
            area -= (right - left) * (top - bottom) / COVER
    return area < 0


def _page_box(page: Any) -> tuple[float, float, float, float]:
    rect = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, rect)
    return rect.left, rect.bottom, rect.right, rect.top
