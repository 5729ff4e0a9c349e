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

from fazhi.errors import FazhiError, NumberError
from fazhi.text import CHINESE_DIGITS, MULTIPLIERS, plain, read_integer, read_number


# "numeral=value", divided by bars.
ARABIC = """
0=0|7=7|12=12|2021=2021|007=7|0.5=0.5|0.80=0.80|99.87=99.87|100.00=100.00|3.0=3.0|00.10=0.10|1,234=1234|12,345=12345
123,456=123456|1,234.5=1234.5|1,234,567=1234567|1,234,567.890=1234567.890|0,123=123|１２=12|１，２３４．５０=1234.50
３．１４=3.14|1234567890123456789012345678901234567890=1234567890123456789012345678901234567890
"""

# What stands around and inside numbers of damaged text.
BLANKS = """
 12 =12|\u300012=12|\u00a03.5=3.5|1 234=1234|12 345 678=12345678|1 234.5=1234.5|1\u00a0234=1234|1\u2009234=1234
2.17 万=21700|2.17  万=21700|1 万 2000=12000|三 百 零 五=305|1 234 万=12340000|\t5=5
"""

SIGNED = """
-5=-5|-0.80=-0.80|-1,234=-1234|−5=-5|－5=-5|－５=-5|+5=5|＋5.3=5.3|负三=-3|負三=-3|负12.5=-12.5|零下五=-5|零下12=-12
负二万=-20000|-2.17万=-21700|-0=0|负零=0|负一百零五=-105|-半=-0.5
"""

CHINESE = """
零=0|〇=0|○=0|◯=0|一=1|二=2|两=2|三=3|四=4|五=5|六=6|七=7|八=8|九=9|十=10|十一=11|十二=12|十九=19|二十=20|二十一=21
一十=10|一十五=15|三十=30|四十五=45|五十=50|九十九=99|廿=20|廿一=21|卅=30|卅五=35|卌=40|卌二=42|一百=100|二百=200|两百=200
一百零一=101|一百〇一=101|一百一十=110|一百一十五=115|一百十五=115|一百二十=120|一百廿=120|一百廿一=121|三百零五=305
三百五十=350|三百五十六=356|九百九十九=999|一千=1000|两千=2000|一千零一=1001|一千零一十=1010|一千零十=1010|一千零五十=1050
一千零五十六=1056|一千一百=1100|一千一百零一=1101|一千二百三十四=1234|九千九百九十九=9999|一千五十=1050|一千五十六=1056
一万=10000|两万=20000|十万=100000|十二万=120000|一百万=1000000|一千万=10000000|一万零一=10001|一万零一百=10100
一万零一十=10010|一万零五百六十=10560|一万一千=11000|一万二千三百四十五=12345|二十一万三千四百五十六=213456
一万五百=10500|十万零五=100005|一百零五万=1050000|一千二百三十四万五千六百七十八=12345678|一亿=100000000|两亿=200000000
十亿=1000000000|一亿零一=100000001|一亿零五万=100050000|一亿零五百万=105000000|一亿二千万=120000000|一亿二千三百四十五万=123450000
一千二百亿=120000000000|一万亿=1000000000000|一万五千亿=1500000000000|十万亿=10000000000000|两万三千亿零五万=2300000050000
一亿二千三百四十五万六千七百八十九=123456789|百万=1000000|千万=10000000|百亿=10000000000|千亿=100000000000|万亿=1000000000000
"""

# The last digit counts for the next lower place.
COLLOQUIAL = """
一百五=150|两百五=250|三千二=3200|一千二百三=1230|一万五=15000|三万二=32000|一亿二=120000000|十二万五=125000|一万二千五=12500
"""

DIGIT_STRINGS = """
二〇二一=2021|二零二一=2021|二○二三=2023|二O二三=2023|二o二三=2023|一九九八=1998|二〇=20|五零=50|零五=5|〇〇七=7|一二三=123
一二三四五六七八九〇=1234567890|一二三三九=12339|三六〇=360|一八〇〇=1800|二〇〇=200
"""

DECIMALS = """
三点五=3.5|零点五=0.5|〇点八=0.8|三点一四=3.14|三点一四一五九=3.14159|零点八零=0.80|零点零五=0.05|三点零=3.0|十二点五=12.5
十二点五零=12.50|九十九点八七=99.87|一百点五=100.5|一百零五点二五=105.25|两点五=2.5|二〇点五=20.5|三點五=3.5|三点五万=35000
一点二亿=120000000|零点五万=5000|十二点三四万=123400|三点五零万=35000|半=0.5
"""

MIXED = """
1万=10000|3万=30000|2.17万=21700|2.50万=25000|0.5万=5000|12.3456万=123456|1.23456万=12345.6|1.234567万=12345.67|10万=100000
3.5亿=350000000|1.2万亿=1200000000000|0.8亿=80000000|3百=300|5千=5000|2.5千=2500|3十=30|12百=1200|3千5百=3500|3千零5=3005
2万零3百=20300|2万4300=24300|2万4,300=24300|2萬4,300=24300|2万300=20300|1亿2000万=120000000|1亿2千万=120000000
1亿2345万6789=123456789|1亿500=100000500|12345万=123450000|1,234万=12340000|1，234.5万=12345000|３万=30000|３.５萬=35000
3千万=30000000|5百万=5000000|2千亿=200000000000|1万2千=12000|1万2千3百=12300|1万五千=15000|2万零五=20005|100万=1000000|0万=0
"""

TRADITIONAL = """
兩=2|兩千=2000|三萬=30000|一億=100000000|一萬五千億=1500000000000|兩萬四千三百=24300|貳=2|叁=3|參=3|陸=6|壹佰貳拾叁=123
壹佰贰拾叁=123|伍仟=5000|壹萬貳仟叁佰肆拾伍=12345|玖拾玖=99|拾=10|拾貳=12|肆佰零伍=405|柒萬捌仟=78000|壹億=100000000
贰拾壹万=210000
"""

READ = "|".join(
    table.strip("\n").replace("\n", "|")
    for table in (ARABIC, BLANKS, SIGNED, CHINESE, COLLOQUIAL, DIGIT_STRINGS, DECIMALS, MIXED, TRADITIONAL)
).split("|")  # fmt: skip

REFUSED = {
    "nothing at all": ["", " ", "\u3000", "\n", "\x00", "\ud800"],
    "no numeral": ["a", "件", "abc", "数百", "几", "若干", "nan", "inf", "Infinity", "True", "None"],
    "Python's or another country's digits": ["1e5", "1_000", "0x10", "٣", "²", "½", "Ⅷ", "①", "1.5E3"],
    "a unit or a word of bound is no part": ["3件", "95%", "3千余", "3余", "十多", "约5", "5以上", "三成"],
    "a fraction is told by its words": ["百分之九十五", "三分之二", "1/2", "3:1"],
    "two numbers": ["1 2", "12 3", "1-2", "3~5", "1,2", "1、2", "2021 12", "1 23", "1  234"],
    "approximations": ["两三", "三五", "七八", "十二三", "三四十", "二三百", "一两", "五六", "一二万"],
    "badly separated": [",5", "5,", "1,23", "12,34", "1,2345", "1234,567", "1,234 567", "1,,234", "1, 234"],
    "badly pointed": ["1.2.3", ".5", "5.", ".", "1..2", "点五", "五点", "点", "三点五点六", "三.五", "1.2,3"],
    "times of the day": ["8点30", "八点30", "3点5", "三点三十", "3点", "三点", "三点半"],
    "multipliers without a count": ["百", "千", "万", "亿", "亿万", "万百", "百千", "百百", "千百万"],
    "multipliers out of order": ["万万", "十十", "一万万", "一亿亿", "三十百", "一百千", "五百千", "三万亿亿", "万亿万"],
    "places filled twice": ["一千二千", "二十十", "三百百", "一百二百", "一万两万", "一百零二百", "廿十"],
    "zeros in the wrong place": ["一千零五百", "一百零五十", "零十", "五十零三", "一百零", "一零百", "十零", "一千零零五"],
    "两 at the end is a weight": ["二十两", "一百零两", "十两", "一百两", "两两"],
    "one digit after 万 may be either place": ["2万5", "1亿5", "3千5"],
    "nothing can follow a broken count": ["1.5万2000", "1.5亿2000万", "三点五万五千", "0.5千1"],
    "too much follows": ["1万12000", "1万一万", "1千2000", "一百一千"],
    "half of something": ["一半", "两万半", "半百", "半万"],
    "signs alone or twice": ["-", "负", "零下", "+", "--5", "负负三", "+-5", "5-", "负-5"],
    "brackets and quotes": ["(5)", "“5”", "5。", "一、"],
    "mixed digit strings": ["2〇21", "二0二一", "O", "OO三O万", "1O"],
}  # fmt: skip

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


@pytest.mark.parametrize("case", READ)
def test_reads(case):
    """
    The value is exact, keeps its printed decimals, and has no exponent.
    """
    text, _, expected = case.rpartition("=")
    value = read_number(text)

    assert str(value) == expected
    assert plain(value) == expected


def test_many_cases_are_read():
    """
    The tables are long and name each numeral once.
    """
    assert len(READ) >= 250
    assert len(set(READ)) == len(READ)


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


@given(st.text(st.sampled_from("一二三两十百千万亿零〇点半负廿0123456789,. O"), max_size=12))
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
