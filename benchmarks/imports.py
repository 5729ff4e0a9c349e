"""
What ``import fazhi`` costs beside the packages that any such library would import.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from statistics import median

from _figures import Figure, main, number_of


TIMED = "import time; t = time.process_time(); {}; print(time.process_time() - t)"
HEAVY = "{}; import sys; print(sum(name in sys.modules for name in ('jieba', 'opencc')))"
YARDSTICK = "import attrs, regex, pluggy"
# The names of the package load when they are first used; the second line is what a caller pays.
OURS = ("import fazhi", "from fazhi import parse")


def measure(options: argparse.Namespace) -> Iterator[Figure]:
    """
    Yield medians over fresh processes, taken in turn, and their ratios.
    """
    codes = {statement: TIMED.format(statement) for statement in (YARDSTICK, *OURS)}
    for code in codes.values():
        number_of(code)  # compiles what has no bytecode yet
    rounds = [
        {name: number_of(code) for name, code in codes.items()} for _ in range(options.rounds)
    ]
    times = {name: median(row[name] for row in rounds) for name in codes}
    yield from (Figure(name, value * 1000, "ms of CPU") for name, value in times.items())
    ratios = [times[statement] / times[YARDSTICK] for statement in OURS]
    yield Figure(f"{OURS[0]}, ratio", ratios[0], "", most=1.5)
    yield Figure(f"{OURS[1]}, ratio", ratios[1], "")
    for statement in OURS:
        count = number_of(HEAVY.format(statement))
        yield Figure(f"jieba, opencc after {statement}", count, "modules", most=0)


if __name__ == "__main__":
    main("Time of import fazhi, in fresh processes.", measure, rounds=21)
