"""
Bytes → element tree, and where an element stands in it.
"""

from __future__ import annotations

import re
from collections import Counter

from lxml import etree

from fazhi.errors import ReadError
from fazhi.model import Limits
from fazhi.reading.encoding import Decoded, decode


# Encodings by the names that pages give them; GB 2312 and GBK are parts of GB 18030, and the pages
# that claim them often are not.
LABELS = {
    "gb2312": "gb18030", "gb_2312-80": "gb18030", "gbk": "gb18030", "gb18030": "gb18030",
    "x-gbk": "gb18030", "cp936": "gb18030", "big5": "big5hkscs", "big5-hkscs": "big5hkscs",
    "utf-8": "utf-8", "utf8": "utf-8",
}  # fmt: skip
# What is read of a page for its label.
HEAD = 4096
# Below this the label is tried: the words of the page did not decide.
DOUBT = 0.8

_LABEL = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]{3,20})""", re.IGNORECASE)
# libxml2 compares each attribute of a tag with all before it.
MOST_ATTRIBUTES = 10_000
_LONG_TAG = re.compile(rf"[^>]{{{2 * MOST_ATTRIBUTES},}}")
# An XHTML page may close what is empty in one tag; in HTML the tag would stay open to the end.
_XML = re.compile(r"\s*<\?xml\b[^>]{0,200}>")
_CLOSED = re.compile(
    r"<(script|style|title|textarea|iframe|div|span|p|a|td)\b([^<>]{0,500})/>", re.IGNORECASE
)
# Entities that a page declares itself; browsers know none.
_SUBSET = re.compile(r"(<!DOCTYPE[^>\[]{0,300})\[.*?\]\s*>", re.IGNORECASE | re.DOTALL)
_LONE = re.compile("[\ud800-\udfff\0]")
_PLAIN = re.compile(r"[a-z][a-z0-9]*")
# lxml's parser stops there without a word.
DEEPEST = 2048


def markup(data: bytes) -> Decoded:
    """
    Read *data* as the text of a page.

    The bytes decide; where they leave it open, the page's label does, if it fits.
    """
    read = decode(data)
    if read.confidence >= DOUBT:
        return read
    label = _LABEL.search(data[:HEAD])
    encoding = LABELS.get(label[1].decode("ascii").lower()) if label else None
    if encoding is None or encoding == read.encoding:
        return read
    text = data.decode(encoding, "replace")
    damaged = text.count("\ufffd")
    # A wrong label damages more than what the bytes look like.
    return read if damaged > read.damaged else Decoded(text, encoding, read.confidence, damaged)


def parse(text: str, name: str, limits: Limits) -> etree._Element | None:
    """
    Parse the text of a page; None where it has no element.

    Raises:
        ReadError: If elements stand deeper in each other than *limits* say, or a tag has more
            attributes than any page needs.
    """
    if any(tag[0].count("=") > MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(text)):
        message = f"is a web page with a tag of more than {MOST_ATTRIBUTES:,} attributes; save it as text (.txt)"
        raise ReadError(name or "bytes", message)
    if _XML.match(text):
        text = _CLOSED.sub(r"<\1\2></\1>", text)
    text = _SUBSET.sub(r"\1>", _LONE.sub("\ufffd", text), count=1)
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    cause: ValueError | None = None
    root: etree._Element | None = None
    try:
        root = etree.fromstring(text.encode("utf-8"), parser) if text.strip() else None
    except etree.LxmlError as error:
        cause = ValueError(str(error))  # lxml's own do not pickle, and errors travel
    if cause is not None:
        message = f"is no web page that can be read ({cause}); save it as text (.txt)"
        raise ReadError(name or "bytes", message) from cause
    if parser.error_log.filter_from_fatals():
        raise too_deep(name, limits)
    return root


def too_deep(name: str, limits: Limits) -> ReadError:
    """
    Return the error for a page whose elements stand too deep in each other.
    """
    deepest = min(limits.depth, DEEPEST - 1)
    advice = (
        "save the article alone" if limits.depth >= DEEPEST else "raise Limits.depth to read it"
    )
    message = f"is a web page whose elements stand more than {deepest} deep in each other; {advice}"
    return ReadError(name or "bytes", message)


def body_of(root: etree._Element) -> etree._Element:
    """
    Return the body of a page, or all of it where there is none.
    """
    body = root.find("body")
    return root if body is None else body


def words_of(element: etree._Element) -> str:
    """
    Return all words in *element*, hidden ones too.
    """
    return "".join(map(str, element.itertext()))


class Paths:
    """
    XPaths of elements, as short as they can be: ``/html/body/div[2]/p[3]``.
    """

    def __init__(self) -> None:
        """
        Know no element yet.
        """
        # Elements are kept: the keys of their children hold only as long as they live.
        self._paths: dict[etree._Element, str] = {}
        self._steps: dict[etree._Element, dict[etree._Element, str]] = {}

    def of(self, element: etree._Element) -> str:
        """
        Return the path of *element*.
        """
        chain: list[etree._Element] = []
        above: etree._Element | None = element
        while above is not None and above not in self._paths:
            chain.append(above)
            above = above.getparent()
        for one in reversed(chain):
            parent = one.getparent()
            head = "" if parent is None else self._paths[parent]
            self._paths[one] = f"{head}/{self._step(one, parent)}"
        return self._paths[element]

    def _step(self, element: etree._Element, parent: etree._Element | None) -> str:
        if parent is None:
            return str(element.tag)
        if parent not in self._steps:
            self._steps[parent] = _steps(parent)
        return self._steps[parent][element]


def _steps(parent: etree._Element) -> dict[etree._Element, str]:
    children = list(parent.iterchildren("*"))
    total = Counter(child.tag for child in children)
    seen: Counter[object] = Counter()
    steps = {}
    for number, child in enumerate(children, 1):
        tag = child.tag
        seen[tag] += 1
        if not _PLAIN.fullmatch(str(tag)):
            # Word writes names with colons, which are no names in an XPath.
            steps[child] = f"*[{number}]"
        else:
            steps[child] = f"{tag}[{seen[tag]}]" if total[tag] > 1 else str(tag)
    return steps
