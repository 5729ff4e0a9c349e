"""
Rules on the years that a report names: in headings, in its opening, before its figures.
"""

from __future__ import annotations

from collections.abc import Iterator

from fazhi.checks.form_slip import Seen, Slip, rule
from fazhi.model import Check, Span
from fazhi.model.audit import Examined
from fazhi.text.patterns import lazy


_TITLE_YEAR = lazy(r"(?<!\d)(?P<year>20\d\d)(?:年度?)(?![-—~至到])")
_OPENING = lazy(r"(?:现将|现就)(?:[^。\n\d]{0,20})(?P<year>20\d\d)年")


def _heading_year(examined: Examined) -> Seen:
    meta = examined.report.meta
    if meta.kind != "annual_report" or meta.year is None or not meta.title:
        return "not_applicable"
    return _wrong_headings(examined, meta.year)


def _wrong_headings(examined: Examined, reported: int) -> Iterator[Slip]:
    folded = examined.document.folded
    for section in examined.report.sections:
        match = _TITLE_YEAR.search(folded, *section.title_span) if section.marker else None
        if match is None:
            continue
        year, right = int(match["year"]), reported + (section.role == "plans")
        wrong = {"plans": year != right, "achievements": year != right}.get(section.role, False)
        if wrong and abs(year - right) <= 2:
            yield Slip(
                (Span(*match.span()),),
                f"标题写“{match[0]}”，应为{right}年（报告年度{reported}年）",
                f"the heading names {year}, but the report is on {reported}",
                (match[0], str(right)),
                f"{year} ≠ {right}",
            )


def _opening_year(examined: Examined) -> Seen:
    meta = examined.report.meta
    match = meta.year and _OPENING.search(examined.document.folded, 0, 3000)
    title = "".join(examined.document.folded[s.slice()] for s in meta.evidence.get("title", ()))
    named = _TITLE_YEAR.search(title)
    if not match or not named or meta.kind not in ("annual_report", "work_summary"):
        return "not_applicable"
    if match["year"] == named["year"]:
        return ()
    slip = Slip(
        (Span(match.start("year"), match.end("year")), *meta.evidence.get("title", ())),
        f"标题为{named['year']}年度，正文称报告{match['year']}年情况",
        f"the title names {named['year']}, the opening {match['year']}",
        (match["year"], named["year"]),
        f"{match['year']} ≠ {named['year']}",
    )
    return (slip,)


def _stale_figures(examined: Examined) -> Seen:
    meta = examined.report.meta
    if meta.kind not in ("annual_report", "work_summary") or meta.year is None:
        return "not_applicable"
    return _last_years(examined, meta.year)


_COMPARED = (
    "较",
    "比",
    "同期",
    "增长",
    "上升",
    "下降",
    "以来",
    "累计",
    "自",
    "从",
    "截至",
    "连续",
    "止",
    "第三方",
    "结案",
    "度案",
    "评查",
)


def _last_years(examined: Examined, reported: int) -> Iterator[Slip]:
    folded, before = examined.document.folded, str(reported - 1)
    if before not in {metric.period for metric in examined.report.metrics}:
        return
    chapters = {section.id.split(".")[0]: section.role for section in examined.report.sections}
    for metrics in examined.sentences:
        first = metrics[0]
        role = chapters.get((first.section or "").split(".")[0])
        if role != "achievements" or any(m.period != before for m in metrics):
            continue
        low = max(0, first.span.start - 300)
        start = max(folded.rfind(sign, low, first.span.start) for sign in "。\n;:") + 1
        end = folded.find("。", metrics[-1].span.end)
        sentence = folded[start : end if end > 0 else metrics[-1].span.end]
        year = sentence.strip()[:5]
        # Only where the sentence itself begins with the year before: 2022年,全市受理…
        if year == f"{reported - 1}年" and not any(word in sentence for word in _COMPARED):
            place = folded.find(year, start)
            yield Slip(
                (Span(place, place + 5), *(metric.span for metric in metrics)),
                f"“{year}”的数据列为{reported}年度成效，请核对年份",
                f"figures of {year[:4]} stand among the results of {reported}",
                tuple(examined.report.text[metric.span.slice()] for metric in metrics),
            )


_HEAD = "五华区人民政府关于2023年度法治政府建设情况的报告\n现将2023年法治政府建设情况报告如下。\n"
_TAIL = (
    "二、存在问题\n执法力量不足。\n三、下一步打算\n加强执法培训。\n五华区人民政府\n2024年2月7日\n"
)
_YEAR = "法治政府建设与责任落实督察工作规定 (厅字〔2019〕28号): 报告上一年度情况"

YEARS: tuple[Check, ...] = (
    rule(
        "FZ411", "heading-year-wrong", "标题年份不符", "warning", _heading_year,
        about="A chapter names a year that is neither the one reported on nor, for the plans, the next.",
        source=_YEAR,
        fires=_HEAD + "一、2022年工作成效\n召开会议3次，办理案件5件。\n" + _TAIL,
        silent=_HEAD + "一、2023年工作成效\n召开会议3次，办理案件5件。\n" + _TAIL,
    ),
    rule(
        "FZ412", "opening-year-wrong", "开头年份与标题不符", "warning", _opening_year,
        about="The opening sentence reports on another year than the title, as where last year's text was used again.",
        source=_YEAR, rests="title",
        fires=_HEAD.replace("现将2023", "现将2022") + "一、工作成效\n召开会议3次，办理案件5件。\n" + _TAIL,
        silent=_HEAD + "一、工作成效\n召开会议3次，办理案件5件。\n" + _TAIL,
    ),
    rule(
        "FZ413", "figures-of-last-year", "上年数据列为当年", "warning", _stale_figures,
        about="A sentence among the results begins with the year before and gives figures of that year alone.",
        source=_YEAR,
        fires=_HEAD + "一、工作成效\n召开会议3次。2022年，全区受理行政复议申请17件。\n" + _TAIL,
        silent=_HEAD + "一、工作成效\n召开会议3次。2022年，全区受理行政复议申请17件，2023年受理21件。\n" + _TAIL,
    ),
)  # fmt: skip
