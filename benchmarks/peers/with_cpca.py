"""
cpca: names of Chinese places in a text, with their province, city and county.

It gives no quantities. Of the ways to ask for the one place whose report it is (the whole text at
once, its first 100 or 400 characters, the place named most often) the first line that names a
place is the best on these reports, so that is what is asked.
"""

from __future__ import annotations

from importlib.metadata import version

import cpca  # type: ignore[import-not-found]
from _serve import Reading, serve


# Entries of its table that are names of a kind, not of a place.
NO_PLACES = frozenset(("县", "市辖区"))


def read(text: str) -> Reading:
    """
    Return the place that the first line with a place names.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    rows = cpca.transform(lines).to_dict("records")
    return Reading([], next(filter(None, map(deepest, rows)), None))


def deepest(row: dict[str, object]) -> str | None:
    """
    Return the lowest division of a row; an empty cell is ``None`` or not a number.
    """
    names = (row[column] for column in ("区", "市", "省"))
    return next(
        (name for name in names if name and isinstance(name, str) and name not in NO_PLACES), None
    )


if __name__ == "__main__":
    serve(version("cpca"), ("region",), read)
