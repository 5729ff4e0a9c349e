"""
What a terminal shows, as a picture in which wide characters take two cells whatever the font.

Rich's own export gives them one, and a page's fonts seldom two.
"""

# ruff: noqa: INP001 - Sphinx loads it by its name, it is in no package.
from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.terminal_theme import SVG_EXPORT_THEME as THEME
from rich.text import Text


CELL, LINE = 8.4, 20  # width and height of a cell
EDGE = 14  # around the text


def picture(printed: str) -> str:
    """
    Return *printed*, which may have colours, as SVG.
    """
    lines = list(Text.from_ansi(printed).split("\n"))
    width = max(line.cell_len for line in lines) * CELL + 2 * EDGE
    height = len(lines) * LINE + 2 * EDGE
    words = "".join(
        text for number, line in enumerate(lines) for text in _texts(line, EDGE + number * LINE)
    )
    return (
        f'<figure class="terminal"><svg viewBox="0 0 {width:g} {height:g}" role="img" '
        f'xmlns="http://www.w3.org/2000/svg"><rect width="{width:g}" height="{height:g}" rx="8" '
        f'fill="{THEME.background_color.hex}"/>{words}</svg></figure>'
    )


def _texts(line: Text, top: float) -> Iterator[str]:
    """
    Yield the runs of *line* that have one style and one width of characters.
    """
    left: float = EDGE
    for segment in line.render(Console()):
        for cells, chars in groupby(segment.text, key=cell_len):
            run = "".join(chars)
            length = len(run) * cells * CELL
            if run.strip():
                yield (
                    f'<text x="{left:g}" y="{top + 0.75 * LINE:g}" textLength="{length:g}" '
                    f'xml:space="preserve" {_look(segment)}>{escape(run)}</text>'
                )
            left += length


def _look(segment: Segment) -> str:
    style = segment.style
    color = style and style.color
    fill = color.get_truecolor(THEME) if color else THEME.foreground_color
    look = f'fill="{fill.hex}"'
    if style and style.bold:
        look += ' font-weight="bold"'
    return f'{look} opacity="0.65"' if style and style.dim else look
