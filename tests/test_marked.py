"""
Pages on which a site put its mark at the end of each paragraph, and texts in Markdown: both are
read as if without.
"""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from fazhi import Parser, Report
from fazhi.testing import check_report


PARSER = Parser(plugins=[])
HERE = Path(__file__).parent
PATHS = sorted([*(HERE / "reports").glob("*.txt"), *(HERE.parent / "seeds").glob("*.txt")])
MARKS = ["hd9", "vfO"]
# Markdown indents no paragraphs.
INDENT = re.compile(r"(?m)^[ \t\u3000\xa0]+")
# Their lines break inside of sentences and headings, where no site puts a mark.
WRAPPED = {"aohan-2021", "dulou-town-2021"}


def stamped(text: str, mark: str, *, wrapped: bool) -> str:
    """
    Return *text* with *mark* behind each paragraph, of a *wrapped* one behind those that end in a stop.
    """
    return "\n".join(
        line + mark if line.endswith("。") or (line[-1:].isalpha() and not wrapped) else line
        for line in text.split("\n")
    )


def facts(report: Report) -> tuple[object, ...]:
    """
    Return what a report says, without where it says so.
    """
    return (
        [(str(m.value), m.unit, m.bound, m.change, m.label, m.indicator) for m in report.metrics],
        [(n.marker, n.title, n.role) for section in report.sections for n in section.walk()],
        [(f.kind, f.title, f.topics) for f in report.findings],
        [(c.title, c.number, c.kind) for c in report.citations],
        [(g.total.id, [part.id for part in g.parts]) for g in report.groups],
        (report.meta.title, report.meta.kind, report.meta.region, report.meta.year),
        (report.meta.issuers, report.meta.addressee, report.meta.date),
    )


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_stamped_page_says_what_the_clean_one_says(path: Path, mark: str) -> None:
    """All annotated reports with such marks give the same facts, traced to the stamped text."""
    text = path.read_text(encoding="utf-8")
    page = stamped(text, mark, wrapped=path.stem in WRAPPED)
    assert page.count(mark) >= 5
    report = PARSER.parse(page)
    check_report(report)
    assert facts(report) == facts(PARSER.parse(text))
    assert mark not in "".join(metric.label or "" for metric in report.metrics)
    assert "text.stamped" in {note.code for note in report.notes}


def markdown(report: Report) -> str:
    """
    Return the text of *report* with hashes before its headings and its figures in bold.
    """
    text = report.text
    headings = [
        (node.span.start, "#" * min(node.level + 1, 6) + " ")
        for section in report.sections
        for node in section.walk()
        if node.marker and (not node.span.start or text[node.span.start - 1] == "\n")
    ]
    figures = [(at, "**") for metric in report.metrics for at in metric.span]
    for at, sign in sorted([*headings, *figures], reverse=True):
        text = text[:at] + sign + text[at:]
    return text


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_markdown_says_what_the_plain_text_says(path: Path) -> None:
    """All annotated reports as Markdown give the same facts; words that hold signs are quoted with them."""
    plain = PARSER.parse(INDENT.sub("", path.read_text(encoding="utf-8")))
    report = PARSER.parse(markdown(plain))
    check_report(report)
    assert str(facts(report)).replace("**", "") == str(facts(plain))
    assert "text.markdown" in {note.code for note in report.notes}


@pytest.mark.parametrize("blank", ["&nbsp;", "&emsp;", "&#12288;", "&#xA0;"])
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_blanks_of_html_cost_nothing(path: Path, blank: str) -> None:
    """Indents and the blanks around figures as HTML writes them give the same facts."""
    plain = PARSER.parse(INDENT.sub("", path.read_text(encoding="utf-8")))
    cuts = sorted({at for metric in plain.metrics for at in metric.span}, reverse=True)
    text = plain.text
    for at in cuts:
        text = text[:at] + blank + text[at:]
    report = PARSER.parse(blank * 2 + text.replace("\n", f"\n{blank * 2}"))
    check_report(report)
    assert str(facts(report)).replace(blank, "") == str(facts(plain))
    nodes = [*report.metrics, *(node for section in report.sections for node in section.walk())]
    assert not [node for node in nodes if report.text[node.span.slice()].endswith(blank)]
    assert "text.entities" in {note.code for note in report.notes}


ENTITIES = {
    "“": "&ldquo;", "”": "&rdquo;", "‘": "&#8216;", "’": "&#x2019;", "—": "&mdash;",
    "《": "&#12298;", "》": "&#x300B;", "·": "&middot;", "〔": "&#12308;", "%": "&#37;",
}  # fmt: skip


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_signs_of_html_cost_nothing(path: Path) -> None:
    """Signs as HTML writes them, by name and by number, give the same facts, quoted as they stand."""
    plain = PARSER.parse(path.read_text(encoding="utf-8"))
    report = PARSER.parse("".join(ENTITIES.get(char, char) for char in plain.text))
    check_report(report)
    assert unescape(str(facts(report))) == str(facts(plain))
    words = [(report.quote(m), [*map(report.quote, m.label_spans)]) for m in report.metrics]
    assert [(unescape(number), [*map(unescape, label)]) for number, label in words] == [
        (plain.quote(m), [*map(plain.quote, m.label_spans)]) for m in plain.metrics
    ]


@pytest.mark.parametrize("text", ["&rdquo;&rdquo;", "&mdash;&hellip;", "&ldquo;一、&rdquo;"])
def test_signs_of_html_alone_hold_the_promises(text: str) -> None:
    check_report(PARSER.parse(text))


def test_what_only_looks_like_a_sign_of_html_stays() -> None:
    """No sign of that name, none that can be seen, or no end."""
    text = "一、AT&T;与&zwnj;研发&ldquo 3次&notasign;事"
    report = PARSER.parse(text)
    assert report.sections[0].title == text.removeprefix("一、")


def test_a_blank_of_html_behind_a_marker_is_no_part_of_it() -> None:
    """Also where nothing else follows in the text."""
    report = PARSER.parse("一、工作\n(一)\n(二)&nbsp;")
    check_report(report)
    assert [node.marker for node in report.walk()] == ["一、", "(一)", "(二)"]


def test_masked_names_are_no_markdown() -> None:
    """Stars that stand for what is left out stay."""
    text = "张**、李**等3人受表彰。\n一、工作成效\n投入**万元,培训30人。"
    report = PARSER.parse(text)
    assert not [note for note in report.notes if note.code == "text.markdown"]


@pytest.mark.parametrize("text", ["*①", "●一、工作\n内容好。\n●二、工作\n内容好。"])
def test_a_bullet_before_a_marker_is_no_part_of_it(text: str) -> None:
    """A section starts with its marker, whatever stands before it."""
    check_report(PARSER.parse(text))


def test_a_mark_that_a_line_tears_is_one() -> None:
    """Hard-wrapped pages break the mark as well."""
    lines = [f"{number}.规范行政检查,全年检查{number}0次。" for number in "123456"]
    page = (
        "各位代表:hd9\n一、工作成效hd9\n"
        + "hd9\n".join(lines).replace("3.规", "3.规", 1)
        + "hd\n9\n"
    )
    report = PARSER.parse(page)
    check_report(report)
    assert [str(metric.value) for metric in report.metrics] == ["10", "20", "30", "40", "50", "60"]


def test_torn_marks_are_no_torn_figures() -> None:
    """A hard-wrapped page that tears its mark again and again keeps its paragraphs."""
    page = (
        "各位代表:hd9\n一、工作成效hd\n9\n开展检查12次,整改8次。hd9\n二、存在问题hd\n9\n"
        "力量不足,经费不足。hd9\n三、下步打算hd\n9\n加强学习,规范执法。hd9\n特此报告。hd9\n"
    )
    report = PARSER.parse(page)
    check_report(report)
    titles = [section.title for section in report.sections if section.marker]
    assert titles == ["工作成效", "存在问题", "下步打算"]


def test_marks_before_other_ends_of_lines() -> None:
    """Pages of Windows end their lines otherwise."""
    page = "各位代表:hd9\n一、工作成效hd9\n开展检查12次。hd9\n二、存在问题hd9\n力量不足。hd9\n"
    report = PARSER.parse(page.replace("\n", "\r\n"))
    check_report(report)
    assert [section.title for section in report.sections if section.marker] == [
        "工作成效",
        "存在问题",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "推广应用app\n升级改造app\n下载app\n建成app。",
        "全长5km\n宽8km\n长6km\n长7km\n长9km\n长3km\n检查3次。",
    ],
)
def test_few_words_and_units_are_no_marks(text: str) -> None:
    """What stands there fewer than five times, or behind a number, is the text's own."""
    assert "text.stamped" not in {note.code for note in PARSER.parse(text).notes}
