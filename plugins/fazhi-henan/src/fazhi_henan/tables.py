"""
What is Henan's own: words that speak for it, congress groups and sessions, programmes, titles.
"""

from __future__ import annotations

from fazhi import Cue, IssuerRow, LineRow, Mask, TopicRow


# The committees that congresses of the province sign with, by full and by short names.
COMMITTEE = (
    "(?:监察(?:和)?司法|内务司法|法制|财政经济|社会建设|农业与农村|教育科学文化卫生|城乡建设环境保护)"
    "(?:工作)?(?:委员会|工委|委)"
)
CONGRESS = "(?:[\u4e00-\u9fff]{0,10}[省市县区])?(?:第?[一二三四五六七八九十]{1,3}届)?人(?:大|民代表大会)(?:常委会|常务委员会)?"

CUES = (
    Cue(
        pattern="河南|豫政",
        weight=2,
        examples=("《河南省法治政府建设年度报告工作规定》", "(豫政办〔2015〕45号)"),
    ),
    Cue(
        pattern="1211|服务型行政执法",
        weight=2,
        examples=("完善“1211”法治政府建设推进机制", "推进服务型行政执法建设"),
    ),
)

CONGRESS_CUES = (
    Cue(
        pattern=f"人大(?:常委会)?{COMMITTEE}",
        weight=2,
        where="head",
        examples=("市人大监察和司法委员会", "洛阳市人大常委会法制工作委员会"),
    ),
    Cue(
        pattern="届人大常委会",
        weight=2,
        where="head",
        examples=("市八届人大常委会第十次会议",),
    ),
)

LINES = (
    LineRow(
        kind="session",
        pattern=(
            r"(?:[\u4e00-\u9fff]{0,10}[省市县区])?第?[一二三四五六七八九十]{1,3}届人大(?:常委会)?"
            r"\s*第[一二三四五六七八九十]{1,3}次会议(?:文件|材料)(?:之[一二三四五六七八九十]+|\([一二三四五六七八九十\d]+\))?"
        ),
        examples=("市八届人大常委会第十次会议文件(三)", "漯河市八届人大常委会第十次会议材料之五"),
    ),
    LineRow(
        kind="addressee",
        pattern=r"(?:[\u4e00-\u9fff]{0,10}[省市县区])?第?[一二三四五六七八九十]{1,3}届人大常委会第[一二三四五六七八九十]{1,3}次会议\s?:",
        examples=("市八届人大常委会第十次会议:",),
    ),
    LineRow(
        kind="author",
        pattern=rf"{CONGRESS}{COMMITTEE}(?:(?:副?主任委员|副?主任)\s*(?:[\u4e00-\u9fff]\s?){{2,4}})?",
        examples=("市人大监察司法委", "市人大社会建设委员会副主任委员 张某某"),
    ),
    LineRow(
        kind="author",
        pattern=r"驻[\u4e00-\u9fff]{1,3}(?:全国、?)?省?(?:、市)?人大代表(?:第[一二三四]\s?)?(?:视察|调研|检查)组",
        examples=("驻漯全国、省人大代表视察组",),
    ),
)

ISSUERS = (
    IssuerRow(
        pattern=r"驻[\u4e00-\u9fff]{1,3}(?:全国、?)?省?(?:、市)?人大代表(?:第[一二三四]\s?)?(?:视察|调研|检查)组",
        examples=("驻漯全国、省人大代表视察组",),
    ),
    IssuerRow(
        pattern=f"{CONGRESS}{COMMITTEE}",
        examples=("市人大监察司法委", "市人大社会建设委员会"),
    ),
)

# Few patterns, each alternative with a fixed first character: the scan passes over the rest at once.
MASKS = (
    Mask(
        pattern=(
            '1211(?=[”"机法])|13710(?=[”"工])|1个?平台、2个?抓手、1个?带动、1个?考核|3个1批|3个一批|4个1百|4个一百'
        ),
        signs=("1211", "13710", "平台、2", "3个1", "3个一", "4个1", "4个一"),
        examples=(
            "完善“1211”法治政府建设推进机制",
            "落实“13710”工作制度",
            "以“1个平台、2个抓手、1个带动、1个考核”为主体",
            "推进“3个1批”项目建设",
        ),
    ),
    Mask(
        pattern=r"1村(?:\(社区\))?1|一村(?:\(社区\))?一",
        reason="name",
        signs=("1村", "一村"),
        examples=("推行“1村1警”", "落实“一村(社区)一警”"),
    ),
)

TOPICS = (
    TopicRow(
        topic="enforcement",
        words=(
            "服务型行政执法",
            "行政执法责任制",
            "服务型执法",
            "行政指导",
            "首违免罚",
            "执法标兵",
        ),
        weight=3,
        examples=(
            "推进服务型行政执法建设",
            "落实行政执法责任制",
            "培树服务型行政执法标兵",
        ),
    ),
    TopicRow(
        topic="leadership",
        words=("依法行政示范单位", "1211", "三促一评", "一平台两抓手", "依法行政督导平台"),
        weight=3,
        examples=(
            "开展依法行政示范单位创建",
            "完善“1211”推进机制",
            "开展“三促一评”活动",
        ),
    ),
    TopicRow(
        topic="disputes",
        words=("府院联动", "府检联动", "三零创建", "两所一庭", "零上访"),
        weight=3,
        examples=("健全府院联动、府检联动机制", "深化“三零创建”", "发挥“两所一庭”作用"),
    ),
    TopicRow(
        topic="functions",
        words=("万人助万企", "三个一批", "周例会", "拿地即开工", "免证可办", "企业服务日"),
        weight=3,
        examples=("深入开展“万人助万企”", "发挥“四个周例会”平台作用", "全面推行“拿地即开工”"),
    ),
)
