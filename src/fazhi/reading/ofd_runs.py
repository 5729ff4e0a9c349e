"""
What stands on the pages of an OFD file: pieces of text with their places, in points.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from unicodedata import east_asian_width

from ofdkit import Page, TextRun

from fazhi.reading.page_runs import Run, Sheet


POINTS = 72 / 25.4  # to a millimetre
MIDDLE = 0.37  # of an em above the baseline
LEAST = 1.0  # millimetres that a piece without size is taken to measure
MARGIN = 2.0  # millimetres by which text may stick out of its page
BLANK = 0.2  # of an em: a gap between two words in Latin letters
LEVEL = 0.2  # of an em by which the baselines of one line may differ
TWICE = 0.13  # of an em: nearer, the same was drawn twice to look bold


def sheets_of(pages: Sequence[Page]) -> Iterator[Sheet]:
    """
    Yield what stands on each page, without what a template repeats on several.
    """
    templates = [_by_line(run for run in page.runs if run.from_template) for page in pages]
    count = Counter(line for lines in templates for line in lines.items())
    for number, (page, lines) in enumerate(zip(pages, templates, strict=True), 1):
        x, y, width, height = page.box
        own = [
            run
            for run in page.runs
            if not (run.from_template and count[round(run.y), lines[round(run.y)]] > 1)
            and x - MARGIN <= run.x <= x + width + MARGIN
            and y - MARGIN <= run.y <= y + height + MARGIN
        ]
        runs = [_run(run, y + height) for run in _spaced(own)]
        yield Sheet(number, width * POINTS, runs)


def _by_line(runs: Iterable[TextRun]) -> dict[int, str]:
    """
    Return what stands at each height, to the millimetre.
    """
    lines: defaultdict[int, str] = defaultdict(str)
    for run in runs:
        lines[round(run.y)] += f"{run.text}@{run.x:.0f} "
    return lines


def _spaced(runs: Iterable[TextRun]) -> Iterator[TextRun]:
    """
    Yield *runs* once each, with the blanks between Latin words that only their places show.
    """
    ordered = sorted((run for run in runs if run.text.strip()), key=lambda run: (run.y, run.x))
    yield from ordered[:1]
    for last, run in pairwise(ordered):
        em = max(run.size, last.size, LEAST)
        if abs(run.y - last.y) < LEVEL * em:
            if run.text == last.text and abs(run.x - last.x) < TWICE * em:
                continue
            gap = run.x - last.x - last.width
            if gap > BLANK * em and _latin(last.text[-1]) and _latin(run.text[0]):
                yield TextRun(f" {run.text}", run.x, run.y, run.size, run.width)
                continue
        yield run


def _latin(char: str) -> bool:
    return "0" <= char < "\u0250"


def _run(run: TextRun, bottom: float) -> Run:
    size = max(run.size, LEAST)
    # ofdkit takes the last of a piece for narrow where it may be either; here it is Chinese.
    width = run.width + (size / 2 if east_asian_width(run.text[-1]) == "A" else 0)
    return Run(
        text=run.text,
        left=run.x * POINTS,
        right=(run.x + width) * POINTS,
        middle=(bottom - run.y + MIDDLE * size) * POINTS,
        em=size * POINTS,
    )
