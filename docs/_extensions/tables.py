"""
Tables that are made from fazhi itself, so that they cannot go stale.

    .. fazhi:: units
    .. fazhi:: json metrics
    .. fazhi:: table metrics
    .. fazhi:: run formats
    .. fazhi:: picture check draft.txt
"""

# ruff: noqa: INP001 - Sphinx loads it by its name, it is in no package.
from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
from docutils import nodes
from json_fields import fields
from rule_sections import rule_sections
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from terminal import picture

import fazhi
from fazhi.corpus.schemas import STORED, Column
from fazhi.corpus.views import VIEWS
from fazhi.formats.national import NATIONAL_ANNUAL_REPORT
from fazhi.knowledge.units import unit_rows
from fazhi.model.schema import json_schema
from fazhi.parsing.markers import STYLES
from fazhi.plugins import Registry


# What makes a pipe a terminal with colours.
TERMINAL = {
    "FORCE_COLOR": "1",
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    "COLUMNS": "100",
    "PYTHONUTF8": "1",
}

# Tables of a format, in the order in which they are shown.
FORMAT_TABLES = (
    "cues", "kind_rows", "roles", "lines", "markers", "units", "masks", "topics", "finding_kinds",
    "issuers",
)  # fmt: skip


def json_table(name: str) -> Iterator[tuple[str, ...]]:
    """
    Yield the fields of the nodes called *name* in the JSON.
    """
    yield "field", "shape", "meaning"
    yield from ((literal(field), *told) for field, *told in fields(name))


def unit_table() -> Iterator[tuple[str, ...]]:
    """
    Yield the units by their names.
    """
    yield "unit", "also written", "says", "after Chinese numerals", "example", "read as"
    for row in unit_rows():
        others = " ".join(form for form in row.forms if form != row.name)
        says = "measure" if row.measures else "count"
        yield row.name, others, says, "yes" if row.chinese else "", row.example, row.reading


def indicator_table() -> Iterator[tuple[str, ...]]:
    """
    Yield the indicators of the catalogue and of the plugins.
    """
    yield "id", "Chinese", "English", "units", "example"
    for row in Registry.installed().indicators:
        clause, reading = next(iter(row.examples.items()), ("", ""))
        example = escaped(f"{clause} → {reading}") if clause else ""
        yield (
            literal(row.id),
            escaped(row.name_zh),
            escaped(row.name_en),
            " ".join(row.units),
            example,
        )


def style_table() -> Iterator[tuple[str, ...]]:
    """
    Yield the core's styles of numbering.
    """
    yield "name", "examples"
    for style in STYLES:
        yield literal(style.name), listed(style.examples)


def column_table(name: str) -> Iterator[tuple[str, ...]]:
    """
    Yield the columns of a table or view of a corpus.
    """
    views: dict[str, tuple[Column, ...]] = {view.name: view.columns for view in VIEWS}
    yield "column", "type", "unit", "meaning"
    for column in views[name] if name in views else STORED[name].columns:
        meaning = re.sub(r"(``[^`]*``)|([\\*|<>])", lambda m: m[1] or f"\\{m[2]}", column.meaning)
        yield literal(column.name), literal(column.type), column.unit, meaning


def formats() -> Iterator[str]:
    """
    Yield the section of each plugin: its formats and the rows that it adds.
    """
    registry = Registry.installed()
    known = set(all_rows(NATIONAL_ANNUAL_REPORT))
    for plugin in sorted(registry.names, key=lambda name: (name != "national", name)):
        own = [f for f in registry.formats if registry.owner(f) == plugin]
        if not own:  # a plugin may give readers alone
            continue
        yield from heading(plugin, "-")
        yield from list_table(format_rows(own))
        if plugin == "national":
            rows = [*all_rows(NATIONAL_ANNUAL_REPORT)]
            rows += [row for f in own for row in all_rows(f) if row not in known]
        else:
            rows = [row for f in own for row in all_rows(f) if row not in known]
        known.update(rows)
        yield from tables(list(dict.fromkeys(rows)))
        for pattern in dict.fromkeys(f.withheld for f in own if f.withheld):
            yield from (".. rubric:: withheld", "", literal(pattern), "")


def format_rows(own: Iterable[fazhi.Format]) -> Iterator[tuple[str, ...]]:
    yield "format", "reads", "kinds of report", "codes that start with"
    for format_ in own:
        kinds = ", ".join(map(literal, format_.kinds))
        yield literal(format_.name), format_.title, kinds, ", ".join(format_.regions) or "any"


def all_rows(format_: fazhi.Format) -> Iterator[tuple[str, Any]]:
    """
    Yield all rows of *format_* with the names of their tables.
    """
    for table in FORMAT_TABLES:
        yield from ((table, row) for row in getattr(format_, table))


def tables(rows: Sequence[tuple[str, Any]]) -> Iterator[str]:
    """
    Yield a table for each field of a format that has rows.
    """
    for table in FORMAT_TABLES:
        mine = [row for name, row in rows if name == table]
        if mine:
            yield from ("", f".. rubric:: {table}", "")
            yield from list_table(cells_of(mine), widths="50 50")


def cells_of(rows: Iterable[Any]) -> Iterator[tuple[str, ...]]:
    yield "row", "examples"
    for row in rows:
        values = attrs.asdict(row, filter=lambda field, _: field.name != "examples")
        told = [
            f"{name} {literal(value)}" for name, value in values.items() if value not in ((), "")
        ]
        yield "; ".join(told), listed(row.examples)


def listed(examples: Iterable[str]) -> str:
    return " · ".join(escaped(example) for example in examples)


def literal(value: object) -> str:
    """
    Return *value* as code; a tuple as its words.
    """
    text = " ".join(value) if isinstance(value, tuple) else str(value)
    text = text.replace("\n", "\\n")
    # An inline literal can neither be empty nor begin or end with a blank.
    return f"``{text}``" if text.strip() == text != "" and "``" not in text else escaped(repr(text))


def escaped(text: str) -> str:
    """
    Return *text* so that nothing in it is markup.
    """
    return re.sub(r"([\\`*_|<>:])", r"\\\1", " ".join(text.split()))


def heading(text: str, line: str) -> Iterator[str]:
    yield from ("", text, line * (2 * len(text)), "")


def list_table(rows: Iterable[Sequence[str]], widths: str = "auto") -> Iterator[str]:
    """
    Yield the lines of a table whose first row is its heading; cells are reStructuredText.
    """
    yield from (".. list-table::", "   :header-rows: 1", f"   :widths: {widths}", "")
    for row in rows:
        for place, cell in enumerate(row):
            yield f"   {'*' if not place else ' '} - {cell}"
    yield ""


class Fazhi(SphinxDirective):
    """
    ``.. fazhi:: WHAT [NAME]``: a table, the sections of formats or rules, what a command prints.
    """

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """
        Return the nodes of what was asked for.
        """
        what, _, name = self.arguments[0].partition(" ")
        match what:
            case "run":
                return [self._command(name)]
            case "picture":
                return [self._picture(name)]
            case "schema":
                text = json.dumps(json_schema(), indent=2, ensure_ascii=False)
                return [nodes.literal_block(text, text, language="json")]
            case "json":
                lines = list_table(json_table(name), widths="15 20 65")
            case "units":
                lines = list_table(unit_table())
            case "indicators":
                lines = list_table(indicator_table(), widths="24 18 18 14 26")
            case "table":
                lines = list_table(column_table(name), widths="20 12 18 50")
            case "styles":
                lines = list_table(style_table())
            case "rules":
                lines = rule_sections()
            case _:
                lines = formats()
        return self.parse_text_to_nodes(
            "\n".join(lines), allow_section_headings=what in ("formats", "rules")
        )

    def _command(self, words: str) -> nodes.literal_block:
        run = [sys.executable, "-c", "from fazhi.cli import main; main()", *words.split()]
        done = subprocess.run(  # noqa: S603 - the words stand in our own pages
            run, capture_output=True, check=False, encoding="utf-8", cwd=self.env.srcdir.parent
        )
        if done.returncode:
            raise self.error(f"fazhi {words} failed: {done.stderr}")
        text = f"$ fazhi {words}\n{done.stdout.rstrip()}"
        return nodes.literal_block(text, text, language="console")

    def _picture(self, words: str) -> nodes.raw:
        """
        Return what a command prints on a terminal, run in the folder of the page.
        """
        done = subprocess.run(  # noqa: S603 - the words stand in our own pages
            [sys.executable, "-c", "from fazhi.cli import main; main()", *words.split()],
            capture_output=True,
            check=False,
            encoding="utf-8",
            cwd=Path(self.env.doc2path(self.env.docname)).parent,
            env={**os.environ, **TERMINAL},
        )
        if done.stderr:
            raise self.error(f"fazhi {words} failed: {done.stderr}")
        printed = f"$ fazhi {words}\n{done.stdout.rstrip()}"
        return nodes.raw("", picture(printed), format="html")


def setup(app: Sphinx) -> dict[str, Any]:
    """
    Join the build.
    """
    app.add_directive("fazhi", Fazhi)
    return {"parallel_read_safe": True}
