"""
What the search for a report's place hands on.
"""

from __future__ import annotations

from typing import NamedTuple

from fazhi.model import Note, Region, Span


class Place(NamedTuple):
    """
    Where a report belongs.

    Attributes:
        region: The place; None where nothing tells. Of level department where the report is on
            an organ's own work. Without code where several places bear the name.
        spans: What it was read from.
        notes: ``region.ambiguous`` with the candidates.
    """

    region: Region | None = None
    spans: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()
