"""
Reports → rows of the tables, as tuples in the order of the columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Context, Decimal
from functools import cache
from importlib import metadata
from typing import Any, Final

import pyarrow as pa

from fazhi.checks.auditor import violations
from fazhi.checks.engine import outcomes
from fazhi.corpus.outcomes import Failure
from fazhi.corpus.schemas import STORED
from fazhi.model import Citation, Finding, Metric, Report, Section, Span, Violation
from fazhi.model.audit import Outcome as Found


Row = tuple[Any, ...]

_DECIMALS: Final = 6
_LIMIT: Final = Decimal(10) ** 32
_MOST: Final = 2**31
_HALVES: Final = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
# What a file may say of itself that has a column.
_FACTS: Final = ("type", "publisher", "document_number", "index_number")


class Rows:
    """
    Rows of all tables, gathered.

    Attributes:
        by_table: The rows of each table, by its name.
    """

    def __init__(self, *, audit: bool) -> None:
        """
        Start without rows.

        Args:
            audit: Whether the audit's rules are applied to reports.
        """
        self.by_table: dict[str, list[Row]] = {name: [] for name in STORED}
        self._audit = audit

    def __len__(self) -> int:
        """
        Return the number of documents.
        """
        return len(self.by_table["reports"]) + len(self.by_table["failures"])

    def add_failure(self, source: str, sha256: str | None, error: Failure | None) -> None:
        """
        Add a document that gave no report.
        """
        told = ("", "") if error is None else (error.type, whole(error.message))
        self.by_table["failures"].append((plain_name(source), sha256, *told))

    def add_json(self, key: str, json: bytes) -> None:
        """
        Add a report whole.
        """
        self.by_table["report_json"].append((key, compressed(json), len(json)))

    def add_done(self, source: str, sha256: str | None, made_by: str, report: str | None) -> None:
        """
        Add that a document is done.
        """
        self.by_table["done"].append((plain_name(source), sha256, made_by, report))

    def add_report(self, key: str, report: Report, source: str, sha256: str | None) -> None:
        """
        Add all rows of *report*.

        Args:
            key: Its id.
            report: The report.
            source: The document's name.
            sha256: Hash of the document's bytes.
        """
        found, problem = _audited(report) if self._audit else (None, None)
        of = self.by_table
        of["reports"].append(_report(key, report, plain_name(source), sha256, found))
        of["sections"] += _sections(key, report.sections)
        of["findings"] += [_finding(key, node, report) for node in report.findings]
        of["metrics"] += [_metric(key, node, report) for node in report.metrics]
        of["citations"] += [_citation(key, node, report) for node in report.citations]
        notes = [(note.code, note.message, *_ends(note.span)) for note in report.notes]
        notes += _unfit(report.metrics)
        notes += [] if problem is None else [problem]
        of["notes"] += [(key, place, *note) for place, note in enumerate(notes, 1)]
        of["violations"] += [
            _violation(key, place, one, report)
            for place, one in enumerate(violations(found or ()), 1)
        ]


def compressed(json: bytes) -> bytes:
    """
    Return the JSON of a report as `expanded` takes it.
    """
    data: bytes = pa.compress(json, "zstd", asbytes=True)
    return data


def expanded(data: bytes, size: int) -> bytes:
    """
    Return the JSON that `compressed` made *data* of; *size* is its length.
    """
    json: bytes = pa.decompress(data, size, "zstd", asbytes=True)
    return json


def plain_name(source: str) -> str:
    """
    Return a document's name as a table can hold it; bytes that are no text become their escapes.
    """
    return source.encode("utf-8", "backslashreplace").decode()


def whole(value: Any) -> Any:
    """
    Return *value* with U+FFFD in the place of each half character of UTF-16.
    """
    if isinstance(value, str):
        return value.translate(_HALVES)
    return [whole(one) for one in value] if isinstance(value, list | tuple) else value


@cache
def version() -> str:
    """
    Return the version of fazhi.
    """
    try:
        return metadata.version("fazhi")
    except metadata.PackageNotFoundError:
        return "unknown"


def _audited(report: Report) -> tuple[tuple[Found, ...] | None, Row | None]:
    """
    Return what the rules found, or the note that they failed: the report itself is still wanted.
    """
    try:
        return outcomes(report), None
    except Exception as error:  # noqa: BLE001 - a plugin's rule may raise anything
        message = f"{type(error).__name__}: {error}"
        return None, ("table.not-audited", message, None, None)


def _report(
    key: str,
    report: Report,
    source: str,
    sha256: str | None,
    found: tuple[Found, ...] | None,
) -> Row:
    meta, region = report.meta, report.meta.region
    place = (None,) * 3 if region is None else (region.name, region.code, region.level)
    results: dict[str, list[str]] = {"pass": [], "fail": [], "unknown": [], "not_applicable": []}
    for one in found or ():
        results[one.result].append(one.rule)
    return (
        key, source, sha256, version(), meta.title, meta.kind, _number(meta.year), *place,
        () if region is None else region.path, meta.issuers, meta.addressee,
        iso_date(meta.date), iso_date(meta.published), meta.script, meta.format,
        *(_fact(meta.source.get(name)) for name in _FACTS), len(report.text), found is not None,
        results["pass"], results["fail"], results["unknown"], report.text,
    )  # fmt: skip


def _sections(key: str, sections: Sequence[Section]) -> Iterable[Row]:
    left = [(section, "") for section in reversed(sections)]
    while left:
        node, parent = left.pop()
        yield (
            key, node.id, parent or None, node.level, node.marker, _number(node.number),
            node.title, node.role, *node.span, *node.title_span,
        )  # fmt: skip
        left += [(child, node.id) for child in reversed(node.children)]


def _finding(key: str, node: Finding, report: Report) -> Row:
    return (
        key, node.id, node.section, node.kind, node.title, next(iter(node.topics), None),
        node.topics, node.answers, *node.span, report.quote(node.span),
    )  # fmt: skip


def _metric(key: str, node: Metric, report: Report) -> Row:
    upper = node.upper
    return (
        key, node.id, node.section, fitting(node.value), fitting(upper),
        format(node.value, "f"), None if upper is None else format(upper, "f"),
        node.unit, node.bound, node.change, node.label, node.indicator, node.scope, node.period,
        _number(node.total_of), _number(node.part_of), node.exhaustive, *node.span,
        [span.start for span in node.label_spans], [span.end for span in node.label_spans],
        report.quote(node.span),
    )  # fmt: skip


def _citation(key: str, node: Citation, report: Report) -> Row:
    return (
        key, node.id, node.section, node.kind, node.title, node.number, node.status, *node.span,
        report.quote(node.span),
    )  # fmt: skip


def _violation(key: str, place: int, one: Violation, report: Report) -> Row:
    first = next(iter(one.spans), None)
    return (
        key, place, one.rule, one.severity, one.message, one.message_en, one.values, one.formula,
        *_ends(first), [span.start for span in one.spans], [span.end for span in one.spans],
        None if first is None else report.quote(first),
    )  # fmt: skip


def fitting(value: Decimal | None) -> Decimal | None:
    """
    Return *value* where decimal128(38,6) holds it exactly, else None.
    """
    if value is None or not value.is_finite() or value.copy_abs() >= _LIMIT:
        return None
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent >= -_DECIMALS:
        return value
    short = shortened(value)  # zeros at the end may be all that is too much
    digits = short.adjusted() - len(short.as_tuple().digits) + 1 >= -_DECIMALS
    return short if digits else None


def shortened(value: Decimal) -> Decimal:
    """
    Return *value*, exactly, without zeros at its end.
    """
    # The usual context rounds to 28 digits.
    return Context(prec=max(1, len(value.as_tuple().digits))).normalize(value)


def _unfit(metrics: Iterable[Metric]) -> list[Row]:
    return [
        ("table.value-not-stored", f"{name} of {node.id} does not fit decimal128(38,6)", *node.span)
        for node in metrics
        for name, value in (("value", node.value), ("upper", node.upper))
        if value is not None and fitting(value) is None
    ]


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (None, None) if span is None else (span.start, span.end)


def _number(value: int | None) -> int | None:
    return value if value is None or -_MOST <= value < _MOST else None


def _fact(value: str | float | None) -> str | None:
    return None if value is None else str(value)


def iso_date(words: str | None) -> date | None:
    """
    Return an ISO date; None where it is none.
    """
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        return None
