"""
The totals and parts of one sentence.
"""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import define

from fazhi.knowledge.indicators import unit_class
from fazhi.knowledge.label_words import REST
from fazhi.knowledge.units import UNSUMMED
from fazhi.parsing.drafts import Quantity


_OPENING = re.compile(r"[(,]?(?:其中|包括|包含|含(?!税))|分别(?:为|是|有|受理|办理)?|[:(]")
# No opening is without one of these, and hardly any words behind a number hold one.
_OPENING_SIGN = re.compile("[其包含分:(]")
_REMARK = re.compile(r"^\([^()]*\)")
LISTS = ("其中", "包括", "包含", "含")
# 制定3件,修改1件,废止2件: acts of one rank, none a part of the other.
_MAKING, _CHANGING = re.compile("制定|出台|印发|颁布"), re.compile("修改|修订|废止|失效")
_ANEW = re.compile(
    "[,;](?:新[建增开]|改扩?建|扩建|建成|开[工通]|累计|总)|总(?:里程|量|数|额|规模|面积|人口)"
)
_SUMMED = re.compile("(?:共计|合计|总计|总共)[^,。;]{0,12}\\Z")
_ZERO, _SMALL = Decimal(0), Decimal(2)
_LONGEST_LIST = 40


@define(slots=True, weakref_slot=False)
class Links:
    """
    The groups found so far: total and parts by the quantities' places.
    """

    totals: dict[int, int]
    parts: dict[int, int]
    exhaustive: dict[int, bool]

    def add(self, total: int, parts: list[int], *, exhaustive: bool) -> None:
        """
        Note a group, unless its total or one of its parts is in one already.
        """
        if total in self.totals or any(p in self.parts for p in parts):
            return
        number = len(self.totals) + 1
        self.totals[total] = number
        self.exhaustive[total] = exhaustive
        for part in parts:
            self.parts[part] = number


def _opening(between: str, *, adjacent: bool) -> str:
    """
    Return the words behind a total that open a list of its parts; ``""`` for none.
    """
    if between[:1] == "(":
        between = _REMARK.sub("", between)  # 55件(作出决定数),其中许可44件
    match = _OPENING.search(between) if _OPENING_SIGN.search(between) else None
    if match is None:
        return ""
    word = match[0]
    if word in (":", "(") or word.startswith("分别"):
        return word if adjacent and match.start() <= 1 else ""
    return word


class Sentence:
    """
    The quantities of one sentence, by their places in the document's list.
    """

    def __init__(self, folded: str, found: list[Quantity], places: range, links: Links) -> None:
        self.folded, self.found, self.places, self.links = folded, found, places, links
        self.values: dict[int, Decimal] = {}

    def link(self) -> None:
        """
        Try each quantity as the total of those of its unit that follow.
        """
        counted: dict[str, list[int]] = {}
        for k in self.places:
            quantity = self.found[k]
            if quantity.unit not in UNSUMMED and not quantity.change:
                counted.setdefault(unit_class(quantity.unit), []).append(k)
        listed = [places for places in counted.values() if len(places) > 1]
        self.values = {k: Decimal(self.found[k].value) for places in listed for k in places}
        runs = [
            (i, places[at : at + _LONGEST_LIST])
            for places in listed
            for at, i in enumerate(places[:-1], 1)
        ]
        for i, run in sorted(runs):
            self._link(i, run)
        for places in listed:
            self._sum_up(places)

    def _sum_up(self, places: list[int]) -> None:
        """
        Link a sum that stands behind its parts (维持120件、撤销30件,共计150件).
        """
        for at in range(2, len(places)):
            total = places[at]
            if not _SUMMED.search(self._between(total - 1, total)):
                continue
            rest = self.values[total]
            for first in range(at - 1, -1, -1):
                rest -= self.values[places[first]]
                if rest <= 0:
                    break
            parts = places[first:at]
            if not rest and len(parts) > 1 and not self.links.totals.keys() & parts:
                self.links.add(total, parts, exhaustive=True)

    def _between(self, i: int, k: int) -> str:
        return self.folded[self.found[i].right : self.found[k].left]

    def _link(self, i: int, run: list[int]) -> None:
        between, right = self._between(i, run[0]), self.found[i].right
        adjacent = run[0] == i + 1
        if not adjacent and ("。" in between or ";" in between):
            if "。其中" in between and (parts := self._parts(run, self.values[i], exact=True)):
                self.links.add(i, parts, exhaustive=True)
            return
        opening = _opening(between, adjacent=adjacent)
        if opening.startswith("("):
            closed = self.folded.find(")", right, right + 300)
            run = [k for k in run if self.found[k].right <= closed]
        if opening:
            total = self.values[i]
            parts = self._parts(run, total, exact=True) or self._parts(run, total)
            if opening == "(其中" and self._all_within(i, run):
                parts = run  # a bracket is one list, also where it does not add up
            if len(parts) > 1 or (parts and opening.lstrip("(,") in LISTS):
                used_up = sum(self.values[p] for p in parts) == self.values[i]
                self.links.add(i, parts, exhaustive=used_up)
        elif i not in self.links.parts and (flow := self._flow(i, run)):
            self.links.add(i, flow, exhaustive=True)

    def _parts(self, run: list[int], total: Decimal, *, exact: bool = False) -> list[int]:
        """
        Return the leading quantities of *run* that fit into *total*; with *exact* two or more
        that use it up, else none.

        A nested list (其中 … 其中 …) belongs to the part before it; it is passed over.
        """
        parts: list[int] = []
        rest, nested = total, _ZERO
        for k in run:
            between, value = self._between(k - 1, k), self.values[k]
            if parts and _opening(between, adjacent=True):
                nested = self.values[parts[-1]]
            elif ")" in between:
                nested = _ZERO
            if nested and value <= nested:
                nested -= value
                continue
            nested = _ZERO
            if value > rest or (parts and not exact and value != rest and self._ends(run[0], k)):
                break
            parts.append(k)
            rest -= value
            if not rest:
                break
        return parts if not exact or (not rest and len(parts) > 1) else []

    def _all_within(self, i: int, run: list[int]) -> bool:
        """
        Whether quantities are one list without another inside of it, and none is as large as *i*.
        """
        return all(self.values[k] < self.values[i] for k in run) and not any(
            _opening(self._between(k - 1, k), adjacent=True) for k in run[1:]
        )

    def _ends(self, first: int, k: int) -> bool:
        """
        Whether the list that *first* begins has ended before *k*: 其中出口5亿元;利用外资1亿元, but
        其中:民事3件;刑事4件.
        """
        if ";" in self._between(k - 1, k) and ":" not in self._between(first - 1, first):
            return ";" not in self._between(first, k - 1) or k == first + 1
        return self._anew(first, k)

    def _anew(self, first: int, k: int) -> bool:
        """
        Whether *k* counts something new and is no part as *first* is: 其中高速公路3公里,新建机场2个.
        """
        return (
            _ANEW.search(self._between(k - 1, k)) is not None
            and _ANEW.search(self._between(first - 1, first)) is None
        )

    def _flow(self, i: int, run: list[int]) -> list[int]:
        """
        Return the next quantities when two or more of them sum to the total exactly.
        """
        total = rest = self.values[i]
        parts: list[int] = []
        for k in run:
            if not _ZERO < self.values[k] < total:
                return []
            parts.append(k)
            rest -= self.values[k]
            if rest <= _ZERO:
                break
        if rest or len(parts) < 2 or total <= _SMALL or "。" in self._between(i, parts[-1]):
            return []
        none = self._among_equals(i, run[0]) or self._in_series(i, run[0])
        return [] if none or self._by_chance(i, parts) else parts

    def _by_chance(self, i: int, parts: list[int]) -> bool:
        """
        Whether *i* is no total although the next ones sum up to it: 维持24件,撤销3件,其他21件 of 63件,
        公安、人事各3件,物价2件,卫生1件, 收入425亿元,比目标275亿元超过150亿元.
        """
        if self.folded[self.found[i].left - 1] == "各" or "比" in self._between(i, parts[0]):
            return True
        if not self.folded.endswith(REST, 0, self.found[parts[-1]].left):
            return False
        return any(self.values.get(k, _ZERO) > self.values[i] for k in range(self.places[0], i))

    def _in_series(self, i: int, k: int) -> bool:
        """
        Whether *i* and *k* are items of one series: 2万所卫生院、1500所医院、500所分院和1000所诊所.
        """
        if not i or self.found[i - 1].unit != self.found[i].unit:
            return False
        return all(
            "、" in gap and "," not in gap for gap in (self._between(i - 1, i), self._between(i, k))
        )

    def _among_equals(self, i: int, k: int) -> bool:
        """
        Whether *i* counts what was made, and *k* what was changed or repealed.
        """
        if not _CHANGING.search(self._between(i, k)):
            return False
        start = self.found[i - 1].right if i else 0
        left = self.found[i].left
        return bool(_MAKING.search(self.folded, max(start, left - 20), left))
