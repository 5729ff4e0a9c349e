"""
What is read from pages that a conversion damaged, and which note says so; the text stays as it is.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from fazhi import Parser, Report
from fazhi.testing import check_report


PARSER = Parser(plugins=[])
TITLE = "安吉县2023年法治政府建设情况报告"
BODY = (
    "2023年,安吉县坚持依法行政。现将情况报告如下:\n"
    "一、工作成效\n(一)规范执法。办理案件12件。\n(二)加强学习。学习3次。\n"
)
# Headings and metrics of the body as it should be.
OUTLINE = ["", "工作成效", "规范执法", "加强学习"]
FIGURES = ["12 件", "3 次"]


class Case(NamedTuple):
    """
    A damaged page.

    Attributes:
        name: What is odd.
        text: The page.
        notes: Codes of its notes with the words that each points at.
        facts: Fields of the metadata that differ from the default.
        outline: Headings, where they differ from those of the body.
        figures: Metrics, where they differ.
    """

    name: str
    text: str
    notes: dict[str, str] = {}  # noqa: RUF012 - never changed
    facts: dict[str, str | None] = {}  # noqa: RUF012
    outline: list[str] = OUTLINE
    figures: list[str] = FIGURES


def page(*head: str, body: str = BODY, foot: str = "") -> str:
    """
    Return a page with lines before the title, the title, the body and a foot.
    """
    return "\n".join((*head, TITLE, body)) + foot


def body(old: str, new: str) -> str:
    """
    Return a page in whose body *new* stands for *old*.
    """
    assert old in BODY
    return page(body=BODY.replace(old, new))


def text(report: Report, code: str) -> list[str]:
    return [report.quote(note) for note in report.notes if note.code == code]


FURNITURE = [
    Case("nothing odd", page()),
    Case("a path of links", page("首页 > 政务公开 > 法治政府"),
         {"text.outside": "首页 > 政务公开 > 法治政府"}),
    Case("a menu of two lines", page("无障碍 简体|繁体", "您当前的位置:首页>>政务公开"),
         {"text.outside": "无障碍 简体|繁体\n您当前的位置:首页>>政务公开"}),
    Case("index table with colons",
         page("索 引 号: 11330523/2024-0021 主题分类: 司法", "成文日期: 2024-03-01"),
         {"text.outside": "索 引 号: 11330523/2024-0021 主题分类: 司法\n成文日期: 2024-03-01"},
         {"date": "2024-03-01"}),
    Case("index table glued", page("索引号11330523-2024-1", "发布机构安吉县司法局"),
         {"text.outside": "索引号11330523-2024-1\n发布机构安吉县司法局"}),
    Case("index table with bars, the title in it",
         f"索 引 号 | 1133/2024 | 发布日期 | 2024-03-05 |\n标 题 | {TITLE} |\n{BODY}",
         {"text.outside": f"索 引 号 | 1133/2024 | 发布日期 | 2024-03-05 |\n标 题 | {TITLE} |"},
         {"published": "2024-03-05"}),
    Case("index table in square brackets", page("【索引号】1133-2024", "【发布日期】2024-03-05"),
         {"text.outside": "【索引号】1133-2024\n【发布日期】2024-03-05"},
         {"published": "2024-03-05"}),
    Case("index table of bullets without names", page("• 1133-2024-1", "• 安吉县司法局"),
         {"text.outside": "• 1133-2024-1"}),
    Case("source, date and font on one line",
         f"{TITLE}\n来源:县司法局 发布时间:2024-01-22 09:30 【字体:大 中 小】 浏览次数:35\n{BODY}",
         {"text.outside": "来源:县司法局 发布时间:2024-01-22 09:30 【字体:大 中 小】 浏览次数:35"},
         {"published": "2024-01-22"}),
    Case("label and value on lines of their own", f"{TITLE}\n发布时间:\n2024-01-22\n来源:\n{BODY}",
         {"text.outside": "发布时间:"}, {"published": "2024-01-22"}),
    Case("day before month", f"{TITLE}\n22.01.2024  08:22\n{BODY}",
         {"text.outside": "22.01.2024  08:22"}, {"published": "2024-01-22"}),
    Case("the title twice", f"{TITLE}\n{page()}", {"text.outside": TITLE}),
    Case("the title three times", f"{TITLE}\n\n{TITLE}\n{page()}",
         {"text.outside": f"{TITLE}\n{TITLE}"}),
    Case("the title over three lines",
         f"安吉县人民政府\n关于2023年法治政府建设\n情况的报告\n{BODY}",
         facts={"title": "安吉县人民政府关于2023年法治政府建设情况的报告"}),
    Case("the title torn after 的", f"关于安吉县法治政府建设情况的\n视察报告\n{BODY}",
         facts={"title": "关于安吉县法治政府建设情况的视察报告", "kind": "inspection_report"}),
    Case("a title whose first line could be one",
         f"安吉县人民政府关于法治政府建设情况报告\n审议意见研究处理情况的报告\n{BODY}",
         facts={"title": "安吉县人民政府关于法治政府建设情况报告审议意见研究处理情况的报告",
                "kind": "rectification_report"}),
    Case("signature, then the page's foot",
         page(foot="安吉县人民政府\n2024年1月5日\n上一篇:没有了\n主办:安吉县人民政府 ICP备05060933号\n"),
         {"text.outside": "上一篇:没有了\n主办:安吉县人民政府 ICP备05060933号"},
         {"date": "2024-01-05"}),
]  # fmt: skip
CHARACTERS = [
    Case("full-width figures", body("12件", "１２件")),
    Case("full-width letters and percent", body("12件。", "12件,合格率９９．５％。"),
         figures=["12 件", "99.5 %", "3 次"]),
    Case("a blank inside of a number", body("12件", "1 2件"), {"text.blanks": "1 2件"}),
    Case("a blank before the unit alone", body("12件", "12 件")),
    Case("a blank that does not break", body("12件", "12\xa0件")),
    Case("Windows line ends", page().replace("\n", "\r\n")),
    Case("question marks for blanks", page(body=BODY.replace("\n(", "\n????(")),
         {"text.question-marks": "????", "outline.damage": "????"}),
    Case("question marks before the opening", page(body=f"??{BODY}"),
         {"text.question-marks": "??", "outline.damage": "??"}),
    Case("a dash lost between years",
         body("依法行政。", "依法行政,落实《法治政府建设实施纲要(20212025年)》。"),
         {"text.dash": "20212025"}),
    Case("年 lost after the year", body("办理案件", "截至20256月办理案件"), {"text.date": "20256月"}),
    Case("年 and 月 lost", body("办理案件", "截至2025730日办理案件"), {"text.date": "2025730日"}),
    Case("the sound after a character", body("案件", "案(àn)件"), {"text.pinyin": "(àn)"}),
    Case("a letter in brackets is none", body("案件", "案(a)件")),
    Case("bytes nobody could read", body("案件", "案\ufffd件"), {"text.damaged": "\ufffd"}),
]  # fmt: skip
LINES = [
    Case("a break inside of a word",
         body("办理案件12件", "对全县各单位开展监督检查,并依法办理行政处\n罚案件12件"),
         {"text.breaks": "\n"}),
    Case("a break inside of a heading",
         body("一、工作成效", "一、全面履行政府职能,着力优化法治化营商环境,\n推动高质量发展"),
         {"text.breaks": "\n"},
         outline=["", "全面履行政府职能,着力优化法治化营商环境,推动高质量发展", *OUTLINE[2:]]),
    Case("a heading without its opening bracket", body("(一)", "一)"), {"outline.bracket": "一)"}),
    Case("a heading without its closing bracket", body("(二)", "(二 "), {"outline.bracket": "(二"}),
    Case("brackets read from their second byte", body("(一)", "?。ㄒ唬┘"),
         {"outline.damage": "?"}, outline=["", "工作成效", "┘规范执法", "加强学习"]),
    Case("items that begin with the second", body("(一)规范执法。办理案件12件。\n(二)", "二是"),
         {"outline.order": "二是"}, outline=["", "工作成效", "加强学习"], figures=["3 次"]),
    Case("a flattened table, parted by blanks",
         page(body=BODY + "单位 受理(件) 办结(件)\n安吉局 12 10\n孝丰局 30 28\n"),
         {"text.table": "安吉局 12 10"}),
    Case("a flattened table, parted by tabs",
         page(body=BODY + "单位\t受理(件)\t得分\n安吉局\t12\t98.5\n孝丰局\t30\t97\n"),
         {"text.table": "安吉局\t12\t98.5"}),
    Case("one such line is no table", page(body=BODY + "安吉局 12 10\n")),
]  # fmt: skip
CASES = [*FURNITURE, *CHARACTERS, *LINES]
IDS = [case.name for case in CASES]


@pytest.fixture(params=CASES, ids=IDS)
def case(request: pytest.FixtureRequest) -> Case:
    given: Case = request.param
    return given


def test_damage_is_read_over_and_said(case: Case) -> None:
    report = PARSER.parse(case.text)
    check_report(report)

    assert report.text == case.text
    assert [section.title for section in report.walk()] == case.outline
    assert [f"{m.value} {m.unit}" for m in report.metrics] == case.figures
    assert {note.code for note in report.notes} == case.notes.keys()
    for code, words in case.notes.items():
        assert text(report, code)[0].replace("\n\n", "\n") == words


def test_what_the_page_says_of_itself_survives(case: Case) -> None:
    meta = PARSER.parse(case.text).meta
    expected = {"title": TITLE, "date": None, "published": None, "year": 2023} | case.facts
    if "2023" not in case.text.partition("\n一、")[0].partition("\n2023年,")[0]:
        del expected["year"]  # read from the opening then
    assert {name: getattr(meta, name) for name in expected} == expected


def test_there_is_one_note_for_all_places_of_one_sort() -> None:
    report = PARSER.parse(body("办理案件12件", "办理案(àn)件(jiàn)1 2件、罚款3 5万元"))
    said = {note.code: note.message for note in report.notes}

    assert said.keys() == {"text.pinyin", "text.blanks"}
    assert said["text.pinyin"].startswith("2 ")
    assert said["text.blanks"].startswith("2 ")
