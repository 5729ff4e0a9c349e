"""
The command line: ``fazhi parse``, ``fazhi check``, ``fazhi build`` and the rest.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.util import find_spec


def main(arguments: Sequence[str] | None = None) -> None:
    """
    Run the command line and leave the process.

    Args:
        arguments: Words after the program's name; by default those it was called with.

    Raises:
        SystemExit: Always. 0; 1 when some input failed; 2 for wrong usage, and where the
            extra ``cli`` is not installed.
    """
    missing = [name for name in ("click", "rich") if find_spec(name) is None]
    if missing:
        sys.stderr.write(
            f"fazhi: the command line needs {' and '.join(missing)}; "
            'get it with: pip install "fazhi[cli]"\n'
        )
        sys.exit(2)
    from fazhi.cli.commands import cli  # noqa: PLC0415 - needs the extra

    cli(arguments, prog_name="fazhi")
