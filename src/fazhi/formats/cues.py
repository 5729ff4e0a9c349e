"""
What in a document speaks for a genre, beside the noun of its title.
"""

from __future__ import annotations

from fazhi.model import Cue


ANNUAL_CUES = (
    Cue(
        pattern="法治政府建设(?:年度)?(?:工作)?(?:进展)?(?:情况)?的?(?:年度)?报告",
        weight=3,
        where="head",
        examples=(
            "五华区2020年法治政府建设工作报告",
            "2023年度法治政府建设情况报告",
            "法治政府建设年度报告",
        ),
    ),
    Cue(
        pattern="依法行政(?:工作)?(?:情况)?的?报告",
        weight=3,
        where="head",
        examples=("关于2014年依法行政工作情况的报告", "2013年依法行政工作报告"),
    ),
    Cue(
        pattern="(?:报告|汇报|公布|公告)如下",
        where="head",
        examples=("现将工作情况报告如下:", "现将2023年法治政府建设情况汇报如下"),
    ),
    Cue(
        pattern="法治政府建设",
        where="head",
        examples=("纵深推进法治政府建设",),
    ),
)

SUMMARY_CUES = (
    Cue(
        pattern="法治政府建设(?:年度)?(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?总结(?!如下)",
        weight=6,
        where="head",
        examples=("某市2023年法治政府建设工作总结", "《关于报送2021年法治政府建设工作总结的通知》"),
    ),
    Cue(
        pattern=r"工作总结(?:的通知|的?报告|的函|如下|\(|\s|$)",
        weight=2,
        where="head",
        examples=("2022年依法治县工作总结", "《关于报送工作总结的通知》"),
    ),
    Cue(
        pattern="总结如下",
        where="head",
        examples=("现将2020年工作情况总结如下:",),
    ),
)

# What all reports and opinions of congresses share.
CONGRESS_CUES = (
    Cue(
        pattern="(?:人民代表大会常务委员会|人大常委会)第[一二三四五六七八九十百0-9]{1,5}次会议",
        weight=3,
        where="head",
        examples=(
            "——2024年2月29日在某市第八届人民代表大会常务委员会第十次会议上",
            "(2024年2月29日某市第八届人大常委会第十次会议通过)",
        ),
    ),
    Cue(
        pattern="人大常委会",
        where="head",
        examples=("市人大常委会:",),
    ),
)
