"""
Spark: a data frame of documents in, a data frame of reports out, in a Spark of this machine.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests import needs
from tests.clusters import install_killer, row, with_spark
from tests.made_corpus import documents

from fazhi.corpus import read_corpus


@pytest.fixture(autouse=True)
def _spark() -> None:
    needs.program("java")
    needs.package("pyspark")


def test_a_document_that_kills_or_hangs_costs_itself_alone_where_it_is_guarded(
    tmp_path: Path,
) -> None:
    made = {one.name: str(one.content).encode() for one in documents(60)}
    poisons = {"killer.k": b"KILL", "hanging.k": b"HANG"}
    install_killer(tmp_path)

    found = with_spark({**made, **poisons}.items(), tmp_path, "guarded")

    assert sorted(one for one in found if one[0] in made) == [
        row(one) for one in read_corpus(made, workers=0)
    ]
    errors = {name: error for name, _, _, error, _ in found if name in poisons}
    assert errors == {"killer.k": "WorkerDied", "hanging.k": "TimeLimit"}
