"""
Where a report names the place that it is about: title, session line, signature and so on.
"""

from __future__ import annotations

from collections.abc import Iterator

from fazhi.knowledge.naming import mentions, read_place
from fazhi.model import Span
from fazhi.parsing.clues_body import (
    NO_TOWN,
    calls_itself_town,
    organ_names,
    own_documents,
    publishers,
    sources,
    towns,
)
from fazhi.parsing.organs import MINISTRY_OPENS, Organ, read_organ
from fazhi.parsing.views import Clue, View
from fazhi.text.patterns import HAN, lazy


_LABEL = lazy(
    "(?:标题|名[ \t]{0,4}称|信息名称|文件名称|资料|全文)[:][ \t]*|【[^】\n]{1,20}】|\\([^()\n]{1,14}[省市州区县]\\)"
)
_BULLET = lazy("[•·●▪■□]\\s*|【[^】\n]{1,20}】")
_SKIP = lazy(
    "(?:关于)?(?:印发|报送|上报|呈报|公布|公开)?(?:《(?![^》\n]{2,60}(?:条例|办法|规定|细则|法)》))?(?:关于)?(?:(?:19|20)[0-9]{2} ?(?:年度? ?|-))?(?:关于)?(?:上半年|下半年)?(?:全面)?"
)
_ABOUT = lazy("关于")
_YEARS = lazy(r"(?:19|20)\d\d年度?")
_OWN_AREA = lazy("全[省市州县区旗盟]|我[省市州县区旗盟]")
_SESSION = lazy(
    rf"(?:(?<![^在,。\s(—])|(?<=日))(?P<name>(?:(?!在){HAN}){{2,24}}?)第?[一二三四五六七八九十0-9]{{1,4}}届(?:\s{{0,3}}人[民大]|\s*$)"
)
_TOWN_SUBJECT = lazy(
    rf"(?<![^,。;:\s年])(?P<name>{HAN}{{1,12}}?(?:街道|镇|乡|苏木))"
    "(?=党工?委|办事处|人民政府|政府|[坚认深全始紧严以积切高立围按贯牢持扎在法结聚依主不将把进组召共采])"
)
# Bureaus that sign for the whole area.
_FOR_ALL = lazy("司法[局厅]|(?:政府|委)办公[室厅]|法制办|领导小组")
_DEPARTMENT_SUBJECT = lazy(
    "(?:(?!人[民大])[^,。;:、坚围聚的把将在以认深全贯委政]){1,14}?(?:局|厅|委员会|委|办公室)"
    "(?=[坚认深全始紧严以积切高立围按贯牢持扎在结聚依主不将把进推突履着锚,])"
)
_NO_SUBJECT_BEFORE = lazy(
    r"(?:在|按照|根据|[遵依]照|依据|贯彻|落实|由|向|对[照标]?|学习|借鉴|前?[赴往]|深入(?:到|了)?|走访了?|来到|分别到|先后到|报|经|受|与|同|和|以?及|、|[成设]立了?|组建了?|《|〈|\w委)$"
)
# 对某市法治政府建设情况进行了调研
_INSPECTED = lazy(
    "[^,。;:《》]{0,16}(?:情况|工作)(?:进行|开展)了?[^,。;]{0,6}(?:调研|视察|检查|调查|督察|评议)"
)
# 召开县委会议, 示范县创建, 清理县级清单: no 开县, 范县, 理县 where another character leads up to it.
_INSIDE_WORD = lazy(rf"(?![省市州区盟在为是将使让年度共]){HAN}$")
# 某县司法局局长 张某某 reports to a congress for the whole area.
_SPEAKER = lazy(rf"(?:长|主任(?:委员)?|主席)[ \t\u3000]+(?:{HAN}{{2,4}}|{HAN} {{1,2}}{HAN})$")
_SHORTEST = 2
_JOINTS = frozenset("、和及与")
_ORGANS = ("委", "政府", "人民政府", "人大", "人民代表")
_NO_SUBJECT_AFTER = lazy("委?[^,。]{0,14}领导下|委?[^,。]{0,14}(?:部署|要求|安排|通知)|》|域|级")


def titles(view: View) -> Iterator[Clue]:
    """
    Yield the organ or place that each title line begins with, or that stands above it.
    """
    for index in view.titles:
        line = view.head[index]
        start = _start_of_words(view.folded, line)
        skip = _SKIP.match(view.folded, start, line.end)
        organ = read_organ(view.folded, skip.end() if skip else start, line.end)
        organ = organ or read_organ(view.folded, start, line.end) or _organ_above(view, index)
        if organ and (organ.places or organ.ministry):
            within = _within(view.folded, organ, line)
            names = (*organ_names(organ), *(organ_names(within) if within else ()))
            organ = within or organ
            yield Clue(names, Span(organ.start, organ.end), _own_work(view, organ, line))


def _organ_above(view: View, title: int) -> Organ | None:
    """
    Return the organ on the line above a title that begins with 关于 or the year.
    """
    if not title:
        return None
    line = view.head[title - 1]
    organ = read_organ(view.folded, *line)
    return organ if organ and _ends(view.folded, organ, line) else None


def _within(folded: str, organ: Organ, line: Span) -> Organ | None:
    """
    Return the place within *organ* that follows the year behind it: 湖南省2020年永兴县政府工作报告.
    """
    year = _YEARS.match(folded, organ.end, line.end)
    within = read_organ(folded, year.end(), line.end) if year else None
    return within if within and within.places else None


def _start_of_words(folded: str, line: Span) -> int:
    label = _LABEL.match(folded, *line)
    return label.end() if label else line.start


def _own_work(view: View, organ: Organ, line: Span) -> bool:
    """
    Whether a title that begins with *organ* is on the organ's own work, not on its area.
    """
    if organ.kind != "department" or "领导小组" in view.folded[organ.start : organ.end]:
        return False
    about = _ABOUT.search(view.folded, organ.end, line.end)
    if about is None:
        return True
    skip = _SKIP.match(view.folded, about.start(), line.end)
    at = skip.end() if skip else about.end()
    return not (_OWN_AREA.match(view.folded, at) or read_place(view.folded, at, line.end))


def sessions(view: View) -> Iterator[Clue]:
    for line in view.head:
        if "届" in view.folded[line.start : line.end]:
            match = _SESSION.search(view.folded, *line)
            names = read_place(view.folded, *match.span("name")) if match else ()
            if match and names:
                yield Clue(names, Span(*match.span("name")))


def signatures(view: View) -> Iterator[Clue]:
    for line in reversed(view.tail):
        organ = read_organ(view.folded, *line) if len(line) <= 45 else None
        if organ and organ.places and organ.kind and _ends(view.folded, organ, line):
            yield Clue(
                organ_names(organ), Span(organ.start, organ.end), _signed_department(view, organ)
            )


def _ends(folded: str, organ: Organ, line: Span) -> bool:
    """
    Whether nothing but a further organ or a date follows *organ* in its line.
    """
    rest = folded[organ.end : line.end].strip(" 、\t")
    return not rest or rest[0] in "0123456789二(" or bool(read_organ(rest, 0, len(rest)))


def _signed_department(view: View, organ: Organ) -> bool | None:
    if organ.kind != "department":
        return False
    return None if _FOR_ALL.search(view.folded, organ.start, organ.end) else True


def letterheads(view: View) -> Iterator[Clue]:
    for line in view.head:
        if view.folded[line.end - 1] == ":":
            continue  # to whom, not by whom
        bullet = _BULLET.match(view.folded, *line)
        organ = read_organ(view.folded, bullet.end() if bullet else line.start, line.end)
        if organ is None or not organ.places:
            continue
        if organ.kind and _ends(view.folded, organ, line):
            yield Clue(
                organ_names(organ), Span(organ.start, organ.end), _signed_department(view, organ)
            )
        elif _SPEAKER.search(view.folded, organ.end, line.end):
            yield Clue(organ_names(organ), Span(organ.start, organ.end), department=False)


def openings(view: View) -> Iterator[Clue]:
    folded, start = view.folded, view.body
    if ministry := MINISTRY_OPENS.match(folded, start):
        yield Clue((), Span(*ministry.span("name")))
    end = min(len(folded), start + 700)
    clues = [
        Clue((m["name"],), Span(*m.span("name"))) for m in _TOWN_SUBJECT.finditer(folded, start, end)
        if not NO_TOWN.match(m["name"])
    ]  # fmt: skip
    # Its county or city is no more than named by a township.
    named = [] if calls_itself_town(view) else [*mentions(folded[start:end])]
    begun, ended = {first for first, _, _ in named}, {last for _, last, _ in named}
    for first, last, name in named:
        if last in begun:
            continue  # 湖北省枝江市 is 枝江市
        if (last + 1 in begun and folded[start + last] in _JOINTS) or (
            first - 1 in ended and folded[start + first - 1] in _JOINTS
        ):
            continue  # 到盘县、水城县和六枝特区
        before, after = (
            folded[max(0, start + first - 6) : start + first],
            folded[start + last : start + last + 40],
        )
        if len(name) == _SHORTEST and name[1] == "县" and _INSIDE_WORD.search(before):
            continue
        titled = _in_title(folded, start, start + first)
        if titled and after.startswith(_ORGANS):
            continue
        if before[-1:] == "对" and _INSPECTED.match(after):
            before = ""
        if not _NO_SUBJECT_BEFORE.search(before) and not _NO_SUBJECT_AFTER.match(after):
            department = _opens_with_department(folded, start + last, end)
            clues.append(Clue((name,), Span(start + first, start + last), department))
    # What stands in a title is believed last.
    yield from sorted(clues, key=lambda c: (_in_title(folded, start, c.span.start), c.span.start))


def _in_title(folded: str, start: int, at: int) -> bool:
    """
    Whether a title is open at *at*: 根据《中共文山州委…通知》,现将文山市….
    """
    return folded.rfind("《", start, at) > folded.rfind("》", start, at)


def _opens_with_department(folded: str, start: int, end: int) -> bool | None:
    return True if _DEPARTMENT_SUBJECT.match(folded, start, end) else None


# In the order in which they are believed.
CLUES = (
    titles, sessions, signatures, letterheads, openings, towns, publishers, own_documents, sources,
)  # fmt: skip
