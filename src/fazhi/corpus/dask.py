"""
Reports on a Dask cluster: the outcomes of a corpus one by one, or a data frame of reports.
"""

from __future__ import annotations

import faulthandler
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from fazhi.corpus.batch import (
    INPUT_SCHEMA,
    OUTPUT_SCHEMA,
    as_batch,
    check_schema,
    outcomes,
    parse_items,
)
from fazhi.corpus.local import SECONDS
from fazhi.corpus.outcomes import Outcome
from fazhi.corpus.sources import Item, Sources
from fazhi.corpus.sources import items as items_of
from fazhi.corpus.work import failed, hash_of, parser_for
from fazhi.errors import MissingExtraError, NoClientError
from fazhi.model import Limits


try:
    import pyarrow as pa
    from dask.distributed import (
        Client,
        Future,
        KilledWorker,
        as_completed,
        default_client,
        get_worker,
    )
except ImportError as error:
    raise MissingExtraError("dask", "dask", "a Dask cluster") from error

if TYPE_CHECKING:  # it brings pandas, which a corpus of files does not need
    from dask.dataframe import DataFrame


# A task takes about half a second: long beside what the scheduler does for it, short beside the
# restart of a worker.
DOCUMENTS, BYTES = 100, 2_000_000
# Tasks for each thread, so that none is idle and no more is held than is needed.
AHEAD = 2

Work = Callable[[Sequence[Item]], pa.RecordBatch]


def read_corpus(
    sources: Sources, client: Client | None = None, *, seconds: float = SECONDS
) -> Iterator[Outcome]:
    """
    Parse what *sources* name on a cluster, and yield what came of each as its task ends.

    What a worker was doing when it was killed is done again on another. Documents whose task
    killed more workers than the cluster allows (``distributed.scheduler.allowed-failures``) are
    parsed once more at the end, one after the other, and the one that kills again is named: its
    outcome has a `Failure` of type ``WorkerDied``. The cluster needs nannies, as it has unless
    told otherwise, or killed workers are not replaced.

    Args:
        sources: As for `fazhi.read_corpus`. Folders are listed here and files are opened by the
            workers, so a path must name the same file on both; bytes and texts are sent.
        client: Of the cluster; the current one if None.
        seconds: How long one document may take before its worker ends itself, which counts as
            killed. Only workers of one thread and with a nanny hold this
            limit.

    Raises:
        TypeError: If *sources* is none.
        NoClientError: If there is no current client.
    """
    chunks = _chunks(items_of(sources))
    work = partial(_parse_chunk, seconds=seconds)
    return _outcomes(_client() if client is None else client, work, chunks)


def parse_frame(frame: DataFrame) -> DataFrame:
    """
    Parse the documents of a data frame, each partition on a worker, with `map_partitions`.

    Args:
        frame: Columns ``id``, ``name`` and ``content``, as for `fazhi.corpus.parse_batch`; strings
            and bytes may be mixed. Dask turns a pandas column of bytes into strings unless its
            type is ``pandas.ArrowDtype(pyarrow.binary())``.

    Returns:
        The columns of `fazhi.corpus.batch.OUTPUT_SCHEMA` on the same index, all of them strings.
        Nothing runs before it is asked for. A document that kills its worker stops the frame
        with Dask's ``KilledWorker``; `read_corpus` names it and goes on.

    Raises:
        BatchTypeError: If columns are missing or of other types.
    """
    known = [name for name in frame.columns if name in INPUT_SCHEMA.names]
    check_schema(pa.Schema.from_pandas(frame[known]._meta, preserve_index=False))
    meta = OUTPUT_SCHEMA.empty_table().to_pandas().set_index(frame._meta.index)
    return frame.map_partitions(_parse_partition, meta=meta)


def _client() -> Client:
    try:
        return default_client()
    except ValueError as error:
        raise NoClientError(
            "there is no Dask client; client=Client(address) of a cluster would do,"
            " or Client() for the cores of this machine"
        ) from error


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    chunk: list[Item] = []
    size = 0
    for item in items:
        if chunk and (len(chunk) == DOCUMENTS or size + item.size > BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append(item)
        size += item.size
    if chunk:
        yield chunk


def _outcomes(client: Client, work: Work, chunks: Iterable[list[Item]]) -> Iterator[Outcome]:
    suspects: list[Item] = []
    for chunk, batch in _completed(client, work, chunks):
        if batch is None:
            suspects += chunk
        else:
            yield from outcomes(batch)
    for item in suspects:
        # Alone on the cluster, so that nothing else can be what kills the worker.
        [(_, batch)] = _completed(client, work, [[item]])
        yield _died(item) if batch is None else next(outcomes(batch))


def _completed(
    client: Client, work: Work, chunks: Iterable[list[Item]]
) -> Iterator[tuple[list[Item], pa.RecordBatch | None]]:
    """
    Yield each chunk with its outcomes as it is done; None where its task killed too many workers.
    """
    waiting = iter(chunks)
    running: dict[Future, list[Item]] = {}
    done = as_completed()

    def fill() -> None:
        # Asked anew each time, since a cluster may grow.
        threads = sum(client.nthreads().values())
        while len(running) < AHEAD * max(threads, 1) and (chunk := next(waiting, None)):
            future = client.submit(work, chunk, pure=False)
            running[future] = chunk
            done.add(future)

    try:
        fill()
        for future in done:
            chunk = running.pop(future)
            fill()
            yield chunk, _result(future)
    finally:
        if running:
            client.cancel(list(running))
        running.clear()
        done.clear()


def _result(future: Future) -> pa.RecordBatch | None:
    try:
        return future.result()
    except KilledWorker:
        return None


def _parse_chunk(items: Sequence[Item], seconds: float) -> pa.RecordBatch:
    worker = get_worker()
    # A process has one watchdog, which threads would take from each other, and only a worker with
    # a nanny is a process that may end.
    alone = worker.nanny is not None and worker.state.nthreads == 1
    limited = alone and seconds < threading.TIMEOUT_MAX
    parsed = _limited(items, seconds) if limited else parse_items(items)
    return as_batch((item.name for item in items), parsed)


def _limited(items: Sequence[Item], seconds: float) -> Iterator[Outcome]:
    """
    Yield what comes of each item; the process ends itself where one takes too long.
    """
    parser_for(Limits())  # the first document of a worker does not pay for the plugins
    for item in items:
        faulthandler.dump_traceback_later(seconds, exit=True)
        try:
            yield from parse_items([item])
        finally:
            faulthandler.cancel_dump_traceback_later()


def _died(item: Item) -> Outcome:
    message = "each worker that read it died, or took longer than its time limit"
    return failed(item, "WorkerDied", message, hash_of(item))


def _parse_partition(frame: Any) -> Any:
    """
    Parse the rows of a pandas data frame, whose cells may be of any type.
    """
    rows = zip(*(frame[name] for name in INPUT_SCHEMA.names), strict=True)
    items = [_item(*row) for row in rows]
    ids = pa.array(frame["id"], pa.string(), from_pandas=True)
    return as_batch(ids, parse_items(items)).to_pandas().set_index(frame.index)


def _item(id_: object, name: object, value: object) -> Item:
    label = next((one for one in (name, id_) if isinstance(one, str)), "")
    content = value if isinstance(value, str | bytes) else None
    return Item(name=label, path=None, content=content, size=len(content or b""))
