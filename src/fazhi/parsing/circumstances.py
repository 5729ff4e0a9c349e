"""
For whom and for when a figure holds: its scope and its period.

Both are read from the sentence in front of the number. A period is kept only
where it is not the report's year: an earlier year given for comparison, a
quarter, several years, a target.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

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
    r"|(?P<begin>20\d\d)年(?P<first>\d{1,2})月?份?(?:\d{1,2}日)?[-—~至到](?:(?P<end>20\d\d)年)?(?P<final>\d{1,2})月"
    r"|(?P<begun>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:以来|至今)"
    r"|(?P<year>(?:19|20)\d\d)年(?:(?P<month>\d{1,2})月(?!份?[-—至])|(?P<quarter>[一二三四])季度|(?P<half>[上下])半年)?"
    r"|(?P<months>\d{1,2})月?[-—~至到](?P<last>\d{1,2})月|(?P<single>\d{1,2})月份"
    r"|(?:第)?(?P<q>[一二三四])季度|(?P<h>[上下])半年"
    r"|近(?P<near>[两二三四五六七八十]|\d{1,2})年|(?P<since>[两二三四五])年来(?!首次|最|第)"
    r"|(?P<past>上年|去年|上年度)|(?P<next>明年|次年)|(?P<now>今年|本年度?|当年|全年))"
)
# Without one of these, words change neither scope nor period.
_ANY_SIGN = re.compile("[年月季全各级属直本局部乡县以]")
# 较2022年, 比上年同期: what the figure is compared with, not when it holds; 比上年和2000年 too.
_COMPARED = frozenset("比较同与于对")
_JOINTS = frozenset("和、")
# 是2010年的1.6倍, too.
_MULTIPLES = frozenset("倍%成")
# 被评为2022年度先进: when a prize was given.
_PRIZES = ("评为", "获评", "荣获", "获得", "授予")
# 由2010年的124亿元增加到211亿元: the year of the first one alone.
_FROM = ("由", "从")
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
        start, own = quantity.start, None
        floor = last if start - last < _REACH else start - _REACH
        words = folded[floor:start]
        if floor > last or "。" in words or "\n" in words:
            scope, period = None, None
            words = words[max(words.rfind("。"), words.rfind("\n")) + 1 :]
        if sign_in(words):
            scope = _scope(words) or scope
            period, own = _period(words, quantity.unit, year, period)
        out.append((scope, own or period))
        if quantity.unit != "年":  # 近五年 says when
            last = quantity.end
    return out


def _scope(words: str) -> Scope | None:
    if not _SCOPE_SIGN.search(words):
        return None
    return _BY_GROUP[min([match.lastindex or 0 for match in _SCOPE.finditer(words)], default=0)]


def _period(
    words: str, unit: str, year: int | None, before: str | None
) -> tuple[str | None, str | None]:
    """
    Return the period said last in *words*, which holds from here on, *before* where none is said;
    and one that is the figure's own.
    """
    if "年" not in words and "月" not in words and "季" not in words:
        return before, None
    said, compared = None, -1
    for match in _TIME.finditer(words):
        joined = match.start() - 1 == compared and words[compared] in _JOINTS
        if joined or _is_compared(words, match, unit):
            compared = match.end()
        elif not _is_aside(words, match):
            said = match
    if said is None:
        return before, None
    period = _iso(said, year)
    if words.endswith(_FROM, 0, said.start()) and words.startswith("的", said.end()):
        return before, period
    return period, None


def _is_compared(words: str, time: re.Match[str], unit: str) -> bool:
    """
    Whether a figure is compared with one of *time*: 比2022年增加27件, 是2010年的1.6倍.
    """
    start, end = time.span()
    if start and words[start - 1] in _COMPARED:
        return True
    return unit in _MULTIPLES and words.startswith("的", end) and len(words) - end <= 2


def _is_aside(words: str, time: re.Match[str]) -> bool:
    """
    Whether *time* stands in a title, the name of a prize or a remark in brackets before the figure.
    """
    start, end = time.span()
    if words.endswith(_PRIZES, 0, start) or words.rfind("《", 0, start) > words.rfind(
        "》", 0, start
    ):
        return True
    opened = words.rfind("(", 0, start)
    return opened > words.rfind(")", 0, start) and words.find(")", end) >= 0


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
    if kind in {"near", "since", "begun"}:
        return _years_to(base, said(kind), begun=kind == "begun")
    return _part_of(base, said) or (None if base == year else str(base))


def _years_to(year: int, span: str, *, begun: bool) -> str | None:
    """
    Return the years to *year* from the one that is *begun* (2008年以来), or so many (近五年).
    """
    number = int(span) if span.isdigit() else _DIGITS[span]
    first = number if begun else year - number + 1
    return f"{first}/{year}" if first < year else None


def _part_of(year: int, said: Callable[[str], str | None]) -> str | None:
    """
    Return the month, months, quarter or half of *year* that is said.
    """
    if last := said("last"):
        return f"{year}-{int(said('months') or 1):02}/{year}-{int(last):02}"
    if month := said("month") or said("single"):
        return f"{year}-{int(month):02}"
    if quarter := said("quarter") or said("q"):
        return f"{year}-Q{_DIGITS[quarter]}"
    if half := said("half") or said("h"):
        return f"{year}-01/{year}-06" if half == "上" else f"{year}-07/{year}-12"
    return None
