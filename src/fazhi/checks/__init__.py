"""
The audit: what does not add up, is missing or late.
"""

from fazhi.checks.auditor import Auditor
from fazhi.checks.engine import audit, audit_corpus, outcomes, rules


__all__ = ["Auditor", "audit", "audit_corpus", "outcomes", "rules"]
