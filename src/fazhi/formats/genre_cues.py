"""
What in a document speaks for a genre beside the annual report: congresses, answers, plans.
"""

from __future__ import annotations

from fazhi.formats.cues import CONGRESS_CUES
from fazhi.model import Cue


INSPECTION_CUES = (
    *CONGRESS_CUES,
    Cue(
        pattern="视察(?:组|情况|报告|意见)",
        weight=4,
        where="head",
        examples=("市人大常委会视察组", "现将视察情况报告如下:", "关于法治政府建设的视察意见"),
    ),
    Cue(
        pattern="代表[^。\n]{0,40}视察",
        weight=2,
        where="head",
        examples=("组织部分省、市人大代表对依法行政工作情况进行视察",),
    ),
)

RESEARCH_CUES = (
    *CONGRESS_CUES,
    Cue(
        pattern="(?:调研|调查)(?:组|情况|报告|发现)",
        weight=4,
        where="head",
        examples=("市人大常委会专题调研组", "现将调研情况报告如下:"),
    ),
)

ENFORCEMENT_CUES = (
    *CONGRESS_CUES,
    Cue(
        pattern="执法检查(?:组|情况|报告)",
        weight=5,
        where="head",
        examples=("县人大常委会执法检查组", "现将执法检查情况报告如下:"),
    ),
    Cue(
        pattern="检查[^。\n]{0,40}(?:贯彻|实施|执行)情况",
        weight=2,
        where="head",
        examples=("关于检查《中华人民共和国行政处罚法》贯彻实施情况的报告",),
    ),
)

OPINION_CUES = (
    *CONGRESS_CUES,
    Cue(
        pattern="(?:审议|审查)意见",
        weight=3,
        where="head",
        examples=("关于2023年法治政府建设情况报告的审议意见",),
    ),
    Cue(
        pattern="提出(?<!政协委员提出)(?<!各位委员提出)(?<!列席人员提出)(?<!的同志提出)[^。\n]{0,8}(?:审议|审查)?意见(?:和建议)?[:。]|会议建议[:,]",
        weight=4,
        where="head",
        examples=("为此,会议提出如下审议意见:", "会议建议:"),
    ),
    Cue(
        pattern="请[^。\n]{0,12}研究处理",
        weight=2,
        where="tail",
        examples=("以上审议意见,请认真研究处理。",),
    ),
)

RECTIFICATION_CUES = (
    Cue(
        pattern="(?:研究处理|整改(?:落实)?|落实整改|办理(?<!案件办理)(?<!复议办理)(?<!应诉办理)(?:落实)?)(?:工作)?情况"
        r"(?=的?(?:报告|汇报|通报|公示|公告|反馈|说明)|如下|》?[ \t]{0,4}(?:[\n:(]|\Z))",
        weight=5,
        where="head",
        examples=(
            "现将整改情况报告如下:",
            "审议意见研究处理情况的报告",
            "督察反馈问题整改落实情况",
        ),
    ),
    Cue(
        pattern="(?:督[察导查]|巡[视察]|审[计议]|检查|视察|常委会|省委|市委|县委|区委|州委)"
        r"(?:(?<=审议)意见|(?<=督察)反馈|[^。\n]{0,12}反馈(?:的)?(?:问题|意见)|(?<=巡视)巡察)",
        where="head",
        examples=("法治督察反馈问题", "交办了审议意见"),
    ),
)

PLAN_CUES = (
    Cue(
        pattern="制[定订]本(?:方案|计划|要点|规划|安排|意见)",
        weight=6,
        where="head",
        examples=("结合我县实际,制定本计划。",),
    ),
    Cue(
        pattern=r"(?:要点|计划|方案|安排|思路)(?:\([^()\n]{1,20}\))?[ \t]{0,8}\n",
        weight=3,
        where="head",
        examples=("某市2024年法治政府建设工作要点\n一、坚持党的领导",),
    ),
    Cue(
        pattern="(?:责任|牵头|配合)(?:单位|部门)(?::|、(?!责任|牵头|配合))",
        weight=2,
        examples=("(责任单位:市司法局)", "(牵头单位:县政府办、县司法局)"),
    ),
)

WORK_REPORT_CUES = (
    Cue(
        pattern="代表[^。\n]{0,20}(?:政府|国务院)[^。\n]{0,10}向(?:大会|会议|[^。,\n]{0,16}人民代表大会)",
        weight=8,
        where="head",
        examples=(
            "现在,我代表市人民政府,向大会报告工作,请予审议",
            "我代表国务院,向第六届全国人民代表大会第一次会议作政府工作报告",
        ),
    ),
    Cue(
        pattern="政府工作报告(?<!法治政府工作报告)",
        weight=3,
        where="head",
        examples=("2024年政府工作报告",),
    ),
    Cue(
        pattern="各位代表[:,!]",
        weight=2,
        examples=("各位代表:", "各位代表!蓝图已经绘就。"),
    ),
)
