"""
Metrics, from quantities with their labels and groups.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache

from fazhi.model import Metric
from fazhi.model.making import make_metric, make_span
from fazhi.parsing.circumstances import Circumstance
from fazhi.parsing.drafts import Quantity
from fazhi.parsing.groups import Membership
from fazhi.parsing.labels import Label
from fazhi.parsing.names import node_id


# Small counts recur in every report; one value serves them all.
_decimal = lru_cache(maxsize=4096)(Decimal)
_ALONE = Membership()


def metric_nodes(  # noqa: PLR0913, PLR0917
    found: Sequence[Quantity],
    labelled: Sequence[Label],
    grouped: Sequence[Membership | None],
    said: Sequence[Circumstance],
    indicators: Sequence[str | None],
    section_at: Callable[[int], str | None],
) -> tuple[Metric, ...]:
    """
    Return the metrics of a report, in text order.

    Args:
        found: The quantities.
        labelled: Label and label spans of each.
        grouped: Membership of each, None for most.
        said: Scope and period of each.
        indicators: Id of the catalogue's row of each, or None.
        section_at: The id of the deepest section at an offset.
    """
    rows = zip(found, labelled, grouped, said, indicators, strict=True)
    return tuple(
        [
            make_metric(
                node_id("m", i),
                section_at(quantity.start),
                make_span(quantity.start, quantity.end),
                _decimal(quantity.value),
                None if quantity.upper is None else _decimal(quantity.upper),
                quantity.unit,
                quantity.bound,
                quantity.change,
                label,
                spans,
                indicator,
                scope,
                period,
                *(member or _ALONE),
            )
            for i, (quantity, (label, spans), member, (scope, period), indicator) in enumerate(
                rows, 1
            )
        ]
    )
