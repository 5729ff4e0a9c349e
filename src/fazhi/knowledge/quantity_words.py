"""
The words around a number that bound it or make it a rise or fall.

Source of the rules: the annotation guide's list of bounds (余 多 以上 不低于 至少;
超 超过 逾 突破; 以下 以内 不超过; 不足 不到 低于; 约 近 左右), completed with
their synonyms.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from fazhi.model.nodes import Bound, Change


class BoundRow(NamedTuple):
    """
    Words that bound the number beside them.

    Attributes:
        words: The words, in folded text.
        bound: The bound that they set.
        side: Whether they stand before the number or behind its unit.
        reaching: Of the words, those that bound a number behind a verb too (至少开展2次).
        examples: Clauses in which they bound the only number.
    """

    words: tuple[str, ...]
    bound: Bound
    side: Literal["before", "after"]
    examples: tuple[str, ...]
    reaching: tuple[str, ...] = ()


class ChangeRow(NamedTuple):
    """
    Verbs that make the number behind them a rise or fall.

    Attributes:
        words: The verbs, in folded text.
        change: The direction.
        examples: Clauses whose only number is such a change.
    """

    words: tuple[str, ...]
    change: Change
    examples: tuple[str, ...]


_NO_LESS = (
    "不低于", "不少于", "不小于", "不下", "不下于", "不得低于", "不得少于", "不能低于", "不能少于", "不应低于", "不应少于",
    "不会低于", "不会少于", "至少", "最少", "起码", "最低", "高于或等于", "≥",
)  # fmt: skip
_NO_MORE = (
    "不超过", "不会超过", "不超", "不多于", "不高于", "不大于", "不逾", "不突破", "不得超过", "不得高于", "不得多于", "不能超过",
    "不应超过", "不宜超过", "最多", "至多", "最高", "≤",
)  # fmt: skip
_ABOUT = (
    "约", "大约", "近", "将近", "接近", "约为", "约占", "大概", "差不多", "几乎", "近乎", "约有",
)  # fmt: skip
# What is counted in 万 or 亿 or with 余 without a measure word, as patterns: 8000多万农业转移人口, 500多老人; but 100亿企业
# are those with so much turnover. Seen in the work reports of the State Council since 1954.
COUNTED_NOUNS = (
    "农村", "农业", "农民", "农户", "农牧民", "贫困", "脱贫", "低保", "城镇", "城乡", "居民", "群众", "学生", "大学", "高校", "毕业生", "师生", "职工", "干部", "党员",
    "老年", "老人", "儿童", "残疾", "妇女", "青年", "青少年", "移民", "流动", "外来", "务工", "劳动", "网民", "网友", "用户", "游客", "旅客", "观众", "(?<!亿)企业", "民营", "中小", "小微", "个体",
    "市场主体", "经营主体", "商户", "参保", "志愿", "退役", "退休", "市民", "户籍", "常住", "建档立卡", "新市民", "技能", "专业技术", "家庭", "困难", "粉丝", "基层", "各类", "各族", "沼气", "留守", "失能", "高龄", "中小学", "适龄", "境外", "注册", "易搬", "易地", "城市", "乡村", "返乡", "从业", "就业", "医保", "社保", "会员", "读者", "慢性病", "高中", "初中", "在校", "失业", "下岗", "纳税", "中国", "人民(?![币政法检调代陪])", "产业工人", "无电", "青壮年", "灵活就业", "新就业", "外卖", "快递", "货车", "老兵", "军人", "民众", "少数民族", "山区", "库区", "牧区", "受灾", "搬迁", "村民", "工人", "教师", "医务", "医护", "公务员", "消费者", "投资者", "乘客", "民兵", "科技人员", "华侨",
)  # fmt: skip
_RISES = (
    "增长", "上升", "提高", "提升", "增加", "增幅", "涨幅", "增速", "上涨", "攀升", "扩大", "上浮", "递增", "净增",
    "净增长", "多增", "增产", "增收", "回升", "上调", "高出", "跃升", "提速", "提效", "增", "升", "涨", "多", "高",
    "翻",
)  # fmt: skip
_FALLS = (
    "下降", "减少", "压缩", "压减", "精简", "降低", "缩短", "缩减", "降幅", "回落", "削减", "下浮", "下跌", "收窄",
    "下滑", "压降", "减幅", "下调", "负增长", "少增", "少发", "减产", "减收", "减亏", "少跑", "递减", "减", "降", "压", "少", "跌",
    "低",
)  # fmt: skip
BOUNDS = (
    BoundRow(
        words=_NO_LESS,
        bound=">=",
        side="before",
        reaching=("至少", "起码", "不少于", "不低于"),
        examples=(
            "合格率不低于95%",
            "每年至少2次",
            "至少开展两次评查",
            "抽查不少于30件",
            "持证率不得低于80%",
        ),
    ),
    BoundRow(
        words=("以上", "及以上", "(含)以上", "之上", "有余"),
        bound=">=",
        side="after",
        examples=("合格率达98%以上", "培训30人及以上"),
    ),
    BoundRow(
        words=(
            "超过",
            "超过了",
            "超",
            "逾",
            "突破",
            "突破了",
            "跨过",
            "跨越",
            "高于",
            "大于",
            "多于",
            "不止",
            "超出",
            ">",
        ),
        bound=">",
        side="before",
        examples=("参加人数超过300人", "逾500人参加", "总量突破3000亿元", "办件超1000件"),
    ),
    BoundRow(
        words=_NO_MORE,
        bound="<=",
        side="before",
        reaching=("最多", "至多", "不超过"),
        examples=("时限不超过5个工作日", "最多跑1次", "人数不得超过30人"),
    ),
    BoundRow(
        words=("以内", "之内", "内", "以下", "及以下", "(含)以下", "(含)以内"),
        bound="<=",
        side="after",
        examples=("控制在5%以内", "罚款500元以下", "5个工作日之内", "24小时内"),
    ),
    BoundRow(
        words=("不足", "不到", "低于", "少于", "小于", "未满", "不满", "未达到", "未达", "<"),
        bound="<",
        side="before",
        examples=("办案时间不到30天", "占比低于5%", "持证人员不足50人"),
    ),
    BoundRow(
        words=_ABOUT,
        bound="~",
        side="before",
        examples=("约300人参加", "惠及近4.2万户", "接近80%", "经费约为30万元"),
    ),
    BoundRow(
        words=("左右", "上下"),
        bound="~",
        side="after",
        examples=("增长8%左右", "培训300人左右", "办件量在30件上下"),
    ),
)

# Characters that make a bounding word a part of another: 节约30万元, 最近3次, 赶超5家; 上下联动, 内资.
NOT_BEHIND = {
    "约": "规租盟誓缔赴隐节制违预条公签契合履爽解婉集简邀特守续",
    "近": "最附邻靠临贴走亲",
    "超": "赶反",
}
# Words of more than one character that do so: 村规民约126份, but 居民约126户.
NOT_BEHIND_WORDS = {"约": ("规民",)}
NOT_BEFORE = {
    "上下": ("联", "游", "级", "齐", "同", "左"),
    "内": tuple("用需销资部设控容外审蒙涵涝贸循地生务陆河江"),
}

# One-character verbs say a change only of a rate, or in a comparison (比上年多12件).
CHANGES = (
    ChangeRow(
        words=_RISES,
        change="up",
        examples=(
            "同比上升70.2%",
            "综合登记效能提升75%以上",
            "提高3个百分点",
            "同比增30%",
            "较上年多12件",
        ),
    ),
    ChangeRow(
        words=_FALLS,
        change="down",
        examples=("证明材料减少100%", "事项办理时限平均压缩51%", "压减率达60%以上", "比上年少5件"),
    ),
)

# Verbs that stand before what they change: 减环节69%, 压时限60%.
OBJECT_CHANGES: dict[str, Change] = {
    "减": "down",
    "压": "down",
    "缩": "down",
    "增": "up",
    "提": "up",
}

# The same with longer objects, also of amounts and counts: 减少贫困人口650万人, 缩短办理时间50%.
OBJECT_VERBS: dict[str, Change] = {
    "减少": "down",
    "压减": "down",
    "削减": "down",
    "缩减": "down",
    "精简": "down",
    "缩短": "down",
    "压缩": "down",
    "降低": "down",
    "下调": "down",
    "提高": "up",
    "上调": "up",
}

# What may stand between such a verb and its number: 提升了近80%, 压减率达到60%, 涨幅控制在3%.
CHANGE_LINKS = (
    "达到", "控制在", "保持在", "稳定在", "分别为", "分别达", "分别", "达", "了", "率", "幅度", "比例", "幅", "各", "为", "均",
)  # fmt: skip
