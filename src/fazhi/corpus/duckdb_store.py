"""
A corpus in one DuckDB file.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import duckdb
import pyarrow as pa

from fazhi.corpus.schemas import STORED, TABLES, ddl, quoted
from fazhi.corpus.store import Entry, Store, dead_rows
from fazhi.corpus.views import views
from fazhi.errors import StoreError


# A commit writes the last group of rows again, so that small groups keep it quick; DuckDB's own
# size of 122,880 rows would have it write gigabytes of text each time.
_GROUP: Final = 2048
_MEGABYTE: Final = 1_000_000
_MEMORY: Final = 48 * _MEGABYTE
_ROWS: Final = 512  # of a batch that is read
_FRESH: Final = 8  # commits, after which the file is opened anew, for what memory DuckDB holds


class DuckStore(Store):
    """
    A corpus in one DuckDB file; DuckDB sees to it that one process at a time writes.
    """

    def __init__(self, path: Path, *, write: bool) -> None:
        """
        Open or make the file.

        Raises:
            StoreError: If it cannot be opened, is no store, or another process writes to it.
        """
        super().__init__(path)
        self._write = write
        self._memory = _MEMORY
        self._commits = 0
        self._locked = False
        if write:
            self._make()
        self._open()
        try:
            self._check()
        except BaseException:
            self._connection.close()
            raise

    def _open(self) -> None:
        config: dict[str, Any] = {"autoload_known_extensions": False}
        if self._write:
            config |= {"threads": 1, "memory_limit": f"{self._memory}B"}
        try:
            self._connection = duckdb.connect(config=config)
            mode = f"ROW_GROUP_SIZE {_GROUP}" if self._write else "READ_ONLY"
            self._connection.execute(
                f"ATTACH {quoted(self.path.as_posix())} AS corpus (TYPE duckdb, {mode}); USE corpus"
            )
        except duckdb.Error as error:
            self._connection.close()
            raise StoreError(self.path.as_posix(), self._reason(error)) from error

    def _reason(self, error: duckdb.Error) -> str:
        if "lock" in str(error):
            return "is in use by another process, perhaps another build; wait for it to end"
        if not self.path.exists():
            return "there is no such store"
        return f"cannot be opened: {str(error).splitlines()[0]}"

    def _make(self) -> None:
        """
        Make the file where there is none: under another name first, so that it is whole.
        """
        if self.path.exists():
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            prefix = f".{self.path.name}."
            for leftover in self.path.parent.glob(f"{prefix}*.new"):
                shutil.rmtree(leftover)
            with tempfile.TemporaryDirectory(
                prefix=prefix, suffix=".new", dir=self.path.parent
            ) as folder:
                fresh = Path(folder, "new.duckdb")
                self._fill(fresh)
                with suppress(FileExistsError):
                    os.link(fresh, self.path)
        except OSError as error:
            message = f"cannot be made: {error.strerror}"
            raise StoreError(self.path.as_posix(), message) from error

    def _fill(self, fresh: Path) -> None:
        with duckdb.connect() as connection:
            connection.execute(
                f"ATTACH {quoted(fresh.as_posix())} AS fresh (ROW_GROUP_SIZE {_GROUP}); USE fresh"
            )
            for table in STORED.values():
                connection.execute(ddl(table))
            for statement in views():
                connection.execute(statement)
            connection.execute(f"COMMENT ON TABLE done IS {quoted(TABLES)}")
            connection.execute("CHECKPOINT")

    def _check(self) -> None:
        sql = "SELECT comment FROM duckdb_tables() WHERE table_name = 'done' AND NOT internal"
        row = self._connection.execute(sql).fetchone()
        if row is None or not str(row[0]).startswith("fazhi.tables/"):
            raise StoreError(self.path.as_posix(), "is a DuckDB file, but no store of fazhi's")
        if row[0] != TABLES:
            advice = f"this fazhi has {TABLES}; build a new one"
            raise StoreError(self.path.as_posix(), f"has tables of {row[0]}; {advice}")

    def known(self, sources: Sequence[str]) -> dict[str, Entry]:
        """
        Return what is there of the documents with these names.
        """
        sql = "SELECT source, sha256, made_by, report FROM done WHERE source IN (SELECT unnest(?))"
        rows = self._connection.execute(sql, [list(sources)]).fetchall()
        return {source: Entry(*rest) for source, *rest in rows}

    def append(self, tables: Mapping[str, pa.Table]) -> None:
        """
        Add documents in one transaction; they take the place of documents of the same names.
        """
        self._room(sum(table.nbytes for table in tables.values()))
        with self._transaction() as connection:
            self._delete(tables["done"]["source"].to_pylist())
            for name, table in tables.items():
                connection.register("arriving", table)
                connection.execute(f"INSERT INTO {name} SELECT * FROM arriving")  # noqa: S608 - our own name
                connection.unregister("arriving")
        self._commits += 1
        if self._commits % _FRESH == 0:
            self._connection.close()
            self._open()

    def _room(self, size: int) -> None:
        """
        Give DuckDB memory for a batch of *size* bytes, which a single long document can be.
        """
        wanted = max(_MEMORY, 4 * size)
        if wanted > self._memory:
            self._memory = wanted
            self._connection.execute(f"SET memory_limit = '{wanted}B'")

    def remove(self, sources: Sequence[str]) -> None:
        """
        Remove the documents with these names.
        """
        with self._transaction():
            self._delete(list(sources))

    def _delete(self, sources: list[str]) -> None:
        known = self.known(sources)
        reports = [entry.report for entry in known.values() if entry.report is not None]
        for name in STORED if known else ():
            column, values = dead_rows(name, reports, list(known))
            sql = f"DELETE FROM {name} WHERE {column} IN (SELECT unnest(?))"  # noqa: S608
            self._connection.execute(sql, [values])

    def _transaction(self) -> _Transaction:
        return _Transaction(self._connection, self.path)

    def batches(self, table: str, columns: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
        """
        Yield the rows of a table, some hundred at a time.
        """
        what = "*" if columns is None else ", ".join(columns)
        cursor = self._connection.cursor()
        cursor.execute("USE corpus")
        yield from cursor.sql(f"SELECT {what} FROM {table}").to_arrow_reader(_ROWS)  # noqa: S608

    def count(self, table: str) -> int:
        """
        Return the number of rows of a table.
        """
        row = self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
        return 0 if row is None else int(row[0])

    def connection(self) -> duckdb.DuckDBPyConnection:
        """
        Return a connection that reads the tables and views, and no other file.
        """
        if not self._locked:
            self._connection.execute(
                "SET enable_external_access = false; SET lock_configuration = true"
            )
            self._locked = True
        return self._connection

    def close(self) -> None:
        """
        Close the file.
        """
        self._connection.close()


class _Transaction:
    """
    All that happens in the block, or nothing of it.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def __enter__(self) -> duckdb.DuckDBPyConnection:
        self._connection.execute("BEGIN")
        return self._connection

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if error is None:
            try:
                self._connection.execute("COMMIT")
            except duckdb.Error as failure:
                message = f"cannot be written: {str(failure).splitlines()[0]}"
                raise StoreError(self._path.as_posix(), message) from failure
            return
        with suppress(duckdb.Error):
            self._connection.execute("ROLLBACK")
        if isinstance(error, duckdb.Error):
            message = f"cannot be written: {str(error).splitlines()[0]}"
            raise StoreError(self._path.as_posix(), message) from error
