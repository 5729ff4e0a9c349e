"""
A violation as a clerk reads it: the passage with its numbers underlined, and the formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.text import Text

from fazhi.cli.audits import Audited
from fazhi.cli.lines import visible
from fazhi.model import Check, Span, Violation


STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold blue"}
MOST = 4  # passages of one violation
GUTTER = 7  # cells for the number of the line
INDENT = "  "


def violation_lines(one: Audited, violation: Violation, rule: Check, width: int) -> Iterator[Text]:
    """
    Yield the lines that show *violation*: where, what, the passages that prove it, the formula.

    Args:
        one: The report that it stands in.
        violation: What is wrong.
        rule: The rule that says so.
        width: Cells of a line of the passage.
    """
    style = STYLES[violation.severity]
    text = (
        Text()
        .append(where(one, violation), "bold")
        .append(": ", "dim")
        .append(violation.severity, style)
    )
    yield text.append(f" {violation.rule}", style).append(f" {rule.name} {rule.name_zh}", "dim")
    yield Text(INDENT).append(visible(violation.message))
    yield Text(INDENT).append(visible(violation.message_en), "dim")
    windows = list(_windows(one, violation.spans, width - GUTTER - len(INDENT)))
    for number, span in windows[:MOST]:
        yield from _passage(one, number, span, violation.spans, style)
    if len(windows) > MOST:
        yield Text(f"{'':{GUTTER - 2}} … {len(windows) - MOST} more", "dim")
    if violation.formula:
        yield (
            Text().append(f"{'':{GUTTER - 2}} = ", "dim").append(visible(violation.formula), "bold")
        )
    yield Text()


def where(one: Audited, violation: Violation) -> str:
    """
    Return ``file:line:column``; the file alone for what is missing.
    """
    place = one.place(violation)
    name = visible(one.name)
    return name if place is None else f"{name}:{place.line}:{place.column}"


def _windows(one: Audited, spans: Iterable[Span], room: int) -> Iterator[tuple[int, Span]]:
    """
    Yield lines with the part of each that shows the spans; near spans share one.
    """
    text = one.report.text
    number, window = 0, Span(0, 0)
    for span in sorted(set(spans)):
        line = one.places.of(span.start).line
        whole = one.places.line(line)
        part = Span(min(span.start, whole.end), min(span.end, whole.end))
        joined = Span(window.start, max(window.end, part.end))
        if line == number and cell_len(text[joined.slice()]) <= room:
            window = joined
            continue
        if number:
            yield number, _widened(text, window, one.places.line(number), room)
        number, window = line, part
    if number:
        yield number, _widened(text, window, one.places.line(number), room)


def _widened(text: str, window: Span, line: Span, room: int) -> Span:
    """
    Return *window* with as much of its line on both sides as has room, or what of it has.
    """
    start, end = window
    free = room - cell_len(text[start:end])
    while free < 0:
        end -= 1
        free += cell_len(text[end])
    before = free // 2
    while start > line.start and before >= cell_len(text[start - 1]):
        start -= 1
        before -= cell_len(text[start])
    free = room - cell_len(text[start:end])
    while end < line.end and free >= cell_len(text[end]):
        free -= cell_len(text[end])
        end += 1
    while start > line.start and free >= cell_len(text[start - 1]):
        start -= 1
        free -= cell_len(text[start])
    return Span(start, end)


def _passage(
    one: Audited, number: int, window: Span, spans: tuple[Span, ...], style: str
) -> Iterator[Text]:
    """
    Yield the words of *window* and the line that marks the spans in it.
    """
    line = one.places.line(number)
    words = (
        Text()
        .append(f"{number:>{GUTTER - 2}} | ", "dim")
        .append("…" if window.start > line.start else "")
    )
    marks = Text().append(f"{'':{GUTTER - 2}} | ", "dim").append(" " * (window.start > line.start))
    for offset in range(*window):
        # A control character would act on the terminal, and must keep its place.
        char = visible(one.report.text[offset]) or " "
        mark = _mark(offset, spans)
        words.append(char, style if mark != " " else "")
        marks.append(mark * cell_len(char), style)
    yield words.append("…" if window.end < line.end else "")
    marks.rstrip()
    yield marks


def _mark(offset: int, spans: tuple[Span, ...]) -> str:
    """
    Return ``^`` under what is at fault, ``~`` under what it is compared with, else a blank.
    """
    if spans[0].start <= offset < spans[0].end:
        return "^"
    return "~" if any(span.start <= offset < span.end for span in spans) else " "
