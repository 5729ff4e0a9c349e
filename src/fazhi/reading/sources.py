"""
Whatever a caller holds → `Document`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, TextIO

from fazhi.errors import ReadError
from fazhi.model import Document, Limits, Reader
from fazhi.reading.text import TEXT
from fazhi.text import fold


Source = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO | TextIO | Document


class SourceTypeError(ReadError, TypeError):
    """
    A source is of a type that cannot be read.
    """


DEFAULT_LIMITS = Limits()
NOISE = 0.0  # how sure the encoding is of bytes that make no sense in any


def read(
    source: Source, readers: Sequence[Reader] = (), limits: Limits = DEFAULT_LIMITS
) -> Document:
    """
    Read *source* into a document.

    Args:
        source: A ``str`` is always the text itself. A path is opened; bytes and what a file
            object gives are decoded; a `Document` comes back as it is.
        readers: Readers of further file types. The content decides which one reads, the name's
            ending only between several that accept it; what no reader accepts is read as text.
        limits: How much a file may ask for.

    Returns:
        The document; its ``source`` says what the reader knew.

    Raises:
        ReadError: If there is no such file, it is a folder, cannot be opened, is of a type that
            no reader knows, or asks for more than *limits*; `SourceTypeError` if *source* is none of the types above.
    """
    match source:
        case Document():
            return source
        case str():
            return fold(source)
        case bytes() | bytearray() | memoryview():
            return _convert(bytes(source), "", readers, limits)
        case os.PathLike():
            path = Path(source)
            return _convert(_load(path, limits), path.as_posix(), readers, limits)
    if hasattr(source, "read"):
        return _drain(source, readers, limits)
    raise SourceTypeError(
        type(source).__name__, "cannot be read; a text, path, bytes or file object would do"
    )


def _load(path: Path, limits: Limits) -> bytes:
    name = path.as_posix()
    try:
        with path.open("rb") as file:
            # One byte more than allowed shows that there are more; a device never ends.
            return file.read(limits.file_bytes + 1)
    except FileNotFoundError as error:
        raise ReadError(name, "there is no such file") from error
    except IsADirectoryError as error:
        raise ReadError(name, "is a folder, not a file") from error
    except (OSError, ValueError) as error:  # ValueError: a zero character in the path
        raise ReadError(name, f"cannot be opened: {_reason(error)}") from error


def _drain(file: BinaryIO | TextIO, readers: Sequence[Reader], limits: Limits) -> Document:
    label = getattr(file, "name", None)
    name = label if isinstance(label, str) else ""  # an open descriptor is named by its number
    try:
        content = file.read()
    except TypeError as error:  # read is no method, or wants an argument
        raise SourceTypeError(type(file).__name__, "is no open file") from error
    except (OSError, ValueError) as error:  # ValueError: closed, or not decodable
        raise ReadError(name or "file object", f"cannot be read: {_reason(error)}") from error
    if isinstance(content, str):
        return fold(content, source={"name": name} if name else {})
    if isinstance(content, bytes):
        return _convert(content, name, readers, limits)
    raise SourceTypeError(name or "file object", "gives neither text nor bytes")


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _convert(data: bytes, name: str, readers: Sequence[Reader], limits: Limits) -> Document:
    if len(data) > limits.file_bytes:
        raise ReadError(
            name or "bytes",
            f"is larger than {limits.file_bytes:,} bytes; raise Limits.file_bytes to read it",
        )
    accepting = [r for r in readers if r != TEXT and r.accepts(data)]
    suffix = Path(name).suffix.lower()
    accepting.sort(key=lambda r: suffix not in r.suffixes)  # stable: else their order decides
    if accepting:
        return accepting[0].read(data, name, limits)
    document = TEXT.read(data, name, limits)
    claimed = any(suffix in reader.suffixes for reader in readers if reader != TEXT)
    if claimed and document.source.get("confidence", 1.0) == NOISE:
        raise ReadError(
            name, f"is called {suffix}, and is neither that nor a text; get a whole copy of it"
        )
    return document
