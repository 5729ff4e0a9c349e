"""
Planted faults are found where they stand, and reports without a fault are left in peace.

The reports in ``faults/`` were written before the rules were seen.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import fazhi
from fazhi import Violation


HERE = Path(__file__).parent / "faults"
ENOUGH = 0.9
# One false error or warning for so many reports without a fault.
PEACE = 4


def texts(name: str) -> list[dict[str, Any]]:
    """
    Return the reports of one table, put into their frames.
    """
    frames = tomllib.loads((HERE / "frames.toml").read_text(encoding="utf-8"))["frames"]
    rows = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["report"]
    for row in rows:
        if "text" not in row:
            row["text"] = frames[row["frame"]].replace("{body}", row["body"])
    return rows


FAULTY, SOUND = texts("faulty"), texts("sound")


@cache
def audited(text: str) -> tuple[Violation, ...]:
    return fazhi.audit(fazhi.Parser(plugins=[]).parse(text))


def hit(row: dict[str, Any]) -> bool:
    """
    Whether a violation of the right family stands at the right place.
    """
    start = row["text"].index(row["place"])
    end = start + len(row["place"])
    return any(
        violation.rule.startswith(f"FZ{row['family']}")
        and (not row["place"] or any(s.start < end and start < s.end for s in violation.spans))
        for violation in audited(row["text"])
    )


def alarms(row: dict[str, Any]) -> list[str]:
    return [
        f"{row['name']}: {violation.rule} {violation.message}"
        for violation in audited(row["text"])
        if violation.severity != "info"
    ]


def test_there_are_enough_of_both_and_the_places_stand_in_them() -> None:
    assert len(FAULTY) >= 30
    assert len(SOUND) >= 30
    for row in FAULTY:
        assert row["place"] in row["text"], row["name"]
    assert len({row["name"] for row in FAULTY + SOUND}) == len(FAULTY) + len(SOUND)


@pytest.mark.parametrize("family", range(1, 6))
def test_no_family_is_blind(family: int) -> None:
    rows = [row for row in FAULTY if row["family"] == family]
    missed = [row["name"] for row in rows if not hit(row)]
    # Families are small, so one fault is much; three in four is the least.
    assert len(missed) * 4 <= len(rows), missed


def test_nine_in_ten_faults_are_found() -> None:
    missed = [f"FZ{row['family']}: {row['name']}" for row in FAULTY if not hit(row)]
    assert len(missed) <= len(FAULTY) * (1 - ENOUGH), missed


def test_reports_without_a_fault_are_left_in_peace() -> None:
    wrong = [alarm for row in SOUND for alarm in alarms(row)]
    assert len(wrong) * PEACE <= len(SOUND), wrong
