"""
What stands inside a paragraph of a Word file, as it would be printed with all changes accepted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import MappingProxyType
from typing import Final, NamedTuple

from lxml.etree import _Element as Element

from fazhi.reading.docx_fields import Fields, is_furniture
from fazhi.reading.docx_parts import COMPATIBLE, MATH, VML, WORD, switch, value
from fazhi.reading.docx_styles import Styles
from fazhi.reading.docx_symbols import symbol


CHANGED: Final = tuple(f"{WORD}{name}" for name in ("ins", "del", "moveTo"))
PROPERTIES: Final = f"{WORD}rPr"
TEXT_BOX: Final = f"{WORD}txbxContent"
WORD_ART: Final = f"{VML}textpath"
ALTERNATIVES: Final = f"{COMPATIBLE}AlternateContent"
CONTROL: Final = f"{WORD}sdt"

# What is never shown. What was moved stands at its new place.
LEFT_OUT: Final = frozenset(
    WORD + name
    for name in (
        *("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "rt"),
        *("del", "moveFrom", "delText", "delInstrText"),
    )
)
CHARACTERS: Final = MappingProxyType(
    {
        f"{WORD}tab": "\t",
        f"{WORD}ptab": "\t",
        f"{WORD}br": "\n",
        f"{WORD}cr": "\n",
        f"{WORD}noBreakHyphen": "-",
    }
)
_CHOSEN: Final = frozenset({ALTERNATIVES, CONTROL})
_FILLED: Final = (f"{WORD}t", f"{WORD}sym", WORD_ART, f"{MATH}t")


def inner(element: Element) -> Iterable[Element]:
    """
    Return what an element holds: of several alternatives one, of a control its content unless it
    only asks to be filled in or is a table of contents.
    """
    if element.tag == ALTERNATIVES:
        return [child for child in element if next(child.iter(*_FILLED), None) is not None][:1]
    if element.tag == CONTROL:
        properties = element.find(f"{WORD}sdtPr")
        gallery = None if properties is None else properties.find(f".//{WORD}docPartGallery")
        if switch(properties, "showingPlcHdr") or value(gallery) == "Table of Contents":
            return ()
        return element.iterchildren(f"{WORD}sdtContent")
    return element


class Content(NamedTuple):
    """
    What a paragraph holds.

    Attributes:
        text: Its text, with ``\\n`` for line breaks.
        boxes: Text boxes that hang on it, and words drawn as pictures.
    """

    text: str
    boxes: list[Element]


class Inline:
    """
    The paragraphs of a file, read one after the other.

    Attributes:
        notes: The footnotes and endnotes met, as kind and id, each once.
        fields: The fields that are open.
    """

    def __init__(self, styles: Styles) -> None:
        self.notes: dict[tuple[str, str], None] = {}
        self.fields = Fields()
        self._styles = styles
        self._style_hides = False
        self._text: list[str] = []
        self._boxes: list[Element] = []

    def read(self, paragraph: Element, properties: Element | None) -> Content:
        """
        Return what a paragraph with some properties holds.
        """
        self._text, self._boxes = [], []
        style = None if properties is None else value(properties.find(f"{WORD}pStyle"))
        self._style_hides = self._styles.hides(style)
        self._walk(paragraph)
        self.fields.end_paragraph()
        return Content("".join(self._text), self._boxes)

    def _walk(self, parent: Element) -> None:
        for element in inner(parent) if parent.tag in _CHOSEN else parent:
            tag = element.tag
            if tag in LEFT_OUT or not isinstance(tag, str):  # a comment's tag is no name
                continue
            if tag in CHARACTERS:
                self._add(CHARACTERS[tag])
            elif tag in _HANDLERS:
                _HANDLERS[tag](self, element)
            elif len(element):
                self._walk(element)

    def _add(self, text: str | None) -> None:
        if text and self.fields.visible:
            self._text.append(text)

    def _run(self, element: Element) -> None:
        properties = element.find(PROPERTIES)
        hidden = self._style_hides
        if properties is not None:
            direct = switch(properties, "vanish")
            style = value(properties.find(f"{WORD}rStyle"))
            if direct is not None:
                hidden = direct
            elif style is not None:
                hidden ^= self._styles.hides(style)  # it switches what the paragraph's style says
        if not hidden:
            self._walk(element)

    def _field_mark(self, element: Element) -> None:
        match value(element, "fldCharType"):
            case "begin":
                self.fields.begin()
            case "separate":
                self.fields.separate()
            case "end":
                self._add(self.fields.end())

    def _field(self, element: Element) -> None:
        if not is_furniture(value(element, "instr") or ""):
            self._walk(element)

    def _symbol(self, element: Element) -> None:
        self._add(symbol(value(element, "font") or "", value(element, "char") or ""))

    def _note(self, element: Element) -> None:
        if self.fields.visible:
            kind = element.tag.removeprefix(WORD).removesuffix("Reference")
            self.notes[kind, value(element, "id") or ""] = None

    def _box(self, element: Element) -> None:
        if self.fields.visible:
            self._boxes.append(element)

    def _fraction(self, element: Element) -> None:
        for index, part in enumerate(element.iterchildren(f"{MATH}num", f"{MATH}den")):
            self._add("/" if index else "")
            self._walk(part)


_HANDLERS: Final[MappingProxyType[str, Callable[[Inline, Element], None]]] = MappingProxyType(
    {
        f"{WORD}t": lambda self, element: self._add(element.text),
        f"{MATH}t": lambda self, element: self._add(element.text),
        f"{MATH}f": Inline._fraction,
        f"{WORD}r": Inline._run,
        f"{WORD}fldChar": Inline._field_mark,
        f"{WORD}fldSimple": Inline._field,
        f"{WORD}instrText": lambda self, element: self.fields.add(element.text or ""),
        f"{WORD}sym": Inline._symbol,
        f"{WORD}footnoteReference": Inline._note,
        f"{WORD}endnoteReference": Inline._note,
        TEXT_BOX: Inline._box,
        WORD_ART: Inline._box,
    }
)
