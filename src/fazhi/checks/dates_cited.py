"""
Rules on what a report cites at the wrong time: outlines out of their years, repealed laws, things to come.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from fazhi.checks.dates_signed import read_date
from fazhi.checks.form_slip import Seen, Slip, rule
from fazhi.knowledge import Instrument, read_document_number, resolve
from fazhi.model import Check, Citation, Span
from fazhi.model.audit import Examined
from fazhi.text.patterns import lazy


# Plans and outlines carry the years they are for.
_YEARS = lazy(r"\((?P<first>20\d\d)年?[-—–―~至到]{0,2}(?P<last>20\d\d)年?\)")
# A thing that is over may be told of: how it ended, what it became; 完成时限 is yet to come.
_OVER = lazy(
    "评估|收官|终期|总结|完成(?!时|期)|废止|修改|清理|原|取代|以来|期间|修订|删去|替代|失效|到期|新旧"
)
_AROUND = 18
# What was first heard of on a day; the day is that of the communiqué or the meeting.
_NEWS = (
    ("十九届四中全会", date(2019, 10, 31)),
    ("十九届五中全会", date(2020, 10, 29)),
    ("习近平法治思想", date(2020, 11, 16)),
    ("十九届六中全会", date(2021, 11, 11)),
    ("党的二十大精神", date(2022, 10, 16)),
    ("二十届二中全会", date(2023, 2, 28)),
    ("二十届三中全会", date(2024, 7, 18)),
    ("二十届四中全会", date(2025, 10, 23)),
)


def _around(examined: Examined, span: Span) -> str:
    folded = examined.document.folded
    return folded[max(0, span.start - _AROUND) : span.end + _AROUND]


def _known(examined: Examined) -> Iterator[tuple[Citation, Instrument]]:
    """
    Yield the citations that name a national instrument.
    """
    for citation in examined.report.citations:
        instrument = resolve(citation)
        if instrument is None or citation.status in ("draft", "consultation"):
            continue
        yield citation, instrument


def _is_over(examined: Examined, span: Span) -> bool:
    """
    Whether the words around a citation speak of the end of what it names.
    """
    return bool(_OVER.search(_around(examined, span)))


def _latest(examined: Examined) -> date | None:
    """
    Return the last day that a report can know of.
    """
    meta = examined.report.meta
    day = read_date(meta.date) or read_date(meta.published)
    if day is None and meta.year is not None:
        day = date(meta.year + 1, 12, 31)
    return day


def _is_planned(examined: Examined, span: Span) -> bool:
    """
    Whether a place speaks of the time to come.
    """
    return any(
        span in section.span and section.role in ("plans", "recommendations")
        for section in examined.report.sections
    )


def _stale_outlines(examined: Examined) -> Seen:
    year = examined.report.meta.year
    return "unknown" if year is None else _over(examined, year)


def _over(examined: Examined, year: int) -> Iterator[Slip]:
    folded = examined.document.folded
    for citation in examined.report.citations:
        match = _YEARS.search(folded, *citation.span) if citation.kind == "plan" else None
        if match is None:
            continue
        last = int(match["last"])
        if last >= year or _is_over(examined, citation.span):
            continue
        # The year after the end still reports on what was done under it.
        yield Slip(
            (citation.span,),
            f"引用的规划{match[0]}已过期，报告年度为{year}年",
            f"the plan cited ran until {last}, the report is on {year}",
            (match[0], str(year)),
            f"{last} < {year}",
            None
            if "法治政府建设实施纲要" in (citation.title or "") and last + 1 < year
            else "info",
        )


def _early_outlines(examined: Examined) -> Seen:
    latest = _latest(examined)
    return "unknown" if latest is None else _too_early(examined, latest)


def _too_early(examined: Examined, latest: date) -> Iterator[Slip]:
    for citation, instrument in _known(examined):
        if instrument.first <= latest.year or _is_over(examined, citation.span):
            continue
        if not _is_planned(examined, citation.span):
            yield Slip(
                (citation.span,),
                f"《{instrument.title}》{instrument.first}年才发布，晚于本报告（{latest.year}年）",
                f"{instrument.title} dates from {instrument.first}, the report from {latest.year}",
                (instrument.title, str(instrument.first)),
                f"{instrument.first} > {latest.year}",
            )


def _repealed(examined: Examined) -> Seen:
    year = examined.report.meta.year
    return "unknown" if year is None else _after_repeal(examined, year)


def _after_repeal(examined: Examined, year: int) -> Iterator[Slip]:
    for citation, instrument in _known(examined):
        if instrument.last is None or instrument.level == "policy" or instrument.last >= year:
            continue
        if _is_over(examined, citation.span):
            continue
        yield Slip(
            (citation.span,),
            f"《{instrument.title}》已于{instrument.last}年失效，报告年度为{year}年",
            f"{instrument.title} was in force until {instrument.last}, the report is on {year}",
            (instrument.title, str(instrument.last)),
            f"{instrument.last} < {year}",
        )


def _future_numbers(examined: Examined) -> Seen:
    latest = _latest(examined)
    return "unknown" if latest is None else _to_come(examined, latest)


@lru_cache(maxsize=4096)  # reports cite the same documents
def _year_of(number: str) -> int | None:
    """
    Return the year in a document number.
    """
    read = read_document_number(number)
    return read.year if read else None


def _to_come(examined: Examined, latest: date) -> Iterator[Slip]:
    for citation in examined.report.citations:
        year = _year_of(citation.number) if citation.number else None
        if year and year > latest.year:
            yield Slip(
                (citation.span,),
                f"文号“{citation.number}”的年份晚于本报告（{latest.year}年）",
                f"document number {citation.number} is of {year}, the report of {latest.year}",
                (citation.number or "", str(latest.year)),
                f"{year} > {latest.year}",
            )


def _anachronisms(examined: Examined) -> Seen:
    latest = _latest(examined)
    return "unknown" if latest is None else _unheard(examined, latest)


def _unheard(examined: Examined, latest: date) -> Iterator[Slip]:
    folded = examined.document.folded
    for words, day in _NEWS:
        place = folded.find(words) if day > latest else -1
        if place >= 0:
            yield Slip(
                (Span(place, place + len(words)),),
                f"“{words}”始于{day}，晚于本报告（{latest}）",
                f"{words} dates from {day}, the report from {latest}",
                (words, str(day)),
                f"{day} > {latest}",
            )


_HEAD = "五华区人民政府关于2023年度法治政府建设情况的报告\n一、工作成效\n"
_TAIL = "\n二、存在问题\n执法力量不足。\n五华区人民政府\n2024年2月7日\n"
_TABLE = "国家法律法规数据库 (flk.npc.gov.cn)"
_NUMBERS = "党政机关公文格式 (GB/T 9704-2012) 7.2.5: 发文字号由发文机关代字、年份、发文顺序号组成"

CITED: tuple[Check, ...] = (
    rule(
        "FZ414", "plan-out-of-date", "引用过期规划", "warning", _stale_outlines,
        about="An outline or plan is cited whose years were over before the year reported on; above info for the outline on law-based government, two years after its end.",
        source="法治政府建设实施纲要(2015—2020年), (2021—2025年)",
        fires=_HEAD + "落实《法治政府建设实施纲要（2015—2020年）》，办理案件5件。" + _TAIL,
        silent=_HEAD + "落实《法治政府建设实施纲要（2021—2025年）》，办理案件5件。" + _TAIL,
    ),
    rule(
        "FZ415", "instrument-not-yet-issued", "引用尚未发布的文件", "warning", _early_outlines,
        about="A law or outline is cited that was issued after the report.",
        source=_TABLE,
        fires=_HEAD.replace("2023", "2018") + "落实《法治政府建设实施纲要（2021—2025年）》，办理案件5件。" + _TAIL.replace("2024", "2019"),
        silent=_HEAD + "落实《法治政府建设实施纲要（2021—2025年）》，办理案件5件。" + _TAIL,
    ),
    rule(
        "FZ416", "law-repealed", "引用已失效法律", "warning", _repealed,
        about="A law or regulation is cited that was no longer in force in the year reported on.",
        source=f"{_TABLE}; 民法典 第一千二百六十条",
        fires=_HEAD + "开展《中华人民共和国合同法》宣传5场。" + _TAIL,
        silent=_HEAD + "开展《中华人民共和国民法典》宣传5场。" + _TAIL,
    ),
    rule(
        "FZ417", "document-number-from-future", "文号年份晚于报告", "warning", _future_numbers,
        about="A document number carries a year after the report's own date.",
        source=_NUMBERS,
        fires=_HEAD + "落实《关于推进行政复议工作的通知》（云政发〔2025〕12号），办理案件5件。" + _TAIL,
        silent=_HEAD + "落实《关于推进行政复议工作的通知》（云政发〔2023〕12号），办理案件5件。" + _TAIL,
    ),
    rule(
        "FZ418", "term-before-its-time", "提法早于其出现", "warning", _anachronisms,
        about="A meeting or a term is named that did not exist when the report was signed: a wrong date, or a text of another year.",
        source="历次全会公报; 中央全面依法治国工作会议 (2020-11-16)",
        fires=_HEAD.replace("2023", "2019") + "学习党的二十届三中全会精神，开会3次。" + _TAIL.replace("2024", "2020"),
        silent=_HEAD + "学习党的二十大精神，开会3次。" + _TAIL,
    ),
)  # fmt: skip
