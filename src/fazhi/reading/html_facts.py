"""
What a page says of its article: in ``<meta>``, in index tables and in the lines around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import NamedTuple

from lxml import etree

from fazhi.text import fold


class LabelRow(NamedTuple):
    """
    Labels of one fact; earlier rows are believed before later ones.

    Attributes:
        key: Name of the fact.
        labels: The words before it.
        example: A text, and the value in it.
        value: Pattern of a value, or ``""`` for a few words.
        glued: Whether its value may follow without a colon or a cell's end.
    """

    key: str
    labels: tuple[str, ...]
    example: tuple[str, str]
    value: str = ""
    glued: bool = False


_DATE = r"(?:(?:19|20)\d\d\s{0,2}[-年/.]\s{0,2}\d{1,2}\s{0,2}[-月/.]\s{0,2}\d{1,2}|(?:19|20)\d{6})(?!\d)"
_INDEX = r"[A-Za-z0-9\u4e00-\u9fff][-A-Za-z0-9/_.()〔〕]{4,59}"
_NUMBER = r"[^\s:|]{2,24}[〔(\[]?\d{4}[〕)\]]?\s?第?\d{1,5}号"

# Texts are folded: half-width colons and brackets, simplified script.
LABELS = (
    LabelRow(
        "published",
        ("发布时间", "发布日期", "公开时间", "公开日期", "发表时间", "发表日期", "上网时间"),
        ("发布时间:2024-03-28 09:00", "2024-03-28"),
        value=_DATE,
        glued=True,
    ),
    LabelRow(
        "published",
        ("信息时间", "上传时间", "录入时间", "更新时间", "更新日期", "公布日期"),
        ("更新日期 2024年3月28日", "2024年3月28日"),
        value=_DATE,
        glued=True,
    ),
    LabelRow(
        "published",
        ("时间", "日期"),
        ("日期:2024/3/28", "2024/3/28"),
        value=_DATE,
    ),
    LabelRow(
        "written",
        ("成文日期", "成文时间", "生成日期", "印发日期", "签发日期", "发文日期", "发文时间"),
        ("成文日期2019年01月28日", "2019年01月28日"),
        value=_DATE,
        glued=True,
    ),
    LabelRow(
        "publisher",
        ("信息来源", "文章来源", "稿件来源", "来源"),
        ("来源:五华区司法局 浏览次数:12", "五华区司法局"),
    ),
    LabelRow(
        "publisher",
        ("发布机构", "发布单位", "发布部门", "发文机关", "发文机构", "发布机关", "公开机构", "公开单位", "制发机关"),
        ("发布机构\t五华区司法局\t文号", "五华区司法局"),
    ),
    LabelRow(
        "index_number",
        ("信息索引号", "索引号", "索引码"),
        ("索 引 号:015125-2021-00012", "015125-2021-00012"),
        value=_INDEX,
        glued=True,
    ),
    LabelRow(
        "document_number",
        ("发文字号", "公文字号", "文件编号", "公文编号", "发文文号", "文号"),
        ("文 号:五政发〔2021〕4号", "五政发〔2021〕4号"),
        value=_NUMBER,
        glued=True,
    ),
    LabelRow(
        "author",
        ("作者", "撰稿", "撰稿人"),
        ("作者:张三 编辑:李四", "张三"),
    ),
)  # fmt: skip

# Labels of what is not asked for; they end the value before them.
OTHERS = (
    "浏览次数", "浏览量", "浏览", "点击次数", "点击数", "点击量", "点击", "阅读次数", "阅读量", "阅读",
    "访问次数", "访问量", "访问", "字号", "字体", "字体大小", "责任编辑", "编辑", "审核", "初审", "终审",
    "打印", "分享到", "分享", "名称", "标题", "信息名称", "主题分类", "体裁分类", "分类", "主题词", "关键词",
    "有效性", "时效性", "状态", "公开方式", "公开形式", "公开范围", "公开时限", "废止日期", "失效日期",
    "生效日期", "实施日期", "语种", "载体类型", "组配分类", "服务对象", "体裁", "主题", "发布人", "供稿",
)  # fmt: skip
# What says nothing of who published.
_NOBODY = frozenset(
    {"本站", "本网", "本站原创", "原创", "网站", "未知", "互联网", "其他", "其它", "转载"}
)

# <meta> names in lower case; earlier ones are believed first.
META = {
    "title": ("articletitle", "og:title", "dc.title"),
    "published": (
        "pubdate", "publishdate", "publish_date", "publishtime", "article:published_time",
        "firstpublishedtime", "og:release_date", "datepublished", "dc.date",
    ),
    "publisher": ("contentsource", "source", "dc.publisher"),
    "author": ("author", "article:author"),
}  # fmt: skip
DATES = frozenset({"published", "written"})

_PARTS = re.compile(r"\d+")
_BARE_DATE = re.compile(rf"\s*{_DATE}(?:\s{{0,3}}\d{{1,2}}:\d\d(?::\d\d)?)?(?!\d)")
_CHINESE = re.compile("[\u4e00-\u9fff]{2}")


def meta_facts(root: etree._Element) -> dict[str, str]:
    """
    Return what the ``<meta>`` elements of a page say.
    """
    given: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop") or ""
        content = " ".join(element.get("content", "").split())
        if name and content:
            given.setdefault(name.lower(), content)
    found = {}
    for key, names in META.items():
        values = (_checked(key, given[name]) for name in names if name in given)
        if value := next(filter(None, values), None):
            found[key] = value
    return found


def line_facts(texts: Iterable[str]) -> dict[str, str]:
    """
    Return what lines such as ``发布时间:2024-03-28 来源:五华区司法局`` say.

    Args:
        texts: Lines of a page, the cells of a row with a tab between them.
    """
    # Folding makes a blank of a tab; a cell's end is more than that.
    text = "\n".join(texts).replace("\t", "|")
    folded = fold(text).folded
    found: dict[str, str] = {}
    for row, pattern in _patterns():
        if row.key in found:
            continue
        for match in pattern.finditer(folded):
            if value := _checked(row.key, text[slice(*match.span("value"))]):
                found[row.key] = value
                break
    return found


def fact_count(text: str) -> int:
    """
    Return how many facts a line holds, with their values.
    """
    folded = fold(text.replace("\t", "|")).folded
    spans = {m.start("value") for _, pattern in _patterns() for m in pattern.finditer(folded)}
    return len(spans)


def bare_date(text: str) -> str | None:
    """
    Return the day that a line starts with and that is nearly all of it, in ISO form.
    """
    match = _BARE_DATE.match(text)
    return iso_date(match[0]) if match else None


def iso_date(text: str) -> str | None:
    """
    Return the day that *text* starts with as ``yyyy-mm-dd``; None if there is no such day.
    """
    numbers = _PARTS.findall(text)[:3]
    if numbers and len(numbers[0]) == 8:
        numbers = [numbers[0][:4], numbers[0][4:6], numbers[0][6:]]
    try:
        year, month, day = map(int, numbers)
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _checked(key: str, value: str) -> str | None:
    value = value.strip(" \t\xa0\u3000[]【】:：|")
    if key in DATES:
        found = re.search(_DATE, value)
        return iso_date(found[0]) if found else None
    if key in ("publisher", "author"):
        return value if _CHINESE.search(value) and value not in _NOBODY else None
    return value or None


def _spaced(label: str) -> str:
    # Sites pull short labels apart to align them: 文　　号.
    return r"[ ]{0,6}".join(label)


@cache
def _patterns() -> tuple[tuple[LabelRow, re.Pattern[str]], ...]:
    every = "|".join(
        _spaced(label)
        for label in sorted({*OTHERS, *(one for row in LABELS for one in row.labels)}, key=len)[
            ::-1
        ]
    )
    end = (
        rf"(?=[ ]{{2}}|[ ]{{0,4}}(?:[\n|】]|$)|[ ]?[【\[]?(?:{every})[ ]?[:】]"
        r"|[ ][\u4e00-\u9fff]{2,6}:)"
    )
    words = rf"(?!(?:{every})[ ]{{0,4}}(?:[:\n|】]|$))[^\s:|【](?:[^\n|:]{{0,58}}?[^\s:|])??{end}"
    return tuple((row, re.compile(_pattern(row, words), re.MULTILINE)) for row in LABELS)


def _pattern(row: LabelRow, words: str) -> str:
    label = "|".join(map(_spaced, row.labels))
    # 时间 must not be found in 成文时间, nor 作者 in 工作者.
    before = {"时间": r"(?<![\u4e00-\u9fff])", "作者": "(?<!工)"}.get(row.labels[0], "")
    between = r"[ ]{0,6}(?:[】\]][ ]{0,6}:?|:|\||$\n)[ |]{0,6}"
    if row.glued:
        between = r"[】\]]?[ ]{0,6}:?[\s|]{0,6}"
    return rf"{before}(?:{label}){between}(?P<value>{row.value or words})"
