"""
What a phrase leaves out, and the clause or the figure before it says.
"""

from __future__ import annotations

from fazhi.knowledge.indicators import unit_class
from fazhi.knowledge.label_words import ADVERBIAL, DEEDS, EVENTS, OBJECT_VERBS, OUTCOMES, PREDICATES
from fazhi.parsing.clauses import Clause
from fazhi.parsing.comparisons import CHANGE_LAST, FROM, RANKED
from fazhi.parsing.drafts import Quantity
from fazhi.parsing.heads import Heads
from fazhi.parsing.joining import alike
from fazhi.parsing.phrase_starts import MAIN_VERB_SET
from fazhi.parsing.phrases import Piece, before
from fazhi.parsing.predicates import is_predicate
from fazhi.text.patterns import lazy


# What these reach out from is said right before: 推行免罚清单,涉及18个领域.
_REACHING = ("涉及", "惠及", "覆盖", "受益", "参与", "服务")
REACHES = lazy("(?:惠及|受益|覆盖|服务|带动)(?:居民|群众|农户|企业|人口|学生|职工|人员|家庭)")
# 财政收入迈过千亿大关,达1330亿元
MARKS_REACHED = ("大关", "关口", "台阶")
# 粮食产量屡创新高,达到1.4万亿斤: what reached a figure is said in the clause before.
_SUBJECT = lazy(
    "(?![^,。;:]*(?:取得|成效|成果|加强|推进|推动|完善|健全|建立|开展|落实|深化))\\s*([^,。;:、]{2,24}?)(?:(?:(?:实现|逐[步年]|不断|持续|稳步|明显|显著|继续|进一步|快速|全面|[大小]幅度?|总体|屡|再|从|由)[^,。;:、]*"
    "|(?:上升|下降|增长|增加|减少|提高|提升|扩大|回升|加快|改善|突破)[^,。;:、]{0,4}))?\\Z"
)
# 处罚类数量最多,共349件
_MOST = lazy("([^,。;:、]{2,20}?)(?:案件|数量|总数|人数)?(?:最多|居多|居首|最大|最高|为主)\\Z")
# 从案件类别看,公安33件; 以项目建设为统领,开工32个; 在保证质量的前提下,建成500套
_SEEN_FROM = lazy(
    "从[^,。;]{2,20}[看分]\\Z|在[^,。;]{2,24}[下上中]\\Z|.*为(?:统领|抓手|重点|核心|导向|主线|引领|目标|契机|依托|载体|牵引|龙头|支撑|基础|中心|突破口)\\Z"
)
_REACHED = lazy("[达到至超破为占]|定在|连续")
POINTS = "百分点"
_SHORT = 3
_SHARED_VERBS = MAIN_VERB_SET | {
    "获批", "争取", "使用", "入选", "投放", "引进", "招引", "谋划", "储备", "硬化", "铺设", "疏浚", "治理", "修复", "减免", "兑现", "下拨", "筹集", "募集", "拨付", "购置", "采购",
    "收缴", "扣押", "没收", "抓获", "破获", "侦破", "涉及", "出栏", "存栏", "种植", "栽植", "养殖", "修改", "修订", "废止", "清理", "取消", "下放", "承接", "审议", "审定",
}  # fmt: skip
# What begins with one of these has a verb of its own.
_VERBS = _SHARED_VERBS.union(PREDICATES, OBJECT_VERBS)
_VERB = 2
_BEFORE_VERBS = ("实际使用", "新入选", "新签约", "新引进", "新谋划", "已使用")
# 市本级培训1020人,全市培训7720人
_OWN_LEVEL = lazy("[省市县区州旗镇]?本级")
# 企业完成销售收入24亿元,利税2亿元: theirs as well.
_YIELDS = frozenset(("利税", "利润", "税收", "产值", "增加值", "总产值", "收入"))
_YIELDED = lazy("(?:完成|实现)[^,。;、]{2,6}\\Z")
_SUCCEEDED = frozenset(("成功", "成功率"))
_TRIED = lazy("(?s:.*)(?:调解|调处|化解)(?!组织|委员会|中心|员|室)(?=[^,。;]{2,8}\\Z)")
_FINED = lazy("案|处罚|违法|执法|查处")
_OUTCOME = lazy(f"(?:(?:{'|'.join(OUTCOMES)})[、和及]?)+")
_OCCASIONS = frozenset(("次", "场", "场次", "期", "批次", "轮", "轮次"))
_DOER = lazy(
    "[^,、]{2,16}?(?:机关|部门|单位|中心|组织|机构|政府|法院|[局市县区])(?=(?:实施|作出|办理|受理|开展|制定|修订|出台|新建|新增|完成|举办|发放|印发|审查|审核|查处)[^,、]{2})"
)


def left_out(
    folded: str, quantity: Quantity, clause: Clause, left: Piece, heads: Heads
) -> Piece | None:
    """
    Return what a phrase that says nothing alone leaves out: the words before its bracket
    (刑事立案数(同比下降13.4%)), the verb that it shares, else the object taken up.
    """
    if folded[left[0] - 1 : left[0]] == "(" and folded.find(")", *left) < 0:
        owner, _ = before(folded, clause.start, left[0] - 1)
        if owner:
            return owner
    _take_up_nearest(folded, quantity, clause, left, heads)
    head = heads.object_before(left[0], rate=quantity.unit == POINTS)
    if head is None:
        changed = folded[left[1] - 1] in CHANGE_LAST and is_predicate(folded, *left)
        return heads.short if changed else None
    if folded[clause.start] == "全" and (own := _OWN_LEVEL.match(folded, *head)):
        head = (own.end(), head[1])
    if folded[slice(*left)] in _SUCCEEDED:
        head = _tried(folded, heads) or head
    if folded[slice(*left)] in _YIELDS and (
        yielded := _YIELDED.search(folded, head[0] + 2, head[1])
    ):
        head = (head[0], yielded.start())
    if folded[left[0] - 1] in "、和及" and (verb := _verb_of(folded, head, left, heads)):
        return verb
    if alike(folded, head, left):
        if folded[left[1] - 1] == "类":
            heads.keep(left, quantity.unit)
        return None
    beside = clause.same and _beside(folded, quantity, head, left, heads)
    return None if beside or _names_itself(folded, head, left) else head


def _take_up_nearest(
    folded: str, quantity: Quantity, clause: Clause, left: Piece, heads: Heads
) -> None:
    """
    Take up what the clause before names, where it is nearer than what was counted, or what the
    sentence before counted in the same unit (收到申请63件。经审理,维持24件).
    """
    reaching = folded.startswith(_REACHING, left[0])
    prior = clause.prior(folded)
    if prior and (heads.phrase is None or reaching or _behind_semicolon(folded, clause, prior)):
        _take_up(folded, quantity, prior, heads)
    phrase, unit = heads.former
    if (
        phrase
        and heads.phrase is None
        and unit_class(unit) == unit_class(quantity.unit)
        and is_predicate(folded, *left)
    ):
        heads.keep(phrase, quantity.unit)


def _names_itself(folded: str, head: Piece, left: Piece) -> bool:
    """
    Whether words name what the head names: 整改资金30万元,未整改资金5万元; but 应出庭30件,实际出庭30件.
    """
    start, end = left
    last = folded[end - 2 : end]
    if last != folded[head[1] - 2 : head[1]] or last in EVENTS:
        return False
    return end - start > _SHORT and folded[start] not in "应实"


def _tried(folded: str, heads: Heads) -> Piece | None:
    """
    Return the object with what was tried on it: 调解纠纷20件,成功19件.
    """
    tried = _TRIED.match(folded, *heads.phrase) if heads.phrase else None
    return (tried.end() - _VERB, tried.endpos) if tried else None


def _beside(folded: str, quantity: Quantity, head: Piece, left: Piece, heads: Heads) -> bool:
    """
    Whether words stand beside the head, not under it: 提醒函22件、督办单71件; 专题调查25次,视察17次.
    """
    if heads.listing or heads.aside:
        return False
    words = folded[slice(*left)]
    if words in DEEDS and unit_class(quantity.unit) != unit_class(heads.unit):
        return True
    if words in OUTCOMES and _OUTCOME.fullmatch(folded, *head):
        return True
    if quantity.unit == "元" and words in OUTCOMES and not _FINED.search(folded, *head):
        return True  # 责令停业单位27家,罚款60万元
    if {quantity.unit, heads.unit} <= _OCCASIONS and words in EVENTS:
        return True
    return (
        folded[left[0] - 1] in "、和及"
        and quantity.unit == heads.unit
        and head == heads.phrase
        and folded[head[0]] not in "各总"
        and not is_predicate(folded, *head)
        and not is_predicate(folded, *left)
    )


def _verb_of(folded: str, head: Piece, left: Piece, heads: Heads) -> Piece | None:
    """
    Return the verb that two short nouns share (出栏生猪5万头、肉牛2万头).
    """
    begin, (start, end) = (heads.phrase or head)[0], head
    if heads.listing or left[1] - left[0] > _SHORT or is_predicate(folded, *left):
        return None
    if left[1] - left[0] == _SHORT and folded[end - 1] == folded[left[1] - 1]:
        return None  # 抽查案卷80卷,优秀卷12卷、合格卷65卷
    if begin == start and folded[start : start + 2] in _SHARED_VERBS:
        start += 2
    return (begin, start) if begin < start and 0 < end - start <= _SHORT else None


def shared_verb(folded: str, left: Piece, earlier: list[Piece], *, same_unit: bool) -> Piece | None:
    """
    Return the verb of the item before that this one shares (修改地方性法规24部、政府规章16部).
    """
    start, end = earlier[0]
    if done := _DOER.match(folded, start, end):
        start = done.end()  # 各级机关实施行政许可2件、行政处罚3件
    if folded.startswith(_BEFORE_VERBS, start):
        start += _VERB if folded[start] == "实" else 1
    verb = folded[start : start + 2]
    if verb not in _SHARED_VERBS or verb == "提出" or (end - start == _VERB and len(earlier) == 1):
        return None
    own = folded[left[0] : left[0] + 2]
    if own in _VERBS or is_predicate(folded, *left):
        return None
    if not same_unit and folded[left[1] - 2 : left[1]] in EVENTS:
        return None  # 组织听证2场、社会稳定风险评估11件
    return start, start + _VERB


def only_verb(folded: str, quantity: Quantity, clause: Clause, heads: Heads) -> list[Piece] | None:
    """
    Return the label of a quantity before which only a verb stands: what the clause before it names
    (财政收入突破亿元,实现1.1亿元).
    """
    prior = clause.prior(folded) if clause.start < quantity.start else None
    if prior is None or not (
        (not clause.same and folded.endswith(MARKS_REACHED, *prior))
        or _behind_semicolon(folded, clause, prior)
        or FROM.match(folded, clause.start, quantity.left)
        or folded[clause.start] == "每"
    ):
        return _subject(folded, quantity, clause, prior, heads)
    _take_up(folded, quantity, prior, heads)
    head = heads.object_before(clause.start)
    return [head] if head else None


def _subject(
    folded: str, quantity: Quantity, clause: Clause, prior: Piece | None, heads: Heads
) -> list[Piece] | None:
    """
    Return the subject of the clause before, where it is said here only what figure that reached.
    """
    if prior is None or clause.same:
        return None
    reached = _REACHED.search(folded, clause.start, quantity.start)
    subject = _MOST.match(folded, *prior) or (_SUBJECT.match(folded, *prior) if reached else None)
    if subject is None or folded.startswith(ADVERBIAL, subject.start(1)):
        return None
    heads.keep(subject.span(1), quantity.unit)
    return [subject.span(1)]


def _behind_semicolon(folded: str, clause: Clause, prior: Piece) -> bool:
    """
    Whether the clause before stands behind a semicolon: it is nearer than what was counted before.
    """
    return prior[0] > clause.floor and folded[prior[0] - 1] == ";"


def _take_up(folded: str, quantity: Quantity, prior: Piece, heads: Heads) -> None:
    """
    Take up the phrase of the clause before.
    """
    if folded.startswith(ADVERBIAL, prior[0]) or _SEEN_FROM.match(folded, *prior):
        return
    phrase, _ = before(folded, *prior)
    if phrase is None or (folded[phrase[0]] == "(" and folded[phrase[1] - 1] == ")"):
        return  # the number of a document: 《…》(县发〔2016〕23号),制定了7个方面
    if (ranked := RANKED.search(folded, *phrase)) is not None:
        phrase = (phrase[0], ranked.start())  # 总量稳居全省第一,增速达9.5%
    if phrase[1] - phrase[0] > 1 and not is_predicate(folded, *phrase):
        heads.keep(phrase, quantity.unit)
