"""
Links to the names of fazhi, wherever they are written, lead to the public name.

A signature says ``fazhi.model.span.Span`` and a docstring ``Span``; the
reference has ``fazhi.Span``.
"""

# ruff: noqa: INP001 - Sphinx loads it by its name, it is in no package.
from __future__ import annotations

import builtins
import sys
from importlib import import_module
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

import fazhi
from fazhi import checks, knowledge, testing


# Names that signatures use and nobody imports: the reference spells out what they stand for.
SHORT = frozenset(
    {
        "DocumentNumber",
        "HasSpan",
        "IndicatorKind",
        "Kind",
        "Plugins",
        "Rank",
        "Role",
        "Script",
        "Source",
    }
)
# Names of the standard library without their module.
STANDARD = frozenset(
    {"Any", "BinaryIO", "Callable", "Decimal", "Iterable", "Iterator", "Literal", "TextIO"}
)
HOMES = {
    **dict.fromkeys(knowledge.__all__, "fazhi.knowledge"),
    **dict.fromkeys(checks.__all__, "fazhi.checks"),
    **dict.fromkeys(fazhi.__all__, "fazhi"),
    **dict.fromkeys(testing.__all__, "fazhi.testing"),
}


def public(target: str) -> str | None:
    """
    Return the public name for *target*, None where it has none.
    """
    words = target.split(".")
    for place, word in enumerate(words):
        if word in HOMES:
            return ".".join((HOMES[word], *words[place:]))
    return None


def resolve(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.TextElement
) -> nodes.Node | None:
    """
    Resolve a reference that Sphinx found no target for.
    """
    if node.get("refdomain") != "py":
        return None
    target = node["reftarget"]
    name = public(target)
    domain = env.domains["py"]
    found = name and domain.resolve_xref(
        env, node["refdoc"], app.builder, "obj", name, node, contnode
    )
    return found or (contnode if is_outside(target) else None)


def is_outside(target: str) -> bool:
    """
    Whether *target* is a name that the reference does not hold.
    """
    # A literal type shows its strings, each as a name in quotes.
    first, last = target.partition(".")[0], target.rpartition(".")[2]
    return (
        target.startswith("'")
        or last in SHORT
        or first in sys.stdlib_module_names
        or hasattr(builtins, target)
        or target in STANDARD
        or exists(target)
    )


def exists(target: str) -> bool:
    """
    Whether *target* is a name inside of fazhi; what is not public is shown without a link.
    """
    module, _, name = target.rpartition(".")
    if not module.startswith("fazhi"):
        return False
    try:
        return hasattr(import_module(module), name)
    except ImportError:
        return False


def setup(app: Sphinx) -> dict[str, Any]:
    """
    Join the build.
    """
    app.connect("missing-reference", resolve)
    return {"parallel_read_safe": True}
