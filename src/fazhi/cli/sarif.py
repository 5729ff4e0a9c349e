"""
Audited reports as a log of SARIF 2.1.0 (OASIS Standard, 2020), which code hosts and editors read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fazhi.cli.audits import Audited
from fazhi.model import Check, Span, Violation


Rules = Mapping[str, Check]

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def sarif(audits: Iterable[Audited], rules: Rules) -> dict[str, Any]:
    """
    Return the log: one run, the rules by code, a result for each violation.

    Args:
        audits: The audited reports.
        rules: All rules by code.
    """
    places = {code: place for place, code in enumerate(rules)}
    results = [_result(one, v, places[v.rule]) for one in audits for v in one.violations]
    driver = {"name": "fazhi", "rules": [_rule(rule) for rule in rules.values()]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Check) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.name_zh},
        "fullDescription": {"text": rule.about},
        "help": {"text": rule.source},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(one: Audited, violation: Violation, index: int) -> dict[str, Any]:
    fault, others = violation.spans[:1], violation.spans[1:]
    found: dict[str, Any] = {
        "ruleId": violation.rule,
        "ruleIndex": index,
        "level": _LEVELS[violation.severity],
        "message": {"text": violation.message},
        "locations": [_location(one, span) for span in fault] or [_location(one, None)],
        "properties": {
            "message_en": violation.message_en,
            "values": list(violation.values),
            "formula": violation.formula,
        },
    }
    if others:
        found["relatedLocations"] = [
            {"id": number, **_location(one, span)} for number, span in enumerate(others, 1)
        ]
    return found


def _location(one: Audited, span: Span | None) -> dict[str, Any]:
    """
    Return where *span* is; None is the report as a whole.
    """
    where: dict[str, Any] = {"artifactLocation": {"uri": _uri(one.name)}}
    if span is not None:
        (line, column), (end_line, end_column) = one.places.of(span.start), one.places.of(span.end)
        where["region"] = {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
            "snippet": {"text": one.report.text[span.slice()]},
        }
    return {"physicalLocation": where}


def _uri(name: str) -> str:
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="replace")
