"""
Every rule of the audit, by its own words: it fires on one example and is silent on the other.
"""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import iter_modules

import pytest

import fazhi
import fazhi.checks
from fazhi import Check, Violation
from fazhi.checks import Auditor


AUDITOR = Auditor(plugins=[])
PARSER = fazhi.Parser(plugins=[])
RULES = AUDITOR.rules
FAMILIES = {
    "FZ1": "numbering and form",
    "FZ2": "arithmetic",
    "FZ3": "completeness",
    "FZ4": "dates",
    "FZ5": "terms",
    "FZ6": "across documents",
}
# Between the reports of an example for a rule that looks across documents.
BETWEEN = "\n=====\n"
RANK = {"info": 0, "warning": 1, "error": 2}
HAN = re.compile("[一-鿿]")

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def found(rule: Check, example: str) -> list[tuple[Violation, str]]:
    """
    Return the violations of *rule* in *example*, each with the text it points into.
    """
    reports = [PARSER.parse(text) for text in example.split(BETWEEN)]
    every = [AUDITOR.outcomes(report, rules=[rule]) for report in reports]
    own = [[v for outcome in outcomes for v in outcome.violations] for outcomes in every]
    across = AUDITOR.across(reports, rules=[rule])
    return [
        (violation, report.text)
        for report, one, other in zip(reports, own, across, strict=True)
        for violation in (*one, *other)
    ]


@each_rule
def test_it_fires_on_its_example(rule: Check) -> None:
    assert [violation.rule for violation, _ in found(rule, rule.fires)]


@each_rule
def test_it_is_silent_on_the_other(rule: Check) -> None:
    assert [violation.message for violation, _ in found(rule, rule.silent)] == []


@each_rule
def test_what_it_says_is_whole(rule: Check) -> None:
    """
    Both languages, no severity above the rule's, spans in the text, the fault first.
    """
    for violation, text in found(rule, rule.fires):
        assert violation.rule == rule.code
        assert RANK[violation.severity] <= RANK[rule.severity]
        assert HAN.search(violation.message)
        assert re.search("[a-z]{2}", violation.message_en)
        for span in violation.spans:
            assert 0 <= span.start < span.end <= len(text)


@each_rule
def test_it_is_described(rule: Check) -> None:
    """
    A code of its family, a name in both languages, what it checks, and the source it rests on.
    """
    assert re.fullmatch(r"FZ[1-6]\d\d", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", rule.name)
    assert HAN.search(rule.name_zh)
    assert rule.severity in RANK
    assert len(rule.about) > 20
    assert len(rule.source) > 3
    assert rule.fires != rule.silent


@pytest.mark.parametrize("field", ["code", "name", "name_zh", "fires"])
def test_no_two_rules_share(field: str) -> None:
    values = [getattr(rule, field) for rule in RULES]

    assert sorted(values) == sorted(set(values))


def test_there_are_at_least_sixty_and_every_family_has_some() -> None:
    assert len(RULES) >= 60
    assert {rule.code[:3] for rule in RULES} == FAMILIES.keys()


def test_no_module_of_rules_is_forgotten() -> None:
    """
    What stands in a ``RULES`` is applied.
    """
    modules = [
        import_module(f"fazhi.checks.{info.name}") for info in iter_modules(fazhi.checks.__path__)
    ]
    written = {rule.code for module in modules for rule in getattr(module, "RULES", ())}

    assert written == {rule.code for rule in RULES}
