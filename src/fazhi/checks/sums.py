"""
Arithmetic: do the parts of a total add up.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from fazhi.checks.sums_lists import Listing, listings
from fazhi.checks.values_figures import Figure
from fazhi.checks.values_judging import SOURCE, Judgements, fault, judging, number
from fazhi.checks.values_reading import Reading
from fazhi.model import Check, Violation


_NEARLY, _MUCH = Decimal("0.8"), Decimal("0.3")


def _formula(parts: Sequence[Figure], total: Figure) -> str:
    values = [part.value for part in parts]
    summed = sum(values, Decimal(0))
    sign = "=" if summed == total.value else "≠"
    added = "+".join(number(value) for value in values)
    return f"{added}={number(summed)} {sign} {number(total.value)}"


def _slack(listing: Listing) -> Decimal:
    return sum((part.slack for part in listing.parts), listing.total.slack)


def _excess(listing: Listing) -> Decimal:
    """
    Return by how much the parts exceed the total; below 0 where they fall short.
    """
    return sum((part.value for part in listing.parts), Decimal(0)) - listing.total.value


def _all(listing: Listing) -> tuple[Figure, ...]:
    return (listing.total, *listing.parts)


def _unequal(read: Reading) -> Judgements:
    for listing in listings(read):
        if not all(figure.exact for figure in _all(listing)):
            continue
        excess = _excess(listing)
        if abs(excess) <= _slack(listing):
            yield None, _all(listing)
        elif listing.closed:
            yield _does_not_sum(read, listing), _all(listing)


def _does_not_sum(read: Reading, listing: Listing) -> Violation:
    total, summed = read.quote(listing.total), number(_excess(listing) + listing.total.value)
    # Kinds that leave much of the total may be the main ones only.
    partial = listing.closed == "warning" and -_excess(listing) > listing.total.value * _MUCH
    return fault(
        "FZ201",
        "info" if partial else listing.closed or "warning",
        (
            f"总数{total}与所列各项之和{summed}不符",
            f"the parts listed sum to {summed}, the total is given as {total}",
        ),
        _all(listing),
        read,
        _formula(listing.parts, listing.total),
    )


def _greater_part(read: Reading) -> Judgements:
    for listing in listings(read):
        total = listing.total
        if total.metric.bound not in ("=", "<=", "<"):
            continue
        for part in listing.parts:
            if part.value - total.value <= part.slack + total.slack:
                yield None, (total, part)
            elif part.metric.bound in ("=", ">=", ">"):
                yield _part_is_greater(read, total, part), (part, total)


def _part_is_greater(read: Reading, total: Figure, part: Figure) -> Violation:
    return fault(
        "FZ202",
        "error",
        (
            f"其中一项{read.quote(part)}大于总数{read.quote(total)}",
            f"a part of {read.quote(part)} is greater than its total of {read.quote(total)}",
        ),
        (part, total),
        read,
        f"{number(part.value)} > {number(total.value)}",
    )


def _too_much(read: Reading) -> Judgements:
    for listing in listings(read):
        if listing.closed or not all(figure.exact for figure in _all(listing)):
            continue
        if any(part.value > listing.total.value for part in listing.parts):
            continue
        if _excess(listing) <= _slack(listing):
            yield None, _all(listing)
        else:
            yield _exceeds(read, listing), _all(listing)


def _exceeds(read: Reading, listing: Listing) -> Violation:
    total, summed = read.quote(listing.total), number(_excess(listing) + listing.total.value)
    return fault(
        "FZ203",
        "warning",
        (
            f"其中各项之和{summed}超过总数{total},请核对各项是否重复计数",
            f"the parts listed sum to {summed}, more than their total of {total}; do they overlap?",
        ),
        _all(listing),
        read,
        _formula(listing.parts, listing.total),
    )


def _nearly(read: Reading) -> Judgements:
    for listing in listings(read):
        enough = len(listing.parts) > 1 and all(figure.exact for figure in _all(listing))
        if listing.closed or not enough:
            continue
        missing = -_excess(listing)
        if missing <= _slack(listing) or missing > listing.total.value * (1 - _NEARLY):
            yield None, _all(listing)
        else:
            yield _falls_short(read, listing, missing), _all(listing)


def _falls_short(read: Reading, listing: Listing, missing: Decimal) -> Violation:
    total = read.quote(listing.total)
    return fault(
        "FZ205",
        "info",
        (
            f"所列各项之和与总数{total}仅差{number(missing)},请核对是否漏列或误写",
            f"the parts listed fall {number(missing)} short of the total of {total}; is one missing?",
        ),
        _all(listing),
        read,
        _formula(listing.parts, listing.total),
    )


RULES: tuple[Check, ...] = (
    Check(
        code="FZ201",
        name="parts-do-not-sum",
        name_zh="分项之和与总数不符",
        severity="error",
        about="A list that claims to use its total up (a colon, a bracket, 其他, 在办, a fixed "
        "classification) must sum to it; figures in 万 may differ by their rounding.",
        source=SOURCE,
        run=judging("FZ201", _unequal),
        fires="全县共梳理行政职权4139项。其中,行政许可180项、行政处罚3652项、其他行政职权207项。",
        silent="全县共梳理行政职权4139项。其中,行政许可180项、行政处罚3752项、其他行政职权207项。",
    ),
    Check(
        code="FZ202",
        name="part-exceeds-total",
        name_zh="分项大于总数",
        severity="error",
        about="What is said to be among a total (其中) cannot be more than it.",
        source=SOURCE,
        run=judging("FZ202", _greater_part),
        fires="全年制定抽查计划163个,其中部门联合抽查194个。",
        silent="全年制定抽查计划163个,其中部门联合抽查94个。",
    ),
    Check(
        code="FZ203",
        name="parts-exceed-total",
        name_zh="其中各项之和超过总数",
        severity="warning",
        about="Parts listed behind 其中 that sum to more than the total either overlap or hold a slip.",
        source=SOURCE,
        run=judging("FZ203", _too_much),
        fires="调解各类纠纷1200件,其中邻里纠纷960件、婚姻纠纷340件。",
        silent="调解各类纠纷1200件,其中邻里纠纷860件、婚姻纠纷340件。",
    ),
    Check(
        code="FZ205",
        name="parts-nearly-fill-total",
        name_zh="分项之和略少于总数",
        severity="info",
        about="A list behind 其中 that reaches eight tenths of its total, and not all of it, may lack a part.",
        source=SOURCE,
        run=judging("FZ205", _nearly),
        fires="调解各类纠纷1200件,其中邻里纠纷850件、婚姻纠纷340件。",
        silent="调解各类纠纷1200件,其中邻里纠纷450件、婚姻纠纷340件。",
    ),
)
