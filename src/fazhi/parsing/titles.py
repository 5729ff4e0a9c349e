"""
The title of a report: which head lines it stands on, and its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import dropwhile, pairwise

from fazhi.formats.title_lines import REPORT_NOUN
from fazhi.knowledge.naming import read_place
from fazhi.model import Document, Span
from fazhi.parsing.drafts import Frame, Row
from fazhi.parsing.organs import read_organ
from fazhi.text.patterns import lazy


# A longer line is no title, whatever it was taken for.
LONGEST = 300
_NOUN = lazy(
    "(?:报告|总结|汇报|情况|意见|要点|计划|方案|安排|规划|通知|解读|公报|年报|白皮书)(?:[(][^)]*[)])?[》】*]?$"
)
_GOES_ON = lazy(
    "关于|对|(?:19|20)[0-9]{2}年?|[一二]〇?[〇○零一二三四五六七八九]{3}年|年|法治|依法|贯彻|学习|开展|落实|推进|检查"
)
# The second line of a title such as 关于…情况报告 审议意见研究处理情况的报告.
_BACK = lazy("的|审议意见|审查意见|(?:研究处理|整改|办理|落实)[^\\n]{0,12}(?:情况|报告)")
_DATED = lazy("20[0-9]{2}|关于|[〇○零一二三四五六七八九]{4}年")
_LABELLED = lazy(
    "(?:标[ \t]{0,6}题|名[ \t]{0,6}称)[】\\]]?[ \t]{0,4}[:|][ \t:|]{0,4}(?P<title>[^\n\t|]{6,90})"
)
# What a site puts before a title.
_LABEL = lazy(
    "(?:(?:标[ \t]{0,6}题|名[ \t]{0,6}称|资料|全文|[一-鿿]{0,4}范文)[ \t]{0,4}:[ \t]*"
    "|【[^】\n]{2,14}】[ \t]*|[#★*·●▪■◆•□]+[ \t]*|附[件表][0-9]{0,2}:?\\s+)+"
)
# 某省政府工作报告 (2016年1月27日 某某), …(第3/9页)
_SIGNED = lazy(
    r"\s*\((?:(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s*[^()]{0,10}|第 ?\d{1,3}(?:/\d{1,3})? ?页)\)\Z"
)
# 甲县2022年法治政府建设情况报告_法治政府_甲县人民政府: the site behind the title, or the source.
_TRAILED = lazy(
    rf"(?m:^)[ \t]*(?P<title>[^\n。;:!?_|>]{{4,80}}?{REPORT_NOUN}(?:\([^()\n]{{1,20}}\))?)"
    r"(?:[ \t]*[-_|—–][^\n。]{2,60}|[ \t]+(?:来源|发布|时间|日期|作者|浏览)[^\n]{0,80})(?m:$)"
)


def title_spans(document: Document, frame: Frame) -> tuple[Span, ...]:
    """
    Return the lines of the title, once, in text order; empty where the report has none.

    A letterhead alone is no title; one above 关于… belongs to it.
    """
    folded = document.folded
    blocks = [*filter(None, (_titled(folded, block) for block in _blocks(folded, frame.head)))]
    if blocks:
        above = {a.span for a, b in pairwise(frame.head) if b.kind == "session"}
        return max(
            blocks,
            key=lambda block: (_weight(folded, block), block[-1] in above, -block[0].start),
        )
    end = min(frame.body.start, 3000)
    labelled = _LABELLED.search(folded, 0, end) or _TRAILED.search(folded, 0, end)
    if labelled and _NOUN.search(labelled["title"].rstrip()):
        start = labelled.start("title")
        return (Span(start, start + len(labelled["title"].rstrip())),)
    return ()


def title_words(document: Document, spans: tuple[Span, ...]) -> str | None:
    """
    Return the words of the title's lines joined without blanks; None without lines.
    """
    return "".join("".join(document.text[s.slice()].split()) for s in spans) or None


def _blocks(folded: str, head: tuple[Row, ...]) -> Iterator[tuple[Span, ...]]:
    """
    Yield runs of lines that may be one title, cut where a title's noun ends a line.
    """
    block: list[Span] = []
    for row in head:
        if len(row.span) > LONGEST:
            continue
        span = _without_label(folded, row.span)
        if row.kind == "title" or _stands_above(folded, row):
            if block and _words(folded, block[-1]) == _words(folded, span):
                block.pop()  # a letterhead, and the first line of the title
            if block and (row.kind != "title" or _closes(folded, block[-1], span)):
                yield tuple(block)
                block = []
            block.append(span)
        elif block:
            yield tuple(block)
            block = []
    if block:
        yield tuple(block)


def _closes(folded: str, line: Span, after: Span) -> bool:
    """
    Whether a title's noun ends *line*, and *after* does not tell what became of that report.
    """
    return bool(_NOUN.search(_words(folded, line))) and not _BACK.match(folded, *after)


def _stands_above(folded: str, row: Row) -> bool:
    """
    Whether a line may be the first of a title: an organ's, or a place's that looks like furniture.
    """
    if row.kind == "navigation":
        return (
            bool(_places_only(folded, row.span))
            and folded[row.span.end + 1 : row.span.end + 2] != "\n"
        )
    return row.kind == "author" and _is_organ(folded, row.span)


def _places_only(folded: str, span: Span) -> bool:
    words = _words(folded, span)
    return sum(map(len, read_place(words, 0, len(words)))) == len(words)


def _without_label(folded: str, span: Span) -> Span:
    label = _LABEL.match(folded, *span)
    start, end = label.end() if label and label.end() < span.end else span.start, span.end
    if signed := _SIGNED.search(folded, start, end):
        end = signed.start()
    if folded[start] == "《" and folded.find("》", start, end) == end - 1:
        return Span(start + 1, end - 1)
    return Span(start, end)


def _words(folded: str, span: Span) -> str:
    return "".join(folded[span.slice()].split())


def _is_organ(folded: str, span: Span) -> bool:
    """
    Whether a line holds names of organs, or that of a place, and nothing else.
    """
    words = _words(folded, span)
    organ = read_organ(words, 0, len(words))
    while organ and organ.kind and organ.end < len(words):
        organ = read_organ(words, organ.end, len(words))
    return bool(organ and organ.end >= len(words))


def _titled(folded: str, block: tuple[Span, ...]) -> tuple[Span, ...]:
    """
    Return the lines of a block that are the title: with the organs above that it goes on from.
    """
    own = tuple(dropwhile(partial(_is_organ, folded), block))
    if own and _GOES_ON.match(_words(folded, own[0])):
        return block
    return own


def _weight(folded: str, block: tuple[Span, ...]) -> tuple[bool, bool]:
    """
    Return what speaks for a block: a title's noun at its end, a year or 关于 in it.
    """
    words = "".join(_words(folded, span) for span in block)
    return bool(_NOUN.search(words)), bool(_DATED.search(words))
