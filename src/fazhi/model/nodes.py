"""
The nodes of a report: what was found, and where.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from attrs import field, frozen

from fazhi.model.frozen import FrozenDict, frozen_dict
from fazhi.model.span import Span


Kind = Literal[
    "annual_report", "work_summary", "inspection_report", "research_report",
    "enforcement_inspection", "deliberation_opinion", "rectification_report",
    "government_work_report", "plan", "other",
]  # fmt: skip
Level = Literal["nation", "province", "prefecture", "county", "township", "department"]
Role = Literal["overview", "achievements", "problems", "recommendations", "plans", "other"]
FindingKind = Literal["achievement", "problem", "recommendation", "plan"]
Topic = Literal[
    "thought", "functions", "rulemaking", "decision", "enforcement", "emergency", "disputes",
    "oversight", "digital", "leadership", "legal_society", "local_special", "other",
]  # fmt: skip
Bound = Literal["=", ">=", ">", "<=", "<", "~", "range"]
Change = Literal["up", "down"]
Scope = Literal["all", "own", "departments", "subordinate"]
CitationKind = Literal["law", "regulation", "plan", "catalogue", "document", "other"]
Status = Literal["draft", "trial", "consultation"]


@frozen(kw_only=True, weakref_slot=False)
class Section:
    """
    A part of the report with its heading and all that stands under it.

    Attributes:
        id: Place in the outline, such as ``"2.3"``, counted from 1.
        level: Depth in the outline, from 1.
        marker: Numbering as written with its delimiter (``"一、"``, ``"(二)"``, ``"一是"``); ``""`` without.
        number: Value of the marker; None without.
        title: Words of the heading without marker and final ``。``.
        title_span: Where the title stands.
        span: From the marker's first character to the last of the section, blanks at the end left out.
        role: overview, achievements, problems, recommendations, plans or other.
        children: Sections one level below, in text order.
    """

    id: str
    level: int
    marker: str
    number: int | None
    title: str
    title_span: Span
    span: Span
    role: Role
    children: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """
        Yield this section and all below it, depth first.
        """
        yield self
        for child in self.children:
            yield from child.walk()


@frozen(kw_only=True, weakref_slot=False)
class Metric:
    """
    A quantity that the report states.

    Attributes:
        id: ``"m1"``, ``"m2"``, … in text order.
        section: Id of the deepest section that holds it; None outside of all.
        span: From the number's first character to the unit's last.
        value: The value as printed, with 万 and 亿 multiplied out; the lower end of a range.
        upper: The upper end of a range, else None.
        unit: Measure word in simplified characters (``"件"``, ``"人次"``, ``"%"``, ``"百分点"``); ``""`` where
            none is written (突破30万).
        bound: ``=``, ``>=`` (余 以上), ``>`` (超过), ``<=`` (以内), ``<`` (不足), ``~`` (约) or ``range``.
        change: ``"up"`` or ``"down"`` where the value is itself a rise or fall, else None.
        label: What is measured, in the text's own words; None where nothing says it.
        label_spans: Where the pieces of the label stand.
        indicator: Id of the catalogue's row, or None.
        scope: all, own, departments or subordinate, or None where the text does not say.
        period: ISO year, quarter, month or interval; None where it is the report's year.
        total_of: Number of the group that this is the total of.
        part_of: Number of the group that this is a part of.
        exhaustive: On a total, whether its parts use it up; else None.
    """

    id: str
    section: str | None
    span: Span
    value: Decimal
    upper: Decimal | None = None
    unit: str
    bound: Bound = "="
    change: Change | None = None
    label: str | None = None
    label_spans: tuple[Span, ...] = ()
    indicator: str | None = None
    scope: Scope | None = None
    period: str | None = None
    total_of: int | None = None
    part_of: int | None = None
    exhaustive: bool | None = None


@frozen(kw_only=True, weakref_slot=False)
class Finding:
    """
    One achievement, problem, recommendation or plan: the lowest numbered unit of the outline.

    Attributes:
        id: ``"f1"``, ``"f2"``, … in text order.
        section: Id of the section that it is.
        kind: achievement, problem, recommendation or plan.
        title: Words of its heading.
        span: All of it.
        topics: Topics by the weight of their words, best first.
        answers: Id of the finding that this one answers, or None.
    """

    id: str
    section: str | None
    kind: FindingKind
    title: str
    span: Span
    topics: tuple[Topic, ...]
    answers: str | None = None


@frozen(kw_only=True, weakref_slot=False)
class Citation:
    """
    A document that the report names.

    Attributes:
        id: ``"c1"``, ``"c2"``, … in text order.
        section: Id of the deepest section that holds it; None outside of all.
        span: With the title marks and a directly attached document number.
        title: What stands inside the outermost marks; None for a bare number.
        number: Document number as written (``"国办发〔2023〕27号"``), or None.
        kind: law, regulation, plan, catalogue, document or other, by the title's head noun.
        status: draft (草案), trial (试行), consultation (征求意见稿) or None.
    """

    id: str
    section: str | None
    span: Span
    title: str | None
    number: str | None = None
    kind: CitationKind
    status: Status | None = None


@frozen(kw_only=True, weakref_slot=False)
class Group:
    """
    A total with the parts that the text lists as its parts.

    Attributes:
        id: The number that `Metric.total_of` and `Metric.part_of` hold.
        total: The total; None where only parts are known.
        parts: The parts, in text order.
        exhaustive: Whether the parts use the total up; None where the text does not say.
    """

    id: int
    total: Metric | None
    parts: tuple[Metric, ...]
    exhaustive: bool | None


@frozen(kw_only=True, weakref_slot=False)
class Note:
    """
    Something that the reader of the data should know.

    Attributes:
        code: Dotted code, listed in the reference (``"section.withheld"``).
        message: What was seen.
        span: Where, or None.
    """

    code: str
    message: str
    span: Span | None = None


@frozen(kw_only=True, weakref_slot=False)
class Region:
    """
    A place, as an administrative division.

    Attributes:
        name: Official name without its parents, in simplified characters.
        code: Six digits of GB/T 2260, or None where the place has none.
        level: nation, province, prefecture, county, township or department.
        path: Names from the province down to the region itself.
    """

    name: str
    code: str | None
    level: Level
    path: tuple[str, ...] = ()


@frozen(kw_only=True, weakref_slot=False)
class Metadata:
    """
    What the report says of itself.

    Attributes:
        title: The title's words, joined where it is broken over lines; None without one.
        kind: Kind of report, by the title's noun, else by content.
        year: The year reported on; for a plan the year planned.
        region: The place that the report is about; None where nothing tells.
        issuers: Who issued it, as written.
        addressee: To whom, without the colon.
        date: Date of signature or delivery, ISO.
        published: Date of publication, ISO.
        script: ``"hans"`` or ``"hant"``.
        format: Name of the format that read it.
        evidence: Where each field was read.
        format_evidence: What chose the format.
        source: What is known of where the text came from.
    """

    title: str | None = None
    kind: Kind = "other"
    year: int | None = None
    region: Region | None = None
    issuers: tuple[str, ...] = ()
    addressee: str | None = None
    date: str | None = None
    published: str | None = None
    script: Literal["hans", "hant"] = "hans"
    format: str = ""
    evidence: FrozenDict[str, tuple[Span, ...]] = field(factory=FrozenDict, converter=frozen_dict)
    format_evidence: tuple[Span, ...] = ()
    source: FrozenDict[str, str | float] = field(factory=FrozenDict, converter=frozen_dict)
