"""
The head of a printed report: what it is and how much was found in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.text import Text

from fazhi.cli.lines import line, visible
from fazhi.model import Metadata, Report


FIELD = 11  # cells for the names of facts


def head(report: Report, width: int) -> Iterator[Text]:
    """
    Yield the lines that say what a report is and how much was found in it.

    Args:
        report: The report.
        width: Cells of a line; what is longer ends in ``…``.
    """
    meta = report.meta
    name = visible(str(meta.source.get("name", "")))
    rule = Text(f"── {name} " if name else "", "dim")
    rule.append("─" * max(0, width - rule.cell_len))
    yield line(rule, width)
    yield line(Text(visible(meta.title or "(no title)"), "bold"), width)
    for field, value in (*_facts(meta), ("found", worded(counts(report)))):
        if value:
            yield line(Text().append(f"  {field:{FIELD}}", "dim").append(visible(value)), width)
    yield Text()


def counts(report: Report) -> dict[str, int]:
    """
    Return how much was found, by the noun for one of it.
    """
    return {
        "section": sum(1 for _ in report.walk()),
        "finding": len(report.findings),
        "metric": len(report.metrics),
        "group": len(report.groups),
        "citation": len(report.citations),
        "note": len(report.notes),
    }


def worded(numbers: Mapping[str, int]) -> str:
    """
    Return numbers with their nouns, such as ``"1 section, 3,021 metrics"``.
    """
    return ", ".join(f"{n:,} {noun}{'' if n == 1 else 's'}" for noun, n in numbers.items())


def _facts(meta: Metadata) -> Iterator[tuple[str, str]]:
    yield "region", _region(meta)
    yield "year", "" if meta.year is None else str(meta.year)
    yield "kind", meta.kind.replace("_", " ")
    yield "issuers", ", ".join(meta.issuers)
    yield "addressee", meta.addressee or ""
    yield "date", meta.date or ""
    yield "published", meta.published or ""
    yield "format", meta.format
    yield "encoding", _encoding(meta)


def _region(meta: Metadata) -> str:
    region = meta.region
    if region is None:
        return ""
    place = " ".join(filter(None, (region.name, region.code, region.level)))
    above = " ".join(name for name in region.path if name != region.name)
    return f"{place} ({above})" if above else place


def _encoding(meta: Metadata) -> str:
    source = meta.source
    if "encoding" not in source:
        return ""
    damaged = f", {source['damaged']:g} characters damaged" if "damaged" in source else ""
    return f"{source['encoding']} (confidence {source.get('confidence', 0):.2f}{damaged})"
