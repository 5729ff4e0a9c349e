"""
``fazhi build``: what is done is left alone, what changed is replaced, and no kill loses anything.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.stores import SUFFIXES, ask, content, report, rows, write_reports

import fazhi
from fazhi.cli.build import build_command
from fazhi.corpus.build import Batch, Progress, build
from fazhi.corpus.parquet_store import ParquetStore
from fazhi.corpus.store import open_store


COUNT, EMPTY = 150, 5
KILLS = 10
# A build in small batches, that says how far it is.
CHILD = """
import sys
from fazhi.corpus.build import Batch, build

def told(now):
    print(now.read + now.failed, flush=True)

if __name__ == "__main__":
    build([sys.argv[1]], sys.argv[2], workers=int(sys.argv[3]), on_progress=told, batch=Batch(documents=5))
"""


@pytest.fixture(params=SUFFIXES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return tmp_path / f"corpus.{request.param}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_reports(tmp_path / "reports", 12, empty=2)


def run(folder: Path, store: Path, **options: object) -> Progress:
    return build([folder], store, workers=0, **options)  # type: ignore[arg-type]


def done(progress: Progress) -> tuple[int, int, int, int]:
    return progress.read, progress.failed, progress.skipped, progress.removed


def test_what_is_done_is_left_alone(folder: Path, store: Path) -> None:
    assert done(run(folder, store)) == (10, 2, 0, 0)
    before = content(store)

    assert done(run(folder, store)) == (0, 0, 12, 0)
    assert content(store) == before


def test_the_rows_are_those_of_the_reports(folder: Path, store: Path) -> None:
    run(folder, store)

    with open_store(store) as kept:
        [row] = [row for row in rows(kept, "reports") if row["source"].endswith("007.txt")]
        values = [m["value"] for m in rows(kept, "metrics") if m["report"] == row["report"]]
        assert row["text"] == report(7)
        assert values == [m.value for m in fazhi.parse(report(7)).metrics]
        assert {f["type"] for f in rows(kept, "failures")} == {"EmptyTextError"}


def test_both_stores_hold_the_same(folder: Path, tmp_path: Path) -> None:
    for suffix in SUFFIXES:
        run(folder, tmp_path / f"corpus.{suffix}")

    assert content(tmp_path / "corpus.duckdb") == content(tmp_path / "corpus.parquet")


def test_a_changed_file_replaces_its_rows(folder: Path, store: Path, tmp_path: Path) -> None:
    run(folder, store, batch=Batch(documents=4))
    (folder / "003.txt").write_text(report(99), encoding="utf-8")
    (folder / "011.txt").write_text(report(98), encoding="utf-8")  # failed before
    (folder / "004.txt").write_text("", encoding="utf-8")  # fails now
    (folder / "012.txt").write_text(report(97), encoding="utf-8")  # new

    assert done(run(folder, store)) == (3, 1, 9, 0)
    fresh = tmp_path / f"fresh{store.suffix}"
    run(folder, fresh)
    assert content(store) == content(fresh)


def test_a_failure_is_tried_again_only_when_asked(folder: Path, store: Path) -> None:
    run(folder, store)

    assert done(run(folder, store)) == (0, 0, 12, 0)
    assert done(run(folder, store, retry=True)) == (0, 2, 10, 0)


def test_other_options_read_all_again(folder: Path, store: Path) -> None:
    run(folder, store, audit=False)
    assert ask(store, "SELECT count(*) FROM violations") == [(0,)]

    assert done(run(folder, store)) == (10, 2, 0, 0)
    assert ask(store, "SELECT count(*) FROM reports WHERE audited") == [(10,)]


def test_vanished_files_stay_unless_pruned(folder: Path, store: Path) -> None:
    run(folder, store)
    gone, named = folder / "003.txt", folder / "004.txt"
    gone.unlink()
    named.unlink()

    assert done(build([folder, named], store, workers=0)) == (0, 0, 11, 0)
    assert ask(store, "SELECT count(*) FROM reports") == [(10,)]
    assert done(run(folder, store, prune=True)) == (0, 0, 10, 2)
    assert ask(store, "SELECT count(*) FROM reports") == [(8,)]
    assert ask(store, "SELECT count(*) FROM metrics WHERE report NOT IN (SELECT report FROM reports)") == [(0,)]  # fmt: skip


def test_texts_may_be_given_instead_of_files(store: Path) -> None:
    given = {"a": report(1), "b": report(2).encode("gb18030"), "c": b""}

    assert done(build(given, store, workers=0)) == (2, 1, 0, 0)
    assert done(build(given, store, workers=0)) == (0, 0, 3, 0)


def test_two_documents_of_one_name_are_refused(store: Path) -> None:
    with pytest.raises(ValueError, match="two documents are called 'a'"):
        build([("a", report(1)), ("a", report(2))], store, workers=0)


def test_a_document_that_kills_its_worker_is_named(tmp_path: Path, store: Path) -> None:
    """
    A time limit that no document meets: each is named, and the store is whole.
    """
    folder = write_reports(tmp_path / "few", 2)
    progress = build([folder], store, workers=1, seconds=1e-6)

    assert done(progress) == (0, 2, 0, 0)
    assert ask(store, "SELECT DISTINCT type FROM failures") == [("TimeLimit",)]
    assert done(build([folder], store, workers=0, retry=True)) == (2, 0, 0, 0)


def test_an_unknown_format_is_refused_before_anything_is_made(folder: Path, store: Path) -> None:
    with pytest.raises(fazhi.UnknownFormatError):
        run(folder, store, format="no.such")

    assert not store.exists()


def test_two_builds_on_one_store_are_refused(folder: Path, store: Path) -> None:
    """
    The other build is another process: DuckDB allows one process two connections.
    """
    code = (
        "import sys; from pathlib import Path; from fazhi.corpus.store import open_store\n"
        "with open_store(Path(sys.argv[1]), write=True): print('open', flush=True); input()"
    )
    command = [sys.executable, "-c", code, str(store)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(fazhi.StoreError, match="in use by another"):
            run(folder, store)
        other.communicate("\n")

    assert done(run(folder, store)) == (10, 2, 0, 0)


def test_leftovers_of_a_killed_build_are_cleaned_up(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "corpus.parquet"
    run(folder, store)
    before = content(store)
    half = store / "metrics" / "part-000777.parquet.new"
    stray = store / "metrics" / "part-000778.parquet"
    mine = store / "metrics" / "readme.txt"
    for path in (half, stray, mine):
        path.write_text("half a file", encoding="utf-8")

    assert content(store) == before  # nobody reads them
    ParquetStore(store, write=True).close()
    assert [path.exists() for path in (half, stray, mine)] == [False, False, True]


def test_a_folder_with_other_files_is_no_store(folder: Path) -> None:
    with pytest.raises(fazhi.StoreError, match="other files"):
        run(folder, folder)

    assert len([*folder.iterdir()]) == 12


def kill_at_random(folder: Path, store: Path, chance: random.Random) -> None:
    """
    Start a build and kill all its processes, at the start, while they work, or as they write.
    """
    workers = chance.choice(("0", "0", "1"))  # processes take long to start
    command = [sys.executable, "-c", CHILD, str(folder), str(store), workers]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as child:
        assert child.stdout is not None
        if chance.random() < 0.2:
            time.sleep(chance.uniform(0, 1.5))
        else:
            for _ in range(chance.randint(1, 4)):
                child.stdout.readline()
            time.sleep(chance.uniform(0, 0.05))
        os.killpg(child.pid, signal.SIGKILL)


def assert_whole(store: Path) -> None:
    """
    Prove that what a reader sees after a kill are whole documents.
    """
    if not store.exists() or (store.is_dir() and not (store / "_manifest.json").exists()):
        return  # killed before there was one
    orphans = "SELECT count(*) FROM {} WHERE report NOT IN (SELECT report FROM done WHERE report IS NOT NULL)"
    with open_store(store) as kept:
        counts = {name: kept.count(name) for name in ("done", "reports", "failures", "report_json")}
        assert counts["done"] == counts["reports"] + counts["failures"]
        assert counts["reports"] == counts["report_json"]
        if counts["done"]:
            for name in ("reports", "metrics", "sections"):
                assert kept.connection().execute(orphans.format(name)).fetchone() == (0,)


def test_ten_kills_lose_nothing_and_double_nothing(tmp_path: Path, store: Path) -> None:
    seed = int(os.environ.get("FAZHI_SEED", random.SystemRandom().randrange(10**6)))
    print(f"FAZHI_SEED={seed}")
    chance = random.Random(seed)  # noqa: S311
    folder = write_reports(tmp_path / "reports", COUNT, empty=EMPTY)
    for _ in range(KILLS):
        kill_at_random(folder, store, chance)
        assert_whole(store)
    last = build([folder], store, workers=0)
    fresh = tmp_path / f"fresh{store.suffix}"
    build([folder], fresh, workers=0)

    assert last.skipped > 0, "every kill came before the first batch"
    assert content(store) == content(fresh)
    assert len(content(store)["done"]) == COUNT


def test_the_command_tells_what_it_did(folder: Path, store: Path) -> None:
    words = [str(folder), "-o", str(store), "--workers", "0"]
    first = CliRunner().invoke(build_command, words)
    second = CliRunner().invoke(build_command, [*words, "--prune"])

    assert first.exit_code == 1  # two documents failed
    assert first.stderr.splitlines()[-1].endswith("10 read, 2 failed, 0 done before")
    assert "12 of 12 documents" in first.stderr
    assert second.exit_code == 0
    assert second.stderr.splitlines()[-1].endswith("0 read, 0 failed, 12 done before")


@pytest.mark.parametrize("name", ["corpus.txt", "corpus"])
def test_a_name_of_no_store_is_refused(folder: Path, tmp_path: Path, name: str) -> None:
    done = CliRunner().invoke(build_command, [str(folder), "-o", str(tmp_path / name)])

    assert done.exit_code == 1
    assert ".duckdb or .parquet" in done.stderr


WITHOUT_PYARROW = """
import sys
sys.modules["pyarrow"] = None
import fazhi
try:
    {what}
except fazhi.MissingExtraError as error:
    print(error)
"""


@pytest.mark.parametrize(
    "what", ["from fazhi.corpus.build import build", "from fazhi.corpus import keep_outcomes"]
)
def test_without_pyarrow_the_message_says_how_to_get_it(what: str) -> None:
    code = WITHOUT_PYARROW.format(what=what)
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8"
    )

    assert 'pip install "fazhi[store]"' in done.stdout


@pytest.mark.parametrize(
    "words",
    [["build", "x", "-o", "x.duckdb"], ["query", "x.duckdb", "select 1"]],
    ids=lambda w: w[0],
)
def test_without_pyarrow_the_commands_say_how_to_get_it(words: list[str], tmp_path: Path) -> None:
    code = (
        f"import sys; sys.modules['pyarrow'] = None; sys.argv = ['fazhi', *{words!r}]\n"
        "from fazhi.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
    )

    assert done.returncode == 1
    assert 'pip install "fazhi[store]"' in done.stderr
    assert "Traceback" not in done.stderr
