"""
A corpus in a folder of Parquet files, a folder in it for each table.

What a build has added at once is a part: one file a table, all of one number. A part counts from
the moment that the manifest names it; the manifest is replaced whole. Files never change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from fazhi.corpus.extras import need
from fazhi.corpus.lock import Lock
from fazhi.corpus.manifest import Manifest, durably, sync
from fazhi.corpus.schemas import STORED, quoted
from fazhi.corpus.store import Entry, Store, dead_rows
from fazhi.corpus.tables import arrow_schema
from fazhi.corpus.views import views
from fazhi.errors import StoreError


if TYPE_CHECKING:
    import duckdb

_ROWS: Final = 512  # of a batch that is read
_GROUP: Final = 16_000_000  # bytes of rows that are written together
_EMPTY: Final = {name: arrow_schema(name).empty_table() for name in STORED}


class ParquetStore(Store):
    """
    A corpus in a folder of Parquet files.
    """

    def __init__(self, path: Path, *, write: bool) -> None:
        """
        Open or make the folder.

        Raises:
            StoreError: If it cannot be opened, is no store, or another process writes to it.
        """
        super().__init__(path)
        self._lock: Lock | None = None
        self._sql: duckdb.DuckDBPyConnection | None = None
        if not write:
            self._manifest = Manifest.read(path)
            return
        try:
            Manifest.prepare(path)
            self._lock = Lock(path / "_lock")
            self._manifest = Manifest.open(path)
            self._clean()
            if not self._manifest.parts:  # so that each folder shows its columns from the start
                self._commit(_EMPTY, {})
        except BaseException as error:
            self.close()
            if isinstance(error, OSError) and not isinstance(error, StoreError):
                reason = f"cannot be written: {error.strerror}"
                raise StoreError(path.as_posix(), reason) from error
            raise
        self._done = self._read_done()

    def _clean(self) -> None:
        """
        Delete what a killed build has left, and nothing else.
        """
        for table in STORED:
            folder = self.path / table
            folder.mkdir(exist_ok=True)
            for file in folder.glob("part-*.parquet*"):
                part = file.name.removeprefix("part-").partition(".")[0]
                if file.suffix == ".new" or part not in self._manifest.parts:
                    file.unlink()

    def _file(self, table: str, part: str) -> Path:
        return self.path / table / f"part-{part}.parquet"

    def _files(self, table: str) -> list[Path]:
        return [self._file(table, part) for part in self._manifest.parts_of(table)]

    def _read_done(self) -> pa.Table:
        parts = [
            _marked(pq.read_table(self._file("done", part)), part)
            for part in self._manifest.parts_of("done")
        ]
        return pa.concat_tables(parts)

    def known(self, sources: Sequence[str]) -> dict[str, Entry]:
        """
        Return what is there of the documents with these names.
        """
        return {
            row["source"]: Entry(row["sha256"], row["made_by"], row["report"])
            for row in self._rows_of(sources)
        }

    def _rows_of(self, sources: Sequence[str]) -> list[dict[str, Any]]:
        wanted = pa.array(sources, pa.string())
        rows: list[dict[str, Any]] = self._done.filter(
            pc.is_in(self._done["source"], value_set=wanted)
        ).to_pylist()
        return rows

    def append(self, tables: Mapping[str, pa.Table]) -> None:
        """
        Add documents as one part; they take the place of documents of the same names.
        """
        self._replace(tables["done"]["source"].to_pylist(), tables)

    def copy(self, store: Store) -> None:
        """
        Add all documents of another store to this one, which is empty, as one part.
        """
        part = self._manifest.next()
        counts = {}
        for name in STORED:
            with durably(self._file(name, part)) as file:
                counts[name] = _copied(store.batches(name), arrow_schema(name), file)
            sync(self.path / name)
        self._manifest.replace(part, counts, ())

    def remove(self, sources: Sequence[str]) -> None:
        """
        Remove the documents with these names.
        """
        self._replace(sources, None)

    def _replace(self, sources: Sequence[str], tables: Mapping[str, pa.Table] | None) -> None:
        """
        Write the rows that stay of the parts that lose some, and what is new, as one part.
        """
        rows = self._rows_of(sources)
        dead = {row["part"] for row in rows}
        if not dead:
            if tables is not None:
                self._commit(tables, {})
            return
        reports = [row["report"] for row in rows if row["report"] is not None]
        names = [row["source"] for row in rows]
        left = {name: self._left(name, sorted(dead), reports, names) for name in STORED}
        new = _EMPTY if tables is None else tables
        self._commit({name: pa.concat_tables([left[name], new[name]]) for name in STORED}, dead)

    def _left(
        self, table: str, parts: Sequence[str], reports: Sequence[str], sources: Sequence[str]
    ) -> pa.Table:
        column, values = dead_rows(table, reports, sources)
        files = [self._file(table, part) for part in parts if self._manifest.has(table, part)]
        if not files:
            return _EMPTY[table]
        rows = pa.concat_tables([pq.read_table(file) for file in files])
        gone = pc.is_in(rows[column], value_set=pa.array(values, pa.string()))
        return rows.filter(pc.invert(gone)).cast(arrow_schema(table))

    def _commit(self, tables: Mapping[str, pa.Table], dead: Mapping[str, Any] | set[str]) -> None:
        """
        Write a part, make it count and the *dead* ones not, and delete those.
        """
        part = self._manifest.next()
        written = {name: table for name, table in tables.items() if len(table) or part == "000000"}
        for name, table in written.items():
            with durably(self._file(name, part)) as file:
                pq.write_table(table, file, compression="zstd")
        for name in written:
            sync(self.path / name)
        gone = [self._file(name, old) for old in dead for name in self._manifest.parts[old]]
        self._manifest.replace(part, {n: len(t) for n, t in written.items()}, dead)
        for path in gone:
            path.unlink(missing_ok=True)
        if hasattr(self, "_done"):
            stay = pc.invert(pc.is_in(self._done["part"], value_set=pa.array([*dead], pa.string())))
            kept = self._done.filter(stay) if dead else self._done
            self._done = pa.concat_tables([kept, _marked(tables["done"], part)])

    def batches(self, table: str, columns: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
        """
        Yield the rows of a table, some hundred at a time.
        """
        for file in self._files(table):
            with pq.ParquetFile(file) as opened:
                yield from opened.iter_batches(_ROWS, columns=columns)

    def count(self, table: str) -> int:
        """
        Return the number of rows of a table.
        """
        return sum(rows.get(table, 0) for rows in self._manifest.parts.values())

    def connection(self) -> duckdb.DuckDBPyConnection:
        """
        Return a connection that reads the tables and views, and no other file.
        """
        if self._sql is None:
            self._sql = self._connected()
        return self._sql

    def _connected(self) -> duckdb.DuckDBPyConnection:
        connection: duckdb.DuckDBPyConnection = need("duckdb", "store", "SQL").connect(
            config={"autoload_known_extensions": False}
        )
        for name, table in STORED.items():
            files = ", ".join(quoted(file.as_posix()) for file in self._files(name))
            sql = f"CREATE VIEW {name} AS SELECT * FROM read_parquet([{files}])"  # noqa: S608
            connection.execute(sql)
            connection.execute(f"COMMENT ON VIEW {name} IS {quoted(table.meaning)}")
        for statement in views():
            connection.execute(statement)
        folder = quoted(self.path.resolve().as_posix())
        connection.execute(
            f"SET allowed_directories = [{folder}, {quoted(self.path.as_posix())}];"
            "SET enable_external_access = false; SET lock_configuration = true"
        )
        return connection

    def close(self) -> None:
        """
        Let other builds in.
        """
        if self._sql is not None:
            self._sql.close()
        if self._lock is not None:
            self._lock.release()


def _copied(batches: Iterable[pa.RecordBatch], schema: pa.Schema, file: BinaryIO) -> int:
    """
    Write *batches* to a file, many rows to a group, and return the number of rows.
    """
    count, waiting = 0, []
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for batch in batches:
            count += len(batch)
            waiting.append(batch)
            if sum(one.nbytes for one in waiting) > _GROUP:
                writer.write_table(pa.Table.from_batches(waiting).cast(schema))
                waiting = []
        if waiting:
            writer.write_table(pa.Table.from_batches(waiting).cast(schema))
    return count


def _marked(done: pa.Table, part: str) -> pa.Table:
    """
    Return a copy of rows of `done`, with the part that they are in.
    """
    # As they are, they would hold the memory of all that came together with them.
    copied = done.take(pa.array(range(len(done)), pa.int64()))
    plain = pa.Table.from_arrays(copied.columns, names=done.column_names)
    return plain.append_column("part", pa.repeat(pa.scalar(part), len(done)))
