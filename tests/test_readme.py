"""
What the README shows is so: its Python runs, its plugin and its figures are the real ones.
"""

from __future__ import annotations

import contextlib
import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest


TOP = Path(__file__).parents[1]
README = (TOP / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def test_its_python_gives_the_output_shown() -> None:
    run = doctest.DocTestRunner()
    examples = 0
    with contextlib.chdir(TOP):
        for number, block in enumerate(block for block in BLOCKS if block.startswith(">>>")):
            case = doctest.DocTestParser().get_doctest(block, {}, f"block {number}", "README.md", 0)
            examples += len(case.examples)
            run.run(case)

    assert examples
    assert run.summarize(verbose=False).failed == 0


def test_its_plugin_is_a_real_one() -> None:
    """
    Line for line an excerpt, in order, of the module that the README links to.
    """
    (shown,) = (block for block in BLOCKS if not block.startswith(">>>"))
    (module,) = re.findall(r"\[fazhi-\w+\]\((plugins/[^)]+\.py)\)", README)
    lines = iter((TOP / module).read_text(encoding="utf-8").splitlines())

    for line in filter(None, shown.splitlines()):
        assert line in lines, f"{line!r} is not in {module} where the README shows it"


@pytest.mark.timeout(300)
def test_its_figures_are_those_that_the_script_measures() -> None:
    """
    ``python benchmarks/quality.py --write`` renews them.
    """
    script = TOP / "benchmarks" / "quality.py"
    done = subprocess.run(
        [sys.executable, script], capture_output=True, check=True, encoding="utf-8"
    )

    assert f"<!-- benchmarks/quality.py -->\n{done.stdout.rstrip()}\n<!-- end -->\n" in README
