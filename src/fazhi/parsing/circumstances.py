"""
For whom and for when a figure holds: its scope and its period.

Both are read from the sentence in front of the number. A period is kept only
where it is not the report's year: an earlier year given for comparison, a
quarter, several years, a target.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from fazhi.knowledge.circumstance_words import SCOPES
from fazhi.model import Document
from fazhi.model.nodes import Scope
from fazhi.parsing.drafts import Quantity


# The rows of the table as groups 1, 2, …; the class of all their first characters is passed first,
# which makes the search quick, and looked behind again.
_SCOPE = re.compile(
    f"[省市州县区旗盟镇乡各所有相本我机以全](?<=(?={'|'.join(f'({row.pattern})' for row in SCOPES)})(?s:.))"
)
_BY_GROUP = (None, *(row.scope for row in SCOPES))
# No scope is said without one of 全各级属直本局, 部门, 乡镇, 县市 and 以.政府为.
_SCOPE_SIGN = re.compile(
    "[全各级属直本局部乡县以](?:(?<![部乡县以])|(?<=部)门|(?<=乡)镇|(?<=县)市|(?<=以).政府为)"
)
# The look-ahead lets the engine pass over most characters at one test.
_TIME = re.compile(
    r"(?=[\d第近上去明次今本当全下一二三四两五])(?:"
    r"(?P<from>20\d\d)年?[-—~至到](?P<to>20\d\d)年(?!\d{1,2}月)"
    r"|(?P<begin>20\d\d)年(?P<first>\d{1,2})月?份?[-—~至到](?:(?P<end>20\d\d)年)?(?P<final>\d{1,2})月"
    r"|(?P<year>(?:19|20)\d\d)年(?:(?P<month>\d{1,2})月(?!份?[-—至])|(?P<quarter>[一二三四])季度|(?P<half>[上下])半年)?"
    r"|(?P<months>\d{1,2})月?[-—~至到](?P<last>\d{1,2})月|(?P<single>\d{1,2})月份"
    r"|(?:第)?(?P<q>[一二三四])季度|(?P<h>[上下])半年"
    r"|近(?P<near>[两二三四五六七八十]|\d{1,2})年|(?P<since>[两二三四五])年来"
    r"|(?P<past>上年|去年|上年度)|(?P<next>明年|次年)|(?P<now>今年|本年度?|当年|全年))"
)
# Without one of these, words change neither scope nor period.
_ANY_SIGN = re.compile("[。\n年月季全各级属直本局部乡县以]")
# 较2022年, 比上年同期: what the figure is compared with, not when it holds.
_COMPARED = ("比", "较", "同", "与", "于", "对")
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_REACH = 160


Circumstance = tuple[Scope | None, str | None]


def circumstances(
    document: Document, found: Sequence[Quantity], year: int | None
) -> list[Circumstance]:
    """
    Return scope and period of each quantity, None where the text does not say.

    Args:
        document: The text.
        found: Its quantities, in text order.
        year: The year that the report is on.
    """
    folded, sign_in = document.folded, _ANY_SIGN.search
    out: list[Circumstance] = []
    last = 0
    scope: Scope | None = None
    period: str | None = None
    for quantity in found:
        start = quantity.start
        floor = max(last, start - _REACH)
        if floor > last or sign_in(folded, floor, start):
            cut = max(folded.rfind("。", floor, start), folded.rfind("\n", floor, start))
            if cut >= 0 or floor > last:
                scope, period, floor = None, None, max(floor, cut + 1)
            words = folded[floor:start]
            scope = _scope(words) or scope
            period = _period(words, year, period)
        out.append((scope, period))
        if quantity.unit != "年":  # 近五年 says when
            last = quantity.end
    return out


def _scope(words: str) -> Scope | None:
    if not _SCOPE_SIGN.search(words):
        return None
    return _BY_GROUP[min([match.lastindex or 0 for match in _SCOPE.finditer(words)], default=0)]


def _period(words: str, year: int | None, before: str | None) -> str | None:
    """
    Return the period said last in *words*; *before* where none is said.
    """
    if "年" not in words and "月" not in words and "季" not in words:
        return before
    said = None
    for match in _TIME.finditer(words):
        start = match.start()
        if start and words[start - 1] in _COMPARED:
            continue
        if words.rfind("《", 0, start) > words.rfind("》", 0, start):
            continue  # a year in a title
        said = match
    return before if said is None else _iso(said, year)


def _iso(match: re.Match[str], year: int | None) -> str | None:
    """
    Return a time expression as ISO; None for the report's year and where that is unknown.
    """
    said, kind = match.group, match.lastgroup
    if kind == "to":
        return f"{said('from')}/{said('to')}"
    if kind == "final":
        begin, end = said("begin"), said("end") or said("begin")
        return f"{begin}-{int(said('first')):02}/{end}-{int(said('final')):02}"
    written = said("year")
    base = int(written) if written else year
    if base is None or kind == "now":
        return None
    if kind in {"past", "next"}:
        return str(base - 1 if kind == "past" else base + 1)
    if span := said("near") or said("since"):
        count = int(span) if span.isdigit() else _DIGITS[span]
        return f"{base - count + 1}/{base}"
    if kind == "last":
        return f"{base}-{int(said('months')):02}/{base}-{int(said('last')):02}"
    if month := said("month") or said("single"):
        return f"{base}-{int(month):02}"
    if quarter := said("quarter") or said("q"):
        return f"{base}-Q{_DIGITS[quarter]}"
    if half := said("half") or said("h"):
        return f"{base}-01/{base}-06" if half == "上" else f"{base}-07/{base}-12"
    return None if base == year else str(base)
