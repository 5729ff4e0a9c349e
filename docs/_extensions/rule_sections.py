"""
The rules of the audit as sections of a page, made from the rules themselves.
"""

# ruff: noqa: INP001 - Sphinx loads it by its name, it is in no package.
from __future__ import annotations

import re
from collections.abc import Iterator

from fazhi import Check
from fazhi.checks import rules


FAMILIES = {
    "FZ1": "Numbering and form",
    "FZ2": "Arithmetic within the text",
    "FZ3": "Completeness",
    "FZ4": "Dates",
    "FZ5": "Terms",
    "FZ6": "Across documents",
}


def rule_sections() -> Iterator[str]:
    """
    Yield a section for each family, with a table of its rules and a section for each of them.
    """
    families = dict.fromkeys(rule.code[:-2] for rule in rules())
    for family in families:
        own = [rule for rule in rules() if rule.code[:-2] == family]
        yield from _heading(f"{family}xx {FAMILIES.get(family, '')}".strip(), "-")
        yield from _table(own)
        for rule in own:
            yield from _section(rule)


def _table(own: list[Check]) -> Iterator[str]:
    yield from (".. list-table::", "   :widths: 12 38 35 15", "")
    for rule in own:
        yield f"   * - :ref:`{rule.code} <rule-{rule.code}>`"
        yield f"     - {rule.name}"
        yield f"     - {rule.name_zh}"
        yield f"     - {rule.severity}"
    yield ""


def _section(rule: Check) -> Iterator[str]:
    yield from (f".. _rule-{rule.code}:", "")
    yield from _heading(f"{rule.code} {rule.name} {rule.name_zh}", "~")
    yield from (_words(rule.about), "")
    yield from (f"At most: {rule.severity}. Source: {_words(rule.source)}", "")
    yield from _example("Fires on", rule.fires)
    yield from _example("Is silent on", rule.silent)


def _example(what: str, text: str) -> Iterator[str]:
    yield from (f"{what}:", "", ".. code-block:: none", "")
    yield from (f"   {line}" for line in text.strip().splitlines())
    yield ""


def _heading(text: str, line: str) -> Iterator[str]:
    yield from (text, line * (2 * len(text)), "")


def _words(text: str) -> str:
    """
    Return *text* on one line, so that nothing in it is markup.
    """
    return re.sub(r"([\\`*_|<>])", r"\\\1", " ".join(text.split()))
