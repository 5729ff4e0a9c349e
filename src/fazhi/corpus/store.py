"""
Where the tables of a corpus are kept: one DuckDB file, or a folder of Parquet files.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from fazhi.corpus.extras import need
from fazhi.errors import StoreError


if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

DUCKDB = (".duckdb", ".ddb", ".db")
PARQUET = ".parquet"


class Entry(NamedTuple):
    """
    What a store has of a document.

    Attributes:
        sha256: Hash of its bytes, None where they could not be read.
        made_by: Versions and options that it was read with.
        report: Id of its report, None where it failed.
    """

    sha256: str | None
    made_by: str
    report: str | None


class Store(ABC):
    """
    The tables of a corpus, with what is done; a document's rows are there whole or not at all.

    Attributes:
        path: The file or folder.
    """

    def __init__(self, path: Path) -> None:
        """
        Name the file or folder; subclasses open it.
        """
        self.path = path

    @abstractmethod
    def known(self, sources: Sequence[str]) -> dict[str, Entry]:
        """
        Return what is there of the documents with these names.
        """

    @abstractmethod
    def append(self, tables: Mapping[str, pa.Table]) -> None:
        """
        Add documents at once, all or none; they take the place of documents of the same names.

        Args:
            tables: All tables of a store, with a row of `done` for each document.
        """

    @abstractmethod
    def remove(self, sources: Sequence[str]) -> None:
        """
        Remove the documents with these names.
        """

    @abstractmethod
    def batches(self, table: str, columns: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
        """
        Yield the rows of a table, some hundred at a time.
        """

    @abstractmethod
    def count(self, table: str) -> int:
        """
        Return the number of rows of a table.
        """

    @abstractmethod
    def connection(self) -> duckdb.DuckDBPyConnection:
        """
        Return a connection that reads the tables and views, and no other file.
        """

    @abstractmethod
    def close(self) -> None:
        """
        Let go of the file or folder.
        """

    def sources(self) -> Iterator[str]:
        """
        Yield the names of all documents.
        """
        for batch in self.batches("done", ["source"]):
            yield from batch.column(0).to_pylist()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_store(path: str | Path, *, write: bool = False) -> Store:
    """
    Open the store at *path*; a folder, or a name that ends in ``.parquet``, is one of Parquet files.

    Args:
        path: The file or folder.
        write: Whether it is to be added to; it is made where there is none. One process at a time
            may do so.

    Raises:
        StoreError: If it is none, is of another version, or is in use by another build.
        MissingExtraError: If pyarrow or duckdb is not installed.
    """
    place = Path(path)
    need("pyarrow", "store", "a store")
    if place.is_dir() or place.suffix.lower() == PARQUET:
        from fazhi.corpus.parquet_store import ParquetStore  # noqa: PLC0415 - pyarrow is there now

        return ParquetStore(place, write=write)
    if place.suffix.lower() not in DUCKDB:
        advice = f"the name should end in {DUCKDB[0]} or {PARQUET}"
        raise StoreError(place.as_posix(), f"is no store of a known kind; {advice}")
    need("duckdb", "store", "a DuckDB file")
    from fazhi.corpus.duckdb_store import DuckStore  # noqa: PLC0415 - duckdb is there now

    return DuckStore(place, write=write)


def dead_rows(table: str, reports: Sequence[str], sources: Sequence[str]) -> tuple[str, Any]:
    """
    Return the column of *table* that says whose a row is, and the values of those that are to go.
    """
    return ("source", sources) if table in ("failures", "done") else ("report", reports)
