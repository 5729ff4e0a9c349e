"""
``fazhi query``: SQL on a store.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final, TextIO

import click


Rows = Iterable[tuple[Any, ...]]
FORMATS = ["table", "tsv", "csv", "json", "jsonl"]
_TABLE_ROWS = 1000
_BATCH = 1000
_ESCAPES: Final = {ord("\\"): "\\\\", ord("\t"): "\\t", ord("\n"): "\\n", ord("\r"): "\\r"}


@click.command("query")
@click.argument("store", type=click.Path(path_type=Path))
@click.argument("sql")
@click.option(
    "--to",
    "to",
    type=click.Choice(FORMATS),
    help="By default a table on a terminal, else values between tabs.",
)
def query_command(*, store: Path, sql: str, to: str | None) -> None:
    """
    Ask the STORE that `fazhi build` made a question in SQL.

    Tables are reports, sections, findings, metrics, citations, notes, violations and failures;
    views indicator_series, timeliness, completeness and problems. Nothing in the store is changed,
    and no other file can be read.
    """
    from fazhi.cli.writers import opened  # noqa: PLC0415 - --help answers at once
    from fazhi.corpus.extras import need  # noqa: PLC0415
    from fazhi.corpus.store import open_store  # noqa: PLC0415
    from fazhi.errors import FazhiError  # noqa: PLC0415

    try:
        need("pyarrow", "store", "SQL")
        duckdb = need("duckdb", "store", "SQL")
        from fazhi.corpus.export import rows  # noqa: PLC0415 - pyarrow is there now

        with open_store(store) as kept, opened(None) as stream:
            found = kept.connection().sql(sql)
            if found is not None:  # a statement that gives no rows
                write = _WRITERS[to or ("table" if stream.isatty() else "tsv")]
                write(stream, found.columns, rows(found.to_arrow_reader(_BATCH)))
    except FazhiError as error:
        raise click.ClickException(str(error)) from error
    except duckdb.Error as error:
        raise click.ClickException(str(error)) from error


def _write_table(stream: TextIO, names: Sequence[str], rows: Rows) -> None:
    from rich.console import Console  # noqa: PLC0415 - not needed for the others
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from fazhi.cli.lines import visible  # noqa: PLC0415
    from fazhi.corpus.export import cell_text  # noqa: PLC0415

    table = Table(*map(visible, names))
    more = 0
    for row in rows:
        if table.row_count < _TABLE_ROWS:
            table.add_row(*(Text(visible(cell_text(cell))) for cell in row))
        else:
            more += 1
    console = Console(file=stream, markup=False, highlight=False, emoji=False)
    with console.capture() as printed:
        console.print(table)
    stream.write(printed.get())
    if more:
        sys.stderr.write(f"fazhi: {more:,} more rows; --to tsv prints all\n")


def _write_tsv(stream: TextIO, names: Sequence[str], rows: Rows) -> None:
    from fazhi.corpus.export import cell_text  # noqa: PLC0415

    stream.write("\t".join(name.translate(_ESCAPES) for name in names) + "\n")
    stream.writelines(
        "\t".join(cell_text(cell).translate(_ESCAPES) for cell in row) + "\n" for row in rows
    )


def _write_csv(stream: TextIO, names: Sequence[str], rows: Rows) -> None:
    from fazhi.corpus.export import write_csv  # noqa: PLC0415

    write_csv(stream, names, rows)


def _write_jsonl(stream: TextIO, names: Sequence[str], rows: Rows) -> None:
    stream.writelines(_object(names, row) + "\n" for row in rows)


def _write_json(stream: TextIO, names: Sequence[str], rows: Rows) -> None:
    before = "[\n"
    for row in rows:
        stream.write(before + _object(names, row))
        before = ",\n"
    stream.write("[]\n" if before == "[\n" else "\n]\n")


def _object(names: Sequence[str], row: tuple[Any, ...]) -> str:
    """
    Return a row as JSON: decimals as strings, so that they stay exact, and dates in ISO form.
    """
    from fazhi.corpus.export import cell_text  # noqa: PLC0415

    return json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=cell_text)


_WRITERS: Final[dict[str, Callable[[TextIO, Sequence[str], Rows], None]]] = {
    "table": _write_table,
    "tsv": _write_tsv,
    "csv": _write_csv,
    "json": _write_json,
    "jsonl": _write_jsonl,
}
