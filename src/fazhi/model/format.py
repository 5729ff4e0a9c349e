"""
A report format and the rows of its tables.

Every row carries ``examples`` that it must read; `fazhi.testing.check_format`
proves it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from attrs import field, frozen

from fazhi.model.frozen import FrozenDict, frozen_dict
from fazhi.model.nodes import FindingKind, Kind, Role, Topic


Examples = tuple[str, ...]
LineKind = Literal[
    "title", "session", "author", "addressee", "source", "navigation", "signature", "date"
]


@frozen(kw_only=True)
class Cue:
    """
    Words that speak for a format.

    Attributes:
        pattern: Regular expression on folded text, in ``re`` syntax.
        weight: How much it says: 1 a hint, 3 a clear sign, 10 decides; below 0 it speaks against.
        where: ``"head"`` (to 600 characters), ``"tail"`` (the last 300) or ``"any"`` (both).
        examples: Texts in which it is found.
    """

    pattern: str
    weight: float = 1
    where: Literal["head", "tail", "any"] = "any"
    examples: Examples


@frozen(kw_only=True)
class KindRow:
    """
    The nouns of titles that name a kind of report.

    Attributes:
        kind: The kind.
        pattern: Regular expression, searched in the folded title.
        examples: Titles of that kind.
    """

    kind: Kind
    pattern: str
    examples: Examples


@frozen(kw_only=True)
class RoleRow:
    """
    Words of headings (or of an unnumbered opening sentence) that name a role.

    Attributes:
        role: The role that the words speak for.
        pattern: Regular expression, searched in the folded heading.
        examples: Headings of that role.
    """

    role: Role
    pattern: str
    examples: Examples


@frozen(kw_only=True)
class LineRow:
    """
    A line outside of the outline: titles, session lines, navigation, signatures.

    Attributes:
        kind: What the line is.
        pattern: Regular expression that matches the whole folded line without its outer blanks.
        where: ``"head"`` before the body, ``"tail"`` after it, ``"any"``.
        signs: Words of which every such line holds one; a line without them is not compared with
            the pattern, which is then often not even compiled. Empty where there are none.
        examples: Lines that it matches.
    """

    kind: LineKind
    pattern: str
    where: Literal["head", "tail", "any"] = "head"
    signs: tuple[str, ...] = ()
    examples: Examples


@frozen(kw_only=True)
class Unit:
    """
    A unit or measure word.

    Attributes:
        name: Canonical form in simplified characters.
        forms: Ways to write it in folded text; ``(name,)`` by default.
        arabic_only: Whether it counts only after Arabic digits (a Chinese numeral before it is mostly a word).
        examples: A clause and the value and unit read from it, such as ``"受理3件" → "3 件"``.
    """

    name: str
    forms: tuple[str, ...] = field(factory=tuple)
    arabic_only: bool = False
    examples: FrozenDict[str, str] = field(converter=frozen_dict)

    def written(self) -> tuple[str, ...]:
        """
        Return all ways to write it.
        """
        return self.forms or (self.name,)


@frozen(kw_only=True)
class Mask:
    """
    Words that look like a metric and are none: slogans, programmes, names.

    Attributes:
        pattern: Regular expression on folded text; numbers inside its match are no metrics.
        reason: date, ordinal, docnumber, phone, slogan or name.
        signs: Words of which every match holds one; a text without them is not searched for the
            pattern. Empty where there are none.
        examples: Clauses from which no metric is read.
    """

    pattern: str
    reason: Literal["date", "ordinal", "docnumber", "phone", "slogan", "name"] = "slogan"
    signs: tuple[str, ...] = ()
    examples: Examples


@frozen(kw_only=True)
class TopicRow:
    """
    Words that speak for a topic.

    Attributes:
        topic: Id of the topic.
        words: Words in folded text.
        weight: What one occurrence in a body is worth; headings count more.
        examples: Headings or sentences whose best topic it is.
    """

    topic: Topic
    words: tuple[str, ...]
    weight: float = 1
    examples: Examples


@frozen(kw_only=True)
class KindWords:
    """
    Words of a heading that name the kind of a finding against its chapter's role.

    Attributes:
        kind: achievement, problem, recommendation or plan.
        pattern: Regular expression, searched in the folded heading.
        examples: Headings of that kind.
    """

    kind: FindingKind
    pattern: str
    examples: Examples


@frozen(kw_only=True)
class IssuerRow:
    """
    A customary name of an issuer that no rule of composition builds.

    Attributes:
        pattern: Regular expression on a folded signature or title.
        examples: Lines in which it is found.
    """

    pattern: str
    examples: Examples


@frozen(kw_only=True)
class Marker:
    """
    A style of numbering.

    Attributes:
        name: Name of the style.
        pattern: Regular expression with the group ``number``, matched at the start of a folded line.
        examples: Lines that start with it.
    """

    name: str
    pattern: str
    examples: Examples


@frozen(kw_only=True, cache_hash=True)
class Format:
    """
    How one genre of report is read: tables first, functions where no table can say it.

    Attributes:
        name: ``<plugin>.<format>``, such as ``"yunnan.annual-report"``.
        title: What it reads, in words.
        kinds: Kinds of report it reads; the first is taken where the document does not say.
        regions: Prefixes of GB/T 2260 codes that it serves; empty for all.
        cues: What in a document speaks for it.
        kind_rows: Nouns of titles.
        roles: Heading words by role; the first row that matches decides.
        lines: Lines outside of the outline.
        markers: Numbering styles that it adds, as `Marker` rows.
        forbidden: Names of the core's numbering styles that it does not use.
        units: Units beside the core's.
        masks: Words that look like metrics and are none.
        topics: Topic words beside the core's.
        finding_kinds: Heading words that name a finding's kind.
        issuers: Customary names of issuers.
        withheld: Pattern of chapter headings whose items may lack a body on purpose.
        stages: Functions that replace a stage by name (``"outline"``, ``"metrics"``, …, or
            ``"parse"`` for the whole parser).
    """

    name: str
    title: str
    kinds: tuple[Kind, ...]
    regions: tuple[str, ...] = ()
    cues: tuple[Cue, ...] = ()
    kind_rows: tuple[KindRow, ...] = ()
    roles: tuple[RoleRow, ...] = ()
    lines: tuple[LineRow, ...] = ()
    markers: tuple[Marker, ...] = ()
    forbidden: tuple[str, ...] = ()
    units: tuple[Unit, ...] = ()
    masks: tuple[Mask, ...] = ()
    topics: tuple[TopicRow, ...] = ()
    finding_kinds: tuple[KindWords, ...] = ()
    issuers: tuple[IssuerRow, ...] = ()
    withheld: str | None = None
    stages: FrozenDict[str, Callable[..., Any]] = field(factory=FrozenDict, converter=frozen_dict)
