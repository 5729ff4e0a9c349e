"""
Exports: nothing is lost, and no cell is a formula.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import sys
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from tests.stores import SUFFIXES, content, report, rows

import fazhi
from fazhi.cli.export import export_command
from fazhi.corpus.build import build
from fazhi.corpus.export import json_reports, safe, write_csv
from fazhi.corpus.export_xlsx import write_workbook
from fazhi.corpus.schemas import CORPUS, NOTES, REPORTS, STORED
from fazhi.corpus.store import open_store


TOP = Path(__file__).parents[1]
SEEDS = sorted((TOP / "seeds").glob("*.txt"))
# Its title would be run by a spreadsheet program that took it for a formula.
EVIL = '=HYPERLINK("http://example.org","报告")\n一、工作成效\n（一）=1+1。办理案件12件。\n'
HALF = "一、工作成效\n办理案件\ud80012件。\n"


@pytest.fixture(scope="module", params=SUFFIXES)
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / f"corpus.{request.param}"
    given = {seed.name: seed.read_bytes() for seed in SEEDS}
    build({**given, "=evil.txt": EVIL, "half": HALF, "empty": ""}, path, workers=0)
    return path


def export(store: Path, to: str, output: Path) -> Path:
    done = CliRunner().invoke(export_command, [str(store), "--to", to, "-o", str(output)])
    assert (done.exit_code, done.stderr) == (0, "")
    return output


def cells(path: Path) -> list[dict[str, str]]:
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [*csv.DictReader(file)]


FORMULAS = [
    ("=1+1", "'=1+1", "a formula"),
    ("+1+1", "'+1+1", "with a plus"),
    ("-1+1", "'-1+1", "with a minus"),
    ("@SUM(A1)", "'@SUM(A1)", "of another program"),
    ("\t=1+1", "'\t=1+1", "behind a tab"),
    ("\rabc", "'\rabc", "a carriage return"),
    ("  =1+1", "'  =1+1", "behind blanks"),
    ("\u3000=1+1", "'\u3000=1+1", "behind a wide blank"),
    ("\n=1+1", "'\n=1+1", "behind a line break"),
    ("\ufeff=1+1", "'\ufeff=1+1", "behind a byte-order mark"),
    ("＝1+1", "'＝1+1", "a wide sign, which some programs make narrow"),
    ("＋1", "'＋1", "wide"),
    ("－1", "'－1", "wide"),
    ("＠A1", "'＠A1", "wide"),
    ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0", "another program"),
    ("-12.5", "-12.5", "a number"),
    ("+30%", "+30%", "a rate"),
    ("-", "-", "a sign alone"),
    ("=", "=", "the bound of most metrics"),
    (">=", ">=", "another bound"),
    ("一、=1", "一、=1", "a sign inside"),
    ("'=1", "'=1", "has one already"),
    ("", "", "nothing"),
]


@pytest.mark.parametrize(("text", "written", "_odd"), FORMULAS)
def test_what_looks_like_a_formula_gets_an_apostrophe(text: str, written: str, _odd: str) -> None:
    stream = io.StringIO()
    write_csv(stream, ["a"], [[text]])

    assert safe(text) == written
    assert [*csv.reader(io.StringIO(stream.getvalue(), newline=""))][1:] in ([[written]], [[]])


def test_numbers_stay_numbers() -> None:
    stream = io.StringIO()
    row = [-5, Decimal("-1.500000"), Decimal("1E+3"), dt.date(2024, 2, 7), True, None, ["=1"]]
    write_csv(stream, "abcdefg", [row])

    assert stream.getvalue().splitlines()[1] == '-5,-1.5,1000,2024-02-07,true,,"[""=1""]"'


def test_csv_has_every_row_of_every_table(store: Path, tmp_path: Path) -> None:
    folder = export(store, "csv", tmp_path / "out")

    assert sorted(path.stem for path in folder.iterdir()) == sorted(t.name for t in CORPUS)
    assert (folder / "reports.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with open_store(store) as kept:
        for table in CORPUS:
            found = cells(folder / f"{table.name}.csv")
            assert len(found) == kept.count(table.name)
        texts = {row["source"]: row["text"] for row in rows(kept, "reports")}
        values = [row["value"] for row in rows(kept, "metrics")]
    for row in cells(folder / "reports.csv"):
        evil = row["source"] == "'=evil.txt"
        assert row["text"] == ("'" + EVIL if evil else texts[row["source"]])
    assert [Decimal(row["value"]) for row in cells(folder / "metrics.csv")] == values


def test_no_cell_of_the_csv_is_a_formula(store: Path, tmp_path: Path) -> None:
    for path in export(store, "csv", tmp_path / "out").iterdir():
        for row in cells(path):
            for cell in row.values():
                assert cell == safe(cell)


def test_a_workbook_has_a_sheet_for_each_table(store: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(export(store, "xlsx", tmp_path / "out.xlsx"))

    assert book.sheetnames == ["about", *(table.name for table in CORPUS)]
    with open_store(store) as kept:
        for table in CORPUS:
            heading, *found = book[table.name].iter_rows(values_only=True)
            expected = rows(kept, table.name)
            assert [*heading] == [column.name for column in table.columns]
            assert len(found) == len(expected)
            for row, wanted in zip(found, expected, strict=True):
                for column, cell in zip(table.columns, row, strict=True):
                    assert_same(cell, wanted[column.name])


def assert_same(cell: Any, wanted: Any) -> None:
    match wanted:
        case None | "" | []:
            assert cell is None
        case Decimal():
            assert Decimal(repr(cell)) == wanted
        case dt.date():
            assert cell.date() == wanted
        case list():
            assert cell == "; ".join(map(str, wanted))
        case _:
            assert cell == wanted


def test_no_cell_of_the_workbook_is_a_formula_or_a_link(store: Path, tmp_path: Path) -> None:
    path = export(store, "xlsx", tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(path)
    found = [
        cell.value for row in book["reports"].iter_rows() for cell in row if cell.value == EVIL
    ]

    assert found == [EVIL]
    for sheet in book:
        for row in sheet.iter_rows():
            assert not [cell for cell in row if cell.data_type == "f" or cell.hyperlink]
    with zipfile.ZipFile(path) as parts:
        for name in parts.namelist():
            assert b"<f>" not in parts.read(name)


def test_what_a_sheet_cannot_hold_is_told(tmp_path: Path) -> None:
    long = "长" * 32_767
    wide = "𠮷" * 20_000  # two units each
    notes = [("r", 1, long, "short", None, None), ("r", 2, long + "一", wide, None, None)]
    notes += [("r", place, "code", "control \x01 \ufffe", 1, 2) for place in range(3, 8)]
    with (tmp_path / "out.xlsx").open("wb") as file:
        write_workbook(file, [(NOTES, notes), (REPORTS, [])], most_rows=4)
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    about = dict(book["about"].iter_rows(values_only=True))

    assert book.sheetnames == ["about", "notes", "notes (2)", "notes (3)", "reports"]
    assert [book[name].max_row for name in book.sheetnames[1:4]] == [4, 4, 2]
    assert book["notes"]["C2"].value == long
    assert book["notes"]["C3"].value == long
    assert book["notes"]["D3"].value == "𠮷" * 16_383
    assert about["notes, row 3, code"] == "cut after 32,767 of 32,768 characters"
    assert about["notes, row 3, message"] == "cut after 16,383 of 20,000 characters"
    assert about["notes (3)"] == "goes on where notes was full"


def test_a_value_that_a_double_cannot_hold_is_a_text(tmp_path: Path) -> None:
    exact, long = Decimal("123456789012.345"), Decimal("10000000000000000000000000000000.000001")
    with (tmp_path / "out.xlsx").open("wb") as file:
        write_workbook(file, [(NOTES, [("r", exact, long, -5, None, None)])])
    row = [cell.value for cell in openpyxl.load_workbook(tmp_path / "out.xlsx")["notes"][2]]

    assert row == ["r", 123456789012.345, str(long), -5, None, None]


def test_json_lines_give_the_reports_back(store: Path, tmp_path: Path) -> None:
    lines = export(store, "jsonl", tmp_path / "out.jsonl").read_bytes().splitlines()
    back = {
        report.text: report
        for line in lines
        for report in [fazhi.Report.from_dict(json.loads(line))]
    }

    assert len(lines) == len(SEEDS) + 2
    for seed in SEEDS:
        report = fazhi.parse(seed)
        assert back[report.text].metrics == report.metrics
        assert back[report.text].sections == report.sections
        assert back[report.text].meta.evidence == report.meta.evidence
    assert HALF in back  # a half character of UTF-16 as well
    with open_store(store) as kept:
        assert [*json_reports(kept)] == lines


def test_an_exported_folder_is_a_store_again(store: Path, tmp_path: Path) -> None:
    folder = export(store, "parquet", tmp_path / "out.parquet")

    assert content(folder) == content(store)
    progress = build({"empty": "", "new": report(3)}, folder, workers=0)
    assert (progress.read, progress.skipped) == (1, 1)
    assert pq.read_table(folder / "metrics").num_rows > 100


@pytest.mark.parametrize("to", ["csv", "parquet"])
def test_a_folder_with_something_in_it_is_left_alone(store: Path, tmp_path: Path, to: str) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    done = CliRunner().invoke(export_command, [str(store), "--to", to, "-o", str(tmp_path)])

    assert done.exit_code == 1
    assert "is there already" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("to", ["csv", "xlsx", "jsonl", "parquet"])
def test_a_place_that_cannot_be_written_is_told(store: Path, tmp_path: Path, to: str) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    output = tmp_path / "file" / "out"
    done = CliRunner().invoke(export_command, [str(store), "--to", to, "-o", str(output)])

    assert done.exit_code == 1
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_every_stored_table_is_exported_or_behind_the_lines() -> None:
    assert {table.name for table in CORPUS} | {"report_json", "done"} == STORED.keys()
