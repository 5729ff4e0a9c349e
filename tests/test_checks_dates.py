"""Rules on dates, beyond the examples that each of them carries."""

from __future__ import annotations

import pytest

import fazhi
from fazhi.checks.dates import RULES
from fazhi.model import Outcome
from fazhi.model.audit import Examined
from fazhi.text import fold


PARSER = fazhi.Parser(plugins=[])
BY_CODE = {check.code: check for check in RULES}


def report(
    words: str = "开会3次。", *, year: int = 2023, date: str = "2024年2月7日", page: str = ""
) -> str:
    """Return a report on *year* with *words* in its first chapter."""
    head = f"五华区人民政府关于{year}年度法治政府建设情况的报告\n{page}现将{year}年法治政府建设情况报告如下。\n"
    tail = "二、存在问题\n执法力量不足。\n三、下一步打算\n加强执法培训。\n五华区人民政府\n"
    return f"{head}一、工作成效\n{words}\n{tail}{date}\n"


def outcome(code: str, text: str) -> Outcome:
    """Return what the rule *code* says of *text*."""
    return BY_CODE[code].run(Examined(report=PARSER.parse(text), document=fold(text)))


RESULTS = [
    ("FZ401", report(date="2024年4月2日"), "fail"),
    ("FZ401", report(date="2024年4月1日"), "pass"),  # the last day is let pass
    ("FZ401", report(year=2017, date="2018年4月9日"), "not_applicable"),  # before the regulation
    ("FZ401", report(date=""), "unknown"),
    ("FZ401", report(date="2024年4月9日").replace("情况的报告", "工作要点"), "not_applicable"),
    ("FZ402", report(page="发布日期：2024-04-15\n"), "fail"),
    ("FZ402", report(), "unknown"),
    (
        "FZ402",
        report(page="发布日期：2024-09-15\n").replace("法治政府建设情况的报告", "市级决算的报告"),
        "not_applicable",
    ),  # of another subject
    ("FZ403", report(date="2024年3月12日"), "fail"),
    ("FZ404", report(date="2024年1月2日"), "pass"),
    ("FZ405", report(date="2022年2月7日"), "fail"),
    ("FZ406", report(page="发布日期：2024-02-07\n"), "pass"),  # on the same day
    ("FZ407", report("2023年2月29日开会3次。"), "fail"),  # no leap year
    ("FZ407", report("2月29日开会3次。"), "pass"),  # of some year
    ("FZ407", report("4月31日开会3次。"), "fail"),
    ("FZ407", report("12月31日前办案5件，历时15月。"), "pass"),
    ("FZ408", report("5月31日至27日开会3次。"), "fail"),
    ("FZ408", report("12月5日至1月10日开会3次。"), "pass"),  # over the turn of the year
    ("FZ408", report("编制2021-2025年规划3项。"), "pass"),
    ("FZ408", report("电话0874—2025—2021年办案5件。"), "pass"),  # figures of a number
    ("FZ409", report("2024年3月5日开会3次。"), "fail"),
    ("FZ409", report("条例自2024年5月1日起施行，开会3次。"), "pass"),
    ("FZ409", report("到2025年12月，办案5件。"), "pass"),
    ("FZ410", report("2022年9月27日授牌，开会3次。"), "fail"),
    ("FZ410", report("自2022年9月27日起办案5件。"), "pass"),
    ("FZ410", report("落实《实施方案》(2022年9月印发)，开会3次。"), "pass"),
    (
        "FZ411",
        report().replace("三、下一步打算", "三、2023年工作打算"),
        "fail",
    ),  # last year's heading
    ("FZ411", report().replace("三、下一步打算", "三、2024年工作打算"), "pass"),
    ("FZ412", report().replace("现将2023", "现将2022"), "fail"),
    ("FZ413", report("2022年，全区受理行政复议申请17件。"), "fail"),
    ("FZ413", report("2022年，全区受理行政复议申请17件，同比增长5%。"), "pass"),
    ("FZ413", report("受理行政复议申请21件，2022年为17件。"), "pass"),
    ("FZ414", report("落实《法治政府建设实施纲要（2015—2020年）》。"), "fail"),
    ("FZ414", report("开展《法治政府建设实施纲要（2015—2020年）》终期评估。"), "pass"),
    (
        "FZ415",
        report(
            "落实《提升行政执法质量三年行动计划（2023—2025年）》。", year=2020, date="2021年2月7日"
        ),
        "fail",
    ),
    ("FZ416", report("宣传《合同法》5场。"), "fail"),
    ("FZ416", report("对照民法典清理引用原《合同法》的文件5件。"), "pass"),
    ("FZ416", report("宣传《合同法》5场。", year=2019, date="2020年2月7日"), "pass"),
    ("FZ417", report("落实《通知》（云政发〔2025〕12号）。"), "fail"),
    ("FZ417", report("落实《通知》（云政发〔2024〕2号）。"), "pass"),
    ("FZ418", report("学习党的二十届三中全会精神，开会3次。"), "fail"),
    ("FZ418", report("学习党的二十大精神，开会3次。"), "pass"),
]


@pytest.mark.parametrize(("code", "text", "expected"), RESULTS)
def test_outcomes(code: str, text: str, expected: str) -> None:
    """Every rule says whether it holds, fails, cannot tell or does not apply."""
    assert outcome(code, text).result == expected


def test_late_in_both_ways_is_said_once_aloud() -> None:
    """What was signed late was published late; the second is a remark."""
    text = report(date="2024年4月9日", page="发布日期：2024-04-15\n")
    severities = [outcome(code, text).violations[0].severity for code in ("FZ401", "FZ402")]
    assert severities == ["warning", "info"]


def test_a_pass_shows_its_date() -> None:
    """A report in time shows the date that says so."""
    text = report()
    (span,) = outcome("FZ401", text).spans
    assert text[span.slice()] == "2024年2月7日"


def test_formula_shows_both_dates() -> None:
    """A late report is told with its date and the limit."""
    (violation,) = outcome("FZ401", report(date="2024年4月9日")).violations
    assert violation.formula == "2024-04-09 > 2024-04-01"


def test_summaries_in_december_are_a_remark() -> None:
    """A summary of work is often asked for before the year is over."""
    text = report(date="2023年12月17日").replace("情况的报告", "工作总结")
    assert [v.severity for v in outcome("FZ404", text).violations] == ["info"]
