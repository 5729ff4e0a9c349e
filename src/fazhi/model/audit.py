"""
What an audit asks and answers.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from attrs import define, frozen

from fazhi.model.document import Document
from fazhi.model.nodes import Metric, Section
from fazhi.model.report import Report
from fazhi.model.span import Span


if TYPE_CHECKING:
    from fazhi.model.extensions import Framework

Severity = Literal["error", "warning", "info"]
Result = Literal["pass", "fail", "unknown", "not_applicable"]


@frozen(kw_only=True)
class Violation:
    """
    Something in a report that does not add up, is missing or late.

    Attributes:
        rule: Code of the rule.
        severity: error, warning or info.
        message: What is wrong, in Chinese.
        message_en: The same in English.
        spans: What proves it, the number or heading at fault first; empty where something is missing.
        values: The values compared, as printed.
        formula: The formula, in words and figures.
    """

    rule: str
    severity: Severity
    message: str
    message_en: str
    spans: tuple[Span, ...] = ()
    values: tuple[str, ...] = ()
    formula: str = ""


@frozen(kw_only=True)
class Outcome:
    """
    What one rule found in one report.

    Attributes:
        rule: Code of the rule.
        result: pass, fail, unknown (the report does not say enough) or not_applicable.
        spans: What the result rests on.
        violations: What is wrong; empty unless it fails.
    """

    rule: str
    result: Result
    spans: tuple[Span, ...] = ()
    violations: tuple[Violation, ...] = ()


@define(kw_only=True, slots=False, eq=False)
class Examined:
    """
    A report under audit, with what the rules share.

    Attributes:
        report: The report.
        document: Its text and the folded twin.
        framework: The outline in force in its year, or None.
    """

    report: Report
    document: Document
    framework: Framework | None = None

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """
        All sections, depth first.
        """
        found: list[Section] = []
        left = [*reversed(self.report.sections)]
        while left:
            section = left.pop()
            found.append(section)
            left.extend(reversed(section.children))
        return tuple(found)

    @cached_property
    def sentences(self) -> tuple[tuple[Metric, ...], ...]:
        """
        The metrics of each sentence that has some, in text order.
        """
        folded = self.document.folded
        groups: list[list[Metric]] = []
        last = 0
        for metric in self.report.metrics:
            between = folded[last : metric.span.start]
            if not groups or "。" in between or "\n" in between:
                groups.append([metric])
            else:
                groups[-1].append(metric)
            last = metric.span.end
        return tuple(tuple(group) for group in groups)


@frozen(kw_only=True)
class Check:
    """
    An audit rule.

    Attributes:
        code: Stable code, ``FZ`` and three digits; the first says the family.
        name: Short name in English, such as ``parts-do-not-sum``.
        name_zh: The same in Chinese.
        severity: The highest severity it gives.
        about: What it checks and why.
        source: The law or article, or the standard, that it rests on.
        run: The report under audit → what was found.
        fires: A text on which it fails.
        silent: A text much like it on which it does not.
    """

    code: str
    name: str
    name_zh: str
    severity: Severity
    about: str
    source: str
    run: Callable[[Examined], Outcome]
    fires: str
    silent: str
