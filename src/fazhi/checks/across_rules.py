"""
The rules across documents, each with reports on which it fires and on which it does not.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from fazhi.checks import across_plans as plans
from fazhi.checks import across_text as texts
from fazhi.checks import across_values as values
from fazhi.checks.across_examples import MARKET, RIVER, WORK, report, together, years
from fazhi.checks.results import not_applicable
from fazhi.model import Check, Examined, Outcome


def _alone(code: str) -> Callable[[Examined], Outcome]:
    """
    Return what the rule of *code* says of a report by itself: that it does not concern it.
    """

    def run(_: Examined) -> Outcome:
        return not_applicable(code)

    return run


_YEARBOOK = "法治政府建设与责任落实督察工作规定(厅字〔2019〕28号): 年度报告反映上一年度情况"
_PROBLEMS = (
    "法治政府建设与责任落实督察工作规定(厅字〔2019〕28号): 年度报告写明不足、原因和下一年度安排"
)
_TRUE = "中华人民共和国统计法: 统计资料真实、准确、完整"
_COPYING = "年度报告的通行质量要求: 反映本地本年实际,不照抄照搬"

ACROSS: Final[tuple[Check, ...]] = (
    Check(
        code=values.FORMER,
        name="former-value-differs",
        name_zh="上年数与上年报告不一致",
        severity="warning",
        about="A value given for the year before is the one that the report on that year has.",
        source=_TRUE,
        run=_alone(values.FORMER),
        fires=years("收到行政复议案件100件。", "收到行政复议案件120件,2022年为90件。"),
        silent=years("收到行政复议案件100件。", "收到行政复议案件120件,2022年为100件。"),
    ),
    Check(
        code=values.RISE,
        name="rise-does-not-lead-back",
        name_zh="同比与上年报告推算不符",
        severity="warning",
        about="A rise or fall follows from this year's value and the one in last year's report.",
        source=_TRUE,
        run=_alone(values.RISE),
        fires=years("收到行政复议案件100件。", "收到行政复议案件120件,同比增长35%。"),
        silent=years("收到行政复议案件100件。", "收到行政复议案件120件,同比增长20%。"),
    ),
    Check(
        code=values.TWINS,
        name="two-reports-disagree",
        name_zh="同一年度两份报告数字不一致",
        severity="warning",
        about="Two reports of one body on one year give the same values.",
        source=_TRUE,
        run=_alone(values.TWINS),
        fires=together(
            report(work="收到行政复议案件100件。"), report(work="收到行政复议案件110件。")
        ),
        silent=together(
            report(work="收到行政复议案件100件。"), report(work="共收到行政复议案件100件。")
        ),
    ),
    Check(
        code=values.MISSED,
        name="aim-missed",
        name_zh="未达到上年提出的目标",
        severity="info",
        about="A value reaches what last year's plan aimed at.",
        source=_YEARBOOK,
        run=_alone(values.MISSED),
        fires=together(
            report(plan="行政执法案卷合格率达到98%以上。"),
            report(year=2023, work="行政执法案卷合格率95%。"),
        ),
        silent=together(
            report(plan="行政执法案卷合格率达到98%以上。"),
            report(year=2023, work="行政执法案卷合格率99%。"),
        ),
    ),
    Check(
        code=values.UNREPORTED,
        name="aim-not-reported",
        name_zh="上年目标未报告完成情况",
        severity="info",
        about="What last year's plan put in figures has a figure in this year's report.",
        source=_YEARBOOK,
        run=_alone(values.UNREPORTED),
        fires=together(report(plan="行政执法案卷合格率达到98%以上。"), report(year=2023)),
        silent=together(
            report(plan="行政执法案卷合格率达到98%以上。"),
            report(year=2023, work="行政执法案卷合格率99%。"),
        ),
    ),
    Check(
        code=plans.PROBLEM,
        name="problem-repeated",
        name_zh="问题与上年文字相同",
        severity="warning",
        about="A problem is not told in the words of last year's report.",
        source=_PROBLEMS,
        run=_alone(plans.PROBLEM),
        fires=together(
            report(
                problem="基层执法队伍不稳。因待遇偏低,三个乡镇一年内调走执法人员9名,案件移交拖延。"
            ),
            report(
                year=2023,
                problem="基层执法队伍不稳。因待遇偏低,三个乡镇一年内调走执法人员9名,案件移交拖延。",
            ),
        ),
        silent=together(
            report(
                problem="基层执法队伍不稳。因待遇偏低,三个乡镇一年内调走执法人员9名,案件移交拖延。"
            ),
            report(
                year=2023,
                problem="复议听证场所缺乏。因办公用房紧张,听证只能借用会议室,当事人多有不便。",
            ),
        ),
    ),
    Check(
        code=plans.PLAN,
        name="plan-repeated",
        name_zh="工作安排与上年文字相同",
        severity="info",
        about="A plan is not told in the words of last year's report.",
        source=_PROBLEMS,
        run=_alone(plans.PLAN),
        fires=together(
            report(plan="充实复议队伍。招录持证复议人员两名,改造听证室,开通网上申请窗口。"),
            report(
                year=2023, plan="充实复议队伍。招录持证复议人员两名,改造听证室,开通网上申请窗口。"
            ),
        ),
        silent=together(
            report(plan="充实复议队伍。招录持证复议人员两名,改造听证室,开通网上申请窗口。"),
            report(
                year=2023, plan="规范罚没物品保管。建成集中仓库,实行出入库扫码登记,定期公开拍卖。"
            ),
        ),
    ),
    Check(
        code=plans.SILENT,
        name="plan-without-echo",
        name_zh="上年安排未见落实情况",
        severity="info",
        about="What last year's report planned has a word in this year's.",
        source=_PROBLEMS,
        run=_alone(plans.SILENT),
        fires=together(
            report(plan="开展校车座椅安全带检测,更换老化油箱。"),
            report(year=2023, work=f"{RIVER}。"),
        ),
        silent=together(
            report(plan="开展校车座椅安全带检测,更换老化油箱。"),
            report(year=2023, work=f"{RIVER}。完成校车座椅安全带检测,全部更换老化油箱。"),
        ),
    ),
    Check(
        code=plans.DOCUMENT,
        name="planned-document-not-named",
        name_zh="上年计划制定的文件未提及",
        severity="info",
        about="A document that last year's plan was to issue is named this year.",
        source=_PROBLEMS,
        run=_alone(plans.DOCUMENT),
        fires=together(report(plan="出台《清河县养犬管理办法》。"), report(year=2023)),
        silent=together(
            report(plan="出台《清河县养犬管理办法》。"),
            report(year=2023, work="印发《养犬管理办法》,办理犬只登记300只。"),
        ),
    ),
    Check(
        code=texts.COPIED,
        name="copied-from-another-place",
        name_zh="与其他地区报告文字相同",
        severity="warning",
        about=(
            "Long passages do not stand in another place's report. Numbers and the own place's name "
            "do not count, nor do set phrases, headings, titles and what more than three places have."
        ),
        source=_COPYING,
        run=_alone(texts.COPIED),
        fires=together(report(work=f"{MARKET}。"), report(place="宁津县", work=f"{MARKET}。")),
        silent=together(report(work=f"{MARKET}。"), report(place="宁津县", work=f"{RIVER}。")),
    ),
    Check(
        code=texts.FOREIGN,
        name="foreign-place-left-in",
        name_zh="套用文字中留有外地地名",
        severity="warning",
        about="A passage shared with another place's report does not name that place.",
        source=_COPYING,
        run=_alone(texts.FOREIGN),
        fires=together(
            report(work=f"清河县{MARKET}。"),
            report(place="宁津县", work=f"清河县{MARKET}。"),
        ),
        silent=together(
            report(work=f"清河县{MARKET}。"),
            report(place="宁津县", work=f"宁津县{MARKET}。"),
        ),
    ),
    Check(
        code=texts.STALE,
        name="text-unchanged-from-last-year",
        name_zh="大部分文字与上年相同",
        severity="warning",
        about="Half of the text or more is not that of last year's report, set phrases apart.",
        source=_COPYING,
        run=_alone(texts.STALE),
        fires=years(f"{MARKET}。", f"{MARKET}。"),
        silent=years(f"{MARKET}。", f"{RIVER}。{WORK}"),
    ),
    Check(
        code=texts.FIGURES,
        name="sentence-and-figures-unchanged",
        name_zh="句中数字与上年完全相同",
        severity="warning",
        about="A sentence with several figures of the year's work is not last year's, figures and all.",
        source=_TRUE,
        run=_alone(texts.FIGURES),
        fires=years(
            "主要工作有变化。评查执法案卷312件,提出整改意见147条。",
            "主要工作有进展。评查执法案卷312件,提出整改意见147条。",
        ),
        silent=years(
            "主要工作有变化。评查执法案卷312件,提出整改意见147条。",
            "主要工作有进展。评查执法案卷325件,提出整改意见151条。",
        ),
    ),
    Check(
        code=texts.NUMBERS,
        name="only-numbers-changed",
        name_zh="与上年仅数字不同",
        severity="info",
        about="Long passages do not differ from last year's in their numbers only.",
        source=_COPYING,
        run=_alone(texts.NUMBERS),
        fires=years(
            "组织乡镇调解员到法庭旁听28场,由法官当庭讲解证据规则,旁听后填写评议表463份,优秀评议编入案例集。",
            "组织乡镇调解员到法庭旁听31场,由法官当庭讲解证据规则,旁听后填写评议表502份,优秀评议编入案例集。",
        ),
        silent=years(
            "组织乡镇调解员到法庭旁听28场,由法官当庭讲解证据规则,旁听后填写评议表463份,优秀评议编入案例集。",
            "选派法官担任乡镇调解导师31名,每月驻点指导,共答疑502次,疑难案件由导师联合会诊。",
        ),
    ),
)
