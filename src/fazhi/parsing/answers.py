"""
Which problem each remedy of a rectification report answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import attrs

from fazhi.model import Finding


def answered(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """
    Give each remedy the id of the problem that it answers.

    A remedy stands beside its problem (1.问题表现 2.整改情况), inside of an item beside it, or in
    the chapter after that of the problems. One problem is answered by all remedies that follow
    it; several are answered in their order by as many remedies, and by none where the numbers
    differ.

    Args:
        found: Findings in text order.

    Returns:
        The same findings, with `Finding.answers` set where a problem is known.
    """
    links: dict[str, str] = {}
    problems: list[Finding] = []
    for (is_problem, _), run in groupby(found, key=_kind_and_parent):
        members = list(run)
        if is_problem:
            problems = members
        elif problems and _related(problems[0], members[0]):
            links.update(_pairs(problems, members))
    return tuple(attrs.evolve(f, answers=links[f.id]) if f.id in links else f for f in found)


def _kind_and_parent(finding: Finding) -> tuple[bool, str]:
    return finding.kind == "problem", _above(finding.section or "")


def _above(section: str) -> str:
    return section.rpartition(".")[0]


def _related(problem: Finding, remedy: Finding) -> bool:
    """
    Whether *remedy* stands under the parent of *problem*, or under the next of that parent.
    """
    here, there = _above(problem.section or ""), _above(remedy.section or "")
    if here and (there == here or there.startswith(f"{here}.")):
        return True
    return bool(there) and _above(here) == _above(there) and remedy.kind == "achievement"


def _pairs(problems: list[Finding], remedies: list[Finding]) -> Iterator[tuple[str, str]]:
    """
    Yield the ids of remedies with those of their problems.
    """
    if len(problems) == 1:
        problems = problems * len(remedies)
    if len(problems) == len(remedies):
        for problem, remedy in zip(problems, remedies, strict=True):
            yield remedy.id, problem.id
