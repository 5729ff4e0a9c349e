"""
Word boundaries, by the frequent words of jieba's dictionary: the one place that imports jieba.

jieba is imported at the first call. Its own tokenizer, log and cache file are left alone, and no
word that a host adds to jieba changes what is cut here.
"""

from __future__ import annotations

import re
import threading
import warnings
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any, Final


# One line of the dictionary with a frequency of 100 or more: 36 thousand of 349 thousand words,
# which cover the language of reports and are read in a tenth of the time.
_FREQUENT: Final = re.compile(r"\n([^ ]++) ([0-9]{3,}) ")

# Words of the field, divided by blanks, that general language has too seldom: without them 复议案件 is cut 复|议案|件.
FIELD_WORDS: Final = (
    "复议 应诉 信访 学法 述法 裁量 听证 营商 出庭 败诉 胜诉 撤诉 纠错 结案 审结 办结 给付 罚没 罚没款 权责 办件"
    " 放管服 双随机 一网通办 好差评 证照 容缺 政务公开 依申请 巡察 轮训 庭审 持证 评查 回访 案源 排查 调处"
    " 调委会 调解员 公证员 鉴定人 戒毒 法援 村居 村规民约 示范村 建议案 办复 满意率 参考率 通过率 办结率 采纳率"
    " 履行率 涉企 惠企 民企 小微 降费 退税 市场主体 经营主体 商事 招投标 防控 网信 网格化 跨省 通办 代办 帮办 赋权"
    " 协管 辅警 记录仪 立改废 司法所 建议书 决定书"
)
_FIELD_COUNT: Final = 1000

# Longer texts are cut each time anew, lest the cache keep them.
_CACHED_LENGTH: Final = 200

_lock: Final = threading.Lock()


def cut(text: str) -> tuple[str, ...]:
    """
    Cut folded text into words; joined they are the text again.

    >>> cut("开展行政执法监督")
    ('开展', '行政', '执法', '监督')
    """
    return _cached(text) if len(text) <= _CACHED_LENGTH else _cut(text)


def boundaries(text: str) -> frozenset[int]:
    """
    Return the offsets between the words of folded text, in code points, with both of its ends.
    """
    return frozenset(accumulate(map(len, cut(text)), initial=0))


def is_word(text: str) -> bool:
    """
    Whether folded text is, as a whole, one frequent word.
    """
    return bool(_tokenizer().FREQ.get(text))


def _cut(text: str) -> tuple[str, ...]:
    return tuple(_tokenizer().cut(text, HMM=False))


@lru_cache(maxsize=4096)
def _cached(text: str) -> tuple[str, ...]:
    return _cut(text)


def _tokenizer() -> Any:
    """
    Return the tokenizer; of threads that come first at once, one makes it.
    """
    with _lock:
        return _loaded()


@lru_cache(maxsize=1)
def _loaded() -> Any:
    """
    Make a tokenizer of the frequent words.
    """
    with warnings.catch_warnings():
        # Its sources hold invalid escapes, and it looks for the deprecated pkg_resources.
        warnings.simplefilter("ignore")
        import jieba  # noqa: PLC0415  # costs more than a parse

    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = _frequencies(Path(jieba.__file__).with_name("dict.txt"))
    # Else it would load the whole dictionary, or a cache file from the folder of all users.
    tokenizer.initialized = True

    return tokenizer


def _frequencies(dictionary: Path) -> tuple[dict[str, int], int]:
    """
    Read the frequent words, with every beginning of one (frequency 0), and the sum of all.
    """
    words = {word: int(count) for word, count in _FREQUENT.findall(dictionary.read_text("utf-8"))}
    words |= dict.fromkeys(FIELD_WORDS.split(), _FIELD_COUNT)
    total = sum(words.values())
    beginnings = {word[:end] for word in words for end in range(1, len(word))}

    return dict.fromkeys(beginnings, 0) | words, total
