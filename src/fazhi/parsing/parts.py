"""
Parts of a report that bear no number: openings, transitions, closings and plain headings.
"""

from __future__ import annotations

from collections import Counter
from operator import attrgetter

from fazhi.model import Document, Format
from fazhi.model.nodes import Role
from fazhi.parsing.nesting import Head
from fazhi.parsing.paragraphs import Paragraph
from fazhi.parsing.roles import Genre, heading_role, opening_role, plain_role, topical_role
from fazhi.text.patterns import lazy


# A heading line is short, and the text under it is not.
SHORT = 26
LONG = 30
PLAIN_RANK = 5
# Of a chapter without number.
LEAST_CHAPTER, LONGEST_CHAPTER = 4, 44
_STOPPED = lazy("[。;:!?]")
# What conversions leave in the place of full-width blanks.
DAMAGE = frozenset("?\ufffd")
_SENTENCE = lazy(r"[。;:!?()《》\d>|•]|^[-—–·●◆▪■*]")
_ATTACHED = lazy(r"附[件录]\d{0,2}")
# Behind these words only shortcomings are told, whatever the next chapter is about.
_SOBER = lazy("清醒地?(?:认识|看|意识)到|成绩的?同时")
# 【主要做法】
_FRAMES = "【】〖〗"
_TERMINAL = frozenset("。；：！？;:!?”)")


def add_parts(
    document: Document,
    pieces: list[Paragraph],
    heads: list[Head],
    about: Genre,
    format: Format,  # noqa: A002
) -> list[Head]:
    """
    Put the parts without number between the numbered headings.

    Args:
        document: The text and its folded twin.
        pieces: Paragraphs of the body.
        heads: Numbered headings in text order.
        about: What the title says of the whole report.
        format: Gives the words of headings.

    Returns:
        All headings in text order.
    """
    text = document.folded
    top = _top_family(heads)
    chapters = [head for head in heads if head.family == top and not head.inline]
    before: Role | None = None
    for head in chapters:
        words = text[head.title_start : head.title_end]
        before = head.role = heading_role(words, format) or topical_role(words, about, before)
    found = _plain_headings(document, pieces, about, unnumbered=top != "comma")
    for i in _over_numbers(text, pieces, top):
        found.setdefault(i, _titled(document.text, pieces[i], i, None))
    first = min((h.paragraph for h in heads if not h.inline), default=len(pieces))
    if pieces and first and 0 not in found:
        found[0] = _part(text, pieces[0], 0, "overview")
    _add_transitions(text, pieces, chapters, found)
    return sorted([*found.values(), *heads], key=lambda head: (head.start, head.kind == "numbered"))


def _part(text: str, piece: Paragraph, number: int, role: Role | None) -> Head:
    start = piece.start
    while text[start] in DAMAGE and start < piece.end - 1:
        start += 1
    return Head(
        kind="part", start=start, edge=piece.start, body=start, stop=piece.end, paragraph=number,
        rank=-1, role=role, title_start=start, title_end=start,
    )  # fmt: skip


def _top_family(heads: list[Head]) -> str:
    """
    Return the family of the chapters: the widest numbering at the start of lines.
    """
    lines = [head for head in heads if not head.inline] or heads
    return min(lines, key=attrgetter("rank")).family if lines else ""


def _plain_headings(
    document: Document, pieces: list[Paragraph], about: Genre, *, unnumbered: bool
) -> dict[int, Head]:
    """
    Find lines that are headings without a number.
    """
    text = document.folded
    found: dict[int, Head] = {}
    topical: list[int] = []
    for i, piece in enumerate(pieces[:-1]):
        size = piece.end - piece.start
        if piece.mark is not None or size > SHORT or piece.breaks:
            continue
        line = text[piece.start : piece.end].strip(_FRAMES)
        role = plain_role(line, about) if line else None
        if role is not None and line[-1] not in "。;":
            found[i] = _titled(document.text, piece, i, role)
        elif _is_topical(text, pieces, i, line):
            topical.append(i)
    _name_attachments(text, document.text, pieces, found)
    names = Counter(head.title for head in found.values())
    for head in found.values():
        if names[head.title] > 1:  # a heading that comes again stands inside of something
            head.kind, head.family, head.rank = "plain", "plain", PLAIN_RANK
    if len(topical) > 1:
        for i in topical:
            found[i] = _titled(document.text, pieces[i], i, None)
            found[i].kind, found[i].family, found[i].rank = "plain", "plain", PLAIN_RANK
    elif topical and unnumbered and len([h for h in found.values() if h.role != "other"]) > 1:
        # The chapters have no numbers: a line that names a subject is one more of them.
        found[topical[0]] = _titled(document.text, pieces[topical[0]], topical[0], None)
    return found


def _over_numbers(text: str, pieces: list[Paragraph], top: str) -> list[int]:
    """
    Return the lines that stand over the first of the widest numbering each time it starts again:
    chapters without a number (以规范执法为重点 over (一), (二), and the next one over (一) again).
    """
    firsts = [
        i
        for i, piece in enumerate(pieces)
        if i and piece.mark and piece.mark.number == 1 and piece.mark.family == top
    ]
    found = [i - 1 for i in firsts if _may_be_chapter(text, pieces[i - 1])]
    return found if len(found) > 1 and len(found) == len(firsts) else []


def _may_be_chapter(text: str, piece: Paragraph) -> bool:
    size = piece.end - piece.start
    whole = piece.mark is None and not piece.breaks and LEAST_CHAPTER <= size <= LONGEST_CHAPTER
    return whole and not _STOPPED.search(text, piece.start, piece.end)


def _name_attachments(
    text: str, source: str, pieces: list[Paragraph], found: dict[int, Head]
) -> None:
    """
    Give a line that is nothing but 附件1 the title that stands below it.
    """
    for i, head in list(found.items()):
        under = pieces[i + 1]
        rest = text[under.start : under.end]
        bare = _ATTACHED.fullmatch(text, head.title_start, head.title_end)
        if not bare or under.mark or under.end - under.start > SHORT or rest[-1] in _TERMINAL:
            continue
        found.pop(i + 1, None)
        head.title += f" {source[under.start : under.end]}"
        head.title_end = under.end


def _titled(text: str, piece: Paragraph, number: int, role: Role | None) -> Head:
    head = _part(text, piece, number, role)
    words = text[head.start : piece.end].rstrip(":：。" + _FRAMES)
    head.title = words.lstrip(_FRAMES)
    head.title_start = head.start + len(words) - len(head.title)
    head.title_end = head.start + len(words)
    head.bare = True
    return head


def _is_topical(text: str, pieces: list[Paragraph], i: int, line: str) -> bool:
    under = pieces[i + 1]
    if len(line) < 4 or _SENTENCE.search(line) or under.mark is not None:
        return False
    if i and text[pieces[i - 1].end - 1] not in _TERMINAL and pieces[i - 1].mark is None:
        return False
    return under.end - under.start > LONG and "。" in text[under.start : under.end]


def _add_transitions(
    text: str, pieces: list[Paragraph], chapters: list[Head], found: dict[int, Head]
) -> None:
    """
    Find paragraphs after the chapters, or between two, that open a part of another role.
    """
    by_paragraph = {head.paragraph: head for head in chapters}
    following: list[Head | None] = [None] * (len(pieces) + 1)
    for i in range(len(pieces) - 1, -1, -1):
        named = found.get(i)
        named = named if named and named.title and named.role != "other" else None
        following[i] = by_paragraph.get(i, named or following[i + 1])
    # What stands behind the attachments has no say in where the report ends.
    stop = min((i for i, head in found.items() if head.role == "other"), default=len(pieces))
    last = max((i for i, piece in enumerate(pieces[:stop]) if piece.mark is not None), default=0)
    role: Role | None = None
    head: Head | None = None
    for i, piece in enumerate(pieces):
        if i in by_paragraph:
            head = by_paragraph[i]
            role = head.role or "achievements"
        elif i in found:
            role = found[i].role or role
        elif piece.mark is None and i and not (head and head.bare and head.paragraph == i - 1):
            opened = _opened(text, piece, i, following[i + 1], head.number if head else 0)
            if role == "plans" and opened == "problems":
                continue  # what the plan starts from
            if opened and opened != role and (opened != "other" or i > last):
                found[i] = _part(text, piece, i, opened)
                role = opened
                if opened == "other":  # the report takes leave
                    break


def _opened(text: str, piece: Paragraph, i: int, later: Head | None, number: int) -> Role | None:
    """
    Read the role that a paragraph opens, if it may stand beside the chapters and not inside of one.
    """
    if later is None or (number and later.number <= number):
        return opening_role(text[piece.start : piece.end])
    if not number and later.role == "recommendations":  # an opinion: praise, blame, then advice
        opened = opening_role(text[piece.start : piece.end])
        return opened if opened in ("problems", "recommendations") else None
    if later.paragraph == i + 1 and (
        later.role in ("problems", "plans") or _SOBER.search(text, piece.start, piece.start + 30)
    ):
        opened = opening_role(text[piece.start : piece.end])
        return opened if opened == "problems" else None
    return None
