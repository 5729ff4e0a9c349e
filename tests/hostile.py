"""
Hostile and broken files, built in memory: archives, and the packed documents made of them.
"""

from __future__ import annotations

import io
import random
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Mapping
from functools import cache

import docx
from tests.ofd_files import FONTS, NAMESPACE, Style, content, document, entry, ofd, pack


TEXT = "2023年度法治政府建设情况报告\n一、主要工作\n全年受理行政复议案件3件，办结2件。"
FORBIDDEN = "root:"  # in /etc/passwd, which no file may make anybody read
ACCOUNTS = "file:///etc/passwd"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"

LAUGHS = "".join(
    f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "法治政府建设"}">' for i in range(10)
)
# Declarations and a reference: each wants more memory than there is, or what it must not get.
ENTITIES = {
    "billion laughs": (LAUGHS, "&l9;"),
    "quadratic blow-up": (f'<!ENTITY q "{"法" * 100_000}">', "&q;" * 10_000),
    "external entity": (f'<!ENTITY x SYSTEM "{ACCOUNTS}">', "&x;"),
    "parameter entity": (f'<!ENTITY % x SYSTEM "{ACCOUNTS}"> %x;', "&y;"),
}


@cache
def word(text: str = TEXT) -> bytes:
    """
    Return an honest Word file.
    """
    made, file = docx.Document(), io.BytesIO()
    for line in text.splitlines():
        made.add_paragraph(line)
    made.save(file)
    return file.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """
    Return the parts of an archive.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def word_with(parts: Mapping[str, str | bytes] | None = None, **replaced: str) -> bytes:
    """
    Return a Word file with further parts, and with words of its document replaced.
    """
    made = parts_of(word())
    body = made["word/document.xml"].decode()
    for old, new in replaced.items():
        body = body.replace({"declaration": "<w:document ", "text": "全年受理"}[old], new, 1)
    return pack({**made, "word/document.xml": body, **(parts or {})})


def word_entity(kind: str) -> bytes:
    """
    Return a Word file with an attack by entities.
    """
    declared, reference = ENTITIES[kind]
    return word_with(declaration=f"<!DOCTYPE w:document [{declared}]><w:document ", text=reference)


def ofd_entity(kind: str) -> bytes:
    """
    Return an OFD file with an attack by entities.
    """
    declared, reference = ENTITIES[kind]
    parts = parts_of(ofd(TEXT))
    page = parts["Doc_0/Pages/Page_0/Content.xml"].decode()
    page = page.replace("<ofd:Page ", f"<!DOCTYPE Page [{declared}]><ofd:Page ", 1)
    return pack({**parts, "Doc_0/Pages/Page_0/Content.xml": page.replace("全年受理", reference)})


def page_entity(kind: str, head: str = '<?xml version="1.0" encoding="utf-8"?>') -> bytes:
    """
    Return a web page with an attack by entities.
    """
    declared, reference = ENTITIES[kind]
    lines = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    return (
        f'{head}<!DOCTYPE html [{declared}]><html xmlns="http://www.w3.org/1999/xhtml"><head>'
        f"<title>2023年度法治政府建设情况报告</title></head><body>{lines}<p>{reference}</p></body></html>"
    ).encode()


def page(body: str, head: str = "") -> bytes:
    """
    Return a web page of the report with *body* behind it.
    """
    lines = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    return (
        f'<html><head><meta charset="utf-8">{head}</head><body>{lines}{body}</body></html>'.encode()
    )


def zeros(size: int) -> bytes:
    """
    Return raw deflated zeros, made by writing one block of them again and again.
    """
    block = 1 << 20
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = packer.compress(bytes(block)) + packer.flush(zlib.Z_FULL_FLUSH)
    return first * (size // block) + b"\x03\0"


def raw_zip(parts: list[tuple[str, bytes, int, int]], *, method: int = 8, flags: int = 0) -> bytes:
    """
    Return an archive whose directory says what one likes.

    Args:
        parts: Name, packed bytes, size that is claimed, and CRC that is claimed.
        method: How the parts are packed.
        flags: Of each part.
    """
    body, directory = b"", b""
    for name, packed, size, crc in parts:
        common = struct.pack(
            "<HHHHIIIHH", flags, method, 0, 33, crc, len(packed), size, len(name.encode()), 0
        )
        directory += (
            b"PK\x01\x02\x14\0\x14\0" + common + struct.pack("<HHHII", 0, 0, 0, 0, len(body))
            + name.encode()
        )  # fmt: skip
        body += b"PK\x03\x04\x14\0" + common + name.encode() + packed
    return body + directory + _end(len(parts), len(directory), len(body))


def _end(count: int, size: int, start: int) -> bytes:
    return b"PK\x05\x06" + struct.pack(
        "<HHHHIIH", 0, 0, count % 65536, count % 65536, size, start, 0
    )


def flat_bomb(name: str, size: int = 1 << 30) -> bytes:
    """
    Return an archive with one part of zeros, a thousand times its size.
    """
    return raw_zip([("OFD.xml", b"", 0, 0), (name, zeros(size), size, 0)])


def overlapping(name: str, count: int = 1000) -> bytes:
    """
    Return an archive whose entries all point at the same part.
    """
    size = 1 << 20
    single = raw_zip([(name, zeros(size), size, zlib.crc32(bytes(size)))])
    start = single.index(b"PK\x01\x02")
    directory = single[start : single.index(b"PK\x05\x06")]
    return single[:start] + directory * count + _end(count, len(directory) * count, start)


def lying(data: bytes, part: str, size: int) -> bytes:
    """
    Return an archive that claims that *part* has *size* bytes unpacked.
    """
    rows = []
    for name, content_ in parts_of(data).items():
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = packer.compress(content_) + packer.flush()
        rows.append((name, packed, size if name == part else len(content_), zlib.crc32(content_)))
    return raw_zip(rows)


def encrypted(data: bytes) -> bytes:
    """
    Return an archive whose parts ask for a password.
    """
    rows = [(name, part, len(part), zlib.crc32(part)) for name, part in parts_of(data).items()]
    return raw_zip(rows, method=0, flags=1)


def many_entries(name: str, count: int = 100_000) -> bytes:
    """
    Return an archive of very many empty parts.
    """
    head = struct.pack("<HHHHIIIHH", 0, 0, 0, 33, 0, 0, 0, 6, 0)
    tail = struct.pack("<HHHII", 0, 0, 0, 0, 0)
    names = [b"%06d" % i for i in range(count)]
    body = raw_zip([(name, b"", 0, 0)], method=0)[: 30 + len(name)]
    body += b"".join(b"PK\x03\x04\x14\0" + head + each for each in names)
    directory = b"".join(b"PK\x01\x02\x14\0\x14\0" + head + tail + each for each in names)
    return body + directory + _end(count, len(directory), len(body))


def macros() -> bytes:
    """
    Return a Word file with macros.
    """
    parts = parts_of(word())
    types = parts["[Content_Types].xml"].decode().replace(MAIN, MACRO)
    return pack({**parts, "[Content_Types].xml": types, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})


def from_afar() -> bytes:
    """
    Return a Word file that wants its template from elsewhere.
    """
    key = "word/_rels/document.xml.rels"
    relations = (
        parts_of(word())[key]
        .decode()
        .replace(
            "</Relationships>",
            '<Relationship Id="rId99" TargetMode="External" Target="http://192.0.2.1/a.dotm" Type="http'
            '://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
            f'<Relationship Id="rId98" TargetMode="External" Target="{ACCOUNTS}" Type="http'
            '://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"/></Relationships>',
        )
    )
    return word_with({key: relations})


def body_of(inside: str) -> bytes:
    """
    Return a Word file whose body is *inside*.
    """
    document_ = (
        f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{inside}</w:body></w:document>'
    )
    return pack({**parts_of(word()), "word/document.xml": document_})


def paragraphs(count: int) -> bytes:
    """
    Return a Word file of many paragraphs.
    """
    return body_of(
        "".join(
            f"<w:p><w:r><w:t>第{i}段，全年受理行政复议案件{i}件，办结2件。</w:t></w:r></w:p>"
            for i in range(count)
        )
    )


def ofd_of(body: str, resources: str = "", pages: int = 1, common: str = "") -> bytes:
    """
    Return an OFD file whose pages all hold *body*.
    """
    parts: dict[str, str | bytes] = {
        "OFD.xml": entry({}),
        "Doc_0/Document.xml": document(pages, common=common),
        "Doc_0/PublicRes.xml": resources or FONTS,
    }
    for index in range(pages):
        parts[f"Doc_0/Pages/Page_{index}/Content.xml"] = content([body])
    return pack(parts)


def ofd_without(*names: str) -> bytes:
    """
    Return an OFD file of which parts are missing.
    """
    parts = parts_of(ofd(TEXT))
    return pack({name: part for name, part in parts.items() if name not in names})


def text_object(
    text: str = "全年受理行政复议案件3件。", at: str = "30 40 150 6", more: str = ""
) -> str:
    """
    Return a text object.
    """
    return (
        f'<ofd:TextObject ID="5" Boundary="{at}" Font="2" Size="5"><ofd:TextCode X="0" Y="4" {more}>'
        f"{text}</ofd:TextCode></ofd:TextObject>"
    )


def drawings(count: int = 10) -> bytes:
    """
    Return an OFD file whose drawings hold each other, ten times each.
    """
    units = "".join(
        f'<ofd:CompositeGraphicUnit ID="{i}" Width="9" Height="9"><ofd:Content>'
        + f'<ofd:CompositeObject ID="77" ResourceID="{(i + 1) % count}" Boundary="0 0 9 9"/>' * 10
        + text_object()
        + "</ofd:Content></ofd:CompositeGraphicUnit>"
        for i in range(count)
    )
    resources = (
        f'<ofd:Res xmlns:ofd="{NAMESPACE}"><ofd:CompositeGraphicUnits>{units}'
        "</ofd:CompositeGraphicUnits></ofd:Res>"
    )
    return ofd_of('<ofd:CompositeObject ID="77" ResourceID="0" Boundary="0 0 9 9"/>', resources)


def resources_again(pages: int = 400) -> bytes:
    """
    Return an OFD file each page of which asks for the same large resources.
    """
    parts = parts_of(ofd_of(text_object(), pages=pages))
    for index in range(pages):
        key = f"Doc_0/Pages/Page_{index}/Content.xml"
        parts[key] = parts[key].replace(
            b"<ofd:Content>", b"<ofd:PageRes>/Big.xml</ofd:PageRes><ofd:Content>"
        )
    parts["Big.xml"] = b"<Res>" + b"".join(b"<F ID='%d'/>" % i for i in range(40_000)) + b"</Res>"
    return pack(parts)


def bodies_again(count: int = 5000) -> bytes:
    """
    Return an OFD file that names the same document again and again.
    """
    parts = parts_of(ofd(TEXT))
    first = parts["OFD.xml"].decode()
    start, end = first.index("<ofd:DocBody>"), first.index("</ofd:OFD>")
    parts["OFD.xml"] = (first[:start] + first[start:end] * count + first[end:]).encode()
    parts["Doc_0/Document.xml"] = parts["Doc_0/Document.xml"].replace(
        b"<ofd:Pages>", b"<ofd:Pages>" + b"<ofd:Page/>" * 5_000
    )
    return pack(parts)


def ole(stream: str) -> bytes:
    """
    Return an OLE file whose directory has one stream.
    """
    name = stream.encode("utf-16-le")
    directory = name + bytes(64 - len(name)) + struct.pack("<HB", len(name) + 2, 2) + bytes(61)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + directory + bytes(4096)


def pages_of_ofd(count: int) -> bytes:
    """
    Return an OFD file of many pages.
    """
    return ofd("\n".join(f"第{i}段工作完成了。" for i in range(count * 2)), Style(), lines=2)


def noise(size: int) -> bytes:
    """
    Return bytes that cannot be packed, the same each time.
    """
    return random.Random(size).randbytes(size)  # noqa: S311


def flipped(data: bytes, count: int) -> bytes:
    """
    Return *data* with some bytes inside its parts changed.
    """
    chance, changed = random.Random(count), bytearray(data)  # noqa: S311
    for _ in range(count):
        changed[chance.randrange(60, len(data) - 400)] ^= 0x55
    return bytes(changed)


def tar() -> bytes:
    """
    Return a tar archive.
    """
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"), io.BytesIO(b""))
    return file.getvalue()
