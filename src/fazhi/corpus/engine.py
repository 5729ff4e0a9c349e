"""
Chunks through worker processes: none lost, none twice, and the one that kills named.

Each worker is a pool of its own, so that a document that kills its worker takes nothing else with
it than the chunk that it is in; that is run again around the suspect, and the suspect alone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, wait
from concurrent.futures.process import BrokenProcessPool

from attrs import Factory, define, evolve, frozen

from fazhi.corpus.lanes import GRACE, Death, Lane, Settings
from fazhi.corpus.outcomes import Failure
from fazhi.corpus.sources import Item
from fazhi.corpus.work import hash_of, message_of


Part = tuple[tuple[Item, ...], bytes | Failure]
# Chunks that a worker has at a time: one in work and one waiting, so that it is never idle.
AHEAD = 2


def failure(item: Item, kind: str, message: str) -> Failure:
    """
    Return why *item* gave nothing, with its hash.
    """
    return Failure(type=kind, message=message, sha256=hash_of(item))


@define(eq=False)
class _Chunk:
    """
    A chunk on its way: what came of its parts, by where they start, and how many items are left.
    """

    items: tuple[Item, ...]
    left: int
    parts: dict[int, Part] = Factory(dict)


@frozen(eq=False)
class _Piece:
    """
    A range of a chunk, and how many workers have died in it.
    """

    chunk: _Chunk
    start: int
    stop: int
    deaths: int = 0

    @property
    def items(self) -> tuple[Item, ...]:
        return self.chunk.items[self.start : self.stop]

    def finish(self, payload: bytes | Failure) -> None:
        self.chunk.parts[self.start] = (self.items, payload)
        self.chunk.left -= self.stop - self.start

    def around(self, suspect: int) -> list[_Piece]:
        """
        Return what stands before the suspect, the suspect alone, and what stands behind it.
        """
        return [
            *([evolve(self, stop=suspect)] if suspect > self.start else ()),
            evolve(self, start=suspect, stop=suspect + 1, deaths=1),
            *([evolve(self, start=suspect + 1)] if suspect + 1 < self.stop else ()),
        ]

    def halves(self) -> list[_Piece]:
        middle = (self.start + self.stop) // 2
        return [evolve(self, stop=middle), evolve(self, start=middle)]


class Run:
    """
    One run of `run_chunks` in worker processes.
    """

    def __init__(self, settings: Settings, workers: int, *, ordered: bool) -> None:
        self._settings = settings
        self._workers = workers
        self._ordered = ordered
        self._lanes: list[Lane[_Piece]] = []
        self._open: deque[_Chunk] = deque()  # taken and not yet given, in order
        self._again: deque[_Piece] = deque()  # lost with a worker

    def parts(self, chunks: Iterator[tuple[Item, ...]]) -> Generator[Part, None, None]:
        now = True
        try:
            while self._fill(chunks):
                self._wait()
                for lane in self._lanes:
                    self._collect(lane)
                yield from self._ready()
            now = False
        finally:
            for lane in self._lanes:
                lane.stop(now=now)
            for lane in self._lanes:
                lane.join()

    def _fill(self, chunks: Iterator[tuple[Item, ...]]) -> bool:
        """
        Give work to the workers that have room, and return whether anything is on its way.
        """
        while (lane := self._free()) is not None:
            if self._again:
                piece = self._again.popleft()
            elif len(self._open) <= AHEAD * self._workers and (items := next(chunks, None)):
                self._open.append(_Chunk(items, len(items)))
                piece = _Piece(self._open[-1], 0, len(items))
            else:
                break
            lane.submit(piece, piece.items)
        return bool(self._open)

    def _free(self) -> Lane[_Piece] | None:
        """
        Return the worker with least to do, a new one where all are busy, or None.
        """
        lane = min(self._lanes, key=lambda lane: len(lane.tasks), default=None)
        if (lane is None or lane.tasks) and len(self._lanes) < self._workers:
            lane = Lane(self._settings)
            self._lanes.append(lane)
        return None if lane is None or len(lane.tasks) >= AHEAD else lane

    def _wait(self) -> None:
        first = [lane.tasks[0][1] for lane in self._lanes if lane.tasks]
        wait(first, GRACE, FIRST_COMPLETED)
        for lane in self._lanes:
            lane.check()

    def _collect(self, lane: Lane[_Piece]) -> None:
        while lane.tasks and lane.tasks[0][1].done():
            piece, future = lane.tasks.popleft()
            error = future.exception()
            if error is None:
                piece.finish(future.result())
            elif isinstance(error, BrokenProcessPool):
                waiting = [task for task, _ in lane.tasks]
                lane.tasks.clear()
                self._again.extend((*self._after(piece, lane.bury()), *waiting))
            elif len(piece.items) > 1:
                self._again.extend(piece.halves())
            else:
                item = piece.items[0]
                piece.finish(failure(item, type(error).__name__, message_of(error)))

    def _after(self, piece: _Piece, death: Death) -> list[_Piece]:
        """
        Return what is to be done again when a worker died in *piece*; alone and twice, it is named.
        """
        count = piece.stop - piece.start
        if not death.started:
            return [piece]
        if count > 1:
            known = 0 < death.begun <= count
            return piece.around(piece.start + death.begun - 1) if known else piece.halves()
        if not death.late and not piece.deaths:
            return [evolve(piece, deaths=1)]
        piece.finish(self._named(piece.items[0], death))
        return []

    def _named(self, item: Item, death: Death) -> Failure:
        if death.late:
            message = f"took longer than {self._settings.seconds:g} seconds; more time would do"
            return failure(item, "TimeLimit", message)
        message = f"the process that read it died ({death.how}), and so did the next one"
        return failure(item, "WorkerDied", message)

    def _ready(self) -> Iterator[Part]:
        """
        Yield what came of the chunks that are complete.
        """
        for chunk in tuple(self._open):
            if not chunk.left:
                self._open.remove(chunk)
                yield from (chunk.parts[start] for start in sorted(chunk.parts))
            elif self._ordered:
                break
