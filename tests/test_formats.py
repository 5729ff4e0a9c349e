"""
The tables of formats prove themselves by their examples, and the proof itself works.
"""

from __future__ import annotations

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
