"""
What the tests of several machines share: a reader that kills, and Spark in a process of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from fazhi.corpus.batch import INPUT_SCHEMA, outcomes
from fazhi.corpus.outcomes import Outcome


# An outcome as it is compared: its JSON byte for byte, or its error.
Row = tuple[str, str | None, bytes | None, str | None, str | None]

KILLER = """
import os
import signal
import time

from fazhi import Reader, hookimpl


def _read(data, name, limits):
    if data.startswith(b"KILL"):
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(600)


@hookimpl
def fazhi_readers():
    signs = (b"KILL", b"HANG")
    return [Reader(name="k", suffixes=(".k",), accepts=lambda d: d.startswith(signs), read=_read)]
"""

SPARK = """
import sys
import pyarrow as pa
from pyspark.sql import SparkSession
from fazhi.corpus.spark import parse_frame

builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
builder = builder.config("spark.driver.host", "127.0.0.1")
spark = builder.config("spark.sql.shuffle.partitions", "4").getOrCreate()
frame = spark.read.parquet("documents.parquet").repartition(4)
parsed = parse_frame(frame, guarded="guarded" in sys.argv, seconds=8).toArrow()
with pa.ipc.new_file("parsed.arrow", parsed.schema) as file:
    file.write(parsed)
spark.stop()
"""


def row(one: Outcome) -> Row:
    """
    Return *one* as it is compared.
    """
    error = one.error
    return (
        one.source,
        one.sha256,
        one.content,
        error and error.type,
        error and error.message,
    )


def install_killer(folder: Path) -> None:
    """
    Install a plugin below *folder* whose reader kills the process, or never ends.

    It takes bytes that start with ``KILL`` or ``HANG``.
    """
    record = folder / "killer-1.0.dist-info"
    record.mkdir()
    (folder / "killer.py").write_text(KILLER, encoding="utf-8")
    (record / "METADATA").write_text("Name: killer\nVersion: 1.0\n", encoding="utf-8")
    (record / "entry_points.txt").write_text("[fazhi]\nkiller = killer\n", encoding="utf-8")


def with_spark(
    documents: Iterable[tuple[str, bytes | str | None]], folder: Path, *words: str
) -> list[Row]:
    """
    Return what comes of *documents* on two threads of Spark; plugins below *folder* are used.
    """
    made = [{"id": name, "name": name, "content": content} for name, content in documents]
    texts = any(isinstance(one["content"], str) for one in made)
    kind = pa.string() if texts else pa.binary()
    schema = INPUT_SCHEMA.set(2, pa.field("content", kind))
    pq.write_table(pa.Table.from_pylist(made, schema=schema), folder / "documents.parquet")
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(folder), *sys.path]),
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    done = subprocess.run(
        [sys.executable, "-c", SPARK, *words],
        cwd=folder,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    with pa.ipc.open_file(folder / "parsed.arrow") as file:
        batches = file.read_all().to_batches()
    return [row(one) for batch in batches for one in outcomes(batch)]
