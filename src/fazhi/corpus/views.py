"""
Views over the tables, for the questions that are asked most.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from fazhi.corpus.schemas import Column, quoted


class View(NamedTuple):
    """
    A view.

    Attributes:
        name: Its name.
        meaning: What a row of it is.
        columns: Its columns, in order.
        query: The SQL behind it.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    query: str


# The contents that the annual report owes (厅字〔2019〕28号), and the rule that judges each.
CONTENTS: Final = (
    ("R1", "measures and results", "FZ301"),
    ("R2", "shortcomings", "FZ302"),
    ("R3", "their causes", "FZ303"),
    ("R4", "duties of the principals", "FZ304"),
    ("R5", "arrangements of the next year", "FZ307"),
    ("R6", "other matters", "FZ308"),
)


def _columns(*rows: tuple[str, str, str, str]) -> tuple[Column, ...]:
    return tuple(Column(*row) for row in rows)


_PLACE: Final = (
    ("report", "string", "", "The report."),
    ("source", "string", "", "The document's name."),
    ("region", "string?", "", "Official name of the place."),
    ("region_code", "string?", "", "Its six digits of GB/T 2260."),
)
_YEAR: Final = ("year", "integer?", "year", "Year reported on.")

INDICATOR_SERIES: Final = View(
    "indicator_series",
    "A figure of the indicator catalogue, with its place and year.",
    _columns(
        *_PLACE[2:],
        ("indicator", "string", "", "Id of the catalogue's row."),
        ("year", "integer?", "year", "Year of the figure; null where it is of several years or of a part of one, which ``period`` tells."),
        ("value", "decimal?", "see ``unit``", "The value; the lower end of a range."),
        ("unit", "string", "", "Measure word."),
        ("bound", "string", "", "= where it is exact; else >= > <= < ~ or range."),
        ("scope", "string?", "", "Whose figure: all, own, departments or subordinate."),
        ("period", "string?", "", "The period where it is not the report's year."),
        ("label", "string?", "", "What is measured, in the text's words."),
        ("report", "string", "", "The report."),
        ("metric", "string", "", "The metric's id in it."),
    ),
    """
    SELECT r.region, r.region_code, m.indicator,
        CASE WHEN m.period IS NULL THEN r.year
             WHEN length(m.period) = 4 THEN TRY_CAST(m.period AS INTEGER) END AS year,
        m.value, m.unit, m.bound, m.scope, m.period, m.label, m.report, m.id AS metric
    FROM metrics m JOIN reports r ON r.report = m.report
    WHERE m.indicator IS NOT NULL
    """,
)  # fmt: skip

TIMELINESS: Final = View(
    "timeliness",
    "When an annual report of 2019 or later was signed and published, against 1 April of the next year.",
    _columns(
        *_PLACE,
        ("region_level", "string?", "", "nation, province, prefecture, county, township or department."),
        ("year", "integer", "year", "Year reported on."),
        ("date", "date?", "day", "Day of signature."),
        ("published", "date?", "day", "Day of publication."),
        ("due", "date", "day", "Day by which it is to be public (厅字〔2019〕28号, 第二十四条)."),
        ("days_late", "integer?", "days", "From then to the later of the two days; below 0 in time. Null without a day, or where it is of another year than the next: the year is then read from elsewhere, or wrong."),
    ),
    """
    SELECT report, source, region, region_code, region_level, year, date, published, due,
        CASE WHEN year(last) <= year(due) THEN CAST(last - due AS INTEGER) END AS days_late
    FROM (
        SELECT *, make_date(year + 1, 4, 1) AS due, greatest(date, published) AS last
        FROM reports WHERE kind = 'annual_report' AND year BETWEEN 2019 AND 9998
    )
    """,
)  # fmt: skip

COMPLETENESS: Final = View(
    "completeness",
    "A content that a report owes by 厅字〔2019〕28号, and whether it is there, as the audit judged.",
    _columns(
        *_PLACE,
        _YEAR,
        ("content", "string", "", "R1 to R6."),
        ("name", "string", "", "What it is."),
        ("rule", "string", "", "Rule of the audit that judged it."),
        ("present", "boolean?", "", "Whether it is there; null where nothing could be judged, as of causes where no shortcomings are named."),
    ),
    """
    SELECT r.report, r.source, r.region, r.region_code, r.year, c.content, c.name, c.rule,
        CASE WHEN list_contains(r.rules_passed, c.rule) THEN true
             WHEN list_contains(r.rules_failed, c.rule) THEN false END AS present
    FROM reports r, (VALUES $contents) c(content, name, rule)
    WHERE list_contains(r.rules_passed, 'FZ301') OR list_contains(r.rules_failed, 'FZ301')
    """.replace("$contents", ", ".join(map(str, CONTENTS))),
)  # fmt: skip

PROBLEMS: Final = View(
    "problems",
    "A problem that a report names, and whether something in the report answers it.",
    _columns(
        *_PLACE,
        _YEAR,
        ("finding", "string", "", "The finding's id."),
        ("title", "string", "", "Words of its heading."),
        ("text", "string", "", "All its words."),
        ("topic", "string?", "", "Its first topic."),
        ("topics", "strings", "", "All its topics, best first."),
        (
            "answered",
            "boolean",
            "",
            "Whether another finding of the report answers it, as in reports on rectification.",
        ),
        ("answers", "strings", "", "Ids of those that do."),
    ),
    """
    SELECT r.report, r.source, r.region, r.region_code, r.year, f.id AS finding, f.title,
        f.raw AS text, f.topic, f.topics, a.ids IS NOT NULL AS answered,
        coalesce(a.ids, []) AS answers
    FROM findings f JOIN reports r ON r.report = f.report
    LEFT JOIN (
        SELECT report, answers, list(id ORDER BY span_start) AS ids
        FROM findings WHERE answers IS NOT NULL GROUP BY report, answers
    ) a ON a.report = f.report AND a.answers = f.id
    WHERE f.kind = 'problem'
    """,
)

VIEWS: Final = (INDICATOR_SERIES, TIMELINESS, COMPLETENESS, PROBLEMS)


def views() -> Iterator[str]:
    """
    Yield the SQL that makes the views, with their comments.
    """
    for view in VIEWS:
        yield f"CREATE VIEW {view.name} AS {view.query.strip()}"
        yield f"COMMENT ON VIEW {view.name} IS {quoted(view.meaning)}"
