"""
A text and its folded twin, which share all offsets.
"""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

from fazhi.model.frozen import FrozenDict, frozen_dict


Script = Literal["hans", "hant"]


@frozen(kw_only=True, weakref_slot=False)
class Document:
    """
    One source as the parser sees it.

    Attributes:
        text: The source, unchanged.
        folded: The same text in simplified, half-width characters, one for one.
        script: ``"hans"`` or ``"hant"``, by the characters of the text.
        source: What is known of where it came from (``name``, ``encoding``, ``confidence``, …).

    Raises:
        ValueError: If *folded* has not the length of *text*.
    """

    text: str
    folded: str = field()
    script: Script = "hans"
    source: FrozenDict[str, str | float] = field(factory=FrozenDict, converter=frozen_dict)

    @folded.validator
    def _same_length(self, _: object, folded: str) -> None:
        if len(folded) != len(self.text):
            raise ValueError(f"folded text has {len(folded)} characters, the text {len(self.text)}")
