"""
The built-in plugin ``national``: formats for reports of any place, through the hook of everybody.

Its annual report is also the fallback for what no other format claims.
"""

from __future__ import annotations

import attrs

from fazhi.formats.cues import ANNUAL_CUES, SUMMARY_CUES
from fazhi.formats.finding_kinds import NATIONAL_FINDING_KINDS, RECTIFICATION_FINDING_KINDS
from fazhi.formats.genre_cues import (
    ENFORCEMENT_CUES,
    INSPECTION_CUES,
    OPINION_CUES,
    PLAN_CUES,
    RECTIFICATION_CUES,
    RESEARCH_CUES,
    WORK_REPORT_CUES,
)
from fazhi.formats.headings import NATIONAL_ROLES
from fazhi.formats.kinds import NATIONAL_ISSUERS, NATIONAL_KINDS
from fazhi.formats.lines import NATIONAL_LINES
from fazhi.formats.masks import NATIONAL_MASKS
from fazhi.formats.topics import NATIONAL_TOPICS
from fazhi.hookspecs import hookimpl
from fazhi.knowledge.frameworks import known_frameworks
from fazhi.knowledge.indicators import catalogue
from fazhi.model import Format, Framework, Indicator


NATIONAL_ANNUAL_REPORT = Format(
    name="national.annual-report",
    title="法治政府建设年度报告",
    kinds=("annual_report", "other"),
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
    title="人大视察报告",
    kinds=("inspection_report",),
    cues=INSPECTION_CUES,
)
NATIONAL_NPC_RESEARCH = attrs.evolve(
    NATIONAL_ANNUAL_REPORT,
    name="national.npc-research",
    title="人大调研报告",
    kinds=("research_report",),
    cues=RESEARCH_CUES,
)
NATIONAL_NPC_ENFORCEMENT = attrs.evolve(
    NATIONAL_ANNUAL_REPORT,
    name="national.npc-enforcement",
    title="人大执法检查报告",
    kinds=("enforcement_inspection",),
    cues=ENFORCEMENT_CUES,
)
NATIONAL_NPC_OPINIONS = attrs.evolve(
    NATIONAL_ANNUAL_REPORT,
    name="national.npc-opinions",
    title="人大审议意见",
    kinds=("deliberation_opinion",),
    cues=OPINION_CUES,
)
NATIONAL_RECTIFICATION = attrs.evolve(
    NATIONAL_ANNUAL_REPORT,
    name="national.rectification",
    title="审议意见研究处理和督察反馈问题整改报告",
    kinds=("rectification_report",),
    cues=RECTIFICATION_CUES,
    finding_kinds=(*RECTIFICATION_FINDING_KINDS, *NATIONAL_FINDING_KINDS),
)
NATIONAL_PLAN = attrs.evolve(
    NATIONAL_ANNUAL_REPORT,
    name="national.plan",
    title="法治政府建设要点、计划和方案",
    kinds=("plan",),
    cues=PLAN_CUES,
)
NATIONAL_GOVERNMENT_WORK_REPORT = attrs.evolve(
    NATIONAL_ANNUAL_REPORT,
    name="national.government-work-report",
    title="政府工作报告",
    kinds=("government_work_report",),
    cues=WORK_REPORT_CUES,
)


@hookimpl
def fazhi_formats() -> tuple[Format, ...]:
    """
    Give the formats for reports of any place.
    """
    return (
        NATIONAL_ANNUAL_REPORT,
        NATIONAL_GOVERNMENT_WORK_REPORT,
        NATIONAL_NPC_ENFORCEMENT,
        NATIONAL_NPC_INSPECTION,
        NATIONAL_NPC_OPINIONS,
        NATIONAL_NPC_RESEARCH,
        NATIONAL_PLAN,
        NATIONAL_RECTIFICATION,
        NATIONAL_WORK_SUMMARY,
    )


@hookimpl
def fazhi_indicators() -> tuple[Indicator, ...]:
    """
    Give the indicator catalogue.
    """
    return catalogue()


@hookimpl
def fazhi_frameworks() -> tuple[Framework, ...]:
    """
    Give the national outlines and the rules on yearly reports.
    """
    return known_frameworks()
