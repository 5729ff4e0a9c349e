"""
A rule as a row: what it is, and a function that yields the slips it finds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from fazhi.checks.results import judged, not_applicable, passed, unknown
from fazhi.model import Check, Outcome, Span, Violation
from fazhi.model.audit import Examined, Severity


class Slip(NamedTuple):
    """
    One place where a rule is broken.

    Attributes:
        spans: What proves it, the fault first; empty where something is missing.
        message: What is wrong, in Chinese.
        message_en: The same in English.
        values: What was compared, as printed.
        formula: How it was compared.
        severity: A lower severity than the rule's own, or None.
    """

    spans: tuple[Span, ...]
    message: str
    message_en: str
    values: tuple[str, ...] = ()
    formula: str = ""
    severity: Severity | None = None


Seen = Iterator[Slip] | tuple[Slip, ...] | Literal["unknown", "not_applicable"]
Find = Callable[[Examined], Seen]


def rule(  # noqa: PLR0913 - a row of a table, by its columns
    code: str,
    name: str,
    name_zh: str,
    severity: Severity,
    find: Find,
    *,
    about: str,
    source: str,
    fires: str,
    silent: str,
    rests: str = "",
) -> Check:
    """
    Return the check that tells what *find* finds.

    Args:
        code: Stable code.
        name: Short name in English.
        name_zh: The same in Chinese.
        severity: The highest severity it gives.
        find: The report under audit → its slips, or why there is nothing to say.
        about: What it checks and why.
        source: What it rests on.
        fires: A text on which it fails.
        silent: A text much like it on which it does not.
        rests: The field of the metadata whose evidence shows a pass; empty where none does.
    """

    def run(examined: Examined) -> Outcome:
        found = find(examined)
        if isinstance(found, str):
            return unknown(code) if found == "unknown" else not_applicable(code)
        violations = [_violation(code, severity, slip) for slip in found]
        if violations:
            return judged(code, violations)
        return passed(code, examined.report.meta.evidence.get(rests, ()) if rests else ())

    return Check(
        code=code,
        name=name,
        name_zh=name_zh,
        severity=severity,
        about=about,
        source=source,
        run=run,
        fires=fires,
        silent=silent,
    )


def _violation(code: str, severity: Severity, slip: Slip) -> Violation:
    return Violation(
        rule=code,
        severity=slip.severity or severity,
        message=slip.message,
        message_en=slip.message_en,
        spans=slip.spans,
        values=slip.values,
        formula=slip.formula,
    )
