"""
fazhi is ahead of what one regular expression finds, on the seeds and on the short reports.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


SCRIPT = Path(__file__).parents[1] / "benchmarks" / "baselines.py"
GROUPS = ("seeds", "short")
# Shares that count what was missed as well as what was made up.
AHEAD = ("value", "unit", "span", "bound", "label")
# One of these can be perfect at the cost of the other.
LEVEL = ("recall", "precision")

Rows = dict[tuple[str, str], dict[str, Any]]


@pytest.fixture(scope="module")
def rows() -> Rows:
    """
    The figures by reader and group of reports, without any reader that must be installed.
    """
    command = [sys.executable, str(SCRIPT), "--json", "--rounds", "3"]
    done = subprocess.run(
        [*command, "--only", "fazhi", "one regex"],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    measured = json.loads(done.stdout)
    assert not measured["left_out"]
    return {(row["reader"], row["reports"]): row for row in measured["rows"]}


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("figure", AHEAD)
def test_fazhi_is_ahead_of_one_regex(rows: Rows, figure: str, group: str) -> None:
    assert rows["fazhi", group][figure] > rows["one regex", group][figure]


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("figure", LEVEL)
def test_fazhi_is_never_behind_one_regex(rows: Rows, figure: str, group: str) -> None:
    assert rows["fazhi", group][figure] >= rows["one regex", group][figure]


@pytest.mark.parametrize("group", GROUPS)
def test_fazhi_gives_no_more_stray_items_than_one_regex(rows: Rows, group: str) -> None:
    assert rows["fazhi", group]["stray"] <= rows["one regex", group]["stray"]


@pytest.mark.parametrize("group", GROUPS)
def test_the_regex_is_no_straw_man(rows: Rows, group: str) -> None:
    """
    It finds nine of ten quantities with their unit, and names no place.
    """
    assert rows["one regex", group]["unit"] > 0.9
    assert rows["one regex", group]["region"] is None
    assert rows["fazhi", group]["region"] > 0.9


@pytest.mark.parametrize("group", GROUPS)
def test_speed_is_stated_as_a_ratio(rows: Rows, group: str) -> None:
    assert rows["fazhi", group]["ratio"] == pytest.approx(1.0)
    assert rows["one regex", group]["ratio"] > 0
