"""
Many documents on one machine.
"""

from __future__ import annotations

import math
import os
import pickle
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import partial

from fazhi.corpus.engine import Part, Run, failure
from fazhi.corpus.lanes import Settings, Work
from fazhi.corpus.outcomes import Failure, Outcome
from fazhi.corpus.sources import Item, Sources, items, suffixes
from fazhi.corpus.watch import watched
from fazhi.corpus.work import failed, message_of, parse_items, parser_for, unpack
from fazhi.errors import UnknownFormatError
from fazhi.model import Limits


__all__ = ["read_corpus", "run_chunks", "watched"]

SECONDS = 60.0
CHUNK_BYTES = 200_000
CHUNK_ITEMS = 200


def read_corpus(  # noqa: PLR0913 - options by name
    sources: Sources,
    *,
    workers: int | None = None,
    on_result: Callable[[Outcome], object] | None = None,
    ordered: bool = True,
    seconds: float = SECONDS,
    format: str | None = None,  # noqa: A002
    limits: Limits | None = None,
    memory_bytes: int | None = None,
) -> Generator[Outcome, None, None]:
    """
    Parse many documents with every installed plugin, in parallel, and yield what came of each.

    A document that cannot be read, kills its worker or takes too long has an outcome with an
    ``error``; nothing is raised for it, lost or given twice. Documents are taken from *sources* as
    outcomes are asked for, so neither need fit in memory. Whoever stops early (``break``, Ctrl-C)
    ends the workers.

    Args:
        sources: A path or pattern (a ``str`` is never a text here), a folder with all below it,
            or an iterable of paths, bytes and pairs of a name and bytes or text.
        workers: Number of processes; None for one a processor, 0 to read in this process, where
            nothing limits the time or survives a crash.
        on_result: Called with each outcome before it is given.
        ordered: Whether outcomes come in the order of the documents, or as they are ready.
        seconds: How long one document may take.
        format: Name of the format that is to read all of them; None chooses by the document.
        limits: How much a file may ask for.
        memory_bytes: How much address space a worker may take; None for no limit.

    Raises:
        TypeError: If an argument is of a wrong type; this and the next three at once.
        ValueError: If a number is out of range.
        UnknownFormatError: If there is no such format.
        PluginError: If an installed plugin cannot be used.
        WorkerStartError: If worker processes cannot start; by the first outcome.
    """
    limits = Limits() if limits is None else limits
    if not isinstance(limits, Limits):
        raise TypeError(f"limits must be Limits, not {type(limits).__name__}")
    if on_result is not None and not callable(on_result):
        raise TypeError(f"on_result must be callable, not {type(on_result).__name__}")
    suffixes()  # a plugin whose readers cannot be used would fail with every document
    known = tuple(record.name for record in parser_for(limits).formats)
    if format is not None and format not in known:
        raise UnknownFormatError(format, known)
    parts = run_chunks(
        items(sources),
        partial(parse_items, format=format, limits=limits),
        workers=workers,
        seconds=seconds,
        ordered=ordered,
        memory_bytes=memory_bytes,
    )
    return _outcomes(parts, on_result)


def _outcomes(
    parts: Generator[Part, None, None], on_result: Callable[[Outcome], object] | None
) -> Generator[Outcome, None, None]:
    try:
        for chunk, payload in parts:
            if isinstance(payload, Failure):
                found = [failed(chunk[0], payload.type, payload.message, payload.sha256)]
            else:
                found = unpack(payload)
            for outcome in found:
                if on_result is not None:
                    on_result(outcome)
                yield outcome
    finally:
        parts.close()


def run_chunks(  # noqa: PLR0913 - options by name
    items: Iterable[Item],
    work: Work,
    *,
    workers: int | None = None,
    seconds: float = SECONDS,
    ordered: bool = True,
    chunk_bytes: int = CHUNK_BYTES,
    chunk_items: int = CHUNK_ITEMS,
    memory_bytes: int | None = None,
) -> Generator[Part, None, None]:
    """
    Run *work* on chunks of *items* in worker processes, and yield each chunk with what came back.

    Args:
        items: What to work on; taken as needed, a few chunks for each worker ahead.
        work: Items → bytes: a function that pickles, so one of a module. It holds the time limit
            by ``with watched(item):`` around its work on each item, in order.
        workers: Number of processes; None for one a processor, 0 for this process.
        seconds: How long one item may take; infinite for no limit.
        ordered: Whether chunks come in the order of the items, or as they are ready.
        chunk_bytes: How large the items of a chunk are together at most, unless it is one.
        chunk_items: How many they are at most; the first chunks are smaller.
        memory_bytes: How much address space a worker may take; None for no limit.

    Yields:
        Items and bytes; or one item and a `Failure`: of type ``TimeLimit`` where it took too long,
        ``WorkerDied`` where a worker died of it twice, else named as the exception of *work*.

    Raises:
        TypeError: If an argument is of a wrong type; at once.
        ValueError: If a number is out of range; at once.
        WorkerStartError: If worker processes cannot start.
    """
    _check_numbers(
        workers=workers,
        seconds=seconds,
        chunk_bytes=chunk_bytes,
        chunk_items=chunk_items,
        memory_bytes=memory_bytes,
    )
    if workers is None:
        workers = _processors()
    chunks = _chunks(iter(items), max(1, workers), chunk_bytes, chunk_items)
    if workers == 0:
        return _serial(chunks, work)
    try:
        pickled = pickle.dumps(work)
    except Exception as error:  # noqa: BLE001 - of several kinds
        raise TypeError(
            f"work must be a function of a module, for it must pickle: {error}"
        ) from None
    settings = Settings(
        work=work, seconds=seconds, memory_bytes=memory_bytes, main=b"__main__" in pickled
    )
    return Run(settings, workers, ordered=ordered).parts(chunks)


_LEAST = {"workers": 0, "chunk_bytes": 1, "chunk_items": 1, "memory_bytes": 1}


def _check_numbers(*, seconds: object, **counts: object) -> None:
    for name, count in counts.items():
        if count is None and name in {"workers", "memory_bytes"}:
            continue
        if not isinstance(count, int) or isinstance(count, bool):
            raise TypeError(f"{name} must be a whole number, not {type(count).__name__}")
        if count < _LEAST[name]:
            raise ValueError(f"{name} must be at least {_LEAST[name]}, not {count}")
    if not isinstance(seconds, int | float):
        raise TypeError(f"seconds must be a number, not {type(seconds).__name__}")
    if math.isnan(seconds) or seconds <= 0:
        raise ValueError(f"seconds must be more than 0, not {seconds}")


def _processors() -> int:
    """
    Return how many processors this process may use.
    """
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _chunks(
    items: Iterator[Item], workers: int, chunk_bytes: int, chunk_items: int
) -> Iterator[tuple[Item, ...]]:
    """
    Yield chunks: small ones first, so that few documents are shared out as well and results come soon.
    """
    chunk: list[Item] = []
    size = 0
    for taken, item in enumerate(items, start=1):
        if chunk and size + item.size > chunk_bytes:
            yield tuple(chunk)
            chunk, size = [], 0
        chunk.append(item)
        size += item.size
        if len(chunk) >= min(chunk_items, taken // (4 * workers)):
            yield tuple(chunk)
            chunk, size = [], 0
    if chunk:
        yield tuple(chunk)


def _serial(chunks: Iterator[tuple[Item, ...]], work: Work) -> Generator[Part, None, None]:
    for chunk in chunks:
        try:
            payload = work(chunk)
        except Exception:  # noqa: BLE001 - one by one shows which item it was
            for item in chunk:
                yield (item,), _alone(item, work)
        else:
            yield chunk, payload


def _alone(item: Item, work: Work) -> bytes | Failure:
    try:
        return work((item,))
    except Exception as error:  # noqa: BLE001 - the others are still wanted
        return failure(item, type(error).__name__, message_of(error))
