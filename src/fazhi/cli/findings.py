"""
Audited reports → a stream: for reading, one line each, JSON, SARIF, annotations of GitHub.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TextIO

from rich.console import Console

from fazhi.cli.audits import Audited
from fazhi.cli.facts import worded
from fazhi.cli.lines import visible
from fazhi.cli.passages import violation_lines, where
from fazhi.cli.sarif import Rules, sarif
from fazhi.cli.writers import WIDTH, columns
from fazhi.model import Outcome, Span, Violation


Write = Callable[[TextIO, Iterable[Audited], Rules], None]

# The levels of GitHub, and the characters that end its messages and properties.
_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def write_full(stream: TextIO, audits: Iterable[Audited], rules: Rules) -> None:
    """
    Write each violation with its passage, in colour on a terminal only, and the sum at the end.
    """
    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    width = console.width if console.is_terminal else WIDTH
    total = Counter[str]()
    for one in audits:
        for violation in one.violations:
            with console.capture() as printed:
                for line in violation_lines(one, violation, rules[violation.rule], width):
                    console.print(line, soft_wrap=True)
            stream.write(printed.get())
        _count(total, one)
    stream.write(_summary(total))


def write_concise(stream: TextIO, audits: Iterable[Audited], _: Rules) -> None:
    """
    Write a line for each violation, and the sum at the end.
    """
    total = Counter[str]()
    for one in audits:
        stream.writelines(
            f"{where(one, v)}: {v.severity} {v.rule} {visible(v.message)}\n" for v in one.violations
        )
        _count(total, one)
    stream.write(_summary(total))


def write_github(stream: TextIO, audits: Iterable[Audited], rules: Rules) -> None:
    """
    Write a workflow command for each violation, which GitHub shows beside the line.
    """
    for one in audits:
        stream.writelines(_github(one, v, rules[v.rule].name_zh) for v in one.violations)


def write_json(stream: TextIO, audits: Iterable[Audited], rules: Rules) -> None:
    """
    Write one object with the violations and outcomes of each report.
    """
    reports = [_report(one, rules) for one in audits]
    _dump(stream, {"schema": "fazhi.audit/1", "reports": reports})


def write_sarif(stream: TextIO, audits: Iterable[Audited], rules: Rules) -> None:
    """
    Write one log of SARIF 2.1.0.
    """
    _dump(stream, sarif(audits, rules))


def write_statistics(stream: TextIO, audits: Iterable[Audited], rules: Rules) -> None:
    """
    Write how often each rule was broken, the most frequent first, and the sum.
    """
    found, total = Counter[str](), Counter[str]()
    for one in audits:
        found.update(violation.rule for violation in one.violations)
        _count(total, one)
    rows = sorted(found.items(), key=lambda row: (-row[1], row[0]))
    table = [(f"{n:,}", code, rules[code].name, rules[code].name_zh) for code, n in rows]
    if table:
        stream.writelines(columns(("count", "rule", "name", ""), table))
    stream.write(_summary(total))


WRITERS: Mapping[str, Write] = {
    "full": write_full,
    "concise": write_concise,
    "json": write_json,
    "sarif": write_sarif,
    "github": write_github,
}


def _count(total: Counter[str], one: Audited) -> None:
    total.update({"report": 1, **dict.fromkeys(("error", "warning", "info"), 0)})
    total.update(violation.severity for violation in one.violations)


def _summary(total: Counter[str]) -> str:
    return f"{worded({name: total[name] for name in ('report', 'error', 'warning', 'info')})}\n"


def _github(one: Audited, violation: Violation, name: str) -> str:
    """
    Return the workflow command for *violation*, whose rule is called *name*.
    """
    fields: dict[str, object] = {"file": one.name}
    if violation.spans:
        place = _place(one, violation.spans[0])
        fields |= {"line": place["line"], "endLine": place["end_line"]}
        if place["line"] == place["end_line"]:  # GitHub wants columns on one line only
            fields |= {"col": place["column"], "endColumn": place["end_column"]}
    fields["title"] = f"{violation.rule} {name}"
    told = ",".join(f"{key}={str(value).translate(_PROPERTY)}" for key, value in fields.items())
    words = violation.message + (f" ({violation.formula})" if violation.formula else "")
    return f"::{_LEVELS[violation.severity]} {told}::{words.translate(_MESSAGE)}\n"


def _report(one: Audited, rules: Rules) -> dict[str, Any]:
    meta = one.report.meta
    return {
        "path": one.name,
        "title": meta.title,
        "year": meta.year,
        "region": None if meta.region is None else meta.region.code,
        "framework": one.framework,
        "violations": [_violation(one, violation, rules) for violation in one.violations],
        "outcomes": [_outcome(outcome) for outcome in one.outcomes],
    }


def _violation(one: Audited, violation: Violation, rules: Rules) -> dict[str, Any]:
    return {
        "rule": violation.rule,
        "name": rules[violation.rule].name,
        "severity": violation.severity,
        "message": violation.message,
        "message_en": violation.message_en,
        "spans": [tuple(span) for span in violation.spans],
        "places": [_place(one, span) for span in violation.spans],
        "values": violation.values,
        "formula": violation.formula,
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    spans = [tuple(span) for span in outcome.spans]
    return {"rule": outcome.rule, "result": outcome.result, "spans": spans}


def _place(one: Audited, span: Span) -> dict[str, int]:
    """
    Return the lines and columns of *span*; the end is one past its last code point.
    """
    (line, column), (end_line, end_column) = one.places.of(span.start), one.places.of(span.end)
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column}


def _dump(stream: TextIO, value: Any) -> None:
    # Other encodings than UTF-8 may lack the characters, and JSON's own escapes fit them all.
    utf8 = (stream.encoding or "").lower().replace("-", "") == "utf8"
    json.dump(value, stream, ensure_ascii=not utf8, indent=1)
    stream.write("\n")
