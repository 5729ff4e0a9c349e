"""
Outlines and rules are known for the years that they cover, and where none is known that is said.
"""

from __future__ import annotations

from typing import get_args

import pytest

import fazhi
from fazhi import Framework, hookimpl
from fazhi.knowledge.frameworks import known_frameworks
from fazhi.model.nodes import Topic


OUTLINE_2015, OUTLINE_2021 = "中发〔2015〕36号", "中发〔2021〕33号"
RULES = "厅字〔2019〕28号"


@pytest.mark.parametrize(
    ("year", "numbers", "odd"),
    [
        (2015, [], "before the first"),
        (2016, [OUTLINE_2015], "first year"),
        (2018, [OUTLINE_2015], "before the rules of 2019"),
        (2020, [OUTLINE_2015, RULES], "last year"),
        (2021, [RULES, OUTLINE_2021], "first year"),
        (2025, [RULES, OUTLINE_2021], "last year"),
        (2026, [RULES, None], "no outline known"),
        (2040, [RULES, None], "no outline known"),
    ],
)
def test_a_year_has_its_frameworks(year, numbers, odd):
    assert [framework.number for framework in fazhi.frameworks(year)] == numbers, odd


def test_that_no_outline_is_known_is_said():
    unknown = [framework for framework in fazhi.frameworks(2026) if framework.evidence == "none"]
    assert [(framework.topics, framework.years) for framework in unknown] == [((), (2026, None))]


@pytest.mark.parametrize("framework", known_frameworks(), ids=lambda framework: framework.name)
def test_topics_are_those_of_findings_and_doubts_name_what_is_there(framework):
    assert {topic for topic, _ in framework.topics} <= set(get_args(Topic))
    ids = {
        row[0] for rows in (framework.topics, framework.required, framework.dates) for row in rows
    }
    assert set(framework.unchecked) <= ids | {"number"}
    assert framework.source or framework.evidence == "none"


def test_the_outline_of_2021_has_ten_parts_and_the_rules_six_contents():
    known = {framework.number: framework for framework in known_frameworks()}
    assert len(known[OUTLINE_2021].topics) == 10
    assert len(known[OUTLINE_2015].topics) == 7
    assert [name for name, _ in known[RULES].required] == ["R1", "R2", "R3", "R4", "R5", "R6"]
    assert {(duty, day) for duty, day, _ in known[RULES].dates} >= {
        ("publish", "04-01"), ("submit_superior", "03-01"), ("submit_congress", "03-01"),
    }  # fmt: skip


def test_a_plugin_adds_the_next_outline():
    class Next:
        @hookimpl
        def fazhi_frameworks(self) -> tuple[Framework, ...]:
            return (Framework(name="下一个纲要", number=None, years=(2026, 2030)),)

    known = fazhi.Parser(plugins=[Next()]).frameworks
    assert "下一个纲要" in [framework.name for framework in known if framework.holds(2028)]
    assert known == tuple(sorted(known, key=lambda f: f.years[0]))
