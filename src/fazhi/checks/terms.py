"""
Rules on terms and names (FZ5xx).
"""

from __future__ import annotations

from fazhi.checks.terms_law import LAW
from fazhi.checks.terms_pairs import PAIRS
from fazhi.checks.terms_usage import USAGE
from fazhi.model import Check


RULES: tuple[Check, ...] = (*PAIRS, *LAW, *USAGE)
