"""
The figures of `score.py`, measured in a process of its own as a user would run it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple


class Scores(NamedTuple):
    """
    How well a folder of annotated reports is read.

    Attributes:
        figures: Share of what is right, by the name of the figure.
        errors: The mistakes, a line each, that start with the figure's name.
    """

    figures: dict[str, float]
    errors: tuple[str, ...]

    def below(self, bars: dict[str, float]) -> str:
        """
        Return the figures that miss their bar, each with its mistakes; ``""`` if none does.
        """
        lines = []
        for name, bar in bars.items():
            figure = self.figures.get(name, 0.0)
            if figure < bar:
                # The mistakes of an F1 are those of its precision and recall.
                stem = name.removesuffix(".f1") + ("." if name.endswith(".f1") else "")
                lines += [f"{name} {figure:.4f} < {bar}", *self.about(stem)]
        return "\n".join(lines)

    def about(self, stem: str) -> list[str]:
        """
        Return the first mistakes whose figure starts with *stem*.
        """
        parts = (f"{stem}precision", f"{stem}recall") if stem.endswith(".") else (stem,)
        return [line for line in self.errors if line.strip().startswith(parts)][:20]


def measure(folder: Path) -> Scores:
    """
    Parse and score all reports in *folder*.
    """
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("score.py"), folder, "--json", "--errors", "999"],
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    figures, *errors = done.stdout.splitlines()
    return Scores(json.loads(figures), tuple(errors))
