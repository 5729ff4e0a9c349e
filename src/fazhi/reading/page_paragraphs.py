"""
Lines → paragraphs, over the ends of columns and pages, and the text that they make.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from fazhi.model import Anchor
from fazhi.reading.page_frames import Frames
from fazhi.reading.page_lines import Line


# A note at the foot of a page, by its mark.
_NOTE = re.compile(r"[①-⑳❶-❿*＊※]|[\[［〔(（]?\d{1,2}[\]］〕)）]?(?![\d.．、年月%])")
SMALL = 0.9  # of the size of the text: notes are smaller

_MARKER = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]"
    r"|第[一二三四五六七八九十百]{1,4}[章节条]|\d{1,2}[.．、](?!\d)|[(（]\d{1,2}[)）]"
)
_STRONG = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十百]{1,4}[章节条]"
)
_ENDS = frozenset("。!！?？;；:：”」』")
# Under a title: session, date, number of the document.
_BELOW_TITLE = re.compile(
    r"[—–―─(（〔\[]|[\d〇一二三四五六七八九十]{4}年.{1,6}月.{1,3}日|.{1,12}[〔\[(（]\d{4}[〕\])）]"
)
# A line of a table of contents.
_LEADERS = re.compile(r"(?:[.·．]{4}|…{2})\s*\d{1,4}$")
HYPHENS = "\x02\ufffe\u00ad"


def paragraphs(lines: Iterable[Line]) -> tuple[str, tuple[Anchor, ...]]:
    """
    Join *lines* to paragraphs.

    Args:
        lines: Those of the whole file in reading order, without furniture.

    Returns:
        The text, a paragraph a line, and an anchor at the place where each page starts.
    """
    kept = list(lines)
    frames = Frames(kept)
    parts: list[str] = []
    anchors: list[Anchor] = []
    length = 0
    for paragraph in _paragraphs(kept, frames):
        text = ""
        for line in paragraph:
            text, start = _joined(text, line.text)
            locator = f"page {line.page}"
            if not anchors or anchors[-1].locator != locator:
                anchors.append(Anchor(length + start, locator))
        parts.append(text.replace("\x02", "-").replace("\ufffe", "-"))
        length += len(text) + 1
    return "\n".join(parts), tuple(anchors)


def _paragraphs(lines: list[Line], frames: Frames) -> Iterator[list[Line]]:
    """
    Give the lines of each paragraph; the notes at the foot of a page come behind the paragraph
    that goes on over the page.
    """
    at_foot = {id(line) for line in _notes(lines, frames)}
    paragraph: list[Line] = []
    notes: list[Line] = []
    for line in lines:
        if id(line) in at_foot:
            notes.append(line)
            continue
        if paragraph and not _continues(paragraph, line, frames):
            yield paragraph
            yield from _split(notes)
            paragraph, notes = [], []
        paragraph.append(line)
    if paragraph:
        yield paragraph
    yield from _split(notes)


def _notes(lines: list[Line], frames: Frames) -> Iterator[Line]:
    """
    Give the lines of notes: small, below all else on their page, the first with a mark.
    """
    for _, page in groupby(lines, key=lambda line: line.page):
        small: list[Line] = []
        for line in page:
            if line.em < SMALL * frames.em and (small or _NOTE.match(line.text)):
                small.append(line)
            else:
                small.clear()
        yield from small


def _split(notes: Iterable[Line]) -> Iterator[list[Line]]:
    note: list[Line] = []
    for line in notes:
        if note and _NOTE.match(line.text):
            yield note
            note = []
        note.append(line)
    if note:
        yield note


def _continues(paragraph: list[Line], next_: Line, frames: Frames) -> bool:
    """
    Return whether *next_* belongs to *paragraph*.
    """
    line = paragraph[-1]
    if line.text[-1:] in HYPHENS and frames.same_size(line, next_):
        return True
    if "\t" in line.text or "\t" in next_.text or not frames.same_size(line, next_):
        return False
    if frames.is_centred(line) or frames.is_centred(next_):
        return _is_title(line, next_, frames)
    if frames.is_apart(line, next_) or frames.is_short(line, next_) or _LEADERS.search(line.text):
        return False
    ended = line.text[-1:] in _ENDS
    if frames.is_indented(next_):
        return not ended and _hangs(paragraph, next_)
    # A paragraph that is not indented starts with a marker, or cannot be told from a sentence.
    return not (ended and (_STRONG if frames.indents else _MARKER).match(next_.text))


def _hangs(paragraph: list[Line], next_: Line) -> bool:
    """
    Return whether all lines of *paragraph* but the first are set in, as *next_* is.
    """
    first = paragraph[0]
    second = paragraph[1] if len(paragraph) > 1 else next_
    return (
        _MARKER.match(first.text) is not None
        and not _MARKER.match(next_.text)
        and first.left + 0.5 * first.em < second.left
        and abs(second.left - next_.left) < 0.3 * first.em
    )


def _is_title(line: Line, next_: Line, frames: Frames) -> bool:
    """
    Return whether both are lines of one title.
    """
    return (
        frames.is_centred(line)
        and frames.is_centred(next_)
        and line.page == next_.page
        and line.em > 1.1 * frames.em
        and not frames.is_apart(line, next_)
        and not _BELOW_TITLE.match(next_.text)
    )


def _joined(text: str, more: str) -> tuple[str, int]:
    """
    Return *text* with *more* behind it, and where *more* starts.
    """
    more = more.strip()
    if not text or not more:
        return text + more, len(text)
    before, after = text[-1], more[0]
    if before in HYPHENS or (before == "-" and _is_letter(text[-2:-1]) and after.islower()):
        # A word parted at the end of a line; a hyphen of its own would be lost with it.
        text = text[:-1] if _is_letter(after) else text[:-1] + "-"
    elif _is_letter(before) and _is_letter(after):
        text += " "
    return text + more, len(text)


def _is_letter(char: str) -> bool:
    return char.isalpha() and char < "\u0250"
