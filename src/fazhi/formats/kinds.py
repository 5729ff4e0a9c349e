"""
Kinds of report by the nouns of their titles, and by what an untitled report says of itself.
"""

from __future__ import annotations

from fazhi.model import IssuerRow, KindRow
from fazhi.text.patterns import HAN


# The first row that matches decides: an answer to an opinion names the opinion too.
NATIONAL_KINDS: tuple[KindRow, ...] = (
    KindRow(
        kind="other",
        pattern="解读|答记者问|公示$|办法$|办法》?的通知|规定$|新闻发布会",
        examples=(
            "《2023年度法治政府建设情况的报告》政策解读",
            "法治政府建设年度报告制定和公开工作办法",
        ),
    ),
    KindRow(
        kind="deliberation_opinion",
        pattern="》的?(?:审议|审查)意见$",
        examples=("某市人大法制委员会对《审议意见研究处理情况的报告》的审查意见",),
    ),
    KindRow(
        kind="rectification_report",
        pattern="(?:研究处理|整改落实|落实整改|整改|办理落实|落实办理|办理|研究落实|处理)(?:工作)?(?:的?情况|报告|结果)|审议意见.{0,8}落实情况",
        examples=(
            "关于法治政府建设情况审议意见研究处理情况的报告",
            "关于法治督察反馈问题整改情况的报告",
            "关于县人大常委会审议意见落实情况的报告",
        ),
    ),
    KindRow(
        kind="deliberation_opinion",
        pattern="审议意见|审查意见",
        examples=("关于2022年度法治政府建设情况报告的审议意见",),
    ),
    KindRow(
        kind="enforcement_inspection",
        pattern="执法检查|关于检查.{0,60}(?:实施|执行|贯彻)情况",
        examples=(
            "关于《优化营商环境条例》执法检查情况的报告",
            "关于检查《中华人民共和国行政处罚法》贯彻实施情况的报告",
        ),
    ),
    KindRow(
        kind="inspection_report",
        pattern="视察(?:情况)?的?(?:报告|汇报|意见)|视察情况|^(?:[^,。;]{0,24})?关于视察.{1,40}情况",
        examples=(
            "关于全市2023年法治政府建设情况的视察报告",
            "关于法治政府建设视察情况的报告",
            "关于视察全县依法行政工作情况的报告",
        ),
    ),
    KindRow(
        kind="research_report",
        pattern="(?:调研|调查|考察)(?:情况)?的?(?:报告|汇报)|调研情况|关于(?:专题|跟踪)?(?:调研|调查).{1,40}情况",
        examples=(
            "关于全市法治政府建设工作情况的专题调研报告",
            "关于依法行政工作的调查报告",
            "关于专题调研行政复议工作情况的报告",
        ),
    ),
    KindRow(
        kind="government_work_report",
        pattern="(?<!法治)政府工作(?:的)?报告",
        examples=("政府工作报告", "2024年昆明市政府工作报告"),
    ),
    KindRow(
        kind="work_summary",
        pattern="总结",
        examples=(
            "喀什地区2020年法治政府建设工作总结",
            "2023年法治政府建设工作总结及2024年工作计划",
            "关于2023年度法治政府建设工作总结的报告",
        ),
    ),
    KindRow(
        kind="plan",
        pattern="^(?!.*(?:情况|报告)[及和与暨]).*(?:要点|计划|方案|安排|规划|工作思路|分工)(?:[(][^)]*[)])?》?(?:的通知)?$",
        examples=(
            "五华区2024年法治政府建设工作要点",
            "关于印发法治政府建设实施方案(2021-2025年)的通知",
            "2024年度法治政府建设工作计划",
        ),
    ),
    KindRow(
        kind="annual_report",
        pattern="报告|汇报|情况|年报|白皮书|公报",
        examples=(
            "五华区2020年法治政府建设工作报告",
            "中共聊城市委聊城市人民政府关于2023年法治政府建设情况的报告",
            "四川省2023年法治政府建设工作情况",
            "2023年法治政府建设情况及2024年工作安排",
        ),
    ),
)

# Searched in the opening of a report without title.
OPENING_KINDS: tuple[KindRow, ...] = (
    KindRow(
        kind="government_work_report",
        pattern="我代表.{0,20}政府.{0,10}向(?:大会|会议)(?:报告|作)",
        examples=("现在,我代表市人民政府,向大会报告工作,请予审议",),
    ),
    KindRow(
        kind="rectification_report",
        pattern="现将.{0,30}(?:研究处理|整改|办理|落实)(?:工作)?情况(?:报告|汇报)如下|审议意见.{0,60}(?:研究处理|办理|整改落实)|报告[^。]{0,60}整改(?:落实)?(?:工作)?情况",
        examples=("现将审议意见研究处理情况报告如下:", "向市人大常委会报告审计查出问题的整改情况"),
    ),
    KindRow(
        kind="enforcement_inspection",
        pattern="执法检查组|现将.{0,12}执法检查情况",
        examples=("县人大常委会成立执法检查组,对全县贯彻实施情况进行了检查",),
    ),
    KindRow(
        kind="inspection_report",
        pattern="视察组|视察情况(?:报告|汇报)如下",
        examples=("现将视察情况报告如下:",),
    ),
    KindRow(
        kind="research_report",
        pattern="现将.{0,12}调研情况(?:报告|汇报)如下|调研组(?:先后|深入|采取|认为|对|赴|通过)|进行了?(?:全面|专题|深入|实地|认真)?调研",
        examples=("现将调研情况报告如下:", "区人大常委会调研组对饮水安全进行了调研"),
    ),
    KindRow(
        kind="work_summary",
        pattern="(?:报送|上报)[^》]{0,40}总结[^》]{0,6}通知》|工作总结(?:报告|汇报)?如下",
        examples=(
            "按照《关于报送2021年法治政府建设工作总结的通知》要求",
            "现将2023年法治政府建设工作总结如下:",
        ),
    ),
    KindRow(
        kind="annual_report",
        pattern="(?:报告|汇报|总结|公布|公开|通报)如下",
        examples=("现将有关情况报告如下:", "现将2020年法治政府建设工作情况总结如下:"),
    ),
)

# Issuers that are no place with an organ behind it.
NATIONAL_ISSUERS: tuple[IssuerRow, ...] = (
    IssuerRow(pattern="中共中央(?:办公厅)?", examples=("中共中央办公厅 国务院办公厅",)),
    IssuerRow(pattern="国务院(?:办公厅)?", examples=("国务院办公厅",)),
    IssuerRow(
        pattern="全国(?:人民代表大会|人大)(?:常务委员会|常委会)(?:执法检查组)?",
        examples=("全国人大常委会执法检查组",),
    ),
    IssuerRow(
        pattern="(?:新疆生产建设)?兵团第[一二三四五六七八九十]{1,2}师(?:"
        + HAN
        + "{2,6}市)?(?:党委|人民政府|政府)?",
        examples=("兵团第八师石河子市人民政府",),
    ),
    IssuerRow(pattern="(?:中共)?" + HAN + "{2,6}地委", examples=("中共和田地委",)),
    IssuerRow(
        pattern="(?:中共)?"
        + HAN
        + "{1,12}[省市县区州旗盟]?委(?:全面)?依法治[省市县区州旗盟疆](?:委员会)?办公?室?",
        examples=("中共昆明市委全面依法治市委员会办公室", "县委依法治县办"),
    ),
)
