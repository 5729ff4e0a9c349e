"""
Across documents: values against those of another year's report.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from fazhi.comparison.series import Pair
from fazhi.comparison.values import (
    Former,
    Rise,
    aims,
    formers_of,
    given,
    grain,
    rise_of,
    rises,
)
from fazhi.model import Metric, Violation


FORMER, RISE, TWINS, MISSED, UNREPORTED = "FZ601", "FZ602", "FZ603", "FZ604", "FZ605"


# Values that are further apart than this are counted otherwise: the whole area and the body itself.
_TIMES = 3


def former_values(pair: Pair) -> Iterator[Violation]:
    """
    Yield values of the year before that last year's report gives otherwise.
    """
    if not _comparable(pair):
        return
    before = given(pair.before)
    for former in formers_of(pair.now):
        told = [m for m in before.get(former.key, []) if _alike(m.value, former.metric.value)]
        if told and not any(_agree(pair, former, metric) for metric in told):
            yield _former(pair, former, told[0])


def _comparable(pair: Pair) -> bool:
    """
    Whether both reports tell of whole years.
    """
    return pair.before.whole_year and pair.now.whole_year


def _alike(one: Decimal, other: Decimal) -> bool:
    """
    Whether two values may well be of one quantity.
    """
    return 0 < max(one, other) <= _TIMES * min(one, other)


def _agree(pair: Pair, former: Former, metric: Metric) -> bool:
    within = max(grain(pair.now, former.metric), grain(pair.before, metric))
    # One unit of a count is a unit too many; a rounded figure may be out by its last digit.
    apart = abs(former.metric.value - metric.value)
    return apart == 0 if within == 1 else apart <= within


def _former(pair: Pair, former: Former, told: Metric) -> Violation:
    now = pair.now.report.quote(former.metric)
    then = pair.before.report.quote(told)
    what = told.label or ""
    return Violation(
        rule=FORMER,
        severity="warning",
        message=f"本报告称上年“{what}”为{now},{pair.before.title}为{then}",
        message_en=f"Gives {now} for the year before; that year's report has {then}.",
        spans=(former.metric.span, *((former.now.span,) if former.now else ())),
        values=(now, then),
        formula=f"{now} ≠ {then}({pair.before.title})",
    )


def rises_and_falls(pair: Pair) -> Iterator[Violation]:
    """
    Yield rises that this year's value and last year's report do not give.
    """
    if not _comparable(pair):
        return
    before = given(pair.before)
    # Where the text gives the former value itself, FZ601 and the sums of the text judge it.
    stated = {former.now.id for former in formers_of(pair.now) if former.now}
    for rise in rises(pair.now):
        told = [m for m in before.get(rise.key, []) if _alike(m.value, _implied(rise))]
        if rise.now.id in stated or not told:
            continue
        real = [_real(rise, metric) for metric in told]
        within = grain(pair.now, rise.metric)
        if all(by is not None and not _near(rise, by, within) for by in real):
            yield _rise(pair, rise, told[0], real[0])


def _implied(rise: Rise) -> Decimal:
    """
    Return the value of the year before that this year's and its rise give.
    """
    up = 1 if rise.metric.change == "up" else -1
    if rise.metric.unit != "%" or rise.now.unit == "%":
        return rise.now.value - up * rise.metric.value
    factor = 1 + up * rise.metric.value / 100
    return rise.now.value / factor if factor else Decimal(0)


def _real(rise: Rise, before: Metric) -> tuple[Decimal, bool] | None:
    """
    Return by how much the value changed, and whether it rose.
    """
    by = rise_of(rise, before.value)
    return None if by is None else (by, rise.now.value >= before.value)


def _near(rise: Rise, real: tuple[Decimal, bool], within: Decimal) -> bool:
    by, rose = real
    same_way = by <= within or rose == (rise.metric.change == "up")
    return same_way and abs(by - rise.metric.value) <= within


def _rise(pair: Pair, rise: Rise, before: Metric, real: tuple[Decimal, bool] | None) -> Violation:
    said, now = pair.now.report.quote(rise.metric), pair.now.report.quote(rise.now)
    then = pair.before.report.quote(before)
    by = "" if real is None else f"{'+' if real[1] else '-'}{real[0]:.2f}"
    return Violation(
        rule=RISE,
        severity="warning",
        message=f"同比{said},但{pair.before.title}为{then},与本年{now}相比应为{by}{rise.metric.unit}",
        message_en=f"States a change of {said}; from {then} in last year's report to {now} it is {by}.",
        spans=(rise.metric.span, rise.now.span),
        values=(said, now, then),
        formula=f"{then} → {now} = {by}{rise.metric.unit} ≠ {said}",
    )


def disagreements(pair: Pair) -> Iterator[Violation]:
    """
    Yield values that two reports of one subject on one year give differently.
    """
    before, now = given(pair.before), given(pair.now)
    for key in before.keys() & now.keys():
        old, new = _one(before[key]), _one(now[key])
        if old is None or new is None or old.label != new.label or old.value == new.value:
            continue
        had, has = pair.before.report.quote(old), pair.now.report.quote(new)
        yield Violation(
            rule=TWINS,
            severity="warning",
            message=f"同一年度的另一份报告中“{new.label}”为{had},本报告为{has}",
            message_en=f"Another report on the same year has {had}, this one {has}.",
            spans=(new.span,),
            values=(has, had),
            formula=f"{has} ≠ {had}",
        )


def _one(metrics: list[Metric]) -> Metric | None:
    return metrics[0] if len({metric.value for metric in metrics}) == 1 else None


def missed_aims(pair: Pair) -> Iterator[Violation]:
    """
    Yield values of this year that fall short of what last year's plan aimed at.
    """
    now = given(pair.now)
    for key, aim in aims(pair.before):
        reached = now.get(key, [])
        if not reached or any(_reaches(metric, aim) for metric in reached):
            continue
        has, wanted = pair.now.report.quote(reached[0]), pair.before.report.quote(aim)
        yield Violation(
            rule=MISSED,
            severity="info",
            message=f"上年报告计划“{aim.label}”达到{wanted},本年为{has}",
            message_en=f"Last year's report aimed at {wanted}; this year's value is {has}.",
            spans=(reached[0].span,),
            values=(has, wanted),
            formula=f"{has} 未达到 {wanted}",
        )


def _reaches(metric: Metric, aim: Metric) -> bool:
    if aim.bound in ("<=", "<"):
        return metric.value <= aim.value
    # An aim without a bound is a plan of so many (新建12个), and more than planned fulfils it.
    return metric.value >= aim.value


def unreported_aims(pair: Pair) -> Iterator[Violation]:
    """
    Yield aims of last year's plan of whose quantity this year's report gives no figure.
    """
    told = {metric.indicator for metric in pair.now.report.metrics}
    for key, aim in aims(pair.before):
        if key.indicator in told or (aim.label and aim.label in pair.now.folded):
            continue
        wanted = pair.before.report.quote(aim)
        yield Violation(
            rule=UNREPORTED,
            severity="info",
            message=f"上年报告计划“{aim.label}{wanted}”,本报告未见完成情况",
            message_en=f"Last year's report aimed at {wanted}; this report gives no figure for it.",
            values=(wanted,),
            formula=f"{aim.label}{wanted}({pair.before.title})",
        )
