"""
Who took over from a place that ended: by name, by stem, by code, by recorded change, by hand.

The first of these that names a place decides:

- by hand (``regions_by_hand.toml``)
- the same name under a new code, which began in the year after
- the same stem with another suffix (新津县, 新津区), which no other place claims
- a new name under the same code, unless the code was given to another place
- a recorded change that leads to a place of the same level and province

Codes of 1980 to 1984 were renumbered; what is said of them is uncertain.
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


P = TypeVar("P", bound=Place)

_SUFFIX = re.compile("(?:特区|林区|地区|自治州|自治县|自治旗|[省市县区州盟旗])$")
# Hainan left Guangdong in 1988, Chongqing Sichuan in 1997.
_DAUGHTERS = {"44": ("44", "46"), "51": ("51", "50")}


def find_successors(
    places: Iterable[P], events: Iterable[Mapping[str, Any]], by_hand: Mapping[str, str]
) -> dict[P, tuple[str, ...]]:
    """
    Return the codes of the places that took over, by the place that ended.
    """
    return _Search(list(places), list(events)).run(by_hand)


class _Search:
    def __init__(self, places: list[Any], events: list[Mapping[str, Any]]) -> None:
        self.ended = sorted((p for p in places if p.last), key=lambda p: (_level(p.code), p.code))
        self.beginning: dict[int, list[Any]] = {}
        self.by_code: dict[str, list[Any]] = {}
        for place in places:
            self.beginning.setdefault(place.first, []).append(place)
            self.by_code.setdefault(place.code, []).append(place)
        self.changes = _changes(events)
        self.given_away = {
            (event["year"], event["old"]["code"][:6])
            for event in events
            if event["type"] == "码位改派" and event["old"].get("code")
        }
        self.found: dict[Any, tuple[str, ...]] = {}
        self.claimed: set[tuple[int, str]] = set()

    def run(self, by_hand: Mapping[str, str]) -> dict[Any, tuple[str, ...]]:
        unused = dict(by_hand)
        for place in self.ended:
            codes = unused.pop(f"{place.code} {place.last}", "").split()
            if any(self.at(code, place.last + 1) is None for code in codes):
                raise ValueError(f"no such successor of {place}: {codes}")
            if codes:  # without a claim: 吉利区 and 孟津县 both became 孟津区
                self.found[place] = tuple(codes)
        if unused:
            raise ValueError(f"no such places: {', '.join(unused)}")
        for rule in (self.same_name, self.same_stem, self.same_code, self.recorded):
            for place in self.ended:
                if place not in self.found:
                    self.settle(place, rule(place))
        return self.found

    def settle(self, place: Any, codes: Iterable[str]) -> None:
        if codes := tuple(codes):
            self.found[place] = codes
            self.claimed.update((place.last + 1, code) for code in codes)

    def at(self, code: str, year: int) -> Any:
        standing = (
            p for p in self.by_code.get(code, ()) if p.first <= year <= (p.last or year)
        )
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
            if new.code[:2] in provinces
            and _level(new.code) == _level(place.code)
            and fits(new)
        ]
        if _level(place.code) == 3:  # noqa: PLR2004  (a county)
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
        if new and new.first == year and (year, place.code) not in self.given_away:
            yield place.code

    def recorded(self, place: Any) -> Iterator[str]:
        for year, code in self.changes.get((place.code, place.name), ()):
            near = abs(year - place.last - 1) <= 1
            same = code[:2] == place.code[:2] and _level(code) == _level(place.code)
            if near and same and self.at(code, place.last + 1):
                yield code


def _changes(events: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], list[tuple[int, str]]]:
    changes: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for event in events:
        old, new = event["old"], event["new"]
        if old.get("code") and new.get("code"):
            pair = (old["code"][:6], old["name"])
            changes.setdefault(pair, []).append((event["year"], new["code"][:6]))
    return changes


def _stem(name: str) -> str:
    """
    Return the name without suffix; a name of two characters as a whole (横县 is not 横).
    """
    return _SUFFIX.sub("", name) if len(name) > 2 else name  # noqa: PLR2004


def _level(code: str) -> int:
    if code.endswith("0000"):
        return 1
    return 2 if code.endswith("00") else 3
