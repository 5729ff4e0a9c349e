"""
What an audit costs beside the parse: a thousand reports, made from the seeds and the test reports.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from _figures import SEEDS, Figure, main

import fazhi


MANY = 1_000
SHORT = sorted((Path(__file__).parents[1] / "tests" / "reports").glob("*.txt"))


def measure(options: argparse.Namespace) -> Iterator[Figure]:
    """
    Yield the time to parse, to audit one by one, and to look across, and their ratios.
    """
    texts = list(_texts())
    rounds = [_round(texts) for _ in range(options.rounds + 1)][1:]  # the first one loads tables
    parse, audit, across = (median(column) for column in zip(*rounds, strict=True))
    yield Figure("characters in a report", sum(map(len, texts)) / MANY, "")
    yield Figure("parse", parse / MANY * 1000, "ms a report")
    yield Figure("audit", audit / MANY * 1000, "ms a report")
    yield Figure("audit / parse", audit / parse, "", most=0.5)
    yield Figure("look across 1,000 reports", across, "s", most=60)


def _texts() -> Iterator[str]:
    """
    Yield a thousand reports, each with a number of its own so that no two are alike.
    """
    originals = [path.read_text(encoding="utf-8") for path in (*SEEDS, *SHORT)]
    for number, text in enumerate(islice(cycle(originals), MANY)):
        yield f"{text.rstrip()}\n第{number + 1}份\n"


def _round(texts: list[str]) -> tuple[float, float, float]:
    """
    Return the CPU seconds for parsing *texts*, auditing each, and looking across them.
    """
    start = time.process_time()
    reports = [fazhi.parse(text) for text in texts]
    parsed = time.process_time()
    for report in reports:
        fazhi.audit(report)
    audited = time.process_time()
    fazhi.audit_corpus(reports)
    return parsed - start, audited - parsed, time.process_time() - audited


if __name__ == "__main__":
    main("Time of fazhi.audit beside fazhi.parse, warm.", measure, rounds=3)
