"""
What stands between the characters of some pages and is no part of the words: the sound of each one
in brackets (固定資產(chǎn)投資), a line break at every change from words to digits or at one width
(`wrapped`), the numbers of pages, the mark of a site at the end of each paragraph (各位代表:hd9), the
signs of Markdown (## 一、, **35件**), blanks as HTML writes them (&nbsp;), and all but the first
character of other signs that it writes so (&ldquo;).
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from operator import itemgetter

import attrs

from fazhi.model import Document, Note, Span
from fazhi.parsing.markers import opens_item
from fazhi.parsing.wrapped import page_numbers, wrapped
from fazhi.text.patterns import lazy


Ranges = list[tuple[int, int]]

# What is said of each sort, behind the number of places.
_SOUNDS = Note(code="text.pinyin", message="characters followed by their sound in brackets")
_BROKEN = Note(code="text.torn", message="line breaks where words and figures meet, read over")
_WRAPPED = Note(code="text.breaks", message="line breaks inside of paragraphs, read over")
_PAGES = Note(code="text.pages", message="numbers of pages on lines of their own, read over")
_STAMPS = Note(code="text.stamped", message="marks of a site at the ends of paragraphs, read over")
_MARKDOWN = Note(code="text.markdown", message="signs of Markdown, read over")
_ENTITIES = Note(code="text.entities", message="signs and blanks written as in HTML (&nbsp;)")

# Syllables in brackets, with the mark of their tone or without, once or several times; they begin
# with the bracket, which the engine finds quickest.
_SOUND = lazy(
    r"\((?<=[^\W\dA-Za-z_]\()(?:(?P<toned>[a-z]{0,5}[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü][a-z]{0,5})"
    r"|(?P<plain>(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:[iu]?(?:ang|eng|ong|an|en|ai|ei|ao|ou|a|e|o)|in|ing|iu|ui|un|ue|er|i|u|v))"
    r") ?\)(?:\((?P=plain)\))*"
)
# Letters in brackets are sounds where marked ones are, or where there are many.
_MANY = 10
# A page tore its lines at each change of script where many lines are a number that a line with
# marks goes on from, or begin with a mark.
_TORN_LINE = lazy(
    r"\n[ \t]{0,4}(?:\d[\d.%—-]{0,15}[ \t]{0,4}\n[ \t]{0,4}[^\W\dA-Za-z_][^\n,。;]{0,60}[,。;]|[,。;、)%》”])"
)
_LEAST_TORN = 3
# There the breaks around figures, letters and quotation marks are none, nor is that behind 1., but
# those before it and behind a sentence are.
_TORN = lazy(
    r"\n[ \t]{0,4}(?=[,。;、)%》”]|“\n)|(?<=\n[“”])\n"
    r"|(?<=[^\W\dA-Za-z_]|[,;、(%])\n(?=\d[\d.]{0,9}(?:[余多万亿千百%元件人名个次户起条份项场家处亩吨期批辆套台篇册本]|公[里斤顷]|平方))"
    r"|(?<=[^\W\dA-Za-z_]|[,;、(%])\n[ \t]{0,4}(?=[\dA-Za-z][\dA-Za-z.%—-]{0,15}[ \t]{0,4}[\n,。;)])(?!\d{1,2}[.、](?!\d))"
    r"|(?<=[\dA-Za-z%])\n(?=[^\W\dA-Za-z_])(?![一二三四五六七八九十]{1,3}[、.是])"
    r"|(?<=\n\d[.、])\n|(?<=\n\d\d[.、])\n"
)
# 2020, 年 and a comma; no such sign is in the heading above.
_TORN_YEAR, _OPENING_YEAR = lazy(r"(?:19|20)\d\d\n年"), 6
_PROSE = lazy("[,。;:]")


# What a site puts at the end of each paragraph; so often it is no abbreviation.
_LETTERED_LINE = lazy(
    r"\n(?:(?<=[A-Za-z]\n)|(?<=[A-Za-z]\d\n)|(?<=[A-Za-z]\d\d\n)|(?<=[A-Za-z] \n)|(?<=[A-Za-z]\d \n)|(?<=[A-Za-z]\d\d \n))"
)
_STAMP = lazy(
    r"(?:(?<=[^\s\w.,-])|(?<=[一-鿿]))(?=[A-Z]*[a-z])[A-Za-z]{2,4}\d{0,2}(?= ?\n)"  # APP is none
)
_LEAST_STAMPS = 5
# Headings of Markdown, and bold words that begin like a heading or with a figure.
_HASHES = lazy(r"(?m:^)#{1,6}[ \t]+(?=\S)")
_BOLD = lazy(r"(?m:^)\*\*[一二三四五六七八九十\d(第][^*\n]{1,80}\*\*|\*\*\d[^*\n]{0,12}\*\*")
_STARS = lazy(r"\*\*")
_LEAST_HASHES, _LEAST_BOLD = 2, 3
_BLANK = lazy(
    r"&(?:(?:nb|em|en|thin)sp|#(?:160|819[4-9]|820[1-3]|12288)|#[xX](?:[aA]0|200[2-9aAbB]|3000));"
)
_ENTITY = lazy(r"&(?:[a-z]{2,6}|#\d{2,5}|#[xX][\da-fA-F]{2,4});")


def found_between(document: Document) -> tuple[Ranges, tuple[Note, ...]]:
    """
    Return the ranges that stand between the words of a document, in text order, and the notes on them.
    """
    folded = document.folded
    stamps, pages = _stamps(folded), page_numbers(folded)
    # A hard-wrapped page tears the mark of its site, which looks like a torn figure (hd/9).
    inside = [] if stamps else wrapped(document)
    torn = [] if stamps or inside or pages else _torn(folded)
    found = (
        (_sounds(folded), _SOUNDS),
        (torn, _BROKEN),
        (inside, _WRAPPED),
        (pages, _PAGES),
        (stamps, _STAMPS),
        (_markdown(folded), _MARKDOWN),
        (_entities(folded), _ENTITIES),
    )
    notes = tuple(
        attrs.evolve(note, message=f"{len(places)} {note.message}", span=Span(*places[0]))
        for places, note in found
        if places
    )
    return sorted(place for places, _ in found for place in places), notes


def _sounds(folded: str) -> Ranges:
    sounds = [*_SOUND.finditer(folded)] if "(" in folded else []
    if not any(sound["toned"] for sound in sounds) and len(sounds) < _MANY:
        return []
    return [sound.span() for sound in sounds]


def _torn(folded: str) -> Ranges:
    if sum(1 for _ in islice(_TORN_LINE.finditer(folded), _LEAST_TORN)) < _LEAST_TORN:
        return []
    return [torn.span() for torn in _TORN.finditer(folded) if not _opens_line(folded, *torn.span())]


def _opens_line(folded: str, start: int, end: int) -> bool:
    """
    Whether a torn year opens the first line below a heading: (三)加强管理, 2020, 年我局….
    """
    if not _TORN_YEAR.match(folded, end):
        return False
    above = folded[folded.rfind("\n", 0, start) + 1 : start]
    return not _PROSE.search(above) and (
        opens_item(above) or folded.startswith(",", end + _OPENING_YEAR)
    )


def _stamps(folded: str) -> Ranges:
    if sum(1 for _ in islice(_LETTERED_LINE.finditer(folded), _LEAST_STAMPS)) < _LEAST_STAMPS:
        return []
    marks = Counter(stamp[0] for stamp in _STAMP.finditer(folded))
    stamp, times = max(marks.items(), key=itemgetter(1), default=("", 0))
    if times < _LEAST_STAMPS:
        return []
    torn = "|".join(f"{stamp[:cut]}\n{stamp[cut:]}" for cut in range(1, len(stamp)))
    found = re.finditer(rf"(?<=[^\sA-Za-z])(?:{stamp}(?=\s|\Z)|{torn})(?=\s|\Z)", folded)
    return [place.span() for place in found]


def _markdown(folded: str) -> Ranges:
    if "#" not in folded and "*" not in folded:
        return []
    hashes = [sign.span() for sign in _HASHES.finditer(folded)]
    bold = islice(_BOLD.finditer(folded), _LEAST_BOLD)
    if len(hashes) < _LEAST_HASHES and sum(1 for _ in bold) < _LEAST_BOLD:
        return []
    return sorted([*hashes, *(star.span() for star in _STARS.finditer(folded))])


def _entities(folded: str) -> Ranges:
    if "&" not in folded:
        return []
    blanks = [blank.span() for blank in _BLANK.finditer(folded)]
    return sorted(
        [*blanks, *((start + 1, end) for start, (_, end) in entity_signs(folded).items())]
    )


def entity_signs(text: str) -> dict[int, tuple[str, int]]:
    """
    Return where signs stand in *text* that are written as in HTML (&ldquo;), each with its end.
    """
    if "&" not in text:
        return {}
    from html import unescape  # noqa: PLC0415 - few texts need its table

    found = ((entity, unescape(entity[0])) for entity in _ENTITY.finditer(text))
    return {
        entity.start(): (sign, entity.end())
        for entity, sign in found
        if len(sign) == 1 and sign.isprintable() and not sign.isspace()
    }


def as_shown(text: str) -> str:
    """
    Return *text* with what stands for each sign that is written as in HTML, and blanks behind it.
    """
    shown, end = [], 0
    for start, (sign, stop) in entity_signs(text).items():
        shown += [text[end:start], sign, " " * (stop - start - 1)]
        end = stop
    return blanked("".join([*shown, text[end:]]))


def blanked(text: str) -> str:
    """
    Return *text* with a blank for each character of a blank that is written as in HTML.
    """
    return _BLANK.sub(lambda blank: " " * len(blank[0]), text) if "&" in text else text
