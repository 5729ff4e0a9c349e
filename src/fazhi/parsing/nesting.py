"""
Which heading stands under which: nesting inferred from the document itself.

A style that is seen first below another one stands one level below it; a style
that is already open goes back to its own level.
"""

from __future__ import annotations

from typing import Literal

from attrs import define

from fazhi.model.nodes import Role


# Numberings of this rank or wider are headings: they are not held by an enumeration.
HEADING_RANK = 4


@define(slots=True, weakref_slot=False, eq=False)
class Head:
    """
    A section on its way: its heading, then its level and role.

    Attributes:
        kind: ``"numbered"``, ``"plain"`` (a heading without number) or ``"part"`` (no heading at all,
            or one that only names a part of the report).
        start: Offset of its first character.
        edge: Offset at which the text before it ends; damaged blanks may stand between.
        body: Offset past the marker.
        stop: End of its paragraph.
        paragraph: Number of its paragraph.
        family: Family of its marker.
        rank: Rank of its marker.
        number: Value of its marker; 0 without.
        style: Style of its marker.
        inline: Whether it stands inside a paragraph.
        opens: Whether it is the first of its run.
        marker: The marker as written.
        title: Words of its heading.
        title_start: Where they start.
        title_end: Where they end.
        bare: Whether the heading stands alone, without a text of its own.
        role: What it is about; None where only its parent tells.
        level: Depth, from 1; 0 before it is known.
    """

    kind: Literal["numbered", "plain", "part"]
    start: int
    edge: int
    body: int
    stop: int
    paragraph: int
    family: str = ""
    rank: int = 0
    number: int = 0
    style: str = ""
    inline: bool = False
    opens: bool = False
    marker: str = ""
    title: str = ""
    title_start: int = 0
    title_end: int = 0
    bare: bool = False
    role: Role | None = None
    level: int = 0


def nest(heads: list[Head]) -> None:
    """
    Set the level of every heading.

    Args:
        heads: All headings, in text order.
    """
    stack: list[Head] = []
    chapter: Head | None = None
    lined = {head.family for head in heads if not head.inline}
    for head in heads:
        if _is_next(stack, head):
            stack.pop()
        elif head.kind == "part":
            stack.clear()
        elif head.kind == "plain":
            _open_plain(stack, head)
        elif head.inline and (head.rank > HEADING_RANK or head.family in lined):
            _open_inline(stack, head)
        else:  # a text without line breaks has its chapters inside of paragraphs
            _open_numbered(stack, head, chapter)
        stack.append(head)
        head.level = len(stack)
        if head.kind == "numbered" and head.level == 1:
            chapter = head


def _is_next(stack: list[Head], head: Head) -> bool:
    """
    Whether a heading is the item that follows the one before it in its paragraph: the usual case.
    """
    if not head.inline or not stack or head.opens:
        return False
    top = stack[-1]
    return (
        top.inline
        and top.paragraph == head.paragraph
        and top.family == head.family
        and top.number < head.number
        and head.rank > HEADING_RANK
    )


def _same(stack: list[Head], head: Head) -> list[int]:
    family = head.family
    return [i for i, other in enumerate(stack) if other.family == family] if family else []


def _leave_paragraph(stack: list[Head], head: Head) -> None:
    """
    Close the items inside earlier paragraphs, unless this one goes on with them.
    """
    while stack and stack[-1].inline and stack[-1].paragraph != head.paragraph:
        top = stack[-1]
        goes_on = head.family == top.family and head.number == top.number + 1 and not head.opens
        if goes_on and not any(
            o.family == head.family and o.number + 1 == head.number for o in stack[:-1]
        ):
            return
        stack.pop()


def _open_plain(stack: list[Head], head: Head) -> None:
    _leave_paragraph(stack, head)
    same = [i for i, open_head in enumerate(stack) if open_head.kind == "plain"]
    if same:
        del stack[same[-1] :]
    elif stack and stack[0].kind == "part" and stack[0].role == "overview":
        stack.clear()


def _open_inline(stack: list[Head], head: Head) -> None:
    _leave_paragraph(stack, head)
    same = _same(stack, head)
    if head.opens:
        # A run that starts anew in this paragraph stands beside the one before it, and in one that
        # has no mark beside lines that were counted the same way.
        beside = [i for i in same if stack[i].inline or stack[i].paragraph < head.paragraph]
        if beside:
            del stack[beside[0] :]
        elif len(same) > 1:
            del stack[same[-1] :]
    elif same:
        going_on = [i for i in same if stack[i].number < head.number]
        del stack[(going_on or same)[-1] :]


def _open_numbered(stack: list[Head], head: Head, chapter: Head | None) -> None:
    _leave_paragraph(stack, head)
    if stack and stack[0].kind == "part" and _closes(stack, head, chapter):
        stack.clear()
    same = _same(stack, head)
    if same:
        _go_back(stack, head, same)
    else:
        _leave_narrower(stack, head)


def _closes(stack: list[Head], head: Head, chapter: Head | None) -> bool:
    """
    Whether a numbered heading ends the part without number that is open.
    """
    if _same(stack, head):
        return False
    if stack[0].role == "overview" and not stack[0].title:
        return True
    return bool(chapter and head.family == chapter.family and head.number == chapter.number + 1)


def _go_back(stack: list[Head], head: Head, same: list[int]) -> None:
    """
    Return to the level of a style that is open, or nest it once in itself.
    """
    top = stack[-1]
    adjacent = top.bare and head.paragraph == top.paragraph + 1
    if head.number == 1 and adjacent and same == [len(stack) - 1]:
        return
    target = same[-1]
    going_on = [i for i in same if stack[i].number + 1 == head.number]
    if going_on:
        # Both levels could go on here: what names a part of the report is a chapter.
        target = going_on[0] if head.role not in (None, "achievements") else going_on[-1]
    del stack[target:]


def _leave_narrower(stack: list[Head], head: Head) -> None:
    """
    Close enumerations that cannot hold a heading.
    """
    if head.rank > HEADING_RANK:
        return
    while stack and stack[-1].kind != "part" and stack[-1].rank > head.rank:
        if len(stack) == 1 and head.rank == HEADING_RANK and not stack[0].inline:
            return
        stack.pop()
