"""
A range of characters in a text.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen


@frozen(order=True, weakref_slot=False)
class Span:
    """
    A half-open range of characters in a report's text.

    Attributes:
        start: Offset of the first character, in code points, from 0.
        end: Offset one past the last character, in code points.
    """

    start: int
    end: int

    def __iter__(self) -> Iterator[int]:
        """
        Unpack as ``start, end = span``.
        """
        return iter((self.start, self.end))

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span) -> bool:
        """
        Whether *other* lies wholly inside.
        """
        return self.start <= other.start and other.end <= self.end

    def slice(self) -> slice:
        """
        Return the range as a slice, for ``text[span.slice()]``.
        """
        return slice(self.start, self.end)
