"""
Characters that are one character written in several ways: widths, blanks, dashes, brackets.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple


class WidthRow(NamedTuple):
    """
    Ways to write a character, and the one that they are folded to.

    Attributes:
        wide: The characters folded.
        narrow: What each becomes, in the same order; one character where all become the same.
        example: A text and its folded form.
        why: What the row is for.
    """

    wide: str
    narrow: str
    example: tuple[str, str]
    why: str

    def pairs(self) -> dict[str, str]:
        """
        Return each character with what it becomes.
        """
        narrow = self.narrow * len(self.wide) if len(self.narrow) == 1 else self.narrow

        return dict(zip(self.wide, narrow, strict=True))


_ASCII = "".join(map(chr, range(0x21, 0x7F)))

WIDTH = (
    WidthRow(
        wide="".join(chr(ord(char) + 0xFEE0) for char in _ASCII),
        narrow=_ASCII,
        example=("（一）受理１，２３４件，占８５．５％；", "(一)受理1,234件,占85.5%;"),
        why="Full-width ASCII; －～．＜＞［］ among it become -~.<>[].",
    ),
    WidthRow(
        wide="￠￡￥｡｢｣､･",
        narrow="¢£¥。「」、·",
        example=("￥３００､", "¥300、"),
        why="The rest of the block of half-width and full-width forms.",
    ),
    WidthRow(
        wide="﹐﹑﹒﹔﹕﹖﹗﹙﹚﹛﹜﹝﹞﹟﹠﹡﹢﹣﹤﹥﹦﹨﹩﹪﹫",
        narrow=",、.;:?!(){}〔〕#&*+-<>=\\$%@",
        example=("云政发﹝2020﹞5号", "云政发〔2020〕5号"),
        why="Small forms, which old word processors wrote.",
    ),
    WidthRow(
        wide="︐︑︒︓︔︕︖︗︘︙︰︱︲︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈",
        narrow=",、。:;!?〖〗…:—-(){}〔〕【】《》〈〉「」『』[]",
        example=("︵一︶︽纲要︾", "(一)《纲要》"),
        why="Forms for vertical lines, which PDF files keep.",
    ),
    WidthRow(
        wide="❨❩⦅⦆｟｠❲❳〘〙⟦⟧⟨⟩\u2329\u232a‹›⟪⟫«»≪≫",
        narrow="()()()〔〕〔〕[]〈〉〈〉〈〉《》《》《》",
        example=("«条例»❲2018❳52号", "《条例》〔2018〕52号"),
        why="Look-alikes of brackets and title marks. 「」『』【】〖〗〔〕《》〈〉 stay as they are.",
    ),
    WidthRow(
        wide="‐‑‒–−⁃",
        narrow="-",
        example=("2021–2025年", "2021-2025年"),
        why="Hyphens, figure dash, en dash and minus; － and ﹣ stand in the rows above.",
    ),
    WidthRow(
        wide="―─━⸺﹘",
        narrow="—",
        example=("2021―2025年", "2021—2025年"),
        why="Long dashes and the lines of tables that serve as such.",
    ),
    WidthRow(
        wide="〜∼∽⁓",
        narrow="~",
        example=("3〜5件", "3~5件"),
        why="Wave dashes; ～ stands with full-width ASCII.",
    ),
    WidthRow(
        wide="‧•∙⋅・˙",
        narrow="·",
        example=("“12•4”国家宪法日", "“12·4”国家宪法日"),
        why="Dots at middle height.",
    ),
    WidthRow(
        wide="∶ː‚⋯〝〞〟○◯℅",
        narrow="::,…“””〇〇%",
        example=("二○二三年〝放管服〞∶15℅", "二〇二三年“放管服”:15%"),
        why="Look-alikes: the sign of ratio as a colon, the circle as the numeral 〇, ℅ for %.",
    ),
    WidthRow(
        wide="\t\x1c\x1d\x1e\x1f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
        "\u2008\u2009\u200a\u202f\u205f\u3000\u3164\uffa0\ue5e5",
        narrow=" ",
        example=("\u3000\u3000一、\u00a0依法\ue5e5行政", "  一、 依法 行政"),
        why="Blanks; U+E5E5 is how GB18030 decodes the old A3A0, a full-width blank.",
    ),
    WidthRow(
        wide="\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
        "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff",
        narrow=" ",
        example=("\ufeff一、\u200b3\u00ad件", " 一、 3 件"),
        why="Invisible characters of web pages: they cannot vanish without moving offsets.",
    ),
    WidthRow(
        wide="\x0b\x0c\x85\u2028\u2029",
        narrow="\n",
        example=("一、\x0b二、\u2029三、", "一、\n二、\n三、"),
        why="Line breaks, so that the folded text knows one alone; `fold` sees to carriage returns.",
    ),
    WidthRow(
        wide="⺁⺒⺓⺝⺟⺠⺮⺱⺲⺼⻁⻄⻅⻆⻇⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        narrow="厂巳幺月母民竹网网肉虎西见角角贝车長长门雨青韦页风飞食首马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        example=("⻓安⺠警⻅义勇为", "长安民警见义勇为"),
        why="Radicals that PDF files give for whole characters, where Unicode names no equivalent.",
    ),
)

# Kangxi radicals (⽴法, ⼀、) and compatibility ideographs: PDF files give them for the
# characters themselves, and Unicode names the equivalent of each.
_EQUIVALENT = (range(0x2F00, 0x2FD6), range(0xF900, 0xFB00))


@lru_cache(maxsize=1)
def width_table() -> dict[str, str]:
    """
    Return every character that is folded for its width or form, with what it becomes.
    """
    table = {}
    for codes in _EQUIVALENT:
        for char in map(chr, codes):
            normal = unicodedata.normalize("NFKC", char)
            if normal != char and len(normal) == 1:
                table[char] = normal
    for row in WIDTH:
        table.update(row.pairs())

    return {char: narrow for char, narrow in table.items() if char != narrow}
