"""
Lines that hold the title of a report, as rows of `LineRow` on one folded line.
"""

from __future__ import annotations

from fazhi.model import LineRow
from fazhi.text.patterns import HAN


# Nouns that end the title of a report.
REPORT_NOUN = r"(?:报告|总结|汇报|情况说明|审议意见|审查意见|工作要点|工作计划|实施方案|工作方案|白皮书|年报|综述|公报)"


def line_row(kind: str, where: str, pattern: str, *examples: str, signs: str = "") -> LineRow:
    """
    Return the row that reads *examples*.
    """
    words = tuple(signs.split())
    return LineRow(kind=kind, where=where, pattern=pattern, signs=words, examples=examples)  # type: ignore[arg-type]


TITLE_LINES: tuple[LineRow, ...] = (
    line_row(
        "title",
        "head",
        rf"(?:(?!(?:来源|名称|标题|发布)\s*:)[^。;!?]){{4,80}}{REPORT_NOUN}(?:\s*\((?:[^()]{{1,20}})\)|全文|范文|范本)?",
        "五华区2020年法治政府建设工作报告",
        "关于全市2023年法治政府建设情况的视察报告",
        "桃江县人民政府关于法治政府建设审议意见研究处理情况的报告",
        "某县2022年法治政府建设工作总结(征求意见稿)",
        "2018年某省政府工作报告全文",
        signs="报告 总结 汇报 说明 意见 要点 计划 方案 白皮书 年报 综述 公报",
    ),
    line_row(
        "title",
        "head",
        r"[^。;!?:]{2,50}(?:法治政府|依法行政|法治建设|依法治[省市县区州镇])[^。;!?:]{0,24}(?:情况|工作)",
        "浙江省2021年法治政府建设情况",
        signs="法治政府 依法行政 法治建设 依法治",
    ),
    line_row(
        "title",
        "head",
        r"(?=.*(?:关于|(?:19|20)\d\d|法治|依法))[^。;!?:>|]{4,80}(?:工作|任务)(?:安排|要点|计划|方案|规划|分工|意见)(?:[》\"”]?的通知)?",
        "某县2023年度法治政府建设工作安排",
        "某县人民政府办公室关于印发2023年法治政府建设工作要点的通知",
        signs="安排 要点 计划 方案 规划 分工 意见",
    ),
    line_row(
        "title",
        "head",
        r"(?:[^。;!?:>|]{0,30}关于[^。;!?:>|]{4,80}(?:办理|落实|整改|处理|实施|执行|履行|完成|推进|开展|工作|建设)"
        r"|(?:19|20)\d\d年度?[^。;!?:>|]{2,40}办理(?:总体)?)的?情况",
        "关于市六届人大三次会议代表建议、批评和意见的办理情况",
        "2020年度政协提案办理总体情况",
        signs="情况",
    ),
    line_row(
        "title",
        "head",
        r"《?(?:(?:19|20)\d\d年(?:度)?)?政\s{0,4}府\s{0,4}工\s{0,4}作\s{0,4}报\s{0,4}告》?",
        "政府工作报告",
        "政 府 工 作 报 告",
        "2023年政府工作报告",
        "《政府工作报告》",
        signs="告",
    ),
    line_row(
        "title",
        "head",
        r"[^。;!?:>|]{0,40}关于(?:印发|公布|公开|发布|报送)[^。;!?:>|]{4,60}(?:报告|总结|情况)[》”\"]?的(?:通知|公告|公示|函|报告)",
        "关于印发《某县2022年法治政府建设情况报告》的通知",
        "某县人民政府办公室关于公布某县2022年法治政府建设情况报告的公告",
        signs="通知 公告 公示 的函",
    ),
    # Letters spaced out; the first line of two.
    line_row(
        "title",
        "head",
        r"\S{1,4}(?:\s{1,4}\S{1,4}){5,60}\s{1,4}(?:报\s{1,4}告|总\s{1,4}结)",
        "某 县 2022 年 法 治 政 府 建 设 情 况 报 告",
        signs="告 结",
    ),
    line_row(
        "title",
        "head",
        rf"{HAN}{{1,20}}(?:[省市县区州盟旗镇乡]|街道|政府|委员会|[局厅])(?:19|20)\d\d年度?",
        "某县2022年",
        signs="年",
    ),
)
