"""
Arithmetic: rises and falls against the values they lie between.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from fazhi.checks.values_figures import Figure
from fazhi.checks.values_judging import SOURCE, Judgements, fault, judging, number
from fazhi.checks.values_reading import Reading
from fazhi.model import Check, Violation
from fazhi.text.patterns import lazy


_FROM = lazy(r"[由从]")
_TO = lazy(
    r"(?P<up>增加|上升|提高|提升|增长|升|增|扩大)?(?P<down>减少|下降|降低|压减|压缩|缩短|精简|降|减|缩减)?(?:到|至|为)$"
)
_ENDS_TO = frozenset("到至为")
_BEFORE = lazy(r"(?:[比较与]|同比|上年|去年|上一年).{0,12}$")
_BY = lazy(
    r"^[,、(]?(?:同比|共|整体|总体)?(?:增加|上升|提高|提升|增长|下降|降低|减少|压减|压缩|缩短|精简|缩减|[增降减升]幅)(?:达|为|了)?$"
)
_HUNDRED = Decimal(100)


@frozen
class Move:
    """
    A value that moved from one figure to another, with the change that the text gives.

    Attributes:
        old: The former value.
        new: The present value.
        said: The change, a rate or in points; None where none is given.
        up: Whether the words between say a rise; None where they do not say.
    """

    old: Figure
    new: Figure
    said: Figure | None
    up: bool | None


def _moves(read: Reading) -> Sequence[Move]:
    """
    Return the moves, read once for both rules.
    """
    shared = vars(read)
    found: Sequence[Move] | None = shared.get("_moves")
    if found is None:
        found = shared["_moves"] = tuple(_read_moves(read))
    return found


def _read_moves(read: Reading) -> Iterator[Move]:
    for sentence in read.sentences:
        for at, (old, new) in enumerate(itertools.pairwise(sentence)):
            if new.sign not in _ENDS_TO:
                continue
            if old.metric.unit != new.metric.unit or new.metric.change or old.metric.change:
                continue
            between = read.between(old, new)
            match = _TO.search(between)
            if match is None or len(between) > 6 or not _FROM.search(old.lead):
                continue
            up = True if match["up"] else False if match["down"] else None
            said = sentence[at + 2] if at + 2 < len(sentence) else None
            if said and not (_is_change(said) and _BY.search(read.between(new, said))):
                said = None
            yield Move(old, new, said, up)


def _is_change(figure: Figure) -> bool:
    return bool(figure.metric.change and figure.metric.bound == "=")


def _from_to(read: Reading) -> Judgements:
    for move in _moves(read):
        said, old, new = move.said, move.old, move.new
        if said is None or not old.exact or not new.exact or old.value == 0:
            continue
        difference = abs(new.value - old.value)
        if said.metric.unit == "百分点" and old.rate:
            found, slack = difference, said.step / 2
        elif said.metric.unit == "%" and not old.rate:
            found, slack = _HUNDRED * difference / old.value, said.step / 2
        else:
            continue
        if abs(found - said.value) <= slack:
            yield None, (said, old, new)
        else:
            yield (
                _is_no_change(read, move, said, found, abs(found - said.value) <= said.step),
                (said,),
            )


def _is_no_change(read: Reading, move: Move, said: Figure, found: Decimal, cut: bool) -> Violation:  # noqa: FBT001
    old, new = read.quote(move.old), read.quote(move.new)
    return fault(
        "FZ220",
        "warning" if cut else "error",
        (
            f"由{old}到{new},变动为{found:.2f},与所写{read.quote(said)}不符",
            f"from {old} to {new} is a change of {found:.2f}, given as {read.quote(said)}",
        ),
        (said, move.old, move.new),
        read,
        f"{number(move.old.value)}→{number(move.new.value)}: {found:.2f} ≠ {number(said.value)}",
    )


def _directions(read: Reading) -> Judgements:
    for move in _moves(read):
        old, new = move.old, move.new
        if move.up is None or not (old.exact and new.exact) or old.value == new.value:
            continue
        if (new.value > old.value) is move.up:
            yield None, (new, old)
        else:
            word = ("上升", "rose") if move.up else ("下降", "fell")
            yield (
                fault(
                    "FZ221",
                    "error",
                    (
                        f"由{read.quote(old)}到{read.quote(new)},不是{word[0]}",
                        f"{read.quote(old)} is said to have {word[1]} to {read.quote(new)}",
                    ),
                    (new, old),
                    read,
                    f"{number(old.value)}→{number(new.value)}",
                ),
                (new, old),
            )


def _amounts(read: Reading) -> Judgements:
    """
    A count, by how many it changed and by what rate: 745件,较上年减少119件、下降13.8%.
    """
    for sentence, at in read.changes:
        if at > 1:
            now, by, rate = sentence[at - 2 : at + 1]
            if not (now.exact and _is_change(by) and _is_change(rate) and rate.metric.unit == "%"):
                continue
            if by.counted != now.counted or by.metric.change != rate.metric.change:
                continue
            if len(read.between(by, rate)) > 6 or not _BEFORE.search(read.between(now, by)):
                continue
            former = now.value - by.value if by.metric.change == "up" else now.value + by.value
            if former <= 0:
                continue
            slack = _HUNDRED * (by.slack + now.slack) / former + rate.step / 2
            found = _HUNDRED * by.value / former
            figures = (rate, by, now)
            if abs(found - rate.value) <= slack:
                yield None, figures
            else:
                yield (
                    fault(
                        "FZ222",
                        "error" if abs(found - rate.value) > slack * 2 else "warning",
                        (
                            (
                                f"变动{read.quote(by)},上年应为{number(former)},变动率应为{found:.2f}%,"
                                f"与{read.quote(rate)}不符"
                            ),
                            (
                                f"a change of {read.quote(by)} on {number(former)} is {found:.2f}%, "
                                f"given as {read.quote(rate)}"
                            ),
                        ),
                        figures,
                        read,
                        f"{number(by.value)}÷{number(former)}={found:.2f}% ≠ {number(rate.value)}%",
                    ),
                    figures,
                )


RULES: tuple[Check, ...] = (
    Check(
        code="FZ220",
        name="change-is-not-difference",
        name_zh="变动与前后两值不符",
        severity="error",
        about="A change given beside the former and the present value must be their difference, in "
        "points between rates and in per cent between counts.",
        source=SOURCE,
        run=judging("FZ220", _from_to),
        fires="群众满意度由95.1%提升至98.3%,提高4.2个百分点。",
        silent="群众满意度由95.1%提升至98.3%,提高3.2个百分点。",
    ),
    Check(
        code="FZ221",
        name="wrong-direction",
        name_zh="升降方向与数值相反",
        severity="error",
        about="What is said to rise must end higher than it began, what falls lower.",
        source=SOURCE,
        run=judging("FZ221", _directions),
        fires="行政诉讼一审败诉率由7.1%降至12.5%。",
        silent="行政诉讼一审败诉率由12.5%降至7.1%。",
    ),
    Check(
        code="FZ222",
        name="change-amount-and-rate",
        name_zh="增减数与增减率不符",
        severity="error",
        about="By how many a count changed and by what rate must give one former value.",
        source=SOURCE,
        run=judging("FZ222", _amounts),
        fires="一审行政案件745件,较上年减少119件、下降18.3%。",
        silent="一审行政案件745件,较上年减少119件、下降13.8%。",
    ),
)
