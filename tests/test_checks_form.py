"""Rules on numbering and form, beyond the examples that each of them carries."""

from __future__ import annotations

import pytest

import fazhi
from fazhi.checks.form import RULES
from fazhi.model import Violation
from fazhi.model.audit import Examined
from fazhi.text import fold


PARSER = fazhi.Parser(plugins=[])
BY_CODE = {check.code: check for check in RULES}
HEAD = "五华区人民政府关于2023年度法治政府建设情况的报告\n现将2023年法治政府建设情况报告如下。\n一、工作成效\n"
TAIL = (
    "\n二、存在问题\n执法力量不足。\n三、下一步打算\n加强执法培训。\n五华区人民政府\n2024年2月7日\n"
)


def found(code: str, text: str) -> tuple[Violation, ...]:
    """Return what the rule *code* finds in *text*."""
    examined = Examined(report=PARSER.parse(text), document=fold(text))
    return BY_CODE[code].run(examined).violations


FIRES = [
    ("FZ101", HEAD + "(一)领导\n开会3次。\n(二)执法\n办案5件。\n(四)监督\n督察2次。" + TAIL),
    ("FZ101", HEAD + "1.领导。开会3次。\n2.执法。办案5件。\n4.监督。督察2次。" + TAIL),
    ("FZ101", HEAD.replace("关于", "關於") + "（一）領導\n開會3次。\n（三）監督\n督察2次。" + TAIL),
    ("FZ102", HEAD + "(一)领导\n开会3次。\n(二)执法\n办案5件。\n(二)监督\n督察2次。" + TAIL),
    ("FZ104", HEAD + "(一)领导\n开会3次。\n(三)执法\n办案5件。\n(二)监督\n督察2次。" + TAIL),
    ("FZ108", HEAD + "开会3次,办案5件,督察2次。\n二、存在问题\n三、下一步打算\n加强执法培训。\n"),
    ("FZ109", HEAD + "1.领导\n开会3次。\n2.执法监督\n3.培训\n培训9次。" + TAIL),
    ("FZ110", HEAD + "开会3次。\n二、存在问题\n还有以下几个方面的不足：\n三、打算\n加强培训。\n"),
    ("FZ118", HEAD + "落实“三查”(查底数、查隐患、查责任、查整改)要求。" + TAIL),
    ("FZ119", HEAD + "抓好四项工作：一是开会；二是办案；三是督察。" + TAIL),
    ("FZ119", HEAD + "抓好2项任务：\n1.开会3次。\n2.办案5件。\n3.督察2次。" + TAIL),
    ("FZ121", HEAD + "会议指出“要依法行政“。" + TAIL),  # an opening mark where it closes
    ("FZ123", HEAD + "办理建议3件，回复率100%）。" + TAIL),  # nothing opened
    ("FZ124", HEAD + "开会3次。，办案5件。" + TAIL),
    ("FZ126", HEAD + "办案××件。" + TAIL),
]


@pytest.mark.parametrize(("code", "text"), FIRES)
def test_a_fault_is_found(code: str, text: str) -> None:
    """A fault is found, once."""
    assert [violation.rule for violation in found(code, text)] == [code]


SILENT = [
    # numbers that run through all chapters
    (
        "FZ103",
        HEAD
        + "(一)领导\n开会3次。\n(二)执法\n办案5件。\n二、监督\n(三)督察\n督察2次。\n(四)培训\n培训9次。",
    ),
    # 一是 is the first sentence of the paragraph and no heading
    ("FZ103", HEAD + "(一)领导。一是学习，开会3次；二是督察，督察2次。" + TAIL),
    (
        "FZ101",
        HEAD + "(一)领导。一是学习；二是督察；三是培训。\n(二)执法。一是办案；二是评查。" + TAIL,
    ),
    (
        "FZ102",
        HEAD + "(一)领导\n1.学习\n开会3次。\n(二)执法\n1.办案\n办案5件。" + TAIL,
    ),  # restarts below
    (
        "FZ106",
        HEAD + "(一)领导\n开会3次。\n（二）执法\n办案5件。\n(三)监督\n督察2次。" + TAIL,
    ),  # width only
    # a list of tasks of one line each lacks nothing
    ("FZ109", HEAD + "1.完善制度。\n2.规范执法。\n3.强化监督。" + TAIL),
    ("FZ109", HEAD + "1)加强学习。2)加强执法。3)加强监督。" + TAIL),  # in one line
    ("FZ110", HEAD + "工作如下：\n(一)领导\n开会3次。\n(二)执法\n办案5件。" + TAIL),
    (
        "FZ113",
        HEAD + "全年开会3次。组织行政执法人员参加法律知识培训，培训200余人次（含乡镇）" + TAIL,
    ),
    ("FZ118", HEAD + "落实“三项制度”(公示、全过程记录、重大执法决定法制审核)。" + TAIL),
    ("FZ118", HEAD + "落实“四个最严”(严谨的标准、严格的监管等)。" + TAIL),  # 等: not all
    ("FZ118", HEAD + "落实“一法一条例”(行政复议法、实施条例)。" + TAIL),
    (
        "FZ119",
        HEAD + "抓好二十三项工作：一是开会；二是办案；三是督察。" + TAIL,
    ),  # 三项 ends a longer number
    (
        "FZ119",
        HEAD
        + "抓好三项工作：一是开会；二是办案；三是督察。\n(二)执法。一是办案；二是评查。"
        + TAIL,
    ),
    ("FZ120", HEAD + "落实《关于印发〈五华区实施方案〉的通知》。" + TAIL),
    ("FZ123", HEAD + "1)加强学习，开会3次。\n2)规范执法，办案5件。" + TAIL),  # of a number
    ("FZ124", HEAD + "开会3次……办案5件。详见www.example.cn。" + TAIL),
    ("FZ125", HEAD + "办案1,200件,评查3件。" * 9 + TAIL),  # half width throughout
    ("FZ126", HEAD + "某局应诉2件，XX行动立案5件。" + TAIL),
    ("FZ121", HEAD + "推进“放管服〞改革，办案5件。" + TAIL),  # closed by its other form
]


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_what_is_right_is_left_alone(code: str, text: str) -> None:
    """What merely looks like a fault gives no violation."""
    assert found(code, text) == ()


def test_the_fault_stands_first() -> None:
    """The first span is the number at fault, in the source's own characters."""
    text = HEAD + "（一）领导\n开会3次。\n（三）监督\n督察2次。" + TAIL
    (violation,) = found("FZ101", text)
    assert [text[span.slice()] for span in violation.spans] == ["（三）", "（一）"]
    assert violation.severity == "warning"


def test_marks_that_a_page_doubled_throughout_are_said_once() -> None:
    """A page that lost its quotation marks (;;三大攻坚战;;) is no list of slips."""
    text = HEAD + "打好;;攻坚战;;行动3次。" * 4 + TAIL
    (violation,) = found("FZ124", text)
    assert [text[span.slice()] for span in violation.spans] == [";;"] * 8
    assert "8处" in violation.message
    assert len(found("FZ124", HEAD + "打好;;攻坚战;;行动3次。" + TAIL)) == 2


def test_what_is_missing_has_no_span() -> None:
    """A missing title is said without a place."""
    (violation,) = found("FZ114", "一、工作成效\n开会3次。\n二、存在问题\n执法力量不足。\n")
    assert violation.spans == ()
