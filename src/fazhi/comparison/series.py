"""
Reports of one place over the years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from attrs import define, frozen

from fazhi.comparison.clauses import Clause, clauses
from fazhi.model import Metric, Report
from fazhi.text import fold


Subject = tuple[str, ...]

# Reports that tell of a year's work and are written every year.
YEARLY = frozenset({"annual_report", "work_summary"})


@define(kw_only=True, slots=False, eq=False)
class Prepared:
    """
    A report with what comparisons ask of it again and again.

    Attributes:
        index: Place of the report among those compared.
        report: The report.
    """

    index: int
    report: Report

    @cached_property
    def folded(self) -> str:
        """
        The text in simplified, half-width characters, one for one.
        """
        return fold(self.report.text).folded

    @cached_property
    def subject(self) -> Subject | None:
        """
        Whose report it is: the place, and the body where it tells of its own work alone.
        """
        meta = self.report.meta
        issuers = tuple(sorted(fold(issuer).folded for issuer in meta.issuers))
        if meta.region is None:
            return issuers or None
        path = meta.region.path or (meta.region.name,)
        if meta.region.level != "department":
            return path
        return (*path, *issuers) if issuers else None

    @cached_property
    def names(self) -> tuple[str, ...]:
        """
        Names of its place and of those around it, the longest first.
        """
        region = self.report.meta.region
        found = set() if region is None else {*region.path, region.name}
        # 红河州 is the short name of 红河哈尼族彝族自治州.
        found |= {name[:2] + name[-1] for name in found if "自治" in name}
        return tuple(sorted(found, key=lambda name: (-len(name), name)))

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """
        Its text as clauses, numbers and own place masked.
        """
        headings = (section.title_span.start for section in self.report.walk())
        return clauses(self.folded, self.names, headings)

    @cached_property
    def roles(self) -> dict[str | None, str]:
        """
        The role of each section, by id.
        """
        return {section.id: section.role for section in self.report.walk()}

    @cached_property
    def sentences(self) -> tuple[tuple[Metric, ...], ...]:
        """
        The metrics of each sentence that has some, in text order.
        """
        groups: list[list[Metric]] = []
        last = 0
        for metric in self.report.metrics:
            between = self.folded[last : metric.span.start]
            if not groups or "。" in between or "\n" in between:
                groups.append([])
            groups[-1].append(metric)
            last = metric.span.end
        return tuple(map(tuple, groups))

    @property
    def whole_year(self) -> bool:
        """
        Whether it was signed when its year was over, so that its figures are the year's.
        """
        meta = self.report.meta
        return meta.date is None or meta.date > f"{meta.year}-12-24"

    @property
    def title(self) -> str:
        """
        What to call it in a message.
        """
        meta = self.report.meta
        where = meta.region.name if meta.region else "".join(meta.issuers[:1])
        return f"{where}{meta.year}年报告" if meta.year else f"{where}报告"


@frozen
class Pair:
    """
    The reports of one subject on two years, one after the other.

    Attributes:
        before: The report on the year before.
        now: The report on the year.
    """

    before: Prepared
    now: Prepared


def prepare(reports: Sequence[Report]) -> tuple[Prepared, ...]:
    """
    Return the reports that differ, ready to be compared; of equal texts only the first.
    """
    first: dict[str, Prepared] = {}
    for index, report in enumerate(reports):
        if report.text not in first:
            first[report.text] = Prepared(index=index, report=report)
    return tuple(first.values())


def pairs(prepared: Sequence[Prepared]) -> Iterator[Pair]:
    """
    Yield each yearly report that has one of its subject on the year before.

    Where a year has several, the last signed counts.
    """
    for years in _by_subject(prepared).values():
        for year in sorted(years):
            if year - 1 in years:
                yield Pair(years[year - 1][-1], years[year][-1])


def twins(prepared: Sequence[Prepared]) -> Iterator[Pair]:
    """
    Yield reports of one subject on one and the same year, in the order of their dates.
    """
    for years in _by_subject(prepared).values():
        for same in years.values():
            for before, now in pairwise(same):
                yield Pair(before, now)


def _by_subject(prepared: Sequence[Prepared]) -> dict[Subject, dict[int, list[Prepared]]]:
    found: dict[Subject, dict[int, list[Prepared]]] = {}
    for one in sorted(prepared, key=_date):
        meta = one.report.meta
        if meta.year is not None and meta.kind in YEARLY and one.subject:
            found.setdefault(one.subject, {}).setdefault(meta.year, []).append(one)
    return found


def _date(one: Prepared) -> tuple[str, int]:
    return (one.report.meta.date or one.report.meta.published or "", one.index)
