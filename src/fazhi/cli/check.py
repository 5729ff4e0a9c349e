"""
``fazhi check``: the audit of reports.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click


if TYPE_CHECKING:
    from fazhi.checks.auditor import Auditor
    from fazhi.cli.audits import Audited
    from fazhi.model import Framework

FORMATS = ["full", "concise", "json", "sarif", "github"]
CODES_HELP = "Codes or prefixes of rules, such as FZ2,FZ301; may be given several times."


@click.command("check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--select", multiple=True, metavar="CODES", help=f"Apply only these. {CODES_HELP}")
@click.option("--ignore", multiple=True, metavar="CODES", help="Leave these out.")
@click.option(
    "--framework", metavar="NAME", help="Name or number of the outline to hold reports against."
)
@click.option(
    "--format",
    "to",
    type=click.Choice(FORMATS),
    default="full",
    show_default=True,
    help="With passages, one line each, or for programs.",
)
@click.option("--exit-zero", is_flag=True, help="End with 0 also where errors were found.")
@click.option("--statistics", is_flag=True, help="Count by rule instead of showing each.")
def check_command(  # noqa: PLR0913 - one for each option
    *,
    paths: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    framework: str | None,
    to: str,
    exit_zero: bool,
    statistics: bool,
) -> None:
    """
    Check PATHS for what does not add up, is missing, late or copied.

    PATHS are files, folders with all below them, or - for standard input. Several reports are
    compared with each other as well. The nearest fazhi.toml, beside a report or further up, may
    select and ignore rules. The exit code is 1 when an error was found or a report could not be
    read; warnings and infos leave it 0.
    """
    from fazhi.cli.audits import Audits  # noqa: PLC0415 - loads the parser
    from fazhi.cli.findings import WRITERS, write_statistics  # noqa: PLC0415
    from fazhi.cli.writers import opened  # noqa: PLC0415

    if statistics and to not in ("full", "concise"):
        raise click.BadParameter(f"cannot be had as {to}", param_hint="--statistics")
    auditor = _auditor()
    inputs = Audits(
        paths,
        auditor,
        select=_codes(auditor, "--select", select) if select else None,
        ignore=_codes(auditor, "--ignore", ignore),
        framework=_framework(auditor, framework),
    )
    write = write_statistics if statistics else WRITERS[to]
    severities = Counter[str]()
    with opened(None) as stream:
        rules = {rule.code: rule for rule in auditor.rules}
        write(stream, _counted(inputs.audited(), severities), rules)
    sys.exit(1 if inputs.failed or (severities["error"] and not exit_zero) else 0)


def _counted(audits: Iterable[Audited], severities: Counter[str]) -> Iterator[Audited]:
    """
    Yield *audits*, their violations counted by severity.
    """
    for one in audits:
        severities.update(violation.severity for violation in one.violations)
        yield one


def _auditor() -> Auditor:
    """
    Return what audits with all plugins; a broken one would break every report, so it ends the run.
    """
    from fazhi.checks.engine import default_auditor  # noqa: PLC0415 - heavy
    from fazhi.errors import FazhiError  # noqa: PLC0415

    try:
        return default_auditor()
    except FazhiError as error:
        raise click.ClickException(str(error)) from error


def _codes(auditor: Auditor, option: str, given: tuple[str, ...]) -> tuple[str, ...]:
    """
    Return the codes and prefixes of an option, each known to name a rule.
    """
    from fazhi.checks.select import codes  # noqa: PLC0415
    from fazhi.errors import RuleError  # noqa: PLC0415

    words = codes(",".join(given))
    try:
        auditor.chosen(words)
    except RuleError as error:
        raise click.BadParameter(str(error), param_hint=option) from error
    return words


def _framework(auditor: Auditor, name: str | None) -> Framework | None:
    from fazhi.errors import RuleError  # noqa: PLC0415

    try:
        return None if name is None else auditor.framework_named(name)
    except RuleError as error:
        raise click.BadParameter(str(error), param_hint="--framework") from error
