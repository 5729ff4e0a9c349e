"""
Small corpora, and what stores hold of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fazhi.corpus.schemas import STORED
from fazhi.corpus.store import Store, open_store


SUFFIXES = ("duckdb", "parquet")
REPORT = """{place}人民政府关于{year}年度法治政府建设情况的报告

一、主要举措和成效
（一）推进行政复议。全年收到行政复议申请{a}件，受理{b}件。
（二）规范行政执法。办理行政处罚案件{c}件，罚没{d}万元。
二、存在的不足
（一）基层执法力量不足，原因是编制不够。
三、下一年度安排
（一）加强执法培训，充实执法力量。

{place}人民政府
{next}年{month}月7日
"""
PLACES = ("五华区", "正定县", "漯河市", "清水县", "楚雄市")


def report(number: int) -> str:
    """
    Return a short report, another one for each number.
    """
    year = 2019 + number % 5
    return REPORT.format(
        place=PLACES[number % len(PLACES)], year=year, next=year + 1, month=2 + number % 4,
        a=100 + number, b=90 + number, c=number * 7 + 1, d=f"{number}.5",
    )  # fmt: skip


def write_reports(folder: Path, count: int, empty: int = 0) -> Path:
    """
    Write short reports, the last *empty* of them without a word.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text = report(number) if number < count - empty else ""
        (folder / f"{number:03d}.txt").write_text(text, encoding="utf-8")
    return folder


def content(store: Path) -> dict[str, list[str]]:
    """
    Return the rows of all tables of a store, sorted: in which order they are means nothing.
    """
    with open_store(store) as kept:
        return {name: sorted(map(repr, rows(kept, name))) for name in STORED}


def rows(store: Store, table: str) -> list[dict[str, Any]]:
    """
    Return the rows of a table.
    """
    return [row for batch in store.batches(table) for row in batch.to_pylist()]


def ask(store: Path, sql: str) -> list[tuple[Any, ...]]:
    """
    Return what a store answers.
    """
    with open_store(store) as kept:
        return kept.connection().execute(sql).fetchall()
