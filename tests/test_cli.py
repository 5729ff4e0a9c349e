"""
The command line: what it prints, where, and with which exit code.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

import fazhi
from fazhi.knowledge.indicators import catalogue


SEEDS = Path(__file__).parents[1] / "seeds"
NAMES = sorted(path.name for path in SEEDS.glob("*.txt"))
SEED = str(SEEDS / "honghe-2023.txt")
RUN = "import sys; from fazhi.cli import main; main()"
# The extra is hidden, as if it were not installed.
BARE = f"import sys, importlib.util as u; u.find_spec = lambda name: None; {RUN}"
# No file may grow beyond 100 bytes, as on a full disk.
FULL = f"import resource as r; r.setrlimit(r.RLIMIT_FSIZE, (100, 100)); {RUN}"
REPORT = "一、工作成效\n（一）受理行政复议案件12件。\n"


def run(
    *arguments: str, code: str = RUN, stdin: bytes = b"", **variables: str
) -> subprocess.CompletedProcess[bytes]:
    """
    Run the command line in a process of its own.
    """
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **variables},
    )


@pytest.fixture(scope="module")
def printed() -> str:
    """
    The five seeds as printed into a pipe.
    """
    done = run("parse", str(SEEDS))
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


class TestText:
    """
    The readable outline.
    """

    def test_every_report_of_a_folder_is_printed(self, printed: str) -> None:
        """
        Each with its name, sorted, and the sum of all at the end.
        """
        heads = [line.split()[1] for line in printed.splitlines() if line.startswith("── ")]

        assert [Path(head).name for head in heads] == NAMES
        assert printed.splitlines()[-1].startswith("5 reports, ")

    def test_facts_sections_metrics_and_findings_are_shown(self, printed: str) -> None:
        """
        As the report says them, with the place of each number.
        """
        report = fazhi.parse(SEEDS / "wuhua-2020.txt")
        metric = report.metrics[0]

        for words in (
            "五华区2020年法治政府建设工作报告",
            "530102",
            "五华区司法局",
            "annual report",
            report.meta.format,
            f"{report.quote(metric)} @{metric.span.start}",
            f"{len(report.metrics)} metrics",
        ):
            assert words in printed

    def test_a_pipe_gets_plain_lines_of_one_hundred_cells(self, printed: str) -> None:
        """
        No colour, no line broken: what is longer ends in an ellipsis.
        """
        assert "\x1b" not in printed
        assert max(map(cell_len, printed.splitlines())) <= 100
        assert "…" in printed

    def test_brief_leaves_the_outline_out(self) -> None:
        """
        One head is about ten lines.
        """
        assert len(run("parse", "-b", SEED).stdout.splitlines()) < 15

    def test_what_a_terminal_would_act_on_is_not_printed(self, tmp_path: Path) -> None:
        """
        A report cannot colour the screen or reverse the direction of writing.
        """
        path = tmp_path / "a.txt"
        path.write_text(
            "一、\x1b[31m工作\x9b成效\u202e\n（一）受理\x07案件12件。", encoding="utf-8"
        )
        done = run("parse", str(path))

        assert done.returncode == 0
        assert not set("\x1b\x9b\u202e\x07") & set(done.stdout.decode())

    def test_an_output_file_is_utf8(self, tmp_path: Path) -> None:
        """
        Whatever the terminal's encoding; an output from before is no report.
        """
        path = tmp_path / "out.txt"
        (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
        for _ in range(2):
            done = run("parse", str(tmp_path), "-o", str(path), PYTHONIOENCODING="ascii")
            assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")

        assert path.read_text(encoding="utf-8").count("── ") == 1


class TestJson:
    """
    JSON and JSON lines.
    """

    def test_one_file_is_one_object(self) -> None:
        """
        The very dictionary of `Report.to_dict`.
        """
        done = run("parse", SEED, "--to", "json")

        assert json.loads(done.stdout) == fazhi.parse(Path(SEED)).to_dict()

    def test_several_files_are_an_array_or_lines(self) -> None:
        """
        In the order of their names, each with where it came from.
        """
        array = json.loads(run("parse", str(SEEDS), "--to", "json").stdout)
        lines = run("parse", str(SEEDS), "--to", "jsonl").stdout.splitlines()

        assert [json.loads(line) for line in lines] == array
        assert [Path(r["meta"]["source"]["name"]).name for r in array] == NAMES

    @pytest.mark.parametrize("encoding", ["ascii", "gbk", "utf-8", "utf-16"])
    def test_it_is_valid_in_any_encoding(self, tmp_path: Path, encoding: str) -> None:
        """
        Also where the file's name or text does not fit it.
        """
        path = tmp_path / "é😀.txt"
        path.write_text(REPORT + "é😀", encoding="utf-8")
        done = run("parse", str(path), "--to", "json", PYTHONIOENCODING=encoding)

        assert done.stderr == b""
        assert json.loads(done.stdout.decode(encoding))["text"] == REPORT + "é😀"

    def test_nothing_read_is_still_an_array(self, tmp_path: Path) -> None:
        """
        A program that reads the output gets what it expects.
        """
        done = run("parse", str(tmp_path), "--to", "json")

        assert (done.returncode, json.loads(done.stdout)) == (1, [])


class TestFailures:
    """
    What failed is named; the rest is printed.
    """

    def test_failed_inputs_are_named_and_the_others_printed(self, tmp_path: Path) -> None:
        """
        Each on a line of standard error with its reason; exit code 1.
        """
        (tmp_path / "blank.txt").write_text(" \n", encoding="utf-8")
        (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
        (tmp_path / "empty").mkdir()
        bad = [str(tmp_path / name) for name in ("blank.txt", "a.pdf", "none.txt", "empty")]
        done = run("parse", *bad[:2], SEED, *bad[2:], "--to", "jsonl")
        said = done.stderr.decode().splitlines()

        assert done.returncode == 1
        assert len(done.stdout.splitlines()) == 1
        assert [line.split(": ")[1] for line in said] == bad
        assert all(len(line.split(": ", 2)[2]) > 5 for line in said)
        assert "Traceback" not in done.stderr.decode()

    @pytest.mark.parametrize(
        "arguments",
        [
            (),
            ("parse",),
            ("parse", SEED, "--to", "xml"),
            ("parse", SEED, "--format", "nowhere.none"),
            ("parse", SEED, "-o", str(SEEDS / "none" / "a.txt")),
            ("read", SEED),
        ],
        ids=str,
    )
    def test_wrong_usage_is_exit_code_two(self, arguments: tuple[str, ...]) -> None:
        """
        With a word on what would have been right, and nothing on standard output.
        """
        done = run(*arguments)

        assert (done.returncode, done.stdout) == (2, b"")
        assert b"Usage" in done.stderr

    def test_an_unknown_format_names_the_known_ones(self) -> None:
        """
        As `fazhi formats` lists them.
        """
        said = run("parse", SEED, "--format", "nowhere.none").stderr.decode()

        assert all(record.name in said for record in fazhi.list_formats())

    def test_a_full_disk_is_one_line(self, tmp_path: Path) -> None:
        """
        No traceback.
        """
        done = run("parse", SEED, "-o", str(tmp_path / "out.txt"), code=FULL)

        assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)

    def test_without_the_extra_it_says_how_to_get_it(self) -> None:
        """
        Exit code 2, no traceback.
        """
        done = run("formats", code=BARE)

        assert (done.returncode, done.stdout) == (2, b"")
        assert b'pip install "fazhi[cli]"' in done.stderr
        assert b"Traceback" not in done.stderr


class TestSurroundings:
    """
    Pipes, standard input, poor terminals.
    """

    @pytest.mark.parametrize("to", ["text", "json", "jsonl"])
    def test_a_closed_pipe_ends_it_quietly(self, to: str) -> None:
        """
        As ``fazhi parse … | head -1`` closes it.
        """
        with subprocess.Popen(
            [sys.executable, "-c", RUN, "parse", *[str(SEEDS)] * 5, "--to", to],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.read(1)
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 0

    def test_standard_input_is_read(self) -> None:
        """
        In any encoding.
        """
        done = run("parse", "-", "--to", "json", stdin=REPORT.encode("gb18030"))

        assert json.loads(done.stdout)["text"] == REPORT

    @pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
    def test_a_terminal_without_the_characters_gets_escapes(self, encoding: str) -> None:
        """
        Nothing is lost, nothing fails.
        """
        done = run("parse", SEED, PYTHONIOENCODING=encoding)

        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.decode(encoding)

    def test_the_formats_are_listed(self) -> None:
        """
        Name, plugin, what it reads.
        """
        lines = run("formats").stdout.decode().splitlines()

        assert lines[0].split() == ["name", "plugin", "reads"]
        assert [line.split()[:2] for line in lines[1:]] == [
            [record.name, record.plugin] for record in fazhi.list_formats()
        ]

    def test_a_forced_format_is_used(self) -> None:
        """
        Whatever the evidence says.
        """
        name = fazhi.list_formats()[-1].name
        done = run("parse", SEED, "--format", name, "--to", "json")

        assert json.loads(done.stdout)["meta"]["format"] == name

    def test_the_version_is_printed(self) -> None:
        """
        With the program's name.
        """
        assert run("--version").stdout.startswith(b"fazhi ")


class TestIndicators:
    """
    The catalogue, listed and searched.
    """

    def test_every_row_is_listed(self) -> None:
        """
        Id, name, units and topic, as the catalogue has them.
        """
        lines = run("indicators").stdout.decode().splitlines()
        rows = catalogue()

        assert lines[0].split() == ["id", "name", "units", "topic"]
        assert [line.split()[0] for line in lines[1:]] == [row.id for row in rows]
        assert all(line.split()[-1] == row.topic for line, row in zip(lines[1:], rows, strict=True))

    @pytest.mark.parametrize(
        "words",
        [
            ("lit_second",),  # an id
            ("二审", "案件"),  # two parts of a name
            ("二審", "行政訴訟"),  # the other script
            ("SECOND-instance",),  # the English name in another case
        ],
        ids=str,
    )
    def test_words_search_ids_names_and_aliases(self, words: tuple[str, ...]) -> None:
        """
        All of them must be found in a row.
        """
        done = run("indicators", *words)
        ids = [line.split()[0] for line in done.stdout.decode().splitlines()[1:]]

        assert done.returncode == 0
        assert "lit_second" in ids
        assert len(ids) < 12

    def test_a_topic_narrows_it(self) -> None:
        """
        With the words or without them.
        """
        done = run("indicators", "案件", "--topic", "litigation", "--to", "json")

        assert {row["topic"] for row in json.loads(done.stdout)} == {"litigation"}

    @pytest.mark.parametrize("encoding", ["ascii", "gbk", "utf-8"])
    def test_json_holds_whole_rows(self, encoding: str) -> None:
        """
        With aliases, relations and examples, valid in any encoding.
        """
        done = run("indicators", "lit_second", "--to", "json", PYTHONIOENCODING=encoding)
        row = json.loads(done.stdout.decode(encoding))[0]
        own = next(r for r in catalogue() if r.id == "lit_second")

        assert (row["name_zh"], row["units"], row["examples"]) == (
            own.name_zh,
            list(own.units),
            dict(own.examples),
        )

    def test_nothing_found_is_exit_code_one(self) -> None:
        """
        With nothing printed, or an empty array.
        """
        done = run("indicators", "没有这样的指标")
        empty = run("indicators", "没有这样的指标", "--to", "json")

        assert (done.returncode, done.stdout) == (1, b"")
        assert (empty.returncode, json.loads(empty.stdout)) == (1, [])

    def test_an_unknown_topic_names_the_known_ones(self) -> None:
        """
        Exit code 2, as for any wrong usage.
        """
        done = run("indicators", "--topic", "weather")

        assert (done.returncode, done.stdout) == (2, b"")
        assert b"litigation" in done.stderr
