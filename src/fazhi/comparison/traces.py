"""
What became of a plan, and whether a problem is told again in the same words.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from fazhi.comparison.series import Pair, Prepared
from fazhi.model import Finding, Span
from fazhi.text.patterns import lazy


_WORDS = lazy(r"[^\W\d_]+")
_NUMBER = lazy(r"\d+(?:\.\d+)?")
_NOT_SAID = lazy(r"[\W_]+")
_MARKER = lazy(
    r"\s*(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}[、是]|\d{1,2}[.、])"
)
_NAMED = lazy(r"《([^《》\n]{4,40})》")
_PROMISE = lazy("出台|制定|修订|编制|起草|颁布|印发|立法")
# Where a planned document's own name begins.
_OWN_PART = lazy("^.*?(?:省|自治区|自治州|市|州|县|区|旗)(?=.{4})")
_TRIAL = lazy(r"\((?:草案|试行|送审稿|暂行|征求意见稿)[^)]*\)$")

# Pairs of characters that every plan has.
_COMMON = frozenset(
    _WORDS.findall(
        "进一 一步 加强 强化 推进 推动 深入 持续 继续 建设 工作 法治 政府 行政 依法 落实 提升 提高 完善 健全 "
        "机制 制度 体系 全面 开展 组织 管理 实施 做好 切实 不断 加大 力度 积极 贯彻 坚持 规范 "
        "重点 各级 部门 单位 人员 能力 水平 质量 治理 服务 保障 确保 促进 政法"
    )
)
# Characters below which a repeated finding says nothing.
_SHORTEST = 20
# Share of a document's name from which on it may be another form of it.
_ALIKE = 0.8
# Findings of a kind that are compared, each with each; real reports have a dozen.
_MOST = 100
# Pairs of characters that a plan needs before its echo is looked for.
_FEWEST = 12


def same_words(pair: Pair, kind: str) -> Iterator[tuple[Finding, Finding, float]]:
    """
    Yield findings of *kind* that both years tell in nearly the same words.

    Args:
        pair: The reports.
        kind: problem or plan.

    Returns:
        This year's, last year's, and their likeness: shared pairs of characters against all.
    """
    before = [(f, _said(pair.before, f)) for f in _of_kind(pair.before, kind)]
    bags = [(f, words, _bigrams(words)) for f, words in before if len(words) >= _SHORTEST]
    for finding in _of_kind(pair.now, kind):
        words = _said(pair.now, finding)
        if len(words) < _SHORTEST:
            continue
        own = _bigrams(words)
        scored = [(_likeness(own, bag), other) for other, _, bag in bags]
        if scored:
            likeness, other = max(scored, key=lambda row: row[0])
            yield finding, other, likeness


def _of_kind(one: Prepared, kind: str) -> Iterator[Finding]:
    return islice((f for f in one.report.findings if f.kind == kind), _MOST)


def echo(pair: Pair, finding: Finding) -> float | None:
    """
    Return how much of a plan of last year this year's report has: shared pairs of characters.

    Args:
        pair: The reports.
        finding: A plan of the earlier one.

    Returns:
        From 0 to 1; None where the plan says too little.
    """
    words = [word for word in _WORDS.findall(_text(pair.before, finding.span)) if len(word) > 1]
    wanted = {word[at : at + 2] for word in words for at in range(len(word) - 1)} - _COMMON
    if len(wanted) < _FEWEST:
        return None
    return _share(wanted, told_bigrams(pair.now))


def told_bigrams(one: Prepared) -> frozenset[str]:
    """
    Return the pairs of neighbouring characters of a report, its plans left out.
    """
    cached: frozenset[str] | None = one.__dict__.get("told")
    if cached is None:
        pieces, last = [], 0
        for finding in one.report.findings:
            if finding.kind == "plan":
                pieces.append(one.folded[last : finding.span.start])
                last = max(last, finding.span.end)
        text = "\n".join((*pieces, one.folded[last:]))
        cached = one.__dict__["told"] = frozenset(map("".join, pairwise(text)))
    return cached


def promised(pair: Pair) -> Iterator[tuple[str, Finding]]:
    """
    Yield the documents that last year's plans were to issue, and this year's report never names.
    """
    text, told = pair.now.folded, told_bigrams(pair.now)
    for finding in pair.before.report.findings:
        if finding.kind != "plan":
            continue
        said = _text(pair.before, finding.span)
        for match in _NAMED.finditer(said):
            lead = said[max(0, match.start() - 12) : match.start()]
            core = _OWN_PART.sub("", _TRIAL.sub("", match[1]))
            # It may have come out under a name that is a little longer or shorter.
            known = core in text or _share(_bigrams(core), told) >= _ALIKE
            if _PROMISE.search(lead) and not known:
                yield match[1], finding


def _said(one: Prepared, finding: Finding) -> str:
    """
    Return the words of a finding without marker, numbers and punctuation.
    """
    text = _text(one, finding.span)
    if marker := _MARKER.match(text):
        text = text[marker.end() :]
    return _NOT_SAID.sub("", _NUMBER.sub("0", text))


def _text(one: Prepared, span: Span) -> str:
    return one.folded[span.start : span.end]


def _bigrams(words: str) -> set[str]:
    return {words[at : at + 2] for at in range(len(words) - 1)}


def _share(wanted: set[str], told: frozenset[str]) -> float:
    return len(wanted & told) / len(wanted) if wanted else 1.0


def _likeness(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0
