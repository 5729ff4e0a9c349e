"""
Who took over from a place that ended.

By hand (``regions_by_hand.toml``), else what the source names, else what names
and codes tell: the same name under a new code that began in the year after, the
same stem with another suffix (新津县, 新津区) that no other place claims, a new
name under the same code. Where the source names several, the one that names or
codes tell stands first.
"""
# ruff: noqa: INP001  (a script beside the package)

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol, TypeVar


class Place(Protocol):
    """
    What is asked of a place here.
    """

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int | None: ...
    @property
    def heirs(self) -> tuple[str, ...]: ...


P = TypeVar("P", bound=Place)

_SUFFIX = re.compile("(?:特区|林区|地区|自治州|自治县|自治旗|[省市县区州盟旗])$")
# Hainan left Guangdong in 1988, Chongqing Sichuan in 1997.
_DAUGHTERS = {"44": ("44", "46"), "51": ("51", "50")}


def find_successors(places: Iterable[P], by_hand: Mapping[str, str]) -> dict[P, tuple[str, ...]]:
    """
    Return the codes of the places that took over, by the place that ended.
    """
    return _Search(list(places)).run(by_hand)


class _Search:
    def __init__(self, places: list[Any]) -> None:
        self.ended = sorted((p for p in places if p.last), key=lambda p: (_level(p.code), p.code))
        self.beginning: dict[int, list[Any]] = {}
        self.by_code: dict[str, list[Any]] = {}
        for place in places:
            self.beginning.setdefault(place.first, []).append(place)
            self.by_code.setdefault(place.code, []).append(place)
        self.found: dict[Any, tuple[str, ...]] = {}
        self.claimed: set[tuple[int, str]] = set()

    def run(self, by_hand: Mapping[str, str]) -> dict[Any, tuple[str, ...]]:
        for rule in (self.same_name, self.same_stem, self.same_code):
            for place in self.ended:
                if place not in self.found and (codes := tuple(rule(place))):
                    self.found[place] = codes
                    self.claimed.update((place.last + 1, code) for code in codes)
        unused = dict(by_hand)
        for place in self.ended:
            told = self.found.get(place, ())
            heirs: Iterable[str] = sorted(place.heirs, key=lambda code: code not in told)
            given = unused.pop(f"{place.code} {place.last}", "").split()
            codes = tuple(given or heirs or told)
            if any(self.at(code, place.last + 1) is None for code in codes):
                raise ValueError(f"no such successor of {place}: {codes}")
            self.found[place] = codes
        if unused:
            raise ValueError(f"no such places: {', '.join(unused)}")
        return self.found

    def at(self, code: str, year: int) -> Any:
        standing = (p for p in self.by_code.get(code, ()) if p.first <= year <= (p.last or year))
        return next(standing, None)

    def same_name(self, place: Any) -> Iterator[str]:
        return self.single(place, lambda new: new.name == place.name)

    def same_stem(self, place: Any) -> Iterator[str]:
        stem = _stem(place.name)
        return self.single(
            place,
            lambda new: _stem(new.name) == stem and (new.first, new.code) not in self.claimed,
        )

    def single(self, place: Any, fits: Callable[[Any], bool]) -> Iterator[str]:
        """
        Yield the code of the one new place that fits, those under the same parent first.
        """
        provinces = _DAUGHTERS.get(place.code[:2], (place.code[:2],))
        found = [
            new
            for new in self.beginning.get(place.last + 1, ())
            if new.code[:2] in provinces and _level(new.code) == _level(place.code) and fits(new)
        ]
        if _level(place.code) == 3:
            parents = self.parents(place)
            found = [new for new in found if new.code[:4] in parents] or found
        if len(found) == 1:
            yield found[0].code

    def parents(self, place: Any) -> set[str]:
        """
        Return the first four digits of the place's prefecture and of those that took over from it.
        """
        code = place.code[:4] + "00"
        parent = self.at(code, place.last)
        return {code[:4], *(new[:4] for new in self.found.get(parent, ()))}

    def same_code(self, place: Any) -> Iterator[str]:
        year = place.last + 1
        new = self.at(place.code, year)
        if new and new.first == year:
            yield place.code


def _stem(name: str) -> str:
    """
    Return the name without suffix; a name of two characters as a whole (横县 is not 横).
    """
    return _SUFFIX.sub("", name) if len(name) > 2 else name


def _level(code: str) -> int:
    if code.endswith("0000"):
        return 1
    return 2 if code.endswith("00") else 3
