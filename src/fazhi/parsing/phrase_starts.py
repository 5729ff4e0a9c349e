"""
Where the words of a phrase start: behind connectors, open brackets, titles and, if it is long, verbs.
"""

from __future__ import annotations

import re

from fazhi.knowledge.label_words import LEADS, MAIN_VERBS
from fazhi.parsing.words import anywhere, places
from fazhi.text import boundaries
from fazhi.text.patterns import lazy


# The first characters of the words, so that most phrases are left at one test.
_LEAD_FIRST = frozenset(word[0] for word in LEADS if word[0] not in "[(") | frozenset(
    " \n\r、”)(-0123456789一二三四五六七八九十"
)
_LEAD = re.compile(
    f"(?:(?=[{re.escape(''.join(sorted(_LEAD_FIRST)))}])(?:[ \n\r、”)-]|{'|'.join(sorted(LEADS, key=len, reverse=True))}))*+"
)
_COMPARED = lazy(
    r"(?:同比|环比)?(?:比|较|与|相比)[^,。;]{0,12}?(?:同期|上年度?|去年|年度?|季度|月份?|“?十[一二三四五]五”?(?:时期|期间|末|初)?|“?[六七八九十]五”?(?:时期|期间|末|初))[末底初]?(?:同期)?(?:的?(?:平均值|平均水平|均值))?(?:相比|比)?"
)
_COMPARING = frozenset("同环比较与相")
_TRIMMED = _LEAD_FIRST | _COMPARING
MAIN_VERB_SET = frozenset(MAIN_VERBS)
# 收入300亿元、居全省第三位、增长5%: how it ranks is said by the way.
_RANKED = lazy(
    "(?:(?:[均稳位跃仍继续保持再]{0,4}(?:居|列|排)|再?创|刷新)[^,、。;0-9]{1,14}(?:第[0-9]{1,3}[位名])?、){1,2}"
)
_RANKED_FIRST = frozenset("均稳位跃仍继保再居列排创刷")
# 带动固定资产投资增长5%: what grew is said.
_BROUGHT = lazy(
    "(?:带动|拉动|推动|促进|促使|实现|确保)(?=[^,。;]{2,30}(?:增长|上升|上涨|下降|降低|回落)\\Z)"
)
# The end of what was said of the number before: 1.4万亿斤新台阶、亩产提升10斤.
_REST = lazy("(?:新?台阶|大关|关口|安排)、")
# 利用宪法宣传日等开展宣传17场, 就行政应诉作出批示3次: by what means is left out.
_MEANS = lazy(
    "(?:利用|通过|依托|结合|围绕|针对|借助|就(?![业近诊学地医餐读任]))[^,。;]{2,24}?(?=(?:开展|举办|组织|召开|举行|作出|提出|进行)[^,。;]{2})"
)
_MEANS_FIRST = frozenset("利通依结围针借就")
_REST_FIRST, _BROUGHT_FIRST = frozenset("新台大关安"), frozenset("带拉推促实确")
_SAID_FIRST = _RANKED_FIRST | _MEANS_FIRST | _BROUGHT_FIRST
# What a verb in front of it belongs to: the time of handling, the rate of acceptance.
_ATTRIBUTES = (
    "的",
    "、",
    "等",
    "时限",
    "时间",
    "周期",
    "环节",
    "成本",
    "率",
    "量",
    "费",
    "说明",
    "工作",
    "情况",
)
_BRACKET = re.compile("[()“《》】]")
_DONE_BEFORE = frozenset("已经未均划")
# Names whose end reads like the verb 组织.
_ORGANISATIONS = (
    "经合组织",
    "上合组织",
    "世贸组织",
    "卫生组织",
    "党组织",
    "合作组织",
    "社会组织",
    "群团组织",
    "自治组织",
    "调解组织",
)
# Who did it stands before these: 县委主要负责同志先后研究….
_ADVERB = lazy("先后|全年(?!度)")
# 涉及 opens a phrase of its own only before an object that is long enough.
_CONCERNING, _LEAST_CONCERNED = "涉及", 8
_MAIN_VERB = anywhere((*MAIN_VERBS, _CONCERNING))
# Words are looked for so far in front of a cut.
_LONGEST_WORD = 8
_LONGEST_LEFT = 30


def trim_start(folded: str, start: int, end: int) -> int:
    """
    Return where a phrase starts without connectors, adverbs, times and comparisons.
    """
    for _ in range(3):
        if start >= end or folded[start] not in _TRIMMED:
            break
        match = _LEAD.match(folded, start, end)
        start = match.end() if match else start
        if start == end or folded[start] not in _COMPARING:
            break
        compared = _COMPARED.match(folded, start, end)
        if not compared:
            break
        start = compared.end()
    return start


def without_leads(folded: str, start: int, end: int) -> int:
    """
    Return where a phrase starts without what is said of the number before it, of its rank, and of
    who brought a change about.
    """
    if folded[start] in _REST_FIRST and (rest := _REST.match(folded, start, end)):
        start = rest.end()
    start = trim_start(folded, open_bracket(folded, start, end), end)
    if folded[start] not in _SAID_FIRST:
        return start
    if folded[start] in _RANKED_FIRST and (remark := _RANKED.match(folded, start, end - 1)):
        start = trim_start(folded, remark.end(), end)
    if folded[start] in _MEANS_FIRST and (means := _MEANS.match(folded, start, end)):
        start = means.end()
    if folded[start] in _BROUGHT_FIRST and (brought := _BROUGHT.match(folded, start, end)):
        start = trim_start(folded, brought.end(), end)
    return start


def open_bracket(folded: str, start: int, end: int) -> int:
    """
    Return where the words start when an unclosed bracket or quotation mark is left out.

    The end of a remark that began before them is left out as well: 降幅第一)、刑事立案数.
    """
    if not _BRACKET.search(folded, start, end):
        return start
    if folded[start] == "(" and (closed := folded.find(")", start, end)) > 0:
        start = closed + 1  # 采纳64件(甲类)、占比80%
    closed = folded.rfind(")", start, end - 1)
    if closed >= 0 and folded.find("(", start, closed) < 0:
        start = closed + 1
    for opening, closing in ("()", "“”", "《》"):
        at = folded.rfind(opening, start, end)
        if at >= 0 and folded.find(closing, at, end) < 0:
            start = at + 1
    headed = folded.rfind("】", start, end - 2)
    if headed >= 0 and not folded[headed - 1].isdigit():
        start = headed + 1  # 【规范行政执法】办理案件, but not 工业【4】增加值
    titled = folded.rfind("》", start, end - 2)
    if titled >= 0 and folded.find("《", start, titled) < 0:
        start = behind_title(folded, titled + 1, end)
    return start


def behind_title(folded: str, start: int, end: int) -> int:
    """
    Return where the words behind a title start.
    """
    while start < end and folded[start] in "等的":
        start += 1
    return start


def shorten(folded: str, start: int, end: int, rest: int) -> int:
    """
    Return a later start for a long phrase: at its last main verb that *rest* characters follow,
    else behind a mark.
    """
    if folded.startswith("不服", start):
        return start  # 不服县政府作出具体行政行为的4件
    for at in places(_MAIN_VERB, folded, start + 1, end - rest):
        if not folded.startswith(_CONCERNING, at):
            if not _part_of_more(folded, start, at):
                return at
        elif end - at > _LEAST_CONCERNED:
            return at
    if (said := _ADVERB.search(folded, start, end - 4)) is not None:
        return said.end()
    if end - start <= _LONGEST_LEFT or folded[start : start + 2] in MAIN_VERB_SET:
        return start
    floor = end - _LONGEST_LEFT
    for mark in "》等、":
        at = folded.find(mark, floor, end - 2 if mark == "等" else end - 6)
        if at >= 0:
            return at + 1
    return _word_start(folded, floor, end)


def _part_of_more(folded: str, start: int, at: int) -> bool:
    """
    Whether the verb at *at* belongs to other words: 事项办理时限, 问题已经解决, 调解组织, 举办理论学习会.
    """
    return (
        folded.startswith(_ATTRIBUTES, at + 2)
        or folded[at + 4 : at + 5] == "率"  # 提案办理见面率
        or folded[at - 1] in _DONE_BEFORE
        or folded.endswith(_ORGANISATIONS, start, at + 2)
        or folded[at - 1 : at + 1] in MAIN_VERB_SET
    )


def _word_start(folded: str, at: int, end: int) -> int:
    """
    Return where the first word starts at or behind *at*, so that no label starts inside of a word.
    """
    begin = max(0, at - _LONGEST_WORD)
    cuts = boundaries(folded[begin:end])
    return begin + min(cut for cut in cuts if begin + cut >= at)
