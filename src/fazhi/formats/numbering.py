"""
The core's styles of numbering.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple


_ONES = "一二三四五六七八九十"
_DIGITS = "0123456789"
_FINANCIAL = "壹贰叁参肆伍陆柒捌玖拾"
_HAN = f"[{_ONES}]{{1,3}}"
# What is left of (一) to (五) and (七) to (十) behind a lost byte.
SHIFTED = "ㄒǘㄈㄋㄎㄆòňㄊ"
# "一、二审" and "一、二、三" are numbers, not markers; "一、三级联动" is a heading.
_NEXT = "|".join(f"(?<={a}、){b}" for a, b in pairwise(_ONES))
_NO_LIST = rf"(?![{_ONES}]+[、至到]|(?:{_NEXT})[级类季审届线期等档])"


# 1.5亿元, 2.3公里, 3.2个百分点: an amount, not the item 1.5.
_MEASURED = "[万亿千百十倍成元个件项次人名家户亩吨米公平立克升度点天年月周小时分秒美欧港日英兆瓦伏以余多至到和与约等张台辆只头颗株场期批条起宗份册本篇处所座间栋套组级类岁斤里方顷牛赫焦毫厘微纳]"


def signs(*rows: tuple[str, int]) -> str:
    """
    Return runs of characters that follow each other in Unicode, by the first and their number.
    """
    return "".join(chr(ord(first) + n) for first, size in rows for n in range(size))


class Style(NamedTuple):
    """
    A style of numbering in the core's grammar.

    Attributes:
        name: Name by which a format forbids it.
        family: Styles of one family are one numbering, written in different ways.
        rank: Place in the usual order of numberings, 0 the widest.
        firsts: Characters that it can start with; `Grammar` asks for no other.
        pattern: Regular expression with the group ``number`` and no other, on folded text.
        examples: Lines that start with it.
    """

    name: str
    family: str
    rank: int
    firsts: str
    pattern: str
    examples: tuple[str, ...]


def _style(name: str, family: str, rank: int, firsts: str, pattern: str, *examples: str) -> Style:
    return Style(name, family, rank, firsts, pattern, examples)


STYLES: tuple[Style, ...] = (
    _style("part", "part", 0, "第", rf"第(?P<number>{_HAN})部分[、:.,]?", "第一部分 工作情况"),
    _style("chapter", "chapter", 1, "第", rf"第(?P<number>{_HAN})章[、:.]?", "第一章 总体情况"),
    _style("article", "article", 2, "第", rf"第(?P<number>{_HAN})节[、:.]?", "第二节 主要成效"),
    _style(
        "financial", "financial", 2, _FINANCIAL, rf"(?P<number>[{_FINANCIAL}])\s?[、.:]",
        "壹、主要做法", "参、存在问题",
    ),
    _style(
        "roman", "roman", 2, signs(("Ⅰ", 10)), r"(?P<number>[Ⅰ-Ⅹ])(?![类级型期度])\s?[、.:]?", "Ⅱ、存在问题"
    ),
    _style(
        "roman-latin", "roman", 2, "IVX",
        r"(?P<number>I{1,3}|IV|VI{0,3}|IX|X)\s?[、.](?=\s?[一-鿿]{2})", "II. 存在问题", "IV、下步打算",
    ),
    _style(
        "comma", "comma", 3, _ONES, rf"(?P<number>{_HAN})\s{{0,2}}[、.:]{_NO_LIST}",
        "一、工作成效", "三.推进行政决策", "一: 主要做法", "一 、主要做法", "一、三级联动,一体推进",
    ),
    _style(
        "comma-wrong", "comma", 3, _ONES, rf"(?P<number>{_HAN})[,;](?=[^\W\d_]{{2}}){_NO_LIST}",
        "一,主要做法", "二;存在问题",
    ),
    _style(
        "comma-lost", "comma", 3, _ONES,
        rf"(?P<number>{_HAN})(?= {{1,2}}(?!季度|年|月|日|个|是|要|方面|[{_ONES}])[^\W\d_]{{4}})",
        "一 转变理念,提高认识",
    ),
    _style(
        "paren", "paren", 4, "([〔【〈<", rf"[(\[〔【〈<]\s?(?P<number>{_HAN})\s?[)\]〕】〉>][、.:,]?",
        "(一)工作成效", "( 二 )依法决策", "(三)、规范执法", "〈四〉依法行政",
    ),
    _style("paren-sign", "paren", 4, signs(("㈠", 10)), r"(?P<number>[㈠-㈩])[、.]?", "㈠工作成效"),
    _style("paren-lost", "paren", 4, _ONES, rf"(?P<number>{_HAN})[)〕】][、.]?", "一)工作成效"),
    _style(
        "paren-open", "paren", 4, "(", rf"\((?P<number>{_HAN})(?=[、.\s])[、.]?", "(一、工作成效"
    ),
    # Brackets of GB 18030 read from the second byte of a blank on, as some mirrors show them.
    _style(
        "paren-shifted", "paren", 4, "。" + SHIFTED,
        rf"。?(?P<number>[{SHIFTED}])[唬模澹撸耍牛\ue000-\uf8ff\ufffd?]?(?=[─-╿])",
        "。ㄒ唬┘訌強領導", "ǘ┮規范執法", "。ㄋ模┩晟",
    ),
    _style(
        "arabic", "arabic", 5, _DIGITS,
        r"(?P<number>\d{1,2})\s?[.、](?:(?!\s?\d)|(?=\s?(?:19|20)\d\d年))",
        "1.简政放权", "2、依法决策", "3. 2023年工作",
    ),
    _style("arabic-sign", "arabic", 5, signs(("⒈", 20)), r"(?P<number>[⒈-⒛])", "⒈简政放权"),
    _style(
        "decimal", "decimal", 6, _DIGITS,
        rf"[1-9]\d?\.(?P<number>[1-9]\d?)[.、]?(?=\s{{0,2}}(?!{_MEASURED})[^\W\d_]{{2}})",
        "1.1 加强领导", "2.3规范执法", "1.2、依法决策",
    ),
    _style(
        "decimal-third", "decimal-third", 7, _DIGITS,
        r"[1-9]\d?\.[1-9]\d?\.(?P<number>[1-9]\d?)[.、]?(?=\s{0,2}[^\W\d_]{2})",
        "1.2.1 案件评查", "3.1.2规范文书",
    ),
    _style("arabic-half", "arabic-half", 6, _DIGITS, r"(?P<number>\d{1,2})\)[、.]?", "1)简政放权"),
    _style(
        "arabic-paren", "arabic-paren", 7, "(", r"\(\s?(?P<number>\d{1,2})\s?\)[、.]?",
        "(1)简政放权", "( 2 )依法决策",
    ),
    _style(
        "arabic-paren-sign", "arabic-paren", 7, signs(("⑴", 20)), r"(?P<number>[⑴-⒇])",
        "⑴简政放权",
    ),
    _style(
        "circled", "circled", 8, signs(("①", 20), ("❶", 10), ("➀", 10)),
        r"(?P<number>[①-⑳❶-❿➀-➉])[.、]?", "①简政放权", "②.违法建设防控",
    ),
    _style(
        "say", "say", 9, _ONES, rf"(?P<number>{_HAN})(?:是|要(?![素件点求义务]))",
        "一是加强领导", "二要提高认识",
    ),
    _style(
        "ordinal", "ordinal", 10, "第", rf"第(?P<number>{_HAN})(?:[,、:]|是|要(?!务))",
        "第一,加强领导", "第二、规范执法", "第三是强化监督",
    ),
    _style(
        "among", "among", 10, "其", rf"其(?P<number>{_HAN})(?:[,、:]|是)",
        "其一,加强领导", "其二是监督",
    ),
    _style(
        "first", "first", 10, "首其再最", r"(?P<number>首先|其次|再次|再者|最后)(?:[,、:]|是|要)",
        "首先,加强领导", "其次,规范执法", "最后,强化监督",
    ),
)  # fmt: skip
