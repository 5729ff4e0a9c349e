"""
The five real reports: unchanged, annotated without contradiction, and read as well as promised.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.scoring import Scores, measure


SEEDS = Path(__file__).parents[1] / "seeds"
MANIFEST = tomllib.loads((SEEDS / "manifest.toml").read_text(encoding="utf-8"))
REPORTS = {row["file"]: row for row in MANIFEST["report"]}
SUBJECTS = ("sections", "metrics", "citations", "findings", "excluded", "indicators")
META = {
    "title", "region", "region_code", "level", "year", "kind", "issuers", "addressee", "date",
    "published", "script",
}  # fmt: skip

BARS = {
    "section.f1": 0.99,
    "section.level": 0.98,
    "section.title": 0.98,
    "section.end": 0.98,
    "section.role": 0.98,
    "citation.f1": 0.99,
    "citation.kind": 0.97,
    "citation.number": 0.97,
    "finding.f1": 0.97,
    "finding.kind": 0.97,
    "finding.topic": 0.85,
    "metric.f1": 0.97,
    "metric.bound": 0.97,
    "metric.change": 0.97,
    "metric.span": 0.97,
    "metric.label": 0.88,
    "group.f1": 0.85,
    **{f"meta.{field}": 1.0 for field in sorted(META)},
}


def text(name: str) -> str:
    """
    Return the text of a report.
    """
    return (SEEDS / name).read_bytes().decode("utf-8")


def annotations(name: str, subject: str) -> list[dict[str, Any]]:
    """
    Return the annotations of a report, in the order of the file.
    """
    path = (SEEDS / name).with_suffix(f".{subject}.jsonl")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def test_the_manifest_names_every_report() -> None:
    """
    And nothing else.
    """
    assert sorted(REPORTS) == sorted(path.name for path in SEEDS.glob("*.txt"))


@pytest.mark.parametrize("name", sorted(REPORTS))
class TestReport:
    """
    One seed.
    """

    def test_it_is_unchanged(self, name: str) -> None:
        """
        Offsets of the annotations hold for these very bytes.
        """
        row = REPORTS[name]

        assert hashlib.sha256((SEEDS / name).read_bytes()).hexdigest() == row["sha256"]
        assert len(text(name)) == row["characters"]

    def test_the_manifest_agrees_with_the_metadata(self, name: str) -> None:
        """
        Both say what the report is.
        """
        path = (SEEDS / name).with_suffix(".meta.json")
        meta = json.loads(path.read_text(encoding="utf-8"))

        assert set(meta) == META
        for field in ("title", "region", "year", "kind"):
            assert meta[field] == REPORTS[name].get(field)

    @pytest.mark.parametrize("subject", SUBJECTS)
    def test_annotations_stand_where_they_say(self, name: str, subject: str) -> None:
        """
        Inside the text, in its order, with the words that stand there.
        """
        rows = annotations(name, subject)
        starts = [row["start"] for row in rows]

        assert rows
        assert starts == sorted(starts)
        for row in rows:
            words = text(name)[row["start"] : row["end"]]
            assert words == words.strip() != ""
            assert row.get("raw", words) == words
            assert words.startswith(row.get("marker", ""))

    def test_sections_nest(self, name: str) -> None:
        """
        A deeper section lies wholly in the one before it.
        """
        above: list[dict[str, Any]] = []
        for row in annotations(name, "sections"):
            while above and above[-1]["level"] >= row["level"]:
                above.pop()
            assert not above or row["end"] <= above[-1]["end"]
            above.append(row)

    def test_groups_are_whole(self, name: str) -> None:
        """
        Each has one total and at least one part.
        """
        rows = annotations(name, "metrics")
        totals = [row["total_of"] for row in rows if row["total_of"] is not None]

        assert len(set(totals)) == len(totals)
        assert set(totals) == {row["part_of"] for row in rows if row["part_of"] is not None}


@pytest.fixture(scope="module")
def scores() -> Scores:
    """
    The figures over all five seeds.
    """
    return measure(SEEDS)


@pytest.mark.parametrize("name", BARS)
def test_the_seeds_are_read_as_well_as_promised(scores: Scores, name: str) -> None:
    """
    No figure is below its bar; a failure shows the mistakes.
    """
    assert not scores.below({name: BARS[name]})
