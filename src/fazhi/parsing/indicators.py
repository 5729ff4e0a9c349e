"""
Which row of the indicator catalogue each metric states.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from fazhi.knowledge.indicators import AVERAGES, Matcher
from fazhi.model import Document, Section, Span
from fazhi.parsing.drafts import Quantity
from fazhi.parsing.groups import Membership
from fazhi.parsing.labels import Label
from fazhi.text.patterns import lazy


_REACH = 120
_EACH = ("每月", "每周", "每天", "每日", "每季", "每季度", "每个月", "平均每年", "平均每个")
# 建议57件,其中城建方面18件: a part by subject is not what the row counts, nor is what somebody
# disputes (不服行政强制措施的12件).
_PLACES = lazy("[市县区省州盟旗镇乡村]|街道|地方|机关|部门|单位|政府|法院|[局厅]")
# 受理行政复议申请15件。经审理,维持5件: the sentence before says of what.
_GOES_ON = (
    "经审", "经过审", "经办", "已审", "已办", "已结", "已受", "均已", "均按", "全部", "上述", "以上", "从结", "从处", "从审", "从办",
    "按期", "按时", "审结", "办结", "结案",
)  # fmt: skip
_SUBJECTS = ("方面", "领域", "行业")


def stated(  # noqa: PLR0913, PLR0917
    document: Document,
    found: Sequence[Quantity],
    labelled: Sequence[Label],
    grouped: Sequence[Membership | None],
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
        grouped: Membership of each, None for most.
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
        row = find(label, quantity.unit, change=quantity.change is not None, context=around)
        seen = folded.endswith("从", 0, spans[0].start) or label.endswith("其他")
        if row and seen and len(spans) > 1:
            whole = find(_words(folded, spans[:1]), quantity.unit, change=False, context=around)
            row = None if row == whole else row  # 从复议案件类别看,公安33件
        out.append(row)
    return _without_parts(folded, labelled, grouped, out)


def _without_parts(
    folded: str,
    labelled: Sequence[Label],
    grouped: Sequence[Membership | None],
    rows: list[str | None],
) -> list[str | None]:
    """
    Return *rows* without those of parts by subject that are their totals' (公开信息249条,其中绩效公开185条);
    a part by place or organ keeps it.
    """
    totals = {
        member.total_of: row
        for member, row in zip(grouped, rows, strict=True)
        if member is not None and member.total_of is not None and row is not None
    }
    if not totals:
        return rows
    return [
        None
        if member is not None
        and row is not None
        and member.part_of is not None
        and totals.get(member.part_of) == row
        and not _PLACES.search(_words(folded, spans[-1:]))
        else row
        for member, row, (_, spans) in zip(grouped, rows, labelled, strict=True)
    ]


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
    if begin > floor and folded.startswith(_GOES_ON, begin):
        begin = max(folded.rfind("。", floor, begin - 1) + 1, floor)
    return f"{titles.get(section_at(start) or '', '')} {folded[begin : quantity.end + 10]}"


def _titles(folded: str, sections: Sequence[Section]) -> dict[str, str]:
    """
    Return the folded headings above each section, its own last, by its id.
    """
    titles: dict[str, str] = {}

    def visit(sections: Sequence[Section], above: str) -> None:
        for section in sections:
            span = section.title_span
            titles[section.id] = own = f"{above} {folded[span.start : span.end]}"
            if section.children:
                visit(section.children, own)

    visit(sections, "")
    return titles
