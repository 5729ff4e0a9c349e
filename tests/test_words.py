"""
Word boundaries, without a trace of jieba's own state.
"""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.text import boundaries, cut, is_word
from fazhi.text.words import FIELD_WORDS


CUTS = (
    "受理 行政 复议 案件",  # general language alone gives 复|议案|件
    "复议 机关",
    "法治 政府 建设",
    "行政 审批 制度 改革",
    "行政 规范性 文件 合法性 审核",
    "全面 推行 行政 执法 三项 制度",
    "负责人 出庭 应诉 率",
    "一般 结案",
    "大学 法学院",  # not 学法
    "法制 建设",
    "99 . 87 %",  # numbers fall apart; callers mask them
    "",
)

# What a fresh process leaves behind after cutting; nothing may be written to stderr.
FRESH = """
import sys, tempfile, threading, pathlib
import fazhi.text as t
assert "jieba" not in sys.modules
before = set(pathlib.Path(tempfile.gettempdir()).glob("jieba*"))
out = []
threads = [threading.Thread(target=lambda: out.append(t.cut("受理行政复议案件"))) for _ in range(8)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
import jieba
assert len(out) == 8 and len(set(out)) == 1, out
assert not jieba.dt.initialized and not jieba.dt.FREQ and not jieba.user_word_tag_tab
assert set(pathlib.Path(tempfile.gettempdir()).glob("jieba*")) == before
print(*out[0])
"""


@pytest.mark.parametrize("words", CUTS)
def test_cuts_the_language_of_reports(words):
    """
    Words of the field are found whole and alone.
    """
    expected = tuple(words.split())
    offsets = {sum(map(len, expected[:count])) for count in range(len(expected) + 1)}

    assert cut("".join(expected)) == expected
    assert boundaries("".join(expected)) == offsets


@pytest.mark.parametrize("word", FIELD_WORDS.split())
def test_each_word_of_the_field_is_one(word):
    """
    Each word of the table is cut as one, alone and among others.
    """
    assert is_word(word)
    assert cut(word) == (word,)
    assert cut(f"的{word}和") == ("的", word, "和")


@pytest.mark.parametrize("text", ["行政复", "受理行政", "", "\ud800", "甲乙丙丁", "複議"])
def test_is_no_word(text):
    """
    Beginnings of words, phrases and unfolded text are no words.
    """
    assert not is_word(text)


@given(st.text(max_size=80))
def test_words_joined_are_the_text(text):
    """
    Nothing is lost or added, whatever the text.
    """
    words = cut(text)

    assert "".join(words) == text
    assert all(words)
    assert {0, len(text)} <= boundaries(text)


def test_long_texts_are_cut_alike():
    """
    What is too long to be kept is cut as in short.
    """
    assert cut("受理行政复议案件。" * 100) == cut("受理行政复议案件。") * 100


def test_words_added_to_jieba_change_nothing():
    """
    A host's own words stay the host's.
    """
    code = (
        "import jieba, logging; jieba.setLogLevel(60); jieba.add_word('受理行政');"
        "import fazhi.text as t; print(*t.cut('受理行政复议'))"
    )

    assert _run(code) == "受理 行政 复议"


def test_first_use_leaves_no_trace():
    """
    No output, no cache file, no dictionary loaded for others; many threads may come first at once.
    """
    assert _run(FRESH) == "受理 行政 复议 案件"


def _run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-W", "error", "-c", code],
        capture_output=True, check=False, text=True, encoding="utf-8",
    )  # fmt: skip

    assert not done.stderr
    assert done.returncode == 0

    return done.stdout.strip()
