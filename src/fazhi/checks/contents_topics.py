"""
Completeness: topics of the outline without a word, and chapters without a figure.
"""

from __future__ import annotations

from fazhi.checks.contents_reading import (
    AHEAD,
    FAULTS,
    HEADING,
    WHOLE,
    Answer,
    asked,
    chapters,
    contents_check,
    items,
    lacking,
)
from fazhi.model import Check
from fazhi.model.audit import Examined
from fazhi.text.patterns import lazy


# One of these in the whole report, and the topic is not without a word.
WORDS: dict[str, str] = {
    "thought": "习近平法治思想|法治思维|习近平新时代",
    "functions": "放管服|审批|营商环境|政务服务|权责清单|行政许可",
    "rulemaking": "规范性文件|立法|规章|法规",
    "decision": "决策|合法性审[查核]|法律顾问",
    "enforcement": "执法|行政处罚",
    "emergency": "突发|应急|防灾|疫情|安全生产",
    "disputes": "复议|应诉|调解|纠纷|信访",
    "oversight": "监督|督察|政务公开|审计|信息公开",
    "digital": "数字|信息化|大数据|智慧|互联网|平台|一网",
    "leadership": "党的领导|述法|第一责任人|组织领导|学法|统筹",
    "legal_society": "普法|法治宣传|法律服务|法治文化",
}
PATTERNS = {topic: lazy(pattern) for topic, pattern in WORDS.items()}
_NAMES = {
    "thought": "习近平法治思想",
    "functions": "政府职能",
    "rulemaking": "制度建设",
    "decision": "行政决策",
    "enforcement": "行政执法",
    "emergency": "突发事件应对",
    "disputes": "矛盾纠纷化解",
    "oversight": "监督",
    "digital": "数字法治政府",
    "leadership": "组织领导",
}


def _silent(examined: Examined) -> Answer | None:
    framework = examined.framework
    if framework is None or not framework.topics:
        return None
    level = examined.report.meta.region
    if level is None or level.level in ("department", "township"):
        return None
    told = {topic for finding in items(examined, "achievement") for topic in finding.topics}
    left = [
        topic
        for topic, _ in framework.topics
        if topic not in told
        and topic in PATTERNS
        and not PATTERNS[topic].search(examined.document.folded)
    ]
    names = "、".join(_NAMES[topic] for topic in left)
    texts = (
        f"未提及《纲要》要求的:{names}",
        f"not a word on what the outline orders: {', '.join(left)}",
    )
    spans = [f.span for f in items(examined, "achievement")]
    return ([lacking("FZ312", texts)] if left else []), spans


def _without_figures(examined: Examined) -> Answer | None:
    found = chapters(examined, "achievements")
    if not found:
        return None
    within = (m.span for m in examined.report.metrics if any(m.span in s.span for s in found))
    first = next(within, None)
    spans = [] if first is None else [first]
    texts = ("主要举措和成效没有一个数据", "measures and results hold no figure")
    return ([] if spans else [lacking("FZ315", texts, [s.span for s in found])]), spans


_PLACED = HEADING.replace("某某县", "河北省正定县")
_FULL = (
    "一、主要举措和成效\n(一)学习贯彻习近平法治思想。县委统筹推进,组织领导有力。\n"
    "(二)优化营商环境。深化放管服改革,取消证明事项12项。\n(三)健全制度。制定规范性文件3件。\n"
    "(四)规范决策。公布重大行政决策目录。\n(五)规范执法。全年办理行政处罚案件120件。\n"
    "(六)做好应急管理。开展应急演练12次。\n(七)化解纠纷。调解矛盾纠纷320件。\n"
    "(八)强化监督。推进政务公开。\n"
)

RULES: tuple[Check, ...] = (
    contents_check(
        "FZ312",
        ("topic-without-word", "纲要主题未提及"),
        "A topic that the outline in force orders and the report has no word on.",
        asked("FZ312", _silent),
        _PLACED + _FULL + FAULTS + AHEAD,
        _PLACED + _FULL + "(九)建设数字政府。推进政务数据共享。\n" + FAULTS + AHEAD,
    ),
    contents_check(
        "FZ315",
        ("results-without-figures", "成效没有数据"),
        "Measures and results (R1) without one figure can neither be checked nor compared.",
        asked("FZ315", _without_figures),
        WHOLE.replace("120件", "一批"),
        WHOLE,
    ),
)
