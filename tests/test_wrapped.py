"""
Pages set in lines of one width, with the numbers of pages, or with blanks around figures: what is
read is what the page without gives.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from fazhi import Parser, Report
from fazhi.parsing.wrapped import wrapped
from fazhi.testing import check_report
from fazhi.text import fold


PARSER = Parser(plugins=[])
HERE = Path(__file__).parent
TEXTS = sorted([*(HERE / "reports").glob("*.txt"), *(HERE.parent / "seeds").glob("*.txt")])
NAMES = [path.stem for path in TEXTS]
FIGURE = re.compile(r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])")

# Pages that tell other things when they are set in lines, by the width: what differs.
OTHERS: dict[int, dict[str, str]] = {
    27: {
        "luhe-2021-opinions": "citations",  # the number stands in the index of the page
        "wuhua-2020": "sections",  # a heading fills its line
        "dulou-town-2021": "meta",  # the line with the day is cut
    },
    38: {"linze-2022": "metrics labels"},  # 浏览次数:1024 字|号 is cut
}
SPACED_OTHERS = {
    "dulou-town-2021": "metrics labels",  # a figure that holds a blank itself (9 4.5分)
    "taojiang-2023-rectification": "labels",
    "xiangyang-2023-rectification": "labels",
}


def lined(text: str, width: int) -> str:
    """
    Return *text* in lines of *width* characters at most.
    """
    lines = [
        line[at : at + width] for line in text.split("\n") for at in range(0, len(line) or 1, width)
    ]
    return "\n".join(lines)


def told(report: Report) -> dict[str, Any]:
    """
    Return what a report tells, without blanks and offsets.
    """
    meta = report.meta
    return {
        "meta": bare(
            [
                meta.title,
                meta.kind,
                meta.year,
                meta.date,
                meta.published,
                meta.addressee,
                *meta.issuers,
            ]
        ),
        "region": meta.region,
        "sections": [bare([s.marker, s.title, s.role, s.level]) for s in report.walk()],
        "metrics": [
            bare([m.value, m.upper, m.unit, m.bound, m.change, m.indicator]) for m in report.metrics
        ],
        "labels": [bare([m.label]) for m in report.metrics],
        "citations": [bare([c.title, c.number, c.kind]) for c in report.citations],
        "findings": [bare([f.kind, f.topics]) for f in report.findings],
    }


def bare(values: list[Any]) -> list[str]:
    return ["".join(str(value).split()) for value in values]


def differing(text: str, changed: str) -> list[str]:
    """
    Return the parts of what is told of which the *changed* text gives another.
    """
    report = PARSER.parse(changed)
    assert report.text == changed
    check_report(report)
    whole, other = told(PARSER.parse(text)), told(report)
    return [part for part in whole if whole[part] != other[part]]


@pytest.mark.parametrize("path", TEXTS, ids=NAMES)
@pytest.mark.parametrize("width", OTHERS)
def test_a_page_in_lines_tells_what_the_whole_one_does(path: Path, width: int) -> None:
    text = path.read_text(encoding="utf-8")
    assert " ".join(differing(text, lined(text, width))) == OTHERS[width].get(path.stem, "")


def test_lines_may_have_empty_ones_between() -> None:
    """Where an empty line stands between all lines of a page, it parts no paragraphs."""
    for path in TEXTS:
        text = path.read_text(encoding="utf-8")
        lines = lined(text, 38).replace("\n", "\n\n")
        # Two were wrapped by hand before, and in two the count of the page's readers is cut.
        others = {"aohan-2021", "dulou-town-2021", "guizhou-2018", "linze-2022"}
        assert (differing(text, lines) != []) is (path.stem in others), path.stem


@pytest.mark.parametrize("path", TEXTS, ids=NAMES)
def test_a_page_with_blanks_around_figures_tells_what_the_whole_one_does(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert " ".join(differing(text, FIGURE.sub(" ", text))) == SPACED_OTHERS.get(path.stem, "")


@pytest.mark.parametrize("form", ["{}", "- {} -", "— {} —", "第{}页", "  {}"])
def test_numbers_of_pages_between_paragraphs_are_read_over(form: str) -> None:
    """Each seventh line has the number of a page above it; nothing else is read for that."""
    for path in TEXTS:
        text = path.read_text(encoding="utf-8")
        lines = [
            f"{form.format(at // 7)}\n{line}" if at % 7 == 0 else line
            for at, line in enumerate(text.split("\n"), 1)
        ]
        assert differing(text, "\n".join(lines)) == [], path.stem


def test_figures_that_stand_alone_are_no_numbers_of_pages() -> None:
    """Cells of a table, and one number alone, follow no other."""
    for cells in ("12\n35\n8", "3", "1\n1\n2"):
        text = f"某县2023年法治政府建设情况报告\n2023年办理案件情况如下：\n{cells}\n一、成效\n办理12件。\n"
        assert "text.pages" not in {note.code for note in PARSER.parse(text).notes}


@pytest.mark.parametrize("path", TEXTS, ids=NAMES)
def test_a_page_in_paragraphs_has_no_such_breaks(path: Path) -> None:
    assert wrapped(fold(path.read_text(encoding="utf-8"))) == []


WHOLE = """某县2023年法治政府建设情况报告
2023年，某县坚持依法行政，全面落实法治政府建设的各项任务，取得新的成效。现将有关情况报告如下：
一、主要工作
全年办理行政复议案件12件，审结10件，调解各类城镇矛盾纠纷120件，对365个单位开展检查。全年培训各级干部人数达到1250人，参训率99％以上，发放普法宣传资料3.5万份，举办讲座28场次，解答群众法律咨询1600人次。
二、存在问题
执法力量不足，部分执法人员的业务能力有待进一步提高。
"""


@pytest.mark.parametrize("width", range(20, 34))
@pytest.mark.parametrize("number", ["- 3 -", "12", "第4页", "第 4 页 共 9 页"])
def test_the_number_of_a_page_stands_in_no_sentence(width: int, number: str) -> None:
    """Wherever a page ends inside of a sentence, figures, labels and bounds are those of the whole."""
    whole = told(PARSER.parse(WHOLE))
    lines = lined(WHOLE, width).split("\n")
    for at, line in enumerate(lines):
        if len(line) == width and at > 1 and line[-1] not in "。：":
            report = PARSER.parse("\n".join([*lines[: at + 1], number, *lines[at + 1 :]]))
            check_report(report)
            other = told(report)
            assert [part for part in whole if whole[part] != other[part]] == [], line
            assert "text.breaks" in {note.code for note in report.notes}


def test_items_of_no_words_before_a_break_are_whole() -> None:
    report = PARSER.parse("\n\n\n\n兼接的部分事项未能有效行使；一是\n二是\n\n\n")
    check_report(report)
    assert [part.marker for part in report.walk() if part.marker] == ["一是", "二是"]


@pytest.mark.parametrize(
    "line", ["某市人民政府关于二〇二三年法治政府建设情况的报告，现予公布", "词" * 30]
)
def test_one_line_between_empty_ones_goes_on_nowhere(line: str) -> None:
    report = PARSER.parse("\n \n" * 6 + line + "\n \n" * 6)
    check_report(report)
    assert "text.breaks" not in {note.code for note in report.notes}


@pytest.mark.parametrize("blank", ["\n\n", "\n　　", "  "])
def test_an_item_of_no_words_before_another_list_is_whole(blank: str) -> None:
    text = f"二、不足\n一是甲。二是乙。三日、意见。三是{blank}一是丙。二是丁。三是戊。"
    report = PARSER.parse(text)
    check_report(report)
    (lone,) = (part for part in report.walk() if part.marker and not part.title)
    assert report.quote(lone) == "三是"
