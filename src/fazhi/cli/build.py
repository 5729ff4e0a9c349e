"""
``fazhi build``: folders of reports into a store.
"""

from __future__ import annotations

import sys
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click


if TYPE_CHECKING:
    from fazhi.corpus.build import Progress


@click.command("build")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="The store: a DuckDB file (.duckdb) or a folder of Parquet files (.parquet).",
)
@click.option("--workers", type=click.IntRange(0), help="Processes; by default one a processor.")
@click.option(
    "--seconds",
    type=click.FloatRange(0, min_open=True),
    default=60.0,
    show_default=True,
    help="How long one document may take.",
)
@click.option("--format", "format_name", metavar="NAME", help="Force a format by its name.")
@click.option("--no-audit", is_flag=True, help="Leave the audit out; it takes a third of the time.")
@click.option("--retry", is_flag=True, help="Try documents again that failed before.")
@click.option("--prune", is_flag=True, help="Remove documents that PATHS do not name any more.")
def build_command(  # noqa: PLR0913 - one for each option
    *,
    paths: tuple[Path, ...],
    output: Path,
    workers: int | None,
    seconds: float,
    format_name: str | None,
    no_audit: bool,
    retry: bool,
    prune: bool,
) -> None:
    """
    Read PATHS, files and folders with all below them, into a store of tables.

    Documents that are in the store and unchanged are left alone, so that a build that was stopped
    goes on where it was. A document that cannot be read has a row in the table failures; the
    exit code is then 1.
    """
    from fazhi.corpus.extras import need  # noqa: PLC0415 - --help answers at once
    from fazhi.errors import FazhiError  # noqa: PLC0415

    try:
        need("pyarrow", "store", "a store")
        built = _built(
            paths,
            output,
            workers=workers,
            seconds=seconds,
            format=format_name,
            audit=not no_audit,
            retry=retry,
            prune=prune,
        )
    except FazhiError as error:
        raise click.ClickException(str(error)) from error
    sys.stderr.write(f"fazhi: {output}: {summary(built)}\n")
    sys.exit(1 if built.failed else 0)


def _built(paths: tuple[Path, ...], output: Path, **options: Any) -> Progress:
    """
    Build the store and show how far it is.
    """
    from fazhi.cli.progress import Counts, progress  # noqa: PLC0415
    from fazhi.corpus.build import Progress, build  # noqa: PLC0415 - pyarrow is there now
    from fazhi.corpus.sources import items  # noqa: PLC0415

    last = Progress()
    with progress(sum(1 for _ in items(paths))) as advance:

        def told(now: Progress) -> None:
            nonlocal last
            advance(
                Counts(
                    documents=_done(now) - _done(last),
                    characters=now.characters - last.characters,
                    failures=now.failed - last.failed,
                )
            )
            last = copy(now)

        return build(paths, output, **options, on_progress=told)


def _done(progress: Progress) -> int:
    return progress.read + progress.failed + progress.skipped


def summary(built: Progress) -> str:
    """
    Return what a build did, in words.
    """
    parts = [f"{built.read:,} read", f"{built.failed:,} failed", f"{built.skipped:,} done before"]
    if built.removed:
        parts.append(f"{built.removed:,} removed")
    return ", ".join(parts)
