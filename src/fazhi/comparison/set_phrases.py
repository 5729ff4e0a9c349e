"""
Phrases that everybody uses: to share them is no copying.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen


@frozen
class SetPhrase:
    """
    Words by which a clause is known as one that every report may have.

    Attributes:
        pattern: Regular expression on folded text, in ``re`` syntax.
        example: A clause that has it.
    """

    pattern: str
    example: str


SET_PHRASES: Final = (
    SetPhrase("习近平", "深入学习宣传贯彻习近平法治思想"),
    SetPhrase("两个确立|两个维护|四个意识|四个自信", "坚定拥护“两个确立”"),
    SetPhrase("党的(?:十[八九]|二十)大|[三四五六]中全会", "全面贯彻落实党的二十大精神"),
    SetPhrase("党中央|国务院|中央和|中央全面", "认真落实党中央、国务院决策部署"),
    SetPhrase("坚强领导|正确领导|有力指导|精心指导|大力支持", "在市委、市政府的坚强领导下"),
    SetPhrase("中国特色社会主义|以人民为中心|人民群众对", "坚持以人民为中心的发展思想"),
    SetPhrase(
        "法治国家|法治社会一体|依法治国|一规划两纲要", "法治国家、法治政府、法治社会一体建设"
    ),
    SetPhrase("第一责任人|四个亲自|亲自部署|述法", "切实履行推进法治建设第一责任人职责"),
    SetPhrase("公正文明执法|三项制度|全过程记录|双随机", "坚持严格规范公正文明执法"),
    SetPhrase("放管服|营商环境|最多跑一次|一网通办", "持续深化“放管服”改革"),
    SetPhrase(
        "公众参与、专家论证|集体讨论决定", "公众参与、专家论证、风险评估、合法性审查和集体讨论决定"
    ),
    SetPhrase("关键少数|领导干部.{0,6}学法|会前学法", "抓住领导干部这个“关键少数”"),
    SetPhrase(
        "谁执法谁普法|[八七]五.?普法|美好生活.民法典|宪法宣传周", "落实“谁执法谁普法”普法责任制"
    ),
    SetPhrase("办事依法|遇事找法|尊法学法|法治思维和法治方式", "遇事找法、解决问题用法"),
    SetPhrase("枫桥|大调解|公共法律服务体系", "坚持和发展新时代“枫桥经验”"),
    SetPhrase("报告如下|情况汇报如下|有关情况", "现将有关情况报告如下"),
    SetPhrase("仍存在|还存在|存在.{0,8}(?:问题|不足|差距)", "但还存在一些问题和不足"),
    SetPhrase("纲要|实施方案.{0,4}要求", "按照法治政府建设实施纲要要求"),
)
