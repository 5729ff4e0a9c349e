"""
The tables of formats prove themselves by their examples, and the proof itself works.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import attrs
import pytest

from fazhi import (
    Cue,
    Format,
    IssuerRow,
    KindRow,
    KindWords,
    LineRow,
    Marker,
    Mask,
    Parser,
    RoleRow,
    RuleError,
    TopicRow,
    Unit,
)
from fazhi.formats.national import fazhi_formats
from fazhi.testing import check_format


@pytest.mark.parametrize("format_", fazhi_formats(), ids=lambda format_: format_.name)
def test_every_row_of_the_national_formats_reads_its_examples(format_: Format) -> None:
    check_format(format_)


REPORTS = sorted(Path(__file__).with_name("reports").glob("*.txt"))
NATIONAL = Parser(plugins=[])
FORMAT_OF_KIND = {
    "annual_report": "national.annual-report",
    "work_summary": "national.work-summary",
    "inspection_report": "national.npc-inspection",
    "research_report": "national.npc-research",
    "enforcement_inspection": "national.npc-enforcement",
    "deliberation_opinion": "national.npc-opinions",
    "rectification_report": "national.rectification",
    "plan": "national.plan",
    "government_work_report": "national.government-work-report",
}


def kind_of(path: Path) -> str:
    """
    Return the kind that the annotation of a report names.
    """
    return str(json.loads(path.with_suffix(".meta.json").read_text(encoding="utf-8"))["kind"])


def test_every_format_has_reports_of_its_kind() -> None:
    kinds = Counter(map(kind_of, REPORTS))
    assert kinds.keys() == FORMAT_OF_KIND.keys()
    assert min(kinds.values()) >= 3
    assert set(FORMAT_OF_KIND.values()) == {format_.name for format_ in fazhi_formats()}


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_report_chooses_the_format_of_its_kind(path: Path) -> None:
    meta = NATIONAL.parse(path).meta
    assert meta.format == FORMAT_OF_KIND[kind_of(path)]
    assert meta.format_evidence


# Heads without a title: the words of the opening and the end tell the genre.
UNTITLED = [
    ("市人大常委会:6月,视察组对依法行政工作进行了视察。现将视察情况报告如下:", "npc-inspection"),
    ("调研组深入5个乡镇调研。现将调研情况报告如下:", "npc-research"),
    ("县人大常委会成立执法检查组,现将执法检查情况报告如下:", "npc-enforcement"),
    ("常委会第九次会议听取了报告。为此,会议提出如下审议意见:", "npc-opinions"),
    ("县政府逐项落实审议意见。现将整改落实情况报告如下:", "rectification"),
    ("为推进法治政府建设,结合我县实际,制定本方案。", "plan"),
    ("各位代表:现在,我代表县人民政府向大会报告工作,请予审议。", "government-work-report"),
    ("现将2023年法治政府建设工作总结如下:", "work-summary"),
    ("我局认真学习,扎实推进各项工作。", "annual-report"),  # no word of a genre at all
]


UNTITLED_OTHERWISE = [
    # A remedy by the way makes no report on remedies.
    ("推进法治政府建设,落实督察反馈意见,加大整改落实情况的督办力度。", "annual-report"),
    # The way through the site names another genre than the title.
    (
        "首页>新田镇>政府工作报告\n组配分类: 政府工作报告\n新田镇2021年法治政府建设情况报告\n2021年。",
        "annual-report",
    ),
]


@pytest.mark.parametrize(("opening", "name"), [*UNTITLED, *UNTITLED_OTHERWISE])
def test_a_report_is_known_by_its_opening(opening: str, name: str) -> None:
    report = NATIONAL.parse(f"{opening}\n一、基本情况\n(一)加强学习。组织学习3次。\n")
    assert report.meta.format == f"national.{name}"


# What stands in a remedy's place → the problem it answers.
ITEM = "一、整改情况\n(一)关于甲的问题\n"
NEXT = "(二)关于乙的问题\n"
PROBLEMS = "一、存在问题\n(一)甲不够。少。\n(二)乙不够。弱。\n"
ANSWERS: list[tuple[str, str, dict[str, str]]] = [
    (
        "beside it",
        f"{ITEM}1.问题表现。甲少。\n2.整改情况。改了。\n{NEXT}1.反馈问题。乙弱。\n2.整改措施及成效。改了。\n",
        {"f2": "f1", "f4": "f3"},
    ),
    (
        "several to one",
        f"{ITEM}1.问题描述。甲少。\n2.整改情况。改了。\n3.下步措施。再改。\n",
        {"f2": "f1", "f3": "f1"},
    ),
    (
        "items inside",
        f"{ITEM}1.问题表现。甲少。\n2.整改情况。一是改了。改得好。二是罚了。罚得对。\n",
        {"f2": "f1", "f3": "f1"},
    ),
    (
        "a chapter later",
        f"{PROBLEMS}二、整改情况\n(一)补甲。多了。\n(二)补乙。强了。\n",
        {"f3": "f1", "f4": "f2"},
    ),
    ("fewer remedies", f"{PROBLEMS}二、整改情况\n(一)补甲乙。多了。\n", {}),
    ("plans after all", f"{PROBLEMS}二、下步打算\n(一)补甲。要多。\n(二)补乙。要强。\n", {}),
]


@pytest.mark.parametrize(("odd", "body", "links"), ANSWERS, ids=[row[0] for row in ANSWERS])
def test_a_remedy_answers_its_problem(odd: str, body: str, links: dict[str, str]) -> None:
    head = "某县关于督察反馈问题整改情况的报告\n现将整改情况报告如下:\n"
    found = NATIONAL.parse(head + body).findings
    assert {f.id: f.answers for f in found if f.answers} == links, odd


def test_only_rectification_reports_hold_answers() -> None:
    body = "一、存在问题\n(一)甲不够。少。\n二、整改情况\n(一)补甲。多了。\n"
    found = NATIONAL.parse("某县2023年法治政府建设年度报告\n2023年有成效。\n" + body).findings
    assert [f.kind for f in found] == ["problem", "achievement"]
    assert [f.answers for f in found] == [None, None]


EMPTY = Format(name="own.report", title="试", kinds=("annual_report",))

GOOD = [
    ("cues", Cue(pattern="依法治疆", examples=("全面依法治疆",))),
    ("kind_rows", KindRow(kind="plan", pattern="要点", examples=("2024年工作要点",))),
    ("roles", RoleRow(role="plans", pattern="明年", examples=("明年怎么干",))),
    ("lines", LineRow(kind="source", pattern="某网.*", examples=("某网 2024年",))),
    ("markers", Marker(name="star", pattern=r"\*(?P<number>\d)", examples=("*1 加强领导",))),
    ("units", Unit(name="锅", examples={"办理3锅": "3 锅"})),  # type: ignore[arg-type]
    ("masks", Mask(pattern="3个5", examples=("实行“3个5”工作法",))),
    ("topics", TopicRow(topic="emergency", words=("台风眼",), weight=9, examples=("台风眼里",))),
    ("finding_kinds", KindWords(kind="problem", pattern="堵点", examples=("梳理堵点",))),
    ("issuers", IssuerRow(pattern="某某军管会", examples=("某某军管会",))),
]


@pytest.mark.parametrize(("table", "row"), GOOD, ids=[table for table, _ in GOOD])
def test_a_row_that_reads_its_examples_passes(table: str, row: object) -> None:
    check_format(attrs.evolve(EMPTY, **{table: (row,)}))


@pytest.mark.parametrize(("table", "row"), GOOD, ids=[table for table, _ in GOOD])
def test_a_row_without_examples_fails(table: str, row: Cue) -> None:
    bare = attrs.evolve(row, examples=type(row.examples)())
    with pytest.raises(RuleError, match="no examples") as caught:
        check_format(attrs.evolve(EMPTY, **{table: (bare,)}))
    assert caught.value.rule.startswith(f"own.report.{table}")


BAD = [
    ("cues", Cue(pattern="依法治疆", examples=("依法治省",)), "not found"),
    ("lines", LineRow(kind="source", pattern="(", examples=("某网",)), "does not compile"),
    ("kind_rows", KindRow(kind="plan", pattern="要点", examples=("工作总结",)), "read by None"),
    ("roles", RoleRow(role="plans", pattern="明年", examples=("去年怎么干",)), "read by None"),
    ("lines", LineRow(kind="source", pattern="某网", examples=("某网 2024年",)), "whole line"),
    ("markers", Marker(name="star", pattern=r"\*(?P<number>\d)", examples=("加强*1",)), "start"),
    ("markers", Marker(name="star", pattern=r"\*(?P<number>\d?)", examples=("*加强",)), "number"),
    ("units", Unit(name="锅", examples={"办理3锅": "4 锅"}), "not '4 锅'"),  # type: ignore[arg-type]
    ("masks", Mask(pattern="5个3", examples=("实行“3个5”工作法",)), "not found"),
    ("masks", Mask(pattern="实行", examples=("实行3项制度",)), "gives '3项'"),
    ("masks", Mask(pattern="3个5", signs=("x",), examples=("实行“3个5”工作法",)), "its signs"),
    ("topics", TopicRow(topic="digital", words=("台风眼",), examples=("行政复议",)), "is about"),
    ("issuers", IssuerRow(pattern="某某军管会", examples=("某某政府",)), "not found"),
]


@pytest.mark.parametrize(("table", "row", "says"), BAD, ids=[f"{t} {s}" for t, _, s in BAD])
def test_a_row_that_misreads_an_example_is_named(table: str, row: object, says: str) -> None:
    with pytest.raises(RuleError, match=says) as caught:
        check_format(attrs.evolve(EMPTY, **{table: (row,)}))
    assert table in caught.value.rule


def test_a_row_in_the_shadow_of_another_fails() -> None:
    shadow = RoleRow(role="problems", pattern="年", examples=("明年",))
    with pytest.raises(RuleError, match="is read by"):
        check_format(attrs.evolve(EMPTY, roles=(shadow, GOOD[2][1])))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"withheld": "("}, "does not compile"),
        ({"cues": (Cue(pattern="(", examples=("依法治省",)),)}, "does not compile"),
        ({"kinds": ()}, "no kind"),
        ({"stages": {"magic": len}}, "magic"),
    ],
)
def test_what_is_wrong_beside_the_rows_is_named(change: dict[str, object], says: str) -> None:
    with pytest.raises(RuleError, match=says):
        check_format(attrs.evolve(EMPTY, **change))


def test_a_pattern_that_backtracks_without_end_is_found() -> None:
    """A row whose pattern takes exponential time is named with what holds it up."""
    row = Mask(pattern=r"(?:(?:一)+)+!x", examples=("一!x",))
    bad = attrs.evolve(EMPTY, name="bad.report", masks=(row,))
    with pytest.raises(RuleError, match="takes more than"):
        check_format(bad)


@pytest.mark.parametrize(
    ("text", "kind", "role"),
    [
        (
            (
                "市人大常委会听取和审议了《关于法治政府建设情况的报告》。为此,会议提出以下审议意见:\n"
                "一、深化学习宣传。要加强学习。\n二、完善制度机制。要健全制度。"
            ),
            "deliberation_opinion",
            "recommendations",
        ),
        (
            (
                "为加强法治政府建设,制定本方案。\n一、加强党的领导。完善机制。(责任单位:司法局)\n"
                "二、规范执法行为。落实责任。(责任单位:司法局)"
            ),
            "plan",
            "plans",
        ),
        (
            "各级反馈的问题由矛盾中心研判。\n一、加强学习。学习3次。\n二、规范执法。检查5次。",
            "annual_report",
            "achievements",
        ),
    ],
)
def test_without_a_title_the_genre_tells_what_chapters_are(text: str, kind: str, role: str) -> None:
    report = Parser(plugins=[]).parse(text)
    assert report.meta.kind == kind
    assert {section.role for section in report.sections if section.number} == {role}
