"""
Pages that lost their line breaks: what is read from them is what the page with its lines gives.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from fazhi import Parser, Report


PARSER = Parser(plugins=[])
HERE = Path(__file__).parent
TEXTS = sorted([*(HERE / "reports").glob("*.txt"), *(HERE.parent / "seeds").glob("*.txt")])
PARTS = [
    "安吉县2023年法治政府建设情况报告",
    "县委、县人大常委会:",
    "2023年,我县坚持依法行政,现将情况报告如下:",
    "一、工作成效",
    "(一)规范执法。办理案件12件。",
    "(二)加强学习。学习3次。",
    "二、下一步打算",
    "2024年,我县将办理实事10件。",
    "安吉县人民政府",
    "2024年1月20日",
]
# What blanks cannot give back: the page repeats its title and names who published it.
UNLIKE = {
    "jiangxi-2021.txt": {"issuers"},  # 来源:江西省政府办公厅 ends with its line
    "aohan-2021.txt": {"outline"},  # a heading was torn inside: no blank tells that from its end
}


def flat(text: str, blank: str = " ") -> str:
    """
    Return a text in one line.
    """
    return blank.join(line.strip() for line in text.split("\n"))


def facts(report: Report) -> dict[str, object]:
    """
    Return what a report says of itself, its outline and its figures, without blanks.
    """
    meta = report.meta

    def bare(words: str | None) -> str:
        return "".join((words or "").split())

    return {
        "title": bare(meta.title),
        "year": meta.year,
        "region": meta.region,
        "kind": meta.kind,
        "addressee": bare(meta.addressee),
        "date": meta.date,
        "issuers": [bare(name) for name in meta.issuers],
        "outline": [
            (section.level, bare(section.marker), bare(section.title), section.role)
            for section in report.walk()
            if section.__class__.__name__ == "Section"
        ],
        "values": [metric.value for metric in report.metrics],
    }


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_report_in_one_line_is_read_as_the_one_with_lines(path: Path) -> None:
    text = path.read_text("utf-8")
    lines, line = facts(PARSER.parse(text)), facts(PARSER.parse(flat(text)))
    differ = {name for name in lines if lines[name] != line[name]}
    assert differ == UNLIKE.get(path.name, set())


@pytest.mark.parametrize("blank", [" ", "  ", "\u3000\u3000", "\t", ""], ids=repr)
def test_head_outline_and_tail(blank: str) -> None:
    report = PARSER.parse(blank.join(PARTS))
    read = facts(report)
    assert read["title"] == PARTS[0]
    assert read["addressee"] == PARTS[1].rstrip(":")
    assert read["date"] == "2024-01-20"
    assert read["issuers"] == ["安吉县人民政府"]
    assert [metric.value for metric in report.metrics] == [12, 3, 10]
    headings = [section.title for section in report.walk() if hasattr(section, "role")]
    if blank:  # without blanks nothing tells where a chapter's heading ends
        assert headings == ["", "工作成效", "规范执法", "加强学习", "下一步打算"]


@pytest.mark.parametrize("end", ["", "\n", " \n\n", "\n京ICP备05060933号\n"], ids=repr)
def test_the_tail_of_a_long_line(end: str) -> None:
    body = "一、工作成效 " + "全县办理行政复议案件12件,全部按期办结,没有一件被纠正。 " * 300
    report = PARSER.parse(f"{PARTS[0]} {body} 附件:统计表 {PARTS[-2]} {PARTS[-1]}{end}")
    assert report.meta.title == PARTS[0]
    assert report.meta.date == "2024-01-20"
    assert report.meta.issuers == (PARTS[-2],)


def test_a_note_says_so() -> None:
    (note,) = (note for note in PARSER.parse(flat("\n".join(PARTS))).notes if "line" in note.code)
    assert note.code == "text.one-line"
    assert not [note for note in PARSER.parse("\n".join(PARTS)).notes if "line" in note.code]


def test_a_path_of_the_page_is_no_title() -> None:
    report = PARSER.parse(flat("\n".join(["首页 > 政务公开 > 正文", *PARTS])))
    assert report.meta.title == PARTS[0]


@pytest.mark.parametrize(
    "words",
    [
        "2023 年 1 月 至 12 月 ,我县办理案件 12 件。",
        "2023 年 , 我县 坚持 依法 行政 , 办理 案件 12 件 。",
        "根据 市委 要求 , 市政府 办公室 印发 《关于 法治 建设 的 工作 方案》 3 件 。",
    ],
)
def test_a_paragraph_with_blanks_keeps_its_first_words(words: str) -> None:
    report = PARSER.parse("\n".join(["一、工作成效", words * 20, "二、存在问题", words]))
    assert [section.title for section in report.sections] == ["工作成效", "存在问题"]
    assert report.meta.title is None
    alone = PARSER.parse(words * 20)
    assert not [note for note in alone.notes if note.code == "text.outside"]
