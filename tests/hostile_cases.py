"""
The table of hostile and broken files: what each is, and what must come of it.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from tests import hostile as h
from tests import hostile_pdf as p
from tests.ofd_files import Style, content, entry, ofd, pack

from fazhi import Limits


class Case(NamedTuple):
    """
    A file and what reading it gives.

    Attributes:
        name: What is wrong with the file.
        build: Makes it.
        suffix: The ending that its name should have.
        error: Pattern of the error; ``""`` where it is read.
        text: What the text holds where it is read.
        limits: Limits other than the usual ones.
    """

    name: str
    build: Callable[[], bytes]
    suffix: str
    error: str = ""
    text: str = ""
    limits: Limits = Limits()


READ = "受理行政复议案件3件"
CUT = "damaged or cut off"
TYPED = "declares a document type"
LARGE = "Limits.unpacked_bytes"
DENSE = "Limits.unpacked_ratio"
OFD_AGAIN = "again and again"

ARCHIVES = (
    Case("part of 1 GiB of zeros", partial(h.flat_bomb, "word/document.xml"), ".docx", LARGE),
    Case("the same, below the limit", partial(h.flat_bomb, "word/document.xml", 64 << 20), ".docx", DENSE),
    Case("the same in an OFD file", partial(h.flat_bomb, "Doc_0/Document.xml"), ".ofd", LARGE),
    Case(
        "archives in an archive, as a part",
        lambda: h.word_with({"word/embeddings/a.zip": pack({f"{i}.zip": h.flat_bomb("a", 64 << 20) for i in range(9)})}),
        ".docx", text=READ,
    ),
    Case("entries that share one part", partial(h.overlapping, "word/document.xml"), ".docx", f"overlap|{LARGE}|{DENSE}"),
    Case(
        "two entries that share one part", partial(h.overlapping, "word/document.xml", 2), ".docx",
        "overlap", limits=Limits(unpacked_ratio=10_000),
    ),
    Case("size said too small", lambda: h.lying(h.word(), "word/document.xml", 100), ".docx", CUT),
    Case("size said too large", lambda: h.lying(h.word(), "word/document.xml", 20_000), ".docx", text=READ),
    Case("size said to be 4 GB", lambda: h.lying(h.word(), "word/document.xml", 0xFFFFFFF0), ".docx", LARGE),
    Case("size said too small in an OFD file", lambda: h.lying(ofd(h.TEXT), "OFD.xml", 9), ".ofd", CUT),
    Case("100,000 parts", partial(h.many_entries, "word/document.xml"), ".docx", "Limits.entries"),
    Case("100,000 parts in an OFD file", partial(h.many_entries, "OFD.xml"), ".ofd", "Limits.entries"),
    Case("packed with LZMA", lambda: pack(h.parts_of(h.word()), 14), ".docx", "packed in a way"),
    Case("parts with a password", lambda: h.encrypted(h.word()), ".docx", "encrypted.*without a password"),
    Case("OFD parts with a password", lambda: h.encrypted(ofd(h.TEXT)), ".ofd", "encrypted.*without a password"),
    Case(
        "names that lead out of the folder",
        lambda: h.word_with({"../../../fazhi-was-here": "x", "/fazhi-was-here": "x", "C:\\a": "x"}),
        ".docx", text=READ,
    ),
    Case("rubbish before and behind the archive", lambda: h.word() + b"\0" * 500, ".docx", text=READ),
    Case("more than a caller allows", h.word, ".docx", LARGE, limits=Limits(unpacked_bytes=9000)),
    Case("more parts than a caller allows", h.word, ".docx", "Limits.entries", limits=Limits(entries=3)),
    Case("larger than a caller allows", h.word, ".docx", "Limits.file_bytes", limits=Limits(file_bytes=999)),
    *(
        Case(f"Word file cut at {share:.0%}", lambda share=share: h.word()[: int(len(h.word()) * share)], ".docx", CUT)
        for share in (0.1, 0.5, 0.9, 0.999)
    ),
    *(
        Case(f"OFD file cut at {share:.0%}", lambda share=share: ofd(h.TEXT)[: int(len(ofd(h.TEXT)) * share)], ".ofd", CUT)
        for share in (0.1, 0.5, 0.9, 0.999)
    ),
    *(
        Case(f"OFD file with {flips} bytes changed", lambda flips=flips: h.flipped(ofd(h.TEXT), flips), ".ofd", f"{CUT}|overlap")
        for flips in (3, 300)
    ),
)  # fmt: skip

ENTITIES = (
    *(Case(f"{kind} in a Word file", partial(h.word_entity, kind), ".docx", TYPED) for kind in h.ENTITIES),
    *(Case(f"{kind} in an OFD file", partial(h.ofd_entity, kind), ".ofd", TYPED) for kind in h.ENTITIES),
    *(Case(f"{kind} in a page", partial(h.page_entity, kind), ".html", text=READ) for kind in h.ENTITIES),
    *(Case(f"{kind} in a page without declaration", partial(h.page_entity, kind, ""), ".html", text=READ) for kind in h.ENTITIES),
    Case(
        "XML in UTF-7, where no tag shows",
        lambda: h.word_with({"word/settings.xml": "<?xml version='1.0' encoding='utf-7'?>+ADwAIQ-DOCTYPE a+AD4-"}),
        ".docx", "hides its markup",
    ),
    Case(
        "document type in UTF-16",
        lambda: h.word_with({"word/settings.xml": "<!DOCTYPE a><a/>".encode("utf-16")}), ".docx", TYPED,
    ),
    Case(
        "document type behind much else",
        lambda: h.word_with({"word/settings.xml": f"<!--{h.noise(300_000).hex()}--><!DOCTYPE a><a/>"}),
        ".docx", TYPED,
    ),
)  # fmt: skip

WORD = (
    Case("macros", h.macros, ".docm", text=READ),
    Case("template and chunk from elsewhere", h.from_afar, ".docx", text=READ),
    Case("no document in it", lambda: pack({k: v for k, v in h.parts_of(h.word()).items() if k != "word/document.xml"}), ".docx", "Office file"),
    Case("no list of types", lambda: pack({k: v for k, v in h.parts_of(h.word()).items() if k != "[Content_Types].xml"}), ".docx", text=READ),
    Case("document that is no XML", lambda: h.word_with({"word/document.xml": b"\xff\0rubbish"}), ".docx", "Word file"),
    Case("document that is empty", lambda: h.word_with({"word/document.xml": b""}), ".docx", "Word file"),
    Case("document that is cut", lambda: pack({**(q := h.parts_of(h.word())), "word/document.xml": q["word/document.xml"][:-900]}), ".docx", "Word file"),
    Case("document of another kind", lambda: h.word_with({"word/document.xml": "<html><body/></html>"}), ".docx", "no Word document"),
    Case("tables in tables, 200 deep", lambda: h.body_of("<w:tbl><w:tr><w:tc>" * 200 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 200), ".docx", "Word file"),
    Case("elements 100,000 deep", lambda: h.body_of("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000), ".docx", "Word file"),
    Case("150,000 empty paragraphs", lambda: h.body_of("".join(map('<w:p w:rsidR="{:x}"/>'.format, range(1_000_000, 1_150_000)))), ".docx", "", ""),
    Case(
        "very many tags", lambda: h.body_of("".join(map("<w:p a='{}'/>".format, range(3_000_100)))), ".docx", "XML tags",
    ),
    Case("attribute of 11 MB", lambda: h.body_of(f'<w:p a="{h.noise(5_500_000).hex()}"/>'), ".docx", "Word file"),
    Case("3,000 pages", partial(h.paragraphs, 20_000), ".docx", text="第19999段"),
)  # fmt: skip

OFD = (
    Case("no pages", partial(h.ofd_of, "", pages=0), ".ofd", "without pages"),
    Case("no text", partial(h.ofd_of, ""), ".ofd", "without text.*recognise"),
    Case("no document", partial(h.ofd_without, "Doc_0/Document.xml"), ".ofd", "damaged.*Document.xml"),
    Case("no content of a page", partial(h.ofd_without, "Doc_0/Pages/Page_0/Content.xml"), ".ofd", "page 1 is missing"),
    Case("no resources", partial(h.ofd_without, "Doc_0/PublicRes.xml"), ".ofd", text=READ),
    Case("no OFD.xml but a folder of its name", lambda: pack({"OFD.xml/": b"", "a.txt": b"1"}), ".ofd", "OFD file|ZIP archive"),
    Case("OFD.xml that is empty", lambda: pack({"OFD.xml": b""}), ".ofd", "damaged"),
    Case("OFD.xml that is its own document", lambda: pack({"OFD.xml": entry({}, "/OFD.xml")}), ".ofd", "without pages"),
    Case("content that is cut", lambda: pack({**(q := h.parts_of(ofd(h.TEXT))), "Doc_0/Pages/Page_0/Content.xml": q["Doc_0/Pages/Page_0/Content.xml"][:-99]}), ".ofd", "damaged"),
    Case("references that lead out of the file", lambda: pack({**h.parts_of(ofd(h.TEXT)), "OFD.xml": entry({}, "../../../../etc/passwd")}), ".ofd", "damaged"),
    Case("drawings that hold each other", h.drawings, ".ofd", "drawings hold each other"),
    Case("a drawing that holds itself", partial(h.drawings, 1), ".ofd", "drawings hold each other"),
    Case("the same resources on each page", h.resources_again, ".ofd", OFD_AGAIN),
    Case("the same document 5,000 times", h.bodies_again, ".ofd", f"{OFD_AGAIN}|Limits.pages"),
    Case("encrypted (GM/T 0099)", lambda: pack({**h.parts_of(ofd(h.TEXT)), "Encryptions.xml": "<Encryptions/>"}), ".ofd", "encrypted.*without a password"),
    Case("widths repeated a billion times", lambda: h.ofd_of(h.text_object(more='DeltaX="g 1000000000 5 g 1000000000 5"')), ".ofd", text=READ),
    Case("places that are no numbers", lambda: h.ofd_of(h.text_object(at="nan inf -1e308 1e308", more='X="nan" DeltaX="inf"')), ".ofd", "damaged|without text"),
    Case("places that are words", lambda: h.ofd_of(h.text_object(at="a b c d", more='DeltaX="x"')), ".ofd", text=READ),
    Case("text outside of the page", lambda: h.ofd_of(h.text_object(at="900 900 9 9")), ".ofd", "without text"),
    Case("blocks 100,000 deep", lambda: h.ofd_of("<ofd:PageBlock>" * 100_000 + h.text_object() + "</ofd:PageBlock>" * 100_000), ".ofd", "without text|damaged|deep|ratio"),
    Case("a million empty elements", lambda: h.ofd_of("".join(map('<ofd:A b="{}"/>'.format, range(1_000_000)))), ".ofd", "XML tags"),
    Case("text over each other 100,000 times", lambda: h.ofd_of(h.text_object() * 100_000), ".ofd", f"{DENSE}"),
    Case("the same, allowed", lambda: h.ofd_of(h.text_object() * 50_000), ".ofd", text=READ, limits=Limits(unpacked_ratio=10_000)),
    Case("500 pages", partial(h.pages_of_ofd, 500), ".ofd", text="第999段"),
    Case("3,000 pages", partial(h.pages_of_ofd, 3000), ".ofd", "Limits.pages"),
    Case("more text than a caller allows", lambda: ofd(h.TEXT), ".ofd", "Limits.characters", limits=Limits(characters=20)),
    Case("XML in GBK that says so", lambda: pack({k: v.decode().replace("UTF-8", "GBK", 1).encode("gbk") for k, v in h.parts_of(ofd(h.TEXT, Style(numbers=""))).items()}), ".ofd", text=READ),
    Case("a page that holds a page", lambda: pack({**h.parts_of(ofd(h.TEXT)), "Doc_0/Pages/Page_0/Content.xml": content(["<ofd:Page/>", h.text_object()])}), ".ofd", text=READ),
)  # fmt: skip

PDF = (
    Case("a head and nothing else", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", ".pdf", "PDF file"),
    *(
        Case(f"cut at {share:.0%}", lambda share=share: p.pdf()[: int(len(p.pdf()) * share)], ".pdf", "PDF file.*(cut off|damaged)")
        for share in (0.1, 0.5, 0.9)
    ),
    Case("table of objects that is wrong", lambda: p.pdf().replace(b"startxref\n", b"startxref\n9"), ".pdf", text=READ),
    Case("rubbish before it", lambda: b"\r\n" + bytes(300) + b"\n" + p.pdf(), ".pdf", text=READ),
    Case("password", partial(p.pdf, 1, "geheim"), ".pdf", "password"),
    Case("scanned", p.scanned, ".pdf", "scan.*recognise"),
    Case("no text at all", lambda: p.objects(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"), ".pdf", "PDF without text|without text"),
    Case("stream that unpacks to 1 GiB", p.bomb, ".pdf", "PDF"),
    Case("pages that hold themselves", p.turning, ".pdf", "PDF"),
    Case("pages that hold themselves, said to be a million", partial(p.turning, b"1000000"), ".pdf", "PDF|Limits.pages"),
    Case("scripts and programs", p.armed, ".pdf", text=READ),
    Case("500 pages", partial(p.pdf, 500), ".pdf", text=READ),
    Case("3,000 pages", partial(p.pdf, 3000), ".pdf", "Limits.pages"),
    Case("more pages than a caller allows", partial(p.pdf, 3), ".pdf", "Limits.pages", limits=Limits(pages=2)),
)  # fmt: skip

PAGES = (
    Case("elements 100,000 deep", lambda: h.page("<div>" * 100_000 + "深" + "</div>" * 100_000), ".html", "deep|Limits.depth", ""),
    Case("unclosed elements 100,000 deep", lambda: h.page("<b><i>" * 50_000), ".html", "deep|Limits.depth", ""),
    Case("300,000 empty elements", lambda: h.page("<i></i>" * 300_000), ".html", text=READ),
    Case("attribute of 20 MB", lambda: h.page(f'<p title="{"法" * 7_000_000}">完。</p>'), ".html", text=READ),
    Case("100,000 attributes", lambda: h.page("<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">完。</p>"), ".html", "10,000 attributes"),
    Case("10,000 attributes", lambda: h.page("<p " + " ".join(f"a{i}=1" for i in range(10_000)) + ">完。</p>"), ".html", text=READ),
    Case("comment that never ends", lambda: h.page("<!-- " + "法" * 100_000), ".html", text=READ),
    Case("script that never ends", lambda: h.page("<script>" + "法" * 100_000), ".html", text=READ),
    Case("cut inside a tag", lambda: h.page("<p>完。</p>")[:-25], ".html", text=READ),
    Case("zeros and half characters", lambda: h.page("<p>办\0结\xed\xa0\x802件。</p>"), ".html", text=READ),
    Case("bytes that are no UTF-8", lambda: h.page("<p>完</p>").replace("完".encode(), b"\xed\xa0\x80\xff"), ".html", text=READ),
    Case("frames and objects from elsewhere", lambda: h.page(f'<iframe src="{h.ACCOUNTS}"></iframe><object data="http://192.0.2.1/"></object>', f'<base href="{h.ACCOUNTS}"><meta http-equiv="refresh" content="0;url={h.ACCOUNTS}">'), ".html", text=READ),
    Case("said to be in UTF-7", lambda: h.page("<p>+ADw-script+AD4-</p>", '<meta charset="utf-7">').replace(b'<meta charset="utf-8">', b""), ".html", text=READ),
    Case("said to be in an encoding that there is not", lambda: h.page("", '<meta charset="klingon">').replace(b'<meta charset="utf-8">', b""), ".html", text=READ),
    Case("numbers of characters that there are not", lambda: h.page("<p>&#1114112;&#xD800;&#0;&#99999999999999;&bogus;</p>"), ".html", text=READ),
    Case("table of 5,000 cells, spans of a billion", lambda: h.page("<table><tr>" + '<td colspan="1000000000" rowspan="1000000000">1</td>' * 5000 + "</tr></table>"), ".html", text=READ),
    Case("lists 10,000 deep", lambda: h.page("<ul><li>" * 10_000), ".html", "deep|Limits.depth"),
    Case("page of 5 MB", lambda: h.page("<p>全年办结案件2件。</p>" * 150_000), ".html", text=READ),
    Case("more text than a caller allows", lambda: h.page("<p>全年办结案件2件。</p>" * 1000), ".html", "Limits.characters", limits=Limits(characters=500)),
)  # fmt: skip

OTHERS = (
    Case("old Word file", partial(h.ole, "WordDocument"), ".doc", r"\.doc, \.wps.*soffice --headless"),
    Case("WPS file", partial(h.ole, "WordDocument"), ".wps", r"\.doc, \.wps.*\.docx"),
    Case("old Excel file", partial(h.ole, "Workbook"), ".xls", "Excel"),
    Case("old PowerPoint file", partial(h.ole, "PowerPoint Document"), ".ppt", "PowerPoint"),
    Case("Word file with a password", partial(h.ole, "EncryptedPackage"), ".docx", "encrypted Office file.*without a password"),
    Case("OLE file of no known kind", partial(h.ole, "Whatever"), ".doc", "old Office"),
    Case("OLE file that is cut", lambda: h.ole("WordDocument")[:100], ".doc", "old Office"),
    Case("Excel file", lambda: pack({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<a/>"}), ".docx", "Excel"),
    Case("PowerPoint file", lambda: pack({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<a/>"}), ".pptx", "PowerPoint"),
    Case("OpenDocument text", lambda: pack({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}, 0), ".odt", "OpenDocument text.*docx"),
    Case("e-book", lambda: pack({"mimetype": "application/epub+zip", "a.xhtml": "<a/>"}, 0), ".epub", "EPUB"),
    Case("archive of Word files", lambda: pack({"a.docx": h.word(), "b.docx": h.word()}, 0), ".zip", "ZIP archive.*unpack"),
    Case("empty archive", lambda: pack({}), ".zip", "empty ZIP"),
    Case("RTF", lambda: b"{\\rtf1\\ansi \\'d2\\'bb}", ".doc", "RTF.*docx"),
    Case("RAR", lambda: b"Rar!\x1a\x07\x01\0" + bytes(99), ".rar", "RAR.*unpack"),
    Case("7z", lambda: b"7z\xbc\xaf\x27\x1c" + bytes(99), ".7z", "7z.*unpack"),
    Case("gzip", lambda: gzip.compress(h.TEXT.encode()), ".gz", "gzip.*unpack"),
    Case("tar", h.tar, ".tar", "tar archive.*unpack"),
    Case("PNG", lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), ".png", "PNG.*recognise"),
    Case("JPEG", lambda: b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(99), ".jpg", "JPEG.*recognise"),
    Case("TIFF called .pdf", lambda: b"II*\0\x08\0\0\0" + bytes(99), ".pdf", "TIFF.*recognise"),
    Case("BMP", lambda: b"BM" + bytes(12) + b"(\0\0\0" + bytes(99), ".bmp", "BMP"),
    Case("WebP", lambda: b"RIFF\x10\0\0\0WEBPVP8 " + bytes(99), ".webp", "WebP"),
    Case("mail", lambda: b"From: a@b.c\r\nSubject: =?utf-8?B?5Lit?=\r\n a\r\nMIME-Version: 1.0\r\n\r\n1", ".eml", "mail.*plain text"),
    Case("page saved as MHTML", lambda: b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html>", ".mht", "MHTML.*save it as HTML"),
    Case("CAJ", lambda: b"CAJ\0" + bytes(99), ".caj", "CAJ"),
    Case("DjVu", lambda: b"AT&TFORM\0\0\0\x08DJVU", ".djvu", "DjVu"),
    Case("program", lambda: b"MZ\x90\0" + bytes(99) + b"PE\0\0", ".exe", "program"),
    Case("program of Linux", lambda: b"\x7fELF\x02" + bytes(99), ".txt", "program"),
    Case("feed",  '<?xml version="1.0"?><rss><item>法治</item></rss>'.encode, ".xml", "XML.*plain text"),
    Case("feed in UTF-16", lambda: '<?xml version="1.0"?><rss>法治</rss>'.encode("utf-16"), ".xml", "XML.*plain text"),
    Case("Word file saved as XML", lambda: b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><a/>', ".xml", "Word file saved as XML"),
    Case("database", lambda: b"SQLite format 3\0" + bytes(99), ".db", "SQLite"),
    Case("nothing but zeros", lambda: bytes(5000), ".txt", text=""),
    Case("random bytes", partial(h.noise, 5000), ".txt", text=""),
    Case("zlib stream", lambda: zlib.compress(bytes(9999)), ".txt", text=""),
    Case("text that starts as an archive does", "PK赛开始，法治".encode, ".zip", text="PK赛"),
    Case("text that speaks of PDF", "报告应以%PDF-1.7格式报送。\n又及：1 0 obj".encode, ".pdf", text="%PDF-1.7"),
    Case("text that starts with MZ", lambda: "MZ市法治政府建设情况".encode("gb18030"), ".exe", text="MZ市"),
    Case("text that starts with BM", "BM区法治政府建设情况(一)".encode, ".bmp", text="BM区"),
    Case("text with a head like a mail's", "来源: 司法局\n日期: 1\nMIME-Version: 1.0".encode, ".eml", text="司法局"),
    Case("text called .docx", lambda: h.TEXT.encode("gb18030"), ".docx", text=READ),
    Case("page called .ofd", lambda: h.page(""), ".ofd", text=READ),
    Case("UTF-7", lambda: "受理3件".encode("utf-7"), ".txt", text="+"),
    Case("one character 30 million times", lambda: b"a" * 30_000_000, ".txt", "Limits.characters"),
)  # fmt: skip

CASES = {
    f"{kind}: {case.name}": case
    for kind, cases in {
        "archive": ARCHIVES, "entities": ENTITIES, "Word": WORD, "OFD": OFD, "PDF": PDF,
        "page": PAGES, "other": OTHERS,
    }.items()
    for case in cases
}  # fmt: skip
