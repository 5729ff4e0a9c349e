"""
Word files: the reports come through whole, numbers are written out, nothing hidden is let in.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests import docx_files as files
from tests.docx_files import (
    box,
    cell,
    definition,
    field,
    instance,
    number_properties,
    p,
    r,
    table,
    word,
)
from tests.needs import program
from tests.scoring import measure
from tests.timing import cpu_seconds

import fazhi
from fazhi.errors import ReadError
from fazhi.model import Document, Limits
from fazhi.reading.docx import read_docx
from fazhi.reading.docx_numerals import write_numeral


SEEDS = Path(__file__).parents[1] / "seeds"
TEXTS = {path.stem: path.read_bytes().decode("utf-8-sig") for path in SEEDS.glob("*.txt")}
OFFICE = ("text", "page", "numbered", "saved again")
BARS = {"section.f1": 0.98, "metric.f1": 0.97, "meta.title": 1.0, "meta.date": 1.0}


def read(data: bytes, limits: Limits | None = None) -> Document:
    return read_docx(data, "a.docx", limits or Limits())


def text_of(body: str, **parts: str) -> str:
    return read(word(body, **parts)).text


def bare(text: str) -> str:
    return "".join(text.split())


def moved(seed: str, text: str) -> Callable[..., int]:
    """
    Return a function that finds an offset of *seed* in *text*, which differs in blanks only.
    """
    of_seed = [i for i, char in enumerate(seed) if not char.isspace()]
    of_text = [i for i, char in enumerate(text) if not char.isspace()]
    starts = dict(zip(of_seed, of_text, strict=True))

    def find(offset: int, *, is_end: bool = False) -> int:
        if is_end:
            return max((at for i, at in starts.items() if i < offset), default=-1) + 1
        return min((at for i, at in starts.items() if i >= offset), default=len(text))

    return find


def annotate(folder: Path, name: str, text: str) -> None:
    """
    Write *text* to *folder*, with the annotations of the seed that it repeats.
    """
    folder.joinpath(f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    shutil.copy(SEEDS / f"{name}.meta.json", folder)
    find = moved(TEXTS[name], text)
    for kind in ("sections", "metrics"):
        lines = []
        for line in (SEEDS / f"{name}.{kind}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            row |= {"start": find(row["start"]), "end": find(row["end"], is_end=True)}
            row |= {"end_alt": [find(end, is_end=True) for end in alternatives(row, "end_alt")]}
            if row.get("title_span"):
                start, end = row["title_span"]
                row["title_span"] = [find(start), find(end, is_end=True)]
            lines.append(json.dumps(row, ensure_ascii=False))
        folder.joinpath(f"{name}.{kind}.jsonl").write_text("\n".join(lines), encoding="utf-8")


def alternatives(row: dict[str, object], key: str) -> list[int]:
    found = row.get(key)
    return found if isinstance(found, list) else [] if found is None else [found]  # type: ignore[list-item]


MADE: dict[str, Callable[[str], bytes]] = {
    "plain": files.plain,
    "numbered paragraphs": lambda text: files.numbered(
        text, by_style=False, restarts=True, gap="nothing"
    ),
    "numbered paragraphs that count on": lambda text: files.numbered(
        text, by_style=False, restarts=False, gap="space"
    ),
    "numbered styles": lambda text: files.numbered(text, by_style=True, restarts=True, gap="tab"),
    "numbered styles that count on": lambda text: files.numbered(
        text, by_style=True, restarts=False, gap="nothing"
    ),
}


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    Files that LibreOffice has saved, a folder for each way to make them.
    """
    soffice = program("soffice")
    root = tmp_path_factory.mktemp("office")
    sources = {
        "text": (".txt", lambda text: text.encode(), "Text (encoded):UTF8,LF,,,"),
        "page": (".html", lambda text: files.html(text).encode(), "HTML (StarWriter)"),
        "numbered": (".fodt", lambda text: files.fodt(text).encode(), ""),
        "saved again": (".docx", MADE["numbered styles"], ""),
    }
    for way, (suffix, make, reader) in sources.items():
        folder = root / way
        (folder / "in").mkdir(parents=True)
        for name, text in TEXTS.items():
            (folder / "in" / f"{name}{suffix}").write_bytes(make(text))
        subprocess.run(
            [
                *(soffice, f"-env:UserInstallation={(root / 'profile').as_uri()}", "--headless"),
                *((f"--infilter={reader}",) if reader else ()),
                *("--convert-to", "docx:MS Word 2007 XML", "--outdir", folder),
                *sorted((folder / "in").iterdir()),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
    return root


class TestReports:
    """
    The annotated reports, through each way to make a Word file.
    """

    @pytest.mark.parametrize("way", MADE)
    def test_reports_made_with_python_docx(self, way: str, tmp_path: Path) -> None:
        self.check({name: MADE[way](text) for name, text in TEXTS.items()}, tmp_path)

    @pytest.mark.parametrize("way", OFFICE)
    def test_reports_saved_by_libreoffice(self, way: str, office: Path, tmp_path: Path) -> None:
        saved = {path.stem: path.read_bytes() for path in (office / way).glob("*.docx")}
        assert saved.keys() == TEXTS.keys()
        self.check(saved, tmp_path)

    def check(self, saved: dict[str, bytes], folder: Path) -> None:
        for name, data in saved.items():
            path = folder / f"{name}.docx"
            path.write_bytes(data)
            document = fazhi.read(path)

            assert bare(document.text) == bare(TEXTS[name])
            assert document.source["type"] == "docx"
            # What the file says of itself changes nothing.
            report = fazhi.parse(path)
            same = fazhi.parse(document.text)
            assert (report.sections, report.metrics) == (same.sections, same.metrics)
            assert (report.meta.title, report.meta.date) == (same.meta.title, same.meta.date)
            annotate(folder, name, document.text)
        assert measure(folder).below(BARS) == ""

    def test_the_numbers_are_not_in_the_files(self) -> None:
        """
        Else the tests above would show nothing.
        """
        data = MADE["numbered styles that count on"](TEXTS["wuhua-2020"])
        lines = [each.text for each in files.docx.Document(files.io.BytesIO(data)).paragraphs]

        assert "加强行政复议工作" in lines
        assert "(三十一)加强行政复议工作" in read(data).text.split("\n")

    def test_a_report_is_read_in_little_time(self) -> None:
        """
        Most of it goes into the styles of python-docx's own template.
        """
        data = files.plain(TEXTS["wuhua-2020"])

        assert cpu_seconds(lambda: read(data)) < 0.12


# Format → 1, 10, 11, 20, 101.
NUMERALS = {
    "decimal": "1 10 11 20 101",
    "chineseCounting": "一 十 十一 二十 一○一",
    "chineseCountingThousand": "一 十 十一 二十 一百〇一",
    "taiwaneseCounting": "一 十 十一 二十 一○一",
    "taiwaneseCountingThousand": "一 十 十一 二十 一百零一",
    "japaneseCounting": "一 十 十一 二十 百一",
    "japaneseLegal": "壱 壱拾 壱拾壱 弐拾 壱百壱",
    "chineseLegalSimplified": "壹 壹拾 壹拾壹 贰拾 壹佰零壹",
    "ideographLegalTraditional": "壹 壹拾 壹拾壹 貳拾 壹佰零壹",
    "ideographDigital": "一 一〇 一一 二〇 一〇一",
    "taiwaneseDigital": "一 一○ 一一 二○ 一○一",
    "ideographTraditional": "甲 癸 11 20 101",
    "ideographZodiac": "子 酉 戌 20 101",
    "ideographZodiacTraditional": "甲子 癸酉 甲戌 癸未 101",
    "ideographEnclosedCircle": "㈠ ㈩ 11 20 101",
    "decimalEnclosedCircle": "① ⑩ ⑪ ⑳ 101",
    "decimalEnclosedCircleChinese": "① ⑩ 11 20 101",
    "decimalEnclosedParen": "⑴ ⑽ ⑾ ⒇ 101",
    "decimalEnclosedFullstop": "⒈ ⒑ ⒒ ⒛ 101",
    "decimalFullWidth": "１ １０ １１ ２０ １０１",
    "decimalZero": "01 10 11 20 101",
    "lowerLetter": "a j k t wwww",
    "upperLetter": "A J K T WWWW",
    "lowerRoman": "i x xi xx ci",
    "upperRoman": "I X XI XX CI",
    "hex": "1 A B 14 65",
    "koreanCounting": "1 10 11 20 101",  # not known here
    "一, 十, 一百(简), ...": "一 十 十一 二十 一百〇一",  # a format by its examples
    "0001, 0002, 0003, ...": "0001 0010 0011 0020 0101",
}


class TestNumerals:
    """
    Numbers as Word writes them.
    """

    @pytest.mark.parametrize("name", NUMERALS)
    def test_each_format(self, name: str) -> None:
        written = [write_numeral(value, name) for value in (1, 10, 11, 20, 101)]

        assert written == NUMERALS[name].split(" ")

    @pytest.mark.parametrize(
        ("value", "name", "text"),
        [
            (110, "chineseCountingThousand", "一百一十"),
            (1_001, "chineseCountingThousand", "一千〇一"),
            (1_010, "chineseLegalSimplified", "壹仟零壹拾"),
            (1_110, "japaneseCounting", "千百十"),
            (26, "lowerLetter", "z"),
            (27, "lowerLetter", "aa"),
            (28, "lowerLetter", "bb"),  # not ab
            (10_000, "chineseCounting", "10000"),
            (10**9, "upperRoman", "1000000000"),  # not a million letters
            (10**9, "upperLetter", "1000000000"),
            (0, "chineseCounting", "0"),
            (-1, "upperLetter", "-1"),
            (7, "none", ""),
        ],
    )
    def test_the_ends_of_formats(self, value: int, name: str, text: str) -> None:
        assert write_numeral(value, name) == text


def numbering(*levels: tuple[object, ...], more: str = "", gap: str = "nothing") -> str:
    """
    Return the lists 1 and 2, which have their definition in common, and *more*.
    """
    return definition(0, levels, gap=gap) + instance(1, 0) + instance(2, 0) + more


def listed(*places: tuple[int, int], styles: str = "", **parts: str) -> list[str]:
    """
    Return the lines of paragraphs at *places*: list and level of each.
    """
    body = "".join(p("x", properties=number_properties(*place)) for place in places)
    return text_of(body, styles=styles, **parts).split("\n")


OFFICIAL = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
OUTLINE = (("chineseCountingThousand", "第%1章"), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3"))
LEGAL = "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:isLgl/><w:lvlText w:val='%1.%2'/></w:lvl>"


class TestLists:
    """
    How lists count.
    """

    def test_levels_begin_anew_under_the_next_of_a_higher_one(self) -> None:
        levels = (0, 1, 1, 2, 2, 1, 2, 0, 1, 2)
        lines = listed(*((1, level) for level in levels), numbering=numbering(*OFFICIAL))

        assert "".join(lines).replace("x", " ") == (
            "一、 （一） （二） 1. 2. （三） 1. 二、 （一） 1. "
        )

    @pytest.mark.parametrize(
        ("restart", "text"),
        [
            ("", "1. 2. | 1. 1."),
            ('<w:lvlRestart w:val="0"/>', "1. 2. | 3. 4."),  # never
            ('<w:lvlRestart w:val="1"/>', "1. 2. | 1. 2."),  # after the first level only
            ('<w:lvlRestart w:val="7"/>', "1. 2. | 1. 1."),  # no level above it: left aside
        ],
    )
    def test_where_a_level_begins_anew(self, restart: str, text: str) -> None:
        third = f"<w:lvl w:ilvl='2'><w:start w:val='1'/>{restart}<w:lvlText w:val='%3.'/></w:lvl>"
        levels = definition(0, OFFICIAL[:2]).replace("</w:abstractNum>", f"{third}</w:abstractNum>")
        places = [(1, 0), (1, 1), (1, 2), (1, 2), (1, 0), (1, 1), (1, 2), (1, 1), (1, 2)]
        lines = listed(*places, numbering=levels + instance(1, 0))

        assert f"{lines[2]}{lines[3]}| {lines[6]}{lines[8]}".replace("x", "") == f"{text} "

    def test_lists_of_one_definition_count_on_together(self) -> None:
        lines = listed((1, 0), (2, 0), (1, 0), numbering=numbering(*OFFICIAL))

        assert lines == ["一、x", "二、x", "三、x"]

    def test_an_override_starts_a_level_once(self) -> None:
        more = instance(3, 0, {0: 5, 1: 3})
        lines = listed(
            *((1, 0), (3, 0), (3, 1), (3, 0), (3, 1), (1, 0)),
            numbering=numbering(*OFFICIAL, more=more),
        )

        assert lines == ["一、x", "五、x", "（三）x", "六、x", "（三）x", "七、x"]

    def test_an_override_may_give_another_level(self) -> None:
        level = (
            '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt '
            'w:val="ideographTraditional"/><w:lvlText w:val="%1、"/></w:lvl></w:lvlOverride>'
        )
        more = instance(3, 0).replace("</w:num>", f"{level}</w:num>")
        lines = listed((3, 0), (3, 0), numbering=numbering(*OFFICIAL, more=more))

        assert lines == ["丁、 x", "戊、 x"]

    def test_numbers_of_several_levels(self) -> None:
        lines = listed((1, 0), (1, 1), (1, 2), (1, 2), numbering=numbering(*OUTLINE))

        assert lines == ["第一章x", "一.1x", "一.1.1x", "一.1.2x"]

    def test_a_legal_level_has_arabic_numbers_only(self) -> None:
        levels = definition(0, OUTLINE[:1]).replace("</w:abstractNum>", f"{LEGAL}</w:abstractNum>")
        lines = listed((1, 0), (1, 1), numbering=levels + instance(1, 0))

        assert lines == ["第一章x", "1.1 x"]

    @pytest.mark.parametrize(
        ("gap", "line"), [("nothing", "一、x"), ("space", "一、 x"), ("tab", "一、 x")]
    )
    def test_what_stands_behind_a_number(self, gap: str, line: str) -> None:
        assert listed((1, 0), numbering=numbering(*OFFICIAL, gap=gap)) == [line]

    @pytest.mark.parametrize(
        ("number_format", "text", "line"),
        [
            ("bullet", "●", "x"),  # a bullet is no number
            ("none", "", "x"),
            ("none", "附件", "附件x"),
            ("decimal", "第%1条 ", "第1条 x"),
            ("decimal", "%2.", "x"),  # asks for a deeper level: Word leaves it out
            ("decimal", "一是", "一是x"),  # no number in it
            ("decimal", "%1" * 5_000, "x"),
        ],
    )
    def test_odd_levels(self, number_format: str, text: str, line: str) -> None:
        assert listed((1, 0), numbering=numbering((number_format, text))) == [line]

    def test_a_level_above_that_was_not_used_shows_its_start(self) -> None:
        assert listed((1, 1), numbering=numbering(*OUTLINE)) == ["一.1x"]

    def test_a_list_that_is_not_there_is_no_list(self) -> None:
        assert listed((7, 0), (1, 8), (0, 0), numbering=numbering(*OFFICIAL)) == ["x"] * 3
        assert listed((1, 0)) == ["x"]

    def test_a_format_by_examples_goes_before_the_usual_one(self) -> None:
        level = (
            '<w:lvl w:ilvl="0"><w:start w:val="3"/><mc:AlternateContent><mc:Choice Requires="w14">'
            '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
            '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
            '<w:suff w:val="nothing"/><w:lvlText w:val="%1-"/></w:lvl>'
        )
        lists = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>{instance(1, 0)}'

        assert listed((1, 0), numbering=lists) == ["003-x"]

    def test_a_list_may_be_that_of_a_style(self) -> None:
        linked = (
            '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="S"/></w:abstractNum>'
            + instance(5, 5)
        )
        style = f'<w:style w:type="numbering" w:styleId="S"><w:pPr>{number_properties(1)}</w:pPr></w:style>'
        lines = listed((5, 0), (1, 0), numbering=numbering(*OFFICIAL, more=linked), styles=style)

        assert lines == ["一、x", "二、x"]

    def test_links_in_a_circle_end(self) -> None:
        linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="S"/></w:abstractNum>'
        style = (
            f'<w:style w:type="numbering" w:styleId="S"><w:basedOn w:val="S"/><w:pPr>'
            f"{number_properties(5)}</w:pPr></w:style>"
        )

        assert listed((5, 0), numbering=linked + instance(5, 5), styles=style) == ["x"]

    def test_an_empty_paragraph_counts_and_a_deleted_one_does_not(self) -> None:
        deleted = "<w:rPr><w:del w:id='1'/></w:rPr>"
        body = "".join(
            [
                p("x", properties=number_properties(1, 0)),
                p(properties=number_properties(1, 0)),
                p(properties=number_properties(1, 0) + deleted),
                p("y", properties=number_properties(1, 0)),
            ]
        )

        assert text_of(body, numbering=numbering(*OFFICIAL)).split("\n") == [
            "一、x",
            "二、",
            "三、y",
        ]


def style(name: str, inside: str, based_on: str = "", more: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="paragraph" w:styleId="{name}" {more}>{base}{inside}</w:style>'


def styled(name: str, more: str = "") -> str:
    return p("x", properties=f'<w:pStyle w:val="{name}"/>{more}')


def in_list(name: int | None, level: int | None = None) -> str:
    index = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    given = "" if name is None else f'<w:numId w:val="{name}"/>'
    return f"<w:pPr><w:numPr>{index}{given}</w:numPr></w:pPr>"


class TestNumberedStyles:
    """
    Numbers that come from styles.
    """

    @pytest.mark.parametrize(
        ("styles", "body", "lines"),
        [
            (style("A", in_list(1, 1)), styled("A"), "（一）x"),
            (style("A", in_list(1)) + style("B", "", "A"), styled("B"), "一、x"),
            # The level of the style, the list of that which it is based on.
            (style("A", in_list(1)) + style("B", in_list(None, 2), "A"), styled("B"), "1.x"),
            # Switched off in the style, and in the paragraph.
            (style("A", in_list(1)) + style("B", in_list(0), "A"), styled("B"), "x"),
            (style("A", in_list(1)), styled("A", number_properties(0)), "x"),
            # The paragraph's own level in the style's list.
            (
                style("A", in_list(1)),
                styled("A", '<w:numPr><w:ilvl w:val="1"/></w:numPr>'),
                "（一）x",
            ),
            # Paragraphs without a style have the default one.
            (style("N", in_list(1), more='w:default="1"'), p("x"), "一、x"),
            (style("N", in_list(1), more='w:default="1"'), styled("unknown"), "一、x"),
            # Based on each other.
            (style("A", "", "B") + style("B", "", "A"), styled("A"), "x"),
        ],
    )
    def test_styles_give_numbers(self, styles: str, body: str, lines: str) -> None:
        assert text_of(body, styles=styles, numbering=numbering(*OFFICIAL)) == lines

    def test_a_level_that_a_style_stands_for_goes_before_the_level_in_the_style(self) -> None:
        lists = definition(0, OFFICIAL, styles=True) + instance(1, 0)
        styles = style("B0", in_list(1)) + style("B1", in_list(1, 2)) + style("C", "", "B1")

        assert text_of(
            styled("B0") + styled("B1") + styled("C"), styles=styles, numbering=lists
        ).split("\n") == ["一、x", "（一）x", "（二）x"]


HIDDEN = "<w:vanish/>"
INSERTED, DELETED = '<w:ins w:id="1">{}</w:ins>', '<w:del w:id="2">{}</w:del>'
MOVED_TO, MOVED_FROM = '<w:moveTo w:id="3">{}</w:moveTo>', '<w:moveFrom w:id="3">{}</w:moveFrom>'
GONE = '<w:r><w:delText>旧</w:delText><w:fldChar w:fldCharType="begin"/></w:r>'
CHOICE = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx '
    'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"/></mc:Choice>'
    "<mc:Fallback><w:t>乙</w:t></mc:Fallback></mc:AlternateContent></w:r>"
)
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
CONTENTS = (
    '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
)
RUBY = f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('fa')}</w:rt><w:rubyBase>{r('法')}</w:rubyBase></w:ruby></w:r>"
FRACTION = (
    "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num>"
    "<m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>"
)

INLINE = {
    "runs are joined": (p("法治", "政府"), "法治政府"),
    "a tabulator, breaks and hyphens": (
        p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t>"
          "<w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f</w:t></w:r>"),
        "a\tb\nc\nd-ef",
    ),
    "tab stops of the paragraph are no text": (
        p("a", properties='<w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs>'), "a"
    ),
    "links": (p('<w:hyperlink r:id="r9">' + r("法治") + "</w:hyperlink>政府"), "法治"),
    "smart tags": (p("<w:smartTag>" + r("2023年") + "</w:smartTag>"), "2023年"),
    "insertions": (p("甲", INSERTED.format(r("乙"))), "甲乙"),
    "deletions": (p("甲", DELETED.format(GONE), "乙"), "甲乙"),
    "moves": (p(MOVED_FROM.format(r("甲")), "乙", MOVED_TO.format(r("甲"))), "乙甲"),
    "a deletion inside an insertion": (
        p(INSERTED.format(r("甲") + DELETED.format(GONE))), "甲"
    ),
    "hidden text": (p("甲", r("乙", HIDDEN), r("丙", '<w:vanish w:val="0"/>')), "甲丙"),
    "a comment's mark": (p("甲", '<w:r><w:commentReference w:id="1"/></w:r>'), "甲"),
    "a control": (p(CONTROL.format("", r("甲"))), "甲"),
    "a control that asks to be filled in": (
        p("甲", CONTROL.format("<w:showingPlcHdr/>", r("单击此处输入文字"))), "甲"
    ),
    "a control around paragraphs": (CONTROL.format("", p("甲") + p("乙")), "甲\n乙"),
    "a table of contents": (CONTROL.format(CONTENTS, p("一、甲\t1")) + p("一、甲"), "一、甲"),
    "only one of two alternatives": (p(CHOICE), "乙"),
    "symbols": (
        p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="宋体" w:char="2103"/>'
          '<w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="x" w:char="D800"/>'
          '<w:sym w:font="x" w:char="zz"/></w:r>'),
        "✓℃≥\ufffd",
    ),
    "readings above characters": (p(RUBY), "法"),
    "fractions": (p(FRACTION), "1/3"),
    "a field shows its result": (p("见", field("REF _x", "第三章"), "。"), "见第三章。"),
    "a number of pages is none of the text": (
        p("甲", field("PAGE", "3"), field(" numpages \\* Arabic", "9")), "甲"
    ),
    "a short field": (
        p('<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>'
          '<w:fldSimple w:instr=" DATE "><w:r><w:t>3月</w:t></w:r></w:fldSimple>'),
        "3月",
    ),
    "a field inside the code and the result of another": (
        p(field("IF " + "x", field("REF a", "甲") + field("PAGE", "1")), "乙"), "甲乙"
    ),
    "a list of contents in a field": (
        p('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC \\o</w:instrText>'
          '<w:fldChar w:fldCharType="separate"/></w:r>', "一、甲 1")
        + p("二、乙 2", '<w:r><w:fldChar w:fldCharType="end"/></w:r>') + p("一、甲"),
        "一、甲",
    ),
    "the same without an end takes nothing with it": (
        p('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC \\o</w:instrText>'
          '<w:fldChar w:fldCharType="separate"/></w:r>', "一、甲") + p("二、乙"),
        "一、甲\n二、乙",
    ),
    "a field without a result and an end hides its paragraph at most": (
        p("甲", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "x") + p("乙"), "甲\n乙"
    ),
    "a mark without a field": (p("甲", '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "乙"), "甲乙"),
    "a number that Word circles": (p(field("eq \\o\\ac(○,3)", None), "甲"), "③甲"),
    "a paragraph whose end is hidden goes on": (
        p("一、甲", properties=f"<w:rPr>{HIDDEN}<w:specVanish/></w:rPr>") + p("乙") + p("丙"),
        "一、甲乙\n丙",
    ),
    "a paragraph whose end is deleted goes on": (
        p("甲", properties='<w:rPr><w:del w:id="1"/></w:rPr>') + p("乙"), "甲乙"
    ),
    "also at the end of the text": (
        p("甲", properties='<w:rPr><w:del w:id="1"/></w:rPr>'), "甲"
    ),
    "earlier properties of a paragraph count no more": (
        p("甲", properties="<w:pPrChange><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:pPrChange>"),
        "甲",
    ),
    "blank paragraphs are no lines": (p("甲") + p() + p("\u3000 ") + p("乙"), "甲\n乙"),
    "indents of blanks stay": (p("\u3000\u3000甲  乙"), "\u3000\u3000甲  乙"),
    "characters beyond the first plane": (p("𠮷"), "𠮷"),
}  # fmt: skip


class TestText:
    """
    What is text and what is none.
    """

    @pytest.mark.parametrize("name", INLINE)
    def test_inside_paragraphs(self, name: str) -> None:
        body, text = INLINE[name]

        assert text_of(body) == text

    @pytest.mark.parametrize(
        ("run", "text"),
        [
            ('<w:rStyle w:val="H"/>', "x"),
            ('<w:rStyle w:val="H"/><w:vanish w:val="false"/>', "xy"),
            ('<w:rStyle w:val="none"/>', "xy"),
        ],
    )
    def test_styles_hide_text(self, run: str, text: str) -> None:
        hidden = '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'

        assert text_of(p("x", r("y", run)), styles=hidden) == text

    def test_a_hidden_style_hides_paragraphs(self) -> None:
        hidden = style("P", "<w:rPr><w:vanish/></w:rPr>")

        assert text_of(styled("P") + p("y"), styles=hidden) == "y"

    def test_tracked_changes_are_counted(self) -> None:
        body = INLINE["moves"][0] + INLINE["insertions"][0] + INLINE["deletions"][0]

        assert read(word(body)).source["tracked_changes"] == 3
        assert "tracked_changes" not in read(word(p("x"))).source

    def test_comments_headers_and_footers_are_left_out(self) -> None:
        parts = {name: p("x") for name in ("comments", "header", "footer", "settings")}

        assert text_of(p("甲"), **parts) == "甲"

    def test_notes_stand_at_the_end_in_the_order_of_the_text(self) -> None:
        def mark(kind: str, name: int) -> str:
            return f'<w:r><w:{kind}Reference w:id="{name}"/></w:r>'

        def note(kind: str, name: int, text: str, more: str = "") -> str:
            own = f"<w:r><w:{kind}Ref/></w:r>"
            return f'<w:{kind} w:id="{name}" {more}>{p(own, text)}</w:{kind}>'

        body = p("甲", mark("endnote", 1), "乙", mark("footnote", 3)) + p(
            "丙", mark("footnote", 2), mark("footnote", 3), DELETED.format(mark("footnote", 4))
        )
        footnotes = note("footnote", -1, "—", 'w:type="separator"') + "".join(
            note("footnote", name, f"注{name}") for name in (2, 3, 4)
        )
        document = read(word(body, footnotes=footnotes, endnotes=note("endnote", 1, "尾")))

        assert document.text.split("\n") == ["甲乙", "丙", "注3", "注2", "尾"]
        assert [anchor.locator for anchor in document.anchors] == [
            "body/p[1]", "body/p[2]", "footnote[1]", "footnote[2]", "endnote[1]",
        ]  # fmt: skip

    def test_a_text_box_is_read_once_behind_its_paragraph(self) -> None:
        inside = p("盒一") + p("盒二") + table(["a", "b"])
        document = read(word(p("甲", box(inside), "乙", box(p("另"))) + p("丙")))

        assert document.text.split("\n") == ["甲乙", "盒一", "盒二", "a\tb", "另", "丙"]
        assert [anchor.locator for anchor in document.anchors] == [
            "body/p[1]", "body/p[1]/txbx[1]",
            "body/p[1]/txbx[1]/tbl[1]/tr[1]/tc[1]", "body/p[1]/txbx[1]/tbl[1]/tr[1]/tc[2]",
            "body/p[1]/txbx[2]", "body/p[2]",
        ]  # fmt: skip

    def test_words_drawn_as_a_picture_are_read(self) -> None:
        art = (
            '<w:r><w:pict><v:shape><v:textpath string="某市人民政府文件"/></v:shape></w:pict></w:r>'
        )

        assert text_of(p(art) + p("甲")) == "某市人民政府文件\n甲"

    def test_a_field_that_is_open_around_a_text_box_ends_behind_it(self) -> None:
        body = p(field("REF x", box(p("盒")) + r("甲")), "乙")

        assert text_of(body) == "甲乙\n盒"


LONG = "全年受理行政复议申请" * 5
COVERED = cell(p(), "<w:vMerge/>")
TABLES = {
    "cells are joined by tabulators": (table(["年度", "件"], ["2023", "12"]), "年度\t件\n2023\t12"),
    "an empty cell keeps its place": (table(["a", "", "c"]), "a\t\tc"),
    "but not at the end": (table(["a", "", ""]), "a"),
    "a cell over columns stands once": (
        table([cell(p("合计"), '<w:gridSpan w:val="2"/>'), "3"]), "合计\t3"
    ),
    "a cell over rows stands once": (
        table([cell(p("县"), '<w:vMerge w:val="restart"/>'), "1"], [COVERED, "2"]), "县\t1\n\t2"
    ),
    "short paragraphs of a cell share its place": (
        table([p("行政") + p("复议"), "12"]), "行政 复议\t12"
    ),
    "tabulators and breaks inside a cell are blanks": (
        table([p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"), "d"]),
        "a b c\td",
    ),
    "a table that lays out text gives lines": (
        table([p("一、甲") + p(LONG), p("二、乙")]), f"一、甲\n{LONG}\n二、乙"
    ),
    "so does one with a single cell": (table([p("一、甲") + p("二、乙")]), "一、甲\n二、乙"),
    "and an empty column beside": (table(["", LONG]), LONG),
    "a table in a cell": (
        table([p("甲") + table(["a", "b"]) + p("乙")]), "甲\na\tb\n乙"
    ),
    "a row that was deleted": (
        table(["a", "b"], ["c", "d"]).replace(
            "<w:tr>", '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>', 1
        ),
        "c\td",
    ),
    "a cell that was deleted": (table([cell(p("a"), '<w:cellDel w:id="1"/>'), "b"]), "b"),
    "rows and cells in controls": (
        table(["x"]).replace("<w:tr>", CONTROL.split("{}", maxsplit=1)[0] + "</w:sdtPr><w:sdtContent><w:tr>")
        .replace("</w:tr>", "</w:tr></w:sdtContent></w:sdt>"),
        "x",
    ),
    "numbers in a table": (
        table([p("x", properties=number_properties(1, 0)), "y"]), "一、x\ty"
    ),
    "a text box in a cell": (table([p("甲", box(p("盒"))), "乙"]), "甲 盒\t乙"),
}  # fmt: skip


class TestTables:
    """
    Tables as lines.
    """

    @pytest.mark.parametrize("name", TABLES)
    def test_rows(self, name: str) -> None:
        body, text = TABLES[name]

        assert text_of(body, numbering=numbering(*OFFICIAL)) == text

    def test_places(self) -> None:
        inner = table(["a", "b"])
        body = p("甲") + table(["年度", "件"]) + p("乙") + table([p("丙") + inner])
        document = read(word(body))

        assert {text: document.locator(document.text.index(text)) for text in "甲年件乙丙a"} == {
            "甲": "body/p[1]",
            "年": "body/tbl[1]/tr[1]/tc[1]",
            "件": "body/tbl[1]/tr[1]/tc[2]",
            "乙": "body/p[2]",
            "丙": "body/tbl[2]/tr[1]/tc[1]",
            "a": "body/tbl[2]/tr[1]/tc[1]/tbl[1]/tr[1]/tc[1]",
        }


class TestFacts:
    """
    What the file says of itself.
    """

    def test_the_title_counts_where_the_text_has_it(self) -> None:
        body = p("某市2023年法治政府建设", "年度报告")

        assert read(word(body, title="某市2023年法治政府建设 年度报告")).source["title"]
        assert "title" not in read(word(body, title="某市2019年法治政府建设年度报告")).source
        assert "title" not in read(word(body, title="")).source

    def test_name_type_and_hash(self) -> None:
        source = read_docx(word(p("x")), "", Limits()).source

        assert source.keys() == {"type", "sha256"}
        assert read(word(p("x"))).source["name"] == "a.docx"

    def test_the_file_is_known_by_its_content(self) -> None:
        assert fazhi.read(word(p("甲"))).text == "甲"
        assert fazhi.read(files.saved(files.docx.Document())).text == ""


def changed(path: str, old: str, new: str) -> bytes:
    parts = files.files(p("甲"))
    assert old in parts[path]
    return files.packed(parts | {path: parts[path].replace(old, new)})


STRICT = {
    files.MAIN: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    files.RELATIONS: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}


class TestOddFiles:
    """
    Files that python-docx alone would refuse.
    """

    def test_macros_are_no_matter(self) -> None:
        parts = files.files(p("甲"))
        types = parts["[Content_Types].xml"].replace(
            f"{files.WORD_TYPE}.document.main", "application/vnd.ms-word.document.macroEnabled.main"
        )

        assert (
            read(
                files.packed(parts | {"[Content_Types].xml": types, "word/vbaProject.bin": b"x"})
            ).text
            == "甲"
        )

    def test_the_strict_kind_of_file_is_read(self) -> None:
        parts = files.files(
            p("x", properties=number_properties(1, 0)), numbering=numbering(*OFFICIAL)
        )
        for usual, strict in STRICT.items():
            parts = {path: content.replace(usual, strict) for path, content in parts.items()}

        assert read(files.packed(parts)).text == "一、x"

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ('Target="word/document.xml"', 'Target="/word/document.xml"'),
            ('Target="word/document.xml"', 'Target="Word/Document.xml"'),
            ('Target="docProps/core.xml"', 'Target="../NULL"'),
            ("metadata/core-properties", "x"),
            ('/officeDocument"', '/other"'),
        ],
    )  # fmt: skip
    def test_odd_references(self, old: str, new: str) -> None:
        assert read(changed("_rels/.rels", old, new)).text == "甲"

    def test_a_missing_picture_is_not_missed(self) -> None:
        relation = (
            f'<Relationship Id="r9" Type="{files.RELATIONS}/image" Target="NULL"/>'
            f'<Relationship Id="r8" Type="{files.RELATIONS}/styles" Target="http://x.invalid/s.xml" '
            'TargetMode="External"/></Relationships>'
        )

        assert read(changed("word/_rels/document.xml.rels", "</Relationships>", relation)).text

    def test_paths_of_windows(self) -> None:
        parts = files.files(p("甲"))

        assert read(files.packed({k.replace("/", "\\"): v for k, v in parts.items()})).text == "甲"

    def test_utf_16(self) -> None:
        parts = files.files(p("甲"))
        document = '<?xml version="1.0" encoding="UTF-16"?>' + parts["word/document.xml"]

        assert (
            read(files.packed(parts | {"word/document.xml": document.encode("utf-16")})).text
            == "甲"
        )

    def test_comments_and_instructions_of_xml(self) -> None:
        assert text_of("<!-- x --><?x y?>" + p("<!-- x -->甲", "<?x y?>", "乙")) == "乙"


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
FETCH = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
DEEP = "<w:sdt><w:sdtContent>"


def nested(times: int) -> str:
    return (
        "<w:tbl><w:tr><w:tc>" * times + p("甲") + "<w:p/></w:tc></w:tr></w:tbl>" * times + "<w:p/>"
    )


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "no archive": (lambda: b"PK\x03\x04word/document", "damaged or cut off"),
    "cut off": (lambda: word(p("甲"))[:-30], "damaged or cut off"),
    "a byte changed": (
        lambda: files.plain("甲" * 999).replace(b"PK\x03\x04", b"PK\x03\x05", 1),
        "damaged or cut off",
    ),
    "no document": (
        lambda: files.packed({"word/documents.txt": "x"}),
        "without its document; open it in Word or WPS and save it again",
    ),
    "a document that is none": (
        lambda: changed("word/document.xml", "w:document", "w:settings"),
        "no Word document; open it",
    ),
    "broken XML": (
        lambda: changed("word/document.xml", "</w:body>", ""),
        "part word/document.xml is broken XML; open it",
    ),
    "broken relations": (
        lambda: changed("_rels/.rels", "</Relationships>", ""),
        "part _rels/.rels is broken XML",
    ),
    "broken styles": (
        lambda: files.packed(files.files(p("x"), styles="") | {"word/styles.xml": "<w:styles"}),
        "part word/styles.xml is broken XML",
    ),
    "an empty document": (
        lambda: files.packed(files.files("") | {"word/document.xml": ""}),
        "broken XML",
    ),
    "entities in entities": (
        lambda: changed("word/document.xml", "<w:document", BOMB + "<w:document"),
        "declares a document type",
    ),
    "an entity from a file": (
        lambda: changed("docProps/core.xml", "<cp:core", FETCH + "<cp:core"),
        "declares a document type",
    ),
    "an entity that is declared nowhere": (
        lambda: changed("word/document.xml", "甲", "&a;"),
        "broken XML",
    ),
    "elements nested too deeply": (
        lambda: word(DEEP * 200 + p("甲") + "</w:sdtContent></w:sdt>" * 200),
        "nested too deeply XML",
    ),
    "tables nested too deeply": (lambda: word(nested(90)), "nested too deeply XML"),
    "a part packed very strongly": (
        lambda: word(p("甲" * 10_000_000)),
        "raise Limits.unpacked_ratio",
    ),
    "pictures alone": (
        lambda: word(p("<w:r><w:drawing/></w:r>")),
        "pictures without text; recognise their characters",
    ),
    "old pictures alone": (
        lambda: word(p("<w:r><w:pict><v:shape/></w:pict></w:r>")),
        "pictures without text",
    ),
    "a spreadsheet alone": (lambda: word(p("<w:r><w:object/></w:r>")), "embedded objects"),
    "an embedded page alone": (
        lambda: word('<w:altChunk r:id="r1"/>'),
        "embedded file; open it in Word",
    ),
}


class TestHostileFiles:
    """
    What cannot be read is refused with a reason, in little time.
    """

    @pytest.mark.parametrize("name", HOSTILE)
    def test_refused_with_a_reason(self, name: str) -> None:
        make, message = HOSTILE[name]

        with pytest.raises(ReadError, match=message) as caught:
            read(make())
        assert caught.value.source == "a.docx"

    def test_too_many_characters(self) -> None:
        with pytest.raises(ReadError, match=r"more than 9 characters; raise Limits\.characters"):
            read(word(p("甲" * 10)), Limits(characters=9))
        assert len(read(word(p("甲" * 9)), Limits(characters=9)).text) == 9

    def test_a_file_without_a_name_is_bytes(self) -> None:
        with pytest.raises(ReadError, match=r"^bytes: is a Word file"):
            read_docx(b"", "", Limits())

    def test_tables_and_controls_as_deep_as_xml_allows(self) -> None:
        """
        Neither a crash nor an error.
        """
        assert text_of(nested(80)) == "甲"
        assert text_of(DEEP * 120 + p("甲") + "</w:sdtContent></w:sdt>" * 120) == "甲"
        assert text_of(p("<w:smartTag>" * 245 + r("甲") + "</w:smartTag>" * 245)) == "甲"

    def test_numbers_that_count_far_cost_nothing(self) -> None:
        levels = (("upperRoman", "%1" * 9),)
        starts = instance(3, 0, {0: 999_999_999})
        lists = numbering(*levels, more=starts)
        body = p("x", properties=number_properties(3, 0)) * 5_000

        document = read(word(body, numbering=lists), Limits(unpacked_ratio=100_000))

        assert len(document.text.split("\n")) == 5_000

    def test_a_large_file_is_read_in_linear_time(self) -> None:
        small = word(p("甲", field("REF x", "乙"), r("丙", HIDDEN)) * 500)
        large = word(p("甲", field("REF x", "乙"), r("丙", HIDDEN)) * 4_000)

        limits = Limits(unpacked_ratio=100_000)
        slow = cpu_seconds(lambda: read(large, limits)) / cpu_seconds(lambda: read(small, limits))
        assert slow < 8 * 2
