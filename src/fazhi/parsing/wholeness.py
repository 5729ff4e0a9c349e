"""
Whether the words around a number say what it measures without what stands before them.
"""

from __future__ import annotations

import re

from fazhi.knowledge.label_words import BEGINS_ANEW, RATES_OF_THEIR_OWN, SAY_ENOUGH
from fazhi.parsing.antecedents import REACHES
from fazhi.parsing.clauses import Clause
from fazhi.parsing.comparisons import ranks
from fazhi.parsing.heads import Heads
from fazhi.parsing.lists import SHORT_NOUN
from fazhi.parsing.phrases import Piece, before_titles
from fazhi.parsing.predicates import change_in, is_predicate
from fazhi.text.patterns import lazy


# 提出审核意见 says enough; 按时办结率 does not.
LONGEST_THIN = 5
# Names of occasions and rates are whole however short: 交流研讨6场次、党课12场次; 赤字率3%.
_MEETINGS = frozenset("会课班率")
# Behind a semicolon these are no part of what stood before: 财政收入6亿元;税收3亿元.
_WHOLE = frozenset(
    ("税收", "支出", "收入", "投资", "产值", "利润", "贷款", "存款", "消费", "出口", "进口")
)
# 抽查的120个项目中,8个未公示: which ones is said before.
WHAT_THEY_DID = lazy(
    "(?:没有|存在|尚?未(?!成年|来)|只有|仅有|获(?!奖)|荣获|被(?!告)|已|正在|实现|通过|入选|经(?!济|营|费|办))"
)
_MARK = lazy(r"[,。;:!?、()\n\d]")
_LONGEST_REMARK, _LONGEST_REST = 48, 16
_LONGEST_RATE = 4
_AND = re.compile("[、和与]|(?<!普)及(?!时|格)")
_DONE_BEHIND = re.compile("进行|开展|予以|作出|全部|均|实行")
# Nouns behind a number that say little alone, and words between two numbers.
_SHORT_COUNTED, _FEW = 3, 4
# 60岁以上老年人口, 3000万元以上重点项目
_THRESHOLD = lazy(
    r"(?<![\d.])[\d.]{1,8}[百千万亿]{0,2} ?(?:周?岁|元|人|平方米|吨|公里|公斤) ?(?:及|\(含\))?以[上下] ?\Z"
)
_LONGEST_THRESHOLD = 16


def behind_bracket(folded: str, start: int) -> Piece | None:
    """
    Return how a phrase goes on behind a remark in brackets (51件“四大重点”(…)信访突出问题).
    """
    if not folded.startswith("(", start):
        return None
    closed = folded.find(")", start, start + _LONGEST_REMARK)
    if closed < 0 or closed + 2 >= len(folded):
        return None
    stop = _MARK.search(folded, closed + 1)
    rest = (closed + 1, min(stop.start() if stop else len(folded), closed + 1 + _LONGEST_REST))
    return rest if rest[1] - rest[0] > 1 else None


def own_words(folded: str, clause: Clause, left: Piece, right: Piece | None) -> list[Piece]:
    """
    Return the words before and behind a quantity, with what belongs to them farther off.
    """
    if clause.joined and left[0] == clause.start and not is_predicate(folded, *left):
        named = _THRESHOLD.search(folded, max(clause.start - _LONGEST_THRESHOLD, 0), clause.start)
        left = (named.start(), left[1]) if named else left
    own = [left, right] if right else [left]
    if right and tells_all(folded, left, right):
        own = [right]
    noun = left[1] - left[0] <= SHORT_NOUN and folded[left[0] - 1] in "》等"
    if noun and (verb := before_titles(folded, clause.start, left[0])):
        own.insert(0, verb)
    if right and (rest := behind_bracket(folded, right[1])):
        own.append(rest)
    return own


def tells_all(folded: str, left: Piece, right: Piece) -> bool:
    """
    Whether what was done is said behind the number, and which ones before it: 对2018年以来制定的86件文件进行清理.
    """
    which = left[1] - left[0] > SHORT_NOUN and folded[left[1]] == "的"
    return which and _DONE_BEHIND.search(folded, *right) is not None


def disposed(folded: str, left: Piece) -> bool:
    """
    Whether words say two things done and of nothing (撤销并责令重做28件): they are no object.
    """
    return "并" in folded[slice(*left)] and is_predicate(folded, *left)


def says_little(folded: str, left: Piece, heads: Heads) -> bool:
    """
    Whether the words between two numbers say nothing of what the second counts behind it.
    """
    done = heads.timed and folded[left[0]] != "中"  # 两年新增4万亿元投资, 五年中分两轮
    verb = folded[left[0] - 1] == "、" and is_predicate(folded, *left)  # 取消15项、下放3项许可事项
    return left[1] - left[0] <= _FEW and not done and not verb


def begins_anew(folded: str, left: Piece, right: Piece) -> bool:
    """
    Whether the verb before a number does to the noun behind it what goes with nothing before: 选派5名干部.
    """
    return right[1] - right[0] <= _SHORT_COUNTED and folded[slice(*left)] in BEGINS_ANEW


def thin(folded: str, left: Piece, right: Piece | None, *, same_unit: bool) -> bool:
    """
    Whether the words before a number say nothing without their object.
    """
    start, end = left
    if right and (right[1] - right[0] > _SHORT_COUNTED or folded[right[0] - 1] == "的"):
        return False  # 总投资34亿元的中储粮
    words = folded[start:end]
    if words in SAY_ENOUGH or (words in _WHOLE and folded[start - 1] == ";"):
        return False
    if same_unit and end - start <= 3 and folded[end - 1] not in _MEETINGS:
        return True
    if ranks(folded, start, end) or (
        end - start <= LONGEST_THIN and REACHES.fullmatch(folded, start, end)
    ):
        return True
    if folded[end - 1] == "率" and _rates(words):
        return True
    if end - start <= LONGEST_THIN:
        return is_predicate(folded, start, end)
    changed = change_in(folded, start, end)
    return changed is not None and changed.start() == start  # 同比明显增长


def _rates(words: str) -> bool:
    """
    Whether words are rates of what was said before: 参考率、合格率, but not 失业率.
    """
    rates = [*filter(None, _AND.split(words))]
    longest = _LONGEST_RATE + (len(rates) > 1)
    return all(
        len(rate) <= longest and rate[-1] == "率" and rate not in RATES_OF_THEIR_OWN
        for rate in rates
    )
