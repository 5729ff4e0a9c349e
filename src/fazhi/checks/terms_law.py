"""
Rules on how laws and documents are named: titles that do not exist but for a character, numbers out of form.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from fazhi.checks.form_slip import Slip, rule
from fazhi.knowledge import resolve
from fazhi.knowledge.laws import TABLE
from fazhi.model import Check, Citation, Span
from fazhi.model.audit import Examined
from fazhi.text.patterns import lazy


_PREFIX = "中华人民共和国"
_SHORTEST = 5
_END = 3  # an edit leaves the first or the last three signs of a title of seven alone
# Levels and numbers in which a local document may differ from the national one.
_LOCAL = frozenset("省市县区州旗乡镇0123456789一二三四五六七八九十党")
_OUTLINE = "法治政府建设实施纲要("
_FORM = "党政机关公文格式 (GB/T 9704-2012) 7.2.5: 年份用六角括号“〔〕”括入；发文顺序号不加“第”字，不编虚位，加“号”字"
_YEAR = lazy(r"(?P<open>[〔\[【﹝〖「(])? ?(?:19|20)\d\d ?(?P<close>[〕\]】﹞〗」)])?")
_SERIAL = lazy(r"[〕\]】﹞〗」)] ?(?P<serial>第 ?\d+|0\d+)")


@cache
def _titles() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """
    Return the national titles without 中华人民共和国, and those that begin or end alike.
    """
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines())
    names = frozenset(
        name.removeprefix(_PREFIX)
        for row in rows
        if len(row) > 2
        for name in (row[0], *row[1].split())
    )
    ends: dict[str, list[str]] = {}
    for name in sorted(names):
        if len(name) >= _SHORTEST:
            ends.setdefault("^" + name[:_END], []).append(name)
            ends.setdefault("$" + name[-_END:], []).append(name)
    return names, {key: tuple(found) for key, found in ends.items()}


@lru_cache(maxsize=4096)  # as many as titles are resolved
def _near(title: str) -> str | None:
    """
    Return the national title that *title* misses by one character.
    """
    names, ends = _titles()
    if title in names:
        return None
    close = (*ends.get("^" + title[:_END], ()), *ends.get("$" + title[-_END:], ()))
    size = len(title)
    alike = (name for name in close if -1 <= len(name) - size <= 1)
    return next((name for name in alike if _is_slip(title, name)), None)


def _is_slip(title: str, name: str) -> bool:
    """
    Whether two titles differ by one character changed, lost, added, or by two exchanged.
    """
    short, long = (title, name) if len(title) <= len(name) else (name, title)
    if len(long) - len(short) > 1:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    signs = (long[start], short[start : start + 1])
    # A plan of other years may be an earlier one, but the outlines' own years are known.
    if any(sign in _LOCAL for sign in signs) and not (
        name.startswith(_OUTLINE) and signs[0].isdigit()
    ):
        return False
    if len(long) > len(short):
        return short[start:] == long[start + 1 :]
    swapped = long[start : start + 2][::-1] == short[start : start + 2]
    return short[start + 1 :] == long[start + 1 :] or (
        swapped and short[start + 2 :] == long[start + 2 :]
    )


def _misnamed(examined: Examined) -> Iterator[Slip]:
    for citation in examined.report.citations:
        folded = examined.document.folded[citation.span.slice()]
        title = folded.partition("》")[0].lstrip("《").replace("—", "-").removeprefix(_PREFIX)
        if len(title) < _SHORTEST or len(title) > 40:
            continue
        name = None if resolve(citation) else _near(title)
        if name:
            yield Slip(
                (citation.span,),
                f"没有《{title}》，疑为《{name}》",
                f"there is no {title}; {name} may be meant",
                (title, name),
                f"{title} ≠ {name}",
            )


def _numbers(examined: Examined) -> Iterator[tuple[Citation, str, int]]:
    """
    Yield citations with a document number, its folded words and where it starts.
    """
    text, folded = examined.report.text, examined.document.folded
    for citation in examined.report.citations:
        if citation.number:
            start = text.find(citation.number, *citation.span)
            if start >= 0:
                yield citation, folded[start : start + len(citation.number)], start


def _brackets(examined: Examined) -> Iterator[Slip]:
    for citation, words, start in _numbers(examined):
        match = _YEAR.search(words)
        if not match or (match["open"], match["close"]) in (("〔", "〕"), (None, None)):
            continue
        if "令" in words or "公告" in words:
            continue
        number = citation.number or ""
        lost = "缺一侧" if None in (match["open"], match["close"]) else "应为六角括号“〔〕”"
        yield Slip(
            (Span(start, start + len(words)),),
            f"文号“{number}”的括号{lost}",
            f"the year in {number} should stand in 〔〕",
            (number,),
            severity=None if (match["open"], match["close"]) not in _PAIRED else "info",
        )


# A whole pair of the wrong brackets is a matter of form; two that do not match are a slip.
_PAIRED = (("[", "]"), ("【", "】"), ("(", ")"), ("﹝", "﹞"), ("〖", "〗"), ("「", "」"))


def _serials(examined: Examined) -> Iterator[Slip]:
    for citation, words, start in _numbers(examined):
        match, number = _SERIAL.search(words), citation.number or ""
        if match:
            wrong = "不加“第”字" if match["serial"][0] == "第" else "不编虚位"
            place = Span(start + match.start("serial"), start + match.end("serial"))
            yield Slip(
                (place,),
                f"文号“{number}”的顺序号{wrong}",
                f"serial of {number} out of form",
                (number,),
            )
        elif _YEAR.search(words) and not words.rstrip().endswith(("号", "令", "公告", "通告")):
            place = Span(start, start + len(words))
            yield Slip(
                (place,), f"文号“{number}”缺“号”字", f"document number {number} lacks 号", (number,)
            )


_HEAD = "五华区人民政府关于2023年度法治政府建设情况的报告\n一、工作成效\n"
_TAIL = "\n二、存在问题\n执法力量不足。\n五华区人民政府\n2024年2月7日\n"


def _pair(words: str, right: str) -> dict[str, str]:
    return {"fires": f"{_HEAD}{words}{_TAIL}", "silent": f"{_HEAD}{right}{_TAIL}"}


LAW: tuple[Check, ...] = (
    rule(
        "FZ505", "law-misnamed", "法律名称有误", "warning", _misnamed,
        about="A title is not that of any national law or document known, but misses one by a single character.",
        source="国家法律法规数据库 (flk.npc.gov.cn)",
        **_pair("学习《重大行政决策程序暂行条列》5次。", "学习《重大行政决策程序暂行条例》5次。"),
    ),
    rule(
        "FZ506", "document-number-brackets", "文号括号不规范", "warning", _brackets,
        about="The year in a document number stands in other brackets than 〔〕 (info), or in two that do not match.",
        source=_FORM,
        **_pair("落实《关于行政复议工作的通知》（云政发〔2023）12号），办理5件。", "落实《关于行政复议工作的通知》（云政发〔2023〕12号），办理5件。"),
    ),
    rule(
        "FZ507", "document-number-serial", "文号顺序号不规范", "info", _serials,
        about="The serial in a document number has 第 before it, a zero at its front, or no 号 behind it.",
        source=_FORM,
        **_pair("落实《关于行政复议工作的通知》（云政发〔2023〕第12号），办理5件。", "落实《关于行政复议工作的通知》（云政发〔2023〕12号），办理5件。"),
    ),
)  # fmt: skip
