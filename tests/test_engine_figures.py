"""
The page that plans a million reports says what was measured, and the script that measures works.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
MEASURED = json.loads((BENCHMARKS / "engines.json").read_text(encoding="utf-8"))


def plan() -> Any:
    """
    Return ``benchmarks/_plan.py`` as a module.
    """
    spec = importlib.util.spec_from_file_location("_plan", BENCHMARKS / "_plan.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_tables_of_the_page_are_made_from_the_figures_kept() -> None:
    made = plan()
    text = made.PAGE.read_text(encoding="utf-8")

    assert made.page(text, MEASURED) == text


def test_every_engine_was_measured_over_the_same_documents() -> None:
    engines = MEASURED["engines"]
    rows = {engine["digest"] for engine in engines.values() if "digest" in engine}
    counts = {engine["documents"] for name, engine in engines.items() if name != "bare"}

    assert MEASURED["left_out"] == {}
    assert set(engines) == {"bare", *plan().TITLES}
    assert len(rows) == 1
    assert counts == {MEASURED["corpus"]["documents"]}


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    """
    What the script finds out on a few documents.
    """
    command = [sys.executable, str(BENCHMARKS / "engines.py"), "--documents", "60", "--json"]
    done = subprocess.run(
        [*command, "--only", "local-0", "local-2"],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return {row["name"]: row["value"] for row in json.loads(done.stdout)["figures"]}


def test_the_script_compares_the_rows_of_engines(figures: dict[str, float]) -> None:
    assert figures["documents lost or twice"] == 0
    assert figures["different sets of rows"] == 0
    # Of so few documents a rate without the start of workers is noise, and may be below zero.
    assert {"bare parse", "local, no worker process", "local, 2 workers"} <= figures.keys()
