"""
``fazhi check``: what it prints in each form, what it excuses, and with which exit code.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import pytest
from rich.cells import cell_len

import fazhi
from fazhi.checks import outcomes, rules
from fazhi.cli import main
from fazhi.cli.places import Places


TOP = Path(__file__).parents[1]
SEEDS = TOP / "seeds"
# As on a terminal of a hundred cells.
TERMINAL = (
    "import sys, rich.console as c; c.Console.is_terminal = property(lambda self: True); "
    "c.Console.width = property(lambda self: 100); "
    "from fazhi.cli import main; main()"
)
WRONG = """某县2023年法治政府建设年度报告

一、工作成效
（一）推进复议。全年收到行政复议申请300件，受理250件，其中：办结220件、在办31件。
（二）培训干部。举办培训班12期。
二、存在问题
（一）部分执法人员能力不足，原因是培训不够。
三、下一步打算
（一）加强执法人员培训。

某县人民政府
2024年2月7日
"""
RIGHT = WRONG.replace("31件", "30件")
TOTAL = WRONG.index("250件")
FZ2 = ("--select", "FZ2")

Write = Callable[..., Path]


class Done(NamedTuple):
    """
    How a command ended, and what it printed.
    """

    returncode: int | str | None
    stdout: str
    stderr: str


def run(*arguments: object, cwd: Path = TOP, stdin: str = "") -> Done:
    """
    Run ``fazhi check``.
    """
    out, error = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
    source = io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8")
    with (
        pytest.MonkeyPatch.context() as patch,
        contextlib.chdir(cwd),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(error),
    ):
        patch.setattr(sys, "stdin", source)
        with pytest.raises(SystemExit) as ended:
            main(["check", *map(str, arguments)])
    for stream in (out, error):
        stream.flush()
        stream.seek(0)
    return Done(ended.value.code, out.read(), error.read())


def on_a_terminal(*arguments: object, **variables: str) -> str:
    """
    Return what ``fazhi check`` prints on a terminal.
    """
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", TERMINAL, "check", *map(str, arguments)],
        capture_output=True,
        check=False,
        env={**os.environ, "TERM": "xterm", **variables},
        encoding="utf-8",
    )
    return done.stdout


def data(*arguments: object) -> Any:
    return json.loads(run(*arguments).stdout)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """
    Write a file into a folder of its own and return its path.
    """

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    return write


class TestFull:
    """
    What a clerk reads.
    """

    def test_a_violation_is_shown_with_its_passage_and_formula(self, write: Write) -> None:
        """
        Where, what in both languages, the numbers underlined, the formula, the sum.
        """
        done = run(write("某县.txt", WRONG), *FZ2)
        lines = done.stdout.splitlines()

        assert done.stderr == ""
        assert re.search(r"某县\.txt:4:\d+: error FZ2\d\d [a-z-]+", lines[0])
        assert "250" in lines[1]
        assert re.match(r"    4 \| .*受理250件", lines[3])
        assert re.match(r"      \| .*\^", lines[4])
        assert lines[5].startswith("      = ")
        assert "220" in lines[5]
        assert lines[-1] == "1 report, 1 error, 0 warnings, 0 infos"

    def test_the_marks_stand_under_their_numbers(self, write: Write) -> None:
        """
        Wide characters take two cells, what a terminal would act on one.
        """
        text = WRONG.replace("全年收到", "全年\x1b收到\u200b")
        lines = run(write("a.txt", text), *FZ2).stdout.splitlines()
        passage, marks = lines[3], lines[4]
        marked = [
            "".join(
                char
                for place, char in enumerate(passage)
                if found.start() <= cell_len(passage[:place]) < found.end()
            )
            for found in re.finditer(r"\^+|~+", marks)
        ]

        assert sorted(marked) == ["220件", "250件", "31件"]
        assert "\x1b" not in passage

    def test_a_long_line_is_cut_around_the_numbers(self, write: Write) -> None:
        """
        No line is wider than a hundred cells; far numbers have a passage each.
        """
        filler = "持续深化各项改革" * 20
        text = WRONG.replace("其中：", f"{filler}，其中：").replace(
            "（一）推进", f"（一）{filler}推进"
        )
        done = run(SEEDS, write("a.txt", text))

        assert max(map(cell_len, done.stdout.splitlines())) <= 250  # the messages are not cut
        passages = [line for line in done.stdout.splitlines() if re.match(r" *\d* \| ", line)]
        assert passages
        assert max(map(cell_len, passages)) <= 102

    def test_colour_is_for_terminals(self, write: Write) -> None:
        """
        A pipe gets none, and ``NO_COLOR`` is heeded.
        """
        path = write("a.txt", WRONG)

        assert "\x1b[1;31m" in on_a_terminal(path)
        assert "\x1b[1;31m" not in on_a_terminal(path, NO_COLOR="1")
        assert "\x1b" not in run(path).stdout

    def test_what_is_missing_has_the_file_alone(self, write: Write) -> None:
        """
        No line is made up for it.
        """
        path = write("a.txt", "一、工作成效\n（一）推进复议。受理案件3件。\n")
        done = run(path, "--select", "FZ1", "--format", "concise")

        assert re.search(rf"^{re.escape(str(path))}: \w+ FZ1\d\d ", done.stdout, re.MULTILINE)

    def test_a_report_without_faults_is_one_line(self, write: Write) -> None:
        done = run(write("a.txt", RIGHT), *FZ2)

        assert done.stdout == "1 report, 0 errors, 0 warnings, 0 infos\n"
        assert done.returncode == 0


class TestForms:
    """
    One line each, and forms for programs.
    """

    def test_concise_is_a_line_for_each(self, write: Write) -> None:
        """
        Place, severity, code, message, and the sum at the end.
        """
        path = write("a.txt", WRONG)
        line, total = run(path, *FZ2, "--format", "concise").stdout.splitlines()

        assert re.fullmatch(rf"{re.escape(str(path))}:4:\d+: error FZ2\d\d .*250.*", line)
        assert total.startswith("1 report, 1 error")

    def test_json_has_violations_and_all_outcomes(self, write: Write) -> None:
        """
        What failed and what held, so that both can be counted.
        """
        answer = data(write("a.txt", WRONG), "--format", "json")
        (one,) = answer["reports"]
        fault = next(v for v in one["violations"] if v["severity"] == "error")
        start, end = fault["spans"][0]
        place = fault["places"][0]

        assert answer["schema"] == "fazhi.audit/1"
        assert (one["year"], one["title"]) == (2023, "某县2023年法治政府建设年度报告")
        assert "2021" in one["framework"]
        assert [o["rule"] for o in one["outcomes"]] == [rule.code for rule in rules()]
        assert {o["result"] for o in one["outcomes"]} >= {"pass", "fail", "not_applicable"}
        assert (
            WRONG.splitlines()[place["line"] - 1][place["column"] - 1 : place["end_column"] - 1]
            == (WRONG[start:end])
        )

    def test_json_is_what_python_gives(self) -> None:
        """
        The outcomes of `fazhi.checks.outcomes`.
        """
        for one in data(SEEDS, "--ignore", "FZ6", "--format", "json")["reports"]:
            told = [(o["rule"], o["result"]) for o in one["outcomes"]]
            report = fazhi.parse(Path(one["path"]))

            assert told == [(o.rule, o.result) for o in outcomes(report, ignore="FZ6")]

    def test_sarif_fits_its_schema(self, write: Write) -> None:
        """
        With a result for every violation, in code points; paths are escaped.
        """
        path = write("某 县/报告.txt", WRONG)
        log = data(SEEDS, path, write("b.txt", "一、成效\n"), "--format", "sarif")
        schema = json.loads((TOP / "tests/sarif.schema.json").read_text(encoding="utf-8"))
        jsonschema.validate(log, schema, jsonschema.Draft202012Validator)
        (one,) = log["runs"]
        told = [rule["id"] for rule in one["tool"]["driver"]["rules"]]
        where = [r["locations"][0]["physicalLocation"] for r in one["results"]]

        assert told == [rule.code for rule in rules()]
        assert all(told[result["ruleIndex"]] == result["ruleId"] for result in one["results"])
        assert any(
            w["artifactLocation"]["uri"].endswith("%8E%BF/%E6%8A%A5%E5%91%8A.txt") for w in where
        )
        assert any("region" not in w for w in where)  # what is missing
        assert one["columnKind"] == "unicodeCodePoints"
        assert "250件" in {w["region"]["snippet"]["text"] for w in where if "region" in w}

    def test_github_gets_workflow_commands(self, write: Write) -> None:
        """
        One line each, whatever stands in names and messages.
        """
        path = write("a,b:c%.txt", WRONG)
        lines = run(path.name, "--format", "github", cwd=path.parent).stdout.splitlines()

        assert all(
            re.match(r"::(error|warning|notice) file=a%2Cb%3Ac%25\.txt,", line) for line in lines
        )
        assert any(
            re.search(r"::error .*line=4,endLine=4,col=\d+,.*::.*250", line) for line in lines
        )

    def test_statistics_count_by_rule(self) -> None:
        """
        The most frequent first.
        """
        done = run(SEEDS, "--statistics")
        rows = [line.split() for line in done.stdout.splitlines()[1:-1]]
        each = run(SEEDS, "--format", "concise").stdout.splitlines()

        assert [int(row[0]) for row in rows] == sorted((int(row[0]) for row in rows), reverse=True)
        assert sum(int(row[0]) for row in rows) == len(each) - 1
        assert each[-1] == done.stdout.splitlines()[-1]


class TestExitCode:
    """
    1 where an error was found or a report could not be read, 2 for wrong usage.
    """

    def test_an_error_is_one(self, write: Write) -> None:
        path = write("a.txt", WRONG)

        assert run(path).returncode == 1
        assert run(path, "--exit-zero").returncode == 0
        assert run(path, "--ignore", "FZ2").returncode == 0

    def test_a_warning_is_none(self, write: Write) -> None:
        done = run(write("a.txt", "一、成效\n一是推进复议，受理3件。\n"))

        assert "0 errors" in done.stdout
        assert done.returncode == 0

    def test_a_report_that_cannot_be_read_is_one(self, write: Write) -> None:
        """
        It is named, the others are checked; ``--exit-zero`` is for errors in reports alone.
        """
        done = run(write("blank.txt", " \n"), write("a.txt", RIGHT), *FZ2, "--exit-zero")

        assert "blank.txt: the text is blank" in done.stderr
        assert done.stdout.startswith("1 report,")
        assert done.returncode == 1

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            ((), "PATHS"),
            ((SEEDS, "--select", "FZ9"), "no code or prefix"),
            ((SEEDS, "--ignore", "FZ2,typo"), "TYPO"),
            ((SEEDS, "--framework", "none"), "中发〔2021〕33号"),
            ((SEEDS, "--format", "xml"), "full"),
            ((SEEDS, "--format", "json", "--statistics"), "--statistics"),
        ],
        ids=str,
    )
    def test_wrong_usage_is_two(self, arguments: tuple[object, ...], said: str) -> None:
        """
        With a word on what would have been right, and nothing on standard output.
        """
        done = run(*arguments)

        assert (done.returncode, done.stdout) == (2, "")
        assert said in done.stderr


class TestExceptions:
    """
    ``fazhi.toml`` beside a report or corpus.
    """

    def test_it_selects_and_ignores(self, write: Write) -> None:
        """
        What the command line selects takes its place; what it ignores comes on top.
        """
        path = write("corpus/2023/a.txt", WRONG)
        write("corpus/fazhi.toml", 'select = ["FZ1", "FZ2"]\nignore = ["FZ2"]\n')

        assert run(path).returncode == 0
        assert {
            o["rule"][:3] for o in data(path, "--format", "json")["reports"][0]["outcomes"]
        } == {"FZ1"}
        assert run(path, "--select", "FZ20").returncode == 1  # the longer prefix
        assert run(path, "--select", "FZ20", "--ignore", "FZ201,FZ202").returncode in (0, 1)

    def test_files_are_excused_with_a_reason(self, write: Write) -> None:
        """
        The other files are not.
        """
        write("old.txt", WRONG)
        path = write("new.txt", WRONG)
        write(
            "fazhi.toml",
            '[[per-file-ignores]]\nfiles = "old.txt"\nignore = ["FZ2"]\nreason = "printed so"\n',
        )
        lines = run(path.parent, "--format", "concise").stdout.splitlines()

        assert any("new.txt:4" in line for line in lines)
        assert not any("old.txt:4" in line and " FZ2" in line for line in lines)

    @pytest.mark.parametrize(
        "text", ["select = [", 'select = ["FZ9"]', 'framework = "none"', "[[per-file-ignores]]"]
    )
    def test_one_that_is_wrong_is_wrong_usage(self, write: Write, text: str) -> None:
        """
        The file is named.
        """
        write("fazhi.toml", text)
        done = run(write("a.txt", WRONG), "--format", "json")

        assert (done.returncode, done.stdout) == (2, "")
        assert "fazhi.toml" in done.stderr
        assert "Traceback" not in done.stderr


class TestInputs:
    """
    Files, folders, standard input.
    """

    def test_standard_input_is_read(self) -> None:
        done = run("-", *FZ2, "--format", "concise", stdin=WRONG)

        assert re.match(r"-:4:\d+: error FZ2", done.stdout)

    def test_several_reports_are_compared(self, write: Write) -> None:
        """
        A single one is not; nor are they where no rule asks for it.
        """
        old = write("2022.txt", WRONG.replace("2024", "2023").replace("2023年法", "2022年法"))
        new = write("2023.txt", WRONG)
        both = data(old, new, "--format", "json")["reports"]
        alone = data(new, "--format", "json")["reports"]
        without = data(old, new, "--ignore", "FZ6", "--format", "json")["reports"]

        assert any(v["rule"].startswith("FZ6") for one in both for v in one["violations"])
        assert not any(
            v["rule"].startswith("FZ6") for one in (*alone, *without) for v in one["violations"]
        )


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("甲乙", 0, (1, 1)),
        ("甲\n乙", 1, (1, 2)),  # the break is on the line that it ends
        ("甲\n乙", 2, (2, 1)),
        ("甲\r\n乙", 3, (2, 1)),  # one break
        ("甲\r乙", 2, (2, 1)),
        ("甲\u2028乙", 2, (1, 3)),  # no break for an editor
        ("𠮷乙", 1, (1, 2)),  # code points, not UTF-16
        ("甲\n", 2, (2, 1)),  # the end of the text
    ],
)
def test_lines_and_columns_are_those_of_an_editor(
    text: str, offset: int, place: tuple[int, int]
) -> None:
    assert Places(text).of(offset) == place


def test_the_hook_for_pre_commit_runs_the_command() -> None:
    """
    With the extra that the command line needs.
    """
    hook = (TOP / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")

    assert re.findall(r"^- id: (.*)$", hook, re.MULTILINE) == ["fazhi-check"]
    for line in ("entry: fazhi check", "language: python", 'additional_dependencies: [".[cli]"]'):
        assert f"\n  {line}\n" in hook


GUIDE = TOP / "docs" / "howto"


def test_the_output_in_the_guide_is_what_the_command_prints() -> None:
    """
    The draft with its slips and the output stand beside the page.
    """
    shown = (GUIDE / "draft-checked.txt").read_text(encoding="utf-8")
    done = run("draft.txt", cwd=GUIDE)

    assert shown == f"$ fazhi check draft.txt\n{done.stdout}"
    assert done.returncode == 1


def test_the_slips_that_the_guide_lists_are_found() -> None:
    """
    Each on its line, by the rule that the guide names; the report itself has none of them.
    """
    page = (GUIDE / "check-a-draft.rst").read_text(encoding="utf-8")
    slips = re.findall(r"^   \* - (\d+)\n     - .*\n     - .*(FZ\d\d\d)", page, re.MULTILINE)
    printed = run("draft.txt", "--format", "concise", cwd=GUIDE).stdout
    found = re.findall(r"draft\.txt:(\d+):\d+: (?:error|warning) (FZ\d\d\d)", printed)
    original = run(SEEDS / "honghe-2023.txt", "--format", "concise").stdout

    assert len(slips) == 10
    assert sorted(slips) == sorted(found)
    assert not re.search(": (error|warning) ", original)
