"""
Reports → Arrow tables.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final

import pyarrow as pa

from fazhi.corpus.outcomes import Outcome
from fazhi.corpus.rows import Rows, plain_name, whole
from fazhi.corpus.schemas import CORPUS, STORED, TABLES, Table
from fazhi.model import Report


Tables = dict[str, pa.Table]

_TYPES: Final[Mapping[str, pa.DataType]] = {
    "string": pa.string(),
    "integer": pa.int32(),
    "decimal": pa.decimal128(38, 6),
    "date": pa.date32(),
    "boolean": pa.bool_(),
    "strings": pa.list_(pa.string()),
    "integers": pa.list_(pa.int32()),
    "bytes": pa.binary(),
}
_BATCH: Final = 500  # reports whose rows are held as Python objects at one time


@cache
def arrow_schema(name: str) -> pa.Schema:
    """
    Return the Arrow schema of a table; its fields carry ``unit`` and ``meaning`` as metadata.

    Args:
        name: Name of the table, such as ``"metrics"``.
    """
    table = STORED[name]
    fields = [
        pa.field(
            column.name,
            _TYPES[column.kind],
            nullable=column.optional,
            metadata={"unit": column.unit, "meaning": column.meaning},
        )
        for column in table.columns
    ]
    metadata = {"schema": TABLES, "meaning": table.meaning, "key": " ".join(table.key)}
    return pa.schema(fields, metadata=metadata)


def report_id(source: str, sha256: str | None) -> str:
    """
    Return the id of a report: 16 hex digits of the SHA-256 of its name, a NUL and its content hash.
    """
    return hashlib.sha256(f"{plain_name(source)}\0{sha256 or ''}".encode()).hexdigest()[:16]


def report_tables(
    report: Report, *, source: str | None = None, sha256: str | None = None, audit: bool = True
) -> Tables:
    """
    Return all tables of one report; `failures` is empty.

    Args:
        report: The report.
        source: The document's name; None takes the one that the report knows, else ``""``.
        sha256: Hash of the document's bytes; None takes the one that the report knows, else that
            of its text in UTF-8.
        audit: Whether the audit's rules are applied; without, `violations` is empty.
    """
    known = report.meta.source
    name = str(known.get("name", "")) if source is None else source
    found = known.get("sha256") if sha256 is None else sha256
    digest = str(found) if found else text_hash(report.text)
    rows = Rows(audit=audit)
    rows.add_report(report_id(name, digest), report, name, digest)
    return as_tables(rows, CORPUS)


def corpus_tables(outcomes: Iterable[Outcome], *, audit: bool = True) -> Tables:
    """
    Return the tables of many documents; those that gave no report are in `failures`.

    Args:
        outcomes: What came of each document; each is asked for once, and not kept.
        audit: Whether the audit's rules are applied; without, `violations` is empty.
    """
    parts = [*table_batches(outcomes, audit=audit)]
    if not parts:
        return as_tables(Rows(audit=audit), CORPUS)
    return {name: pa.concat_tables([part[name] for part in parts]) for name in parts[0]}


def table_batches(outcomes: Iterable[Outcome], *, audit: bool = True) -> Iterator[Tables]:
    """
    Yield the tables of a few hundred documents at a time.

    The arguments are those of `corpus_tables`.
    """
    rows = Rows(audit=audit)
    for count, one in enumerate(outcomes, 1):
        add_outcome(rows, one)
        if count % _BATCH == 0:
            yield as_tables(rows, CORPUS)
            rows = Rows(audit=audit)
    if rows:
        yield as_tables(rows, CORPUS)


def add_outcome(rows: Rows, one: Outcome) -> str | None:
    """
    Add what came of one document to *rows*; return its report's id, None where it failed.
    """
    report = one.report
    if report is None:
        rows.add_failure(one.source, one.sha256, one.error)
        return None
    key = report_id(one.source, one.sha256)
    rows.add_report(key, report, one.source, one.sha256)
    return key


def as_tables(rows: Rows, tables: Iterable[Table]) -> Tables:
    """
    Return *rows* as Arrow tables.
    """
    return {table.name: as_table(table, rows.by_table[table.name]) for table in tables}


def as_table(table: Table, rows: list[tuple[Any, ...]]) -> pa.Table:
    """
    Return rows of one table as an Arrow table.
    """
    schema = arrow_schema(table.name)
    values = [*zip(*rows, strict=True)] or [()] * len(table.columns)
    arrays = [_array(column, field.type) for column, field in zip(values, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _array(values: tuple[Any, ...], kind: pa.DataType) -> pa.Array:
    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:  # half a character of UTF-16
        return pa.array([*map(whole, values)], kind)


def text_hash(text: str) -> str:
    """
    Return the SHA-256 of a text in UTF-8.
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def pack(tables: Tables) -> bytes:
    """
    Return *tables* as bytes: one Arrow stream after another, each with its name and length before it.
    """
    sink = pa.BufferOutputStream()
    for name, table in tables.items():
        part = pa.BufferOutputStream()
        with pa.ipc.new_stream(part, table.schema) as stream:
            stream.write_table(table)
        content = part.getvalue()
        sink.write(f"{name} {content.size}\n".encode())
        sink.write(content)
    result: bytes = sink.getvalue().to_pybytes()
    return result


def unpack(content: bytes) -> Tables:
    """
    Return the tables that `pack` gave *content* for, without a copy.
    """
    whole_buffer, start, tables = pa.py_buffer(content), 0, {}
    while start < len(content):
        end = content.index(b"\n", start) + 1
        name, size = content[start:end].decode().split()
        tables[name] = pa.ipc.open_stream(whole_buffer.slice(end, int(size))).read_all()
        start = end + int(size)
    return tables
