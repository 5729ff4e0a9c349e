"""
Rules on the numbering of headings: gaps, doubles, starts, order, styles, lost brackets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fazhi.checks.form_levels import NUMERALS, Item, levels, pairs
from fazhi.checks.form_slip import Slip, rule
from fazhi.model import Check
from fazhi.model.audit import Examined


STANDARD = "党政机关公文格式 (GB/T 9704-2012) 7.3.3: 结构层次序数依次为“一、”“(一)”“1.”“(1)”"


def _gaps(examined: Examined) -> Iterator[Slip]:
    for before, after in pairs(examined):
        gap = after.number - before.number
        # A marker of the missing number in between was written but is no heading.
        if 2 <= gap <= 3 and not _is_written(examined, before, after):
            yield Slip(
                (after.span, before.span),
                f"序号由“{before.marker}”跳到“{after.marker}”，缺{gap - 1}项",
                f"numbering goes from {before.marker} to {after.marker}, {gap - 1} missing",
                (before.marker, after.marker),
            )


def _is_written(examined: Examined, before: Item, after: Item) -> bool:
    """
    Whether the number that is missing stands between two sections in any shape.
    """
    folded = examined.document.folded
    start, end = before.span.end, after.span.start
    return any(
        folded.find(sign, start, end) >= 0
        for number in range(before.number + 1, after.number)
        for numeral in (str(number), *NUMERALS[number : number + 1])
        # (二 has lost its other bracket, and may be no heading for that.
        for sign in (f"({numeral}", *(numeral + tail for tail in "、.)是要,"))
    )


def _doubles(examined: Examined) -> Iterator[Slip]:
    for before, after in pairs(examined):
        if before.number == after.number:
            yield Slip(
                (after.span, before.span),
                f"序号“{after.marker}”重复",
                f"number {after.marker} is used twice in a row",
                (before.marker, after.marker),
            )


def _starts(examined: Examined) -> Iterator[Slip]:
    last: dict[str, int] = {}
    for siblings in sorted(levels(examined), key=lambda row: row[0].span.start):
        first = siblings[0]
        if first.number not in (1, last.get(first.family, 0) + 1) and not _is_opened(
            examined, first
        ):
            yield Slip(
                (first.span,),
                f"序号从“{first.marker}”开始，前面没有第一项",
                f"numbering starts at {first.marker}; there is no first item before it",
                (first.marker,),
                severity=None if first.number <= 3 else "info",
            )
        last[first.family] = siblings[-1].number


def _is_opened(examined: Examined, first: Item) -> bool:
    """
    Whether the number one, in any shape, stands between a section and the head of its parent.
    """
    folded = examined.document.folded
    start = max(first.opened, first.span.start - 3000)
    told = first.style in ("是", "要") or first.marker[0] in "其再最第"
    signs = (
        ("一是", "一要", "首先", "其一", "第一")
        if told
        else ("一、", "(一", "1.", "1、", "(1)", "一)")
    )
    return any(folded.find(sign, start, first.span.start) >= 0 for sign in signs)


def _disorder(examined: Examined) -> Iterator[Slip]:
    for before, after in pairs(examined):
        if 1 < after.number < before.number:
            yield Slip(
                (after.span, before.span),
                f"序号“{after.marker}”排在“{before.marker}”之后，次序颠倒",
                f"number {after.marker} stands after {before.marker}",
                (before.marker, after.marker),
            )


def _restarts(examined: Examined) -> Iterator[Slip]:
    for before, after in pairs(examined):
        # 一是…二是… may begin anew with each paragraph.
        if after.number == 1 < before.number and after.style not in ("是", "要"):
            yield Slip(
                (after.span, before.span),
                f"同一层次中序号在“{before.marker}”之后又从“{after.marker}”开始",
                f"numbering begins anew at {after.marker} after {before.marker} on one level",
                (before.marker, after.marker),
            )


def _styles(examined: Examined) -> Iterator[Slip]:
    for siblings in levels(examined):
        if len(siblings) < 3 or len({item.style for item in siblings}) < 2:
            continue
        styles = Counter(item.style for item in siblings)
        usual, times = styles.most_common(1)[0]
        like = next(item for item in siblings if item.style == usual)
        for item in siblings:
            if styles[item.style] < times and {item.style, usual} != {"是", "要"}:
                yield Slip(
                    (item.span, like.span),
                    f"同一层次序号写法不一：“{item.marker}”与“{like.marker}”",
                    f"marker styles differ on one level: {item.marker} and {like.marker}",
                    (item.marker, like.marker),
                )


def _brackets(examined: Examined) -> Iterator[Slip]:
    notes = [note for note in examined.report.notes if note.code == "outline.bracket"]
    spans = tuple(note.span for note in notes if note.span)
    if spans:
        start, end = spans[0]
        marker = examined.report.text[start:end].split()[0][:6]
        yield Slip(
            spans,
            f"序号括号不全，共{len(spans)}处，首处“{marker}”",
            f"{len(spans)} markers lack a bracket, the first is {marker}",
        )


_HEAD = "五华区2023年法治政府建设工作报告\n2023年，五华区扎实推进法治政府建设。\n"

NUMBERING: tuple[Check, ...] = (
    rule(
        "FZ101", "numbering-gap", "序号缺项", "warning", _gaps,
        about="A number is left out between two headings of one level: an item was lost or the numbers were not updated.",
        source=STANDARD,
        fires=_HEAD + "一、加强组织领导\n召开会议3次。\n二、规范行政执法\n办理案件5件。\n四、存在问题\n执法力量不足。\n",
        silent=_HEAD + "一、加强组织领导\n召开会议3次。\n二、规范行政执法\n办理案件5件。\n三、存在问题\n执法力量不足。\n",
    ),
    rule(
        "FZ102", "numbering-duplicate", "序号重复", "warning", _doubles,
        about="Two headings in a row carry the same number.",
        source=STANDARD,
        fires=_HEAD + "一、工作成效\n召开会议3次。\n二、存在问题\n执法力量不足。\n二、下一步打算\n加强执法培训。\n",
        silent=_HEAD + "一、工作成效\n召开会议3次。\n二、存在问题\n执法力量不足。\n三、下一步打算\n加强执法培训。\n",
    ),
    rule(
        "FZ103", "numbering-without-first", "序号不从一开始", "warning", _starts,
        about="The first number of a level is not one, and nothing before it is the first.",
        source=STANDARD,
        fires=_HEAD + "二、工作成效\n召开会议3次。\n三、存在问题\n执法力量不足。\n四、下一步打算\n加强执法培训。\n",
        silent=_HEAD + "一、工作成效\n召开会议3次。\n二、存在问题\n执法力量不足。\n三、下一步打算\n加强执法培训。\n",
    ),
    rule(
        "FZ104", "numbering-disorder", "序号颠倒", "warning", _disorder,
        about="A heading carries a lower number than the one before it.",
        source=STANDARD,
        fires=_HEAD + "一、工作成效\n召开会议3次。\n三、存在问题\n执法力量不足。\n二、下一步打算\n加强执法培训。\n",
        silent=_HEAD + "一、工作成效\n召开会议3次。\n二、存在问题\n执法力量不足。\n三、下一步打算\n加强执法培训。\n",
    ),
    rule(
        "FZ105", "numbering-restarts", "同层序号重新起编", "info", _restarts,
        about="On one level the numbers begin anew, as where two drafts were put together.",
        source=STANDARD,
        fires=_HEAD + "一、工作成效\n(一)加强领导。开会3次。\n(二)规范执法。办案5件。\n(一)化解纠纷。调解9件。\n二、存在问题\n执法力量不足。\n",
        silent=_HEAD + "一、工作成效\n(一)加强领导。开会3次。\n(二)规范执法。办案5件。\n(三)化解纠纷。调解9件。\n二、存在问题\n执法力量不足。\n",
    ),
    rule(
        "FZ106", "marker-styles-mixed", "同层序号写法不一", "info", _styles,
        about="On one level a number is written in another way than its neighbours (三. among 一、).",
        source=STANDARD,
        fires=_HEAD + "一、加强组织领导\n召开会议3次。\n二、规范行政执法\n办理案件5件。\n三.存在问题\n执法力量不足。\n",
        silent=_HEAD + "一、加强组织领导\n召开会议3次。\n二、规范行政执法\n办理案件5件。\n三、存在问题\n执法力量不足。\n",
    ),
    rule(
        "FZ107", "marker-bracket-lost", "序号括号不全", "info", _brackets,
        about="A number in brackets has lost one of them, as happens in conversion.",
        source=STANDARD,
        fires=_HEAD + "一、工作成效\n一)加强领导\n全年开会3次。\n二)规范执法\n全年办案5件。\n二、存在问题\n执法力量不足。\n",
        silent=_HEAD + "一、工作成效\n(一)加强领导\n全年开会3次。\n(二)规范执法\n全年办案5件。\n二、存在问题\n执法力量不足。\n",
    ),
)  # fmt: skip
