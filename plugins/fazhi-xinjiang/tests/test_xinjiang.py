"""
What the formats of Xinjiang read that the national ones do not.
"""

from __future__ import annotations

from pathlib import Path

import fazhi_xinjiang
import pytest

import fazhi
from fazhi import Format, Parser, Report
from fazhi.testing import check_format, check_report


SEEDS = Path(__file__).parents[3] / "seeds"
PARSER = Parser(plugins=[fazhi_xinjiang])

LETTER = """某地区行政公署
自治区党委依法治疆办:
按照《关于报送2022年法治政府建设工作总结的通知》要求,现将喀什地区工作开展情况报告如下:
今年以来,喀什地区完整准确贯彻新时代党的治疆方略,牢牢扭住社会稳定和长治久安总目标,坚持依法行政。
一、依法规范社会治理,推进维稳工作法治化
一是依法推动社会面防控。
二是依法管理宗教事务。
三是依法开展“访惠聚”驻村工作。选派工作队86支,落实4个100%要求。
二、深化“放管服”改革
一是精简审批。取消事项3项。
二是优化服务。
中共喀什地委  喀什地区行署
2023年1月12日
"""


def national(text: str) -> Report:
    return PARSER.parse(text, format="national.work-summary")


@pytest.fixture(scope="module")
def letter() -> Report:
    report = PARSER.parse(LETTER)
    check_report(report)
    return report


@pytest.mark.parametrize("format_", fazhi_xinjiang.fazhi_formats(), ids=lambda f: f.name)
def test_every_row_reads_its_examples(format_: Format) -> None:
    check_format(format_)


def test_the_letter_is_read_by_the_regions_format(letter: Report) -> None:
    assert letter.meta.format == "xinjiang.work-summary"
    quotes = {letter.quote(span) for span in letter.meta.format_evidence}
    assert {"社会稳定和长治久安", "依法治疆"} <= quotes
    assert letter.meta.region is not None
    assert (letter.meta.region.name, letter.meta.region.level) == ("喀什地区", "prefecture")


def test_items_published_without_their_body_are_noted(letter: Report) -> None:
    withheld = [letter.quote(note) for note in letter.notes if note.code == "section.withheld"]
    # 优化服务 has no body either, but its chapter is none that is withheld.
    assert withheld == ["一是依法推动社会面防控。", "二是依法管理宗教事务。"]
    assert "section.withheld" not in {note.code for note in national(LETTER).notes}


def test_the_office_of_the_region_is_the_addressee(letter: Report) -> None:
    assert letter.meta.addressee == "自治区党委依法治疆办"


SIGNATURES = [
    ("中共喀什地委  喀什地区行署", ("中共喀什地委", "喀什地区行署")),
    ("和田地委 行署", ("和田地委", "行署")),  # the second without its place
    ("喀什地区行政公署", ("喀什地区行政公署",)),
    ("第一师阿拉尔市", ("第一师阿拉尔市",)),  # division and city are one body
    ("新疆生产建设兵团第二师铁门关市", ("新疆生产建设兵团第二师铁门关市",)),
]


def signed(signature: str) -> str:
    return f"2023年,本地依法行政。\n一、工作成效\n(一)加强领导。认真落实。\n{signature}\n2024年1月8日\n"


@pytest.mark.parametrize(("signature", "issuers"), SIGNATURES)
def test_customary_signatures_are_issuers(signature: str, issuers: tuple[str, ...]) -> None:
    report = PARSER.parse(signed(signature), format="xinjiang.annual-report")
    assert report.meta.issuers == issuers


def test_the_national_format_does_not_know_all_of_them() -> None:
    assert [national(signed(s)).meta.issuers for s, _ in SIGNATURES] != [i for _, i in SIGNATURES]


def test_catchwords_are_no_metrics(letter: Report) -> None:
    assert [letter.quote(metric) for metric in letter.metrics] == ["86支", "3项"]
    core = national(LETTER)
    assert "100%" in [core.quote(metric) for metric in core.metrics]


def test_set_phrases_have_a_topic_of_their_own(letter: Report) -> None:
    topics = {finding.title: finding.topics[0] for finding in letter.findings}
    assert topics["依法开展“访惠聚”驻村工作"] == "local_special"


def test_the_seed_is_read_by_the_regions_format() -> None:
    report = PARSER.parse(SEEDS / "bayingolin-2021.txt")
    check_report(report)
    assert report.meta.format == "xinjiang.work-summary"
    assert report.meta.format_evidence != ()
    assert [note.code for note in report.notes].count("section.withheld") == 10


@pytest.mark.parametrize(
    "name", ["chuxiong-2024", "honghe-2023", "luohe-2023-inspection", "wuhua-2020"]
)
def test_reports_of_other_regions_are_left_alone(name: str) -> None:
    assert PARSER.parse(SEEDS / f"{name}.txt").meta.format.startswith("national.")


def test_the_plugin_is_installed_under_its_name() -> None:
    assert ("xinjiang.annual-report", "xinjiang") in {
        (record.name, record.plugin) for record in fazhi.list_formats()
    }
