"""
What only shows across documents: other values, repeated problems, silent plans, copied text.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tests.timing import cpu_seconds

import fazhi
from fazhi import Report, Violation
from fazhi.checks.across import RULES, audit_across
from fazhi.checks.across_examples import MARKET, PROBLEM, RIVER, apart, report, together
from fazhi.comparison.clauses import clauses
from fazhi.comparison.series import pairs, prepare, twins
from fazhi.comparison.set_phrases import SET_PHRASES
from fazhi.comparison.shared import shared_text
from fazhi.comparison.values import formers_of, given, rises
from fazhi.model import Examined
from fazhi.text import fold


ROOT = Path(__file__).parents[1]
PARSER = fazhi.Parser(plugins=[])


def parsed(example: str) -> tuple[Report, ...]:
    return tuple(PARSER.parse(text) for text in apart(example))


def found(*texts: str) -> list[tuple[int, Violation]]:
    return list(audit_across([PARSER.parse(text) for text in texts]))


def codes(*texts: str) -> list[tuple[int, str]]:
    return [(index, violation.rule) for index, violation in found(*texts)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_fires_and_keeps_silent_on_its_examples(rule):
    fires = [violation for _, violation in audit_across(parsed(rule.fires))]
    assert rule.code in [violation.rule for violation in fires]
    assert rule.code not in [v.rule for _, v in audit_across(parsed(rule.silent))]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_one_report_alone_does_not_concern_them(rule):
    one = parsed(rule.fires)[0]
    assert rule.run(Examined(report=one, document=fold(one.text))).result == "not_applicable"
    assert audit_across([one]) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_spans_lie_in_the_report_named_and_messages_are_in_both_languages(rule):
    reports = parsed(rule.fires)
    for index, violation in audit_across(reports):
        assert all(0 <= s.start < s.end <= len(reports[index].text) for s in violation.spans)
        assert violation.message
        assert violation.message_en.endswith(".")
        assert violation.formula
        # Another year may have been corrected, and who copied whom is open: never an error.
        assert violation.severity in ("warning", "info")


def test_the_number_at_fault_stands_first():
    before = report(work="收到行政复议案件100件。")
    now = report(year=2023, work="收到行政复议案件120件,2022年为90件。")
    [(index, violation)] = [row for row in found(before, now) if row[1].rule == "FZ601"]
    assert index == 1
    assert [now[span.start : span.end] for span in violation.spans] == ["90件", "120件"]
    assert violation.values == ("90件", "100件")


@pytest.mark.parametrize(
    ("before", "now", "rules", "odd"),
    [
        ("收到行政复议案件100件。", "收到行政复议案件120件,去年同期100件。", [], "in words"),
        ("收到行政复议案件100余件。", "收到行政复议案件120件,2022年为90件。", [], "a bound"),
        ("受理行政复议案件100件。", "收到行政复议案件120件,2022年为90件。", [], "another quantity"),
        ("收到行政复议案件100件。", "收到行政复议案件120件,2021年为90件。", [], "two years back"),
        ("收到行政复议案件1.2万件。", "收到行政复议案件120件,2022年为12034件。", [], "rounded"),
        ("收到行政复议案件9件。", "收到行政复议案件120件,2022年为100件。", [], "counted otherwise"),
        ("收到行政复议案件9件。", "收到行政复议案件120件,同比增长20%。", [], "counted otherwise"),
        ("收到行政复议案件97件。", "收到行政复议案件120件,同比增长23.7%。", [], "rounded rate"),
        ("收到行政复议案件100件。", "收到行政复议案件80件,同比下降20%。", [], "a fall"),
        ("收到行政复议案件100件。", "收到行政复议案件80件,同比增长20%。", ["FZ602"], "other way"),
        ("收到行政复议案件100件。", "收到行政复议案件120件,比上年增加20件。", [], "by so many"),
        (
            "收到行政复议案件100件。",
            "收到行政复议案件120件,比上年增加30件。",
            ["FZ602"],
            "by too many",
        ),
    ],
)
def test_values_are_compared_only_where_they_are_of_one_quantity(before, now, rules, odd):
    violations = found(report(work=before), report(year=2023, work=now))
    assert [v.rule for _, v in violations if v.rule in ("FZ601", "FZ602")] == rules, odd


def test_figures_of_a_year_that_was_not_over_are_not_held_against_the_next():
    before = report(work="收到行政复议案件100件。").replace("2023年2月20日", "2022年11月20日")
    now = report(year=2023, work="收到行政复议案件120件,2022年为110件。")
    assert "FZ601" not in [code for _, code in codes(before, now)]


def test_a_former_value_is_no_value_of_this_year():
    [one] = prepare([PARSER.parse(report(year=2023, work="收到行政复议案件120件,2022年为90件。"))])
    assert [str(m.value) for metrics in given(one).values() for m in metrics] == ["120"]
    assert [str(former.metric.value) for former in formers_of(one)] == ["90"]
    assert list(rises(one)) == []


def test_years_are_those_of_one_body():
    reports = [
        report(),
        report(year=2023),
        report(year=2025),
        report(place="宁津县", year=2023),
        report().replace("清河县人民政府", "清河县司法局"),
    ]
    prepared = prepare([PARSER.parse(text) for text in reports])
    assert [(pair.before.index, pair.now.index) for pair in pairs(prepared)] == [(0, 1)]
    assert list(twins(prepared)) == []


def test_equal_texts_count_once():
    text = report(work=f"{MARKET}。")
    assert codes(text, text, text) == []


@pytest.mark.parametrize("row", SET_PHRASES, ids=lambda row: row.pattern)
def test_set_phrases_have_no_weight(row):
    assert [clause.weight for clause in clauses(fold(row.example).folded) if clause.weight] == []


def test_what_many_places_have_is_no_copy():
    places = ["清河县", "宁津县", "临漳县", "武强县", "平乡县"]
    texts = [report(place=place, work=f"{MARKET}。") for place in places]
    assert "FZ621" in [code for _, code in codes(*texts[:2])]
    assert "FZ621" not in [code for _, code in codes(*texts)]


def test_a_copy_is_seen_through_other_numbers_and_the_other_name():
    one = report(work=f"清河县{MARKET}。".replace("两周", "14天"))
    other = report(place="宁津县", work=f"宁津县{MARKET}。".replace("两周", "21天"))
    assert {(0, "FZ621"), (1, "FZ621")} <= set(codes(one, other))


def test_signs_of_the_other_script_do_not_hide_a_copy():
    one, other = report(work=f"{RIVER}。"), report(place="宁津县", work=f"{RIVER}。")
    other = other.replace("环保", "環保").replace("农业", "農業").replace("联合", "聯合")
    first = next(shared_text(prepare([PARSER.parse(one), PARSER.parse(other)])), None)
    assert first is not None
    assert first.weight >= 40


@pytest.mark.parametrize(
    ("plan", "work", "odd"),
    [
        ("出台《清河县养犬管理办法》。", "印发《清河县养犬管理办法(试行)》。", "on trial"),
        (
            "制定《清河县养犬管理若干规定》。",
            "出台《关于养犬管理的若干规定》。",
            "another form of the name",
        ),
        ("贯彻《清河县养犬管理办法》。", "办理案件12件。", "nothing is to be issued"),
    ],
)
def test_a_planned_document_may_come_under_another_form_of_its_name(plan, work, odd):
    violations = codes(report(plan=plan), report(year=2023, work=work))
    assert "FZ614" not in [code for _, code in violations], odd


def test_another_year_is_no_other_number():
    work = "于2022年3月组织调解员到法庭旁听,2022年6月由法官当庭讲解证据规则,优秀评议编入案例集供各村借阅。"
    violations = codes(report(work=work), report(year=2023, work=work.replace("2022", "2023")))
    assert "FZ625" not in [code for _, code in violations]


def test_a_short_list_of_problems_is_not_called_repeated_for_its_topic():
    other = "因专职人员不足,村级调解台账登记不全,3个村没有专人。"
    violations = codes(report(problem=PROBLEM), report(year=2023, problem=other))
    assert "FZ611" not in [code for _, code in violations]


def test_real_reports_of_different_places_share_nothing_long():
    paths = sorted([*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests" / "reports").glob("*.txt")])
    reports = [PARSER.parse(path) for path in paths]
    assert [(paths[index].name, v.rule, v.message) for index, v in audit_across(reports)] == []


def test_a_section_taken_from_a_real_report_is_seen_in_both():
    lender = PARSER.parse(ROOT / "seeds" / "honghe-2023.txt")
    section = next(
        section for section in lender.walk() if section.title == "行政执法工作体系更加健全"
    )
    taken = lender.quote(section).replace("全州", "全市").replace("330件", "212件")
    text = (ROOT / "seeds" / "chuxiong-2024.txt").read_text(encoding="utf-8")
    borrower = PARSER.parse(text.replace("\n", f"\n{taken}\n", 1))
    rows = [(index, v) for index, v in audit_across([lender, borrower]) if v.rule == "FZ621"]
    assert [index for index, _ in rows] == [0, 1]
    for _, violation in rows:
        assert int(violation.values[0]) > 100


def test_a_thousand_reports_take_seconds():
    paths = sorted([*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests" / "reports").glob("*.txt")])
    reports = [PARSER.parse(path) for path in paths]
    edited = [
        PARSER.parse(one.text.replace("1", str(2 + edition % 8)) + "\n" * edition)
        for edition in range(4)
        for one in reports
    ]
    start = time.perf_counter()
    audit_across(edited)
    # A thousand are five times as many; a minute is far more than it may take.
    assert (time.perf_counter() - start) * 5 < 60


@pytest.mark.parametrize(
    "filler",
    [
        "《",
        "同比",
        "收到案件1件,同比增长5%,",
        "。(一)二",
        "一是加强执法监督检查力度依法规范执法行为。",
        "2022年",
    ],
)
def test_hostile_reports_are_compared_in_linear_time(filler):
    times = []
    for size in (10_000, 40_000):
        work = filler * (size // len(filler))
        reports = [PARSER.parse(report(work=work)), PARSER.parse(report(year=2023, work=work))]
        times.append(cpu_seconds(lambda: audit_across(reports)))  # noqa: B023
    # Four times the text; a quadratic step would take sixteen times as long.
    assert times[1] < 10 * times[0] + 0.2


def test_examples_of_two_reports_come_apart():
    assert apart(together("甲\n", "乙\n")) == ("甲\n", "乙\n")
