"""
Short reports of our own, with invented figures in the structures of real ones.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.scoring import Scores, measure


REPORTS = Path(__file__).with_name("reports")
BARS: dict[str, float] = {}
FIGURES = (
    "section.f1", "section.level", "section.title", "section.end", "section.role",
    "citation.f1", "citation.kind", "citation.number", "finding.f1", "finding.kind",
    "finding.topic", "metric.f1", "metric.bound", "metric.change", "metric.span", "metric.label",
    "group.f1", "meta.title", "meta.kind", "meta.year", "meta.region", "meta.region_code",
    "meta.level", "meta.issuers", "meta.addressee", "meta.date", "meta.published", "meta.script",
)  # fmt: skip


@pytest.fixture(scope="module")
def scores() -> Scores:
    """
    The figures over all reports.
    """
    return measure(REPORTS)


def test_there_are_enough_reports() -> None:
    """
    Each with its expected outcome beside it.
    """
    names = {path.stem for path in REPORTS.glob("*.txt")}

    assert len(names) >= 12
    for subject in ("meta.json", "sections.jsonl", "metrics.jsonl"):
        assert names == {p.name.removesuffix(f".{subject}") for p in REPORTS.glob(f"*.{subject}")}


@pytest.mark.parametrize("name", FIGURES)
def test_the_reports_are_read_as_well_as_promised(scores: Scores, name: str) -> None:
    """
    Each figure is measured, and none is below its bar; a failure shows the mistakes.
    """
    assert name in scores.figures
    assert not scores.below({name: BARS.get(name, 0.0)})
