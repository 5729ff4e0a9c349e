"""
The reader of text files, and the signs of files that are none.
"""

from __future__ import annotations

from typing import NamedTuple

from fazhi.errors import ReadError
from fazhi.model import Document, Limits, Reader
from fazhi.reading.encoding import decode
from fazhi.reading.kinds import is_mail, part_names
from fazhi.text import fold


class Signature(NamedTuple):
    """
    Bytes that say that a file is no text.

    Attributes:
        magic: The file's first bytes; of markup, those behind blanks and a byte-order mark.
        inside: Bytes that stand further on: among the names of a ZIP's parts, in the whole of an
            OLE file, else within `HEAD`; ``b""`` for no matter what.
        name: What the file is.
        advice: What would have worked.
        at: Offset of the first bytes.
    """

    magic: bytes
    inside: bytes
    name: str
    advice: str
    at: int = 0


def _wide(name: str) -> bytes:
    return name.encode("utf-16-le")


HEAD = 4096
# Endings of documents, and of what packs them, that no reader reads: in a folder they are errors
# with advice, so that nobody takes a corpus for whole that is not.
UNREAD = (
    ".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt", ".uof", ".mht", ".mhtml", ".caj", ".ceb",
    ".epub", ".zip", ".rar", ".7z",
)  # fmt: skip
AS_TEXT = "save it as plain text (.txt) first"
AS_WORDS = "recognise its characters and save them as plain text (.txt) first"
AS_DOCX = (
    "open it in Word or WPS and save it as .docx or plain text (.txt),"
    " or run `soffice --headless --convert-to docx`"
)
OPENED = "save it without a password"
UNPACK = "unpack it first"
REPORT = "give the report's text or its file instead"

PDF, ZIP, OLE = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MARKUP = (b"<?xml", b"{\\rtf")

# The first row that fits decides, so the kinds of ZIP come before ZIP itself.
SIGNATURES = (
    Signature(PDF, b"", "a PDF file", AS_TEXT),
    Signature(ZIP, b"word/document", "a Word file (.docx)", AS_TEXT),
    Signature(ZIP, b"xl/workbook", "an Excel file (.xlsx)", AS_TEXT),
    Signature(ZIP, b"ppt/presentation", "a PowerPoint file (.pptx)", AS_TEXT),
    Signature(ZIP, b"[Content_Types].xml", "an Office file without a document", AS_TEXT),
    Signature(ZIP, b"OFD.xml", "an OFD file", AS_TEXT),
    Signature(ZIP, b"epub+zip", "an e-book (EPUB)", AS_TEXT),
    Signature(ZIP, b"opendocument.text", "an OpenDocument text (.odt)", AS_DOCX),
    Signature(ZIP, b"opendocument", "an OpenDocument file", AS_TEXT),
    Signature(ZIP, b"uof.xml", "a UOF file", AS_DOCX),
    Signature(ZIP, b"META-INF/MANIFEST.MF", "a program (.jar, .apk)", REPORT),
    Signature(ZIP, b"", "a ZIP archive or a document packed as one", UNPACK),
    Signature(b"PK\x05\x06", b"", "an empty ZIP archive", REPORT),
    Signature(OLE, _wide("EncryptedPackage"), "an encrypted Office file", OPENED),
    Signature(OLE, _wide("WordDocument"), "a Word or WPS file (.doc, .wps)", AS_DOCX),
    Signature(OLE, _wide("PowerPoint Document"), "a PowerPoint file (.ppt, .dps)", AS_TEXT),
    Signature(OLE, _wide("Workbook"), "an Excel file (.xls, .et)", AS_TEXT),
    Signature(OLE, _wide("__substg1.0_"), "an Outlook mail (.msg)", AS_TEXT),
    Signature(OLE, b"", "an old Office file (.doc, .wps)", AS_DOCX),
    Signature(b"{\\rtf", b"", "an RTF file", AS_DOCX),
    Signature(b"<?xml", b"<uof:", "a UOF file", AS_DOCX),
    Signature(b"<?xml", b"Word.Document", "a Word file saved as XML", AS_DOCX),
    Signature(b"<?xml", b"office:document", "an OpenDocument file saved as XML", AS_DOCX),
    Signature(b"<?xml", b"", "an XML file, and no web page", AS_TEXT),
    Signature(b"CAJ\0", b"", "a CAJ file", AS_TEXT),
    Signature(b"HN\0\0", b"", "a CAJ file", AS_TEXT),
    Signature(b"KDH ", b"\0", "a CAJ file", AS_TEXT),
    Signature(b"Founder CEB", b"", "a CEB file", AS_TEXT),
    Signature(b"AT&TFORM", b"DJV", "a DjVu file", AS_WORDS),
    Signature(b"BOOKMOBI", b"", "an e-book (MOBI)", AS_TEXT, 60),
    Signature(b"ITSF\x03\0", b"", "a help file (.chm)", AS_TEXT),
    Signature(b"%!PS-Adobe", b"", "a PostScript file", AS_TEXT),
    Signature(b"\x89PNG\r\n", b"", "a PNG image", AS_WORDS),
    Signature(b"\xff\xd8\xff", b"", "a JPEG image", AS_WORDS),
    Signature(b"GIF87a", b"", "a GIF image", AS_WORDS),
    Signature(b"GIF89a", b"", "a GIF image", AS_WORDS),
    Signature(b"II*\0", b"", "a TIFF image", AS_WORDS),
    Signature(b"MM\0*", b"", "a TIFF image", AS_WORDS),
    Signature(b"BM", b"(\0\0\0", "a BMP image", AS_WORDS),
    Signature(b"RIFF", b"WEBPVP8", "a WebP image", AS_WORDS),
    Signature(b"\0\0\0", b"ftyp", "a HEIC image or a film", AS_WORDS),
    Signature(b"\x1f\x8b\x08", b"", "a gzip archive", UNPACK),
    Signature(b"7z\xbc\xaf\x27\x1c", b"", "a 7z archive", UNPACK),
    Signature(b"Rar!\x1a\x07", b"", "a RAR archive", UNPACK),
    Signature(b"BZh", b"1AY&SY", "a bzip2 archive", UNPACK),
    Signature(b"\xfd7zXZ\0", b"", "an xz archive", UNPACK),
    Signature(b"\x28\xb5\x2f\xfd", b"", "a Zstandard archive", UNPACK),
    Signature(b"MSCF\0\0", b"", "a CAB archive", UNPACK),
    Signature(b"ustar", b"\0", "a tar archive", UNPACK, 257),
    Signature(b"MZ", b"PE\0\0", "a program (.exe)", REPORT),
    Signature(b"\x7fELF", b"", "a program", REPORT),
    Signature(b"SQLite format 3\0", b"", "an SQLite database", REPORT),
    Signature(b"DUCK", b"\0", "a DuckDB database", REPORT, 8),
    Signature(b"PAR1", b"\0", "a Parquet file", REPORT),
)

_BLANK = b"\xef\xbb\xbf\xff\xfe \t\r\n\0"
MAIL = Signature(b"", b"", "a mail (.eml)", AS_TEXT)
SAVED_PAGE = Signature(b"", b"", "a page saved as MHTML (.mht)", "save it as HTML (.html) first")


def signature(data: bytes) -> Signature | None:
    """
    Return what *data* is where its first bytes are those of a file that is no text.
    """
    head = data[:HEAD]
    bare = head.replace(b"\0", b"").lstrip(_BLANK)
    inside = head
    if data.startswith(ZIP):
        names = b"\n".join(part_names(data))
        # The first part of some kinds says in plain letters which it is.
        inside = names + head[:100] if names.startswith(b"mimetype") else names or head
    elif data.startswith(OLE):
        inside = data
    for row in SIGNATURES:
        text = bare if row.magic in MARKUP else head
        if text.startswith(row.magic, row.at) and row.inside in (
            bare if row.magic in MARKUP else inside
        ):
            return row
    if is_mail(data):
        return SAVED_PAGE if b"multipart/related" in bare.lower() else MAIL
    return None


def read_text(data: bytes, name: str, limits: Limits) -> Document:
    """
    Read the bytes of a text file.

    Args:
        data: The whole file.
        name: What to call it; ``""`` where it has no name.
        limits: How long the text may be.

    Returns:
        The text, whose source says ``name``, ``encoding``, ``confidence`` (0 to 1), ``sha256``
        and, where bytes could not be read, ``damaged``: the number of U+FFFD in the text.

    Raises:
        ReadError: If the bytes are those of a known file type that is no text, or too many.
    """
    found = signature(data)
    if found is not None:
        raise ReadError(
            name or "bytes", f"is {found.name}, which fazhi cannot read: {found.advice}"
        )
    import hashlib  # noqa: PLC0415  # text given as str needs none

    read = decode(data)
    if len(read.text) > limits.characters:
        raise ReadError(
            name or "bytes",
            f"has more than {limits.characters:,} characters; raise Limits.characters to read it",
        )
    source: dict[str, str | float] = {
        "encoding": read.encoding,
        "confidence": read.confidence,
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    if name:
        source["name"] = name
    if read.damaged:
        source["damaged"] = read.damaged
    return fold(read.text, source=source)


def _is_text(head: bytes) -> bool:
    return signature(head) is None


TEXT = Reader(name="text", suffixes=(".txt", ".text"), accepts=_is_text, read=read_text)
