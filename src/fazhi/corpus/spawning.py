"""
Worker processes that do not run the caller's program again.

A process that is spawned imports the main module, in case its work is a function of it. Where the
work is fazhi's own, that would only repeat what stands in the program without a guard, and would
fail where the program has no file.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import spawn
from typing import Any


_LOCK = threading.Lock()
_MAIN = ("init_main_from_name", "init_main_from_path")


@contextmanager
def without_main() -> Iterator[None]:
    """
    Processes that this thread spawns here do not import the main module.

    Those of other threads do, as ever.
    """
    thread = threading.get_ident()
    with _LOCK:
        prepare = spawn.get_preparation_data

        def prepared(name: str) -> dict[str, Any]:
            data = prepare(name)
            if threading.get_ident() == thread:
                for key in _MAIN:
                    data.pop(key, None)
            return data

        spawn.get_preparation_data = prepared
        try:
            yield
        finally:
            spawn.get_preparation_data = prepare
