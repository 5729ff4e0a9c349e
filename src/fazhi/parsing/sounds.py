"""
Pages that give each character's sound in brackets behind it: 固定資產(chǎn)投資.

Such a text is read without the sounds, and what was read is put back on the text as it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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


class Sounded(NamedTuple):
    """
    A text with sounds, and what is left of it without them.

    Attributes:
        text: The source.
        bare: The document without the sounds.
        offsets: Where each character of it stands in the source, and the source's end.
        note: What is said of it.
    """

    text: str
    bare: Document
    offsets: Sequence[int]
    note: Note

    def restored(self, report: Report) -> Report:
        """
        Return *report*, which was read from the bare document, as one of the source.
        """
        sections = tuple(map(self._section, report.sections))
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
            notes=tuple(sorted([*notes, self.note], key=_place_of)),
        )

    def _span(self, span: Span) -> Span:
        """
        Return where *span* stands in the source, with the sound of its last character.
        """
        return Span(self.offsets[span.start], self.offsets[span.end])

    def _words_span(self, span: Span) -> Span:
        """
        Return where *span* stands in the source, without the sound of its last character.
        """
        return Span(self.offsets[span.start], self.offsets[span.end - 1] + 1)

    def _words(self, words: str, places: Iterable[Span]) -> str:
        """
        Return *words*, which stand at *places* but for blanks, as the source has them.
        """
        found: list[str] = []
        rest = iter(words)
        wanted = next(rest, "")
        for place in places:
            for at in range(place.start, place.end):
                if wanted and self.bare.text[at] == wanted:
                    found.append(self.text[self.offsets[at] : self.offsets[at + 1]])
                    wanted = next(rest, "")
        return words if wanted else "".join(found)

    def _section(self, section: Section) -> Section:
        return attrs.evolve(
            section,
            marker=self._words(section.marker, (section.span,)),
            title=self._words(section.title, (section.title_span,)),
            title_span=self._span(section.title_span),
            span=self._span(section.span),
            children=tuple(map(self._section, section.children)),
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
            span=self._span(citation.span),
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
            evidence={name: tuple(map(self._span, spans)) for name, spans in at.items()},
            format_evidence=tuple(map(self._span, meta.format_evidence)),
        )


def _place_of(note: Note) -> tuple[int, str]:
    return (-1 if note.span is None else note.span.start, note.code)


def without_sounds(document: Document) -> Sounded | None:
    """
    Return *document* with and without the sounds that it gives; None where it gives none.
    """
    folded, text = document.folded, document.text
    sounds = [*_SOUND.finditer(folded)] if "(" in folded else []
    if not any(sound["toned"] for sound in sounds) and len(sounds) < _MANY:
        return None
    found = [sound.span() for sound in sounds]
    kept: list[tuple[int, int]] = []
    end = 0
    for first, behind in [*found, (len(text), len(text))]:
        kept.append((end, first))
        end = behind
    bare = attrs.evolve(
        document,
        text="".join([text[a:b] for a, b in kept]),
        folded="".join([folded[a:b] for a, b in kept]),
        anchors=(),
    )
    offsets = [at for a, b in kept for at in range(a, b)]
    note = Note(
        code="text.pinyin",
        message=f"{len(found)} characters followed by their sound in brackets",
        span=Span(*found[0]),
    )
    return Sounded(text, bare, [*offsets, len(text)], note)
