"""
Whether a packed file (DOCX, OFD) may be unpacked at all.

What an archive says of itself is a claim of whoever made it. So each part is unpacked once, in
small pieces that are thrown away, before any reader that trusts the claims gets to see the file.
Nothing is written anywhere, so the names of parts do no harm whatever they are.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from fazhi.errors import ReadError
from fazhi.model import Limits


CENTRAL = b"PK\x01\x02"  # before each entry of the directory
LOCAL = struct.Struct("<26xHH")  # before each part; the lengths of its name and extra field
PIECE = 1 << 18
SMALL = 1 << 20  # below it a part may be packed as strongly as it likes
# Markup of XML, each an element or a half of one. A tree of them takes some hundred bytes each.
MARKUP = 1_000_000
ENCRYPTED = 0x1 | 0x40

# What the standard library raises on archives that are damaged by chance or on purpose.
DAMAGE = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    ArithmeticError,
)
DAMAGED = "that is damaged or cut off; get a whole copy of it"

_XML = (".xml", ".rels")
_PICTURES = (".svg",)  # which no reader opens
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([^\"'>]{1,40})")
_BLANK = b"\xef\xbb\xbf\xff\xfe \t\r\n\0"
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
# Encodings in which each byte of "<!DOCTYPE" stands for itself, zeros aside.
_PLAIN = re.compile(
    r"utf-?8|utf-16([lb]e)?|(us-)?ascii|iso-8859-1|windows-1252|gb2312|gbk|cp936|gb18030|big5",
    re.IGNORECASE,
)


def check_package(data: bytes, name: str, what: str, limits: Limits) -> None:
    """
    Make sure that a packed file can be unpacked and its XML parsed at a bounded cost.

    Args:
        data: The whole file.
        name: What to call it; ``""`` where it has no name.
        what: What it is, such as ``"a Word file"``.
        limits: How many parts it may have, and how large.

    Raises:
        ReadError: If the archive is damaged, cut off or encrypted, has too many, too large, too
            strongly packed or overlapping parts, or XML that declares a document type.
    """
    problem, cause = None, None
    try:
        problem = next(_problems(data, limits), None)
    except DAMAGE as error:
        problem, cause = DAMAGED, error
    if problem is not None:
        raise ReadError(name or "bytes", f"is {what} {problem}") from cause


def _problems(data: bytes, limits: Limits) -> Iterator[str]:
    # Counted before the directory is read, which takes a second for a million entries.
    if data.count(CENTRAL) > limits.entries:
        yield f"of more than {limits.entries:,} parts; raise Limits.entries to read it"
    with ZipFile(BytesIO(data)) as package:
        entries = package.infolist()
        yield from _claims(data, entries, limits)
        tags = 0
        # The shortest element takes four bytes, so a small file need not be counted.
        counted = sum(entry.file_size for entry in entries) > 4 * MARKUP
        for entry in entries:
            for piece in _pieces(package, entry):
                yield from _dangers(piece)
                tags += piece.count(b"<") if counted else 0
                if tags > MARKUP:
                    yield f"of more than {MARKUP:,} XML tags; split it"


def _claims(data: bytes, entries: list[ZipInfo], limits: Limits) -> Iterator[str]:
    """
    Yield what is wrong by the directory alone.
    """
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        yield "that is encrypted; save it without a password"
    if any(entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for entry in entries):
        yield "packed in a way that such files never are; save it again"
    if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
        yield (
            f"that unpacks to more than {limits.unpacked_bytes:,} bytes;"
            " raise Limits.unpacked_bytes to read it"
        )
    for entry in entries:
        if entry.file_size > max(SMALL, limits.unpacked_ratio * entry.compress_size):
            yield (
                f"with a part that unpacks to more than {limits.unpacked_ratio} times its size;"
                " raise Limits.unpacked_ratio to read it"
            )
    spans = sorted(_span(data, entry) for entry in entries)
    if any(end > start for (_, end), (start, _) in pairwise(spans)):
        yield "whose parts overlap, as only attacks do; save it again"


def _dangers(piece: bytes) -> Iterator[str]:
    """
    Yield what is wrong with a piece of XML.
    """
    if any(declaration in piece for declaration in _DECLARATIONS):
        yield "whose XML declares a document type, as only attacks do; save it again"
    declared = _DECLARED.match(piece.lstrip(_BLANK))
    if declared and not _PLAIN.fullmatch(declared[1].decode("latin-1")):
        yield "whose XML is in an encoding that hides its markup; save it again"


def _span(data: bytes, entry: ZipInfo) -> tuple[int, int]:
    name, extra = LOCAL.unpack_from(data, entry.header_offset)
    return entry.header_offset, (
        entry.header_offset + LOCAL.size + name + extra + entry.compress_size
    )


def _pieces(package: ZipFile, entry: ZipInfo) -> Iterator[bytes]:
    """
    Unpack one part: its pieces where it is XML, each with the end of the one before, else nothing.

    What unpacks to more than it claims is cut there by the standard library, and its checksum is
    wrong then.
    """
    path = entry.filename.lower()
    with package.open(entry) as part:
        piece = part.read(PIECE)
        is_xml = path.endswith(_XML) or (
            piece.lstrip(_BLANK).startswith(b"<") and not path.endswith(_PICTURES)
        )
        tail = b""
        while piece:
            if is_xml:
                joined = tail + piece
                yield joined.replace(b"\0", b"") if b"\0" in joined else joined  # UTF-16
                tail = joined[-32:]
            piece = part.read(PIECE)
