"""
How long a user waits for the first report: interpreter, import and parse, in a fresh process.

The bytecode is compiled before, as it is where a package was installed; what it costs to run from
sources that nobody compiled is told beside it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from _figures import SEEDS, Figure, main


_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
CODE = "import sys, fazhi, pathlib; fazhi.parse(pathlib.Path(sys.argv[1]))"


def measure(options: argparse.Namespace) -> Iterator[Figure]:
    """
    Yield the median wall time of each seed, start of the interpreter included.
    """
    compiled = {key: value for key, value in os.environ.items() if key != _UNCOMPILED}
    _seconds(SEEDS[0], compiled)  # writes what is not compiled yet
    for path in SEEDS:
        times = [_seconds(path, compiled) for _ in range(options.rounds)]
        yield Figure(path.stem, median(times), "s", most=0.5)
    with TemporaryDirectory() as empty:
        uncompiled = {**compiled, _UNCOMPILED: "1", "PYTHONPYCACHEPREFIX": empty}
        times = [_seconds(SEEDS[-1], uncompiled) for _ in range(options.rounds)]
        yield Figure(f"{SEEDS[-1].stem}, nothing compiled", median(times), "s")


def _seconds(path: Path, environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", CODE, str(path)], check=True, env=environment)
    return time.perf_counter() - start


if __name__ == "__main__":
    main("First parse of each seed, in fresh processes.", measure, rounds=7)
