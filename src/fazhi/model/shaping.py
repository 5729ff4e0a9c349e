"""
Reports → the shapes of schema ``fazhi.report/1``, which msgspec writes.
"""

from __future__ import annotations

from fazhi.model.nodes import Citation, Finding, Metadata, Metric, Region, Section
from fazhi.model.report import Report
from fazhi.model.shapes import (
    SCHEMA,
    CitationJSON,
    FindingJSON,
    MetadataJSON,
    MetricJSON,
    NoteJSON,
    Offsets,
    RegionJSON,
    ReportJSON,
    SectionJSON,
)
from fazhi.model.span import Span


def shaped(report: Report) -> ReportJSON:
    """
    Return *report* as its shape; the fields stand in the order of the shape.
    """
    text = report.text
    return ReportJSON(
        SCHEMA,
        text,
        _metadata(report.meta),
        [_section(s) for s in report.sections],
        [_finding(f) for f in report.findings],
        [_metric(m, text) for m in report.metrics],
        [_citation(c, text) for c in report.citations],
        [NoteJSON(n.code, n.message, _pair(n.span) if n.span else None) for n in report.notes],
    )


def _pair(span: Span) -> Offsets:
    return [span.start, span.end]


def _pairs(spans: tuple[Span, ...]) -> list[Offsets]:
    return [[span.start, span.end] for span in spans]


def _metadata(meta: Metadata) -> MetadataJSON:
    return MetadataJSON(
        meta.title,
        meta.kind,
        meta.year,
        _region(meta.region) if meta.region else None,
        list(meta.issuers),
        meta.addressee,
        meta.date,
        meta.published,
        meta.script,
        meta.format,
        {k: _pairs(v) for k, v in meta.evidence.items()},
        _pairs(meta.format_evidence),
        dict(meta.source),
    )


def _region(region: Region) -> RegionJSON:
    return RegionJSON(region.name, region.code, region.level, list(region.path))


def _section(s: Section) -> SectionJSON:
    return SectionJSON(
        s.id,
        s.level,
        s.marker,
        s.number,
        s.title,
        _pair(s.title_span),
        _pair(s.span),
        s.role,
        [_section(child) for child in s.children],
    )


def _finding(f: Finding) -> FindingJSON:
    return FindingJSON(f.id, f.section, f.kind, f.title, _pair(f.span), list(f.topics), f.answers)


def _metric(m: Metric, text: str) -> MetricJSON:
    start, end = m.span.start, m.span.end
    return MetricJSON(
        m.id,
        m.section,
        [start, end],
        text[start:end],
        format(m.value, "f"),
        None if m.upper is None else format(m.upper, "f"),
        m.unit,
        m.bound,
        m.change,
        m.label,
        _pairs(m.label_spans),
        m.indicator,
        m.scope,
        m.period,
        m.total_of,
        m.part_of,
        m.exhaustive,
    )


def _citation(c: Citation, text: str) -> CitationJSON:
    start, end = c.span.start, c.span.end
    return CitationJSON(
        c.id, c.section, [start, end], text[start:end], c.title, c.number, c.kind, c.status
    )
