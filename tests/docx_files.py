"""
Word files for the tests: reports made with python-docx, and small files set by hand.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from xml.sax.saxutils import escape

import docx
from docx.oxml.parser import parse_xml

from fazhi.text import read_integer


MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": MAIN,
        "r": RELATIONS,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    }.items()
)
CORE = (
    '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp="http://schemas.'
    'openxmlformats.org/package/2006/metadata/core-properties"><dc:title>{}</dc:title>'
    "</cp:coreProperties>"
)

# Level → format, text of the number, and how its markers look in a text.
LEVELS = (
    ("chineseCountingThousand", "%1、", re.compile(r"[ \u3000]*([一二三四五六七八九十]+)、")),
    ("chineseCounting", "(%2)", re.compile(r"[ \u3000]*\(([一二三四五六七八九十]+)\)")),
    ("decimal", "%3.", re.compile(r"[ \u3000]*([0-9]{1,2})\.(?![0-9])")),
)


class Item(NamedTuple):
    """
    A line of a report without the number before it.
    """

    level: int
    number: int
    text: str


def items(text: str) -> list[Item]:
    """
    Take the numbers off the lines of a report; a line without one has the level -1.
    """
    found = []
    for line in text.split("\n"):
        item = Item(-1, 0, line)
        for level, (_, _, pattern) in enumerate(LEVELS):
            match = pattern.match(line)
            number = read_integer(match[1]) if match else None
            if match and number:
                item = Item(level, number, line[match.end() :])
        found.append(item)
    return found


def saved(document: docx.document.Document) -> bytes:
    """
    Return the bytes of a file.
    """
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def plain(text: str) -> bytes:
    """
    Make a file with a paragraph a line.
    """
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    return saved(document)


def numbered(text: str, *, by_style: bool, restarts: bool, gap: str) -> bytes:
    """
    Make a file whose numbers Word sets by itself.

    Args:
        text: The report.
        by_style: Whether styles say which paragraphs are numbered, else each paragraph itself.
        restarts: Whether a level begins anew under the next one of a higher level. Where the
            report does not, a new list does.
        gap: What stands behind the number: tab, space or nothing.
    """
    document = docx.Document()
    numbering = document.part.numbering_part.element
    for old in list(numbering):
        numbering.remove(old)
    numbering.append(parse_xml(definition(90, LEVELS, styles=by_style, restarts=restarts, gap=gap)))
    numbering.append(parse_xml(instance(900, 90)))
    if by_style:
        add_styles(document)
    lists, counts = 900, {}
    for item in items(text):
        paragraph = document.add_paragraph(item.text)
        if item.level < 0:
            continue
        if by_style:
            paragraph.style = document.styles[f"报告{item.level}"]
        name = 900
        if item.number != counts.get(item.level, 0) + 1:
            name = lists = lists + 1
            numbering.append(parse_xml(instance(name, 90, {item.level: item.number})))
        if name > 900 or not by_style:
            properties = paragraph._p.get_or_add_pPr()
            properties.append(parse_xml(number_properties(name, item.level)))
        counts[item.level] = item.number
        if restarts:
            counts = {level: n for level, n in counts.items() if level <= item.level}
    return saved(document)


def add_styles(document: docx.document.Document) -> None:
    """
    Add a numbered style for each level; only the first names the list, the others are based on it.
    """
    for level in range(len(LEVELS)):
        base = f'<w:basedOn w:val="B{level - 1}"/>' if level else ""
        numbers = '<w:numId w:val="900"/>' if not level else f'<w:ilvl w:val="{level}"/>'
        document.styles.element.append(
            parse_xml(
                f'<w:style {NAMESPACES} w:type="paragraph" w:styleId="B{level}"><w:name '
                f'w:val="报告{level}"/>{base}<w:pPr><w:numPr>{numbers}</w:numPr></w:pPr></w:style>'
            )
        )


def definition(
    name: int,
    levels: Iterable[tuple[object, ...]],
    *,
    styles: bool = False,
    restarts: bool = True,
    gap: str = "nothing",
) -> str:
    """
    Return the definition of lists with *levels* of a format and a text.
    """
    rows = [
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{level[0]}"/>'
        + ("" if restarts else '<w:lvlRestart w:val="0"/>')
        + (f'<w:pStyle w:val="B{index}"/>' if styles else "")
        + f'<w:suff w:val="{gap}"/><w:lvlText w:val="{level[1]}"/></w:lvl>'
        for index, level in enumerate(levels)
    ]
    return f'<w:abstractNum {NAMESPACES} w:abstractNumId="{name}">{"".join(rows)}</w:abstractNum>'


def instance(name: int, of: int, starts: Mapping[int, int] | None = None) -> str:
    """
    Return a list of a definition, which may start its levels elsewhere.
    """
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for level, start in (starts or {}).items()
    )
    return (
        f'<w:num {NAMESPACES} w:numId="{name}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'
    )


def number_properties(name: int, level: int | None = None) -> str:
    """
    Return what numbers a paragraph.
    """
    index = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return f'<w:numPr {NAMESPACES}>{index}<w:numId w:val="{name}"/></w:numPr>'


def fodt(text: str) -> str:
    """
    Make a text document of LibreOffice, numbers set by itself.
    """
    rows = [
        f'<text:list-level-style-number text:level="{index}" style:num-format="{form}" '
        f'style:num-prefix="{before}" style:num-suffix="{behind}" text:display-levels="1"/>'
        for index, (form, before, behind) in enumerate(
            (("一, 二, 三, ...", "", "、"), ("一, 二, 三, ...", "(", ")"), ("1", "", ".")), 1
        )
    ]
    lines = []
    for item in items(text):
        line = f"<text:p>{escape(item.text)}</text:p>"
        if item.level >= 0:
            start = f'<text:list-item text:start-value="{item.number}">'
            line = (
                f'<text:list text:style-name="L" text:continue-numbering="true">'
                f"{'<text:list-item><text:list>' * item.level}{start}{line}</text:list-item>"
                f"{'</text:list></text:list-item>' * item.level}</text:list>"
            )
        lines.append(line)
    spaces = "urn:oasis:names:tc:opendocument:xmlns:"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="{spaces}office:1.0" '
        f'xmlns:text="{spaces}text:1.0" xmlns:style="{spaces}style:1.0" office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>'
        f'<text:list-style style:name="L">{"".join(rows)}</text:list-style>'
        f"</office:automatic-styles><office:body><office:text>{''.join(lines)}"
        "</office:text></office:body></office:document>"
    )


def html(text: str) -> str:
    """
    Make a page with a paragraph a line.
    """
    lines = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
    return f'<html><head><meta charset="utf-8"></head><body>{lines}</body></html>'


def word(body: str, title: str = "", **parts: str) -> bytes:
    """
    Make a small file by hand.

    Args:
        body: XML of the body.
        title: That of the file's properties.
        parts: XML inside further parts, such as ``styles`` and ``footnotes``.
    """
    return packed(files(body, title, **parts))


def files(body: str, title: str = "", **parts: str) -> dict[str, str]:
    """
    Return the parts of a small file by their paths.
    """
    related = "".join(
        f'<Relationship Id="r{name}" Type="{RELATIONS}/{name}" Target="{name}.xml"/>'
        for name in parts
    )
    of_package = (
        f'<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
        '<Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships'
        '/metadata/core-properties" Target="docProps/core.xml"/>'
    )
    found = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="'
        'application/vnd.openxmlformats-package.relationships+xml"/><Override PartName='
        f'"/word/document.xml" ContentType="{WORD_TYPE}.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{of_package}</Relationships>',
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}">{related}</Relationships>'
        ),
        "docProps/core.xml": CORE.format(title),
    }
    for name, content in parts.items():
        found[f"word/{name}.xml"] = f"<w:{name} {NAMESPACES}>{content}</w:{name}>"
    return found


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """
    Pack parts into a file.
    """
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    return file.getvalue()


def p(*inside: str, properties: str = "") -> str:
    """
    Return a paragraph; text that is no XML becomes a run.
    """
    runs = "".join(part if part.startswith("<") else r(part) for part in inside)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    """
    Return a run.
    """
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def field(code: str, result: str | None) -> str:
    """
    Return a field: its code, and its result unless it has none.
    """
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in FIELD_MARKS]
    shown = "" if result is None else marks[1] + (result if result[:1] == "<" else r(result))
    return f'{marks[0]}<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>{shown}{marks[2]}'


FIELD_MARKS = ("begin", "separate", "end")


def table(*rows: Iterable[str]) -> str:
    """
    Return a table whose cells are given as text, or as XML of paragraphs or whole cells.
    """
    lines = []
    for row in rows:
        cells = [
            cell
            if cell.startswith("<w:tc>")
            else f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>"
            for cell in row
        ]
        lines.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(lines)}</w:tbl>"


def cell(inside: str, properties: str = "") -> str:
    """
    Return a cell with properties.
    """
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def box(inside: str) -> str:
    """
    Return a text box as Word saves it: once for new versions and once for old ones.
    """
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
        f"<a:graphicData><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData>"
        "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
