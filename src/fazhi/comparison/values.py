"""
Values of one quantity over the years: given, told of the year before, risen and fallen, aimed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from fazhi.comparison.series import Prepared
from fazhi.model import Metric
from fazhi.text.patterns import lazy


class Key(NamedTuple):
    """
    What must agree for two values to be of one quantity.

    Attributes:
        indicator: Id of the catalogue's row.
        unit: Measure word.
        scope: Whose figures.
        part: Whether it is given as a part of another.
    """

    indicator: str
    unit: str
    scope: str | None
    part: bool


class Former(NamedTuple):
    """
    A value of the year before that a report gives beside its own.

    Attributes:
        metric: The former value.
        key: Which quantity it is of.
        now: This year's value; None where the report does not give it there.
    """

    metric: Metric
    key: Key
    now: Metric | None


class Rise(NamedTuple):
    """
    A rise or fall against the year before.

    Attributes:
        metric: By how much.
        now: This year's value.
        key: Which quantity it is of.
    """

    metric: Metric
    now: Metric
    key: Key


_DIGITS = lazy(r"\d+(?:\.(\d+))?")
_AGAINST = lazy(r"同比|(?:比|较|与)(?:去年|上年|上一年|前一年|20\d\d年)")
# Sentences with many figures do not say which one rose.
_WITHIN = 30
# Values of one quantity that are kept; a report gives one or two.
_MOST = 20


def key_of(metric: Metric) -> Key | None:
    """
    Return which quantity *metric* is of; None where the catalogue does not know it.
    """
    if metric.indicator is None:
        return None
    return Key(metric.indicator, metric.unit, metric.scope, metric.part_of is not None)


def grain(one: Prepared, metric: Metric) -> Decimal:
    """
    Return the worth of the last digit printed: 1 for 250件, 0.01 for 95.43%, 1000 for 1.2万件.
    """
    words = one.folded[metric.span.start : metric.span.end]
    match = _DIGITS.search(words)
    decimals = len(match[1] or "") if match else 0
    scale = 4 * ("万" in words) + 8 * ("亿" in words)
    return Decimal(1).scaleb(scale - decimals)


def exact(metric: Metric) -> bool:
    """
    Whether *metric* is one value and no bound, rise or fall.
    """
    return metric.bound == "=" and metric.change is None and metric.upper is None


def given(one: Prepared) -> dict[Key, list[Metric]]:
    """
    Return the different values that a report gives for its own year, without aims and rises.
    """
    found: dict[Key, list[Metric]] = {}
    formers = {former.metric.id for former in formers_of(one)}
    own = (None, str(one.report.meta.year))
    for metric in one.report.metrics:
        key = key_of(metric)
        ahead = one.roles.get(metric.section) in {"plans", "recommendations"}
        told = metric.period in own and metric.id not in formers
        if key and exact(metric) and told and not ahead:
            same = found.setdefault(key, [])
            if len(same) < _MOST and all(metric.value != other.value for other in same):
                same.append(metric)
    return found


def aims(one: Prepared) -> Iterator[tuple[Key, Metric]]:
    """
    Yield the values that a report's plans aim at.
    """
    for metric in one.report.metrics:
        key = key_of(metric)
        sure = metric.change is None and metric.bound not in ("~", "range")
        if key and sure and one.roles.get(metric.section) == "plans":
            yield key, metric


def formers_of(one: Prepared) -> list[Former]:
    """
    Return the values of the year before that a report gives.

    ``2022年为307件`` and ``去年同期307件`` are of what was counted just before; with words of its
    own (``2022年受理案件307件``) such a value is of these.
    """
    year = one.report.meta.year
    if year is None:
        return []
    cue = re.compile(
        rf"(?:去年|上年度?|上一年度?|前一年|{year - 1}年度?)(?:同期|全年)?(?:的|为|是|共|仅|仅为)?"
        r"(?P<words>[^\d,;:。]{0,16})$"
    )
    return [former for sentence in one.sentences for former in _in_sentence(one, sentence, cue)]


def _in_sentence(
    one: Prepared, sentence: tuple[Metric, ...], cue: re.Pattern[str]
) -> Iterator[Former]:
    now: Metric | None = None
    for metric in sentence:
        match = cue.search(one.folded, max(0, metric.span.start - 26), metric.span.start)
        if match is None:
            now = metric if exact(metric) else now
            continue
        # 比去年增加20件 is a rise, and not of this value.
        if not exact(metric) or _RISE.search(match["words"]):
            continue
        same = now if now is not None and now.unit == metric.unit else None
        key = key_of(metric) if match["words"] else (same and key_of(same))
        if key:
            yield Former(metric, key, same)


_RISE = lazy("[增减升降涨跌]|提高|翻|多|少")


def rises(one: Prepared) -> Iterator[Rise]:
    """
    Yield the rises and falls against the year before of values that stand right before them.
    """
    formers = {former.metric.id for former in formers_of(one)}
    for sentence in one.sentences:
        now: Metric | None = None
        for metric in sentence:
            if metric.id in formers:
                continue
            if metric.change is None:
                now = metric
                continue
            if now is None or not exact(now) or metric.bound != "=":
                continue
            between = one.folded[now.span.end : metric.span.start]
            key = key_of(now)
            if key and len(between) < _WITHIN and _AGAINST.search(between):
                yield Rise(metric, now, key)
            # A second rise has another base: 同比上升5%,环比上升2%.
            now = None


def rise_of(rise: Rise, before: Decimal) -> Decimal | None:
    """
    Return by how much the value rose from *before*, in the unit of *rise*; None if no unit fits.
    """
    value, unit = rise.now.value, rise.metric.unit
    if unit == "%" and rise.now.unit != "%":
        return None if before == 0 else abs(value / before - 1) * 100
    if unit == "百分点" and rise.now.unit == "%":
        return abs(value - before)
    return abs(value - before) if unit == rise.now.unit and unit != "%" else None
