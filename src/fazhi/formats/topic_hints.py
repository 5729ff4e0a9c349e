"""
Words that speak for a topic or hint at it, but do not name it by themselves.

`fazhi.formats.topics` says what the weights mean.
"""

from __future__ import annotations

from typing import Final

from fazhi.model import TopicRow


def listed(text: str) -> tuple[str, ...]:
    """
    Return the words of a list that blanks part; lists of this length are read better so.
    """
    return tuple(text.split())


TOPIC_HINTS: Final = (
    TopicRow(
        topic="thought",
        weight=2,
        words=listed(
            "理论武装 理论学习 学习贯彻 学习宣传贯彻 思想根基 政治引领 政治站位 思想认识 学深悟透 法治思想"
        ),
        examples=("提高政治站位,把牢法治建设方向", "强化理论武装,凝聚思想共识"),
    ),
    TopicRow(
        topic="leadership",
        weight=1.2,
        words=listed(
            "党建 落实责任 责任感 教育培训 能力建设 队伍建设 依法治 统筹推进 统筹谋划 督查考核 考核 督察 领导干部 干部 坚强有力 头雁 担当"
            " 理论研究 典型示范 示范 学法 法律素质 法治水平 依法履职 落地见效 常委会会议 党组 党委 谋划部署 安排部署 部署 工作机制 推进合力 推进力度"
            " 带头 率先垂范 依法行政水平 重视程度 创建"
        ),
        examples=("加强教育培训,提升领导干部法治水平", "坚持统筹谋划,抓好任务部署"),
    ),
    TopicRow(
        topic="leadership",
        weight=2,
        words=listed(
            "跟踪督办 普法责任 领导机制 组织架构 组织体系 法治学习 法治机构 法治力量 法律专业 法治政府建设保障 保障力度 建设责任 组织保障 压实责任 责任压实 责任落实 督促检查"
        ),
        examples=("法治政府建设保障力度还需提升", "组织保障和落实机制", "严格跟踪督办"),
    ),
    TopicRow(
        topic="leadership",
        weight=0.5,
        words=listed("法治政府建设 法治建设 法治政府 依法行政 全面依法 法治保障 法治化水平 重视"),
        examples=("法治政府建设还不平衡", "推进依法行政向纵深发展"),
    ),
    TopicRow(
        topic="functions",
        weight=1.2,
        words=listed(
            "审批 监管 社会治理 改革衔接 改革 服务意识 企业 发展环境 市场 政府服务 服务 办事 民生 行政效能 行政质效 行政效率 治理效能 职能 清单"
            " 热线 群众满意 权责 生态 履职"
        ),
        examples=("提升行政效能", "创新监管方式"),
    ),
    TopicRow(
        topic="rulemaking",
        weight=1.2,
        words=listed(
            "备案 清理 法规 条例 制度完善 制度更加 健全制度 完善制度 制度机制 行政制度 长效机制 文件 制度 审核把关"
        ),
        examples=("健全制度机制,夯实治理基础", "制度更加成熟定型"),
    ),
    TopicRow(
        topic="decision",
        weight=1.2,
        words=listed("公众参与 论证 合同 合法性 民主化 科学化 执行力"),
        examples=("增强公众参与实效",),
    ),
    TopicRow(
        topic="enforcement",
        weight=1.2,
        words=listed("案卷 评查 处罚 持证上岗 整治 裁量 办案 巡查 查处 违法 持证 守住安全底线"),
        examples=("开展案卷集中评查", "依法查处各类违法案件"),
    ),
    TopicRow(
        topic="emergency",
        weight=1.2,
        words=listed("安全保障 安全防范 隐患排查 风险隐患 防火 救助 安全监管 重大风险 防范化解"),
        examples=("持续提升安全保障能力", "强化隐患排查治理"),
    ),
    TopicRow(
        topic="disputes",
        weight=1.2,
        words=listed("化解 诉讼 争议 网格 社会和谐 和谐稳定 维权 司法建议 检察建议 权益救济"),
        examples=("社会大局和谐稳定", "实质化解争议"),
    ),
    TopicRow(
        topic="oversight",
        weight=1.2,
        words=listed(
            "跟踪问效 公开 督查 审计 透明 权力 诚信 人大 政协 提案 纪检监察 巡察 政务信息"
        ),
        examples=("持续跟踪问效", "督查机制更加完善", "权力在阳光下运行"),
    ),
    TopicRow(
        topic="digital",
        weight=1.2,
        words=listed("科技 数据 互联网 平台建设 网络 线上"),
        examples=("数据互通不够顺畅",),
    ),
    TopicRow(
        topic="legal_society",
        weight=2,
        words=listed("宣传 平安 依法治理 法治体检 普及 法治乡镇 法治街道 法治环境"),
        examples=("广泛宣传,浓厚氛围", "建设平安乡镇"),
    ),
    TopicRow(
        topic="legal_society",
        weight=1.2,
        words=listed("宣讲 社会治理 乡村治理 村规民约 法律知识 宪法 法律咨询 自治 德治 共建共治"),
        examples=("完善村规民约", "用好法律咨询渠道"),
    ),
    TopicRow(
        topic="other",
        weight=0,
        words=listed(
            "设立法 建立法 成立法 确立法 树立法 树立 不懂法 行政执法机关 司法局 司法部 依法履行 问题整改 整改落实 国家机关"
        ),
        examples=("设立法定机构", "建立法人名录", "整改落实情况"),
    ),
)
