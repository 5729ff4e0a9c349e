"""
Numerals: Arabic, Chinese, mixed, in both scripts and widths.
"""

from __future__ import annotations

import pickle
import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.numeral_cases import READ, REFUSED

from fazhi.errors import FazhiError, NumberError
from fazhi.text import CHINESE_DIGITS, MULTIPLIERS, plain, read_integer, read_number


INTEGERS = {
    "一": 1, "二": 2, "十": 10, "十一": 11, "十二": 12, "二十": 20, "二十一": 21, "三十二": 32, "九十九": 99,
    "一百": 100, "一百二十": 120, "一百零三": 103, "1": 1, "9": 9, "10": 10, "99": 99, "100": 100, "1024": 1024,
    "廿": 20,
    "廿一": 21,
    "卅三": 33,
    "１": 1,  # full width
    "１２": 12,
    "壹": 1,  # financial
    "拾貳": 12,  # traditional
    "两": 2,
    "二〇": 20,
    "007": 7,
    "①": 1, "⑳": 20, "㉑": 21, "㊿": 50, "⑴": 1, "⒇": 20, "⒈": 1, "㈠": 1, "㈩": 10, "㊀": 1, "❶": 1,
    "Ⅰ": 1, "Ⅻ": 12, "ⅳ": 4,
    "0": None,
    "零": None,
    "〇": None,
    "半": None,
    "-3": None,
    "负三": None,
    "1.0": None,  # a decimal is no marker
    "1.5": None,
    "三五": None,  # an approximation
    "": None,
    "是": None,
    "一是": None,
    "a": None,
    "½": None,
    "٣": None,
    "\ud800": None,
    "9" * 5000: None,  # more digits than int() takes
}  # fmt: skip

HOSTILE = {
    "9": 10_000, "1": 1_000_000, "万": 500_000, "一": 500_000, "零": 500_000, " ": 500_000, "1,": 500_000,
    "负": 500_000, "点": 500_000, "十": 500_000, "1 234": 200_000, ",567": 200_000, "亿万": 200_000, "O": 500_000,
}  # fmt: skip


@pytest.mark.parametrize(("why", "text", "expected"), READ)
def test_reads(why, text, expected):
    """
    The value is exact, keeps its printed decimals, and has no exponent.
    """
    value = read_number(text)

    assert str(value) == expected
    assert plain(value) == expected


def test_many_cases_are_read():
    """
    The tables are long and name each numeral once.
    """
    assert len({text for _, text, _ in READ}) == len(READ) >= 450
    assert sum(len(set(texts)) for texts in REFUSED.values()) >= 240


@pytest.mark.parametrize(
    ("why", "text"), [(why, text) for why, texts in REFUSED.items() for text in texts]
)
def test_refuses(why, text):
    """
    What is not one number as a whole is refused with the text it was.
    """
    with pytest.raises(NumberError) as caught:
        read_number(text)

    assert caught.value.text == text
    assert isinstance(caught.value, FazhiError)
    assert isinstance(caught.value, ValueError)
    assert pickle.loads(pickle.dumps(caught.value)).text == text  # noqa: S301


@pytest.mark.parametrize(("text", "number"), INTEGERS.items(), ids=lambda value: repr(value)[:12])
def test_reads_markers(text, number):
    """
    Markers of all kinds give a whole number from 1 up, and all else None.
    """
    assert read_integer(text) == number


@pytest.mark.parametrize(("unit", "times"), HOSTILE.items(), ids=lambda value: str(value)[:8])
def test_hostile_strings_end_soon(unit, times):
    """
    A million odd characters are read or refused in a moment.
    """
    start = time.perf_counter()
    for text in (unit * times, "1" + unit * times, unit * times + "万"):
        try:
            assert plain(read_number(text))
        except NumberError as error:
            assert error.text == text  # noqa: PT017
        read_integer(text)

    assert time.perf_counter() - start < 10


@given(st.integers(0, 10**12 - 1))
def test_every_number_is_read_as_it_is_written(number):
    """
    Writing a number in Chinese and reading it again gives the number.
    """
    assert read_number(in_chinese(number)) == number
    assert read_number(f"{number:,}") == number
    assert read_integer(in_chinese(number)) == (number or None)


@given(st.decimals(0, 10**8, places=4, allow_nan=False), st.sampled_from(["万", "亿", "千", "百"]))
def test_multipliers_are_multiplied_out(count, multiplier):
    """
    The product is exact and plainly written.
    """
    value = read_number(f"{count}{multiplier}")

    assert value == count * MULTIPLIERS[multiplier]
    assert "E" not in str(value)


@given(st.text(st.sampled_from("一二三两十百千万亿零〇点半负廿幺0123456789,. O"), max_size=12))
def test_any_string_is_a_number_or_refused(text):
    """
    Nothing but a finite decimal or the documented error comes out.
    """
    try:
        value = read_number(text)
    except NumberError:
        return

    assert isinstance(value, Decimal)
    assert value.is_finite()
    assert "E" not in str(value)


@given(st.text(max_size=20))
def test_marker_of_any_text(text):
    """
    Asking for a marker's number never fails.
    """
    assert (read_integer(text) or 1) > 0


def test_tables_are_of_folded_text():
    """
    The tables for scanners hold digits and powers of ten.
    """
    assert sorted(set(CHINESE_DIGITS.values())) == list(range(10))
    assert set(MULTIPLIERS.values()) == {10, 100, 1000, 10**4, 10**8}


def in_chinese(number: int) -> str:
    """
    Write a whole number below a trillion as it is read aloud.
    """
    for char, unit in (("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10)):
        count, rest = divmod(number, unit)
        if count:
            gap = "零" if 0 < rest < unit // 10 else ""
            return in_chinese(count) + char + gap + (in_chinese(rest) if rest else "")

    return "零一二三四五六七八九"[number]
