"""
Inside a worker process: limits on time and memory, and the end when nobody waits for it any more.
"""

from __future__ import annotations

import faulthandler
import math
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


# What a worker tells the process that started it, in memory that outlives the worker: how many
# items of its chunk it has begun, and when (`time.monotonic`) the one in work must be done.
BEGUN, DEADLINE = 0, 1
Board = Any  # an array of two floats; the type of multiprocessing.RawArray is not public


class _Limit:
    """
    The time limit of this worker; in any other process there is none.
    """

    board: Board = None
    seconds: float = math.inf
    output: int = 2


def start(board: Board, seconds: float, memory_bytes: int | None) -> None:
    """
    Make this process a worker.

    Args:
        board: Where to tell what is in work.
        seconds: How long an item may take before the process ends itself.
        memory_bytes: How much address space it may take; None for no limit.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started it
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if memory_bytes is not None:
        import resource  # noqa: PLC0415 - only where there is such a limit, which is not Windows

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, hard))
    _Limit.board, _Limit.seconds = board, seconds
    _Limit.output = os.open(os.devnull, os.O_WRONLY)


def begin() -> None:
    """
    Note that a new chunk is in work.
    """
    if _Limit.board is not None:
        _Limit.board[BEGUN] = 0


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def watched(_item: object) -> Iterator[None]:
    """
    Hold the time limit while one item is in work; outside of a worker, do nothing.

    The watchdog is a thread of C that needs no interpreter lock, so it ends even a loop inside
    a pattern. What works on a chunk does this once for each item, in order.
    """
    board = _Limit.board
    if board is None:
        yield
        return
    board[BEGUN] += 1
    limited = _Limit.seconds < threading.TIMEOUT_MAX
    if limited:
        board[DEADLINE] = time.monotonic() + _Limit.seconds
        faulthandler.dump_traceback_later(_Limit.seconds, exit=True, file=_Limit.output)
    try:
        yield
    finally:
        if limited:
            faulthandler.cancel_dump_traceback_later()
            board[DEADLINE] = math.inf
