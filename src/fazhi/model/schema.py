"""
Reports as JSON of schema ``fazhi.report/1``: the way there and back.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import msgspec

from fazhi.errors import SchemaError
from fazhi.model.frozen import FrozenDict
from fazhi.model.nodes import Citation, Finding, Metadata, Metric, Note, Region, Section
from fazhi.model.report import Report
from fazhi.model.shapes import (
    SCHEMA,
    CitationJSON,
    FindingJSON,
    MetadataJSON,
    MetricJSON,
    Offsets,
    RegionJSON,
    ReportJSON,
    SectionJSON,
)
from fazhi.model.shaping import shaped
from fazhi.model.span import Span


_DECODER = msgspec.json.Decoder(ReportJSON)


def json_schema() -> dict[str, Any]:
    """
    Return the JSON Schema of `Report.to_dict`.
    """
    return msgspec.json.schema(ReportJSON)


def dump(report: Report) -> dict[str, Any]:
    """
    Return *report* as plain data.
    """
    data: dict[str, Any] = msgspec.to_builtins(shaped(report))
    return data


def load(data: dict[str, Any]) -> Report:
    """
    Return the report that *data* says.

    Raises:
        SchemaError: If *data* is not of the schema; the message holds the path.
    """
    try:
        read = msgspec.convert(data, ReportJSON)
        return _report(read)
    except (msgspec.ValidationError, ArithmeticError) as error:
        raise SchemaError(f"not a report of schema {SCHEMA}: {error}") from error


def encode(report: Report) -> bytes:
    """
    Return *report* as JSON in UTF-8.
    """
    shape = shaped(report)
    try:
        return msgspec.json.encode(shape)
    except UnicodeEncodeError:  # half a character of UTF-16, which JSON can only write escaped
        return json.dumps(msgspec.to_builtins(shape)).encode()


def decode(content: bytes | str) -> Report:
    """
    Return the report that `encode` gave *content* for.

    Raises:
        SchemaError: If *content* is no JSON or not of the schema; the message holds the path.
    """
    try:
        return _report(_DECODER.decode(content))
    except (msgspec.DecodeError, ArithmeticError):
        pass
    try:
        data = json.loads(content)
    except ValueError as error:
        raise SchemaError(f"not JSON: {error}") from error
    return load(data)


def _report(r: ReportJSON) -> Report:
    return Report(
        text=r.text,
        meta=_metadata(r.meta),
        sections=tuple([_section(s) for s in r.sections]),
        findings=tuple([_finding(f) for f in r.findings]),
        metrics=tuple([_metric(m) for m in r.metrics]),
        citations=tuple([_citation(c) for c in r.citations]),
        notes=tuple(
            Note(code=n.code, message=n.message, span=Span(*n.span) if n.span else None)
            for n in r.notes
        ),
    )


def _spans(pairs: list[Offsets]) -> tuple[Span, ...]:
    return tuple([Span(*pair) for pair in pairs])


def _metadata(m: MetadataJSON) -> Metadata:
    return Metadata(
        title=m.title,
        kind=m.kind,
        year=m.year,
        region=_region(m.region) if m.region else None,
        issuers=tuple(m.issuers),
        addressee=m.addressee,
        date=m.date,
        published=m.published,
        script=m.script,
        format=m.format,
        evidence=FrozenDict({k: _spans(v) for k, v in m.evidence.items()}),
        format_evidence=_spans(m.format_evidence),
        source=FrozenDict(m.source),
    )


def _region(r: RegionJSON) -> Region:
    return Region(name=r.name, code=r.code, level=r.level, path=tuple(r.path))


def _section(s: SectionJSON) -> Section:
    return Section(
        id=s.id,
        level=s.level,
        marker=s.marker,
        number=s.number,
        title=s.title,
        title_span=Span(*s.title_span),
        span=Span(*s.span),
        role=s.role,
        children=tuple([_section(child) for child in s.children]),
    )


def _finding(f: FindingJSON) -> Finding:
    return Finding(
        id=f.id,
        section=f.section,
        kind=f.kind,
        title=f.title,
        span=Span(*f.span),
        topics=tuple(f.topics),
        answers=f.answers,
    )


def _metric(m: MetricJSON) -> Metric:
    return Metric(
        id=m.id,
        section=m.section,
        span=Span(*m.span),
        value=Decimal(m.value),
        upper=None if m.upper is None else Decimal(m.upper),
        unit=m.unit,
        bound=m.bound,
        change=m.change,
        label=m.label,
        label_spans=_spans(m.label_spans),
        indicator=m.indicator,
        scope=m.scope,
        period=m.period,
        total_of=m.total_of,
        part_of=m.part_of,
        exhaustive=m.exhaustive,
    )


def _citation(c: CitationJSON) -> Citation:
    return Citation(
        id=c.id,
        section=c.section,
        span=Span(*c.span),
        title=c.title,
        number=c.number,
        kind=c.kind,
        status=c.status,
    )
