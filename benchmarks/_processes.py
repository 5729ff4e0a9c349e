"""
What a command and all processes below it take: time, processor time, memory. Reads ``/proc``.
"""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple


PROC = Path("/proc")
TICK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
EVERY = 0.25  # seconds between two looks; what happens between them is not seen
TURN = 3.0  # seconds that one of two commands runs while the other one rests


class Taken(NamedTuple):
    """
    What a command took.

    Attributes:
        output: What it printed.
        wall: Seconds from its start to its end, those left out in which it rested.
        rested: These seconds.
        cpu: Seconds of processor time of all its processes as they were last seen; None without
            ``/proc``.
        below: Most memory that the processes below it held together, in bytes; shared pages
            count in each. None without ``/proc``.
    """

    output: str
    wall: float
    rested: float
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


def run(
    command: Sequence[str], environment: Mapping[str, str], beside: Sequence[str] = ()
) -> tuple[Taken, str]:
    """
    Run *command* and return what it took, and what *beside* printed.

    The two take turns of a few seconds, so that a machine that others use too is as quick for the
    one as for the other; when *command* has ended, *beside* is told to by SIGTERM.

    Raises:
        FailedError: If one of them fails.
    """
    start = time.perf_counter()
    process, other = _started(command, environment), None
    looks = _Looks(process.pid)
    if PROC.is_dir():
        looks.start()
    try:
        if beside:
            other = _started(beside, environment)
            os.killpg(other.pid, signal.SIGSTOP)
        output, rested = _finished(process, other)
        wall = time.perf_counter() - start - rested
        said = "" if other is None else _ended(other)
    finally:
        looks.ended.set()
        for one in (process, other):
            if one is not None and one.poll() is None:
                os.killpg(one.pid, signal.SIGKILL)
    if not PROC.is_dir():
        return Taken(output, wall, rested, None, None), said
    looks.join()
    return Taken(output, wall, rested, sum(looks.seconds.values()), looks.below), said


def _started(command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[str]:
    """
    Start *command* as the head of a process group, which can rest and go on as a whole.
    """
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        start_new_session=True,
    )


def _finished(
    process: subprocess.Popen[str], other: subprocess.Popen[str] | None
) -> tuple[str, float]:
    """
    Return what *process* prints until it ends, and how long it rested for *other*.
    """
    rested = 0.0
    while True:
        try:
            output, errors = process.communicate(timeout=None if other is None else TURN)
        except subprocess.TimeoutExpired:
            begun = time.perf_counter()
            os.killpg(process.pid, signal.SIGSTOP)
            _let(other)
            os.killpg(process.pid, signal.SIGCONT)
            rested += time.perf_counter() - begun
        else:
            return _checked(process, output, errors), rested


def _let(other: subprocess.Popen[str] | None) -> None:
    if other is not None:
        os.killpg(other.pid, signal.SIGCONT)
        time.sleep(TURN)
        os.killpg(other.pid, signal.SIGSTOP)


def _ended(other: subprocess.Popen[str]) -> str:
    """
    End *other* and return what it printed: nothing where it had not begun yet.
    """
    os.killpg(other.pid, signal.SIGCONT)
    other.terminate()
    output, errors = other.communicate()
    return "" if other.returncode == -signal.SIGTERM else _checked(other, output, errors)


def _checked(process: subprocess.Popen[str], output: str, errors: str) -> str:
    if process.returncode:
        raise FailedError("\n".join(errors.strip().splitlines()[-5:]))
    return output


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
