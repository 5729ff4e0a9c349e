"""
From the paths of a command line to reports, failures named and counted.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import fazhi
from fazhi.corpus.sources import suffixes, walk


STDIN = Path("-")


class Inputs:
    """
    What is to be parsed, and how many of it failed so far.

    Attributes:
        single: Whether the paths name exactly one report (no folder).
        failed: How many inputs could not be parsed.
    """

    def __init__(
        self, paths: Sequence[Path], *, format_name: str | None, exclude: Path | None
    ) -> None:
        """
        Note what is wanted; nothing is read yet.

        Args:
            paths: Files, folders, or ``-`` for standard input.
            format_name: Format to force, or None.
            exclude: File that is no input: the output, which an earlier run may have left.
        """
        self._paths = paths
        self._format = format_name
        self._exclude = exclude and exclude.resolve()
        self.single = len(paths) == 1 and not paths[0].is_dir()
        self.failed = 0

    def reports(self) -> Iterator[fazhi.Report]:
        """
        Yield each report; name those that fail on standard error and go on.
        """
        for path in self._files():
            try:
                # The bytes of standard input: they may be in any encoding.
                source = sys.stdin.buffer if path == STDIN else path
                report = fazhi.parse(source, format=self._format)
            except Exception as error:  # noqa: BLE001 - the other reports are still wanted
                self._fail(path, error)
            else:
                yield report

    def _files(self) -> Iterator[Path]:
        for path in self._paths:
            if not path.is_dir():
                yield path
                continue
            below = self._below(path)
            first = next(below, None)
            if first is None:
                reason = f"no file in it ends in {' or '.join(suffixes())}"
                self._fail(path, fazhi.FazhiError(reason))
            else:
                yield first
                yield from below

    def _below(self, folder: Path) -> Iterator[Path]:
        paths = map(Path, walk(folder))
        return (path for path in paths if path.resolve() != self._exclude)

    def _fail(self, path: Path, error: Exception) -> None:
        self.failed += 1
        reason = getattr(error, "message", "") or str(error)
        if not isinstance(error, fazhi.FazhiError):
            reason = f"please report this error of fazhi: {type(error).__name__}: {reason}"
        sys.stderr.write(f"fazhi: {path}: {reason}\n")
