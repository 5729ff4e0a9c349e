"""
A report and all that was found in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from attrs import frozen

from fazhi.model.nodes import Citation, Finding, Group, Metadata, Metric, Note, Section
from fazhi.model.span import Span


class HasSpan(Protocol):
    """
    Anything that stands somewhere in the text.
    """

    @property
    def span(self) -> Span | None:
        """
        Where it stands.
        """


@frozen(kw_only=True)
class Report:
    """
    One report, read.

    Attributes:
        text: The source, unchanged; all spans point into it.
        meta: What the report says of itself.
        sections: The outline, top level.
        findings: All findings, in text order.
        metrics: All metrics, in text order.
        citations: All citations, in text order.
        notes: What the reader should know: doubts, repairs, what stands outside of all sections.
    """

    text: str
    meta: Metadata
    sections: tuple[Section, ...] = ()
    findings: tuple[Finding, ...] = ()
    metrics: tuple[Metric, ...] = ()
    citations: tuple[Citation, ...] = ()
    notes: tuple[Note, ...] = ()

    def walk(self) -> Iterator[Section]:
        """
        Yield every section, depth first, in text order.
        """
        for section in self.sections:
            yield from section.walk()

    def quote(self, node: HasSpan | Span) -> str:
        """
        Return the words that *node* was read from; ``""`` where it has no span.
        """
        span = node if isinstance(node, Span) else node.span
        return "" if span is None else self.text[span.start : span.end]

    @property
    def groups(self) -> tuple[Group, ...]:
        """
        Totals with their parts, derived from the metrics, by number.
        """
        totals: dict[int, Metric] = {}
        parts: dict[int, list[Metric]] = {}
        for metric in self.metrics:
            if metric.total_of is not None:
                totals[metric.total_of] = metric
            if metric.part_of is not None:
                parts.setdefault(metric.part_of, []).append(metric)
        return tuple(
            Group(
                id=number,
                total=totals.get(number),
                parts=tuple(parts.get(number, ())),
                exhaustive=totals[number].exhaustive if number in totals else None,
            )
            for number in sorted(totals.keys() | parts.keys())
        )

    def to_arrow(self) -> dict[str, Any]:
        """
        Return the report as Arrow tables by name (``metrics``, ``findings``, …).

        Raises:
            MissingExtraError: If pyarrow is not installed.
        """
        from fazhi.corpus.frames import arrow  # noqa: PLC0415

        return arrow(self)

    def to_pandas(self) -> dict[str, Any]:
        """
        Return the report as data frames of pandas by name, values exact.

        Raises:
            MissingExtraError: If pandas or pyarrow is not installed.
        """
        from fazhi.corpus.frames import pandas  # noqa: PLC0415

        return pandas(self)

    def to_polars(self) -> dict[str, Any]:
        """
        Return the report as data frames of polars by name, values exact.

        Raises:
            MissingExtraError: If polars or pyarrow is not installed.
        """
        from fazhi.corpus.frames import polars  # noqa: PLC0415

        return polars(self)

    def to_dict(self) -> dict[str, Any]:
        """
        Return plain dictionaries, lists, strings and numbers, of schema ``fazhi.report/1``.
        """
        from fazhi.model.schema import dump  # noqa: PLC0415

        return dump(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Report:
        """
        Return the report that `to_dict` gave *data* for.

        Raises:
            SchemaError: If *data* is not of schema ``fazhi.report/1``.
        """
        from fazhi.model.schema import load  # noqa: PLC0415

        return load(data)
