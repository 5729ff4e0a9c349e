"""
Pages that give each character's sound in brackets: what is read is what the page without them gives.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from fazhi import Parser, Report
from fazhi.testing import check_report


PARSER = Parser(plugins=[])
HERE = Path(__file__).parent
TEXTS = sorted([*(HERE / "reports").glob("*.txt"), *(HERE.parent / "seeds").glob("*.txt")])
SOUNDS = {
    "现": "xiàn", "会": "huì ", "实": "shí", "产": "chǎn", "业": "yè", "项": "xiàng", "关": "guān", "达": "dá",
    "认": "rèn", "强": "qiáng", "领": "lǐng", "导": "dǎo", "经": "jīng", "济": "jì", "个": "gè", "点": "diǎn",
    "规": "guī", "动": "dòng", "长": "zhǎng", "监": "jiān", "环": "huán", "标": "biāo", "准": "zhǔn", "时": "shí",
    "设": "shè", "国": "guó", "报": "bào", "内": "nèi", "应": "yīng", "务": "wù", "开": "kāi", "着": "zhe",
    "實": "shí", "產": "chǎn", "業": "yè", "項": "xiàng", "關": "guān", "達": "dá", "強": "qiáng", "個": "gè",
    "規": "guī", "動": "dòng", "長": "zhǎng", "設": "shè", "報": "bào", "務": "wù", "開": "kāi", "會": "huì ",
}  # fmt: skip
SOUND = re.compile("[(][a-zāáǎàēéěèīíǐìōóǒòūúǔù]+ ?[)]")


def sounded(text: str) -> str:
    """
    Return *text* with the sounds of its characters.
    """
    return "".join(f"{sign}({SOUNDS[sign]})" if sign in SOUNDS else sign for sign in text)


def bare(value: Any) -> Any:
    """
    Return what a report says as data, without sounds, blanks and offsets.
    """
    if isinstance(value, str):
        return "".join(SOUND.sub("", value).split())
    if isinstance(value, list):
        return [bare(item) for item in value]
    if isinstance(value, dict):
        kept = (key for key in value if key not in {"span", "title_span", "label_spans", "notes"})
        return {key: bare(value[key]) for key in kept if key not in {"evidence", "format_evidence"}}
    return value


def said(report: Report) -> Any:
    return bare(report.to_dict())


@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_a_page_with_sounds_is_read_like_one_without(path: Path) -> None:
    """Metadata, outline, figures, citations and findings are the same, and stand in the text."""
    text = path.read_text(encoding="utf-8")
    report = PARSER.parse(sounded(text))
    assert report.text == sounded(text)
    assert said(report) == said(PARSER.parse(text))
    check_report(report)


TEXT = (
    "富縣人民政府工作報(bào)告\n一、工作成效\n企業(yè)達(dá)到8個(gè),貢獻(xiàn)率提高16.7個(gè)百分點(diǎn)。"
    "依據(jù)《行政處罰法(fǎ)》辦理。"
)


def test_words_are_those_of_the_text() -> None:
    """What a node says holds the sounds of the text; a figure ends with its unit."""
    report = PARSER.parse(TEXT)
    assert report.meta.title == "富縣人民政府工作報(bào)告"
    assert [report.quote(metric) for metric in report.metrics] == ["8個", "16.7個(gè)百分點"]
    assert [metric.label for metric in report.metrics] == ["企業", "貢獻(xiàn)率提高"]
    assert [citation.title for citation in report.citations] == ["行政處罰法(fǎ)"]
    assert [(note.code, report.quote(note)) for note in report.notes] == [("text.pinyin", "(bào)")]


def test_sounds_may_lack_their_tone() -> None:
    """Where there are many, syllables without tone are sounds as well, also given twice."""
    text = "截(jie)至(zhi)年末,全省(sheng)(sheng)常(chang)住(zhu)人(ren)口(kou)12656.8萬(wan)人(ren),提(ti)高(gao)0.16個(ge)百分(fen)點(dian)。"
    report = PARSER.parse(text)
    assert [(str(m.value), m.unit) for m in report.metrics] == [
        ("126568000", "人"),
        ("0.16", "百分点"),
    ]
    assert [bare(m.label) for m in report.metrics] == ["常住人口", "常住人口提高"]
    check_report(report)


@pytest.mark.parametrize("text", ["办理案(a)件12件。", "使用平台(app)办理12件。", "(bào)告12件。"])
def test_other_letters_in_brackets_are_none(text: str) -> None:
    report = PARSER.parse(text)
    assert not [note for note in report.notes if note.code == "text.pinyin"]


def test_an_empty_title_stays_at_its_place() -> None:
    """A text that begins with no heading has a section whose title is empty."""
    report = PARSER.parse("20件,已审结(jié)9件。\n二、存在的不足\n力度不足。\n")
    assert [section.title_span.start for section in report.sections if not section.title] == [0]
    check_report(report)
