"""
What the benchmarks share: figures with their bars, and how they are printed and checked.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple


SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))


class Figure(NamedTuple):
    """
    One measured figure.

    Attributes:
        name: What was measured.
        value: The figure, in *unit*.
        unit: Its unit.
        most: The figure must not be above it.
        least: The figure must not be below it.
        note: What else was seen.
    """

    name: str
    value: float
    unit: str
    most: float | None = None
    least: float | None = None
    note: str = ""

    @property
    def missed(self) -> bool:
        """
        Whether a bar is missed.
        """
        above = self.most is not None and self.value > self.most
        return above or (self.least is not None and self.value < self.least)

    @property
    def bar(self) -> str:
        """
        The bar, in words.
        """
        if self.most is not None:
            return f"at most {self.most:,g}"
        return "" if self.least is None else f"at least {self.least:,g}"


def number_of(code: str) -> float:
    """
    Return what *code* prints as a number, run in a fresh process.
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    return float(done.stdout)


def main(
    about: str, measure: Callable[[argparse.Namespace], Iterable[Figure]], rounds: int
) -> None:
    """
    Measure, print, and leave with exit code 1 where ``--check`` is given and a bar is missed.

    Args:
        about: What the script measures.
        measure: Options → figures.
        rounds: How often to measure, unless the options say otherwise.
    """
    options = argparse.ArgumentParser(description=about)
    options.add_argument("--rounds", type=int, default=rounds, help="how often (%(default)s)")
    options.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options.add_argument("--check", action="store_true", help="exit 1 where a bar is missed")
    chosen = options.parse_args()
    figures = list(measure(chosen))
    print(as_json(figures) if chosen.json else as_table(figures))
    sys.exit(1 if chosen.check and any(figure.missed for figure in figures) else 0)


def as_json(figures: Iterable[Figure]) -> str:
    """
    Return *figures* as JSON.
    """
    rows = [{**figure._asdict(), "missed": figure.missed} for figure in figures]
    return json.dumps({"python": platform.python_version(), "figures": rows}, indent=1)


def as_table(figures: Iterable[Figure]) -> str:
    """
    Return *figures* as lines of a table.
    """
    lines = [f"Python {platform.python_version()}, {platform.machine()}"]
    for figure in figures:
        verdict = "MISSED" if figure.missed else ""
        number = f"{figure.value:,.3f}" if figure.value < 100 else f"{figure.value:,.0f}"
        row = f"{figure.name:42} {number:>12} {figure.unit:14} {figure.bar:18} {verdict:6} {figure.note}"
        lines.append(row.rstrip())
    return "\n".join(lines)
