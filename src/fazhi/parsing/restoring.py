"""
Pages with something between their characters: each one's sound in brackets behind it
(固定資產(chǎn)投資), a line break at every change from words to digits, or the mark of a site at
the end of each paragraph (各位代表:hd9).

Such a text is read without it, and what was read is put back on the text as it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise
from operator import itemgetter
from typing import NamedTuple

import attrs

from fazhi.model import Citation, Document, Finding, Metadata, Metric, Note, Report, Section, Span
from fazhi.text.patterns import lazy


# Syllables in brackets, with the mark of their tone or without, once or several times; they begin
# with the bracket, which the engine finds quickest.
_SOUND = lazy(
    r"\((?<=[^\W\dA-Za-z_]\()(?:(?P<toned>[a-z]{0,5}[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü][a-z]{0,5})"
    r"|(?P<plain>(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:[iu]?(?:ang|eng|ong|an|en|ai|ei|ao|ou|a|e|o)|in|ing|iu|ui|un|ue|er|i|u|v))"
    r")\)(?:\((?P=plain)\))*"
)
# Letters in brackets are sounds where marked ones are, or where there are many.
_MANY = 10
# A page tore its lines at each change of script where many lines are a number that a line with
# marks goes on from, or begin with a mark.
_TORN_LINE = lazy(
    r"\n[ \t]{0,4}(?:\d[\d.%—-]{0,15}[ \t]{0,4}\n[ \t]{0,4}[^\W\dA-Za-z_][^\n,。;]{0,60}[,。;]|[,。;、)%》”])"
)
_LEAST_TORN = 3
# There the breaks around figures and letters are none, nor is that behind 1., but those before it
# and behind a sentence are.
_TORN = lazy(
    r"\n[ \t]{0,4}(?=[,。;、)%》”])"
    r"|(?<=[^\W\dA-Za-z_]|[,;、(%])\n[ \t]{0,4}(?=[\dA-Za-z][\dA-Za-z.%—-]{0,15}[ \t]{0,4}[\n,。;)])(?!\d{1,2}[.、](?!\d))"
    r"|(?<=[\dA-Za-z%])\n(?=[^\W\dA-Za-z_])(?![一二三四五六七八九十]{1,3}[、.是])"
    r"|(?<=\n\d[.、])\n|(?<=\n\d\d[.、])\n"
)


# What a site puts at the end of each paragraph; so often it is no abbreviation.
_LETTERED_LINE = lazy(
    r"\n(?:(?<=[a-z]\n)|(?<=[a-z]\d\n)|(?<=[a-z]\d\d\n)|(?<=[a-z] \n)|(?<=[a-z]\d \n)|(?<=[a-z]\d\d \n))"
)
_STAMP = lazy(r"(?<=[^\s\w.,-])[a-z]{2,4}\d{0,2}(?= ?\n)|(?<=[一-鿿])[a-z]{2,4}\d{0,2}(?= ?\n)")
_LEAST_STAMPS = 5
_SIGNS = frozenset(":：,，、;；。.!！)） \n")
# Headings of Markdown, and bold words that begin like a heading or with a figure.
_HASHES = lazy(r"(?m:^)#{1,6}[ \t]+(?=\S)")
_BOLD = lazy(r"(?m:^)\*\*[一二三四五六七八九十\d(第][^*\n]{1,80}\*\*|\*\*\d[^*\n]{0,12}\*\*")
_STARS = lazy(r"\*\*")
_LEAST_HASHES, _LEAST_BOLD = 2, 3


class Restoring(NamedTuple):
    """
    A text with something between its characters, and what is left of it without.

    Attributes:
        text: The source.
        bare: The document without what is between.
        offsets: Where each character of it stands in the source, and the source's end.
        notes: What is said of it.
    """

    text: str
    bare: Document
    offsets: Sequence[int]
    notes: tuple[Note, ...]

    def restored(self, report: Report) -> Report:
        """
        Return *report*, which was read from the bare document, as one of the source.
        """
        sections = self._sections(report.sections)
        titles = {part.id: part.title for section in sections for part in section.walk()}
        notes = (attrs.evolve(n, span=n.span and self._span(n.span)) for n in report.notes)
        return attrs.evolve(
            report,
            text=self.text,
            meta=self._metadata(report.meta),
            sections=sections,
            findings=tuple(self._finding(finding, titles) for finding in report.findings),
            metrics=tuple(map(self._metric, report.metrics)),
            citations=tuple(map(self._citation, report.citations)),
            notes=tuple(sorted([*notes, *self.notes], key=_place_of)),
        )

    def _span(self, span: Span) -> Span:
        """
        Return where *span* stands in the source, with all that stands between its last character and
        the next but blanks.
        """
        end = self.offsets[span.end]
        least = self.offsets[span.end - 1] + 1 if span.start < span.end else end
        while end > least and self.text[end - 1].isspace():
            end -= 1
        return Span(self.offsets[span.start], end)

    def _line_span(self, span: Span) -> Span:
        """
        Return where *span* stands in the source, with the mark that a site put behind the signs after it.
        """
        end = span.end
        while self.bare.text[end : end + 1] in _SIGNS:
            end += 1
            if self.offsets[end] > self.offsets[end - 1] + 1:
                return self._span(Span(span.start, end))
        return self._span(span)

    def _title_span(self, span: Span) -> Span:
        """
        Return where *span* stands in the source, with the sound of its last character.
        """
        start, last = self.offsets[span.start], span.end - 1
        size = len(self._character(last)) if span.start < span.end else 0
        return Span(start, self.offsets[last] + size if size else start)

    def _character(self, at: int) -> str:
        """
        Return the character at *at* of the bare text with its sound.
        """
        source = self.text[self.offsets[at] : self.offsets[at + 1]]
        return source.rstrip() if source[1:2] == "(" else source[:1]

    def _words_span(self, span: Span) -> Span:
        """
        Return where *span* stands in the source, without the sound of its last character.
        """
        return Span(self.offsets[span.start], self.offsets[span.end - 1] + 1)

    def _words(self, words: str, places: Iterable[Span]) -> str:
        """
        Return *words*, which stand at *places* but for blanks, as the source has them.
        """
        found: list[int] = []
        rest = iter(words)
        wanted = next(rest, "")
        for place in places:
            for at in range(place.start, place.end):
                if wanted and self.bare.text[at] == wanted:
                    found.append(at)
                    wanted = next(rest, "")
        return words if wanted else "".join(map(self._character, found))

    def _heading(self, section: Section) -> str:
        """
        Return the title of *section* with all that stands inside of it but line breaks.
        """
        title = self._words(section.title, (section.title_span,))
        span = self._title_span(section.title_span)
        quoted = self.text[span.slice()].replace("\n", "")
        return quoted if "".join(quoted.split()) != "".join(title.split()) else title

    def _marker(self, section: Section) -> str:
        """
        Return the marker of *section*, with the break or the sound that stands inside of it.
        """
        length = len(section.marker)
        start = section.span.start
        if self.bare.text[start : start + length] != section.marker:
            return section.marker
        return self.text[self.offsets[start] : self.offsets[start + length]].rstrip("\n")

    def _sections(self, sections: Sequence[Section]) -> tuple[Section, ...]:
        """
        Return *sections* as they stand in the source, each with the signs that stand before the next.
        """
        found = list(map(self._section, sections))
        for i, (before, after) in enumerate(pairwise(sections)):
            start, end = found[i].span
            gap = self.text[end : found[i + 1].span.start]
            if gap.strip() and len(gap) > after.span.start - before.span.end:
                span = Span(start, end + len(gap.rstrip()))
                found[i] = attrs.evolve(found[i], span=span)
        return tuple(found)

    def _section(self, section: Section) -> Section:
        return attrs.evolve(
            section,
            marker=self._marker(section),
            title=self._heading(section),
            title_span=self._title_span(section.title_span),
            span=self._span(section.span),
            children=self._sections(section.children),
        )

    def _finding(self, finding: Finding, titles: dict[str, str]) -> Finding:
        title = titles.get(finding.section or "", finding.title)
        return attrs.evolve(finding, title=title, span=self._span(finding.span))

    def _metric(self, metric: Metric) -> Metric:
        spans = tuple(map(self._words_span, metric.label_spans))
        words = "".join("".join(self.text[span.slice()].split()) for span in spans)
        return attrs.evolve(
            metric, span=self._words_span(metric.span), label=words or None, label_spans=spans
        )

    def _citation(self, citation: Citation) -> Citation:
        return attrs.evolve(
            citation,
            span=self._title_span(citation.span),
            title=citation.title and self._words(citation.title, (citation.span,)),
            number=citation.number and self._words(citation.number, (citation.span,)),
        )

    def _metadata(self, meta: Metadata) -> Metadata:
        at = meta.evidence
        return attrs.evolve(
            meta,
            title=meta.title and self._words(meta.title, at.get("title", ())),
            addressee=meta.addressee and self._words(meta.addressee, at.get("addressee", ())),
            issuers=tuple(self._words(issuer, at.get("issuers", ())) for issuer in meta.issuers),
            evidence={name: tuple(map(self._line_span, spans)) for name, spans in at.items()},
            format_evidence=tuple(map(self._span, meta.format_evidence)),
        )


def _place_of(note: Note) -> tuple[int, str]:
    return (-1 if note.span is None else note.span.start, note.code)


def restoring(document: Document) -> Restoring | None:
    """
    Return *document* with and without what stands between its characters; None where nothing does.
    """
    text, notes = document.text, []
    sounds, breaks, stamps, signs = (
        read(document.folded) for read in (_sounds, _torn, _stamps, _markdown)
    )
    if sounds:
        message = f"{len(sounds)} characters followed by their sound in brackets"
        notes.append(Note(code="text.pinyin", message=message, span=Span(*sounds[0])))
    if breaks:
        message = f"{len(breaks)} line breaks where words and figures meet, read over"
        notes.append(Note(code="text.torn", message=message, span=Span(*breaks[0])))
    if stamps:
        message = f"{len(stamps)} marks of a site at the ends of paragraphs, read over"
        notes.append(Note(code="text.stamped", message=message, span=Span(*stamps[0])))
    if signs:
        message = f"{len(signs)} signs of Markdown, read over"
        notes.append(Note(code="text.markdown", message=message, span=Span(*signs[0])))
    between = sorted([*sounds, *breaks, *stamps, *signs])
    if not between:
        return None
    kept: list[tuple[int, int]] = []
    end = 0
    for first, behind in [*between, (len(text), len(text))]:
        kept.append((end, first))
        end = behind
    bare = attrs.evolve(
        document,
        text="".join([text[a:b] for a, b in kept]),
        folded="".join([document.folded[a:b] for a, b in kept]),
        anchors=(),
    )
    offsets = [at for a, b in kept for at in range(a, b)]
    return Restoring(text, bare, [*offsets, len(text)], tuple(notes))


def _sounds(folded: str) -> list[tuple[int, int]]:
    sounds = [*_SOUND.finditer(folded)] if "(" in folded else []
    if not any(sound["toned"] for sound in sounds) and len(sounds) < _MANY:
        return []
    return [sound.span() for sound in sounds]


def _torn(folded: str) -> list[tuple[int, int]]:
    if sum(1 for _ in islice(_TORN_LINE.finditer(folded), _LEAST_TORN)) < _LEAST_TORN:
        return []
    return [torn.span() for torn in _TORN.finditer(folded)]


def _stamps(folded: str) -> list[tuple[int, int]]:
    if sum(1 for _ in islice(_LETTERED_LINE.finditer(folded), _LEAST_STAMPS)) < _LEAST_STAMPS:
        return []
    marks = Counter(stamp[0] for stamp in _STAMP.finditer(folded))
    stamp, times = max(marks.items(), key=itemgetter(1), default=("", 0))
    if times < _LEAST_STAMPS:
        return []
    torn = "|".join(f"{stamp[:cut]}\n{stamp[cut:]}" for cut in range(1, len(stamp)))
    found = re.finditer(rf"(?<=[^\sa-z])(?:{stamp}(?=\s|\Z)|{torn})(?=\s|\Z)", folded)
    return [place.span() for place in found]


def _markdown(folded: str) -> list[tuple[int, int]]:
    if "# " not in folded and "**" not in folded:
        return []
    hashes = [sign.span() for sign in _HASHES.finditer(folded)]
    bold = islice(_BOLD.finditer(folded), _LEAST_BOLD)
    if len(hashes) < _LEAST_HASHES and sum(1 for _ in bold) < _LEAST_BOLD:
        return []
    return sorted([*hashes, *(star.span() for star in _STARS.finditer(folded))])
