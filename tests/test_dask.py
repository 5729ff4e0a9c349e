"""
Dask: outcomes from a cluster one by one, and data frames; killed workers cost nothing, killers themselves.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dask
import pandas as pd
import pyarrow as pa
import pytest
from dask import dataframe as dd
from dask.distributed import Client, LocalCluster
from tests.clusters import install_killer, row
from tests.made_corpus import documents

import fazhi
from fazhi.corpus import dask as engine
from fazhi.corpus import read_corpus as read_here
from fazhi.corpus.batch import OUTPUT_SCHEMA, outcomes
from fazhi.errors import BatchTypeError, NoClientError


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """
    Two workers of one thread each, with a plugin whose reader kills.
    """
    install_killer(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    patience = {"distributed.scheduler.allowed-failures": 0}
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": ":0"}
    with dask.config.set(patience), LocalCluster(**options) as cluster, Client(cluster) as client:
        yield client


def test_documents_that_kill_or_hang_are_named_and_the_others_kept(client: Client) -> None:
    made: dict[str, Any] = {one.name: one.content for one in documents(30)}
    poisons = {"killer.k": b"KILL", "hanging.k": b"HANG"}
    names = [*made][:10], [*made][10:]
    mixed = {name: made[name] for name in names[0]} | poisons | {n: made[n] for n in names[1]}

    found = [*engine.read_corpus(mixed, client, seconds=8)]

    assert sorted(row(one) for one in found if one.error is None) == [
        row(one) for one in read_here(made, workers=0)
    ]
    failures = {one.source: one.error for one in found if one.error is not None}
    assert {name: error.type for name, error in failures.items()} == dict.fromkeys(
        poisons, "WorkerDied"
    )
    assert all(error.sha256 for error in failures.values())


def test_workers_open_the_files(client: Client, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for one in documents(8):
        (folder / one.name).write_text(str(one.content), encoding="utf-8")

    found = [*engine.read_corpus(folder, client), *engine.read_corpus("nowhere.txt", client)]

    assert sorted(row(one) for one in found) == sorted(
        row(one) for one in read_here([folder, "nowhere.txt"], workers=0)
    )


def test_who_stops_early_leaves_nothing_on_the_cluster(client: Client) -> None:
    made = {one.name: one.content for one in documents(400)}

    found = engine.read_corpus(made, client)
    next(found)
    found.close()

    end = time.monotonic() + 20
    while client.futures and time.monotonic() < end:
        time.sleep(0.05)  # they are released in a thread of the client
    assert not client.futures


def test_nothing_comes_of_nothing(client: Client) -> None:
    assert [*engine.read_corpus([], client)] == []


def test_without_a_cluster_the_message_says_what_would_do() -> None:
    with pytest.raises(NoClientError, match="Client") as caught:
        engine.read_corpus([])

    assert isinstance(caught.value, fazhi.FazhiError)


def frame_of(contents: Any, **columns: Any) -> Any:
    names = [f"{place}.txt" for place in range(len(contents))]
    return pd.DataFrame({"id": names, "name": names, "content": contents, **columns})


BYTES = pd.ArrowDtype(pa.binary())


@pytest.fixture
def _here() -> Iterator[None]:
    with dask.config.set(scheduler="sync"):
        yield


@pytest.mark.usefixtures("_here")
@pytest.mark.parametrize("kind", ["text", "bytes"])
def test_a_data_frame_of_documents_becomes_one_of_reports(kind: str) -> None:
    texts = [str(one.content) for one in documents(12)]
    given = texts if kind == "text" else pd.array([one.encode() for one in texts], dtype=BYTES)
    frame = frame_of(given).set_index(pd.Index(range(100, 112), name="row"))

    parsed = engine.parse_frame(dd.from_pandas(frame, npartitions=3))

    assert list(parsed.columns) == OUTPUT_SCHEMA.names
    whole = parsed.compute()
    assert whole.index.equals(frame.index)
    assert list(whole.dtypes) == list(parsed.dtypes)
    expected = {
        name: content if kind == "text" else content.encode()
        for name, content in zip(frame["id"], texts, strict=True)
    }
    assert list(whole["report"]) == [
        (one.content or b"").decode() for one in read_here(expected, workers=0)
    ]


def test_a_data_frame_goes_through_a_cluster(client: Client) -> None:
    texts = {one.name: str(one.content) for one in documents(40)}
    frame = pd.DataFrame({"id": [*texts], "name": [*texts], "content": [*texts.values()]})

    parsed = engine.parse_frame(dd.from_pandas(frame, npartitions=5)).compute()

    batch = pa.RecordBatch.from_pandas(parsed, preserve_index=False)
    assert [row(one) for one in outcomes(batch)] == [
        row(one) for one in read_here(texts, workers=0)
    ]


@pytest.mark.usefixtures("_here")
def test_cells_may_be_of_any_type() -> None:
    cells = ["受理1件", "受理2件".encode(), None, float("nan"), 7, "受\ud800理3件", b""]
    with dask.config.set({"dataframe.convert-string": False}):
        frame = frame_of(pd.Series(cells, dtype=object))
        parsed = engine.parse_frame(dd.from_pandas(frame, npartitions=1)).compute()

    none = [None if pd.isna(error) else error for error in parsed["error_type"]]
    assert none == [None, None, "ReadError", "ReadError", "ReadError", None, "EmptyTextError"]


@pytest.mark.usefixtures("_here")
@pytest.mark.filterwarnings("ignore:The inplace keyword")  # of pandas, said to Dask
def test_reports_go_to_parquet_and_back(tmp_path: Path) -> None:
    frame = frame_of(["受理1件", ""])

    parsed = engine.parse_frame(dd.from_pandas(frame, npartitions=2))
    parsed.to_parquet(tmp_path / "parsed")

    again = dd.read_parquet(tmp_path / "parsed").compute()
    assert list(again["id"]) == ["0.txt", "1.txt"]
    assert list(again["error_type"].isna()) == [True, False]


WRONG = {
    "no content": (frame_of(["x"]).drop(columns="content"), "no column 'content'"),
    "numbers as ids": (frame_of(["x"]).assign(id=1), "'id' must be of strings, not of int64"),
    "numbers as contents": (frame_of([1.5]), "strings or bytes, not of double"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_frame_of_other_columns_is_refused_before_anything_runs(name: str) -> None:
    frame, message = WRONG[name]

    with pytest.raises(BatchTypeError, match=message):
        engine.parse_frame(dd.from_pandas(frame, npartitions=1))
