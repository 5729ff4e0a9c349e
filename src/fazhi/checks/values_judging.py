"""
How an arithmetic rule says what it found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from fazhi.checks.results import judged, not_applicable
from fazhi.checks.values_figures import Figure
from fazhi.checks.values_reading import Reading, reading
from fazhi.model import Outcome, Span, Violation
from fazhi.model.audit import Examined, Severity


SOURCE = (
    "Statistics Law of the People's Republic of China, art. 7: figures must be true and accurate"
)
# What a rule finds: a violation or None, with the figures compared.
Judgements = Iterable[tuple[Violation | None, Sequence[Figure]]]


def fault(  # noqa: PLR0913, PLR0917
    rule: str,
    severity: Severity,
    texts: tuple[str, str],
    figures: Sequence[Figure],
    read: Reading,
    formula: str = "",
) -> Violation:
    """
    Return the violation that *figures* prove, the one at fault first; *texts* are Chinese and English.
    """
    return Violation(
        rule=rule,
        severity=severity,
        message=texts[0],
        message_en=texts[1],
        spans=tuple(figure.metric.span for figure in figures),
        values=tuple(read.quote(figure) for figure in figures),
        formula=formula,
    )


def judging(rule: str, judge: Callable[[Reading], Judgements]) -> Callable[[Examined], Outcome]:
    """
    Return the function of *rule*: it fails where *judge* yields a violation.
    """

    def run(examined: Examined) -> Outcome:
        violations: list[Violation] = []
        spans: list[Span] = []
        seen = False
        for violation, figures in judge(reading(examined)):
            seen = True
            if violation is None:
                spans.extend(figure.metric.span for figure in figures)
            else:
                violations.append(violation)
        return judged(rule, violations, spans) if seen else not_applicable(rule)

    return run


def number(value: Decimal) -> str:
    """
    Return *value* for a formula: no trailing zeros, no exponent.

    >>> number(Decimal("1E+2"))
    '100'
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
