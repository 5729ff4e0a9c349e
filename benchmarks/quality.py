"""
How well the annotated reports are read, as the Markdown table of the README.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import mean


TOP = Path(__file__).parents[1]
README = TOP / "README.md"
FOLDERS = {"seeds": TOP / "seeds", "own": TOP / "tests" / "reports"}
START, END = "<!-- benchmarks/quality.py -->", "<!-- end -->"

# What is measured in words, and the figure; a name that ends in a dot is the mean of a family.
ROWS = (
    ("sections found", "section.f1"),
    ("… on the right level", "section.level"),
    ("… with the right title", "section.title"),
    ("… that end in the right place", "section.end"),
    ("chapters with the right role", "section.role"),
    ("metrics found, value and unit right", "metric.f1"),
    ("… with the exact span", "metric.span"),
    ("… with the right bound", "metric.bound"),
    ("… with the right change", "metric.change"),
    ("… with a fitting label", "metric.label"),
    ("indicators that are set and right", "indicator.precision"),
    ("indicators to be set that are", "indicator.recall"),
    ("links between a total and its parts", "group.f1"),
    ("citations found", "citation.f1"),
    ("… with the right kind", "citation.kind"),
    ("… with the right document number", "citation.number"),
    ("findings found", "finding.f1"),
    ("… with the right kind", "finding.kind"),
    ("… with a right first topic", "finding.topic"),
    ("metadata, mean of its fields", "meta."),
)


def figures(folder: Path) -> dict[str, float]:
    """
    Return the figures of ``tests/score.py`` for the annotated reports in *folder*.
    """
    script = TOP / "tests" / "score.py"
    command = [sys.executable, str(script), str(folder), "--json"]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[0])
    return measured


def rows() -> Iterator[tuple[str, ...]]:
    """
    Yield the cells of the table, its heading first.
    """
    measured = {name: figures(folder) for name, folder in FOLDERS.items()}
    counts = {name: len(list(folder.glob("*.txt"))) for name, folder in FOLDERS.items()}
    yield "what", f"{counts['seeds']} seed reports", f"{counts['own']} short reports"
    yield "---", "---:", "---:"
    for words, name in ROWS:
        yield words, *(percent(values, name) for values in measured.values())


def percent(values: dict[str, float], name: str) -> str:
    """
    Return a figure in percent, rounded down so that 100 means all; a dash where nobody annotated it.
    """
    family = [value for key, value in values.items() if name in (key, f"{key.split('.')[0]}.")]
    return "–" if not family else f"{int(mean(family) * 1000 + 1e-9) / 10:.1f} %"


def table() -> str:
    """
    Return the table in Markdown.
    """
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows())


def written(text: str, new: str) -> str:
    """
    Return *text* with *new* between the two marks.
    """
    before, _, rest = text.partition(START)
    return f"{before}{START}\n{new}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    options = argparse.ArgumentParser(description="How well the annotated reports are read.")
    options.add_argument("--write", action="store_true", help="renew the table of the README")
    chosen = options.parse_args()
    if chosen.write:
        README.write_text(written(README.read_text(encoding="utf-8"), table()), encoding="utf-8")
    else:
        print(table())
