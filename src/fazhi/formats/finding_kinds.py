"""
Words of headings that name the kind of a finding.
"""

from __future__ import annotations

from typing import Final

from fazhi.model import KindWords


# Headings that name what stands under them, whatever their chapter is called.
NATIONAL_FINDING_KINDS: Final = (
    KindWords(
        kind="plan",
        pattern=r"^(?:[0-9]{4}年(?:度|的)?)?(?:下一?步|下一?阶段|今后|明年|下一年度?)[^,。;]{0,12}"
        r"(?:打算|计划|安排|思路|工作|重点|措施|举措|任务|方向|整改)",
        examples=("下一步打算", "下步工作计划", "2024年下一步工作思路", "下一步整改措施"),
    ),
    KindWords(
        kind="achievement",
        pattern=r"整改(?:落实)?(?:措施|情况|成效|进展|结果)(?:及[^,。;]{0,6})?$"
        r"|^(?:[^,。;]{0,30}的)?(?:办理|落实|研究处理)(?:情况|成效|进展|结果)$",
        examples=("整改情况", "整改措施及成效", "关于执法不规范问题的整改情况", "存在问题整改情况"),
    ),
    KindWords(
        kind="problem",
        pattern=r"^(?:问题表现|具体表现|主要表现|存在(?:的)?(?:主要|突出)?(?:问题|不足|困难|短板)|(?:主要|突出)问题|问题(?:和|与|及)?不足"
        r"|原因(?:分析|剖析)|问题原因|主要原因)",
        examples=("问题表现", "存在的主要问题", "原因分析", "问题及不足"),
    ),
)

# An answer sets each problem beside its remedy, under these names.
RECTIFICATION_FINDING_KINDS: Final = (
    KindWords(
        kind="problem",
        pattern=r"^(?:反馈|督察|督查|指出|查摆|整改|检查|审议|交办|提出|具体)?的?(?:问题|意见)(?:表现|描述|内容|原文|概述)?$",
        examples=("反馈问题", "问题描述", "审议意见内容"),
    ),
    KindWords(
        kind="plan",
        pattern=r"^(?:下一?步|下一?阶段|后续|长效)(?:的)?(?:整改)?(?:措施|举措|工作|打算|安排|机制)$",
        examples=("下步措施", "后续整改措施", "下一步整改措施"),
    ),
    KindWords(
        kind="achievement",
        pattern=r"^(?=.)(?:采取的?|主要|具体)?(?:整改|研究处理|办理|落实|处理)(?:工作)?(?:落实)?(?:的?(?:措施|举措|做法|进展|成效|结果|情况))?"
        r"(?:[及和与](?:成效|进展|结果|措施))?$|^(?:工作|目前)?(?:进展|成效)$",
        examples=("整改措施及成效", "整改落实情况", "研究处理情况", "目前进展", "采取的整改措施"),
    ),
)

# Words that part the items of a chapter with a mixed heading (存在问题及下一步打算).
# A remedy that names what it cures is no problem, so it is asked first.
PREDICATES: Final = (
    KindWords(
        kind="plan",
        pattern=r"^[^,。;]{0,8}?(?:解决|破解|补齐|补足|克服|整治|纠正|消除|弥补|缩小|改变|防止|避免|扭转|改进|打破|针对)"
        r"(?!性|力度|能力|效果|质效|工作|得|有待|[不还仍尚未])",
        examples=("着力破解执法力量不足问题", "补齐基层短板", "针对法治意识不强的问题,加强培训"),
    ),
    KindWords(
        kind="problem",
        pattern=r"不(?:够|足|强|高|力|严|深|实|畅|细|大|广|到位|平衡|均衡|充分|完善|健全|规范|及时|全面|扎实|深入|明显|明确|统一|透彻|熟悉)"
        r"|有待|尚未|还未|仍未|未能|未(?:有效|完全|充分|及时)|没有|缺乏|缺少|欠缺|薄弱|滞后|偏[低少弱软]|较[低弱]|差距|短板|弱项|差异"
        r"|[还仍尚]需|亟[需待]|需(?:要)?进一步|单一|难度|困难|问题仍?(?:依然|较为|较|比较)?突出|存在|形式主义|瓶颈|堵点|制约",
        examples=(
            "行政执法质效有待进一步提升",
            "法治意识不强",
            "基层执法力量仍然薄弱",
            "执法监督还需加强",
        ),
    ),
)

# A chapter whose heading starts so tells what was done, though it may name problems and measures.
ACTING: Final = KindWords(
    kind="achievement",
    pattern=r"^(?:坚持|聚焦|强化|针对|紧盯|着力|解决|直面|围绕|加强|加大|推进|推动|抓好|突出|深化|严格|落实|有效|切实|全面|破解)",
    examples=("坚持问题导向,压实整改措施", "聚焦突出问题和整改措施"),
)
# What the halves of a mixed chapter heading are called.
HALVES: Final = (
    KindWords(
        kind="problem",
        pattern=r"问题(?!导向|清单|线索)|不足|困难|短板|差距|薄弱环节|原因",
        examples=("存在的问题", "不足之处"),
    ),
    KindWords(
        kind="plan",
        pattern=r"下一?步|打算|计划|安排|思路|今后|措施|对策|努力方向|明年",
        examples=("下步打算", "工作思路", "整改措施"),
    ),
    KindWords(
        kind="recommendation",
        pattern=r"建议",
        examples=("意见建议", "几点建议"),
    ),
    KindWords(
        kind="achievement",
        pattern=r"成效|成绩|做法|举措|整改(?:落实)?情况|办理情况|开展情况|进展",
        examples=("主要成效", "整改落实情况"),
    ),
)
