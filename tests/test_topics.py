"""
Topics: what a part is about, by its heading, the headings above it and its body.
"""

from __future__ import annotations

import attrs
import pytest

from fazhi.formats.topics import NATIONAL_TOPICS
from fazhi.knowledge.frameworks import known_frameworks
from fazhi.model import Format, TopicRow
from fazhi.parsing.topics import topics_of


PLAIN = Format(name="test.plain", title="plain", kinds=("annual_report",))


@pytest.mark.parametrize(
    ("row", "example"),
    [(row, example) for row in NATIONAL_TOPICS for example in row.examples],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_row_reads_its_examples(row, example):
    assert topics_of(example, "", "", PLAIN)[0] == row.topic


OUTLINE_2021 = next(f for f in known_frameworks() if f.number == "中发〔2021〕33号")


@pytest.mark.parametrize(("topic", "heading"), OUTLINE_2021.topics)
def test_the_ten_parts_of_the_outline_are_their_topics(topic, heading):
    assert topics_of(heading, "", "", PLAIN)[0] == topic


# Headings as many reports have them; the short heading is the odd one.
HEADINGS = [
    ("全面贯彻习近平法治思想", "thought"),
    ("持续强化思想引领,深化理论学习", "thought"),
    ("坚持学思践悟,深入学习宣传贯彻党的二十大精神", "thought"),
    ("深化“放管服”改革", "functions"),
    ("推进行政许可标准化规范化", "functions"),
    ("打造一流法治化营商环境", "functions"),
    ("落实权责清单制度", "functions"),
    ("推行证明事项告知承诺制", "functions"),
    ("加强信用监管", "functions"),
    ("全面落实公平竞争审查制度", "functions"),
    ("高效办成一件事", "functions"),
    ("政务服务效能不断提升", "functions"),
    ("深化乡镇(街道)机构改革", "functions"),
    ("完善“双随机、一公开”监管机制", "functions"),
    ("加强生态环境保护,守护绿水青山", "functions"),
    ("行政审批制度改革仍需深化", "functions"),
    ("提高立法质量", "rulemaking"),
    ("推进科学立法民主立法", "rulemaking"),
    ("强化规范性文件监管", "rulemaking"),
    ("严格落实规范性文件合法性审核制度", "rulemaking"),
    ("规范性文件报备不够及时", "rulemaking"),
    ("加强政府规章清理", "rulemaking"),
    ("完善依法行政制度体系", "rulemaking"),
    ("严格执行重大行政决策程序", "decision"),
    ("充分发挥法律顾问作用", "decision"),
    ("加强公职律师队伍建设", "decision"),
    ("推进科学民主依法决策", "decision"),
    ("决策执行和评估机制逐步完善", "decision"),
    ("落实合法性审查机制", "decision"),
    ("重大决策社会稳定风险评估有序开展", "decision"),
    ("全面推行行政执法“三项制度”", "enforcement"),
    ("深化综合行政执法体制改革", "enforcement"),
    ("强化执法监督,规范执法行为", "enforcement"),
    ("加大重点领域执法力度", "enforcement"),
    ("规范行政裁量权基准", "enforcement"),
    ("开展案卷评查", "enforcement"),
    ("推行轻微违法行为不予处罚", "enforcement"),
    ("执法人员素质参差不齐", "enforcement"),
    ("推进行政执法与刑事司法衔接", "enforcement"),
    ("提升应急管理能力", "emergency"),
    ("完善应急预案体系", "emergency"),
    ("依法做好疫情防控工作", "emergency"),
    ("防灾减灾救灾能力不断增强", "emergency"),
    ("坚守安全生产底线", "emergency"),
    ("加强行政复议和应诉工作", "disputes"),
    ("行政机关负责人出庭应诉制度有效落实", "disputes"),
    ("完善多元化纠纷解决机制", "disputes"),
    ("加强人民调解工作", "disputes"),
    ("推动行政争议实质性化解", "disputes"),
    ("信访工作法治化有序推进", "disputes"),
    ("打造新时代“枫桥经验”升级版", "disputes"),
    ("自觉接受各方面监督", "oversight"),
    ("主动接受人大监督和政协民主监督", "oversight"),
    ("深化政务公开", "oversight"),
    ("强化审计监督", "oversight"),
    ("加快推进政务诚信建设", "oversight"),
    ("规范行政权力运行", "oversight"),
    ("依法办理人大代表建议", "oversight"),
    ("推进“互联网+监管”", "digital"),
    ("加强数字政府建设", "digital"),
    ("政务数据共享不充分", "digital"),
    ("推动信息化平台建设", "digital"),
    ("法治政府建设智能化水平有待提高", "digital"),
    ("加强党对法治建设的领导", "leadership"),
    ("落实党政主要负责人第一责任人职责", "leadership"),
    ("健全领导干部学法用法机制", "leadership"),
    ("强化法治督察考核", "leadership"),
    ("开展述法评议", "leadership"),
    ("抓住领导干部这个“关键少数”", "leadership"),
    ("部分领导干部法治思维有待加强", "leadership"),
    ("深化示范创建", "leadership"),
    ("加强法治工作队伍建设", "leadership"),
    ("法治政府建设推进不平衡", "leadership"),
    ("落实普法责任制", "legal_society"),
    ("扎实推进“八五”普法规划实施", "legal_society"),
    ("加强法治宣传教育", "legal_society"),
    ("公共法律服务体系更加完善", "legal_society"),
    ("深入推进法治乡村建设", "legal_society"),
    ("培育“法律明白人”", "legal_society"),
    ("法律援助应援尽援", "legal_society"),
    ("加强法治文化阵地建设", "legal_society"),
    ("普法形式单一", "legal_society"),
    ("依法治理民族宗教事务", "local_special"),
    ("维护社会稳定和长治久安", "local_special"),
    ("其他需要报告的事项", "other"),
    ("二〇二三年", "other"),
]


@pytest.mark.parametrize(("heading", "topic"), HEADINGS)
def test_topic_of_a_heading(heading, topic):
    assert topics_of(heading, "", "", PLAIN)[0] == topic


@pytest.mark.parametrize(
    ("heading", "body", "chapter", "topic", "odd"),
    [
        ("强化工作保障", "", "健全行政执法体制机制情况", "enforcement", "the chapter decides"),
        ("增强公众参与实效", "", "推进行政决策科学化", "decision", "the chapter confirms"),
        ("提高政府立法公众参与度", "", "", "rulemaking", "立法 outweighs 参与"),
        (
            "创新社会治理",
            "",
            "依法全面履行政府职能",
            "functions",
            "social governance is a function here",
        ),
        (
            "加强行政监督和审计监督",
            "",
            "依法规范行政决策",
            "oversight",
            "clear against its chapter",
        ),
        (
            "下一步工作",
            "持续充实执法队伍,组织执法人员轮训,规范执法文书。",
            "",
            "enforcement",
            "the body decides",
        ),
        (
            "主要做法",
            "举办普法讲座,发放宣传资料,提供法律援助。",
            "工作成效",
            "legal_society",
            "two empty headings",
        ),
        ("矛盾化解和应急管理体系完善", "", "", "disputes", "the first named of two"),
        (
            "目前仍存在没有设立法制机构的情况,履行法制审核职责人员不足",
            "",
            "",
            "enforcement",
            "立法 across two words",
        ),
    ],
)
def test_topic_from_heading_chapter_and_body(heading, body, chapter, topic, odd):
    assert topics_of(heading, body, chapter, PLAIN)[0] == topic


def test_a_clear_heading_is_not_moved_by_its_body():
    assert topics_of("加强行政复议工作", "执法" * 100, "", PLAIN)[0] == "disputes"


def test_topics_are_best_first_and_without_repetition():
    found = topics_of("完善行政执法和行政复议、政务公开", "", "", PLAIN)
    assert found == ("enforcement", "disputes", "oversight")


def test_a_format_adds_words_and_overrules_the_core():
    row = TopicRow(topic="local_special", words=("胡杨精神",), weight=3, examples=("弘扬胡杨精神",))
    own = attrs.evolve(PLAIN, name="test.own", topics=(row,))
    assert topics_of("弘扬胡杨精神", "", "", own) == ("local_special",)
    assert topics_of("弘扬胡杨精神", "", "", PLAIN) == ("other",)


def test_the_core_s_words_count_once_where_a_format_repeats_them():
    twice = attrs.evolve(PLAIN, name="test.twice", topics=NATIONAL_TOPICS)
    for heading, topic in HEADINGS:
        assert topics_of(heading, "", "", twice)[0] == topic


@pytest.mark.parametrize("text", ["", "a", "\x00", "\ud800法治", "法" * 1000])
def test_strange_text_has_a_topic(text):
    assert topics_of(text, text, text, PLAIN)


def test_no_topic_holds_a_word_twice():
    pairs = [(row.topic, word) for row in NATIONAL_TOPICS for word in row.words]
    twice = {pair for pair in pairs if pairs.count(pair) > 1}
    assert not twice
    assert len(pairs) > 500
