"""
Arithmetic: rates that complement each other, and rates that cannot be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from fazhi.checks.rates_pairs import name
from fazhi.checks.values_figures import Figure
from fazhi.checks.values_judging import SOURCE, Judgements, fault, judging, number
from fazhi.checks.values_reading import Reading
from fazhi.model import Check
from fazhi.text.patterns import lazy


_BOUNDED = lazy(
    r"(?:合格|办结|审结|结案|成功|满意|出庭|应诉|回复|答复|采纳|公开|备案|履行|持证|参考|通过|优秀|优良"
    r"|整改|网办|受理|调解|化解|审核|审查|公示|知晓|普及|及时|败诉|胜诉|纠错|办复|面商|报备|反馈|和解|应用|达标)率"
    r"[为达到仅约均]{0,3}$"
)
_COMPLEMENTS = tuple((f"{word}率", f"{no}{word}率") for word, no in (
    ("合格", "不"), ("满意", "不"), ("达标", "不"), ("通过", "未"), ("达标", "未"),
))  # fmt: skip
_ENDS = frozenset("率为达到仅约均")
_SHARES = lazy(r"占")
_TOGETHER = lazy(r"^(?:、|和|,|及|以及)?[^,;。%]{0,12}$")
_HUNDRED = Decimal(100)


def _complements(read: Reading) -> Judgements:
    if len(read.percents) < 2 or not any(lacking in read.folded for _, lacking in _COMPLEMENTS):
        return
    for sentence in read.sentences:
        named = [(name(f), f) for f in sentence if f.metric.unit == "%" and f.exact]
        for whole, lacking in _COMPLEMENTS:
            for said, bad in named:
                if not said.endswith(lacking):
                    continue
                good = _nearest(bad, [f for n, f in named if n.endswith(whole) and f is not bad])
                if good is None or name(good).endswith(lacking):
                    continue
                others = [f.value for n, f in named if f not in (good, bad) and n.endswith("率")]
                rest = _HUNDRED - good.value - bad.value
                if abs(rest) <= max(good.step, bad.step) or any(abs(rest - o) < 1 for o in others):
                    yield None, (good, bad)
                else:
                    yield (
                        fault(
                            "FZ212",
                            "error",
                            (
                                f"{whole}{read.quote(good)}与{lacking}{read.quote(bad)}之和不等于100%",
                                (
                                    f"two complements, {read.quote(good)} and {read.quote(bad)}, "
                                    f"do not make 100%"
                                ),
                            ),
                            (bad, good),
                            read,
                            f"{number(good.value)}+{number(bad.value)}="
                            f"{number(good.value + bad.value)} ≠ 100",
                        ),
                        (bad, good),
                    )


def _nearest(figure: Figure, others: Sequence[Figure]) -> Figure | None:
    return min(others, key=lambda other: abs(other.place - figure.place), default=None)


def _over(read: Reading) -> Judgements:
    for figure in read.percents:
        if figure.metric.change or figure.sign not in _ENDS or not _BOUNDED.search(figure.lead):
            continue
        if figure.value <= _HUNDRED:
            yield None, (figure,)
        elif figure.metric.bound in ("=", ">=", ">"):
            yield (
                fault(
                    "FZ213",
                    "error",
                    (
                        f"{name(figure)[-6:]}{read.quote(figure)}超过100%",
                        f"a rate that cannot exceed 100% is given as {read.quote(figure)}",
                    ),
                    (figure,),
                    read,
                    f"{number(figure.value)}% > 100%",
                ),
                (figure,),
            )


def _shares(read: Reading) -> Judgements:
    for run in _share_runs(read):
        total = sum((figure.value for figure in run), Decimal(0))
        slack = sum((figure.slack for figure in run), Decimal(0)) + 1
        if total <= _HUNDRED + slack:
            yield None, run
        else:
            yield (
                fault(
                    "FZ214",
                    "warning",
                    (
                        f"并列各项占比之和{number(total)}%超过100%",
                        f"the shares listed side by side sum to {number(total)}%",
                    ),
                    run,
                    read,
                    f"{'+'.join(number(f.value) for f in run)}={number(total)} > 100",
                ),
                run,
            )


def _share_runs(read: Reading) -> Iterator[tuple[Figure, ...]]:
    """
    Yield the shares that stand side by side under one 分别占 or 占比分别为.
    """
    for sentence in read.sentences if "分别" in read.folded else ():
        run: list[Figure] = []
        for figure in sentence:
            is_share = figure.metric.unit == "%" and figure.exact
            if is_share and run and _TOGETHER.search(read.between(run[-1], figure)):
                run.append(figure)
                continue
            if len(run) > 1:
                yield tuple(run)
            opens = is_share and _SHARES.search(figure.lead) and "分别" in figure.lead
            run = [figure] if opens else []
        if len(run) > 1:
            yield tuple(run)


RULES: tuple[Check, ...] = (
    Check(
        code="FZ212",
        name="complements-are-not-100",
        name_zh="互补比率之和不等于100%",
        severity="error",
        about="合格率 and 不合格率 of one sentence leave nothing between them, unless a third class is given.",
        source=SOURCE,
        run=judging("FZ212", _complements),
        fires="经过评查,案件不合格率0.80%,合格率98.20%。",
        silent="经过评查,案件不合格率0.80%,合格率99.20%。",
    ),
    Check(
        code="FZ213",
        name="rate-over-100",
        name_zh="比率超过100%",
        severity="error",
        about="A rate of those among all that were closed, passed or satisfied cannot exceed 100%; "
        "rates of growth or of a target may.",
        source=SOURCE,
        run=judging("FZ213", _over),
        fires="行政机关负责人出庭应诉率达到102%。",
        silent="全年目标任务完成率达到102%。",
    ),
    Check(
        code="FZ214",
        name="shares-over-100",
        name_zh="并列占比之和超过100%",
        severity="warning",
        about="Shares of one whole that are listed side by side cannot sum to more than it.",
        source=SOURCE,
        run=judging("FZ214", _shares),
        fires="公安、市场监管、交通运输案件占比分别为47.5%、38.2%、24.3%。",
        silent="公安、市场监管、交通运输案件占比分别为47.5%、28.2%、24.3%。",
    ),
)
