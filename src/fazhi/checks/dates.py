"""
Rules on dates (FZ4xx).
"""

from __future__ import annotations

from fazhi.checks.dates_cited import CITED
from fazhi.checks.dates_days import DAYS
from fazhi.checks.dates_signed import SIGNED
from fazhi.checks.dates_years import YEARS
from fazhi.model import Check


RULES: tuple[Check, ...] = (*SIGNED, *DAYS, *YEARS, *CITED)
