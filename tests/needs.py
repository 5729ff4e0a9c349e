"""
Programs that some tests drive and that a machine may lack.

``FAZHI_REQUIRE`` names what must be there (words between commas, or ``all``), so that a check
that is meant to run everything cannot pass by leaving something out.
"""

from __future__ import annotations

import importlib.util
import os
import shutil

import pytest


ADVICE = {
    "soffice": "LibreOffice, such as Debian's libreoffice-writer-nogui",
    "java": "Java 17 or later, such as Debian's openjdk-17-jre-headless",
    "pyspark": 'pip install "fazhi[spark]"',
    "dask": 'pip install "fazhi[dask]"',
}


def program(name: str) -> str:
    """
    Return the path of a program; without it the test that asks ends here.
    """
    path = shutil.which(name)
    if path is None:
        _missing(name)
    return str(path)


def package(name: str) -> None:
    """
    End the test that asks where a Python package is not installed.
    """
    if importlib.util.find_spec(name) is None:
        _missing(name)


def _missing(name: str) -> None:
    required = os.environ.get("FAZHI_REQUIRE", "").split(",")
    message = f"{name} is not here; it comes with {ADVICE[name]}"
    if name in required or "all" in required:
        pytest.fail(message)
    pytest.skip(message)
