"""
Lists of parts behind a total, and whether they claim to use it up.

The parser's groups tell which figures belong together, and leave out what does
not fit; an audit needs what was written, so it reads the list once more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import frozen

from fazhi.checks.values_figures import Figure
from fazhi.checks.values_reading import Reading
from fazhi.knowledge.relations import relations
from fazhi.model.audit import Severity
from fazhi.text.patterns import lazy


_OPENING = lazy(r"其中|包括|包含|含(?!税|量)|即[::,]|分为|[:(]")
_OTHERS = lazy(r"其他|其它|其余|剩余|余下")
_VERB = lazy(r"[,、](?:并|还|另|同时|另外)")
_NESTED = lazy(r"\([^()]{0,200}\)")
_LONGEST, _FEW = 40, 3


@frozen
class Listing:
    """
    A total and the parts listed behind it.

    Attributes:
        total: The total.
        parts: The parts, one at least.
        closed: How grave it is when they do not sum to it; None where they need not use it up.
    """

    total: Figure
    parts: tuple[Figure, ...]
    closed: Severity | None


@frozen
class Kinds:
    """
    Kinds that use up whatever is divided by them.

    Attributes:
        needed: Patterns; each must be in the words of a part.
        allowed: Pattern of further kinds beside them.
        severity: How sure it is.
    """

    needed: tuple[str, ...]
    allowed: str = "(?!)"
    severity: Severity = "error"


KINDS: tuple[Kinds, ...] = (
    Kinds(("继续有效|保留|有效", "废止|失效"), "修改|修订|有效|失效|重新制定|未到期"),
    Kinds(("(?<![不未])(?:合格|达标|通过)", "不合格|未通过|未达标"), "优秀|基本|良好"),
    Kinds(("办结|审结|结案|完成|处结", "在办|正在|未结|未办结|尚未|推进|未完成"), "转送"),
    Kinds(("办结|审结|维持", "在办|未结|正在"), "撤销|变更|确认|责令|驳回|调解|终止|撤回|和解"),
    Kinds(("(?<!不)(?:准予|予以许可)", "不予")),
    Kinds(("(?<!不予)(?<!未)受理", "不予受理|未受理"), "告知|补正|转送|撤回|补充"),
    Kinds(("一审", "二审", "再审")),
    Kinds(("一审", "二审"), severity="warning"),
    Kinds(("主要负责|正职|一把手", "其他负责|副职|分管"), severity="warning"),
    Kinds(("现场", "书面"), severity="warning"),
    Kinds(("线上|网上|网络", "线下|窗口|现场"), severity="warning"),
    Kinds(("迁入", "迁出")),
    Kinds(("处罚案卷|(?<!行政)处罚类", "许可案卷|(?<!行政)许可类"), "强制", "warning"),
    Kinds(("简易程序", "普通程序|一般程序"), "听证", "warning"),
    Kinds(("职工", "居民"), severity="warning"),
    Kinds(("报告书", "报告表"), severity="warning"),
    Kinds(("[市州县区]级|[市州县区]直|[市州县区]本级|部门", "[乡镇县区]|街道"), "级", "warning"),
    Kinds(("维持", "撤销|终止"), "变更|确认|责令|驳回|调解|撤回|和解|不予|终止|撤销", "warning"),
)
_COMPILED = tuple(
    (tuple(re.compile(p) for p in row.needed), re.compile(row.allowed), row.severity)
    for row in KINDS
)


def listings(read: Reading) -> tuple[Listing, ...]:
    """
    Return the lists of the report, read once.
    """
    shared = vars(read)
    found: tuple[Listing, ...] | None = shared.get("_listings")
    if found is None:
        found = tuple(_listings(read))
        shared["_listings"] = found
    return found


def _listings(read: Reading) -> Iterator[Listing]:
    for sentence in read.sentences:
        for at, total in enumerate(sentence[:-1]):
            if total.rate or total.metric.change or _inner(total):
                continue
            between = read.between(total, sentence[at + 1])
            opening = _opening(between)
            if not opening:
                continue
            parts = _parts(read, total, sentence[at + 1 : at + 1 + _LONGEST], between, opening)
            if parts:
                yield Listing(total, parts, _closed(total, parts, opening))


def _inner(total: Figure) -> bool:
    return total.metric.upper is not None or not total.value


def _opening(between: str) -> str:
    match = _OPENING.search(between)
    if match is None:
        return ""
    word = match[0]
    # A bracket or colon opens the parts of the figure that it directly follows.
    if word == "(":
        return word if match.start() == 0 else ""
    if word == ":":
        return word if match.start() <= 10 and "。" not in between else ""
    if match.start() > 12 or _VERB.search(between, 0, match.start()):
        return ""
    return word


def _parts(
    read: Reading, total: Figure, rest: Sequence[Figure], between: str, opening: str
) -> tuple[Figure, ...]:
    """
    Return the figures of the total's unit that the list goes on over.
    """
    limit, start = len(read.folded), total.metric.span.end
    if opening == "(":
        limit = read.folded.find(")", start, start + 300)
        if any(sign in between for sign in ("其中", "含", "如")):
            return ()
    parts: list[Figure] = []
    separator = ""
    for figure in rest:
        if figure.metric.span.end > limit or figure.rate or figure.metric.change:
            break
        gap = read.folded[parts[-1].metric.span.end if parts else start : figure.metric.span.start]
        if parts and "(" in gap and ")" not in gap:
            continue  # A part of a part.
        if figure.counted != total.counted:
            break
        kind = _separator(_NESTED.sub("", gap)) if parts else "和"
        if kind == ";" or kind not in (separator or kind, "和"):
            break
        separator = separator or kind.strip("和")
        parts.append(figure)
    return tuple(parts)


def _separator(gap: str) -> str:
    """
    Return what parts two figures: 、 , 和 or ``;`` for all that ends a list.
    """
    if any(sign in gap for sign in ";。:(\n") or _VERB.search(gap):
        return ";"
    if "," in gap:
        return ","
    if "、" in gap:
        return "、"
    return "和" if "和" in gap or "及" in gap else ";"


def _closed(total: Figure, parts: Sequence[Figure], opening: str) -> Severity | None:
    if len(parts) < 2 or opening.startswith("含"):
        return None
    words = [part.words for part in parts]
    classes = _addends().get(total.metric.indicator or "", frozenset())
    # Of two parts of a total with many classes, 其他行政职权 is one class, not the rest.
    rest = len(parts) >= _FEW or not classes
    if (rest and any(_OTHERS.search(word) for word in words)) or _complete(total, parts):
        return "error"
    if opening in (":", "即:", "即,", "分为"):
        return "error"
    if opening == "(":
        return "warning"
    for needed, allowed, severity in _COMPILED:
        if all(any(p.search(w) for w in words) for p in needed) and all(
            any(p.search(w) for p in needed) or allowed.search(w) for w in words
        ):
            return severity
    return None


def _complete(total: Figure, parts: Sequence[Figure]) -> bool:
    """
    Whether the catalogue's hard sum for the total names exactly these parts.
    """
    wanted = _addends().get(total.metric.indicator or "")
    return wanted is not None and {part.metric.indicator for part in parts} == wanted


@cache
def _addends() -> dict[str, frozenset[str]]:
    return {r.this: frozenset(r.terms) for r in relations() if r.kind == "sum" and r.hard}
