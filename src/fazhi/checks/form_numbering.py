"""
Rules on the numbering of headings: gaps, doubles, starts, order, styles, lost brackets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fazhi.checks.form_slip import Slip, rule
from fazhi.model import Check, Section, Span
from fazhi.model.audit import Examined


STANDARD = "党政机关公文格式 (GB/T 9704-2012) 7.3.3: 结构层次序数依次为“一、”“(一)”“1.”“(1)”"

# The delimiter that stands behind or around a number, by the folded marker without its number.
_NUMERALS = "一二三四五六七八九十0123456789 \t"
_MORE = frozenset("一二三四五六七八九十首先其次再最后")


def _families(section: Section | None, examined: Examined) -> Iterator[list[Section]]:
    """
    Yield the numbered sections of one parent by their styles, each list in text order.
    """
    children = section.children if section else examined.report.sections
    families: dict[str, list[Section]] = {}
    for child in children:
        if child.number is not None and child.number < 90:
            families.setdefault(_family(examined, child), []).append(child)
    yield from families.values()


def _levels(examined: Examined) -> Iterator[list[Section]]:
    """
    Yield the siblings of one style of numbering, level by level.
    """
    yield from _families(None, examined)
    for section in examined.sections:
        if section.children:
            yield from _families(section, examined)


def _style(examined: Examined, section: Section) -> str:
    start = section.span.start
    marker = examined.document.folded[start : start + len(section.marker)]
    return marker.translate(_NO_NUMERALS).strip()


_NO_NUMERALS = str.maketrans(dict.fromkeys(_NUMERALS, "") | {"〔": "(", "〕": ")"})


def _family(examined: Examined, section: Section) -> str:
    style = _style(examined, section)
    numeral = section.marker.strip("(（〔 ")[:1]
    kind = "1" if numeral.isascii() or numeral.isdigit() else "一"
    if kind == "一" and numeral not in _MORE:
        kind = numeral  # ①, ⑴: a style of its own
    paren = style in ("()", ")", "(", "()、", "().", "(、")
    told = next((word for word in ("是", "要", "其", "第") if word in style), "")
    return f"{kind}{'()' if paren else told}"


def _mark(section: Section) -> Span:
    return Span(section.span.start, section.span.start + len(section.marker))


def _gaps(examined: Examined) -> Iterator[Slip]:
    for siblings in _levels(examined):
        for before, after in zip(siblings, siblings[1:], strict=False):
            gap = (after.number or 0) - (before.number or 0)
            # A marker of the missing number in between was written but is no heading.
            if 2 <= gap <= 3 and not _is_written(examined, before, after):
                yield Slip(
                    (_mark(after), _mark(before)),
                    f"序号由“{before.marker}”跳到“{after.marker}”，缺{gap - 1}项",
                    f"numbering goes from {before.marker} to {after.marker}, {gap - 1} missing",
                    (before.marker, after.marker),
                    severity=None if _is_wide(after) else "info",
                )


def _is_wide(section: Section) -> bool:
    """
    Whether a marker of that style stands at headings only; 二是 and ② may follow a loose 一是.
    """
    return not section.marker.endswith(("是", "要"))


def _is_written(examined: Examined, before: Section, after: Section) -> bool:
    """
    Whether the number that is missing stands between two sections in any shape.
    """
    folded = examined.document.folded
    start, end = before.span.start + len(before.marker), after.span.start
    for number in range((before.number or 0) + 1, after.number or 0):
        signs = {str(number), _HAN[number] if number < len(_HAN) else str(number)}
        for sign in signs:
            for tail in ("、", ".", ")", "是", "要", ","):
                if folded.find(sign + tail, start, end) >= 0:
                    return True
    return False


_HAN = (
    *("〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"),
    *("十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十"),
)


def _doubles(examined: Examined) -> Iterator[Slip]:
    for siblings in _levels(examined):
        for before, after in zip(siblings, siblings[1:], strict=False):
            if before.number == after.number and (before.number or 0) > 0:
                yield Slip(
                    (_mark(after), _mark(before)),
                    f"序号“{after.marker}”重复",
                    f"number {after.marker} is used twice in a row",
                    (before.marker, after.marker),
                )


def _starts(examined: Examined) -> Iterator[Slip]:
    seen: dict[str, int] = {}
    for siblings in sorted(_levels(examined), key=lambda row: row[0].span.start):
        first, family = siblings[0], _family(examined, siblings[0])
        running = seen.get(family, 0) + 1
        if first.number not in (1, running) and not _is_opened(examined, first):
            yield Slip(
                (_mark(first),),
                f"序号从“{first.marker}”开始，前面没有第一项",
                f"numbering starts at {first.marker}; there is no first item before it",
                (first.marker,),
                severity=None if (first.number or 0) <= 3 else "info",
            )
        seen[family] = max(siblings[-1].number or 0, 0)


def _is_opened(examined: Examined, first: Section) -> bool:
    """
    Whether the number one stands before a section in its paragraph or the one above.
    """
    folded = examined.document.folded
    start = max(0, first.span.start - 1500)
    before = folded[start : first.span.start]
    tail = first.marker[-1:]
    signs = ("一是", "一要", "首先", "第一", "其一") if tail in "是要" else ("一、", "(一)", "1.", "1、", "(1)")
    parent = before.rfind("\n\n")
    return any(sign in before[max(parent, 0) :] for sign in signs)


def _disorder(examined: Examined) -> Iterator[Slip]:
    for siblings in _levels(examined):
        for before, after in zip(siblings, siblings[1:], strict=False):
            if 1 < (after.number or 0) < (before.number or 0):
                yield Slip(
                    (_mark(after), _mark(before)),
                    f"序号“{after.marker}”排在“{before.marker}”之后，次序颠倒",
                    f"number {after.marker} stands after {before.marker}",
                    (before.marker, after.marker),
                )


def _restarts(examined: Examined) -> Iterator[Slip]:
    for siblings in _levels(examined):
        for before, after in zip(siblings, siblings[1:], strict=False):
            if after.number == 1 and (before.number or 0) > 1 and _is_wide(after):
                yield Slip(
                    (_mark(after), _mark(before)),
                    f"同一层次中序号在“{before.marker}”之后又从“{after.marker}”开始",
                    f"numbering begins anew at {after.marker} after {before.marker} on one level",
                    (before.marker, after.marker),
                )


def _styles(examined: Examined) -> Iterator[Slip]:
    for siblings in _levels(examined):
        styles = Counter(_style(examined, section) for section in siblings)
        if len(styles) < 2 or len(siblings) < 3:
            continue
        usual, _ = styles.most_common(1)[0]
        for section in siblings:
            style = _style(examined, section)
            if style != usual and styles[style] < styles[usual] and {style, usual} != {"是", "要"}:
                like = next(row for row in siblings if _style(examined, row) == usual)
                yield Slip(
                    (_mark(section), _mark(like)),
                    f"同一层次序号写法不一：“{section.marker.strip()}”与“{like.marker.strip()}”",
                    f"marker styles differ on one level: {section.marker.strip()} and {like.marker.strip()}",
                    (section.marker, like.marker),
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
