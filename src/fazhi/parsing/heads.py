"""
The object that later phrases of a sentence take up (收到申请41件,受理38件).
"""

from __future__ import annotations

from fazhi.knowledge.indicators import unit_class
from fazhi.knowledge.label_words import REST
from fazhi.knowledge.units import SHARES
from fazhi.parsing.clauses import Clause
from fazhi.parsing.drafts import Quantity
from fazhi.parsing.phrase_starts import MAIN_VERB_SET
from fazhi.parsing.phrases import Piece
from fazhi.parsing.predicates import is_predicate, object_of
from fazhi.text.patterns import lazy


_JOINTS = frozenset("、和及")
# 从行政复议案件类别看,公安33件; 在审结的案件中,维持16件: what a list is of.
_LIST_OF = lazy(
    "从(?P<seen>[^,。;]{2,20}?)的?(?:所属|涉及)?(?:类别|类型|性质|种类|领域|行业|事项|内容|结构|结果|方式|情况|构成|区域|主体|渠道|来源|层级|案由)(?:分布|构成|情况|来)?[看分]\\Z"
    "|(?:在|上述|这些)(?P<among>[^,。;]{2,18}?(?:案件|案卷|申请|事项|问题|项目|文件|合同|纠纷|投诉|诉求|建议|提案|线索|隐患|人员|干部|企业|单位))中\\Z"
)
# 收到申请63件。经审理,维持24件: the sentence goes on from the one before.
_FARTHEST = 12
# So many characters behind a semicolon begin something else than an item.
_OWN = 7


class Heads:
    """
    The phrase whose object later phrases of the sentence take up.

    Attributes:
        phrase: The phrase.
        short: A noun too short to be taken up by more than what it did (钢产量520万吨,增长11%).
        unit: Unit of what is counted there.
        listing: Whether parts of a total are listed.
        aside: Whether a bracket is open.
        parted: Whether the quantity before is a part of a total.
        timed: Whether the quantity before is a number of years.
        former: What the sentence before counted last, and its unit.
        beside: Where the next item of a list starts that one verb may have as its objects
            (修改法规2部、规章3部, 建成安置房6617套、水泥路375公里).
    """

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self.phrase: Piece | None = None
        self.unit = ""
        self.short: Piece | None = None
        self.listing = False
        self.aside = False
        self.timed = False
        self.parted = False
        self.beside = 0
        # Whether a colon opened the list, which goes on behind semicolons then.
        self._colon = False
        # Whether it stands in a bracket, and ends with it.
        self._bracket = False
        # What the sentence before counted last.
        self.former: tuple[Piece | None, str] = None, ""
        # What was counted last: a rate said by the way is taken up by no count behind it.
        self._counted: tuple[Piece | None, str] = None, ""
        # What a list is of, for its rest: 文件168件次,其中合同96份、其他52件.
        self._total: tuple[Piece | None, str] = None, ""

    def enter(self, clause: Clause, before: Quantity | None, quantity: Quantity) -> None:
        """
        Go on to *quantity*; *before* is the one before it.
        """
        self.timed = before is not None and before.unit == "年"
        self.parted = self.listing and clause.same
        self.beside = 0
        if before is None or not clause.same:
            self._begin(clause, before, quantity)
            return
        if self.unit in SHARES and quantity.unit not in SHARES and self._counted[0]:
            self.phrase, self.unit = self._counted  # 案件54件,出庭应诉率100%,败诉4件
        between = self.folded[before.right : quantity.left]
        if between[:1] == "、" and quantity.change is None and quantity.unit not in SHARES:
            self.beside = before.right + 1 + (self.folded[before.right + 1] == " ")
        elif between[-1:] in _JOINTS:
            self.beside = quantity.left  # 新增43个起降点、58条航线
        if self.listing or "(" in between or ")" in between:
            self._close_list(between)
        opening = between[:12]
        if "其中" in opening or "包括" in opening or opening.startswith((":", "(含", ",含")):
            self._bracket = between[0] == "(" and not self.listing
            self.listing, self.unit, self._colon = True, before.unit, ":" in between
            self._total = self.phrase, unit_class(before.unit)
        elif self.folded.startswith(REST, quantity.left - 2):
            phrase, units = self._total
            if phrase and unit_class(quantity.unit) == units:
                self.phrase, self.unit, self.listing = phrase, quantity.unit, True
        self.listing = self.listing and quantity.unit == self.unit

    def _close_list(self, between: str) -> None:
        """
        End the list of parts with its bracket (路面26公里(其中县道15公里),路面22公里(…)), and one that
        no colon opened where something longer than an item follows a semicolon (其中税收3亿元;零售总额5亿元).
        """
        opened = self.aside
        if "(" in between or ")" in between:
            self.aside = between.rfind("(") > between.rfind(")")
        if opened and self._bracket and ")" in between:
            self.listing = self._bracket = False
        if not self._colon and 0 <= between.rfind(";") < len(between) - _OWN:
            self.listing = False

    def _begin(self, clause: Clause, before: Quantity | None, quantity: Quantity) -> None:
        """
        Begin a sentence: with nothing taken up, or with what a list is of.
        """
        gap = self.folded[before.right : clause.floor] if before else ""
        goes_on = 0 < len(gap) <= _FARTHEST and gap.count("。") == 1 and "\n" not in gap
        phrase, unit = self._counted
        done = phrase and is_predicate(self.folded, phrase[1] - 2, phrase[1])  # 作其他处理6件
        self.former = (phrase, unit) if goes_on and not done else (None, "")
        self.phrase, self.unit, self.listing, self.aside = None, quantity.unit, False, False
        self.short, self._total, self._counted = None, (None, ""), (None, "")
        prior = clause.prior(self.folded)
        of = _LIST_OF.match(self.folded, *prior) if prior else None
        whole = of.span(of.lastgroup or 0) if of else None
        if whole and quantity.unit not in SHARES and not is_predicate(self.folded, *whole):
            self.phrase, self.listing = whole, True
            self._total = self.phrase, unit_class(quantity.unit)

    def keep(self, phrase: Piece, unit: str) -> None:
        """
        Take *phrase* up from now on; the parts of a list keep the head of their total, and what is
        said in brackets is taken up by nothing behind them (案件39件(其中违法建设7件),罚款5万元), nor
        is what took some years (总值达3万亿元,五年跨上两个台阶,增长8%).
        """
        if self.folded[phrase[0]] == "以" and self.folded.find("方式", *phrase) >= 0:
            return  # 以调解、和解等方式结案17件
        if not self.listing and (self.phrase is None or not (self.aside or unit == "年")):
            self.phrase, self.unit = phrase, unit
            if unit not in SHARES:
                self._counted = phrase, unit

    def begins_again(self, left: Piece) -> bool:
        """
        Whether *left* begins as the phrase taken up does (新增铁路1公里,其中高铁1公里;新增公路…), or
        names behind a semicolon what that names.
        """
        start, end = left
        if self.phrase is None:
            return False
        first, last = self.phrase
        verb = self.folded[start : start + 2]
        if verb in MAIN_VERB_SET and self.folded.startswith(verb, first):
            return True
        # 小学教职工14人,其中专任教师13人;初中教职工9人
        same = self.folded[end - 2 : end] == self.folded[last - 2 : last]
        return same and self.folded[start - 1] == ";" and not self._colon

    def object_before(self, start: int, *, rate: bool = False) -> Piece | None:
        """
        Return the object of the phrase taken up, where it stands before *start*.

        With *rate* its rate is kept: 败诉率12%,下降3个百分点 is a fall of the rate.
        """
        if self.phrase is None or self.phrase[1] > start:
            return None
        found = object_of(self.folded, self.phrase, rate=rate)
        return found if found[1] <= start else None
