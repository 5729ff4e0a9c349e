"""
What is Yunnan's own: words that speak for it, its issuers, programmes and topics.
"""

from __future__ import annotations

from fazhi import Cue, IssuerRow, LineRow, Mask, TopicRow


# The places under the province by the names that they sign with.
PREFECTURE = (
    "(?:昆明市|曲靖市|玉溪市|保山市|昭通市|丽江市|普洱市|临沧市"
    "|楚雄州|红河州|文山州|(?:西双)?版纳州|大理州|德宏州|怒江州|迪庆州)"
)
# 州委、州政府 sign as one line, with or without a mark between them.
_PARTY = rf"(?:中共)?{PREFECTURE}委(?:办公室|办)?"
_GOVERNMENT = rf"(?:{PREFECTURE}|州|市)(?:人民)?政府(?:办公室|办)?"

CUES = (
    Cue(
        pattern="云南|滇池|云政",
        weight=2,
        examples=("《云南省法治政府建设规划暨实施方案(2016-2020年)》", "滇池沿岸"),
    ),
    Cue(
        pattern="昆明|楚雄州|红河州|文山州|版纳州|大理州|德宏州|怒江州|迪庆州",
        weight=2,
        examples=("2023年,红河州坚持依法行政", "中共版纳州委"),
    ),
    Cue(
        pattern="一部手机办事通|一证即办|湖泊革命|3815",
        weight=2,
        examples=("推广“一部手机办事通”", "围绕“3815”战略发展目标"),
    ),
)

LINES = (
    LineRow(
        kind="signature",
        where="tail",
        pattern=rf"{_PARTY}[ 、]{{0,4}}{_GOVERNMENT}",
        examples=("红河州委、州政府", "怒江州委州政府", "迪庆州委办 州政府办"),
    ),
)

ISSUERS = (
    IssuerRow(
        pattern=rf"{_PARTY}(?=[ 、]{{0,4}}{_GOVERNMENT})",
        examples=("红河州委、州政府", "怒江州委州政府"),
    ),
    IssuerRow(
        pattern=_GOVERNMENT,
        examples=("州政府", "迪庆州人民政府", "州政府办"),
    ),
)

# Few patterns, each alternative with a fixed first character: the scan passes over the rest at once.
MASKS = (
    Mask(
        pattern=(
            "3年上台阶、?8年大发展、?15年大跨越"
            '|1262(?=[”"机])|1333[79](?=[”"工举])|3815(?=[”"战])'
            '|4个100(?=[”"])|5个100(?=[”"])'
        ),
        signs=("年上台阶", "1262", "1333", "3815", "个100"),
        examples=(
            "围绕“3815”战略发展目标,3年上台阶、8年大发展、15年大跨越",
            "认真执行“1262”精细化预报与响应联动机制",
            "实施“13337工程”",
            "形成“13339”举措",
            "实施“5个100”行动",
        ),
    ),
    Mask(
        pattern="1部手机|一部手机|3张牌|三张牌",
        reason="name",
        signs=("部手机", "张牌"),
        examples=(
            "推广“1部手机办事通”",
            "推广“一部手机办事通”“一部手机游云南”",
            "打造绿色能源等“3张牌”",
        ),
    ),
)

TOPICS = (
    TopicRow(
        topic="local_special",
        words=(
            "湖泊革命",
            "高原湖泊",
            "九湖",
            "洱海保护",
            "滇池保护",
            "抚仙湖保护",
            "赤水河流域",
            "生物多样性",
            "强边固防",
            "边境立体化防控",
            "沿边",
            "智慧边境",
            "民族团结进步示范区",
            "面向南亚东南亚",
            "禁毒防艾",
            "缉毒",
        ),
        weight=3,
        examples=(
            "以“湖泊革命”守护绿水青山",
            "加强九大高原湖泊保护",
            "推进强边固防",
            "保护生物多样性",
            "建设面向南亚东南亚辐射中心",
        ),
    ),
    TopicRow(
        topic="digital",
        words=("一部手机办事通", "办事通", "一部手机治理通"),
        weight=3,
        examples=("推广“一部手机办事通”",),
    ),
    TopicRow(
        topic="functions",
        words=("一证即办", "一颗印章管审批", "减政便民", "红黑榜", "完善宏观调控"),
        weight=3,
        examples=("在全省率先推行“一证即办”", "开展营商环境“红黑榜”评价", "完善宏观调控"),
    ),
    # The measures of the 2015 outline as Kunming's districts list them.
    TopicRow(
        topic="oversight",
        words=("完善社会监督和舆论监督机制", "自觉接受党内监督", "完善纠错问责机制"),
        weight=3,
        examples=("完善社会监督和舆论监督机制", "完善纠错问责机制"),
    ),
    TopicRow(
        topic="decision",
        words=("严格决策责任追究", "坚持集体讨论决定", "增强公众参与实效"),
        weight=3,
        examples=("严格决策责任追究", "坚持集体讨论决定", "增强公众参与实效"),
    ),
    TopicRow(
        topic="leadership",
        words=("理论研究典型示范", "严格落实财政保障制度", "法治能力考查测试", "核评价和督促检查"),
        weight=3,
        examples=(
            "加强理论研究典型示范和宣传引导",
            "完善政府工作人员法治能力考查测试制度",
            "部署考核评价和督促检查",
        ),
    ),
)
