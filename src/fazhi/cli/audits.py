"""
The reports of a command line, audited, with the exceptions that lie beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

import attrs
import click
from attrs import frozen

from fazhi.checks.auditor import Auditor, violations
from fazhi.checks.config import Config, config_for
from fazhi.cli.inputs import STDIN, Inputs
from fazhi.cli.places import Place, Places
from fazhi.errors import ReadError, RuleError
from fazhi.model import Check, Framework, Outcome, Report, Violation


@frozen(kw_only=True, slots=False)
class Audited:
    """
    One report with what was found in it.

    Attributes:
        name: Path as given, or ``-`` for standard input.
        report: The report.
        framework: Name of the outline that it was held against, or None.
        outcomes: What each rule found, by code.
    """

    name: str
    report: Report
    framework: str | None
    outcomes: tuple[Outcome, ...]

    @cached_property
    def violations(self) -> tuple[Violation, ...]:
        """
        All that is wrong, in text order, what is missing last.
        """
        return violations(self.outcomes)

    @cached_property
    def places(self) -> Places:
        """
        The lines of the report.
        """
        return Places(self.report.text)

    def place(self, violation: Violation) -> Place | None:
        """
        Return where *violation* stands; None for what is missing.
        """
        return self.places.of(violation.spans[0].start) if violation.spans else None


class Audits(Inputs):
    """
    Inputs that are audited as they are read.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        auditor: Auditor,
        *,
        select: tuple[str, ...] | None,
        ignore: tuple[str, ...],
        framework: Framework | None,
    ) -> None:
        """
        Note what is wanted.

        Args:
            paths: Files, folders, or ``-`` for standard input.
            auditor: What audits them.
            select: Codes and prefixes; None for what ``fazhi.toml`` says, else all.
            ignore: Codes and prefixes beside those of ``fazhi.toml``.
            framework: What reports are held against; None for that of ``fazhi.toml``, else that of
                the report's year.
        """
        super().__init__(paths, format_name=None, exclude=None)
        self._auditor = auditor
        self._select = select
        self._ignore = ignore
        self._framework = framework
        self._configs: dict[Path, Config] = {}
        self._codes = [rule.code for rule in auditor.rules]

    def audited(self) -> Iterator[Audited]:
        """
        Yield each report that can be read, audited; what fails is named on standard error.

        Raises:
            click.UsageError: If a ``fazhi.toml`` is wrong.
        """
        each = filter(None, map(self._one, self.reports()))
        rules = self._auditor.across_rules(self._select, self._ignore)
        if self.single or not rules:
            yield from each
            return
        every = tuple(each)
        found = self._auditor.across((one.report for one in every), rules=rules)
        for one, others in zip(every, found, strict=True):
            wanted = {rule.code for rule in self._rules(one.name)}
            across = tuple(violation for violation in others if violation.rule in wanted)
            yield attrs.evolve(one, outcomes=_failing(one.outcomes, across))

    def _one(self, report: Report) -> Audited | None:
        name = _name(report)
        config = self._config(name)
        rules = self._rules(name)
        try:
            framework = self._auditor.framework(report, self._framework or config.framework)
        except RuleError as error:
            raise click.UsageError(f"{config.path}: framework: {error}") from error
        try:
            found = self._auditor.outcomes(report, framework=framework, rules=rules)
        except Exception as error:  # noqa: BLE001 - the other reports are still wanted
            self._fail(Path(name), error)
            return None
        title = None if framework is None else framework.name
        return Audited(name=name, report=report, framework=title, outcomes=found)

    def _rules(self, name: str) -> tuple[Check, ...]:
        """
        Return the rules for the report called *name*.
        """
        config = self._config(name)
        select = config.select if self._select is None else self._select
        excused = sorted(config.excused(Path(name), self._codes))
        try:
            return self._auditor.chosen(select, (*config.ignore, *self._ignore, *excused))
        except RuleError as error:
            raise click.UsageError(f"{config.path}: {error}") from error

    def _config(self, name: str) -> Config:
        folder = Path() if name == str(STDIN) else Path(name).parent
        if folder not in self._configs:
            try:
                self._configs[folder] = config_for(folder)
            except ReadError as error:
                raise click.UsageError(str(error)) from error
        return self._configs[folder]


def _name(report: Report) -> str:
    name = str(report.meta.source.get("name", ""))
    return str(STDIN) if name in ("", "<stdin>") else name


def _failing(outcomes: tuple[Outcome, ...], across: tuple[Violation, ...]) -> tuple[Outcome, ...]:
    """
    Return *outcomes* with those of the rules that *across* is of failing.
    """
    found: dict[str, list[Violation]] = {}
    for violation in across:
        found.setdefault(violation.rule, []).append(violation)
    return tuple(
        attrs.evolve(
            outcome,
            result="fail",
            spans=tuple(span for v in found[outcome.rule] for span in v.spans),
            violations=(*outcome.violations, *found[outcome.rule]),
        )
        if outcome.rule in found
        else outcome
        for outcome in outcomes
    )
