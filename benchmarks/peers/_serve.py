"""
How a reader is asked: documents in as JSON, what it found and how long it took out as JSON.

A reader runs in a process, and where it needs one in a virtual environment, of its own, so that
what one of them installs cannot break another. This module uses the standard library alone.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable
from typing import NamedTuple


# A slow reader is not asked for more rounds than fit into this, but for three in any case.
PATIENCE = 30.0
AT_LEAST = 3


class Item(NamedTuple):
    """
    One quantity that a reader found.

    Attributes:
        start: Its first character, in code points from 0.
        end: The character after its last.
        value: The value as a decimal string, 万 and 亿 multiplied out.
        unit: The unit, ``""`` where the reader gives none.
        bound: The bound in fazhi's signs.
        upper: The upper end of a range.
        label: What is measured.
    """

    start: int
    end: int
    value: str
    unit: str = ""
    bound: str = "="
    upper: str | None = None
    label: str | None = None


class Reading(NamedTuple):
    """
    What a reader found in one document.

    Attributes:
        items: The quantities.
        region: The official name of the place whose report it is.
    """

    items: list[Item]
    region: str | None = None


def serve(version: str, offers: Iterable[str], read: Callable[[str], Reading]) -> None:
    """
    Answer the request on standard input on the last line of standard output.

    Args:
        version: The version of what reads.
        offers: What it can give at all: ``items``, ``unit``, ``span``, ``bound``, ``label``,
            ``region``; the rest is not judged.
        read: A text → what was found.
    """
    request = json.load(sys.stdin)
    groups = {
        name: _group(texts, request["rounds"], read) for name, texts in request["groups"].items()
    }
    answer = {"version": version, "offers": list(offers), "groups": groups}
    # Readers print greetings of their own; ASCII leaves no doubt about the encoding of the pipe.
    print("\n" + json.dumps(answer))


def _yardstick() -> None:
    """
    Do a fixed amount of work of some ten milliseconds.
    """
    words: dict[str, int] = {}
    for number in range(40_000):
        key = str(number % 997)
        words[key] = words.get(key, 0) + 1


def _group(texts: dict[str, str], rounds: int, read: Callable[[str], Reading]) -> dict[str, object]:
    """
    Return the readings of *texts*, and for each round, warm, the CPU seconds over all of them and
    of the yardstick, against which readers that run one after the other can be compared.
    """
    readings = {name: read(text) for name, text in texts.items()}
    seconds: list[tuple[float, float]] = []
    while len(seconds) < rounds and (len(seconds) < AT_LEAST or sum(map(sum, seconds)) < PATIENCE):
        start = time.process_time()
        for text in texts.values():
            read(text)
        end = time.process_time()
        _yardstick()
        seconds.append((end - start, time.process_time() - end))
    found = {
        name: {"region": reading.region, "items": [item._asdict() for item in reading.items]}
        for name, reading in readings.items()
    }
    return {"readings": found, "seconds": seconds}
