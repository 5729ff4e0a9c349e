"""
Who issued a report, as written: signatures, author lines, the organ that a title begins with.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fazhi.model import Document, IssuerRow, Span
from fazhi.model.format import LineKind
from fazhi.parsing.drafts import Frame
from fazhi.parsing.organs import read_organ
from fazhi.text.patterns import HAN, lazy


# A longer line is no signature, whatever it was taken for.
LONGEST = 200
_GAP = lazy("[ \t\u3000、,;]+")
_WIDE_GAP = lazy("(?:[ \t]{2,}|[、,;])")
_SEAL = lazy(r"\((?:盖?章|公章|印章?|代章)\)$|(?<=[府会委局厅办室])文件$")
_DAY = lazy("(?:19|20)[0-9]{2}[ ]{0,2}[年./-]|二[〇○零O]")
_PERSON = lazy(
    "[×xX*]{2,}|(?:主任(?:委员)?|委员|主席|书记|[部省市县区州局厅院科处组]长|检察长|秘书长|委员长|审计长|总理)[ \t]"
    rf"|(?:主任(?:委员)?|主席|[部省市县区州局厅院]长|检察长|秘书长|委员长|审计长|总理){HAN}{{2,3}}$"
)
_PUBLISHED_BY = lazy(
    "(?:发文机关|发文单位|制发机关|成文单位|制定机关)[ \t]{0,4}[:|][ \t]{0,4}(?P<name>[^\\s:|(]{3,40})"
)
# The second name of an organ: 农业农村局(乡村振兴局).
_SECOND_NAME = lazy(rf"[(]{HAN}{{2,20}}[)]")
# Where a site's list of reports says the province: (安徽省)2018年….
_PROVINCE = lazy("\\((?:[^()]{2,6}[省市]|内蒙古|广西|西藏|宁夏|新疆)\\)")
_TAG = lazy("【[^】\n]{1,20}】")
# Before entries of a menu.
_BULLETS = frozenset("•·●▪■□>»")
_AFTER_TITLE_ORGAN = lazy(
    "关于|对|(?:19|20)[0-9]{2}|[〇○零一二三四五六七八九]{4}年|年度|法治|依法|工作"
)


def issuer_spans(
    document: Document, frame: Frame, rows: tuple[IssuerRow, ...], title: tuple[Span, ...]
) -> tuple[Span, ...]:
    """
    Return where each issuer is named: signatures, else author lines, else the title's organ.

    Args:
        document: The report.
        frame: Its lines outside of the outline.
        rows: Issuers that no rule of composition builds.
        title: The lines of the title.
    """
    folded = document.folded
    signed = _of_rows(folded, frame, "signature", rows, ())
    if signed:
        return signed
    titled = _title_organs(folded, title, rows)
    if len(titled) > 1:
        return titled  # of joint issuers one may have a line of its own
    authors = _of_rows(folded, frame, "author", rows, title)
    if titled and all(_heads_site(folded, author, titled[0]) for author in authors):
        return titled
    if authors:
        return authors
    label = _PUBLISHED_BY.search(folded, 0, min(frame.body.start, 3000))
    return (Span(*label.span("name")),) if label else ()


def _heads_site(folded: str, author: Span, titled: Span) -> bool:
    """
    Whether a line names the government on whose site the report of a department stands.
    """
    return (
        author.end <= titled.start
        and folded.startswith("人民政府", author.end - 4)
        and not folded.startswith("政府", titled.end - 2)
        and folded[titled.end - 1] in "局厅委会办室队"
    )


def _of_rows(
    folded: str, frame: Frame, kind: LineKind, rows: tuple[IssuerRow, ...], but: tuple[Span, ...]
) -> tuple[Span, ...]:
    lines = [r.span for r in (*frame.head, *frame.tail) if r.kind == kind and r.span not in but]
    lines = [line for line in lines if len(line) <= LONGEST]
    found = [span for line in lines for span in split_issuers(folded, line, rows)]
    words = [_words(folded, span) for span in found]
    # A letterhead repeated as signature is one issuer.
    return tuple(span for i, span in enumerate(found) if words[i] not in words[:i])


def _words(folded: str, span: Span) -> str:
    return "".join(folded[span.slice()].split())


def split_issuers(folded: str, line: Span, rows: tuple[IssuerRow, ...]) -> tuple[Span, ...]:
    """
    Return the issuers in a signature line, joint ones each; none where it names a person.
    """
    start, end = _without_date(folded, line)
    if start < end and (tag := _TAG.match(folded, start, end)):
        start = tag.end()  # 【制定机关】某市交通运输局
    if start < end and folded[start] in _BULLETS and not read_organ(folded, start + 2, end):
        return ()  # •服务大厅
    if start < end and folded[start] in _BULLETS:
        start += 1 + (folded[start + 1 : start + 2] == " ")
    if (
        start >= end
        or _PERSON.search(folded, start, end)
        or _PROVINCE.fullmatch(folded, start, end)
    ):
        return ()
    found: list[Span] = []
    while start < end:
        stop = _organ_end(folded, start, end, rows)
        rest = folded[stop:end] if stop else ""
        if stop is None or (rest and not _goes_on(folded, stop, end, rows)):
            return (*found, *_pieces(folded, start, end))
        found.append(Span(start, stop))
        gap = _GAP.match(folded, stop, end)
        start = gap.end() if gap else stop
    return tuple(found)


def _without_date(folded: str, line: Span) -> tuple[int, int]:
    start, end = line
    if day := _DAY.search(folded, start, end):
        end = day.start()
    text = _SEAL.sub("", folded[start:end].rstrip()).rstrip(" \t、,;:")
    return start, start + len(text)


def _goes_on(folded: str, start: int, end: int, rows: tuple[IssuerRow, ...]) -> bool:
    gap = _GAP.match(folded, start, end)
    return _organ_end(folded, gap.end() if gap else start, end, rows) is not None


def _organ_end(folded: str, start: int, end: int, rows: tuple[IssuerRow, ...]) -> int | None:
    for pattern in _patterns(rows):
        if match := pattern.match(folded, start, end):
            return match.end()
    organ = read_organ(folded, start, end)
    return organ.end if organ and organ.kind else None


@lru_cache(maxsize=64)
def _patterns(rows: tuple[IssuerRow, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(lazy(row.pattern) for row in rows)


def _pieces(folded: str, start: int, end: int) -> list[Span]:
    """
    Return the parts of a line that no rule reads, cut at wide gaps alone (司 法 局 is one).
    """
    pieces = []
    for gap in (*_WIDE_GAP.finditer(folded, start, end), None):
        stop = gap.start() if gap else end
        if folded[start:stop].strip():
            pieces.append(Span(start, stop))
        start = gap.end() if gap else stop
    # Letters spaced out by wide gaps are one name.
    if pieces and max(map(len, pieces)) <= 2:
        return [Span(pieces[0].start, pieces[-1].end)]
    return pieces


def _title_organs(
    folded: str, title: tuple[Span, ...], rows: tuple[IssuerRow, ...]
) -> tuple[Span, ...]:
    found: list[Span] = []
    for line in title:
        tag = _TAG.match(folded, *line)
        start, end = tag.end() if tag else line.start, line.end
        while start < end and (stop := _organ_end(folded, start, end, rows)):
            found.append(Span(start, stop))
            gap = _GAP.match(folded, stop, end) or _SECOND_NAME.match(folded, stop, end)
            start = gap.end() if gap else stop
        if start < end:
            return tuple(found) if _AFTER_TITLE_ORGAN.match(folded, start, end) else ()
    return ()
