"""
The reader of Word files (.docx, .docm).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final

from fazhi.errors import ReadError
from fazhi.model import Anchor, Document, Limits
from fazhi.reading.docx_body import Body, Line
from fazhi.reading.docx_inline import CHANGED
from fazhi.reading.docx_parts import WORD, Parts
from fazhi.reading.packages import DAMAGE, DAMAGED, check_package
from fazhi.text import fold


WHAT: Final = "a Word file"

# What a file without text may hold instead, and what would have worked.
INSTEAD: Final = (
    ("altChunk", "whose text is an embedded file; open it in Word and save it again as .docx"),
    ("drawing", "of pictures without text; recognise their characters (OCR) first"),
    ("pict", "of pictures without text; recognise their characters (OCR) first"),
    ("object", "of embedded objects without text; save these as files of their own"),
)


def read_docx(data: bytes, name: str, limits: Limits) -> Document:
    """
    Read a Word file.

    The text is that which Word prints with all changes accepted: automatic numbers are written
    out, hidden text, comments, headers and footers are left out. A row of a table is a line, its
    cells between tabulators; notes stand at the end.

    Args:
        data: The whole file.
        name: What to call it; ``""`` where it has no name.
        limits: How much it may ask for.

    Returns:
        The text with places such as ``"body/p[12]"`` and ``"body/tbl[2]/tr[3]/tc[1]"``, whose
        source says ``type``, ``sha256``, and where known ``name``, ``title`` (of the file's
        properties, where the text has it too) and ``tracked_changes`` (how many).

    Raises:
        ReadError: If the file is damaged, encrypted, too large, no Word file or without text.
    """
    check_package(data, name, WHAT, limits)
    try:
        parts = Parts(data, name)
        text, anchors = _joined(Body(parts).lines(), name, limits)
        title = parts.title
    except ReadError:
        raise
    except RecursionError as error:
        raise ReadError(
            name or "bytes", f"is {WHAT} of tables nested too deeply; save it again as plain text"
        ) from error
    except DAMAGE as error:
        raise ReadError(name or "bytes", f"is {WHAT} {DAMAGED}") from error
    if not text:
        _require_text(parts)
    source: dict[str, str | float] = {
        "type": "docx",
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    if name:
        source["name"] = name
    # Templates and old files leave titles behind that are no longer true.
    if title and "".join(title.split()) in "".join(text.split()):
        source["title"] = title
    changes = sum(1 for _ in parts.document.iter(*CHANGED))
    if changes:
        source["tracked_changes"] = changes
    return fold(text, source=source, anchors=anchors)


def _joined(lines: Iterable[Line], name: str, limits: Limits) -> tuple[str, tuple[Anchor, ...]]:
    """
    Return the text of *lines* and where its pieces come from.
    """
    texts: list[str] = []
    anchors: list[Anchor] = []
    start = 0
    for line in lines:
        for index, piece in enumerate(line):
            lead = "\t" if index else "\n" if texts else ""
            start += len(lead)
            if piece.text and not (anchors and anchors[-1].locator == piece.place):
                anchors.append(Anchor(start, piece.place))
            texts.append(lead + piece.text)
            start += len(piece.text)
        if start > limits.characters:
            raise ReadError(
                name or "bytes",
                f"is {WHAT} of more than {limits.characters:,} characters;"
                " raise Limits.characters to read it",
            )
    return "".join(texts), tuple(anchors)


def _require_text(parts: Parts) -> None:
    for tag, problem in INSTEAD:
        if next(parts.document.iter(WORD + tag), None) is not None:
            raise ReadError(parts.name, f"is {WHAT} {problem}")
