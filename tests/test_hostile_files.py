"""
Whatever a file holds, reading it ends soon: with its text, or with an error that says what helps.
"""

from __future__ import annotations

import os
import pickle
import re
import time
from functools import cache
from pathlib import Path

import pytest
from tests.hostile import FORBIDDEN, TEXT, word
from tests.hostile_cases import CASES, READ

import fazhi
from fazhi import EmptyTextError, Limits, Parser, ReadError


# Of processor time for one file, beside other tests on a shared machine; `benchmarks/hostile.py` has
# the bar of 5.
SECONDS = 15.0
SMALL = 1 << 16  # larger files are read once only
# Read as a text that is damaged, and refused under the name of a document.
NOISE = "other: random bytes"
OTHER_SUFFIXES = (".txt", ".pdf", ".docx", ".ofd", ".html", "")


@cache
def made(name: str) -> tuple[bytes, str, str]:
    """
    Return the file of a row, and the text and the error that it gives.
    """
    data = CASES[name].build()
    return data, *outcome(data, CASES[name].limits)


def outcome(source: bytes | Path, limits: Limits) -> tuple[str, str]:
    """
    Return the text and the error of a source, one of which is empty.
    """
    start = time.process_time()
    try:
        text, error = Parser(limits=limits).read(source).text, ""
    except ReadError as caught:
        text, error = "", pickle.loads(pickle.dumps(caught)).message  # noqa: S301
    assert time.process_time() - start < SECONDS
    return text, error


def test_the_table_is_long_enough() -> None:
    """
    Each row is a file of its own.
    """
    assert len(CASES) >= 100


@pytest.mark.parametrize("name", CASES)
def test_a_file_gives_its_text_or_a_clear_error(name: str) -> None:
    """
    No other exception, in bounded time, and nothing of this machine in the text.
    """
    case = CASES[name]
    _, text, error = made(name)

    assert bool(error) == bool(case.error), error or text[:200]
    assert re.search(case.error, error), error
    assert case.text in text
    assert FORBIDDEN not in text + error
    assert len(error) < 400


@pytest.mark.parametrize("name", [name for name in CASES if len(CASES[name].error) > 0])
def test_an_error_says_what_would_have_worked(name: str) -> None:
    """
    Behind what the file is stands what to do.
    """
    error = made(name)[2]

    assert re.match(r"(?:is|has|holds) ", error)
    assert re.search(r"[;:] ?\S", error), error


@pytest.mark.parametrize("name", [name for name in CASES if name != NOISE])
def test_the_name_of_a_file_changes_nothing(name: str, tmp_path: Path) -> None:
    """
    What a file is called is no evidence against what it holds; only noise has to be called a text.
    """
    data, *expected = made(name)
    wrong = OTHER_SUFFIXES[len(name) % len(OTHER_SUFFIXES)]
    for suffix in {CASES[name].suffix, wrong} if len(data) < SMALL else ():
        path = tmp_path / f"报告{suffix}"
        path.write_bytes(data)
        assert outcome(path, CASES[name].limits) == tuple(expected)
    assert [each.name for each in tmp_path.iterdir() if not each.name.startswith("报告")] == []


def test_nothing_is_written_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The names of parts lead nowhere.
    """
    monkeypatch.chdir(tmp_path)
    assert READ in fazhi.read(CASES["archive: names that lead out of the folder"].build()).text

    assert list(tmp_path.iterdir()) == []
    assert not (tmp_path.parent / "fazhi-was-here").exists()
    assert not Path("/fazhi-was-here").exists()


@pytest.mark.parametrize("suffix", OTHER_SUFFIXES)
def test_an_empty_file_has_no_report(suffix: str, tmp_path: Path) -> None:
    """
    Whatever its name is.
    """
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"")

    with pytest.raises(EmptyTextError):
        fazhi.parse(path)


def test_a_file_of_zeros_has_no_report() -> None:
    """
    It is a text of no characters that anybody could read.
    """
    with pytest.raises(EmptyTextError):
        fazhi.parse(bytes(5000))


def test_a_file_beyond_the_limit_is_not_loaded(tmp_path: Path) -> None:
    """
    One that says to have 100 GB, of which nothing is on the disk.
    """
    path = tmp_path / "a.pdf"
    with path.open("wb") as file:
        file.truncate(100 << 30)

    assert "Limits.file_bytes" in outcome(path, Limits())[1]
    assert "1,000 bytes" in outcome(path, Limits(file_bytes=1000))[1]


class TestPlaces:
    """
    Things in a folder that are no files, or are called as no file should be.
    """

    def test_a_folder_is_named(self, tmp_path: Path) -> None:
        """
        Also one with the ending of a report.
        """
        path = tmp_path / "a.docx"
        path.mkdir()

        assert "folder" in outcome(path, Limits())[1]

    def test_a_loop_of_links_is_an_error(self, tmp_path: Path) -> None:
        """
        The operating system notices.
        """
        (tmp_path / "a").symlink_to(tmp_path / "b")
        (tmp_path / "b").symlink_to(tmp_path / "a")

        assert "cannot be opened" in outcome(tmp_path / "a", Limits())[1]

    def test_a_device_without_end_is_an_error(self) -> None:
        """
        No more is taken from it than a file may have.
        """
        limits = Limits(file_bytes=1_000_000)

        assert "Limits.file_bytes" in outcome(Path("/dev/zero"), limits)[1]
        assert outcome(Path("/dev/null"), limits) == ("", "")

    def test_a_name_that_is_no_text_is_read(self, tmp_path: Path) -> None:
        """
        Of bytes that are no UTF-8, as old archives leave them.
        """
        path = tmp_path / os.fsdecode("报告".encode("gbk") + b".docx")
        path.write_bytes(word())
        found = fazhi.read(path)

        assert found.text.split() == TEXT.split()
        assert fazhi.parse(path).to_dict()["sections"]

    def test_an_unreadable_file_is_an_error(self, tmp_path: Path) -> None:
        """
        Unless one may read everything.
        """
        path = tmp_path / "a.txt"
        path.write_text("法治", encoding="utf-8")
        path.chmod(0)

        assert "cannot be opened" in outcome(path, Limits())[1] or os.access(path, os.R_OK)
