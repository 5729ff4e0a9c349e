"""
OFD files give back the text that was set in them, and what they say of themselves.
"""

from __future__ import annotations

import io
import json
import zipfile
from bisect import bisect_left
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.ofd_files import PLAIN, Style, content, document, entry, ofd, pack
from tests.scoring import measure

import fazhi
from fazhi import ReadError


SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
STYLES = {
    "a line an object": PLAIN,
    "a run an object, numbers in templates": Style(by="run", numbers="template"),
    "a run a text code, no numbers": Style(by="code", numbers=""),
    "a character an object": Style(by="character", numbers="template"),
    "scaled by a matrix": Style(by="run", scale=2.5),
    "written backwards": Style(by="run", shuffled=True),
    "drawn twice to look bold": Style(by="run", bold=True),
}
SHORT = (
    "关于法治政府建设情况的报告\n市人大常委会:\n"
    + "全年受理行政复议案件3件，办结2件。" * 9
    + "\n一、主要工作"
)


def bare(text: str) -> str:
    """
    Return *text* without blanks.
    """
    return "".join(text.split())


def moved(old: str, new: str) -> Callable[[int, int], tuple[int, int]]:
    """
    Return how to carry a range of *old* over to *new*, which differs in blanks alone.
    """
    places = [i for i, char in enumerate(new) if not char.isspace()]
    before = [i for i, char in enumerate(old) if not char.isspace()]

    def move(start: int, end: int) -> tuple[int, int]:
        first, last = bisect_left(before, start), bisect_left(before, end) - 1
        return places[min(first, len(places) - 1)], places[last] + 1

    return move


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_the_paragraphs_of_a_report_come_back(path: Path, style: Style) -> None:
    """
    Each paragraph is one line again, over line ends and pages; nothing else is in the text.
    """
    text = path.read_text(encoding="utf-8")
    found = fazhi.read(ofd(text, style)).text

    assert bare(found) == bare(text)
    assert [bare(line) for line in found.splitlines()] == [
        bare(line) for line in text.splitlines() if line.strip()
    ]


@pytest.mark.parametrize("name", ["a line an object", "a run an object, numbers in templates"])
def test_sections_and_metrics_are_those_of_the_text(name: str, tmp_path: Path) -> None:
    """
    The annotations of the text hold for the file.
    """
    for path in SEEDS:
        old = path.read_text(encoding="utf-8")
        new = fazhi.read(ofd(old, STYLES[name])).text
        (tmp_path / path.name).write_bytes(new.encode())
        move = moved(old, new)
        for subject in ("sections", "metrics"):
            rows = path.with_suffix(f".{subject}.jsonl").read_text(encoding="utf-8").splitlines()
            (tmp_path / f"{path.stem}.{subject}.jsonl").write_text(
                "\n".join(json.dumps(carried(json.loads(row), move)) for row in rows if row),
                encoding="utf-8",
            )
    found = measure(tmp_path)

    bars = {"section.f1": 0.98, "metric.f1": 0.97, "metric.span": 0.97, "section.end": 0.97}
    assert not found.below(bars)


def carried(
    row: dict[str, object], move: Callable[[int, int], tuple[int, int]]
) -> dict[str, object]:
    """
    Return an annotation with its ranges carried over.
    """
    start, end = move(int(str(row["start"])), int(str(row["end"])))
    changed: dict[str, object] = {**row, "start": start, "end": end}
    if isinstance(span := row.get("title_span"), list):
        changed["title_span"] = move(*span)
    if isinstance(ends := row.get("end_alt"), list):
        changed["end_alt"] = [move(0, end)[1] for end in ends]
    elif isinstance(ends, int):
        changed["end_alt"] = move(0, ends)[1]
    return changed


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_title_and_date_are_those_of_the_report(path: Path) -> None:
    """
    The day on which the file was made is no date of the report.
    """
    gold = json.loads(path.with_suffix(".meta.json").read_text(encoding="utf-8"))
    info = {"CreationDate": "2031-07-09", "ModDate": "2031-07-10"}
    data = ofd(path.read_text(encoding="utf-8"), info=info)
    report = fazhi.parse(data)

    assert report.meta.title == gold["title"]
    assert report.meta.date == gold["date"]
    assert "2031" not in str(dict(fazhi.read(data).source))


def test_each_page_has_an_anchor() -> None:
    """
    A node is found again by the page that it stands on.
    """
    found = fazhi.read(ofd("\n".join(f"第{i}段。" for i in range(60)), lines=20))

    assert [anchor.locator for anchor in found.anchors] == ["page 1", "page 2", "page 3"]
    assert found.locator(found.text.index("第45段")) == "page 3"
    assert found.source["pages"] == 3


@pytest.mark.parametrize(
    ("info", "fact"),
    [
        ({"Title": "关于法治政府建设情况的报告"}, {"title": "关于法治政府建设情况的报告"}),
        ({"Title": "法治政府建设报告.docx"}, {}),  # the name of a file
        ({"Title": "Document1"}, {}),
        ({"Author": "某市司法局"}, {"author": "某市司法局"}),
        ({"Author": "Administrator"}, {}),
    ],
)
def test_what_the_file_says_of_itself_is_kept(info: dict[str, str], fact: dict[str, str]) -> None:
    """
    Unless a program said it.
    """
    source = dict(fazhi.read(ofd(SHORT, info=info)).source)

    assert {key: source[key] for key in ("title", "author") if key in source} == fact
    assert source["type"] == "ofd"
    assert len(str(source["sha256"])) == 64


def test_custom_data_is_read() -> None:
    """
    Official documents name their number and issuer there.
    """
    custom = (
        '<ofd:CustomDatas><ofd:CustomData Name="发文字号">某政发〔2024〕3号</ofd:CustomData>'
        '<ofd:CustomData Name="成文日期">2024-02-01</ofd:CustomData>'
        '<ofd:CustomData Name="发布日期">二月</ofd:CustomData></ofd:CustomDatas>'
    )
    parts = unpacked(ofd(SHORT))
    parts["OFD.xml"] = parts["OFD.xml"].replace("</ofd:DocInfo>", f"{custom}</ofd:DocInfo>")
    source = fazhi.read(pack(parts)).source

    assert source["document_number"] == "某政发〔2024〕3号"
    assert source["written"] == "2024-02-01"
    assert "published" not in source


def unpacked(data: bytes) -> dict[str, str]:
    """
    Return the parts of a file.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def test_signatures_and_annotations_are_no_text() -> None:
    """
    A seal and a note that somebody put on a page are not what the report says.
    """
    parts = unpacked(ofd(SHORT))
    parts["Doc_0/Signs/Signatures.xml"] = "<Signatures><Signature ID='1'/></Signatures>"
    parts["Doc_0/Signs/Sign_0/Seal.esl"] = "\0\1\2"
    parts["Doc_0/Annots/Page_0/Annotation.xml"] = "<PageAnnot>批注</PageAnnot>"

    assert bare(fazhi.read(pack(parts)).text) == bare(SHORT)


def test_a_template_of_one_page_is_part_of_its_text() -> None:
    """
    What stands on no other page is said there.
    """
    parts = unpacked(ofd("一、主要工作。", Style(numbers="template"), lines=20))
    head = (
        '<ofd:TextObject ID="7" Boundary="60 20 90 8" Size="7"><ofd:TextCode X="0" Y="6">'
        "某市法治政府报告</ofd:TextCode></ofd:TextObject>"
    )
    parts["Doc_0/Tpls/Tpl_0/Content.xml"] = content([head])

    assert bare(fazhi.read(pack(parts)).text) == "某市法治政府报告一、主要工作。"


def test_words_apart_keep_a_blank() -> None:
    """
    Latin words that are objects of their own show the blank by their places alone.
    """
    words = [
        f'<ofd:TextObject ID="{i}" Boundary="{x} 40 20 6" Size="5"><ofd:TextCode X="0" Y="4">'
        f"{word}</ofd:TextCode></ofd:TextObject>"
        for i, (x, word) in enumerate(
            [(30, "采用"), (40, "Open"), (51.2, "Data"), (61.2, "平台。")]
        )
    ]
    parts = {"OFD.xml": entry({}), "Doc_0/Document.xml": document(1)}
    parts["Doc_0/Pages/Page_0/Content.xml"] = content(words)

    assert fazhi.read(pack(parts)).text == "采用Open Data平台。"


@pytest.mark.parametrize("prefix", ["", "ofd2"])
def test_other_namespaces_are_read(prefix: str) -> None:
    """
    Writers differ in the prefix, and some leave the namespace out.
    """
    parts = {
        path: part.replace("ofd:", f"{prefix}:" if prefix else "").replace(
            "xmlns:ofd" if not prefix else "xmlns:ofd2:", "xmlns"
        )
        for path, part in unpacked(ofd(SHORT)).items()
    }
    if prefix:
        parts = {
            path: part.replace(" xmlns:ofd=", f" xmlns:{prefix}=") for path, part in parts.items()
        }

    assert bare(fazhi.read(pack(parts)).text) == bare(SHORT)


def test_a_missing_page_is_an_error() -> None:
    """
    A report without a page would be another report.
    """
    parts = unpacked(ofd("\n".join(f"第{i}段。" for i in range(60)), lines=20))
    del parts["Doc_0/Pages/Page_1/Content.xml"]

    with pytest.raises(ReadError, match="page 2 is missing"):
        fazhi.read(pack(parts))
