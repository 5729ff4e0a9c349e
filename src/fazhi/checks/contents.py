"""
Completeness: the contents that the annual report owes, R1 to R6, with what shows them.
"""

from __future__ import annotations

from collections.abc import Callable

from fazhi.checks.contents_principals import PRINCIPALS
from fazhi.checks.contents_reading import (
    AHEAD,
    DONE,
    FAULTS,
    HEADING,
    WHOLE,
    Answer,
    asked,
    body,
    chapters,
    contents_check,
    items,
    lacking,
)
from fazhi.model import Check, Span
from fazhi.model.audit import Examined
from fazhi.text.patterns import lazy


_LACKS = lazy(
    r"(?:存在|仍有|还有|面临)[^。\n]{0,24}(?:问题|不足|差距|短板|困难|薄弱)|(?:差距|短板|不足)[:,。]|有待(?:进一步)?(?:提高|加强|提升)"
)
_NEXT = lazy(r"下一步|下步|下一年|明年|今后一个时期|新的一年")
CAUSE = lazy(
    r"由于|原因|因为|(?<![基])因(?![地时此素势人])|加之|加上|导致|源于|根源|使得|致使|受[^。;,\n]{1,12}(?:影响|制约|限制)"
)
_OTHER = lazy(r"其他(?:需要)?(?:报告|说明)")


def _results(examined: Examined) -> Answer:
    found = chapters(examined, "achievements") or items(examined, "achievement")
    spans = [node.span for node in found]
    texts = (
        "未见上一年度主要举措和成效(R1)",
        "the year's measures and results (R1) are missing",
    )
    return ([] if spans else [lacking("FZ301", texts, warns=True)]), spans


def _problems(examined: Examined) -> Answer | None:
    found = chapters(examined, "problems") or items(examined, "problem")
    spans = [node.span for node in found]
    if not spans:
        mention = _last(examined, _LACKS.search)
        if mention is not None:
            return [], [mention]
    texts = ("未见存在的不足和问题(R2)", "shortcomings (R2) are missing")
    return ([] if spans else [lacking("FZ302", texts, warns=True)]), spans


def _last(examined: Examined, search: Callable[..., object]) -> Span | None:
    """
    Return the first match in the last third, where shortcomings and plans stand.
    """
    folded = examined.document.folded
    match = search(folded, len(folded) * 2 // 3)
    if match is None:
        return None
    start, end = match.span()  # type: ignore[attr-defined]
    return Span(start, end)


def _causes(examined: Examined) -> Answer | None:
    found = chapters(examined, "problems")
    if not found:
        return None
    folded = examined.document.folded
    spans: list[Span] = []
    for section in found:
        # A heading that announces causes gives none.
        match = CAUSE.search(folded, section.title_span.end, section.span.end)
        while match and match[0] == "原因" and folded[match.end() : match.end() + 1] in "\n。":
            match = CAUSE.search(folded, match.end(), section.span.end)
        if match:
            spans.append(Span(*match.span()))
    texts = ("未说明存在不足的原因(R3)", "no cause of the shortcomings (R3) is given")
    return ([] if spans else [lacking("FZ303", texts)]), spans


def _plans(examined: Examined) -> Answer:
    found = chapters(examined, "plans") or items(examined, "plan")
    spans = [node.span for node in found]
    if not spans:
        mention = _last(examined, _NEXT.search)
        if mention is not None:
            return [], [mention]
    texts = ("未见下一年度主要安排(R5)", "next year's arrangements (R5) are missing")
    return ([] if spans else [lacking("FZ307", texts, warns=True)]), spans


def _other_matters(examined: Examined) -> Answer | None:
    found = [s for s in examined.sections if s.title and _OTHER.search(s.title)]
    if not found:
        return None
    empty = [s for s in found if len(body(examined, s).strip(" \n\r　。:")) < 2]
    texts = (
        "“其他需要报告的情况”(R6)有标题而无内容",
        "other matters (R6) have a heading and nothing under it",
    )
    violations = [lacking("FZ308", texts, (section.title_span,)) for section in empty]
    return violations, [section.span for section in found]


RULES: tuple[Check, ...] = (
    contents_check(
        "FZ301",
        ("no-results", "缺主要举措和成效"),
        "The report owes the year's main measures and results (R1).",
        asked("FZ301", _results),
        HEADING + FAULTS + AHEAD,
        WHOLE,
    ),
    contents_check(
        "FZ302",
        ("no-problems", "缺存在的不足"),
        "The report owes the year's shortcomings (R2).",
        asked("FZ302", _problems),
        HEADING + DONE + AHEAD,
        WHOLE,
    ),
    contents_check(
        "FZ303",
        ("no-causes", "缺不足的原因"),
        "The report owes the causes of the shortcomings (R3); a heading that names them gives none.",
        asked("FZ303", _causes),
        WHOLE.replace("由于编制不足,", ""),
        WHOLE,
    ),
    *(
        contents_check(
            code,
            names,
            about,
            asked(code, run),
            WHOLE.replace("(一)规范", f"(一)压实责任。{fires}\n(二)规范"),
            WHOLE.replace("(一)规范", f"(一)压实责任。{silent}\n(二)规范"),
        )
        for code, names, about, run, fires, silent in PRINCIPALS
    ),
    contents_check(
        "FZ307",
        ("no-plans", "缺下一年度安排"),
        "The report owes next year's main arrangements (R5).",
        asked("FZ307", _plans),
        HEADING + DONE + FAULTS,
        WHOLE,
    ),
    contents_check(
        "FZ308",
        ("other-matters-empty", "其他需要报告的情况无内容"),
        "A chapter of other matters (R6) should say something or be left out.",
        asked("FZ308", _other_matters),
        WHOLE + "四、其他需要报告的情况\n",
        WHOLE + "四、其他需要报告的情况\n本年度未发生重大行政败诉案件。\n",
    ),
)
