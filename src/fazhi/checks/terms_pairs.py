"""
Rules on names that differ by a character or a digit within one report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from fazhi.checks.form_slip import Slip, rule
from fazhi.checks.signs import Words, quotations
from fazhi.checks.terms_words import CONFUSED, ONE_OF
from fazhi.model import Check, Citation, Span
from fazhi.model.audit import Examined
from fazhi.text.patterns import lazy


# 12345, 12348, 95598 and their like are telephone numbers.
_SLOGAN = lazy(r"[“「\"](?P<digits>(?!12\d{3}\D|9[56]\d{3}\D)\d{4,6})(?![\d.年])")
_NOUN = lazy(
    r"[”」\"]?[^\W\d_]{0,8}?(?:举措|工程|机制|模式|工作法|行动|体系|计划|战略|布局|工作|思路|服务|平台|管理)"
)
_QUOTED = lazy(r"[“「『]([^“”「」『』\n]{4,60})[”」』]")
_PARTS = lazy("[、,·+]")
_SELDOM = Words(word for row in ONE_OF for word in row[1:])
_MOST = 400  # quoted names that are compared; more are no report's
_YEARS = lazy(r"\d{4}")
# What may differ between two names that are both right: numbers, levels, places in order.
_FREE = frozenset(
    "0123456789一二三四五六七八九十百第两首次〇零省市县区州镇乡村街旗盟国部厅局委办上下前后左右内外东西南北中大小新旧老春夏秋冬甲乙丙丁ABCDEFGabcdefg"
)


def _slogans(examined: Examined) -> Iterator[Slip]:
    folded = examined.document.folded
    places: dict[str, Span] = {}
    nouns: dict[str, str] = {}
    for place in quotations(examined):
        match = _SLOGAN.match(folded, place) if folded[place + 1 : place + 2].isdigit() else None
        if match and (noun := _NOUN.match(folded, match.end())):
            places.setdefault(match["digits"], Span(match.start() + 1, match.end()))
            nouns.setdefault(match["digits"], noun[0].lstrip('”」"'))
    for one, other in combinations(list(places)[:_MOST], 2):
        # “1234”工作法 and “1235”机制 may be two things; five figures are seldom alike by chance.
        if nouns[one] == nouns[other] and _is_swapped(one, other):
            yield _differ(examined, places[other], places[one], "数字次序不一，疑有一处有误")
        elif _distance(one, other) == 1 and (len(one) >= 5 or nouns[one] == nouns[other]):
            yield _differ(examined, places[other], places[one])


def _is_swapped(one: str, other: str) -> bool:
    """
    Whether two neighbours changed places: 1356, 1365.
    """
    return any(
        one[:at] + one[at + 1] + one[at] + one[at + 2 :] == other != one
        for at in range(len(one) - 1)
    )


def _distance(one: str, other: str) -> int:
    """
    Return in how many places two words of one length differ; 9 where the lengths differ.
    """
    if len(one) != len(other):
        return 9
    return sum(a != b for a, b in zip(one, other, strict=True))


def _differ(
    examined: Examined, fault: Span, other: Span, hint: str = "只差一字，疑有一处有误"
) -> Slip:
    text = examined.report.text
    # The one that is written less often is the likelier slip.
    if text.count(text[fault.slice()]) > text.count(text[other.slice()]):
        fault, other = other, fault
    one, two = text[fault.slice()], text[other.slice()]
    return Slip(
        (fault, other),
        f"“{one}”与“{two}”{hint}",
        f"{one} and {two} are nearly the same; one may be wrong",
        (one, two),
        f"{one} ≠ {two}",
    )


def _names(examined: Examined) -> dict[str, Span]:
    """
    Return the names in quotation marks, in pieces, with the first place of each.
    """
    places: dict[str, Span] = {}
    folded = examined.document.folded
    found = (_QUOTED.match(folded, place) for place in quotations(examined))
    for match in filter(None, found):
        start, words = match.start(1), match[1]
        for piece in _PARTS.split(words):
            if len(piece) >= 4:
                places.setdefault(piece, Span(start, start + len(piece)))
            start += len(piece) + 1
    return places


def _quoted(examined: Examined) -> Iterator[Slip]:
    places = _names(examined)
    for one, other in _neighbours(list(places)[:_MOST]):
        place = next(i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b)
        a, b = one[place], other[place]
        # 一窗通办 and 一网通办 are both right: short names count only where the signs are confused.
        if frozenset((a, b)) in CONFUSED or (len(one) >= 9 and a not in _FREE and b not in _FREE):
            yield _differ(examined, places[other], places[one])


def _neighbours(names: list[str]) -> Iterator[tuple[str, str]]:
    """
    Yield the pairs that differ in one place: they agree in their first or in their second half.
    """
    halves: dict[tuple[int, int, str], list[str]] = {}
    for name in names:
        half, size = len(name) // 2, len(name)
        for key in ((size, 0, name[:half]), (size, 1, name[half:])):
            for other in halves.setdefault(key, []):
                if _distance(other, name) == 1:
                    yield other, name
            halves[key].append(name)


def _words(examined: Examined) -> Iterator[Slip]:
    folded = examined.document.folded
    there = set(_SELDOM.within(examined))
    for row in ONE_OF:
        found = [] if there.isdisjoint(row) else [word for word in row if word in folded]
        if len(found) < 2:
            continue
        counts = Counter({word: folded.count(word) for word in found})
        usual, *others = [word for word, _ in counts.most_common()]
        for word in others:
            yield _differ(
                examined,
                Span(folded.find(word), folded.find(word) + len(word)),
                Span(folded.find(usual), folded.find(usual) + len(usual)),
                "用语不一，应当一致",
            )


def _key(folded: str, citation: Citation) -> str:
    start, end = citation.span
    words = folded[start:end].partition("》")[0].lstrip("《")
    if not words.isalpha() or "至" in words:
        for dash in "—–―~至":
            words = words.replace(dash, "-")
        words = words.replace("--", "-")
    return words.removeprefix("中华人民共和国")


def _titles(examined: Examined) -> Iterator[Slip]:
    folded = examined.document.folded
    places: dict[str, Span] = {}
    for citation in examined.report.citations:
        if citation.title is not None:
            places.setdefault(_key(folded, citation), citation.span)
    names = [name for name in places if len(name) >= 8][:_MOST]
    for one, other in _neighbours(names):
        place = next(i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b)
        free = one[place] in _FREE or other[place] in _FREE
        if not free or _is_one_plan(one, other):
            yield _differ(examined, places[other], places[one])
    yield from _inspections(examined, places)


def _is_one_plan(one: str, other: str) -> bool:
    """
    Whether two titles are of one plan whose first or last year was miswritten.
    """
    years, others = _YEARS.findall(one), _YEARS.findall(other)
    return len(years) == 2 == len(others) and (years[0] == others[0]) != (years[1] == others[1])


def _inspections(examined: Examined, places: dict[str, Span]) -> Iterator[Slip]:
    """
    Yield where 督查 stands in one title and 督察 in another of the same subject.
    """
    by_head: dict[tuple[str, str], str] = {}
    for name, place in places.items():
        for word in ("督查", "督察"):
            head, found, _ = name.partition(word)
            if not found or len(head) < 4:
                continue
            other = by_head.get((head, "督察" if word == "督查" else "督查"))
            if other and _distance(name, other) != 1:
                yield _differ(examined, place, places[other], "“督查”“督察”用字不一")
            by_head.setdefault((head, word), name)


_HEAD = "五华区人民政府关于2023年度法治政府建设情况的报告\n一、工作成效\n"
_TAIL = "\n二、存在问题\n执法力量不足。\n五华区人民政府\n2024年2月7日\n"
_SOURCE = "党政机关公文处理工作条例 第十九条: 公文起草应当做到表述准确"

PAIRS: tuple[Check, ...] = (
    rule(
        "FZ501", "slogan-digits-differ", "数字口号不一致", "warning", _slogans,
        about="Two slogans of figures (“13339” and “13337”) differ by one digit; they may be one.",
        source=_SOURCE,
        fires=_HEAD + "形成“13339”举措，推进“13337”工程，办理案件5件。" + _TAIL,
        silent=_HEAD + "形成“13339”举措，推进“13339”工程，接听“12345”热线和“12348”热线5件。" + _TAIL,
    ),
    rule(
        "FZ502", "quoted-names-differ", "引号内名称差一字", "warning", _quoted,
        about="Two names in quotation marks differ by one character that is easily confused (报到, 报道), or are long and differ by one.",
        source=_SOURCE,
        fires=_HEAD + "用好“党建引领、街道吹哨、部门报道”平台，落实“党建引领、街道吹哨、部门报到”方案5件。" + _TAIL,
        silent=_HEAD + "用好“党建引领、街道吹哨、部门报到”平台，推行“一网通办”“一窗通办”，办理5件。" + _TAIL,
    ),
    rule(
        "FZ503", "terms-inconsistent", "用语前后不一", "info", _words,
        about="One thing is written in two ways of which the documents in force use one.",
        source="法治政府建设与责任落实督察工作规定: 督察、第一责任人",
        fires=_HEAD + "开展法治督查2次，法治督察整改5件。" + _TAIL,
        silent=_HEAD + "开展法治督察2次，政府督查3次，法治督察整改5件。" + _TAIL,
    ),
    rule(
        "FZ504", "titles-differ", "文件名差一字", "warning", _titles,
        about="Two titles in title marks differ by one character or by one of their years, or by 督查 and 督察: they may be one document.",
        source=_SOURCE,
        fires=_HEAD + "制定《五华区优化营商环境实施方案》，落实《五华区优化营商坏境实施方案》任务5件。" + _TAIL,
        silent=_HEAD + "制定《五华区2022年法治工作要点》，落实《五华区2023年法治工作要点》任务5件。" + _TAIL,
    ),
)  # fmt: skip
