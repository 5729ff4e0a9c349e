"""
The parts of a Word file, unpacked and parsed when they are asked for.

Only the parts that hold text, styles or numbers are; pictures, macros and embedded files are
never unpacked, and what a file links to is never fetched.
"""

from __future__ import annotations

import re
from functools import cached_property
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from docx.opc.packuri import PackURI
from docx.oxml.parser import parse_xml
from lxml.etree import _Element as Element

from fazhi.errors import ReadError


WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBLE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VML: Final = "{urn:schemas-microsoft-com:vml}"
TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"

# The "strict" kind of files differs in the names of its namespaces.
STRICT: Final = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)
AGAIN: Final = "open it in Word or WPS and save it again as .docx"
_OFF: Final = frozenset({"0", "false", "off"})
_INTEGER: Final = re.compile(r"\s{0,9}[-+]?[0-9]{1,9}\s{0,9}")


def value(element: Element | None, name: str = "val") -> str | None:
    """
    Return an attribute of Word's namespace; None where it or the element is missing.
    """
    return None if element is None else element.get(WORD + name)


def number(element: Element | None, name: str = "val") -> int | None:
    """
    Return an attribute as a whole number; None where it is none.
    """
    text = value(element, name)
    return int(text) if text is not None and _INTEGER.fullmatch(text) else None


def switch(parent: Element | None, name: str) -> bool | None:
    """
    Return whether the property *name* of *parent* is switched on; None where nothing is said.
    """
    element = None if parent is None else parent.find(WORD + name)
    return None if element is None else value(element) not in _OFF


class Parts:
    """
    A packed file whose soundness was checked before.

    Attributes:
        name: What to call it in messages.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name or "bytes"
        self._package = ZipFile(BytesIO(data))
        self._known: dict[str, dict[str, str]] = {}
        # Some programs write the separators of Windows, or letters in another case.
        self._paths = {
            "/" + path.replace("\\", "/").lstrip("/").lower(): path
            for path in self._package.namelist()
        }

    @cached_property
    def document(self) -> Element:
        """
        The document itself.

        Raises:
            ReadError: If there is none, or none of Word's.
        """
        root = self._root(self._main)
        if root is None:
            raise ReadError(self.name, f"is a Word file without its document; {AGAIN}")
        if root.tag != f"{WORD}document":
            raise ReadError(self.name, f"is a packed file but no Word document; {AGAIN}")
        return root

    def related(self, kind: str) -> Element | None:
        """
        Return a part that the document refers to, such as ``"styles"``; None where there is none.

        Raises:
            ReadError: If it is no sound XML.
        """
        return self._root(self._relations(self._main).get(kind, ""))

    @property
    def title(self) -> str:
        """
        The title among the properties of the file, which need not be that of the text.
        """
        root = self._root(self._relations("/").get("core-properties", ""))
        return "" if root is None else " ".join((root.findtext(TITLE) or "").split())

    @cached_property
    def _main(self) -> str:
        return self._relations("/").get("officeDocument", "/word/document.xml")

    def _relations(self, part: str) -> dict[str, str]:
        """
        Return the paths of the parts that *part* refers to, by the last word of their kind.
        """
        if part in self._known:
            return self._known[part]
        folder, _, file = part.rpartition("/")
        root = self._root(f"{folder}/_rels/{file}.rels")
        found: dict[str, str] = {}
        for relation in () if root is None else root:
            target = relation.get("Target")
            if target and relation.get("TargetMode") != "External":
                kind = (relation.get("Type") or "").rpartition("/")[2]
                found.setdefault(kind, PackURI.from_rel_ref(folder or "/", target))
        self._known[part] = found
        return found

    def _root(self, path: str) -> Element | None:
        stored = self._paths.get(path.lower())
        if stored is None:
            return None
        content = self._package.read(stored)
        if b"purl.oclc.org" in content:
            for strict, usual in STRICT:
                content = content.replace(strict, usual)
        try:
            return parse_xml(content)
        except (SyntaxError, ValueError) as error:  # lxml's own errors are syntax errors
            cause = ValueError(str(error))  # those do not pickle, and errors travel
        reason = "nested too deeply" if "depth" in str(cause) else "broken"
        raise ReadError(
            self.name, f"is a Word file whose part {path[1:]} is {reason} XML; {AGAIN}"
        ) from cause
