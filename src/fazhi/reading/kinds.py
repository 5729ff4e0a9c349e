"""
What a file is, by its content.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator


# The first tag of a page, behind blanks, comments, declarations and a byte-order mark. In UTF-16
# each letter has a zero beside it, so zeros are taken out first.
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff|\x84\x31\x95\x33)?\s*"
    rb"(?:<\?xml[^>]{0,200}>\s*|<!--.{0,2000}?-->\s*|<!?\[[^>]{0,80}>\s*|<%.{0,500}?%>\s*)*+"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|base|link|script|noscript|style|table|tr|td|div|p"
    rb"|section|article|main|header|nav|form|iframe|center|span|font|strong|em|b|a|img|br|hr|[uod]l"
    rb"|h[1-6]|blockquote|pre)(?=[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
# A server's remark or a line of text may stand above the page itself.
_LATE = re.compile(rb"<!doctype\s+html[\s>]|<html[\s>]", re.IGNORECASE)
_HEAD = 8192
_BLANK = b"\xef\xbb\xbf \t\r\n\0"
# Lines of a mail's head, down to the one that says what it is.
_MAIL = re.compile(
    rb"(?:[a-z][a-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?mime-version:\s*1\.\d", re.IGNORECASE
)
_LATE_PDF = re.compile(rb"^%PDF-\d", re.MULTILINE)
_OBJECT = re.compile(rb"\b\d+ \d+ obj\b")

# Before each part of a ZIP: flags, packed size, lengths of its name and extra field.
_PART = b"PK\x03\x04"
_LOCAL = struct.Struct("<6xH10xI4xHH")
_SIZE_FOLLOWS = 0x8
_SIZE_ELSEWHERE = 0xFFFFFFFF
_PARTS = 10_000


def is_html(data: bytes) -> bool:
    """
    Return whether *data* starts as a page does.
    """
    head = data[:_HEAD].replace(b"\0", b"")
    if _PAGE.match(head) is not None:
        return True
    packed = data.startswith(_PART)
    return not packed and not is_mail(data) and _LATE.search(head, 0, 1024) is not None


def is_mail(data: bytes) -> bool:
    """
    Return whether *data* is a mail, or a page that was saved as one (MHTML).
    """
    return _MAIL.match(data[:_HEAD].lstrip(_BLANK)) is not None


def is_pdf(data: bytes) -> bool:
    """
    Return whether *data* is a PDF file; a little may stand before its mark.
    """
    head = data[:_HEAD]
    # A text may speak of PDF; but its lines do not start with the mark and numbered objects.
    return head.lstrip(_BLANK).startswith(b"%PDF-") or (
        _LATE_PDF.search(head, 0, 1024) is not None and _OBJECT.search(head) is not None
    )


def is_docx(data: bytes) -> bool:
    """
    Return whether *data* is a Word file packed as ZIP.
    """
    return any(name.startswith(b"word/document") for name in part_names(data))


def is_ofd(data: bytes) -> bool:
    """
    Return whether *data* is an OFD file (GB/T 33190).
    """
    return any(name.lower().lstrip(b"./\\") == b"ofd.xml" for name in part_names(data))


def part_names(data: bytes) -> Iterator[bytes]:
    """
    Yield the names of what *data* packs, from the head of each part; nothing if it is no ZIP.

    The heads are there even where the file was cut off and its directory is lost. What packed
    parts hold is passed over, so that an archive of documents is not taken for one.
    """
    start = 0
    for _ in range(_PARTS):
        if not data.startswith(_PART, start) or start + _LOCAL.size > len(data):
            return
        flags, size, length, extra = _LOCAL.unpack_from(data, start)
        start += _LOCAL.size
        yield data[start : start + length]
        start += length + extra + size
        if flags & _SIZE_FOLLOWS or size == _SIZE_ELSEWHERE:
            start = data.find(_PART, start - size)
            if start < 0:
                return
