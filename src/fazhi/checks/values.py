"""
Arithmetic: one quantity with two values.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from fazhi.checks.values_figures import Figure
from fazhi.checks.values_judging import SOURCE, Judgements, fault, judging, number
from fazhi.checks.values_reading import Reading
from fazhi.model import Check
from fazhi.text.patterns import lazy


_PADDING = lazy(r"20\d\d年?|[\s共约总已并“”的了各]|全年|累计|合计|年度?|其中|本|目前|依法|开展")
_AGAIN = lazy(r"(?:发出|收到|受理|排查出?|发现|办理|制定|评查|反馈|征集)的$")
_LOWER = lazy(r"(?<![\d.])(\d{1,9}(?:\.\d{1,3})?)(?:至|~|～)$")
_TO = frozenset("至~～")
_FROM = lazy(r"[由从]")
_BACK = 6
_SHARED = 0.8
# No report gives one indicator twenty labels; a hostile text may.
_KEPT = 20


def _twice(read: Reading) -> Judgements:
    for one, other in _repeated(read):
        figures = (other, one)
        if abs(one.value - other.value) <= max(one.slack, other.slack):
            yield None, figures
        else:
            yield (
                fault(
                    "FZ250",
                    "warning",
                    (
                        f"“{other.metric.label}”前后不一:{read.quote(one)}、{read.quote(other)}",
                        f"one quantity with two values: {read.quote(one)} and {read.quote(other)}",
                    ),
                    figures,
                    read,
                    f"{number(one.value)} ≠ {number(other.value)}",
                ),
                figures,
            )


def _repeated(read: Reading) -> Iterator[tuple[Figure, Figure]]:
    """
    Yield pairs of figures, in different sentences, whose label, unit, scope and period are one.
    """
    names = [(f.metric.indicator or f.metric.label, f.counted) for f in read.figures]
    times = Counter(names)
    seen: dict[tuple[str | None, ...], list[tuple[int, str, Figure]]] = defaultdict(list)
    for figure, name in zip(read.figures, names, strict=True):
        key = _key(read, figure) if times[name] > 1 else None
        if key is None:
            continue
        bare = _bare(figure)
        if len(bare) < 4:
            continue
        for before, label, first in seen[key]:
            if before != figure.line and _same(label, bare, first, figure):
                yield first, figure
                break
        else:
            if len(seen[key]) < _KEPT:
                seen[key].append((figure.line, bare, figure))


def _key(read: Reading, figure: Figure) -> tuple[str | None, ...] | None:
    metric = figure.metric
    unsuited = not figure.exact or metric.part_of is not None or metric.label is None
    if unsuited or read.planned(figure) or metric.unit in _DURATIONS:
        return None
    role = read.roles.get(metric.section or "", "other")
    if role == "problems":
        return None
    return metric.indicator, figure.counted, metric.scope, metric.period


_DURATIONS = frozenset(("小时", "年", "天", "日", "月", "工作日", "级", "分钟"))


def _bare(figure: Figure) -> str:
    return _PADDING.sub("", figure.metric.label or "")


def _same(one: str, other: str, first: Figure, figure: Figure) -> bool:
    """
    Whether two labels say the same: letter for letter, or nearly where the catalogue agrees.
    """
    if one == other:
        return figure.metric.indicator is not None or len(one) > 7
    if first.metric.indicator is None:
        return False
    a, b = set(one), set(other)
    return len(a & b) / len(a | b) >= _SHARED


def _taken_up(read: Reading) -> Judgements:
    """
    A figure taken up again: 发出检察建议118份 … 发出的118份检察建议.
    """
    for figure in read.figures:
        match = _AGAIN.search(figure.lead) if figure.sign == "的" else None
        if match is None or not figure.exact:
            continue
        verb, noun = match[0][:2], figure.tail[:4]
        before = [
            f
            for f in read.figures[max(0, figure.place - _BACK) : figure.place]
            if f.counted == figure.counted
            and f.exact
            and f.metric.section == figure.metric.section
            and (verb in f.lead and len(noun) > 1 and noun in f.words)
        ]
        if not before:
            continue
        if any(f.value == figure.value for f in before):
            yield None, (figure, before[0])
        else:
            yield (
                fault(
                    "FZ251",
                    "warning",
                    (
                        f"前文为{read.quote(before[0])},此处复述为{read.quote(figure)}",
                        f"{read.quote(before[0])} above is taken up as {read.quote(figure)}",
                    ),
                    (figure, before[0]),
                    read,
                    f"{number(figure.value)} ≠ {number(before[0].value)}",
                ),
                (figure, before[0]),
            )


def _backwards(read: Reading) -> Judgements:
    for figure in read.figures:
        if figure.metric.upper is not None:
            yield None, (figure,)
            continue
        match = _LOWER.search(figure.lead) if figure.sign in _TO else None
        if match is None or _FROM.search(figure.lead) or not figure.exact:
            continue
        if Decimal(match[1]) > figure.value > 0:
            yield (
                fault(
                    "FZ254",
                    "warning",
                    (
                        f"范围{match[0]}{read.quote(figure)}的下限大于上限",
                        f"the range {match[0]}{read.quote(figure)} begins above its end",
                    ),
                    (figure,),
                    read,
                    f"{match[1]} > {number(figure.value)}",
                ),
                (figure,),
            )


RULES: tuple[Check, ...] = (
    Check(
        code="FZ250",
        name="two-values",
        name_zh="同一数据前后不一",
        severity="warning",
        about="One quantity, by its label, unit, scope and period, should have one value in a report.",
        source=SOURCE,
        run=judging("FZ250", _twice),
        fires="全年收到行政复议申请307件。\n做好行政复议工作,全年收到行政复议申请317件。",
        silent="全年收到行政复议申请307件。\n做好行政复议工作,全年收到行政复议申请307件。",
    ),
    Check(
        code="FZ251",
        name="taken-up-differently",
        name_zh="复述数据与前文不符",
        severity="warning",
        about="A figure that is taken up again (发出的118份) should be the one given above.",
        source=SOURCE,
        run=judging("FZ251", _taken_up),
        fires="检察院共发出检察建议118份。发出的108份检察建议均采用书面送达方式。",
        silent="检察院共发出检察建议118份。发出的118份检察建议均采用书面送达方式。",
    ),
    Check(
        code="FZ254",
        name="range-backwards",
        name_zh="范围下限大于上限",
        severity="warning",
        about="A range runs from the lesser to the greater.",
        source=SOURCE,
        run=judging("FZ254", _backwards),
        fires="每件草案组织论证5至3次。",
        silent="每件草案组织论证3至5次。",
    ),
)
