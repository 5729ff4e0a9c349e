"""
Plugins: found, checked, asked in the order of their names, and named when they fail.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from types import ModuleType

import attrs
import pytest

from fazhi import (
    Citation,
    Cue,
    Document,
    Finding,
    Format,
    Limits,
    Metric,
    PluginError,
    Reader,
    Section,
    Span,
    UnknownFormatError,
    hookimpl,
)
from fazhi.formats.national import NATIONAL_ANNUAL_REPORT
from fazhi.parser import Parser
from fazhi.plugins import Registry


TEXT = "甲市2023年法治政府建设年度报告\n2023年,甲市坚持依法行政。\n一、工作成效\n(一)加强领导。办理3件。\n"


def a_format(name: str, **changes: object) -> Format:
    return attrs.evolve(NATIONAL_ANNUAL_REPORT, name=name, **changes)  # type: ignore[arg-type]


def a_plugin(*formats: Format, **hooks: object) -> ModuleType:
    """
    Return a module that gives *formats* and has *hooks*.
    """
    module = ModuleType("a_plugin")

    @hookimpl
    def fazhi_formats() -> tuple[Format, ...]:
        return formats

    for name, function in {"fazhi_formats": fazhi_formats, **hooks}.items():
        setattr(module, name, function)
    return module


def test_the_built_in_formats_come_through_the_hook_of_everybody() -> None:
    records = Registry().records
    assert [record.plugin for record in records] == ["national"] * 9
    assert [record.name for record in records] == sorted(record.name for record in records)


def test_no_plugins_means_the_built_in_formats_alone() -> None:
    assert Parser(plugins=[]).formats == Registry().records


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"east": a_plugin(a_format("east.report"))}, id="mapping"),
        pytest.param([("east", a_plugin(a_format("east.report")))], id="pairs"),
    ],
)
def test_plugins_come_with_names(given: object) -> None:
    assert ("east.report", "east") in {
        (record.name, record.plugin)
        for record in Parser(plugins=given).formats  # type: ignore[arg-type]
    }


def test_a_module_without_a_given_name_is_called_as_its_module() -> None:
    module = a_plugin(a_format("far-east.report"))
    module.__name__ = "somewhere.fazhi_far_east"
    assert Registry([module]).names == ("far-east", "files", "national")


def test_an_object_may_be_a_plugin() -> None:
    class West:
        @hookimpl
        def fazhi_formats(self) -> Iterator[Format]:
            yield a_format("west.report")

    assert Registry([West()]).owner(a_format("west.report")) == "west"


@pytest.mark.parametrize("order", [*permutations(["east", "north", "west"])])
def test_the_order_of_plugins_decides_nothing(order: tuple[str, ...]) -> None:
    plugins = {name: a_plugin(a_format(f"{name}.report", regions=())) for name in order}
    parser = Parser(plugins=[(name, plugins[name]) for name in order])
    assert [record.name for record in parser.formats][:2] == [
        "east.report",
        "national.annual-report",
    ]
    assert parser.parse(TEXT).meta.format == "east.report"  # equal evidence: the first name
    assert parser.parse(TEXT) == Parser(plugins=plugins).parse(TEXT)


def test_two_plugins_with_one_format_name_are_both_named() -> None:
    plugins = {"east": a_plugin(a_format("east.report")), "west": a_plugin(a_format("east.report"))}
    with pytest.raises(PluginError, match=r"east\.report") as caught:
        Registry(plugins)
    assert "'east'" in str(caught.value)
    assert "'west'" in str(caught.value)


def test_one_plugin_with_one_format_twice_is_refused() -> None:
    with pytest.raises(PluginError, match="gives too"):
        Registry({"east": a_plugin(a_format("east.report"), a_format("east.report"))})


def test_two_plugins_with_one_name_are_refused() -> None:
    with pytest.raises(PluginError, match="two plugins"):
        Registry([("east", a_plugin()), ("east", a_plugin())])


def test_a_plugin_cannot_take_the_place_of_the_built_in_one() -> None:
    with pytest.raises(PluginError, match="national"):
        Registry([("national", a_plugin())])


def raising(*_: object, **__: object) -> None:
    raise ZeroDivisionError("oh")


@hookimpl
def formats_that_raise() -> tuple[Format, ...]:
    raise ZeroDivisionError("oh")


@hookimpl
def formats_that_raise_late() -> Iterator[Format]:
    yield a_format("east.report")
    raise ZeroDivisionError("oh")


@hookimpl
def formats_of_a_wrong_type() -> list[str]:
    return ["east.report"]


@hookimpl
def formats_that_are_none_iterable() -> int:
    return 3


@hookimpl
def fazhi_fromats() -> tuple[Format, ...]:
    return ()


@hookimpl
def formats_with_an_unknown_argument(shoe_size: int) -> tuple[Format, ...]:
    return ()


def install(folder: Path, name: str, code: str) -> None:
    """
    Put a distribution with a plugin of that name into *folder*, as an installer would.
    """
    (folder / f"fazhi_{name}.py").write_text(code, encoding="utf-8")
    info = folder / f"fazhi_{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: fazhi-{name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[fazhi]\n{name} = fazhi_{name}\n")


GOOD_CODE = """
import attrs, fazhi
from fazhi.formats.national import NATIONAL_ANNUAL_REPORT

@fazhi.hookimpl
def fazhi_formats():
    return [attrs.evolve(NATIONAL_ANNUAL_REPORT, name="testland.report")]
"""


def test_installed_plugins_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "testland", GOOD_CODE)
    monkeypatch.syspath_prepend(tmp_path)
    names = Registry.installed().names
    assert "testland" in names
    assert list(names) == sorted(names)
    assert Parser().parse(TEXT, format="testland.report").meta.format == "testland.report"


def test_a_plugin_that_raises_at_import_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, "wreck", "raise ZeroDivisionError('oh')")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(PluginError, match="importing it raised ZeroDivisionError") as caught:
        Parser()
    assert caught.value.plugin == "wreck"
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


BROKEN = [
    ("raises in the hook", {"fazhi_formats": formats_that_raise}, "ZeroDivisionError"),
    (
        "raises after its first format",
        {"fazhi_formats": formats_that_raise_late},
        "ZeroDivisionError",
    ),
    ("gives names instead of formats", {"fazhi_formats": formats_of_a_wrong_type}, "no Format"),
    ("gives no iterable", {"fazhi_formats": formats_that_are_none_iterable}, "TypeError"),
    ("misspells the hook", {"fazhi_fromats": fazhi_fromats}, "fazhi_fromats"),
    (
        "asks for what the hook does not give",
        {"fazhi_formats": formats_with_an_unknown_argument},
        "shoe_size",
    ),
    ("has no hook at all", {}, "no hook"),
]


@pytest.mark.parametrize(
    ("hooks", "says"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN]
)
def test_a_broken_plugin_is_named(hooks: dict[str, object], says: str) -> None:
    module = ModuleType("broken")
    for name, hook in hooks.items():
        setattr(module, name, hook)
    with pytest.raises(PluginError, match=says) as caught:
        Registry({"broken": module})
    assert caught.value.plugin == "broken"


def test_the_cause_of_a_failure_is_kept() -> None:
    with pytest.raises(PluginError) as caught:
        Registry({"broken": a_plugin(fazhi_formats=formats_that_raise)})
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


REFUSED = [
    ("another plugin's prefix", a_format("west.report"), "must be named"),
    ("no name behind the prefix", a_format("east."), "no name"),
    ("no prefix at all", a_format("report"), "must be named"),
    ("no kind", a_format("east.report", kinds=()), "no kind"),
    ("a stage that does not exist", a_format("east.report", stages={"magic": raising}), "magic"),
    (
        "a cue that does not compile",
        a_format("east.report", cues=(Cue(pattern="(", examples=("x",)),)),
        "compile",
    ),
]


@pytest.mark.parametrize(
    ("format_", "says"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_a_format_that_cannot_be_used_is_refused(format_: Format, says: str) -> None:
    with pytest.raises(PluginError, match=says):
        Registry({"east": a_plugin(format_)})


@pytest.mark.parametrize("plugins", [["a_name"], [3]], ids=["a name only", "a number"])
def test_what_is_no_plugin_is_refused(plugins: list[object]) -> None:
    with pytest.raises(PluginError):
        Registry(plugins)


def test_an_unknown_format_lists_those_there_are() -> None:
    with pytest.raises(UnknownFormatError) as caught:
        Parser(plugins=[]).parse(TEXT, format="mars.report")
    assert caught.value.known == tuple(sorted(caught.value.known)) != ()
    assert "national.annual-report" in str(caught.value)


def test_a_pattern_that_fails_at_last_is_the_owners() -> None:
    row = attrs.evolve(NATIONAL_ANNUAL_REPORT.roles[0], pattern="(")
    plugin = a_plugin(a_format("east.report", roles=(row,)))
    with pytest.raises(PluginError, match="does not compile") as caught:
        Parser(plugins={"east": plugin}).parse(TEXT, format="east.report")
    assert caught.value.plugin == "east"


def test_a_stage_that_raises_is_the_owners() -> None:
    plugin = a_plugin(a_format("east.report", stages={"outline": raising}))
    with pytest.raises(PluginError, match="'outline'") as caught:
        Parser(plugins={"east": plugin}).parse(TEXT, format="east.report")
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


# What each hook is for. test_architecture.py looks for every hook's name in this file.


def test_fazhi_readers_are_asked() -> None:
    @hookimpl
    def fazhi_readers() -> list[Reader]:
        return [Reader(name="shout", suffixes=(".shout",), accepts=is_shout, read=read_shout)]

    parser = Parser(plugins={"east": a_plugin(fazhi_readers=fazhi_readers)})
    assert parser.parse(b"SHOUT x").text == "甲市坚持依法行政。"


def is_shout(data: bytes) -> bool:
    return data.startswith(b"SHOUT")


def read_shout(_: bytes, __: str, ___: Limits) -> Document:
    return Document(text="甲市坚持依法行政。", folded="甲市坚持依法行政。")


class Extractor:
    """
    A plugin that reads a number without a unit, a citation without marks and a finding.
    """

    def __init__(self, *wrong: object) -> None:
        self.asked: list[str] = []
        self.wrong = wrong

    @hookimpl
    def fazhi_formats(self) -> tuple[Format, ...]:
        return (a_format("extractor.report"),)

    @hookimpl
    def fazhi_extract(self, document: Document, section: Section) -> Iterator[object]:
        self.asked.append(section.id)
        yield from self.wrong
        start = document.folded.find("3件", section.span.start, section.span.end)
        if start >= 0 and not section.children:
            span = Span(start, start + 2)
            yield Metric(id="", section=None, span=span, value=7, unit="桩")  # type: ignore[arg-type]
            yield Citation(id="", section=None, span=span, title=None, kind="other")
            yield Finding(id="", section=None, kind="plan", title="", span=span, topics=("other",))


def test_fazhi_extract_gives_nodes_that_the_parser_places() -> None:
    plugin = Extractor()
    report = Parser(plugins=[plugin]).parse(TEXT, format="extractor.report")
    assert plugin.asked == [section.id for section in report.walk()]
    metric = report.metrics[0]
    assert (metric.id, metric.unit, metric.section) == ("m1", "桩", report.citations[0].section)
    assert len(report.metrics) == 1  # it took the place of the core's
    assert [finding.id for finding in report.findings] == ["f1", "f2"]


def test_fazhi_extract_is_asked_of_the_owner_only() -> None:
    plugin = Extractor()
    Parser(plugins=[plugin]).parse(TEXT, format="national.annual-report")
    assert plugin.asked == []


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param("a word", id="no node"),
        pytest.param(
            Citation(id="", section=None, span=Span(0, 9999), title=None, kind="other"),
            id="outside of the section",
        ),
    ],
)
def test_fazhi_extract_cannot_give_anything(wrong: object) -> None:
    with pytest.raises(PluginError, match="fazhi_extract"):
        Parser(plugins=[Extractor(wrong)]).parse(TEXT, format="extractor.report")


@pytest.mark.parametrize("hook", ["fazhi_indicators", "fazhi_frameworks", "fazhi_checks"])
def test_hooks_of_catalogues_are_asked_in_the_order_of_names(hook: str) -> None:
    @hookimpl
    def gives() -> list[str]:
        return ["one", "two"]

    plugins = {name: a_plugin(**{hook: gives}) for name in ("west", "east")}
    answers = [given for given in Registry(plugins).ask(hook) if given[0] in plugins]
    assert answers == [("east", "one"), ("east", "two"), ("west", "one"), ("west", "two")]
