"""
Items that are counted inside a paragraph: 一是…;二是…, 首先…其次…, (1)…(2)….
"""

from __future__ import annotations

from collections.abc import Iterator

from fazhi.parsing.markers import DECIMAL, Grammar, Mark
from fazhi.parsing.paragraphs import Paragraph
from fazhi.text.patterns import lazy


# What may begin a numbering: anything after a stop, 一是 anywhere. The class in front makes the
# search quick.
_PLACE = lazy(
    r"[。;:,!?”」)一二三四五六七八九十](?:(?<=[一二三四五六七八九十])[是要]"
    r"|(?<=[。;:,!?”」)])\s*(?=[一二三四五六七八九十\d(首其第再最①-⒛㈠-㈩❶-➉]))"
)
# In a text without line breaks a blank or nothing may stand before a heading.
_LOOSE = lazy(
    r"\s(?=[一二三四五六七八九十]{1,3}[、)]|\d{1,2}[.、])|(?<=[^第条款项之的和及、])(?=\([一二三四五六七八九十]{1,3}\))"
)
# There a heading may run into its first item: (一)履行政府职能1.优化营商环境.
_RUN_IN = lazy(
    r"(?:[一二三四五六七八九十]{1,3}、|[一二三四五六七八九十]{1,3}\))[^\s。;:!?]{2,40}?(?=\(?一\)|1[.、]\D|一是)"
)
# No run is without one of these, but for those that go on from or in another paragraph. Each
# starts with a character of its own: that makes the search twenty times as quick.
_SECOND = tuple(map(lazy, (r"二(?:[是要、.)〕】]|(?<=[其第]二))", r"2\s?[.、)]")))
_SECOND_SIGNS = ("其次", "最后", *"②⑵⒉㈡❷➁")
_NEXT = lazy(r"[三四五六七八九十][是要]")
_STOPS = frozenset("。;:,!?”」)、")
# Before "一是" without a stop: 唯一是, 统一是, 之一是, 十一是.
_INSIDE_WORD = frozenset(
    "统唯之万单专同第其逐归划合惟如另任某每这那有一二三四五六七八九十百千零〇星期周"
)
_QUOTES = (("“", "”"), ("《", "》"), ("「", "」"))
QUOTE = 120
# Families that must follow a full stop, semicolon or colon; after a comma they are mostly no items.
_AFTER_END = frozenset({"comma", "paren", "arabic", "part", "chapter", "article"})
_ENDS = frozenset("。;:!?”")
# Of these a sign right behind a quotation refers to a note: “三去一降一补”①.
_NOTES, _NOTED = frozenset({"circled", "arabic-paren", "arabic-half"}), frozenset("”」)")
SKIP = 2


def seconds(text: str, start: int, end: int) -> list[int]:
    """
    Return where second items may stand between two offsets, in text order.
    """
    found = [match.start() for second in _SECOND for match in second.finditer(text, start, end)]
    for sign in _SECOND_SIGNS:
        at = text.find(sign, start, end)
        while at >= 0:
            found.append(at)
            at = text.find(sign, at + 1, end)
    return sorted(found)


def goes_on(text: str, piece: Paragraph, before: Mark | None, following: Mark | None) -> bool:
    """
    Whether a paragraph without a second item may end or begin a run of which it holds the rest.
    """
    own = piece.mark
    if (
        following is not None
        and following.number == 2
        and (own is None or own.family != following.family)
    ):
        return True
    if before is None or before.number < 2 or before.family != "say":
        return False
    return _NEXT.search(text, piece.start, piece.end) is not None


def items(
    text: str, piece: Paragraph, before: Mark | None, following: Mark | None, grammar: Grammar
) -> list[list[Mark]]:
    """
    Find the runs of items inside a paragraph.

    Args:
        text: Folded text.
        piece: The paragraph.
        before: Its own marker, else the last item before it; this paragraph may go on counting.
        following: Marker of the next paragraph; it may continue a run that has one item here.
        grammar: Numbering styles in use.

    Returns:
        Runs in text order of their first marker, each counted upwards.
    """
    runs: dict[str, list[Mark]] = {}
    done: list[list[Mark]] = []
    if before is not None:
        runs[before.family] = [before]
    for mark in _candidates(text, piece, grammar):
        run = runs.get(mark.family)
        if run is not None and _continues(run, mark):
            run.append(_last(run, mark))
        elif mark.number in (1, 2) and text[mark.start - 1] != "、":
            done.extend(_kept(run, before))
            runs[mark.family] = [mark]
    for run in runs.values():
        if following is not None and run[0] is not before and _continues(run, following):
            done.append(run)
        else:
            done.extend(_kept(run, before))
    return sorted(done)


def _last(run: list[Mark], mark: Mark) -> Mark:
    return mark if mark.number < 99 else mark._replace(number=run[-1].number + 1)


def _continues(run: list[Mark], mark: Mark) -> bool:
    step = mark.number - run[-1].number
    return 0 < step <= SKIP or (step > 0 and mark.number == 99)


def _kept(run: list[Mark] | None, before: Mark | None) -> Iterator[list[Mark]]:
    if run is None or len(run) < 2:
        return
    yield run[1:] if run[0] is before else run


def _candidates(text: str, piece: Paragraph, grammar: Grammar) -> Iterator[Mark]:
    """
    Yield what reads as a marker, in text order.
    """
    start, end = piece.mark.end if piece.mark else piece.start, piece.end
    # 一是 starts at its numeral, what follows a stop behind it; after a stop 一是 is met twice.
    places = [
        place - 2 if text[place - 1] in "是要" else place
        for place in [match.end() for match in _PLACE.finditer(text, start, end)]
    ]
    loose: set[int] = set()
    if piece.is_whole:
        loose = {
            match.end()
            for pattern in (_LOOSE, _RUN_IN)
            for match in pattern.finditer(text, piece.start, end)
            if match.end() > start
        }
        places = sorted(loose.union(places))
    for place in dict.fromkeys(places):
        mark = grammar.read(text, place, end)
        if mark is None or not place or _quoted(text, place, start):
            continue
        if place in loose or _stands(text, mark, start):
            yield mark


def _stands(text: str, mark: Mark, start: int) -> bool:
    """
    Whether what is before a marker lets an item begin.
    """
    if mark.family in DECIMAL:
        return False
    before = text[max(start - 1, mark.start - 64, 0) : mark.start].rstrip()[-1:]
    if mark.family in _AFTER_END:
        return before in _ENDS
    if mark.family in _NOTES and before in _NOTED:
        return False
    if before in _STOPS:
        return True
    return mark.family == "say" and before not in _INSIDE_WORD


def _quoted(text: str, place: int, start: int) -> bool:
    """
    Whether a quotation or a title that is open here holds the place.
    """
    low = max(start, place - QUOTE)
    for left, right in _QUOTES:
        opened = text.rfind(left, low, place)
        if opened >= 0 and text.find(right, opened, place) < 0:
            closed = text.find(right, place, place + QUOTE)
            if closed >= 0 and text.find(left, place, closed) < 0:  # else the mark was lost
                return True
    return False
