"""
The promises that hold for any text: parsing is total, loss-free, linear, and keeps its structure.
"""

from __future__ import annotations

import gc
import time
from itertools import permutations
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi import EmptyTextError, Report, hookimpl
from fazhi.formats.national import NATIONAL_ANNUAL_REPORT
from fazhi.model import Format
from fazhi.parser import Parser
from fazhi.testing import check_report


SEEDS = {
    path.stem: path.read_bytes().decode("utf-8-sig")
    for path in (Path(__file__).parents[1] / "seeds").glob("*.txt")
}
PARSER = Parser(plugins=[])

# Pieces of the language of reports, and what damages them.
PIECES = [
    "一、", "二、", "十、", "(一)", "（二）", "(三", "三)", "1.", "1、", "(1)", "①", "一是", "二是", "首先,", "第一,", "其一,",
    "\n", "\r\n", "\u2028", " ", "\u3000", "。", "；", ";", "，", "：", ":", "、", "“", "”", "《", "》", "〈", "〉", "「", "」",
    "(", ")", "〔2023〕5号", "工作成效", "存在问题", "下一步打算", "意见建议", "加强领导", "不够", "进一步",
    "2023年", "2024年2月7日", "二〇二四年三月", "3件", "1,234人次", "12.5%", "百分之九十五", "三成", "2.17万人(次)", "3-5个",
    "其中", "分别为", "同比上升", "约", "超过", "余", "以上", "万", "亿", "受理", "办结", "正在办理", "项", "次",
    "《行政处罚法》", "《关于印发〈办法〉的通知》", "国务院令第713号", "红河州", "五华区", "甲市人民政府", "市人大常委会:", "鼓楼区",
    "報告", "著力", "覆議", "\x00", "\x1b", "\ud800", "\udfff", "\ufffd", "\ufeff", "\u200b", "\U0001f600", "\U00020000", "9", "-", "—",
]  # fmt: skip
reports_like = st.lists(st.sampled_from(PIECES), min_size=1, max_size=60).map("".join)
any_text = st.text(st.characters(codec=None), max_size=200)


@st.composite
def damaged_seeds(draw: st.DrawFn) -> str:
    """
    Draw a stretch of a real report with pieces set into it.
    """
    text = draw(st.sampled_from(sorted(SEEDS.values())))
    start = draw(st.integers(0, len(text) - 2))
    stretch = text[start : start + draw(st.integers(1, 600))]
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(stretch)))
        stretch = stretch[:place] + draw(st.sampled_from(PIECES)) + stretch[place:]
    return stretch


def parsed(text: str) -> Report | None:
    """
    Return the report of *text* after all promises have been checked; None for a blank text.
    """
    try:
        report = PARSER.parse(text)
    except EmptyTextError:
        assert not any(sign.isalnum() for sign in text)
        return None
    assert report.text == text
    check_report(report)
    return report


@settings(max_examples=400, deadline=None)
@given(st.one_of(reports_like, damaged_seeds(), any_text))
def test_any_text_parses_and_keeps_the_promises(text: str) -> None:
    parsed(text)


@settings(max_examples=60, deadline=None)
@given(st.one_of(reports_like, damaged_seeds()))
def test_dictionaries_hold_everything(text: str) -> None:
    if report := parsed(text):
        assert Report.from_dict(report.to_dict()) == report


@settings(max_examples=60, deadline=None)
@given(reports_like)
def test_the_same_text_gives_the_same_report(text: str) -> None:
    assert parsed(text) == parsed(text)


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_a_report_cut_anywhere_keeps_the_promises(name: str) -> None:
    text = SEEDS[name]
    step = max(7, len(text) // 150)
    for end in range(1, len(text), step):
        parsed(text[:end])
        parsed(text[-end : len(text) - end // 2])


class _Rival:
    """
    A plugin whose format is as good as the others'.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    @hookimpl
    def fazhi_formats(self) -> tuple[Format, ...]:
        return (attrs.evolve(NATIONAL_ANNUAL_REPORT, name=f"{self.name}.report"),)


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_the_order_of_plugins_changes_no_report(name: str) -> None:
    rivals = [(name, _Rival(name)) for name in ("a", "m", "z")]
    reports = [Parser(plugins=order).parse(SEEDS[name]) for order in permutations(rivals)]
    assert reports == reports[:1] * 6


# One piece, repeated until it is long: what it provokes where time is not linear.
HOSTILE = [
    ("一、", "chapters without words"),
    ("(一)", "items without words"),
    ("(", "brackets that are never closed"),
    (")", "brackets that were never opened"),
    ("《", "titles that are never closed"),
    ("》", "titles that were never opened"),
    ("《〈", "titles nested without end"),
    ("“", "quotations that are never closed"),
    ("9", "one number of all digits"),
    ("9,", "a list of digits"),
    ("9件", "quantities without words between them"),
    ("9.", "decimal points"),
    ("1,234", "thousands separators"),
    ("其中", "parts of nothing"),
    ("其中3件,", "parts without a total"),
    ("\n", "line ends alone behind one word"),
    ("\r\n \t", "blank lines with blanks"),
    (" ", "blanks alone behind one word"),
    ("1.", "Arabic markers"),
    ("1.\n", "Arabic markers on lines of their own"),
    ("第", "ordinals without a number"),
    ("第1", "ordinals without a noun"),
    ("一是", "enumerations in line"),
    ("一是加强;二是", "short items in line"),
    ("首先,", "first, first, first"),
    ("一", "a Chinese numeral without end"),
    ("百分之", "rates without a number"),
    ("万", "multipliers alone"),
    ("年", "years without a number"),
    ("2023年", "years"),
    ("〔2023〕", "document numbers without an end"),
    ("省", "provinces without a name"),
    ("人民政府", "issuers"),
    ("人民政府\n", "lines of issuers"),
    ("法", "one common character"),
    ("。", "sentence ends"),
    (":", "colons"),
    (":\n", "addressees without a name"),
    (",", "commas"),
    ("、", "list commas"),
    ("分别为", "respectively"),
    ("同比", "changes without a value"),
    ("存在问题\n", "headings of problems"),
    ("下一步\n", "headings of plans"),
    ("報", "one traditional character"),
    ("覆", "a character that needs its neighbour"),
    ("\x00", "zeros"),
    ("\ud800", "lone surrogates"),
    ("\ufffd法", "damage between words"),
    ("\U0001f600", "astral characters"),
    ("法\n\n", "very short paragraphs"),
    ("附件:\n", "furniture of pages"),
    ("分别增长5%和下降3%", "changes of the changes before them"),
    ("1件,占总数的5%,增长3%,", "shares and rises of each other"),
    ("3个乡镇、", "counted nouns that wait for what happened to them"),
    ("甲\t1件\n", "rows of a table without a header"),
    ("1件|", "one row of cells without end"),
    ("1.1 加强领导\n", "decimal numberings"),
    ("会(huì)", "sounds"),
    ("\n12\n件,", "torn lines"),
]
SMALL = 20_000  # characters
SLOWEST = 3e-5  # seconds a character, on a slow machine: a node for every two characters
QUICK = 6e-6  # the same where hardly a node comes of it


def seconds(text: str) -> float:
    """
    Return the processor time of a parse, in seconds.

    What the test run itself has in memory is frozen meanwhile: a collection that
    walks thousands of tests would fall on the longer text more often.
    """
    gc.freeze()
    try:
        start = time.process_time()
        PARSER.parse(text)
        return time.process_time() - start
    finally:
        gc.unfreeze()


@pytest.mark.parametrize("piece", [row[0] for row in HOSTILE], ids=[row[1] for row in HOSTILE])
def test_hostile_texts_take_linear_time(piece: str) -> None:
    text = "法" + piece * (SMALL // len(piece))
    longer = text + piece * (SMALL // len(piece))
    pairs = []
    for _ in range(4):  # a busy machine gets another try
        pairs.append((seconds(text), seconds(longer)))
        once, twice = pairs[-1]
        # Twice the text takes twice the time; a few milliseconds are noise.
        if twice <= 2.6 * once + 0.01 and twice <= len(longer) * SLOWEST:
            return
    pytest.fail(f"not linear, or too slow: {pairs}")


@pytest.mark.parametrize("piece", ["一、", "(", "《", "9", "其中", "\n"])
def test_ten_million_characters_are_read(piece: str) -> None:
    text = "法" + piece * (10_000_000 // len(piece))
    start = time.process_time()
    report = PARSER.parse(text)
    assert len(report.text) == len(text)
    assert time.process_time() - start < len(text) * QUICK
