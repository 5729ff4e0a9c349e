"""
PDF files → `Document`: opened with PDFium, laid out again as paragraphs.
"""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from fazhi.errors import ReadError
from fazhi.model import Document, Limits
from fazhi.reading.page_furniture import without_furniture
from fazhi.reading.page_lines import lines_of
from fazhi.reading.page_paragraphs import paragraphs
from fazhi.reading.page_runs import Sheet
from fazhi.reading.pdf_glyphs import covered, sheets
from fazhi.reading.pdf_streams import check_streams
from fazhi.text import fold


# PDFium may be used by one thread at a time, whatever the document.
_LOCK = threading.Lock()

OCR = "recognise its characters first, with OCRmyPDF, Tesseract or PaddleOCR"
# What FPDF_GetLastError says after a document did not open.
PASSWORD_ERRORS = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
# A scanned page holds a stamp or a page number at most.
FEW_CHARACTERS = 50
# Of a text this share may be characters that the fonts do not name; above it is no text.
UNNAMED_SHARE = 0.3

# What programs write where nobody gave a title or an author.
_NO_TITLE = re.compile(
    r"Microsoft (?:Word|PowerPoint) - |untitled|无标题|未命名|^(?:文档|document)\s*\d*$"
    r"|\.(?:docx?|wps|pdf|html?|rtf|indd|txt|xlsx?|pptx?)$|^[A-Za-z]:\\|^/",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"^(?:administrators?|admin|users?|anonymous|unspecified|unknown|author|root|pc|lenovo|hp|dell|asus"
    r"|微软用户|微软中国|用户|匿名)$|\bUSER\b|-PC$",
    re.IGNORECASE,
)
_CHINESE = re.compile(r"[\u3400-\u9fff]")


def read_pdf(data: bytes, name: str, limits: Limits) -> Document:
    """
    Read a PDF file.

    Lines are joined to paragraphs, columns read one after the other; page numbers, running
    headers and footers are left out. Scripts, forms and attachments are not touched.

    Args:
        data: The whole file.
        name: What to call it; ``""`` where it has no name.
        limits: How many pages and characters it may have.

    Returns:
        The text with an anchor at each page, whose source says ``name``, ``type``, ``sha256``,
        ``pages``, what the file gives as ``title`` and ``author``, and ``damaged``, the number of
        characters that its fonts do not name.

    Raises:
        ReadError: If it is damaged or cut off, asks for a password, is larger than *limits*, or
            is a scan without text.
    """
    label = name or "bytes"
    if not _whole(data):
        raise ReadError(label, "is a PDF file that is cut off; get the whole file once more")
    check_streams(data, label, limits)
    with _LOCK, _opened(data, label) as document:
        found, pages = _pages(document, label, limits)
        source: dict[str, str | float] = {"type": "pdf", "pages": pages, **_facts(document)}
    text, anchors = paragraphs(without_furniture(lines_of(found)))
    if name:
        source["name"] = name
    damaged = text.count("\ufffd")
    if damaged > UNNAMED_SHARE * len(text):
        raise ReadError(label, f"is a PDF file whose fonts do not name their characters; {OCR}")
    if damaged:
        source["damaged"] = damaged
    source["sha256"] = hashlib.sha256(data).hexdigest()

    return fold(text, source=source, anchors=anchors)


def _whole(data: bytes) -> bool:
    """
    Return whether nothing is missing at the end of *data*, as far as its frame tells.

    PDFium mends a file that is cut off and reads what is left, which would lose text unseen.
    """
    linear = re.search(rb"/Linearized\b.{0,200}?/L\s+(\d+)", data[:2048], re.DOTALL)
    if linear and len(data) < int(linear[1]):
        return False
    return data.rfind(b"startxref") > data.rfind(b"endobj")


@contextmanager
def _opened(data: bytes, label: str) -> Iterator[Any]:
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        if pdfium.FPDF_GetLastError() in PASSWORD_ERRORS:
            raise ReadError(
                label, "is a PDF file that asks for a password; save it without one first"
            )
        raise ReadError(label, "is a damaged PDF file; print or save it as PDF once more")
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _pages(document: Any, label: str, limits: Limits) -> tuple[list[Sheet], int]:
    """
    Return what stands on all pages, and their number.
    """
    count = pdfium.FPDF_GetPageCount(document)
    if not count:
        raise ReadError(label, "is a damaged PDF file without pages; save it as PDF once more")
    if count > limits.pages:
        raise ReadError(
            label, f"has {count:,} pages, more than {limits.pages:,}; raise Limits.pages to read it"
        )
    found: list[Sheet] = []
    left = limits.characters
    scanned = characters = 0
    for index in range(count):
        with _page(document, index, label) as page, _text(page, index, label) as text:
            left -= (size := pdfium.FPDFText_CountChars(text))
            if left < 0:
                raise ReadError(
                    label,
                    f"has more than {limits.characters:,} characters; "
                    "raise Limits.characters to read it",
                )
            characters += size
            scanned += size < FEW_CHARACTERS and covered(page)
            found += sheets(page, text, size, index + 1)
    if not any(sheet.runs for sheet in found) or (
        scanned * 2 > count and characters < FEW_CHARACTERS * count
    ):
        kind = "is a scanned PDF file, images without text" if scanned else "is a PDF without text"
        raise ReadError(label, f"{kind}; {OCR}")

    return found, count


@contextmanager
def _page(document: Any, index: int, label: str) -> Iterator[Any]:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        raise ReadError(label, f"is a damaged PDF file: page {index + 1} cannot be read")
    try:
        yield page
    finally:
        pdfium.FPDF_ClosePage(page)


@contextmanager
def _text(page: Any, index: int, label: str) -> Iterator[Any]:
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        raise ReadError(label, f"is a damaged PDF file: the text of page {index + 1} is unreadable")
    try:
        yield text
    finally:
        pdfium.FPDFText_ClosePage(text)


def _facts(document: Any) -> dict[str, str | float]:
    """
    Return the title and author that the file gives, unless a program made them up.
    """
    facts: dict[str, str | float] = {}
    title = _property(document, b"Title")
    if len(_CHINESE.findall(title)) >= 4 and not _NO_TITLE.search(title):
        facts["title"] = title
    author = _property(document, b"Author")
    if author and not _NO_AUTHOR.search(author):
        facts["author"] = author
    return facts


def _property(document: Any, key: bytes) -> str:
    size = pdfium.FPDF_GetMetaText(document, key, None, 0)
    buffer = bytearray(size)
    view = (pypdfium2.raw.c_char * size).from_buffer(buffer) if size else None
    pdfium.FPDF_GetMetaText(document, key, view, size)
    text = buffer.decode("utf-16-le", "replace")
    return re.sub(r"[\x00-\x20\u3000\ufeff]+", " ", text).strip()
