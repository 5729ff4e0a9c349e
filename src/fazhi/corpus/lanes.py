"""
One worker process and what it has to do; when it dies, only that is in doubt.
"""

from __future__ import annotations

import atexit
import math
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, nullcontext
from multiprocessing.context import SpawnContext, SpawnProcess
from multiprocessing.queues import SimpleQueue
from typing import Any, Generic, TypeVar
from weakref import WeakSet

from attrs import frozen

from fazhi.corpus import watch
from fazhi.corpus.sources import Item
from fazhi.corpus.spawning import without_main
from fazhi.errors import WorkerStartError


Work = Callable[[Sequence[Item]], bytes]
T = TypeVar("T")

# A worker that is killed from outside while it starts is started again this often.
STARTS = 3
# After its process died, a pool has this long to notice; then it hangs on half a message.
GRACE = 2.0
# A worker that has nothing more to do has this long to end by itself.
PATIENCE = 10.0


@frozen(kw_only=True)
class Settings:
    """
    What all workers of a run share.

    Attributes:
        work: Items → bytes; run in the workers.
        seconds: How long one item may take.
        memory_bytes: How much address space a worker may take, or None.
        main: Whether *work* is a function of the main module, which the workers then import.
    """

    work: Work
    seconds: float
    memory_bytes: int | None
    main: bool


@frozen(kw_only=True)
class Death:
    """
    How a worker ended.

    Attributes:
        started: Whether it had begun to work at all.
        begun: How many items of its chunk it had begun, by `watched`.
        late: Whether its time limit ended it.
        how: In words, such as ``"killed by SIGKILL"``.
    """

    started: bool
    begun: int
    late: bool
    how: str


class _Context(SpawnContext):
    """
    The spawn context; it remembers the process and the results' queue of its one pool.
    """

    process: SpawnProcess | None = None
    results: SimpleQueue[Any] | None = None

    def Process(self, *args: Any, **options: Any) -> SpawnProcess:  # type: ignore[override] # noqa: N802
        self.process = SpawnProcess(*args, **options)
        return self.process

    def SimpleQueue(self) -> SimpleQueue[Any]:  # noqa: N802
        self.results = super().SimpleQueue()
        return self.results


@frozen(kw_only=True, eq=False)
class _Pool:
    """
    A pool of one process: the others go on when it breaks, and it is plain what broke it.
    """

    context: _Context
    board: watch.Board
    executor: ProcessPoolExecutor
    hello: Future[None]

    @classmethod
    def start(cls, settings: Settings) -> _Pool:
        context = _Context()
        board = context.RawArray("d", (0, math.inf))
        executor = ProcessPoolExecutor(
            1, context, watch.start, (board, settings.seconds, settings.memory_bytes)
        )
        try:
            with _interrupts_held(), nullcontext() if settings.main else without_main():
                hello = executor.submit(_hello)
        except (AssertionError, OSError) as error:  # this process is a daemon; no more processes
            message = f"no worker process can be started: {error}; with workers=0 none is needed"
            raise WorkerStartError(message) from error
        pool = cls(context=context, board=board, executor=executor, hello=hello)
        _POOLS.add(pool)
        return pool

    def kill(self) -> None:
        process = self.context.process
        if process is not None and process.pid is not None:
            process.kill()


_POOLS: WeakSet[_Pool] = WeakSet()


def _kill_all() -> None:
    for pool in tuple(_POOLS):
        pool.kill()


# The pools' threads are waited for when the interpreter ends, and each waits for what its worker
# has in hand: too long where somebody kept an iterator and left with Ctrl-C. Functions of `atexit`
# come after that; the hook that comes before, which pools use themselves, has no public name.
getattr(threading, "_register_atexit", atexit.register)(_kill_all)


def _hello() -> None:
    """
    Show that the worker has started.
    """


def _run(work: Work, items: Sequence[Item]) -> bytes:
    watch.begin()
    return work(items)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """
    Start processes that Ctrl-C does not reach, not even while they start; it waits meanwhile.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Lane(Generic[T]):
    """
    A worker process, started when there is work, and again when it died.

    Attributes:
        tasks: What it has to do, oldest first, each with what will come of it. Whoever finds the
            first one done takes it off.
    """

    def __init__(self, settings: Settings) -> None:
        self.tasks: deque[tuple[T, Future[bytes]]] = deque()
        self._settings = settings
        self._pool: _Pool | None = None
        self._starts = 0
        self._dead_since: float | None = None

    def submit(self, task: T, items: Sequence[Item]) -> None:
        """
        Give *items* to the worker, behind what it has already.
        """
        if self._pool is None:
            self._pool = _Pool.start(self._settings)
        try:
            future = self._pool.executor.submit(_run, self._settings.work, items)
        except BrokenProcessPool as error:  # it died meanwhile, in what it had before
            future = Future()
            future.set_exception(error)
        self.tasks.append((task, future))

    def bury(self) -> Death:
        """
        Clear away the worker that died, and say how.

        Raises:
            WorkerStartError: If it ended itself while it started, or was killed then repeatedly.
        """
        pool, self._pool = self._pool, None
        if pool is None:
            raise WorkerStartError("there is no worker process")
        pool.executor.shutdown(wait=True)
        code = (pool.context.process and pool.context.process.exitcode) or 0
        how = f"killed by {_signal(-code)}" if code < 0 else f"exit code {code}"
        started = pool.hello.exception() is None
        self._starts = 0 if started else self._starts + 1
        if not started and (code >= 0 or self._starts == STARTS):
            raise WorkerStartError(_advice(how, self._settings))
        begun, deadline = pool.board
        late = code == 1 and time.monotonic() >= deadline
        return Death(started=started, begun=int(begun), late=late, how=how)

    def check(self) -> None:
        """
        Free a pool that hangs: its worker was killed in the middle of an answer.
        """
        pool = self._pool
        process = None if pool is None else pool.context.process
        if pool is None or process is None or process.exitcode is None:
            self._dead_since = None
        elif self._dead_since is None:
            self._dead_since = time.monotonic()
        elif time.monotonic() - self._dead_since > GRACE:
            self._dead_since = None
            _end_of_answers(pool)

    def stop(self, *, now: bool) -> None:
        """
        Tell the worker to end: at once, or when it has done what it has. `join` waits for it.
        """
        if self._pool is None:
            return
        if now:
            self._pool.kill()
        else:
            self._pool.executor.shutdown(wait=False)

    def join(self) -> None:
        """
        Wait until the worker that was told to stop has ended.
        """
        pool, self._pool = self._pool, None
        if pool is None:
            return
        if pool.context.process is not None and pool.context.process.pid is not None:
            pool.context.process.join(PATIENCE)
            pool.kill()  # something in it, such as a thread of a library, holds it up
        if wait([future for _, future in self.tasks], GRACE).not_done:
            _end_of_answers(pool)
        self.tasks.clear()
        pool.executor.shutdown(wait=True, cancel_futures=True)


def _end_of_answers(pool: _Pool) -> None:
    """
    Close the pipe that half an answer came through; the pool waits for the rest and holds it open.
    """
    if pool.context.results is not None:
        pool.context.results.close()


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _advice(how: str, settings: Settings) -> str:
    advice = f"a worker process ended while it started ({how})"
    if settings.main:
        advice += (
            "; its work is a function of the main module, which must be a file that can be imported"
            ' without doing all again: call it below `if __name__ == "__main__":`'
        )
    if settings.memory_bytes is not None:
        advice += f"; {settings.memory_bytes:,} bytes of memory must suffice"
    return f"{advice}. With workers=0 no processes are needed"
