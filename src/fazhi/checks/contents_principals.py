"""
Completeness: how far the report tells what the principals did (R4), in three steps.

Named at all, with acts that can be dated or found, with acts counted: a ritual
sentence takes the first step only.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from fazhi.checks.contents_reading import Answer, lacking
from fazhi.model import Span
from fazhi.model.audit import Examined
from fazhi.text.patterns import lazy


Grade = Literal["none", "mentioned", "named", "counted"]

_WHO = lazy(
    r"第一责任人|主要负责(?:人|同志)(?!员?出庭)|主要领导|党政一把手|(?:党委|[省市州县区镇乡委旗])书记"
)
_DID = lazy(
    r"主持|批示|讲授|授课|带头|听取|研究|部署|召开|调研|督办|过问|审定|签批|学法|推动解决|述法"
)
_DATED = lazy(r"\d{1,2}月\d{1,2}日|第[\d一二三四五六七八九十百]{1,5}次|先后")
_CORES = ("第一责任人", "主要负责", "主要领导", "一把手", "书记")
_BEFORE, _BEHIND = 2, 8
_STOPS = "。\n"
_COUNTED = frozenset(("次", "件", "件次", "场", "场次", "场(次)", "期", "项", "个"))
_GRADES: tuple[Grade, ...] = ("none", "mentioned", "named", "counted")


def grade(examined: Examined) -> tuple[Grade, list[Span]]:
    """
    Return how far the principals' acts are told, and the sentences that tell most.
    """
    shared = vars(examined)
    found: tuple[Grade, list[Span]] | None = shared.get("_principals")
    if found is None:
        best: Grade = "none"
        spans: list[Span] = []
        for told, span in _told(examined):
            if _GRADES.index(told) > _GRADES.index(best):
                best, spans = told, []
            if told == best:
                spans.append(span)
        found = shared["_principals"] = (best, spans)
    return found


def _told(examined: Examined) -> Iterator[tuple[Grade, Span]]:
    folded, last = examined.document.folded, 0
    counts = [m.span.start for m in examined.report.metrics if m.unit in _COUNTED]
    ahead = [s.span for s in examined.report.sections if s.role in ("plans", "problems")]
    for match in _named(folded):
        if match.start() < last or any(s.start <= match.start() < s.end for s in ahead):
            continue
        start = max(folded.rfind(sign, 0, match.start()) for sign in _STOPS) + 1
        ends = [at for sign in _STOPS if (at := folded.find(sign, match.end())) >= 0]
        last = min(ends, default=len(folded))
        span = Span(start, last)
        sentence = folded[start:last]
        if not _DID.search(sentence):
            yield "mentioned", span
        elif _counts(counts, Span(match.start(), last)):
            yield "counted", span
        else:
            yield ("named" if _DATED.search(sentence) else "mentioned"), span


def _named(folded: str) -> list[re.Match[str]]:
    """
    Return where a principal is named, in text order; finding the core words first is ten times as fast.
    """
    found: dict[int, re.Match[str]] = {}
    for core in _CORES:
        at = folded.find(core)
        while at >= 0:
            match = _WHO.search(folded, max(0, at - _BEFORE), at + _BEHIND)
            if match:
                found[match.start()] = match
            at = folded.find(core, at + len(core))
    return [found[start] for start in sorted(found)]


def _counts(counts: Sequence[int], span: Span) -> bool:
    """
    Whether one of *counts*, where figures start, stands in *span*.
    """
    place = bisect_left(counts, span.start)
    return place < len(counts) and counts[place] < span.end


def _none(examined: Examined) -> Answer:
    told, spans = grade(examined)
    texts = (
        "未见党政主要负责人履行推进法治建设第一责任人职责情况(R4)",
        "how the principals performed their duties (R4) is missing",
    )
    return ([lacking("FZ304", texts)] if told == "none" else []), spans


def _only_mentioned(examined: Examined) -> Answer | None:
    told, spans = grade(examined)
    if told == "none":
        return None
    texts = (
        "党政主要负责人履职(R4)只有表态,未写具体事项",
        "the principals' duties (R4) are mentioned, no act is named",
    )
    return ([lacking("FZ305", texts, spans[:1])] if told == "mentioned" else []), spans


def _not_counted(examined: Examined) -> Answer | None:
    told, spans = grade(examined)
    if told in ("none", "mentioned"):
        return None
    texts = (
        "党政主要负责人履职(R4)写明了事项,未写次数、件数",
        "acts of the principals (R4) are named, none is counted",
    )
    return ([lacking("FZ306", texts, spans[:1])] if told == "named" else []), spans


Step = tuple[str, tuple[str, str], str, Callable[[Examined], "Answer | None"], str, str]

# Code, names, what it checks, the function, and what stands in a report that fires and in one silent.
PRINCIPALS: tuple[Step, ...] = (
    (
        "FZ304",
        ("principals-missing", "缺第一责任人履职情况"),
        "The report owes how the heads of Party committee and government performed their duties (R4).",
        _none,
        "各部门分工落实。",
        "党政主要负责人切实履行推进法治建设第一责任人职责。",
    ),
    (
        "FZ305",
        ("principals-only-mentioned", "第一责任人履职无具体事项"),
        "R4 asks for acts; a sentence that duties were performed names none.",
        _only_mentioned,
        "党政主要负责人切实履行推进法治建设第一责任人职责。",
        "4月13日,县委书记主持召开县委全面依法治县委员会第二次会议。",
    ),
    (
        "FZ306",
        ("principals-not-counted", "第一责任人履职未计数"),
        "Acts that are counted can be compared with the year before; named acts cannot.",
        _not_counted,
        "4月13日,县委书记主持召开县委全面依法治县委员会第二次会议。",
        "党政主要负责人主持召开法治建设专题会议5次,作出批示29件次。",
    ),
)
