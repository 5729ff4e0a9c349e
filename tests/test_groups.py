"""Totals and the parts that the text lists as theirs."""

from __future__ import annotations

import pytest

from fazhi.model import Format
from fazhi.parsing.groups import groups
from fazhi.parsing.quantities import quantities
from fazhi.text import fold


FORMAT = Format(name="test.format", title="", kinds=("other",))

CASES = [
    # Lists with an opening.
    ("收到案件71件,其中一审26件,二审43件,再审2件。", [("71", ["26", "43", "2"], True)]),
    (
        "梳理职权100项。其中,许可30项、处罚70项。",
        [("100", ["30", "70"], True)],
    ),  # over the full stop
    (
        "产量126吨,增长5.2%。其中,一厂9吨,增长4%;二厂48吨;三厂69吨。",
        [("126", ["9", "48", "69"], True)],
    ),  # over another figure, where they use it up
    ("产量126吨,增长5.2%。其中,一厂9吨;二厂48吨。", []),
    ("发布事项605项,其中公共服务事项144项。", [("605", ["144"], False)]),
    ("处理案件500件:处罚300件、许可200件。", [("500", ["300", "200"], True)]),
    ("审批文件20件(含报告书5件、报告表15件)。", [("20", ["5", "15"], True)]),
    (
        "法制审核48份(含合同37份、案卷6件、其他5份)。",
        [("48", ["37", "6", "5"], True)],
    ),  # one unit here
    ("选派干部50人,包括律师20人、教师10人。", [("50", ["20", "10"], False)]),
    # What is new behind the parts is none of them.
    (
        "新增公路80公里,其中高速公路30公里,新建和加固堤防17公里。",
        [("80", ["30"], False)],
    ),
    (
        "新增公路80公里,其中高速公路30公里,高速公路总里程40公里。",
        [("80", ["30"], False)],
    ),
    ("任务26项,其中已启动4项,完成22项。", [("26", ["4", "22"], True)]),
    ("受理100件,其中咨询60件,完成30件。", [("100", ["60", "30"], False)]),
    ("建成学校10所,其中新建4所、改扩建6所。", [("10", ["4", "6"], True)]),
    ("改造卫生院200所、县医院15所、中医院5所和妇幼保健院10所。", []),  # items of one series
    # Flows that use the total up.
    ("受理250件,已办结220件,正在办理30件。", [("250", ["220", "30"], True)]),
    ("收到307件,受理250件,已办结220件,正在办理30件。", [("250", ["220", "30"], True)]),
    # Progress with what was named in a sentence before.
    ("反馈3个方面21个问题。截至11月底已整改完成19个,正在整改2个。", [("21", ["19", "2"], True)]),
    ("分解为26项任务,明确14家单位。已完成22项,正在推进4项。", [("26", ["22", "4"], True)]),
    ("分解为30项任务。已完成22项,正在推进4项。", []),  # the sum falls short
    ("分解为26项任务。\n二、完成22项,正在推进4项。", []),  # another paragraph
    # A sum behind its parts.
    ("维持120件、撤销30件、驳回25件,共计175件。", [("175", ["120", "30", "25"], True)]),
    ("审查合同120件、文件30件,合计审查150件。", [("150", ["120", "30"], True)]),
    ("清理文件12件、规章3件,共计废止5件。", []),
    # Nested lists.
    (
        "办理120件,其中网上100件(含掌上60件)、窗口20件。",
        [("120", ["100", "20"], True), ("100", ["60"], False)],
    ),
    ("办理90件,其中市级30件,其中处罚10件。", [("90", ["30"], False), ("30", ["10"], False)]),
    # A semicolon ends a list that no colon opened, unless the rest uses it up.
    ("收入16亿元,其中税收4亿元;零售总额5亿元。", [("1600000000", ["400000000"], False)]),
    ("受理30件,其中:民事13件;刑事4件;行政2件。", [("30", ["13", "4", "2"], False)]),
    ("受理30件,其中民事13件;刑事4件;行政13件。", [("30", ["13", "4", "13"], True)]),
    # A remark in brackets stands between a total and its parts.
    ("办理案件55件(作出决定案件数),其中,许可44件、征收征用1件。", [("55", ["44", "1"], False)]),
    # A bracket is one list, also where it does not add up.
    (
        "种植675亩(其中:油菜183亩、蔬菜385亩、花卉74亩、草莓50亩)。",
        [("675", ["183", "385", "74", "50"], False)],
    ),
    # None.
    ("受理63件,维持24件,撤销3件,其他21件。", []),  # 24 is 3 and 21 by chance
    ("房管、人事各3件,物价2件,卫生1件。", []),
    ("收入425亿元,比计划目标275亿元超过150亿元。", []),
    ("收到307件,受理250件。", []),  # a smaller number that merely follows
    ("收到10件。受理6件,办结4件。", []),  # another sentence
    ("合格率100%,其中优秀率60%,良好率40%。", []),  # rates are no parts
    ("应诉24件,主要负责人出庭4件,其他负责人出庭16件。", []),  # the sum falls short
    ("收到检察建议118份,发往行政机关37份,发往法院66份。", []),
    ("受理30件,培训20人,发放10份。", []),  # other units
    ("召开会议27次,其中涉及议题18项;带头讲课1次、出庭2次。", []),  # a semicolon ends the list
    ("制定文件3件,修改1件,废止2件。", []),  # made, changed, repealed: none a part
    ("清理文件3件,修改1件,废止2件。", [("3", ["1", "2"], True)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_groups(text: str, expected: list[tuple[str, list[str], bool]]) -> None:
    """A group is a total with its listed parts."""
    document = fold(text)
    found = quantities(document, FORMAT)
    seen: dict[int, tuple[list[str], list[str], list[bool | None]]] = {}
    for quantity, member in zip(found, groups(document, found), strict=True):
        if member and member.total_of is not None:
            total, _, used_up = seen.setdefault(member.total_of, ([], [], []))
            total.append(quantity.value)
            used_up.append(member.exhaustive)
        if member and member.part_of is not None:
            seen.setdefault(member.part_of, ([], [], []))[1].append(quantity.value)
    assert [(t[0], parts, u[0]) for t, parts, u in seen.values()] == expected
