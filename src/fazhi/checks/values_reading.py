"""
What the arithmetic rules share: the figures of a report, by sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from attrs import define

from fazhi.checks.values_figures import Figure, Page
from fazhi.knowledge.indicators import unit_class
from fazhi.knowledge.units import UNSUMMED
from fazhi.model import Report
from fazhi.model.audit import Examined


_MARKS, _STOP = ",;、:()", "。"
_GOES_ON = ("其中", "包括", "包含")
_LONGEST = 60


@define(slots=False, eq=False)
class Reading:
    """
    The figures of one report.

    Attributes:
        report: The report.
        folded: Its folded text.
        figures: All figures.
        sentences: The same by sentence; one that goes on with 其中 is no new one.
        roles: The role of each section.
    """

    report: Report
    folded: str
    figures: list[Figure]
    sentences: list[list[Figure]]
    roles: Mapping[str, str]

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
        rows = self.sentences
        return [(rows[f.line], f.at) for f in self.figures if f.metric.change]

    @cached_property
    def percents(self) -> list[Figure]:
        """
        The percentages, of any kind.
        """
        return [figure for figure in self.figures if figure.metric.unit == "%"]

    @cached_property
    def units(self) -> frozenset[str]:
        """
        The units of all figures.
        """
        return frozenset(figure.metric.unit for figure in self.figures)

    @cached_property
    def rates(self) -> list[tuple[list[Figure], int]]:
        """
        The percentages that are stated exactly, likewise.
        """
        rows = self.sentences
        return [(rows[f.line], f.at) for f in self.percents if f.exact and not self.planned(f)]

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
    stops = folded.replace(_STOP, "\n")
    clauses = stops
    for mark in _MARKS:
        clauses = clauses.replace(mark, "\n")
    page, final = Page(folded, clauses), clauses.rfind("\n")
    figures: list[Figure] = []
    sentences: list[list[Figure]] = []
    last, following = 0, [metric.span.start for metric in metrics[1:]]
    following.append(len(folded))
    for metric, behind in zip(metrics, following, strict=False):
        start, end = metric.span.start, metric.span.end
        if not sentences or _breaks(folded, stops, last, start):
            sentences.append([])
        sentence, unit = sentences[-1], metric.unit
        figure = Figure(
            metric,
            metric.value,
            len(figures),
            len(sentences) - 1,
            len(sentence),
            unit_class(unit),
            metric.bound == "=" and metric.change is None,
            unit in UNSUMMED,
            folded[start - 1 : start],
            page,
            max(last, start - _LONGEST),
            # Behind the last mark of a text nothing says where a clause ends.
            min(behind, end + _LONGEST) if end <= final else end,
        )
        figures.append(figure)
        sentence.append(figure)
        last = end
    roles = {section.id: section.role for section in examined.sections}
    return Reading(examined.report, folded, figures, sentences, roles)


def _breaks(folded: str, stops: str, last: int, start: int) -> bool:
    """
    Whether a sentence ends between two figures.
    """
    stop = stops.find("\n", last, start)
    if stop < 0:
        return False
    rest = folded[stop + 1 : stop + 9].lstrip("。 \n\r　")
    return not rest.startswith(_GOES_ON)
