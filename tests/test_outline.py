"""
Outlines of the shapes that real reports have: numbering, nesting, titles, roles, parts.

A row of an expected outline is "level marker|title|role"; the first letter of the role stands for
it (o overview, a achievements, p problems, r recommendations, l plans, x other).
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.timing import cpu_seconds

from fazhi.formats.headings import NATIONAL_ROLES, OPENINGS, PLAIN_HEADINGS
from fazhi.formats.lines import NATIONAL_LINES
from fazhi.formats.numbering import STYLES
from fazhi.model import Document, Format, Marker, Section
from fazhi.parsing.drafts import Outline
from fazhi.parsing.frame import frame
from fazhi.parsing.markers import grammar
from fazhi.parsing.outline import outline
from fazhi.parsing.roles import opening_role, plain_role
from fazhi.text import fold


SEEDS = Path(__file__).parents[1] / "seeds"
NATIONAL = Format(
    name="national.annual-report",
    title="Annual reports",
    kinds=("annual_report",),
    lines=NATIONAL_LINES,
    roles=NATIONAL_ROLES,
)
ROLES = {
    "overview": "o", "achievements": "a", "problems": "p", "recommendations": "r", "plans": "l", "other": "x",
}  # fmt: skip
OPEN = "2023年，我县认真贯彻上级部署，法治政府建设取得新成效。现将有关情况报告如下：\n"
BODY = "全年召开会议研究法治工作，印发实施方案，各项任务有序推进，取得明显成效。"


def read(text: str, format: Format = NATIONAL) -> tuple[Document, Outline]:  # noqa: A002
    document = fold(text)
    return document, outline(document, frame(document, format), format)


def rows(text: str, format: Format = NATIONAL) -> list[str]:  # noqa: A002
    _, found = read(text, format)
    return [
        f"{s.level} {s.marker}|{s.title}|{ROLES[s.role]}"
        for top in found.sections
        for s in top.walk()
    ]


CASES = {
    # --- styles of numbering, each under an opening
    "own-line chapters and run-in items": (
        f"{OPEN}一、工作成效\n（一）强化组织领导。{BODY}\n（二）规范行政执法。{BODY}\n二、存在问题\n（一）执法力量不足。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 （一）|强化组织领导|a", "2 （二）|规范行政执法|a",
        "1 二、|存在问题|p", "2 （一）|执法力量不足|p",
    ),
    "a dot after the Chinese numeral": (
        f"{OPEN}一.工作成效\n{BODY}\n二．下一步工作\n{BODY}\n",
        "1 ||o", "1 一.|工作成效|a", "1 二．|下一步工作|l",
    ),
    "a comma after the Chinese numeral": (
        f"{OPEN}一，工作成效\n〈一〉加强领导。{BODY}\n〈二〉规范执法。{BODY}\n二，存在问题\n{BODY}\n",
        "1 ||o", "1 一，|工作成效|a", "2 〈一〉|加强领导|a", "2 〈二〉|规范执法|a", "1 二，|存在问题|p",
    ),
    "a sentence torn before a numeral and a comma": (
        f"{OPEN}一、工作成效\n全年各县区各部门之间的工作力度不\n一，压力传导存在递减现象。{BODY}\n二、存在问题\n{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "1 二、|存在问题|p",
    ),
    "Latin letters for Roman numerals": (
        f"{OPEN}I. 工作成效\n{BODY}\nII. 存在问题\n{BODY}\nIV、下一步工作\n{BODY}\n",
        "1 ||o", "1 I.|工作成效|a", "1 II.|存在问题|p", "1 IV、|下一步工作|l",
    ),
    "a colon after the Chinese numeral": (
        f"{OPEN}一：工作成效\n{BODY}\n二：存在问题\n{BODY}\n",
        "1 ||o", "1 一：|工作成效|a", "1 二：|存在问题|p",
    ),
    "a blank inside and after the marker": (
        f"{OPEN}一 、工作成效\n{BODY}\n二、 存在问题\n{BODY}\n",
        "1 ||o", "1 一 、|工作成效|a", "1 二、|存在问题|p",
    ),
    "chapters whose mark was lost": (
        f"{OPEN}一 转变理念,加强领导\n{BODY}\n二  强化监督,规范执法\n{BODY}\n",
        "1 ||o", "1 一|转变理念,加强领导|a", "1 二|强化监督,规范执法|a",
    ),
    "brackets of two widths": (
        f"{OPEN}一、工作成效\n（一)强化领导。{BODY}\n(二）规范执法。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 （一)|强化领导|a", "2 (二）|规范执法|a",
    ),
    "brackets of other kinds": (
        f"{OPEN}一、工作成效\n〔一〕强化领导。{BODY}\n〔二〕规范执法。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 〔一〕|强化领导|a", "2 〔二〕|规范执法|a",
    ),
    "a bracket that was lost": (
        f"{OPEN}一、工作成效\n一）强化领导。{BODY}\n二）规范执法。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 一）|强化领导|a", "2 二）|规范执法|a",
    ),
    "a bracket and a comma both": (
        f"{OPEN}一、工作成效\n（一）、强化领导\n{BODY}\n（二）、规范执法\n{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 （一）、|强化领导|a", "2 （二）、|规范执法|a",
    ),
    "Arabic numbers of three kinds": (
        f"{OPEN}一、工作成效\n1.强化领导。{BODY}\n2、规范执法。{BODY}\n3．优化服务。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 1.|强化领导|a", "2 2、|规范执法|a", "2 3．|优化服务|a",
    ),
    "an Arabic number with a bracket": (
        f"{OPEN}一、工作成效\n1）强化领导。{BODY}\n2）规范执法。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 1）|强化领导|a", "2 2）|规范执法|a",
    ),
    "five levels": (
        f"{OPEN}一、工作成效\n（一）规范执法\n1.推行制度\n（1）执法公示。{BODY}\n①公示主体。{BODY}\n②公示结果。{BODY}\n（2）法制审核。{BODY}\n2.深化改革\n{BODY}\n（二）优化服务\n{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 （一）|规范执法|a", "3 1.|推行制度|a", "4 （1）|执法公示|a",
        "5 ①|公示主体|a", "5 ②|公示结果|a", "4 （2）|法制审核|a", "3 2.|深化改革|a", "2 （二）|优化服务|a",
    ),
    "numbers that are one character": (
        f"{OPEN}一、工作成效\n㈠强化领导。{BODY}\n⒈学习。{BODY}\n⒉述法。{BODY}\n㈡规范执法。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 ㈠|强化领导|a", "3 ⒈|学习|a", "3 ⒉|述法|a", "2 ㈡|规范执法|a",
    ),
    "chapters by name": (
        f"第一章 总体情况\n{BODY}\n第二章 主要成效\n第一节 强化领导\n{BODY}\n第二节 规范执法\n{BODY}\n第三章 下一步工作\n{BODY}\n",
        "1 第一章|总体情况|a", "1 第二章|主要成效|a", "2 第一节|强化领导|a", "2 第二节|规范执法|a",
        "1 第三章|下一步工作|l",
    ),
    "parts that hold chapters": (
        f"第一部分 工作情况\n一、强化领导\n{BODY}\n二、规范执法\n{BODY}\n第二部分 存在问题\n一、力量不足\n{BODY}\n",
        "1 第一部分|工作情况|a", "2 一、|强化领导|a", "2 二、|规范执法|a", "1 第二部分|存在问题|p", "2 一、|力量不足|p",
    ),
    "one and two as paragraphs": (
        f"{OPEN}一、工作成效\n一是强化领导。{BODY}\n二是规范执法。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 一是|强化领导|a", "2 二是|规范执法|a",
    ),
    "must instead of is": (
        f"{OPEN}三、意见建议\n一要强化领导。{BODY}\n二要规范执法。{BODY}\n",
        "1 ||o", "1 三、|意见建议|r", "2 一要|强化领导|r", "2 二要|规范执法|r",
    ),
    "first, second, last as paragraphs": (
        f"{OPEN}一、工作成效\n首先，强化领导。{BODY}\n其次，规范执法。{BODY}\n最后，优化服务。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 首先，|强化领导|a", "2 其次，|规范执法|a", "2 最后，|优化服务|a",
    ),
    "ordinals as paragraphs": (
        f"{OPEN}一、工作成效\n第一，强化领导。{BODY}\n第二、规范执法。{BODY}\n第三是优化服务。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 第一，|强化领导|a", "2 第二、|规范执法|a", "2 第三是|优化服务|a",
    ),
    # --- items inside a paragraph
    "items after a colon, parted by semicolons": (
        f"{OPEN}一、工作成效\n主要做了三项工作：一是强化领导，全年研究3次；二是规范执法；三是优化服务。\n",
        "1 ||o", "1 一、|工作成效|a", "2 一是|强化领导，全年研究3次|a", "2 二是|规范执法|a", "2 三是|优化服务|a",
    ),
    "items after full stops under a heading": (
        f"{OPEN}一、存在问题\n（一）执法不严。一是程序不规范。记录不全。二是裁量不统一。{BODY}\n（二）力量不足。{BODY}\n",
        "1 ||o", "1 一、|存在问题|p", "2 （一）|执法不严|p", "3 一是|程序不规范|p", "3 二是|裁量不统一|p", "2 （二）|力量不足|p",
    ),
    "items parted by commas": (
        f"{OPEN}一、存在问题\n主要表现在一是认识不够，二是力量不足，三是宣传不够。\n",
        "1 ||o", "1 一、|存在问题|p", "2 一是|认识不够|p", "2 二是|力量不足|p", "2 三是|宣传不够|p",
    ),
    "words that hold 一是": (
        f"{OPEN}一、工作成效\n（一）强化领导。全市唯一是示范市，标准统一是关键，原因之一是重视。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 （一）|强化领导|a",
    ),
    "a quotation that holds a series": (
        f"{OPEN}一、工作成效\n推行“一是亮证，二是告知”工作法，学习《一是守法；二是用法》读本。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a",
    ),
    "an ordinal that is a rank": (
        f"{OPEN}一、工作成效\n满意度位居全国第一，全省排名第一，办结率第二，{BODY}\n",
        "1 ||o", "1 一、|工作成效|a",
    ),
    "first and last inside a paragraph": (
        f"{OPEN}一、工作成效\n程序更加规范：首先，公开征求意见；其次，专家论证；最后，集体讨论决定。\n",
        "1 ||o", "1 一、|工作成效|a", "2 首先，|公开征求意见|a", "2 其次，|专家论证|a", "2 最后，|集体讨论决定|a",
    ),
    "a first that no second follows": (
        f"{OPEN}一、工作成效\n学习贯彻决议，首先，强化领导，推动落实。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a",
    ),
    "circled numbers inside a paragraph": (
        f"{OPEN}一、工作成效\n一是规范执法。①执法公示；②全程记录；③法制审核。\n二是优化服务。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 一是|规范执法|a", "3 ①|执法公示|a", "3 ②|全程记录|a", "3 ③|法制审核|a",
        "2 二是|优化服务|a",
    ),
    "bracketed numbers inside a paragraph": (
        f"{OPEN}一、工作成效\n开展三项检查：（1）食品安全检查；（2）环保检查；（3）安全检查。\n",
        "1 ||o", "1 一、|工作成效|a", "2 （1）|食品安全检查|a", "2 （2）|环保检查|a", "2 （3）|安全检查|a",
    ),
    "a bracketed number that cites an item of an article": (
        f"{OPEN}一、工作成效\n依据条例第三条第（一）项、第（二）项规定，{BODY}\n",
        "1 ||o", "1 一、|工作成效|a",
    ),
    "a series that begins at two": (
        f"{OPEN}一、工作成效\n强化领导，全年研究3次。二是规范执法。{BODY}三是优化服务。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 二是|规范执法|a", "2 三是|优化服务|a",
    ),
    "a series inside an item of the same style": (
        f"{OPEN}一、工作成效\n一是强化领导。做到三点：一是学习；二是部署；三是落实。\n二是规范执法。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 一是|强化领导|a", "3 一是|学习|a", "3 二是|部署|a", "3 三是|落实|a", "2 二是|规范执法|a",
    ),
    "a series that runs on as paragraphs": (
        f"{OPEN}一、存在问题\n对照要求还有差距：一是认识不够；\n二是力量不足；\n三是宣传不够。\n",
        "1 ||o", "1 一、|存在问题|p", "2 一是|认识不够|p", "2 二是|力量不足|p", "2 三是|宣传不够|p",
    ),
    "a second series in the next paragraph": (
        f"{OPEN}一、工作成效\n在制度上：一是立规；二是清理。\n在执法上：一是公示；二是审核。\n",
        "1 ||o", "1 一、|工作成效|a", "2 一是|立规|a", "2 二是|清理|a", "2 一是|公示|a", "2 二是|审核|a",
    ),
    "a lead with items before the bracketed level": (
        f"{OPEN}一、工作成效\n今年抓了两件事：一是立规；二是执法。\n（一）强化领导。{BODY}\n（二）规范执法。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 一是|立规|a", "2 二是|执法|a", "2 （一）|强化领导|a", "2 （二）|规范执法|a",
    ),
    "items inside the opening": (
        f"2023年，我县抓了两项工作：一是强化领导；二是规范执法。现将情况报告如下：\n一、工作成效\n{BODY}\n",
        "1 ||o", "2 一是|强化领导|o", "2 二是|规范执法|o", "1 一、|工作成效|a",
    ),
    # --- numbering that is out of order
    "a counter that runs on through the chapters": (
        f"{OPEN}一、工作成效\n（一）强化领导。{BODY}\n（二）规范执法。{BODY}\n二、强化保障\n（三）经费。{BODY}\n（四）人员。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 （一）|强化领导|a", "2 （二）|规范执法|a", "1 二、|强化保障|a", "2 （三）|经费|a", "2 （四）|人员|a",
    ),
    "an Arabic counter that runs on": (
        f"{OPEN}一、工作成效\n（一）强化领导\n1.学习\n{BODY}\n2.述法\n{BODY}\n（二）规范执法\n3.公示\n{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 （一）|强化领导|a", "3 1.|学习|a", "3 2.|述法|a", "2 （二）|规范执法|a", "3 3.|公示|a",
    ),
    "a chapter number again as the second level": (
        f"{OPEN}一、2023年主要措施\n一、强化领导\n{BODY}\n二、规范执法\n{BODY}\n三、优化服务\n{BODY}\n二、2023年存在的问题\n{BODY}\n三、2024年工作思路\n{BODY}\n",
        "1 ||o", "1 一、|2023年主要措施|a", "2 一、|强化领导|a", "2 二、|规范执法|a", "2 三、|优化服务|a",
        "1 二、|2023年存在的问题|p", "1 三、|2024年工作思路|l",
    ),
    "a number that is skipped and one that comes twice": (
        f"{OPEN}一、强化领导\n{BODY}\n三、规范执法\n{BODY}\n三、优化服务\n{BODY}\n",
        "1 ||o", "1 一、|强化领导|a", "1 三、|规范执法|a", "1 三、|优化服务|a",
    ),
    "a level that is skipped in the second chapter": (
        f"{OPEN}一、工作成效\n（一）强化领导\n1.学习。{BODY}\n二、存在问题\n1.力量不足。{BODY}\n2.宣传不够。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 （一）|强化领导|a", "3 1.|学习|a", "1 二、|存在问题|p", "2 1.|力量不足|p", "2 2.|宣传不够|p",
    ),
    "Arabic chapters that hold bracketed items": (
        f"{OPEN}1.工作成效\n（一）强化领导。{BODY}\n（二）规范执法。{BODY}\n2.存在问题\n（一）力量不足。{BODY}\n",
        "1 ||o", "1 1.|工作成效|a", "2 （一）|强化领导|a", "2 （二）|规范执法|a", "1 2.|存在问题|p", "2 （一）|力量不足|p",
    ),
    "bracketed chapters with no wider level": (
        f"{OPEN}（一）强化领导。{BODY}\n（二）规范执法。{BODY}\n",
        "1 ||o", "1 （一）|强化领导|a", "1 （二）|规范执法|a",
    ),
    "paragraph items with no wider level": (
        f"{OPEN}一是强化领导。{BODY}\n二是规范执法。{BODY}\n",
        "1 ||o", "1 一是|强化领导|a", "1 二是|规范执法|a",
    ),
    "decimal numberings below the chapters": (
        f"{OPEN}一、工作成效\n1.1 强化领导\n{BODY}\n1.2 规范执法\n{BODY}\n1.2.1 案卷评查\n{BODY}\n1.2.2 执法培训\n{BODY}\n二、存在问题\n2.1 力量不足\n{BODY}\n1.5亿元用于执法装备，{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 1.1|强化领导|a", "2 1.2|规范执法|a", "3 1.2.1|案卷评查|a", "3 1.2.2|执法培训|a",
        "1 二、|存在问题|p", "2 2.1|力量不足|p",
    ),
    "decimals and dates at the start of a line": (
        f"{OPEN}一、工作成效\n1.5万人参加培训。{BODY}\n3.15活动期间，{BODY}\n2023年，{BODY}\n12345热线受理诉求，{BODY}\n",
        "1 ||o", "1 一、|工作成效|a",
    ),
    "a year right after the number": (
        f"{OPEN}1.2023年工作成效\n{BODY}\n2.2024年工作计划\n{BODY}\n",
        "1 ||o", "1 1.|2023年工作成效|a", "1 2.|2024年工作计划|l",
    ),
    "numerals that are listed and no marker": (
        f"{OPEN}一、工作成效\n{BODY}\n一、二季度召开会议。{BODY}\n三、四级高级警长参加。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a",
    ),
    "numbers above ten": (
        "".join(f"{n}、工作{n}\n{BODY}\n" for n in ("九", "十", "十一", "十二", "二十", "二十一")),
        *(f"1 {n}、|工作{n}|a" for n in ("九", "十", "十一", "十二", "二十", "二十一")),
    ),
    # --- titles
    "a heading with its full stop on its own line": (
        f"{OPEN}一、工作成效。\n（一）强化领导。\n{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 （一）|强化领导|a",
    ),
    "a heading that ends in a colon": (
        f"{OPEN}一、存在问题：\n（一）力量不足：\n{BODY}\n",
        "1 ||o", "1 一、|存在问题|p", "2 （一）|力量不足|p",
    ),
    "a heading torn over two lines": (
        f"{OPEN}一、切实履行主体责任，高位推动法治\n政府建设\n（一）强化领导。{BODY}\n",
        "1 ||o", "1 一、|切实履行主体责任，高位推动法治政府建设|a", "2 （一）|强化领导|a",
    ),
    "a heading torn after a comma": (
        f"{OPEN}一、切实履行主体责任，\n高位推动建设\n（一）强化领导。{BODY}\n",
        "1 ||o", "1 一、|切实履行主体责任，高位推动建设|a", "2 （一）|强化领导|a",
    ),
    "a heading torn inside a title mark": (
        f"{OPEN}一、贯彻落实《法治政府\n建设实施纲要》情况\n{BODY}\n",
        "1 ||o", "1 一、|贯彻落实《法治政府建设实施纲要》情况|a",
    ),
    "a heading over a paragraph stays on its line": (
        f"{OPEN}一、坚持党的领导，全面落实法治建设主体责任\n{BODY}\n二、优化服务\n{BODY}\n",
        "1 ||o", "1 一、|坚持党的领导，全面落实法治建设主体责任|a", "1 二、|优化服务|a",
    ),
    "a run-in chapter": (
        f"{OPEN}一、强化领导。{BODY}\n二、规范执法。{BODY}\n三、下一步，我县将继续推进。{BODY}\n",
        "1 ||o", "1 一、|强化领导|a", "1 二、|规范执法|a", "1 三、|下一步，我县将继续推进|l",
    ),
    "an item of one sentence": (
        f"{OPEN}一、存在问题\n（一）部分单位对法治建设重视不够，责任落实不到位。\n（二）执法力量不足。\n",
        "1 ||o", "1 一、|存在问题|p", "2 （一）|部分单位对法治建设重视不够，责任落实不到位|p", "2 （二）|执法力量不足|p",
    ),
    "a full stop inside a quotation in the heading": (
        f"{OPEN}一、工作成效\n（一）落实“法无授权不可为。”要求。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 （一）|落实“法无授权不可为。”要求|a",
    ),
    "blanks lost to question marks before the markers": (
        f"{OPEN}??一、工作成效\n??（一）强化领导。{BODY}\n??（二）规范执法。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 （一）|强化领导|a", "2 （二）|规范执法|a",
    ),
    # --- one line for everything
    "no line breaks at all": (
        f"2023年，我县推进法治建设。现报告如下。一、强化领导。{BODY}一是学习。{BODY}二是部署。{BODY}二、规范执法。{BODY}三、存在问题。{BODY}",
        "1 ||o", "1 一、|强化领导|a", "2 一是|学习|a", "2 二是|部署|a", "1 二、|规范执法|a", "1 三、|存在问题|p",
    ),
    "no line breaks, only blanks between the parts": (
        f"2023年，我县推进法治建设。现报告如下： 一、主要做法和成效 （一）强化领导。{BODY * 8} （二）规范执法。{BODY * 8} 二、存在问题 {BODY} 三、2024年工作打算 {BODY}",
        "1 ||o", "1 一、|主要做法和成效|a", "2 （一）|强化领导|a", "2 （二）|规范执法|a", "1 二、|存在问题|p", "1 三、|2024年工作打算|l",
    ),
    "a long paragraph that cites items of an article": (
        f"{OPEN}一、工作成效\n{BODY * 20}依据第三条第（一）项、第（二）项规定，{BODY}\n二、规范执法\n{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "1 二、|规范执法|a",
    ),
    "an opinion of a congress recommends": (
        f"某市人大常委会关于法治政府建设情况的审议意见\n市人民政府：\n{OPEN}一、工作成效\n{BODY}\n二、进一步规范执法\n{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "1 二、|进一步规范执法|r",
    ),
    "a notice that issues a plan plans": (
        f"某县人民政府关于印发2024年法治政府建设工作要点的通知\n各乡镇人民政府：\n{OPEN}一、依法履行政府职能\n{BODY}\n二、规范执法\n{BODY}\n",
        "1 ||o", "1 一、|依法履行政府职能|l", "1 二、|规范执法|l",
    ),
    "a plan whose title stands in an index table": (
        f"索 引 号 | 000014349/2024-00001 | 主题分类 | 政务 |\n标 题 | 某市人民政府关于印发《法治政府建设示范市创建实施方案》的通知 |\n各县人民政府：\n{OPEN}一、总体要求\n{BODY}\n二、创建任务\n{BODY}\n",
        "1 ||o", "1 一、|总体要求|l", "1 二、|创建任务|l",
    ),
    # --- parts without number
    "problems and plans without heading": (
        f"{OPEN}一、强化领导\n一是学习。{BODY}\n二是部署。{BODY}\n虽然我县法治政府建设取得了一定成效，但仍存在一些问题：一是认识不够；二是力量不足。\n下一步，我县将重点抓好以下工作。\n一是强化领导。{BODY}\n二是规范执法。{BODY}\n",
        "1 ||o", "1 一、|强化领导|a", "2 一是|学习|a", "2 二是|部署|a", "1 ||p", "2 一是|认识不够|p", "2 二是|力量不足|p",
        "1 ||l", "2 一是|强化领导|l", "2 二是|规范执法|l",
    ),
    "a closing that plans": (
        f"{OPEN}一、强化领导\n{BODY}\n二、规范执法\n{BODY}\n2024年，我们将以更高标准推进法治政府建设。\n",
        "1 ||o", "1 一、|强化领导|a", "1 二、|规范执法|a", "1 ||l",
    ),
    "a closing of the plans belongs to them": (
        f"{OPEN}一、工作成效\n{BODY}\n二、下一步工作\n（一）强化领导。{BODY}\n下一步，我们将继续努力。\n",
        "1 ||o", "1 一、|工作成效|a", "1 二、|下一步工作|l", "2 （一）|强化领导|l",
    ),
    "a lead of the problems belongs to them": (
        f"{OPEN}一、工作成效\n{BODY}\n二、存在问题\n虽然取得一定成效，但还存在一些差距和不足：\n（一）力量不足。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "1 二、|存在问题|p", "2 （一）|力量不足|p",
    ),
    "a next step inside an item is no part": (
        f"{OPEN}一、强化领导\n（一）学习。{BODY}\n下一步，将继续学习。\n（二）部署。{BODY}\n二、规范执法\n{BODY}\n",
        "1 ||o", "1 一、|强化领导|a", "2 （一）|学习|a", "2 （二）|部署|a", "1 二、|规范执法|a",
    ),
    "chapters that start anew under a plan": (
        f"{OPEN}一、强化领导\n{BODY}\n二、规范执法\n{BODY}\n下一步，我县将抓好以下工作：\n一、加强学习\n{BODY}\n二、加强执法\n{BODY}\n",
        "1 ||o", "1 一、|强化领导|a", "1 二、|规范执法|a", "1 ||l", "2 一、|加强学习|l", "2 二、|加强执法|l",
    ),
    "a further paragraph of an item": (
        f"{OPEN}一、工作成效\n（一）强化领导。{BODY}\n同时，开展督察。{BODY}\n（二）规范执法。{BODY}\n严格落实制度。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 （一）|强化领导|a", "2 （二）|规范执法|a",
    ),
    "headings without any number": (
        f"{OPEN}主要做法和成效\n{BODY}\n{BODY}\n存在的主要问题\n{BODY}\n下一步工作打算\n{BODY}\n",
        "1 ||o", "1 |主要做法和成效|a", "1 |存在的主要问题|p", "1 |下一步工作打算|l",
    ),
    "topical headings without any number": (
        f"{OPEN}强化组织领导\n{BODY}\n规范行政执法\n{BODY}\n优化政务服务\n{BODY}\n",
        "1 ||o", "1 |强化组织领导|a", "1 |规范行政执法|a", "1 |优化政务服务|a",
    ),
    "topical headings under a chapter": (
        f"{OPEN}一、工作成效\n强化组织领导\n{BODY}\n规范行政执法\n{BODY}\n二、存在问题\n{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "2 |强化组织领导|a", "2 |规范行政执法|a", "1 二、|存在问题|p",
    ),
    "no numbering and no heading": (
        f"{OPEN}{BODY}\n{BODY}\n",
        "1 ||o",
    ),
    "recommendations without heading": (
        f"{OPEN}一、基本情况\n{BODY}\n二、存在问题\n{BODY}\n针对上述问题，提出如下建议：\n（一）强化领导。{BODY}\n（二）规范执法。{BODY}\n",
        "1 ||o", "1 一、|基本情况|a", "1 二、|存在问题|p", "1 ||r", "2 （一）|强化领导|r", "2 （二）|规范执法|r",
    ),
    # --- roles
    "topical chapters tell achievements": (
        f"{OPEN}一、聚焦突出问题整治\n{BODY}\n二、督察反馈问题整改情况\n{BODY}\n三、党政主要负责人履行推进法治建设第一责任人职责情况\n{BODY}\n四、不足和原因\n{BODY}\n五、2024年重点工作\n{BODY}\n",
        "1 ||o", "1 一、|聚焦突出问题整治|a", "1 二、|督察反馈问题整改情况|a",
        "1 三、|党政主要负责人履行推进法治建设第一责任人职责情况|a", "1 四、|不足和原因|p", "1 五、|2024年重点工作|l",
    ),
    "one chapter of problems and plans": (
        f"{OPEN}一、工作成效\n{BODY}\n二、存在问题及下一步打算\n（一）执法力量不足。{BODY}\n（二）普法形式单一，有待加强。{BODY}\n（三）加强队伍建设。{BODY}\n（四）创新普法。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "1 二、|存在问题及下一步打算|p", "2 （一）|执法力量不足|p", "2 （二）|普法形式单一，有待加强|p",
        "2 （三）|加强队伍建设|l", "2 （四）|创新普法|l",
    ),
    "problems and plans as items of one chapter": (
        f"{OPEN}一、工作成效\n{BODY}\n二、存在问题及下一步打算\n（一）存在问题。{BODY}\n（二）下一步打算。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "1 二、|存在问题及下一步打算|p", "2 （一）|存在问题|p", "2 （二）|下一步打算|l",
    ),
    "problems inside the chapter on the work": (
        f"{OPEN}一、工作情况\n（一）主要成效\n{BODY}\n（二）存在的问题\n1.力量不足。{BODY}\n二、下步工作\n{BODY}\n",
        "1 ||o", "1 一、|工作情况|a", "2 （一）|主要成效|a", "2 （二）|存在的问题|p", "3 1.|力量不足|p", "1 二、|下步工作|l",
    ),
    "traditional script": (
        "2023年，本區推進法治政府建設。現將情況報告如下：\n一、主要舉措\n一是規範執法。全年檢查三次，效果明顯。\n二是優化服務。全年辦件三萬。\n二、存在的不足\n（一）力量薄弱。執法人員不足。\n",
        "1 ||o", "1 一、|主要舉措|a", "2 一是|規範執法|a", "2 二是|優化服務|a", "1 二、|存在的不足|p", "2 （一）|力量薄弱|p",
    ),
    "the work of the report's own year is told": (
        f"某市2019年检察工作报告\n2019年主要工作\n{OPEN}一、依法惩治犯罪\n{BODY}\n2020年主要工作\n一、加强监督\n{BODY}\n",
        "1 |2019年主要工作|a", "2 一、|依法惩治犯罪|a", "1 |2020年主要工作|l", "2 一、|加强监督|l",
    ),
    "what a chapter of matters to report names": (
        f"{OPEN}一、总体情况\n{BODY}\n二、需要报告的重点事项\n（一）2022年推进法治政府建设的举措和成效\n{BODY}\n（二）存在的问题和不足\n{BODY}\n",
        "1 ||o", "1 一、|总体情况|a", "1 二、|需要报告的重点事项|x", "2 （一）|2022年推进法治政府建设的举措和成效|a",
        "2 （二）|存在的问题和不足|p",
    ),
    "a heading that is printed twice": (
        f"{OPEN}一、强化领导\n一、强化领导\n（一）加强学习。{BODY}\n二、规范执法\n{BODY}\n",
        "1 ||o", "1 一、|强化领导|a", "2 （一）|加强学习|a", "1 二、|规范执法|a",
    ),
    "letters of a marker and nothing else": ("一、", "1 一、||a"),
    # --- reports on the work of the government
    "a report of the year that it plans, with an appeal at its end": (
        (f"2021年某省政府工作报告\n各位代表：\n{OPEN}一、“十三五”时期和2020年工作回顾\n{BODY}\n"
         f"同时，我们也清醒地认识到，发展不足仍然是主要矛盾，创新能力不强。\n二、“十四五”时期主要目标任务\n{BODY}\n"
         f"三、2021年重点工作\n（一）扩大投资。{BODY}\n（二）改善民生。{BODY}\n各位代表！蓝图已经绘就，让我们为之奋斗！\n"),
        "1 ||o", "1 一、|“十三五”时期和2020年工作回顾|a", "1 ||p", "1 二、|“十四五”时期主要目标任务|l",
        "1 三、|2021年重点工作|l", "2 （一）|扩大投资|l", "2 （二）|改善民生|l", "1 ||x",
    ),
    "an appeal before the items of the last chapter is part of it": (
        (f"{OPEN}一、2023年工作回顾\n{BODY}\n二、2024年工作安排\n{BODY}\n各位代表！做好今年工作要抓好以下几点。\n"
         f"（一）扩大投资。{BODY}\n（二）改善民生。{BODY}\n"),
        "1 ||o", "1 一、|2023年工作回顾|a", "1 二、|2024年工作安排|l", "2 （一）|扩大投资|l",
        "2 （二）|改善民生|l",
    ),
    "without title its first words tell it: topical chapters behind the plans are plans, and its leave is one": (
        (f"各位代表：\n现在，我代表省人民政府，向大会报告政府工作，请予审议，并请省政协委员提出意见。\n一、2006年工作回顾\n{BODY}\n"
         f"二、2007年工作总体部署\n{BODY}\n但是，发展中仍然存在一些突出问题。\n三、深化改革和扩大开放\n（一）改革。{BODY}\n"
         f"各位代表！巩固团结是我们的事业。\n新的一年，我们要继续努力。\n各位代表！让我们共同奋斗！\n"),
        "1 ||o", "1 一、|2006年工作回顾|a", "1 二、|2007年工作总体部署|l", "1 三、|深化改革和扩大开放|l", "2 （一）|改革|l", "1 ||x",
    ),
    "signs that refer to notes are no items": (
        (f"{OPEN}一、2017年工作回顾\n坚持“三去一降一补”①，推进“放管服”②改革，实施“八大工程”③，成效明显。\n（一）规范执法。主要措施：①加强培训。②完善制度。\n"),
        "1 ||o", "1 一、|2017年工作回顾|a", "2 （一）|规范执法|a", "3 ①|加强培训|a", "3 ②|完善制度|a",
    ),
    "the second item stands some paragraphs below the first, and another list beside them": (
        (f"{OPEN}一、下一步工作\n实施积极的政策。一是增加支出。{BODY}\n为弥补缺口，安排资金。{BODY}\n二是减轻税负。{BODY}\n"
         f"实施稳健的政策。一是改善调控。二是加强监管。{BODY}\n"),
        "1 ||o", "1 一、|下一步工作|l", "2 一是|增加支出|l", "2 二是|减轻税负|l", "2 一是|改善调控|l", "2 二是|加强监管|l",
    ),
    "chapters of such a report without numbers": (
        f"{OPEN}2022年和过去五年工作回顾\n{BODY}\n今后五年的目标任务\n{BODY}\n2024年重点工作\n（一）扩大投资。{BODY}\n",
        "1 ||o", "1 |2022年和过去五年工作回顾|a", "1 |今后五年的目标任务|l", "1 |2024年重点工作|l",
        "2 （一）|扩大投资|l",
    ),
    "a chapter on plans that begins with what is lacking": (
        f"{OPEN}一、工作成效\n{BODY}\n二、下一步工作打算\n尽管取得成效，但仍存在一些问题和不足。\n（一）强化责任。{BODY}\n",
        "1 ||o", "1 一、|工作成效|a", "1 二、|下一步工作打算|l", "2 （一）|强化责任|l",
    ),
    # --- reports on the work of a government, as papers print them
    "a glossary and a list of deeds behind the report": (
        "2026年某省政府工作报告\n各位代表：\n现在，我代表省人民政府向大会报告工作。\n一、2025年工作回顾\n" + BODY
        + "\n二、2026年工作安排\n（一）扩大内需。" + BODY + "\n各位代表！新的征程已经开启，让我们共同努力！\n附件1\n2026年省十件民生实事\n"
        "一、扩大就业。" + BODY + "\n二、增加学位。" + BODY + "\n附件2 名词解释\n1.“两重”：两个方面的重大建设。\n2.“链长制”：由一人牵头的制度。\n",
        "1 ||o", "1 一、|2025年工作回顾|a", "1 二、|2026年工作安排|l", "2 （一）|扩大内需|l", "1 ||x",
        "1 |附件1 2026年省十件民生实事|x", "2 一、|扩大就业|x", "2 二、|增加学位|x",
        "1 |附件2 名词解释|x", "2 1.|“两重”：两个方面的重大建设|x", "2 2.|“链长制”：由一人牵头的制度|x",
    ),
    "chapters that lost their numbers, one of them by a subject": (
        "2025年某省政府工作报告\n各位代表：\n现在，我代表省人民政府向大会报告工作。\n2024年工作回顾\n" + BODY + "\n（一）稳住经济。" + BODY
        + "\n2025年工作安排建议\n" + BODY + "\n（一）扩大内需。" + BODY + "\n加强政府自身建设\n" + BODY + "\n（一）依法行政。" + BODY + "\n",
        "1 ||o", "1 |2024年工作回顾|a", "2 （一）|稳住经济|a", "1 |2025年工作安排建议|l", "2 （一）|扩大内需|l",
        "1 |加强政府自身建设|l", "2 （一）|依法行政|l",
    ),
    "two years in one unnumbered heading, with numbered chapters below it": (
        "2026年某区政府工作报告\n各位代表：\n现在，我代表区人民政府向大会报告工作。\n“十四五”时期发展成就和2025年工作回顾\n" + BODY
        + "\n成绩令人鼓舞，但问题也不容回避。产业链条偏短，民生欠账不少。\n“十五五”时期主要目标和2026年重点工作\n" + BODY
        + "\n一、把握主线\n（一）建设家园。" + BODY + "\n二、找准定位\n" + BODY + "\n",
        "1 ||o", "1 |“十四五”时期发展成就和2025年工作回顾|a", "1 ||p", "1 |“十五五”时期主要目标和2026年重点工作|l",
        "2 一、|把握主线|l", "3 （一）|建设家园|l", "2 二、|找准定位|l",
    ),
    "shortcomings that no word of a list names, before a chapter of any role": (
        "2026年某省政府工作报告\n一、一锤接着一锤敲，发展迈出新步伐\n（一）稳住经济。" + BODY
        + "\n我们也清醒认识到，外部环境依然复杂，市场预期偏弱。\n二、一心一意谋发展\n" + BODY + "\n",
        "1 一、|一锤接着一锤敲，发展迈出新步伐|a", "2 （一）|稳住经济|a", "1 ||p", "1 二、|一心一意谋发展|a",
    ),
    "a subject behind the plans is planned, before them it was done": (
        "2026年某省政府工作报告\n一、2025年工作回顾\n" + BODY + "\n二、“十五五”时期经济社会发展重点任务\n" + BODY
        + "\n三、2026年重点工作\n" + BODY + "\n四、深入推进政府效能建设\n" + BODY + "\n",
        "1 一、|2025年工作回顾|a", "1 二、|“十五五”时期经济社会发展重点任务|l", "1 三、|2026年重点工作|l", "1 四、|深入推进政府效能建设|l",
    ),
    "a heading that starts with a numeral of its own": (
        OPEN + "一、三级联动，普法工作齐步走\n" + BODY + "\n二、一网统管，提升服务质效\n" + BODY + "\n",
        "1 ||o", "1 一、|三级联动，普法工作齐步走|a", "1 二、|一网统管，提升服务质效|a",
    ),
    "numbers in a row are no heading": (
        OPEN + "一、工作情况\n二审案件逐年减少，\n一、二审案件分别下降。" + BODY + "\n二、工作打算\n" + BODY + "\n",
        "1 ||o", "1 一、|工作情况|a", "1 二、|工作打算|l",
    ),
    "a table of contents": (
        "目　录\n一、主要做法……1\n（一）加强领导……1\n二、存在问题……3\n" + OPEN + "一、主要做法\n（一）加强领导。" + BODY + "\n二、存在问题\n" + BODY + "\n",
        "1 ||o", "1 一、|主要做法|a", "2 （一）|加强领导|a", "1 二、|存在问题|p",
    ),
    "a table of contents without pages": (
        "目录\n第一部分 工作情况\n一、主要做法\n第二部分 存在问题\n第一部分 工作情况\n一、主要做法\n" + BODY + "\n第二部分 存在问题\n" + BODY + "\n",
        "1 第一部分|工作情况|a", "2 一、|主要做法|a", "1 第二部分|存在问题|p",
    ),
    "a menu that is called 目录": (
        "目录\n一、主要做法\n" + BODY + "\n二、存在问题\n" + BODY + "\n",
        "1 一、|主要做法|a", "1 二、|存在问题|p",
    ),
    "items behind a quotation that lost its end": (
        OPEN + "一、工作成效\n（一）突出示范引领。4个村入选“全国民主法治示范村（社区）。一是加强培育。逐村制定方案。二是加强宣传。逐户发放资料。\n" + BODY + "\n",
        "1 ||o", "1 一、|工作成效|a", "2 （一）|突出示范引领|a", "3 一是|加强培育|a", "3 二是|加强宣传|a",
    ),
    "chapters without numbers over a numbering that starts again": (
        OPEN + "以强化组织领导为抓手，着力营造法治氛围\n（一）加强领导。" + BODY + "\n（二）强化考核。" + BODY + "\n以规范执法为重点，着力提升水平\n（一）加强培训。" + BODY + "\n",
        "1 ||o", "1 |以强化组织领导为抓手，着力营造法治氛围|a", "2 （一）|加强领导|a", "2 （二）|强化考核|a",
        "1 |以规范执法为重点，着力提升水平|a", "2 （一）|加强培训|a",
    ),
    "one such line alone, or under chapters, is none": (
        OPEN + "一、主要工作\n加强领导，压实责任\n（一）部署。" + BODY + "\n二、今后打算\n规范执法，严格监督\n（一）培训。" + BODY + "\n",
        "1 ||o", "1 一、|主要工作|a", "2 （一）|部署|a", "1 二、|今后打算|l", "2 （一）|培训|l",
    ),
    "a class of water is no numbering": (
        OPEN + "一、水环境\nⅣ类水质断面占比10%，Ⅴ类占5%。" + BODY + "\n二、大气环境\n" + BODY + "\n",
        "1 ||o", "1 一、|水环境|a", "1 二、|大气环境|a",
    ),
    "a sign behind a circled number": (
        OPEN + "一、主要工作\n①.加强领导。" + BODY + "\n②、违法建设防控。" + BODY + "\n",
        "1 ||o", "1 一、|主要工作|a", "2 ①.|加强领导|a", "2 ②、|违法建设防控|a",
    ),
}  # fmt: skip


# Numberings in their usual order, the widest first; those on one line stand side by side in no report.
WRITTEN = (
    ("{}",), ("【{}】",), ("第一部分 {}", "第一章 {}"), ("壹、{}", "Ⅰ、{}"), ("一、{}", "一．{}", "一 、{}", "一、{}。"),
    ("（一）{}", "(一){}", "一）{}"), ("1. {}", "1、{}", "1.{}"), ("（1）{}", "1）{}"), ("①{}",), ("一是{}",),
)  # fmt: skip
ORDERED = [
    (wide, narrow)
    for i, wider in enumerate(WRITTEN)
    for wide in wider
    for narrower in WRITTEN[max(2, i + 1) :]
    for narrow in narrower
]


def _numbered(form: str, number: int, title: str) -> str:
    for numerals in ("一二三", "壹贰叁", "ⅠⅡⅢ", "123", "①②③"):
        form = form.replace(numerals[0], numerals[number])
    return form.format(title)


@pytest.mark.parametrize("ending", ["\n", "。"], ids=["alone", "run-in"])
@pytest.mark.parametrize(("wide", "narrow"), ORDERED)
def test_any_numbering_nests_under_any_wider_one(wide: str, narrow: str, ending: str) -> None:
    chapters = ("主要做法和成效", "存在的问题和不足", "下一步工作打算")
    items = (
        "加强组织领导，压实法治责任",
        "规范行政执法，提升执法水平",
        "化解矛盾纠纷，维护社会稳定",
    )
    text, expected = OPEN, []
    for i, chapter in enumerate(chapters):
        text += _numbered(wide, i, chapter) + "\n"
        expected.append((1, chapter))
        for j, item in enumerate(items):
            text += _numbered(narrow, j, item) + ending + BODY + "\n"
            expected.append((2, item))
    _, found = read(text)
    sections = [section for top in found.sections for section in top.walk()]
    assert [(s.level, s.title) for s in sections if s.title] == expected


@pytest.mark.parametrize(
    ("text", "expected"), [(c[0], list(c[1:])) for c in CASES.values()], ids=CASES
)
def test_outline_of_a_shape(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


NOTES = {
    "a lost bracket": (f"一、成效\n一）学习。{BODY}\n（二）部署。{BODY}\n", ["outline.bracket"]),
    "a skipped number": (f"一、成效\n{BODY}\n三、问题\n{BODY}\n", ["outline.order"]),
    "a number that comes twice": (
        f"一、成效\n{BODY}\n二、甲\n{BODY}\n二、乙\n{BODY}\n",
        ["outline.order"],
    ),
    "a series from two": (f"一、成效\n学习。二是部署。三是落实。{BODY}\n", ["outline.order"]),
    "a counter that runs on": (
        f"一、成效\n（一）学习。{BODY}\n（二）部署。{BODY}\n二、保障\n（三）经费。{BODY}\n",
        [],
    ),
    "lost blanks": (f"??一、成效\n{BODY}\n", ["outline.damage"]),
}


@pytest.mark.parametrize(("text", "codes"), NOTES.values(), ids=NOTES)
def test_what_is_repaired_or_doubted_is_noted(text: str, codes: list[str]) -> None:
    document, found = read(text)
    assert [note.code for note in found.notes] == codes
    assert all(note.span and document.text[note.span.slice()] for note in found.notes)


def test_notes_stay_few() -> None:
    _, found = read("".join(f"一）学习。{BODY}\n" for _ in range(500)))
    assert len(found.notes) == 50


ENDS = {
    "items inside a paragraph end with it": (
        f"{OPEN}一、成效\n两项：一是学习；二是部署。\n{BODY}\n",
        {"一是": "一是学习；", "二是": "二是部署。"},
    ),
    "the next run begins where the one before ends": (
        f"{OPEN}一、成效\n一、二类：一是学习；二是部署。\n另有：一是公示；二是审核。\n",
        {"二是": "二是部署。\n另有："},
    ),
    "a paragraph item keeps the paragraphs after it": (
        f"{OPEN}一、成效\n一是学习。\n学得深。\n二是部署。\n",
        {"一是": "一是学习。\n学得深。"},
    ),
    "trailing blanks are left out": (
        "一、成效　\n　　学习。 \n\n　　二、问题\n",
        {"一、": "一、成效　\n　　学习。"},
    ),
}


@pytest.mark.parametrize(("text", "ends"), ENDS.values(), ids=ENDS)
def test_a_section_ends_before_the_next(text: str, ends: dict[str, str]) -> None:
    document, found = read(text)
    seen: dict[str, str] = {}
    for top in found.sections:
        for section in top.walk():
            seen.setdefault(section.marker, document.text[section.span.slice()])
    assert {marker: seen[marker] for marker in ends} == ends


def test_a_format_adds_and_forbids_styles() -> None:
    text = f"一、成效\n一是学习。{BODY}\n举措1：部署。{BODY}\n举措2：落实。{BODY}\n"
    own = Format(
        name="test.own",
        title="Own numbering",
        kinds=("annual_report",),
        lines=NATIONAL_LINES,
        roles=NATIONAL_ROLES,
        markers=(
            Marker(name="measure", pattern=r"举措(?P<number>\d{1,2}):", examples=("举措1:部署",)),
        ),
        forbidden=("say",),
    )
    assert rows(text, own) == ["1 一、|成效|a", "2 举措1：|部署|a", "2 举措2：|落实|a"]


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_each_style_reads_its_examples(style) -> None:
    for example in style.examples:
        mark = grammar(NATIONAL).read(example, 0, len(example))
        assert mark is not None, example
        assert mark.style == style.name, example


@pytest.mark.parametrize("row", NATIONAL_ROLES, ids=lambda row: row.pattern[:24])
def test_each_role_row_reads_its_examples(row) -> None:
    for example in row.examples:
        document = fold(example)
        first = next(r for r in NATIONAL_ROLES if re.search(r.pattern, document.folded))
        assert first is row, example


def test_openings_and_plain_headings_read_their_examples() -> None:
    for row in OPENINGS:
        assert [opening_role(fold(example).folded) for example in row.examples] == [row.role] * len(
            row.examples
        )
    for row in PLAIN_HEADINGS:
        assert [plain_role(fold(example).folded) for example in row.examples] == [row.role] * len(
            row.examples
        )


HEADINGS = {
    "主要举措和成效": "a", "2023年主要工作": "a", "工作回顾": "a", "基本情况": "a", "信访突出问题化解情况": "a",
    "解决群众急难愁盼问题，提升服务水平": "a", "营商环境突出问题整治": "a", "问题整改情况": "a",
    "党政主要负责人履行推进法治建设第一责任人职责情况": "a", "坚持问题导向，补齐法治短板": "a",
    "办理人大代表建议和政协提案情况": "a", "强化安排部署": "a", "自觉接受司法建议和检察建议": "a",
    "存在的困难和问题": "p", "存在的不足": "p", "主要问题": "p", "不足和原因": "p", "原因分析": "p",
    "存在的问题及下一步打算": "p", "法治政府建设中的薄弱环节": "p", "面临的困难与挑战": "p", "工作中的短板": "p",
    "存在的主要差距和不足": "p", "存在问题的原因分析": "p", "工作不足": "p",
    "意见建议": "r", "几点建议": "r", "对策建议": "r", "意见和建议": "r", "建议": "r",
    "下一步工作": "l", "下步工作打算": "l", "2024年工作思路": "l", "2024年工作安排": "l", "今后努力方向": "l",
    "2024年推进法治政府建设的主要安排": "l", "2024年工作计划": "l", "下一阶段工作重点": "l", "2024年目标任务": "l",
    "2024年重点工作": "l", "工作打算": "l", "整改措施": "l", "其他需要报告的事项": "x",
    "“十四五”时期主要目标任务": "l", "今后五年的奋斗目标": "l", "2023年重点工作完成情况": "a",
    "2024年经济社会发展总体要求和主要预期目标": "l", "2023年目标任务完成情况": "a",
    "今年主要任务": "l", "对今年政府工作的建议": "l", "“十二五”时期的主要目标和任务": "l", "“十二五”时期的主要成就回顾": "a",
}  # fmt: skip


@pytest.mark.parametrize(("heading", "role"), HEADINGS.items())
def test_role_of_a_chapter(heading: str, role: str) -> None:
    assert rows(f"{OPEN}一、{heading}\n{BODY}\n")[1] == f"1 一、|{heading}|{role}"


# --- promises that hold for every text


def check_promises(text: str) -> None:
    document = fold(text)
    framed = frame(document, NATIONAL)
    found = outline(document, framed, NATIONAL)
    covered = [(*row.span,) for row in (*framed.head, *framed.tail)]
    covered += [(*section.span,) for section in found.sections]
    place = 0
    for start, end in sorted(covered):
        assert start >= place, "rows and sections do not overlap"
        assert not document.folded[place:start].strip(" \n?\ufffd"), "nothing is lost between them"
        place = end
    assert not document.folded[place:].strip()
    for i, section in enumerate(found.sections, 1):
        assert section.span in framed.body
        check_section(section, str(i), document)


def check_section(section: Section, name: str, document: Document) -> None:
    start, end = section.span
    level = name.count(".") + 1
    assert (section.id, section.level) == (name, level)
    assert start < end
    assert document.text[start:end].startswith(section.marker) or level == 1
    assert start <= section.title_span.start <= section.title_span.end <= end
    place = None
    for i, child in enumerate(section.children, 1):
        if place is not None:
            gap = document.folded[place : child.span.start]
            assert not gap.strip(" \n?\ufffd"), (
                "between the sections of one level stand only blanks"
            )
        place = child.span.end
        assert child.span in section.span
        check_section(child, f"{name}.{i}", document)


@pytest.mark.parametrize("text", [case[0] for case in CASES.values()], ids=CASES)
def test_the_promises_hold_for_each_shape(text: str) -> None:
    check_promises(text)


@pytest.mark.parametrize("name", sorted(path.stem for path in SEEDS.glob("*.txt")))
def test_the_promises_hold_for_each_seed_and_each_cut_of_it(name: str) -> None:
    text = (SEEDS / f"{name}.txt").read_bytes().decode("utf-8-sig")
    check_promises(text)
    short = text[:1200]
    for cut in [*range(len(short)), *range(len(short), len(text), 37)]:
        if text[:cut].strip():
            check_promises(text[:cut])
    for cut in range(0, len(text), 61):
        if text[cut:].strip():
            check_promises(text[cut:])


ODD = (
    "一",
    "、",
    "(",
    "一、",
    "\n\n一、\n",
    "\x00一、a",
    "\ud800",
    "。",
    "一是",
    "??",
    "《一、》",
    "1.",
    "①",
    "a",
    "一、\r\n二、",
)


@pytest.mark.parametrize("text", ODD)
def test_the_promises_hold_for_odd_texts(text: str) -> None:
    check_promises(text)


HOSTILE = (
    "一、",
    "(",
    "\n",
    "一是",
    "(一)\n",
    "1.\n",
    "“一是",
    "。(1)",
    "x\n",
    "政府\n",
    "一是a;二是b;",
    "??\n",
    "报告\n",
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_length_alone(unit: str) -> None:
    def seconds(size: int) -> float:
        document = fold(unit * (size // len(unit)))
        return cpu_seconds(lambda: outline(document, frame(document, NATIONAL), NATIONAL))

    short = max(seconds(10_000), 0.004)
    assert seconds(40_000) < 4 * 2.5 * short


@pytest.mark.parametrize("name", sorted(path.stem for path in SEEDS.glob("*.txt")))
def test_each_seed_has_the_outline_that_was_annotated(name: str) -> None:
    text = (SEEDS / f"{name}.txt").read_bytes().decode("utf-8-sig")
    lines = (SEEDS / f"{name}.sections.jsonl").read_text(encoding="utf-8").splitlines()
    gold = [json.loads(line) for line in lines if line.strip()]
    _, found = read(text)
    got = [section for top in found.sections for section in top.walk()]
    assert [(s.level, s.marker, s.number, s.title, *s.span, s.role) for s in got] == [
        (g["level"], g["marker"], g["number"], g["title"], g["start"], g["end"], g["role"])
        for g in gold
    ]


@pytest.mark.parametrize("line", ["2023年", "2023年度", "今年", "上半年"])
def test_a_time_alone_is_no_heading(line: str) -> None:
    """A line that says nothing but when names no part of a report."""
    assert plain_role(line) is None
