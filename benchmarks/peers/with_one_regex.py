"""
One regular expression: a number, a multiplier, a measure word from a rich list, words of bounds.

This is what one would write in an afternoon, and the least that a library must beat. Its list of
units was written with such reports at hand. The label is naive on purpose: the words of the clause
before the number, or those behind it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from _serve import Item, Reading, serve


UNITS = (
    "平方公里 平方千米 平方米 立方米 公里 千米 米 公顷 亩 吨 公斤 千克 "
    "美元 港元 欧元 元 百分点 个百分点 人次 件次 场次 户次 家次 批次 车次 辆次 人(次) 件(次) 场(次) "
    "% ‰ 倍 成 件 项 个 名 人 次 家 户 场 份 条 部 起 宗 例 处 所 座 批 期 篇 套 本 册 幅 块 卷 "
    "台 辆 艘 架 只 头 株 棵 支 张 封 则 集 堂 课 款 章 节 类 种 级 层 轮 对 组 队 支队 班 间 "
    "栋 幢 位 户 村 镇 乡 街道 社区 县 县市 市 区 州 省 小时 分钟 天 周 工作日 个工作日 岁 "
    "個 項 條 戶 場 場次 場(次) 戶次 張 輛 棟 頭 種 級 層 輪 組 處 類 間 個百分點 百分點"
)
# Units as they are counted: without brackets and 个, in simplified characters.
SIMPLE = str.maketrans(
    "個項條戶場張輛棟頭種級層輪組處類間點％", "个项条户场张辆栋头种级层轮组处类间点%", "()（）"
)
PLAIN = {"个百分点": "百分点", "个工作日": "工作日"}
DIGITS = {sign: number for number, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
POWERS = {"十": 10, "百": 100, "千": 1000}
MULTIPLIERS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, **POWERS}
BEFORE = {
    "超过": ">", "超過": ">", "超": ">", "逾": ">", "突破": ">",
    "不少于": ">=", "不低于": ">=", "至少": ">=",
    "不足": "<", "不到": "<", "低于": "<", "不超过": "<=",
    "大约": "~", "约": "~", "約": "~", "近": "~", "将近": "~",
}  # fmt: skip
AFTER = {"以上": ">=", "以下": "<=", "以内": "<=", "左右": "~"}


def either(words: Iterable[str]) -> str:
    """
    Return the alternatives, longest first, in both widths of brackets.
    """
    rows = map(re.escape, sorted(words, key=len, reverse=True))
    return "|".join(rows).replace(r"\(", "[(（]").replace(r"\)", "[)）]")


NUMBER = r"\d{1,3}(?:[,，]\d{3})+(?:[.．]\d+)?|\d+(?:[.．]\d+)?"
QUANTITY = re.compile(
    rf"(?<![第\d.〔\[])(?P<number>{NUMBER}|[〇零一二两三四五六七八九十百千]{{2,9}})"
    rf"(?:\s?[-—~至到]\s?(?P<upper>{NUMBER}))?\s?"
    rf"(?P<open>[余餘多])?(?P<times>[百千万亿萬億]{{0,2}})(?P<open_unit>[余餘多])?\s?"
    rf"(?P<unit>[%％]|{either(UNITS.split())})(?P<after>{either(AFTER)})?"
)
LEAD = re.compile(rf"(?:{either(BEFORE)})\Z")
STOPS = re.compile(r"[，。；：、！？,;:!?()（）《》“”\s]")


def read(text: str) -> Reading:
    """
    Return every match.
    """
    return Reading([item(match) for match in QUANTITY.finditer(text)])


def item(match: re.Match[str]) -> Item:
    """
    Return the quantity that a match is.
    """
    times = Decimal(1)
    for sign in match["times"]:
        times *= MULTIPLIERS[sign]
    ahead = LEAD.search(match.string, max(match.start() - 3, 0), match.start())
    bound = AFTER.get(match["after"], BEFORE[ahead[0]] if ahead else "=")
    bound = ">=" if match["open"] or match["open_unit"] else bound
    unit = match["unit"].translate(SIMPLE)
    return Item(
        start=match.start("number"),
        end=match.end("unit"),
        value=str(number(match["number"]) * times),
        unit=PLAIN.get(unit, unit),
        bound="range" if match["upper"] else bound,
        upper=str(number(match["upper"]) * times) if match["upper"] else None,
        label=label(match),
    )


def number(words: str) -> Decimal:
    """
    Return the value of an Arabic or a plain Chinese numeral.
    """
    plain = unicodedata.normalize("NFKC", words).replace(",", "")
    if plain[0].isdecimal():
        return Decimal(plain)
    total = digit = 0
    for sign in plain:
        if sign in POWERS:
            total, digit = total + (digit or 1) * POWERS[sign], 0
        else:
            digit = digit * 10 + DIGITS[sign]
    return Decimal(total + digit)


def label(match: re.Match[str]) -> str:
    """
    Return the words of the clause before the number, or else those behind the unit.
    """
    text = match.string
    before = STOPS.split(text[max(match.start() - 24, 0) : match.start()])[-1]
    return before or STOPS.split(text[match.end() : match.end() + 12])[0]


if __name__ == "__main__":
    serve("", ("items", "unit", "span", "bound", "label"), read)
