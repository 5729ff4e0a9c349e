"""Rules on terms and names, beyond the examples that each of them carries."""

from __future__ import annotations

import pytest

import fazhi
from fazhi.checks.terms import RULES
from fazhi.checks.terms_words import ONE_OF, WRONG
from fazhi.model import Violation
from fazhi.model.audit import Examined
from fazhi.text import fold


PARSER = fazhi.Parser(plugins=[])
BY_CODE = {check.code: check for check in RULES}
HEAD = "五华区人民政府关于2023年度法治政府建设情况的报告\n一、工作成效\n"
TAIL = "\n二、存在问题\n执法力量不足。\n五华区人民政府\n2024年2月7日\n"


def found(code: str, words: str) -> tuple[Violation, ...]:
    """Return what the rule *code* finds in a report with *words*."""
    text = HEAD + words + TAIL
    examined = Examined(report=PARSER.parse(text), document=fold(text))
    return BY_CODE[code].run(examined).violations


FIRES = [
    ("FZ501", "形成“13339”举措，实施“13337工程”。"),  # the noun inside of the marks
    ("FZ501", "推行“1262”机制，完善“1263”机制。"),  # four figures and one noun
    ("FZ502", "推广“枫桥经验”，打造“枫侨经验”升级版。"),
    ("FZ502", "实施“法治惠民便民利民工程”“法治惠民便民富民工程”。"),  # long, and one sign apart
    ("FZ503", "部署法治督察，开展法治督查。"),
    ("FZ504", "印发《五华区法治督查计划》，落实《五华区法治督察工作计划》。"),
    (
        "FZ504",
        "落实《五华区实施规划（2021—2025年）》和《五华区实施规划（2020—2025年）》。",
    ),  # one year differs
    ("FZ505", "学习《行政复议法实施条列》。"),
    ("FZ505", "学习《中华人民共和国行政处法法》。"),
    ("FZ505", "学习《公平竟争审查条例》。"),
    ("FZ505", "落实《法治政府建设实施纲要（2021—2026年）》。"),
    ("FZ506", "落实《通知》（云政发[2023]12号）。"),
    ("FZ507", "落实《通知》（云政发〔2023〕012号）。"),
    ("FZ507", "落实云政发〔2023〕12文件要求。"),  # lost 号
    ("FZ509", "对案卷的的评查5件。"),
    ("FZ510", "办理时限缩短了2倍。"),
    ("FZ511", "截止目前，办案5件。"),
    ("FZ512", "培训约200余人次。"),
    ("FZ513", "我县办案5件。"),
]


@pytest.mark.parametrize(("code", "words"), FIRES)
def test_a_fault_is_found(code: str, words: str) -> None:
    """A fault is found."""
    assert {violation.rule for violation in found(code, words)} == {code}


SILENT = [
    ("FZ501", "接听“12345”热线、“12348”平台、“12368”服务热线。"),
    ("FZ501", "推行“1262”机制，实施“1263”工程。"),  # four figures, two nouns
    ("FZ502", "推行“一网通办”“一窗通办”“跨省通办”“跨域通办”。"),  # all of them are right
    ("FZ502", "落实“谁主管谁负责”“谁主办谁负责”。"),
    ("FZ502", "推行“智慧+监管”“信用+监管”“互联网+监管”。"),
    ("FZ504", "印发《五华区2022年依法治区工作要点》《五华区2023年依法治区工作要点》。"),
    (
        "FZ504",
        "落实《法治政府建设实施纲要（2021—2025年）》《法治社会建设实施纲要（2020—2025年）》。",
    ),
    ("FZ504", "落实《实施纲要（2021—2025年）》和《实施纲要（2021-2025年）》。"),  # the dash only
    ("FZ505", "学习《行政复议法》《行政处罚法》《信访工作条例》《党务公开条例》。"),
    ("FZ505", "落实《云南省行政复议条例》《昆明市物业管理条例》《五华区实施细则》。"),
    ("FZ506", "落实国办发〔2023〕27号、国务院令第713号、司法部公告（2023）第5号。"),
    ("FZ506", "案号(2023)云01行初5号。"),  # of a court
    ("FZ509", "的的确确和和美美，工作作风、执法法制审核。"),
    ("FZ510", "数量翻了2倍，减少3项。"),
    ("FZ511", "报名截止后办案5件。"),
    ("FZ512", "办理近50件，多元化解3件；《公约》10余条；节约20余万元。"),
    ("FZ513", "在我市、我省排名第一，我区办案5件。"),
]


@pytest.mark.parametrize(("code", "words"), SILENT)
def test_what_is_right_is_left_alone(code: str, words: str) -> None:
    """What merely looks like a fault gives no violation."""
    assert found(code, words) == ()


@pytest.mark.parametrize("wrong", WRONG)
def test_every_misspelling_is_found_and_its_word_is_not(wrong: str) -> None:
    """A misspelt word is told with the right one, which is no misspelling itself."""
    assert found("FZ508", f"推进{wrong}。")[0].values[1] == WRONG[wrong]
    assert found("FZ508", f"推进{WRONG[wrong]}。") == ()


@pytest.mark.parametrize("row", ONE_OF)
def test_every_row_of_terms_is_compared(row: tuple[str, ...]) -> None:
    """Two writings of one term are found."""
    assert found("FZ503", "、".join(row) + "。")


def test_the_rarer_name_is_the_fault() -> None:
    """Of two writings the one that stands once is told first."""
    (violation,) = found("FZ502", "用好“部门报道”平台，落实“部门报到”方案，坚持“部门报到”。")
    assert violation.values == ("部门报道", "部门报到")


def test_traditional_script_is_read() -> None:
    """Rules read the folded text and quote the source."""
    (violation,) = found("FZ505", "學習《行政復議法實施條列》。")
    assert violation.values[1] == "行政复议法实施条例"
