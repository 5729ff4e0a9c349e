"""
The tables of reports: their columns are documented, their rows exact, their ids stable.
"""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import fazhi
from fazhi.corpus import Failure, Outcome, frames
from fazhi.corpus.extras import need
from fazhi.corpus.rows import fitting
from fazhi.corpus.schemas import CORPUS, DONE, STORED, TABLE_NOTES
from fazhi.corpus.tables import (
    arrow_schema,
    corpus_tables,
    pack,
    report_id,
    report_tables,
    table_batches,
    unpack,
)
from fazhi.model.schema import encode


TOP = Path(__file__).parents[1]
SEEDS = sorted((TOP / "seeds").glob("*.txt"))
PAGE = (TOP / "docs/reference/tables.rst").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def reports() -> dict[str, fazhi.Report]:
    return {path.name: fazhi.parse(path) for path in SEEDS}


def outcomes(reports: dict[str, fazhi.Report]) -> list[Outcome]:
    return [
        Outcome(source=name, sha256="ab" * 32, content=encode(report))
        for name, report in reports.items()
    ]


def column(table: pa.Table, name: str) -> list[Any]:
    values: list[Any] = table[name].to_pylist()
    return values


@pytest.mark.parametrize("table", STORED.values(), ids=STORED)
def test_every_column_says_what_it_means(table: Any) -> None:
    schema = arrow_schema(table.name)

    assert schema.names == [one.name for one in table.columns]
    assert schema.metadata[b"meaning"].decode() == table.meaning
    for one, field in zip(table.columns, schema, strict=True):
        assert field.metadata[b"meaning"].decode() == one.meaning
        assert one.meaning.endswith(".")
        assert field.metadata[b"unit"].decode() == one.unit
        assert field.nullable == one.optional


@pytest.mark.parametrize("table", [*CORPUS, DONE], ids=lambda table: table.name)
def test_the_reference_holds_every_table(table: Any) -> None:
    assert f".. fazhi:: table {table.name}\n" in PAGE


@pytest.mark.parametrize("code", TABLE_NOTES)
def test_the_reference_holds_the_notes_of_tables(code: str) -> None:
    assert f"``{code}``" in PAGE


def test_rows_are_the_nodes_of_the_report(reports: dict[str, fazhi.Report]) -> None:
    report = reports["honghe-2023.txt"]
    tables = report_tables(report)

    assert column(tables["metrics"], "id") == [node.id for node in report.metrics]
    assert column(tables["metrics"], "raw") == [report.quote(node) for node in report.metrics]
    assert column(tables["metrics"], "value") == [node.value for node in report.metrics]
    assert column(tables["findings"], "topics") == [list(node.topics) for node in report.findings]
    assert column(tables["citations"], "number") == [node.number for node in report.citations]
    assert column(tables["sections"], "id") == [node.id for node in report.walk()]
    assert column(tables["notes"], "code") == [note.code for note in report.notes]
    assert column(tables["violations"], "rule") == [one.rule for one in fazhi.audit(report)]
    [row] = tables["reports"].to_pylist()
    assert (row["text"], row["characters"]) == (report.text, len(report.text))
    assert (row["region_code"], row["year"], str(row["date"])) == ("532500", 2023, report.meta.date)


def test_spans_point_into_the_text_of_the_same_report(reports: dict[str, fazhi.Report]) -> None:
    tables = corpus_tables(outcomes(reports))
    texts = dict(
        zip(column(tables["reports"], "report"), column(tables["reports"], "text"), strict=True)
    )

    for name in ("metrics", "findings", "citations"):
        for row in tables[name].to_pylist():
            assert texts[row["report"]][row["span_start"] : row["span_end"]] == row["raw"]
    for row in tables["metrics"].to_pylist():
        pieces = zip(row["label_starts"], row["label_ends"], strict=True)
        label = "".join(texts[row["report"]][start:end] for start, end in pieces)
        assert "".join(label.split()) == (row["label"] or "")


def test_the_tables_of_a_corpus_are_those_of_its_reports(
    reports: dict[str, fazhi.Report],
) -> None:
    whole = corpus_tables(outcomes(reports))

    for table in CORPUS:
        alone = [
            report_tables(report, source=name, sha256="ab" * 32)[table.name]
            for name, report in reports.items()
        ]
        assert whole[table.name].equals(pa.concat_tables(alone))
        assert whole[table.name].schema.equals(arrow_schema(table.name), check_metadata=True)


def test_batches_add_up_to_the_whole(reports: dict[str, fazhi.Report]) -> None:
    many = outcomes(reports) * 101
    parts = [*table_batches(many, audit=False)]

    assert [len(part["reports"]) for part in parts] == [500, 5]
    assert sum(len(part["metrics"]) for part in parts) == 101 * sum(
        len(report.metrics) for report in reports.values()
    )


def test_ids_depend_on_name_and_content_alone(reports: dict[str, fazhi.Report]) -> None:
    forth = corpus_tables(outcomes(reports))["reports"]
    back = corpus_tables(reversed(outcomes(reports)))["reports"]

    assert column(forth, "report") == column(back, "report")[::-1]
    assert len(set(column(forth, "report"))) == len(reports)
    # Written out, so that no release changes them unseen.
    assert report_id("a.txt", "ab" * 32) == "523b3bd48aa43ba9"
    assert report_id("b.txt", "ab" * 32) != report_id("a.txt", "ab" * 32)
    assert report_id("a.txt", None) != report_id("a.txt", "ab" * 32)


def test_a_document_that_failed_has_a_row_of_its_own() -> None:
    error = Failure(type="EmptyTextError", message="the text is blank", sha256="ff")
    tables = corpus_tables([Outcome(source="a.txt", sha256="ff", error=error)])

    assert tables["failures"].to_pylist() == [
        {
            "source": "a.txt",
            "sha256": "ff",
            "type": "EmptyTextError",
            "message": "the text is blank",
        }
    ]
    assert len(tables["reports"]) == 0


def test_no_documents_give_empty_tables_with_all_columns() -> None:
    tables = corpus_tables([])

    assert {name: table.schema.names for name, table in tables.items()} == {
        table.name: [one.name for one in table.columns] for table in CORPUS
    }


def test_what_is_not_audited_says_so(reports: dict[str, fazhi.Report]) -> None:
    tables = report_tables(reports["wuhua-2020.txt"], audit=False)

    assert len(tables["violations"]) == 0
    assert column(tables["reports"], "audited") == [False]


def test_tables_come_back_from_bytes(reports: dict[str, fazhi.Report]) -> None:
    tables = corpus_tables(outcomes(reports))
    back = unpack(pack(tables))

    assert back.keys() == tables.keys()
    assert all(back[name].equals(table, check_metadata=True) for name, table in tables.items())


VALUES = [
    ("0", True, "nothing"),
    ("99999999999999999999999999999999.999999", True, "the largest"),
    ("100000000000000000000000000000000", False, "one digit more"),
    ("-99999999999999999999999999999999.999999", True, "the smallest"),
    ("0.000001", True, "the finest"),
    ("0.0000001", False, "one digit more behind the point"),
    ("1.2500000000", True, "zeros at the end are no digits"),
    ("1E+31", True, "an exponent"),
    ("1E+32", False, "an exponent beyond"),
    ("NaN", False, "no number"),
    ("Infinity", False, "no number either"),
]


@pytest.mark.parametrize(("written", "fits", "_odd"), VALUES)
def test_a_value_that_does_not_fit_is_null_with_its_text_and_a_note(
    reports: dict[str, fazhi.Report],
    written: str,
    fits: bool,  # noqa: FBT001
    _odd: str,
) -> None:
    report = reports["honghe-2023.txt"]
    value = Decimal(written)
    metric = attrs.evolve(report.metrics[0], value=value)
    tables = report_tables(attrs.evolve(report, metrics=(metric,)), audit=False)
    [row] = tables["metrics"].to_pylist()
    codes = column(tables["notes"], "code")

    assert (fitting(value) is not None) == fits
    assert row["value"] == (value if fits else None)
    assert row["value_text"] == format(value, "f")
    assert codes.count("table.value-not-stored") == (not fits)


def test_half_characters_are_replaced_and_all_offsets_hold() -> None:
    text = "\ud800一、工作成效\n办理案件\udfff12件。\n"
    report = fazhi.parse(text)
    tables = report_tables(report, source="\udcff.txt")
    [row] = tables["reports"].to_pylist()
    [metric] = tables["metrics"].to_pylist()

    assert row["text"] == text.replace("\ud800", "\ufffd").replace("\udfff", "\ufffd")
    assert row["text"][metric["span_start"] : metric["span_end"]] == "12件"
    # A file's name that is no UTF-8 must not meet another one.
    assert row["source"] == "\\udcff.txt"


def test_an_audit_that_fails_costs_no_report(reports: dict[str, fazhi.Report]) -> None:
    """
    No date is of the year 10000, so a rule on dates raises.
    """
    report = reports["honghe-2023.txt"]
    odd = attrs.evolve(report, meta=attrs.evolve(report.meta, year=9999))
    tables = report_tables(odd)

    assert column(tables["reports"], "audited") == [False]
    assert column(tables["notes"], "code")[-1] == "table.not-audited"
    assert "ValueError" in column(tables["notes"], "message")[-1]


def test_sums_are_exact_in_every_frame() -> None:
    """
    As floating-point numbers these add up to 1e25.
    """
    values = [Decimal("10000000000000000000000000.1"), Decimal("0.2"), Decimal("-1E+25")]
    report = fazhi.parse("一、工作成效\n办理案件1件、2件、3件。\n")
    metrics = [
        attrs.evolve(metric, value=value)
        for metric, value in zip(report.metrics, values, strict=True)
    ]
    report = attrs.evolve(report, metrics=tuple(metrics))
    exact = Decimal("0.3")
    table = frames.arrow(report)["metrics"]
    frame = frames.pandas(report)["metrics"]
    other = frames.polars(report)["metrics"]

    assert isinstance(frame, pd.DataFrame)
    assert isinstance(other, pl.DataFrame)
    assert frame["value"].sum() == exact
    assert other["value"].sum() == exact
    with duckdb.connect() as connection:
        connection.register("metrics", table)
        assert connection.execute("SELECT sum(value) FROM metrics").fetchone() == (exact,)


def test_frames_have_all_tables(reports: dict[str, fazhi.Report]) -> None:
    tables = frames.arrow(outcomes(reports))

    for made in (frames.pandas(tables), frames.polars(tables)):
        assert {name: len(frame) for name, frame in made.items()} == {
            name: len(table) for name, table in tables.items()
        }


def test_a_package_that_is_missing_is_named_with_the_way_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(fazhi.FazhiError, match="polars") as caught:
        frames.polars({})

    assert isinstance(caught.value, ImportError)
    with pytest.raises(ImportError, match=r'pip install "fazhi\[store\]"'):
        need("no_such_package", "store", "a store")
