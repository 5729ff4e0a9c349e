"""
What the arithmetic rules share: each figure with the words around it, and what its digits can bear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import cached_property

from attrs import define

from fazhi.checks.results import judged
from fazhi.knowledge.indicators import unit_class
from fazhi.model import Metric, Outcome, Report, Span, Violation
from fazhi.model.audit import Examined, Severity
from fazhi.text.patterns import lazy


_ENDS = ",;、。:()\n"
_STOP = lazy(r"[。\n]")
_GOES_ON = ("其中", "包括", "包含")
_LISTS_ON = (*_GOES_ON, ",", "、", ")")
_DIGITS = lazy(r"\d(?:[\d,]*\d)?(?:\.(\d+))?")
_SCALES = (("亿", 8), ("万", 4), ("千", 3))
_RATES = frozenset(("%", "‰", "百分点", "倍", "成", "折", "分"))
_LONGEST = 60
SOURCE = "Statistics Law of the People's Republic of China, art. 7: figures must be true and accurate"


@define(slots=False, eq=False)
class Figure:
    """
    A metric with the words of its clause.

    Attributes:
        metric: The metric.
        place: Its place among the figures.
        counted: The unit it counts in, 宗 and 份 taken as 件.
        lead: The words from the last punctuation or figure to the number.
        tail: The words from the unit to the next punctuation.
        raw: The figure as printed, folded.
    """

    metric: Metric
    place: int
    counted: str
    lead: str
    tail: str
    raw: str

    @property
    def value(self) -> Decimal:
        """
        The value, scaled.
        """
        return self.metric.value

    @property
    def words(self) -> str:
        """
        Lead and tail, as one says what is counted and either may.
        """
        return f"{self.lead}…{self.tail}"

    @cached_property
    def step(self) -> Decimal:
        """
        The worth of the last digit printed: 0.01 of ``99.87%``, 100 of ``5.36万件``.
        """
        match = _DIGITS.search(self.raw)
        decimals = len(match[1]) if match and match[1] else 0
        power = next((p for sign, p in _SCALES if sign in self.raw), 0)
        return Decimal(1).scaleb(power - decimals)

    @property
    def slack(self) -> Decimal:
        """
        Half of the last digit where the figure was rounded, 0 for a plain whole number.
        """
        return self.step / 2 if self.step != 1 else Decimal(0)

    @property
    def exact(self) -> bool:
        """
        Whether it is stated as such: no 余, 约, range, rise or fall.
        """
        return self.metric.bound == "=" and self.metric.change is None

    @property
    def rate(self) -> bool:
        """
        Whether it is a rate, point or multiple, not a count or an amount.
        """
        return self.metric.unit in _RATES


@define(slots=False, eq=False)
class Reading:
    """
    The figures of one report.

    Attributes:
        report: The report.
        folded: Its folded text.
        figures: All figures.
        sentences: The same by sentence; one that goes on with 其中 is no new one.
    """

    report: Report
    folded: str
    figures: list[Figure]
    sentences: list[list[Figure]]

    def between(self, one: Figure, other: Figure) -> str:
        """
        Return the words from the end of *one* to the number of *other*.
        """
        return self.folded[one.metric.span.end : other.metric.span.start]

    def quote(self, figure: Figure) -> str:
        """
        Return the figure as printed.
        """
        return self.report.quote(figure.metric)

    @cached_property
    def roles(self) -> dict[str, str]:
        """
        The role of each section.
        """
        return {section.id: section.role for section in self.report.walk()}

    def planned(self, figure: Figure) -> bool:
        """
        Whether it stands in a chapter that does not report what was done.
        """
        role = self.roles.get(figure.metric.section or "", "other")
        return role in ("plans", "recommendations")


def reading(examined: Examined) -> Reading:
    """
    Return the figures of the report under audit, read once.
    """
    shared = vars(examined)
    found = shared.get("_figures")
    if not isinstance(found, Reading):
        found = shared["_figures"] = _read(examined)
    return found


def _read(examined: Examined) -> Reading:
    folded, metrics = examined.document.folded, examined.report.metrics
    figures: list[Figure] = []
    sentences: list[list[Figure]] = []
    for at, metric in enumerate(metrics):
        start, end = metric.span
        last = metrics[at - 1].span.end if at else 0
        following = metrics[at + 1].span.start if at + 1 < len(metrics) else len(folded)
        figure = Figure(
            metric,
            at,
            unit_class(metric.unit),
            _lead(folded, max(last, start - _LONGEST), start),
            _tail(folded, end, min(following, end + _LONGEST)),
            folded[start:end],
        )
        figures.append(figure)
        if not sentences or _breaks(folded, last, start):
            sentences.append([])
        sentences[-1].append(figure)
    return Reading(examined.report, folded, figures, sentences)


def _lead(folded: str, low: int, start: int) -> str:
    return folded[max(low, *(folded.rfind(sign, low, start) + 1 for sign in _ENDS)) : start]


def _tail(folded: str, end: int, high: int) -> str:
    places = [place for sign in _ENDS if (place := folded.find(sign, end, high)) >= 0]
    return folded[end : min(places, default=high)]


def _breaks(folded: str, last: int, start: int) -> bool:
    """
    Whether a sentence ends between two figures.
    """
    stop = _STOP.search(folded, last, start)
    if stop is None:
        return False
    rest = folded[stop.end() : stop.end() + 8].lstrip("。 \n\r　")
    return not rest.startswith(_GOES_ON)


# What a rule finds: a violation or None, with the figures compared.
Judgements = Iterable[tuple[Violation | None, Sequence[Figure]]]


def fault(
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
        return judged(rule, violations, spans, seen=seen)

    return run


def number(value: Decimal) -> str:
    """
    Return *value* for a formula: no trailing zeros, no exponent.

    >>> number(Decimal("1E+2"))
    '100'
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
