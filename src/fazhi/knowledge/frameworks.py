"""
The outlines that reports on law-based government follow, with the years they cover.
"""

from __future__ import annotations

from typing import Final

from fazhi.model import Framework


OUTLINE_2021: Final = Framework(
    name="法治政府建设实施纲要(2021—2025年)",
    number="中发〔2021〕33号",
    years=(2021, 2025),
    topics=(
        ("thought", "深入学习贯彻习近平法治思想,努力实现法治政府建设全面突破"),
        ("functions", "健全政府机构职能体系,推动更好发挥政府作用"),
        ("rulemaking", "健全依法行政制度体系,加快推进政府治理规范化程序化法治化"),
        ("decision", "健全行政决策制度体系,不断提升行政决策公信力和执行力"),
        ("enforcement", "健全行政执法工作体系,全面推进严格规范公正文明执法"),
        ("emergency", "健全突发事件应对体系,依法预防处置重大突发事件"),
        ("disputes", "健全社会矛盾纠纷行政预防调处化解体系,不断促进社会公平正义"),
        ("oversight", "健全行政权力制约和监督体系,促进行政权力规范透明运行"),
        ("digital", "健全法治政府建设科技保障体系,全面建设数字法治政府"),
        ("leadership", "加强党的领导,完善法治政府建设推进机制"),
    ),
    source="中共中央、国务院, 2021-08-11",
)

FRAMEWORKS: Final = (OUTLINE_2021,)
