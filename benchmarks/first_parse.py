"""
How long a user waits for the first report: interpreter, import and parse, in a fresh process.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator
from statistics import median

from _figures import SEEDS, Figure, main


CODE = "import sys, fazhi, pathlib; fazhi.parse(pathlib.Path(sys.argv[1]))"


def measure(options: argparse.Namespace) -> Iterator[Figure]:
    """
    Yield the median wall time of each seed, start of the interpreter included.
    """
    for path in SEEDS:
        times = []
        for _ in range(options.rounds):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", CODE, str(path)], check=True)
            times.append(time.perf_counter() - start)
        yield Figure(path.stem, median(times), "s", most=0.5)


if __name__ == "__main__":
    main("First parse of each seed, in fresh processes.", measure, rounds=7)
