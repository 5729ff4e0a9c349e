"""
Lines around a body that run into its first or last sentence, parted from it.
"""

from __future__ import annotations

import re

from fazhi.formats.lines import BODY_NOUN, HAN_DAY, ISO_DAY
from fazhi.formats.title_lines import REPORT_NOUN
from fazhi.model import Span
from fazhi.model.format import LineKind
from fazhi.parsing.drafts import Row
from fazhi.parsing.markers import opens_item
from fazhi.text.patterns import lazy


_ADDRESSED = rf"[^。,;:!?\s\d]{{0,36}}(?:{BODY_NOUN}|国务院|各位(?:代表|委员)):"
_GLUED_ADDRESSEE = lazy(
    rf"(?:(?![^:]{{0,40}}(?:如下|情况|现将|指出|建议)){_ADDRESSED}"
    r"|(?:尊敬的)?(?:[^。,;:!?\s\d]{0,36}、)?各位(?:代表|委员)[,!。])(?=\s*\S.{12})"
)
_GLUED_TITLE = lazy(
    rf"(?!根据|按照|依据|现|为|我|本|在)[^。,;:!?]{{2,70}}?{REPORT_NOUN}(?![^《》]{{0,40}}》)(?=\s*(?:(?:19|20)\d\d ?年|今年|近年|一年来|过去|一、|[-—–―─(]{{1,4}}(?:19|20)\d\d年"
    rf"|(?:发布|来源|信息|文章|时间|日期|索引)[^。,;]{{0,8}}:|(?![》的审研整办落]){_ADDRESSED}))"
)
_GLUED_AUTHOR = lazy(
    r"[^。,;:!?\s\d]{2,30}?(?:视察|调研|检查)组(?=[^。,;:]{2,36}:)|[^。,;:!?]{2,40}?(?=各位代表:)"
)
_GLUED_SESSION = lazy(
    r"(?:\([^。()]{0,40}在?[^。()]{4,60}(?:会议|大会)(?:上|通过)?\)|[-—–―─]{1,4}(?:19|20)\d\d年[^。]{0,20}在.{4,60}?(?:会议|大会)上)"
)
_GLUED_NUMBER = lazy(r"[^。,;:\s\d]{1,10}[〔\[](?:19|20)\d\d[〕\]]\s?\d{1,4}号(?=[^。,;:]{2,36}:)")
_GLUED: tuple[tuple[LineKind, re.Pattern[str], int], ...] = (
    ("title", _GLUED_TITLE, 110),
    ("session", _GLUED_SESSION, 110),
    ("navigation", _GLUED_NUMBER, 30),
    ("author", _GLUED_AUTHOR, 80),
    ("addressee", _GLUED_ADDRESSEE, 80),
)
_GLUED_END = lazy(
    rf"(?<=[。”!])\s*([^。,;:\d]{{2,60}}{BODY_NOUN})?\s*((?:{HAN_DAY}|{ISO_DAY}))"
    r"\s*([\[【(]?(?:打印|关闭|扫一扫|分享|责任编辑|上一篇|相关)[^。]{0,80})?$"
)
# The last character of a day, asked before the patterns that end in one.
DAY_ENDS = frozenset("0123456789日月")


def glued(text: str, start: int, addressed: bool) -> tuple[list[Row], int]:  # noqa: FBT001
    """
    Part a title, a session and an addressee from the sentence that they run into.
    """
    rows: list[Row] = []
    for kind, pattern, reach in _GLUED:
        if kind == "addressee" and addressed:
            continue
        found = pattern.match(text, start, min(len(text), start + reach))
        if found and not opens_item(found.group()):
            rows.append(Row(kind, Span(*found.span())))
            start = skip(text, found.end())
    return rows, start


def skip(text: str, position: int) -> int:
    """
    Return the offset of the first character from *position* on that is not blank.
    """
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def unglue(text: str, start: int, end: int, rows: list[Row]) -> tuple[list[Row], int]:
    """
    Part a signature and a date from the sentence that they run into.
    """
    low = max(start, end - 200)
    dated = rows == [] or text[low:end].rstrip()[-1:] in DAY_ENDS
    found = _GLUED_END.search(text, low, end) if dated else None
    if found is None:
        return rows, end
    kinds: tuple[LineKind, ...] = ("signature", "date", "navigation")
    parted = [Row(k, Span(*found.span(i))) for i, k in enumerate(kinds, 1) if found.group(i)]
    return parted + rows, found.start()
