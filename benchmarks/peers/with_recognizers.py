"""
Recognizers-Text: numbers, percentages, money and dimensions.

Its models are asked on the whole text; a bare number inside what another model found is left out.
With ``--without-dates`` so is one inside a date that its slow date model found. It has no model of
bounds in Python, and no measure words (件, 项, 人次) as units.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from _serve import Item, Reading, serve
from recognizers_date_time import DateTimeRecognizer  # type: ignore[import-not-found]
from recognizers_number import NumberRecognizer  # type: ignore[import-not-found]
from recognizers_number_with_unit import (  # type: ignore[import-not-found]
    NumberWithUnitRecognizer,
)
from recognizers_text import Culture  # type: ignore[import-not-found]


NUMBERS = NumberRecognizer(Culture.Chinese)
UNITS = NumberWithUnitRecognizer(Culture.Chinese)
BARE = NUMBERS.get_number_model()
WITH_UNIT = (
    NUMBERS.get_percentage_model(),
    UNITS.get_currency_model(),
    UNITS.get_dimension_model(),
)
DATES = DateTimeRecognizer(Culture.Chinese).get_datetime_model()

# Its names of units, in the words of the reports.
NAMES = {
    "Chinese yuan": "元",
    "United States dollar": "美元",
    "Hong Kong dollar": "港元",
    "Euro": "欧元",
    "Meter": "米",
    "Kilometer": "公里",
    "Square meter": "平方米",
    "Square kilometer": "平方公里",
    "Cubic meter": "立方米",
    "Kilogram": "公斤",
    "Ton": "吨",
    "Metric ton": "吨",
    "Gigabyte": "GB",
    "Terabyte": "TB",
}


def read(text: str, *, without_dates: bool = False) -> Reading:
    """
    Return what the models found together.
    """
    found = [item for model in WITH_UNIT for item in items(model, text)]
    taken = {place for item in found for place in range(item.start, item.end)}
    if without_dates:
        for row in DATES.parse(text):
            taken.update(range(row.start, row.end + 1))
    bare = [item for item in items(BARE, text) if taken.isdisjoint(range(item.start, item.end))]
    return Reading([*found, *bare])


def items(model: Any, text: str) -> Iterator[Item]:
    """
    Yield what one model found; the last character counts as inside in its spans.
    """
    for row in model.parse(text):
        value, unit = row.resolution.get("value"), row.resolution.get("unit", "")
        if value is None:  # the name of a currency without a number
            continue
        if value.endswith("%"):
            value, unit = value[:-1], "%"
        yield Item(row.start, row.end + 1, value, NAMES.get(unit, unit))


if __name__ == "__main__":
    dates = "--without-dates" in sys.argv[1:]
    serve(
        version("recognizers-text-suite"),
        ("items", "unit", "span"),
        lambda text: read(text, without_dates=dates),
    )
