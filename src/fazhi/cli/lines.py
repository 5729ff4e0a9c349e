"""
Lines of a fixed width, in which wide characters count double.
"""

from __future__ import annotations

from rich.text import Text


# What a report may hold and a terminal must not act on: controls, marks of writing direction,
# invisible characters, line breaks other than our own.
_UNSEEN = dict.fromkeys(
    (*range(0x20), *range(0x7F, 0xA0), 0xAD, *range(0x200B, 0x2010), *range(0x2028, 0x202F),
     *range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC)), " ",
)  # fmt: skip


def visible(text: str) -> str:
    """
    Return *text* on one line, without characters that a terminal would act on.
    """
    return " ".join(text.translate(_UNSEEN).split())


def line(left: Text, width: int, right: Text | None = None) -> Text:
    """
    Return *left*, cut to *width* with ``…``, and *right* at the end of the line.
    """
    if right is None or not right.plain:
        left.truncate(width, overflow="ellipsis")
        return left
    left.truncate(max(1, width - right.cell_len - 1), overflow="ellipsis", pad=True)
    return left.append(" ").append_text(right)
