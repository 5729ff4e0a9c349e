"""
Arithmetic: figures that stand far out, or that are counted in another scope or unit.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from decimal import Decimal

from fazhi.checks.relations import alike, stated_in
from fazhi.checks.values_figures import Figure
from fazhi.checks.values_judging import SOURCE, Judgements, fault, judging, number
from fazhi.checks.values_reading import Reading
from fazhi.model import Check
from fazhi.text.patterns import lazy


_HEADS = frozenset(("家", "户", "人", "人次"))
_FAR = 100
_LARGEST_HOUSEHOLD = 12
# A section of a report has a few such pairs; a hostile one may have thousands.
_PAIRS = 10
_PAID = lazy(r"发放|补贴|返还|补助|救助|减免|奖励|资助|贷款|授信|金额")
_SHORT = lazy(r"^[,、(和,涉及共惠\s]*$")
_BOTH = lazy(
    r"(?:政府|机关)(?:及|和|与)(?:所属|其|各|组成|工作)?[^,;。]{0,4}部门|全[省市州县区旗盟镇乡]"
)
_TRIES = (("head_appeared", "head_due"), ("head_appeared", "lit_cases"))


def _a_head(read: Reading) -> Judgements:
    pairs = list(_paid(read))
    for at, (count, amount) in enumerate(pairs):
        for other, sum_paid in pairs[max(0, at - _PAIRS) : at]:
            if other.metric.section != count.metric.section or not _of_one(read, count, other):
                continue
            one, two = amount.value / count.value, sum_paid.value / other.value
            figures = (amount, count, sum_paid, other)
            if one < two * _FAR and two < one * _FAR:
                yield None, figures
                continue
            yield (
                fault(
                    "FZ252",
                    "info",
                    (
                        (
                            f"{read.quote(count)}{read.quote(amount)}与{read.quote(other)}"
                            f"{read.quote(sum_paid)}的平均数相差{_FAR}倍以上,请核对单位"
                        ),
                        (
                            f"{read.quote(amount)} for {read.quote(count)} against {read.quote(sum_paid)} "
                            f"for {read.quote(other)}: more than {_FAR} times as much each"
                        ),
                    ),
                    figures,
                    read,
                    f"{number(amount.value)}÷{number(count.value)}≈{one:.0f}; "
                    f"{number(sum_paid.value)}÷{number(other.value)}≈{two:.0f}",
                ),
                figures,
            )


def _paid(read: Reading) -> Iterator[tuple[Figure, Figure]]:
    """
    Yield counts of firms or people with the amount that follows for them.
    """
    for amount in read.figures if "元" in read.units else ():
        if amount.metric.unit != "元" or amount.at == 0 or not _PAID.search(amount.lead):
            continue
        before = read.sentences[amount.line][max(0, amount.at - 2) : amount.at]
        heads = [f for f in before if f.metric.unit in _HEADS]
        if heads and heads[0].value > 0:
            yield heads[0], amount


def _of_one(read: Reading, one: Figure, other: Figure) -> bool:
    """
    Whether two counts share a name of four characters in the words before them.
    """
    here, there = (
        read.folded[max(0, f.metric.span.start - 40) : f.metric.span.start] for f in (one, other)
    )
    return any(
        here[at : at + 4] in there for at in range(len(here) - 3) if here[at : at + 4].isalpha()
    )


def _households(read: Reading) -> Judgements:
    for sentence in read.sentences if "户" in read.units else ():
        for homes, people in itertools.pairwise(sentence):
            if homes.metric.unit != "户" or people.counted not in ("人", "人次"):
                continue
            if not _SHORT.search(read.between(homes, people)) or homes.value <= 0:
                continue
            each = people.value / homes.value
            if Decimal(1) <= each <= _LARGEST_HOUSEHOLD:
                yield None, (people, homes)
            else:
                yield (
                    fault(
                        "FZ253",
                        "info",
                        (
                            f"{read.quote(homes)}{read.quote(people)},每户{each:.1f}人,请核对",
                            f"{read.quote(people)} in {read.quote(homes)} are {each:.1f} each",
                        ),
                        (people, homes),
                        read,
                        f"{number(people.value)}÷{number(homes.value)}≈{each:.1f}",
                    ),
                    (people, homes),
                )


def _scopes(read: Reading) -> Judgements:
    for same in stated_in(read).values():
        for own in same:
            if own.metric.scope != "own" or own.rate:
                continue
            for whole in same:
                if whole.counted != own.counted or whole.metric.period != own.metric.period:
                    continue
                around = read.folded[max(0, whole.metric.span.start - 40) : whole.metric.span.start]
                if whole.metric.scope not in ("all", "departments") or not _BOTH.search(around):
                    continue
                if own.value <= whole.value:
                    yield None, (own, whole)
                else:
                    yield (
                        fault(
                            "FZ233",
                            "info",
                            (
                                f"本级{read.quote(own)}大于包含下属的{read.quote(whole)},请核对统计口径",
                                (
                                    f"{read.quote(own)} of the government itself are more than "
                                    f"{read.quote(whole)} with its departments; scopes may differ"
                                ),
                            ),
                            (own, whole),
                            read,
                            f"{number(own.value)} > {number(whole.value)}",
                        ),
                        (own, whole),
                    )


def _units(read: Reading) -> Judgements:
    stated = stated_in(read)
    for one, other in _TRIES:
        for times in stated.get(one, ()):
            cases = [f for f in stated.get(other, ()) if alike(f, times)]
            if not cases or times.counted == cases[0].counted:
                continue
            if times.value <= cases[0].value:
                yield None, (times, cases[0])
            else:
                yield (
                    fault(
                        "FZ234",
                        "info",
                        (
                            f"{read.quote(times)}多于案件{read.quote(cases[0])},计量单位不同,请核对口径",
                            (
                                f"{read.quote(times)} against {read.quote(cases[0])}: counted in "
                                f"different units"
                            ),
                        ),
                        (times, cases[0]),
                        read,
                        f"{number(times.value)}{times.metric.unit} > "
                        f"{number(cases[0].value)}{cases[0].metric.unit}",
                    ),
                    (times,),
                )


RULES: tuple[Check, ...] = (
    Check(
        code="FZ233",
        name="scope-nesting",
        name_zh="本级数大于合计口径数",
        severity="info",
        about="A government's own cases are among those of the government with its departments; where "
        "they are more, the two figures are of different scope.",
        source=SOURCE,
        run=judging("FZ233", _scopes),
        fires="收到以区政府为被告的行政诉讼案件71件。区政府及所属部门应诉案件24件。",
        silent="收到以区政府为被告的行政诉讼案件21件。区政府及所属部门应诉案件24件。",
    ),
    Check(
        code="FZ234",
        name="unit-clash",
        name_zh="件数与次数口径不同",
        severity="info",
        about="Appearances are counted in 次 or 人, cases in 件; more appearances than cases are no "
        "slip by themselves, but the two make no rate.",
        source=SOURCE,
        run=judging("FZ234", _units),
        fires="行政机关负责人出庭应诉149次,办理应诉案件71件。",
        silent="行政机关负责人出庭应诉49次,办理应诉案件71件。",
    ),
    Check(
        code="FZ252",
        name="amount-outlier",
        name_zh="平均金额相差悬殊",
        severity="info",
        about="Two amounts of one programme that differ a hundredfold a head may have a wrong unit.",
        source=SOURCE,
        run=judging("FZ252", _a_head),
        fires="审批了稳岗返还企业5603家,发放补贴8056万元。困难稳岗返还企业5户,发放金额9066万元。",
        silent="审批了稳岗返还企业5603家,发放补贴8056万元。困难稳岗返还企业5户,发放金额9.66万元。",
    ),
    Check(
        code="FZ253",
        name="household-size",
        name_zh="户均人数异常",
        severity="info",
        about="Households of less than one person or of more than a dozen are mostly a slip.",
        source=SOURCE,
        run=judging("FZ253", _households),
        fires="发放城乡低保金4860万元,惠及1350户21600人。",
        silent="发放城乡低保金4860万元,惠及13500户21600人。",
    ),
)
