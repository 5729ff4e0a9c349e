"""
Citations: titles in marks, document numbers, what is neither.
"""

from __future__ import annotations

import pytest
from tests.timing import cpu_seconds

from fazhi.knowledge.instruments import NOUNS, head_kind, split_title
from fazhi.model import Document
from fazhi.parsing.citations import citations
from fazhi.text import fold


def read(text):
    """Read the citations of a text as (raw, title, number, kind, status)."""
    return [
        (text[c.span.slice()], c.title, c.number, c.kind, c.status)
        for c in citations(fold(text), lambda _: None)
    ]


def titled(title, kind, status=None):
    return (f"《{title}》", title, None, kind, status)


def numbered(raw, title, number, kind="document", status=None):
    return (raw, title, number, kind, status)


def bare(number):
    return (number, None, number, "document", None)


# title, kind, status, what is odd about it
TITLES = [
    ("中华人民共和国行政处罚法", "law", None, ""),
    ("中华人民共和国宪法", "law", None, ""),
    ("民法典", "law", None, "法典"),
    ("中华人民共和国民法典", "law", None, ""),
    ("中华人民共和国行政复议法(2023修订)", "law", None, "remark without 年"),
    ("刑法修正案(十一)", "law", None, "amendment"),
    ("中华人民共和国各级人民代表大会常务委员会监督法", "law", None, ""),
    ("中华人民共和国行政复议法实施条例", "regulation", None, "法 inside"),
    ("优化营商环境条例", "regulation", None, ""),
    ("重大行政决策程序暂行条例", "regulation", None, "暂行 is no trial"),
    ("法治政府建设与责任落实督察工作规定", "regulation", None, ""),
    ("行政规范性文件制定和备案办法", "regulation", None, "办法 is no law"),
    ("人大议事规则", "regulation", None, ""),
    ("行政裁量权基准适用细则", "regulation", None, ""),
    ("行政执法操作规程", "regulation", None, ""),
    ("中国共产党章程", "regulation", None, ""),
    ("廉洁自律准则", "regulation", None, ""),
    ("行政执法人员守则", "regulation", None, ""),
    ("法治政府建设实施纲要(2021—2025年)", "plan", None, ""),
    ("法治政府建设实施纲要（2021-2025年）", "plan", None, "full width"),
    ("法治政府建设实施方案(20212025年)", "plan", None, "lost dash"),
    ("法治政府建设实施纲要2021—2025年", "plan", None, "lost brackets"),
    ("法治政府建设实施纲要〔2015—2020年〕", "plan", None, "angular brackets"),
    ("国民经济和社会发展第十四个五年规划纲要", "plan", None, ""),
    ("国民经济和社会发展第十四个五年规划和2035年远景目标纲要", "plan", None, ""),
    ("法治中国建设规划(2020—2025年)", "plan", None, ""),
    ("2024年度法治督察工作计划", "plan", None, ""),
    ("优化营商环境行动方案3.0版", "plan", None, "edition"),
    ("全面依法治市工作要点", "plan", None, ""),
    ("突发公共事件总体应急预案", "plan", None, ""),
    ("法治建设任务分工", "plan", None, ""),
    ("严格执法10项措施", "plan", None, "措施"),
    ("促进民营经济发展若干措施(第一批)", "plan", None, "batch"),
    ("年度立法工作安排", "plan", None, ""),
    ("责任清单(92项改革措施)", "catalogue", None, "plan noun in brackets"),
    ("行政职权基本目录(2023年版)", "catalogue", None, "edition"),
    ("重大行政决策事项目录", "catalogue", None, ""),
    ("行政许可事项清单", "catalogue", None, ""),
    ("行政裁决事项清单（第一批）", "catalogue", None, "batch, full width"),
    ("示范市任务清单指引", "document", None, "清单 is not the head"),
    ("关于加强法治政府建设的意见", "document", None, ""),
    ("关于全面推进依法治国若干重大问题的决定", "document", None, ""),
    ("关于印发实施方案的通知", "document", None, "outer head noun"),
    ("关于印发〈重大行政决策目录管理办法(试行)〉的通知", "document", None, "status is the inner's"),
    ("关于取消证明事项的公告", "document", None, ""),
    ("关于设立开发区的批复", "document", None, ""),
    ("关于同意示范创建的函", "document", None, "函"),
    ("2022年法治政府建设情况报告", "document", None, ""),
    ("常务会议纪要", "document", None, ""),
    ("行政复议意见书", "document", None, "…书"),
    ("关于加强行政检察的检察建议", "document", None, ""),
    ("年度报告事项指引(试行)", "document", "trial", ""),
    ("关于污染防治的决议", "document", None, ""),
    ("工作条例(草案)", "regulation", "draft", ""),
    ("物业管理条例（草案）", "regulation", "draft", "full width"),
    ("物业管理条例（修订草案）", "regulation", "draft", ""),
    ("物业管理条例(草案二次审议稿)", "regulation", "draft", ""),
    ("物业管理条例草案", "regulation", "draft", "without brackets"),
    ("食品摊贩备案管理规定（征求意见稿）", "regulation", "consultation", ""),
    ("食品摊贩备案管理规定(公开征求意见稿)", "regulation", "consultation", ""),
    ("食品摊贩备案管理规定(草案征求意见稿)", "regulation", "consultation", "the later stage"),
    ("食品摊贩备案管理规定征求意见稿", "regulation", "consultation", "without brackets"),
    ("执法协作运行办法(试行)", "regulation", "trial", ""),
    ("考核办法(试行)(2023年版)", "regulation", "trial", "two remarks"),
    ("工作方案（试行）", "plan", "trial", ""),
    ("立法协调小组工作制度(试行)", "other", "trial", "制度 is in no class"),
    ("综合行政执法协调联动机制", "other", None, ""),
    ("乡镇综合行政执法", "other", None, "执法 is no law"),
    ("枫桥工作法", "other", None, "工作法 is no law"),
    ("基层治理的好做法", "other", None, "做法 is no law"),
    ("以案释法", "other", None, "a column"),
    ("民法典与“小明”的故事", "other", None, "a book"),
    ("社区矫正/安置帮教法律政策读本", "other", None, "slash"),
    ("行政复议机构调查表", "other", None, ""),
    ("法治面对面", "other", None, "a broadcast"),
    ("第二十条", "other", None, "a film"),
    ("昆明公安机关警务辅助人员条例", "regulation", None, ""),
    ("关于“党建引领、街道吹哨、部门报到”的实施方案", "plan", None, "quotes inside"),
    ("自治区实施〈党政主要负责人职责规定〉办法", "regulation", None, "inner marks"),
    ("关于贯彻《优化营商环境条例》的实施意见", "document", None, "inner marks not lowered"),
    ("试行", "other", None, "nothing but a remark"),
]


@pytest.mark.parametrize(("title", "kind", "status", "odd"), TITLES)
def test_title_in_marks(title, kind, status, odd):
    assert read(f"印发《{title}》并组织实施。") == [titled(title, kind, status)]


ATTACHED = [
    (
        "《证照分离通知》(昆政发〔2018〕52号)。",
        "证照分离通知",
        "昆政发〔2018〕52号",
        "document",
        "",
    ),
    (
        "《重大行政决策程序暂行条例》（國務院令第713號）",
        "重大行政决策程序暂行条例",
        "國務院令第713號",
        "regulation",
        "traditional",
    ),
    ("《条例》(国务院令第713号)", "条例", "国务院令第713号", "regulation", ""),
    ("《复议法》(主席令第九号)", "复议法", "主席令第九号", "law", "Chinese numeral"),
    ("《办法》(省政府令第 52 号)", "办法", "省政府令第 52 号", "regulation", "blanks"),
    ("《办法》(省人民政府第52号令)", "办法", "省人民政府第52号令", "regulation", "noun behind"),
    ("《意见》国办发〔2023〕27号", "意见", "国办发〔2023〕27号", "document", "no brackets"),
    ("《意见》〔2018〕52号", "意见", "〔2018〕52号", "document", "no sign"),
    ("《意见》(2019)28号", "意见", "(2019)28号", "document", "no sign, round"),
    ("《意见》[国发[2020]5号]", "意见", "国发[2020]5号", "document", "square outside"),
    ("《意见》(国发(2020)5号)", "意见", "国发(2020)5号", "document", "round in round"),
    ("《意见》（国发［2020］5号）", "意见", "国发［2020］5号", "document", "full width"),
    ("《意见》(国发【2020】5号)", "意见", "国发【2020】5号", "document", "black"),
    ("《意见》(国发〔2020]5号)", "意见", "国发〔2020]5号", "document", "mixed"),
    ("《意见》(川办函〔2020〕第12号)", "意见", "川办函〔2020〕第12号", "document", "第"),
    ("《意见》(国发〔2020〕5)", "意见", "国发〔2020〕5", "document", "lost 号"),
    (
        "《意见》(发改法规规〔2022〕1117号)",
        "意见",
        "发改法规规〔2022〕1117号",
        "document",
        "long sign",
    ),
    (
        "《通知》 (新政辦明電〔2021〕309號)",
        "通知",
        "新政辦明電〔2021〕309號",
        "document",
        "blank between",
    ),
    ("《公告》(税务总局公告2023年第5号)", "公告", "税务总局公告2023年第5号", "document", "公告"),
    (
        "《规定》(试行)(云政发〔2020〕8号)",
        "规定",
        "云政发〔2020〕8号",
        "regulation",
        "remark between",
    ),
]


@pytest.mark.parametrize(("text", "title", "number", "kind", "odd"), ATTACHED)
def test_number_attached_to_a_title(text, title, number, kind, odd):
    status = "trial" if "试行" in text else None
    (found,) = read(f"落实{text}")
    assert found[1:] == (title, number, kind, status)
    assert found[0] == text.rstrip("。")


BARE = [
    ("惠市监法函〔2024〕9号", "惠市监法函〔2024〕9号", "own number on its line"),
    ("根据国办发〔2023〕27号文件要求", "国办发〔2023〕27号", "verb before, 文件 behind"),
    ("按照昆政发[2019]1号文", "昆政发[2019]1号", "文"),
    ("贯彻落实厅字〔2019〕28号精神", "厅字〔2019〕28号", "two verbs"),
    ("对照司发〔2023〕第6号", "司发〔2023〕第6号", ""),
    ("并以桃人常〔2023〕6号文交办", "桃人常〔2023〕6号", "以"),
    ("印发了沪府规〔2021〕5号", "沪府规〔2021〕5号", "了"),
    ("文号:京政发[2019]1号", "京政发[2019]1号", "colon"),
    ("发文字号 粤府〔2021〕5号 有效", "粤府〔2021〕5号", "blanks"),
    ("渝府(2019)28号", "渝府(2019)28号", "round"),
    ("云政发（2019）28号", "云政发（2019）28号", "full width"),
    ("国发 〔2010〕33号", "国发 〔2010〕33号", "blank in it"),
    ("国发〔2010〕 33 号", "国发〔2010〕 33 号", "blanks in it"),
    ("法释〔2018〕1号", "法释〔2018〕1号", ""),
    ("中办发电〔2020〕1号", "中办发电〔2020〕1号", ""),
    ("昆政发〔2018]52号", "昆政发〔2018]52号", "mixed"),
    ("昆政发2018〕52号", "昆政发2018〕52号", "lost opening bracket"),
    ("昆政发〔201852号", "昆政发〔201852号", "lost closing bracket"),
    ("以国务院令第713号公布", "国务院令第713号", "以"),
    ("国家税务总局公告2023年第5号明确", "国家税务总局公告2023年第5号", ""),
    ("日政发〔2021〕3号", "日政发〔2021〕3号", "日 in a sign"),
    ("2019年4月20日国务院令第713号", "国务院令第713号", "a date before it"),
    ("自2021年起国发〔2020〕5号", "国发〔2020〕5号", "a date before it"),
    ("昆行复决字〔2020〕第5号", "昆行复决字〔2020〕第5号", "a decision on reconsideration"),
    ("云依法治省办〔2021〕5号", "云依法治省办〔2021〕5号", "依法 in a sign"),
    ("中华人民共和国主席令第九号", "中华人民共和国主席令第九号", ""),
    ("公安部第160号令", "公安部第160号令", ""),
    ("辦理新政辦發〔2021〕30號", "新政辦發〔2021〕30號", "traditional"),
]


@pytest.mark.parametrize(("text", "number", "odd"), BARE)
def test_bare_number(text, number, odd):
    if odd == "traditional":
        number_text = text[text.index("新") :]
        assert read(f"關於{number_text}的報告") == [bare(number)]
    else:
        assert read(f"{text}。") == [bare(number)]


NOTHING = [
    ("依据行政处罚法和优化营商环境条例", "laws without marks"),
    ("第72次常务会议", "an ordinal"),
    ("拨打12345号热线", "a phone number"),
    ("(2023)云25行初1号判决", "a case"),
    ("(2015)昆行初字第12号判决", "an old-style case"),
    ("昆行初字〔2015〕第12号判决", "an old-style case"),
    ("第5号台风", "a storm"),
    ("1号楼、2号线", "houses and lines"),
    ("2023年5月8号", "a day"),
    ("2022(3)号井", "a year and a bracket"),
    ("一号文件", "no number of a document"),
    ("序号、账号、型号", "no digits"),
    ("全年办理(2023)件", "a year in brackets"),
    ("《", "an opening mark alone"),
    ("》", "a closing mark alone"),
    ("《》", "nothing inside"),
    ("《法治政府建设实施纲要(2021—2025年),扎实推进。", "never closed"),
    ("推進「放管服」改革、「雙隨機、一公開」監管", "quotation marks"),
    ("完善「權責清單」「負面清單」", "short quoted lists"),
    ("「誰執法誰普法」「三項制度」「一件事一次辦」", "slogans"),
    ("「十四五」規劃和「八五」普法", "names of programmes"),
    ("〔2018〕年", "a year"),
    ("责令整改3号", "责令 is no order"),
]


@pytest.mark.parametrize(("text", "odd"), NOTHING)
def test_no_citation(text, odd):
    assert read(text) == []


LISTS = [
    ("《甲条例》《乙办法》、《丙方案》", ["《甲条例》", "《乙办法》", "《丙方案》"], "adjacent"),
    (
        "出台《甲条例》和国发〔2010〕33号文",
        ["《甲条例》", "国发〔2010〕33号"],
        "a number on its own",
    ),
    (
        "《行动计划》(国办发〔2023〕27号,以下简称《计划》)",
        ["《行动计划》(国办发〔2023〕27号", "《计划》"],
        "short name in the bracket",
    ),
    (
        "《意见》(国发〔2010〕33号、国办发〔2018〕118号)",
        ["《意见》(国发〔2010〕33号", "国办发〔2018〕118号"],
        "two numbers",
    ),
    (
        "根据国发〔2010〕33号和苏政办发〔2023〕47号",
        ["国发〔2010〕33号", "苏政办发〔2023〕47号"],
        "和",
    ),
    ("《条例和《办法》并行", ["《办法》"], "the first mark is never closed"),
    ("《甲条例》》和《乙办法》", ["《甲条例》", "《乙办法》"], "one mark too many"),
    ("《关于加强\n行政执法的意见》", ["《关于加强\n行政执法的意见》"], "line broken in the title"),
    (
        "依据《行政处罚法〉和《复议法》",
        ["《行政处罚法〉", "《复议法》"],
        "closed by the wrong mark",
    ),
    (
        "印發「關於印發《若干規定》的通知」",
        ["「關於印發《若干規定》的通知」"],
        "marks in corner marks",
    ),
    (
        "落实《贯彻<纲要(2021-2025)>实施方案》",
        ["《贯彻<纲要(2021-2025)>实施方案》"],
        "inner ASCII marks",
    ),
    ("依据〈行政处罚法〉", ["〈行政处罚法〉"], "single marks alone"),
    ("貫徹「中華人民共和國行政處罰法」", ["「中華人民共和國行政處罰法」"], "corner marks"),
    ("印發「關於加強法治建設的意見」", ["「關於加強法治建設的意見」"], "corner marks"),
    ("「北京市優化營商環境條例」施行", ["「北京市優化營商環境條例」"], "corner marks"),
    ("開展「《民法典》進萬家」活動", ["《民法典》"], "title inside a quotation"),
    ("《意见(国办发〔2022〕27号)》", ["《意见(国办发〔2022〕27号)》"], "number inside the marks"),
    (
        "《关于印发〈办法〉(云政发〔2020〕8号)的通知》",
        ["《关于印发〈办法〉(云政发〔2020〕8号)的通知》"],
        "amid the title",
    ),
    ("《条例》。国发〔2010〕33号", ["《条例》", "国发〔2010〕33号"], "a new sentence"),
    ("《条例》\ud800\x00国发〔2010〕33号", ["《条例》", "国发〔2010〕33号"], "surrogate and NUL"),
]


@pytest.mark.parametrize(("text", "raws", "odd"), LISTS)
def test_citations_side_by_side(text, raws, odd):
    assert [found[0] for found in read(text)] == raws


def test_number_inside_the_marks_belongs_to_the_title_only_at_its_end():
    assert read("《意见(国办发〔2022〕27号)》")[0][2] == "国办发〔2022〕27号"
    assert read("《印发〈办法〉(云政发〔2020〕8号)的通知》")[0][2] is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("《条例》(草案)", "draft"),
        ("《条例(草案)》", "draft"),
        ("《条例》（征求意见稿）", "consultation"),
        ("《条例》草案", "draft"),
        ("《办法》(试行)", "trial"),
        ("《办法》试行", None),
        ("《暂行办法》", None),
        ("《办法》的草案", None),
        ("《办法(送审稿)》", "draft"),
    ],
)
def test_status_inside_or_right_behind(text, status):
    assert read(text)[0][4] == status


def test_ids_follow_the_text_and_sections_are_asked_by_start():
    text = "国发〔2010〕33号\n《甲条例》"
    found = citations(fold(text), str)
    assert [(c.id, c.section) for c in found] == [("c1", "0"), ("c2", str(text.index("《")))]


@pytest.mark.parametrize("row", NOUNS, ids=lambda row: row.kind)
def test_each_row_of_nouns_reads_its_examples(row):
    assert [head_kind(split_title(example)[0]) for example in row.examples] == [row.kind] * len(
        row.examples
    )


@pytest.mark.parametrize(
    "piece",
    [
        "《",
        "》",
        "《a",
        "《〈",
        "(",
        "〔2018〕",
        "[",
        "号",
        "1号",
        "令第1号",
        "第1号",
        "〔2018〕1",
        "「甲",
        "一",
        "《一》",
        "《一》(",
    ],
)
def test_time_is_linear_on_hostile_text(piece):
    def cost(size):
        text = piece * (size // len(piece))
        document = Document(text=text, folded=text)
        return cpu_seconds(lambda: citations(document, lambda _: None))

    assert cost(80_000) < 8 * 4 * max(cost(10_000), 0.001)
