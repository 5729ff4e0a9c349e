"""
Reports → a stream: readable text, JSON, or JSON lines.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TextIO

import click

import fazhi


Write = Callable[[Iterable[fazhi.Report]], None]
WIDTH = 100  # of text that goes to a file or a pipe


@contextmanager
def opened(path: Path | None) -> Iterator[TextIO]:
    """
    Open *path*, or standard output, for text that need not fit its encoding.

    A reader that goes away early (``| head -1``) ends the program quietly.

    Raises:
        click.BadParameter: If *path* cannot be opened.
        click.ClickException: If writing fails, as on a full disk.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    stream = sys.stdout if path is None else _create(path)
    try:
        yield stream
        stream.flush()
    except OSError as error:
        if path is None:
            # Python flushes once more when it ends: into nothing, not into the broken pipe.
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            raise click.ClickException(f"cannot write: {error.strerror}") from None
    finally:
        if path is not None:
            with suppress(OSError):  # said above
                stream.close()


def _create(path: Path) -> TextIO:
    try:
        return path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise click.BadParameter(
            f"cannot write {path}: {error.strerror}", param_hint="-o"
        ) from None


def writer(to: str, stream: TextIO, *, brief: bool, single: bool) -> Write:
    """
    Return what writes reports to *stream*.

    Args:
        to: ``"text"``, ``"json"`` or ``"jsonl"``.
        stream: Where to.
        brief: Leave the outline out of the text.
        single: Write JSON as one object, not as an array.
    """
    if to == "text":
        return partial(write_text, stream, brief=brief)
    return partial(write_lines if to == "jsonl" or single else write_array, stream)


def write_text(stream: TextIO, reports: Iterable[fazhi.Report], *, brief: bool) -> None:
    """
    Write each report for reading: lines of at most the terminal's width, in colour only there.
    """
    from rich.console import Console  # noqa: PLC0415 - not needed for JSON

    from fazhi.cli.facts import counts, head, worded  # noqa: PLC0415
    from fazhi.cli.tree import outline  # noqa: PLC0415

    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    width = console.width if console.is_terminal else WIDTH
    total = Counter[str]()
    for report in reports:
        body = () if brief else outline(report, width)
        with console.capture() as printed:
            for line in (*head(report, width), *body):
                console.print(line, soft_wrap=True)
        stream.write(printed.get())
        total.update({"report": 1, **counts(report)})
    if total["report"] > 1:
        stream.write(f"{worded(total)}\n")


def write_lines(stream: TextIO, reports: Iterable[fazhi.Report]) -> None:
    """
    Write each report as one line of JSON.
    """
    encode = _encoder(stream)
    stream.writelines(f"{encode(report.to_dict())}\n" for report in reports)


def write_array(stream: TextIO, reports: Iterable[fazhi.Report]) -> None:
    """
    Write one JSON array, a report a line, without holding more than one report.
    """
    encode = _encoder(stream)
    before = "[\n"
    for report in reports:
        stream.write(before + encode(report.to_dict()))
        before = ",\n"
    stream.write("[]\n" if before == "[\n" else "\n]\n")


def _encoder(stream: TextIO) -> Callable[[object], str]:
    # In UTF-8 only lone surrogates do not fit, and their escape is JSON's own; the escapes of
    # other encodings are not, so there everything beyond ASCII is escaped by JSON.
    utf8 = (stream.encoding or "").lower().replace("-", "") == "utf8"
    return json.JSONEncoder(ensure_ascii=not utf8, separators=(",", ":")).encode


def columns(names: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """
    Yield the lines of a plain table; wide characters count double.
    """
    from rich.cells import cell_len, set_cell_size  # noqa: PLC0415

    table = [tuple(names), *map(tuple, rows)]
    sizes = [max(map(cell_len, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = (set_cell_size(cell, size) for cell, size in zip(row, sizes, strict=True))
        yield "  ".join(cells).rstrip() + "\n"
