"""
Reports as JSON of schema ``fazhi.report/1``: the way there and back.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any

import attrs
import msgspec

from fazhi.errors import SchemaError
from fazhi.model.frozen import FrozenDict
from fazhi.model.nodes import Citation, Finding, Metadata, Metric, Note, Region, Section
from fazhi.model.report import Report
from fazhi.model.shapes import SCHEMA, MetadataJSON, MetricJSON, Offsets, ReportJSON, SectionJSON
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
    text = report.text
    return {
        "schema": SCHEMA,
        "text": text,
        "meta": _metadata(report.meta),
        "sections": [_section(s) for s in report.sections],
        "findings": [_fields(f) for f in report.findings],
        "metrics": [_with_raw(m, text) for m in report.metrics],
        "citations": [_with_raw(c, text) for c in report.citations],
        "notes": [_fields(n) for n in report.notes],
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _digits(value: Decimal) -> str:
    return format(value, "f")


# Fields whose values JSON has not, each with what makes them plain.
_PLAIN: dict[str, Callable[[Any], Any]] = {
    "format_evidence": _pairs,
    "issuers": list,
    "label_spans": _pairs,
    "path": list,
    "span": _pair,
    "title_span": _pair,
    "topics": list,
    "upper": _digits,
    "value": _digits,
}


@cache
def _plan(cls: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]], tuple[str, ...]]:
    """
    Return the names of the fields of *cls*, what gets them all, and those to be made plain.
    """
    names = tuple(a.name for a in attrs.fields(cls))
    return names, attrgetter(*names), tuple(name for name in names if name in _PLAIN)


def _fields(node: Any) -> dict[str, Any]:
    names, values_of, odd = _plan(node.__class__)
    fields = dict(zip(names, values_of(node), strict=True))
    for name in odd:
        if (value := fields[name]) is not None:
            fields[name] = _PLAIN[name](value)
    return fields


def _with_raw(node: Metric | Citation, text: str) -> dict[str, Any]:
    return {**_fields(node), "raw": text[node.span.start : node.span.end]}


def _section(section: Section) -> dict[str, Any]:
    return {**_fields(section), "children": [_section(c) for c in section.children]}


def _metadata(meta: Metadata) -> dict[str, Any]:
    return {
        **_fields(meta),
        "region": None if meta.region is None else _fields(meta.region),
        "evidence": {k: _pairs(v) for k, v in meta.evidence.items()},
        "source": dict(meta.source),
    }


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
    data = dump(report)
    try:
        return msgspec.json.encode(data)
    except UnicodeEncodeError:  # half a character of UTF-16, which JSON can only write escaped
        return json.dumps(data).encode()


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
        meta=_read_metadata(r.meta),
        sections=tuple(_read_section(s) for s in r.sections),
        findings=tuple(
            Finding(**{**_struct(f), "span": Span(*f.span), "topics": tuple(f.topics)})
            for f in r.findings
        ),
        metrics=tuple(_read_metric(m) for m in r.metrics),
        citations=tuple(
            Citation(
                **{k: v for k, v in _struct(c).items() if k != "raw"} | {"span": Span(*c.span)}
            )
            for c in r.citations
        ),
        notes=tuple(
            Note(code=n.code, message=n.message, span=Span(*n.span) if n.span else None)
            for n in r.notes
        ),
    )


def _struct(value: msgspec.Struct) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__struct_fields__}


def _spans(pairs: list[Offsets]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)


def _read_section(s: SectionJSON) -> Section:
    return Section(
        **{
            **_struct(s),
            "title_span": Span(*s.title_span),
            "span": Span(*s.span),
            "children": tuple(_read_section(c) for c in s.children),
        }
    )


def _read_metric(m: MetricJSON) -> Metric:
    values = _struct(m)
    del values["raw"]
    values["span"] = Span(*m.span)
    values["value"] = Decimal(m.value)
    values["upper"] = None if m.upper is None else Decimal(m.upper)
    values["label_spans"] = _spans(m.label_spans)
    return Metric(**values)


def _read_metadata(m: MetadataJSON) -> Metadata:
    values = _struct(m)
    values["issuers"] = tuple(m.issuers)
    values["region"] = m.region and Region(**{**_struct(m.region), "path": tuple(m.region.path)})
    values["evidence"] = FrozenDict({k: _spans(v) for k, v in m.evidence.items()})
    values["format_evidence"] = _spans(m.format_evidence)
    values["source"] = FrozenDict(m.source)
    return Metadata(**values)
