"""
Rules on punctuation: marks without their partner, doubled and mixed marks, words left to fill in.
"""

from __future__ import annotations

from collections.abc import Iterator

from fazhi.checks.form_slip import Find, Slip, rule
from fazhi.checks.signs import Words
from fazhi.model import Check, Span
from fazhi.model.audit import Examined
from fazhi.text.patterns import lazy


_NUMERALS = "一二三四五六七八九十0123456789"
_MOST = 5
_AROUND = 12
_LONGEST = 60
_DOUBLED = lazy(r"[,、;:][,、;:。]+|。[,、;:。]+(?!。)")
_UNITS = "(?:年|月|日|件|个|项|人|次|份|起|%|万元|省|市|县|区|镇|乡|街道|局|委)"
_LEFT = lazy(
    rf"(?:[×X]{{2,4}}|[_*○]{{2,8}}){_UNITS}|某某?[省市县]|待(?:补充|核实|填报|更新)(?=[)\]】])|此处(?:填写|补充)|请(?:填写|补充)"
)
# Without one of them there is no blank; to look for them takes a tenth of the time.
_SIGNS_LEFT = (
    "XX",
    "××",
    "**",
    "__",
    "○○",
    "某",
    "待补充",
    "待核实",
    "待填报",
    "待更新",
    "此处",
    "请填写",
    "请补充",
)
_LEFT_SIGNS = Words(_SIGNS_LEFT)
_HALVES = {"，": ",", "；": ";", "：": ":"}
# A mark of the other width between figures, as in 1,200 and 3:1, is no punctuation.
_STRAY = {
    ",": lazy(r"(?<=[^\x00-\x7f]),(?=[^\x00-\x7f])"),
    ";": lazy(r"(?<=[^\x00-\x7f]);(?=[^\x00-\x7f])"),
    ":": lazy(r"(?<=[^\x00-\x7f]):(?=[^\x00-\x7f])"),
}


def _unpaired(opening: str, closing: str) -> Find:
    """
    Return the finder of *opening* and *closing* marks without their partner.
    """
    signs = lazy(f"[{opening}{closing}]")
    quotes = opening == "“"

    def find(examined: Examined) -> Iterator[Slip]:
        # Folding turns quotation marks round that stand the wrong way.
        text = _quoting(examined.report.text) if quotes else examined.document.folded
        # Much quicker than to pair them, and nearly always enough: one closes each that opens.
        before, *opened = text.split(opening)
        if closing not in before and all(piece.count(closing) == 1 for piece in opened):
            return
        open_at: list[int] = []
        strays: list[int] = []
        for match in signs.finditer(text):
            place = match.start()
            if text[place] == opening:
                open_at.append(place)
            elif open_at:
                open_at.pop()
            elif not (closing == ")" and _ends_marker(text, place)):
                strays.append(place)
        for places in _twos(sorted((*strays, *open_at)), quotes)[:_MOST]:
            partner = closing if text[places[0]] == opening else opening
            yield _lonely(examined, places, partner)

    return find


def _quoting(text: str) -> str:
    """
    Return *text* with one form of quotation marks, those that stand the wrong way left as they are.
    """
    return text.replace("〝", "“").replace("〞", "”").replace("〟", "”")


def _twos(places: list[int], quotes: bool) -> list[tuple[int, ...]]:  # noqa: FBT001
    """
    Return marks without a partner; of *quotes* two close ones are a pair, one of them turned round.
    """
    found: list[tuple[int, ...]] = []
    for place in places:
        if quotes and found and len(found[-1]) == 1 and place - found[-1][0] <= _LONGEST:
            found[-1] = (place, *found[-1])
        else:
            found.append((place,))
    return found


def _lonely(examined: Examined, places: tuple[int, ...], partner: str) -> Slip:
    text, place = examined.report.text, places[0]
    around = text[max(0, place - _AROUND) : place + _AROUND].replace("\n", " ")
    return Slip(
        tuple(Span(place, place + 1) for place in places),
        f"“{text[place]}”没有配对的“{partner}”：…{around}…",
        f"{text[place]} has no partner {partner}",
        (text[place],),
    )


def _ends_marker(folded: str, place: int) -> bool:
    """
    Whether a closing bracket ends a number: 一)加强领导, 1)加强领导.
    """
    start = place
    while start and place - start < 3 and folded[start - 1] in _NUMERALS:
        start -= 1
    return start < place and (start == 0 or not folded[start - 1].isalnum())


def _doubled(examined: Examined) -> Iterator[Slip]:
    text, folded = examined.report.text, examined.document.folded
    alike = folded
    for mark in "、;:。":
        alike = alike.replace(mark, ",")
    found: dict[str, list[Span]] = {}
    for match in _DOUBLED.finditer(folded) if ",," in alike else ():
        found.setdefault(text[slice(*match.span())], []).append(Span(*match.span()))
    for marks, spans in found.items():
        # So many were put there by the page, for marks that it lost (;;三大攻坚战;;).
        for places in [spans] if len(spans) > _MOST else [[span] for span in spans]:
            first = places[0]
            around = text[max(0, first.start - 6) : first.end + 6].replace("\n", " ")
            times = f"（共{len(places)}处）" if len(places) > 1 else ""
            yield Slip(
                tuple(places),
                f"标点重复：“{around}”{times}",
                f"punctuation marks follow each other: {marks}",
                (marks,),
            )


def _mixed(examined: Examined) -> Iterator[Slip]:
    text = examined.report.text
    for full, half in _HALVES.items():
        many = text.count(full)
        if many < 10 or half not in text:
            continue
        strays = [Span(*match.span()) for match in _STRAY[half].finditer(text)]
        # A text that uses both at will was put together by a machine; a few are slips.
        if 0 < len(strays) <= many // 10:
            yield Slip(
                tuple(strays),
                f"全角“{full}”中混用半角“{half}”{len(strays)}处",
                f"{len(strays)} half-width {half} among {many} full-width ones",
            )


def _left_open(examined: Examined) -> Iterator[Slip]:
    folded = examined.document.folded
    if not _LEFT_SIGNS.within(examined):
        return
    for match in _LEFT.finditer(folded):
        span = Span(*match.span())
        words = examined.report.text[span.slice()]
        # Asterisks and 某 may hide what must not be published.
        yield Slip(
            (span,),
            f"“{words}”似为未填写的空位",
            f"{words} looks like a blank to fill in",
            (words,),
            severity="info" if words[0] in "*某" else None,
        )


_HEAD = "五华区2023年法治政府建设工作报告\n一、工作成效\n"
_TAIL = "\n二、存在问题\n执法力量不足。\n"
_SIGNS = "标点符号用法 (GB/T 15834-2011)"
_MANY = "召开会议，部署工作，压实责任，强化督察，规范执法，化解纠纷，服务群众，公开信息，培训人员，评查案卷，推进改革。"

MARKS: tuple[Check, ...] = (
    rule(
        "FZ120", "title-marks-unpaired", "书名号不配对", "warning", _unpaired("《", "》"),
        about="A title mark has no partner, so that nobody can tell where the title ends.",
        source=f"{_SIGNS} 4.15",
        fires=_HEAD + "认真执行《重大行政决策程序暂行条例，合法性审查5件。" + _TAIL,
        silent=_HEAD + "认真执行《重大行政决策程序暂行条例》，合法性审查5件。" + _TAIL,
    ),
    rule(
        "FZ121", "quotes-unpaired", "引号不配对", "warning", _unpaired("“", "”"),
        about="A quotation mark has no partner.",
        source=f"{_SIGNS} 4.8",
        fires=_HEAD + "推行“双随机、一公开监管，抽查企业5户。" + _TAIL,
        silent=_HEAD + "推行“双随机、一公开”监管，抽查企业5户。" + _TAIL,
    ),
    rule(
        "FZ122", "corner-marks-unpaired", "直角引号不配对", "warning", _unpaired("「", "」"),
        about="A corner quotation mark, as in traditional script, has no partner.",
        source=f"{_SIGNS} 4.8",
        fires=_HEAD + "推行「雙隨機、一公開監管，抽查企業5戶。" + _TAIL,
        silent=_HEAD + "推行「雙隨機、一公開」監管，抽查企業5戶。" + _TAIL,
    ),
    rule(
        "FZ123", "brackets-unpaired", "括号不配对", "warning", _unpaired("(", ")"),
        about="A round bracket has no partner; brackets lost from numbers of headings are another rule.",
        source=f"{_SIGNS} 4.9",
        fires=_HEAD + "全区15个乡镇（街道全部完成清单编制，评查案卷20卷。" + _TAIL,
        silent=_HEAD + "全区15个乡镇（街道）全部完成清单编制，评查案卷20卷。" + _TAIL,
    ),
    rule(
        "FZ124", "punctuation-doubled", "标点重复", "warning", _doubled,
        about="Two points or commas follow each other; a word is missing or one of them is left over.",
        source=_SIGNS,
        fires=_HEAD + "召开会议3次，，办理案件5件。" + _TAIL,
        silent=_HEAD + "召开会议3次，办理案件5件……" + _TAIL,
    ),
    rule(
        "FZ125", "punctuation-mixed", "全角半角标点混用", "info", _mixed,
        about="A few marks of half width stand in a text of full-width ones.",
        source=f"{_SIGNS} 5.1",
        fires=_HEAD + _MANY + "评查案卷20卷,优秀5卷。" + _TAIL,
        silent=_HEAD + _MANY + "评查案卷1,200卷，优秀5卷。" + _TAIL,
    ),
    rule(
        "FZ126", "placeholder-left", "留有未填空位", "warning", _left_open,
        about="A sign that stands for something to fill in (XX件, 某县) was left in the text.",
        source="党政机关公文处理工作条例 第二十条: 公文发文前应当审核",
        fires=_HEAD + "召开会议XX次，办理案件5件。" + _TAIL,
        silent=_HEAD + "召开会议3次，办理案件5件。" + _TAIL,
    ),
)  # fmt: skip
