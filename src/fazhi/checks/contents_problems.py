"""
Completeness: whether the shortcomings say who, how many and why, and what is done about them.
"""

from __future__ import annotations

from collections.abc import Sequence

from fazhi.checks.contents import CAUSE
from fazhi.checks.contents_reading import (
    AHEAD,
    DONE,
    FAULTS,
    HEADING,
    WHOLE,
    Answer,
    asked,
    chapters,
    contents_check,
    items,
    lacking,
    words,
)
from fazhi.checks.contents_topics import PATTERNS
from fazhi.model import Check, Finding, Section, Span
from fazhi.model.audit import Examined
from fazhi.text.patterns import lazy


_HEDGE = lazy(r"部分|个别|少数|有的|有些|一些|某些|一定程度|不同程度")
_SENTENCE = lazy(r"[。;!?]")
_BLANK = lazy(r"\s+")
_THIN = 50


def _open(examined: Examined) -> list[Finding]:
    """
    Return the problems, without the items of a list of causes.
    """
    return [
        finding
        for finding in items(examined, "problem")
        if finding.section is None or "原因" not in _title_above(examined, finding.section)
    ]


def _title_above(examined: Examined, section: str) -> str:
    above = section.rpartition(".")[0]
    if "." not in above:
        return ""
    return next((s.title for s in examined.sections if s.id == above), "")


def _hedged(examined: Examined) -> Answer | None:
    found = _open(examined)
    if len(found) < 2:
        return None
    spans = [finding.span for finding in found]
    plain = [s for s in spans if not _HEDGE.search(words(examined, s)) or _has_figure(examined, s)]
    texts = (
        "各项不足均以“部分”“个别”“少数”等模糊表述,无数据或对象",
        "all shortcomings are hedged (部分, 个别, 少数); none has a figure",
    )
    return ([] if plain else [lacking("FZ309", texts, spans)]), plain


def _has_figure(examined: Examined, span: Span) -> bool:
    return any(metric.span in span for metric in examined.report.metrics)


def _without_cause(examined: Examined) -> Answer | None:
    found = _open(examined)
    told = [f for f in found if CAUSE.search(words(examined, f.span))]
    # Causes told apart from the problems, or not at all, are the concern of FZ303.
    if len(found) < 2 or not told:
        return None
    left = [finding for finding in found if finding not in told]
    texts = (
        f"{len(left)}项不足未写原因:{_titles(left)}",
        f"{len(left)} of {len(found)} shortcomings have no cause",
    )
    spans = [finding.span for finding in left]
    return ([lacking("FZ310", texts, spans)] if left else []), [f.span for f in told]


def _titles(found: Sequence[Finding]) -> str:
    return "、".join(f"“{finding.title[:16]}”" for finding in found)


def _unanswered(examined: Examined) -> Answer | None:
    found, plans = _open(examined), items(examined, "plan")
    if not found or not plans:
        return None
    ahead: set[str] = {topic for plan in plans for topic in plan.topics}
    text = "".join(words(examined, section.span) for section in chapters(examined, "plans"))
    asked_for = {topic for problem in found for topic in problem.topics} - ahead
    ahead |= {topic for topic in asked_for & PATTERNS.keys() if PATTERNS[topic].search(text)}
    left = [f for f in found if f.topics and "other" not in f.topics and not ahead & set(f.topics)]
    texts = (
        f"{len(left)}项不足在下一步安排中未见对应措施:{_titles(left)}",
        f"next year's plans have nothing on the topic of {len(left)} of {len(found)} shortcomings",
    )
    spans = [finding.span for finding in left]
    answered = [finding.span for finding in found if finding not in left]
    return ([lacking("FZ311", texts, spans)] if left else []), answered


def _thin_plans(examined: Examined) -> Answer | None:
    found = chapters(examined, "plans")
    if not found:
        return None
    thin = len(found) == 1 and not found[0].children and _sentences(examined, found[0]) < 2
    texts = ("下一年度安排只有一句话", "next year's arrangements are one sentence")
    spans = [section.span for section in found]
    return ([lacking("FZ313", texts, spans)] if thin else []), spans


def _sentences(examined: Examined, section: Section) -> int:
    text = words(examined, Span(section.title_span.start, section.span.end))
    return len(_SENTENCE.findall(text)) + (not text.endswith(("。", ";", "!", "?")))


def _thin_problems(examined: Examined) -> Answer | None:
    found = chapters(examined, "problems")
    if not found:
        return None
    text = "".join(words(examined, section.span) for section in found)
    thin = len(_BLANK.sub("", text)) < _THIN
    texts = (
        f"存在的不足全文不足{_THIN}字",
        f"the chapter of shortcomings has fewer than {_THIN} characters",
    )
    spans = [section.span for section in found]
    return ([lacking("FZ314", texts, spans)] if thin else []), spans


_TWO = (
    "二、存在的问题\n(一)执法力量薄弱。由于编制不足,乡镇执法人员仅有5人。\n"
    "(二)普法形式单一。因经费有限,普法以发放资料为主。\n"
)
_BOTH = AHEAD + "(二)创新普法形式。开展以案释法和法治宣传。\n"

RULES: tuple[Check, ...] = (
    contents_check(
        "FZ309",
        ("problems-only-hedged", "不足表述全部模糊"),
        "Shortcomings that are all of 部分, 个别 or 少数, without a figure, name nobody who could act.",
        asked("FZ309", _hedged),
        HEADING
        + DONE
        + "二、存在的问题\n(一)执法不规范。个别单位执法程序不够规范。\n(二)普法不深入。部分乡镇普法形式单一。\n"
        + AHEAD,
        HEADING + DONE + _TWO + AHEAD,
    ),
    contents_check(
        "FZ310",
        ("problem-without-cause", "个别不足未写原因"),
        "Where some shortcomings have a cause (R3), the others owe theirs.",
        asked("FZ310", _without_cause),
        HEADING + DONE + _TWO.replace("因经费有限,", "") + AHEAD,
        HEADING + DONE + _TWO + AHEAD,
    ),
    contents_check(
        "FZ311",
        ("problem-without-plan", "不足无对应措施"),
        "A shortcoming should be answered by an item of next year's arrangements on its topic.",
        asked("FZ311", _unanswered),
        HEADING + DONE + _TWO + AHEAD,
        HEADING + DONE + _TWO + _BOTH,
    ),
    contents_check(
        "FZ313",
        ("plans-one-sentence", "下一年度安排只有一句"),
        "Arrangements (R5) in one sentence name no measure.",
        asked("FZ313", _thin_plans),
        HEADING + DONE + FAULTS + "三、2024年工作安排\n继续推进法治政府建设各项工作。\n",
        WHOLE,
    ),
    contents_check(
        "FZ314",
        ("problems-too-short", "不足一笔带过"),
        f"A chapter of shortcomings (R2) below {_THIN} characters says that there are some, not which.",
        asked("FZ314", _thin_problems),
        HEADING + DONE + "二、存在的问题\n法治政府建设还存在一些差距。\n" + AHEAD,
        HEADING + DONE + _TWO + AHEAD,
    ),
)
