"""
What the last word of a document's title says about the document.

Source of the classes: 立法法 (law and regulations), 规章制定程序条例 art. 7
(规定, 办法), 党政机关公文处理工作条例 art. 8 (the fifteen kinds of official
documents).
"""

from __future__ import annotations

from typing import Final

from attrs import field, frozen

from fazhi.model.nodes import CitationKind, Status
from fazhi.text.patterns import lazy


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


@frozen
class NounRow:
    """
    Head nouns of titles that make a document one of a kind.

    Attributes:
        kind: The kind.
        nouns: Last words of titles, in simplified characters, given with blanks between them; of two that
            fit the longer decides.
        examples: Titles of that kind.
    """

    kind: CitationKind
    nouns: tuple[str, ...] = field(converter=_listed)
    examples: tuple[str, ...]


NOUNS: Final = (
    NounRow("law", "法 法典 宪法", ("中华人民共和国行政处罚法", "民法典", "宪法")),
    NounRow(
        "regulation",
        "条例 规定 办法 细则 规则 规程 章程 准则 守则 党章",
        ("优化营商环境条例", "法治政府建设与责任落实督察工作规定", "行政规范性文件管理办法(试行)"),
    ),
    NounRow(
        "plan",
        "纲要 规划 计划 方案 要点 预案 分工 措施 举措 安排 大纲",
        ("法治政府建设实施纲要(2021—2025年)", "突发公共事件总体应急预案", "严格执法10项措施"),
    ),
    NounRow(
        "catalogue",
        "清单 目录 名录 名单",
        ("乡镇(街道)执法事项清单", "行政职权基本目录(2023年版)"),
    ),
    NounRow(
        "document",
        "意见 决定 通知 公告 批复 函 报告 总结 纪要 令 指引 建议 通告 通报 决议 公报 请示 答复 议案 指南"
        " 意见书 决定书 通知书 建议书 告知书 报告书",
        ("关于取消证明材料的决定", "示范创建任务清单指引", "关于印发实施方案的通知"),
    ),
    # Words that merely end like one of the nouns above.
    NounRow(
        "other",
        "执法 司法 立法 普法 学法 守法 用法 懂法 讲法 述法 释法 问法 送法 与法 违法 依法 合法"
        " 做法 方法 打法 看法 想法 说法 工作法 治理法 书法 语法 信函 口令",
        ("枫桥工作法", "综合行政执法", "以案释法", "生活与法", "创新做法"),
    ),
)

_KINDS: Final[dict[str, CitationKind]] = {noun: row.kind for row in NOUNS for noun in row.nouns}
_LONGEST: Final = max(map(len, _KINDS))

# What may follow the head noun: years, batches, editions and stages, without brackets or in them.
_OPENING: Final = {")": "(", "]": "[", "〕": "〔", "】": "【"}
_REMARK_CHARS: Final = 44
_TAIL = lazy(
    r"(?:[0-9〇一二三四五六七八九十]{0,9}[-—~]?[0-9〇一二三四五六七八九十]{2,9}年?度?版?"
    r"|第[0-9一二三四五六七八九十]{1,4}[批版期次稿]|[0-9]\.0版?"
    r"|(?:公开|向社会)?(?:征求意见|意见征求)稿|(?:修订|修正)?草案(?:代拟)?(?:送审|审议|讨论)?稿?|送审稿|审议稿|讨论稿"
    r"|修正案|修订[版稿案]?|修正[版稿]?|试行[版稿]?|暂行|[全节]文|等|[\s、,.;:。!?·\-—…>〉》)])\Z"
)
# A title that ends in none of these has no tail; asking here first spares most titles the pattern.
_TAIL_CHARS: Final = frozenset(
    ")]〕】0123456789〇一二三四五六七八九十年度版批期次稿等行 \t\r\n\u3000、,.;:。!?·-—…>〉》"
)
_TAIL_WORDS: Final = frozenset(("草案", "正案", "订案", "修订", "修正", "全文", "节文"))
_CONSULTATION: Final = ("征求意见", "意见征求")
_DRAFT: Final = ("草案", "送审稿")


def split_title(title: str) -> tuple[str, str]:
    """
    Cut a title behind its head noun.

    Args:
        title: Folded title without its marks.

    Returns:
        The title up to its head noun, and the remarks behind it (``"(试行)"``, ``"2021—2025年"``).
    """
    end = len(title)
    if title[-1:] not in _TAIL_CHARS and title[-2:] not in _TAIL_WORDS:
        return title, ""
    # The head noun itself stays where a title is all remark.
    while end:
        low = max(0, end - _REMARK_CHARS)
        opening = _OPENING.get(title[end - 1])
        if opening:
            start = title.rfind(opening, low, end)
        else:
            tail = _TAIL.search(title, low, end)
            start = tail.start() if tail else -1
        if start <= 0:
            break
        end = start
    return title[:end], title[end:]


def head_kind(words: str) -> CitationKind:
    """
    Return the kind that a title's last word names.

    Args:
        words: Folded title without remarks behind the head noun, as `split_title` gives it.
    """
    for length in range(_LONGEST, 0, -1):
        kind = _KINDS.get(words[-length:])
        if kind is not None:
            return kind
    return "other"


def remark_status(remarks: str) -> Status | None:
    """
    Return the stage that remarks such as ``"(试行)"`` name.
    """
    if not remarks:
        return None
    if any(word in remarks for word in _CONSULTATION):
        return "consultation"
    if any(word in remarks for word in _DRAFT):
        return "draft"
    return "trial" if "试行" in remarks else None
