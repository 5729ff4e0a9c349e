"""
Arithmetic: what cannot be more than what it came from, by the verbs of one sentence.

The catalogue knows the usual indicators; these rows read the verbs themselves, so
that licences, complaints and hotlines are compared as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from fazhi.checks.values_figures import Figure
from fazhi.checks.values_judging import SOURCE, Judgements, fault, judging, number
from fazhi.checks.values_reading import Reading
from fazhi.model import Check, Violation
from fazhi.model.audit import Severity
from fazhi.text.patterns import lazy


@frozen
class Step:
    """
    Two steps of one procedure: the later cannot be more than the earlier.

    Attributes:
        code: Code of the rule.
        name: Its name.
        name_zh: The same in Chinese.
        before: Words of the earlier step.
        after: Words of the later.
        severity: How sure it is.
        about: What it checks and why.
        fires: A text on which it fails.
        silent: A text on which it does not.
    """

    code: str
    name: str
    name_zh: str
    before: str
    after: str
    severity: Severity
    about: str
    fires: str
    silent: str


STEPS: tuple[Step, ...] = (
    Step(
        "FZ240",
        "accepted-exceeds-received",
        "受理数大于收到数",
        r"收到|新收|接收|接到|申请(?!公开)",
        r"(?<!不予)(?<!不)(?<!未)受理",
        "error",
        "No more can be accepted than was received.",
        "收到许可申请307件,受理350件。",
        "收到许可申请307件,受理250件。",
    ),
    Step(
        "FZ241",
        "closed-exceeds-accepted",
        "办结数大于受理数",
        r"(?<!不予)(?<!不)(?<!未)受理|立案|收到|新收|接收|承办",
        r"(?<!未)(?:办结|审结|结案|办复)",
        "warning",
        "More closed than accepted is possible only with cases of another year, which should be said.",
        "全年受理投诉举报746件,办结845件。",
        "全年受理投诉举报746件,办结745件。",
    ),
    Step(
        "FZ242",
        "succeeded-exceeds-handled",
        "调解成功数大于受理数",
        r"(?<!不予)(?<!不)(?<!未)受理|调解|调处|排查",
        r"成功|化解",
        "error",
        "No more disputes can be settled than were taken up.",
        "各类调解组织受理纠纷451件,调解成功475件。",
        "各类调解组织受理纠纷451件,调解成功375件。",
    ),
    Step(
        "FZ243",
        "appeared-exceeds-due",
        "出庭数大于应出庭数",
        r"应出庭|应当出庭",
        r"实际出庭|(?<!应)(?<!应当)出庭",
        "error",
        "A head cannot have appeared in more cases than called for it.",
        "负责人应出庭22件、实际出庭23件。",
        "负责人应出庭22件、实际出庭22件。",
    ),
    Step(
        "FZ244",
        "fixed-exceeds-found",
        "整改数大于发现数",
        r"发现|反馈|排查|交办|查出",
        r"(?<!未)(?<!需)(?<!待)(?:整改|销号)",
        "error",
        "No more can be put right than was found.",
        "排查风险点548个,整改641个。",
        "排查风险点548个,整改541个。",
    ),
    Step(
        "FZ245",
        "passed-exceeds-tested",
        "合格数大于参加数",
        r"参加|参考|报考|评查|抽查|抽检",
        r"(?<!不)合格|(?<!未)通过|优秀",
        "error",
        "No more can pass than took part.",
        "区属执法部门共214人参加考试,222人考试合格。",
        "区属执法部门共214人参加考试,202人考试合格。",
    ),
    Step(
        "FZ246",
        "answered-exceeds-sent",
        "回复采纳数大于发出数",
        r"发出|制发|收到|收集|征集|提出",
        r"(?<!未)(?:回复|反馈|答复|采纳)",
        "error",
        "No more can be answered or adopted than was sent.",
        "征集意见建议120条,采纳131条。",
        "征集意见建议120条,采纳31条。",
    ),
)

_NEAR = 3
# Without what must not stand before them the words are found three times as fast.
_ANY_LATER = lazy("|".join(re.sub(r"\(\?<![^)]*\)", "", step.after) for step in STEPS))
_FILLERS = lazy(
    r"[已共均并经全年数有的了]|依法|累计|成功|案件|其中|完成|实际|目前|截至|当年|实现|及时|按时|按期|考试|问题"
)


def _steps(
    step: Step, before: re.Pattern[str], after: re.Pattern[str], read: Reading
) -> Judgements:
    for late, early in _late(read):
        if after.search(late.words) and _is_earlier(early, late, before, after):
            if late.value <= early.value + early.slack + late.slack:
                yield None, (late, early)
            else:
                yield _is_more(read, step, late, early), (late, early)


def _late(read: Reading) -> list[tuple[Figure, Figure]]:
    """
    Return what any of the later steps may count, with what stands before it, read once for all rows.
    """
    shared = vars(read)
    found: list[tuple[Figure, Figure]] | None = shared.get("_late")
    if found is None:
        found = shared["_late"] = [
            (figure, early)
            for figure in read.figures
            if figure.at and figure.exact and not figure.rate
            if (early := _before(read.sentences[figure.line], figure)) is not None
            if _ANY_LATER.search(figure.words)
        ]
    return found


def _before(sentence: Sequence[Figure], late: Figure) -> Figure | None:
    """
    Return the nearest figure before *late* that counts in its unit, if it holds for the same time.
    """
    for early in reversed(sentence[max(0, late.at - _NEAR) : late.at]):
        if early.counted == late.counted and not early.rate:
            here, there = early.metric, late.metric
            same = here.period == there.period and here.scope == there.scope
            return early if same and early.exact else None
    return None


def _is_earlier(
    early: Figure, late: Figure, before: re.Pattern[str], after: re.Pattern[str]
) -> bool:
    """
    Whether *early* is of the earlier step and of the same things.
    """
    if not before.search(early.words) or after.search(early.lead):
        return False
    own = set(_FILLERS.sub("", before.sub("", after.sub("", late.lead))))
    return own <= set(early.words)


def _is_more(read: Reading, step: Step, late: Figure, early: Figure) -> Violation:
    return fault(
        step.code,
        step.severity,
        (
            f"{step.name_zh}:{read.quote(late)}大于{read.quote(early)}",
            f"{step.name.replace('-', ' ')}: {read.quote(late)} against {read.quote(early)}",
        ),
        (late, early),
        read,
        f"{number(late.value)} > {number(early.value)}",
    )


def _check(step: Step) -> Check:
    before, after = re.compile(step.before), re.compile(step.after)
    return Check(
        code=step.code,
        name=step.name,
        name_zh=step.name_zh,
        severity=step.severity,
        about=step.about,
        source=SOURCE,
        run=judging(step.code, lambda read: _steps(step, before, after, read)),
        fires=step.fires,
        silent=step.silent,
    )


RULES: tuple[Check, ...] = tuple(map(_check, STEPS))
