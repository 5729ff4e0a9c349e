"""
What a report achieved, lacks, recommends and plans: one finding a lowest numbered unit.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from fazhi.formats.finding_kinds import ACTING, HALVES, NATIONAL_FINDING_KINDS, PREDICATES
from fazhi.model import Document, Finding, Format, KindWords, Section
from fazhi.model.making import make_finding
from fazhi.model.nodes import FindingKind, Role
from fazhi.parsing.answers import answered
from fazhi.parsing.names import node_id
from fazhi.parsing.topics import (
    BODY_CHARS,
    Scores,
    Words,
    inherit,
    rank,
    topic_words,
    weigh_heading,
)
from fazhi.text.patterns import lazy


_KIND_OF_ROLE: Final[dict[Role, FindingKind]] = {
    "overview": "achievement",
    "achievements": "achievement",
    "problems": "problem",
    "recommendations": "recommendation",
    "plans": "plan",
    "other": "achievement",
}
_ACTING: Final = lazy(ACTING.pattern)
_ANSWERING: Final = ("rectification_report",)
_HEADING_CHARS: Final = 400
# 关于检查法律援助条例实施情况的报告: all of such a report is on the matter of one statute.
_STATUTE: Final = lazy(
    "(?:检查|执行|关于)《?(?P<matter>[^\n。,《》]{3,40}?)(?:条例|法|办法)》?(?:贯彻)?(?:实施|执行)情况"
)
_TITLE_CHARS: Final = 600
Rules = tuple[tuple[FindingKind, re.Pattern[str]], ...]
# A section that is a finding, what the headings above it weigh, and the kinds that they mix.
Unit = tuple[Section, Scores, tuple[FindingKind, ...]]


def findings(
    document: Document,
    sections: tuple[Section, ...],
    format: Format,  # noqa: A002
) -> tuple[Finding, ...]:
    """
    Make a finding of each lowest numbered unit.

    Args:
        document: The text and its folded twin.
        sections: The outline's top level.
        format: Whose words name kinds and topics beside the core's.

    Returns:
        Findings in text order, numbered from ``"f1"``.
    """
    reader = _Reader(document.folded, topic_words(format), _names(format.finding_kinds))
    subject = reader.subject()
    units = [unit for section in sections for unit in reader.units(section, subject, ())]
    found = tuple(reader.finding(node_id("f", count), *unit) for count, unit in enumerate(units, 1))
    return answered(found) if format.kinds[:1] == _ANSWERING else found


class _Reader:
    """
    What all findings of one report share.
    """

    __slots__ = ("folded", "rules", "words")

    def __init__(self, folded: str, words: Words, rules: Rules) -> None:
        self.folded = folded
        self.words = words
        self.rules = rules

    def units(self, section: Section, above: Scores, halves: tuple[FindingKind, ...]) -> list[Unit]:
        """
        Return the lowest numbered units below a section with what the headings above say.
        """
        children = section.children
        if section.number is not None and not (children and any(map(_holds_number, children))):
            return [(section, above, halves)]
        if not children:
            return []
        heading = self.heading(section)
        passed = inherit(heading, above, self.words)
        mixed = _halves(heading) or halves
        return [unit for child in children for unit in self.units(child, passed, mixed)]

    def subject(self) -> Scores:
        """
        Weigh the statute that the title names; nothing for a report on the whole field.
        """
        statute = _STATUTE.search(self.folded, 0, _TITLE_CHARS)
        return weigh_heading(statute["matter"], self.words) if statute else {}

    def heading(self, section: Section) -> str:
        """
        Return the beginning of a section's heading, in folded characters without line breaks.
        """
        span = section.title_span
        words = self.folded[span.start : min(span.end, span.start + _HEADING_CHARS)]
        return "".join(words.split()) if "\n" in words else words

    def finding(
        self, name: str, section: Section, above: Scores, halves: tuple[FindingKind, ...]
    ) -> Finding:
        """
        Make a finding of a unit.
        """
        heading = self.heading(section)
        end = section.title_span.end
        body = self.folded[end : min(section.span.end, end + BODY_CHARS)]
        return make_finding(
            name,
            section.id,
            self.kind(heading, section.role, halves),
            section.title,
            section.span,
            rank(heading, body, above, self.words),
            None,
        )

    def kind(self, heading: str, role: Role, halves: tuple[FindingKind, ...]) -> FindingKind:
        """
        Tell the kind of a unit: by its own name, by its words in a mixed chapter, by its role.
        """
        for kind, pattern in self.rules:
            if pattern.search(heading):
                return kind
        if not halves:
            return _KIND_OF_ROLE[role]
        for kind, pattern in _rules(PREDICATES):
            if pattern.search(heading):
                return "problem" if kind == "problem" else halves[0]
        return halves[0]


def _holds_number(section: Section) -> bool:
    """
    Whether a section or one below it is numbered.
    """
    return section.number is not None or any(map(_holds_number, section.children))


@lru_cache(maxsize=256)
def _halves(heading: str) -> tuple[FindingKind, ...]:
    """
    Return what a chapter holds beside problems where its heading names both; else nothing.
    """
    if _ACTING.match(heading):
        return ()
    named = [kind for kind, pattern in _rules(HALVES) if pattern.search(heading)]
    return tuple(named[1:]) if named[:1] == ["problem"] else ()


@lru_cache(maxsize=64)
def _names(own: tuple[KindWords, ...]) -> Rules:
    """
    Compile the headings that name a kind, a format's own before the core's.
    """
    first = tuple(row for row in own if row not in NATIONAL_FINDING_KINDS)
    return _rules((*first, *NATIONAL_FINDING_KINDS))


@lru_cache(maxsize=64)
def _rules(rows: tuple[KindWords, ...]) -> Rules:
    """
    Compile rows in their order.
    """
    return tuple((row.kind, lazy(row.pattern)) for row in rows)
