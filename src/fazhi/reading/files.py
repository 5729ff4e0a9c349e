"""
The built-in readers of files that are no plain text, given through the same hook as anybody's.

What a reader needs is imported when its first file comes.
"""

from __future__ import annotations

from fazhi.hookspecs import hookimpl
from fazhi.model import Document, Limits, Reader
from fazhi.reading.extras import need
from fazhi.reading.kinds import is_docx, is_html, is_ofd, is_pdf


def _html(data: bytes, name: str, limits: Limits) -> Document:
    need("lxml", "html", name, "a web page")
    from fazhi.reading.html import read_html  # noqa: PLC0415

    return read_html(data, name, limits)


def _docx(data: bytes, name: str, limits: Limits) -> Document:
    need("docx", "docx", name, "a Word file")
    from fazhi.reading.docx import read_docx  # noqa: PLC0415

    return read_docx(data, name, limits)


def _pdf(data: bytes, name: str, limits: Limits) -> Document:
    need("pypdfium2", "pdf", name, "a PDF file")
    from fazhi.reading.pdf import read_pdf  # noqa: PLC0415

    return read_pdf(data, name, limits)


def _ofd(data: bytes, name: str, limits: Limits) -> Document:
    need("ofdkit", "ofd", name, "an OFD file")
    from fazhi.reading.ofd import read_ofd  # noqa: PLC0415

    return read_ofd(data, name, limits)


HTML = Reader(
    name="html", suffixes=(".html", ".htm", ".shtml", ".xhtml"), accepts=is_html, read=_html
)
DOCX = Reader(name="docx", suffixes=(".docx", ".docm"), accepts=is_docx, read=_docx)
PDF = Reader(name="pdf", suffixes=(".pdf",), accepts=is_pdf, read=_pdf)
OFD = Reader(name="ofd", suffixes=(".ofd",), accepts=is_ofd, read=_ofd)


@hookimpl
def fazhi_readers() -> tuple[Reader, ...]:
    """
    Give the readers of pages, Word, PDF and OFD files.
    """
    return HTML, DOCX, PDF, OFD
