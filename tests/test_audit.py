"""
The audit as a whole: what is applied, to what, and what a plugin may add.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import fazhi
from fazhi import Check, PluginError, Span, Violation, hookimpl
from fazhi.checks import Auditor, audit, outcomes, rules
from fazhi.checks.auditor import in_order, violations
from fazhi.checks.config import config_for, read_config
from fazhi.checks.results import judged, not_applicable, passed, unknown
from fazhi.checks.select import chosen, codes
from fazhi.errors import ReadError, RuleError
from fazhi.model import Examined, Outcome


TOP = Path(__file__).parents[1]
SEEDS = sorted((TOP / "seeds").glob("*.txt"))
REPORTS = [fazhi.parse(path) for path in (*SEEDS, *sorted((TOP / "tests/reports").glob("*.txt")))]
TEXT = "某县2023年法治政府建设年度报告\n一、工作成效\n（一）推进复议。受理复议案件3件。\n"
AUDITOR = Auditor(plugins=[])


def a_rule(code: str, run: Callable[[Examined], Outcome] | None = None) -> Check:
    return Check(
        code=code,
        name=f"a-rule-{code.lower()}",
        name_zh="规则",
        severity="info",
        about="What a rule for tests is about.",
        source="A test.",
        run=run or (lambda _: passed(code)),
        fires="甲",
        silent="乙",
    )


def a_plugin(*given: object) -> ModuleType:
    """
    Return a module that gives the rules *given*.
    """
    module = ModuleType("a_plugin")

    @hookimpl
    def fazhi_checks() -> tuple[object, ...]:
        return given

    module.fazhi_checks = fazhi_checks  # type: ignore[attr-defined]
    return module


def violation(code: str, *starts: int) -> Violation:
    spans = tuple(Span(start, start + 1) for start in starts)
    return Violation(rule=code, severity="info", message="甲", message_en="a", spans=spans)


class TestAudit:
    """
    `fazhi.audit`, `fazhi.audit_corpus` and `fazhi.checks.outcomes`.
    """

    def test_every_rule_has_one_outcome(self) -> None:
        """
        Nothing is silently unknown; violations only where it fails.
        """
        for report in REPORTS:
            given = outcomes(report)

            assert [outcome.rule for outcome in given] == [rule.code for rule in rules()]
            assert all((o.result == "fail") == bool(o.violations) for o in given)

    def test_spans_lie_in_the_text_and_faults_in_its_order(self) -> None:
        """
        What is missing has no span and comes last.
        """
        for report in REPORTS:
            found = audit(report)
            starts = [v.spans[0].start for v in found if v.spans]

            assert starts == sorted(starts)
            assert not any(v.spans for v in found[len(starts) :])
            for outcome in outcomes(report):
                spans = (*outcome.spans, *(s for v in outcome.violations for s in v.spans))
                assert all(0 <= s.start <= s.end <= len(report.text) for s in spans)

    def test_the_same_report_gives_the_same(self) -> None:
        """
        Also one that was stored as JSON.
        """
        for report in REPORTS[:5]:
            assert audit(report) == audit(fazhi.Report.from_dict(report.to_dict()))

    def test_violations_pickle(self) -> None:
        found = tuple(v for report in REPORTS[:5] for v in audit(report))

        assert found
        assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own

    def test_a_corpus_gets_a_tuple_for_each_report(self) -> None:
        """
        Of the rules that look across documents alone.
        """
        found = fazhi.audit_corpus(REPORTS)

        assert len(found) == len(REPORTS)
        assert {v.rule[:3] for violations in found for v in violations} <= {"FZ6"}
        assert fazhi.audit_corpus([]) == ()
        assert fazhi.audit_corpus(REPORTS[:1]) == ((),)

    def test_a_generator_of_reports_will_do(self) -> None:
        assert fazhi.audit_corpus(iter(REPORTS)) == fazhi.audit_corpus(REPORTS)

    @given(st.text(min_size=1).filter(lambda text: text.strip()))
    def test_any_text_can_be_audited(self, text: str) -> None:
        """
        Whatever can be parsed.
        """
        try:
            report = fazhi.parse(text)
        except fazhi.EmptyTextError:
            return

        assert isinstance(audit(report), tuple)

    @given(st.lists(st.sampled_from(["一、", "（一）", "\n", "共", "3件", "其中", "，", "。", "50%",
        "受理", "办结", "100%", "《", "》", "2023年", "增长", "0", "分别为", "、", "部分", "第"]), min_size=1))  # fmt: skip
    def test_any_order_of_the_words_of_reports_can_be_audited(self, words: list[str]) -> None:
        """
        Figures without heads, totals of zero, brackets without ends.
        """
        text = f"某县报告{''.join(words)}"
        found = audit(fazhi.parse(text))

        assert all(span.end <= len(text) for v in found for span in v.spans)


class TestFramework:
    """
    What a report is held against.
    """

    @pytest.mark.parametrize(
        ("year", "number"),
        [
            (2019, "中发〔2015〕36号"),
            (2023, "中发〔2021〕33号"),
            (2035, None),  # no outline is known
            (None, None),  # the report does not say its year
        ],
    )
    def test_it_is_the_outline_of_the_year(self, year: int | None, number: str | None) -> None:
        report = fazhi.parse(TEXT)
        report = attrs.evolve(report, meta=attrs.evolve(report.meta, year=year))
        framework = AUDITOR.framework(report)

        assert (framework and framework.number) == number

    @pytest.mark.parametrize(
        "name", ["中发〔2021〕33号", "中发[2021]33号", "《法治政府建设实施纲要（2021－2025年）》"]
    )
    def test_a_name_or_number_is_found_however_it_is_typed(self, name: str) -> None:
        (wanted,) = (f for f in fazhi.frameworks() if f.number == "中发〔2021〕33号")

        assert AUDITOR.framework(fazhi.parse(TEXT), name) == wanted
        assert AUDITOR.framework(fazhi.parse(TEXT), wanted) == wanted

    def test_an_unknown_name_is_answered_with_the_known_ones(self) -> None:
        with pytest.raises(RuleError, match="中发〔2021〕33号"):
            audit(fazhi.parse(TEXT), framework="中发〔2035〕1号")


class TestSelect:
    """
    By code and by prefix; the longer prefix decides.
    """

    RULES = tuple(map(a_rule, ("FZ101", "FZ102", "FZ201", "FZ203", "YN001")))

    @pytest.mark.parametrize(
        ("select", "ignore", "left"),
        [
            (None, None, "FZ101 FZ102 FZ201 FZ203 YN001"),
            ("FZ2", None, "FZ201 FZ203"),
            (["FZ101", "FZ2"], None, "FZ101 FZ201 FZ203"),
            ("FZ1, yn", (), "FZ101 FZ102 YN001"),  # a string with a comma, small letters
            (None, "FZ2", "FZ101 FZ102 YN001"),
            ("FZ203", "FZ2", "FZ203"),  # the longer one is selected
            ("FZ2", "FZ203", "FZ201"),  # the longer one is ignored
            ("FZ2", "FZ2", ""),  # as long: ignored
            ("FZ2", "ALL", "FZ201 FZ203"),
            ("ALL", "FZ", "YN001"),
            ([], None, ""),  # nothing is wanted
        ],
    )
    def test_the_longer_prefix_decides(self, select: object, ignore: object, left: str) -> None:
        given = chosen(self.RULES, select, ignore)  # type: ignore[arg-type]

        assert " ".join(rule.code for rule in given) == left

    @pytest.mark.parametrize("word", ["FZ9", "F2", "FZ1011", "parts-do-not-sum"])
    def test_a_word_that_names_no_rule_is_an_error(self, word: str) -> None:
        with pytest.raises(RuleError, match="no code or prefix"):
            chosen(self.RULES, word)
        with pytest.raises(RuleError, match="no code or prefix"):
            chosen(self.RULES, None, [word])

    def test_codes_are_read_alike_from_words_and_lists(self) -> None:
        assert codes("FZ2,,fz301 ") == codes(["fz2", "FZ301"]) == ("FZ2", "FZ301")
        assert codes(None) == ()

    def test_it_is_what_audit_applies(self) -> None:
        """
        One family, and all the others.
        """
        report = REPORTS[0]
        one, others = audit(report, select="FZ1"), audit(report, ignore="FZ1")

        assert {v.rule[:3] for v in one} <= {"FZ1"}
        assert in_order((*one, *others)) == audit(report)


class TestPlugins:
    """
    Rules of plugins.
    """

    def test_a_rule_of_a_plugin_is_applied(self) -> None:
        """
        Beside the built-in ones, in the order of the codes.
        """
        rule = a_rule("YN001", lambda _: judged("YN001", [violation("YN001", 3)]))
        auditor = Auditor(plugins={"yunnan": a_plugin(rule)})
        given = auditor.outcomes(fazhi.parse(TEXT))

        assert auditor.rules[-1] == rule
        assert len(auditor.rules) == len(AUDITOR.rules) + 1
        assert (given[-1].rule, given[-1].result) == ("YN001", "fail")

    def test_one_that_fails_is_named(self) -> None:
        """
        With its cause; nothing is left out in silence.
        """

        def run(_: Examined) -> Outcome:
            raise ZeroDivisionError("oh")

        auditor = Auditor(plugins={"yunnan": a_plugin(a_rule("YN001", run))})
        with pytest.raises(PluginError, match="rule YN001 raised ZeroDivisionError") as caught:
            auditor.outcomes(fazhi.parse(TEXT))

        assert caught.value.plugin == "yunnan"
        assert isinstance(caught.value.__cause__, ZeroDivisionError)

    @pytest.mark.parametrize(
        ("outcome", "message"),
        [
            (None, "gave a NoneType, no Outcome"),
            (passed("YN002"), "under another code"),
            (judged("YN001", [violation("YN002")]), "under another code"),
        ],
    )
    def test_an_outcome_that_is_none_of_its_own_is_refused(
        self, outcome: object, message: str
    ) -> None:
        rule = a_rule("YN001", lambda _: outcome)  # type: ignore[arg-type,return-value]
        auditor = Auditor(plugins={"yunnan": a_plugin(rule)})

        with pytest.raises(PluginError, match=message):
            auditor.outcomes(fazhi.parse(TEXT))

    @pytest.mark.parametrize(
        ("given", "message"),
        [
            ((a_rule("FZ101"),), "FZ101.*which fazhi itself gives"),
            ((a_rule("YN001"), a_rule("YN001")), "YN001.*which yunnan gives"),
            ((a_rule("YN1"),), "letters and three digits"),
            (("YN001",), "gave a str, no Check"),
        ],
    )
    def test_a_rule_that_cannot_be_used_is_refused(
        self, given: tuple[object, ...], message: str
    ) -> None:
        with pytest.raises(PluginError, match=message):
            Auditor(plugins={"yunnan": a_plugin(*given)})

    def test_a_hook_that_fails_is_named(self) -> None:
        @hookimpl
        def fazhi_checks() -> Iterator[Check]:
            yield a_rule("YN001")
            raise ZeroDivisionError("oh")

        module = ModuleType("fazhi_yunnan")
        module.fazhi_checks = fazhi_checks  # type: ignore[attr-defined]
        with pytest.raises(PluginError, match="fazhi_checks raised ZeroDivisionError"):
            Auditor(plugins=[module])


def test_outcomes_say_what_they_rest_on() -> None:
    spans = (Span(1, 2), Span(5, 6))
    fault = violation("FZ201", 1, 5)

    assert passed("FZ201", spans).spans == spans
    assert judged("FZ201", [fault]) == Outcome(
        rule="FZ201", result="fail", spans=spans, violations=(fault,)
    )
    assert judged("FZ201", [], spans) == passed("FZ201", spans)
    assert judged("FZ201", [], seen=False) == not_applicable("FZ201")
    assert unknown("FZ201").result == "unknown"


@pytest.mark.parametrize(
    ("faults", "told"),
    [
        (["FZ201 1 5", "FZ206 5 1"], "FZ201"),  # one family, the same figures
        (["FZ201 1 5", "FZ206 1 7"], "FZ201 FZ206"),  # other figures
        (["FZ201 1 5", "FZ501 1 5"], "FZ201 FZ501"),  # another family
        (["FZ201 1", "FZ206 1"], "FZ201 FZ206"),  # one figure may have several faults
        (["FZ301", "FZ302"], "FZ301 FZ302"),  # what is missing has no figures
        (["FZ206 9", "FZ301", "FZ201 3"], "FZ201 FZ206 FZ301"),  # in text order, the missing last
    ],
)
def test_a_comparison_is_told_once(faults: list[str], told: str) -> None:
    """
    By the rule that comes first; each outcome keeps its own.
    """
    every = [(code, map(int, starts)) for code, *starts in map(str.split, faults)]
    found = [judged(code, [violation(code, *starts)]) for code, starts in every]

    assert " ".join(v.rule for v in violations(found)) == told


def test_the_graver_of_two_rules_speaks() -> None:
    mild, grave = violation("FZ201", 1, 5), violation("FZ206", 1, 5)
    grave = attrs.evolve(grave, severity="error")

    assert violations([judged("FZ201", [mild]), judged("FZ206", [grave])]) == (grave,)


class TestConfig:
    """
    ``fazhi.toml``.
    """

    GOOD = """
        select = ["FZ1", "fz2"]
        ignore = ["FZ105"]
        framework = "中发〔2021〕33号"
        [[per-file-ignores]]
        files = "2023/*.txt"
        ignore = ["FZ1"]
        reason = "scanned; the numbering is lost"
        [[per-file-ignores]]
        files = "old.txt"
        ignore = ["FZ201"]
        reason = "corrected in print"
        """

    def test_it_is_read(self, tmp_path: Path) -> None:
        (tmp_path / "fazhi.toml").write_text(self.GOOD, encoding="utf-8")
        config = read_config(tmp_path / "fazhi.toml")

        assert config.select == ("FZ1", "FZ2")
        assert config.ignore == ("FZ105",)
        assert config.framework == "中发〔2021〕33号"
        assert [row.reason for row in config.files][1] == "corrected in print"

    @pytest.mark.parametrize(
        ("name", "excused"),
        [
            ("2023/a.txt", {"FZ101", "FZ102"}),
            ("2023/old.txt", {"FZ101", "FZ102", "FZ201"}),  # both rows
            ("2022/deep/old.txt", {"FZ201"}),  # a name, wherever it is
            ("a.txt", set()),
        ],
    )
    def test_files_are_excused_by_name_or_path(
        self, tmp_path: Path, name: str, excused: set[str]
    ) -> None:
        (tmp_path / "fazhi.toml").write_text(self.GOOD, encoding="utf-8")
        config = read_config(tmp_path / "fazhi.toml")

        assert config.excused(tmp_path / name, ["FZ101", "FZ102", "FZ201"]) == excused

    def test_the_nearest_one_holds(self, tmp_path: Path) -> None:
        """
        In the folder of the report, or further up.
        """
        inner = tmp_path / "corpus" / "2023"
        inner.mkdir(parents=True)
        (tmp_path / "fazhi.toml").write_text('ignore = ["FZ1"]', encoding="utf-8")
        assert config_for(inner).ignore == ("FZ1",)

        (inner / "fazhi.toml").write_text('ignore = ["FZ2"]', encoding="utf-8")
        assert config_for(inner).ignore == ("FZ2",)
        assert config_for(inner.parent).ignore == ("FZ1",)

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("select = [", "cannot be read"),
            ("selct = []", "no key 'selct'; there are select, ignore"),
            ('select = "FZ1"', "must be a list"),
            ("ignore = [1]", "must be a list"),
            ("framework = 2021", "must be a string"),
            ("per-file-ignores = 1", "must be tables"),
            ('[[per-file-ignores]]\nfiles = "a.txt"\nignore = ["FZ1"]', "reason must"),
            ('[[per-file-ignores]]\nfiles="a"\nignore=["FZ1"]\nreason=" "', "reason must"),
            ('[[per-file-ignores]]\nfile = "a.txt"', "no key 'file'; there are files"),
        ],
    )
    def test_what_nobody_can_read_is_an_error(
        self, tmp_path: Path, text: str, message: str
    ) -> None:
        path = tmp_path / "fazhi.toml"
        path.write_text(text, encoding="utf-8")

        with pytest.raises(ReadError, match=message):
            read_config(path)
