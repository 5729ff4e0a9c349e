"""
OFD files (GB/T 33190) → `Document`: opened with ofdkit, laid out again as paragraphs.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager

from ofdkit import DocInfo, OFDDocument
from ofdkit import open as open_ofd

from fazhi.errors import ReadError
from fazhi.model import Document, Limits
from fazhi.reading.kinds import part_names
from fazhi.reading.ofd_guard import MOST, Metered, drawn
from fazhi.reading.ofd_runs import sheets_of
from fazhi.reading.packages import check_package
from fazhi.reading.page_furniture import without_furniture
from fazhi.reading.page_lines import lines_of
from fazhi.reading.page_paragraphs import paragraphs
from fazhi.reading.page_runs import Sheet
from fazhi.text import fold


WHAT = "an OFD file"
OCR = "recognise its characters first, with PaddleOCR or Tesseract"
# What an encrypted file holds beside its parts (GM/T 0099).
ENCRYPTION = frozenset((b"encryptions.xml", b"decryptseed.dat", b"entriesmap.dat"))

# What the file may say of the document by a name of its own.
CUSTOM = {
    "文号": "document_number",
    "发文字号": "document_number",
    "索引号": "index_number",
    "发文机关": "publisher",
    "发布机构": "publisher",
    "发文日期": "published",
    "发布日期": "published",
    "成文日期": "written",
}
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
# A name of the file in place of a title, or none that anybody gave.
_NO_TITLE = re.compile(r"\.(?:ofd|docx?|wps|pdf|txt)$|^(?:无标题|未命名|新建)|[\\/]", re.IGNORECASE)
_CHINESE = re.compile(r"[\u3400-\u9fff]")


def read_ofd(data: bytes, name: str, limits: Limits) -> Document:
    """
    Read an OFD file.

    Lines are joined to paragraphs; page numbers, running headers and what a template repeats on
    several pages are left out. Signatures, seals, annotations and attachments are not touched.

    Args:
        data: The whole file.
        name: What to call it; ``""`` where it has no name.
        limits: How large it may be.

    Returns:
        The text with an anchor at each page, whose source says ``name``, ``type``, ``sha256``,
        ``pages``, and what the file gives as ``title``, ``author`` and further facts.

    Raises:
        ReadError: If it is damaged or cut off, encrypted, larger than *limits*, or has no text.
    """
    label = name or "bytes"
    check_package(data, name, WHAT, limits)
    if any(re.split(rb"[/\\]", part)[-1].lower() in ENCRYPTION for part in part_names(data)):
        raise ReadError(label, f"is {WHAT} that is encrypted; save it without a password")
    if drawn(data) > MOST:
        raise ReadError(
            label, f"is {WHAT} whose drawings hold each other too often; print it again"
        )
    info, sheets = _content(data, label, limits)
    text, anchors = paragraphs(without_furniture(lines_of(sheets)))
    if not text.strip():
        raise ReadError(label, f"is {WHAT} without text, such as a scan; {OCR}")
    source: dict[str, str | float] = {"type": "ofd", "pages": len(sheets), **_facts(info)}
    if name:
        source["name"] = name
    if damaged := text.count("\ufffd"):
        source["damaged"] = damaged
    source["sha256"] = hashlib.sha256(data).hexdigest()

    return fold(text, source=source, anchors=anchors)


def _content(data: bytes, label: str, limits: Limits) -> tuple[DocInfo, list[Sheet]]:
    """
    Return what the file says of itself, and what stands on its pages.
    """
    file = Metered(data, limits)
    with _explained(label, file), open_ofd(file) as document:
        if not document.pages:
            raise ReadError(label, f"is {WHAT} without pages; save it again")
        if len(document.pages) > limits.pages:
            raise ReadError(
                label,
                f"has {len(document.pages):,} pages, more than {limits.pages:,};"
                " raise Limits.pages to read it",
            )
        _measure(document, label, limits)
        return document.info, list(sheets_of(document.pages))


@contextmanager
def _explained(label: str, file: Metered) -> Iterator[None]:
    again = f"is {WHAT} whose parts ask for each other again and again; save it again"
    try:
        yield
    except ReadError:
        raise
    except Exception as error:
        # Whatever ofdkit trips over is a fault of the file.
        reason = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        damaged = f"is {WHAT} that is damaged: {reason}; get a whole copy of it"
        raise ReadError(label, again if file.spent else damaged) from error
    # ofdkit reads on without resources and templates that cannot be had.
    if file.spent:
        raise ReadError(label, again)


def _measure(document: OFDDocument, label: str, limits: Limits) -> None:
    """
    Load all pages, and make sure that none is missing and that they are not too much.
    """
    left = limits.characters
    for number, page in enumerate(document.pages, 1):
        if page.location is None:
            raise ReadError(label, f"is {WHAT} in which page {number} is missing; get a whole copy")
        left -= sum(len(run.text) for run in page.runs)
        if left < 0:
            raise ReadError(
                label,
                f"has more than {limits.characters:,} characters;"
                " raise Limits.characters to read it",
            )


def _facts(info: DocInfo) -> dict[str, str | float]:
    """
    Return the facts that somebody gave, not a program; the day of creation is that of the file.
    """
    facts: dict[str, str | float] = {}
    title = info.title or ""
    if len(_CHINESE.findall(title)) >= 4 and not _NO_TITLE.search(title):
        facts["title"] = title
    if info.author and _CHINESE.search(info.author):
        facts["author"] = info.author
    for name, value in info.custom_data.items():
        key = CUSTOM.get(name)
        is_date = key in ("published", "written")
        if key and value and (not is_date or _ISO.fullmatch(value)):
            facts.setdefault(key, value)
    return facts
