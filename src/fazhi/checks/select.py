"""
Which rules are wanted: by code and by prefix, as linters do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fazhi.errors import RuleError
from fazhi.model import Check


Codes = str | Iterable[str]
ALL = "ALL"


def codes(given: Codes | None) -> tuple[str, ...]:
    """
    Return codes and prefixes as a tuple, in capitals.

    >>> codes("FZ2, fz301")
    ('FZ2', 'FZ301')

    Args:
        given: Codes and prefixes: a string with commas, or an iterable of strings.
    """
    if given is None:
        return ()
    words = given.split(",") if isinstance(given, str) else given
    return tuple(word.strip().upper() for word in words if word.strip())


def chosen(
    rules: Sequence[Check], select: Codes | None = None, ignore: Codes | None = None
) -> tuple[Check, ...]:
    """
    Return those of *rules* that are selected and not ignored; the longer prefix decides.

    ``select="FZ203", ignore="FZ2"`` keeps FZ203 alone; of two prefixes of one length, the ignored
    one wins. ``ALL`` is every rule.

    Args:
        rules: The rules to choose from.
        select: What is wanted; None is every rule.
        ignore: What is not.

    Raises:
        RuleError: If a word is the code or prefix of no rule.
    """
    wanted = (ALL,) if select is None else codes(select)
    unwanted = codes(ignore)
    for word in (*wanted, *unwanted):
        if word != ALL and not any(rule.code.startswith(word) for rule in rules):
            known = ", ".join(sorted({rule.code[:3] for rule in rules}))
            raise RuleError(word, f"is no code or prefix of a rule; there are {known} and so on")
    return tuple(rule for rule in rules if _rank(rule, wanted) > _rank(rule, unwanted))


def matches(code: str, prefixes: Iterable[str]) -> bool:
    """
    Return whether *code* starts with one of *prefixes*.
    """
    return any(word == ALL or code.startswith(word) for word in prefixes)


def _rank(rule: Check, words: Iterable[str]) -> int:
    """
    Return the length of the longest prefix that names *rule*: 0 for ``ALL``, -1 for none.
    """
    lengths = (
        0 if word == ALL else len(word)
        for word in words
        if word == ALL or rule.code.startswith(word)
    )
    return max(lengths, default=-1)
