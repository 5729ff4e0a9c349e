"""
Whether a pattern runs in bounded time on text that was made to hold it up.

``re`` cannot be stopped, so the patterns are run here with the regex package,
whose matching takes a time limit.
"""

from __future__ import annotations

import regex


_LIMIT = 1.0
_SIZE = 5_000
# One character without end, and the beginnings of what patterns look for.
_SEEDS = (
    "一",
    "9",
    " ",
    "(",
    "《",
    "“",
    "、",
    "的",
    "一、",
    "(一)",
    "人民政府",
    "第1",
    "1,",
    "其中",
    "年月",
)


def time_problem(pattern: str, examples: tuple[str, ...], *, anchored: bool) -> str | None:
    """
    Return what holds *pattern* up, or None where it stays under a second on 5,000 characters.

    Args:
        pattern: The pattern, in ``re`` syntax.
        examples: Texts that it matches; repeated without end they are the hardest.
        anchored: Whether it is matched at the start of a line only, not searched for.
    """
    compiled = regex.compile(pattern)
    for seed in (*_SEEDS, *(example for example in examples if example)):
        text = (seed * (_SIZE // len(seed) + 1))[:_SIZE] + "\n!"
        look = compiled.match if anchored else compiled.search
        try:
            look(text, timeout=_LIMIT)
        except TimeoutError:
            return f"takes more than {_LIMIT:.0f} s on {seed[:12]!r} repeated; bound its repeats"
    return None
