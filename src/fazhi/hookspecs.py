"""
The hooks that a plugin may implement, and the marker for them.

A plugin is a module with functions marked by `hookimpl`, named in the entry
point group ``fazhi``. Its functions declare the arguments they use, without
defaults; all hooks are asked in the order of the plugins' names.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy


if TYPE_CHECKING:
    from fazhi.model import (
        Check,
        Citation,
        Document,
        Finding,
        Format,
        Framework,
        Indicator,
        Metric,
        Reader,
        Section,
    )


hookspec = pluggy.HookspecMarker("fazhi")
hookimpl = pluggy.HookimplMarker("fazhi")


@hookspec
def fazhi_formats() -> Iterable[Format]:  # type: ignore[empty-body]
    """
    Give the report formats that the plugin reads.

    Returns:
        Formats whose names start with the plugin's name and a dot.
    """


@hookspec
def fazhi_extract(  # type: ignore[empty-body]
    document: Document,
    section: Section,
    format: Format,  # noqa: A002
) -> Iterable[Finding | Metric | Citation]:
    """
    Read what no table can say.

    Called once for each section of a report that one of the plugin's own
    formats was chosen for, and for no other.

    Args:
        document: The report's text and its folded twin; spans of results point into it.
        section: The section to read.
        format: The format in use.

    Returns:
        Nodes whose spans lie inside the section's. Their ids and section are
        set by the parser; a metric or citation on a span that already holds
        one takes its place.
    """


@hookspec
def fazhi_readers() -> Iterable[Reader]:  # type: ignore[empty-body]
    """
    Give the file types that the plugin reads.
    """


@hookspec
def fazhi_indicators() -> Iterable[Indicator]:  # type: ignore[empty-body]
    """
    Give further entries of the indicator catalogue.
    """


@hookspec
def fazhi_frameworks() -> Iterable[Framework]:  # type: ignore[empty-body]
    """
    Give topic outlines and required contents with their years.
    """


@hookspec
def fazhi_checks() -> Iterable[Check]:  # type: ignore[empty-body]
    """
    Give audit rules.
    """
