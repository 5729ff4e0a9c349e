"""
The documentation is whole: every name, hook, note and value is told, and every link leads somewhere.
"""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any, get_args

import pytest

import fazhi
from fazhi import hookspecs
from fazhi.model import nodes
from fazhi.model.schema import json_schema


TOP = Path(__file__).parents[1]
DOCS = TOP / "docs"
README = (TOP / "README.md").read_text(encoding="utf-8")
CODE = [*(TOP / "src").rglob("*.py"), *(TOP / "plugins").glob("*/src/**/*.py")]
# What a person wrote, in any folder of the repository; tests hold the forbidden words themselves.
SUFFIXES = {".py", ".md", ".rst", ".toml", ".txt", ".tsv", ".yaml", ".css", ".json", ".jsonl", ""}
GENERATED = re.compile(
    r"(^|/)(\.(?!ci/|gitignore|pre-commit)|_build/|__pycache__/|build/|dist/)|\.egg-info/"
)

COMMANDS = {
    "Install and run": (
        'python3 -m venv .venv && .venv/bin/pip install -q ".[cli]" ./plugins/fazhi-xinjiang'
        " ./plugins/fazhi-yunnan ./plugins/fazhi-henan && .venv/bin/fazhi parse seeds"
    ),
    "Install and test": (
        "python3 -m venv .venv-dev && .venv-dev/bin/pip install -q -U pip"
        " && .venv-dev/bin/pip install -q -r requirements-dev.txt"
        " && .venv-dev/bin/python -m pytest -n auto --dist loadfile"
    ),
}


def page(name: str) -> str:
    """
    Return the source of a page.
    """
    return (DOCS / f"{name}.rst").read_text(encoding="utf-8")


def hooks() -> dict[str, Any]:
    """
    Return the hooks by name.
    """
    return {name: hook for name, hook in vars(hookspecs).items() if name.startswith("fazhi_")}


@pytest.mark.parametrize("heading", COMMANDS)
def test_a_command_of_the_readme_is_one_line_in_a_block_of_its_own(heading: str) -> None:
    section = README.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]

    assert re.findall(r"^```sh\n(.*?)^```$", section, re.MULTILINE | re.DOTALL) == [
        f"{COMMANDS[heading]}\n"
    ]


@pytest.mark.parametrize("name", fazhi.__all__)
def test_every_public_name_is_in_the_reference(name: str) -> None:
    written = page("reference/api") + page("reference/errors") + page("reference/hooks")

    assert re.search(rf"^\.\. (?:auto\w+|data):: (?:fazhi\.)?{name}$", written, re.MULTILINE)


@pytest.mark.parametrize("name", hooks())
def test_every_hook_is_documented_with_its_arguments(name: str) -> None:
    arguments = ", ".join(inspect.signature(hooks()[name]).parameters)

    assert f".. function:: {name}({arguments})\n" in page("reference/hooks")


def test_no_hook_is_documented_that_does_not_exist() -> None:
    assert set(re.findall(r"function:: (\w+)", page("reference/hooks"))) == set(hooks())


def test_the_codes_of_notes_are_those_of_the_code() -> None:
    given = re.compile(r"""Note\(\s*(?:code=)?"([\w.-]+)\"""")
    codes = {code for path in CODE for code in given.findall(path.read_text(encoding="utf-8"))}

    assert codes
    assert (
        set(re.findall(r"^   \* - ``([\w.-]+)``$", page("reference/notes"), re.MULTILINE)) == codes
    )


def test_every_note_is_made_where_its_code_can_be_found() -> None:
    """
    With the code as a literal, so that the test above sees it; schema.py reads notes back.
    """
    made = re.compile(r"""\bNote\((?!\s*(?:code=)?"[\w.-]+")""")
    elsewhere = [path.name for path in CODE if made.search(path.read_text(encoding="utf-8"))]

    assert set(elsewhere) <= {"schema.py", "nodes.py"}


VALUES = [
    ("meta", "kind", nodes.Kind),
    ("meta.region", "level", nodes.Level),
    ("sections", "role", nodes.Role),
    ("findings", "kind", nodes.FindingKind),
    ("findings", "topics", nodes.Topic),
    ("metrics", "bound", nodes.Bound),
    ("metrics", "change", nodes.Change),
    ("metrics", "scope", nodes.Scope),
    ("citations", "kind", nodes.CitationKind),
    ("citations", "status", nodes.Status),
]


@pytest.mark.parametrize(("section", "field", "values"), VALUES)
def test_every_value_of_the_json_is_explained(section: str, field: str, values: Any) -> None:
    written = page("reference/json").partition(f"\n{section}\n{'-' * len(section)}\n")[2]
    table = written.partition(f".. list-table:: {field}\n")[2].partition(".. list-table::")[0]
    told = re.findall(r"^   \* - ``([^`]+)``$", re.split(r"\n\S", table)[0], re.MULTILINE)

    assert [value for value in told if value != "null"] == list(get_args(values))


def test_every_object_of_the_json_has_its_table() -> None:
    tables = re.findall(r"^\.\. fazhi:: json (\w+)$", page("reference/json"), re.MULTILINE)

    assert len(set(tables)) == len(json_schema()["$defs"])


MARKUP = re.compile(r":(?:doc|ref):`(?:[^`<]*<)?([^`>]+)>?`")
INCLUDED = re.compile(r"^\.\. (?:literalinclude|include):: (\S+)$", re.MULTILINE)


@pytest.mark.parametrize("path", sorted(DOCS.rglob("*.rst")), ids=lambda path: path.stem)
def test_links_between_pages_lead_to_pages(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    labels = set(
        re.findall(
            r"^\.\. _([\w-]+):$", "".join(map(Path.read_text, DOCS.rglob("*.rst"))), re.MULTILINE
        )
    )
    for target in MARKUP.findall(text):
        assert target in labels or (path.parent / f"{target}.rst").is_file(), target
    for target in INCLUDED.findall(text):
        assert (path.parent / target).is_file(), target


def test_every_page_is_in_the_table_of_contents() -> None:
    listed = re.findall(r"^   ((?:\w[\w-]*/)?[\w-]+)$", page("index"), re.MULTILINE)
    pages = {path.relative_to(DOCS).with_suffix("").as_posix() for path in DOCS.rglob("*.rst")}

    assert pages - {"index"} == pages & set(listed)


WRITTEN = sorted(
    path
    for path in TOP.rglob("*")
    if path.is_file()
    and path.suffix in SUFFIXES
    and not GENERATED.search(path.relative_to(TOP).as_posix())
)
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize(
    "path",
    [path for path in WRITTEN if path.suffix == ".md"],
    ids=lambda path: path.relative_to(TOP).as_posix(),
)
def test_links_of_markdown_files_lead_to_files(path: Path) -> None:
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_no_file_names_a_package_index_or_a_folder_of_one_machine() -> None:
    """
    Such a name works on one computer alone. The words are put together here so as not to be found.
    """
    hosts = "|".join((r"pypi\.", "python" + "hosted", "/simple" + "/", r"index-" + "url"))
    folders = "|".join(f"/{name}/" for name in ("work", "tmp", "home", "root", "Users", "opt"))
    wrong = re.compile(rf"{hosts}|(?<![\w.~$/}}-])(?:{folders})")
    found = {
        f"{path.relative_to(TOP)}: {match[0]}"
        for path in WRITTEN
        for match in wrong.finditer(path.read_text(encoding="utf-8", errors="replace"))
    }

    assert not found
