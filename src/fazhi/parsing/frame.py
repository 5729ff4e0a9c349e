"""
Where the body of a report stands, and what the lines around it are.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from fazhi.formats.headings import PLAIN_HEADINGS
from fazhi.formats.lines import BODY_NOUN, HAN_DAY, ISO_DAY
from fazhi.formats.title_lines import REPORT_NOUN
from fazhi.model import Document, Format, Span
from fazhi.model.format import LineKind
from fazhi.parsing.contents import contents_end, is_caption
from fazhi.parsing.drafts import Frame, Row
from fazhi.parsing.flattened import LONGEST_ROW, ran_together
from fazhi.parsing.glued import DAY_ENDS, glued, skip, unglue
from fazhi.parsing.letters import covering_letter
from fazhi.parsing.markers import opens_item
from fazhi.parsing.row_kinds import Rules, head_lines, kind_of, lines_of, rules_of, tail_lines
from fazhi.text.patterns import lazy


# A page's furniture is short and stands near the ends; so much is looked at.
HEAD_LINES = 80
TAIL_CHARS = 4000
STRAY_LINES = 8
# So many lines may stand between a sentence of the page and the address; more behind a caption.
CAPTION_LINES, MORE_LINES = 2, 9

_WORD = lazy(r"\w")
_CAPTION = lazy("记者|摄影|[ \u3000]摄$|开幕|网讯|日前|近日|(?:全文|详情|原文)如下")
_PLAIN = lazy("|".join(f"(?:{row.pattern})" for row in PLAIN_HEADINGS))
# Below the name of a congress: who reports to it for a government.
_REPORTED = lazy(
    r"(?<=人大常委会|常务委员会)\s+我?受.{0,12}(?:政府|院|[省市县区州旗盟]长|主席|专员).{0,8}委托"
)
# 政府工作报告——2018年1月25日在某省第十三届人民代表大会第一次会议上
_TITLE_SESSION = lazy(
    rf"([^。;:!?]{{0,60}}?{REPORT_NOUN})\s*([-—–―─]{{1,4}}\s*(?:19|20)\d\d年[^。]{{0,20}}在.{{4,60}}(?:会议|大会)上?)"
)
_SIGNED = lazy(rf"([^\s。;:][^。;:]{{0,60}}?{BODY_NOUN})\s*((?:{HAN_DAY}|{ISO_DAY}))")
_LEANS_BACK = lazy(r"(?:情况|工作|的|建设|年度|实施|落实).{0,14}$")
_LACKS_BODY = lazy(r"(?:关于|(?:19|20)\d\d年)")
_YEAR = lazy(r"(?:19|20)\d\d")
# 2022年度法治政府建设工作报告和: the title goes on below; 关于2021-2025年度行: it does as well.
_UNFINISHED = lazy(rf"{REPORT_NOUN}[和及与暨]$")
_ABOUT = lazy(r"[^。,;:!?|>]{0,30}关于[^。,;:!?|>]{5,40}")
# The column of a site above a title.
_COLUMN = lazy("(?:工作|年度)?(?:计划|总结|报告|汇报|方案|要点)")
_NOUN_AT_END = lazy(
    rf"(?:{REPORT_NOUN}|工作安排|(?:安排|要点|计划|方案|规划|分工|意见)》?的通知)(?:\(.{{0,20}}\))?$"
)


def frame(document: Document, format: Format) -> Frame:  # noqa: A002
    """
    Part the body from the lines around it.

    Args:
        document: The text and its folded twin.
        format: Gives the tables of lines that stand outside of the body.

    Returns:
        Rows of the head and the tail, and the body between them; rows and body
        together hold every character that is not blank.
    """
    text = document.folded
    head_rules, tail_rules = rules_of(format)
    head, start = _head(text, head_rules)
    tail, end = _tail(text, start, tail_rules)
    return Frame(tuple(head), Span(start, max(start, end)), tuple(tail))


def _is_body(line: str) -> bool:
    return (
        "。" in line
        or len(line) > LONGEST_ROW
        or (len(line) > 40 and line.count(",") > 1)
        or (len(line) > 15 and line.endswith(":"))
    )


def _head(text: str, rules: Rules) -> tuple[list[Row], int]:
    """
    Read lines up to the first that opens the body.
    """
    rows: list[Row] = []
    first_stray: int | None = None
    start = len(text)
    listed = skipped = 0
    for count, (begin, end) in enumerate(head_lines(text, len(text), rules)):
        line = text[begin:end]
        listed = listed or _contents(text, begin, end, rules)
        if begin < listed:
            rows.append(Row("navigation", Span(begin, end)))
            skipped += 1
            continue
        if "日在" in line and (both := _TITLE_SESSION.fullmatch(text, begin, end)):
            rows += [Row("title", Span(*both.span(1))), Row("session", Span(*both.span(2)))]
            continue
        deep = count - skipped > HEAD_LINES
        kind = None if deep else _kind(text, begin, end, rows, rules)
        if kind is None:
            opens = opens_item(line)
            plain = _PLAIN.search(line) and not _is_column(text, begin, end, rules)
            body = deep or opens or _is_body(line) or plain
            if body and (opens or not _addressed(text, begin, end, rules)):
                start = begin
                break
            kind = "navigation"
            if first_stray is None and _WORD.search(line):
                first_stray = len(rows)
        rows.append(Row(kind, Span(begin, end)))
    else:
        if first_stray is not None:  # nothing looks like a body: what no row knows is one
            start = rows[first_stray].span.start
            rows = rows[:first_stray]
    if rows and rows[-1].kind == "author" and _REPORTED.match(text, rows[-1].span.end):
        rows[-1] = Row("addressee", rows[-1].span)
    letter, start = covering_letter(text, start, rules)
    parted, start = glued(text, skip(text, start), any(row.kind == "addressee" for row in rows))
    return _titles(text, rows) + letter + parted, start


def _contents(text: str, begin: int, end: int, rules: Rules) -> int:
    """
    Return where a table of contents ends: below its caption, or before a title; 0 where none is.
    """
    line = text[begin:end]
    if is_caption(line):
        return contents_end(text, end)
    stop = contents_end(text, begin) if opens_item(line) else begin
    return stop if stop > begin and _kind_below(text, stop, rules) == "title" else 0


def _kind(text: str, begin: int, end: int, rows: list[Row], rules: Rules) -> LineKind | None:
    """
    Return what a line of the head is; one above it with half a title becomes a title with it.
    """
    line = text[begin:end]
    if opens_item(line):
        return None
    if rows and _UNFINISHED.search(text, *rows[-1].span):
        rows[-1] = Row("title", rows[-1].span)
        return "title"
    return kind_of(line, rules)


def _is_column(text: str, begin: int, end: int, rules: Rules) -> bool:
    """
    Whether a line is the name of a site's column, above a title.
    """
    return bool(_COLUMN.fullmatch(text, begin, end)) and _kind_below(text, end, rules) == "title"


def _kind_below(text: str, end: int, rules: Rules) -> LineKind | None:
    below = next(lines_of(text, end, min(len(text), end + LONGEST_ROW)), None)
    return kind_of(text[slice(*below)], rules) if below else None


def _addressed(text: str, begin: int, end: int, rules: Rules) -> bool:
    """
    Whether an address follows so closely on a line that it is the caption of a picture.
    """
    if text.find(":", end, end + LONGEST_ROW) < 0:
        return False
    more = _CAPTION.search(text, begin, end) or _NOUN_AT_END.search(text, begin, end)
    most = MORE_LINES if more else CAPTION_LINES
    lines = islice(lines_of(text, end, min(len(text), end + LONGEST_ROW)), most)
    return any(text[b - 1] == ":" and kind_of(text[a:b], rules) == "addressee" for a, b in lines)


def _titles(text: str, rows: list[Row]) -> list[Row]:
    """
    Join the lines of a broken title, and drop menu entries that look like one.
    """
    dated = any(row.kind == "title" and _YEAR.search(text, *row.span) for row in rows)
    for i, row in enumerate(rows):
        line = text[row.span.slice()]
        if row.kind == "title" and dated and i + 1 < len(rows) and _is_menu(line):
            rows[i] = Row("navigation", row.span)
        before = rows[i - 1] if i else None
        if before is None or not _NOUN_AT_END.search(line) or before.kind == "title":
            continue
        above = text[before.span.slice()]
        leans = before.kind == "navigation" and (
            above.endswith(("的", "关于"))
            or ("法治" in above and _LEANS_BACK.match(line))
            or (_ABOUT.fullmatch(above) and not _LACKS_BODY.match(line))
        )
        if leans or (before.kind == "author" and row.kind == "title" and _LACKS_BODY.match(line)):
            rows[i - 1] = Row("title", before.span)
            rows[i] = Row("title", row.span)
    return rows


def _is_menu(line: str) -> bool:
    return len(line) < 14 and not _YEAR.search(line) and not _LEANS_BACK.match(line)


def _tail(text: str, start: int, rules: Rules) -> tuple[list[Row], int]:
    """
    Read lines from the end back to the last that belongs to the body.
    """
    window = max(start, len(text) - TAIL_CHARS)
    if window > start:  # half a short line may look like one of the tail
        half = next(lines_of(text, window, len(text)), (window, window))
        window = window if ran_together(text, *half) else half[1]
    seen: list[tuple[int, int]] = []
    kinds: list[LineKind | None] = []
    known = strays = 0
    for begin, end in tail_lines(text, window, rules):
        seen.append((begin, end))
        line = text[begin:end]
        kind = None if opens_item(line) else kind_of(line, rules) or _signed(line)
        strays = 0 if kind else strays + 1
        if kind is None and (opens_item(line) or _is_closing(line) or strays > STRAY_LINES):
            break
        kinds.append(kind)
        known = len(kinds) if kind else known
    rows = [
        row
        for (begin, end), kind in reversed([*zip(seen[:known], kinds, strict=False)])
        for row in _rows(text, begin, end, kind or "navigation")
    ]
    last = seen[known] if known < len(seen) else None
    return unglue(text, start, last[1] if last else window, rows)


def _is_closing(line: str) -> bool:
    return "。" in line or len(line) > 60 or line[-1] in ";:,、"


def _signed(line: str) -> LineKind | None:
    if len(line) < 90 and line[-1] in DAY_ENDS and _SIGNED.fullmatch(line):
        return "signature"
    return None


def _rows(text: str, begin: int, end: int, kind: LineKind) -> Iterator[Row]:
    dated = kind == "signature" and text[end - 1] in DAY_ENDS
    both = _SIGNED.fullmatch(text, begin, end) if dated else None
    if both is None:
        yield Row(kind, Span(begin, end))
        return
    yield Row("signature", Span(*both.span(1)))
    yield Row("date", Span(*both.span(2)))
