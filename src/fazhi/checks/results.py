"""
Short ways for a rule to say what it found.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from fazhi.model import Outcome, Span, Violation
from fazhi.model.audit import Result


def passed(rule: str, spans: Iterable[Span] = ()) -> Outcome:
    """
    Say that *rule* holds, and what shows it.
    """
    proof = tuple(spans)
    return Outcome(rule=rule, result="pass", spans=proof) if proof else _bare(rule, "pass")


def unknown(rule: str) -> Outcome:
    """
    Say that the report does not tell enough for *rule*.
    """
    return _bare(rule, "unknown")


def not_applicable(rule: str) -> Outcome:
    """
    Say that *rule* does not concern this report.
    """
    return _bare(rule, "not_applicable")


def judged(
    rule: str, violations: Iterable[Violation], spans: Iterable[Span] = (), *, seen: bool = True
) -> Outcome:
    """
    Say fail where there are violations, else pass, or not applicable where nothing was *seen*.
    """
    found = tuple(violations)
    if found:
        proof = tuple(span for violation in found for span in violation.spans)
        return Outcome(rule=rule, result="fail", spans=proof, violations=found)
    return passed(rule, spans) if seen else not_applicable(rule)


@cache
def _bare(rule: str, result: Result) -> Outcome:
    """
    Return the outcome that rests on nothing; most rules have no more to say of most reports.
    """
    return Outcome(rule=rule, result=result)
