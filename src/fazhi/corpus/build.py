"""
Documents → a store, in parallel, with what is done left alone and nothing lost when it is stopped.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from importlib.metadata import entry_points
from itertools import islice
from pathlib import Path
from typing import Final

from attrs import define, field

from fazhi.errors import MissingExtraError, UnknownFormatError


try:
    import pyarrow as pa  # before the modules that need it too
except ImportError as error:
    raise MissingExtraError("pyarrow", "store", "a store") from error

from fazhi.corpus.local import SECONDS, run_chunks
from fazhi.corpus.outcomes import Failure
from fazhi.corpus.rows import Rows, plain_name, version
from fazhi.corpus.schemas import STORED
from fazhi.corpus.sources import Item, Sources, items, suffixes
from fazhi.corpus.store import Entry, Store, open_store
from fazhi.corpus.tables import Tables, add_outcome, as_tables, pack, unpack
from fazhi.corpus.watch import watched
from fazhi.corpus.work import hash_of, outcome, parser_for
from fazhi.model import Limits


_LOOKED_UP: Final = 500  # documents that the store is asked about at once


@define
class Batch:
    """
    How much is gathered before it is written; what is not written yet is done again after a kill.

    Attributes:
        documents: Number of documents.
        size: Size of their rows in bytes.
        seconds: Time since the last were written.
    """

    documents: int = 1000
    size: int = 8_000_000
    seconds: float = 10.0


@define
class Progress:
    """
    What a build has done so far.

    Attributes:
        read: Documents that gave a report.
        failed: Documents that gave none.
        skipped: Documents that were done before.
        removed: Documents that were removed because they are not named any more.
        characters: Length of the texts read.
    """

    read: int = 0
    failed: int = 0
    skipped: int = 0
    removed: int = 0
    characters: int = 0


def build(  # noqa: PLR0913 - options by name
    sources: Sources,
    store: str | Path,
    *,
    workers: int | None = None,
    seconds: float = SECONDS,
    format: str | None = None,  # noqa: A002
    audit: bool = True,
    retry: bool = False,
    prune: bool = False,
    limits: Limits | None = None,
    on_progress: Callable[[Progress], object] | None = None,
    batch: Batch | None = None,
) -> Progress:
    """
    Read documents, in parallel, into a store; those that are in it unchanged are left alone.

    A document is known by its name and the hash of its content. It is read again where its
    content, the version of fazhi or of a plugin, or *format* or *audit* changed; its rows then
    replace the old ones. A document that failed is left alone under the same conditions. A build
    that was stopped at any moment goes on where it was when it is started again.

    Args:
        sources: As for `read_corpus`.
        store: A DuckDB file, or a folder whose name ends in ``.parquet``.
        workers: Number of processes; None for one a processor, 0 for this process.
        seconds: How long one document may take.
        format: Name of the format that is to read all of them; None chooses by the document.
        audit: Whether the audit's rules are applied.
        retry: Whether documents that failed before are tried again.
        prune: Whether documents that *sources* do not name any more are removed.
        limits: How much a file may ask for.
        on_progress: Called when documents are done.
        batch: How much is written at once.

    Raises:
        StoreError: If the store cannot be written, or is in use by another build.
        MissingExtraError: If a package is missing.
        UnknownFormatError: If there is no such format.
        PluginError: If an installed plugin cannot be used.
        ValueError: If two documents have one name, or a number is out of range.
    """
    bounds = Limits() if limits is None else limits
    suffixes()  # a plugin that cannot be used would fail with every document
    known = tuple(record.name for record in parser_for(bounds).formats)
    if format is not None and format not in known:
        raise UnknownFormatError(format, known)
    signature = made_by(format, audit=audit)
    with open_store(store, write=True) as opened:
        run = _Run(opened, signature, batch or Batch(), on_progress or (lambda _: None))
        chosen = run.chosen(items(sources), retry=retry, prune=prune)
        work = partial(tables_of, format=format, audit=audit, signature=signature, limits=bounds)
        parts = run_chunks(chosen, work, workers=workers, seconds=seconds, ordered=False)
        try:
            run.write_all(parts)
        finally:
            parts.close()
        if prune:
            run.prune()
    return run.progress


def made_by(format: str | None, *, audit: bool) -> str:  # noqa: A002
    """
    Return the versions and options that decide what a document's rows are.
    """
    found = {point.dist for point in entry_points(group="fazhi") if point.dist is not None}
    plugins = sorted({f"{dist.name} {dist.version}" for dist in found})
    options = [f"format {format}"] if format else []
    options += [] if audit else ["no audit"]
    return ", ".join((f"fazhi {version()}", *plugins, *options))


def tables_of(
    chunk: Sequence[Item],
    *,
    format: str | None,  # noqa: A002
    audit: bool,
    signature: str,
    limits: Limits,
) -> bytes:
    """
    Return the packed tables of *chunk*, read in a worker process.
    """
    parser = parser_for(limits)
    rows = Rows(audit=audit)
    for item in chunk:
        with watched(item):
            one = outcome(item, parser, format)
            report = add_outcome(rows, one)
            if report is not None and one.content is not None:
                rows.add_json(report, one.content)
            rows.add_done(one.source, one.sha256, signature, report)
    return pack(as_tables(rows, STORED.values()))


@define
class _Run:
    """
    One run of a build.
    """

    store: Store
    signature: str
    batch: Batch
    told: Callable[[Progress], object]
    progress: Progress = field(factory=Progress)
    _seen: set[bytes] = field(factory=set)
    _waiting: list[Tables] = field(factory=list)
    _written: float = field(factory=time.monotonic)

    def chosen(self, named: Iterator[Item], *, retry: bool, prune: bool) -> Iterator[Item]:
        """
        Yield the documents that are not done.
        """
        while group := [*islice(named, _LOOKED_UP)]:
            known = self.store.known([plain_name(item.name) for item in group])
            for item in group:
                if prune or item.path is None:
                    self._see(item)
                entry = known.get(plain_name(item.name))
                if entry is not None and self._is_done(item, entry, retry=retry, prune=prune):
                    self.progress.skipped += 1
                else:
                    yield item
            self.told(self.progress)

    def _see(self, item: Item) -> None:
        key = _digest(plain_name(item.name))
        if key in self._seen and item.path is None:
            raise ValueError(f"two documents are called {item.name!r}; one would replace the other")
        self._seen.add(key)

    def _is_done(self, item: Item, entry: Entry, *, retry: bool, prune: bool) -> bool:
        sha256 = hash_of(item)
        if sha256 is None and entry.report is not None:
            return not prune  # the file has vanished; what was read stays
        if sha256 != entry.sha256 or self.signature != entry.made_by:
            return False
        return entry.report is not None or not retry

    def write_all(self, parts: Iterable[tuple[tuple[Item, ...], bytes | Failure]]) -> None:
        """
        Write what comes back from the workers, some documents at a time.
        """
        for chunk, payload in parts:
            if isinstance(payload, Failure):
                self._waiting.append(self._failed(chunk[0], payload))
            else:
                self._waiting.append(unpack(payload))
            if self._is_full():
                self._write()
        self._write()

    def _failed(self, item: Item, failure: Failure) -> Tables:
        rows = Rows(audit=False)
        rows.add_failure(item.name, failure.sha256, failure)
        rows.add_done(item.name, failure.sha256, self.signature, None)
        return as_tables(rows, STORED.values())

    def _is_full(self) -> bool:
        documents = sum(len(tables["done"]) for tables in self._waiting)
        size = sum(table.nbytes for tables in self._waiting for table in tables.values())
        late = time.monotonic() - self._written >= self.batch.seconds
        return late or documents >= self.batch.documents or size >= self.batch.size

    def _write(self) -> None:
        if not self._waiting:
            return
        tables = {
            name: pa.concat_tables([tables[name] for tables in self._waiting]) for name in STORED
        }
        self._waiting = []
        self.store.append(tables)
        self._written = time.monotonic()
        self.progress.read += len(tables["reports"])
        self.progress.failed += len(tables["failures"])
        self.progress.characters += sum(tables["reports"]["characters"].to_pylist())
        self.told(self.progress)

    def prune(self) -> None:
        """
        Remove the documents that were not named.
        """
        gone = [name for name in self.store.sources() if _digest(name) not in self._seen]
        if gone:
            self.store.remove(gone)
        self.progress.removed = len(gone)
        self.told(self.progress)


def _digest(name: str) -> bytes:
    return blake2b(name.encode(), digest_size=16).digest()
