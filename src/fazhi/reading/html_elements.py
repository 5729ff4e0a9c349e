"""
What an element means for the words in it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from lxml import etree


BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main",
    "menu", "nav", "ol", "optgroup", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul", "xmp",
})  # fmt: skip
# What a browser draws no words of, or none of the article's: a reading above its character would
# stand between the characters.
UNSEEN = frozenset({
    "applet", "audio", "base", "button", "canvas", "dialog", "embed", "head", "iframe", "input",
    "link", "map", "meta", "noframes", "noscript", "object", "option", "rp", "rt", "script",
    "select", "style", "svg", "template", "textarea", "title", "video",
})  # fmt: skip
_SPACED_STYLE = re.compile(r"white-space\s*:\s*pre(?!-line-no)")

# What an open element changes for the words in it.
BLOCK, LINK, TITLE, SPACES, LIST, ITEM, STYLED = (1 << n for n in range(7))
COUNTED = LINK | TITLE | SPACES

_BY_TAG = dict.fromkeys(BLOCKS, BLOCK)
for _tags, _flag in (
    (("a",), LINK),
    (("h1", "h2", "h3"), TITLE),
    (("pre", "xmp", "listing", "plaintext"), SPACES),
    (("ol", "ul", "menu", "dir"), LIST),
    (("li",), ITEM),
):
    for _tag in _tags:
        _BY_TAG[_tag] = _BY_TAG.get(_tag, 0) | _flag


def names_of(element: etree._Element) -> str:
    """
    Return the id and the classes of *element*, with blanks between.
    """
    id_, class_ = element.get("id"), element.get("class")
    return f"{id_ or ''} {class_ or ''}" if id_ or class_ else ""


def changes_of(element: etree._Element, tag: str, role: str, keys: Collection[str | bytes]) -> int:
    """
    Return what an element changes, as a sum of flags.

    Args:
        element: The element.
        tag: Its tag.
        role: What its names say.
        keys: Names of its attributes.
    """
    changes = _BY_TAG.get(tag, 0)
    if not keys:
        return changes & ~LINK
    if role == "content":
        changes |= BLOCK
    elif role == "title":
        changes |= TITLE
    if changes & LINK and "href" not in keys:
        changes &= ~LINK
    if "style" in keys:
        changes |= STYLED
        if _SPACED_STYLE.search(element.get("style", "")):
            changes |= SPACES
    return changes
