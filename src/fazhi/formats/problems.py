"""
What keeps a format from being used at all.

Whether its rows read what they should is another question, which
`fazhi.testing.check_format` answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fazhi.model import Format


# What a format may replace, each by the name under which the pipeline asks for it.
STAGES = frozenset(
    {
        "frame", "outline", "quantities", "labels", "groups", "metrics",
        "citations", "circumstances", "findings", "indicators", "metadata", "parse",
    }
)  # fmt: skip


def problems(format: Format) -> Iterator[str]:  # noqa: A002
    """
    Yield what is wrong with *format*, as the end of a sentence that starts with its name.
    """
    if not format.name.partition(".")[2]:
        yield "has no name of its own behind the plugin's"
    if not format.kinds:
        yield "reads no kind of report"
    if unknown := sorted(format.stages.keys() - STAGES):
        yield f"replaces unknown stages {unknown}; there are {sorted(STAGES)}"
    for cue in format.cues:
        try:
            re.compile(cue.pattern)
        except re.error as error:
            yield f"has a cue {cue.pattern!r} that does not compile: {error}"
