"""
The same documents, some of them poisonous, give the same rows on every engine.
"""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pyarrow as pa
import pytest
from tests import needs
from tests.clusters import Row, row, with_spark
from tests.made_corpus import POISONS, poisoned

from fazhi.corpus import read_corpus
from fazhi.corpus.batch import INPUT_SCHEMA, outcomes, parse_batch


COUNT, EVERY = 216, 24  # each kind of poison once


@pytest.fixture(scope="module")
def files() -> dict[str, bytes | None]:
    """
    The documents as files hold them.
    """
    return {
        name: content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        for name, content in poisoned(COUNT, every=EVERY)
    }


@pytest.fixture(scope="module")
def expected(files: dict[str, bytes | None]) -> list[Row]:
    """
    The rows of the documents, parsed one after the other in this process.
    """
    return sorted(row(one) for one in read_corpus(files, workers=0))


def test_each_poison_is_among_the_documents_and_has_its_outcome(expected: list[Row]) -> None:
    errors = {name: error for name, _, _, error, _ in expected}

    assert len(errors) == COUNT
    for name, _, error in POISONS:
        assert [errors[one] for one in errors if one.endswith(name)] == [error]
    assert sum(error is not None for error in errors.values()) == sum(
        error is not None for _, _, error in POISONS
    )


def test_workers_of_one_machine(files: dict[str, bytes | None], expected: list[Row]) -> None:
    found = [row(one) for one in read_corpus(files, workers=2, ordered=False)]

    assert sorted(found) == expected


def test_batches_of_any_size(files: dict[str, bytes | None], expected: list[Row]) -> None:
    made = [{"id": name, "name": name, "content": content} for name, content in files.items()]
    table = pa.Table.from_pylist(made, schema=INPUT_SCHEMA)

    batches = table.to_batches(max_chunksize=37)

    assert sorted(row(one) for batch in batches for one in outcomes(parse_batch(batch))) == expected


def test_a_dask_cluster_with_a_worker_killed_in_the_middle(
    files: dict[str, bytes | None], expected: list[Row]
) -> None:
    needs.package("dask")
    from dask.distributed import Client, LocalCluster  # noqa: PLC0415

    from fazhi.corpus import dask as engine  # noqa: PLC0415

    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": ":0"}
    found: list[Row] = []
    with LocalCluster(**options) as cluster, Client(cluster) as client:
        pids = client.run(os.getpid)
        for one in engine.read_corpus(files, client):
            if not found:
                os.kill(next(iter(pids.values())), signal.SIGKILL)
            found.append(row(one))
        end = time.monotonic() + 20
        while len(again := client.run(os.getpid)) < 2 and time.monotonic() < end:
            time.sleep(0.2)

    assert set(again.values()) != set(pids.values())  # one of them is another
    assert sorted(found) == expected


def test_texts_on_a_dask_cluster() -> None:
    needs.package("dask")
    from dask.distributed import Client, LocalCluster  # noqa: PLC0415

    from fazhi.corpus import dask as engine  # noqa: PLC0415

    texts = {one.name: one.content for one in poisoned(COUNT, every=EVERY)}
    options = {"processes": False, "n_workers": 2, "threads_per_worker": 1}
    with LocalCluster(**options, dashboard_address=":0") as cluster, Client(cluster) as client:
        found = [row(one) for one in engine.read_corpus(texts, client)]

    assert sorted(found) == sorted(row(one) for one in read_corpus(texts, workers=0))


def test_spark(files: dict[str, bytes | None], expected: list[Row], tmp_path: Path) -> None:
    needs.program("java")
    needs.package("pyspark")

    assert sorted(with_spark(files.items(), tmp_path)) == expected
