"""
What audits: a set of rules, and what each of them finds in a report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from fazhi.checks.across import audit_across
from fazhi.checks.families import ACROSS, BUILT_IN
from fazhi.checks.select import Codes, chosen, codes
from fazhi.errors import PluginError, RuleError
from fazhi.model import Check, Examined, Framework, Outcome, Report, Violation
from fazhi.plugins import Plugins, Registry, guarded
from fazhi.text import fold


Key = tuple[tuple[str, ...] | None, tuple[str, ...]]

SEVERITIES = ("error", "warning", "info")

_CODE = re.compile(r"[A-Z]{2,8}[0-9]{3}")
_ACROSS = frozenset(rule.code for rule in ACROSS)
# Names and numbers of frameworks are typed by hand.
_WRITTEN = str.maketrans("〔〕[]—", "()()-", "《》")


class Auditor:
    """
    Audits reports with a fixed set of plugins; it may be used from many threads.

    Attributes:
        rules: The rules that it applies, by code.
    """

    def __init__(self, plugins: Plugins | None = None) -> None:
        """
        Find or check the plugins and their rules.

        Args:
            plugins: As for `fazhi.Parser`: exactly these are used beside the built-in rules. None
                takes every plugin that is installed.

        Raises:
            PluginError: If one of them cannot be used.
        """
        self._registry = Registry.installed() if plugins is None else Registry(plugins)
        owners = _owners(self._registry)
        self.rules = tuple(rule for rule, _ in owners)
        self._run = {rule.code: _runner(rule, plugin) for rule, plugin in owners}
        self._chosen: dict[Key, tuple[Check, ...]] = {}

    def chosen(self, select: Codes | None = None, ignore: Codes | None = None) -> tuple[Check, ...]:
        """
        Return the rules that are selected and not ignored.

        Raises:
            RuleError: If a word is the code or prefix of no rule.
        """
        key = (None if select is None else codes(select), codes(ignore))
        if key not in self._chosen:
            self._chosen[key] = chosen(self.rules, *key)
        return self._chosen[key]

    def framework(
        self, report: Report, framework: Framework | str | None = None
    ) -> Framework | None:
        """
        Return the outline that *report* is held against: the one given, else that of its year.

        Args:
            report: The report.
            framework: A framework, the name or number of one, or None.

        Raises:
            RuleError: If there is none of that name.
        """
        if isinstance(framework, str):
            return self.framework_named(framework)
        year = report.meta.year
        if framework is not None or year is None:
            return framework
        known = self._registry.frameworks
        return next((item for item in known if item.topics and item.holds(year)), None)

    def framework_named(self, name: str) -> Framework:
        """
        Return the framework with this name or number, brackets of any kind.

        Raises:
            RuleError: If there is none; the error holds those there are.
        """
        known = self._registry.frameworks
        wanted = _plain(name)
        for item in known:
            if wanted in (_plain(item.name), _plain(item.number or "")):
                return item
        there = "; ".join(item.number or item.name for item in known)
        raise RuleError(name, f"is no framework; there are {there}")

    def across_rules(
        self, select: Codes | None = None, ignore: Codes | None = None
    ) -> tuple[Check, ...]:
        """
        Return those of the chosen rules that look across documents.
        """
        return tuple(rule for rule in self.chosen(select, ignore) if rule.code in _ACROSS)

    def outcomes(
        self,
        report: Report,
        *,
        framework: Framework | str | None = None,
        rules: Iterable[Check] | None = None,
    ) -> tuple[Outcome, ...]:
        """
        Return what each of *rules* found in *report*, in their order; None is every rule.

        Raises:
            RuleError: If there is no such framework.
            PluginError: If a plugin's rule fails.
        """
        examined = Examined(
            report=report,
            document=fold(report.text),
            framework=self.framework(report, framework),
        )
        wanted = self.rules if rules is None else rules
        return tuple(self._run[rule.code](examined) for rule in wanted)

    def across(
        self, reports: Iterable[Report], *, rules: Iterable[Check] | None = None
    ) -> tuple[tuple[Violation, ...], ...]:
        """
        Return what those of *rules* that look across documents found: a tuple for each report.
        """
        every = tuple(reports)
        wanted = {rule.code for rule in (self.rules if rules is None else rules)}
        found: list[list[Violation]] = [[] for _ in every]
        if wanted & _ACROSS:
            for index, violation in audit_across(every):
                if violation.rule in wanted:
                    found[index].append(violation)
        return tuple(map(in_order, found))


def violations(found: Iterable[Outcome]) -> tuple[Violation, ...]:
    """
    Return the violations of outcomes as they are shown: in text order, no fault told twice.

    Where two rules of a family compare the same figures, the graver one speaks, or the one whose
    code comes first.
    """
    every = [violation for outcome in found for violation in outcome.violations]
    every.sort(key=lambda violation: SEVERITIES.index(violation.severity))
    told: dict[object, Violation] = {}
    for violation in every:
        # One figure may have several things wrong with it; a comparison is one thing.
        compared = frozenset(violation.spans) if len(violation.spans) > 1 else object()
        told.setdefault((violation.rule[:-2], compared), violation)
    return in_order(told.values())


def in_order(found: Iterable[Violation]) -> tuple[Violation, ...]:
    """
    Return violations in text order, those without a span last.
    """
    return tuple(sorted(found, key=_place))


def _place(violation: Violation) -> tuple[bool, int, str]:
    spans = violation.spans
    return (not spans, spans[0].start if spans else 0, violation.rule)


def _plain(name: str) -> str:
    """
    Return *name* in one way of writing its brackets and dashes.
    """
    return "".join(fold(name).folded.translate(_WRITTEN).split())


def _owners(registry: Registry) -> list[tuple[Check, str]]:
    """
    Return all rules by code, each with the plugin that gives it; ``""`` for the built-in ones.
    """
    given: dict[str, tuple[Check, str]] = {rule.code: (rule, "") for rule in BUILT_IN}
    for plugin, rule in registry.ask("fazhi_checks"):
        if not isinstance(rule, Check):
            raise PluginError(plugin, f"fazhi_checks gave a {type(rule).__name__}, no Check")
        if not _CODE.fullmatch(rule.code):
            raise PluginError(plugin, f"rule {rule.code!r} must be letters and three digits")
        if rule.code in given:
            other = given[rule.code][1] or "fazhi itself"
            raise PluginError(plugin, f"gives rule {rule.code!r}, which {other} gives too")
        given[rule.code] = (rule, plugin)
    return [given[code] for code in sorted(given)]


def _runner(rule: Check, plugin: str) -> Callable[[Examined], Outcome]:
    """
    Return the function of *rule*; what a plugin's does wrong is named as the plugin's.
    """
    if not plugin:
        return rule.run
    run = guarded(plugin, f"rule {rule.code}", rule.run)

    def checked(examined: Examined) -> Outcome:
        outcome = run(examined)
        if not isinstance(outcome, Outcome):
            raise PluginError(
                plugin, f"rule {rule.code} gave a {type(outcome).__name__}, no Outcome"
            )
        if any(name != rule.code for name in (outcome.rule, *(v.rule for v in outcome.violations))):
            raise PluginError(plugin, f"rule {rule.code} gave an outcome under another code")
        return outcome

    return checked
