"""
Runs of a page → lines in reading order, column by column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from fazhi.reading.page_runs import LEVEL, SAME, Run, Sheet, is_wide


class Line(NamedTuple):
    """
    A line of a page, or of one of its columns.

    Attributes:
        text: The line; cells of a table stand between tabs.
        left: Where its first character starts, in points.
        right: Where its last character ends.
        middle: Height of its middle above the lower edge of the page.
        em: Size of most of its characters.
        page: Number of the page, from 1.
        column: 0 across the page, 1 and 2 in the left and the right column.
        width: Width of the page.
    """

    text: str
    left: float
    right: float
    middle: float
    em: float
    page: int
    column: int
    width: float


Row = list[Run]  # runs at one height, from left to right

CELL = 0.8  # ems: a wider gap stands between two cells of a table, or two columns
SPACED = 2.1  # ems: and this between characters that stand each by itself, as in 报　告
NEAR = 2  # rows that one row of cells makes a table of
MIDDLE = (0.3, 0.7)  # where, in parts of the text's width, the gap between two columns may be
FULL = 0.7  # of a column's width that most of its lines fill; cells of a table do not
LINES = 4  # that a column has at least


def lines_of(sheets: Iterable[Sheet]) -> list[list[Line]]:
    """
    Return the lines of each page in reading order.
    """
    pages = [(sheet, [_joined(row) for row in _rows(sheet.runs)]) for sheet in sheets]
    gutters = [_gutter(rows) for _, rows in pages]
    usual = Counter(gutter for gutter in gutters if gutter).most_common(1)
    lines = []
    for (sheet, rows), gutter in zip(pages, gutters, strict=True):
        # The last page may be too short to show its columns by itself.
        place = gutter or (usual[0][0] if usual and _clear(rows, usual[0][0]) else 0.0)
        lines.append(_ordered(sheet, rows, place))
    return lines


def _clear(rows: list[Row], gutter: float) -> bool:
    """
    Return whether *gutter* parts some row, and hardly any run stands across it.
    """
    across = sum(run.left < gutter < run.right for row in rows for run in row)
    parted = any(row[0].right < gutter < row[-1].left for row in rows)
    return parted and across < 0.2 * len(rows)


def _ordered(sheet: Sheet, rows: list[Row], gutter: float) -> list[Line]:
    """
    Return the lines of a page; between two rows across the page the left column comes first.
    """
    lines: list[Line] = []
    columns: tuple[list[Row], list[Row], list[Row]] = ([], [], [])

    def flush(*numbers: int) -> None:
        for number in numbers:
            lines.extend(_lines(columns[number], sheet, number))
            columns[number].clear()

    for row in rows:
        parts = (
            [run for run in row if run.left <= gutter <= run.right or not gutter],
            [run for run in row if run.right < gutter],
            [run for run in row if run.left > gutter > 0],
        )
        if parts[0]:
            flush(1, 2)
            columns[0].append(row)
            continue
        flush(0)
        for column, part in zip(columns, parts, strict=True):
            if part:
                column.append(part)
    flush(0, 1, 2)
    return lines


def _rows(runs: Iterable[Run]) -> list[Row]:
    """
    Group *runs* by height, from the top; a raised mark stands with the line that it is set on.
    """
    rows: list[tuple[Run, Row]] = []  # with the largest run, which says how high the row is
    for run in sorted(runs, key=attrgetter("middle"), reverse=True):
        chief = rows[-1][0] if rows else None
        if chief and chief.middle - run.middle < LEVEL * max(chief.em, run.em):
            row = rows[-1][1]
            row.append(run)
            if run.right - run.left > chief.right - chief.left:
                rows[-1] = (run, row)
        else:
            rows.append((run, [run]))
    return [sorted(row, key=attrgetter("left")) for _, row in rows]


def _joined(row: Row) -> Row:
    """
    Join the runs of a row that no gap of a cell parts, and drop what is drawn twice.
    """
    joined: Row = []
    for run in row:
        last = joined[-1] if joined else None
        if last is None:
            joined.append(run)
            continue
        em = max(last.em, run.em)
        if abs(run.left - last.left) < SAME * em and run.text == last.text:
            continue
        spaced = len(run.text) == 1 and is_wide(run.text) and is_wide(last.text[-1])
        gap = (run.left - last.right) / em
        if gap < (SPACED if spaced else CELL) and not _columns(last, run):
            joined[-1] = _together(last, run, "")
        else:
            joined.append(run)
    return joined


def _columns(left: Run, right: Run) -> bool:
    """
    Return whether two runs may be lines of two columns: both long, and not close together.
    """
    shorter = min(len(left.text), len(right.text))
    return shorter > 6 and right.left - left.right > 0.9 * max(left.em, right.em)


def _together(left: Run, right: Run, between: str) -> Run:
    larger = max(left, right, key=lambda run: len(run.text))
    return Run(
        left.text + between + right.text,
        left.left,
        max(left.right, right.right),
        larger.middle,
        larger.em,
    )


def _gutter(rows: list[Row]) -> float:
    """
    Return where the gap between two columns is, or 0 where the page has one column.
    """
    runs = [run for row in rows for run in row]
    if len(runs) < 2 * LINES:
        return 0.0
    start, end = min(run.left for run in runs), max(run.right for run in runs)
    halves = [run for run in runs if run.right - run.left < 0.55 * (end - start)]
    low, high = (start + part * (end - start) for part in MIDDLE)
    # Only an edge of a run can be the edge of the gap.
    edges = sorted({run.right for run in halves if low < run.right < high})
    best = (len(runs), 0.0)
    for edge in edges:
        nearest = min((run.left for run in halves if run.left > edge), default=edge)
        place = (edge + nearest) / 2
        across = sum(run.left < place < run.right for run in runs)
        if nearest > edge and across < best[0] and _filled(halves, place, start, end):
            best = (across, place)
    return best[1]


def _filled(runs: Row, gutter: float, start: float, end: float) -> bool:
    """
    Return whether both sides of *gutter* are columns of text.
    """
    left = [run.right - run.left for run in runs if run.right < gutter]
    right = [run.right - run.left for run in runs if run.left > gutter]
    return (
        min(len(left), len(right)) >= LINES
        and median(left) > FULL * (gutter - start)
        and median(right) > FULL * (end - gutter)
    )


def _lines(rows: list[Row], sheet: Sheet, column: int) -> Iterable[Line]:
    """
    Make a line of each row; its cells stand between tabs where rows near it have cells too.
    """
    cells = [len(row) > 1 for row in rows]
    for index, row in enumerate(rows):
        table = len(row) > 2 or sum(cells[max(0, index - NEAR) : index + NEAR + 1]) > 1
        whole = row[0]
        for run in row[1:]:
            whole = _together(whole, run, "\t" if table else "\u3000")
        yield Line(
            whole.text,
            whole.left,
            whole.right,
            whole.middle,
            whole.em,
            sheet.page,
            column,
            sheet.width,
        )
