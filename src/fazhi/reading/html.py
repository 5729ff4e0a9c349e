"""
The reader of web pages.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from lxml import etree

from fazhi.errors import ReadError
from fazhi.model import Anchor, Document, Limits
from fazhi.reading.html_content import Page, article
from fazhi.reading.html_facts import bare_date, line_facts, meta_facts
from fazhi.reading.html_flow import Flow
from fazhi.reading.html_lines import flow
from fazhi.reading.html_markup import Paths, body_of, markup, parse, too_deep
from fazhi.reading.html_title import Title, squash, starts_with, title
from fazhi.text import fold


# Lines before and behind an article, and at its start, in which facts are looked for.
ABOVE, BELOW, HEAD = 80, 40, 12
# A page whose hidden text outweighs what it shows so many times is shown by a script.
VEILED = 4


def read_html(data: bytes, name: str, limits: Limits) -> Document:
    """
    Read the article of a web page.

    Args:
        data: The whole page.
        name: What to call it; ``""`` where it has no name.
        limits: How long the text may be, and how deep elements may stand in each other.

    Returns:
        The title and the article, a paragraph or a row of a table a line; the cells of a row have
        a tab between them. Each line has an anchor, the XPath of its element. The ``source`` says
        ``name``, ``type``, ``encoding``, ``confidence``, ``damaged``, ``sha256``, and what the
        page says: ``title``, ``publisher``, ``published``, ``written``, ``index_number``,
        ``document_number`` and ``author``. A page without an article gives an empty text.

    Raises:
        ReadError: If the page asks for more than *limits*.
    """
    decoded = markup(data)
    root = parse(decoded.text, name, limits)
    source: dict[str, str | float] = {
        "type": "html",
        "encoding": decoded.encoding,
        "confidence": decoded.confidence,
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    if name:
        source["name"] = name
    if decoded.damaged:
        source["damaged"] = decoded.damaged
    if root is None:
        return fold("", source=source)
    shown = _shown(body_of(root))
    if shown.depth > limits.depth:
        raise too_deep(name, limits)
    page = Page(shown)
    lines = article(page)
    meta = meta_facts(root)
    found = title(page, lines, root, meta.pop("title", None)) if lines else None
    source |= _facts(page, lines) | meta
    if found is not None:
        source["title"] = " ".join(found.text.split())
    text, anchors = _text(page, lines, found)
    if len(text) > limits.characters:
        raise ReadError(
            name or "bytes",
            f"is a web page of {len(text):,} characters; raise Limits.characters to read it",
        )
    return fold(text, source=source, anchors=tuple(anchors))


def _shown(body: etree._Element) -> Flow:
    shown = flow(body)
    if shown.hidden > VEILED * sum(len(line.text) for line in shown.lines):
        return flow(body, reveal=True)
    return shown


def _facts(page: Page, lines: list[int]) -> dict[str, str]:
    """
    Return what the lines around an article, and at its start, say of it.
    """
    texts = [line.text for line in page.lines]
    end = lines[-1] + 1 if lines else len(texts)
    # Facts may stand between the title and the first paragraph.
    start = next((number for number in lines if page.lines[number].weight), end)
    own = set(lines)
    above = [texts[n] for n in range(max(0, start - ABOVE), start) if n not in own]
    # What stands outside is believed first, before it best.
    found = (
        line_facts(texts[end : end + BELOW])
        | line_facts(texts[n] for n in lines[:HEAD])
        | line_facts(above)
    )
    if "published" not in found:
        dates = (bare_date(text) for text in reversed(above[-6:]) if len(text) < 60)
        if day := next(filter(None, dates), None):
            found["published"] = day
    return found


def _text(page: Page, lines: list[int], found: Title | None) -> tuple[str, list[Anchor]]:
    """
    Return the text with its anchors: the title, unless the article starts with it, and the lines.
    """
    lines = lines[1:] if _repeated(page, lines) else lines
    texts = [page.lines[number].text for number in lines]
    elements = [page.lines[number].element for number in lines]
    if found is not None and not starts_with(texts, found.text):
        texts.insert(0, found.text)
        elements.insert(0, found.element if found.element is not None else elements[0])
    paths = Paths()
    locators = (paths.of(element) for element in elements)
    return "\n".join(texts), list(_anchors(texts, locators))


def _repeated(page: Page, lines: list[int]) -> bool:
    """
    Return whether the first line is a heading above the article that the next lines say again.
    """
    if len(lines) < 3 or not page.lines[lines[0]].titled:
        return False
    words, one, two = (squash(page.lines[number].text) for number in lines[:3])
    return words in (one, one + two)


def _anchors(texts: list[str], locators: Iterator[str]) -> Iterator[Anchor]:
    start, last = 0, ""
    for text, locator in zip(texts, locators, strict=True):
        if locator != last:
            yield Anchor(start, locator)
        start, last = start + len(text) + 1, locator
