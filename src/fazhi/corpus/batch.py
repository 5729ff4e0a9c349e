"""
The one function that every engine runs: a batch of documents in, a batch of outcomes out.

It holds no state and never fails for a document, so an engine may send any batch to any worker,
again and in any order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from fazhi.corpus.outcomes import Failure, Outcome
from fazhi.corpus.sources import Item
from fazhi.corpus.work import outcome, parser_for
from fazhi.errors import BatchTypeError, MissingExtraError
from fazhi.model import Limits


try:
    import pyarrow as pa
except ImportError as error:
    raise MissingExtraError("pyarrow", "arrow", "batches of documents") from error


INPUT_SCHEMA: Final = pa.schema(
    {"id": pa.string(), "name": pa.string(), "content": pa.binary()},
    metadata={"content": "bytes are read as a file, a column of strings as text"},
)
OUTPUT_SCHEMA: Final = pa.schema(
    {
        "id": pa.string(),
        "report": pa.string(),
        "error_type": pa.string(),
        "error_message": pa.string(),
        "sha256": pa.string(),
    }
)

# A column of Arrow strings holds less than two gibibytes.
ROOM: Final = 2**31 - 1

_TYPES: Final[tuple[Callable[[pa.DataType], bool], ...]] = (
    pa.types.is_string,
    pa.types.is_large_string,
    pa.types.is_string_view,
    pa.types.is_null,
)
_BYTES: Final = (pa.types.is_binary, pa.types.is_large_binary, pa.types.is_binary_view)
_ACCEPTED: Final = {"id": _TYPES, "name": _TYPES, "content": (*_TYPES, *_BYTES)}


def parse_batch(batch: pa.RecordBatch) -> pa.RecordBatch:
    """
    Parse a batch of documents, with every plugin that is installed where it runs.

    Args:
        batch: Columns ``id`` (yours, handed through), ``name`` (what a file is called; the id
            where it is null) and ``content``: of bytes, each is read as a file of whatever type
            it is; of strings, each is the text itself. Further columns are left out. The strings
            may also be large ones or views.

    Returns:
        A row for each document, in order, of ``OUTPUT_SCHEMA``: either ``report``, JSON of schema
        ``fazhi.report/1``, or ``error_type`` and ``error_message`` is not null. ``sha256`` is
        the hash of the document's bytes, null where there were none.

    Raises:
        BatchTypeError: If the batch itself is of another schema. Nothing is raised for a document.
    """
    check_batch(batch)
    return as_batch(batch.column("id"), parse_items(items_of(batch)))


def outcomes(batch: pa.RecordBatch) -> Iterator[Outcome]:
    """
    Yield the outcomes that a batch of ``OUTPUT_SCHEMA`` holds; reports are decoded when asked for.
    """
    for row in zip(*(batch.column(name) for name in OUTPUT_SCHEMA.names), strict=True):
        id_, report, error_type, message, sha256 = (value.as_py() for value in row)
        yield Outcome(
            source=id_ or "",
            sha256=sha256,
            content=None if report is None else report.encode(),
            error=error_type and Failure(type=error_type, message=message, sha256=sha256),
        )


def check_batch(batch: object) -> None:
    """
    Raise a `BatchTypeError` where *batch* is none that `parse_batch` takes.
    """
    if not isinstance(batch, pa.RecordBatch):
        raise BatchTypeError(f"a {type(batch).__name__} is no pyarrow.RecordBatch")
    check_schema(batch.schema)


def check_schema(schema: pa.Schema) -> None:
    """
    Raise a `BatchTypeError` where a batch of *schema* is none that `parse_batch` takes.
    """
    for name, accepted in _ACCEPTED.items():
        found = schema.get_all_field_indices(name)
        if len(found) != 1:
            problem = f"there are several columns {name!r}" if found else f"no column {name!r}"
            raise BatchTypeError(f"{problem}; columns are: {', '.join(schema.names)}")
        kind = schema.field(name).type
        if not any(is_it(kind) for is_it in accepted):
            wanted = "strings" if accepted is _TYPES else "strings or bytes"
            raise BatchTypeError(f"column {name!r} must be of {wanted}, not of {kind}")


def parse_items(items: Iterable[Item]) -> Iterator[Outcome]:
    """
    Yield what comes of each item, with every plugin that is installed here.
    """
    parser = parser_for(Limits())
    return (outcome(item, parser) for item in items)


def as_batch(
    ids: pa.Array | Iterable[str], parsed: Iterable[Outcome], room: int = ROOM
) -> pa.RecordBatch:
    """
    Return *parsed* as a batch of ``OUTPUT_SCHEMA``; a report that finds no *room* is a failure.
    """
    rows = []
    for one in parsed:
        row = _row(one, room)
        room -= len(row[0] or b"")
        rows.append(row)
    columns = list(zip(*rows, strict=True)) or [()] * 4
    names = ids.cast(pa.string()) if isinstance(ids, pa.Array) else map(plain, ids)
    arrays = [
        pa.array(column, pa.string()) if not isinstance(column, pa.Array) else column
        for column in (names, *columns)
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=OUTPUT_SCHEMA)


Row = tuple[bytes | None, str | None, str | None, str | None]


def _row(one: Outcome, room: int) -> Row:
    if one.error is not None:
        return None, one.error.type, plain(one.error.message), one.sha256
    content = one.content or b""
    if len(content) > room:
        advice = (
            "the reports of its batch are larger than 2 GiB; batches of fewer documents would do"
        )
        return None, "BatchTooLarge", advice, one.sha256
    return content, None, None, one.sha256


def plain(text: str) -> str:
    """
    Return *text* as Arrow can hold it: half a character of UTF-16 becomes its escape.
    """
    return text.encode("utf-8", "backslashreplace").decode()


def items_of(batch: pa.RecordBatch) -> Iterator[Item]:
    """
    Yield the documents of a batch that `parse_batch` takes.
    """
    names = zip(_values(batch.column("name")), _values(batch.column("id")), strict=True)
    for (name, id_), content in zip(names, _values(batch.column("content")), strict=True):
        label = id_ if name is None else name
        size = 0 if content is None else len(content)
        yield Item(name=_label(label), path=None, content=content, size=size)


def _label(name: str | bytes | None) -> str:
    return name.decode("utf-8", "backslashreplace") if isinstance(name, bytes) else name or ""


def _values(column: pa.Array) -> Iterator[str | bytes | None]:
    """
    Yield the values of a column of bytes or strings.

    Arrow does not look into strings that another program wrote. Half a character of UTF-16 is
    kept; what is no UTF-8 at all is given as bytes, so that its encoding is found as a file's.
    """
    kind = column.type
    if any(is_it(kind) for is_it in (*_BYTES, pa.types.is_null)):
        yield from (value.as_py() for value in column)
        return
    for value in column.cast(pa.large_binary()):
        data: bytes | None = value.as_py()
        try:
            yield data if data is None else data.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            yield data
