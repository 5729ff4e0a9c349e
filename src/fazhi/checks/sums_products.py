"""
Arithmetic: amounts that are a count times a standard, and averages.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from fazhi.checks.values_figures import Figure
from fazhi.checks.values_judging import SOURCE, Judgements, fault, judging, number
from fazhi.checks.values_reading import Reading
from fazhi.model import Check
from fazhi.text.patterns import lazy


_EACH = lazy(r"每(?:人|户|名|件|家|个|位|例|亩|场|次)(?:每年|补助|发放|奖励|补贴)?$")
_ALL = lazy(r"^,?(?:总共|共计|合计|共)(?:发放|补贴|补助|支付|兑现|拨付|奖励|支出)")
_STANDARD = lazy(r"标准")
_MEAN = lazy(r"(?:平均每|[人户件场家村次]均)")


def _paid(read: Reading) -> Judgements:
    if "元" not in read.units or "每" not in read.folded:
        return
    for sentence in read.sentences:
        for count, standard, amount in zip(sentence, sentence[1:], sentence[2:], strict=False):
            if not (standard.metric.unit == amount.metric.unit == "元" != count.metric.unit):
                continue
            if not (
                _EACH.search(standard.lead) and count.exact and standard.exact and amount.exact
            ):
                continue
            between = read.between(standard, amount)
            if not (_STANDARD.search(between) or _is_all(count, standard, between)):
                continue
            figures = (amount, count, standard)
            product = count.value * standard.value
            if abs(product - amount.value) <= amount.slack + count.value * standard.slack:
                yield None, figures
            else:
                yield (
                    fault(
                        "FZ208",
                        "error",
                        (
                            (
                                f"金额{read.quote(amount)}与{read.quote(count)}×"
                                f"{read.quote(standard)}={number(product)}元不符"
                            ),
                            (
                                f"{read.quote(count)} at {read.quote(standard)} make {number(product)} "
                                f"yuan, the amount is given as {read.quote(amount)}"
                            ),
                        ),
                        figures,
                        read,
                        f"{number(count.value)}×{number(standard.value)}={number(product)}"
                        f" ≠ {number(amount.value)}",
                    ),
                    figures,
                )


def _is_all(count: Figure, standard: Figure, between: str) -> bool:
    """
    Whether the amount behind a standard is said to be all of it, and the standard is one each.
    """
    each = standard.lead[standard.lead.rfind("每") + 1 :][:1].replace("名", "人")
    return bool(_ALL.search(between)) and count.counted == each


def _means(read: Reading) -> Judgements:
    for count, total, mean in _averages(read):
        figures = (mean, total, count)
        quotient = total.value / count.value
        low = (total.value - total.step / 2) / count.value - mean.step
        high = (total.value + total.step / 2) / count.value + mean.step
        if low <= mean.value <= high:
            yield None, figures
        else:
            yield (
                fault(
                    "FZ209",
                    "warning",
                    (
                        (
                            f"平均数{read.quote(mean)}与{read.quote(total)}÷{read.quote(count)}"
                            f"≈{quotient:.2f}不符"
                        ),
                        (
                            f"a mean of {read.quote(mean)} is given, {read.quote(total)} over "
                            f"{read.quote(count)} is {quotient:.2f}"
                        ),
                    ),
                    figures,
                    read,
                    f"{number(total.value)}÷{number(count.value)}≈{quotient:.2f} ≠ {number(mean.value)}",
                ),
                figures,
            )


def _averages(read: Reading) -> Iterator[tuple[Figure, Figure, Figure]]:
    """
    Yield counts, totals and means that stand side by side: 58家, 3.6亿元, 户均620万元.
    """
    for sentence in read.sentences:
        for one, other, mean in zip(sentence, sentence[1:], sentence[2:], strict=False):
            if (one.counted == mean.counted) is (other.counted == mean.counted):
                continue
            if not (one.exact and other.exact and mean.exact and _MEAN.search(mean.lead)):
                continue
            pair = (one, other) if other.counted == mean.counted else (other, one)
            count, total = pair
            if total.counted != mean.counted or count.counted == total.counted:
                continue
            if _divides(count, mean) and count.value > Decimal(0):
                yield count, total, mean


def _divides(count: Figure, mean: Figure) -> bool:
    """
    Whether the mean is over what is counted: 户均 over 户 or 家, 每场 over 场 or 场次.
    """
    match = _MEAN.search(mean.lead)
    if match is None:
        return False
    said = match[0][0] if match[0].endswith("均") else mean.lead[match.end() : match.end() + 1]
    return count.counted.startswith(said) or (said == "户" and count.counted == "家")


RULES: tuple[Check, ...] = (
    Check(
        code="FZ208",
        name="count-times-standard",
        name_zh="人数乘标准不等于金额",
        severity="error",
        about="An amount paid at a standard a head must be the heads times the standard.",
        source=SOURCE,
        run=judging("FZ208", _paid),
        fires="对51名重点群体人员按照每人1670元的标准发放8.715万元临时生活补助金。",
        silent="对51名重点群体人员按照每人1670元的标准发放8.517万元临时生活补助金。",
    ),
    Check(
        code="FZ209",
        name="mean-is-not-quotient",
        name_zh="平均数与总数不符",
        severity="warning",
        about="A mean beside its total and its count must be the one over the other.",
        source=SOURCE,
        run=judging("FZ209", _means),
        fires="为50家企业授信3.6亿元,户均820万元。",
        silent="为50家企业授信3.6亿元,户均720万元。",
    ),
)
