"""
Rules on numbering and form (FZ1xx).
"""

from __future__ import annotations

from fazhi.checks.form_bodies import BODIES
from fazhi.checks.form_damage import DAMAGE
from fazhi.checks.form_heads import HEADS
from fazhi.checks.form_lists import LISTS
from fazhi.checks.form_marks import MARKS
from fazhi.checks.form_numbering import NUMBERING
from fazhi.model import Check


RULES: tuple[Check, ...] = (*NUMBERING, *BODIES, *HEADS, *LISTS, *MARKS, *DAMAGE)
