"""
What plugins give beside formats: readers of files, entries of the catalogue, frameworks.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from attrs import field, frozen

from fazhi.model.document import Document
from fazhi.model.frozen import FrozenDict, frozen_dict


IndicatorKind = Literal["count", "ratio", "amount", "change_rate", "score"]


@frozen(kw_only=True)
class Limits:
    """
    How much a file may ask for before it is refused with a `ReadError`.

    Attributes:
        file_bytes: Size of a file.
        unpacked_bytes: Size of all that is unpacked from a packed file.
        unpacked_ratio: Size of one unpacked part against its packed size, above one mebibyte.
        entries: Parts in a packed file.
        pages: Pages of a file that has pages.
        characters: Length of the text.
        depth: How deep elements may stand in each other.
    """

    file_bytes: int = 100_000_000
    unpacked_bytes: int = 200_000_000
    unpacked_ratio: int = 200
    entries: int = 10_000
    pages: int = 2_000
    characters: int = 20_000_000
    depth: int = 2_000


@frozen(kw_only=True)
class Reader:
    """
    A file type that can be read.

    Attributes:
        name: Name of the type, such as ``"text"``.
        suffixes: Name endings that hint at it, lower case with the dot.
        accepts: Whether the bytes of a file are of this type.
        read: Bytes, file name and limits → `Document`; raises `ReadError` for what it cannot read.
    """

    name: str
    suffixes: tuple[str, ...]
    accepts: Callable[[bytes], bool]
    read: Callable[[bytes, str, Limits], Document]


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
