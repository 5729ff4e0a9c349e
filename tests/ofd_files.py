"""
OFD files written by hand as GB/T 33190 lays them down, from plain text.

The page is that of an official document (GB/T 9704): A4, 22 lines of 28 characters, the title
centred, paragraphs indented by two characters, signatures at the right.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr


NAMESPACE = "http://www.ofdspec.org/2016"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

# Millimetres.
WIDTH, HEIGHT = 210, 297
LEFT, TOP = 28.0, 37.0
SIZE = 5.644  # 16 points
TITLE_SIZE = 7.761  # 22 points
LEADING = 10.2
CHARACTERS = 28
LINES = 22

NOT_FIRST = "、。，,；;：:！!？?）)》”’」』〕】%"
NOT_LAST = "（(《“‘「『〔【"


class Line(NamedTuple):
    """
    A line as set: its text, where it starts and how large it is.
    """

    text: str
    x: float
    size: float


class Style(NamedTuple):
    """
    How a file is written.

    Attributes:
        by: ``"line"``: a text object a line; ``"run"``: one a run of characters of one width;
            ``"character"``: one a character; ``"code"``: one a line, with a text code a run.
        numbers: Where the page numbers stand: ``"body"``, ``"template"`` (one a page, beside a
            running head in a template of all pages), or ``""``.
        scale: Coordinates of text objects are multiplied by it, and the CTM divides by it again.
        shuffled: Whether the objects of a page are written from its end to its start.
        bold: Whether each line is written twice at nearly the same place.
    """

    by: str = "line"
    numbers: str = "body"
    scale: float = 1.0
    shuffled: bool = False
    bold: bool = False


PLAIN = Style()


def ofd(
    text: str, style: Style = PLAIN, info: Mapping[str, str] | None = None, lines: int = LINES
) -> bytes:
    """
    Return an OFD file of *text*, a paragraph a line.

    Args:
        text: The report.
        style: How it is written.
        info: Elements of DocInfo.
        lines: Lines on a page.
    """
    set_lines = list(_set(text))
    pages = [set_lines[i : i + lines] for i in range(0, len(set_lines), lines)] or [[]]
    parts = {
        "OFD.xml": entry(info or {}),
        "Doc_0/Document.xml": document(len(pages), _templates(len(pages), style)),
        "Doc_0/PublicRes.xml": FONTS,
    }
    for index, page in enumerate(pages):
        objects = [
            o for i, line in enumerate(page) for o in _objects(line, TOP + i * LEADING, style)
        ]
        if style.shuffled:
            objects.reverse()
        number = f"— {index + 1} —"
        if style.numbers == "body":
            objects += _objects(Line(number, WIDTH - 50, 4.9), HEIGHT - 30, style)
        if style.numbers == "template":
            parts[f"Doc_0/Tpls/Tpl_{index + 1}/Content.xml"] = content(
                _objects(Line(number, WIDTH - 50, 4.9), HEIGHT - 30, style)
            )
            parts["Doc_0/Tpls/Tpl_0/Content.xml"] = content(
                _objects(Line("法治政府建设年度报告", LEFT, 3.5), 15, style)
            )
        templates = (0, index + 1) if style.numbers == "template" else ()
        parts[f"Doc_0/Pages/Page_{index}/Content.xml"] = content(objects, templates)
    return pack(parts)


def pack(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """
    Return a ZIP archive of *parts*.
    """
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as package:
        for path, part in parts.items():
            package.writestr(path, part)
    return file.getvalue()


def entry(info: Mapping[str, str], root: str = "Doc_0/Document.xml") -> str:
    """
    Return OFD.xml.
    """
    facts = "".join(f"<ofd:{key}>{escape(value)}</ofd:{key}>" for key, value in info.items())
    return (
        f'{DECLARATION}<ofd:OFD xmlns:ofd="{NAMESPACE}" Version="1.0" DocType="OFD"><ofd:DocBody>'
        f"<ofd:DocInfo><ofd:DocID>{'0' * 32}</ofd:DocID>{facts}</ofd:DocInfo>"
        f"<ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    )


def document(pages: int, templates: int = 0, common: str = "") -> str:
    """
    Return Document.xml of *pages* pages.
    """
    shared = "".join(
        f'<ofd:TemplatePage ID="{9000 + i}" BaseLoc="Tpls/Tpl_{i}/Content.xml"/>'
        for i in range(templates)
    )
    listed = "".join(
        f'<ofd:Page ID="{100 + i}" BaseLoc="Pages/Page_{i}/Content.xml"/>' for i in range(pages)
    )
    return (
        f'{DECLARATION}<ofd:Document xmlns:ofd="{NAMESPACE}"><ofd:CommonData>'
        f"<ofd:MaxUnitID>99999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 {WIDTH} {HEIGHT}"
        "</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
        f"{common}{shared}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )


def content(objects: list[str], templates: tuple[int, ...] = ()) -> str:
    """
    Return Content.xml of a page.
    """
    used = "".join(
        f'<ofd:Template TemplateID="{9000 + i}" ZOrder="Background"/>' for i in templates
    )
    return (
        f'{DECLARATION}<ofd:Page xmlns:ofd="{NAMESPACE}">{used}<ofd:Area><ofd:PhysicalBox>'
        f"0 0 {WIDTH} {HEIGHT}</ofd:PhysicalBox></ofd:Area><ofd:Content>"
        f'<ofd:Layer ID="1" Type="Body">{"".join(objects)}</ofd:Layer></ofd:Content></ofd:Page>'
    )


FONTS = (
    f'{DECLARATION}<ofd:Res xmlns:ofd="{NAMESPACE}" BaseLoc="Res"><ofd:Fonts>'
    '<ofd:Font ID="2" FontName="FangSong" FamilyName="FangSong"/></ofd:Fonts></ofd:Res>'
)


def _templates(pages: int, style: Style) -> int:
    return pages + 1 if style.numbers == "template" else 0


def _set(text: str) -> Iterator[Line]:
    paragraphs = [p.strip() for p in text.splitlines() if p.strip()]
    last = max(
        (i for i, p in enumerate(paragraphs) if p[-1] in "。;；:："), default=len(paragraphs)
    )
    for index, paragraph in enumerate(paragraphs):
        width = _width(paragraph, SIZE)
        if not index and len(paragraph) < 40 and paragraph[-1] not in "。:":
            for part in _broken(paragraph, 20.0, 20.0):
                room = CHARACTERS * SIZE - _width(part, TITLE_SIZE)
                yield Line(part, LEFT + room / 2, TITLE_SIZE)
        elif index > last and width < 20 * SIZE:
            yield Line(paragraph, LEFT + CHARACTERS * SIZE - width - 2 * SIZE, SIZE)
        else:
            indent = 0 if paragraph.endswith((":", "：")) and len(paragraph) < 20 else 2
            for number, part in enumerate(_broken(paragraph, CHARACTERS - indent, CHARACTERS)):
                yield Line(part, LEFT + (0 if number else indent * SIZE), SIZE)


def _broken(paragraph: str, first: float, room: float) -> Iterator[str]:
    line, left = "", first
    for char in paragraph:
        width = _width(char, 1.0)
        if left < width and char not in NOT_FIRST:
            carried = line[-1] if line[-1] in NOT_LAST else ""
            yield line.removesuffix(carried)
            line, left = carried, room - len(carried)
        line += char
        left -= width
    yield line


def _width(text: str, size: float) -> float:
    return sum(size if char > "\u2000" else size / 2 for char in text)


def _objects(line: Line, top: float, style: Style) -> list[str]:
    pieces = {
        "line": lambda: [line.text],
        "code": lambda: [line.text],
        "run": lambda: re.findall(r"[\0-\u2000]+|[^\0-\u2000]+", line.text),
        "character": lambda: list(line.text),
    }[style.by]()
    objects, x = [], line.x
    for piece in pieces:
        objects.append(_object(piece, x, top, line.size, style))
        if style.bold:
            objects.append(_object(piece, x + 0.08, top, line.size, style))
        x += _width(piece, line.size)
    return objects


def _object(text: str, x: float, top: float, size: float, style: Style) -> str:
    scale = style.scale
    codes = re.findall(r"[\0-\u2000]+|[^\0-\u2000]+", text) if style.by == "code" else [text]
    inside, at = "", 0.0
    for code in codes:
        deltas = " ".join(f"{_width(char, size * scale):.3f}" for char in code[:-1])
        if len(set(deltas.split())) == 1 and len(code) > 2:
            deltas = f"g {len(code) - 1} {deltas.split()[0]}"
        delta = f' DeltaX="{deltas}"' if deltas else ""
        inside += (
            f'<ofd:TextCode X="{at * scale:.3f}" Y="{0.86 * size * scale:.3f}"{delta}>'
            f"{escape(code)}</ofd:TextCode>"
        )
        at += _width(code, size)
    ctm = f' CTM="{1 / scale} 0 0 {1 / scale} 0 0"' if scale != 1 else ""
    box = f"{x:.3f} {top:.3f} {_width(text, size):.3f} {size * 1.2:.3f}"
    return (
        f'<ofd:TextObject ID="{hash((text, x, top)) % 90000}" Boundary={quoteattr(box)} Font="2"'
        f' Size="{size * scale:.3f}"{ctm}>{inside}</ofd:TextObject>'
    )
