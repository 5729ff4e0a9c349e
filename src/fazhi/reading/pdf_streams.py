"""
How much the packed parts of a PDF file hold, found before PDFium unpacks them.
"""

from __future__ import annotations

import base64
import re
import zlib

from fazhi.errors import ReadError
from fazhi.model import Limits


# Deflate packs at most 1,032 bytes to one, so a part that is shorter cannot grow beyond `FREE`.
FREE = 1 << 20
SHORT = FREE // 1032
STEP = 1 << 18  # bytes at a time
# A bomb may be packed twice.
LAYERS = 4

_STREAM = re.compile(rb"stream\r?\n")
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
LEAST = 64  # bytes; a part that is shorter holds nothing that is packed
LETTERS = 1 << 16  # bytes: shorter ones in letters are left, since these take long to decode
HEAD = 512  # bytes before a part that may say what it is


def check_streams(data: bytes, label: str, limits: Limits) -> None:
    """
    Make sure that no packed part of *data* grows beyond the limits.

    Images are left out: blank ones grow far, and nothing unpacks them.

    Args:
        data: The whole file.
        label: Its name, for the message.
        limits: ``unpacked_bytes`` for all parts, ``unpacked_ratio`` for one above one mebibyte.

    Raises:
        ReadError: If one does.
    """
    left = limits.unpacked_bytes
    end = 0
    for found in _STREAM.finditer(data):
        start = found.end()
        if data.endswith(b"end", 0, found.start()):
            continue
        if end < start:
            end = data.find(b"endstream", start)
            end = end if end > 0 else len(data)
        packed = end - start
        head = data[max(0, found.start() - HEAD) : found.start()].rpartition(b"obj")[2]
        layers = head.count(b"Decode")
        if _IMAGE.search(head) or (layers < 2 and packed < SHORT) or packed < LEAST:
            continue
        most = min(left, max(FREE, packed * limits.unpacked_ratio))
        if b"ASCII85Decode" in head and (packed > LETTERS or layers > 2):
            read, size = packed, _unpacked_letters(data[start:end], most)
        else:
            read, size = _unpacked(data, start, end, most)
        if size > most:
            raise ReadError(
                label,
                f"is a PDF file with a part of {packed:,} bytes that grows beyond {most:,}; raise "
                "Limits.unpacked_bytes and Limits.unpacked_ratio to read it",
            )
        # What is read counts too: parts that overlap cannot be read again and again.
        left -= max(read, size)


def _unpacked_letters(data: bytes, most: int) -> int:
    """
    Return the size of *data*, which is packed and then written in letters.
    """
    try:
        packed = base64.a85decode(data.partition(b"~>")[0].strip())
    except ValueError:
        return 0
    return _unpacked(packed, 0, len(packed), most)[1]


def _unpacked(
    data: bytes, start: int, end: int, most: int, layers: int = LAYERS
) -> tuple[int, int]:
    """
    Unpack a part of *data* without keeping it, until it is larger than *most*.

    Returns:
        How many bytes were read, and the size of what was in them: 0 where they are not packed.
    """
    engine = zlib.decompressobj()
    size = inner = 0
    place = start
    try:
        while place < end and not engine.eof and size <= most:
            tail = data[place : min(end, place + STEP)]
            place += len(tail)
            while tail and size <= most:
                part = engine.decompress(tail, STEP)
                tail = engine.unconsumed_tail
                if size == 0 and layers and part[:1] == b"\x78":
                    _, inner = _unpacked(part, 0, len(part), most, layers - 1)
                size += len(part)
    except zlib.error:
        pass
    return place - start, max(size, inner)
