"""
Rules on dates in the running text: impossible, reversed, of the wrong year, not yet come.
"""

from __future__ import annotations

import calendar
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from fazhi.checks.dates_signed import read_date
from fazhi.checks.form_slip import Seen, Slip, rule
from fazhi.model import Check, Section, Span
from fazhi.model.audit import Examined
from fazhi.text.patterns import lazy


_MONTH = lazy(r"月(?:(?P<day>\d{1,2})日)?")
_LEAD = lazy(r"(?:(?<!\d)(?P<year>(?:19|20)\d\d)年)?(?<!\d)(?P<month>\d{1,2})\Z")
_LEAP = 2024  # where no year is given, 29 February may be right
_DASH = "[-—–―~至到]{1,2}"
_RANGE = lazy(rf"20(?<![\d—–-]20)(?P<first>\d\d)年?{_DASH}20(?P<last>\d\d)年")
_SAME_MONTH = lazy(rf"日{_DASH}(?P<day>\d{{1,2}})日")
_DASHES = ("至", "到", "-", "—", "——", "~", "–")
# Behind a date: it is the beginning or the end of a time, or belongs to a document.
_SINCE = (
    "起",
    "以来",
    "前",
    "之前",
    "以前",
    "底前",
    "末",
    "底",
    "开始",
    "至",
    "-",
    "—",
    "到",
    "施行",
    "实施",
    "生效",
)
_BEFORE = lazy(r"》[^。,;]{0,6}\Z|(?:自|从|到|至|截止|截至|截止到|截至到|-|—|~)\Z")


class _Day(NamedTuple):
    """
    A date in the text.

    Attributes:
        span: Where it stands.
        year: Its year, None where it is not said.
        month: Its month, as written.
        day: Its day, as written; None where it is not said.
    """

    span: Span
    year: int | None
    month: int
    day: int | None


@lru_cache(maxsize=1)  # four rules in a row ask the same
def _days(examined: Examined) -> tuple[_Day, ...]:
    """
    Return all dates of a month at least, in text order.
    """
    folded, found = examined.document.folded, []
    for match in _MONTH.finditer(folded):
        if not folded[match.start() - 1].isdigit():
            continue
        low = max(0, match.start() - 8)
        lead = _LEAD.search(folded[low : match.start()])
        if lead:
            year, day = lead["year"], match["day"]
            span = Span(low + lead.start(), match.end())
            found.append(
                _Day(
                    span, int(year) if year else None, int(lead["month"]), int(day) if day else None
                )
            )
    return tuple(found)


def _last(year: int, month: int, day: int) -> int:
    """
    Return the last day of a month, which only some days need to know.
    """
    return 28 if day <= 28 else calendar.monthrange(year, month)[1]


def _impossible(examined: Examined) -> Iterator[Slip]:
    for span, year, month, day in _days(examined):
        if 1 <= month <= 12 and 1 <= (day or 1) <= _last(year or _LEAP, month, day or 1):
            continue
        words = examined.report.text[span.slice()]
        # 15月 without a year or a day may be a count of months that lost its 个.
        if day is not None or year is not None:
            yield Slip(
                (span,), f"“{words}”这一天不存在", f"there is no such day as {words}", (words,)
            )


def _reversed(examined: Examined) -> Iterator[Slip]:
    folded = examined.document.folded
    for match in _RANGE.finditer(folded):
        if match["first"] > match["last"]:
            yield _backwards(Span(*match.span()), match[0], f"{match['first']} > {match['last']}")
    days = _days(examined)
    for first, last in pairwise(days):
        between = folded[first.span.end : last.span.start]
        if between not in _DASHES or None in (first.day, last.day) or last.month != first.month:
            continue
        if last.year in (None, first.year) and (first.day or 0) > (last.day or 0):
            span = Span(first.span.start, last.span.end)
            yield _backwards(span, folded[span.slice()], f"{first.day} > {last.day}")
    for first in days:
        behind = _SAME_MONTH.match(folded, first.span.end - 1) if first.day else None
        if behind and (first.day or 0) > int(behind["day"]):
            span = Span(first.span.start, behind.end())
            yield _backwards(span, folded[span.slice()], f"{first.day} > {behind['day']}")


def _backwards(span: Span, words: str, formula: str) -> Slip:
    return Slip((span,), f"“{words}”起止颠倒", f"{words} ends before it begins", (words,), formula)


def _places(examined: Examined) -> Iterator[tuple[_Day, Section]]:
    """
    Yield the dates at which something happened, with their chapters.
    """
    report, folded = examined.report, examined.document.folded
    chapters = report.sections
    starts = [chapter.span.start for chapter in chapters]
    ends = [citation.span.end for citation in report.citations]
    own = [span for spans in report.meta.evidence.values() for span in spans]
    for found in _days(examined):
        span, year, month, _ = found
        if year is None or not 1 <= month <= 12 or folded.startswith(_SINCE, span.end):
            continue
        if _BEFORE.search(folded[max(0, span.start - 16) : span.start]):
            continue
        # Inside of a title, or behind one as its own date.
        after = bisect_right(ends, span.start - 3)
        if after < len(ends) and report.citations[after].span.start <= span.start:
            continue
        place = bisect_right(starts, span.start) - 1
        if place >= 0 and span in chapters[place].span and not any(span in other for other in own):
            yield found, chapters[place]


def _future(examined: Examined) -> Seen:
    meta = examined.report.meta
    day = read_date(meta.date) or read_date(meta.published)
    if day is None:
        return "unknown"
    return _not_yet(examined, day)


def _not_yet(examined: Examined, signed: date) -> Iterator[Slip]:
    for (span, year, month, day), section in _places(examined):
        if section.role in ("plans", "recommendations"):
            continue
        if (year or 0, month, day or 1) > (signed.year, signed.month, signed.day):
            words = examined.report.text[span.slice()]
            yield Slip(
                (span, *examined.report.meta.evidence.get("date", ())),
                f"“{words}”晚于成文日期{signed}",
                f"{words} lies after the date of signature {signed}",
                (words, str(signed)),
                f"{words} > {signed}",
            )


def _other_year(examined: Examined) -> Seen:
    meta = examined.report.meta
    if meta.kind not in ("annual_report", "work_summary") or meta.year is None:
        return "not_applicable"
    return _past(examined, meta.year)


def _past(examined: Examined, reported: int) -> Iterator[Slip]:
    spans = tuple(
        span
        for (span, year, _, _), section in _places(examined)
        if section.role in ("achievements", "overview") and (year or 0) < reported
    )
    if spans:
        words = tuple(examined.report.text[span.slice()] for span in spans)
        yield Slip(
            spans,
            f"“{'”“'.join(words)}”不在报告年度{reported}年内，请核对是否为当年工作",
            f"not in {reported}, the year reported on: {', '.join(words)}",
            (*words, str(reported)),
        )


_HEAD = "五华区人民政府关于2023年度法治政府建设情况的报告\n现将2023年法治政府建设情况报告如下。\n"
_TAIL = (
    "二、存在问题\n执法力量不足。\n三、下一步打算\n加强执法培训。\n五华区人民政府\n2024年2月7日\n"
)
_YEAR = "法治政府建设与责任落实督察工作规定 (厅字〔2019〕28号): 报告上一年度情况"
_NUMERALS = "出版物上数字用法 (GB/T 15835-2011)"

DAYS: tuple[Check, ...] = (
    rule(
        "FZ407", "date-impossible", "日期不存在", "error", _impossible,
        about="A day is named that no calendar has.",
        source="公历 (GB/T 7408 日期和时间表示法)",
        fires=_HEAD + "一、工作成效\n2月30日召开常务会议，办理案件5件。\n" + _TAIL,
        silent=_HEAD + "一、工作成效\n2月28日召开常务会议，办理案件5件。\n" + _TAIL,
    ),
    rule(
        "FZ408", "period-reversed", "起止时间颠倒", "warning", _reversed,
        about="A period ends before it begins.",
        source=_NUMERALS,
        fires=_HEAD + "一、工作成效\n制定2025—2021年立法规划，办理案件5件。\n" + _TAIL,
        silent=_HEAD + "一、工作成效\n制定2021—2025年立法规划，办理案件5件。\n" + _TAIL,
    ),
    rule(
        "FZ409", "event-after-signature", "所述事项晚于成文", "warning", _future,
        about="The text tells of an event on a day after the date of signature.",
        source="党政机关公文处理工作条例 第九条: 成文日期署会议通过或者发文机关负责人签发的日期",
        fires=_HEAD + "一、工作成效\n2024年5月12日，区政府召开常务会议3次。\n" + _TAIL,
        silent=_HEAD + "一、工作成效\n2023年5月12日，区政府召开常务会议3次。\n" + _TAIL,
    ),
    rule(
        "FZ410", "event-of-another-year", "所述事项不在当年", "info", _other_year,
        about="An act of an earlier year is told among the results of the year reported on.",
        source=_YEAR,
        fires=_HEAD + "一、工作成效\n立法联系点于2022年9月27日授牌，办理案件5件。\n" + _TAIL,
        silent=_HEAD + "一、工作成效\n立法联系点于2023年9月27日授牌，办理案件5件。\n" + _TAIL,
    ),
)  # fmt: skip
