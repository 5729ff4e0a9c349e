"""
How well a reader of quantities does on annotated reports, by the rules of ``tests/score.py``.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple


TOP = Path(__file__).parents[1]
GROUPS = {"seeds": TOP / "seeds", "short": TOP / "tests" / "reports"}

Row = dict[str, Any]


class Annotated(NamedTuple):
    """
    A report with what people say is in it.

    Attributes:
        text: The report.
        metrics: Its annotated metrics.
        region: The name of its place, or a list of names that are equally right; ``None`` where
            nobody says.
    """

    text: str
    metrics: list[Row]
    region: object


def _scorer() -> Any:
    """
    Return ``tests/score.py`` as a module.
    """
    spec = importlib.util.spec_from_file_location("score", TOP / "tests" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError("tests/score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCORE = _scorer()


def annotated(folder: Path) -> dict[str, Annotated]:
    """
    Return the reports of a folder whose metrics are annotated, by name.
    """
    reports = {}
    for path in sorted(folder.glob("*.metrics.jsonl")):
        name = path.name.removesuffix(".metrics.jsonl")
        text = (folder / f"{name}.txt").read_bytes().decode("utf-8-sig")
        meta = json.loads((folder / f"{name}.meta.json").read_text(encoding="utf-8"))
        reports[name] = Annotated(text, SCORE.load(path), meta.get("region"))
    return reports


def quality(reports: Mapping[str, Annotated], readings: Mapping[str, Row]) -> dict[str, float]:
    """
    Return every figure, whether or not the reader offers what it is about.

    ``value`` compares values alone, ``unit`` values with their units; ``span``, ``bound`` and
    ``label`` are the F1 of values that are right in this respect too.
    """
    bare, whole, places = SCORE.Tally(), SCORE.Tally(), SCORE.Tally()
    stray = 0
    for name, report in reports.items():
        found = [_predicted(report.text, item) for item in readings[name]["items"]]
        SCORE.score_metrics(name, report.metrics, {"metrics": found}, report.text, whole)
        gold, unitless = _without_units(report.metrics), {"metrics": _without_units(found)}
        SCORE.score_metrics(name, gold, unitless, report.text, bare)
        if report.region is not None:
            meta = {"region": {"name": readings[name]["region"]}}
            SCORE.score_meta(name, {"region": report.region}, {"meta": meta}, places)
        stray += _stray(report.metrics, found)
    values, units = bare.figures(), whole.figures()
    f1 = values.get("metric.f1", 0.0)
    parts = {key: f1 * values.get(f"metric.{key}", 0.0) for key in ("span", "bound", "label")}
    return {
        "recall": values.get("metric.recall", 0.0),
        "precision": values.get("metric.precision", 0.0),
        "value": f1,
        "unit": units.get("metric.f1", 0.0),
        **parts,
        "region": places.figures()["meta.region"],
        "stray": stray,
    }


def _predicted(text: str, item: Row) -> Row:
    return {**item, "span": [item["start"], item["end"]], "raw": text[item["start"] : item["end"]]}


def _without_units(rows: Iterable[Row]) -> list[Row]:
    return [{**row, "unit": "", "unit_alt": None} for row in rows]


def _stray(gold: Iterable[Row], found: Iterable[Row]) -> int:
    """
    Return how many items touch no annotated metric, not even an optional one.
    """
    spans = [(row["start"], row["end"]) for row in gold]
    return sum(
        not any(SCORE.overlap((row["start"], row["end"]), span) for span in spans) for row in found
    )
