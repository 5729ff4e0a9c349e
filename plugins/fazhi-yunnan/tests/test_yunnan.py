"""
What the formats of Yunnan read that the national ones do not.
"""

from __future__ import annotations

from pathlib import Path

import fazhi_yunnan
import pytest

import fazhi
from fazhi import Format, Parser, Report
from fazhi.testing import check_format, check_report


SEEDS = Path(__file__).parents[3] / "seeds"
PARSER = Parser(plugins=[fazhi_yunnan])

REPORT = """2023年,怒江州坚持以习近平法治思想为指导,依法行政。现将有关情况报告如下。
一、主要举措和成效
(一)提升服务效能。推广“1部手机办事通”,率先推行“一证即办”,公布事项93项。
(二)服务“3815”战略。3年上台阶、8年大发展、15年大跨越,完成项目12个。
(三)以“湖泊革命”守护绿水青山。查处案件5件。
二、存在问题
(一)力量不够。人员不足。
怒江州委州政府
2024年2月7日
"""


def national(text: str) -> Report:
    return PARSER.parse(text, format="national.annual-report")


@pytest.fixture(scope="module")
def report() -> Report:
    report = PARSER.parse(REPORT)
    check_report(report)
    return report


@pytest.mark.parametrize("format_", fazhi_yunnan.fazhi_formats(), ids=lambda f: f.name)
def test_every_row_reads_its_examples(format_: Format) -> None:
    check_format(format_)


def test_the_report_is_read_by_the_provinces_format(report: Report) -> None:
    assert report.meta.format == "yunnan.annual-report"
    quotes = {report.quote(span) for span in report.meta.format_evidence}
    assert {"怒江州", "一证即办"} & quotes != set()
    assert report.meta.region is not None
    assert report.meta.region.name == "怒江傈僳族自治州"


def test_programmes_are_no_metrics(report: Report) -> None:
    assert [report.quote(metric) for metric in report.metrics] == ["93项", "12个", "5件"]
    quotes = list(map(national(REPORT).quote, national(REPORT).metrics))
    assert "1部" in quotes
    assert "15年" in quotes


def test_counts_that_look_like_a_programme_stay() -> None:
    text = REPORT.replace("公布事项93项", "公布事项1262项,办件3815件")
    report = PARSER.parse(text)
    assert [report.quote(metric) for metric in report.metrics][:2] == ["1262项", "3815件"]


SIGNATURES = [
    ("怒江州委州政府", ("怒江州委", "州政府")),  # joined without a mark
    ("红河州委、州政府", ("红河州委", "州政府")),
    ("迪庆州委办 州政府办", ("迪庆州委办", "州政府办")),
]


@pytest.mark.parametrize(("signature", "issuers"), SIGNATURES)
def test_joint_issuers_by_customary_names(signature: str, issuers: tuple[str, ...]) -> None:
    text = REPORT.replace("怒江州委州政府", signature)
    assert PARSER.parse(text, format="yunnan.annual-report").meta.issuers == issuers


def test_the_national_format_does_not_know_all_of_them() -> None:
    texts = [REPORT.replace("怒江州委州政府", signature) for signature, _ in SIGNATURES]
    assert [national(t).meta.issuers for t in texts] != [issuers for _, issuers in SIGNATURES]


def test_local_matters_have_topics(report: Report) -> None:
    own = {finding.title: finding.topics[0] for finding in report.findings}
    core = {finding.title: finding.topics[0] for finding in national(REPORT).findings}
    title = "以“湖泊革命”守护绿水青山"
    assert (own[title], core[title] != own[title]) == ("local_special", True)


# Headings of the 2015 outline as Kunming's districts number them through all chapters.
MEASURES = [
    ("完善宏观调控", "functions"),
    ("严格决策责任追究", "decision"),
    ("完善社会监督和舆论监督机制", "oversight"),
    ("部署核评价和督促检查", "leadership"),  # as printed, 考 is missing
    ("加强理论研究典型示范和宣传引导", "leadership"),
]


@pytest.mark.parametrize(("heading", "topic"), MEASURES)
def test_the_measures_of_the_2015_outline_have_their_topics(heading: str, topic: str) -> None:
    text = f"2020年,五华区依法行政。\n一、工作情况\n(一){heading}\n认真落实。\n"
    report = PARSER.parse(text, format="yunnan.annual-report")
    assert report.findings[0].topics[0] == topic


@pytest.mark.parametrize("name", ["chuxiong-2024", "honghe-2023", "wuhua-2020"])
def test_the_seeds_are_read_by_the_provinces_format(name: str) -> None:
    report = PARSER.parse(SEEDS / f"{name}.txt")
    check_report(report)
    assert report.meta.format == "yunnan.annual-report"
    assert report.meta.format_evidence != ()


@pytest.mark.parametrize("name", ["bayingolin-2021", "luohe-2023-inspection"])
def test_reports_of_other_regions_are_left_alone(name: str) -> None:
    assert PARSER.parse(SEEDS / f"{name}.txt").meta.format.startswith("national.")


def test_the_plugin_is_installed_under_its_name() -> None:
    assert ("yunnan.annual-report", "yunnan") in {
        (record.name, record.plugin) for record in fazhi.list_formats()
    }
