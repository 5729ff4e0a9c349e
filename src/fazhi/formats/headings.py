"""
Words of headings by role, as rows of `RoleRow`.

The patterns are searched in a folded heading; the first row that matches
decides. A heading that no row matches is topical: as a chapter of a report it
tells achievements.
"""

from __future__ import annotations

from fazhi.model import RoleRow


_WORK = r"(?:工作|任务|改革|举措|措施|做法|思路|计划|打算|安排|重点|目标|方向|考虑|设想|展望|规划)"

NATIONAL_ROLES: tuple[RoleRow, ...] = (
    RoleRow(
        role="achievements",
        pattern=r"第一责任人",
        examples=("党政主要负责人履行推进法治建设第一责任人职责情况",),
    ),
    # Problems that are dealt with are work done; named together with "存在" they are still problems.
    RoleRow(
        role="achievements",
        pattern=r"^(?!.{0,20}(?:存在|下[一]?步)).{0,20}(?:问题|短板|不足|意见|建议).{0,6}(?:整改|化解|整治|治理|清零|销号|落实|办理|处理|查处|解决|专项)"
        r"(?!.{0,6}(?:打算|安排|计划|措施|不够|不到位|有差距|滞后))",
        examples=("突出问题整治情况", "督察反馈问题整改落实情况", "审议意见研究处理情况"),
    ),
    RoleRow(
        role="achievements",
        pattern=r"^(?!.{0,20}(?:存在|下一?步)).{0,12}(?:解决|化解|整治|破解|处理|处置|治理|整改|纠正|补齐|补强|消除|回应|正视|紧盯)"
        r".{0,14}(?:问题|短板|困难|不足|弱项|差距)",
        examples=("依法化解突出问题", "妥善处理历史遗留问题"),
    ),
    RoleRow(
        role="achievements",
        pattern=r"^(?:聚焦|坚持|解决|化解|强化|破解|补齐|紧盯|直面|着力|围绕|回应|办理|落实).{0,14}(?:问题|短板|困难|建议|难题|弱项)",
        examples=("坚持问题导向，推动法治建设走深走实", "办理代表建议情况"),
    ),
    RoleRow(
        role="problems",
        pattern=r"(?:存在|面临|主要|突出|遇到|当前|查摆|发现)的?.{0,8}(?:问题|不足|差距|短板|困难|薄弱|难点|挑战|瓶颈)",
        examples=("存在的困难和问题", "2023年法治政府建设存在的主要问题", "存在问题及下一步打算"),
    ),
    RoleRow(
        role="problems",
        pattern=r"(?:^|[的与和及、年])(?:问题|不足|困难|短板|差距|薄弱环节|不足之处)(?:$|[及和与、]|以及|方面)",
        examples=("不足和原因", "问题与短板", "工作中的不足"),
    ),
    RoleRow(
        role="problems",
        pattern=r"^.{0,14}(?:问题|不足|不足之处|短板|短板弱项|弱项|薄弱环节|差距)$",
        examples=("工作不足", "法治政府建设中的短板弱项"),
    ),
    RoleRow(
        role="problems",
        pattern=r"原因(?:分析|剖析)|问题(?:分析|剖析|表现|清单)",
        examples=("原因分析", "问题表现"),
    ),
    RoleRow(
        role="recommendations",
        pattern=r"(?<!司法)(?<!检察)(?<!代表)(?<!立法)(?<!提案)(?<!监督)(?:意见建议|意见和建议|对策建议|工作建议|几点(?:意见|建议)|建议(?:和意见|与对策|及对策)?$|对策$|^(?:有关|相关|审议)?建议|审议意见$)",
        examples=("意见建议", "对策建议", "几点建议", "加强法治政府建设的建议"),
    ),
    RoleRow(
        role="plans",
        pattern=r"下[一]?步|下一?阶段|接下来|(?:今后|未来|明年|来年).{0,16}"
        + _WORK
        + r"?|新的?一年",
        examples=("下一步工作", "下步工作打算", "今后工作思路"),
    ),
    RoleRow(
        role="plans",
        pattern=r"(?:工作)?(?:打算|思路|展望|设想|谋划|努力方向|改进方向|改进措施|整改措施|努力目标)(?:$|[及和与、])",
        examples=("2021年工作思路", "工作打算", "努力方向"),
    ),
    RoleRow(
        role="plans",
        pattern=r"(?:工作|任务|主要|重点|年度|初步|总体|年)的?(?:计划|安排|规划|考虑)(?:$|[及和与、])",
        examples=("2024年工作安排", "2024年工作计划"),
    ),
    RoleRow(
        role="achievements",
        pattern=r"(?:基本|工作|总体|开展|完成|进展)情况$|(?:成效|成绩|做法|回顾|评价)$",
        examples=("工作开展情况", "2023年工作回顾", "总体评价", "2023年重点工作完成情况"),
    ),
    RoleRow(
        role="plans",
        pattern=r"^(?:20\d\d年|“?十[三四五六]五”?)(?!.*(?:完成|情况|成效)).{0,16}(?:总体要求|目标任务|(?:预期|奋斗|发展|主要)目标)",
        examples=(
            "“十四五”时期主要目标任务",
            "2024年经济社会发展总体要求和主要预期目标",
        ),
    ),
    RoleRow(
        role="other",
        pattern=r"^(?:附件|附表|名词解释|其他(?:需要)?(?:报告|说明)|需要(?:报告|说明)的)",
        examples=("其他需要报告的事项",),
    ),
)

# First sentences of unnumbered paragraphs that open a part of their own.
OPENINGS: tuple[RoleRow, ...] = (
    RoleRow(
        role="plans",
        pattern=r"^(?:针对|面对|对于|围绕).{0,24}(?:问题|不足|短板|差距).{0,30}(?:下[一]?步|将|拟)",
        examples=("针对以上问题，下一步我县将重点抓好以下工作。",),
    ),
    RoleRow(
        role="recommendations",
        pattern=r"^(?:为此|对此|针对.{0,24}(?:问题|情况)|为进一步.{2,40})?[,]?.{0,12}(?:特?提出?(?:以下|如下|几点|四点|三点|五点)?.{0,8}(?:意见|建议)|建议(?:如下|:|,))",
        examples=("针对存在的问题，提出如下建议：", "为此，建议："),
    ),
    RoleRow(
        role="problems",
        pattern=r"^(?:.{0,80}(?:虽然|尽管|但是|但|同时|然而|看到|不过|对照|对标|离|与))?.{0,60}(?:存在|有).{0,16}(?:问题|不足|差距|短板|困难|薄弱环节)",
        examples=(
            "虽然我州法治政府建设取得了一定成效，但仍存在一些问题和不足，主要表现在：",
            "同时，我们也清醒地看到，法治政府建设还存在不少短板。",
            "存在的主要问题：",
        ),
    ),
    RoleRow(
        role="problems",
        pattern=r"^[^。]{0,24}(?:清醒|深刻|充分)地?(?:认识|看|意识)到.{0,80}(?:不足|短板|差距|困难|薄弱|矛盾|不强|不够|不平衡)",
        examples=("同时，我们也清醒地认识到，发展不足仍然是我省的主要矛盾。",),
    ),
    RoleRow(
        role="plans",
        pattern=r"^(?:下[一]?步|下一?阶段|接下来|今后|新的一年|明年|来年|未来|下半年|展望)",
        examples=(
            "下一步工作中，我们将深入学习贯彻党的十九大精神。",
            "下步，楚雄市将突出目标导向。",
        ),
    ),
    RoleRow(
        role="plans",
        pattern=r"^20\d\d年,[^。]{0,60}?(?:将|要|力争|计划)",
        examples=("2024年，我们将坚持以习近平法治思想为指导。",),
    ),
    # With these words a report on the work of the government takes leave.
    RoleRow(
        role="other",
        pattern=r"^各位代表[!,]",
        examples=("各位代表！蓝图已经绘就，号角已经吹响。",),
    ),
)

# Short lines without a number that are headings by themselves.
PLAIN_HEADINGS: tuple[RoleRow, ...] = (
    RoleRow(
        role="achievements",
        pattern=r"^(?:(?:19|20)\d\d年度?)?(?:法治政府建设)?(?:的?(?:主要|基本|总体|重点))?(?:工作)?(?:做法|举措|措施|成效|成绩|亮点|情况|开展情况|完成情况|进展|进展情况)(?:(?:和|与|及)(?:主要)?(?:做法|成效|成绩|亮点))?$",
        examples=("主要做法和成效", "2023年工作开展情况", "基本情况"),
    ),
    RoleRow(
        role="achievements",
        pattern=r"^(?:(?:(?:19|20)\d\d年度?|过去的?[一五]年|“?十[三四五六]五”?时期)[和与及]?){1,2}的?(?:主要)?工作回顾$",
        examples=("2022年和过去五年工作回顾", "过去五年工作回顾"),
    ),
    RoleRow(
        role="plans",
        pattern=r"^(?:今后[一三五]年|未来[一三五]年|“?十[三四五六]五”?时期)的?(?:主要|总体|奋斗|发展)?(?:目标任务|目标|任务)$",
        examples=("今后五年的目标任务", "“十四五”时期主要目标任务"),
    ),
    RoleRow(
        role="problems",
        pattern=r"^(?:当前)?(?:法治政府建设)?(?:中)?(?:存在|面临)?的?(?:主要|突出)?(?:问题|不足|困难|短板|差距|困难和问题|问题和困难|问题和不足|不足和问题|问题与不足|不足和原因|问题及原因)$",
        examples=("存在的主要问题", "存在问题", "存在的问题和不足"),
    ),
    RoleRow(
        role="recommendations",
        pattern=r"^(?:几点|有关|相关|对策|工作)?(?:意见|建议|意见和建议|意见建议|对策建议)$",
        examples=("意见建议", "几点建议"),
    ),
    RoleRow(
        role="plans",
        pattern=r"^(?:(?:下[一]?步|今后|下一?阶段|(?:19|20)\d\d年度?)(?:的?(?:主要|重点))?(?:工作|法治政府建设)?(?:的?(?:主要|重点))?(?:工作)?(?:打算|安排|计划|思路|重点|举措|措施|设想|任务)?|工作打算|工作思路|工作计划|努力方向)$",
        examples=("下一步工作打算", "2024年工作计划", "下步工作"),
    ),
)

# Genres whose topical chapters tell something else than achievements, by the end of the title.
TITLES: tuple[RoleRow, ...] = (
    RoleRow(
        role="recommendations",
        pattern=r"(?:审议|审查)意见(?:的函|的通知)?$",
        examples=("某市人大常委会关于法治政府建设情况的审议意见",),
    ),
    RoleRow(
        role="plans",
        pattern=r"^(?!.*(?:总结|情况|报告)[及和与暨]).*(?:要点|计划|方案|规划|工作安排|工作思路|实施意见)(?:\(.{0,20}\))?$",
        examples=("2024年法治政府建设工作要点", "2021—2025年法治政府建设规划"),
    ),
)
