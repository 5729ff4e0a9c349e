"""
Words that say for whom a figure holds.
"""

from __future__ import annotations

from typing import NamedTuple

from fazhi.model.nodes import Scope


class ScopeRow(NamedTuple):
    """
    Words in front of a number that give its scope.

    Attributes:
        scope: all, own, departments or subordinate.
        pattern: Regular expression on folded text, in ``re`` syntax.
        examples: Clauses whose only number has that scope.
    """

    scope: Scope
    pattern: str
    examples: tuple[str, ...]


_AREA = "[省市州县区旗盟镇乡]"

# The first row that matches decides, so what is narrower stands first.
SCOPES = (
    ScopeRow(
        scope="departments",
        pattern=rf"(?:{_AREA}(?:直|级|属)?(?:各)?|各|所属|有关|相关|各有关)(?:部门|执法部门|委办局|单位)",
        examples=("区属各执法部门审核案件41件", "市直部门办理建议300件", "各部门报送材料12份"),
    ),
    ScopeRow(
        scope="subordinate",
        pattern=r"各(?:县|市|区|旗|乡|镇|街道|地市|地州|州市|盟市|县市|县区|市县|区县|乡镇|镇街|园区|村)|(?:县市|乡镇|镇街|县区|区县|乡镇街道)(?=共|审|办|受|开|报|承|累)",
        examples=("各县市备案文件30件", "各乡镇调处纠纷200件", "乡镇共办理案件18件"),
    ),
    ScopeRow(
        scope="own",
        pattern=rf"{_AREA}本级|本级|{_AREA}级(?!以)(?=[^,。]{{0,8}}(?:事项|文件|清单|权|案件|审批|许可|决策))|本机关|本局|我局|我委|我厅|机关本级|以{_AREA}政府为",
        examples=("州本级办理许可事项310项", "公布市级行政许可事项238项", "我局受理投诉41件"),
    ),
    ScopeRow(
        scope="all",
        pattern=rf"全(?<![居于超]全)(?:{_AREA}|自治区|自治州|疆|系统|国)(?!局|面|[^,。;]{{0,12}}(?:示范|百强|先进|优秀|首|平均|榜|前列))|各级",
        examples=("全州共收到复议案件307件", "全市各级调委会调解纠纷2321件", "全系统评查案卷30件"),
    ),
)
