"""
Taking what a plugin read itself into the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import attrs

from fazhi.model import Citation, Finding, Metric, Report, Span


Node = Finding | Metric | Citation
N = TypeVar("N", Finding, Metric, Citation)


def with_additions(
    report: Report, added: Sequence[Node], section_at: Callable[[int], str | None]
) -> Report:
    """
    Return *report* with the nodes *added*, which take the place of what stands on the same span.

    Args:
        report: What the core read.
        added: Nodes of a plugin; their ids and sections are set here.
        section_at: Offset → id of the deepest section.
    """
    if not added:
        return report
    return attrs.evolve(
        report,
        findings=_joined(report.findings, _of(Finding, added), "f", section_at),
        metrics=_joined(report.metrics, _of(Metric, added), "m", section_at),
        citations=_joined(report.citations, _of(Citation, added), "c", section_at),
    )


def _of(kind: type[N], nodes: Iterable[Any]) -> list[N]:
    return [node for node in nodes if isinstance(node, kind)]


def _joined(
    old: tuple[N, ...], new: list[N], letter: str, section_at: Callable[[int], str | None]
) -> tuple[N, ...]:
    """
    Return all nodes of one kind in text order, numbered anew.
    """
    if not new:
        return old
    placed = {node.span: attrs.evolve(node, section=section_at(node.span.start)) for node in new}
    kept: dict[Span, N] = {node.span: node for node in old} | placed
    ordered = sorted(kept.values(), key=lambda node: node.span)
    return tuple(attrs.evolve(node, id=f"{letter}{i}") for i, node in enumerate(ordered, 1))
