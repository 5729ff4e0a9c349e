"""
What the characters of a text say: folding, numerals, word boundaries.
"""

from fazhi.text.folding import fold
from fazhi.text.numerals import CHINESE_DIGITS, MULTIPLIERS, plain, read_number
from fazhi.text.ordinals import read_integer
from fazhi.text.words import boundaries, cut, is_word


__all__ = [
    "CHINESE_DIGITS",
    "MULTIPLIERS",
    "boundaries",
    "cut",
    "fold",
    "is_word",
    "plain",
    "read_integer",
    "read_number",
]
