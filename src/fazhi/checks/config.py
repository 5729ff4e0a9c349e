"""
``fazhi.toml``, the exceptions that lie beside a report or corpus.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from attrs import frozen

from fazhi.checks.select import codes, matches
from fazhi.errors import ReadError


NAME = "fazhi.toml"
_KEYS = ("select", "ignore", "framework", "per-file-ignores")
_FILE_KEYS = ("files", "ignore", "reason")


@frozen(kw_only=True)
class FileIgnore:
    """
    Rules that some files are excused from.

    Attributes:
        files: Pattern of file names, or of paths from the folder of ``fazhi.toml``
            (``"2023/*.txt"``).
        ignore: Codes and prefixes of the rules.
        reason: Why; it must be said.
    """

    files: str
    ignore: tuple[str, ...]
    reason: str


@frozen(kw_only=True)
class Config:
    """
    What a ``fazhi.toml`` says.

    Attributes:
        path: The file; None where there is none.
        select: Codes and prefixes of the rules to apply; None for all.
        ignore: Codes and prefixes of the rules to leave out.
        framework: Name or number of the framework that reports are held against, or None.
        files: What some files are excused from.
    """

    path: Path | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    framework: str | None = None
    files: tuple[FileIgnore, ...] = ()

    def excused(self, report: Path, rules: Iterable[str]) -> frozenset[str]:
        """
        Return those codes of *rules* that the file *report* is excused from.
        """
        prefixes = [
            word for row in self.files if _fits(row.files, report, self.path) for word in row.ignore
        ]
        return frozenset(rule for rule in rules if matches(rule, prefixes))


def config_for(folder: Path) -> Config:
    """
    Return what holds for reports in *folder*: the nearest ``fazhi.toml``, there or further up.

    Raises:
        ReadError: If it cannot be read, or says something that nobody asked for.
    """
    here = folder.resolve()
    paths = (place / NAME for place in (here, *here.parents))
    found = next((path for path in paths if path.is_file()), None)
    return Config() if found is None else read_config(found)


def read_config(path: Path) -> Config:
    """
    Read the ``fazhi.toml`` at *path*.

    Raises:
        ReadError: If it cannot be read, has an unknown key, a value of a wrong type, or an
            exception without a reason.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ReadError(path.as_posix(), f"cannot be read: {error}") from error
    _known(path, table, _KEYS, "")
    rows = table.get("per-file-ignores", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ReadError(path.as_posix(), "per-file-ignores must be tables: [[per-file-ignores]]")
    return Config(
        path=path,
        select=_codes(path, table, "select") if "select" in table else None,
        ignore=_codes(path, table, "ignore"),
        framework=_words(path, table, "framework") if "framework" in table else None,
        files=tuple(_file_ignore(path, row) for row in rows),
    )


def _file_ignore(path: Path, row: Mapping[str, Any]) -> FileIgnore:
    where = "per-file-ignores: "
    _known(path, row, _FILE_KEYS, where)
    return FileIgnore(
        files=_words(path, row, "files", where),
        ignore=_codes(path, row, "ignore", where),
        reason=_words(path, row, "reason", where),
    )


def _known(path: Path, table: Mapping[str, Any], keys: Iterable[str], where: str) -> None:
    for key in table:
        if key not in keys:
            raise ReadError(path.as_posix(), f"{where}no key {key!r}; there are {', '.join(keys)}")


def _words(path: Path, table: Mapping[str, Any], key: str, where: str = "") -> str:
    value = table.get(key, "")
    if not isinstance(value, str) or not value.strip():
        raise ReadError(path.as_posix(), f"{where}{key} must be a string that says something")
    return value


def _codes(path: Path, table: Mapping[str, Any], key: str, where: str = "") -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise ReadError(path.as_posix(), f'{where}{key} must be a list such as ["FZ2", "FZ301"]')
    return codes(value)


def _fits(pattern: str, report: Path, config: Path | None) -> bool:
    """
    Whether *pattern* is one of the file's name, or of its path from the folder of *config*.
    """
    path = report.resolve()
    if config is not None and path.is_relative_to(config.parent.resolve()):
        path = path.relative_to(config.parent.resolve())
    return fnmatchcase(path.as_posix(), pattern) or fnmatchcase(report.name, pattern)
