"""
A text with something between its characters (`between`) is read without it, and what was read is
put back on the text as it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import attrs

from fazhi.model import Citation, Document, Finding, Metadata, Metric, Note, Report, Section, Span


# What stands between the words of a line and the mark behind it.
_SIGNS = frozenset(":：,，、;；。.!！)） \n")


class Restoring(NamedTuple):
    """
    A text with something between its characters, and what is left of it without.

    Attributes:
        text: The source.
        shown: The source with blanks for those that are written as in HTML.
        bare: The document without what is between.
        offsets: Where each character of it stands in the source, and the source's end.
        notes: What is said of it.
        lines: Where lines of the source stand that are no part of it.
        wide: By the offset of a sign in it that HTML writes with more characters, how many.
    """

    text: str
    shown: str
    bare: Document
    offsets: Sequence[int]
    notes: tuple[Note, ...]
    lines: tuple[Span, ...] = ()
    wide: Mapping[int, int] = {}

    def restored(self, report: Report) -> Report:
        """
        Return *report*, which was read from the bare document, as one of the source.
        """
        sections = self._sections(report.sections)
        titles = {part.id: part.title for section in sections for part in section.walk()}
        meta = self._metadata(report.meta)
        said = {note.code for note in self.notes}
        notes = [
            attrs.evolve(note, span=note.span and self._span(note.span))
            for note in report.notes
            if note.code not in said  # of breaks one note is enough
        ]
        held = [
            *(top.span for top in sections),
            *(n.span for n in notes if n.code == "text.outside"),
        ]
        return attrs.evolve(
            report,
            text=self.text,
            meta=meta,
            sections=sections,
            findings=tuple(self._finding(finding, titles) for finding in report.findings),
            metrics=tuple(map(self._metric, report.metrics)),
            citations=tuple(map(self._citation, report.citations)),
            notes=tuple(sorted([*notes, *self.notes, *self._outside(held)], key=_place_of)),
        )

    def _outside(self, held: list[Span | None]) -> Iterator[Note]:
        """
        Yield a note for each line that is read over and stands in nothing that is *held*.
        """
        for line in self.lines:
            if not any(span and line in span for span in held):
                message = "stands outside of all sections (page number)"
                yield Note(code="text.outside", message=message, span=line)

    def _span(self, span: Span) -> Span:
        """
        Return where *span* stands in the source, with all that stands between its last character and
        the next but blanks.
        """
        end = self.offsets[span.end]
        least = self._behind(span.end - 1) if span.start < span.end else end
        while end > least and self.shown[end - 1].isspace():
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

    def _behind(self, at: int) -> int:
        """
        Return where the character at *at* of the bare text ends in the source.
        """
        return self.offsets[at] + self.wide.get(at, 1)

    def _character(self, at: int) -> str:
        """
        Return the character at *at* of the bare text with its sound.
        """
        source = self.text[self.offsets[at] : self.offsets[at + 1]]
        return source.rstrip() if source[1:2] == "(" else source[: self.wide.get(at, 1)]

    def _words_span(self, span: Span) -> Span:
        """
        Return where *span* stands in the source, without the sound of its last character.
        """
        return Span(self.offsets[span.start], self._behind(span.end - 1))

    def _parts(self, span: Span) -> Iterator[Span]:
        """
        Yield where *span* stands in the source, parted where the number of a page stands inside.
        """
        start = span.start
        for at in range(span.start, span.end - 1):
            first, behind = self.offsets[at] + 1, self.offsets[at + 1]
            if behind > first and self.text[first] == "\n" and self.shown[first:behind].strip():
                yield self._words_span(Span(start, at + 1))
                start = at + 1
        yield self._words_span(Span(start, span.end))

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
        first, end = self.offsets[start], self.offsets[start + length]
        return self.text[first : first + len(self.shown[first:end].rstrip())]

    def _sections(self, sections: Sequence[Section]) -> tuple[Section, ...]:
        """
        Return *sections* as they stand in the source, each with the signs that stand before the next.
        """
        found = list(map(self._section, sections))
        for i, (before, after) in enumerate(pairwise(sections)):
            start, end = found[i].span
            gap = self.shown[end : found[i + 1].span.start]
            if gap.strip() and len(gap) > after.span.start - before.span.end:
                span = Span(start, end + len(gap.rstrip()))
                found[i] = attrs.evolve(found[i], span=span)
        return tuple(found)

    def _section(self, section: Section) -> Section:
        span, title = self._span(section.span), self._title_span(section.title_span)
        inside = title if title.end <= span.end else Span(span.end, span.end)  # an item of no words
        return attrs.evolve(
            section,
            marker=self._marker(section),
            title=self._heading(section),
            title_span=inside,
            span=span,
            children=self._sections(section.children),
        )

    def _finding(self, finding: Finding, titles: dict[str, str]) -> Finding:
        title = titles.get(finding.section or "", finding.title)
        return attrs.evolve(finding, title=title, span=self._span(finding.span))

    def _metric(self, metric: Metric) -> Metric:
        spans = tuple(part for span in metric.label_spans for part in self._parts(span))
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
