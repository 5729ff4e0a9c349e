"""
Pages whose lines break at each change from words to figures: what is read is what the whole page gives.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fazhi import Parser, Report
from fazhi.testing import check_report


PARSER = Parser(plugins=[])
HERE = Path(__file__).parent
TEXTS = sorted([*(HERE / "reports").glob("*.txt"), *(HERE.parent / "seeds").glob("*.txt")])
# Where words and figures meet, as the pieces of a web page's paragraph do.
MEETING = re.compile(
    r"(?<=[\u4e00-\u9fff，。；、）])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff，。；、）])|(?<=%)(?=[\u4e00-\u9fff，。；、）])"
)
# A paragraph is longer; headings are of one piece.
HEADING = 60
# Too few places to tell, and figures that hold blanks (9 4.5分), which a break cuts anew.
OTHER_VALUES = {"luhe-2021-opinions", "dulou-town-2021"}


QUOTED = re.compile("(?<=.)(?=[“”])|(?<=[“”])(?=.)")


def torn(text: str, at: re.Pattern[str] = MEETING) -> str:
    """
    Return *text* with a line break wherever words and figures of a paragraph meet.
    """
    lines = text.split("\n")
    return "\n".join(at.sub("\n", line) if len(line) > HEADING else line for line in lines)


def values(report: Report) -> list[tuple[str, str | None]]:
    return [(str(metric.value), metric.unit) for metric in report.metrics]


@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_a_torn_page_gives_the_figures_of_the_whole_one(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    report = PARSER.parse(torn(text))
    assert report.text == torn(text)
    check_report(report)
    same = values(report) == values(PARSER.parse(text))
    assert same is (path.stem not in OTHER_VALUES)


def test_labels_are_those_of_the_whole_page() -> None:
    """Of the annotated reports' labels no more than 12 differ."""
    differing = 0
    for path in TEXTS:
        text = path.read_text(encoding="utf-8")
        if path.stem not in OTHER_VALUES:
            pairs = zip(PARSER.parse(text).metrics, PARSER.parse(torn(text)).metrics, strict=True)
            differing += sum(whole.label != piece.label for whole, piece in pairs)
    assert differing <= 12


@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_quotation_marks_on_lines_of_their_own_cost_nothing(path: Path) -> None:
    text = torn(path.read_text(encoding="utf-8"))
    report = PARSER.parse(torn(text, QUOTED))
    check_report(report)
    assert values(report) == values(PARSER.parse(text))


TEXT = (
    "某镇\n2023\n年政府工作报告\n一、2023年工作回顾\n前三季度,完成地区生产总值\n12\n亿元,增长\n5%\n;\n"
    "1—10\n月份,财政收入\n120\n万元,增长\n14.9%\n。\n二、下一步打算\n新增企业\n8\n家。\n1.\n特色农业提质扩量\n。\n"
    "花生种植面积达\n7860\n亩\n。\n12345热线受理群众诉求30件。"
)


def test_breaks_are_those_between_words_and_figures() -> None:
    """Title, outline and figures are whole; paragraphs that begin with a figure stay paragraphs."""
    report = PARSER.parse(TEXT)
    assert report.meta.title == "某镇2023年政府工作报告"
    titles = [section.title for top in report.sections for section in top.walk()]
    assert titles == ["2023年工作回顾", "下一步打算", "特色农业提质扩量"]
    found = [(str(m.value), m.unit, m.label) for m in report.metrics]
    assert found == [
        ("1200000000", "元", "完成地区生产总值"),
        ("5", "%", "地区生产总值增长"),
        ("1200000", "元", "财政收入"),
        ("14.9", "%", "财政收入增长"),
        ("8", "家", "新增企业"),
        ("7860", "亩", "花生种植面积"),
        ("30", "件", "12345热线受理群众诉求"),
    ]
    assert "text.torn" in {note.code for note in report.notes}
    check_report(report)


@pytest.mark.parametrize(
    "text",
    [
        "一、工作成效\n受理案件\n12\n件。",
        "行政许可\n120\n行政处罚\n30\n行政强制\n8\n行政检查\n90\n行政裁决\n4\n行政确认\n6",
    ],
)
def test_few_breaks_and_cells_of_a_table_are_none(text: str) -> None:
    report = PARSER.parse(text)
    assert not [note for note in report.notes if note.code == "text.torn"]


PIECES = (
    "(一)加大市容整治，确保环境得到提升。\n一是加强市容管理。今年，共开展专项整治行动\n150余次，出动\n8000\n余人次。发放\n1500\n多份通知书；"
    "解决群众来访\n90多次。二是配备\n15台设备，开展\n“\n牛皮癣\n”\n清理。\n(二)开展网格化管理\n2020\n年我局完成派件\n3312\n件。"
)


def test_a_heading_ends_before_a_torn_year_and_items_go_on_behind_torn_figures() -> None:
    report = PARSER.parse(PIECES)
    check_report(report)
    assert [(part.marker, part.title) for part in report.walk()] == [
        ("(一)", "加大市容整治，确保环境得到提升"),
        ("一是", "加强市容管理"),
        ("二是", "配备15台设备，开展“牛皮癣”清理"),
        ("(二)", "开展网格化管理"),
    ]
    assert [metric.label for metric in report.metrics] == [
        "开展专项整治行动", "出动", "发放通知书", "解决群众来访", "配备设备", "完成派件",
    ]  # fmt: skip


def test_a_break_behind_a_sound_leaves_the_sound() -> None:
    """A page with both damages keeps the sound of a heading's last character in the heading."""
    report = PARSER.parse("一、工作\n2\n,\n，\n一是规(guī)制(zhì)\n；二是检查\n12\n件。")
    check_report(report)
    assert {"text.torn", "text.pinyin"} <= {note.code for note in report.notes}
