"""
How the words of a label join with what they take up from before.
"""

from __future__ import annotations

from fazhi.knowledge.label_words import OUTCOMES, TOGETHER
from fazhi.parsing.comparisons import CHANGE_LAST
from fazhi.parsing.heads import Heads
from fazhi.parsing.phrases import Piece
from fazhi.parsing.predicates import change_in
from fazhi.text.patterns import lazy


# What meetings, prizes, rates and the like end in, each a kind of its own.
_KINDS_OF = frozenset("会奖班课展坛队站所率")
_SHORT, _LONGEST_QUOTED = 2, 20
_PAPERS = frozenset("书函")
_MARKS = lazy("[“”]")
_LEVEL = lazy("(?:国家|省部?|自治区|地市|[市州盟县区旗镇乡村])级")

# 案件立案20件,结案10件: what was done with them first is left out.
_DONE = lazy(
    "(?:累计|全年)?(?:立案|收案|新收|受理|旧存|结案|审结|办结|应出庭(?:应诉)?|收治|接收"
    f"|{'|'.join(OUTCOMES)})\\Z"
)

# “好差评”非常满意802条,基本满意20条: each degree goes without the other.
_DEGREE = lazy("(?:非常|比较|基本|较|很|不太|不)?(?:满意|了解|认可|称职|合格|优秀|良好)")

# 开展防汛、地震、森林防火等应急演练: what goes before 等 are examples.
_EXAMPLES = lazy(
    "(?P<verb>开展|举办|组织|召开|举行|印发|制定|出台|发放|办理|受理|查处|聘请|新建|完成)[^,。;等]+、[^,。;等]+等(?!方式|形式|手段|渠道|多种|途径|方面|部门|单位)(?P<noun>[^,。;、等的]{4,12})(?<!措施|事项|问题|任务|制度|文件|内容|活动|工作|方案|办法)"
)

_EXAMPLES_FIRST = frozenset("开举组召印制出发办受查聘新完")
# Behind what did it: 司法所共参与, 该乡累计发放.
_TOGETHER = lazy(f"(?<=..)(?<![公中国])(?:{TOGETHER}[计有]?|累计)(?=..)")

# 信息公开申请96件,其中予以公开41件: done with them, and none of them by name.
_DISPOSED = lazy("予以|不予|部分|全部|直接|依法")

# What refers to a note: 规模以上工业[3]增加值, “放管服”②改革.
# The look-ahead lets the engine pass over most characters at one test.
NOTE = lazy(r"(?=[\[【［①-⑳注\d])(?:[\[【［]\d{1,3}[\]】］]|[①-⑳]|(?<=”)注?\d{1,2}(?!\d))")


def without_notes(text: str, pieces: list[Piece]) -> list[Piece]:
    """
    Return the pieces without what refers to notes.
    """
    found: list[Piece] = []
    for start, end in pieces:
        at = start
        for note in NOTE.finditer(text, start, end):
            found.append((at, note.start()))
            at = note.end()
        found.append((at, end))
    return [(start, end) for start, end in found if end > start]


def joined(folded: str, head: Piece, own: list[Piece]) -> list[Piece]:
    """
    Return what was left out with the own words, and nothing twice: 负责人[出庭应诉][出庭应诉率].
    """
    left = own[0]
    done = _DONE.search(folded, head[0] + 2, head[1])
    if done and folded[left[1] - 1] not in CHANGE_LAST:
        head = (head[0], done.start())
    other = _DEGREE.match(folded, *left) and _DEGREE.search(folded, head[0] + 1, head[1])
    if other and other.end() == head[1]:
        return [(head[0], other.start()), *own]
    level = _LEVEL.fullmatch(folded, *left) and _LEVEL.match(folded, *head)
    if level:
        return [left, (level.end(), head[1]), *own[1:]]  # 国家级示范村15个、省级126个
    size = left[1] - left[0]
    paper = folded[left[1] - 1] in _PAPERS and size < head[1] - head[0] - 1
    if paper and folded[head[1] - 1] == folded[left[1] - 1]:
        return [(head[0], head[1] - size), *own]  # 行政复议意见书15份、建议书6份
    words, before = folded[slice(*left)], folded[slice(*head)]
    for size in range(min(len(words), len(before) - 1), 1, -1):
        if before.endswith(words[:size]):
            item = max(folded.rfind(sign, *head) for sign in "、和及与") + 1
            start = item if size == left[1] - left[0] and item else head[0]
            return [(start, head[1] - size), *own]  # 建议和政协提案40件,其中提案18件
    return [head, *own]


def with_quotations(folded: str, pieces: list[Piece]) -> list[Piece]:
    """
    Return the pieces with all of a quotation that a number cuts: “15分钟政务服务圈”网点.
    """
    found: list[Piece] = []
    for piece in pieces:
        start, end = piece
        if _MARKS.search(folded, start, end):
            start, end = _behind_mark(folded, start, end), _before_mark(folded, start, end)
        if start < end:
            found.append((start, end))
    return found


def _behind_mark(folded: str, start: int, end: int) -> int:
    """
    Return where a piece starts that a quotation closes in: where that opens, else behind it.
    """
    close = folded.find("”", start, end)
    if close < 0 or folded.find("“", start, close) >= 0:
        return start
    opened = folded.rfind("“", max(0, start - _LONGEST_QUOTED), start)
    return opened if opened >= 0 and "。" not in folded[opened:start] else close + 1


def _before_mark(folded: str, start: int, end: int) -> int:
    """
    Return where a piece ends that a quotation opens in: where that closes, if it is near.
    """
    opened = folded.rfind("“", start, end)
    if opened < 0 or folded.find("”", opened, end) >= 0:
        return end
    close = folded.find("”", end, end + _LONGEST_QUOTED)
    return close + 1 if close >= 0 and "。" not in folded[end:close] else end


def without_examples(folded: str, pieces: list[Piece]) -> list[Piece]:
    """
    Return the pieces without the examples of a noun: 开展[防汛、地震、森林防火等]应急演练.
    """
    if not pieces or folded[pieces[0][0]] not in _EXAMPLES_FIRST:
        return pieces
    found = _EXAMPLES.fullmatch(folded, *pieces[0])
    return [found.span("verb"), found.span("noun"), *pieces[1:]] if found else pieces


def without_together(folded: str, pieces: list[Piece]) -> list[Piece]:
    """
    Return the pieces without the words that only sum up: 复议机关[共]收到申请63件.
    """
    found: list[Piece] = []
    for start, end in pieces:
        together = _TOGETHER.search(folded, start, end)
        if together is None or folded.find("、", together.end(), end) > 0:
            found.append((start, end))
        else:
            found += [(start, together.start()), (together.end(), end)]
    return found


def part_of(folded: str, left: Piece, heads: Heads) -> list[Piece]:
    """
    Return the label of a part: its own words with those of the total that they leave out.
    """
    size, ending = left[1] - left[0], folded[left[1] - 2 : left[1]]
    head = heads.object_before(left[0])
    if head is None or size > 6:
        return [left]
    changed = change_in(folded, *left)
    if changed and folded.find(folded[left[0] : changed.start()], *head) >= 0:
        return [left]  # 进出口总额增长5%,其中:出口增长12%
    if size <= 5 and folded.endswith(ending, head[0] + 2, head[1]):
        shared = 2  # 行政诉讼案件71件,其中二审案件43件
        while folded[left[1] - shared - 1] == folded[head[1] - shared - 1] and shared < size - 1:
            shared += 1
        return [(head[0], head[1] - shared), left]
    if size >= 4 and folded.find(ending, *head) >= 0 and not _DISPOSED.match(folded, *left):
        return [left]  # 文件合同368件,包括:规范性文件24件
    return [head, left]


def alike(folded: str, head: Piece, piece: Piece) -> bool:
    """
    Whether two phrases name two of a kind, and neither is the other's (主任办公会, 工委会).
    """
    last = folded[piece[1] - 1]
    if last == "类" and folded.find(last, *head) >= 0:
        return True  # 处罚类案件24件,其他类11件
    short = max(head[1] - head[0], piece[1] - piece[0]) <= _SHORT  # 建成新线6公里,复线4公里
    return (short or last in _KINDS_OF) and last == folded[head[1] - 1]
