"""
What a file is, by its content.
"""

from __future__ import annotations

import re


# The first tag of a page, behind blanks, comments, a declaration and a byte-order mark. In UTF-16
# each letter has a zero beside it, so zeros are taken out first.
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--.{0,2000}?-->\s*)*+"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|table|div|p|span|font|center|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 8192


def is_html(data: bytes) -> bool:
    """
    Return whether *data* starts as a page does.
    """
    return _PAGE.match(data[:_HEAD].replace(b"\0", b"")) is not None


def is_pdf(data: bytes) -> bool:
    """
    Return whether *data* is a PDF file; a little may stand before its mark.
    """
    return b"%PDF-" in data[:1024]


def is_docx(data: bytes) -> bool:
    """
    Return whether *data* is a Word file packed as ZIP.
    """
    return _packs(data, b"word/document")


def is_ofd(data: bytes) -> bool:
    """
    Return whether *data* is an OFD file (GB/T 33190).
    """
    return _packs(data, b"OFD.xml")


def _packs(data: bytes, part: bytes) -> bool:
    # The names of the parts stand unpacked in the archive.
    return data.startswith(b"PK\x03\x04") and part in data
