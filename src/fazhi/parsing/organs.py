"""
Names of organs, as they stand in titles, letterheads and signatures: whose, and of what kind.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from fazhi.knowledge.naming import read_place
from fazhi.text.patterns import HAN, lazy


OrganKind = Literal["party", "government", "congress", "office", "department"]

_BEFORE = lazy("(?:中国共产党|中共)?(?:国家税务总局)?(?:中华人民共和国(?![0-9]))?")
# Words by which an organ's name ends; what follows must not go on with the name.
_STOP = r"(?=$|[\s0-9、,:;()关二〇○年的法依及和与]|工作|印发|上半)"
_KINDS: tuple[tuple[OrganKind, str], ...] = (
    ("office", r"委?(?:全面)?依法治[省区市州县旗盟镇街](?:委员会|委)?(?:办公室|办)"),
    ("department", r"(?:人民)?政府(?:办公[室厅]|研究室|法制办公室|法制办)"),
    ("government", r"(?:人民政府)?(?:街道)?办事处|人民政府|政府|行政公署|行署|管理委员会|管委会"),
    (
        "congress",
        rf"(?:人民代表大会|人大)(?:常务委员会|常委会)?(?:{HAN}{{0,14}}?(?:组|委员会|委|室))?",
    ),
    ("congress", rf"(?:{HAN}|、){{0,14}}?(?:视察|调研|检查|执法检查|评议)组"),
    (
        "party",
        r"(?:委员会|工作委员会|党工委|党委|工委|党组|委)"
        + _STOP
        + rf"|委(?:员会)?(?={HAN}{{1,12}}人民政府)",
    ),
    (
        "department",
        rf"(?!关于)(?:{HAN}|[、()·]){{1,24}}?(?:分局|局|厅|委员会|委|办公室|办|研究院|法院|检察院|部|署|总署|中心|[支总大]队|公司|学校|学院|联合会|协会|所|社)"
        + _STOP,
    ),
)
_ORGAN = lazy("|".join(f"(?P<k{i}>{pattern})" for i, (_, pattern) in enumerate(_KINDS)))
# 广州市公安局增城区分局, 重庆市公安局渝北分局: whose the branch is.
_BRANCH = lazy(rf"(?:局|委员会|委)(?P<place>{HAN}{{2,10}}?)分局$")
# 市司法局, 县人民政府: the level stands for the place.
_LEVEL = lazy(rf"(?:自治[区州县旗]|[省市州县区旗盟镇乡])(?={HAN})")
_MINISTRY = lazy(
    rf"(?:中华人民共和国|国家)?{HAN}{{2,10}}?(?:部|总局|总署|国务院|署)" + _STOP
    + rf"|国家{HAN}{{2,12}}?(?:委员会|委|局|院)" + _STOP
    + r"|中国(?:人民银行|气象局|地震局|证监会|民用航空局)|最高人民(?:法院|检察院)|审计署|水利部"
    + rf"|国务院(?:{HAN}{{0,8}}?(?:办公[厅室]|研究室|委员会|委|办|局|中心)" + _STOP + ")?"
)  # fmt: skip

# 2022年,司法部坚持….
MINISTRY_OPENS = lazy(
    r"\s*(?:20\d\d年度?(?:以来)?,?|今年以来,)?(?P<name>(?:原|国家)?(?:司法|公安|财政|教育|商务|水利|民政|农业农村|农业|自然资源|国土资源|生态环境|环境保护|住房城乡建设|住房和城乡建设"
    "|交通运输|文化和旅游|应急管理|人力资源社会保障|人力资源和社会保障|退役军人事务|工业和信息化|科学技术|科技|铁道|卫生)部"
    "|国家(?:发展改革委|卫生健康委|民委|税务总局|市场监督管理总局|林草局|能源局|统计局|医保局|知识产权局)|海关总署|审计署|中国人民银行|最高人民(?:法院|检察院))"
    "(?=[坚认深全始紧严以积切高立围按贯牢持扎在结聚依主不将把进推突履着锚,])"
)


class Organ(NamedTuple):
    """
    An organ named at some offset of a text.

    Attributes:
        start: Where its name begins, 中共 and the like included.
        end: Where it ends.
        places: Names of the places in it, from the outermost in.
        kind: party, government, congress, office (of the rule-of-law commission) or department;
            None where only a place stands there.
        ministry: Whether it is an organ of the State Council.
    """

    start: int
    end: int
    places: tuple[str, ...]
    kind: OrganKind | None
    ministry: bool = False


def _branch(words: str) -> tuple[str, ...]:
    """
    Return the places of an organ's branch, behind that of the organ itself.
    """
    branch = _BRANCH.search(words) if words.endswith("分局") else None
    if branch is None:
        return ()
    for name in (branch["place"], *(branch["place"] + level for level in "区县市旗")):
        if places := read_place(name, 0, len(name)):
            return places
    return ()


def read_organ(folded: str, start: int, end: int) -> Organ | None:
    """
    Return the organ, or the place alone, whose name begins at *start*; None without either.
    """
    before = _BEFORE.match(folded, start, end)
    at = before.end() if before else start
    places = read_place(folded, at, end)
    at += sum(map(len, places))
    if places in ((), ("中国",)) and (ministry := _MINISTRY.match(folded, start, end)):
        return Organ(start, ministry.end(), (), "department", ministry=True)
    level = None if places else _LEVEL.match(folded, at, end)
    if not places and not level:
        return None
    organ = _ORGAN.match(folded, level.end() if level else at, end)
    if organ:
        kind = _KINDS[int(str(organ.lastgroup)[1:])][0]
        return Organ(start, organ.end(), places + _branch(organ[0]), kind)
    return Organ(start, at, places, None) if places else None
