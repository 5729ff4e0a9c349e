"""
What a report says of itself is read from its head and tail, whatever shape they have.

The frames are built by hand: a letter and a bar before a line say what it is, lines
without them are the body.
"""

import re

import pytest

import fazhi
from fazhi.formats.kinds import NATIONAL_ISSUERS, NATIONAL_KINDS, OPENING_KINDS
from fazhi.model import Format, FrozenDict, Span
from fazhi.parsing.dates import dates
from fazhi.parsing.drafts import Frame, Row
from fazhi.parsing.metadata import metadata
from fazhi.parsing.place import place
from fazhi.text import fold


FORMAT = Format(
    name="national.annual-report",
    title="annual reports",
    kinds=("annual_report",),
    kind_rows=NATIONAL_KINDS,
    issuers=NATIONAL_ISSUERS,
)
KINDS = {
    "t": "title", "s": "session", "u": "author", "a": "addressee", "o": "source",
    "n": "navigation", "g": "signature", "d": "date",
}  # fmt: skip


def read(marked):
    lines, rows, body, at = [], [], [], 0
    for line in marked.split("\n"):
        kind, bar, rest = line.partition("|")
        words = rest if bar and kind in KINDS else line
        if bar and kind in KINDS:
            begin = at + len(words) - len(words.lstrip())
            rows.append((bool(body), Row(KINDS[kind], Span(begin, at + len(words.rstrip())))))
        elif words.strip():
            body.append(Span(at, at + len(words)))
        lines.append(words)
        at += len(words) + 1
    document = fold("\n".join(lines))
    head = tuple(row for after, row in rows if not after)
    tail = tuple(row for after, row in rows if after)
    end = body[-1].end if body else (head[-1].span.end if head else 0)
    frame = Frame(head, Span(body[0].start if body else end, end), tail)
    return document, metadata(document, frame, place(document), FORMAT)


GO = "现将有关情况报告如下:\n一、主要举措和成效\n(一)加强领导。召开会议3次。"

# the text; the fields that must come out (r: region, c: code, l: level, y: year, k: kind,
# t: title, i: issuers, a: addressee, d: date, p: published); what is odd
CASES = [
    # titles
    ("t|五华区2020年法治政府建设工作报告\n2020年,五华区认真贯彻纲要。" + GO + "\ng|五华区司法局\nd|2021年4月7日",
     {"t": "五华区2020年法治政府建设工作报告", "r": "五华区", "c": "530102", "l": "county", "y": 2020, "k": "annual_report", "i": ["五华区司法局"], "d": "2021-04-07"},
     "an area's report signed by its justice bureau"),
    ("t|中共聊城市委　聊城市人民政府\nt|关于2023年法治政府建设情况的报告\na|省委、省政府：\n2023年,聊城市认真贯彻纲要。" + GO + "\ng|中共聊城市委　　聊城市人民政府\nd|二〇二四年三月二十日",
     {"t": "中共聊城市委聊城市人民政府关于2023年法治政府建设情况的报告", "r": "聊城市", "c": "371500", "i": ["中共聊城市委", "聊城市人民政府"], "a": "省委、省政府", "d": "2024-03-20"},
     "title over two lines, joint issuers on one line, date in Chinese numerals"),
    ("t|中共重庆市大足区石马镇委员会 重庆市大足区石马镇人民政府关于2025年法治政府建设情况的报告\nu|中共重庆市大足区石马镇委员会\nt|重庆市大足区石马镇人民政府关于2025年法治政府建设情况的报告\na|区委、区政府:\n" + GO,
     {"i": ["中共重庆市大足区石马镇委员会", "重庆市大足区石马镇人民政府"], "r": "石马镇", "l": "township", "a": "区委、区政府"},
     "joint issuers in the title, of whom one has a line of its own below"),
    ("u|中共重庆市荣昌区昌州街道工作委员会\nt|重庆市荣昌区人民政府昌州街道办事处\nt|关于2025年度法治政府建设情况的报告\na|区委、区政府:\n2025年,街道坚持依法行政。" + GO,
     {"t": "中共重庆市荣昌区昌州街道工作委员会重庆市荣昌区人民政府昌州街道办事处关于2025年度法治政府建设情况的报告",
      "i": ["中共重庆市荣昌区昌州街道工作委员会", "重庆市荣昌区人民政府昌州街道办事处"]},
     "a title over three lines, two of them organs"),
    ("t|杭州市農業農村局(杭州市鄉村振興局)2023年法治政府建設年度報告\n" + GO,
     {"i": ["杭州市農業農村局"], "l": "department", "y": 2023}, "an organ with a second name"),
    ("t|某市人大法制委员会对《审议意见研究处理情况的报告》的审查意见\na|市人大常委会:\n" + GO,
     {"k": "deliberation_opinion"}, "the noun outside of the marks names the kind"),
    ("t|2024年某省政府工作报告\na|各位代表!\n现在,我代表省人民政府向大会报告工作。" + GO,
     {"a": "各位代表"}, "an address that ends in another mark"),
    ("t|西藏自治区政府工作报告 (2016年1月27日 某某某)\ns|——2016年1月27日在西藏自治区第十届人民代表大会第四次会议上\na|各位代表:\n" + GO,
     {"t": "西藏自治区政府工作报告", "r": "西藏自治区", "d": "2016-01-27"}, "the day and the speaker behind the title"),
    ("t|• 政府工作报告\ns|• ——2001年2月16日在内蒙古自治区第九届人民代表大会第四次会议上\na|各位代表:\n" + GO,
     {"t": "政府工作报告", "r": "内蒙古自治区", "d": "2001-02-16"}, "bullets before the lines of the head"),
    ("t|关于法治政府建设情况的调研报告\nu|市人大监察司法委\n5月上旬,调研组对洛阳市法治政府建设情况进行了调研。" + GO,
     {"r": "洛阳市", "c": "410300"}, "the place that was looked at"),
    ("t|关于法治政府建设情况的调研报告\nu|市人大监察司法委\n5月上旬,调研组对标洛阳市先进经验,进行了调研。" + GO,
     {"r": None}, "a place that one learns from"),
    ("t|(湖南省)2020年永兴县政府工作报告(全文)\n各位代表:\n现在,我代表县人民政府向大会报告工作。" + GO,
     {"r": "永兴县", "c": "431023", "l": "county", "y": 2020}, "a site's note of the province before the title"),
    ("t|湖南省2020年永兴县法治政府建设情况报告\n2020年,全县坚持依法行政。" + GO,
     {"r": "永兴县", "c": "431023", "l": "county", "y": 2020}, "the year between the province and the county"),
    ("t|台州市司法局关于2023年度法治政府建设情况的报告\na|市委、市政府:\n根据有关规定,现呈送我局2023年度法治政府建设情况报告,请审阅。\n台州市司法局\n2024年3月8日\n2023年,市司法局坚持依法行政。" + GO,
     {"d": "2024-03-08", "r": "台州市", "y": 2023}, "a letter with its own signature above the report"),
    ("u|西平县人民政府办公室\nt|关于印发西平县2020年度法治政府建设工作安排的通知\na|各乡镇人民政府:\n《工作安排》已经县政府同意,请认真贯彻执行。\n2020年7月8日\n西平县2020年度法治政府建设工作安排\n2020年是收官之年。" + GO,
     {"d": "2020-07-08", "r": "西平县", "y": 2020}, "a notice with the day of its signature alone"),
    ("2024年以来,礼让街街道办事处坚持依法行政。" + GO,
     {"r": "礼让街街道", "l": "township"}, "a street whose name holds a verb"),
    ("n|如何申请行政救济\n2019年,汉源县法治政府建设工作扎实推进。现将有关情况报告如下\n" + GO,
     {"r": "汉源县", "c": "511823", "y": 2019}, "an opening that lost its colon"),
    ("a|中共渠县委员会、渠县人民政府:\n2024年,我乡法治政府建设工作扎实推进。" + GO + "普法队进村;拱市乡法治副校长上普法课2场次。",
     {"r": "拱市乡", "l": "township", "a": "中共渠县委员会、渠县人民政府"}, "those addressed are no letterhead"),
    ("今年以来,湖北省枝江市水利局坚持依法治水。" + GO,
     {"r": "枝江市", "c": "420583", "l": "department"}, "the subject is the inner of two places"),
    ("n|今天是:\no|2026-01-20 17:01  |  武汉市水务局\nt|市水务局2025年度法治政府建设情况报告\n2025年,我局贯彻省委、市委要求。" + GO,
     {"r": "武汉市", "p": "2026-01-20"}, "a bar between day and publisher"),
    ("一、某区法治政府建设成效\n我区制定《宁夏回族自治区法治政府建设实施方案》。成立了银川市行政审批服务局,划转审批权153项。",
     {"r": "宁夏回族自治区", "c": "640000"}, "an organ that was set up is no subject"),
    ("u|惠州市市场监督管理局\nt|2023年度法治政府建设情况报告\no|来源:本网 发布时间:2024-01-22 09:30\n2023年,我局认真学习。" + GO,
     {"t": "惠州市市场监督管理局2023年度法治政府建设情况报告", "r": "惠州市", "l": "department", "y": 2023, "p": "2024-01-22", "i": ["惠州市市场监督管理局"]},
     "the organ's line belongs to the title; no signature"),
    ("t|静海区2023年度法治政府建设情况报告\no|来源:静海区人民政府办公室 发布时间:2024-03-28 09:18\nt|静海区2023年度法治政府建设情况报告\n2023年,静海区坚持以新思想为指导。" + GO,
     {"t": "静海区2023年度法治政府建设情况报告", "r": "静海区", "c": "120118", "l": "county", "p": "2024-03-28", "d": None, "i": []},
     "title twice"),
    ("n|天津市静海区人民政府 2019年12月3日星期二\nt|静海区2023年度法治政府建设情况报告\no|来源:静海区政府办 发布时间:2024-03-28 09:18\n2023年,静海区坚持。" + GO,
     {"y": 2023, "p": "2024-03-28", "d": None, "r": "静海区"}, "the page's own clock shows another year"),
    ("t|2020年静海区法治政府建设情况报告\no|文章来源:司法局 更新时间:2021/03/29 11:30:01\n2020年,静海区坚持。" + GO,
     {"r": "静海区", "y": 2020, "p": "2021-03-29"}, "year before the place; slashes"),
    ("t|鲤城区人民政府金龙街道办事处关于2022年度法治政府建设情况的报告\no|时间:2023-02-28 15:36 浏览量:1\n2022年,我街道法治政府建设工作扎实推进。" + GO,
     {"r": "金龙街道", "c": None, "l": "township", "y": 2022, "p": "2023-02-28", "i": ["鲤城区人民政府金龙街道办事处"]}, "a street office of a district"),
    ("t|重庆市长寿区人民政府望江坪街道办事处关于2022年度法治政府建设情况的报告\nu|重庆市长寿区人民政府望江坪街道办事处\nt|关于2022年度法治政府建设情况的报告\na|区政府:\n2022年,望江坪街道坚持。" + GO + "\ng|重庆市长寿区人民政府望江坪街道办事处\nd|2023年1月18日",
     {"t": "重庆市长寿区人民政府望江坪街道办事处关于2022年度法治政府建设情况的报告", "r": "望江坪街道", "l": "township", "a": "区政府", "i": ["重庆市长寿区人民政府望江坪街道办事处"]},
     "title whole and again over two lines"),
    ("t|大興區人民政府關於2023年法治政府建設情況的報告\n2023年，大興區深入學習，爲全區發展提供保障。現將有關情況報告如下：\n一、主要舉措\ng|大興區人民政府\nd|2024年3月15日",
     {"t": "大興區人民政府關於2023年法治政府建設情況的報告", "r": "大兴区", "c": "110115", "l": "county", "i": ["大興區人民政府"], "d": "2024-03-15"},
     "traditional script: names as written, region simplified"),
    ("t|河南省人民政府关于2022年度法治政府建设情况的报告\na|国务院:\n2022年,我省各级政府认真落实部署。" + GO + "\ng|河南省人民政府\nd|2023年3月10日",
     {"r": "河南省", "c": "410000", "l": "province", "y": 2022, "a": "国务院", "i": ["河南省人民政府"]}, "province to the State Council"),
    ("t|四川省2023年法治政府建设工作情况\no|来源:四川省司法厅 日期:2024-03-29\n2023年,四川省坚持。" + GO,
     {"t": "四川省2023年法治政府建设工作情况", "k": "annual_report", "r": "四川省", "l": "province", "p": "2024-03-29", "i": []}, "title without 报告"),
    ("t|北京市大兴区人民政府2024年法治政府建设年度情况报告\n2024年,大兴区坚持。" + GO,
     {"r": "大兴区", "c": "110115", "y": 2024, "i": ["北京市大兴区人民政府"]}, "年度情况报告, issuer in the title alone"),
    ("t|喀什地区2020年法治政府建设工作总结\na|自治区司法厅:\n今年以来,喀什地区坚持。现将喀什地区有关情况报告如下:\n一、加强领导。\ng|喀什地区行政公署\nd|2020年12月21日",
     {"k": "work_summary", "r": "喀什地区", "c": "653100", "l": "prefecture", "y": 2020, "a": "自治区司法厅", "i": ["喀什地区行政公署"], "d": "2020-12-21"}, "行政公署"),
    ("t|敖汉旗2021年度法治政府建设工作报告\na|市委全面依法治市委员会办公室：\n2021年,敖汉旗全面贯彻规划。" + GO + "\ng|敖汉旗人民政府\nd|2022年1月25日",
     {"r": "敖汉旗", "c": "150430", "l": "county", "a": "市委全面依法治市委员会办公室"}, "旗"),
    ("t|关于2023年度法治政府建设情况的报告\na|市委、市政府:\n2023年,我县坚持。" + GO + "\ng|中共桐城县委\ng|枞阳县人民政府\nd|2024年2月20日",
     {"t": "关于2023年度法治政府建设情况的报告", "r": "枞阳县", "c": "340722", "i": ["中共桐城县委", "枞阳县人民政府"], "a": "市委、市政府"}, "no place in the title: the signature tells"),
    ("t|清水县人民政府关于清水县2023年度法治政府建设工作总结的报告\n2023年,清水县坚持。" + GO + "\ng|清水县人民政府\nd|2024年1月8日",
     {"k": "work_summary", "r": "清水县", "c": "620521", "i": ["清水县人民政府"]}, "place twice, 工作总结的报告"),
    ("n|当前位置：首页 > 政务公开 > 法治政府建设 > 正文\nt|临泽县人民政府2022年法治政府建设工作情况报告\no|发布日期：2023-01-31　来源：县司法局　浏览次数：1024\nt|临泽县人民政府2022年法治政府建设工作情况报告\n2022年，临泽县坚持。" + GO + "\ng|临泽县人民政府\nd|2023年1月20日\nn|上一篇：临泽县2021年法治政府建设工作情况报告",
     {"r": "临泽县", "c": "620723", "d": "2023-01-20", "p": "2023-01-31", "y": 2022}, "navigation around; an older report linked below"),
    ("n|莎车县人民政府\nt|新疆维吾尔自治区2017年法治政府建设情况报告\n2017年,自治区党委、人民政府坚持总目标。" + GO,
     {"r": "新疆维吾尔自治区", "c": "650000", "l": "province", "y": 2017}, "a province's report on a county's page"),
    ("n|高台县人民政府门户网站 > 政务公开\nt|甘肃省人民政府关于2022年法治政府建设情况的报告\n2022年,甘肃省坚持。" + GO,
     {"r": "甘肃省", "c": "620000"}, "a province's report on a county's page"),
    ("o|名　　称：某某\nt|标题：南陵县2022年法治政府建设情况报告\n2022年,南陵县坚持。" + GO,
     {"t": "南陵县2022年法治政府建设情况报告", "r": "南陵县", "c": "340223"}, "a label before the title"),
    # letters without title
    ("u|巴音郭楞蒙古自治州人民政府\na|自治區司法廳:\n按照自治區人民政府辦公廳《關于報送2021年法治政府建設工作總結的通知》(新政辦明電〔2021〕309號)要求,現將巴州工作開展情況報告如下:\n今年以來,州黨委堅持。\n一、切實履行。\ng|巴音郭楞蒙古自治州人民政府\nd|2021年12月17日",
     {"t": None, "k": "work_summary", "r": "巴音郭楞蒙古自治州", "c": "652800", "l": "prefecture", "y": 2021, "a": "自治區司法廳", "i": ["巴音郭楞蒙古自治州人民政府"], "d": "2021-12-17"},
     "a letterhead is no title; the notice says what it is"),
    ("t|巴音郭楞蒙古自治州人民政府\na|自治區司法廳:\n今年以來,巴州堅持。現將有關情況報告如下:\n一、切實履行。\ng|巴音郭楞蒙古自治州人民政府\nd|2021年12月17日",
     {"t": None, "k": "annual_report", "y": 2021, "i": ["巴音郭楞蒙古自治州人民政府"]}, "the letterhead was taken for a title line"),
    ("2023年,在省委、省政府的坚强领导下,红河州坚持以新思想为指导。\n一、工作成效\n(一)领导更加坚强。\ng|中国共产党红河哈尼族彝族自治州委员会\ng|红河哈尼族彝族自治州人民政府\nd|2024年2月7日",
     {"t": None, "k": "annual_report", "r": "红河哈尼族彝族自治州", "c": "532500", "y": 2023, "i": ["中国共产党红河哈尼族彝族自治州委员会", "红河哈尼族彝族自治州人民政府"], "d": "2024-02-07"},
     "no title, joint signature on two lines"),
    ("2024年,楚雄市坚持以新思想为指导,为楚雄经济社会高质量发展提供保障。现将工作情况报告如下:\n一、高度重视\n下步,楚雄市将努力。",
     {"t": None, "k": "annual_report", "r": "楚雄市", "c": "532301", "l": "county", "y": 2024, "i": [], "a": None, "d": None, "p": None}, "nothing but the body"),
    ("2022年,我县召开县委全面依法治县委员会会议2次,清理县级权责清单,巩固示范县创建成果,舞阳县政府常务会议学法4次。现将工作情况报告如下:\n一、高度重视",
     {"t": None, "r": "舞阳县", "c": "411121", "l": "county", "y": 2022}, "开县, 理县 and 范县 stand inside of other words"),
    ("　　2023年，清溪镇在县委、县政府的坚强领导下，扎实推进。现将有关工作情况报告如下：\n一、加强领导",
     {"t": None, "r": "清溪镇", "c": None, "l": "township", "y": 2023}, "a township without title"),
    ("2022年,在区委、区政府的坚强领导下,东城街道深入学习贯彻,认真落实《广东省法治政府建设实施纲要》和《清城区2022年法治政府建设工作要点》。现将我街道2022年法治政府建设的情况报告如下:\n一、主要成效",
     {"r": "东城街道", "c": None, "l": "township", "y": 2022}, "a street whose district stands in a title"),
    ("2022年,我镇全面推进依法行政。现将我镇2022年度法治政府建设情况报告如下:\n一、主要举措\n(一)加强学习。传达学习省、清远市和英德市有关会议精神。\n(二)强化培训。将法治内容列入下太镇委党校培训课程。",
     {"r": "下太镇", "c": None, "l": "township", "y": 2022}, "a township that only its own committee names; its city is no more than named"),
    ("t|广州市公安局增城区分局关于2023年度法治政府建设情况的报告\n2023年,我分局坚持依法行政。" + GO,
     {"r": "增城区", "c": "440118", "l": "department", "y": 2023, "i": ["广州市公安局增城区分局"]}, "a branch is its district's"),
    ("t|北京市规划和自然资源委员会朝阳分局2022年法治政府建设情况报告\n2022年,我局坚持依法行政。" + GO,
     {"r": "朝阳区", "c": "110105", "l": "department", "y": 2022}, "the district of a branch by its short name"),
    ("t|国务院关于执法规范化建设工作情况的报告\nu|国务委员公安部部长赵某某\na|全国人民代表大会常务委员会:\n根据安排,我报告工作情况。" + GO,
     {"r": "中华人民共和国", "l": "nation", "i": ["国务院"], "a": "全国人民代表大会常务委员会"}, "a person is no issuer"),
    ("t|关于2022年度法治政府建设情况的报告\nn|发布机构 | 湖北省人民政府 | 发文日期 | 2023-03-30 |\n2022年,省政府坚持依法行政。" + GO,
     {"r": "湖北省", "c": "420000", "y": 2022}, "an index table with bars names the publisher"),
    ("t|关于2022年度法治政府建设情况的报告\nn|制发机关 | | 主题分类 | 综合政务 |\n2022年,全省坚持依法行政。" + GO,
     {"r": None, "y": 2022, "i": []}, "an empty cell of it names nobody"),
    ("t|【省政府法治建设报告】湖北省人民政府关于2022年度法治政府建设情况的报告\n2022年,省政府坚持依法行政。" + GO,
     {"r": "湖北省", "c": "420000", "y": 2022, "i": ["湖北省人民政府"]}, "the column of the page stands before the title"),
    ("t|关于2022年度法治政府建设情况报告\na|县委、县政府:\n今年以来,我镇落实上级部署,有效提升了全镇依法行政水平。\n一、主要举措",
     {"r": None, "y": 2022, "a": "县委、县政府"}, "提升了全镇 is no name"),
    ("2020年,全县推进法治政府建设。现报告如下:\n一、主要举措\n责任单位:县司法局,乡镇人民政府按职责分工负责。\ng|西平县人民政府\nd|2020年7月8日",
     {"r": "西平县", "c": "411721", "y": 2020, "d": "2020-07-08"}, "乡镇 is no name"),
    ("2023年,在市委、市政府和区委的坚强领导下,区政府坚持以新思想为指导,奋力建设社会主义现代化新朔城。现将2023年度法治政府建设工作情况报告如下:\n一、主要举措\n严格执行《朔城区2023年度党政主要负责人履行职责工作清单》,制定《朔城区领导干部应知应会法律法规汇编》。",
     {"t": None, "r": "朔城区", "c": "140602", "l": "county", "y": 2023}, "only its own documents name it"),
    ("2022年,我局全面贯彻习近平法治思想,认真落实纲要。现将本年度法治政府建设工作情况总结报告如下:\n一、主要举措\ng|昆明市官渡区城市管理局\nd|2023年1月10日",
     {"r": "官渡区", "c": "530111", "l": "department", "y": 2022, "i": ["昆明市官渡区城市管理局"]}, "a bureau's own work by 我局 and the signature"),
    ("今年以来,我县坚持依法行政。现将工作情况报告如下:\n一、主要做法\ng|清丰县人民政府\nd|2022年12月20日",
     {"r": "清丰县", "c": "410922", "y": 2022, "d": "2022-12-20"}, "今年以来 before the year ended"),
    ("过去的一年,全县坚持依法行政。现将工作情况报告如下:\n一、主要做法\ng|清丰县人民政府\nd|2023年2月20日",
     {"y": 2022, "d": "2023-02-20"}, "no year but the signature's, early in the next year"),
    # departments, ministries, zones
    ("t|泉州市生态环境局2023年度法治政府建设情况报告\n2023年,泉州市生态环境局坚持。" + GO + "\ng|泉州市生态环境局\nd|2024年1月22日",
     {"r": "泉州市", "c": "350500", "l": "department"}, "department by title"),
    ("t|昆明市司法局2022年法治政府建设年度报告\n2022年,市司法局坚持。" + GO,
     {"r": "昆明市", "l": "department", "i": ["昆明市司法局"]}, "a justice bureau's own work"),
    ("t|昆明市司法局关于昆明市2022年法治政府建设情况的报告\n2022年,昆明市坚持。" + GO,
     {"r": "昆明市", "l": "prefecture", "i": ["昆明市司法局"]}, "a justice bureau on its area"),
    ("t|2022年度法治政府建设工作报告\n2022年,全市上下坚持。" + GO + "\ng|安庆市司法局\nd|2023年3月1日",
     {"r": "安庆市", "l": "prefecture"}, "a justice bureau signs for the area"),
    ("t|中共昆明市五华区委全面依法治区委员会办公室关于2022年法治政府建设情况的报告\n2022年,五华区坚持。" + GO,
     {"r": "五华区", "c": "530102", "l": "county", "i": ["中共昆明市五华区委全面依法治区委员会办公室"]}, "the office of the commission reports on its area"),
    ("t|国家税务总局惠州市税务局2023年度法治税务建设情况报告\n2023年,我局坚持。" + GO,
     {"r": "惠州市", "c": "441300", "l": "department", "i": ["国家税务总局惠州市税务局"]}, "a national administration's local bureau"),
    ("t|司法部2023年法治政府建设年度报告\n2023年,司法部坚持。" + GO + "\ng|司法部\nd|2024年3月29日",
     {"r": "中华人民共和国", "c": "100000", "l": "department", "i": ["司法部"]}, "a ministry"),
    ("t|浙江省水利厅关于2023年度法治政府建设情况的报告\na|省委依法治省办:\n2023年,省水利厅坚持。" + GO,
     {"r": "浙江省", "c": "330000", "l": "department", "a": "省委依法治省办"}, "厅"),
    ("t|杭州市富阳区发展和改革局2023年度法治政府建设工作总结\n2023年,区发改局坚持。" + GO,
     {"r": "富阳区", "c": "330111", "l": "department", "k": "work_summary"}, "parent in front"),
    ("t|临泉县人民政府办公室2022年法治政府建设情况报告\n2022年,县政府办公室坚持。" + GO,
     {"r": "临泉县", "c": "341221", "l": "department"}, "a government's office on its own work"),
    ("t|惠州仲恺高新技术产业开发区管理委员会2023年法治政府建设情况报告\n2023年,仲恺高新区坚持。" + GO,
     {"r": "惠州仲恺高新技术产业开发区", "c": None, "i": ["惠州仲恺高新技术产业开发区管理委员会"]}, "a zone has no code"),
    ("t|第八师石河子市2023年法治政府建设情况报告\n2023年,第八师石河子市坚持。" + GO,
     {"r": "石河子市", "c": "659001"}, "division and city of the 兵团"),
    # namesakes
    ("t|鼓楼区人民政府2022年法治政府建设情况报告\n2022年,鼓楼区坚持。落实《福州市法治政府建设实施方案》。" + GO,
     {"r": "鼓楼区", "c": "350102"}, "four of that name; a document names the city"),
    ("t|朝阳区2022年法治政府建设情况报告\n2022年,朝阳区坚持。" + GO + "贯彻《北京市优化营商环境条例》。",
     {"r": "朝阳区", "c": "110105"}, "two of that name; the municipality is named"),
    ("t|新城区2022年法治政府建设情况报告\n2022年,新城区坚持。" + GO + "贯彻《内蒙古自治区行政执法监督条例》。",
     {"r": "新城区", "c": "150102"}, "the province decides"),
    ("t|鼓楼区人民政府2022年法治政府建设情况报告\n2022年,鼓楼区坚持。" + GO,
     {"r": "鼓楼区", "c": None, "l": "county", "note": "region.ambiguous"}, "four of that name and nothing to tell"),
    # people's congresses
    ("t|关于全市2023年法治政府建设情况的视察报告\no|时间:2024-03-01来源:\nt|关于全市2023年法治政府建设情况的视察报告\ns|——2024年2月29日在漯河市第八届人民代表大会常务委员会第十次会议上\nu|市人大常委会视察组\na|市人大常委会:\n按照工作安排,2月下旬,视察组对全市进行视察。现将视察情况报告如下:\n一、基本情况",
     {"t": "关于全市2023年法治政府建设情况的视察报告", "k": "inspection_report", "r": "漯河市", "c": "411100", "l": "prefecture", "y": 2023, "i": ["市人大常委会视察组"], "a": "市人大常委会", "d": "2024-02-29", "p": "2024-03-01"},
     "the session line names the city"),
    ("t|关于视察全县依法行政工作情况的报告\no|时间:2022-07-05 来源:浦江县人大常委会办公室 浏览:318次\na|县人大常委会:\n6月下旬,县人大常委会组织部分代表,对全县依法行政工作情况进行视察。" + GO,
     {"r": "浦江县", "c": "330726", "l": "county", "y": 2022, "p": "2022-07-05"}, "only the source of the page names the county"),
    ("t|关于视察全县依法行政工作情况的报告\no|时间:2022-07-05 来源:金华市人大常委会办公室 浏览:318次\na|县人大常委会:\n6月下旬,县人大常委会组织部分代表,对全县依法行政工作情况进行视察。" + GO,
     {"r": None}, "a source of another level is not the report's place"),
    ("t|关于全市法治政府建设工作情况的专题调研报告\ns|——2023年10月26日在洛阳市第十六届人民代表大会常务委员会第九次会议上\nu|市人大常委会专题调研组\na|市人大常委会：\n按照市人大常委会2023年工作要点安排，调研组采取听取汇报等方式开展调研。现将调研情况报告如下：\n一、基本情况",
     {"k": "research_report", "r": "洛阳市", "c": "410300", "y": 2023, "d": "2023-10-26", "i": ["市人大常委会专题调研组"]}, "research group; no year in the title"),
    ("t|依安县人大常委会执法检查组\nt|关于检查《中华人民共和国行政处罚法》贯彻实施情况的报告\ns|（2024年10月29日在依安县第十八届人民代表大会常务委员会第二十次会议上）\nu|县人大常委会执法检查组\na|主任、各位副主任、各位委员：\n按照工作要点安排，进行了检查。现将检查情况报告如下：\n一、基本情况",
     {"t": "依安县人大常委会执法检查组关于检查《中华人民共和国行政处罚法》贯彻实施情况的报告", "k": "enforcement_inspection", "r": "依安县", "c": "230223", "i": ["县人大常委会执法检查组"], "d": "2024-10-29", "a": "主任、各位副主任、各位委员"},
     "session in brackets, author line beside the title's organ"),
    ("t|桃江县人民政府关于县人大常委会《关于2022年度法治政府建设情况报告的审议意见》研究处理情况的报告\na|县人大常委会:\n县人民政府高度重视,现将有关情况报告如下:\n一、总体情况\ng|桃江县人民政府\nd|2023年11月8日",
     {"k": "rectification_report", "r": "桃江县", "c": "430922", "i": ["桃江县人民政府"], "a": "县人大常委会", "d": "2023-11-08"}, "an answer that names the opinion in its title"),
    ("t|关于2023年度法治政府建设情况报告的审议意见\n2024年3月28日,金平县第十七届人民代表大会常务委员会第十九次会议听取了报告。审议意见如下:\n一、充分肯定成绩\ng|金平县人民代表大会常务委员会\nd|2024年4月2日",
     {"k": "deliberation_opinion", "r": "金平苗族瑶族傣族自治县", "c": "532530", "y": 2023, "i": ["金平县人民代表大会常务委员会"], "d": "2024-04-02"}, "customary name of an autonomous county"),
    ("t|政府工作报告\ns|——2024年1月9日在延安市第六届人民代表大会第四次会议上\nu|市　长　×××\n各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾\n过去一年成绩显著。",
     {"t": "政府工作报告", "k": "government_work_report", "r": "延安市", "c": "610600", "y": 2023, "i": [], "d": "2024-01-09"}, "a person's line is no issuer; the year stands in a heading"),
    ("t|政府工作报告\ns|2018年1月25日在河北省十三届人大一次会议上\nu|省长 ×××\na|各位代表：\n现在，我代表省人民政府，向大会报告工作，请予审议。\n一、2017年工作回顾\n成绩显著。",
     {"r": "河北省", "c": "130000", "k": "government_work_report", "d": "2018-01-25"}, "a session named for short"),
    ("t|政府工作报告\ns|——2018年1月25日在内蒙古自治区第十三届\ns|人民代表大会第一次会议上\na|各位代表：\n现在，我代表自治区人民政府，向大会报告工作，请予审议。\n一、2017年工作回顾\n成绩显著。",
     {"r": "内蒙古自治区", "c": "150000", "d": "2018-01-25"}, "a session line torn in front of 人民代表大会"),
    ("t|政府工作报告\ns|——在宁夏回族自治区第十二届人民代表大会第一次会议上\na|各位代表：\n现在，我代表自治区人民政府，向大会报告工作，请予审议。\n一、2017年工作回顾\n成绩显著。",
     {"r": "宁夏回族自治区", "c": "640000"}, "a session line without its day"),
    ("t|×××在辽宁省第十三届人民代表大会第一次会议上的政府工作报告\na|各位代表：\n现在，我代表省人民政府，向大会报告工作，请予审议。\n一、2017年工作回顾\n成绩显著。",
     {"r": "辽宁省", "c": "210000", "k": "government_work_report"}, "the session in the title"),
    ("t|2018年内蒙古政府工作报告\na|各位代表：\n现在，我代表自治区人民政府，向大会报告工作，请予审议。\n一、2017年工作回顾\n成绩显著。",
     {"r": "内蒙古自治区", "y": 2018}, "a short name right before the report"),
    ("t|2018年北京政府工作报告\na|各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。\n一、2017年工作回顾\n成绩显著。",
     {"r": "北京市", "c": "110000", "l": "province"}, "and without its suffix"),
    ("a|各位代表：\n本届政府2018年3月就职。现在，我代表省人民政府，向大会报告过去五年政府工作，请予审议，并请政协委员提出意见。\n一、过去五年工作回顾\n2019年以来成绩显著。\n二、对2023年政府工作的建议\n扎实工作。",
     {"t": None, "k": "government_work_report", "y": 2023, "i": []}, "no title; the years of its story are not its year"),
    ("t|关于2022年法治政府建设情况的报告\ns|——2023年4月26日在杭州市西湖区第十六届人民代表大会常务委员会第十一次会议上\nu|西湖区司法局局长 ×××\na|主任、各位副主任、各位委员:\n受区人民政府委托,现将情况报告如下。\n一、主要做法",
     {"k": "annual_report", "r": "西湖区", "c": "330106", "l": "county", "d": "2023-04-26", "y": 2022}, "delivered by a bureau's head for the government"),
    # summaries and plans
    ("t|昭通市2023年法治政府建设工作总结及2024年工作计划\n2023年,昭通市坚持。" + GO,
     {"k": "work_summary", "y": 2023, "r": "昭通市"}, "summary and plan in one"),
    ("t|五华区2024年法治政府建设工作要点\n2024年全区法治政府建设的总体要求是:坚持。\n一、加强领导",
     {"k": "plan", "y": 2024, "r": "五华区"}, "a plan"),
    ("t|关于印发《源汇区2023年法治政府建设工作计划》的通知\na|各镇人民政府,区政府各部门:\n现印发给你们。\n一、加强领导\ng|源汇区人民政府办公室\nd|2023年3月2日",
     {"k": "plan", "y": 2023, "r": "源汇区", "l": "county", "i": ["源汇区人民政府办公室"]}, "a plan inside a notice"),
    ("t|广元市2023年法治政府建设情况及2024年工作安排\n2023年,广元市坚持。" + GO,
     {"k": "annual_report", "y": 2023}, "report and plan in one"),
    ("t|法治政府建设白皮书(2022)\n2022年,深圳市坚持。" + GO,
     {"k": "annual_report", "y": 2022, "r": "深圳市"}, "year without 年"),
    ("t|二〇二二年度法治政府建设情况报告\n今年以来,龙陵县坚持。" + GO,
     {"y": 2022, "r": "龙陵县"}, "year in Chinese numerals"),
    # dates and sources
    ("t|繁昌区2022年法治政府建设情况报告\no|发布时间：2023/3/1 来源：区司法局 字号：大 中 小\n2022年,繁昌区坚持。" + GO,
     {"p": "2023-03-01", "d": None, "i": [], "r": "繁昌区", "c": "340212"}, "slashes; the source is no issuer"),
    ("t|前进区2022年法治政府建设情况报告\no|01.03.2023\n2022年,前进区坚持。" + GO,
     {"p": "2023-03-01"}, "day first, no label"),
    ("t|前进区2022年法治政府建设情况报告\no|发布时间\no|2023年3月1日\no|来源\no|司法局\n2022年,前进区坚持。" + GO,
     {"p": "2023-03-01", "r": "前进区"}, "label and value on lines of their own"),
    ("o|索 引 号：11441300-2024-00021\no|发布机构：惠州市市场监督管理局 成文日期：2024-01-18\no|发布日期：2024-01-22\nt|2023年度法治政府建设情况报告\n2023年,我局认真学习。" + GO,
     {"d": "2024-01-18", "p": "2024-01-22", "r": "惠州市", "l": "department"}, "an index table: written and published"),
    ("t|前进区2022年法治政府建设情况报告\nd|（2023年2月6日）\n2022年,前进区坚持。" + GO,
     {"d": "2023-02-06", "p": None}, "date in brackets under the title"),
    ("t|富县2022年法治政府建设情况报告\n2022年,富县坚持。" + GO + "\ng|富县人民政府 2023年2月31日",
     {"d": None, "i": ["富县人民政府"], "r": "富县"}, "no such day"),
    ("t|富县2022年法治政府建设情况报告\n2022年,富县坚持。" + GO + "\ng|富 县 人 民 政 府\nd|2023.2.7",
     {"d": "2023-02-07", "i": ["富县人民政府"]}, "letters spaced out; dots"),
    ("t|富县2022年法治政府建设情况报告\n2022年,富县坚持。" + GO + "\ng|富县人民政府(盖章)\nd|二○二三年十二月三十一日",
     {"d": "2023-12-31", "i": ["富县人民政府"]}, "seal; numerals with ○"),
    ("t|沅陵县2023年法治政府建设情况报告\n2023年,沅陵县坚持。" + GO + "\ng|中共沅陵县委、沅陵县人民政府\nd|2024年1月30日\nn|扫一扫在手机打开当前页",
     {"i": ["中共沅陵县委", "沅陵县人民政府"], "r": "沅陵县", "c": "431222"}, "joined by 、"),
    ("t|沅陵县2023年法治政府建设情况报告\n2023年,沅陵县坚持。" + GO + "\ng|中共沅陵县委沅陵县人民政府\nd|2024年1月30日",
     {"i": ["中共沅陵县委", "沅陵县人民政府"]}, "joined by nothing"),
    ("t|沅陵县2023年法治政府建设情况报告\n2023年,沅陵县坚持。" + GO + "\ng|县委全面依法治县委员会办公室\nd|2024年1月30日",
     {"i": ["县委全面依法治县委员会办公室"], "r": "沅陵县"}, "an issuer without its place"),
    ("o|发文机关：湖口县人民政府 成文日期：2023年1月19日\nt|2022年法治政府建设情况报告\n2022年,全县上下坚持依法行政。" + GO,
     {"i": ["湖口县人民政府"], "r": "湖口县", "d": "2023-01-19"}, "the index table names the issuer"),
    ("o|发布机构: 新田镇人民政府 主题分类: 综合政务\nu|新田镇人民政府\nt|中共宣州区新田镇委员会 宣州区新田镇人民政府关于2021年度法治政府建设情况的报告\n2021年,新田镇坚持。" + GO,
     {"i": ["中共宣州区新田镇委员会", "宣州区新田镇人民政府"], "r": "新田镇", "l": "township"}, "of joint issuers one stands alone above"),
    ("2023年,市司法局在市委、市政府的领导下,深入贯彻实施《法治政府建设实施纲要(2021-2025年)》《福建省法治政府建设实施方案》《龙岩市法治政府建设实施方案》,在全省率先开展述法。现将我局情况报告如下:\n一、主要举措",
     {"r": "龙岩市", "c": "350800", "l": "department"}, "its own plan stands last in a row; 全省 is not its own"),
    ("2022年,江门市司法局推进法治建设。" + GO,
     {"r": "江门市", "l": "department"}, "a bureau that 推进"),
    # an organ above a title that names one itself
    ("u|富县人民政府\nt|富县2022年法治政府建设情况报告\n2022年,富县坚持。" + GO,
     {"t": "富县2022年法治政府建设情况报告", "i": ["富县人民政府"], "r": "富县"}, "a letterhead above a whole title"),
    ("u|富县人民政府\nu|富县人民政府\nt|关于2022年法治政府建设情况的报告\n2022年,富县坚持。" + GO,
     {"t": "富县人民政府关于2022年法治政府建设情况的报告", "i": ["富县人民政府"]}, "a letterhead, and the title's first line"),
    ("u|中共凤山镇委员会文件\nt|凤山镇2022年法治政府建设情况报告\n2022年,凤山镇坚持。" + GO,
     {"i": ["中共凤山镇委员会"], "l": "township"}, "文件 of a letterhead is no part of its organ"),
    ("t|中共富县委员会富县人民政府关于2022年度法治政府建设情况的报告\n2022年,富县坚持。" + GO,
     {"i": ["中共富县委员会", "富县人民政府"]}, "joint issuers of a title, joined by nothing"),
    # titles as pages have them
    ("t|富县2022年\nt|法治政府建设情况报告\n2022年,富县坚持。" + GO,
     {"t": "富县2022年法治政府建设情况报告"}, "torn behind the year"),
    ("t|富 县 2022 年 法 治 政 府 建 设 情 况 报 告\n2022年,富县坚持。" + GO,
     {"t": "富县2022年法治政府建设情况报告", "k": "annual_report", "r": "富县"}, "letters spaced out"),
    ("t|关于印发《富县2022年法治政府建设情况报告》的通知\n2022年,富县坚持。" + GO,
     {"t": "关于印发《富县2022年法治政府建设情况报告》的通知", "k": "annual_report", "r": "富县"}, "a notice that brings the report"),
    ("t|关于印发《富县教育局法治政府建设实施方案》的通知\na|局属各单位:\n现印发给你们。" + GO,
     {"t": "关于印发《富县教育局法治政府建设实施方案》的通知", "a": "局属各单位"}, "a notice that brings a plan"),
    ("u|富县人民政府\nt|富县应急管理局2022年法治政府建设情况报告\n2022年,我局坚持。" + GO,
     {"i": ["富县应急管理局"]}, "the government on whose site a department's report stands"),
    ("t|国务院关于“七五”普法决议贯彻落实情况的报告\ns|——2020年8月10日在第十三届全国人民代表大会常务委员会第二十一次会议上\n委员长、各位副委员长。" + GO,
     {"r": "中华人民共和国", "l": "nation", "d": "2020-08-10"}, "another matter than the rule of law"),
    ("2022年,司法部坚持依法行政。" + GO, {"r": "中华人民共和国", "l": "department"}, "a ministry that only the opening names"),
    ("对2018年以来的行政审判工作进行了调研。2020年,受理案件20件。" + GO, {"y": 2020}, "a year that a longer time opens with"),
    ("t|荆门市政府法制办2014年工作总结\n我办认真履行职责。" + GO, {"r": "荆门市", "l": "department", "y": 2014}, "an office's own work"),
    ("t|国务院办公厅关于2022年法治政府建设情况的报告\n2022年,认真落实。" + GO,
     {"r": "中华人民共和国", "l": "department"}, "an office of the State Council"),
    ("u|•服务大厅\nt|富县2022年法治政府建设情况报告\n2022年,富县坚持。" + GO, {"i": []}, "an entry of a menu"),
    ("根据《中共文山州委依法治州办关于报送年度报告的通知》要求,现将文山市2022年法治政府建设情况报告如下。" + GO,
     {"r": "文山市", "l": "county"}, "a place whose organ a title names is not the report's"),
    ("t|# 富县2022年法治政府建设情况报告\n2022年,富县坚持。" + GO,
     {"t": "富县2022年法治政府建设情况报告"}, "Markdown"),
    ("o|富县2022年法治政府建设情况报告_法治政府_富县人民政府门户网站\n2022年,富县坚持。" + GO,
     {"t": "富县2022年法治政府建设情况报告", "y": 2022}, "the site behind the title"),
    ("o|富县2022年法治政府建设情况报告 来源:富县司法局 2023-01-06\n2022年,富县坚持。" + GO,
     {"t": "富县2022年法治政府建设情况报告", "r": "富县"}, "the source behind the title"),
    # sessions
    ("t|关于全县法治政府建设情况的报告\ns|(2023年4月26日在富县第十九届人大常委会第十一次会议上)\nu|县司法局局长  某某某\na|各位组成人员:\n现将情况报告如下:\n一、主要做法",
     {"r": "富县", "l": "county", "d": "2023-04-26", "a": "各位组成人员"}, "人大 for short"),
    ("t|关于全县法治政府建设情况的报告\ns|(2023年4月26日富县第十九届人民代表大会常务委员会第十一次会议通过)\n现将情况报告如下:\n一、主要做法",
     {"r": "富县", "d": "2023-04-26"}, "no 在 before the place"),
    ("t|关于法治政府建设情况的视察报告\nu|县人大监察和司法委员会主任委员  某某某\na|主任、各位副主任、各位委员:\n现将视察情况报告如下:\n一、主要做法",
     {"i": []}, "who speaks is no issuer"),
    ("t|关于法治政府建设情况的视察报告\nu|县人大监察和司法委员会委员  某某某\na|主任、各位副主任、各位委员:\n现将视察情况报告如下:\n一、主要做法",
     {"i": []}, "nor is a member of a committee"),
    ("t|关于全县法治政府建设情况的报告\nu|富县司法局局长  某某某\na|主任、各位副主任、各位委员:\n现将情况报告如下:\n一、主要做法",
     {"r": "富县", "l": "county"}, "only who speaks tells the place"),
    ("t|关于我区法治政府建设情况的视察报告\ns|——2024年2月29日在富县第八届人民代表大\ns|会常务委员会第十次会议上\na|各位组成人员:\n现将视察情况报告如下:\n一、主要做法",
     {"r": "富县", "d": "2024-02-29"}, "a session torn inside a word"),
    # shapes of web pages
    ("今年以来,在自治区党委、政府坚强领导下,全州各级政府坚持以新思想为指导,为中国式现代化新疆实践提供保障。现将工作情况报告如下:\n一、2024年工作回顾\n依法治州、依法行政共同推进,法治巴州、法治政府、法治社会一体建设。",
     {"r": "巴音郭楞蒙古自治州", "c": "652800", "y": 2024, "l": "prefecture"}, "only 法治巴州 names it; the year stands in a heading"),
    ("一年来,周溪乡在县委、县政府的正确领导下,有序推进。根据《关于做好2023年度法治政府建设情况报告工作的通知》,现将周溪乡2024年法治政府建设工作报告如下:\n一、主要举措",
     {"r": "周溪乡", "l": "township", "y": 2024}, "a notice of another year"),
    ("今年以来,伊犁州深入学习贯彻。\n一、2023年法治政府建设情况\n(一)加强领导。",
     {"r": "伊犁哈萨克自治州", "c": "654000", "y": 2023}, "the year stands in the first heading"),
    ("a|自治區人民政府:\n??2020年,我州堅持,貫徹落實《法治政府建設實施綱要(2015—2020年)》。\n??一、2020年情況\ng|昌吉回族自治州人民政府\nd|2021年1月20日",
     {"r": "昌吉回族自治州", "c": "652300", "y": 2020, "a": "自治區人民政府", "s": "hant"}, "?? for blanks, traditional script"),
    ("o|成文日期 | 2025-06-13 | 发布日期 | 2025-06-30 |\no|标 题 | 金昌市人民政府关于2024年法治政府建设情况的报告 |\na|省人民政府:\n2024年,金昌市坚持。" + GO,
     {"t": "金昌市人民政府关于2024年法治政府建设情况的报告", "r": "金昌市", "c": "620300", "d": "2025-06-13", "p": "2025-06-30"}, "an index table with bars holds the only title"),
    ("n|返回顶部\nt|镇巴县人民政府2023年法治政府建设情况报告\no|• 发文日期:\no|2024年04月06日 16:40\no|• 发布日期:\no|2024年04月08日 16:34\n2023年,镇巴县坚持。" + GO,
     {"d": "2024-04-06", "p": "2024-04-08", "r": "镇巴县", "c": "610728"}, "bullets, values below their labels"),
    ("n|呼伦贝尔市莫力达瓦达斡尔族自治旗\nt|2022年法治政府建设情况报告\n2022年,莫旗坚持。" + GO,
     {"t": "呼伦贝尔市莫力达瓦达斡尔族自治旗2022年法治政府建设情况报告", "c": "150722"}, "the place alone above the rest of the title"),
    ("n|莎车县\n\nt|新疆维吾尔自治区2017年法治政府建设情况报告\n2017年,自治区坚持。" + GO,
     {"t": "新疆维吾尔自治区2017年法治政府建设情况报告", "c": "650000"}, "a place of the page, a blank line away"),
    ("t|中共和田地委 和田地区行署关于2022年法治政府建设情况的报告\na|自治区党委、自治区人民政府:\n2022年,和田地区坚持。" + GO + "\ng|中共和田地委 和田地区行署\nd|2023年1月5日",
     {"r": "和田地区", "c": "653200", "i": ["中共和田地委", "和田地区行署"]}, "地委 and 行署"),
    ("u|麻阳苗族自治县农业农村局\nt|关于2025年法治政府建设工作情况的汇报\na|县委依法治县办:\n2025年,我局坚持。" + GO + "\ng|麻阳苗族自治县农业农村局\nd|2025年12月5日",
     {"t": "麻阳苗族自治县农业农村局关于2025年法治政府建设工作情况的汇报", "c": "431226", "l": "department", "y": 2025}, "signed before the year ended"),
    ("2023年,市卫生健康委以新思想为指导,取得新成效。" + GO + "\ng|北京市卫生健康委员会\nd|2024年1月18日",
     {"r": "北京市", "c": "110000", "l": "department"}, "委员会 that is no party committee"),
    ("t|关于昆明市2023年法治政府建设情况的报告\n2023年,昆明市坚持。" + GO + "\ng|昆明市人民政府\nd|2024年4月30日",
     {"r": "昆明市", "y": 2023, "d": "2024-04-30"}, "late"),
    ("t|法治政府建设年度报告\n\nt|南陵县2022年法治政府建设情况报告\n2022年,全县坚持。" + GO,
     {"t": "南陵县2022年法治政府建设情况报告", "r": "南陵县", "c": "340223"}, "the page's column looks like a title"),
    ("t|2022年法治政府建设工作报告\n2022年,全市围绕中心工作,坚持依法行政。" + GO + "\ng|亳州市法治政府建设工作领导小组办公室\nd|2023年1月5日",
     {"r": "亳州市", "c": "341600", "l": "prefecture"}, "a leading group's office signs for the area"),
    ("根据中共富县县委依法治县办《关于做好报告工作的通知》,现将2023年度富县教育局法治政府建设工作情况报告如下。\n一、2023年度举措\n(一)加强领导。",
     {"r": "富县", "l": "department", "y": 2023}, "whose work the opening says"),
    ("根据《关于做好2024年法治政府建设情况年度报告工作的通知》(江法治办〔2024〕37号)要求,现将富县农业农村局2024年法治政府建设情况报告如下:\n2024年,在县委、县政府的正确领导下,我局坚持依法行政。\n一、认真组织\n(一)加强领导。",
     {"r": "富县", "l": "department", "y": 2024}, "the opening ends its line"),
    ("2024年,县教育局认真学习贯彻《关于印发〈延安市富县2024年法治政府建设工作要点〉的通知》等要求。" + GO,
     {"r": "富县", "l": "department"}, "a department named without its place"),
    ("n|首页 > 新闻\nt|富县人大常委会执法检查组关于检查《水污染防治法》实施情况的报告\no|本网讯:日前,富县人大网发布执法检查组的报告。全文如下:\no|富县人民代表大会常务委员会\no|执法检查组关于检查《水污染防治法》\no|实施情况的报告\ns|——2019年8月23日在富县第十三届人民代表大会常务委员会第十二次会议上\nu|县人大常委会主任 某某某\na|县人大常委会:\n今年是关键之年,县人大常委会把执法检查作为监督重点。\n一、总体情况\n(一)取得成效。",
     {"d": "2019-08-23", "a": "县人大常委会", "r": "富县"}, "a site's words above a whole report"),
    ("o|名称 富县2017年法治政府建设年度报告\no|索引号 00000001/2018-00042 分类 报告\no|文件下载 富县2017年法治政府建设年度报告\no|时效\n\nt|富县2017年法治政府建设年度报告\n\n2017年,富县坚持。" + GO,
     {"t": "富县2017年法治政府建设年度报告", "r": "富县"}, "a file to be loaded is no title"),
    ("2022年,五华区聚焦中心工作,坚持依法行政。" + GO,
     {"r": "五华区", "l": "county"}, "中心 is no organ here"),
    ("2022年,五华区市场监督管理局坚持依法行政。" + GO,
     {"r": "五华区", "l": "department"}, "a bureau is the subject of the first sentence"),
    ("t|市中区人民政府2022年法治政府建设情况报告\n2022年,市中区坚持。" + GO + "落实《济南市法治政府建设实施方案》。",
     {"r": "市中区", "c": "370103"}, "a name that looks like 市 and 中区"),
    ("2022年,在市委坚强领导下,沙县区坚持依法行政。" + GO,
     {"r": "沙县区", "c": "350405"}, "a name that holds another"),
    ("t|政府工作报告\nd|（2006年2月8日 某某某）\na|各位代表：\n一、2005年工作回顾\n由2000年的12亿元增加到2005年的30亿元。",
     {"d": "2006-02-08", "y": 2005}, "day and speaker in one bracket"),
    ("t|越城区人民政府工作报告\ns|2025年3月21日在越城区第十九届\ns|人民代表大会第四次会议上\na|各位代表：\n一、2024年工作回顾\n增长5%。",
     {"d": "2025-03-21", "r": "越城区"}, "a session over two lines without a dash"),
    ("t|2025 年东洲区政府工作报告\na|各位代表：\n一、2024年工作回顾\n增长5%。", {"r": "东洲区", "y": 2025}, "a blank in the year"),
    ("t|资料:2009年浙江省政府工作报告(全文)\na|各位代表：\n一、2008年工作回顾\n增长5%。",
     {"t": "2009年浙江省政府工作报告(全文)", "r": "浙江省"}, "what a site puts before a title"),
    ("t|【越城区招商】2024年越城区政府工作报告(第3/9页)\na|各位代表：\n一、工作回顾\n增长5%。",
     {"t": "2024年越城区政府工作报告", "r": "越城区"}, "a column and the number of a page"),
    ("t|2022年度法治政府建设工作报告和\nt|2023年工作思路\n2022年，我局推进法治建设。\n一、主要工作\n检查3次。",
     {"t": "2022年度法治政府建设工作报告和2023年工作思路", "y": 2022, "k": "annual_report"}, "a title torn behind 和"),
    ("t|县司法局关于2021-2025年度行\nt|政复议体制改革工作总结报告\na|县委：\n一、工作开展\n检查3次。",
     {"t": "县司法局关于2021-2025年度行政复议体制改革工作总结报告"}, "a title torn inside of a word"),
    ("o|工作计划\nt|全市行政复议工作总结\n2022年，全市收到申请30件。\n一、工作开展\n检查3次。",
     {"t": "全市行政复议工作总结", "k": "work_summary"}, "a site's column above the title"),
    ("t|• 中共某局党组关于巡察整改情况的通报\no|• 2022-04-06\n根据统一部署，巡察组进行了巡察。\n一、整改情况\n完成3项。",
     {"t": "中共某局党组关于巡察整改情况的通报", "k": "rectification_report", "p": "2022-04-06"}, "bullets"),
    ("t|关于农村饮水的调研报告\n调研组先后到盘州市、水城区和六枝特区进行了实地调研。\n一、基本情况\n共3处。", {"r": None}, "places that were visited"),
    ("t|关于检查情况的报告\n全国31个省和新疆生产建设兵团都开展了检查。\n一、基本情况\n共3处。", {"r": None}, "one place of a list"),
    ("t|2023年法治政府建设工作报告\n2023年，钟楼区人社局坚持以习近平法治思想为指导。\n一、基本情况\n共3处。",
     {"r": "钟楼区", "l": "department"}, "a bureau by its short name"),
    ("n|一、2024年工作回顾\nn|(一)改革创新优环境\nn|二、2025年工作安排\nt|2025年龙华区政府工作报告\na|各位代表:\n现在,我代表区人民政府向大会报告工作,请予审议。\n一、2024年工作回顾\n成效明显。\n二、2025年工作安排\n增长5%。",
     {"t": "2025年龙华区政府工作报告", "a": "各位代表", "r": "龙华区"}, "a table of contents without its caption"),
    ("n|各县区人民政府,市政府各部门:\nn|《2023年新余市政务公开工作要点》已经市政府同意,现印发给你们,请结合实际认真贯彻落实。\nu|新余市人民政府办公室\nd|2023年8月7日\nn|(此件主动公开)\nt|2023年新余市政务公开工作要点\n为推进公开,制定本要点。\n一、总体要求\n落实要求。",
     {"t": "2023年新余市政务公开工作要点", "k": "plan", "i": ["新余市人民政府办公室"], "d": "2023-08-07"}, "a notice above the plan that it brings"),
    ("n|各县(市)区司法局:\nn|现将《2022年全市司法行政工作总结》印发给你们,希望各单位做好2023年各项工作。\nu|福州市司法局\nd|2023年2月2日\nt|2022年全市司法行政工作总结\n2022年,全市推进工作。\n一、主要工作\n检查3次。",
     {"t": "2022年全市司法行政工作总结", "y": 2022, "i": ["福州市司法局"], "d": "2023-02-02"}, "a notice above the summary that it brings"),
    ("t|关于农村公路的调研报告\n调研组深入到濂溪区、经济开发区、武宁县等地进行了调研。\n一、基本情况\n共3处。", {"r": None}, "the first of the places that were visited"),
    ("u|□ 高邮市司法局\nt|2022年法治政府建设工作报告\n2022年,我局推进工作。\n一、主要工作\n检查3次。", {"i": ["高邮市司法局"], "r": "高邮市"}, "a bullet before the organ"),
    ("u|【制定机关】哈尔滨市交通运输局\nt|哈尔滨市交通运输局2023年法治政府建设工作报告\n一、主要工作\n检查3次。", {"i": ["哈尔滨市交通运输局"]}, "the label of a database"),
    ("u|廣元市人大常委會農工委\n按照工作計劃，農工委進行了全面調研，現將有關情況報告于後：\n一、基本情況\n檢查3次。", {"k": "research_report"}, "a survey that its opening tells"),
    ("u|(安徽省)2018年\nt|(安徽省)2018年长丰县人民政府工作报告\na|各位代表：\n一、2017年工作回顾\n增长5%。", {"i": []}, "a list's province is no issuer"),
    ("o|制定机关:黎平县人民政府(主讲人为县长) 2022年2月16日\nt|2022年政府工作报告\na|各位代表：\n一、2021年工作回顾\n增长5%。", {"i": ["黎平县人民政府"]}, "a remark"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "want", "odd"), CASES)
def test_head_and_tail_are_read(marked, want, odd):
    document, meta = read(marked)
    region = meta.region
    got = {
        "t": meta.title, "k": meta.kind, "y": meta.year, "i": list(meta.issuers),
        "a": meta.addressee, "s": meta.script, "d": meta.date, "p": meta.published,
        "r": region and region.name, "c": region and region.code, "l": region and region.level,
        "note": "".join(note.code for note in place(document).notes),
    }  # fmt: skip
    assert {field: got[field] for field in want} == want, odd


@pytest.mark.parametrize("marked", [case[0] for case in CASES])
def test_each_field_that_is_set_has_its_evidence(marked):
    document, meta = read(marked)
    for field in ("title", "year", "region", "issuers", "addressee", "date", "published"):
        assert bool(getattr(meta, field)) == bool(meta.evidence.get(field)), field
    for spans in meta.evidence.values():
        assert all(0 <= s.start < s.end <= len(document.text) for s in spans)
        assert all(document.text[s.slice()].strip() for s in spans)


@pytest.mark.parametrize(
    "row", [*NATIONAL_KINDS, *OPENING_KINDS, *NATIONAL_ISSUERS], ids=lambda row: row.pattern[:20]
)
def test_each_row_reads_its_own_examples(row):
    rows = next(t for t in (NATIONAL_KINDS, OPENING_KINDS, NATIONAL_ISSUERS) if row in t)
    for example in row.examples:
        first = next((r for r in rows if re.search(r.pattern, example)), None)
        assert first is row, example


@pytest.mark.parametrize(
    ("text", "days", "odd"),
    [
        ("2024年2月7日", ["2024-02-07"], ""),
        ("2024年 2 月 7 日", ["2024-02-07"], "blanks"),
        ("2024-02-07 10:20:30", ["2024-02-07"], "clock"),
        ("2024/2/7", ["2024-02-07"], ""),
        ("2024.2.7", ["2024-02-07"], ""),
        ("07.02.2024", ["2024-02-07"], "day first"),
        ("二〇二四年二月七日", ["2024-02-07"], ""),
        ("二○二三年十二月三十一日", ["2023-12-31"], "○"),
        ("二零二四年元月廿五日", ["2024-01-25"], "元月, 廿"),
        ("2024年2月31日", [], "no such day"),
        ("2024-13-01", [], "no such month"),
        ("2024年2月", [], "no day"),
        ("12024-02-071", [], "inside a longer number"),
        ("2024-01-18发布2024-01-22", ["2024-01-18", "2024-01-22"], "two"),
    ],
)
def test_only_real_days_are_dates(text, days, odd):
    assert [day for day, _ in dates(text, 0, len(text))] == days, odd


@pytest.mark.parametrize(
    "text",
    ["x", "\x00", "\ud800年", "一、" * 30_000, "市" * 50_000, "(" * 50_000, "2024年" * 20_000],
)
def test_strange_texts_are_no_harm(text):
    document = fold(text)
    meta = metadata(document, Frame((), Span(0, len(text)), ()), place(document), FORMAT)
    assert meta.format == FORMAT.name


class TestWhatTheFileSays:
    """
    A page's own days stand in for those that the text does not say, without evidence in it.
    """

    TEXT = "某县法治政府建设工作报告\n一、主要成效\n全年受理行政复议案件12件。"
    SOURCE = FrozenDict({"published": "2024-03-28", "written": "2024-02-07"})

    def test_they_fill_the_gaps_with_a_note(self):
        report = fazhi.parse(fold(self.TEXT, source=self.SOURCE))

        assert (report.meta.date, report.meta.published) == ("2024-02-07", "2024-03-28")
        assert report.meta.evidence.keys().isdisjoint({"date", "published", "year"})
        assert report.meta.year == 2023  # a report dated in spring is on the year before
        assert [n.message.split()[0] for n in report.notes if n.code == "meta.from-file"] == [
            "date",
            "published",
        ]

    def test_the_text_comes_first(self):
        text = f"{self.TEXT}\n某县人民政府\n2024年1月31日"
        report = fazhi.parse(fold(text, source=self.SOURCE))

        assert report.meta.date == "2024-01-31"
        assert report.quote(report.meta.evidence["date"][0]) == "2024年1月31日"

    def test_a_plain_text_has_none(self):
        report = fazhi.parse(self.TEXT)

        assert (report.meta.date, report.meta.published, report.meta.year) == (None, None, None)
