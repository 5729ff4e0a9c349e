"""
Packages that only some file types need.
"""

from __future__ import annotations

from importlib import import_module

from fazhi.errors import ReadError


def need(module: str, extra: str, name: str, what: str) -> None:
    """
    Make sure that *module* can be imported; an extra of fazhi brings it.

    Args:
        module: Its name, such as ``"lxml"``.
        extra: The extra that brings it.
        name: The file that asks for it, for the message.
        what: What the file is, such as ``"a PDF file"``.

    Raises:
        ReadError: If it is not installed; the message says how to get it.
    """
    try:
        import_module(module)
    except ImportError as error:
        raise ReadError(
            name or "bytes",
            f'is {what}; to read it, fazhi needs {module}: pip install "fazhi[{extra}]"',
        ) from error
