"""
Rules on words: misspelt, doubled, of another place, at odds with a figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from fazhi.checks.form_slip import Seen, Slip, rule
from fazhi.checks.signs import Words
from fazhi.checks.terms_words import WRONG
from fazhi.model import Check, Span
from fazhi.model.audit import Examined
from fazhi.text.patterns import lazy


_CUT_BY = "(?:减少|下降|降低|缩短|压缩|压减|缩减|减轻)"
_TIMES = lazy(rf"{_CUT_BY}了?(?:约|近)?\s?\d[\d.]*倍")
_DATED = lazy(r"截止(?:到|至)?(?=(?:20\d\d年|\d{1,2}月|目前|今年|年底|\d{4}\.))")
_ABOUT = ("约", "近", "超过", "突破")
_LAST_OF_ABOUT = frozenset(word[-1] for word in _ABOUT)
_NOT_ABOUT = (
    "公约",
    "节约",
    "预约",
    "条约",
    "签约",
    "履约",
    "集约",
    "合约",
    "违约",
    "附近",
    "靠近",
    "临近",
    "最近",
)
_OR_SO = ("余", "多", "左右")
# Particles and common verbs that never stand twice, and where they do.
_TWICE = (
    "的的", "和和", "与与", "在在", "及及", "被被", "了了", "进行进行", "开展开展", "工作工作", "建设建设",
    "推进推进", "加强加强", "落实落实", "行政行政", "执法执法", "制定制定", "提升提升", "完善完善", "规范规范",
    "化解化解", "健全健全", "推动推动", "全面全面", "严格严格", "通过通过", "问题问题", "强化强化", "坚持坚持",
)  # fmt: skip
_WRONG, _DOUBLED = Words(WRONG), Words(_TWICE)
_RIGHT = ("的的确", "和和气", "和和美", "和和睦", "了了解", "了了然")
_OWN = lazy("我(?P<level>[县区旗镇乡])(?![域划段])")
_SUFFIX = lazy("(?:自治)?(?P<level>[县区旗镇乡州市])\\Z")


def _misspelt(examined: Examined) -> Iterator[Slip]:
    folded = examined.document.folded
    for wrong in _WRONG.within(examined):
        place, right = folded.find(wrong), WRONG[wrong]
        while place >= 0:
            yield Slip(
                (Span(place, place + len(wrong)),),
                f"“{wrong}”应为“{right}”",
                f"{wrong} should be {right}",
                (wrong, right),
            )
            place = folded.find(wrong, place + len(wrong))


def _doubled(examined: Examined) -> Iterator[Slip]:
    folded = examined.document.folded
    for twice in _DOUBLED.within(examined):
        place = folded.find(twice)
        if not folded.startswith(_RIGHT, place):
            words = examined.report.text[place : place + len(twice)]
            span = Span(place, place + len(twice))
            yield Slip((span,), f"“{words}”重复", f"{words} says it twice", (words,))


def _fewer_times(examined: Examined) -> Iterator[Slip]:
    folded = examined.document.folded
    if "倍" not in folded:
        return
    for match in _TIMES.finditer(folded):
        words = match[0]
        yield Slip(
            (Span(*match.span()),),
            f"“{words}”：减少不能用倍数表示",
            f"{words}: a fall cannot be counted in multiples",
            (words,),
        )


def _until(examined: Examined) -> Iterator[Slip]:
    folded = examined.document.folded
    if "截止" not in folded:
        return
    for match in _DATED.finditer(folded):
        words = match[0]
        yield Slip(
            (Span(*match.span()),),
            f"“{words}”后接时间，宜用“截至”",
            f"{words} before a date: 截至 is meant",
            (words,),
        )


def _vague(examined: Examined) -> Iterator[Slip]:
    folded = examined.document.folded
    spans = [metric.span for metric in examined.report.metrics]
    # The second look is for a few of them.
    for start, end in [span for span in spans if folded[span.start - 1] in _LAST_OF_ABOUT]:
        before = folded[max(0, start - 2) : start]
        if not before.endswith(_ABOUT) or before.endswith(_NOT_ABOUT):
            continue
        raw = folded[start:end]
        if any(word in raw for word in _OR_SO) or folded.startswith("左右", end):
            span = Span(start - (2 if before.endswith(_ABOUT[2:]) else 1), end)
            words = examined.report.text[span.slice()]
            yield Slip((span,), f"“{words}”重复表示约数", f"{words} is vague twice over", (words,))


def _other_place(examined: Examined) -> Seen:
    region = examined.report.meta.region
    suffix = _SUFFIX.search(region.name) if region else None
    if region is None or suffix is None or region.level not in ("prefecture", "county", "township"):
        return "not_applicable"
    return _own_names(examined, suffix["level"], (*region.path, region.name))


def _own_names(examined: Examined, level: str, path: tuple[str, ...]) -> Iterator[Slip]:
    """
    Yield 我县 and the like where the report is on no county and lies in none.
    """
    for match in _OWN.finditer(examined.document.folded):
        own = match["level"]
        # A township speaks of its county as 我县, and 我区 may be the autonomous region.
        if own == level or any(own in name for name in path):
            continue
        words = match[0]
        yield Slip(
            (Span(*match.span()),),
            f"“{words}”与报告主体不符（{path[-1]}）",
            f"{words} does not fit the subject, {path[-1]}",
            (words, path[-1]),
        )


_HEAD = "五华区人民政府关于2023年度法治政府建设情况的报告\n一、工作成效\n"
_TAIL = "\n二、存在问题\n执法力量不足。\n五华区人民政府\n2024年2月7日\n"
_DRAFTS = "党政机关公文处理工作条例 第十九条: 公文起草应当做到表述准确、文字精练"
_NUMERALS = "出版物上数字用法 (GB/T 15835-2011)"


def _pair(words: str, right: str) -> dict[str, str]:
    return {"fires": f"{_HEAD}{words}{_TAIL}", "silent": f"{_HEAD}{right}{_TAIL}"}


USAGE: tuple[Check, ...] = (
    rule(
        "FZ508", "word-misspelt", "错别字", "warning", _misspelt,
        about="A word of this field is misspelt in a way that no dictionary has (行政覆议, 公平竟争).",
        source="现代汉语词典; 法律、行政法规中的规范名称",
        **_pair("推进公平竟争审查5件。", "推进公平竞争审查5件。"),
    ),
    rule(
        "FZ509", "word-doubled", "词语重复", "warning", _doubled,
        about="A particle or a common verb stands twice in a row.",
        source=_DRAFTS,
        **_pair("对案卷进行进行评查5件。", "对案卷进行评查5件。"),
    ),
    rule(
        "FZ510", "fall-in-multiples", "减少用倍数", "warning", _fewer_times,
        about="A fall is given as a multiple (下降2倍), which no figure can mean.",
        source=_NUMERALS,
        **_pair("信访量同比下降1.2倍，办理5件。", "信访量同比增长1.2倍，办理5件。"),
    ),
    rule(
        "FZ511", "until-miswritten", "“截止”应为“截至”", "info", _until,
        about="截止 (to end) stands before a date where 截至 (up to) is meant.",
        source="现代汉语词典: 截止, 截至",
        **_pair("截止2023年12月，办理案件5件。", "截至2023年12月，办理案件5件，报名已于6月截止。"),
    ),
    rule(
        "FZ512", "vague-twice", "约数重复", "info", _vague,
        about="A figure is made vague before and behind (近50余件).",
        source=_NUMERALS,
        **_pair("办理案件近50余件。", "办理案件近50件，培训60余人。"),
    ),
    rule(
        "FZ513", "own-name-of-another-place", "自称与主体不符", "warning", _other_place,
        about="The report calls its place 我县 where it is no county: the text may be another place's.",
        source="法治政府建设与责任落实督察工作规定: 各级人民政府报告本地区情况",
        **_pair("我县办理行政复议案件5件。", "我区办理行政复议案件5件，在我市排名第一。"),
    ),
)  # fmt: skip
