"""
Which files of a folder count, and files that are there whole or not at all.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from fazhi.corpus.schemas import TABLES
from fazhi.errors import StoreError


NAME: Final = "_manifest.json"
_OWN: Final = {NAME, f"{NAME}.new", "_lock"}


class Manifest:
    """
    The parts of a store that count.

    Attributes:
        parts: For each part, the number of rows in each table that it has a file of.
    """

    def __init__(self, folder: Path, next_part: int, parts: Mapping[str, dict[str, int]]) -> None:
        """
        Note what counts.
        """
        self._folder = folder
        self._next = next_part
        self.parts = dict(parts)

    @classmethod
    def prepare(cls, folder: Path) -> None:
        """
        Make *folder* where there is none.

        Raises:
            StoreError: If something else is in it.
        """
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / NAME).exists():
            return
        if any(entry.name not in _OWN for entry in folder.iterdir()):
            message = "is a folder with other files in it; an empty or a new one would do"
            raise StoreError(folder.as_posix(), message)

    @classmethod
    def open(cls, folder: Path) -> Manifest:
        """
        Return the manifest of *folder*; a new one where there is none.
        """
        if (folder / NAME).exists():
            return cls.read(folder)
        manifest = cls(folder, 0, {})
        manifest._write()
        return manifest

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """
        Return the manifest of *folder*.

        Raises:
            StoreError: If there is none, or it is of other tables.
        """
        try:
            content = json.loads((folder / NAME).read_bytes())
            schema, number, parts = content["schema"], content["next"], content["parts"]
        except FileNotFoundError as error:
            what = "is no store of fazhi's" if folder.exists() else "there is no such store"
            raise StoreError(folder.as_posix(), what) from error
        except (OSError, ValueError, LookupError, TypeError) as error:
            message = f"cannot be opened: {NAME} is damaged"
            raise StoreError(folder.as_posix(), message) from error
        if schema != TABLES:
            message = f"has tables of {schema}; this fazhi has {TABLES}; build a new one"
            raise StoreError(folder.as_posix(), message)
        return cls(folder, number, parts)

    def next(self) -> str:
        """
        Return the name of the part that comes next.
        """
        return f"{self._next:06d}"

    def has(self, table: str, part: str) -> bool:
        """
        Return whether *part* has rows of *table*, or at least its columns.
        """
        return table in self.parts[part]

    def parts_of(self, table: str) -> Sequence[str]:
        """
        Return the parts with a file of *table*.
        """
        return [part for part, rows in self.parts.items() if table in rows]

    def replace(self, part: str, rows: dict[str, int], dead: Iterable[str]) -> None:
        """
        Let *part* count and the *dead* ones no more, at once.
        """
        gone = set(dead)
        self.parts = {name: old for name, old in self.parts.items() if name not in gone}
        self.parts[part] = rows
        self._next = int(part) + 1
        self._write()

    def _write(self) -> None:
        content = {"schema": TABLES, "next": self._next, "parts": self.parts}
        with durably(self._folder / NAME) as file:
            file.write(json.dumps(content, indent=0).encode())
        sync(self._folder)


@contextmanager
def durably(path: Path) -> Iterator[BinaryIO]:
    """
    Write a file under another name; it takes its own when all of it is on the disk.
    """
    fresh = path.with_name(f"{path.name}.new")
    with fresh.open("wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def sync(folder: Path) -> None:
    """
    See to it that the names in *folder* are on the disk, where the system can do so.
    """
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
