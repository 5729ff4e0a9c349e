"""
Time and memory that the worst hostile files take before they are refused or read.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from _figures import Figure, main


ROOT = Path(__file__).parents[1]
# Rows of the table in tests/hostile_cases.py, the worst of each kind.
WORST = (
    "archive: part of 1 GiB of zeros",
    "archive: the same, below the limit",
    "archive: entries that share one part",
    "archive: 100,000 parts",
    "entities: billion laughs in a Word file",
    "entities: billion laughs in a page",
    "entities: quadratic blow-up in a page",
    "Word: very many tags",
    "Word: 150,000 empty paragraphs",
    "Word: 3,000 pages",
    "OFD: drawings that hold each other",
    "OFD: the same document 5,000 times",
    "OFD: a million empty elements",
    "OFD: 500 pages",
    "PDF: stream that unpacks to 1 GiB",
    "PDF: 500 pages",
    "page: elements 100,000 deep",
    "page: 300,000 empty elements",
    "page: attribute of 20 MB",
    "page: page of 5 MB",
    "other: one character 30 million times",
)
SECONDS, MEBIBYTES = 5.0, 1000

# The file is made by another process, so that making it counts for nothing.
MAKE = "import sys; from tests.hostile_cases import CASES; sys.stdout.buffer.write(CASES[sys.argv[1]].build())"
READ = """
import resource, sys, time
import fazhi
from tests.hostile_cases import CASES
data = sys.stdin.buffer.read()
limits = CASES[sys.argv[1]].limits
for warm in (b"<html><body><p>1", b"%PDF-1.7", b"PK\\3\\4" + bytes(30)):
    try:
        fazhi.read(warm)
    except fazhi.ReadError:
        pass
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.process_time()
try:
    outcome = f"{len(fazhi.Parser(limits=limits).read(data).text):,} characters"
except fazhi.ReadError as error:
    outcome = error.message[:60]
taken = time.process_time() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(taken, peak / 1024, (peak - before) / 1024, len(data), outcome)
"""


def measure(options: argparse.Namespace) -> Iterator[Figure]:
    """
    Yield the seconds and the peak memory of each of the worst rows.
    """
    for name in WORST:
        data = _run(MAKE, name)
        runs = [_run(READ, name, data).decode().split(maxsplit=4) for _ in range(options.rounds)]
        seconds = median(float(run[0]) for run in runs)
        peak, more = (median(float(run[i]) for run in runs) for i in (1, 2))
        size, outcome = int(runs[0][3]), runs[0][4].strip()
        yield Figure(name, seconds, "CPU seconds", most=SECONDS, note=outcome)
        note = f"{more:,.0f} more than before it; the file has {size:,} bytes"
        yield Figure("  peak memory", peak, "MiB", most=MEBIBYTES, note=note)


def _run(code: str, name: str, data: bytes = b"") -> bytes:
    done = subprocess.run(
        [sys.executable, "-c", code, name], input=data, capture_output=True, check=False, cwd=ROOT
    )
    if done.returncode:
        raise SystemExit(f"{name}: {done.stderr.decode()}")
    return done.stdout


if __name__ == "__main__":
    main("Time and memory of the worst hostile files.", measure, rounds=1)
