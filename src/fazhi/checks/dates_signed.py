"""
Rules on when a report was signed and published: too late, too early, impossible.
"""

from __future__ import annotations

from datetime import date

from fazhi.checks.form_slip import Seen, Slip, rule
from fazhi.model import Check
from fazhi.model.audit import Examined
from fazhi.text import fold


# The first year that the regulation of 2019 asks a report on; before it the first quarter was the limit.
FIRST_YEAR = 2019
_YEARLY = ("annual_report", "work_summary")
# What has to be reported by then; other yearly reports have days of their own.
_LAW_BASED = ("法治", "依法")


def read_date(words: str | None) -> date | None:
    """
    Return an ISO date, None where it is none.
    """
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        return None


def _late(examined: Examined) -> Seen:
    return _after_limit(examined, "date", "成文", "signed")


def _published_late(examined: Examined) -> Seen:
    return _after_limit(examined, "published", "发布", "published")


def _after_limit(examined: Examined, field: str, done: str, done_en: str) -> Seen:
    meta = examined.report.meta
    if meta.kind != "annual_report" or meta.year is None or meta.year < FIRST_YEAR:
        return "not_applicable"
    if meta.title and not any(word in fold(meta.title).folded for word in _LAW_BASED):
        return "not_applicable"
    day = read_date(meta.date if field == "date" else meta.published)
    if day is None:
        return "unknown"
    limit = date(meta.year + 1, 4, 1)
    # A report that comes years later was asked for again or is filed under a wrong year.
    if day <= limit or day.year > meta.year + 1:
        return ()
    slip = Slip(
        meta.evidence.get(field, ()),
        f"{done}日期{day}晚于4月1日（{meta.year}年度报告应于{meta.year + 1}年4月1日之前公开）",
        f"{done_en} on {day}, after 1 April {meta.year + 1}",
        (str(day), str(limit)),
        f"{day} > {limit}",
        # Once is enough: what is signed late is published late.
        "info" if field == "published" and _is_late(meta.date, limit) else None,
    )
    return (slip,)


def _is_late(words: str | None, limit: date) -> bool:
    day = read_date(words)
    return day is not None and day > limit


def _after_march(examined: Examined) -> Seen:
    meta, day = examined.report.meta, read_date(examined.report.meta.date)
    if meta.kind != "annual_report" or meta.year is None or meta.year < FIRST_YEAR:
        return "not_applicable"
    if meta.region and meta.region.level in ("nation", "province"):
        return "not_applicable"  # their limit is 1 April
    if day is None:
        return "unknown"
    first, last = date(meta.year + 1, 3, 1), date(meta.year + 1, 4, 1)
    if not first < day <= last:
        return ()
    slip = Slip(
        meta.evidence.get("date", ()),
        f"成文日期{day}晚于3月1日（报上一级党委政府、本级人大常委会的期限）",
        f"signed on {day}, after 1 March, the limit for reports to superiors and to the congress",
        (str(day), str(first)),
        f"{day} > {first}",
    )
    return (slip,)


def _early(examined: Examined) -> Seen:
    meta, day = examined.report.meta, read_date(examined.report.meta.date)
    if meta.kind not in _YEARLY or meta.year is None:
        return "not_applicable"
    if day is None:
        return "unknown"
    if day.year != meta.year:
        return ()
    slip = Slip(
        (*meta.evidence.get("date", ()), *meta.evidence.get("year", ())),
        f"{meta.year}年尚未结束即已成文（{day}），数据不是全年数",
        f"signed on {day}, before {meta.year} was over: the figures do not cover the year",
        (str(day), f"{meta.year}-12-31"),
        f"{day} ≤ {meta.year}-12-31",
        # A summary is often asked for in December; it says so itself.
        "info" if meta.kind == "work_summary" and day.month == 12 else None,
    )
    return (slip,)


def _backward(examined: Examined) -> Seen:
    meta, day = examined.report.meta, read_date(examined.report.meta.date)
    if meta.kind not in _YEARLY or meta.year is None or not meta.evidence.get("year"):
        return "not_applicable"
    if day is None:
        return "unknown"
    if meta.year - 2 < day.year < meta.year or day.year > meta.year + 1:
        slip = Slip(
            (*meta.evidence.get("date", ()), *meta.evidence["year"]),
            f"成文日期{day}与报告年度{meta.year}不符",
            f"signed on {day}, but the report is on {meta.year}",
            (str(day), str(meta.year)),
            severity=None if day.year < meta.year else "info",
        )
        return (slip,)
    return ()


def _published_before(examined: Examined) -> Seen:
    meta = examined.report.meta
    signed, published = read_date(meta.date), read_date(meta.published)
    if signed is None or published is None:
        return "unknown"
    if published >= signed:
        return ()
    slip = Slip(
        (*meta.evidence.get("published", ()), *meta.evidence.get("date", ())),
        f"发布日期{published}早于成文日期{signed}",
        f"published on {published}, before it was signed on {signed}",
        (str(published), str(signed)),
        f"{published} < {signed}",
    )
    return (slip,)


_DUTY = "法治政府建设与责任落实督察工作规定 (厅字〔2019〕28号) 第二十四条: 每年4月1日之前公开上一年度报告"
_TEXT = "\n2023年，五华区扎实推进法治政府建设，工作情况如下。\n一、工作成效\n召开会议3次，办理案件5件。\n二、存在问题\n执法力量不足。\n三、下一步打算\n加强执法培训。\n"
_TITLE = "五华区人民政府关于2023年度法治政府建设情况的报告"


def _signed(day: str, published: str = "") -> str:
    line = f"\n发布日期：{published}" if published else ""
    return f"{_TITLE}{line}{_TEXT}五华区人民政府\n{day}\n"


SIGNED: tuple[Check, ...] = (
    rule(
        "FZ401", "signed-after-april-1", "4月1日之后成文", "warning", _late,
        about="A yearly report signed after 1 April cannot have been published before it.",
        source=_DUTY, rests="date",
        fires=_signed("2024年4月9日"), silent=_signed("2024年3月29日"),
    ),
    rule(
        "FZ402", "published-after-april-1", "4月1日之后发布", "warning", _published_late,
        about="A yearly report must be published before 1 April; the page says that it came later.",
        source=_DUTY, rests="published",
        fires=_signed("2024年3月29日", "2024-04-15"), silent=_signed("2024年3月29日", "2024-03-30"),
    ),
    rule(
        "FZ403", "signed-after-march-1", "3月1日之后成文", "info", _after_march,
        about="Governments report to their superiors and to the congress before 1 March; a report signed later came late, if it was the one sent.",
        source="法治政府建设与责任落实督察工作规定 (厅字〔2019〕28号): 每年3月1日之前报告 (期限据省级工作指引)", rests="date",
        fires=_signed("2024年3月12日"), silent=_signed("2024年2月7日"),
    ),
    rule(
        "FZ404", "signed-before-year-over", "年度未结束即成文", "warning", _early,
        about="A report signed before 31 December was over gives figures of a part of the year.",
        source="法治政府建设与责任落实督察工作规定 (厅字〔2019〕28号): 报告上一年度情况", rests="date",
        fires=_signed("2023年12月17日"), silent=_signed("2024年1月17日"),
    ),
    rule(
        "FZ405", "signature-year-wrong", "成文年份与报告年度不符", "warning", _backward,
        about="The year of the signature lies before the year reported on, or more than one year after it.",
        source="法治政府建设与责任落实督察工作规定 (厅字〔2019〕28号): 报告上一年度情况", rests="date",
        fires=_signed("2022年2月7日"), silent=_signed("2024年2月7日"),
    ),
    rule(
        "FZ406", "published-before-signed", "发布早于成文", "warning", _published_before,
        about="A page cannot show a report before it was signed; one of the two dates is wrong.",
        source="党政机关公文处理工作条例 第九条: 成文日期署会议通过或者发文机关负责人签发的日期", rests="published",
        fires=_signed("2024年3月29日", "2024-02-15"), silent=_signed("2024年2月9日", "2024-02-15"),
    ),
)  # fmt: skip
