"""
PDF files of the five reports: the text, its paragraphs and what is read in them come back.
"""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from tests.needs import program
from tests.pdf_layouts import LAYOUTS, SIMPLIFIED, TRADITIONAL, Layout, typeset
from tests.scoring import measure
from tests.timing import cpu_seconds

import fazhi
from fazhi.model import Document, Limits
from fazhi.reading.pdf import read_pdf


SEEDS = Path(__file__).parents[1] / "seeds"
TEXTS = {path.stem: path.read_bytes().decode("utf-8") for path in sorted(SEEDS.glob("*.txt"))}
# Titles in two lines, for reports that came without; the others have theirs set so.
TITLES = {
    "bayingolin-2021": ("巴音郭楞蒙古自治州人民政府", "關于2021年度法治政府建設工作情況的報告"),
    "chuxiong-2024": ("楚雄市2024年度", "法治政府建设情况报告"),
    "honghe-2023": ("红河哈尼族彝族自治州", "2023年法治政府建设年度报告"),
    "luohe-2023-inspection": ("关于全市2023年", "法治政府建设情况的视察报告"),
    "wuhua-2020": ("五华区2020年", "法治政府建设工作报告"),
}
OFFICE = ("office", "office with columns")
WAYS = (*LAYOUTS, "title of two lines", *OFFICE)
BARS = {"section.f1": 0.98, "metric.f1": 0.97, "meta.title": 1.0, "meta.date": 1.0}


def bare(text: str) -> str:
    return "".join(text.split())


def body(name: str) -> str:
    """
    Return the text of a report without its own title.
    """
    title = "".join(TITLES[name])
    lines = TEXTS[name].splitlines()
    return "\n".join(line for line in lines if bare(line) != bare(title))


@cache
def made(name: str, way: str) -> bytes:
    """
    Return a report as a PDF file made by hand.
    """
    font = TRADITIONAL if name.startswith("bayingolin") else SIMPLIFIED
    if way in LAYOUTS:
        return typeset(TEXTS[name], LAYOUTS[way], font)
    return typeset(body(name), Layout(title=TITLES[name], columns=2, size=10.5), font)


def word(name: str, columns: int) -> bytes:
    """
    Return a report as a Word file with indents, a header and a number on each page.
    """
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Noto Serif CJK SC", Pt(16 if columns == 1 else 10.5)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
    for line in filter(str.strip, TEXTS[name].splitlines()):
        paragraph = document.add_paragraph(line.strip())
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = 2 * normal.font.size
        paragraph.paragraph_format.space_after = Pt(0)
    section.header.paragraphs[0].text = "法治政府建设年度报告"
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text, field in (("— ", ""), ("", "PAGE"), (" —", "")):
        run = foot.add_run(text)
        if field:
            part = OxmlElement("w:fldSimple")
            part.set(qn("w:instr"), field)
            run._r.addnext(part)
    if columns > 1:
        part = section._sectPr.find(qn("w:cols"))
        part.set(qn("w:num"), str(columns))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    What LibreOffice makes of Word files: a folder for each number of columns.
    """
    soffice = program("soffice")
    root = tmp_path_factory.mktemp("pdf")
    for columns, way in enumerate(OFFICE, 1):
        source = root / f"{way} in"
        source.mkdir()
        for name in TEXTS:
            (source / f"{name}.docx").write_bytes(word(name, columns))
        subprocess.run(
            [
                *(soffice, f"-env:UserInstallation={(root / 'profile').as_uri()}", "--headless"),
                *("--convert-to", "pdf", "--outdir", root / way, *sorted(source.iterdir())),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
    return root


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def files(way: str, request: pytest.FixtureRequest) -> dict[str, bytes]:
    """
    The five reports, made in one way.
    """
    if way not in OFFICE:
        return {name: made(name, way) for name in TEXTS}
    folder = request.getfixturevalue("office") / way
    return {name: (folder / f"{name}.pdf").read_bytes() for name in TEXTS}


def expected(name: str, way: str) -> str:
    if way != "title of two lines":
        return TEXTS[name]
    return "".join(TITLES[name]) + "\n" + body(name)


def read(data: bytes, name: str = "a.pdf") -> Document:
    return read_pdf(data, name, Limits())


def test_the_text_and_its_paragraphs_come_back(files: dict[str, bytes], way: str) -> None:
    """
    Each character once and in order; hardly a paragraph is split or joined.
    """
    whole = right = 0
    for name, data in files.items():
        text = read(data).text
        lines = [bare(line) for line in expected(name, way).splitlines() if line.strip()]
        found = {bare(line) for line in text.splitlines()}

        assert bare(text) == "".join(lines), name
        whole += len(lines)
        right += sum(line in found for line in lines)
    print(f"{way}: {right} of {whole} paragraphs ({right / whole:.1%})")
    assert right >= 0.95 * whole


def test_reports_are_read_as_from_their_text(
    files: dict[str, bytes], way: str, tmp_path: Path
) -> None:
    """
    Sections and metrics are those of the annotations, title and date too.
    """
    for name, data in files.items():
        annotate(tmp_path, name, read(data).text, own_title=way != "title of two lines")

    assert not measure(tmp_path).below(BARS)


def annotate(folder: Path, name: str, text: str, *, own_title: bool) -> None:
    """
    Write *text* to *folder* with the annotations of the report, moved to where it has them.
    """
    (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    meta = json.loads((SEEDS / f"{name}.meta.json").read_text(encoding="utf-8"))
    if not own_title:
        meta["title"] = "".join(TITLES[name])
    (folder / f"{name}.meta.json").write_text(json.dumps(meta), encoding="utf-8")

    # From the end on both are the same but for blanks; only a title may stand before.
    old = [i for i, char in enumerate(TEXTS[name]) if not char.isspace()]
    new = [i for i, char in enumerate(text) if not char.isspace()]
    at = dict(zip(reversed(old), reversed(new), strict=False))
    for subject in ("sections", "metrics"):
        rows = (SEEDS / f"{name}.{subject}.jsonl").read_text(encoding="utf-8").splitlines()
        moved = "\n".join(json.dumps(row) for row in shifted(map(json.loads, rows), at))
        (folder / f"{name}.{subject}.jsonl").write_text(moved, encoding="utf-8")


def shifted(rows: Iterator[dict[str, Any]], at: dict[int, int]) -> Iterator[dict[str, Any]]:
    for row in rows:
        ends = row.get("end_alt") or []
        ends = ends if isinstance(ends, list) else [ends]
        yield row | {
            "start": at[row["start"]],
            "end": at[row["end"] - 1] + 1,
            "end_alt": [at.get(end - 1, end - 1) + 1 for end in ends],
            **(
                {"title_span": [at[row["title_span"][0]], at[row["title_span"][1] - 1] + 1]}
                if row.get("title_span")
                else {}
            ),
        }


@pytest.mark.parametrize("name", TEXTS)
def test_a_title_of_two_lines_is_one(name: str) -> None:
    """
    The report has it as its title, and the words behind it are no part of it.
    """
    report = fazhi.parse(read(made(name, "title of two lines")))

    assert bare(report.meta.title or "") == bare("".join(TITLES[name]))


def test_each_page_has_an_anchor() -> None:
    """
    Also where it starts in the middle of a paragraph.
    """
    document = read(made("honghe-2023", "official"))

    assert [anchor.locator for anchor in document.anchors] == [f"page {n}" for n in range(1, 8)]
    assert document.locator(0) == "page 1"
    assert document.locator(len(document.text) - 1) == "page 7"
    assert any(document.text[anchor.start - 1] != "\n" for anchor in document.anchors[1:])
    assert document.source["pages"] == 7


def test_reports_are_read_quickly(office: Path) -> None:
    """
    A report of usual length takes some hundredths of a second.
    """
    data = [path.read_bytes() for path in sorted((office / OFFICE[0]).glob("*.pdf"))]
    read(data[0])
    seconds = cpu_seconds(lambda: [read(each) for each in data]) / len(data)

    print(f"a report through PDF: {1000 * seconds:.0f} ms")
    assert seconds < 0.5
