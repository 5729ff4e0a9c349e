"""
How the documentation is built: ``sphinx-build -n -W --keep-going -b html docs docs/_build/html``.
"""

from __future__ import annotations

import sys
from pathlib import Path


HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_extensions"))

project = "fazhi"
author = "the fazhi authors"
copyright = "2026, the fazhi authors"
extensions = [
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx.ext.napoleon",
    "myst_parser",  # for the changelog
    "public_names",
    "tables",
]
exclude_patterns = ["_build"]
# Docstrings name code in single backticks.
default_role = "py:obj"
nitpicky = True
# Types of packages that an extra brings.
nitpick_ignore_regex = [("py:class", r"(pyarrow|pandas|polars|duckdb)\..*")]

html_theme = "furo"
html_title = "fazhi"
html_static_path = ["_static"]
html_css_files = ["fazhi.css"]
html_theme_options = {"source_directory": "docs/"}
html_copy_source = False
pygments_style = "friendly"

autodoc_default_options = {"members": True, "member-order": "bysource"}
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
python_display_short_literal_types = True
python_maximum_signature_line_length = 88
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = False
# The signature of a class has the types of its fields.
napoleon_attr_annotations = False

# The examples open the reports in seeds/, as from the folder of the repository; those of
# docstrings use the names that they are about.
doctest_global_setup = f"""
import os
from fazhi import *
from fazhi.knowledge import *
os.chdir({str(HERE.parent)!r})
"""
