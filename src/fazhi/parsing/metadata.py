"""
What a report says of itself, each field with the place where it was read.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fazhi.formats.kinds import NATIONAL_KINDS, OPENING_KINDS
from fazhi.formats.lines import BODY_NOUN, HAN_DAY
from fazhi.model import Document, Format, FrozenDict, KindRow, Metadata, Span
from fazhi.model.nodes import Kind
from fazhi.parsing.dates import dates
from fazhi.parsing.drafts import Frame
from fazhi.parsing.issuers import issuer_spans
from fazhi.parsing.located import Place
from fazhi.parsing.titles import title_spans, title_words
from fazhi.parsing.years import OPENING, read_year
from fazhi.text.patterns import lazy


Found = tuple[str, Span]

_CONGRESS = frozenset(
    {"inspection_report", "research_report", "enforcement_inspection", "deliberation_opinion"}
)
_PUBLISHED = lazy(
    "(?:发布(?:时间|日期)|(?:公开|发表|上传|录入|更新|公布)(?:时间|日期)|(?<![成发行来]文)(?<!生成)(?<!审议)(?:时间|日期))[】\\]]?[ \t]{0,6}[:|]?[\\s:|]{0,12}"
)
_WRITTEN = lazy("(?:成文|发文|生成|印发|签发)(?:日期|时间)[】\\]]?[ \t]{0,6}[:|]?[\\s:|]{0,12}")
_LETTER = lazy(rf"(?:\n[^\n。,;:]{{2,40}}{BODY_NOUN}|[。!])\s*\n\s*(?P<day>{HAN_DAY})\s*\n")
_CLOCK = lazy("星期|农历|今天是|现在是")
_NOT_POSTED = lazy("星期|农历|今天是|现在是|(?:成文|发文|生成|印发|签发)(?:日期|时间)")
_HEAD = 3000


def metadata(document: Document, frame: Frame, place: Place, format: Format) -> Metadata:  # noqa: A002
    """
    Return what the report says of itself.

    Args:
        document: The report.
        frame: Its lines outside of the outline.
        place: Its region, with the evidence.
        format: The format that reads it; its rows name kinds and issuers.
    """
    title = title_spans(document, frame)
    kind, kind_span = _kind(document.folded, frame, title, format)
    issuers = issuer_spans(document, frame, format.issuers, title)
    addressee = _addressee(document.folded, frame)
    date = _date(document.folded, frame, kind)
    published = _published(document.folded, frame)
    signed = date or _said(document, "written")
    posted = published or _said(document, "published")
    year = read_year(document, title, frame.body, kind, date or published or signed or posted)
    return Metadata(
        title=title_words(document, title),
        kind=kind,
        year=year and year[0],
        region=place.region,
        issuers=tuple("".join(document.text[span.slice()].split()) for span in issuers),
        addressee=document.text[addressee.slice()] if addressee else None,
        date=signed and signed[0],
        published=posted and posted[0],
        script=document.script,
        format=format.name,
        evidence=_evidence(
            title=title,
            kind=kind_span,
            year=(year[1],) if year and year[1] else None,
            region=place.spans,
            issuers=issuers,
            addressee=(addressee,) if addressee else None,
            date=date and (date[1],),
            published=published and (published[1],),
        ),
        source=document.source,
    )


def _said(document: Document, fact: str) -> tuple[str, None] | None:
    """
    Return the day that the file says of itself, which stands nowhere in the text.
    """
    said = document.source.get(fact)
    return (said, None) if isinstance(said, str) else None


def _evidence(**fields: tuple[Span, ...] | None) -> FrozenDict[str, tuple[Span, ...]]:
    return FrozenDict({name: spans for name, spans in fields.items() if spans})


def _kind(
    folded: str,
    frame: Frame,
    title: tuple[Span, ...],
    format: Format,  # noqa: A002
) -> tuple[Kind, tuple[Span, ...]]:
    words = "".join("".join(folded[span.slice()].split()) for span in title)
    if words:
        row = _first(format.kind_rows or NATIONAL_KINDS, words)
        return (row[0].kind, title) if row else (_default(format), ())
    start, end = frame.body.start, min(frame.body.end, frame.body.start + OPENING)
    row = _first(OPENING_KINDS, folded[start:end])
    if row is None:
        return _default(format), ()
    found, (first, last) = row
    return found.kind, (Span(start + first, start + last),)


def _default(format: Format) -> Kind:  # noqa: A002
    return format.kinds[0] if format.kinds else "other"


def _first(rows: tuple[KindRow, ...], words: str) -> tuple[KindRow, tuple[int, int]] | None:
    for row, pattern in _patterns(rows):
        if match := pattern.search(words):
            return row, match.span()
    return None


@lru_cache(maxsize=64)
def _patterns(rows: tuple[KindRow, ...]) -> tuple[tuple[KindRow, re.Pattern[str]], ...]:
    return tuple((row, lazy(row.pattern)) for row in rows)


def _addressee(folded: str, frame: Frame) -> Span | None:
    spans = [row.span for row in frame.head if row.kind == "addressee"]
    if not spans:
        return None
    words = folded[spans[0].slice()].rstrip(" :\t,!。")
    return Span(spans[0].start, spans[0].start + len(words))


def _date(folded: str, frame: Frame, kind: Kind) -> Found | None:
    """
    Return the day of the session for a congress's report, else of the signature.
    """
    session = [r.span for r in frame.head if r.kind == "session"]
    signed = [r.span for r in reversed(frame.tail) if r.kind in {"date", "signature"}]
    for span in (*session, *signed) if kind in _CONGRESS else (*signed, *session):
        if found := next(dates(folded, *span), None):
            return found
    found = _labelled(folded, _WRITTEN, frame) or _bare(folded, frame, written=True)
    return found or _of_letter(folded, frame)


def _of_letter(folded: str, frame: Frame) -> Found | None:
    """
    Return the day on which the letter was signed that a report is sent with, above the report.
    """
    start = frame.body.start
    signed = _LETTER.search(folded, start, min(frame.body.end, start + OPENING))
    return next(dates(folded, *signed.span("day")), None) if signed else None


def _labelled(folded: str, label: re.Pattern[str], frame: Frame) -> Found | None:
    for match in label.finditer(folded, 0, min(frame.body.start, _HEAD)):
        found = next(dates(folded, match.end(), match.end() + 24), None)
        if found and found[1].start - match.end() <= 3:
            return found
    return None


def _bare(folded: str, frame: Frame, *, written: bool) -> Found | None:
    """
    Return the date of a head line without label: 2024年2月29日 was written then, 2024-03-28 posted.
    """
    none_of = _CLOCK if written else _NOT_POSTED
    for row in frame.head:
        if row.kind in {"date", "source"} and not none_of.search(folded, *row.span):
            for day, span in dates(folded, *row.span):
                if ("年" in folded[span.slice()] and row.kind == "date") == written:
                    return day, span
    return None


def _published(folded: str, frame: Frame) -> Found | None:
    found = _labelled(folded, _PUBLISHED, frame)
    if found:
        return found
    for row in frame.tail:
        label = _PUBLISHED.search(folded, *row.span)
        if label and (found := next(dates(folded, label.end(), row.span.end), None)):
            return found
    return _bare(folded, frame, written=False)
