"""
``fazhi export``: a store into files for other programs.
"""

from __future__ import annotations

from pathlib import Path

import click


@click.command("export")
@click.argument("store", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "to",
    type=click.Choice(["csv", "xlsx", "jsonl", "parquet"]),
    required=True,
    help="A folder of CSV files, a workbook, whole reports one a line, a folder of Parquet files.",
)
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="The file or folder."
)
def export_command(*, store: Path, to: str, output: Path) -> None:
    """
    Write all tables of the STORE that `fazhi build` made as files for other programs.

    A text in CSV that a spreadsheet program would take for a formula (it starts with = + - @)
    gets an apostrophe in front; in xlsx it stays as it is, marked as a text.
    """
    from fazhi.corpus.extras import need  # noqa: PLC0415 - --help answers at once
    from fazhi.corpus.store import open_store  # noqa: PLC0415
    from fazhi.errors import FazhiError  # noqa: PLC0415

    try:
        need("pyarrow", "store", "an export")
        from fazhi.corpus.export import EXPORTS  # noqa: PLC0415 - pyarrow is there now

        with open_store(store) as kept:
            EXPORTS[to](kept, output)
    except FazhiError as error:
        raise click.ClickException(str(error)) from error
