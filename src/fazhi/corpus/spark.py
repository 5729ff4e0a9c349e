"""
Reports on a Spark cluster: a data frame of documents in, a data frame of reports out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from typing import cast

from fazhi.corpus.batch import (
    INPUT_SCHEMA,
    OUTPUT_SCHEMA,
    as_batch,
    check_schema,
    items_of,
    parse_batch,
)
from fazhi.corpus.local import SECONDS, read_corpus
from fazhi.corpus.sources import Content
from fazhi.errors import MissingExtraError


try:
    import pyarrow as pa
    from pyspark.sql import DataFrame
    from pyspark.sql.pandas.types import to_arrow_schema
    from pyspark.sql.types import StructType
except ImportError as error:
    raise MissingExtraError("pyspark", "spark", "a Spark cluster") from error


# Reports are several times as large as their documents, so they are handed on in small batches.
AT_ONCE = 64


def parse_frame(frame: DataFrame, *, guarded: bool = False, seconds: float = SECONDS) -> DataFrame:
    """
    Parse the documents of a data frame, each partition on a worker, with `mapInArrow`.

    Args:
        frame: Columns ``id``, ``name`` and ``content``, as for `fazhi.corpus.parse_batch`. Files
            of any type go as binary: ``spark.read.format("binaryFile")`` gives them.
        guarded: Whether each task parses in a process of its own. A document that kills it or
            takes too long is then named in its row (``WorkerDied``, ``TimeLimit``); otherwise it
            fails its task again and again, and so the job.
        seconds: How long one document may take where it is guarded.

    Returns:
        A row for each document with the columns of `fazhi.corpus.batch.OUTPUT_SCHEMA`, all of
        them strings. Nothing runs before an action asks for it.

    Raises:
        BatchTypeError: If columns are missing or of other types.
    """
    fields = [field for field in frame.schema.fields if field.name in INPUT_SCHEMA.names]
    check_schema(to_arrow_schema(StructType(fields)))
    columns = ", ".join(f"{name} string" for name in OUTPUT_SCHEMA.names)
    parse = partial(_parse_guarded, seconds=seconds) if guarded else _parse
    return frame.select(*INPUT_SCHEMA.names).mapInArrow(parse, columns)


def _parse(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        for start in range(0, batch.num_rows, AT_ONCE):
            yield parse_batch(batch.slice(start, AT_ONCE))


def _parse_guarded(batches: Iterable[pa.RecordBatch], seconds: float) -> Iterator[pa.RecordBatch]:
    """
    Parse as the engine of one machine does, in one process beside this one.
    """
    ids: deque[str | None] = deque()

    def documents() -> Iterator[tuple[str, Content]]:
        for batch in batches:
            ids.extend(batch.column("id").to_pylist())
            for item in items_of(batch):
                # None is no content, but has its place and its failure.
                yield item.name, cast("Content", item.content)

    parsed = read_corpus(documents(), workers=1, seconds=seconds)
    while group := [*islice(parsed, AT_ONCE)]:
        yield as_batch(pa.array([ids.popleft() for _ in group], pa.string()), group)
