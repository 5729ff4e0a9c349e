"""
Instruments are one however they are cited, and document numbers come apart.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

import fazhi
from fazhi.knowledge import DocumentNumber, read_document_number, resolve
from fazhi.knowledge.laws import _rows


# Ways to cite, full title, kind, level, what is odd about the ways.
SAME = [
    (
        ("《行政复议法》", "《中华人民共和国行政复议法》", "《行政复议法》(2023修订)", "《行政複議法》", "《行政複議(yì)法(fǎ)》", "行政复议法", "《行政复议法（2023年修订）》", "《 行政复议法 》"),
        "中华人民共和国行政复议法", "law", "law", "editions, scripts, marks",
    ),
    (
        ("民法典", "《民法典》", "《中华人民共和国民法典》"),
        "中华人民共和国民法典", "law", "law", "ends in 法典",
    ),
    (("宪法", "《中华人民共和国宪法》", "《憲法》"), "中华人民共和国宪法", "law", "law", "two characters"),
    (
        ("《行政处罚法》", "《行政處罰法》", "《行政处罚法》（2021修订）", "〈行政处罚法〉"),
        "中华人民共和国行政处罚法", "law", "law", "single marks",
    ),
    (
        ("《监督法》", "《各级人民代表大会常务委员会监督法》"),
        "中华人民共和国各级人民代表大会常务委员会监督法", "law", "law", "customary",
    ),
    (
        ("《地方组织法》",),
        "中华人民共和国地方各级人民代表大会和地方各级人民政府组织法", "law", "law", "customary",
    ),
    (
        ("《优化营商环境条例》", "优化营商环境条例"),
        "优化营商环境条例", "regulation", "administrative_regulation", "no 中华人民共和国",
    ),
    (
        ("《重大行政决策程序暂行条例》", "国务院令第713号", "《重大行政決策程序暫行條例》", "国务院令 第７１３号"),
        "重大行政决策程序暂行条例", "regulation", "administrative_regulation", "by number",
    ),
    (
        ("《政府信息公开条例》", "《中华人民共和国政府信息公开条例》"),
        "中华人民共和国政府信息公开条例", "regulation", "administrative_regulation", "",
    ),
    (
        ("《行政复议法实施条例》",),
        "中华人民共和国行政复议法实施条例", "regulation", "administrative_regulation", "not the law",
    ),
    (
        ("《法治政府建设与责任落实督察工作规定》", "厅字〔2019〕28号", "厅字[2019]28号"),
        "法治政府建设与责任落实督察工作规定", "regulation", "party_regulation", "by number",
    ),
    (
        ("《第一责任人职责规定》", "《党政主要负责人履行推进法治建设第一责任人职责规定》"),
        "党政主要负责人履行推进法治建设第一责任人职责规定", "regulation", "party_regulation", "customary",
    ),
    (("党章", "《中国共产党章程》"), "中国共产党章程", "regulation", "party_regulation", "customary"),
    (
        ("《中国共产党党务公开条例》", "《党务公开条例(试行)》", "《中国共产党党务公开条例（试行）》"),
        "中国共产党党务公开条例(试行)", "regulation", "party_regulation", "without its remark",
    ),
    (
        ("《法治政府建设实施纲要（2021—2025年）》", "法治政府建设实施纲要(2021-2025年)", "《法治政府建设实施纲要（2021至2025年）》", "中发〔2021〕33号"),
        "法治政府建设实施纲要(2021-2025年)", "plan", "policy", "dashes",
    ),
    (
        ("《法治政府建设实施纲要（2015－2020年）》",),
        "法治政府建设实施纲要(2015-2020年)", "plan", "policy", "the years tell the two apart",
    ),
    (
        (
            "《国务院办公厅关于印发〈提升行政执法质量三年行动计划（2023—2025年）〉的通知》",
            "《提升行政执法质量三年行动计划（2023—2025年）》",
            "国办发〔2023〕27号",
        ),
        "提升行政执法质量三年行动计划(2023-2025年)", "plan", "policy", "the notice that issued it",
    ),
    (
        ("《关于加强法治政府建设的意见》", "《国务院关于加强法治政府建设的意见》"),
        "国务院关于加强法治政府建设的意见", "document", "policy", "issuer left out",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("ways", "title", "kind", "level", "odd"), SAME, ids=lambda c: c if isinstance(c, str) else ""
)
def test_all_ways_to_cite_an_instrument_are_one(ways, title, kind, level, odd):
    found = {way: resolve(way) for way in ways}
    assert len(set(found.values())) == 1, odd
    instrument = found[ways[0]]
    assert instrument is not None
    assert (instrument.title, instrument.kind, instrument.level) == (title, kind, level), odd


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("《云南省优化营商环境条例》", "a province's own"),
        ("昆明市关于加强法治政府建设的意见", "a city's own"),
        ("《法治政府建设实施纲要》", "which of the two"),
        ("《章程》", "whose"),
        ("昆政发〔2018〕52号", "no national number"),
        ("中华人民共和国", "no instrument"),
        ("法", "a word"),
        ("", "nothing"),
        ("《》", "nothing between marks"),
        ("\x00", "no text"),
        ("\ud800", "half a character"),
        ("《" * 5000, "long"),
    ],
)
def test_what_the_table_has_not_is_none(text, odd):
    assert resolve(text) is None, odd


def test_a_draft_is_not_the_law():
    draft, law = resolve("《行政复议法（修订草案）》"), resolve("《行政复议法》")
    assert draft is not None
    assert law is not None
    assert (draft.title, draft.status, law.status) == (law.title, "draft", None)
    assert draft != law


def test_years_and_numbers_come_along():
    decision, contract = resolve("重大行政决策程序暂行条例"), resolve("《合同法》")
    assert decision is not None
    assert contract is not None
    assert decision.number == DocumentNumber("国务院令", None, 713)
    assert (decision.first, decision.last) == (2019, None)
    assert (contract.first, contract.last) == (1999, 2020)


def test_citations_of_a_report_are_resolved():
    text = "一、工作成效\n贯彻《中华人民共和国行政复议法》和《行政复议法》，落实国办发〔2023〕27号文件。"
    report = fazhi.Parser(plugins=[]).parse(text)
    titles = [found and found.title for found in map(fazhi.resolve, report.citations)]
    assert titles == ["中华人民共和国行政复议法"] * 2 + [
        "提升行政执法质量三年行动计划(2023-2025年)"
    ]


@pytest.mark.parametrize(
    ("text", "organ", "year", "serial", "odd"),
    [
        ("昆政发〔2018〕52号", "昆政发", 2018, 52, ""),
        ("昆政發〔2018〕52號", "昆政发", 2018, 52, "traditional script"),
        ("昆政发[2018]52号", "昆政发", 2018, 52, "square brackets"),
        ("昆政发【2018】52号", "昆政发", 2018, 52, "heavy brackets"),
        ("昆政发（2018）52号", "昆政发", 2018, 52, "round, full width"),
        ("昆政发(2018)第52号", "昆政发", 2018, 52, "第"),
        ("昆政发﹝2018﹞52号", "昆政发", 2018, 52, "small brackets"),
        ("昆政发2018〕52号", "昆政发", 2018, 52, "lost opening bracket"),
        ("昆政发〔2018 52号", "昆政发", 2018, 52, "lost closing bracket"),
        ("昆政发〔２０１８〕５２号", "昆政发", 2018, 52, "full-width digits"),
        ("昆政发〔2018〕 52 号", "昆政发", 2018, 52, "blanks"),
        ("昆政发〔2018〕052号", "昆政发", 2018, 52, "leading zero"),
        ("昆政发〔2018〕52", "昆政发", 2018, 52, "lost 号"),
        ("国办发〔2023〕27号文件", "国办发", 2023, 27, "文件 behind"),
        ("厅字〔2019〕28号", "厅字", 2019, 28, ""),
        ("法释〔2020〕3号", "法释", 2020, 3, ""),
        ("国务院令第713号", "国务院令", None, 713, "no year"),
        ("中华人民共和国国务院令第713号", "国务院令", None, 713, "in full"),
        ("国令第714号", "国务院令", None, 714, "in short"),
        ("主席令第九号", "主席令", None, 9, "Chinese numeral"),
        ("中华人民共和国主席令第一二三号", "主席令", None, 123, "digits in Chinese"),
        ("主席令第十三号", "主席令", None, 13, "Chinese numeral"),
        ("第713号国务院令", "国务院令", None, 713, "the noun behind"),
        ("司法部令（第5号）", "司法部令", None, 5, "in brackets"),
        ("市场监管总局公告2023年第5号", "市场监管总局公告", 2023, 5, "year before the serial"),
    ],
)
def test_a_document_number_comes_apart(text, organ, year, serial, odd):
    assert read_document_number(text) == DocumentNumber(organ, year, serial), odd


@pytest.mark.parametrize(
    "number", ["昆政发〔2018〕52号", "国务院令第713号", "市场监管总局公告2023年第5号"]
)
def test_a_document_number_is_written_in_one_way(number):
    assert str(read_document_number(number)) == number


@pytest.mark.parametrize(
    "text", ["", "2018", "昆政发", "昆政发〔2018〕号", "〔2018〕52号", "第5号", "昆政发〔2018〕52号和53号", "令", "\x00", "\ud800", "〔" * 5000]
)  # fmt: skip
def test_what_is_no_document_number_is_none(text):
    assert read_document_number(text) is None


def test_the_table_names_each_instrument_once_and_finds_it():
    rows = _rows()
    assert len(rows) > 900
    assert len({row.name for row in rows}) == len(rows)
    lost = [
        row.name for row in rows if (found := resolve(row.name)) is None or found.title != row.name
    ]
    assert lost == []


def test_the_table_is_read_only_when_asked():
    code = "import fazhi.knowledge.laws as laws; assert not laws._rows.cache_info().currsize"
    subprocess.run([sys.executable, "-c", code], check=True)
