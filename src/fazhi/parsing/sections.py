"""
Which section an offset lies in.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator

from fazhi.model import Section


def section_lookup(sections: tuple[Section, ...]) -> Callable[[int], str | None]:
    """
    Return a function from an offset to the id of the deepest section that holds it.

    Args:
        sections: Top level of an outline, in text order, nested without overlap.

    Returns:
        A function of an offset in code points; it gives None outside of all sections.
    """
    borders = list(_borders(sections, None))
    starts = [offset for offset, _ in borders]
    owners: list[str | None] = [None, *(owner for _, owner in borders)]

    def section_at(offset: int) -> str | None:
        return owners[bisect_right(starts, offset)]

    return section_at


def _borders(sections: tuple[Section, ...], parent: str | None) -> Iterator[tuple[int, str | None]]:
    """
    Yield each offset where the deepest section changes, with the section from there on.

    Where several stand on one offset, the last one holds.
    """
    for section in sections:
        yield section.span.start, section.id
        yield from _borders(section.children, section.id)
        yield section.span.end, parent
