"""
What reading an OFD file would cost, found out before it is paid.

The parts of an OFD file name each other: a document its pages, a page its resources, a drawing
further drawings. So a small file can ask for the same work without end.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections import defaultdict
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile, ZipInfo

from fazhi.model import Limits


HEAD = 30  # bytes before each part of a ZIP; read by themselves when it is opened
SLACK = 4 << 20
NESTING = 32  # how deep ofdkit follows drawings in drawings
TEXT = 20  # how much dearer a piece of text is than other elements
MOST = 3_000_000

_IGNORED = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL)
_DRAWING = re.compile(
    r"<(?:[^\s<>/:\"']{0,99}:)?(CompositeGraphicUnit|CompositeObject)(?=[\s/>])"
    r"((?:\"[^\"]*+\"|'[^']*+'|[^<>\"'])*+)"
)
# The number of a drawing, and of the one that is to be drawn.
_NUMBERS = {
    tag: re.compile(rf"\s{name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
    for tag, name in (("CompositeGraphicUnit", "ID"), ("CompositeObject", "ResourceID"))
}


class Metered(BytesIO):
    """
    A packed file that can be unpacked about twice over, and no more.

    Attributes:
        spent: Whether more was asked for.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        super().__init__(data)
        with ZipFile(BytesIO(data)) as package:
            self._sizes = {part.header_offset: part.file_size for part in package.infolist()}
        self._left = min(limits.unpacked_bytes, 2 * sum(self._sizes.values()) + SLACK)
        self.spent = False

    def read(self, size: int | None = -1, /) -> bytes:
        """
        Return the next bytes; those at the head of a part cost as much as the part unpacked.

        Raises:
            OSError: If the file was unpacked too often.
        """
        if size == HEAD:
            self._left -= self._sizes.get(self.tell(), 0)
            self.spent = self._left < 0
        if self.spent:
            raise OSError("its parts are asked for again and again")
        return super().read(size)


class _Unit(NamedTuple):
    """
    A drawing of the resources: what its own elements cost, and the drawings in it.
    """

    cost: int
    drawings: list[str]


Units = dict[str, list[_Unit]]  # by their number; in several resources it may be given twice


def drawn(data: bytes) -> int:
    """
    Return how many elements the drawings of an OFD file come to when all are drawn.

    Args:
        data: The whole file, of which is known that it can be unpacked.

    Returns:
        The number, with text counted more; above `MOST` for drawings that hold themselves.
    """
    units: Units = defaultdict(list)
    pages: list[str] = []
    with ZipFile(BytesIO(data)) as package:
        for part in package.infolist():
            content = package.read(part) if _is_xml(package, part) else b""
            if b"CompositeObject" in content.replace(b"\0", b""):
                pages += _scan(_decoded(content), units)
    known: dict[tuple[str, int], int] = {}
    total = 0
    for drawing in pages:
        total += _cost(drawing, NESTING, units, known)
        if total > MOST:
            break
    return total


def _is_xml(package: ZipFile, part: ZipInfo) -> bool:
    with package.open(part) as file:
        return file.read(4096).lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n\v\f").startswith(b"<")


def _decoded(content: bytes) -> str:
    # Markup is ASCII in all encodings that a package may have but one.
    wide = content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    return _IGNORED.sub("", content.decode("utf-16" if wide else "latin-1", "replace"))


def _scan(text: str, units: Units) -> list[str]:
    """
    Add the drawings of one part to *units*, and return those that it draws itself.

    A drawing is taken to reach to the start of the next, so that nothing falls between two.
    """
    own: list[str] = []
    found = [(match, _NUMBERS[match[1]].search(match[2])) for match in _DRAWING.finditer(text)]
    starts = [match.start() for match, _ in found if match[1] == "CompositeGraphicUnit"]
    ends = iter([*starts[1:], len(text)])
    into = own
    for match, number in found:
        name = (number[1] or number[2] or "").strip() if number else ""
        if match[1] == "CompositeObject":
            into.append(name)
            continue
        start, end = match.start(), next(ends)
        cost = text.count("<", start, end) + TEXT * text.count("TextCode", start, end)
        units[name].append(_Unit(cost, into := []))
    return own


def _cost(name: str, depth: int, units: Units, known: dict[tuple[str, int], int]) -> int:
    if not depth or name not in units:
        return 1
    key = (name, depth)
    if key not in known:
        total = max(unit.cost for unit in units[name])
        for unit in units[name]:
            for drawing in unit.drawings:
                if total <= MOST:
                    total += _cost(drawing, depth - 1, units, known)
        known[key] = total
    return known[key]
