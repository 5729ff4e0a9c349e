"""
Reports of Xinjiang: letters to the superior department, chapters published without their bodies.
"""

from __future__ import annotations

import attrs

from fazhi import Format, hookimpl
from fazhi.formats.national import NATIONAL_ANNUAL_REPORT, NATIONAL_WORK_SUMMARY
from fazhi_xinjiang.tables import CUES, ISSUERS, LINES, MASKS, TOPICS, WITHHELD


__all__ = ["ANNUAL_REPORT", "WORK_SUMMARY", "fazhi_formats"]

ANNUAL_REPORT = attrs.evolve(
    NATIONAL_ANNUAL_REPORT,
    name="xinjiang.annual-report",
    title="新疆法治政府建设年度报告",
    # The 兵团 has no code of its own; its cities stand under the region's, and 66 was once its.
    regions=("65", "66"),
    cues=(*CUES, *NATIONAL_ANNUAL_REPORT.cues),
    lines=(*LINES, *NATIONAL_ANNUAL_REPORT.lines),
    masks=(*MASKS, *NATIONAL_ANNUAL_REPORT.masks),
    topics=(*NATIONAL_ANNUAL_REPORT.topics, *TOPICS),
    issuers=(*ISSUERS, *NATIONAL_ANNUAL_REPORT.issuers),
    withheld=WITHHELD,
)
WORK_SUMMARY = attrs.evolve(
    ANNUAL_REPORT,
    name="xinjiang.work-summary",
    title="新疆法治政府建设工作总结",
    kinds=NATIONAL_WORK_SUMMARY.kinds,
    cues=(*CUES, *NATIONAL_WORK_SUMMARY.cues),
)


@hookimpl
def fazhi_formats() -> tuple[Format, ...]:
    """
    Give the formats for reports of Xinjiang and the 兵团.
    """
    return ANNUAL_REPORT, WORK_SUMMARY
