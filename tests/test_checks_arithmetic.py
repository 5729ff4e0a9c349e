"""
The arithmetic rules: what holds is silent, what does not is told with its figures.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import fazhi
from fazhi.checks.rates import RULES as RATES
from fazhi.checks.rates_change import RULES as CHANGES
from fazhi.checks.rates_limits import RULES as LIMITS
from fazhi.checks.rates_yearly import RULES as YEARLY
from fazhi.checks.relations import RULES as RELATIONS
from fazhi.checks.relations_words import RULES as WORDS
from fazhi.checks.sums import RULES as SUMS
from fazhi.checks.sums_flows import RULES as FLOWS
from fazhi.checks.sums_products import RULES as PRODUCTS
from fazhi.checks.values import RULES as VALUES
from fazhi.checks.values_outliers import RULES as OUTLIERS
from fazhi.errors import RuleError
from fazhi.knowledge.indicators import catalogue
from fazhi.knowledge.relations import read_relation, relations
from fazhi.model import Outcome, Violation
from fazhi.model.audit import Examined
from fazhi.text import fold


SEEDS = Path(__file__).parent.parent / "seeds"
PARSER = fazhi.Parser(plugins=[])
CHECKS = (
    *SUMS, *FLOWS, *PRODUCTS, *RATES, *LIMITS, *CHANGES, *YEARLY,
    *RELATIONS, *WORDS, *VALUES, *OUTLIERS,
)  # fmt: skip


def outcomes(text: str) -> dict[str, Outcome]:
    examined = Examined(report=PARSER.parse(text), document=fold(text))
    return {check.code: check.run(examined) for check in CHECKS}


def found(text: str) -> list[Violation]:
    return [violation for outcome in outcomes(text).values() for violation in outcome.violations]


def told(text: str) -> set[tuple[str, str]]:
    return {(violation.rule, violation.severity) for violation in found(text)}


@cache
def seed(name: str) -> str:
    return (SEEDS / f"{name}.txt").read_text(encoding="utf-8")


HOLDS = [
    "清理行政规范性文件112件,其中废止19件、宣布失效8件、继续有效85件。",
    # Parts of a part are passed over.
    "办理事项1205600件,其中网上办理1012400件(含“掌上办”604000件)、窗口办理193200件。",
    # Figures in 万 are rounded.
    "作出行政处罚5.36万件,其中公安3.1万件、市场监管0.92万件、交通运输0.88万件、其他领域0.46万件。",
    # What follows the list is none of its parts.
    "收到行政复议申请1026件,其中受理948件;审结870件。",
    # The base of the share is the sum of the four.
    "四部门立案分别为1253件、864件、2307件、119件;适用不予处罚清单案件417件,占比9.2%。",
    "评查案卷96卷,合格率93.7%。",  # 90 of 96 are 93.75.
    "行政诉讼案件28件,负责人应出庭22件、实际出庭22件,出庭率100%。",
    "办理建议42件,办结率达到95%以上。",  # A bound is no equality.
    "抽查联合任务216批次,检查经营主体9870户,同比分别下降18%和23.5%。",
    "实有依申请事项421项,精简为368项。",
    "地区生产总值由1.68万亿元增加到2.57万亿元,年均增长7.6%。",  # A yearly mean is no difference.
    "排查风险点548个,完成整改541个,其余7个列入台账管理。",
    "经过评查,优秀率40.5%,合格率55.5%,不合格率4%。",  # Three classes.
    # What is being mended is no numerator; nor is what was mended in part.
    "反馈25个问题,已完成整改19个、正在整改6个,整改完成率76%。",
    "审计查出697个问题,完成整改688个,基本完成4个,未完成5个,总体完成率98.71%。",
    # A share without base is of what corresponds to the base of the one before.
    "总人口576.5万人,老年人口84.77万人,占总人口的14.7%,其中市区老年人口24.24万人,占15.93%。",
    "办理案件55件,其中行政许可44件、行政征收1件等具体执法行为的占比100%。",
    "受理举报536件,有效举报33件,其中村上报26件,占有效举报的79%。",
]  # fmt: skip

FAILS = [
    ("清理行政规范性文件112件,其中废止19件、宣布失效8件、继续有效95件。", "FZ201", "error"),
    ("对186件文件作出处理:保留92件、废止61件、宣布失效32件。", "FZ201", "error"),
    ("建立各类调委会131个,其中村102个、乡镇138个。", "FZ202", "error"),
    ("共发出各类检察建议118份,发送到机关的检察建议37份,发送到法院的检察建议66份。", "FZ204", "warning"),
    ("收到申请307件,受理250件,已办结220件,正在办理20件。", "FZ206", "warning"),
    ("排查纠纷468件,化解461件,化解率97.5%。", "FZ210", "warning"),
    ("反馈25个问题,已完成整改19个、正在整改6个,整改完成率56%。", "FZ210", "error"),
    ("受理纠纷3856件,调解成功3791件,成功率89.3%。", "FZ210", "error"),
    ("共提任科级领导干部60人,法律专业毕业的干部21名,占比45%。", "FZ210", "warning"),
    # One of the 415 is lacking where all are claimed.
    ("负责人应出庭415件,实际出庭414件,出庭应诉率100%。", "FZ210", "warning"),
    # Cut off, not rounded.
    ("受理纠纷7874件,调解成功7868件,调解成功率99.93%。", "FZ210", "warning"),
    ("案件不合格率0.80%,合格率98.20%。", "FZ212", "error"),
    ("行政机关负责人出庭应诉率105%。", "FZ213", "error"),
    ("满意度由95.1%提升至98.3%,提高4.2个百分点。", "FZ220", "error"),
    ("败诉率由7.1%降至12.5%。", "FZ221", "error"),
    ("一审行政案件745件,较上年减少119件、下降19.8%。", "FZ222", "error"),
    ("全年受理法律援助案件80件,同比上升75.2%。", "FZ224", "warning"),
    ("全区共214人参加考试,222人考试合格。", "FZ245", "error"),
    ("對51名人員按照每人1670元的標準發放8.617萬元補助金。", "FZ208", "error"),  # Traditional script.
    ("受理纠纷4５1件，调解成功4７5件。", "FZ242", "error"),  # Full width.
]  # fmt: skip


@pytest.mark.parametrize("text", HOLDS)
def test_what_holds_is_no_error_or_warning(text: str) -> None:
    assert [v for v in found(text) if v.severity != "info"] == []


@pytest.mark.parametrize(("text", "rule", "severity"), FAILS)
def test_what_does_not_add_up_is_told(text: str, rule: str, severity: str) -> None:
    assert (rule, severity) in told(text)


def test_a_violation_names_its_figures_and_formula() -> None:
    text = "制定抽查计划163个,其中联合抽查194个。"
    (violation,) = (v for v in found(text) if v.rule == "FZ202")
    assert violation.values == ("194个", "163个")
    assert [text[span.slice()] for span in violation.spans] == ["194个", "163个"]
    assert violation.formula == "194 > 163"
    assert "194个" in violation.message
    assert "163个" in violation.message_en


WUHUA = {
    "FZ201": ("4139项", "71件"),
    "FZ208": ("8.517万元",),
    "FZ210": ("51.69%", "99.99%", "35%", "100%"),
    "FZ212": ("0.80%", "99.20%"),
}


@pytest.mark.parametrize("rule", WUHUA)
def test_relations_of_the_wuhua_report_hold_with_their_spans(rule: str) -> None:
    text = seed("wuhua-2020")
    outcome = outcomes(text)[rule]
    assert outcome.result == "pass"
    assert set(WUHUA[rule]) <= {text[span.slice()] for span in outcome.spans}


def test_rates_of_the_chuxiong_report_hold() -> None:
    text = seed("chuxiong-2024")
    outcome = outcomes(text)["FZ210"]
    assert outcome.result == "pass"
    assert {"95.43%", "99.59%"} <= {text[span.slice()] for span in outcome.spans}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "wuhua-2020",
            {
                ("FZ204", "warning"),  # 118 against 37 + 66
                ("FZ211", "warning"),  # 56.50 % of 870
                ("FZ233", "info"),  # 71 of the government against 24 with its departments
                ("FZ252", "info"),  # 5 households, 9066万元
            },
        ),
        ("bayingolin-2021", {("FZ234", "info")}),  # 149 appearances against 71 cases
        ("honghe-2023", {("FZ253", "info")}),  # more than 16 people a household
        ("chuxiong-2024", set()),
        ("luohe-2023-inspection", set()),
    ],
)
def test_findings_in_the_seeds(name: str, expected: set[tuple[str, str]]) -> None:
    assert told(seed(name)) == expected


def test_each_relation_of_the_catalogue_is_read_and_names_its_rows() -> None:
    ids = {row.id for row in catalogue()}
    for relation in relations():
        named = {relation.this, *relation.terms} | ({relation.other} - {None})
        assert named - {"100"} <= ids, relation


@pytest.mark.parametrize(
    "text", ["this = A", "this < A [hard]", "A = B [hard]", "this <= A [firm]"]
)
def test_what_is_no_relation_is_an_error(text: str) -> None:
    with pytest.raises(RuleError):
        read_relation("some_id", text)


@pytest.mark.parametrize(
    "text", ["1件," * 4000, "其中1件(" * 3000, "占5%、" * 3000, "由1件" * 3000]
)
def test_long_lists_of_figures_are_audited(text: str) -> None:
    assert len(outcomes(text)) == len(CHECKS)
