"""
The commands and their options.
"""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fazhi.cli.build import build_command
from fazhi.cli.check import check_command
from fazhi.cli.export import export_command
from fazhi.cli.query import query_command


if TYPE_CHECKING:
    from fazhi import FormatRecord, Indicator


FORMATS_HELP = "Force a format by its name; `fazhi formats` lists them."


def _version() -> str:
    try:
        return metadata.version("fazhi")
    except metadata.PackageNotFoundError:
        return "from source, not installed"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(_version(), message="fazhi %(version)s")
def cli() -> None:
    """
    Read Chinese reports on law-based government (法治政府建设年度报告) into data.
    """


for command in (build_command, check_command, export_command, query_command):
    cli.add_command(command)


@cli.command("parse")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--to",
    "to",
    type=click.Choice(["text", "json", "jsonl"]),
    default="text",
    show_default=True,
    help="A readable outline, JSON, or one JSON report a line.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to FILE, in UTF-8.")
@click.option("--format", "format_name", metavar="NAME", help=FORMATS_HELP)
@click.option("-b", "--brief", is_flag=True, help="Only the head of each report, no outline.")
def parse_command(
    *, paths: tuple[Path, ...], to: str, output: Path | None, format_name: str | None, brief: bool
) -> None:
    """
    Parse PATHS: files, folders with all below them, or - for standard input.

    JSON of a single file is one object, of several files or a folder one array. A report that
    cannot be read is named on standard error, and the exit code is then 1.
    """
    from fazhi.cli.inputs import Inputs  # noqa: PLC0415 - loads the parser
    from fazhi.cli.writers import opened, writer  # noqa: PLC0415

    known = [row.name for row in _formats()]
    if format_name is not None and format_name not in known:
        message = f"no format {format_name!r}; installed: {', '.join(known)}"
        raise click.BadParameter(message, param_hint="--format")
    inputs = Inputs(paths, format_name=format_name, exclude=output)
    with opened(output) as stream:
        writer(to, stream, brief=brief, single=inputs.single)(inputs.reports())
    sys.exit(1 if inputs.failed else 0)


def _formats() -> tuple[FormatRecord, ...]:
    """
    Return the installed formats; a broken plugin would break every report, so it ends the run.
    """
    import fazhi  # noqa: PLC0415 - heavy

    try:
        return tuple(fazhi.list_formats())
    except fazhi.FazhiError as error:
        raise click.ClickException(str(error)) from error


def _catalogue() -> tuple[Indicator, ...]:
    """
    Return the indicators of the core and of all installed plugins.
    """
    import fazhi  # noqa: PLC0415 - heavy
    from fazhi.plugins import Registry  # noqa: PLC0415

    try:
        return Registry.installed().indicators
    except fazhi.FazhiError as error:
        raise click.ClickException(str(error)) from error


@cli.command("formats")
def formats_command() -> None:
    """
    List the installed formats: name, plugin, what each reads.
    """
    from fazhi.cli.writers import columns, opened  # noqa: PLC0415

    rows = [(row.name, row.plugin, row.title) for row in _formats()]
    with opened(None) as stream:
        stream.writelines(columns(("name", "plugin", "reads"), rows))


@cli.command("indicators")
@click.argument("words", nargs=-1)
@click.option("--topic", metavar="TOPIC", help="Only rows of this topic, such as enforcement.")
@click.option(
    "--to",
    "to",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A table, or a JSON array of whole rows.",
)
def indicators_command(*, words: tuple[str, ...], topic: str | None, to: str) -> None:
    """
    List the indicator catalogue, or its rows that hold all WORDS.

    WORDS are sought in ids, names, units and aliases, in either script and any case. The exit
    code is 1 when no row is found.
    """
    from fazhi.cli.catalogue import found, topics, write  # noqa: PLC0415 - loads the catalogue
    from fazhi.cli.writers import opened  # noqa: PLC0415

    rows = _catalogue()
    if topic is not None and topic not in topics(rows):
        message = f"no topic {topic!r}; there are: {', '.join(topics(rows))}"
        raise click.BadParameter(message, param_hint="--topic")
    chosen = found(rows, words, topic)
    with opened(None) as stream:
        write(to, stream, chosen)
    sys.exit(0 if chosen else 1)
