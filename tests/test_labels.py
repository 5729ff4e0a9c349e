"""What each number measures, in the text's own words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from fazhi.formats.masks import NATIONAL_MASKS
from fazhi.model import Format
from fazhi.parsing.labels import labels
from fazhi.parsing.quantities import quantities
from fazhi.text import boundaries, fold


FORMAT = Format(name="test.format", title="", kinds=("other",), masks=NATIONAL_MASKS)

CASES = [
    # Before the number.
    ("取消行政许可事项33项。", ["取消行政许可事项"]),
    ("全市共受理行政复议申请41件。", ["受理行政复议申请"]),  # area and adverb are no part
    ("2023年,办理行政复议案件80件。", ["办理行政复议案件"]),
    ("合同审查率达到100%。", ["合同审查率"]),
    ("累计发放材料约3万份。", ["发放材料"]),
    ("各級黨委(黨組)專題學法3063次", ["各級黨委(黨組)專題學法"]),  # brackets stay
    # Behind the number.
    ("对119家社会组织开展检查。", ["社会组织开展检查"]),
    ("4.2万户受灾群众得到救助。", ["受灾群众得到救助"]),
    ("234个事项实现“跨省通办”、667个事项实现“省内通办”。", ["事项实现“跨省通办”", "事项实现“省内通办”"]),
    # Both.
    ("聘请11名执业律师。", ["聘请执业律师"]),
    ("公布州本级33个制发规范性文件的主体。", ["公布州本级制发规范性文件的主体"]),
    # Heads that are taken up.
    ("取消行政许可事项33项,承接106项,调整153项。", ["取消行政许可事项", "行政许可事项承接", "行政许可事项调整"]),
    ("收到复议申请307件,受理250件,办结220件。", ["收到复议申请", "复议申请受理", "复议申请办结"]),
    ("评查执法案卷330件,合格率达95%以上。", ["评查执法案卷", "执法案卷合格率"]),
    ("案件不合格率0.80%,优秀率56.50%。", ["案件不合格率", "案件优秀率"]),
    ("呈现案件类警情(同比下降21.9%,降幅第一)、刑事立案数(同比下降13.4%)和破案数(同比上升4.6%)的良好态势。", ["呈现案件类警情同比下降", "刑事立案数同比下降", "破案数同比上升"]),
    ("窗口办结率由上年的92%提高到98%。", ["窗口办结率", "窗口办结率"]),
    ("持证人数由年初的300人增加到520人。", ["持证人数", "持证人数"]),
    ("全年办理行政处罚案件39件(占道经营21件、违法建设7件、其他11件),罚款5.62万元。", ["办理行政处罚案件", "占道经营", "违法建设", "行政处罚案件其他", "行政处罚案件罚款"]),
    ("行政许可事项办理时限较法定时限压缩80%。", ["行政许可事项办理时限较法定时限压缩"]),
    ("受理热线诉求31万件,响应率达到100%。共保留行政权力3126项(行政许可287项、其他类191项)。", ["受理热线诉求", "热线诉求响应率", "保留行政权力", "行政许可", "行政权力其他类"]),
    ("审核各类文件合同368件,包括:规范性文件24件。", ["审核各类文件合同", "规范性文件"]),
    ("办理行政处罚案件286件,同比下降12%;推行轻微违法免罚清单,涉及18个领域。", ["办理行政处罚案件", "行政处罚案件同比下降", "推行轻微违法免罚清单涉及领域"]),
    ("行政复议案件120件(同比增长20%)。", ["行政复议案件", "行政复议案件同比增长"]),
    ("查处交通违法590起,其中酒驾475起(醉驾132起)。", ["查处交通违法", "交通违法酒驾", "交通违法醉驾"]),
    ("2022 年提请审议地方性法规 11 件。", ["提请审议地方性法规"]),
    ("启动4级应急响应3次。", ["启动4级应急响应"]),
    ("召开27次主任办公会、24次工委会。", ["召开主任办公会", "工委会"]),  # two of a kind
    ("党委会12次、办公会6次。", ["党委会", "办公会"]),
    ("受理纠纷451件,調解成功375件。", ["受理纠纷", "纠纷調解成功"]),
    ("收到行政诉讼案件71件,其中一审26件,二审案件43件。", ["收到行政诉讼案件", "行政诉讼案件一审", "行政诉讼二审案件"]),
    ("PM2.5浓度为26微克/立方米,同比改善11%。", ["PM2.5浓度", "PM2.5浓度同比改善"]),
    ("水质综合指数3.127,较上年改善5.2%。", ["水质综合指数改善"]),  # a number without unit is no part
    ("法律顾问参与重大决策、对所有政府合同进行审核,审核通过率98%。", ["政府合同审核通过率"]),  # done to what stands between
    ("在全市24个参评单位排名第2。", ["参评单位"]),  # how it ranks is not what is counted
    ("油料等6种农产品产量居全省第一。", ["油料等农产品产量"]),
    ("配发《执法实务》《办案指南(修订版》等图书150册。", ["配发图书"]),  # a bracket that is never closed
    ("出台《某区促进商业发展12条措施》和配套文件。", ["某区促进商业发展措施"]),  # in a title, up to its end
    ("采纳建议64件(甲类)、占比80%。", ["采纳建议", "采纳建议占比"]),  # a remark behind a number is no label
    ("代表所提问题已经解决或基本解决的有43件。", ["代表所提问题已经解决或基本解决"]),
    ("全区各执法部门组织开展的行政执法专题培训班26期。", ["组织开展的行政执法专题培训班"]),
    ("生产总值13亿元,增长15%;财政总收入突破亿元大关,实现1.13亿元,增长57%。", ["生产总值", "生产总值增长", "财政总收入", "财政总收入增长"]),
    ("抓获逃犯35人;推行说理式文书,使用率达96%。", ["抓获逃犯", "推行说理式文书使用率"]),  # behind the semicolon
    ("筹措租赁住房7.4万套(间)、累计达到61万套(间)。", ["筹措租赁住房", "筹措租赁住房"]),
    ("建有人民调解组织2964个(含行业性254个)。", ["建有人民调解组织", "建有人民调解组织行业性"]),
    ("按照上级依法治市办部署,组织督察2次。", ["组织督察"]),  # by what it was done is no object
    ("全区劳动人事争议仲裁院覆盖率达92%\n近日获悉,我区重视劳动监察工作,劳动者合法权益得到有力的维护和保障。", ["劳动人事争议仲裁院覆盖率"]),
    ("集中学习《宪法》《民法典》等法律法规51次。", ["集中学习法律法规"]),  # what was done stands before the titles
    ("依据《行政复议法》等办理行政复议案件12件。", ["办理行政复议案件"]),
    ("开展合法性审核111次且通过率100%。", ["开展合法性审核", "合法性审核通过率"]),
    ("低保标准分别从645元/月、4318元/年提高到801元/月、7226元/年。", ["低保标准", "低保标准", "低保标准", "低保标准"]),
    ("建成“15分钟便民服务圈”65个。", ["建成便民服务圈", "便民服务圈"]),
    ("2026年是中国共产党成立105周年。", ["中国共产党成立"]),
    ("天然气产量2030年达到300亿立方米。", ["天然气产量"]),
    ("一般公共预算收入增长4.6%,总量首次突破1900亿元。", ["一般公共预算收入增长", "一般公共预算收入总量"]),
    ("针对上级反馈的18个共性问题,逐项整改。", ["针对上级反馈共性问题"]),  # 共 is no "in total" here
    ("全乡共有人民调解组织12个,共计调解员36名。", ["人民调解组织", "调解员"]),
    ("县委、县政府主要负责同志先后研究行政立法、行政执法监督等工作11次。", ["研究行政立法、行政执法监督等工作"]),
    ("配套出台依法治县工作要点、法治督察、行政执法案卷质量评查、法治为民实事方案等具体措施15项。",
     ["出台依法治县工作要点、法治督察、行政执法案卷质量评查、法治为民实事方案等具体措施"]),  # 评查 ends an item
    ("举办读书班3期、交流研讨6场次、党课12场次。", ["举办读书班", "交流研讨", "党课"]),
    ("青山镇上河村等4个村获评示范村。", ["青山镇上河村等村获评示范村"]),
    ("全县行政机关依法履行各项法定职责,收到行政复议申请96件,办\n结率100%。", ["收到行政复议申请", "行政复议申请办结率"]),
    ("某县报告3件共(一)", ["某县报告"]),  # words that end with the text
    # Shared labels.
    ("参考率、通过率均达98%。", ["参考率、通过率"]),
    ("优秀率、合格率分别为42.5%、99.1%。", ["优秀率", "合格率"]),
    ("一审、二审案件分别为26件、43件。", ["一审案件", "二审案件"]),
    ("行政职权共10类5181项。", ["行政职权", "行政职权"]),
    ("开展宣传824场5.8万余人次。", ["开展宣传", "开展宣传"]),
    ("13县市138个乡镇全部纳入清单。", ["乡镇全部纳入清单", "乡镇全部纳入清单"]),
    # Lists of which only the last item names the measure, and lists of amounts without a word for it.
    ("纺织服装、生物制药、储能产业增加值分别增长5.1%、9.4%、8.2%。", ["纺织服装增加值增长", "生物制药增加值增长", "储能产业增加值增长"]),
    ("市属企业总产值、利润总额分别增长6.3%、2.8%。", ["市属企业总产值增长", "利润总额增长"]),  # each has its own
    ("民营企业、国有企业出口分别占全省的63.2%、12.7%。", ["民营企业出口占全省", "国有企业出口占全省"]),
    ("交通事故起数、火灾事故受理数分别下降17%、9.3%。", ["交通事故起数下降", "火灾事故受理数下降"]),  # longer than other phrases
    ("蔬菜、水果、茶叶产量达到52万吨、31万吨、2万吨,分别增长3.4%、6.1%、12%。",
     ["蔬菜产量", "水果产量", "茶叶产量", "蔬菜产量增长", "水果产量增长", "茶叶产量增长"]),
    # A comparison says of what it is.
    ("社会消费品零售总额增长6.7%,增速高于全国1.2个百分点。", ["社会消费品零售总额增长", "社会消费品零售总额增速高于全国"]),
    ("民间投资增长7.3%、高于全国平均水平2.4个百分点。", ["民间投资增长", "民间投资高于全国平均水平"]),
    ("地区生产总值6.4万亿元、稳居全国前列、增长5.6%。", ["地区生产总值", "地区生产总值增长"]),  # a rank by the way
    ("进出口总额300亿元、居全省第3位、增长6%。", ["进出口总额", "进出口总额增长"]),
    ("一般公共预算收入2.3万亿元,较“十三五”增长21.5%。", ["一般公共预算收入", "一般公共预算收入增长"]),
    ("地区生产总值突破2万亿元、年均增长6.2%。", ["地区生产总值", "地区生产总值年均增长"]),
    ("人均收入从2020年的3.6万元提高到2025年的4.9万元。", ["人均收入", "人均收入"]),
    ("玩具、家具抽检合格率分别为96.5%、95%。", ["玩具合格率", "家具抽检合格率"]),
    ("一般公共预算收入42亿元,同口径增长3.1%。", ["一般公共预算收入", "一般公共预算收入同口径增长"]),
    ("对东盟进出口额增长18.3%、占比46%。", ["东盟进出口额增长", "东盟进出口额占比"]),
    # Words that end like one that is left out.
    ("地方一般公共预算收入210亿元,增长4.4%。", ["地方一般公共预算收入", "地方一般公共预算收入增长"]),
    ("科学应对12轮强降雨。", ["科学应对强降雨"]),
    ("项目签约820亿元。", ["项目签约"]),
    ("执法文书使用率达到80%。", ["执法文书使用率"]),
    ("一审行政诉讼败诉率12%,较上年下降1.8个百分点。", ["一审行政诉讼败诉率", "一审行政诉讼败诉率下降"]),  # of the rate itself
    ("共收到建议120件,占全市建议总数的95%。", ["收到建议", "建议占全市建议总数"]),
    ("到位资金69亿元。", ["到位资金"]),
    ("建成20个先导区、460个和美乡村。", ["建成先导区", "和美乡村"]),
    # Sentences do not reach into each other.
    ("审结案件30件。受理50件。", ["审结案件", "受理"]),
    ("(三)开展重点领域整治。查处案件63起,其中移送\n司法机关5起。", ["查处案件", "移送司法机关"]),  # a break inside a sentence
    ("98%", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_label(text: str, expected: list[str | None]) -> None:
    """A label is the shortest phrase of the text that says what is measured."""
    document = fold(text)
    found = quantities(document, FORMAT)
    assert [label for label, _ in labels(document, found)] == expected


@pytest.mark.parametrize("text", [case[0] for case in CASES])
def test_label_is_joined_from_its_spans(text: str) -> None:
    """The label is the words at its spans, joined without blanks."""
    document = fold(text)
    for label, spans in labels(document, quantities(document, FORMAT)):
        words = "".join(text[span.start : span.end] for span in spans)
        assert (label or "") == "".join(words.split())


LONG = "各乡镇街道综合行政执法队伍规范化标准化信息化支撑保障能力水平年度群众满意程度测评平均得分95.3分。"


def test_a_long_phrase_is_cut_at_a_word() -> None:
    """Where no verb and no mark offers itself, a word boundary decides where a label starts."""
    document = fold(LONG)
    ((label, (span,)),) = labels(document, quantities(document, FORMAT))
    assert label
    assert span.start > 0
    assert span.start in boundaries(LONG)


def test_ordinary_reports_need_no_word_boundaries() -> None:
    """The dictionary of words is loaded only where a boundary decides something."""
    code = (
        "import pathlib, sys, fazhi\n"
        "for path in sorted(pathlib.Path(sys.argv[1]).glob('*.txt')): fazhi.parse(path)\n"
        "print('jieba' in sys.modules, 'opencc' in sys.modules)\n"
    )
    seeds = Path(__file__).parents[1] / "seeds"
    done = subprocess.run([sys.executable, "-c", code, seeds], capture_output=True, check=True)
    assert done.stdout.split() == [b"False", b"False"]


def test_a_label_goes_on_behind_a_remark() -> None:
    """A remark in brackets is no part of a label, and does not end it."""
    text = "梳理出51件“四大重点”(重点领域、重点群体)信访突出问题和矛盾纠纷。"
    document = fold(text)
    ((label, _),) = labels(document, quantities(document, FORMAT))
    assert label == "梳理出“四大重点”信访突出问题和矛盾纠纷"
