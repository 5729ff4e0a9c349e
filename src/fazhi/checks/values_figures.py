"""
A figure with the words around it, and what its digits can bear.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Generic, NamedTuple, TypeVar

from attrs import define

from fazhi.model import Metric
from fazhi.text.patterns import lazy


T = TypeVar("T")

_DIGITS = lazy(r"\d(?:[\d,]*\d)?(?:\.(\d+))?")
_ROUNDED = lazy(r"[.亿万千]")
_ONE, _ZERO = Decimal(1), Decimal(0)
_SCALES = (("亿", 8), ("万", 4), ("千", 3))


class Page(NamedTuple):
    """
    The text that figures stand in.

    Attributes:
        folded: The folded text.
        clauses: The same with a line break for each mark that ends a clause: to find one character
            takes a tenth of the time that a pattern takes.
    """

    folded: str
    clauses: str


class _Once(Generic[T]):
    """
    A property that is worked out at its first use, without the lock of `functools.cached_property`.
    """

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work, self._name = work, work.__name__
        self.__doc__ = work.__doc__

    def __get__(self, figure: object, owner: type) -> T:
        found = vars(figure)[self._name] = self._work(figure)
        return found


@define(slots=False, eq=False)
class Figure:
    """
    A metric, and the words of its clause, which are cut out once they are asked for.

    Attributes:
        metric: The metric.
        value: Its value, scaled.
        place: Its place among the figures.
        line: The place of its sentence among the sentences.
        at: Its place in the sentence.
        counted: The unit it counts in, 宗 and 份 taken as 件.
        exact: Whether it is stated as such: no 余, 约, range, rise or fall.
        rate: Whether it is a rate, point or multiple, not a count or an amount.
        sign: The character before the number, whatever it is; most rules need not look further.
        page: The text.
        low: Where its words begin at the earliest.
        high: Where they end at the latest.
    """

    metric: Metric
    value: Decimal
    place: int
    line: int
    at: int
    counted: str
    exact: bool
    rate: bool
    sign: str
    page: Page
    low: int
    high: int

    @_Once
    def lead(self) -> str:
        """
        The words from the last punctuation or figure to the number.
        """
        start = self.metric.span.start
        mark = self.page.clauses.rfind("\n", self.low, start)
        return self.page.folded[mark + 1 if mark >= 0 else self.low : start]

    @_Once
    def tail(self) -> str:
        """
        The words from the unit to the next punctuation.
        """
        end = self.metric.span.end
        mark = self.page.clauses.find("\n", end, self.high)
        return self.page.folded[end : mark if mark >= 0 else self.high]

    @_Once
    def words(self) -> str:
        """
        Lead and tail, as one says what is counted and either may.
        """
        return f"{self.lead}…{self.tail}"

    @property
    def raw(self) -> str:
        """
        The figure as printed, folded.
        """
        span = self.metric.span
        return self.page.folded[span.start : span.end]

    @property
    def step(self) -> Decimal:
        """
        The worth of the last digit printed: 0.01 of ``99.87%``, 100 of ``5.36万件``.
        """
        raw = self.raw
        if not _ROUNDED.search(raw):
            return _ONE
        match = _DIGITS.search(raw)
        decimals = len(match[1]) if match and match[1] else 0
        power = sum(p for sign, p in _SCALES if sign in raw)
        return _ONE.scaleb(power - decimals)

    @property
    def slack(self) -> Decimal:
        """
        Half of the last digit where the figure was rounded, 0 for a plain whole number.
        """
        step = self.step
        return _ZERO if step is _ONE else step / 2
