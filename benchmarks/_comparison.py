"""
The table of ``baselines.py``: its columns, and how it is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any


START, END = ".. start of benchmarks/baselines.py", ".. end of benchmarks/baselines.py"

# Key, heading, what a reader must offer to be judged by it, and how it is written.
COLUMNS = (
    ("recall", "value recall", "items", "percent"),
    ("precision", "value precision", "items", "percent"),
    ("value", "value F1", "items", "percent"),
    ("unit", "value and unit F1", "unit", "percent"),
    ("span", "exact span F1", "span", "percent"),
    ("bound", "bound F1", "bound", "percent"),
    ("label", "label F1", "label", "percent"),
    ("region", "region right", "region", "percent"),
    ("stray", "stray items", "items", "count"),
    ("speed", "characters/s", "", "count"),
    ("ratio", "fazhi's speed / its", "", "ratio"),
)


def cell(value: float | None, style: str) -> str:
    """
    Return a figure as it is printed, shares rounded down so that 100 means all.
    """
    if value is None:
        return "–"
    if style == "percent":
        return f"{int(value * 1000 + 1e-9) / 10:.1f}"
    if style == "ratio":
        return f"{value:,.2f}" if value < 10 else f"{value:,.0f}"
    # Three digits are all that a measurement of speed can promise.
    return f"{float(f'{value:.3g}'):,.0f}"


def table(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    """
    Yield the cells of the table, its heading first.
    """
    yield "reader", "reports", *(heading for _, heading, _, _ in COLUMNS)
    for row in rows:
        yield row["reader"], row["reports"], *(cell(row[key], how) for key, _, _, how in COLUMNS)


def notes(measured: Mapping[str, Any]) -> Iterator[str]:
    """
    Yield what a reader of the table must know.
    """
    sizes = (
        f"{name}: {size['documents']} reports, {size['characters']:,} characters,"
        f" {size['metrics']} required metrics"
        for name, size in measured["reports"].items()
    )
    # A name that starts with dots is another way to ask the reader before it.
    versions = (
        f"{name} {version}"
        for name, version in measured["versions"].items()
        if version and not name.startswith("…")
    )
    yield f"{'; '.join(sizes)}."
    machine = f"Python {measured['python']} on {measured['machine']}"
    yield f"Measured on {measured['date']} with {', '.join((machine, *versions))}."
    for name, reason in measured["left_out"].items():
        yield f"Left out: {name}, because: {reason}"


def markdown(measured: Mapping[str, Any]) -> str:
    """
    Return the table in Markdown, and the notes.
    """
    heading, *rows = table(measured["rows"])
    rule = ("---", "---", *("---:" for _ in COLUMNS))
    lines = (f"| {' | '.join(cells)} |" for cells in (heading, rule, *rows))
    return "\n".join((*lines, "", *notes(measured)))


def page(text: str, measured: Mapping[str, Any]) -> str:
    """
    Return *text* with the table as reStructuredText between the two marks.
    """
    lines = (f"   {' | '.join(cells)}" for cells in table(measured["rows"]))
    new = "\n".join((".. csv-table::", "   :header-rows: 1", "   :delim: |", "", *lines))
    said = "\n\n".join(notes(measured))
    before, _, rest = text.partition(START)
    return f"{before}{START}\n\n{new}\n\n{said}\n\n{END}{rest.partition(END)[2]}"
