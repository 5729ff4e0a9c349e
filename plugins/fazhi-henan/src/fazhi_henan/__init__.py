"""
Reports of Henan: people's congresses and their groups, government reports and programmes.
"""

from __future__ import annotations

import attrs

from fazhi import Format, hookimpl
from fazhi.formats.national import (
    NATIONAL_ANNUAL_REPORT,
    NATIONAL_NPC_ENFORCEMENT,
    NATIONAL_NPC_INSPECTION,
    NATIONAL_NPC_OPINIONS,
    NATIONAL_NPC_RESEARCH,
    NATIONAL_WORK_SUMMARY,
)
from fazhi_henan.tables import CONGRESS_CUES, CUES, ISSUERS, LINES, MASKS, TOPICS


__all__ = ["ANNUAL_REPORT", "NPC_INSPECTION", "WORK_SUMMARY", "fazhi_formats"]

ANNUAL_REPORT = attrs.evolve(
    NATIONAL_ANNUAL_REPORT,
    name="henan.annual-report",
    title="河南法治政府建设年度报告",
    regions=("41",),
    cues=(*CUES, *NATIONAL_ANNUAL_REPORT.cues),
    masks=(*MASKS, *NATIONAL_ANNUAL_REPORT.masks),
    topics=(*NATIONAL_ANNUAL_REPORT.topics, *TOPICS),
)
WORK_SUMMARY = attrs.evolve(
    ANNUAL_REPORT,
    name="henan.work-summary",
    title="河南法治政府建设工作总结",
    kinds=NATIONAL_WORK_SUMMARY.kinds,
    cues=(*CUES, *NATIONAL_WORK_SUMMARY.cues),
)
# Inspection first: the kind of a report that does not say which of them it is.
CONGRESS = (
    NATIONAL_NPC_INSPECTION,
    NATIONAL_NPC_RESEARCH,
    NATIONAL_NPC_ENFORCEMENT,
    NATIONAL_NPC_OPINIONS,
)
NPC_INSPECTION = attrs.evolve(
    ANNUAL_REPORT,
    name="henan.npc-inspection",
    title="河南人大视察、调研、执法检查报告和审议意见",
    kinds=tuple(kind for national in CONGRESS for kind in national.kinds),
    cues=tuple(
        dict.fromkeys(
            (*CUES, *CONGRESS_CUES, *(cue for national in CONGRESS for cue in national.cues))
        )
    ),
    lines=(*LINES, *NATIONAL_NPC_INSPECTION.lines),
    issuers=(*ISSUERS, *NATIONAL_NPC_INSPECTION.issuers),
)


@hookimpl
def fazhi_formats() -> tuple[Format, ...]:
    """
    Give the formats for reports of Henan.
    """
    return ANNUAL_REPORT, NPC_INSPECTION, WORK_SUMMARY
