"""
Reports of Yunnan and its prefectures: joint issuers by customary names, local programmes.
"""

from __future__ import annotations

import attrs

from fazhi import Format, hookimpl
from fazhi.formats.national import NATIONAL_ANNUAL_REPORT, NATIONAL_WORK_SUMMARY
from fazhi_yunnan.tables import CUES, ISSUERS, LINES, MASKS, TOPICS


__all__ = ["ANNUAL_REPORT", "WORK_SUMMARY", "fazhi_formats"]

ANNUAL_REPORT = attrs.evolve(
    NATIONAL_ANNUAL_REPORT,
    name="yunnan.annual-report",
    title="云南法治政府建设年度报告",
    regions=("53",),
    cues=(*CUES, *NATIONAL_ANNUAL_REPORT.cues),
    lines=(*LINES, *NATIONAL_ANNUAL_REPORT.lines),
    masks=(*MASKS, *NATIONAL_ANNUAL_REPORT.masks),
    topics=(*NATIONAL_ANNUAL_REPORT.topics, *TOPICS),
    issuers=(*ISSUERS, *NATIONAL_ANNUAL_REPORT.issuers),
)
WORK_SUMMARY = attrs.evolve(
    ANNUAL_REPORT,
    name="yunnan.work-summary",
    title="云南法治政府建设工作总结",
    kinds=NATIONAL_WORK_SUMMARY.kinds,
    cues=(*CUES, *NATIONAL_WORK_SUMMARY.cues),
)


@hookimpl
def fazhi_formats() -> tuple[Format, ...]:
    """
    Give the formats for reports of Yunnan.
    """
    return ANNUAL_REPORT, WORK_SUMMARY
