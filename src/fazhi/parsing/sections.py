"""
Which section an offset lies in.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from fazhi.model import Section


def section_lookup(sections: tuple[Section, ...]) -> Callable[[int], str | None]:
    """
    Return a function from an offset to the id of the deepest section that holds it.

    Args:
        sections: Top level of an outline, in text order, nested without overlap.

    Returns:
        A function of an offset in code points; it gives None outside of all sections.
    """
    starts: list[int] = []
    owners: list[str | None] = [None]
    _add_borders(sections, None, starts, owners)

    def section_at(offset: int) -> str | None:
        return owners[bisect_right(starts, offset)]

    return section_at


def _add_borders(
    sections: tuple[Section, ...], parent: str | None, starts: list[int], owners: list[str | None]
) -> None:
    """
    Add each offset where the deepest section changes, and the section from there on.

    Where several stand on one offset, the last one holds.
    """
    for section in sections:
        starts.append(section.span.start)
        owners.append(section.id)
        if section.children:
            _add_borders(section.children, section.id, starts, owners)
        starts.append(section.span.end)
        owners.append(parent)
