"""
Rules on what stands around the text: title, signature, date.
"""

from __future__ import annotations

from collections.abc import Iterator

from fazhi.checks.form_slip import Seen, Slip, rule
from fazhi.model import Check
from fazhi.model.audit import Examined


_STANDARD = "党政机关公文处理工作条例 第九条: 公文一般由……标题、主送机关、正文、发文机关署名、成文日期……等组成"
# A speech to a congress is signed by nobody.
_SPEECHES = ("government_work_report",)


def _title(examined: Examined) -> Iterator[Slip]:
    if examined.report.meta.title is None:
        yield Slip((), "没有标题", "there is no title")


def _issuer(examined: Examined) -> Seen:
    if examined.report.meta.kind in _SPEECHES:
        return "not_applicable"
    if examined.report.meta.issuers:
        return ()
    return (Slip((), "没有发文机关署名", "nobody has signed"),)


def _date(examined: Examined) -> Iterator[Slip]:
    meta = examined.report.meta
    if meta.date is None and meta.published is None:
        yield Slip(
            (), "没有成文日期或发布日期", "there is neither a date of signature nor of publication"
        )


def _year(examined: Examined) -> Seen:
    meta = examined.report.meta
    if meta.title is None or meta.kind not in ("annual_report", "work_summary"):
        return "not_applicable"
    spans = meta.evidence.get("title", ())
    folded = examined.document.folded
    words = "".join(folded[start:end] for start, end in spans)
    if "20" in words or "二〇" in words or "二○" in words or "年度" in meta.title[:8]:
        return ()
    return (Slip(spans, "标题没有写明年度", "the title names no year", (meta.title,)),)


_BODY = "\n2023年，五华区扎实推进法治政府建设，工作情况如下。\n一、工作成效\n召开会议3次，办理案件5件。\n二、存在问题\n执法力量不足。\n三、下一步打算\n加强执法培训。\n"
_TITLE = "五华区人民政府关于2023年度法治政府建设情况的报告"
_SIGNED = "五华区人民政府\n2024年2月7日\n"
_WHOLE = _TITLE + _BODY + _SIGNED

HEADS: tuple[Check, ...] = (
    rule(
        "FZ114", "title-missing", "缺少标题", "info", _title,
        about="The text has no title. A copy from a web page often loses it.",
        source=_STANDARD, rests="title",
        fires=_BODY.lstrip() + _SIGNED,
        silent=_WHOLE,
    ),
    rule(
        "FZ115", "issuer-missing", "缺少署名", "info", _issuer,
        about="Nobody is named as the one who issued the report, neither at the end nor in the title.",
        source=_STANDARD, rests="issuers",
        fires="2023年度法治政府建设情况报告" + _BODY + "2024年2月7日\n",
        silent=_WHOLE,
    ),
    rule(
        "FZ116", "date-missing", "缺少日期", "info", _date,
        about="Neither a date of signature nor one of publication is given, so that nobody can tell whether it was in time.",
        source=_STANDARD, rests="date",
        fires=_TITLE + _BODY + "五华区人民政府\n",
        silent=_WHOLE,
    ),
    rule(
        "FZ117", "title-without-year", "标题未写年度", "info", _year,
        about="The title of a yearly report does not say which year it is about.",
        source="法治政府建设与责任落实督察工作规定: 年度报告报告上一年度情况", rests="title",
        fires="五华区人民政府关于法治政府建设情况的报告" + _BODY + _SIGNED,
        silent=_WHOLE,
    ),
)  # fmt: skip
