"""
One engine over one corpus, in a process of its own: ``python _engine_runs.py ENGINE FOLDER``.

Prints what came of it as one line of JSON, with a digest of all rows that is the same on every
engine that gives the same rows.
"""

from __future__ import annotations

import itertools
import json
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from _processes import peak


SAMPLE = 1_000
WORKERS = 2


class Tally:
    """
    What came of the documents, whatever their order.
    """

    def __init__(self) -> None:
        self.documents = self.bytes = self.digest = 0
        self.failures: Counter[str] = Counter()
        self.cpu = 0.0  # that counting takes, which is no part of the engine

    def add(self, outcome: Any) -> None:
        """
        Count an outcome.
        """
        start = time.thread_time()
        error = outcome.error
        self.documents += 1
        self.bytes += len(outcome.content or b"")
        if error is not None:
            self.failures[error.type] += 1
        said = "" if error is None else f"{error.type}\0{error.message}"
        row = sha256(f"{outcome.source}\0{outcome.sha256}\0{said}\0".encode())
        row.update(outcome.content or b"")
        self.digest = (self.digest + int.from_bytes(row.digest())) % 2**256
        self.cpu += time.thread_time() - start


def _over(outcomes: Iterable[Any], **more: float) -> dict[str, Any]:
    start = time.perf_counter()
    tally = Tally()
    for outcome in outcomes:
        tally.add(outcome)
    return {
        "seconds": time.perf_counter() - start,
        "documents": tally.documents,
        "failures": tally.failures,
        "json_bytes": tally.bytes,
        "digest": f"{tally.digest:064x}",
        "counting_cpu": tally.cpu,
        **more,
    }


def bare(folder: Path, *, told: bool = False) -> dict[str, Any]:
    """
    Parse documents in this process, without JSON and without anything around it.

    A sample of the documents; or, until *told* to end by SIGTERM, sample after sample.
    """
    import fazhi  # noqa: PLC0415

    parser = fazhi.Parser()
    paths = sorted((folder / "files").rglob("*.txt"))
    step = max(1, len(paths) // SAMPLE)
    for path in paths[:50]:  # tables are loaded by the first ones
        _tried(parser, path)
    samples = itertools.count() if told else range(1)
    count, cpu = 0, time.process_time()
    with _until(signal.SIGTERM):
        for path in (path for start in samples for path in paths[start % step :: step]):
            _tried(parser, path)
            count += 1
    cpu = time.process_time() - cpu
    return {"documents": count, "failures": {}, "bare_cpu": cpu}


def bare_beside(folder: Path) -> dict[str, Any]:
    """
    The same until told to end.
    """
    return bare(folder, told=True)


def _tried(parser: Any, path: Path) -> None:
    from fazhi import FazhiError  # noqa: PLC0415

    with suppress(FazhiError):
        parser.parse(path)


class _Told(BaseException):
    """
    The process is told to end.
    """


@contextmanager
def _until(number: signal.Signals) -> Iterator[None]:
    def end(*_: object) -> None:
        raise _Told

    signal.signal(number, end)
    try:
        yield
    except _Told:
        pass
    finally:
        signal.signal(number, signal.SIG_IGN)


def local(workers: int) -> Callable[[Path], dict[str, Any]]:
    """
    Return the engine of one machine with so many worker processes.
    """

    def run(folder: Path) -> dict[str, Any]:
        from fazhi.corpus import read_corpus  # noqa: PLC0415

        return _over(read_corpus(folder / "files", workers=workers, ordered=False))

    return run


def dask(folder: Path, *, kill: bool = False) -> dict[str, Any]:
    """
    Run a Dask cluster of this machine; *kill* one of its workers after a third of the documents.
    """
    from dask.distributed import Client, LocalCluster  # noqa: PLC0415

    from fazhi.corpus.dask import read_corpus  # noqa: PLC0415

    start = time.perf_counter()
    options = {"n_workers": WORKERS, "threads_per_worker": 1, "dashboard_address": ":0"}
    with LocalCluster(**options) as cluster, Client(cluster) as client:
        started = time.perf_counter() - start
        outcomes = read_corpus(folder / "files", client)
        if kill:
            pid = next(iter(client.run(os.getpid).values()))
            third = sum(1 for _ in (folder / "files").rglob("*.*")) // 3
            outcomes = _killing(outcomes, pid, third)
        return _over(outcomes, start=started)


def dask_killed(folder: Path) -> dict[str, Any]:
    """
    The same, with a worker killed.
    """
    return dask(folder, kill=True)


def _killing(outcomes: Iterable[Any], pid: int, when: int) -> Iterator[Any]:
    for number, outcome in enumerate(outcomes):
        if number == when:
            os.kill(pid, signal.SIGKILL)
        yield outcome


def spark(folder: Path, *, guarded: bool = False) -> dict[str, Any]:
    """
    Run Spark on this machine over the documents in a Parquet file, and write its reports to another.
    """
    import pyarrow.dataset as ds  # noqa: PLC0415

    from fazhi.corpus.batch import outcomes  # noqa: PLC0415
    from fazhi.corpus.spark import parse_frame  # noqa: PLC0415

    start = time.perf_counter()
    with _session() as session:
        started = time.perf_counter() - start
        frame = session.read.parquet(str(folder / "documents.parquet"))
        begun = time.perf_counter()
        out = str(folder / ("parsed-guarded" if guarded else "parsed"))
        parse_frame(frame.repartition(8 * WORKERS), guarded=guarded).write.parquet(out)
        seconds = time.perf_counter() - begun
    batches = ds.dataset(out).to_batches(batch_size=256)
    found = _over((one for batch in batches for one in outcomes(batch)), start=started)
    return {**found, "seconds": seconds}


def spark_guarded(folder: Path) -> dict[str, Any]:
    """
    The same, each task with a process beside it that a document may kill.
    """
    return spark(folder, guarded=True)


@contextmanager
def _session() -> Iterator[Any]:
    from pyspark.sql import SparkSession  # noqa: PLC0415

    builder = SparkSession.builder.master(f"local[{WORKERS}]")
    for key, value in {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        # Of columns with whole documents a few are enough to fill a worker's memory.
        "spark.sql.execution.arrow.maxRecordsPerBatch": "256",
    }.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


def build(suffix: str) -> Callable[[Path], dict[str, Any]]:
    """
    Return a run of ``fazhi build`` into a store of one kind.
    """

    def run(folder: Path) -> dict[str, Any]:
        from fazhi.cli import main  # noqa: PLC0415

        store = folder / f"corpus{suffix}"
        sys.argv = ["fazhi", "build", str(folder / "files"), "-o", str(store)]
        sys.argv += ["--workers", str(WORKERS)]
        start = time.perf_counter()
        try:
            main()
        except SystemExit as ended:
            if ended.code not in {None, 0, 1}:  # 1: some documents failed
                raise
        return {"seconds": time.perf_counter() - start, **_stored(store)}

    return run


def _stored(path: Path) -> dict[str, Any]:
    from fazhi.corpus.store import open_store  # noqa: PLC0415

    with open_store(path) as store:
        reports = store.count("reports")
        types = (batch.column(0).to_pylist() for batch in store.batches("failures", ["type"]))
        failures = Counter(one for some in types for one in some)
    files = [one for one in path.rglob("*") if one.is_file()] if path.is_dir() else [path]
    size = sum(one.stat().st_size for one in files)
    return {"documents": reports + failures.total(), "failures": failures, "store_bytes": size}


ENGINES: dict[str, Callable[[Path], dict[str, Any]]] = {
    "bare": bare,
    "bare-beside": bare_beside,
    "local-0": local(0),
    "local-1": local(1),
    "local-2": local(2),
    "build-duckdb": build(".duckdb"),
    "build-parquet": build(".parquet"),
    "dask": dask,
    "dask-killed": dask_killed,
    "spark": spark,
    "spark-guarded": spark_guarded,
}


if __name__ == "__main__":
    engine, folder = sys.argv[1], Path(sys.argv[2])
    begun = time.process_time()
    result = ENGINES[engine](folder)
    result |= {"parent_cpu": time.process_time() - begun, "parent_peak": peak()}
    result["waited_cpu"] = sum(os.times()[:4])  # of this process and those that it waited for
    print(f"\n{json.dumps(result)}")
