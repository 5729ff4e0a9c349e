"""
How far a run over many documents is: a bar on a terminal, a quiet line now and then elsewhere.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple, TextIO

from attrs import define, field
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeRemainingColumn,
)

from fazhi.corpus import Outcome


QUIET_SECONDS = 5.0

# The text stands near the front of a report's JSON; to decode the whole would cost as much as a
# tenth of the parse. An escape counts as one character.
_TEXT = re.compile(rb'"text": ?"((?:[^"\\]++|\\u[0-9a-f]{4}|\\.)*+)"')
_ESCAPE = re.compile(rb"\\(?:u[0-9a-f]{4}|.)")
_TRAILING = bytes(range(0x80, 0xC0))  # of a character of several bytes


class Counts(NamedTuple):
    """
    What to add to the totals.

    Attributes:
        documents: How many are done.
        characters: How long they are together.
        failures: How many of them gave no report.
    """

    documents: int = 0
    characters: int = 0
    failures: int = 0


Advance = Callable[[Outcome | Counts], None]


@define
class Totals:
    """
    What is done so far.

    Attributes:
        total: How many documents there are, or None.
        documents: How many are done.
        characters: How long they are together.
        failures: How many of them gave no report.
    """

    total: int | None = None
    documents: int = 0
    characters: int = 0
    failures: int = 0
    _began: float = field(factory=time.monotonic)

    def add(self, counts: Counts) -> None:
        self.documents += counts.documents
        self.characters += counts.characters
        self.failures += counts.failures

    def rate(self) -> str:
        """
        Return the characters a second in words.
        """
        seconds = max(time.monotonic() - self._began, 1e-6)
        return f"{self.characters / seconds:,.0f} characters/s"

    def failed(self) -> str:
        """
        Return the number of failures in words.
        """
        return f"{self.failures:,} failure{'' if self.failures == 1 else 's'}"

    def line(self) -> str:
        """
        Return all of it as one line.
        """
        of = "" if self.total is None else f" of {self.total:,}"
        parts = [f"{self.documents:,}{of} documents", self.rate(), self.failed()]
        if self.total and 0 < self.documents < self.total:
            spent = time.monotonic() - self._began
            left = spent / self.documents * (self.total - self.documents)
            parts.append(f"{_duration(left)} left")
        return ", ".join(parts)


def counts(outcome: Outcome) -> Counts:
    """
    Return what one outcome adds; its report is not decoded.
    """
    if outcome.content is None:
        return Counts(documents=1, failures=1)
    found = _TEXT.search(outcome.content)
    text = b"" if found is None else _ESCAPE.sub(b".", found[1])
    return Counts(documents=1, characters=len(text.translate(None, _TRAILING)))


@contextmanager
def progress(total: int | None = None, stream: TextIO | None = None) -> Iterator[Advance]:
    """
    Show how far a run is, until the block ends; what is printed meanwhile stands above the bar.

    Args:
        total: How many documents there are; None where nobody knows, and no time left is told.
        stream: Where to, if not standard error.

    Yields:
        What takes each outcome, or `Counts` for several documents.
    """
    totals = Totals(total)
    stream = sys.stderr if stream is None else stream
    console = Console(file=stream, markup=False, highlight=False, emoji=False)
    with _bar(console, totals) if console.is_terminal else _lines(stream, totals) as show:

        def advance(done: Outcome | Counts) -> None:
            totals.add(done if isinstance(done, Counts) else counts(done))
            show()

        yield advance


@contextmanager
def _bar(console: Console, totals: Totals) -> Iterator[Callable[[], None]]:
    columns = (
        SpinnerColumn(),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("documents, {task.fields[rate]}, {task.fields[failed]}"),
        TimeRemainingColumn(),
    )
    # A bar that is redrawn by each of a thousand documents a second would cost more than they do.
    with Progress(*columns, console=console, refresh_per_second=4) as bar:
        task = bar.add_task("", total=totals.total, rate="", failed="")

        def show() -> None:
            rate, failed = totals.rate(), totals.failed()
            bar.update(task, completed=totals.documents, rate=rate, failed=failed)

        show()
        yield show


@contextmanager
def _lines(stream: TextIO, totals: Totals) -> Iterator[Callable[[], None]]:
    last = time.monotonic()

    def show() -> None:
        nonlocal last
        if time.monotonic() - last >= QUIET_SECONDS:
            last = time.monotonic()
            write()

    def write() -> None:
        stream.write(f"fazhi: {totals.line()}\n")
        stream.flush()

    try:
        yield show
    finally:
        write()


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
