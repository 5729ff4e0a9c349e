"""
Across documents: what became of last year's problems and plans.
"""

from __future__ import annotations

from collections.abc import Iterator

from fazhi.comparison.series import Pair
from fazhi.comparison.traces import echo, promised, same_words
from fazhi.model import Finding, Violation


PROBLEM, PLAN, SILENT, DOCUMENT = "FZ611", "FZ612", "FZ613", "FZ614"

# Shared pairs of characters against all: from here on the words are the same.
_SAME = 0.9
# Plans of other places have a third of their pairs in a report, its own plans twice as many.
_NO_ECHO = 0.12
# A report that is hardly longer than the plan itself cannot answer all of it.
_TIMES = 5


def repeated_problems(pair: Pair) -> Iterator[Violation]:
    """
    Yield problems that last year's report has in the same words.
    """
    for finding, _, likeness in same_words(pair, "problem"):
        if likeness >= _SAME:
            yield _repeated(pair, finding, likeness, PROBLEM)


def repeated_plans(pair: Pair) -> Iterator[Violation]:
    """
    Yield plans that last year's report has in the same words.
    """
    for finding, _, likeness in same_words(pair, "plan"):
        if likeness >= _SAME:
            yield _repeated(pair, finding, likeness, PLAN)


def _repeated(pair: Pair, finding: Finding, likeness: float, rule: str) -> Violation:
    problem = rule == PROBLEM
    word, english = ("问题", "problem") if problem else ("工作安排", "plan")
    share = f"{likeness:.0%}"
    return Violation(
        rule=rule,
        severity="warning" if problem else "info",
        message=f"{word}“{finding.title[:20]}”与{pair.before.title}文字相同({share})",
        message_en=f"This {english} stands in last year's report in the same words ({share}).",
        spans=(finding.span,),
        values=(share,),
        formula=f"相同的相邻字对 = {share}",
    )


def silent_plans(pair: Pair) -> Iterator[Violation]:
    """
    Yield plans of last year of which this year's report has next to no word.
    """
    for finding in pair.before.report.findings:
        if finding.kind != "plan" or len(pair.now.folded) < _TIMES * len(finding.span):
            continue
        told = echo(pair, finding)
        if told is not None and told < _NO_ECHO:
            share = f"{told:.0%}"
            yield Violation(
                rule=SILENT,
                severity="info",
                message=f"上年报告的工作安排“{finding.title[:30]}”在本报告中未见落实情况",
                message_en="Last year's report planned this; this year's hardly has a word of it.",
                values=(finding.title, share),
                formula=f"上年安排的字对在本报告中出现 = {share}",
            )


def unseen_documents(pair: Pair) -> Iterator[Violation]:
    """
    Yield documents that last year's plans were to issue and this year's report never names.
    """
    for title, finding in promised(pair):
        yield Violation(
            rule=DOCUMENT,
            severity="info",
            message=f"上年报告计划制定《{title}》,本报告未提及",
            message_en="Last year's report planned this document; this year's does not name it.",
            values=(title, finding.title),
            formula=f"《{title}》({pair.before.title}) 未见于本报告",
        )
