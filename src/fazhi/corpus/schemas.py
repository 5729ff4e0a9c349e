"""
The tables of a corpus: every column with its type, unit and meaning.

A type with ``?`` may be null. The Arrow schemas, the DuckDB tables with their comments and the
page of the reference are all made from these rows.
"""

from __future__ import annotations

from typing import Final, NamedTuple


# Of the tables as a whole; a store of another number is not added to.
TABLES: Final = "fazhi.tables/1"

# What the words for types are in DuckDB; Arrow's are in tables.py.
SQL_TYPES: Final = {
    "string": "VARCHAR",
    "integer": "INTEGER",
    "decimal": "DECIMAL(38,6)",
    "date": "DATE",
    "boolean": "BOOLEAN",
    "strings": "VARCHAR[]",
    "integers": "INTEGER[]",
    "bytes": "BLOB",
}


class Column(NamedTuple):
    """
    A column of a table.

    Attributes:
        name: Its name.
        type: string, bytes, integer, decimal, date, boolean, or a list: strings, integers; with
            ``?`` where it may be null.
        unit: What it counts, ``""`` where it counts nothing.
        meaning: What it says.
    """

    name: str
    type: str
    unit: str
    meaning: str

    @property
    def kind(self) -> str:
        """
        The type without the ``?``.
        """
        return self.type.removesuffix("?")

    @property
    def optional(self) -> bool:
        """
        Whether it may be null.
        """
        return self.type.endswith("?")


class Table(NamedTuple):
    """
    A table.

    Attributes:
        name: Its name.
        meaning: What a row of it is.
        key: Columns that tell one row from all others.
        columns: Its columns.
    """

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]


def _columns(*rows: tuple[str, str, str, str]) -> tuple[Column, ...]:
    return tuple(Column(*row) for row in rows)


_CHARS = "characters from 0"
_REPORT = ("report", "string", "", "The report that it belongs to.")
_SECTION = ("section", "string?", "", "Deepest section that holds it; null outside of all.")
_SPAN = (
    ("span_start", "integer", _CHARS, "First character in ``reports.text``."),
    ("span_end", "integer", _CHARS, "One past the last character."),
)
_PLACE = (
    ("span_start", "integer?", _CHARS, "First character that it speaks of; null without a place."),
    ("span_end", "integer?", _CHARS, "One past the last character."),
)
_POSITION = ("position", "integer", "", "Place among those of its report, from 1.")

REPORTS: Final = Table("reports", "A report that was read.", ("report",), _columns(
    ("report", "string", "", "Id: 16 hex digits, from the document's name and content alone."),
    ("source", "string", "", "The document's name: its path as given."),
    ("sha256", "string?", "", "Hash of the document's bytes."),
    ("fazhi", "string", "", "Version of fazhi that read it."),
    ("title", "string?", "", "Title, joined where it is broken over lines."),
    ("kind", "string", "", "annual_report, work_summary, inspection_report, …, other."),
    ("year", "integer?", "year", "Year reported on."),
    ("region", "string?", "", "Official name of the place."),
    ("region_code", "string?", "", "Its six digits of GB/T 2260."),
    ("region_level", "string?", "", "nation, province, prefecture, county, township or department."),
    ("region_path", "strings", "", "Names from the province down to the place."),
    ("issuers", "strings", "", "Who issued it, as written."),
    ("addressee", "string?", "", "To whom."),
    ("date", "date?", "day", "Date of signature or delivery."),
    ("published", "date?", "day", "Date of publication."),
    ("script", "string", "", "hans or hant."),
    ("format", "string", "", "Name of the format that read it."),
    ("file_type", "string?", "", "html, docx, pdf, ofd; null of plain text."),
    ("publisher", "string?", "", "Who published it, as the file says."),
    ("document_number", "string?", "", "Document number, as the file says."),
    ("index_number", "string?", "", "Index number (索引号), as the file says."),
    ("characters", "integer", "characters", "Length of the text."),
    ("audited", "boolean", "", "Whether the audit's rules were applied; if not, no violations only means that none were sought."),
    ("rules_passed", "strings", "", "Codes of the rules that hold."),
    ("rules_failed", "strings", "", "Codes of the rules that do not hold."),
    ("rules_unknown", "strings", "", "Codes of the rules for which the report does not say enough; the rest do not apply."),
    ("text", "string", "", "The whole text; half characters of UTF-16 as U+FFFD, so that all offsets hold."),
))  # fmt: skip

SECTIONS: Final = Table("sections", "A section of the outline.", ("report", "id"), _columns(
    _REPORT,
    ("id", "string", "", 'Place in the outline, such as "2.3".'),
    ("parent", "string?", "", "Section above it; null at the top."),
    ("level", "integer", "levels", "Depth in the outline, from 1."),
    ("marker", "string", "", "Numbering as written, with its delimiter; empty without."),
    ("number", "integer?", "", "Value of the marker."),
    ("title", "string", "", "Words of the heading."),
    ("role", "string", "", "overview, achievements, problems, recommendations, plans or other."),
    *_SPAN,
    ("title_start", "integer", _CHARS, "First character of the title."),
    ("title_end", "integer", _CHARS, "One past the title's last."),
))  # fmt: skip

FINDINGS: Final = Table("findings", "An achievement, problem, recommendation or plan.", ("report", "id"), _columns(
    _REPORT,
    ("id", "string", "", '"f1", "f2", … in text order.'),
    _SECTION,
    ("kind", "string", "", "achievement, problem, recommendation or plan."),
    ("title", "string", "", "Words of its heading."),
    ("topic", "string?", "", "Its first topic."),
    ("topics", "strings", "", "All its topics, best first."),
    ("answers", "string?", "", "Finding of the same report that it answers."),
    *_SPAN,
    ("raw", "string", "", "All its words."),
))  # fmt: skip

METRICS: Final = Table("metrics", "A quantity that a report states.", ("report", "id"), _columns(
    _REPORT,
    ("id", "string", "", '"m1", "m2", … in text order.'),
    _SECTION,
    ("value", "decimal?", "see ``unit``", "Value with 万 and 亿 multiplied out, the lower end of a range; null where it does not fit decimal128(38,6)."),
    ("upper", "decimal?", "see ``unit``", "Upper end of a range."),
    ("value_text", "string", "see ``unit``", "The value in digits, however long."),
    ("upper_text", "string?", "see ``unit``", "The upper end in digits."),
    ("unit", "string", "", "Measure word, such as 件, 人次, % or 百分点."),
    ("bound", "string", "", "= >= > <= < ~ or range."),
    ("change", "string?", "", "up or down where the value is itself a rise or fall."),
    ("label", "string?", "", "What is measured, in the text's words."),
    ("indicator", "string?", "", "Id of the catalogue's row."),
    ("scope", "string?", "", "all, own, departments or subordinate."),
    ("period", "string?", "", "ISO year, quarter, month or interval; null where it is the report's year."),
    ("total_of", "integer?", "", "Group that it is the total of."),
    ("part_of", "integer?", "", "Group that it is a part of."),
    ("exhaustive", "boolean?", "", "On a total: whether its parts use it up."),
    *_SPAN,
    ("label_starts", "integers", _CHARS, "First characters of the label's pieces."),
    ("label_ends", "integers", _CHARS, "One past the last of each."),
    ("raw", "string", "", "Its words, from number to unit."),
))  # fmt: skip

CITATIONS: Final = Table("citations", "A document that a report names.", ("report", "id"), _columns(
    _REPORT,
    ("id", "string", "", '"c1", "c2", … in text order.'),
    _SECTION,
    ("kind", "string", "", "law, regulation, plan, catalogue, document or other."),
    ("title", "string?", "", "What stands inside the title marks."),
    ("number", "string?", "", "Document number as written."),
    ("status", "string?", "", "draft, trial or consultation."),
    *_SPAN,
    ("raw", "string", "", "Its words, with marks and number."),
))  # fmt: skip

NOTES: Final = Table("notes", "Something that the reader of the data should know.", ("report", "position"), _columns(
    _REPORT,
    _POSITION,
    ("code", "string", "", 'Dotted code, such as "section.withheld".'),
    ("message", "string", "", "What was seen."),
    *_PLACE,
))  # fmt: skip

VIOLATIONS: Final = Table("violations", "Something that does not add up, is missing or late.", ("report", "position"), _columns(
    _REPORT,
    _POSITION,
    ("rule", "string", "", "Code of the rule."),
    ("severity", "string", "", "error, warning or info."),
    ("message", "string", "", "What is wrong, in Chinese."),
    ("message_en", "string", "", "The same in English."),
    ("values", "strings", "", "The values compared, as printed."),
    ("formula", "string", "", "The formula; empty without."),
    *_PLACE,
    ("span_starts", "integers", _CHARS, "First characters of all that proves it, the one at fault first."),
    ("span_ends", "integers", _CHARS, "One past the last of each."),
    ("raw", "string?", "", "Words at fault; null where something is missing."),
))  # fmt: skip

FAILURES: Final = Table("failures", "A document that gave no report.", ("source",), _columns(
    ("source", "string", "", "The document's name."),
    ("sha256", "string?", "", "Hash of its bytes; null where they could not be read."),
    ("type", "string", "", 'Name of the exception; "WorkerDied" or "TimeLimit" where it took the process down or too long.'),
    ("message", "string", "", "What happened, and what would have worked."),
))  # fmt: skip

REPORT_JSON: Final = Table("report_json", "A report whole, so that it comes back without any loss.", ("report",), _columns(
    _REPORT,
    ("json", "bytes", "", "JSON of schema ``fazhi.report/1`` in UTF-8, one frame of Zstandard."),
    ("size", "integer", "bytes", "Length of the JSON."),
))  # fmt: skip

DONE: Final = Table("done", "A document that a build is done with, read or failed.", ("source",), _columns(
    ("source", "string", "", "The document's name."),
    ("sha256", "string?", "", "Hash of its bytes."),
    ("made_by", "string", "", "Versions and options that it was read with."),
    ("report", "string?", "", "Its report; null where it failed."),
))  # fmt: skip

CORPUS: Final = (REPORTS, SECTIONS, FINDINGS, METRICS, CITATIONS, NOTES, VIOLATIONS, FAILURES)
# What a store holds: the tables of a corpus, the reports whole, and what is done.
STORED: Final = {table.name: table for table in (*CORPUS, REPORT_JSON, DONE)}

# Notes of the tables themselves, beside those of the report.
TABLE_NOTES: Final = {
    "table.not-audited": "The audit failed on this report; the message names the error.",
    "table.value-not-stored": "A value does not fit decimal128(38,6): more than 32 digits before the point or six behind it. It is null, and whole in ``value_text`` or ``upper_text``.",
}


def ddl(table: Table) -> str:
    """
    Return the SQL that makes *table* in DuckDB, with its comments.
    """
    columns = ", ".join(
        f'"{c.name}" {SQL_TYPES[c.kind]}{"" if c.optional else " NOT NULL"}' for c in table.columns
    )
    comments = [f"COMMENT ON TABLE {table.name} IS {quoted(table.meaning)};"]
    comments += [
        f'COMMENT ON COLUMN {table.name}."{c.name}" IS {quoted(_comment(c))};'
        for c in table.columns
    ]
    return "\n".join((f"CREATE TABLE {table.name} ({columns});", *comments))


def quoted(text: str) -> str:
    """
    Return *text* as a literal of SQL.
    """
    return "'" + text.replace("'", "''") + "'"


def _comment(column: Column) -> str:
    plain = column.meaning.replace("``", "")
    return f"{plain} [{column.unit.replace('``', '')}]" if column.unit else plain
