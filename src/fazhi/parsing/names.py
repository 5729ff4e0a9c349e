"""
Ids of nodes; reports share the strings, for every report has an m1.
"""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=1 << 14)
def node_id(letter: str, number: int) -> str:
    """
    Return the id of a node by its kind's letter and its place in the report, from 1.
    """
    return f"{letter}{number}"
