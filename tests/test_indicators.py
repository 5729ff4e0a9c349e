"""The catalogue of indicators reads its own examples, and none of what only looks alike."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import pytest

from fazhi import Parser, RuleError
from fazhi.knowledge.indicators import Matcher, catalogue, unit_class
from fazhi.model import Indicator, Metric


ROWS = {row.id: row for row in catalogue()}
KINDS = {"count", "ratio", "amount", "change_rate", "score"}
TERM = r"[\w()]+(?: [/+-] [\w()]+)*"
RELATION = re.compile(rf"({TERM} (?:=|<=|>=) {TERM}) \[(?:hard|soft)\]")

# What looks like a row and is none, with the reading that must stay without an id.
LOOKALIKES = [
    ("举办行政执法人员培训班3期。", "3 期", "rol_training_sessions"),  # enforcement training
    ("举办法律明白人培训班6期。", "6 期", "rol_training_sessions"),  # villagers
    ("对300名校长开展法治培训。", "300 名", "rol_training_participants"),  # schools
    ("聘请村(居)法律顾问96名。", "96 名", "legal_advisers"),  # villages, not government
    ("组织60名法律顾问参加业务培训。", "60 名", "legal_advisers"),  # trained, not engaged
    ("申请公职律师证书的人员12名。", "12 名", "gov_lawyers"),  # not yet
    ("编制法律顾问工作手册2册。", "2 册", "legal_advisers"),  # another unit
    ("召开县政府常务会议24次,研究议题210个。", "210 个", "executive_meetings"),  # topics
    ("开展生态环境保护督察2轮。", "2 轮", "supervision_rounds"),  # another inspection
    ("生态环境保护督察反馈问题36个。", "36 个", "supervision_problems_found"),
    ("审计发现问题整改率达95%。", "95 %", "supervision_fix_rate"),
    ("企业年报公示率达96%。", "96 %", "report_publication_rate"),  # companies' reports
    ("政务服务群众满意度达99%。", "99 %", "rol_public_satisfaction"),
    ("召开行政处罚案件听证会3次。", "3 次", "hearings"),  # a case, not a decision
    ("召开行政复议听证会8次。", "8 次", "hearings"),
    ("重大执法决定法制审核126件。", "126 件", "legality_reviews"),
    ("开展自然灾害风险评估12次。", "12 次", "risk_assessments"),
    ("命名民主法治示范村32个。", "32 个", "demo_regions"),
    ("制定规章制度12件。", "12 件", "gov_rules_enacted"),  # house rules
    ("学习法律法规12件。", "12 件", "local_regs_enacted"),
    ("建成模拟法庭,开展庭审活动6场。", "6 场", "court_observation_events"),
    ("行政机关负责人出庭应诉56次。", "56 次", "court_observation_events"),
    ("开展应急预案清理2次。", "2 次", "nd_cleanups"),
    ("制定规范性文件数量同比增长30%。", "30 %", "nd_issued"),  # a change
    ("双随机抽查事项覆盖率达100%。", "100 %", "reg_platform_coverage"),
    ("完成重点工程任务36项。", "36 项", "key_tasks_completed"),
    (
        "收到报送备案的地方性法规和司法解释620件。",
        "620 件",
        "reg_drafts_submitted",
    ),  # filed, not proposed
    ("邀请法律顾问到22个村(社区)开展培训。", "22 个", "village_advisers_cover"),  # courses
    (
        "办理人大代表建议83件,其中:城建方面31件,农业农村方面12件。",
        "31 件",
        "npc_items",
    ),  # a part by subject
    # What stands beside a row's words in the same label.
    ("平均减环节62%、减跑动83%。", "83 %", "step_cut_rate"),  # visits, not steps
    ("法律顾问参与处理疑难信访5件。", "5 件", "petitions"),  # advised on, not received
    ("全年合法性审核各类文件合同368件,其中其他涉法事务82件。", "82 件", "review_contracts"),
    ("区长带头讲法治课1次。", "1 次", "law_lectures"),  # a leader, not for the public
    ("5个州直部门未按要求开展年度述法。", "5 个", "duty_report_units"),  # those that did not
    ("整合组建5支综合执法队伍。", "5 支", "township_teams"),  # the reform of departments
    ("保留行政权力320项,其中行政裁决7项、其他行政权力116项。", "116 项", "power_adjudication"),
    ("调处跨界水事纠纷3宗。", "3 宗", "disputes_accepted"),  # by the water authority
    ("受理涉企投诉46件,正在办理1件。", "1 件", "enterprise_requests"),  # not yet done
    (
        "作出行政处罚决定书133份,案件平均罚款金额8.8万元。",
        "88000 元",
        "penalty_amount",
    ),  # for each case
    ("其中按日连续处罚案件67件,罚款数额132万元。", "67 件", "penalty_cases"),  # one kind of them
    ("医疗中心平均救治时间缩短20%。", "20 %", "time_cut_rate"),  # no approval
    (
        "新收行政诉讼案件120件,其中不服行政处罚的30件。",
        "30 件",
        "lit_cases",
    ),  # a part by what is disputed
    ("平均每月开展普法宣传3场。", "3 场", "pop_events"),  # a month's
    ("不服行政强制措施的12件。", "12 件", "compulsion_cases"),  # disputed
    ("收到依申请公开164件,结转上年2件。", "2 件", "foi_requests"),  # of the year before
    ("对县级领导干部举办法治讲座4场。", "4 场", "rol_training_sessions"),  # lectures, no training
    ("审结复议案件90件,其中行政处罚类案件24件。", "24 件", "penalty_cases"),  # disputed
    ("公开政府信息249条,其中绩效公开185条。", "185 条", "info_published"),  # a part by subject
    ("审查规范性文件征求意见稿25件。", "25 件", "public_consultations"),  # the draft
    (
        "群众对法治政府建设的满意度为89.6%,其中非常满意占45.2%。",
        "45.2 %",
        "rol_public_satisfaction",
    ),  # one answer of several
    ("办理行政复议案件112件(含上年结转8件)。", "8 件", "recon_handled"),  # of the year before
    ("组织干部参加法律知识考试,合格467人。", "467 人", "law_exam_participants"),  # who passed
    ("综合行政执法应急救援队覆盖15个乡镇。", "15 个", "township_teams"),  # where they work
    ("从行政复议案件类别看,公安33件,国土12件。", "33 件", "recon_handled"),
]


@cache
def _parser() -> Parser:
    return Parser(plugins=[])


@cache
def _matcher() -> Matcher:
    return Matcher(catalogue())


def _readings(clause: str) -> list[tuple[str, str | None]]:
    """
    Return value and unit of each metric in *clause*, with the id it gets.
    """
    report = _parser().parse(clause)
    metrics = report.metrics
    return [(_reading(metric), metric.indicator) for metric in metrics]


def _reading(metric: Metric) -> str:
    return f"{metric.value} {metric.unit}"


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_row_reads_its_own_examples(row: Indicator) -> None:
    """An example's value and unit are this row and no other."""
    wrong = {
        clause: readings
        for clause, expected in row.examples.items()
        if (expected, row.id) not in (readings := _readings(clause))
    }
    assert not wrong


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_row_is_complete(row: Indicator) -> None:
    """Names, kind, units, two examples, a source, and relations to rows that exist."""
    assert all((row.name_zh, row.name_en, row.source, *row.units))
    assert row.kind in KINDS
    assert row.aliases + row.context_aliases
    assert len(row.examples) >= 2
    for relation in filter(None, row.relations.split("; ")):
        found = RELATION.fullmatch(relation)
        assert found, relation
        assert set(re.findall(r"[a-z]\w+", found[1])) - {"this"} <= set(ROWS)


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_examples_are_in_a_unit_of_the_row(row: Indicator) -> None:
    """What a row reads is counted in what it says it counts."""
    units = {unit_class(unit) for unit in row.units}
    for reading in row.examples.values():
        value, _, unit = reading.partition(" ")
        assert Decimal(value) >= 0
        assert unit_class(unit) in units


def test_ids_are_unique() -> None:
    """An id names one row."""
    assert len(ROWS) == len(catalogue())


@pytest.mark.parametrize(("clause", "reading", "row"), LOOKALIKES)
def test_lookalikes_are_left_alone(clause: str, reading: str, row: str) -> None:
    """A figure of something similar never gets the row's id."""
    readings = dict(_readings(clause))
    assert reading in readings
    assert readings[reading] != row


IN_COMPANY: dict[str, tuple[str, list[str | None]]] = {
    "what a place had of a total is the total's indicator too": (
        "收到行政复议申请63件,其中市政府收到24件、县区政府收到39件。",
        ["recon_received", "recon_received", "recon_received"],
    ),
    "a sentence that goes on has the context of the one before": (
        "收到行政复议申请16件。经过审理,维持原行政行为5件。另有5件留任。",
        ["recon_received", "recon_upheld", None],
    ),
    "who was praised for popularising law heard nothing of it": (
        "普法宣传活动惠及群众3000人次。1人获评全国“八五”普法突出个人。",
        ["pop_participants", None],
    ),
    "a lost case is no appearance in court": (
        "行政机关负责人出庭应诉24件,出庭应诉率100%,败诉2件,败诉率8.3%。",
        ["head_appeared", "head_rate", "lit_lost", "lit_loss_rate"],
    ),
    "what was mended is no unit that was inspected": (
        "开展法治督察2轮次,实地督察乡镇8个,反馈问题63个,已整改60个。",
        [
            "supervision_rounds",
            "supervision_units",
            "supervision_problems_found",
            "supervision_problems_fixed",
        ],
    ),
    "of a list the first item says what was done with all": (
        "各级执法机关实施行政许可1.6万件、行政处罚6521件、行政强制218件。",
        [None, "penalty_cases", "compulsion_cases"],
    ),
    "a degree is no count of all evaluations": (
        "收到“好差评”评价965条,非常满意802条,满意163条,满意率100%。",
        ["service_reviews", None, None, "service_good_rate"],
    ),
    "drafts sent to the adviser are no public consultations": (
        "审核各部门报送合同19份、征求意见59件。公开征求意见12件。",
        ["review_contracts", None, "public_consultations"],
    ),
}


@pytest.mark.parametrize(("text", "rows"), IN_COMPANY.values(), ids=IN_COMPANY)
def test_figures_that_stand_together(text: str, rows: list[str | None]) -> None:
    """What a figure counts depends on those beside it."""
    assert [row for _, row in _readings(text)] == rows


def _row(name: str, *aliases: str, units: tuple[str, ...] = ("件",)) -> Indicator:
    return Indicator(
        id=name, topic="test", name_zh=name, name_en=name, units=units, aliases=aliases
    )


def _find(
    rows: list[Indicator], label: str, unit: str = "件", *, change: bool = False
) -> str | None:
    return Matcher(rows).find(label, unit, change=change, context=lambda: "行政复议工作")


def test_counting_units_are_one() -> None:
    """件, 宗, 起, 份 and 卷 count alike, 次 does not."""
    rows = [_row("received", "收到申请")]
    assert [_find(rows, "收到申请", unit) for unit in ("宗", "起", "次")] == ["received"] * 2 + [
        None
    ]


def test_the_row_that_explains_more_wins() -> None:
    """More words of the label decide, and two rows that explain as much leave it open."""
    rows = [_row("cases", "复议案件"), _row("closed", "复议案件+审结"), _row("other", "案件审结")]
    assert _find(rows, "复议案件") == "cases"
    assert _find(rows, "审结复议案件") == "closed"
    assert _find([_row("a", "复议案件"), _row("b", "案件审结")], "复议案件审结") is None


def test_bars_and_contexts_hold() -> None:
    """A barred word forbids a row, and a context word must stand around the figure."""
    rows = [_row("accepted", "案件受理-不予受理@复议"), _row("court", "案件受理@法院")]
    assert _find(rows, "案件受理") == "accepted"
    assert _find(rows, "案件受理不予受理") is None


def test_a_rise_is_no_count() -> None:
    """A change is read by rows of changes only."""
    assert _find([_row("cases", "复议案件", units=("%",))], "复议案件", "%", change=True) is None


def test_one_character_is_no_alias() -> None:
    """The first words of an alias have two characters at least."""
    with pytest.raises(RuleError):
        Matcher([_row("short", "件")])
