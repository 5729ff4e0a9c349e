"""
A text and its folded twin, which share all offsets.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal, NamedTuple

from attrs import field, frozen

from fazhi.model.frozen import FrozenDict, frozen_dict
from fazhi.model.span import Span


Script = Literal["hans", "hant"]


class Anchor(NamedTuple):
    """
    Where the text from one offset on stands in the file that it was read from.

    Attributes:
        start: Offset into the text; the anchor holds up to the next one.
        locator: Place in the file: ``"/html/body/div[2]/p[3]"`` of a page, ``"body/p[12]"`` of a
            Word file, ``"page 3"`` of a PDF or OFD file.
    """

    start: int
    locator: str


@frozen(kw_only=True, weakref_slot=False)
class Document:
    """
    One source as the parser sees it.

    Attributes:
        text: The source, unchanged.
        folded: The same text in simplified, half-width characters, one for one.
        script: ``"hans"`` or ``"hant"``, by the characters of the text.
        source: What is known of where it came from, and what the file says of itself (``name``,
            ``type``, ``encoding``, ``confidence``, ``publisher``, ``published``, …).
        anchors: Where its parts stand in the file, in text order; empty for plain text.

    Raises:
        ValueError: If *folded* has not the length of *text*.
    """

    text: str
    folded: str = field()
    script: Script = "hans"
    source: FrozenDict[str, str | float] = field(factory=FrozenDict, converter=frozen_dict)
    anchors: tuple[Anchor, ...] = ()

    @folded.validator
    def _same_length(self, _: object, folded: str) -> None:
        if len(folded) != len(self.text):
            raise ValueError(f"folded text has {len(folded)} characters, the text {len(self.text)}")

    def locator(self, place: Span | int) -> str | None:
        """
        Return where *place* stands in the file: the locator of its first character.

        Args:
            place: A span or an offset of the text.

        Returns:
            None where the text was not read from a file that has places, or stands before them.
        """
        start = place if isinstance(place, int) else place.start
        index = bisect_right(self.anchors, start, key=lambda anchor: anchor.start)
        return self.anchors[index - 1].locator if index else None
