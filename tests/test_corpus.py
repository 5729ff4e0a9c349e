"""
Many documents, some of them broken or deadly: one outcome each, in order, and no process left.
"""

from __future__ import annotations

import hashlib
import io
import itertools
import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import corpus_work

import fazhi
from fazhi.cli.progress import Counts, counts, progress
from fazhi.corpus import (
    Corpus,
    Failure,
    Item,
    Outcome,
    items,
    outcome,
    pack,
    read_corpus,
    run_chunks,
    unpack,
)
from fazhi.model import Document, Limits, Reader


TOP = Path(__file__).parents[1]
SEEDS = sorted((TOP / "seeds").glob("*.txt"))
TEXT = "一、工作成效\n全年收到行政复议申请112件，受理105件。\n二、存在问题\n执法力量不足。\n"


def made(contents: Iterable[str]) -> Iterator[Item]:
    """
    Yield items that are named by their place.
    """
    for place, content in enumerate(contents):
        yield Item(name=str(place), path=None, content=content, size=1)


def poisoned(count: int, poison: dict[int, str]) -> Iterator[Item]:
    return made(poison.get(place, "") for place in range(count))


def run(
    given_items: Iterable[Item],
    work: Callable[[Sequence[Item]], bytes] = corpus_work.names,
    **options: Any,
) -> tuple[list[str], dict[str, str]]:
    """
    Return the names that came back, in the order in which they did, and the types of failures.
    """
    came: list[str] = []
    failures: dict[str, str] = {}
    for chunk, payload in run_chunks(given_items, work, **{"workers": 2, **options}):
        chunk_names = [item.name for item in chunk]
        came += chunk_names
        if isinstance(payload, Failure):
            assert len(chunk) == 1
            failures[chunk[0].name] = payload.type
        else:
            assert payload.decode().split("\n") == chunk_names
    return came, failures


def places(count: int) -> list[str]:
    return [str(place) for place in range(count)]


def children() -> set[psutil.Process]:
    """
    Return the processes below this one, beside the one that multiprocessing itself keeps.
    """
    return {
        child
        for child in psutil.Process().children(recursive=True)
        if child.status() != psutil.STATUS_ZOMBIE
        and not any("resource_tracker" in word for word in child.cmdline())
    }


# A corpus of files.


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """
    Return a folder of files that can and cannot be read.
    """
    folder = tmp_path / "mixed"
    for name, content in {
        "a/report.txt": TEXT.encode(),
        "a/gb.TXT": TEXT.encode("gb18030"),
        "a/blank.txt": " \n\u3000\n".encode(),
        "b/empty.txt": b"",
        "b/picture.txt": b"\x89PNG\r\n\x1a\n",
        "b/old.txt": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "c.txt": TEXT.replace("112", "113").encode(),
        "b/notes.md": b"no ending that a reader knows",
        ".hidden/report.txt": TEXT.encode(),
        "a/.report.txt": TEXT.encode(),
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


MIXED = [
    ("a/blank.txt", "EmptyTextError"),
    ("a/gb.TXT", None),
    ("a/report.txt", None),
    ("b/empty.txt", "EmptyTextError"),
    ("b/old.txt", "ReadError"),
    ("b/picture.txt", "ReadError"),
    ("c.txt", None),
]


def told(outcomes: Iterable[Outcome], folder: Path) -> list[tuple[str, str | None]]:
    return [
        (Path(one.source).relative_to(folder).as_posix(), one.error and one.error.type)
        for one in outcomes
    ]


@pytest.mark.parametrize("workers", [0, 1, 2])
def test_a_folder_gives_one_outcome_for_each_file_in_order(mixed: Path, workers: int) -> None:
    found = list(read_corpus(mixed, workers=workers))

    assert told(found, mixed) == MIXED
    for one in found:
        data = Path(one.source).read_bytes()
        assert one.sha256 == hashlib.sha256(data).hexdigest()
        if one.error is None:
            assert one.report == fazhi.parse(Path(one.source))
        else:
            assert one.content is None
            assert one.report is None
            assert one.error.sha256 == one.sha256
            assert one.error.message


def test_without_order_the_same_outcomes_come(mixed: Path) -> None:
    ordered = read_corpus([mixed, *SEEDS], workers=2)
    found = read_corpus([mixed, *SEEDS], workers=2, ordered=False)

    def known(one: Outcome) -> tuple[Any, ...]:
        return one.source, one.sha256, one.content, one.error

    assert set(map(known, found)) == set(map(known, ordered))


def test_a_path_that_is_not_there_is_an_error_record(tmp_path: Path) -> None:
    there = tmp_path / "there.txt"
    there.write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "dead.txt").symlink_to(tmp_path / "gone.txt")
    sources = [tmp_path / "no.txt", str(there), tmp_path / "empty", f"{tmp_path}/*.pdf", "a\0b"]

    missing, found, empty, unmatched, zero = read_corpus(sources, workers=0)

    assert missing.error == Failure(type="ReadError", message="there is no such file", sha256=None)
    assert found.error is None
    assert empty.error
    assert empty.error.message.startswith("no file in it ends in .txt or ")
    assert unmatched.source.endswith("/*.pdf")
    assert unmatched.error
    assert zero.error
    (dead,) = read_corpus(tmp_path / "dead.txt", workers=0)
    assert dead.error == missing.error


HELD = [
    (TEXT.encode(), "#0", None),
    (("one.txt", TEXT.encode("gb18030")), "one.txt", None),
    (("one", TEXT), "one", None),
    ((Path("one"), bytearray(TEXT.encode())), "one", None),
    (("half", TEXT + "\ud800"), "half", None),  # half a character of UTF-16
    (("line ends", TEXT.replace("\n", "\r\n")), "line ends", None),
    (("nothing", None), "nothing", "ReadError"),
    (("empty", ""), "empty", "EmptyTextError"),
    (5, "#0", "ReadError"),
]


@pytest.mark.parametrize("workers", [0, 1])
def test_documents_may_be_held_in_memory(workers: int) -> None:
    found = list(read_corpus([source for source, *_ in HELD], workers=workers))

    expected = [name.replace("#0", f"#{place}") for place, (_, name, _) in enumerate(HELD)]
    assert [one.source for one in found] == expected
    assert [one.error and one.error.type for one in found] == [kind for *_, kind in HELD]
    texts = [one.report.text for one in found if one.report]
    assert texts == [*[TEXT] * 4, TEXT + "\ud800", TEXT.replace("\n", "\r\n")]
    (mapped,) = read_corpus({"one": TEXT}, workers=0)
    assert mapped.content == found[2].content
    assert mapped.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_a_file_is_taken_once(mixed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(mixed)
    sources = [mixed / "c.txt", ".", "./c.txt", f"{mixed}/**", "a/report.txt"]

    found = [os.path.abspath(item.name) for item in items(sources)]  # noqa: PTH100

    # A pattern takes what it names, whatever its ending.
    expected = [*(name for name, _ in MIXED), "b/notes.md"]
    assert sorted(found) == sorted(str(mixed / name) for name in expected)
    assert found[0] == str(mixed / "c.txt")


def test_the_files_of_a_folder_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    wanted = ["a/b.txt", "a/b/c.txt", "a-b/c.txt", "a.txt", "b.txt", "b/a.txt", "é.txt"]
    for name in wanted:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")

    found = [Path(item.name) for item in items(tmp_path)]

    assert found == sorted(tmp_path / name for name in wanted)
    assert all(item.size == len(TEXT.encode()) for item in items(tmp_path))


def test_a_document_that_nobody_reads_is_an_error_and_not_passed_over(tmp_path: Path) -> None:
    """
    A picture is no document.
    """
    (tmp_path / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (tmp_path / "b.ZIP").write_bytes(b"PK\x03\x04")
    (tmp_path / "c.png").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "d.txt").write_text("一、受理5件。", encoding="utf-8")

    found = {
        Path(o.source).name: o.error and o.error.type for o in read_corpus(tmp_path, workers=0)
    }

    assert found == {"a.doc": "ReadError", "b.ZIP": "ReadError", "d.txt": None}


def test_a_pipe_or_a_linked_folder_below_a_folder_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder" / "loop.txt").symlink_to(tmp_path)
    (tmp_path / "folder" / "dead.txt").symlink_to(tmp_path / "gone")

    found = [Path(item.name).name for item in items(tmp_path)]

    assert found == ["dead.txt", "report.txt"]


WRONG: list[tuple[dict[str, Any], type[Exception], str]] = [
    ({"sources": None}, TypeError, "NoneType is no source"),
    ({"sources": b"text"}, TypeError, "put it into a list"),
    ({"sources": io.StringIO("a.txt")}, TypeError, "put it into a list"),
    ({"workers": -1}, ValueError, "workers must be at least 0"),
    ({"workers": 1.5}, TypeError, "workers must be a whole number"),
    ({"workers": True}, TypeError, "workers must be a whole number"),
    ({"seconds": 0}, ValueError, "seconds must be more than 0"),
    ({"seconds": math.nan}, ValueError, "seconds must be more than 0"),
    ({"seconds": None}, TypeError, "seconds must be a number"),
    ({"memory_bytes": 0}, ValueError, "memory_bytes must be at least 1"),
    ({"on_result": 3}, TypeError, "on_result must be callable"),
    ({"limits": 3}, TypeError, "limits must be Limits"),
    ({"format": "no such"}, fazhi.UnknownFormatError, "no format 'no such'; installed: "),
]


@pytest.mark.parametrize(("arguments", "kind", "message"), WRONG)
def test_wrong_arguments_are_refused_at_once(
    arguments: dict[str, Any], kind: type[Exception], message: str
) -> None:
    with pytest.raises(kind, match=message):
        read_corpus(**{"sources": [], **arguments})


def test_a_function_that_does_not_pickle_is_refused_at_once() -> None:
    with pytest.raises(TypeError, match="a function of a module"):
        run_chunks([], lambda _: b"")


def test_format_and_limits_reach_the_workers() -> None:
    sources = [("small", TEXT.encode()), ("large", TEXT.encode() * 100)]

    small, large = read_corpus(
        sources, workers=1, format="national.plan", limits=Limits(file_bytes=1000)
    )

    assert small.report
    assert small.report.meta.format == "national.plan"
    assert large.error
    assert "Limits.file_bytes" in large.error.message


def test_what_is_parsed_does_not_depend_on_the_number_of_workers() -> None:
    serial = [one.content for one in read_corpus(SEEDS, workers=0)]

    assert serial == [one.content for one in read_corpus(SEEDS, workers=2)]
    assert serial == [one.content for one in read_corpus(str(TOP / "seeds" / "*.txt"), workers=0)]


# One document.


class Hostile:
    """
    A plugin whose reader fails as its file says.
    """

    @fazhi.hookimpl
    def fazhi_readers(self) -> tuple[Reader, ...]:
        def read(data: bytes, _name: str, _limits: Limits) -> Document:
            kind = data.decode().removeprefix("poison ").strip()
            raise {
                "memory": MemoryError(),
                "recursion": RecursionError("too deep"),
                "mute": Mute(),
                "interrupt": KeyboardInterrupt(),
            }[kind]

        def accepts(data: bytes) -> bool:
            return data.startswith(b"poison")

        return (Reader(name="poison", suffixes=(), accepts=accepts, read=read),)


class Mute(Exception):  # noqa: N818
    """
    An exception whose message fails as well.
    """

    def __str__(self) -> str:
        raise ValueError("no words")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("memory", "MemoryError"),
        ("recursion", "RecursionError"),
        ("mute", "Mute"),
        ("other", "KeyError"),
    ],
)
def test_no_exception_leaves_an_outcome(kind: str, expected: str) -> None:
    parser = fazhi.Parser(plugins={"hostile": Hostile()})
    data = f"poison {kind}".encode()

    found = outcome(Item(name="x", path=None, content=data, size=1), parser)

    assert found.error
    assert found.error.type == expected
    assert found.sha256 == found.error.sha256 == hashlib.sha256(data).hexdigest()


def test_an_interrupt_passes() -> None:
    parser = fazhi.Parser(plugins={"hostile": Hostile()})

    with pytest.raises(KeyboardInterrupt):
        outcome(Item(name="x", path=None, content=b"poison interrupt", size=1), parser)


texts = st.text(st.characters(exclude_categories=()), max_size=20)
maybe = st.none() | texts
failures = st.none() | st.builds(Failure, type=texts, message=texts, sha256=maybe)
some_outcomes = st.builds(
    Outcome, source=texts, sha256=maybe, content=st.none() | st.binary(), error=failures
)


@given(st.lists(some_outcomes, max_size=5))
def test_outcomes_come_back_from_bytes_as_they_were(given_outcomes: list[Outcome]) -> None:
    back = unpack(pack(given_outcomes))

    assert [vars(one) for one in back] == [vars(one) for one in given_outcomes]


# Workers that die.

KILLERS: list[tuple[dict[int, str], str]] = [
    ({150: "kill"}, "one in the middle"),
    ({0: "exit"}, "the first"),
    ({299: "kill"}, "the last"),
    ({200: "exit", 201: "kill", 203: "exit"}, "several in one chunk, two of them neighbours"),
    ({0: "kill", 299: "exit"}, "the first and the last"),
]


@pytest.mark.parametrize("ordered", [True, False])
@pytest.mark.parametrize("poison", [row for row, _ in KILLERS], ids=[row[1] for row in KILLERS])
def test_a_document_that_kills_its_worker_costs_itself_alone(
    poison: dict[int, str], *, ordered: bool
) -> None:
    came, failed = run(poisoned(300, poison), ordered=ordered)

    assert failed == {str(place): "WorkerDied" for place in poison}
    assert (came if ordered else sorted(came, key=int)) == places(300)


def test_the_one_that_kills_is_found_where_the_work_does_not_tell() -> None:
    came, failed = run(poisoned(60, {50: "exit"}), corpus_work.unwatched, workers=1)

    assert failed == {"50": "WorkerDied"}
    assert came == places(60)


@pytest.mark.parametrize("kind", ["loop", "loop in C"])
def test_a_document_that_takes_too_long_is_named(kind: str) -> None:
    came, failed = run(poisoned(40, {20: kind}), seconds=1)

    assert failed == {"20": "TimeLimit"}
    assert came == places(40)


def test_the_time_limit_is_that_of_one_document() -> None:
    # With one worker, the last of these come in chunks of a dozen.
    assert run(made(["wait"] * 60), workers=1, seconds=1) == (places(60), {})


def test_memory_is_limited() -> None:
    poison = {20: "allocate"}

    came, failed = run(poisoned(40, poison), memory_bytes=1_000_000_000, workers=1)

    assert failed == {"20": "MemoryError"}
    assert came == places(40)


@pytest.mark.parametrize("workers", [0, 1])
def test_work_that_raises_costs_one_document(workers: int) -> None:
    came, failed = run(poisoned(40, {20: "raise", 39: "raise"}), workers=workers)

    assert failed == {"20": "ValueError", "39": "ValueError"}
    assert came == places(40)


def test_work_that_leaves_costs_one_document() -> None:
    assert run(poisoned(40, {20: "leave"})) == (places(40), {"20": "SystemExit"})


def test_a_failure_has_the_hash_of_its_document() -> None:
    ((_, failure),) = run_chunks(made(["exit"]), corpus_work.names, workers=1)

    assert isinstance(failure, Failure)
    assert failure.sha256 == hashlib.sha256(b"exit").hexdigest()
    assert "exit code 3" in failure.message


def test_a_worker_that_was_killed_from_outside_costs_nothing(tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.touch()
    paths = [str(tmp_path / str(place)) if place in {7, 21} else str(there) for place in range(30)]

    assert run(made(paths), corpus_work.dies_once) == (places(30), {})
    assert {path.name for path in tmp_path.iterdir()} == {"there", "7", "21"}


def test_a_worker_that_is_killed_in_the_middle_of_an_answer_costs_nothing(tmp_path: Path) -> None:
    delays = (5, 15, 30, 45)
    source = [Item(name=str(d), path=None, content=str(tmp_path / str(d)), size=1) for d in delays]

    parts = list(run_chunks(source, corpus_work.killed_while_answering, workers=1, chunk_items=1))

    assert [chunk[0].name for chunk, _ in parts] == [str(delay) for delay in delays]
    assert all(payload == b"x" * 50_000_000 for _, payload in parts)


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    count=st.integers(1, 60),
    poison=st.dictionaries(st.integers(0, 59), st.sampled_from(["exit", "kill"]), max_size=3),
    ordered=st.booleans(),
    chunk_items=st.integers(1, 20),
)
def test_wherever_killers_stand_every_document_is_accounted_for_once(
    count: int, poison: dict[int, str], *, ordered: bool, chunk_items: int
) -> None:
    came, failed = run(poisoned(count, poison), ordered=ordered, chunk_items=chunk_items)

    assert failed == {str(place): "WorkerDied" for place in poison if place < count}
    assert (came if ordered else sorted(came, key=int)) == places(count)


# Ending early, and what is held meanwhile.


@pytest.mark.parametrize("ordered", [True, False])
def test_an_endless_source_is_taken_as_needed(*, ordered: bool) -> None:
    taken = itertools.count()
    endless = (
        Item(name=str(next(taken)), path=None, content="", size=1) for _ in itertools.repeat(0)
    )
    parts = run_chunks(endless, corpus_work.names, workers=2, chunk_items=10, ordered=ordered)

    for given_chunks in range(1, 31):
        next(parts)
        # At most two chunks a worker and one more are on their way, and one item is looked at.
        assert next(taken) <= (given_chunks + 5) * 10 + given_chunks + 1
    parts.close()

    assert children() == set()


def test_leaving_early_ends_the_workers_even_those_that_hang() -> None:
    began = time.monotonic()
    for chunk, _ in run_chunks(
        poisoned(300, {1: "loop", 2: "loop in C"}), corpus_work.names, workers=3
    ):
        assert chunk[0].name == "0"
        break

    assert time.monotonic() - began < 20
    assert children() == set()


def test_no_process_is_left_after_the_last_outcome() -> None:
    assert len(list(read_corpus(SEEDS, workers=2))) == len(SEEDS)
    assert children() == set()


def test_an_error_of_the_caller_passes_and_ends_the_workers() -> None:
    seen: list[str] = []

    def refuse(one: Outcome) -> None:
        seen.append(one.source)
        if len(seen) == 3:
            raise LookupError("enough")

    with pytest.raises(LookupError, match="enough"):
        list(read_corpus(SEEDS, workers=2, on_result=refuse))

    assert seen == [str(path) for path in SEEDS[:3]]
    assert children() == set()


def test_an_error_of_the_source_passes_and_ends_the_workers() -> None:
    def broken() -> Iterator[Path]:
        yield from SEEDS
        raise LookupError("no more")

    with pytest.raises(LookupError, match="no more"):
        list(read_corpus(broken(), workers=2))

    assert children() == set()


def test_each_outcome_is_told_before_it_is_given() -> None:
    seen: list[Outcome] = []

    for place, one in enumerate(read_corpus(SEEDS, workers=0, on_result=seen.append)):
        assert seen[place] is one


def test_the_memory_of_the_parent_does_not_grow_with_the_corpus() -> None:
    me = psutil.Process()
    peak = total = 0
    before = me.memory_info().rss
    for chunk, payload in run_chunks(made([""] * 20_000), corpus_work.padded, workers=2):
        assert isinstance(payload, bytes)
        total += len(payload)
        peak = max(peak, me.memory_info().rss - before)
        assert chunk

    print(f"{total:,} bytes came back; the parent grew by {peak:,} bytes at most")
    assert total == 200_000_000
    assert peak < 60_000_000


SCRIPT = """\
import sys
from pathlib import Path
from fazhi.corpus import Item, run_chunks
from tests.corpus_work import names

if __name__ == "__main__":
    source = (Item(str(i), None, "loop" if i == 30 else "", 1) for i in range(10**9))
    parts = run_chunks(source, names, workers=2, ordered={ordered})
    for chunk, payload in parts:
        print(chunk[0].name, flush=True)
"""


def started(path: Path, script: str) -> subprocess.Popen[str]:
    """
    Start a script with its own group of processes, as a terminal does.
    """
    path.write_text(script, encoding="utf-8")
    paths = os.pathsep.join([str(TOP / "src"), str(TOP)])
    return subprocess.Popen(
        [sys.executable, str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
        start_new_session=True,
    )


def ended(group: list[psutil.Process], seconds: float) -> bool:
    _, alive = psutil.wait_procs(group, timeout=seconds)
    return not [one for one in alive if one.status() != psutil.STATUS_ZOMBIE]


@pytest.mark.parametrize("hanging", [True, False])
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_program_that_is_ended_from_outside_leaves_no_process(
    tmp_path: Path, sent: signal.Signals, *, hanging: bool
) -> None:
    process = started(tmp_path / "run.py", SCRIPT.format(ordered=hanging))
    assert process.stdout
    for _ in range(20 if hanging else 60):  # in order, what hangs holds up the rest
        assert process.stdout.readline().strip().isdigit()
    below = psutil.Process(process.pid).children(recursive=True)
    assert len(below) >= 2
    if sent == signal.SIGINT:
        os.killpg(process.pid, sent)  # as Ctrl-C
    else:
        process.send_signal(sent)

    _, errors = process.communicate(timeout=10)
    assert process.returncode == -sent
    assert ended(below, 10)
    if sent == signal.SIGINT:
        assert errors.count("Traceback") == 1  # of this process alone
        assert "KeyboardInterrupt" in errors


def test_a_program_that_keeps_its_iterator_ends_as_quickly(tmp_path: Path) -> None:
    script = (
        SCRIPT.format(ordered=True)
        + "        if int(chunk[0].name) > 20: raise KeyboardInterrupt\n"
    )
    process = started(tmp_path / "run.py", script)

    _, errors = process.communicate(timeout=20)  # less than the time limit of what hangs

    assert "KeyboardInterrupt" in errors


def test_a_program_without_the_guard_is_told_so(tmp_path: Path) -> None:
    """
    Where its work is its own: the workers have to import it to find the function.
    """
    script = SCRIPT.format(ordered=True).replace('if __name__ == "__main__":', "if True:")
    own = "def mine(items):\n    return b''\n\n"
    process = started(tmp_path / "run.py", own + script.replace("names,", "mine,"))

    output, errors = process.communicate(timeout=60)

    assert process.returncode == 1
    assert output == ""
    assert "WorkerStartError" in errors
    assert 'if __name__ == "__main__":' in errors


PLAIN = f"import fazhi; print(sum(1 for _ in fazhi.read_corpus({[str(p) for p in SEEDS]!r}, workers=2)))"


def test_a_program_needs_no_guard_to_read_a_corpus(tmp_path: Path) -> None:
    assert started(tmp_path / "run.py", PLAIN).communicate(timeout=60) == (f"{len(SEEDS)}\n", "")


def test_a_program_without_a_file_reads_a_corpus() -> None:
    environment = {**os.environ, "PYTHONPATH": str(TOP / "src")}
    piped = subprocess.run(
        [sys.executable, "-"],
        input=PLAIN,
        env=environment,
        capture_output=True,
        check=True,
        text=True,
    )

    assert (piped.stdout, piped.stderr) == (f"{len(SEEDS)}\n", "")


DAEMON = """\
import multiprocessing
import fazhi

def read():
    try:
        list(fazhi.read_corpus([b"x"], workers=1))
    except fazhi.FazhiError as error:
        print(error)

if __name__ == "__main__":
    process = multiprocessing.get_context("spawn").Process(target=read, daemon=True)
    process.start()
    process.join()
"""


def test_a_process_that_may_start_no_others_is_told_so(tmp_path: Path) -> None:
    output, errors = started(tmp_path / "run.py", DAEMON).communicate(timeout=60)

    assert output.startswith("no worker process can be started: daemonic processes")
    assert errors == ""


# What is kept.


def test_a_corpus_keeps_reports_and_failures(mixed: Path) -> None:
    corpus = Corpus.read(mixed, workers=0)

    assert len(corpus) == 3
    assert [report.meta.source["name"] for report in corpus] == [
        str(mixed / name) for name, kind in MIXED if kind is None
    ]
    assert corpus.reports[2].metrics[0].value == 113
    assert told(corpus.failures, mixed) == [row for row in MIXED if row[1]]
    assert told(corpus.outcomes, mixed) == MIXED
    assert corpus.to_arrow()["reports"].num_rows == len(corpus.to_polars()["reports"]) == 3
    assert corpus.to_pandas()["failures"].shape[0] == 4
    assert repr(corpus) == "<Corpus of 3 reports and 4 failures>"


# Progress.


def test_quiet_lines_are_written_where_there_is_no_terminal(mixed: Path) -> None:
    stream = io.StringIO()
    with progress(8, stream) as advance:
        for one in read_corpus(mixed, workers=0):
            advance(one)
        advance(Counts(documents=1))

    (line,) = stream.getvalue().splitlines()
    assert line.startswith("fazhi: 8 of 8 documents, ")
    assert line.endswith(" characters/s, 4 failures")


def test_a_bar_is_drawn_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    stream = Terminal()
    with progress(len(SEEDS), stream) as advance:
        for one in read_corpus(SEEDS, workers=0):
            advance(one)

    assert f"{len(SEEDS)}/{len(SEEDS)}" in stream.getvalue()
    assert "0 failures" in stream.getvalue()


@pytest.mark.parametrize("text", [TEXT, 'a"b\\c\n\t\x01' + TEXT, "\ud800" + TEXT, "\U00020000x"])
def test_the_characters_of_a_report_are_counted_without_reading_it(text: str) -> None:
    (one,) = read_corpus([("x", text)], workers=0)

    assert counts(one) == Counts(documents=1, characters=len(text))


def test_a_corpus_gives_the_tables_of_its_outcomes() -> None:
    """
    Reports, and what failed; a report alone gives the same rows.
    """
    seed = TOP / "seeds" / "honghe-2023.txt"
    corpus = Corpus.read([seed, ("blank", " ")], workers=0)
    tables = corpus.to_arrow()

    assert (tables["reports"].num_rows, tables["failures"].num_rows) == (1, 1)
    assert tables["metrics"].num_rows == len(corpus.reports[0].metrics)
    for frames in (corpus.to_pandas(), corpus.to_polars(), corpus.reports[0].to_polars()):
        assert len(frames["metrics"]) == tables["metrics"].num_rows
