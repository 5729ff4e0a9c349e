"""
Which row of the indicator catalogue each metric states.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from fazhi.knowledge.indicators import Matcher
from fazhi.model import Document, Metric, Section


_REACH = 120


def indicated(
    document: Document, metrics: Sequence[Metric], sections: Sequence[Section], matcher: Matcher
) -> tuple[Metric, ...]:
    """
    Return *metrics* with the ids of their rows, None where no single row fits.
    """
    titles = _titles(document.folded, sections)
    return tuple(_indicated(document.folded, metric, titles, matcher) for metric in metrics)


def _indicated(folded: str, metric: Metric, titles: dict[str, str], matcher: Matcher) -> Metric:
    if not metric.label_spans:
        return metric
    label = "".join([folded[s.start : s.end] for s in metric.label_spans])

    def context() -> str:
        start, end = metric.span.start, metric.span.end
        begin = 1 + max(folded.rfind("。", max(0, start - _REACH), start), start - _REACH - 1, -1)
        return f"{titles.get(metric.section or '', '')} {folded[begin : end + 10]}"

    found = matcher.find(label, metric.unit, change=metric.change is not None, context=context)
    return attrs.evolve(metric, indicator=found) if found else metric


def _titles(folded: str, sections: Sequence[Section]) -> dict[str, str]:
    """
    Return the folded headings above each section, its own last, by its id.
    """
    titles: dict[str, str] = {}

    def visit(section: Section, above: str) -> None:
        span = section.title_span
        titles[section.id] = f"{above} {folded[span.start : span.end]}"
        for child in section.children:
            visit(child, titles[section.id])

    for section in sections:
        visit(section, "")
    return titles
