"""
What the arithmetic rules share: each figure with the words around it, and what its digits can bear.
"""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from functools import cached_property

from attrs import define

from fazhi.knowledge.indicators import unit_class
from fazhi.model import Metric, Report
from fazhi.model.audit import Examined
from fazhi.text.patterns import lazy


_MARK = lazy(r"[,;、。:()\n]")
_STOP = lazy(r"[。\n]")
_GOES_ON = ("其中", "包括", "包含")
_DIGITS = lazy(r"\d(?:[\d,]*\d)?(?:\.(\d+))?")
_ROUNDED = lazy(r"[.亿万千]")
_ONE, _ZERO = Decimal(1), Decimal(0)
_SCALES = (("亿", 8), ("万", 4), ("千", 3))
_RATES = frozenset(("%", "‰", "百分点", "倍", "成", "折", "分"))
_LONGEST = 60


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
        words: Lead and tail, as one says what is counted and either may.
        exact: Whether it is stated as such: no 余, 约, range, rise or fall.
        rate: Whether it is a rate, point or multiple, not a count or an amount.
    """

    metric: Metric
    place: int
    counted: str
    lead: str
    tail: str
    raw: str
    words: str
    exact: bool
    rate: bool

    @property
    def value(self) -> Decimal:
        """
        The value, scaled.
        """
        return self.metric.value

    @property
    def step(self) -> Decimal:
        """
        The worth of the last digit printed: 0.01 of ``99.87%``, 100 of ``5.36万件``.
        """
        if not _ROUNDED.search(self.raw):
            return _ONE
        match = _DIGITS.search(self.raw)
        decimals = len(match[1]) if match and match[1] else 0
        power = sum(p for sign, p in _SCALES if sign in self.raw)
        return _ONE.scaleb(power - decimals)

    @property
    def slack(self) -> Decimal:
        """
        Half of the last digit where the figure was rounded, 0 for a plain whole number.
        """
        step = self.step
        return _ZERO if step is _ONE else step / 2


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
    def changes(self) -> list[tuple[list[Figure], int]]:
        """
        The rises and falls, each by its sentence and its place there.
        """
        return [
            (sentence, at)
            for sentence in self.sentences
            for at, figure in enumerate(sentence)
            if figure.metric.change
        ]

    @cached_property
    def rates(self) -> list[tuple[list[Figure], int]]:
        """
        The percentages that are stated exactly, likewise.
        """
        return [
            (sentence, at)
            for sentence in self.sentences
            for at, figure in enumerate(sentence)
            if figure.exact and figure.metric.unit == "%" and not self.planned(figure)
        ]

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
    marks = [match.start() for match in _MARK.finditer(folded)]
    figures: list[Figure] = []
    sentences: list[list[Figure]] = []
    last, following = 0, [metric.span.start for metric in metrics[1:]]
    following.append(len(folded))
    for place, metric in enumerate(metrics):
        start, end = metric.span.start, metric.span.end
        mark = bisect_left(marks, start)
        low = max(last, start - _LONGEST, marks[mark - 1] + 1 if mark else 0)
        mark = bisect_left(marks, end, mark)
        high = min(following[place], end + _LONGEST, marks[mark] if mark < len(marks) else end)
        counted = unit_class(metric.unit)
        raw, lead, tail = folded[start:end], folded[low:start], folded[end:high]
        exact, rate = metric.bound == "=" and metric.change is None, metric.unit in _RATES
        figure = Figure(metric, place, counted, lead, tail, raw, f"{lead}…{tail}", exact, rate)
        figures.append(figure)
        if not sentences or _breaks(folded, last, start):
            sentences.append([])
        sentences[-1].append(figure)
        last = end
    return Reading(examined.report, folded, figures, sentences)


def _breaks(folded: str, last: int, start: int) -> bool:
    """
    Whether a sentence ends between two figures.
    """
    stop = _STOP.search(folded, last, start)
    if stop is None:
        return False
    rest = folded[stop.end() : stop.end() + 8].lstrip("。 \n\r　")
    return not rest.startswith(_GOES_ON)
