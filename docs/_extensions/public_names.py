"""
Links to the names of fazhi, wherever they are written, lead to the public name.

A signature says ``fazhi.model.span.Span`` and a docstring ``Span``; the
reference has ``fazhi.Span``.
"""

from __future__ import annotations

import builtins
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

import fazhi
from fazhi import testing


# What signatures name and nobody imports: names of the standard library, and short names for
# unions and literals, which the reference spells out where they matter.
OUTSIDE = frozenset(
    {
        "Any", "BinaryIO", "Callable", "Decimal", "HasSpan", "Iterable", "Iterator", "Literal",
        "Plugins", "Script", "Source", "TextIO", "collections.abc.Callable", "collections.abc.Iterable",
    }
)  # fmt: skip
HOMES = {
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
    if name is None or name == target:
        return contnode if is_outside(target) else None
    domain = env.domains["py"]
    return domain.resolve_xref(env, node["refdoc"], app.builder, "obj", name, node, contnode)


def is_outside(target: str) -> bool:
    """
    Whether *target* is a name that the reference does not hold.
    """
    # A literal type shows its strings, each as a name in quotes.
    return target in OUTSIDE or target.startswith("'") or hasattr(builtins, target)


def setup(app: Sphinx) -> dict[str, Any]:
    """
    Join the build.
    """
    app.connect("missing-reference", resolve)
    return {"parallel_read_safe": True}
