"""
The body of a printed report: the outline with its findings and metrics, and the notes.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from fazhi.cli.lines import line, visible
from fazhi.model import Finding, Metric, Note, Report, Section, Span


BOUNDS = {"=": "", ">=": "≥", ">": ">", "<=": "≤", "<": "<", "~": "≈", "range": ""}
CHANGES = {"up": " ↑", "down": " ↓", None: ""}
STYLES = {
    "achievements": "green", "problems": "red", "recommendations": "magenta", "plans": "blue",
    "achievement": "green", "problem": "red", "recommendation": "magenta", "plan": "blue",
}  # fmt: skip
VALUE = 14  # cells for bound and value
UNIT = 9  # cells for unit and change
OPENING = 120  # characters of a section without heading
QUOTE = 24  # characters of a metric's own words


def outline(report: Report, width: int) -> Iterator[Text]:
    """
    Yield the lines of the section tree with its findings and metrics, and the notes.

    Args:
        report: The report.
        width: Cells of a line; what is longer ends in ``…``.
    """
    metrics = _Metrics(report, width)
    findings = {finding.section: finding for finding in report.findings}
    yield from metrics.of(None, 0)
    chapter = None
    for section in report.walk():
        chapter = section if section.level == 1 else chapter
        said = _said(section, findings.get(section.id), chapter)
        yield line(_heading(report, section), width, said)
        yield from metrics.of(section.id, section.level)
    for note in report.notes:
        yield line(_note(note), width, _place(note.span))
    yield Text()


def _heading(report: Report, section: Section) -> Text:
    text = Text("  " * (section.level - 1)).append(visible(section.marker), "bold cyan")
    text.append(" " if section.marker[-1:].isalnum() else "")
    # An opening or a transition has no heading: its first words stand for it.
    words = section.title or report.text[section.span.slice()][:OPENING]
    return text.append(visible(words), "bold" if section.title else "italic dim")


def _said(section: Section, finding: Finding | None, chapter: Section | None) -> Text:
    if finding is not None:
        said = Text(finding.kind, STYLES[finding.kind])
        return said.append(f" {', '.join(finding.topics[:2])}", "dim")
    if chapter is not None and chapter is not section and chapter.role == section.role:
        return Text()
    return Text(section.role, STYLES.get(section.role, "dim"))


def _note(note: Note) -> Text:
    return Text().append(f"note {note.code}: ", "yellow").append(visible(note.message))


def _place(span: Span | None) -> Text:
    return Text("" if span is None else f"@{span.start}", "dim")


class _Metrics:
    """
    The metrics of a report by section, each as a line: value, unit, label, own words, offset.
    """

    def __init__(self, report: Report, width: int) -> None:
        self._report = report
        self._width = width
        self._totals = {m.total_of: m for m in report.metrics if m.total_of is not None}
        self._rows: dict[str | None, list[Metric]] = {}
        for metric in report.metrics:
            self._rows.setdefault(metric.section, []).append(metric)

    def of(self, section: str | None, level: int) -> Iterator[Text]:
        """
        Yield the lines of the metrics that stand in *section*.
        """
        for metric in self._rows.get(section, ()):
            unit = Text(metric.unit + CHANGES[metric.change], "green")
            unit.truncate(UNIT, pad=True)
            text = Text("  " * level).append(f"{_value(metric):>{VALUE}} ", "green")
            text.append_text(unit).append(" " + "  " * self._depth(metric))
            text.append(visible(metric.label or "(nothing says of what)") + _limits(metric))
            words = visible(self._report.quote(metric))[:QUOTE]
            place = Text(f"{words} ", "dim").append_text(_place(metric.span))
            yield line(text, self._width, place)

    def _depth(self, metric: Metric) -> int:
        """
        Return how many totals *metric* is a part of, one inside the other.
        """
        depth, seen = 0, set()
        while metric.part_of is not None and metric.part_of not in seen:
            depth += 1
            seen.add(metric.part_of)
            metric = self._totals.get(metric.part_of, metric)
        return depth


def _value(metric: Metric) -> str:
    upper = "" if metric.upper is None else f"-{metric.upper:,f}"
    return f"{BOUNDS[metric.bound]} {metric.value:,f}{upper}".strip()


def _limits(metric: Metric) -> str:
    limits = ", ".join(filter(None, (metric.period, metric.scope)))
    return f" [{limits}]" if limits else ""
