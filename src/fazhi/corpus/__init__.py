"""
Many documents: read in parallel with nothing lost, kept as tables.
"""

from fazhi.corpus.outcomes import Failure, Outcome


__all__ = ["Failure", "Outcome"]
