"""
What the completeness rules share: whether a report owes the contents, and where each part stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from fazhi.checks.results import judged, not_applicable
from fazhi.knowledge.frameworks import known_frameworks
from fazhi.model import Check, Finding, Outcome, Section, Span, Violation
from fazhi.model.audit import Examined
from fazhi.model.nodes import FindingKind, Role
from fazhi.text.patterns import lazy


SOURCE = (
    "厅字〔2019〕28号 法治政府建设与责任落实督察工作规定, contents of the annual report (R1 to R6)"
)
_ABOUT = lazy(r"法治政府|依法行政|法治建设")
_HEAD = 600

# A report in four pieces, from which the examples are put together.
HEADING = "某某县2023年法治政府建设年度报告\n2023年,全县扎实推进法治政府建设。\n"
DONE = "一、主要举措和成效\n(一)规范执法。全年办理行政处罚案件120件。\n"
FAULTS = "二、存在的问题\n(一)执法力量薄弱。由于编制不足,乡镇执法人员偏少。\n"
AHEAD = "三、2024年工作安排\n(一)提升执法能力。充实乡镇执法力量,开展全员培训。\n"
WHOLE = HEADING + DONE + FAULTS + AHEAD

# What a rule says of one report: violations, and the spans that show what is there.
Answer = tuple[list[Violation], list[Span]]


def owed(examined: Examined) -> bool:
    """
    Whether the report is a yearly one on law-based government, of a year with ordered contents.
    """
    shared = vars(examined)
    found: bool | None = shared.get("_owed")
    if found is None:
        found = shared["_owed"] = _owed(examined)
    return found


def _owed(examined: Examined) -> bool:
    report, year = examined.report, examined.report.meta.year
    if report.meta.kind not in ("annual_report", "work_summary") or year is None:
        return False
    if len(report.sections) < 2 or not _ABOUT.search(examined.document.folded, 0, _HEAD):
        return False
    given = examined.framework
    if given is not None and given.required:
        return True
    return any(framework.required and framework.holds(year) for framework in known_frameworks())


def asked(rule: str, answer: Callable[[Examined], Answer | None]) -> Callable[[Examined], Outcome]:
    """
    Return the function of *rule*, which concerns reports that owe the contents.

    Args:
        rule: Code of the rule.
        answer: Says what it finds; None where another rule has said that there is nothing to judge.
    """

    def run(examined: Examined) -> Outcome:
        said = answer(examined) if owed(examined) else None
        return not_applicable(rule) if said is None else judged(rule, *said)

    return run


def lacking(
    rule: str, texts: tuple[str, str], spans: Iterable[Span] = (), *, warns: bool = False
) -> Violation:
    """
    Return the violation that something is missing; *texts* are Chinese and English.
    """
    return Violation(
        rule=rule,
        severity="warning" if warns else "info",
        message=texts[0],
        message_en=texts[1],
        spans=tuple(spans),
    )


def chapters(examined: Examined, role: Role) -> list[Section]:
    """
    Return the topmost sections of *role*, found once.
    """
    shared: dict[Role, list[Section]] = vars(examined).setdefault("_chapters", {})
    if role not in shared:
        found: list[Section] = []
        for section in examined.sections:
            if section.role == role and not (found and section.span in found[-1].span):
                found.append(section)
        shared[role] = found
    return shared[role]


def items(examined: Examined, kind: FindingKind) -> list[Finding]:
    """
    Return the findings of *kind*.
    """
    return [finding for finding in examined.report.findings if finding.kind == kind]


def words(examined: Examined, span: Span) -> str:
    """
    Return the folded text of *span*.
    """
    return examined.document.folded[span.slice()]


def body(examined: Examined, section: Section) -> str:
    """
    Return the folded text of a section without its heading.
    """
    return examined.document.folded[section.title_span.end : section.span.end]


def contents_check(  # noqa: PLR0913, PLR0917
    code: str,
    names: tuple[str, str],
    about: str,
    run: Callable[[Examined], Outcome],
    fires: str,
    silent: str,
) -> Check:
    """
    Return the rule; *names* are English and Chinese.
    """
    return Check(
        code=code,
        name=names[0],
        name_zh=names[1],
        severity="warning" if code in ("FZ301", "FZ302", "FZ307") else "info",
        about=about,
        source=SOURCE,
        run=run,
        fires=fires,
        silent=silent,
    )
