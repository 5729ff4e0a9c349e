"""
A dictionary that cannot be changed, for the fields of frozen values.
"""

from __future__ import annotations

from typing import Any, NoReturn, TypeVar


K = TypeVar("K")
V = TypeVar("V")


class FrozenDict(dict[K, V]):
    """
    A ``dict`` that refuses every change; it hashes and pickles.

    Raises:
        TypeError: On any attempt to change it.
    """

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("this dictionary belongs to a frozen value and cannot be changed")

    __setitem__ = __delitem__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse
    __ior__ = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return (FrozenDict, (dict(self),))


def frozen_dict(values: Any) -> FrozenDict[Any, Any]:
    """
    Return *values* as a `FrozenDict`, the same object where it is one already.
    """
    return values if isinstance(values, FrozenDict) else FrozenDict(values)
