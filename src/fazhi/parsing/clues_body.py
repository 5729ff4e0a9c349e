"""
Where the text of a report, or the page around it, names its place when the head is silent.
"""

from __future__ import annotations

from collections.abc import Iterator

from fazhi.knowledge.naming import read_place
from fazhi.model import Span
from fazhi.parsing.organs import Organ, read_organ
from fazhi.parsing.views import HEAD, Clue, View
from fazhi.text.patterns import HAN, lazy


_PUBLISHER = lazy(
    "(?:发布(?:机构|单位)|发文(?:机关|单位)|公开主体|责任单位|制发机[关构]|成文单位)[ \t]{0,4}[:|][ \t]{0,4}"
)
_SOURCE = lazy(
    r"(?:信息|文章|稿件)?来源[ \t]{0,4}:[ \t]*|20\d\d-\d\d-\d\d(?: \d\d:\d\d)?[ \t]*\|[ \t]*"
)
# 在全省率先开展 is said by a city.
_WHOLE = lazy("全([省市州县区旗盟])(?!率先|前列|领先|首|第|范围)")
_OUR = lazy("我([省市州县区旗盟])")
_ORGANS_OF = lazy("[、,。的在和向经]([省市州县区旗盟])(?:委|政府)")
_LEVELS = "省州盟市县旗区"
# 全镇, 各乡; 区委街道; 有效提升了全镇; 措施让群众成为某镇, but 礼让街街道 is a name.
NO_TOWN = lazy(
    "[全我各本该]|(?:组织|动员|发动|督促|指导)(?:镇|乡|街道)|乡镇|[^省市县区]{0,3}[县区]委|.*(?:[了的是把使]|(?:^|(?<=..))让|[全我各本该两每](?:街道|镇|乡|苏木)$)"
)
_TOWN_SELF = lazy("我(?:镇|乡(?!镇)|街道)")
_TOWN_NAMED = lazy(
    rf"(?<=[在把将为向对由到入与和及的、,。;:(“])(?P<name>{HAN}{{2,4}}?(?:镇|乡|街道))(?=党?工?委|人民政府|政府|办事处|法治|司法所|派出所|综合执法|综治)"
)
_MADE = lazy(
    "(?:制定|印发|出台|修订|起草|编制|完善|发布|公布|颁布|严格执行|落实|实施)[^《。\n]{0,6}(?P<titles>(?:《[^》\n]{4,60}》[、和及与]?){1,8})"
)
_TITLE = lazy("《([^》\n]{4,40})")


def organ_names(organ: Organ) -> tuple[str, ...]:
    """
    Return the places in an organ's name, the widest first.
    """
    return tuple(name.removeprefix("人民政府") for name in organ.places)


def calls_itself_town(view: View) -> bool:
    """
    Whether a text speaks of 我镇.
    """
    return bool(_TOWN_SELF.search(view.folded, view.body, view.body + 3000))


def towns(view: View) -> Iterator[Clue]:
    """
    Yield the township whose organs the text names, where it calls itself 我镇 and the head is silent.
    """
    if calls_itself_town(view):
        for match in _TOWN_NAMED.finditer(view.folded, view.body, 20_000):
            if not NO_TOWN.match(match["name"]):
                yield Clue((match["name"],), Span(*match.span("name")))


def publishers(view: View) -> Iterator[Clue]:
    """
    Yield the place of the organ that a page names as the publisher.
    """
    for match in _PUBLISHER.finditer(view.folded, 0, min(HEAD, max(view.body, 1))):
        organ = read_organ(view.folded, match.end(), min(len(view.folded), match.end() + 40))
        if organ and organ.places:
            yield Clue(organ_names(organ), Span(organ.start, organ.end))


def own_documents(view: View) -> Iterator[Clue]:
    """
    Yield the places whose own documents the report names, if they are of the report's level.
    """
    levels = _levels(view)
    for match in _MADE.finditer(view.folded, 0, 20_000):
        for title in _TITLE.finditer(view.folded, *match.span("titles")):
            names = read_place(view.folded, *title.span(1))
            if names and names[-1][-1] in levels:
                start = title.start(1)
                yield Clue(names, Span(start, start + sum(map(len, names))))


def sources(view: View) -> Iterator[Clue]:
    """
    Yield the place of the organ that gave the text to the page, if it is of the report's level.
    """
    levels = None
    for match in _SOURCE.finditer(view.folded, 0, min(HEAD, max(view.body, 1))):
        organ = read_organ(view.folded, match.end(), min(len(view.folded), match.end() + 40))
        if organ and organ.places and organ.kind:
            levels = levels or _levels(view)
            if organ.places[-1][-1] in levels:
                yield Clue(organ_names(organ), Span(organ.start, organ.end), department=False)


def _levels(view: View) -> set[str]:
    """
    Return the level that the report calls its own (我市, else 全县), else the lowest of its organs.
    """
    if calls_itself_town(view):
        return set()
    for pattern in (_OUR, _WHOLE):
        if said := {m[1] for m in pattern.finditer(view.folded, 0, 6000)}:
            return said
    organs = (m[1] for m in _ORGANS_OF.finditer(view.folded, 0, 6000))
    return {max(organs, key=_LEVELS.index, default="")}
