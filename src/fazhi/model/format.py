"""
The types that plugins give: formats and their rows, readers, catalogue entries and checks.

Every row carries ``examples`` that it must read; `fazhi.testing.check_format`
proves it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from attrs import field, frozen

from fazhi.model.document import Document
from fazhi.model.frozen import FrozenDict, frozen_dict
from fazhi.model.nodes import FindingKind, Kind, Role, Topic


Examples = tuple[str, ...]
IndicatorKind = Literal["count", "ratio", "amount", "change_rate", "score"]
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
        examples: Lines that it matches.
    """

    kind: LineKind
    pattern: str
    where: Literal["head", "tail", "any"] = "head"
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
        examples: Clauses from which no metric is read.
    """

    pattern: str
    reason: Literal["date", "ordinal", "docnumber", "phone", "slogan", "name"] = "slogan"
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


@frozen(kw_only=True)
class Reader:
    """
    A file type that can be read.

    Attributes:
        name: Name of the type, such as ``"text"``.
        suffixes: Name endings that hint at it, lower case with the dot.
        accepts: Whether the first bytes are of this type.
        read: Bytes and file name → `Document`.
    """

    name: str
    suffixes: tuple[str, ...]
    accepts: Callable[[bytes], bool]
    read: Callable[[bytes, str], Document]


@frozen(kw_only=True, cache_hash=True)
class Indicator:
    """
    An entry of the indicator catalogue.

    An alias is a pattern over a metric's label: ``复议|覆议+受理-不予受理`` holds where one of
    the words before ``+`` and one behind it occur and none behind ``-`` does; ``合格率@案卷``
    asks for a word of the sentence or heading as well.

    Attributes:
        id: Its name in data; renaming one is a breaking change.
        topic: Topic it belongs to.
        name_zh: Chinese name.
        name_en: English name.
        units: Canonical units; 件 stands for 宗, 起, 份, 卷 and 件次 too, 人 for 名 and 位.
        kind: count, ratio, amount, change_rate or score.
        aliases: Patterns that are safe alone.
        context_aliases: Patterns that need a context.
        relations: How its value relates to other entries, such as ``this <= recon_received [hard]``.
        examples: Clauses and the value and unit that this entry reads in them.
        source: Where it was seen.
    """

    id: str
    topic: str
    name_zh: str
    name_en: str
    units: tuple[str, ...]
    kind: IndicatorKind = "count"
    aliases: tuple[str, ...] = ()
    context_aliases: tuple[str, ...] = ()
    relations: str = ""
    examples: FrozenDict[str, str] = field(factory=FrozenDict, converter=frozen_dict)
    source: str = ""


@frozen(kw_only=True)
class Framework:
    """
    An outline or rule that reports follow, with the years in which it does.

    Attributes:
        name: Its name.
        number: Document number, or None.
        years: First and last year reported on; the last is None where no end is known.
        topics: Topic ids and headings, in the outline's order; empty where it orders no topics.
        required: Ids and names of required contents.
        dates: Duties with the month and day of the next year before which they are due (``"04-01"``),
            and who reports to whom.
        source: Who issued it, and when.
        evidence: seen where its text was read, unchecked where it is known at second hand, none
            where no outline is known for the years.
        unchecked: Of the ids (and of ``number``), those whose wording was not read.
    """

    name: str
    number: str | None
    years: tuple[int, int | None]
    topics: tuple[tuple[str, str], ...] = ()
    required: tuple[tuple[str, str], ...] = ()
    dates: tuple[tuple[str, str, str], ...] = ()
    source: str = ""
    evidence: Literal["seen", "unchecked", "none"] = "seen"
    unchecked: tuple[str, ...] = ()

    def holds(self, year: int) -> bool:
        """
        Return whether a report on *year* follows it.
        """
        first, last = self.years
        return first <= year and (last is None or year <= last)
