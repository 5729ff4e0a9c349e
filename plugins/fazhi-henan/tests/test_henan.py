"""
What the formats of Henan read that the national ones do not.
"""

from __future__ import annotations

from pathlib import Path

import fazhi_henan
import pytest

import fazhi
from fazhi import Format, Parser, Report
from fazhi.testing import check_format, check_report


SEEDS = Path(__file__).parents[3] / "seeds"
PARSER = Parser(plugins=[fazhi_henan])

GOVERNMENT = """国务院:
2023年,河南省坚持依法行政,推进服务型行政执法建设。现将有关情况报告如下:
一、健全推进机制。一是完善“1211”机制。以1个平台、2个抓手、1个带动、1个考核为主体,召开会议6次。二是开展依法行政示范单位创建。命名35个。
二、提升执法水平。一是落实行政执法责任制。培树示范点12个。二是推行“1村1警”。配备警力300名。
河南省人民政府
2024年3月5日
"""

CONGRESS = """关于2023年法治政府建设情况的调研报告
市八届人大常委会第十次会议文件(三)
市人大监察司法委
市八届人大常委会第十次会议:
按照安排,5月上旬,调研组对洛阳市法治政府建设情况进行了调研。
一、基本情况
(一)健全府院联动机制。成效明显。
二、存在问题
(一)力量不够。人员不足。
三、意见建议
(一)加强领导。压实责任。
"""


@pytest.fixture(scope="module")
def government() -> Report:
    report = PARSER.parse(GOVERNMENT)
    check_report(report)
    return report


@pytest.fixture(scope="module")
def congress() -> Report:
    report = PARSER.parse(CONGRESS)
    check_report(report)
    return report


@pytest.mark.parametrize("format_", fazhi_henan.fazhi_formats(), ids=lambda f: f.name)
def test_every_row_reads_its_examples(format_: Format) -> None:
    check_format(format_)


def test_the_government_reports_in_chapters_of_one_paragraph(government: Report) -> None:
    assert government.meta.format == "henan.annual-report"
    assert government.meta.addressee == "国务院"
    titles = [[child.title for child in chapter.children] for chapter in government.sections[1:]]
    assert titles == [
        ["完善“1211”机制", "开展依法行政示范单位创建"],
        ["落实行政执法责任制", "推行“1村1警”"],
    ]


def test_programmes_are_no_metrics(government: Report) -> None:
    assert [government.quote(m) for m in government.metrics] == ["6次", "35个", "12个", "300名"]
    national = PARSER.parse(GOVERNMENT, format="national.annual-report")
    assert "2个" in [national.quote(metric) for metric in national.metrics]


def test_counts_that_look_like_a_programme_stay() -> None:
    report = PARSER.parse(GOVERNMENT.replace("召开会议6次", "办理案件1211件"))
    assert report.quote(report.metrics[0]) == "1211件"


def test_programmes_and_titles_have_topics(government: Report) -> None:
    topics = {finding.title: finding.topics[0] for finding in government.findings}
    assert topics["完善“1211”机制"] == "leadership"
    assert topics["落实行政执法责任制"] == "enforcement"


def test_papers_of_a_session_are_read_by_the_congress_format(congress: Report) -> None:
    assert congress.meta.format == "henan.npc-inspection"
    assert congress.meta.kind == "research_report"
    assert congress.meta.issuers == ("市人大监察司法委",)
    assert congress.meta.addressee == "市八届人大常委会第十次会议"
    national = PARSER.parse(CONGRESS, format="national.npc-inspection")
    assert (national.meta.issuers, national.meta.addressee) != (
        congress.meta.issuers,
        congress.meta.addressee,
    )


AUTHORS = [
    ("驻漯全国、省人大代表视察组", ("驻漯全国、省人大代表视察组",)),  # one group, not two
    ("市人大社会建设委员会", ("市人大社会建设委员会",)),
    ("洛阳市人大常委会法制工作委员会", ("洛阳市人大常委会法制工作委员会",)),
]


@pytest.mark.parametrize(("author", "issuers"), AUTHORS)
def test_groups_of_congresses_are_issuers(author: str, issuers: tuple[str, ...]) -> None:
    text = CONGRESS.replace("市人大监察司法委", author)
    assert PARSER.parse(text, format="henan.npc-inspection").meta.issuers == issuers


def test_the_seed_is_read_by_the_congress_format() -> None:
    report = PARSER.parse(SEEDS / "luohe-2023-inspection.txt")
    check_report(report)
    assert report.meta.format == "henan.npc-inspection"
    assert report.meta.format_evidence != ()


@pytest.mark.parametrize("name", ["bayingolin-2021", "chuxiong-2024", "honghe-2023", "wuhua-2020"])
def test_reports_of_other_regions_are_left_alone(name: str) -> None:
    assert PARSER.parse(SEEDS / f"{name}.txt").meta.format.startswith("national.")


def test_the_plugin_is_installed_under_its_name() -> None:
    assert ("henan.npc-inspection", "henan") in {
        (record.name, record.plugin) for record in fazhi.list_formats()
    }


def test_a_report_of_no_known_place_is_read_by_the_national_format() -> None:
    """Where the place is unknown and as much speaks for the national format, that reads it."""
    text = """关于检查《优化营商环境条例》实施情况的报告
市人大常委会执法检查组
根据监督工作计划,市人大常委会组织开展了执法检查和调研。
一、基本情况
(一)营商环境改善。新增市场主体300户。
二、存在问题
(一)力量不够。人员不足。
"""
    report = PARSER.parse(text)
    assert (report.meta.region, report.meta.format) == (None, "national.npc-enforcement")
