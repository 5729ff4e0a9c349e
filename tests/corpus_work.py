"""
What worker processes do in the tests of the corpus engine: on some items, they die of it.
"""

from __future__ import annotations

import os
import re
import signal
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from fazhi.corpus import Item, watched


def _exit() -> None:
    os._exit(3)


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _loop() -> None:
    while True:
        pass


def _loop_in_c() -> None:
    re.match(r"(a+)+$", "a" * 50 + "b")  # takes years and lets no other thread run


def _allocate() -> None:
    blocks = []
    while True:
        blocks.append(bytearray(50_000_000))


def _raise() -> None:
    raise ValueError("this one cannot be done")


def _leave() -> None:
    raise SystemExit(4)


def _wait() -> None:
    time.sleep(0.1)


POISON: dict[str, Callable[[], None]] = {
    "exit": _exit,
    "kill": _kill,
    "loop": _loop,
    "loop in C": _loop_in_c,
    "allocate": _allocate,
    "raise": _raise,
    "leave": _leave,
    "wait": _wait,
}


def names(chunk: Sequence[Item]) -> bytes:
    """
    Return the names of the items, a line each.
    """
    for item in chunk:
        with watched(item):
            POISON.get(str(item.content), lambda: None)()
    return "\n".join(item.name for item in chunk).encode()


def unwatched(chunk: Sequence[Item]) -> bytes:
    """
    Return the names of the items without telling which of them is in work.
    """
    for item in chunk:
        POISON.get(str(item.content), lambda: None)()
    return "\n".join(item.name for item in chunk).encode()


def dies_once(chunk: Sequence[Item]) -> bytes:
    """
    Die of each item the first time; its content is the path of a file that remembers.
    """
    for item in chunk:
        with watched(item):
            if _first(item):
                _kill()
    return names(chunk)


def killed_while_answering(chunk: Sequence[Item]) -> bytes:
    """
    Return much, and be killed, the first time, at some moment while it is on its way.
    """
    for item in chunk:
        with watched(item):
            if _first(item):
                threading.Timer(int(item.name) / 1000, _kill).start()
    return b"x" * 50_000_000


def _first(item: Item) -> bool:
    try:
        Path(str(item.content)).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def padded(chunk: Sequence[Item]) -> bytes:
    """
    Return ten kilobytes for each item.
    """
    return b"".join(item.name.encode().ljust(10_000) for item in chunk)
