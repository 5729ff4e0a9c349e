"""
What reports have in common and what changed: series of one place, values, plans, shared text.
"""

from fazhi.comparison.clauses import Clause, clauses
from fazhi.comparison.series import Pair, Prepared, pairs, prepare, twins
from fazhi.comparison.shared import Passage, Shared, shared_text


__all__ = [
    "Clause",
    "Pair",
    "Passage",
    "Prepared",
    "Shared",
    "clauses",
    "pairs",
    "prepare",
    "shared_text",
    "twins",
]
