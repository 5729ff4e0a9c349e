"""
Stores: views give the rows that the reports say, columns are told, and no other file is read.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result
from tests.stores import SUFFIXES, ask, report

import fazhi
from fazhi.checks import outcomes, rules
from fazhi.cli.query import query_command
from fazhi.corpus.build import build
from fazhi.corpus.schemas import STORED
from fazhi.corpus.store import open_store
from fazhi.corpus.views import CONTENTS, VIEWS, View
from fazhi.knowledge.frameworks import known_frameworks


TOP = Path(__file__).parents[1]
# Only a report on rectification answers problems.
PATHS = [
    *sorted((TOP / "seeds").glob("*.txt")),
    *sorted((TOP / "tests/reports").glob("*.txt"))[:15],
    TOP / "tests/reports/taojiang-2023-rectification.txt",
]


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("stores")
    made = {suffix: folder / f"corpus.{suffix}" for suffix in SUFFIXES}
    for store in made.values():
        build(PATHS, store, workers=0)
    return made


@pytest.fixture(params=SUFFIXES)
def store(request: pytest.FixtureRequest, stores: dict[str, Path]) -> Path:
    return stores[request.param]


@pytest.fixture(scope="module")
def reports() -> dict[str, fazhi.Report]:
    return {path.as_posix(): fazhi.parse(path) for path in PATHS}


def query(store: Path, *words: str) -> Result:
    return CliRunner().invoke(query_command, [str(store), *words])


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_views_have_the_columns_that_the_reference_tells(store: Path, view: View) -> None:
    with open_store(store) as kept:
        found = kept.connection().sql(f"SELECT * FROM {view.name}")  # noqa: S608

        assert found.columns == [column.name for column in view.columns]
        required = [column.name for column in view.columns if not column.optional]
        for name in required:
            assert kept.connection().execute(
                f"SELECT count(*) FROM {view.name} WHERE {name} IS NULL"  # noqa: S608
            ).fetchone() == (0,)


def test_tables_and_views_say_what_they_are(stores: dict[str, Path]) -> None:
    told = dict(
        ask(stores["duckdb"], "SELECT view_name, comment FROM duckdb_views() WHERE NOT internal")
    )
    tables = dict(ask(stores["duckdb"], "SELECT table_name, comment FROM duckdb_tables()"))
    columns = ask(
        stores["duckdb"],
        "SELECT comment FROM duckdb_columns() WHERE table_name IN (SELECT table_name FROM duckdb_tables())",
    )

    assert told == {view.name: view.meaning for view in VIEWS}
    assert {name: tables[name] for name in STORED if name != "done"} == {
        name: table.meaning for name, table in STORED.items() if name != "done"
    }
    assert all(comment for (comment,) in columns)


def test_a_series_has_the_figures_of_the_catalogue(
    store: Path, reports: dict[str, fazhi.Report]
) -> None:
    found = ask(store, "SELECT indicator, value, unit, coalesce(year, 0) FROM indicator_series")
    expected = []
    for one in reports.values():
        for metric in one.metrics:
            if metric.indicator is not None:
                period = metric.period or str(one.meta.year or 0)
                year = int(period) if len(period) <= 4 else 0
                expected.append((metric.indicator, metric.value, metric.unit, year))

    assert len(expected) > 300
    assert sorted(found) == sorted(expected)


def test_late_are_the_reports_that_the_audit_calls_late(
    store: Path, reports: dict[str, fazhi.Report]
) -> None:
    rows = ask(store, "SELECT source, days_late FROM timeliness")
    annual = [
        s
        for s, r in reports.items()
        if r.meta.kind == "annual_report" and (r.meta.year or 0) >= 2019
    ]
    late = {
        source
        for source, report in reports.items()
        for outcome in outcomes(report, select="FZ401,FZ402")
        if outcome.result == "fail"
    }

    assert sorted(source for source, _ in rows) == sorted(annual)
    assert {source for source, days in rows if (days or 0) > 0} == late
    assert late


DAYS = [
    ("2024-04-01", None, 0, "the last day"),
    ("2024-04-02", None, 1, "a day late"),
    ("2024-02-07", "2024-03-31", -1, "published later than signed, in time"),
    ("2024-03-20", "2024-04-11", 10, "signed in time, published late"),
    ("2025-05-01", None, None, "of another year"),
    (None, None, None, "no day at all"),
]


@pytest.mark.parametrize(("date", "published", "days", "_odd"), DAYS)
def test_days_are_counted_from_the_first_of_april(
    tmp_path: Path, date: str | None, published: str | None, days: int | None, _odd: str
) -> None:
    text = report(4).replace(
        "2024年2月7日", "" if date is None else "{}年{}月{}日".format(*date.split("-"))
    )
    if published:
        text = text.replace("报告\n", f"报告\n发布日期：{published}\n", 1)
    store = tmp_path / "corpus.duckdb"
    build({"a": text}, store, workers=0)

    assert ask(store, "SELECT days_late, CAST(due AS VARCHAR) FROM timeliness") == [
        (days, "2024-04-01")
    ]


def test_contents_are_those_of_the_regulation() -> None:
    required = next(framework.required for framework in known_frameworks() if framework.required)

    assert [content for content, _, _ in CONTENTS] == [content for content, _ in required]
    assert {rule for _, _, rule in CONTENTS} <= {rule.code for rule in rules()}


def test_contents_are_there_as_the_audit_judged(
    store: Path, reports: dict[str, fazhi.Report]
) -> None:
    found = {
        (source, content): present
        for source, content, present in ask(
            store, "SELECT source, content, present FROM completeness"
        )
    }
    by_rule = {rule: content for content, _, rule in CONTENTS}
    seen = set()
    for source, one in reports.items():
        for outcome in outcomes(one, select=list(by_rule)):
            expected = {"pass": True, "fail": False}.get(outcome.result)
            assert found.get((source, by_rule[outcome.rule])) == expected
            seen.add(expected)

    assert seen == {True, False, None}


def test_problems_are_told_with_what_answers_them(
    store: Path, reports: dict[str, fazhi.Report]
) -> None:
    found = ask(store, "SELECT source, finding, text, topics, answered, answers FROM problems")
    expected = []
    for source, one in reports.items():
        for finding in one.findings:
            if finding.kind == "problem":
                answers = [other.id for other in one.findings if other.answers == finding.id]
                expected.append(
                    (
                        source,
                        finding.id,
                        one.quote(finding),
                        list(finding.topics),
                        bool(answers),
                        answers,
                    )
                )

    assert sorted(found) == sorted(expected)
    assert {row[4] for row in found} == {True, False}


def test_sums_in_sql_are_exact(store: Path, reports: dict[str, fazhi.Report]) -> None:
    [(total,)] = ask(store, "SELECT sum(value) FROM metrics WHERE unit = '元'")

    assert total == sum(m.value for r in reports.values() for m in r.metrics if m.unit == "元")
    assert isinstance(total, Decimal)


def test_words_are_found_by_their_places(store: Path) -> None:
    sql = "SELECT count(*) FROM metrics m JOIN reports r USING (report) WHERE substring(r.text, m.span_start + 1, m.span_end - m.span_start) <> m.raw"

    assert ask(store, sql) == [(0,)]


FORBIDDEN = [
    "SELECT * FROM read_text('{top}/README.md')",
    "SELECT * FROM '{top}/seeds/manifest.toml'",
    "COPY reports TO '{tmp}/out.csv'",
    "ATTACH '{tmp}/other.duckdb'",
    "SET enable_external_access = true",
    "INSTALL httpfs",
]


@pytest.mark.parametrize("sql", FORBIDDEN)
def test_no_other_file_can_be_reached(store: Path, tmp_path: Path, sql: str) -> None:
    done = query(store, sql.format(top=TOP, tmp=tmp_path))

    assert done.exit_code == 1
    assert "Error" in done.stderr
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    "sql",
    ["DELETE FROM reports", "DROP TABLE reports", "INSERT INTO done VALUES ('a', 'b', 'c', 'd')"],
)
def test_a_question_changes_nothing(store: Path, sql: str) -> None:
    assert query(store, sql).exit_code == 1
    assert ask(store, "SELECT count(*) FROM reports") == [(len(PATHS),)]


ROWS = "SELECT region, year, [1, 2] AS l, CAST(1.50 AS DECIMAL(38,6)) AS d, date, '=1+1' AS f, NULL AS n FROM reports WHERE source LIKE '%honghe%'"
PRINTED = {
    "tsv": "region\tyear\tl\td\tdate\tf\tn\n红河哈尼族彝族自治州\t2023\t[1, 2]\t1.5\t2024-02-07\t=1+1\t\n",
    "csv": 'region,year,l,d,date,f,n\n红河哈尼族彝族自治州,2023,"[1, 2]",1.5,2024-02-07,\'=1+1,\n',
    "jsonl": '{"region": "红河哈尼族彝族自治州", "year": 2023, "l": [1, 2], "d": "1.5", "date": "2024-02-07", "f": "=1+1", "n": null}\n',
}


@pytest.mark.parametrize("to", PRINTED)
def test_answers_are_printed_for_programs(store: Path, to: str) -> None:
    assert query(store, ROWS, "--to", to).output == PRINTED[to]


def test_an_answer_as_json_is_an_array(store: Path) -> None:
    assert json.loads(query(store, ROWS, "--to", "json").output) == [json.loads(PRINTED["jsonl"])]
    assert query(store, "SELECT 1 WHERE false", "--to", "json").output == "[]\n"


def test_a_table_is_for_eyes(store: Path) -> None:
    printed = query(
        store,
        "SELECT region, '[red]\x1b[31m' AS odd FROM reports WHERE year = 2020 LIMIT 1",
        "--to",
        "table",
    ).output

    assert "region" in printed
    assert "[red]" in printed
    assert "\x1b" not in printed


def test_tabs_and_line_breaks_in_values_break_no_line(store: Path) -> None:
    printed = query(store, r"SELECT E'a\tb\nc\\d' AS x").output

    assert printed == "x\na\\tb\\nc\\\\d\n"


def test_an_error_has_the_words_of_duckdb(store: Path) -> None:
    done = query(store, "SELECT regin FROM reports")

    assert done.exit_code == 1
    assert "regin" in done.stderr
    assert "region" in done.stderr
    assert "Traceback" not in done.stderr


NO_STORES = [
    ("corpus.duckdb", None, "there is no such store"),
    ("corpus.parquet", None, "there is no such store"),
    ("corpus.duckdb", "no database", "cannot be opened"),
    ("corpus.txt", "a text", "no store of a known kind"),
]


@pytest.mark.parametrize(("name", "text", "message"), NO_STORES)
def test_what_is_no_store_is_told_so(
    tmp_path: Path, name: str, text: str | None, message: str
) -> None:
    path = tmp_path / name
    if text is not None:
        path.write_text(text, encoding="utf-8")
    done = query(path, "SELECT 1")

    assert done.exit_code == 1
    assert message in done.stderr


def test_another_database_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "mine.duckdb"
    with duckdb.connect(path) as connection:
        connection.execute("CREATE TABLE done (a INTEGER)")

    with pytest.raises(fazhi.StoreError, match="no store of fazhi"):
        build({"a": report(1)}, path, workers=0)
    with duckdb.connect(path) as connection:
        assert connection.execute("SHOW TABLES").fetchall() == [("done",)]


def test_a_store_of_other_tables_is_not_added_to(tmp_path: Path) -> None:
    path = tmp_path / "corpus.parquet"
    build({"a": report(1)}, path, workers=0)
    manifest = path / "_manifest.json"
    manifest.write_text(manifest.read_text().replace("fazhi.tables/1", "fazhi.tables/9"))

    with pytest.raises(fazhi.StoreError, match=r"fazhi\.tables/9"):
        build({"a": report(1)}, path, workers=0)


def test_parquet_files_are_read_by_others(stores: dict[str, Path]) -> None:
    """
    Every folder has its columns, also without rows.
    """
    for name, table in STORED.items():
        found = duckdb.sql(f"SELECT * FROM '{stores['parquet']}/{name}/*.parquet'")  # noqa: S608
        assert found.columns == [column.name for column in table.columns]


def test_a_store_is_read_while_its_folder_is_elsewhere(stores: dict[str, Path]) -> None:
    """
    By a relative path, from another folder.
    """
    code = "import sys; from fazhi.cli.query import query_command as q; q(sys.argv[1:])"
    command = [
        sys.executable,
        "-c",
        code,
        stores["parquet"].name,
        "SELECT count(*) AS n FROM reports",
    ]
    env = {**os.environ, "PYTHONPATH": str(TOP / "src")}
    done = subprocess.run(
        command, cwd=stores["parquet"].parent, env=env, capture_output=True, text=True, check=False
    )

    assert (done.stdout, done.stderr) == (f"n\n{len(PATHS)}\n", "")
