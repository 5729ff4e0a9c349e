"""
What the fields of the JSON mean: their shapes by its schema, their meanings by the docstrings.
"""

# ruff: noqa: INP001 - Sphinx loads it by its name, it is in no package.
from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

import fazhi
from fazhi.model.schema import json_schema


# ``raw`` is in the JSON only; the other fields are told by the docstrings of the nodes.
OWN = {"raw": "The node's words; in Python ``report.quote(node)``."}
NODES = {
    "report": ("ReportJSON", fazhi.Report),
    "meta": ("MetadataJSON", fazhi.Metadata),
    "region": ("RegionJSON", fazhi.Region),
    "sections": ("SectionJSON", fazhi.Section),
    "findings": ("FindingJSON", fazhi.Finding),
    "metrics": ("MetricJSON", fazhi.Metric),
    "citations": ("CitationJSON", fazhi.Citation),
    "notes": ("NoteJSON", fazhi.Note),
}


def meanings(cls: type) -> dict[str, str]:
    """
    Return what each field of *cls* means, by the ``Attributes:`` of its docstring.
    """
    text = inspect.cleandoc(cls.__doc__ or "").partition("Attributes:\n")[2]
    told: dict[str, str] = {}
    name = ""
    for line in text.splitlines():
        if found := re.match(r"    (\w+): (.*)", line):
            name = found[1]
            told[name] = found[2]
        elif name and line.startswith("        "):
            told[name] += " " + line.strip()
        else:
            break
    return told


def shape(schema: dict[str, Any], many: str = "") -> str:
    """
    Return a JSON Schema in a few words, in the plural where *many* is ``"s"``.
    """
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(shape(option, many) for option in schema["anyOf"]))
    if "$ref" in schema:
        return f"{schema['$ref'].rpartition('/')[2].removesuffix('JSON').lower()}{many}"
    if "enum" in schema:
        return "null" if schema["enum"] == [None] else f"string{many}"
    if schema.get("type") == "array" and schema.get("maxItems") == 2:
        return "[start, end]"
    if schema.get("type") == "array":
        return f"array{many} of {shape(schema['items'], 's')}"
    if "additionalProperties" in schema:
        return f"object of {shape(schema['additionalProperties'], 's')}"
    return "null" if schema["type"] == "null" else f"{schema['type']}{many}"


def fields(name: str) -> Iterator[tuple[str, ...]]:
    """
    Yield name, shape and meaning of each field of the nodes called *name* in the JSON.
    """
    struct, cls = NODES[name]
    told = {**meanings(cls), **OWN, "schema": "Always ``fazhi.report/1``."}
    for field, schema in json_schema()["$defs"][struct]["properties"].items():
        # The docstrings speak of Python.
        yield field, shape(schema), re.sub(r"\bNone\b", "``null``", told[field])
