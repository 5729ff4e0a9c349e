"""
Rules on what stands under headings: nothing, a promise that is not kept, the same text twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from fazhi.checks.form_slip import Slip, rule
from fazhi.model import Check, Section, Span
from fazhi.model.audit import Examined
from fazhi.text.patterns import lazy


_ENDS = "。.;,:!? \t\r\n\u3000"
_LINE = "\n\r"
# What a paragraph may end with; a bracket or quotation mark may stand behind it.
_FULL_STOPS = "。;:!?….,)》“”’」』】"
# Sentences that announce what follows: it stands behind them, or it is missing.
_ANNOUNCED = lazy(
    r"(?:如下|以下(?:几|[一二三四五六七八九十0-9]{1,2})个?(?:方面|点|项|问题|不足)|主要表现(?:在|为|有)|主要体现在)[^。\n:]{0,12}:\s*\Z"
)


def _is_alone(folded: str, section: Section) -> bool:
    """
    Whether a heading stands on lines of its own and nothing stands behind it.
    """
    if section.children or not section.marker:
        return False
    start, end = section.span
    title = section.title_span.end
    if folded[title : min(end, title + 8)].strip(_ENDS) or folded[title:end].strip(_ENDS):
        return False
    before = folded[max(0, start - 40) : start].rstrip(" \t\u3000")
    behind = folded[end : end + 40].lstrip(" \t\u3000")
    return before[-1:] in ("", *_LINE) and behind[:1] in ("", *_LINE)


def _is_heading(folded: str, section: Section) -> bool:
    """
    Whether the title is a heading, not a whole statement or a line of a list.
    """
    start, end = section.title_span
    title = folded[start:end]
    return 2 <= len(title) <= 30 and ":" not in title and not any(c.isdigit() for c in title)


def _withheld(examined: Examined) -> frozenset[Span]:
    notes = examined.report.notes
    return frozenset(note.span for note in notes if note.code == "section.withheld" and note.span)


def _bare_chapters(examined: Examined) -> Iterator[Slip]:
    folded = examined.document.folded
    chapters = [section for section in examined.report.sections if section.marker]
    if len(chapters) < 2 or not _holds_text(folded, chapters):
        return
    for section in chapters:
        if _is_alone(folded, section) and _is_heading(folded, section):
            yield _empty([section])


def _bare_items(examined: Examined) -> Iterator[Slip]:
    folded, hidden = examined.document.folded, _withheld(examined)
    by_style: dict[str, list[bool]] = {}
    levels: list[list[tuple[Section, bool]]] = []
    for parent in examined.sections:
        level = [(row, _is_alone(folded, row)) for row in parent.children if row.marker]
        levels.append(level)
        for row, alone in level:
            by_style.setdefault(row.marker[-1], []).append(alone)
    if not any(map(any, by_style.values())):
        return
    # Where most items of a style are one line, it is a list of lines, and nothing is missing.
    listed = {style for style, alone in by_style.items() if sum(alone) * 2 > len(alone)}
    for level in levels:
        whole = all(alone for _, alone in level)
        bare = [
            row
            for row, alone in level
            if alone
            and _is_heading(folded, row)
            and (row.span in hidden or row.marker[-1] not in listed)
            # 加强调解,力争总量下降一成 says enough among lines of its like.
            and not (whole and "," in folded[row.title_span.slice()])
        ]
        if bare:
            yield _empty(bare, withheld=bare[0].span in hidden)


def _holds_text(folded: str, chapters: list[Section]) -> bool:
    return sum(not _is_alone(folded, section) for section in chapters) * 2 >= len(chapters)


def _empty(bare: list[Section], *, withheld: bool = False) -> Slip:
    named = "、".join(f"“{section.marker}{section.title}”" for section in bare)
    return Slip(
        tuple(section.title_span for section in bare),
        f"{named}只有标题，没有内容{'（可能未予公开）' if withheld else ''}",
        f"{len(bare)} headings without text{'; perhaps withheld' if withheld else ''}",
    )


def _unkept(examined: Examined) -> Iterator[Slip]:
    folded = examined.document.folded
    for section in examined.sections:
        if section.children:
            continue
        start, end = max(section.span.start, section.span.end - 60), section.span.end
        if ":" not in folded[start:end] or not folded[start:end].rstrip().endswith(":"):
            continue
        match = _ANNOUNCED.search(folded, start, end)
        if match and not _goes_on(examined, section, end):
            yield Slip(
                (Span(match.start(), match.end()),),
                f"“{folded[match.start() : match.end()].strip()}”之后没有内容",
                "a sentence announces a list, and nothing follows",
            )


def _goes_on(examined: Examined, section: Section, end: int) -> bool:
    """
    Whether what follows a section is the list that its last sentence announces.
    """
    following = (row for row in examined.sections if row.span.start >= end)
    after = min(following, key=lambda row: row.span.start, default=None)
    if after is None:
        return bool(examined.document.folded[end : end + 400].strip()) and not section.marker
    return after.level >= section.level and (not section.marker or after.number == 1)


def _paragraphs(folded: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in folded.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _repeated(examined: Examined) -> Iterator[Slip]:
    folded = examined.document.folded
    long = [line.strip() for line in folded.split("\n") if len(line) >= 40]
    if len(set(long)) == len(long):
        return
    seen: dict[str, int] = {}
    for start, end in _paragraphs(folded):
        words = folded[start:end].strip()
        if len(words) < 40:
            continue
        if words in seen:
            first = seen[words]
            yield Slip(
                (Span(start, end), Span(first, first + end - start)),
                f"整段重复：“{words[:20]}…”",
                f"a paragraph of {len(words)} characters stands twice",
            )
        seen.setdefault(words, start)


def _same_titles(examined: Examined) -> Iterator[Slip]:
    levels = (examined.report.sections, *(section.children for section in examined.sections))
    for siblings in levels:
        seen: dict[str, Section] = {}
        for section in siblings:
            title = section.title.strip(_ENDS)
            if len(title) < 4 or not section.marker:
                continue
            if title in seen:
                yield Slip(
                    (section.title_span, seen[title].title_span),
                    f"标题“{title[:30]}”重复",
                    f"heading {title[:30]} stands twice on one level",
                )
            seen.setdefault(title, section)


def _unended(examined: Examined) -> Iterator[Slip]:
    folded = examined.document.folded
    if any(
        note.code in ("text.breaks", "text.table", "text.torn") for note in examined.report.notes
    ):
        return
    leaves = [section for section in examined.sections if not section.children]
    for section, after in pairwise([*leaves, None]):
        if section is None:
            continue
        start, end = section.title_span.end, section.span.end
        if folded[end - 1] in _FULL_STOPS:
            continue
        line = max(start, folded.rfind("\n", start, end) + 1)
        # Behind the next marker in the same line the item ends where it ends.
        inline = after is not None and "\n" not in folded[end : after.span.start]
        tail = folded[line:end].rstrip()
        if inline or len(tail) < 25 or "。" not in tail or tail[-1] in _FULL_STOPS:
            continue
        place = line + len(tail)
        yield Slip(
            (Span(max(line, place - 8), place),),
            f"段末“{tail[-8:]}”之后缺少句号",
            f"a paragraph ends at {tail[-8:]} without a full stop",
        )


_HEAD = "五华区2023年法治政府建设工作报告\n2023年，五华区扎实推进法治政府建设。\n"
_STYLE = "党政机关公文格式 (GB/T 9704-2012) 7.3.3"
_LONG = "全区组织开展行政执法案卷评查，推动行政执法单位规范文书制作、严格执法程序、落实裁量基准制度和公示制度，执法质量不断提升。"

BODIES: tuple[Check, ...] = (
    rule(
        "FZ108", "chapter-without-body", "一级标题下无内容", "warning", _bare_chapters,
        about="A chapter consists of its heading only while the others hold text.",
        source=_STYLE,
        fires=_HEAD + "一、工作成效\n召开会议3次，办理案件5件。\n二、存在问题\n三、下一步打算\n加强执法培训，强化监督。\n",
        silent=_HEAD + "一、工作成效\n召开会议3次，办理案件5件。\n二、存在问题\n执法力量不足。\n三、下一步打算\n加强执法培训，强化监督。\n",
    ),
    rule(
        "FZ109", "item-without-body", "条目下无内容", "info", _bare_items,
        about="An item below the chapters consists of its heading only while others of its style hold text; it may have been withheld.",
        source=_STYLE,
        fires=_HEAD + "一、工作成效\n(一)加强领导。\n全年召开会议3次。\n(二)规范执法。\n(三)化解纠纷。\n全年调解纠纷9件。\n二、存在问题\n执法力量不足。\n",
        silent=_HEAD + "一、工作成效\n(一)加强领导。\n全年召开会议3次。\n(二)规范执法。\n全年办理案件5件。\n(三)化解纠纷。\n全年调解纠纷9件。\n二、存在问题\n执法力量不足。\n",
    ),
    rule(
        "FZ110", "announced-list-missing", "“如下：”之后无内容", "warning", _unkept,
        about="A sentence announces a list with a colon, and the section ends there.",
        source="标点符号用法 (GB/T 15834-2011) 4.7: 冒号用于总说性或提示性词语之后，表示提示下文",
        fires=_HEAD + "一、工作成效\n召开会议3次，办理案件5件。\n二、存在问题\n对照上级要求还有差距，主要表现在：\n三、下一步打算\n加强执法培训，强化监督。\n",
        silent=_HEAD + "一、工作成效\n召开会议3次，办理案件5件。\n二、存在问题\n对照上级要求还有差距，主要表现在：\n(一)执法力量不足。\n(二)监督机制不全。\n三、下一步打算\n加强执法培训，强化监督。\n",
    ),
    rule(
        "FZ111", "paragraph-repeated", "段落重复", "warning", _repeated,
        about="The same paragraph stands twice in one report.",
        source="党政机关公文处理工作条例 第十九条: 公文起草应当内容简洁、文字精练",
        fires=_HEAD + f"一、规范执法\n{_LONG}\n二、强化监督\n{_LONG}\n三、存在问题\n执法力量不足。\n",
        silent=_HEAD + f"一、规范执法\n{_LONG}\n二、强化监督\n开展法治督察2次。\n三、存在问题\n执法力量不足。\n",
    ),
    rule(
        "FZ112", "heading-repeated", "标题重复", "info", _same_titles,
        about="Two headings of one level have the same words.",
        source=_STYLE,
        fires=_HEAD + "一、工作成效\n(一)规范行政执法\n办理案件5件。\n(二)规范行政执法\n评查案卷20卷。\n二、存在问题\n执法力量不足。\n",
        silent=_HEAD + "一、工作成效\n(一)规范行政执法\n办理案件5件。\n(二)强化执法监督\n评查案卷20卷。\n二、存在问题\n执法力量不足。\n",
    ),
    rule(
        "FZ113", "full-stop-missing", "段末缺句号", "info", _unended,
        about="The last sentence of a section ends without a stop; something may have been cut off.",
        source="标点符号用法 (GB/T 15834-2011) 4.1: 句号用于句子末尾",
        fires=_HEAD + "一、工作成效\n全年召开会议3次。组织行政执法人员参加法律知识培训，培训人员200余人次\n二、存在问题\n执法力量不足。\n",
        silent=_HEAD + "一、工作成效\n全年召开会议3次。组织行政执法人员参加法律知识培训，培训人员200余人次。\n二、存在问题\n执法力量不足。\n",
    ),
)  # fmt: skip
