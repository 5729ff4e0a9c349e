"""
Whether a report keeps the structural promises of the data model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

import attrs

from fazhi.errors import FazhiError
from fazhi.model import Finding, Metadata, Metric, Report, Section, Span
from fazhi.parsing.between import as_shown, blanked
from fazhi.parsing.sections import section_lookup


_WORD = re.compile(r"[^\W_]")
# A page that was saved in a wrong encoding shows ? where its wide blanks were.
_NO_BLANK = re.compile(r"[^\s?\ufffd]")


class ReportError(FazhiError, AssertionError):
    """
    A report breaks a promise of the data model.

    Attributes:
        problems: What is wrong, one sentence each.
    """

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "; ".join(self.problems)


def check_report(report: Report) -> None:
    """
    Prove that *report* keeps what the data model promises.

    Spans lie in the text and nest; nothing but blanks stands between sections
    of one level; ids are unique, in text order and of the deepest section;
    labels are their pieces; groups are consistent; and what stands outside of
    all sections is in the metadata's evidence or in a note.

    Raises:
        ReportError: With everything that is wrong.
    """
    problems = tuple(
        chain(
            _out_of_text(report),
            _outline(report, report.sections, "", 1),
            _ids(report),
            *(_metric(report, metric) for metric in report.metrics),
            *(_finding(report, finding) for finding in report.findings),
            _groups(report),
            _evidence(report.meta),
            _lost(report),
        )
    )
    if problems:
        raise ReportError(problems)


def _spans(report: Report) -> Iterator[tuple[str, Span]]:
    for section in report.walk():
        yield f"section {section.id}", section.span
    for nodes in (report.findings, report.metrics, report.citations):
        yield from ((node.id, node.span) for node in nodes)
    for field, spans in report.meta.evidence.items():
        yield from ((f"evidence of {field}", span) for span in spans)
    yield from (("format evidence", span) for span in report.meta.format_evidence)
    yield from ((note.code, note.span) for note in report.notes if note.span is not None)


def _out_of_text(report: Report) -> Iterator[str]:
    for what, span in _spans(report):
        if not 0 <= span.start < span.end <= len(report.text):
            yield f"{what} stands on {span}, which is no part of the text"


def _outline(report: Report, sections: Sequence[Section], parent: str, level: int) -> Iterator[str]:
    """
    Yield what is wrong with *sections*, which are all the children of *parent*.
    """
    for place, section in enumerate(sections, 1):
        if section.id != f"{parent}{place}" or section.level != level:
            yield f"section {section.id} of level {section.level} is child {place} of {parent!r}"
        yield from _heading(report, section)
        for child in section.children:
            if child.span not in section.span:
                yield f"section {child.id} reaches out of {section.id}"
        yield from _outline(report, section.children, f"{section.id}.", level + 1)
    for before, after in pairwise(sections):
        if before.span.end > after.span.start:
            yield f"section {after.id} overlaps {before.id}"
        elif stray := _NO_BLANK.search(blanked(report.text[before.span.end : after.span.start])):
            yield f"between sections {before.id} and {after.id} stands {stray[0]!r}"


def _heading(report: Report, section: Section) -> Iterator[str]:
    if section.title_span not in section.span:
        yield f"the title of section {section.id} stands outside of it"
    if not report.quote(section).startswith(section.marker):
        yield f"section {section.id} does not start with its marker {section.marker!r}"
    if (section.number is None) != (not section.marker):
        yield f"section {section.id} has the marker {section.marker!r}, number {section.number}"
    if _words(section.title) != _words(report.quote(section.title_span)):
        yield f"the title of section {section.id} is not what stands there"


def _words(text: str) -> str:
    return "".join(text.split())


def _ids(report: Report) -> Iterator[str]:
    section_at = section_lookup(report.sections)
    for letter, nodes in (
        ("f", report.findings),
        ("m", report.metrics),
        ("c", report.citations),
    ):
        if [node.id for node in nodes] != [f"{letter}{i}" for i in range(1, len(nodes) + 1)]:
            yield f"the ids {letter}1, {letter}2, … are not numbered in order"
        if list(nodes) != sorted(nodes, key=lambda node: node.span):
            yield f"the nodes {letter}1, {letter}2, … are not in text order"
        for node in nodes:
            if node.section != section_at(node.span.start):
                yield f"{node.id} names section {node.section}, which is not the deepest there"


def _metric(report: Report, metric: Metric) -> Iterator[str]:
    pieces = "".join(_words(report.quote(span)) for span in metric.label_spans)
    if (metric.label or "") != pieces or metric.label == "":
        yield f"{metric.id} has the label {metric.label!r}, its pieces say {pieces!r}"
    if (metric.upper is None) == (metric.bound == "range"):
        yield f"{metric.id} has bound {metric.bound} and upper end {metric.upper}"
    if not metric.value.is_finite():
        yield f"{metric.id} has the value {metric.value}"
    if (metric.exhaustive is not None) and metric.total_of is None:
        yield f"{metric.id} says how far its parts go, but is no total"


def _finding(report: Report, finding: Finding) -> Iterator[str]:
    if not finding.topics:
        yield f"{finding.id} has no topic"
    if finding.answers is not None and finding.answers not in {f.id for f in report.findings}:
        yield f"{finding.id} answers {finding.answers}, which is not there"


def _groups(report: Report) -> Iterator[str]:
    totals = [m.total_of for m in report.metrics if m.total_of is not None]
    if len(totals) != len(set(totals)):
        yield "a group has two totals"
    for group in report.groups:
        if group.total is None or not group.parts:
            yield f"group {group.id} lacks its {'parts' if group.total else 'total'}"
        elif group.total in group.parts:
            yield f"{group.total.id} is part of itself"


def _evidence(meta: Metadata) -> Iterator[str]:
    fields = {field.name for field in attrs.fields(Metadata)}
    for name, spans in meta.evidence.items():
        if name not in fields:
            yield f"there is evidence of {name}, which is no field"
        elif not getattr(meta, name) or not spans:
            yield f"the evidence of {name} proves nothing"


def _lost(report: Report) -> Iterator[str]:
    """
    Yield each stretch with words that no section, evidence or note holds.
    """
    held: Iterable[Span] = chain(
        (section.span for section in report.sections),
        chain.from_iterable(report.meta.evidence.values()),
        (note.span for note in report.notes if note.span is not None),
    )
    end, text = 0, as_shown(report.text)
    for span in (*sorted(held), Span(len(text), len(text))):
        if span.start > end and _WORD.search(text, end, span.start):
            yield f"nothing holds {text[end : span.start].strip()[:20]!r} at {end}"
        end = max(end, span.end)
