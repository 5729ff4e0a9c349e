"""
From what a caller points at to single documents: folders walked, patterns expanded.

Nothing is read here. What is named and not there is an item as well, so that its failure is told.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from fazhi.plugins import Registry
from fazhi.reading.text import TEXT, UNREAD


Place = str | os.PathLike[str]
Content = bytes | str
Source = Place | Content | tuple[Place, Content]
Sources = Place | Iterable[Source] | Mapping[str, Content]


class Item(NamedTuple):
    """
    One document of a corpus, not yet read.

    Attributes:
        name: What it is called: its path as given, or ``#3`` for the fourth of an iterable.
        path: The file that holds it; None where `content` does.
        content: Its bytes, or its text; None where it is a file. Neither file nor content: there
            is no document, which is an error of its own.
        size: Length of its bytes or text, by which documents are shared out; 0 if unknown.
    """

    name: str
    path: str | None
    content: Content | None
    size: int


def items(sources: Sources) -> Iterator[Item]:
    """
    Yield every document that *sources* name, once each, in order.

    Args:
        sources: A path or a pattern such as ``"reports/**/*.html"``, or an iterable of these, of
            bytes and of pairs of a name and bytes or text, or a mapping of such pairs. A ``str``
            is always a path or pattern, never a text. A folder stands for the files below it,
            sorted, that have an ending which a reader knows; names that start with a dot are
            left out. Links are not resolved: a file and a link to it are two.

    Raises:
        TypeError: If *sources* is none of these; at once, not by the first item.
    """
    return _items(_iterable(sources))


def _iterable(sources: Sources) -> Iterator[object]:
    if isinstance(sources, str | os.PathLike):
        return iter((sources,))
    if isinstance(sources, Mapping):
        return iter(sources.items())
    # The bytes of a document would be iterated as numbers, an open file as lines.
    if isinstance(sources, bytes | bytearray | memoryview) or hasattr(sources, "read"):
        kind = type(sources).__name__
        raise TypeError(f"{kind} is one document, not a source of several; put it into a list")
    if not isinstance(sources, Iterable):
        message = "is no source of documents; a path, a pattern or an iterable of these would do"
        raise TypeError(f"{type(sources).__name__} {message}")
    return iter(sources)


def _items(sources: Iterator[object]) -> Iterator[Item]:
    seen: set[bytes] = set()
    for place, source in enumerate(sources):
        match source:
            case str() | os.PathLike():
                for path in _paths(source):
                    key = _key(path)
                    if key not in seen:
                        seen.add(key)
                        yield Item(name=path, path=path, content=None, size=_size(path))
            case (str() | os.PathLike() as name, content):
                yield _held(os.fspath(name), content)
            case _:
                yield _held(f"#{place}", source)


def _key(path: str) -> bytes:
    """
    Return what stands for *path* among those seen; a million of them whole take much more memory.
    """
    whole = os.path.abspath(path)  # noqa: PTH100 - resolve() follows links
    return blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _held(name: str, content: object) -> Item:
    match content:
        case bytes() | str():
            return Item(name=name, path=None, content=content, size=len(content))
        case bytearray() | memoryview():
            return Item(name=name, path=None, content=bytes(content), size=len(content))
    return Item(name=name, path=None, content=None, size=0)


def _size(path: str) -> int:
    with suppress(OSError, ValueError):  # said when it is opened
        return Path(path).stat().st_size
    return 0


def _paths(source: Place) -> Iterator[str]:
    path = os.fspath(source)
    found = [path]
    if isinstance(source, str) and glob.has_magic(path) and not os.path.lexists(path):
        with suppress(ValueError):  # a zero character in the path
            found = sorted(glob.iglob(path, recursive=True)) or found  # noqa: PTH207 - strings
    for one in found:
        if Path(one).is_dir():
            below = walk(one)
            first = next(below, one)  # the folder itself, where there is nothing to read in it
            yield first
            yield from below
        else:
            yield one


def walk(folder: Place) -> Iterator[str]:
    """
    Yield the files below *folder* that are documents by their ending, in the order of their paths.

    Those that no reader reads are among them: they give an error and are not lost. Names that start with a dot are left out; links to folders are not followed.
    """
    known = (*suffixes(), *UNREAD)
    levels = [_listed(folder)]
    while levels:
        entry = next(levels[-1], None)
        if entry is None:
            levels.pop()
        elif entry.is_dir(follow_symlinks=False):
            levels.append(_listed(entry.path))
        elif entry.name.lower().endswith(known) and not _waits(entry):
            yield entry.path


def _listed(folder: Place) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            shown = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError:  # nobody may look into it
        return iter(())
    return iter(sorted(shown, key=lambda entry: entry.name))


def _waits(entry: os.DirEntry[str]) -> bool:
    """
    Return whether it is a pipe, device or folder behind a link; a link to nothing is an error to tell.
    """
    return Path(entry.path).exists() and not entry.is_file()


@cache
def suffixes() -> tuple[str, ...]:
    """
    Return the endings of the files that fazhi reads with its plugins.
    """
    readers = (TEXT, *Registry.installed().readers)
    return tuple(dict.fromkeys(suffix for reader in readers for suffix in reader.suffixes))
