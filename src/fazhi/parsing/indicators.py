"""
Which row of the indicator catalogue each metric states.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from fazhi.knowledge.indicators import AVERAGES, Matcher
from fazhi.model import Document, Section, Span
from fazhi.parsing.drafts import Quantity
from fazhi.parsing.labels import Label


_REACH = 120
_EACH = ("每月", "每周", "每天", "每日", "每季", "每季度", "每个月", "平均每年", "平均每个")
# 建议57件,其中城建方面18件: a part by subject is not what the row counts, nor is what somebody
# disputes (不服行政强制措施的12件).
_SUBJECTS = ("方面", "领域", "行业")


def stated(  # noqa: PLR0913, PLR0917
    document: Document,
    found: Sequence[Quantity],
    labelled: Sequence[Label],
    sections: Sequence[Section],
    section_at: Callable[[int], str | None],
    matcher: Matcher,
) -> list[str | None]:
    """
    Return the id of the catalogue's row for each quantity, None where no single row fits.

    Args:
        document: The text.
        found: Its quantities.
        labelled: Their labels.
        sections: The outline, whose headings are a context.
        section_at: Offset → id of the deepest section.
        matcher: The catalogue.
    """
    folded, titles = document.folded, _titles(document.folded, sections)
    find = matcher.find
    out: list[str | None] = []
    for quantity, (_, spans) in zip(found, labelled, strict=True):
        # One for each person, household or month is what no row counts (人均8份).
        if (
            not spans
            or folded.endswith(AVERAGES, 0, quantity.left)
            or folded.endswith(_EACH, 0, spans[0].start)
        ):
            out.append(None)
            continue
        label = _words(folded, spans)
        if label.endswith(_SUBJECTS) or "不服" in label:
            out.append(None)
            continue
        around = partial(_context, folded, quantity, titles, section_at)
        out.append(find(label, quantity.unit, change=quantity.change is not None, context=around))
    return out


def _words(folded: str, spans: tuple[Span, ...]) -> str:
    """
    Return the label without the line breaks that a hard-wrapped page puts into its words.
    """
    if len(spans) == 1:
        label = folded[spans[0].start : spans[0].end]
    else:
        label = "".join([folded[s.start : s.end] for s in spans])
    return label.replace("\n", "") if "\n" in label else label


def _context(
    folded: str,
    quantity: Quantity,
    titles: dict[str, str],
    section_at: Callable[[int], str | None],
) -> str:
    """
    Return the headings above a quantity and the sentence around it.
    """
    start, floor = quantity.start, max(0, quantity.start - _REACH)
    begin = max(folded.rfind("。", floor, start) + 1, floor)
    return f"{titles.get(section_at(start) or '', '')} {folded[begin : quantity.end + 10]}"


def _titles(folded: str, sections: Sequence[Section]) -> dict[str, str]:
    """
    Return the folded headings above each section, its own last, by its id.
    """
    titles: dict[str, str] = {}

    def visit(section: Section, above: str) -> None:
        span = section.title_span
        titles[section.id] = f"{above} {folded[span.start : span.end]}"
        for child in section.children:
            visit(child, titles[section.id])

    for section in sections:
        visit(section, "")
    return titles
