"""
Every engine over the same documents: time, processor time, memory, failures, side by side.

``python benchmarks/engines.py`` makes 20,000 documents of real size, some of them poisonous, in a
folder that is removed afterwards (``--quick``: 1,000), runs each engine in a fresh process, one
after the other, and prints the table. The engines of one machine take turns of a few seconds with
the bare parse that they are compared with, so that a machine that others use too is as quick for
the one as for the other. ``--write`` keeps the figures in ``engines.json`` and renews
the tables of the documentation that are made from them.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.util
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

from _figures import Figure, as_json, as_table
from _plan import PAGE, bare_cost, of_one_core, page
from _processes import FailedError, run


HERE = Path(__file__).parent
KEPT = HERE / "engines.json"
DOCUMENTS, QUICK, POISON_EVERY = 20_000, 1_000, 200
CORES = 2  # that the engines are given
# Those whose processes can all be told to rest.
IN_TURN = ("local-0", "local-1", "local-2", "build-duckdb", "build-parquet")

# How each engine is called, in the order in which they run.
TITLES = {
    "bare": "bare parse, a sample",
    "local-0": "local, no worker process",
    "local-1": "local, 1 worker",
    "local-2": "local, 2 workers",
    "build-duckdb": "fazhi build, DuckDB",
    "build-parquet": "fazhi build, Parquet",
    "dask": "Dask, 2 workers",
    "dask-killed": "Dask, 2 workers, one killed",
    "spark": "Spark, 2 threads",
    "spark-guarded": "Spark, 2 threads, guarded",
}
PACKAGES = ("fazhi", "pyarrow", "duckdb", "dask", "pyspark")
# What must hold of the local engine with two workers.
FASTER, DEARER, PARENT = 1.6, 1.3, 300


def _made_corpus() -> Any:
    """
    Return ``tests/made_corpus.py`` as a module.
    """
    path = HERE.parent / "tests" / "made_corpus.py"
    spec = importlib.util.spec_from_file_location("made_corpus", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["made_corpus"] = module
    spec.loader.exec_module(module)
    return module


def make(folder: Path, count: int) -> dict[str, float]:
    """
    Write *count* documents as files, and again as a Parquet file; return how large they are.
    """
    import pyarrow as pa  # noqa: PLC0415 - the table can be printed without
    import pyarrow.parquet as pq  # noqa: PLC0415

    from fazhi.corpus.batch import INPUT_SCHEMA  # noqa: PLC0415

    size = characters = 0
    with pq.ParquetWriter(folder / "documents.parquet", INPUT_SCHEMA) as file:
        rows: list[dict[str, Any]] = []
        for number, made in enumerate(_made_corpus().poisoned(count, every=POISON_EVERY)):
            text = made.content
            data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text or b""
            path = folder / "files" / f"{number // 1000:03}" / made.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            size += len(data)
            characters += len(data.decode(errors="replace"))
            rows.append({"id": str(path), "name": str(path), "content": data})
            if len(rows) == 500 or number == count - 1:
                file.write_batch(pa.RecordBatch.from_pylist(rows, schema=INPUT_SCHEMA))
                rows.clear()
    return {"documents": count, "bytes": size, "characters": characters}


def measure(options: argparse.Namespace) -> dict[str, Any]:
    """
    Return the figures of every engine, and why others are missing.
    """
    rows: dict[str, dict[str, Any]] = {}
    left_out: dict[str, str] = {}
    wanted = {"bare", *(options.only or TITLES)}
    if "local-2" in wanted:  # its bar is a multiple of the other one's rate
        wanted.add("local-1")
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        size = make(Path(name), options.documents)
        for engine, title in TITLES.items():
            if engine in wanted:
                try:
                    rows[engine] = _row(engine, name)
                except FailedError as error:
                    left_out[engine] = str(error)
                print(f"{title}: done", file=sys.stderr)
    return {
        "date": dt.datetime.now(tz=dt.UTC).date().isoformat(),
        "python": platform.python_version(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "versions": {name: version for name in PACKAGES if (version := _version(name))},
        "corpus": size,
        "engines": rows,
        "left_out": left_out,
    }


def _row(engine: str, folder: str) -> dict[str, Any]:
    environment = {
        **os.environ,
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    command = [sys.executable, str(HERE / "_engine_runs.py")]
    beside = [*command, "bare-beside", folder] if engine in IN_TURN else ()
    taken, said = run([*command, engine, folder], environment, beside)
    row = _told(taken.output) | {"wall": taken.wall, "below_peak": taken.below}
    waited = row.pop("waited_cpu")
    counting = row.pop("counting_cpu", 0.0)
    row["cpu"] = None if taken.cpu is None else max(taken.cpu, waited) - counting
    row["parent_cpu"] -= counting
    if said and (bare := _told(said))["documents"]:
        row["beside"] = {key: bare[key] for key in ("documents", "bare_cpu")}
    if beside:
        row["seconds"] -= taken.rested
    return row


def _told(output: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(output.strip().rpartition("\n")[2])
    return told


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def figures(measured: dict[str, Any]) -> Iterator[Figure]:
    """
    Yield what the table shows, with the bars of the local engine.
    """
    rows = measured["engines"]
    cost = bare_cost(rows["bare"])
    yield Figure("bare parse", cost * 1000, "ms a document", note=f"{1 / cost:,.0f} documents/s")
    for engine, row in rows.items():
        if engine == "bare":
            continue
        title, barred = TITLES[engine], engine == "local-2"
        rate, cost = row["documents"] / row["seconds"], bare_cost(row.get("beside", rows["bare"]))
        failed = f"{sum(row['failures'].values()):,} failed"
        start = f", {row['start']:.1f} s to start" if "start" in row else ""
        note = f"{row['documents']:,} in {row['seconds']:,.1f} s{start}; {failed}"
        yield Figure(title, rate, "documents/s", note=note)
        beside = f"bare parse: {1 / cost:,.0f} documents/s"
        yield Figure("… / bare parse of one core", rate * cost, "", note=beside)
        if barred and "local-1" in rows:
            of_one = rate * cost / of_one_core(rows, "local-1")
            yield Figure("… / one worker", of_one, "", least=FASTER)
        if row["cpu"] is not None:
            dear = row["cpu"] / row["documents"] / cost
            yield Figure("… time / bare parse", dear, "", most=DEARER if barred else None)
            below = f"processes below it {row['below_peak'] / 2**20:,.0f} MB"
            most = PARENT if engine.startswith(("local", "build")) else None
            yield Figure("… parent's peak", row["parent_peak"] / 2**20, "MB", most=most, note=below)
    yield from _agreement(measured)


def _agreement(measured: dict[str, Any]) -> Iterable[Figure]:
    rows = measured["engines"].values()
    digests = {row["digest"] for row in rows if "digest" in row}
    counts = {row["documents"] for row in rows if "bare_cpu" not in row}
    lost = max((abs(measured["corpus"]["documents"] - count) for count in counts), default=0)
    yield Figure("documents lost or twice", lost, "", most=0)
    yield Figure("different sets of rows", max(0, len(digests) - 1), "", most=0)
    for engine, reason in measured["left_out"].items():
        yield Figure(f"left out: {TITLES[engine]}", 1, "", most=0, note=reason.replace("\n", " | "))


def arguments() -> argparse.Namespace:
    """
    Return the options of the command line.
    """
    options = argparse.ArgumentParser(description="Every engine over the same documents.")
    options.add_argument("--documents", type=int, default=DOCUMENTS, help="(%(default)s)")
    options.add_argument("--quick", action="store_true", help=f"{QUICK:,} documents")
    options.add_argument("--only", nargs="*", metavar="ENGINE", choices=TITLES, help="these alone")
    options.add_argument("--folder", help="where to put the documents (the temporary folder)")
    options.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options.add_argument("--check", action="store_true", help="exit 1 where a bar is missed")
    options.add_argument(
        "--write",
        action="store_true",
        help="keep the figures, renew the page",
    )
    chosen = options.parse_args()
    if chosen.only and chosen.write:
        options.error("--write keeps the figures of all engines, not of some (--only)")
    chosen.documents = QUICK if chosen.quick else chosen.documents
    return chosen


if __name__ == "__main__":
    chosen = arguments()
    result = measure(chosen)
    shown = list(figures(result))
    print(as_json(shown) if chosen.json else as_table(shown))
    if chosen.write:
        KEPT.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
        PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), result), encoding="utf-8")
    sys.exit(1 if chosen.check and any(figure.missed for figure in shown) else 0)
