"""
The audit, with every installed plugin.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from fazhi.checks.auditor import Auditor, violations
from fazhi.checks.select import Codes
from fazhi.model import Check, Framework, Outcome, Report, Violation


def audit(
    report: Report,
    *,
    framework: Framework | str | None = None,
    select: Codes | None = None,
    ignore: Codes | None = None,
) -> tuple[Violation, ...]:
    """
    Return what does not add up, is missing or late in *report*, in text order.

    What is missing has no span and comes last. Nothing is judged across documents; that is
    `audit_corpus`.

    Args:
        report: The report, as `fazhi.parse` gave it.
        framework: The outline that it is held against, or its name or number; None takes the one
            in force in the report's year.
        select: Codes and prefixes of the rules to apply, such as ``"FZ2"`` or ``["FZ203", "FZ4"]``;
            None applies all.
        ignore: Codes and prefixes of the rules to leave out; the longer prefix decides.

    Raises:
        RuleError: If there is no such rule or framework.
        PluginError: If a plugin's rule fails.
    """
    return violations(outcomes(report, framework=framework, select=select, ignore=ignore))


def outcomes(
    report: Report,
    *,
    framework: Framework | str | None = None,
    select: Codes | None = None,
    ignore: Codes | None = None,
) -> tuple[Outcome, ...]:
    """
    Return what each rule found in *report*: pass, fail, unknown or not applicable, by code.

    The arguments and errors are those of `fazhi.audit`.
    """
    auditor = default_auditor()
    wanted = auditor.chosen(select, ignore)
    return auditor.outcomes(report, framework=framework, rules=wanted)


def audit_corpus(
    reports: Iterable[Report], *, select: Codes | None = None, ignore: Codes | None = None
) -> tuple[tuple[Violation, ...], ...]:
    """
    Return what only shows across documents: a tuple for each report, in their order.

    A value that last year's report gives otherwise, a problem repeated word for word, a plan that
    the next report never mentions, text copied from another report. Spans point into the report
    that the tuple belongs to. What stands in one report alone is `audit`'s.

    Args:
        reports: The reports, of any places and years.
        select: As for `audit`.
        ignore: As for `audit`.

    Raises:
        RuleError: If there is no such rule.
    """
    auditor = default_auditor()
    return auditor.across(reports, rules=auditor.chosen(select, ignore))


def rules() -> tuple[Check, ...]:
    """
    Return the built-in rules and those of the installed plugins, by code.

    Raises:
        PluginError: If an installed plugin cannot be used.
    """
    return default_auditor().rules


@cache
def default_auditor() -> Auditor:
    """
    Return the auditor with every installed plugin, which `audit` and its like use.
    """
    return Auditor()
