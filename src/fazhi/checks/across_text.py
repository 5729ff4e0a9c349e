"""
Across documents: text that stands in another report too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fazhi.comparison.clauses import Clause
from fazhi.comparison.series import Pair, Prepared
from fazhi.comparison.shared import LONG, Passage, Shared
from fazhi.model import Metric, Span, Violation
from fazhi.text.patterns import lazy


COPIED, FOREIGN, STALE, FIGURES, NUMBERS = "FZ621", "FZ622", "FZ623", "FZ624", "FZ625"

# Characters beside set phrases from which sharing is no chance, and from which it is a copy.
_MUCH = 60
_COPY = 200
# Shares of the text that stand in last year's report too.
_HALF, _MOST = 0.5, 0.8
_SHOWN = 3
# A place is named around a shared passage, not at the other end of the report.
_AROUND = 60
# Figures of the year's work; a place has its 138 villages next year too.
_WORK = frozenset(
    (
        "件",
        "起",
        "宗",
        "人次",
        "件次",
        "场",
        "场次",
        "次",
        "期",
        "份",
        "条",
        "元",
        "户次",
        "卷",
        "例",
        "批次",
    )
)
_YEAR = lazy("(?:19|20)[0-9]{2}")
_SENTENCE = lazy(r"[^。;\n]+")


def copied(shared: Shared) -> Violation | None:
    """
    Say that long passages stand in another place's report.
    """
    if shared.weight < _MUCH:
        return None
    kin = _kin(shared.one, shared.other)
    return Violation(
        rule=COPIED,
        severity="warning" if shared.weight >= _COPY and not kin else "info",
        message=f"有{shared.weight}字与{shared.other.title}相同(数字、地名和套话不计)",
        message_en=f"{shared.weight} characters stand in another report too, set phrases apart.",
        spans=_spans(shared.passages),
        values=(str(shared.weight), shared.other.title),
        formula=f"相同文字 = {shared.weight}字,{len(shared.passages)}处",
    )


def foreign_place(shared: Shared) -> Violation | None:
    """
    Say that another place's name stands in a passage shared with its report.
    """
    region = shared.other.report.meta.region
    if region is None or len(region.name) < 3 or _kin(shared.one, shared.other):
        return None
    folded = shared.one.folded
    for passage in shared.passages:
        start, end = max(0, passage.span.start - _AROUND), passage.span.end + _AROUND
        at = folded.find(region.name, start, end)
        # 昆明市五华区 is named in full where it is meant; a name inside another is none.
        if at >= 0 and not any(region.name in name for name in shared.one.names):
            return Violation(
                rule=FOREIGN,
                severity="warning",
                message=f"与{shared.other.title}相同的段落中出现“{region.name}”,疑为套用后未改地名",
                message_en=f"A passage shared with another place's report names {region.name}.",
                spans=(Span(at, at + len(region.name)), passage.span),
                values=(region.name, *shared.one.names[:1]),
                formula=f"“{region.name}”不属于本报告的地区",
            )
    return None


def _kin(one: Prepared, other: Prepared) -> bool:
    """
    Whether one's place holds the other's, so that the text may well be common.
    """
    mine, theirs = (
        () if p.report.meta.region is None else p.report.meta.region.path for p in (one, other)
    )
    short = min(len(mine), len(theirs))
    return bool(short) and mine[:short] == theirs[:short]


def _spans(passages: Sequence[Passage]) -> tuple[Span, ...]:
    return tuple(passage.span for passage in passages[:_SHOWN])


def unchanged(pair: Pair) -> Iterator[Violation]:
    """
    Yield that most of the text stands in last year's report too.
    """
    known = {clause.key for clause in pair.before.clauses}
    own = [clause for clause in pair.now.clauses if clause.weight]
    total = sum(clause.weight for clause in own)
    same = [clause for clause in own if clause.key in known]
    weight = sum(clause.weight for clause in same)
    if not total or weight < _COPY or weight < _HALF * total:
        return
    share = f"{weight / total:.0%}"
    longest = sorted(same, key=lambda clause: -clause.weight)[:_SHOWN]
    yield Violation(
        rule=STALE,
        severity="warning" if weight >= _MOST * total else "info",
        message=f"{share}的文字与{pair.before.title}相同(数字和套话不计)",
        message_en=f"{share} of the text stands in last year's report, set phrases apart.",
        spans=tuple(Span(clause.start, clause.end) for clause in longest),
        values=(str(weight), str(total)),
        formula=f"{weight}字 / {total}字 = {share}",
    )


def unchanged_figures(pair: Pair) -> Iterator[Violation]:
    """
    Yield sentences on the year's work that have last year's words with last year's figures.
    """
    folded = pair.now.folded
    known = {match[0].strip() for match in _SENTENCE.finditer(pair.before.folded)}
    metrics = iter(pair.now.report.metrics)
    metric = next(metrics, None)
    for match in _SENTENCE.finditer(folded):
        inside: list[Metric] = []
        while metric is not None and metric.span.start < match.end():
            if metric.span.start >= match.start():
                inside.append(metric)
            metric = next(metrics, None)
        work = [one for one in inside if one.unit in _WORK and one.value >= 10]
        plan = inside and pair.now.roles.get(inside[0].section) == "plans"
        if len(work) >= 2 and not plan and match[0].strip() in known:
            yield _figures(pair, work)


def _figures(pair: Pair, work: Sequence[Metric]) -> Violation:
    values = tuple(pair.now.report.quote(metric) for metric in work)
    return Violation(
        rule=FIGURES,
        severity="warning",
        message=f"{'、'.join(values)}等数字和文字与{pair.before.title}完全相同",
        message_en="The sentence has last year's words with last year's figures.",
        spans=tuple(metric.span for metric in work),
        values=values,
        formula=f"{'、'.join(values)} = {pair.before.title}",
    )


def only_numbers(pair: Pair) -> Iterator[Violation]:
    """
    Yield passages that are last year's but for their numbers.
    """
    before = {clause.key: at for at, clause in enumerate(pair.before.clauses)}
    runs: list[list[tuple[Clause, Clause]]] = [[]]
    last = -2
    for clause in pair.now.clauses:
        at = before.get(clause.key, -2)
        if at < 0 or (runs[-1] and at != last + 1):
            runs.append([])
        if at >= 0:
            runs[-1].append((clause, pair.before.clauses[at]))
        last = at
    edited = [run for run in runs if _edited(run)]
    if edited:
        yield _numbers(pair, edited)


def _edited(run: Sequence[tuple[Clause, Clause]]) -> bool:
    changed = sum(_differs(now, then) for now, then in run)
    return changed >= 2 and sum(now.weight for now, _ in run) >= LONG


def _differs(now: Clause, then: Clause) -> bool:
    """
    Whether the numbers are others, beside those that are years.
    """
    return any(
        new != old and not (_YEAR.fullmatch(new) and _YEAR.fullmatch(old))
        for new, old in zip(now.numbers, then.numbers, strict=True)
    )


def _numbers(pair: Pair, runs: Sequence[Sequence[tuple[Clause, Clause]]]) -> Violation:
    weight = sum(now.weight for run in runs for now, _ in run)
    longest = sorted(runs, key=lambda run: -sum(now.weight for now, _ in run))[:_SHOWN]
    changed = [(now, then) for run in runs for now, then in run if _differs(now, then)]
    values = tuple(
        f"{'/'.join(then.numbers)}→{'/'.join(now.numbers)}" for now, then in changed[:_SHOWN]
    )
    return Violation(
        rule=NUMBERS,
        severity="info",
        message=f"{len(runs)}处共{weight}字与{pair.before.title}仅数字不同",
        message_en=f"{weight} characters differ from last year's report in their numbers only.",
        spans=tuple(Span(run[0][0].start, run[-1][0].end) for run in longest),
        values=values,
        formula="；".join(values),
    )
