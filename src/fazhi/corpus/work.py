"""
One document to its outcome, which never fails, and outcomes to bytes and back.
"""

from __future__ import annotations

import hashlib
import io
import struct
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from fazhi.corpus.outcomes import Failure, Outcome
from fazhi.corpus.sources import Item, suffixes
from fazhi.corpus.watch import watched
from fazhi.errors import ReadError
from fazhi.model import Limits
from fazhi.parser import Parser


class _Named(io.BytesIO):
    """
    The bytes of a file, with its name.
    """

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(data)
        self.name = name


class _NamedText(io.StringIO):
    """
    A text with a name; its line ends stay as they are.
    """

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text, newline="")
        self.name = name


def outcome(item: Item, parser: Parser, format: str | None = None) -> Outcome:  # noqa: A002
    """
    Read and parse *item*.

    Args:
        item: The document.
        parser: What parses it.
        format: Name of the format that is to read it; None chooses by the document.

    Returns:
        Its report as JSON, or why there is none. No `Exception` leaves, be it of fazhi, of a
        plugin or for want of memory.
    """
    sha256 = None
    try:
        content = _loaded(item, parser.limits)
        if content is not None:
            sha256 = _hash(content)
        report = parser.parse(_source(item, content), format)
        return Outcome.of(report, source=item.name, sha256=sha256)
    except Exception as error:  # noqa: BLE001 - the others are still wanted
        return failed(item, type(error).__name__, message_of(error), sha256)


def failed(item: Item, kind: str, message: str, sha256: str | None) -> Outcome:
    """
    Return the outcome of an item that gave no report.
    """
    error = Failure(type=kind, message=message, sha256=sha256)
    return Outcome(source=item.name, sha256=sha256, error=error)


def message_of(error: BaseException) -> str:
    """
    Return what *error* says, without the name of the source where it is kept apart.
    """
    try:
        return str(getattr(error, "message", "") or str(error))
    except Exception:  # noqa: BLE001 - of a plugin, whose message fails as well
        return ""


def _loaded(item: Item, limits: Limits) -> bytes | str | None:
    """
    Return the content, or None where the parser can say better what is wrong with it.
    """
    if item.path is None:
        return item.content
    try:
        with Path(item.path).open("rb") as file:
            # One byte more than allowed shows that there are more; a device never ends.
            data = file.read(limits.file_bytes + 1)
    except (OSError, ValueError):  # ValueError: a zero character in the path
        return None
    return data if len(data) <= limits.file_bytes else None


def _source(item: Item, content: bytes | str | None) -> _Named | _NamedText | Path:
    if isinstance(content, str):
        return _NamedText(content, item.name)
    if content is not None:
        return _Named(content, item.name if item.path is None else Path(item.path).as_posix())
    if item.path is None:
        raise ReadError(item.name, "has no content; a path, bytes or a name with text would do")
    path = Path(item.path)
    if path.is_dir():
        next(path.iterdir(), None)  # raises where nobody may look into it
        raise ReadError(item.path, f"no file in it ends in {' or '.join(suffixes())}")
    return path


def _hash(content: bytes | str) -> str:
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return hashlib.sha256(data).hexdigest()


def hash_of(item: Item) -> str | None:
    """
    Return the hash of the item's bytes (of a text: of its UTF-8 form), or None where there are none.
    """
    if item.path is None:
        return None if item.content is None else _hash(item.content)
    if not Path(item.path).is_file():
        return None
    try:
        with Path(item.path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return None


def parse_items(chunk: Sequence[Item], format: str | None, limits: Limits) -> bytes:  # noqa: A002
    """
    Return the packed outcomes of *chunk*, each under the time limit of its worker.
    """
    return pack(_outcomes(chunk, parser_for(limits), format))


def _outcomes(chunk: Sequence[Item], parser: Parser, format: str | None) -> Iterator[Outcome]:  # noqa: A002
    for item in chunk:
        with watched(item):
            one = outcome(item, parser, format)
        yield one


@cache
def parser_for(limits: Limits) -> Parser:
    """
    Return the parser of this process, with every installed plugin.

    Raises:
        PluginError: If one of them cannot be used.
    """
    return Parser(limits=limits)


_LENGTH = struct.Struct("<q")
_FIELDS = 6


def pack(outcomes: Iterable[Outcome]) -> bytes:
    """
    Return *outcomes* as bytes: for each its six fields, each behind its length, or -1 for None.
    """
    parts: list[bytes] = []
    for one in outcomes:
        error = one.error
        reason = (None,) * 3 if error is None else (error.type, error.message, error.sha256)
        for field in (one.source, one.sha256, one.content, *reason):
            # Half a character of UTF-16, as in the name of a file that is no UTF-8, comes through.
            raw = field.encode("utf-8", "surrogatepass") if isinstance(field, str) else field
            parts += (_LENGTH.pack(-1), b"") if raw is None else (_LENGTH.pack(len(raw)), raw)
    return b"".join(parts)


def unpack(packed: bytes) -> list[Outcome]:
    """
    Return the outcomes that `pack` gave *packed* for.
    """
    fields: list[bytes | None] = []
    start = 0
    while start < len(packed):
        (length,) = _LENGTH.unpack_from(packed, start)
        start += _LENGTH.size
        fields.append(None if length < 0 else packed[start : start + length])
        start += max(0, length)
    rows = (fields[at : at + _FIELDS] for at in range(0, len(fields), _FIELDS))
    return [_unpacked(row) for row in rows]


def _unpacked(row: Sequence[bytes | None]) -> Outcome:
    source, sha256, content, kind, message, error_sha256 = row
    error = None
    if kind is not None:
        error = Failure(
            type=_text(kind) or "", message=_text(message) or "", sha256=_text(error_sha256)
        )
    return Outcome(source=_text(source) or "", sha256=_text(sha256), content=content, error=error)


def _text(raw: bytes | None) -> str | None:
    return None if raw is None else raw.decode("utf-8", "surrogatepass")
