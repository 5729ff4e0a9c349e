"""How long something takes, apart from what else the test process does."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def cpu_seconds(work: Callable[[], object]) -> float:
    """
    Return the processor time of *work*, the best of three runs.

    The collector is kept out: in a process with many tests one collection of all that
    they left behind takes longer than the work.
    """
    best = float("inf")
    for _ in range(3):
        gc.collect()
        gc.disable()
        try:
            start = time.process_time()
            work()
            best = min(best, time.process_time() - start)
        finally:
            gc.enable()
    return best
