"""
Examples of the rules across documents: pairs of short reports.
"""

from __future__ import annotations

from typing import Final


# Stands on a line of its own between the reports of one example.
BORDER: Final = "====="

WORK: Final = "办理行政复议案件120件。"
PROBLEM: Final = "因专职人员不足,乡镇执法文书质量不高。"
PLAN: Final = "开展执法文书培训,统一文书格式。"


def report(
    place: str = "清河县",
    year: int = 2022,
    work: str = WORK,
    problem: str = PROBLEM,
    plan: str = PLAN,
) -> str:
    """
    Return a short report with what is to be compared.
    """
    return (
        f"{place}人民政府{year}年法治政府建设年度报告\n"
        f"{year}年,{place}依法行政稳步推进。\n"
        f"一、工作成效\n(一)主要工作。{work}\n"
        f"二、存在的问题\n(一){problem}\n"
        f"三、{year + 1}年工作安排\n(一){plan}\n"
        f"{place}人民政府\n{year + 1}年2月20日\n"
    )


def together(*reports: str) -> str:
    """
    Return reports as one example.
    """
    return f"{BORDER}\n".join(reports)


def years(before: str, now: str) -> str:
    """
    Return the reports of a place on two years that differ in their work.
    """
    return together(report(work=before), report(year=2023, work=now))


def apart(example: str) -> tuple[str, ...]:
    """
    Return the reports of an example.
    """
    return tuple(example.split(f"{BORDER}\n"))


# Stretches of work in nobody's set phrases.
MARKET: Final = (
    "建成夜市摊点备案小程序,摊主扫码上传健康证明,巡查队员按街巷分片认领,"
    "每晚八点前把油烟投诉推送到片区,次日中午前回访投诉人,"
    "连续两周无投诉的街巷挂绿牌,反复投诉的街巷由分管负责人到场会商,"
    "摊点油烟净化器由街道统一采购、按月清洗,清洗记录贴在摊位背面供食客查看,"
    "收摊后由保洁公司冲洗路面并拍照上传,照片不清晰的次日重新核查,"
    "学校周边一百米内的摊点在上学放学时段暂停营业,由家长志愿者协助劝导,"
    "对拒不整改的摊主先约谈后处罚,处罚结果在夜市入口电子屏滚动播出"
)
RIVER: Final = (
    "为每条河道编制体检表,水利、环保、农业三家单位每旬联合取样,"
    "断面超标时先封堵排口再倒查企业,倒查结果抄送信贷机构作为授信依据"
)
