"""
A store → files for other programs: CSV, JSON lines, Parquet; xlsx is in a module of its own.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO, Final, TextIO

import pyarrow as pa

from fazhi.corpus.extras import need
from fazhi.corpus.manifest import durably
from fazhi.corpus.parquet_store import ParquetStore
from fazhi.corpus.rows import expanded
from fazhi.corpus.schemas import CORPUS
from fazhi.corpus.store import Store
from fazhi.errors import StoreError


# A spreadsheet program takes a cell that starts so for a formula; blanks before it, also wide
# ones, do not keep all of them from it. A plain number is none, nor is a sign alone.
_FORMULA: Final = re.compile(r"[\s\u200b\ufeff]*[=+\-@＝＋－＠]\s*\S|[\t\r]")
_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?%?")


def export_csv(store: Store, output: Path) -> None:
    """
    Write a folder with one file for each table.

    The files are UTF-8 with a byte-order mark, so that spreadsheet programs know it. A text that
    such a program would take for a formula gets an apostrophe in front. Lists are JSON.

    Raises:
        StoreError: If *output* is there already, or cannot be written.
    """
    with _new_folder(output) as folder:
        for table in CORPUS:
            path = folder / f"{table.name}.csv"
            with path.open("w", encoding="utf-8-sig", newline="") as file:
                write_csv(file, [c.name for c in table.columns], rows(store.batches(table.name)))


def export_jsonl(store: Store, output: Path) -> None:
    """
    Write the reports as JSON of schema ``fazhi.report/1``, one a line, whole.

    Raises:
        StoreError: If *output* cannot be written.
    """
    with new_file(output) as file:
        for one in json_reports(store):
            file.write(one + b"\n")


def export_parquet(store: Store, output: Path) -> None:
    """
    Write a store of Parquet files with all that is in *store*; a build may go on with it.

    Raises:
        StoreError: If *output* is there already, or cannot be written.
    """
    with _new_folder(output) as folder, ParquetStore(folder, write=True) as other:
        other.copy(store)


def export_xlsx(store: Store, output: Path) -> None:
    """
    Write a workbook with a sheet for each table.

    Raises:
        StoreError: If *output* cannot be written.
        MissingExtraError: If xlsxwriter is not installed.
    """
    need("xlsxwriter", "store", "an xlsx file")
    from fazhi.corpus.export_xlsx import write_workbook  # noqa: PLC0415 - xlsxwriter is there now

    with new_file(output) as file:
        write_workbook(file, ((table, rows(store.batches(table.name))) for table in CORPUS))


EXPORTS: Final[dict[str, Callable[[Store, Path], None]]] = {
    "csv": export_csv,
    "xlsx": export_xlsx,
    "jsonl": export_jsonl,
    "parquet": export_parquet,
}


def json_reports(store: Store) -> Iterator[bytes]:
    """
    Yield each report as JSON of schema ``fazhi.report/1``.
    """
    for batch in store.batches("report_json", ["json", "size"]):
        for data, size in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            yield expanded(data, size)


def rows(batches: Iterable[pa.RecordBatch]) -> Iterator[tuple[Any, ...]]:
    """
    Yield the rows of *batches*.
    """
    for batch in batches:
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def write_csv(file: TextIO, names: Iterable[str], cells: Iterable[Iterable[Any]]) -> None:
    """
    Write rows as CSV that a spreadsheet program can open without running any of it.
    """
    writer = csv.writer(file)
    writer.writerow([safe(name) for name in names])
    writer.writerows([_csv_cell(cell) for cell in row] for row in cells)


def _csv_cell(value: Any) -> Any:
    if isinstance(value, str):
        return safe(value)
    if isinstance(value, Decimal):
        return plain_number(value)
    text = cell_text(value)
    return safe(text) if isinstance(value, list | dict | bytes) else text


def safe(text: str) -> str:
    """
    Return *text* with an apostrophe in front where it could be taken for a formula.
    """
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def cell_text(value: Any) -> str:
    """
    Return a cell as text: lists as JSON, decimals without exponent or zeros at the end.
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return plain_number(value)
        case bytes():
            return value.hex()
        case list() | dict():
            return json.dumps(value, ensure_ascii=False, default=cell_text)
    return str(value)


def plain_number(value: Decimal) -> str:
    """
    Return a decimal as digits, without zeros at the end of its fraction.

    >>> plain_number(Decimal("120.500000"))
    '120.5'
    """
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


@contextmanager
def new_file(output: Path) -> Iterator[BinaryIO]:
    """
    Write a file that takes its name when it is whole.
    """
    try:
        with durably(output) as file:
            yield file
    except OSError as error:
        with suppress(OSError):
            output.with_name(f"{output.name}.new").unlink()
        raise _unwritable(output, error) from error


@contextmanager
def _new_folder(output: Path) -> Iterator[Path]:
    """
    Fill a folder that takes its name when it is whole.
    """
    if output.exists() and (not output.is_dir() or any(output.iterdir())):
        raise StoreError(output.as_posix(), "is there already; a new folder would do")
    fresh = output.with_name(f".{output.name}.new")
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        yield fresh
        if output.exists():
            output.rmdir()
        fresh.replace(output)
    except OSError as error:
        raise _unwritable(output, error) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _unwritable(output: Path, error: OSError) -> StoreError:
    if isinstance(error, StoreError):
        return error
    return StoreError(output.as_posix(), f"cannot be written: {error.strerror or error}")
