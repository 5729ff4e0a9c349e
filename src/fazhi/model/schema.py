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
from fazhi.model.making import make_citation, make_finding, make_metric, make_section, make_span
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
            Note(code=n.code, message=n.message, span=make_span(*n.span) if n.span else None)
            for n in r.notes
        ),
    )


def _spans(pairs: list[Offsets]) -> tuple[Span, ...]:
    return tuple([make_span(*pair) for pair in pairs])


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
    return make_section(
        s.id,
        s.level,
        s.marker,
        s.number,
        s.title,
        make_span(*s.title_span),
        make_span(*s.span),
        s.role,
        tuple([_section(child) for child in s.children]),
    )


def _finding(f: FindingJSON) -> Finding:
    return make_finding(
        f.id,
        f.section,
        f.kind,
        f.title,
        make_span(*f.span),
        tuple(f.topics),
        f.answers,
    )


def _metric(m: MetricJSON) -> Metric:
    return make_metric(
        m.id,
        m.section,
        make_span(*m.span),
        Decimal(m.value),
        None if m.upper is None else Decimal(m.upper),
        m.unit,
        m.bound,
        m.change,
        m.label,
        _spans(m.label_spans),
        m.indicator,
        m.scope,
        m.period,
        m.total_of,
        m.part_of,
        m.exhaustive,
    )


def _citation(c: CitationJSON) -> Citation:
    return make_citation(
        c.id,
        c.section,
        make_span(*c.span),
        c.title,
        c.number,
        c.kind,
        c.status,
    )
