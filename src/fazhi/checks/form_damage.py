"""
Rules on what conversions did to a text, from the notes of the parser.
"""

from __future__ import annotations

from collections.abc import Iterator

from fazhi.checks.form_slip import Find, Slip, rule
from fazhi.model import Check
from fazhi.model.audit import Examined


def _noted(code: str, message: str, message_en: str) -> Find:
    """
    Return the finder of the parser's notes of one *code*.
    """

    def find(examined: Examined) -> Iterator[Slip]:
        for note in examined.report.notes:
            if note.code == code and note.span:
                words = examined.report.text[note.span.slice()][:12].split("\n")[0]
                yield Slip(
                    (note.span,), f"{message}：“{words}”", f"{message_en}: {note.message}", (words,)
                )

    return find


_HEAD = "五华区2023年法治政府建设工作报告\n一、工作成效\n"
_TAIL = "\n二、存在问题\n执法力量不足。\n"
_SOURCE = "党政机关公文处理工作条例 第二十条: 公文发文前应当审核，文字、数字应当准确"

DAMAGE: tuple[Check, ...] = (
    rule(
        "FZ127", "year-dash-lost", "起止年份缺连接号", "info", _noted("text.dash", "起止年份之间缺连接号", "dash lost"),
        about="Two years stand together without the dash between them (20212025年).",
        source="标点符号用法 (GB/T 15834-2011) 4.13: 连接号标示起止",
        fires=_HEAD + "落实《法治政府建设实施纲要（20212025年）》，开会3次。" + _TAIL,
        silent=_HEAD + "落实《法治政府建设实施纲要（2021—2025年）》，开会3次。" + _TAIL,
    ),
    rule(
        "FZ128", "date-broken", "日期缺年或月", "info", _noted("text.date", "日期缺“年”或“月”", "date incomplete"),
        about="A date has lost 年 or 月 (20235月), so that it cannot be read.",
        source=_SOURCE,
        fires=_HEAD + "20235月12日召开会议3次。" + _TAIL,
        silent=_HEAD + "2023年5月12日召开会议3次。" + _TAIL,
    ),
    rule(
        "FZ129", "characters-damaged", "有无法辨认的字符", "warning", _noted("text.damaged", "有无法辨认的字符", "damaged"),
        about="Characters stand for bytes that nobody could read.",
        source=_SOURCE,
        fires=_HEAD + "召开会\ufffd\ufffd3次，办理案件5件。" + _TAIL,
        silent=_HEAD + "召开会议3次，办理案件5件。" + _TAIL,
    ),
)  # fmt: skip
