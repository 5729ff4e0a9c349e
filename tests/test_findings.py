"""
Findings: which units count, and what kind each is.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import attrs
import pytest
from tests.score import TOPICS
from tests.timing import cpu_seconds

from fazhi.formats.finding_kinds import ACTING, HALVES, NATIONAL_FINDING_KINDS, PREDICATES
from fazhi.model import Format, KindWords, Section, Span
from fazhi.parsing.findings import findings
from fazhi.text import fold


SEEDS = Path(__file__).parent.parent / "seeds"
TABLES = (NATIONAL_FINDING_KINDS, PREDICATES, HALVES, (ACTING,))
PLAIN = Format(name="test.plain", title="plain", kinds=("annual_report",))


def outline(*rows):
    """
    Build a text and its sections from rows of level, marker, heading, role.
    """
    text = "".join(f"{marker}{heading}。\n" for _, marker, heading, _ in rows)
    starts, at = [], 0
    for _, marker, heading, _ in rows:
        starts.append(at)
        at += len(marker) + len(heading) + 2

    def build(low, high, prefix):
        nodes = []
        while low < high:
            level, marker, heading, role = rows[low]
            after = low + 1
            while after < high and rows[after][0] > level:
                after += 1
            name = f"{prefix}{len(nodes) + 1}"
            end = starts[after] if after < len(rows) else len(text)
            title = Span(starts[low] + len(marker), starts[low] + len(marker) + len(heading))
            nodes.append(
                Section(
                    id=name,
                    level=level,
                    marker=marker,
                    number=1 if marker.strip("—") else None,
                    title=heading,
                    title_span=title,
                    span=Span(starts[low], end - 1),
                    role=role,
                    children=build(low + 1, after, f"{name}."),
                )
            )
            low = after
        return tuple(nodes)

    return fold(text), build(0, len(rows), "")


def found(*rows, form=PLAIN):
    document, sections = outline(*rows)
    return findings(document, sections, form)


def kinds(chapter, role, *items):
    """
    Return the kinds of the items of one chapter.
    """
    rows = [(1, "一、", chapter, role), *((2, "(一)", item, role) for item in items)]
    return [finding.kind for finding in found(*rows)]


def test_the_lowest_numbered_units_are_findings():
    got = found(
        (1, "", "前言", "overview"),
        (1, "一、", "工作成效", "achievements"),
        (2, "(一)", "行政执法", "achievements"),
        (3, "一是", "规范执法", "achievements"),
        (3, "二是", "执法监督", "achievements"),
        (2, "(二)", "政务公开", "achievements"),
        (1, "二、", "下一步工作", "plans"),
    )
    assert [(f.id, f.section) for f in got] == [
        ("f1", "2.1.1"),
        ("f2", "2.1.2"),
        ("f3", "2.2"),
        ("f4", "3"),
    ]


def test_numbered_items_under_an_unnumbered_part_are_findings():
    got = found((1, "", "存在一些问题", "problems"), (2, "一是", "执法不严", "problems"))
    assert [(f.section, f.kind) for f in got] == [("1.1", "problem")]


def test_a_chapter_with_unnumbered_parts_only_is_one_finding():
    got = found(
        (1, "一、", "工作回顾", "achievements"),
        (2, "——", "产业发展", "achievements"),
        (2, "", "民生福祉", "achievements"),
    )
    assert [f.section for f in got] == ["1"]


def test_an_unnumbered_heading_between_numbered_ones_is_passed_through():
    got = found(
        (1, "一、", "工作成效", "achievements"),
        (2, "", "执法方面", "achievements"),
        (3, "1.", "规范执法", "achievements"),
    )
    assert [f.section for f in got] == ["1.1.1"]


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("关于检查法律援助条例实施情况的报告", "legal_society"),
        ("关于检查《中华人民共和国法律援助法》贯彻实施情况的报告", "legal_society"),
        ("关于全省优化营商环境条例执行情况的报告", "functions"),
        ("关于全县法治政府建设情况的报告", "other"),  # the whole field
    ],
)
def test_the_statute_that_a_title_names_is_what_its_parts_are_about(title, topic):
    """A heading that says nothing by itself is on the matter of the report."""
    document, sections = outline(
        (1, "", title, "overview"), (1, "一、", "基本建成", "achievements")
    )
    assert findings(document, sections, PLAIN)[0].topics[0] == topic


def test_no_sections_no_findings():
    assert findings(fold("无"), (), PLAIN) == ()


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("overview", "achievement"),
        ("achievements", "achievement"),
        ("other", "achievement"),
        ("problems", "problem"),
        ("recommendations", "recommendation"),
        ("plans", "plan"),
    ],
)
def test_the_role_gives_the_kind(role, kind):
    assert kinds("有关情况", role, "加强行政执法") == [kind]


@pytest.mark.parametrize(
    ("chapter", "role", "item", "kind", "odd"),
    [
        (
            "工作成效",
            "achievements",
            "进一步加强行政执法",
            "achievement",
            "plan words in a chapter of results",
        ),
        (
            "工作成效",
            "achievements",
            "着力解决执法不规范问题",
            "achievement",
            "problem words in a remedy",
        ),
        ("存在的问题和原因", "problems", "原因分析", "problem", "causes"),
        ("存在的问题和原因", "problems", "领导干部重视不够", "problem", "causes are no other half"),
        ("主要工作", "achievements", "存在的主要问题", "problem", "an item with a name of its own"),
        ("主要工作", "achievements", "下一步打算", "plan", "an item with a name of its own"),
        ("主要工作", "achievements", "2024年下一步工作思路", "plan", "year before it"),
        ("存在问题及下一步打算", "problems", "执法力量薄弱", "problem", "mixed"),
        (
            "存在问题及下一步打算",
            "problems",
            "行政执法质效有待进一步提升",
            "problem",
            "进一步 in a problem",
        ),
        ("存在问题及下一步打算", "problems", "进一步加强执法队伍建设", "plan", "mixed"),
        (
            "存在问题及下一步打算",
            "problems",
            "补齐基层短板",
            "plan",
            "the remedy names the problem",
        ),
        (
            "存在问题及下一步打算",
            "plans",
            "推进工作还不够有力",
            "problem",
            "the chapter's role is the other",
        ),
        ("存在不足及2024年工作安排", "problems", "持续优化营商环境", "plan", "安排"),
        ("存在的问题和建议", "problems", "加大执法培训力度", "recommendation", "建议"),
        ("存在的问题和建议", "recommendations", "普法针对性不强", "problem", "建议"),
        ("主要成效及存在问题", "achievements", "执法程序不规范", "problem", "成效"),
        ("主要成效及存在问题", "achievements", "执法水平明显提升", "achievement", "成效"),
        (
            "坚持问题导向,压实整改措施",
            "achievements",
            "推进执法监督",
            "achievement",
            "names both, but acts",
        ),
        (
            "聚焦突出问题和整改措施",
            "achievements",
            "补齐短板",
            "achievement",
            "names both, but acts",
        ),
        ("问题导向与工作安排", "plans", "推进执法监督", "plan", "问题导向 is no problem"),
        (
            "巡视反馈",
            "achievements",
            "存在问题整改情况",
            "achievement",
            "problem and remedy in one name",
        ),
        ("关于执法不严的问题", "achievements", "问题表现", "problem", "rectification"),
        ("关于执法不严的问题", "problems", "整改情况", "achievement", "rectification"),
        ("关于执法不严的问题", "problems", "整改措施及成效", "achievement", "rectification"),
        ("关于执法不严的问题", "problems", "下一步整改措施", "plan", "rectification, not yet done"),
    ],
)
def test_kind_of_an_item(chapter, role, item, kind, odd):
    assert kinds(chapter, role, item) == [kind]


def test_a_mixed_chapter_marks_the_items_below_its_items():
    got = found(
        (1, "一、", "存在问题及下步打算", "problems"),
        (2, "(一)", "基层执法", "problems"),
        (3, "一是", "人员不足", "problems"),
        (3, "二是", "将增配人员", "problems"),
    )
    assert [f.kind for f in got] == ["problem", "plan"]


def test_traditional_headings_are_read_as_simplified_ones_and_quoted_as_written():
    (got,) = found(
        (1, "一、", "存在問題及下一步打算", "problems"), (2, "(一)", "執法力量薄弱", "problems")
    )
    assert (got.kind, got.title, got.topics[0]) == ("problem", "執法力量薄弱", "enforcement")


def test_a_format_s_own_words_come_first():
    row = KindWords(kind="plan", pattern="^整改情况$", examples=("整改情况",))
    own = attrs.evolve(PLAIN, name="test.own", finding_kinds=(row,))
    assert found((1, "一、", "整改情况", "problems"), form=own)[0].kind == "plan"
    core = attrs.evolve(PLAIN, name="test.core", finding_kinds=NATIONAL_FINDING_KINDS)
    assert found((1, "一、", "整改情况", "problems"), form=core)[0].kind == "achievement"


@pytest.mark.parametrize(
    ("row", "example"),
    [(row, example) for table in TABLES for row in table for example in row.examples],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_row_reads_its_examples(row, example):
    table = next(t for t in TABLES if row in t)
    first = next(other for other in table if re.search(other.pattern, example))
    assert first.kind == row.kind


def read_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def seed_sections(text, rows):
    """
    Build the sections of an annotated seed.
    """

    def build(low, high, prefix):
        nodes = []
        while low < high:
            row = rows[low]
            after = low + 1
            while after < high and rows[after]["level"] > row["level"]:
                after += 1
            start = row["start"] + len(row["marker"])
            title = row["title"] or ""
            span = row.get("title_span") or (start, start + len(title))
            name = f"{prefix}{len(nodes) + 1}"
            nodes.append(
                Section(
                    id=name,
                    level=row["level"],
                    marker=row["marker"],
                    number=row["number"],
                    title=title or text[slice(*span)],
                    title_span=Span(*span),
                    span=Span(row["start"], row["end"]),
                    role=row["role"],
                    children=build(low + 1, after, f"{name}."),
                )
            )
            low = after
        return tuple(nodes)

    return build(0, len(rows), "")


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_findings_of_the_seeds_from_their_annotated_sections(path):
    text = path.read_bytes().decode("utf-8-sig")
    sections = seed_sections(text, read_lines(path.with_suffix(".sections.jsonl")))
    gold = {row["start"]: row for row in read_lines(path.with_suffix(".findings.jsonl"))}
    got = {finding.span.start: finding for finding in findings(fold(text), sections, PLAIN)}
    assert got.keys() == gold.keys()
    assert [got[at].kind for at in gold] == [row["kind"] for row in gold.values()]
    right = [got[at].topics[0] in TOPICS[row["topic"]] for at, row in gold.items()]
    assert sum(right) >= 0.85 * len(right)


def test_time_is_linear_in_the_number_of_sections():
    def cost(count):
        rows = [(1, "一、", "存在问题及下一步打算" + "执法" * 50, "problems")] * count
        document, sections = outline(*rows)
        return cpu_seconds(lambda: findings(document, sections, PLAIN))

    assert cost(2000) < 4 * 10 * cost(200)
