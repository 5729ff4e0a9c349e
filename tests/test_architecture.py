"""
The house plan, enforced: floors, sizes, third-party packages, public names, hooks.
"""

from __future__ import annotations

import ast
import statistics
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest

import fazhi
from fazhi import hookspecs


ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "fazhi"
PLUGINS = sorted((ROOT / "plugins").glob("*/src/*/*.py"))
MODULES = sorted(SOURCE.rglob("*.py"))

# A module imports only from floors below its own, or from its own room.
FLOORS = {
    "errors": 0,
    "model": 1,
    "hookspecs": 2,
    "text": 2,
    "knowledge": 2,
    "formats": 3,
    "reading": 3,
    "parsing": 4,
    "plugins": 5,
    "parser": 6,
    "comparison": 7,
    "checks": 8,
    "corpus": 9,
    "views": 9,
    "testing": 10,
    "": 11,  # the package itself: the public names
    "cli": 12,
}
SIDEWAYS = {
    # Names of places are folded before they are looked up, or a place in traditional script is lost.
    ("knowledge", "text"),
}

# The functions that the pipeline calls; what they share is in drafts.py and in helper modules.
STAGES = {
    "choice", "citations", "findings", "frame", "groups", "labels", "metadata",
    "metrics", "outline", "place", "quantities",
}  # fmt: skip
# A stage may name the type of what an earlier one hands to it.
HANDED_ON = {("metadata", "place"), ("metrics", "groups"), ("metrics", "labels")}

# Imports inside functions, each with its reason. The command line has them everywhere: --help
# answers at once.
LATE = {
    ("model/report.py", "fazhi.model.schema"),  # msgspec is loaded for JSON only
    ("knowledge/regions.py", "fazhi.text"),  # see SIDEWAYS
    ("corpus/outcomes.py", "fazhi.model.schema"),  # the same
    ("corpus/store.py", "fazhi.corpus.duckdb_store"),  # each kind of store brings its package
    ("corpus/store.py", "fazhi.corpus.parquet_store"),
    ("corpus/frames.py", "fazhi.corpus.tables"),  # a missing pyarrow is named first
    ("corpus/export.py", "fazhi.corpus.export_xlsx"),
    ("reading/files.py", "fazhi.reading.docx"),  # each brings its own package
    ("reading/files.py", "fazhi.reading.html"),
    ("reading/files.py", "fazhi.reading.ofd"),
    ("reading/files.py", "fazhi.reading.pdf"),
    ("model/report.py", "fazhi.corpus.frames"),  # tables are for those who ask for them
}

# Each third-party package is imported in as few places as possible. attrs makes our values and
# is everywhere.
PLACES = {
    "click": ("cli/",),
    "dask": ("corpus/dask.py",),
    "docx": ("reading/docx",),
    "duckdb": ("corpus/",),
    "lxml": ("reading/",),
    "ofdkit": ("reading/ofd",),
    "pandas": ("corpus/frames.py",),
    "polars": ("corpus/frames.py",),
    "pyarrow": ("corpus/",),
    "pypdfium2": ("reading/pdf",),
    "pyspark": ("corpus/spark.py",),
    "xlsxwriter": ("corpus/export",),
    "jieba": ("text/words.py",),
    "msgspec": ("model/schema.py", "model/shapes.py"),
    "pluggy": ("hookspecs.py", "plugins.py"),
    "regex": "testing/",
    "rich": ("cli/",),
}

LONGEST_MODULE = 260  # lines beside docstrings
LONGEST_FUNCTION = 40  # lines beside the docstring
MOST_FUNCTIONS = 25  # of nine in ten


class Import(NamedTuple):
    """
    One import: the module that has it, what it names, and whether it is inside a function.
    """

    module: str
    names: str
    late: bool


TOP = {path.name for path in SOURCE.glob("*.py")}


def path_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def room(name: str) -> str:
    """
    Return the room of a module such as ``fazhi.parsing.frame``.
    """
    return name.split(".")[1] if "." in name else ""


def room_of(path: str) -> str:
    first = path.partition("/")[0].removesuffix(".py")
    return "" if first == "__init__" else first


def imports(path: Path) -> Iterator[Import]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    late = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [node.module or ""]
            if node.module == "fazhi":  # perhaps a module of the package, not a public name
                names = [
                    f"fazhi.{alias.name}" if f"{alias.name}.py" in TOP else "fazhi"
                    for alias in node.names
                ]
        else:
            continue
        yield from (Import(path_of(path), name, id(node) in late) for name in names)


IMPORTS = [found for path in MODULES for found in imports(path)]
OWN = [found for found in IMPORTS if found.names.split(".")[0] == "fazhi"]


def test_imports_point_down() -> None:
    wrong = [
        f"{module} imports {names}"
        for module, names, _ in OWN
        if room_of(module) != room(names)
        and FLOORS[room(names)] >= FLOORS[room_of(module)]
        and (room_of(module), room(names)) not in SIDEWAYS
        and (module, names) not in LATE
        and module != "__init__.py"
    ]
    assert wrong == []


def test_every_room_has_a_floor() -> None:
    assert {room_of(path_of(path)) for path in MODULES} <= FLOORS.keys()


def test_stages_do_not_import_each_other() -> None:
    wrong = []
    for module, names, _ in OWN:
        if not (module.startswith("parsing/") and names.startswith("fazhi.parsing.")):
            continue
        stage, other = module[len("parsing/") : -len(".py")], names.split(".")[2]
        if {stage, other} <= STAGES and (stage, other) not in HANDED_ON:
            wrong.append(f"{stage} imports {other}")
    assert wrong == []


def test_imports_inside_functions_are_known() -> None:
    late = {
        (module, names) for module, names, inside in OWN if inside and not module.startswith("cli/")
    }
    assert late <= LATE


def test_third_party_packages_stay_in_their_places() -> None:
    foreign = {
        (names.split(".")[0], module)
        for module, names, _ in IMPORTS
        if names.split(".")[0] not in {*sys.stdlib_module_names, "fazhi", "attrs"}
    }
    wrong = [pair for pair in foreign if not pair[1].startswith(PLACES.get(pair[0], ()))]
    assert wrong == []


def docstring_lines(tree: ast.AST) -> int:
    return sum(
        (node.body[0].end_lineno or 0) - node.body[0].lineno + 1
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and ast.get_docstring(node) is not None
    )


@pytest.mark.parametrize("path", [*MODULES, *PLUGINS], ids=lambda path: "/".join(path.parts[-2:]))
def test_modules_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) - docstring_lines(ast.parse(text)) <= LONGEST_MODULE


def function_sizes() -> dict[str, int]:
    """
    Return how many lines each function has beside its docstring.
    """
    sizes = {}
    for path in [*MODULES, *PLUGINS]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                body = node.body[1:] if ast.get_docstring(node) is not None else node.body
                size = (node.end_lineno or 0) - body[0].lineno + 1 if body else 0
                sizes[f"{path.name}:{node.name}"] = size
    return sizes


def test_functions_are_short() -> None:
    sizes = function_sizes()
    assert {name: size for name, size in sizes.items() if size > LONGEST_FUNCTION} == {}
    assert statistics.quantiles(sizes.values(), n=10)[-1] <= MOST_FUNCTIONS


def test_nothing_is_left_undone() -> None:
    words = ("TODO", "FIXME", "XXX", "NotImplementedError", "pytest.skip", "mark.skip")
    # needs.py alone may skip, for programs of the machine, and fails where they are required.
    allowed = {Path(__file__), Path(__file__).with_name("needs.py")}
    folders = ("src", "plugins", "tests")
    wrong = [
        f"{path.relative_to(ROOT)}: {word}"
        for folder in folders
        for path in (ROOT / folder).rglob("*.py")
        if path not in allowed
        for word in words
        if word in path.read_text(encoding="utf-8")
    ]
    assert wrong == []


PACKAGES = [
    "fazhi",
    *(f"fazhi.{path.parent.name}" for path in SOURCE.glob("*/__init__.py")),
]


@pytest.mark.parametrize("name", PACKAGES)
def test_public_names_are_sorted_and_there(name: str) -> None:
    module = import_module(name)
    public = getattr(module, "__all__", [])
    assert list(public) == sorted(public, key=lambda name: (not name.isupper(), name))
    for public_name in public:
        assert getattr(module, public_name) is not None
        assert public_name in dir(module)


def test_the_names_for_type_checkers_are_the_public_ones() -> None:
    tree = ast.parse((SOURCE / "__init__.py").read_text(encoding="utf-8"))
    guarded = next(node for node in tree.body if isinstance(node, ast.If))
    named = {
        alias.name
        for node in guarded.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert named == set(fazhi.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'prase'"):
        _ = fazhi.prase


def test_no_function_and_module_share_a_name() -> None:
    modules = {path.stem for path in SOURCE.iterdir()}
    assert modules & set(fazhi.__all__) == set()


def run(code: str) -> str:
    command = [sys.executable, "-W", "error", "-c", code]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stderr == ""
    return done.stdout


HEAVY = "jieba opencc click rich lxml msgspec regex fazhi.parser fazhi.formats"


def test_importing_fazhi_loads_nothing_heavy() -> None:
    code = f"import sys, fazhi; print({HEAVY.split()!r} & sys.modules.keys())"
    assert run(code.replace("[", "{").replace("]", "}")).strip() == "set()"


def test_parsing_loads_neither_opencc_nor_the_readers_of_json() -> None:
    seeds = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))
    code = (
        "import sys, fazhi; from pathlib import Path\n"
        "parser = fazhi.Parser(plugins=[])\n"
        f"for path in {seeds!r}: parser.parse(Path(path))\n"
        "print({'opencc', 'msgspec', 'click'} & sys.modules.keys())"
    )
    assert run(code).strip() == "set()"


HOOKS = [name for name in dir(hookspecs) if name.startswith("fazhi_")]


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_has_a_test(hook: str) -> None:
    tests = (Path(__file__).parent / "test_registry.py").read_text(encoding="utf-8")
    assert hook in tests


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_is_documented(hook: str) -> None:
    pages = [
        path.read_text(encoding="utf-8")
        for path in (ROOT / "docs").rglob("*")
        if path.suffix in {".md", ".rst"} and "_build" not in path.parts
    ]
    assert any(hook in page for page in pages)
