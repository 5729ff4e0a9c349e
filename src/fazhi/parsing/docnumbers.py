"""
Document numbers such as 国办发〔2023〕27号 and 国务院令第713号.

All of them hold a 号, but for those that lost it, so the scan goes from 号 to
号 and reads backwards in a short window; it looks at nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fazhi.text.patterns import lazy


_OPEN = r"[〔\[【﹝〖「(]"
_CLOSE = r"[〕\]】﹞〗」)]"
_YEAR = r"(?:19|20) ?[0-9] ?[0-9]"
_SERIAL = r"[0-9](?: ?[0-9]){0,4}"
_ORDINAL = r"(?:[0-9](?: ?[0-9]){0,4}|[〇零一二三四五六七八九十百]{1,7})"

# 〔2018〕52号 and its damaged forms: one of the two brackets may be lost, the two may differ.
_DATED = lazy(rf"(?:{_OPEN} ?{_YEAR} ?{_CLOSE}?|{_YEAR} ?{_CLOSE}) ?第? ?{_SERIAL} ?号\Z")
# 令第713号, 公告2023年第5号, 令(第5号): the noun stands before.
_ORDER = lazy(rf"(?:令|公告|通告) ?\(?(?:{_YEAR} ?年? ?)?(?:第 ?{_ORDINAL}|[0-9]{{1,5}}) ?号\Z")
# 第713号令: the noun stands behind.
_ORDERED = lazy(rf"(?:{_YEAR} ?年 ?)?第 ?{_ORDINAL} ?号\Z")
_NOUN_BEHIND: Final = ("令", "公告", "通告")
# A number that lost its 号.
_CUT = lazy(rf"{_OPEN} ?{_YEAR} ?{_CLOSE} ?第? ?[0-9]{{1,5}}(?![0-9 ]{{0,2}}[号0-9.%])")
_SERIAL_ENDS: Final = frozenset("0123456789〇零一二三四五六七八九十百 ")

# What stands before an issuer's sign and is no part of it: the end of a date, verbs, particles. No
# character is listed that a place's sign may start with (日政发, 即政发, 并政发).
_LEAD = lazy(
    r"(?:(?<=[0-9])[年月日]起?)?"
    r"(?:.*(?:根据|按照|依据|依照|遵照|遵循|参照|对照|落实|贯彻|执行|实施|学习|印发|转发|下发|制发|制定|出台|下达"
    r"|发布|公布|颁布|收到|报送|提交|批准|废止|修改|通过|经过|会同|关于|文件|文号|字号|编号|号码|简称|参见|详见"
    r"|见于|载于|以及|[的是了把被按据以及与为用号]))?"
)
_JOINTS: Final = frozenset("和或、由以对")
_CJK: Final = ("一", "鿿")
_LONGEST_SIGN: Final = 20
# Signs that end in one of these are signs even in round brackets.
_SIGN_ENDS: Final = frozenset(
    "发函办字电文规通知复令报呈请议府政法委党组厅局公告释建综财人教卫安环市常检审监司商农水林"
)
# Signs of cases in court, which are no documents.
_COURT: Final = ("初字", "终字", "执字", "破字", "再字", "申字", "赔字", "民字", "刑字")


def docnumbers(folded: str) -> list[tuple[int, int]]:
    """
    Find all document numbers.

    Args:
        folded: Folded text.

    Returns:
        Start and end of each number with its issuer's sign, without 文 or 文件 behind it, in text order.
    """
    found = [*_with_mark(folded), *_without_mark(folded)]
    found.sort()
    return found


def _with_mark(folded: str) -> Iterator[tuple[int, int]]:
    """
    Yield the numbers that end with 号 (or 号令), found from their end.
    """
    at = folded.find("号")
    while at >= 0:
        if at and folded[at - 1] in _SERIAL_ENDS:
            number = _read_back(folded, at + 1)
            if number:
                yield number
        at = folded.find("号", at + 1)


def _read_back(folded: str, end: int) -> tuple[int, int] | None:
    """
    Read the number whose 号 ends at *end*.
    """
    low = max(0, end - 24)
    window = folded[low:end]
    if dated := _DATED.search(window):
        return _dated(folded, low + dated.start(), end)
    if order := _ORDER.search(window):
        start = _sign_start(folded, low + order.start())
        end += folded.startswith(")", end) and "(" in order[0]
        return start, end
    for noun in _NOUN_BEHIND:
        if folded.startswith(noun, end) and (ordered := _ORDERED.search(window)):
            return _sign_start(folded, low + ordered.start()), end + len(noun)
    return None


def _dated(folded: str, bracket: int, end: int) -> tuple[int, int] | None:
    """
    Put the sign before a bracketed year; None where it is a case or a mere year.
    """
    start = _sign_start(folded, bracket)
    sign = folded[start:bracket].rstrip(" ")
    if sign.endswith(_COURT):
        return None
    if not sign and folded[bracket] in "(0123456789" and folded[bracket - 1 : bracket] != "》":
        return None
    if sign and folded[bracket] == "(" and sign[-1] not in _SIGN_ENDS:
        return None
    return start, end


def _without_mark(folded: str) -> Iterator[tuple[int, int]]:
    """
    Yield the numbers whose 号 was lost; only a sign before an angular bracket makes them sure.
    """
    for mark in "〔[【﹝":
        at = folded.find(mark)
        while at >= 0:
            if cut := _CUT.match(folded, at):
                start = _sign_start(folded, at)
                sign = folded[start:at].rstrip(" ")
                if len(sign) >= 2 and sign[-1] in _SIGN_ENDS:
                    yield start, cut.end()
            at = folded.find(mark, at + 1)


def _sign_start(folded: str, at: int) -> int:
    """
    Return where the issuer's sign that ends at *at* starts; *at* itself where there is none.
    """
    stop = at - 1 if folded[at - 1 : at] == " " else at
    start = stop
    low = max(0, stop - _LONGEST_SIGN)
    while start > low and _CJK[0] <= folded[start - 1] <= _CJK[1]:
        start -= 1
    if start < stop and (lead := _LEAD.match(folded, start, stop)):
        start = lead.end()
    if 0 < start < stop and folded[start - 1] in "》)号、" and folded[start] in _JOINTS:
        start += 1
    return start if start < stop else at
