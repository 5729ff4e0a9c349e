"""
Packages that only tables and stores need.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from fazhi.errors import MissingExtraError


def need(package: str, extra: str, purpose: str) -> ModuleType:
    """
    Return a package that may not be installed.

    Args:
        package: Its name.
        extra: The extra of fazhi that brings it; ``""`` where it comes alone.
        purpose: What needs it.

    Raises:
        MissingExtraError: If it is not there; the message says how to get it.
    """
    try:
        return import_module(package)
    except ImportError as error:
        raise MissingExtraError(package, extra, purpose) from error
