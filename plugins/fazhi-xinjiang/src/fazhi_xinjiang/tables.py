"""
What is Xinjiang's own: words that speak for it, its issuers and addressees, withheld chapters.
"""

from __future__ import annotations

from fazhi import Cue, IssuerRow, LineRow, Mask, TopicRow


AREA = "(?:喀什|和田|阿克苏|吐鲁番|哈密|塔城|阿勒泰|伊犁)(?:地区)?"
DIVISION = "(?:新疆生产建设)?(?:兵团)?第(?:十[一二三四]?|[一二三四五六七八九])师"
CITY = "(?:阿拉尔|铁门关|图木舒克|双河|五家渠|石河子|胡杨河|北屯|可克达拉|昆玉|新星|白杨)市"

# Items of chapters on these matters are often published as their first sentence alone.
WITHHELD = (
    "维稳|反恐|稳定|社会面|去极端|宗教|民族团结|信访|群众工作|枫桥经验|矛盾纠纷"
    "|安全防范|边境|基层社会治理"
)

CUES = (
    Cue(
        pattern="新时代党的治疆方略|依法治疆",
        weight=3,
        examples=("完整准确贯彻新时代党的治疆方略", "全面推进依法治疆"),
    ),
    Cue(
        pattern="社会稳定和长治久安",
        weight=3,
        examples=("牢牢扭住社会稳定和长治久安总目标",),
    ),
    Cue(
        pattern="新疆|兵团|师市",
        weight=2,
        examples=("新疆维吾尔自治区人民政府", "兵团司法局:", "师市各部门"),
    ),
    Cue(
        pattern="地委|行署|行政公署|石河子|阿拉尔|铁门关|五家渠",
        examples=("喀什地区行署", "第八师石河子市", "中共和田地委"),
    ),
)

LINES = (
    LineRow(
        kind="addressee",
        pattern=(
            r"[^。;!?\d]{0,20}(?:依法治[疆师州]办|地委|行署|行政公署|兵团|师市)"
            r"(?:、[^。;!?\d]{2,20})?\s?:"
        ),
        examples=("自治区党委依法治疆办:", "地委、行署:", "兵团党委、兵团:"),
    ),
    LineRow(
        kind="signature",
        where="tail",
        pattern=rf"(?:中共)?{AREA}(?:地委|行署|行政公署)(?:[、\s]{{1,8}}(?:{AREA})?(?:行署|行政公署))?",
        examples=("中共喀什地委  喀什地区行署", "喀什地区行政公署", "和田地委 行署"),
    ),
    LineRow(
        kind="signature",
        where="tail",
        pattern=rf"(?:{DIVISION})?{CITY}(?:党委)?|{DIVISION}(?:党委)?",
        examples=("第一师阿拉尔市", "新疆生产建设兵团第二师铁门关市", "兵团第三师党委"),
    ),
)

ISSUERS = (
    IssuerRow(
        pattern=f"(?:中共)?{AREA}地委",
        examples=("中共喀什地委", "和田地委"),
    ),
    IssuerRow(
        pattern=f"(?:{AREA})?(?:行署|行政公署)",
        examples=("喀什地区行政公署", "行署"),
    ),
    IssuerRow(
        pattern=f"{DIVISION}(?:{CITY})?(?:党委|人民政府)?",
        examples=("第一师阿拉尔市", "新疆生产建设兵团第二师铁门关市"),
    ),
)

# Few patterns, each alternative with a fixed first character: the scan passes over the rest at once.
MASKS = (
    Mask(
        pattern=(
            r"1\+3\+3\+改革开放|4个100%|5个100%|4个百分之百|5个百分之百"
            "|4个干净|5个认同|3个离不开|4个与共"
        ),
        signs=("1+3+3", "个100", "个百分之百", "个干净", "个认同", "个离不开", "个与共"),
        examples=(
            "落实自治区党委“1+3+3+改革开放”工作部署",
            "落实“4个100%”要求",
            "做到“5个百分之百”",
            "创建“4个干净”家庭",
            "增强“5个认同”",
            "坚持“3个离不开”",
        ),
    ),
)

TOPICS = (
    TopicRow(
        topic="local_special",
        words=(
            "总目标",
            "访惠聚",
            "兵地融合",
            "兵地",
            "去极端化",
            "宗教中国化",
            "三股势力",
            "严打",
            "民族团结一家亲",
            "国家通用语言文字",
            "文化润疆",
            "双语",
            "便民警务站",
            "社会面防控",
            "治疆方略",
            "向南发展",
        ),
        weight=3,
        examples=(
            "聚焦总目标,全力维护社会大局稳定",
            "开展“访惠聚”驻村工作",
            "深化兵地融合发展",
            "深入推进文化润疆",
            "深入推进去极端化",
        ),
    ),
    TopicRow(
        topic="leadership",
        words=("逢九必讲", "法治讲堂", "双报告"),
        weight=3,
        examples=("办好“法治讲堂·逢九必讲”",),
    ),
)
