"""
The parts of a document in which its place is sought, and a place found there.
"""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from fazhi.model import Span
from fazhi.parsing.row_kinds import head_lines, national_rules, tail_lines
from fazhi.text.patterns import lazy


HEAD, TAIL = 1500, 400
LONGEST_LINE, TAIL_LINES = 100, 14
_GENRE = lazy("报告|总结|汇报|工作情况|建设情况|意见|要点|计划|方案|安排|规划|分工")
_SUBJECT = lazy(
    "法治|依法行政|政府工作|执法|审议|视察|调研|检查|行政|人大|研究处理|普法|检察|审判|国务院|决议|工作总结|工作报告"
)
_FURNITURE = lazy(
    "首页|当前位置|您所在|您现在|>|来源|浏览|字号|字体|打印|无障碍|今天是|上一篇|下一篇|主办|版权"
)


class Clue(NamedTuple):
    """
    A place named where reports name their own.

    Attributes:
        names: Names as written, from the outermost in; empty for the nation.
        span: Where.
        department: Whether the report is on an organ's own work, None where this does not tell.
    """

    names: tuple[str, ...]
    span: Span
    department: bool | None = None


class View(NamedTuple):
    """
    The parts of a document in which clues are sought.

    Attributes:
        folded: Folded text.
        head: Lines before the body, without those of the hosting page.
        body: Offset of the body.
        tail: Last lines.
        titles: Indices in *head* of the lines with a title's noun.
    """

    folded: str
    head: tuple[Span, ...]
    body: int
    tail: tuple[Span, ...]
    titles: tuple[int, ...]


def view_of(folded: str) -> View:
    """
    Return the lines before the body and the last ones; the body begins with the first 。, 如下: or 一、.
    """
    rules = national_rules()
    head, body = [], 0
    for begin, end in head_lines(folded, min(HEAD, len(folded)), rules[0]):
        if (
            end - begin > LONGEST_LINE
            or "。" in folded[begin:end]
            or folded.startswith("一、", begin)
            or folded.endswith(("如下:", "如下"), begin, end)
        ):
            body = begin
            break
        head.append(Span(begin, end))
        body = end
    lines = [s for s in head if not _FURNITURE.search(folded, s.start, s.end)]
    titles = tuple(i for i, s in enumerate(lines) if _is_title(folded, s))
    start = max(body, len(folded) - TAIL)
    tail = [Span(*line) for line in islice(tail_lines(folded, start, rules[1]), TAIL_LINES)]
    return View(folded, tuple(lines), body, tuple(reversed(tail)), titles)


def _is_title(folded: str, line: Span) -> bool:
    text = folded[line.start : line.end]
    return (
        bool(_GENRE.search(text) and _SUBJECT.search(text)) and "。" not in text and text[-1] != ":"
    )
