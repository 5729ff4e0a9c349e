"""
The completeness rules: what a yearly report owes, and how far it says it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import fazhi
from fazhi.checks.contents import RULES as CONTENTS
from fazhi.checks.contents_principals import grade
from fazhi.checks.contents_problems import RULES as PROBLEMS
from fazhi.checks.contents_reading import AHEAD, DONE, FAULTS, HEADING, WHOLE
from fazhi.checks.contents_topics import RULES as TOPICS
from fazhi.model import Outcome
from fazhi.model.audit import Examined
from fazhi.text import fold


SEEDS = Path(__file__).parent.parent / "seeds"
PARSER = fazhi.Parser(plugins=[])
CHECKS = (*CONTENTS, *PROBLEMS, *TOPICS)


def examined(text: str) -> Examined:
    report = PARSER.parse(text)
    in_force = (
        f
        for f in fazhi.frameworks()
        if f.topics and report.meta.year is not None and f.holds(report.meta.year)
    )
    return Examined(report=report, document=fold(text), framework=next(in_force, None))


def outcomes(text: str) -> dict[str, Outcome]:
    under_audit = examined(text)
    return {check.code: check.run(under_audit) for check in CHECKS}


def failed(text: str) -> set[str]:
    return {code for code, outcome in outcomes(text).items() if outcome.result == "fail"}


def seed(name: str) -> str:
    return (SEEDS / f"{name}.txt").read_text(encoding="utf-8")


def test_a_whole_report_passes_the_required_contents_with_evidence() -> None:
    found = outcomes(WHOLE)
    for code in ("FZ301", "FZ302", "FZ303", "FZ307"):
        assert found[code].result == "pass"
        assert found[code].spans


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (HEADING + FAULTS + AHEAD, "FZ301"),
        (HEADING + DONE + AHEAD, "FZ302"),
        (HEADING + DONE + FAULTS, "FZ307"),
    ],
)
def test_a_missing_chapter_is_a_warning_without_span(text: str, code: str) -> None:
    (violation,) = outcomes(text)[code].violations
    assert violation.severity == "warning"
    assert violation.spans == ()


@pytest.mark.parametrize(
    "text",
    [
        WHOLE.replace("2023", "2017").replace("2024", "2018"),  # before the contents were ordered
        WHOLE.replace("年法治政府建设年度报告", "年政府工作报告"),
        "关于全市2023年法治政府建设情况的视察报告\n" + DONE + AHEAD,
        "收到行政复议申请307件,受理250件。",
    ],
)
def test_reports_that_owe_no_such_contents_are_not_judged(text: str) -> None:
    assert {outcome.result for outcome in outcomes(text).values()} == {"not_applicable"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("honghe-2023", "mentioned"),
        ("wuhua-2020", "named"),
        ("bayingolin-2021", "counted"),
        ("chuxiong-2024", "mentioned"),
    ],
)
def test_principals_duties_are_graded(name: str, expected: str) -> None:
    assert grade(examined(seed(name)))[0] == expected


def test_principals_who_answer_suits_or_are_planned_for_do_not_count() -> None:
    text = WHOLE.replace("案件120件", "案件120件,主要负责人出庭4件").replace(
        "充实", "压实第一责任人职责,充实"
    )
    assert grade(examined(text))[0] == "none"
    assert "FZ304" in failed(text)


@pytest.mark.parametrize(
    ("name", "warnings"),
    [
        ("chuxiong-2024", {"FZ302"}),  # no problems
        ("honghe-2023", set()),
        ("wuhua-2020", set()),
        ("bayingolin-2021", set()),
        ("luohe-2023-inspection", set()),
    ],
)
def test_warnings_in_the_seeds(name: str, warnings: set[str]) -> None:
    found = outcomes(seed(name)).values()
    assert {
        v.rule for outcome in found for v in outcome.violations if v.severity != "info"
    } == warnings


def test_the_chuxiong_plan_is_one_sentence() -> None:
    assert "FZ313" in failed(seed("chuxiong-2024"))


def test_a_heading_that_names_causes_gives_none() -> None:
    text = WHOLE.replace("存在的问题", "存在的问题和原因").replace("由于编制不足,", "")
    assert "FZ303" in failed(text)


def test_causes_listed_apart_are_no_problems_without_plan() -> None:
    text = WHOLE.replace(
        "(一)执法力量薄弱。由于编制不足,乡镇执法人员偏少。",
        "(一)存在的问题。一是乡镇执法力量薄弱。二是执法程序不够规范。\n"
        "(二)原因分析。一是普法宣传不够。二是编制不足。",
    )
    assert not {"FZ303", "FZ311"} & failed(text)
