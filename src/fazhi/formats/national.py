"""
The built-in plugin ``national``: formats for reports of any place, through the hook of everybody.

Its annual report is also the fallback for what no other format claims.
"""

from __future__ import annotations

import attrs

from fazhi.formats.cues import ANNUAL_CUES, CONGRESS_CUES, SUMMARY_CUES
from fazhi.formats.finding_kinds import NATIONAL_FINDING_KINDS
from fazhi.formats.headings import NATIONAL_ROLES
from fazhi.formats.kinds import NATIONAL_ISSUERS, NATIONAL_KINDS
from fazhi.formats.lines import NATIONAL_LINES
from fazhi.formats.masks import NATIONAL_MASKS
from fazhi.formats.topics import NATIONAL_TOPICS
from fazhi.hookspecs import hookimpl
from fazhi.knowledge.indicators import catalogue
from fazhi.model import Format, Indicator


NATIONAL_ANNUAL_REPORT = Format(
    name="national.annual-report",
    title="法治政府建设年度报告",
    kinds=("annual_report", "government_work_report", "rectification_report", "plan", "other"),
    cues=ANNUAL_CUES,
    kind_rows=NATIONAL_KINDS,
    roles=NATIONAL_ROLES,
    lines=NATIONAL_LINES,
    masks=NATIONAL_MASKS,
    topics=NATIONAL_TOPICS,
    finding_kinds=NATIONAL_FINDING_KINDS,
    issuers=NATIONAL_ISSUERS,
)
NATIONAL_WORK_SUMMARY = attrs.evolve(
    NATIONAL_ANNUAL_REPORT,
    name="national.work-summary",
    title="法治政府建设工作总结",
    kinds=("work_summary",),
    cues=SUMMARY_CUES,
)
NATIONAL_NPC_INSPECTION = attrs.evolve(
    NATIONAL_ANNUAL_REPORT,
    name="national.npc-inspection",
    title="人大视察、调研和执法检查报告",
    kinds=(
        "inspection_report",
        "research_report",
        "enforcement_inspection",
        "deliberation_opinion",
    ),
    cues=CONGRESS_CUES,
)


@hookimpl
def fazhi_formats() -> tuple[Format, ...]:
    """
    Give the formats for reports of any place.
    """
    return NATIONAL_ANNUAL_REPORT, NATIONAL_NPC_INSPECTION, NATIONAL_WORK_SUMMARY


@hookimpl
def fazhi_indicators() -> tuple[Indicator, ...]:
    """
    Give the indicator catalogue.
    """
    return catalogue()
