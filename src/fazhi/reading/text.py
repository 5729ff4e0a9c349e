"""
The reader of text files, and the signs of files that are none.
"""

from __future__ import annotations

from typing import NamedTuple

from fazhi.errors import ReadError
from fazhi.model import Document, Limits, Reader
from fazhi.reading.encoding import decode
from fazhi.text import fold


class Signature(NamedTuple):
    """
    First bytes that say that a file is no text.

    Attributes:
        magic: The file's first bytes.
        inside: Bytes that stand further on, within `HEAD`; ``b""`` for no matter what.
        name: What the file is.
        advice: What would have worked.
    """

    magic: bytes
    inside: bytes
    name: str
    advice: str


HEAD = 4096
AS_TEXT = "save it as plain text (.txt) first"
AS_WORDS = "recognise its characters and save them as plain text (.txt) first"
UNPACK = "unpack it first"

# The first row that fits decides, so the kinds of ZIP come before ZIP itself.
SIGNATURES = (
    Signature(b"%PDF-", b"", "a PDF file", AS_TEXT),
    Signature(b"PK\x03\x04", b"word/", "a Word file (.docx)", AS_TEXT),
    Signature(b"PK\x03\x04", b"[Content_Types].xml", "an Office file", AS_TEXT),
    Signature(b"PK\x03\x04", b"OFD.xml", "an OFD file", AS_TEXT),
    Signature(b"PK\x03\x04", b"opendocument", "an OpenDocument file", AS_TEXT),
    Signature(b"PK\x03\x04", b"", "a ZIP archive or a document packed as one", UNPACK),
    Signature(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", "a Word or WPS file (.doc, .wps)", AS_TEXT),
    Signature(b"{\\rtf", b"", "an RTF file", AS_TEXT),
    Signature(b"\x89PNG\r\n", b"", "a PNG image", AS_WORDS),
    Signature(b"\xff\xd8\xff", b"", "a JPEG image", AS_WORDS),
    Signature(b"GIF8", b"", "a GIF image", AS_WORDS),
    Signature(b"II*\0", b"", "a TIFF image", AS_WORDS),
    Signature(b"MM\0*", b"", "a TIFF image", AS_WORDS),
    Signature(b"\x1f\x8b\x08", b"", "a gzip archive", UNPACK),
    Signature(b"7z\xbc\xaf\x27\x1c", b"", "a 7z archive", UNPACK),
    Signature(b"Rar!\x1a\x07", b"", "a RAR archive", UNPACK),
)


def signature(data: bytes) -> Signature | None:
    """
    Return what *data* is where its first bytes are those of a file that is no text.
    """
    head = data[:HEAD]
    return next((s for s in SIGNATURES if head.startswith(s.magic) and s.inside in head), None)


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
