"""
The pipeline as a whole: what it takes, what it gives, what it refuses.
"""

from __future__ import annotations

import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import attrs
import pytest

import fazhi
from fazhi import Document, Format, Report, hookimpl
from fazhi.formats.national import NATIONAL_ANNUAL_REPORT
from fazhi.parser import Parser
from fazhi.testing import ReportError, check_report


REPORTS = sorted((Path(__file__).parent / "reports").glob("*.txt"))
SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))

TEXT = """甲市2023年法治政府建设年度报告
市人大常委会:
2023年,甲市坚持依法行政。现将有关情况报告如下:
一、工作成效
(一)加强组织领导。召开会议12次,印发《甲市法治建设要点》。
(二)规范行政执法。办理案件250件,其中已办结220件。
二、存在问题
(一)力量还不够强。基层人员不足。
三、下一步打算
(一)强化执法监督。持续推进。
甲市人民政府
2024年2月7日
"""


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(plugins=[])


def test_a_report_is_read_whole(parser: Parser) -> None:
    report = parser.parse(TEXT)
    assert report.text == TEXT
    assert [section.title for section in report.sections[1:]] == [
        "工作成效",
        "存在问题",
        "下一步打算",
    ]
    assert [(str(m.value), m.unit) for m in report.metrics] == [
        ("12", "次"),
        ("250", "件"),
        ("220", "件"),
    ]
    assert [finding.kind for finding in report.findings] == ["achievement"] * 2 + [
        "problem",
        "plan",
    ]
    assert report.quote(report.citations[0]) == "《甲市法治建设要点》"
    assert (report.meta.format, report.meta.year) == ("national.annual-report", 2023)
    check_report(report)


SOURCES = [
    ("bytes", TEXT.encode()),
    ("gb18030", TEXT.encode("gb18030")),
    ("binary file", io.BytesIO(TEXT.encode())),
    ("text file", io.StringIO(TEXT)),
    ("document", Document(text=TEXT, folded=TEXT.replace("，", ","))),
]


@pytest.mark.parametrize("source", [row[1] for row in SOURCES], ids=[row[0] for row in SOURCES])
def test_all_sources_give_the_same_report(parser: Parser, source: object) -> None:
    report = parser.parse(source)  # type: ignore[arg-type]
    assert attrs.evolve(report, meta=parser.parse(TEXT).meta) == parser.parse(TEXT)


def test_a_path_is_read_and_a_string_never(parser: Parser, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(TEXT.encode())
    assert parser.parse(path).text == TEXT
    assert parser.parse(str(path)).text == str(path)


BLANK = ["", " ", "\n\r\n\t", "\u3000\u00a0", "\x00", "\x00\x1b\x7f\x85", "\ufeff\u200b\u2060"]


@pytest.mark.parametrize("text", BLANK, ids=ascii)
def test_a_text_without_a_visible_sign_is_blank(parser: Parser, text: str) -> None:
    with pytest.raises(fazhi.EmptyTextError):
        parser.parse(text)


@pytest.mark.parametrize("text", ["。", "一", "-", "\x00法", "\ud800", "一、", "9"], ids=ascii)
def test_one_visible_sign_is_enough(parser: Parser, text: str) -> None:
    report = parser.parse(text)
    assert report.text == text
    check_report(report)


@pytest.mark.parametrize("name", ["national.npc-inspection", "national.work-summary"])
def test_a_format_can_be_forced(parser: Parser, name: str) -> None:
    report = parser.parse(TEXT, format=name)
    assert report.meta.format == name
    assert report.meta.format_evidence == ()


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("甲市2023年法治政府建设年度报告\n", "national.annual-report"),
        ("甲市2023年法治政府建设工作总结\n", "national.work-summary"),
        ("关于全市法治政府建设情况的视察报告\n市人大常委会视察组\n", "national.npc-inspection"),
        ("关于法治政府建设情况的专题调研报告\n", "national.npc-research"),
        ("关于《行政处罚法》执法检查情况的报告\n", "national.npc-enforcement"),
        ("2023年政府工作报告\n", "national.government-work-report"),
        ("关于审议意见研究处理情况的报告\n", "national.rectification"),
        ("", "national.annual-report"),
    ],
)
def test_the_title_decides_over_other_words(parser: Parser, head: str, name: str) -> None:
    body = "2023年,全市坚持依法行政。\n一、基本情况\n(一)加强领导。开展视察和调研,形成工作总结。\n"
    report = parser.parse(head + body)
    assert report.meta.format == name
    assert bool(report.meta.format_evidence) == bool(head)


def test_what_chose_the_format_can_be_quoted(parser: Parser) -> None:
    report = parser.parse(TEXT)
    quotes = [report.quote(span) for span in report.meta.format_evidence]
    assert "甲市2023年法治政府建设年度报告" in quotes


@pytest.mark.parametrize("path", [*SEEDS, *REPORTS], ids=lambda path: path.stem)
def test_real_reports_keep_the_promises(parser: Parser, path: Path) -> None:
    report = parser.parse(path)
    check_report(report)
    assert Report.from_dict(report.to_dict()) == report


def test_one_parser_serves_many_threads() -> None:
    parser = Parser(plugins=[])
    paths = SEEDS * 6
    with ThreadPoolExecutor(8) as pool:
        parallel = list(pool.map(parser.parse, paths))
    assert parallel == [Parser(plugins=[]).parse(path) for path in paths]


def test_the_first_parse_may_happen_in_many_threads_at_once() -> None:
    code = (
        "import sys, fazhi; from pathlib import Path\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "paths = [Path(p) for p in sys.argv[1:]] * 4\n"
        "reports = list(ThreadPoolExecutor(8).map(fazhi.parse, paths))\n"
        "assert reports == [fazhi.parse(p) for p in paths]"
    )
    subprocess.run([sys.executable, "-c", code, *map(str, SEEDS)], check=True)


def test_stages_can_be_replaced() -> None:
    def no_quantities(document: Document, format_: Format) -> list[object]:
        assert (document.text, format_.name) == (TEXT, "own.report")
        return []

    format_ = attrs.evolve(
        NATIONAL_ANNUAL_REPORT, name="own.report", stages={"quantities": no_quantities}
    )
    report = Parser(plugins={"own": _Plugin(format_)}).parse(TEXT, format="own.report")
    assert report.metrics == ()
    assert len(report.findings) == 4


def test_the_whole_parser_can_be_replaced() -> None:
    def whole(document: Document, format_: Format) -> Report:
        return Report(text=document.text, meta=fazhi.Metadata(format=format_.name))

    format_ = attrs.evolve(NATIONAL_ANNUAL_REPORT, name="own.report", stages={"parse": whole})
    report = Parser(plugins={"own": _Plugin(format_)}).parse(TEXT, format="own.report")
    assert report == Report(text=TEXT, meta=fazhi.Metadata(format="own.report"))


class _Plugin:
    def __init__(self, *formats: Format) -> None:
        self.formats = formats

    @hookimpl
    def fazhi_formats(self) -> tuple[Format, ...]:
        return self.formats


NOTES = [
    ("页面导航一\n" + TEXT, "text.outside", "页面导航一"),
    (TEXT.replace("基层", "基\ufffd\ufffd层"), "text.damaged", "\ufffd\ufffd"),
    (TEXT.replace("基层", "基\udc80层"), "text.damaged", "\udc80"),
]


@pytest.mark.parametrize(("text", "code", "quote"), NOTES)
def test_what_the_reader_should_know_is_noted(
    parser: Parser, text: str, code: str, quote: str
) -> None:
    report = parser.parse(text)
    assert quote in [report.quote(note) for note in report.notes if note.code == code]


def test_items_without_a_body_are_noted_where_the_format_expects_them() -> None:
    format_ = attrs.evolve(NATIONAL_ANNUAL_REPORT, name="own.report", withheld="信访|稳定")
    parser = Parser(plugins={"own": _Plugin(format_)})
    text = (
        "一、维护社会稳定\n一是加强排查。\n二是加强调解。全年调解3件。\n"
        "二、改进服务\n一是依法办理信访。\n二是优化窗口。\n三是受理信访;四是办理信访。"
    )
    report = parser.parse(text, format="own.report")
    withheld = [report.quote(note) for note in report.notes if note.code == "section.withheld"]
    assert withheld == ["一是加强排查。", "一是依法办理信访。"]  # the others are sentences in line
    assert "section.withheld" not in {note.code for note in parser.parse(text).notes}


def test_notes_stand_in_text_order(parser: Parser) -> None:
    report = parser.parse("导航\ufffd\n" + TEXT + "网站导航\n")
    starts = [note.span.start for note in report.notes if note.span]
    assert starts == sorted(starts)


def _broken(report: Report) -> list[tuple[str, Report]]:
    first, *rest = report.metrics
    chapter = report.sections[1]
    return [
        ("no part of the text", attrs.evolve(report, text="短")),
        ("stands", attrs.evolve(report, sections=(report.sections[0], *report.sections[2:]))),
        ("nothing holds", attrs.evolve(report, sections=report.sections[:-1])),
        ("reaches out", attrs.evolve(report, sections=(attrs.evolve(chapter, span=chapter.title_span, marker="", number=None, id="1"),))),
        ("not numbered", attrs.evolve(report, metrics=(attrs.evolve(first, id="m9"), *rest))),
        ("text order", attrs.evolve(report, metrics=report.metrics[::-1])),
        ("not the deepest", attrs.evolve(report, metrics=(attrs.evolve(first, section="2"), *rest))),
        ("its pieces say", attrs.evolve(report, metrics=(attrs.evolve(first, label="别的"), *rest))),
        ("upper end", attrs.evolve(report, metrics=(attrs.evolve(first, bound="range"), *rest))),
        ("lacks its parts", attrs.evolve(report, metrics=(attrs.evolve(first, total_of=99), *rest))),
        ("no topic", attrs.evolve(report, findings=(attrs.evolve(report.findings[0], topics=()), *report.findings[1:]))),
        ("proves nothing", attrs.evolve(report, meta=attrs.evolve(report.meta, year=None))),
    ]  # fmt: skip


@pytest.mark.parametrize("case", range(12))
def test_a_broken_promise_is_found(parser: Parser, case: int) -> None:
    says, broken = _broken(parser.parse(TEXT))[case]
    with pytest.raises(ReportError, match=says):
        check_report(broken)
