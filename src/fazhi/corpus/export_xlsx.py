"""
Rows of tables → an xlsx workbook, written as they come.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO, Final

import xlsxwriter

from fazhi.corpus.rows import shortened
from fazhi.corpus.schemas import Table


# What the file format can hold.
ROWS: Final = 1_048_576
_UNITS: Final = 32_767  # of UTF-16, in a cell
_DIGITS: Final = 15  # of a number that a double keeps
_NOTES: Final = 10_000
_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "use_zip64": True,
}
_FIRST: Final = "about"
# Of XML; xlsxwriter writes other control characters as escapes.
_NO_XML: Final = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")


def write_workbook(
    file: BinaryIO,
    tables: Iterable[tuple[Table, Iterable[tuple[Any, ...]]]],
    most_rows: int = ROWS,
) -> None:
    """
    Write a sheet for each table, with a first one that says what they are and what was cut.

    Args:
        file: Where to.
        tables: Tables with their rows.
        most_rows: Rows of a sheet, the heading included; what does not fit goes on in a second one.
    """
    with xlsxwriter.Workbook(file, _OPTIONS) as book:
        _Book(book, most_rows).write(tables)


class _Book:
    """
    A workbook, being written.
    """

    def __init__(self, book: Any, most_rows: int) -> None:
        self._book = book
        self._most = most_rows
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._bold = book.add_format({"bold": True})
        self._notes: list[tuple[str, str]] = []
        self._cut = 0

    def write(self, tables: Iterable[tuple[Table, Iterable[tuple[Any, ...]]]]) -> None:
        """
        Write all sheets.
        """
        about = self._book.add_worksheet(_FIRST)
        for table, rows in tables:
            self._notes.append((table.name, table.meaning))
            self._table(table, rows)
        if self._cut > _NOTES:
            self._notes.append(("…", f"{self._cut - _NOTES:,} more cells were cut"))
        for place, (name, note) in enumerate((("sheet or cell", "note"), *self._notes)):
            about.write_string(place, 0, name, None if place else self._bold)
            about.write_string(place, 1, note, None if place else self._bold)

    def _table(self, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
        sheets, place = 1, 0
        sheet = self._sheet(table, table.name)
        for row in rows:
            place += 1
            if place == self._most:
                sheets, place = sheets + 1, 1
                name = f"{table.name} ({sheets})"
                self._notes.append((name, f"goes on where {table.name} was full"))
                sheet = self._sheet(table, name)
            for column, value in enumerate(row):
                self._cell(sheet, place, column, value, table)

    def _sheet(self, table: Table, name: str) -> Any:
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(table.columns):
            sheet.write_string(0, place, column.name, self._bold)
        return sheet

    def _cell(self, sheet: Any, row: int, column: int, value: Any, table: Table) -> None:
        match value:
            case None | "" | []:
                return
            case bool():
                sheet.write_boolean(row, column, value)
            case int():
                sheet.write_number(row, column, value)
            case Decimal() if len(shortened(value).as_tuple().digits) <= _DIGITS:
                sheet.write_number(row, column, float(value))
            case Decimal():
                sheet.write_string(row, column, format(value, "f"))
            case date():
                sheet.write_datetime(row, column, value, self._day)
            case list():
                self._text(sheet, row, column, "; ".join(map(str, value)), table)
            case _:
                self._text(sheet, row, column, str(value), table)

    def _text(self, sheet: Any, row: int, column: int, text: str, table: Table) -> None:
        """
        Write a text as a text, whatever it starts with, as far as a cell can hold it.
        """
        whole = text.translate(_NO_XML)
        short = _short(whole)
        if len(short) < len(whole):
            self._cut += 1
            if self._cut <= _NOTES:
                where = f"{sheet.get_name()}, row {row + 1}, {table.columns[column].name}"
                note = f"cut after {len(short):,} of {len(whole):,} characters"
                self._notes.append((where, note))
        sheet.write_string(row, column, short)


def _short(text: str) -> str:
    """
    Return *text*, or what of it fits into a cell.
    """
    if len(text) * 2 <= _UNITS:
        return text
    return text.encode("utf-16-le")[: 2 * _UNITS].decode("utf-16-le", "ignore")
