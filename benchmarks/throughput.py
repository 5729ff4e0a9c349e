"""
Speed and weight once everything is loaded: small reports, one huge one, memory.
"""

from __future__ import annotations

import argparse
import gc
import re
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from statistics import median

from _figures import SEEDS, Figure, main

import fazhi


# A number and its unit as one would write it down at first. Two scans with it are the yardstick
# that makes the figure comparable between machines.
GENERIC = re.compile(
    r"(?:\d[\d,.]*|[〇零一二两三四五六七八九十百千万亿]+)[余多]?[万亿]?"
    r"(?:%|‰|百分点|件|项|人|次|个|元|家|条|起|户|场|期|份|名|批|年|类|级)"
)
HUGE = 3_500_000


def measure(options: argparse.Namespace) -> Iterator[Figure]:
    """
    Yield speed, its ratio to the yardstick, the rate of one huge document, and memory.
    """
    texts = [path.read_text(encoding="utf-8") for path in SEEDS]
    size = sum(map(len, texts))
    parse, scan = _in_turn(lambda: _parse(texts), lambda: _scan(texts), options.rounds)
    yield Figure("five seeds, warm", size / parse, "characters/s", least=1_500_000)
    yield Figure("parse / two scans of one regex", parse / scan, "", most=7.8)

    huge = "\n".join(texts * (HUGE // size + 1))[:HUGE]
    big, small = _in_turn(lambda: _parse([huge]), lambda: _parse(texts), 2)
    yield Figure("one document of 3.5 million", len(huge) / big, "characters/s")
    yield Figure(
        "rate of small ones / rate of it", (big / len(huge)) / (small / size), "", most=1.3
    )

    for path in SEEDS:
        yield Figure(f"memory kept / text, {path.stem}", _weight(path.read_bytes()), "", most=8)


def _parse(texts: list[str]) -> None:
    for text in texts:
        fazhi.parse(text)


def _scan(texts: list[str]) -> None:
    for text in texts * 2:
        for _ in GENERIC.finditer(text):
            pass


def _in_turn(
    first: Callable[[], None], second: Callable[[], None], rounds: int
) -> tuple[float, float]:
    """
    Return the median CPU seconds of both, measured in turn after one run of each.
    """
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 1):
        for run, taken in zip((first, second), times, strict=True):
            start = time.process_time()
            run()
            if number:
                taken.append(time.process_time() - start)
    return median(times[0]), median(times[1])


def _weight(data: bytes) -> float:
    """
    Return the memory that goes with a parsed report, its text included, as a multiple of the text.
    """
    fazhi.parse(data.decode())
    tracemalloc.start()
    report = fazhi.parse(data.decode())
    size = sys.getsizeof(report.text)
    kept = _traced()
    del report
    kept -= _traced()
    tracemalloc.stop()
    return kept / size


def _traced() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


if __name__ == "__main__":
    main("Characters a second and memory, warm.", measure, rounds=15)
