"""
The tables of the page that plans a corpus of a million reports, from what ``engines.py`` measured.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any


PAGE = Path(__file__).parents[1] / "docs" / "explanation" / "a-million-reports.rst"
MARK = ".. {} of {}, by benchmarks/engines.py"
MILLION = 1_000_000
MEASURED = 2  # workers
WORKERS = (MEASURED, 8, 32, 128)
ONE_MACHINE = 32  # more processors than that are seldom in one

TITLES = {
    "local-0": "one process (``workers=0``)",
    "local-1": "local, 1 worker",
    "local-2": "local",
    "build-duckdb": "``fazhi build``, DuckDB",
    "build-parquet": "``fazhi build``, Parquet",
    "dask": "Dask",
    "dask-killed": "Dask, a worker killed",
    "spark": "Spark",
    "spark-guarded": "Spark, guarded",
}
PLANNED = ("local-2", "build-duckdb", "build-parquet", "dask", "spark", "spark-guarded")
STORES = {
    "documents": "the documents themselves",
    "local-2": "JSON, as ``Outcome.content`` has it",
    "build-duckdb": "DuckDB file",
    "build-parquet": "Parquet folder",
}

Row = tuple[str, ...]
Engine = Mapping[str, Any]


def page(text: str, measured: Mapping[str, Any]) -> str:
    """
    Return *text* with each table between its two marks.
    """
    for name, rows in TABLES.items():
        start, end = MARK.format("start", name), MARK.format("end", name)
        lines = (f"   {' | '.join(cells)}" for cells in rows(measured))
        new = "\n".join((".. csv-table::", "   :header-rows: 1", "   :delim: |", "", *lines))
        before, _, rest = text.partition(start)
        text = f"{before}{start}\n\n{new}\n\n{end}{rest.partition(end)[2]}"
    start, end = MARK.format("start", "origin"), MARK.format("end", "origin")
    before, _, rest = text.partition(start)
    return f"{before}{start}\n\n{_origin(measured)}\n\n{end}{rest.partition(end)[2]}"


def _origin(measured: Mapping[str, Any]) -> str:
    corpus = measured["corpus"]
    count = corpus["documents"]
    versions = ", ".join(f"{name} {version}" for name, version in measured["versions"].items())
    said = (
        f"Measured on {measured['date']} with Python {measured['python']} on"
        f" {measured['machine']}, {versions}: {count:,} documents of"
        f" {corpus['characters'] / count:,.0f} characters and {corpus['bytes'] / count:,.0f} bytes"
        " on average."
    )
    return " ".join((said, *(f"Left out: {TITLES[name]}." for name in measured["left_out"])))


def _speeds(measured: Mapping[str, Any]) -> Iterator[Row]:
    engines = measured["engines"]
    whole = engines["bare"]
    cost, one = bare_cost(whole), of_one_core(engines, "local-1")
    yield (
        "engine",
        "documents/s",
        "of one core",
        "of one worker",
        "processor time, ms a document",
        "of the bare parse",
        "memory of the parent, MB",
        "of all below it, MB",
        "failures",
    )
    row = ("bare parse, a sample", f"{1 / cost:,.0f}", "1.00", "–", f"{cost * 1000:.2f}", "1.00")
    yield *row, "–", "–", "–"
    for name, title in TITLES.items():
        if name in engines:
            row = engines[name]
            rate, cost = _rate(row), bare_cost(row.get("beside", whole))
            dear = None if row["cpu"] is None else row["cpu"] / row["documents"]
            yield (
                title if name[-1] != "2" else f"{title}, 2 workers",
                f"{rate:,.0f}",
                f"{rate * cost:.2f}",
                f"{rate * cost / one:.2f}",
                "–" if dear is None else f"{dear * 1000:.2f}",
                "–" if dear is None else f"{dear / cost:.2f}",
                _megabytes(row["parent_peak"]),
                _megabytes(row["below_peak"]),
                f"{sum(row['failures'].values()):,}",
            )


def bare_cost(bare: Engine) -> float:
    """
    Return the seconds of processor time that the bare parse took for a document.
    """
    return float(bare["bare_cpu"] / bare["documents"])


def of_one_core(engines: Mapping[str, Engine], name: str) -> float:
    """
    Return the rate of an engine over that of the bare parse beside it, in one process.
    """
    row = engines[name]
    return _rate(row) * bare_cost(row.get("beside", engines["bare"]))


def _rate(row: Engine) -> float:
    return float(row["documents"] / row["seconds"])


def _megabytes(size: float | None) -> str:
    return "–" if size is None else f"{size / 1e6:,.0f}"


def _hours(measured: Mapping[str, Any]) -> Iterator[Row]:
    yield "engine", *(f"{count} workers" for count in WORKERS), "no faster than"
    for name, row in _planned(measured):
        # What the parent does for each document is done by one core, however many workers wait.
        # Spark's driver is no part of its workers in a cluster, and was not told apart here.
        floor = MILLION * row["parent_cpu"] / row["documents"]
        known = not name.startswith("spark")
        times = (MILLION / (_rate(row) / MEASURED * count) for count in WORKERS)
        cells = [_time(max(time, floor) if known else time) for time in times]
        if name.startswith(("local", "build")):
            cells = [c if n <= ONE_MACHINE else "–" for c, n in zip(cells, WORKERS, strict=True)]
        yield TITLES[name], *cells, _time(floor) if known else "–"


def _planned(measured: Mapping[str, Any]) -> Iterator[tuple[str, Engine]]:
    engines = measured["engines"]
    return ((name, engines[name]) for name in PLANNED if name in engines)


def _time(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes // 60} h {minutes % 60:02} min" if minutes >= 60 else f"{minutes} min"


def _memory(measured: Mapping[str, Any]) -> Iterator[Row]:
    yield "engine", "the parent", "a worker", *(f"{count} workers" for count in WORKERS)
    for name, row in _planned(measured):
        if row["parent_peak"] is None or row["below_peak"] is None:
            continue
        each = row["below_peak"] / MEASURED
        sums = (
            "–" if name.startswith(("local", "build")) and count > ONE_MACHINE
            else f"{(row['parent_peak'] + each * count) / 1e9:,.1f} GB"
            for count in WORKERS
        )  # fmt: skip
        parent = f"{_megabytes(row['parent_peak'])} MB"
        yield TITLES[name], parent, f"{_megabytes(each)} MB", *sums


def _storage(measured: Mapping[str, Any]) -> Iterator[Row]:
    corpus, engines = measured["corpus"], measured["engines"]
    yield "what", "bytes a report", "a million"
    for name, title in STORES.items():
        if name == "documents":
            each = corpus["bytes"] / corpus["documents"]
        elif name in engines:
            row = engines[name]
            size = row.get("store_bytes", row.get("json_bytes"))
            each = size / (row["documents"] - sum(row["failures"].values()))
        else:
            continue
        yield title, f"{each:,.0f}", f"{each * MILLION / 1e9:,.0f} GB"


TABLES: Mapping[str, Callable[[Mapping[str, Any]], Iterable[Row]]] = {
    "speeds": _speeds,
    "time": _hours,
    "memory": _memory,
    "storage": _storage,
}
