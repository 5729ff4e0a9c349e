"""
All built-in rules.
"""

from __future__ import annotations

from fazhi.checks import (
    across,
    contents,
    contents_problems,
    contents_topics,
    dates,
    form,
    rates,
    rates_change,
    rates_limits,
    rates_yearly,
    relations,
    relations_words,
    sums,
    sums_flows,
    sums_products,
    terms,
    values,
    values_outliers,
)
from fazhi.model import Check


FORM = form.RULES
ARITHMETIC = (
    *sums.RULES,
    *sums_flows.RULES,
    *sums_products.RULES,
    *rates.RULES,
    *rates_limits.RULES,
    *rates_change.RULES,
    *rates_yearly.RULES,
    *relations.RULES,
    *relations_words.RULES,
    *values.RULES,
    *values_outliers.RULES,
)
CONTENTS = (*contents.RULES, *contents_problems.RULES, *contents_topics.RULES)
DATES = dates.RULES
TERMS = terms.RULES
ACROSS = across.RULES

BUILT_IN: tuple[Check, ...] = (*FORM, *ARITHMETIC, *CONTENTS, *DATES, *TERMS, *ACROSS)
