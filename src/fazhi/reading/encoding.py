"""
Bytes to text: which encoding, and how sure that is.

The order of proof: a byte-order mark, valid UTF-8 without zero bytes, and at
last a comparison of what each encoding in `CANDIDATES` makes of the bytes.
Nothing is refused: bytes that fit no encoding become U+FFFD, are counted, and
pull the confidence down.
"""

from __future__ import annotations

import codecs
from functools import cache
from typing import NamedTuple


class Decoded(NamedTuple):
    """
    Bytes as text.

    Attributes:
        text: All characters, line ends as they are, without the byte-order mark.
        encoding: Name of the encoding, as Python knows it.
        confidence: From 0 to 1; 1 where a byte-order mark or valid UTF-8 proves it.
        damaged: How many characters stand for bytes that could not be read (U+FFFD).
    """

    text: str
    encoding: str
    confidence: float
    damaged: int = 0


# Longer marks first: the mark of UTF-32 starts with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)

# GB18030 holds GBK and GB 2312, and reads their dots and dashes as the pages meant them.
CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")

# The most frequent characters of reports and of any Chinese text, in both scripts. A wrong
# encoding gives characters from all over the table, so few of these.
COMMON = (
    "法政行治件府人执一建全的作实项设年工务市制化和区会规理进开办推事部不议范提民强公发展案查力责大度审"
    "主解加依监二要州决委体个员管中持次率三重合有督业任对领导性动为平文服党机成是情调在关面定报组保策共"
    "落题格深效万改五入问上门律出级新现况以用高环及社各县专等省处完时学点职分应严方能复坚明到下权升常企"
    "单程告立境量营镇习证华诉清基施自通评生了织地条于续目检安场意负乡革步备同国第系名众道十经四普善质资"
    "纠增示位核商纷网数健序思罚优好元街信将群干察日近矛盾训防产卷收达综向贯台联整其接月家局与批见放传态"
    "執實項設務區會規進開辦議範強發責審監決體個員業對領導動爲為黨機調關報組題萬問門級現況環縣專處時學點"
    "職應嚴復堅權單營鎮習證華訴評織條於續檢場負鄉備國衆眾經質資糾紛網數罰優將幹訓產達綜貫臺聯與見傳結層"
    "協長統過徹內參確餘據壓認標準計戶隊請號線護險還夠錄總聽斷蓋試論後識穩類編紅許並維舉減視較爭記違預構"
    "这們们他我你也就說说那沒没來来去里裡之而本外都前心水小天多少原兵此反利比或接形样樣间間物想走头頭很使"
)
FRAME = "《》〈〉“”、。，：；（）！？　—－"
SAMPLE = 1 << 15  # bytes compared; more does not change the answer
DOUBT = 0.5  # the most that a damaged reading is believed

# What one character says for the encoding that gave it, by class: common, known (of the first
# level of GB 2312 or Big5), zero and other controls, damage; a rare one has no class.
WEIGHTS = {"C": 1.0, "K": 0.3, "Z": -1.0, "D": -1.0}
RARE_WEIGHT = -0.3
# Letters, digits and points look alike in nearly all encodings and say little; but where there is
# nothing else, they tell UTF-16 from its zeros.
FRAME_WEIGHT = 0.1
# Any two bytes are some character of UTF-16, and files of it without a mark are few.
UNMARKED = {"utf-16-le": 0.3, "utf-16-be": 0.3}


def decode(data: bytes) -> Decoded:
    """
    Read *data* as text in the encoding that fits best.

    Args:
        data: A whole text file: UTF-8, UTF-16 or UTF-32 (with a mark; UTF-16 also without),
            GB18030 with GBK and GB 2312 in it, Big5 with the Hong Kong supplement.

    Returns:
        The text and how it was read. Never raises.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _read(data[len(mark) :], encoding, 1.0)
    zero = data.find(b"\0")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _compare(data, error.start)
    # UTF-16 of letters and digits is valid UTF-8 as well, with a zero in each pair.
    return Decoded(text, "utf-8", 1.0) if zero < 0 else _compare(data, zero)


def _compare(data: bytes, first: int) -> Decoded:
    """
    Read *data* in the candidate that makes most sense of it.

    Args:
        data: Bytes that are not simply UTF-8.
        first: Offset of the first byte that shows it; the sample starts near it.
    """
    start = max(0, first - SAMPLE // 2) & ~1  # even, for UTF-16
    # A cut inside a pair would shift all pairs behind it; line feeds are safe in GB and Big5.
    line = data.rfind(b"\n", 0, start) + 1
    scores = {
        name: _sense(data[start if name in UNMARKED else line :][:SAMPLE], name)
        for name in CANDIDATES
    }
    best, second = sorted(scores, key=lambda name: -scores[name])[:2]
    top, next_ = max(0.0, scores[best]) ** 2, max(0.0, scores[second]) ** 2
    # How far ahead, and no more than the text makes sense by itself: 0.3 is usual for tables.
    confidence = top / (top + next_ or 1.0) * min(1.0, max(0.0, scores[best]) / 0.3)
    return _read(data, best, round(confidence, 2))


def _sense(sample: bytes, encoding: str) -> float:
    """
    Return how much *sample* looks like a report in *encoding*: 1 at best, below 0 for noise.
    """
    classes = sample.decode(encoding, "replace").translate(_classes())
    counts = {name: classes.count(name) for name in WEIGHTS}
    frame = FRAME_WEIGHT * classes.count("F")
    rare = len(classes) - classes.count("F") - sum(counts.values())
    points = frame + RARE_WEIGHT * rare + sum(WEIGHTS[c] * n for c, n in counts.items())
    sense = points / (frame + rare + sum(counts.values()) or 1)
    return sense - UNMARKED.get(encoding, 0.0)


@cache
def _classes() -> dict[int, str]:
    """
    Return the class of each character that has one; the rest is rare and keeps its own sign.
    """
    gb = bytes(
        b for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF) for b in (lead, trail)
    )
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    big5 = bytes(b for lead in range(0xA4, 0xC6) for trail in trails for b in (lead, trail))
    known = gb.decode("gb2312", "ignore") + big5.decode("big5", "ignore")
    return {
        **dict.fromkeys(map(ord, known), "K"),
        **dict.fromkeys(map(ord, COMMON), "C"),
        **dict.fromkeys(range(0xA0), "Z"),
        **dict.fromkeys((*range(0x20, 0x7F), *map(ord, FRAME + "\t\r\n")), "F"),
        0xFFFD: "D",
    }


def _read(data: bytes, encoding: str, confidence: float) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, confidence)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    # A U+FFFD of the source itself is counted too: it stands for damage as well, only older.
    return Decoded(text, encoding, min(confidence, DOUBT), text.count("\ufffd"))
