"""
The shapes of schema ``fazhi.report/1``, as msgspec reads, checks and describes them.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

import msgspec

from fazhi.model.nodes import (
    Bound,
    Change,
    CitationKind,
    FindingKind,
    Kind,
    Level,
    Role,
    Scope,
    Status,
    Topic,
)


SCHEMA: Final = "fazhi.report/1"
Offsets = Annotated[list[int], msgspec.Meta(min_length=2, max_length=2)]


class RegionJSON(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    code: str | None
    level: Level
    path: list[str]


class MetadataJSON(msgspec.Struct, forbid_unknown_fields=True):
    title: str | None
    kind: Kind
    year: int | None
    region: RegionJSON | None
    issuers: list[str]
    addressee: str | None
    date: str | None
    published: str | None
    script: Literal["hans", "hant"]
    format: str
    evidence: dict[str, list[Offsets]]
    format_evidence: list[Offsets]
    source: dict[str, str | float]


class SectionJSON(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    level: int
    marker: str
    number: int | None
    title: str
    title_span: Offsets
    span: Offsets
    role: Role
    children: list[SectionJSON]


class FindingJSON(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    section: str | None
    kind: FindingKind
    title: str
    span: Offsets
    topics: list[Topic]
    answers: str | None


class MetricJSON(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    section: str | None
    span: Offsets
    raw: str
    value: str
    upper: str | None
    unit: str
    bound: Bound
    change: Change | None
    label: str | None
    label_spans: list[Offsets]
    indicator: str | None
    scope: Scope | None
    period: str | None
    total_of: int | None
    part_of: int | None
    exhaustive: bool | None


class CitationJSON(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    section: str | None
    span: Offsets
    raw: str
    title: str | None
    number: str | None
    kind: CitationKind
    status: Status | None


class NoteJSON(msgspec.Struct, forbid_unknown_fields=True):
    code: str
    message: str
    span: Offsets | None


class ReportJSON(msgspec.Struct, forbid_unknown_fields=True):
    schema: Literal["fazhi.report/1"]
    text: str
    meta: MetadataJSON
    sections: list[SectionJSON]
    findings: list[FindingJSON]
    metrics: list[MetricJSON]
    citations: list[CitationJSON]
    notes: list[NoteJSON]
