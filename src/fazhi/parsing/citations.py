"""
Documents that a report names: titles in marks and document numbers.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from fazhi.knowledge.instruments import head_kind, remark_status, split_title
from fazhi.model import Citation, Document
from fazhi.model.making import make_citation, make_span
from fazhi.model.nodes import CitationKind, Status
from fazhi.parsing.docnumbers import docnumbers
from fazhi.parsing.names import node_id
from fazhi.text.patterns import lazy


# Inner marks are balanced one deep, and a mark that is never closed is passed over. A title may run
# over one line break or end with the wrong mark, but never over the end of a sentence.
_TITLE = lazy(r"《((?:[^《》。\n]{1,200}+|《[^《》。\n]{1,120}+》){1,9}+)》")
_BROKEN = lazy(r"《([^《》〈〉。\n]{1,80}+(?:〉|\n[ \t]*[^《》〈〉。\n]{1,80}+》))")
_SINGLE = lazy(r"〈([^《》〈〉。\n]{2,80}+)〉")
_CORNER = lazy(r"「((?:[^「」《》。\n]{1,100}+|《[^《》。\n]{1,80}+》){1,6}+)」")

# 「」 are quotation marks too: only the whole shape of a document's title makes a citation of them.
_OFFICIAL = lazy(
    r"关于.{2,90}(?:通知|意见|决定|公告|通告|批复|函|报告|方案|办法|规定|细则|建议|措施|纲要|规划|计划)\Z"
    r"|中华人民共和国.{2,30}(?:法|条例|法典)\Z"
    r"|.{2,40}(?:条例|实施细则|实施办法|管理办法|暂行办法|工作规定|暂行规定|议事规则|工作规则)\Z"
    r"|.{4,60}(?:实施纲要|规划纲要|实施方案|工作方案|行动计划|工作要点|应急预案|实施意见|指导意见)\Z"
    r"|(?:行政(?:处罚|许可|强制|复议|诉讼)|民|刑|监督|立法|监察|公务员|国家赔偿|法律援助|环境保护|安全生产)法\Z"
    r"|(?:民法典|宪法)\Z"
)
# Right behind a title: a remark on its stage, or a bracket that holds its number.
_REMARK = lazy(
    r" ?\(?((?:修订|公开)?(?:草案|征求意见|送审|试行)[^()《》\n,。]{0,8})\)|(草案|征求意见稿)"
)
_BEHIND: Final = frozenset("( 草征")
_REACH: Final = 26
_BARRIERS: Final = "《》。;\n"
_CLOSES: Final = {"(": ")", "[": "]", "〔": "〕", "【": "】"}


class Cited(NamedTuple):
    """
    A citation on its way to a node; offsets are code points.
    """

    start: int
    end: int
    title: tuple[int, int] | None
    number: tuple[int, int] | None
    kind: CitationKind
    status: Status | None


def citations(document: Document, section_at: Callable[[int], str | None]) -> tuple[Citation, ...]:
    """
    Find the documents named by title, by number or by both.

    Args:
        document: The text and its folded twin.
        section_at: Gives the id of the deepest section that holds an offset.

    Returns:
        Citations in text order, numbered from ``"c1"``; title and number stand as in the source.
    """
    text = document.text
    return tuple(
        [
            make_citation(
                node_id("c", count),
                section_at(start),
                make_span(start, end),
                title and text[title[0] : title[1]],
                number and text[number[0] : number[1]],
                kind,
                status,
            )
            for count, (start, end, title, number, kind, status) in enumerate(
                _cited(document.folded), 1
            )
        ]
    )


def _cited(folded: str) -> Iterator[Cited]:
    """
    Join titles with the numbers attached to them; the numbers left over stand alone.
    """
    numbers = deque(docnumbers(folded))
    for start, end in _titles(folded):
        while numbers and numbers[0][0] < start:
            yield _bare(numbers.popleft())
        inner = None
        while numbers and numbers[0][0] < end:
            inner = numbers.popleft()
        stop = _attached(folded, end, numbers[0]) if numbers else None
        if stop is not None:
            inner = numbers.popleft()
        elif inner and inner[1] < end - 2:
            # A number amid a title belongs to a document that the title names.
            inner = None
        words, remarks = split_title(folded[start + 1 : end - 1])
        status = remark_status(remarks) or _status_behind(folded, end)
        yield Cited(start, stop or end, (start + 1, end - 1), inner, head_kind(words), status)
    yield from map(_bare, numbers)


def _bare(number: tuple[int, int]) -> Cited:
    """
    Make a citation of a number alone.
    """
    return Cited(*number, None, number, "document", None)


def _titles(folded: str) -> list[tuple[int, int]]:
    """
    Return the spans of all titles with their marks, outermost only, in text order.
    """
    spans = [match.span() for match in _TITLE.finditer(folded)]
    if folded.count("《") > len(spans):
        spans += [match.span() for match in _BROKEN.finditer(folded)]
    if "〈" in folded:
        spans += [match.span() for match in _SINGLE.finditer(folded)]
    if "「" in folded:
        spans += [
            match.span()
            for match in _CORNER.finditer(folded)
            if _OFFICIAL.match(split_title(match[1])[0])
        ]
    return _outermost(spans)


def _outermost(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """
    Put the spans in text order and drop those that start inside another.
    """
    spans.sort(key=lambda span: (span[0], -span[1]))
    kept: list[tuple[int, int]] = []
    last = 0
    for span in spans:
        if span[0] >= last:
            kept.append(span)
            last = span[1]
    return kept


def _attached(folded: str, end: int, number: tuple[int, int]) -> int | None:
    """
    Return where a title that ends at *end* ends with its number; None where that is another's.
    """
    start, stop = number
    if start - end > _REACH:
        return None
    remark = _REMARK.match(folded, end)
    between = folded[remark.end() if remark else end : start].lstrip(" ")
    if not between:
        return stop
    close = _CLOSES.get(between[0])
    if close is None or any(mark in between for mark in _BARRIERS):
        return None
    return stop + folded.startswith(close, stop)


def _status_behind(folded: str, end: int) -> Status | None:
    """
    Read the stage that a remark right behind the closing mark names.
    """
    if folded[end : end + 1] not in _BEHIND:
        return None
    remark = _REMARK.match(folded, end)
    return remark_status(remark[0]) if remark else None
