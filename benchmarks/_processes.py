"""
What a command and all processes below it take: time, processor time, memory. Reads ``/proc``.
"""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple


PROC = Path("/proc")
TICK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
EVERY = 0.25  # seconds between two looks; what happens between them is not seen


class Taken(NamedTuple):
    """
    What a command took.

    Attributes:
        output: What it printed.
        wall: Seconds from its start to its end.
        cpu: Seconds of processor time of all its processes; None without ``/proc``.
        below: Most memory that the processes below it held together, in bytes; shared pages
            count in each. None without ``/proc``.
    """

    output: str
    wall: float
    cpu: float | None
    below: int | None


class FailedError(Exception):
    """
    A command failed; the message is what it said last.
    """


class _Looks(threading.Thread):
    """
    Looks at a process and all below it, again and again.
    """

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self.root = root
        self.seconds: dict[tuple[int, int], float] = {}  # by process and when it started
        self.below = 0
        self.ended = threading.Event()

    def run(self) -> None:
        while not self.ended.wait(EVERY):
            self.look()

    def look(self) -> None:
        rows = _table()
        family, grown = {self.root}, True
        while grown:
            more = {pid for pid, row in rows.items() if row["parent"] in family} - family
            family |= more
            grown = bool(more)
        for pid in family & rows.keys():
            self.seconds[pid, rows[pid]["start"]] = rows[pid]["seconds"]
        held = sum(rows[pid]["held"] for pid in family & rows.keys() if pid != self.root)
        self.below = max(self.below, held)


def _table() -> dict[int, dict[str, Any]]:
    rows = {}
    for folder in PROC.iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except (OSError, UnicodeDecodeError):  # it has ended
                continue
            rows[int(folder.name)] = {
                "parent": int(fields[1]),
                "seconds": (int(fields[11]) + int(fields[12])) / TICK,
                "start": int(fields[19]),
                "held": int(fields[21]) * os.sysconf("SC_PAGE_SIZE"),
            }
    return rows


def run(command: Sequence[str], environment: Mapping[str, str]) -> Taken:
    """
    Run *command* and return what it took.

    Raises:
        FailedError: If it fails.
    """
    before = os.times()
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )
    looks = _Looks(process.pid)
    if PROC.is_dir():
        looks.start()
    output, errors = process.communicate()
    wall = time.perf_counter() - start
    looks.ended.set()
    if process.returncode:
        raise FailedError("\n".join(errors.strip().splitlines()[-5:]))
    if not PROC.is_dir():
        return Taken(output, wall, None, None)
    looks.join()
    after = os.times()
    # Processes that were waited for are counted to the end; the others as they were last seen.
    waited = after.children_user + after.children_system
    waited -= before.children_user + before.children_system
    return Taken(output, wall, max(waited, sum(looks.seconds.values())), looks.below)


def peak() -> int | None:
    """
    Return the most memory that this process has held, in bytes; None without ``/proc``.

    That of ``getrusage`` would hold what the process was before it became this program.
    """
    try:
        status = (PROC / "self" / "status").read_text()
    except OSError:
        return None
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024
