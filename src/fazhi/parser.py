"""
The pipeline: from a source to a report, in a straight line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar, cast

import attrs

from fazhi.errors import EmptyTextError, PluginError
from fazhi.model import Citation, Document, Finding, Format, Framework, Limits, Metric, Note, Report
from fazhi.parsing.additions import Node, with_additions
from fazhi.parsing.bare import restoring
from fazhi.parsing.choice import Choice, choose
from fazhi.parsing.circumstances import circumstances
from fazhi.parsing.citations import citations
from fazhi.parsing.damage import converted
from fazhi.parsing.findings import findings
from fazhi.parsing.frame import frame
from fazhi.parsing.groups import groups
from fazhi.parsing.indicators import stated
from fazhi.parsing.labels import labels
from fazhi.parsing.metadata import metadata
from fazhi.parsing.metrics import metric_nodes
from fazhi.parsing.outline import outline
from fazhi.parsing.place import Place, place
from fazhi.parsing.quantities import quantities
from fazhi.parsing.remarks import damaged, from_file, outside, withheld
from fazhi.parsing.sections import section_lookup
from fazhi.plugins import FormatRecord, Plugins, Registry, guarded
from fazhi.reading.sources import DEFAULT_LIMITS, Source
from fazhi.reading.sources import read as read_source


F = TypeVar("F", bound=Callable[..., Any])

# Any sign that can be seen: not a blank, a control character or one without width.
_VISIBLE = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")


class Parser:
    """
    Reads reports with a fixed set of plugins; it may be used from many threads.

    Attributes:
        formats: Names, titles and plugins of the formats it chooses from, by name.
        limits: How much a file may ask for.
    """

    def __init__(self, plugins: Plugins | None = None, limits: Limits = DEFAULT_LIMITS) -> None:
        """
        Find or check the plugins.

        Args:
            plugins: Modules or objects with hook implementations, ``(name, plugin)`` pairs or a
                mapping of names to plugins: exactly these are used beside the built-in formats.
                None takes every plugin that is installed.
            limits: How much a file may ask for before it is refused.

        Raises:
            PluginError: If one of them cannot be used.
        """
        self._registry = Registry.installed() if plugins is None else Registry(plugins)
        self.formats = self._registry.records
        self.limits = limits

    @property
    def frameworks(self) -> tuple[Framework, ...]:
        """
        The outlines and rules that its plugins give, the oldest first.
        """
        return self._registry.frameworks

    def read(self, source: Source) -> Document:
        """
        Read *source* into the text that would be parsed, with where its parts stand in the file.

        Raises:
            ReadError: If the source cannot be read.
            PluginError: If a plugin fails.
        """
        return read_source(source, self._registry.readers, self.limits)

    def parse(self, source: Source, format: str | None = None) -> Report:  # noqa: A002
        """
        Read *source* into a report.

        Args:
            source: A ``str`` is always the text itself; a path, bytes or a file object is read.
            format: Name of the format that is to read it; None chooses by the document.

        Returns:
            The report. Its text is the source, unchanged, and all spans point into it.

        Raises:
            EmptyTextError: If nothing in the text can be seen.
            UnknownFormatError: If there is no such format.
            ReadError: If the source cannot be read.
            PluginError: If a plugin fails.
        """
        forced = None if format is None else self._registry.format(format)
        document = self.read(source)
        if not _VISIBLE.search(document.text):
            raise EmptyTextError("the text is blank, so there is nothing to read")
        between = restoring(document)
        if between is None:
            return self._parse(document, forced)
        return between.restored(self._parse(between.bare, forced))

    def _parse(self, document: Document, forced: Format | None) -> Report:
        where = place(document)
        if forced is None:
            choice = choose(document, where.region, where.spans, self._registry.formats)
        else:
            choice = Choice(forced, ())
        try:
            return _report(self._registry, document, where, choice)
        except re.error as error:
            owner = self._registry.owner(choice.format)
            message = f"format {choice.format.name!r} has a pattern that does not compile: {error}"
            raise PluginError(owner, message) from error


def _report(registry: Registry, document: Document, where: Place, choice: Choice) -> Report:
    """
    Run all stages; each may be replaced by the format.
    """
    fmt = choice.format
    owner = registry.owner(fmt)

    def stage(name: str, core: F) -> F:
        own = fmt.stages.get(name)
        return core if own is None else cast("F", guarded(owner, f"stage {name!r}", own))

    if "parse" in fmt.stages:
        return cast("Report", guarded(owner, "stage 'parse'", fmt.stages["parse"])(document, fmt))
    around = stage("frame", frame)(document, fmt)
    outlined = stage("outline", outline)(document, around, fmt)
    section_at = section_lookup(outlined.sections)
    found = stage("quantities", quantities)(document, fmt)
    labelled = stage("labels", labels)(document, found)
    grouped = stage("groups", groups)(document, found)
    meta = stage("metadata", metadata)(document, around, where, fmt)
    said = stage("circumstances", circumstances)(document, found, meta.year)
    rows = stage("indicators", stated)(
        document, found, labelled, grouped, outlined.sections, section_at, registry.matcher
    )
    report = Report(
        text=document.text,
        meta=attrs.evolve(meta, format_evidence=choice.spans),
        sections=outlined.sections,
        findings=stage("findings", findings)(document, outlined.sections, fmt),
        metrics=stage("metrics", metric_nodes)(found, labelled, grouped, said, rows, section_at),
        citations=stage("citations", citations)(document, section_at),
    )
    report = with_additions(report, tuple(_extracted(registry, document, report, fmt)), section_at)
    notes: list[Note] = [
        *where.notes,
        *outlined.notes,
        *from_file(report.meta),
        *outside(report.text, report.sections, report.meta, around),
        *withheld(document.folded, report.sections, fmt.withheld),
        *damaged(report.text),
        *converted(document, report.metrics),
    ]
    return attrs.evolve(report, notes=tuple(sorted(notes, key=_place_of)))


def _place_of(note: Note) -> tuple[int, str]:
    return (-1 if note.span is None else note.span.start, note.code)


def _extracted(
    registry: Registry, document: Document, report: Report, fmt: Format
) -> Iterator[Node]:
    """
    Yield what the format's own plugin reads itself, section by section.
    """
    owner = registry.owner(fmt)
    if not registry.implements(owner, "fazhi_extract"):
        return
    for section in report.walk():
        given = {"document": document, "section": section, "format": fmt}
        for node in registry.ask_one(owner, "fazhi_extract", **given):
            if not isinstance(node, Finding | Metric | Citation):
                raise PluginError(owner, f"fazhi_extract gave a {type(node).__name__}, no node")
            if node.span not in section.span:
                raise PluginError(owner, f"fazhi_extract gave {node.span} outside of {section.id}")
            yield node


@cache
def _default_parser() -> Parser:
    return Parser()


def parse(source: Source, format: str | None = None) -> Report:  # noqa: A002
    """
    Read *source* into a report, with every installed plugin.

    Args:
        source: A ``str`` is always the text itself; a path, bytes or a file object is read.
        format: Name of the format that is to read it; None chooses by the document.

    Returns:
        The report. Its text is the source, unchanged, and all spans point into it.

    Raises:
        EmptyTextError: If nothing in the text can be seen.
        UnknownFormatError: If there is no such format.
        ReadError: If the source cannot be read.
        PluginError: If a plugin fails.
    """
    return _default_parser().parse(source, format)


def read(source: Source) -> Document:
    """
    Read *source* into the text that `parse` would parse, with where its parts stand in the file.

    Args:
        source: A ``str`` is always the text itself; a path, bytes or a file object is read.

    Returns:
        The text, what the file says of itself (``source``) and its places (``locator()``).

    Raises:
        ReadError: If the source cannot be read.
        PluginError: If a plugin fails.
    """
    return _default_parser().read(source)


def list_formats() -> tuple[FormatRecord, ...]:
    """
    Return the installed formats, by name.

    Raises:
        PluginError: If an installed plugin cannot be used.
    """
    return _default_parser().formats


def frameworks(year: int | None = None) -> tuple[Framework, ...]:
    """
    Return the outlines and rules that reports on *year* follow, or all that are known.

    Built-in ones and those of the installed plugins, the oldest first. Where no outline is
    known for a year, one of evidence ``none`` says so.

    Args:
        year: Year reported on, such as 2023.

    Raises:
        PluginError: If an installed plugin cannot be used.

    Example:
        >>> [framework.number for framework in frameworks(2023)]
        ['厅字〔2019〕28号', '中发〔2021〕33号']
    """
    known = _default_parser().frameworks
    return known if year is None else tuple(f for f in known if f.holds(year))
