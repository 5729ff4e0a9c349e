"""
What stands around the body: heads and tails of pages as they are published.
"""

from __future__ import annotations

import re

import pytest

from fazhi.formats.headings import NATIONAL_ROLES
from fazhi.formats.lines import NATIONAL_LINES
from fazhi.model import Format
from fazhi.parsing.frame import frame
from fazhi.text import fold


NATIONAL = Format(
    name="national.annual-report",
    title="Annual reports",
    kinds=("annual_report",),
    lines=NATIONAL_LINES,
    roles=NATIONAL_ROLES,
)
BODY = "2023年，我县认真贯彻上级部署，法治政府建设取得新成效。现将有关情况报告如下：\n一、工作成效\n全年召开会议研究法治工作。"


def read(text: str) -> tuple[list[str], str, list[str]]:
    document = fold(text)
    found = frame(document, NATIONAL)
    head, tail = (
        [f"{row.kind}|{document.text[row.span.slice()]}" for row in rows]
        for rows in (found.head, found.tail)
    )
    return head, document.text[found.body.slice()], tail


HEADS = {
    "no title at all": ("", []),
    "an address without a colon": (
        "某省政府工作报告\n省长 某某某\n各位代表\n",
        ["title|某省政府工作报告", "author|省长 某某某", "addressee|各位代表"],
    ),
    "an address that ends in a comma": (
        "某市2023年法治政府建设情况的报告\n尊敬的主任、各位副主任、各位委员，\n",
        ["title|某市2023年法治政府建设情况的报告", "addressee|尊敬的主任、各位副主任、各位委员，"],
    ),
    "an address that runs in": (
        "某县2023年法治政府建设情况报告\n各位代表！",
        ["title|某县2023年法治政府建设情况报告", "addressee|各位代表！"],
    ),
    "a bullet before the session": (
        "政府工作报告\n• ——2001年2月16日在某市第九届人民代表大会第四次会议上\n",
        ["title|政府工作报告", "session|• ——2001年2月16日在某市第九届人民代表大会第四次会议上"],
    ),
    "a title": ("某县2023年法治政府建设年度报告\n", ["title|某县2023年法治政府建设年度报告"]),
    "a title that ends in 情况": (
        "浙江省2021年法治政府建设情况\n",
        ["title|浙江省2021年法治政府建设情况"],
    ),
    "a title that comes twice": (
        "某县2023年法治政府建设情况报告\n来源：县司法局\n某县2023年法治政府建设情况报告\n",
        ["title|某县2023年法治政府建设情况报告", "source|来源：县司法局", "title|某县2023年法治政府建设情况报告"],
    ),
    "a title split after its body": (
        "某市市场监督管理局\n2023年度法治政府建设情况报告\n",
        ["title|某市市场监督管理局", "title|2023年度法治政府建设情况报告"],
    ),
    "a title split before its noun": (
        "关于某县2023年度法治政府建设\n情况的报告\n",
        ["title|关于某县2023年度法治政府建设", "title|情况的报告"],
    ),
    "a notice that issues a plan": (
        "某政办〔2024〕2号\n某县人民政府办公室\n关于印发某县2024年度法治政府建设\n工作安排的通知\n各乡镇人民政府：\n",
        [
            "navigation|某政办〔2024〕2号", "author|某县人民政府办公室", "title|关于印发某县2024年度法治政府建设",
            "title|工作安排的通知", "addressee|各乡镇人民政府：",
        ],
    ),
    "a letter above the report": (
        ("市人民政府：\n现将《2024年度交通运输法治政府建设工作总结》随文上报。\n某市卫生健康委\n2025年1月15日\n"
        "2024年度交通运输法治政府建设\n工作总结\n"),
        [
            "addressee|市人民政府：", "navigation|现将《2024年度交通运输法治政府建设工作总结》随文上报。", "author|某市卫生健康委",
            "date|2025年1月15日", "title|2024年度交通运输法治政府建设", "title|工作总结",
        ],
    ),
    "two bodies above the title": (
        "中共某市委　某市人民政府\n关于2023年法治政府建设情况的报告\n省委、省政府：\n",
        ["title|中共某市委　某市人民政府", "title|关于2023年法治政府建设情况的报告", "addressee|省委、省政府："],
    ),
    "a letterhead is no title": (
        "某州人民政府\n自治区司法厅：\n",
        ["author|某州人民政府", "addressee|自治区司法厅："],
    ),
    "a session after dashes, and its group": (
        "关于法治政府建设情况的视察报告\n——2024年2月29日在某市第八届人民代表大会常务委员会第十次会议上\n市人大常委会视察组\n市人大常委会：\n",
        [
            "title|关于法治政府建设情况的视察报告",
            "session|——2024年2月29日在某市第八届人民代表大会常务委员会第十次会议上",
            "author|市人大常委会视察组", "addressee|市人大常委会：",
        ],
    ),
    "a title with its session in one line": (
        "某省政府工作报告——2018年1月25日在某省第十三届人民代表大会第一次会议上\n省长　某某某\n各位代表：\n",
        [
            "title|某省政府工作报告", "session|——2018年1月25日在某省第十三届人民代表大会第一次会议上",
            "author|省长　某某某", "addressee|各位代表：",
        ],
    ),
    "a session in brackets, and a speaker": (
        "关于检查行政处罚法实施情况的报告\n（2022年12月12日在市五届人大常委会第三十八次会议上）\n市司法局局长  王 某 某\n主任、各位副主任、秘书长、各位委员：\n",
        [
            "title|关于检查行政处罚法实施情况的报告",
            "session|（2022年12月12日在市五届人大常委会第三十八次会议上）",
            "author|市司法局局长  王 某 某", "addressee|主任、各位副主任、秘书长、各位委员：",
        ],
    ),
    "source and date on one line": (
        "某区2020年法治政府建设情况报告\n文章来源:司法局 更新时间:2021/03/29 11:30:01\n",
        ["title|某区2020年法治政府建设情况报告", "source|文章来源:司法局 更新时间:2021/03/29 11:30:01"],
    ),
    "a bare date": (
        "某区2020年法治政府建设情况报告\n2021-03-29 11:30\n",
        ["title|某区2020年法治政府建设情况报告", "source|2021-03-29 11:30"],
    ),
    "a date in brackets under the title": (
        "某区2020年法治政府建设情况报告\n（2021年3月29日）\n",
        ["title|某区2020年法治政府建设情况报告", "date|（2021年3月29日）"],
    ),
    "label and value on lines of their own": (
        "某区2020年法治政府建设情况报告\n发布时间：\n2021-03-29\n来源：\n县政府办公室\n",
        [
            "title|某区2020年法治政府建设情况报告", "source|发布时间：", "source|2021-03-29",
            "source|来源：", "author|县政府办公室",
        ],
    ),
    "bread crumbs, clock and font size": (
        "今天是:2019年10月31日 星期三 农历十月初七\n您所在的位置:政务公开 > 工作报告\n某区2020年法治政府建设情况报告\n【字体：大 中 小】 浏览次数：1024\n分享到：\n",
        [
            "navigation|今天是:2019年10月31日 星期三 农历十月初七",
            "navigation|您所在的位置:政务公开 > 工作报告",
            "title|某区2020年法治政府建设情况报告",
            "source|【字体：大 中 小】 浏览次数：1024", "navigation|分享到：",
        ],
    ),
    "an index table with blanks inside its labels": (
        "索 引 号：\t11441300-2024-00021\t分　　类：\t法治政府建设\n名　　称：\t某局2023年度法治政府建设情况报告\n某局2023年度法治政府建设情况报告\n",
        [
            "navigation|索 引 号：\t11441300-2024-00021\t分　　类：\t法治政府建设",
            "navigation|名　　称：\t某局2023年度法治政府建设情况报告",
            "title|某局2023年度法治政府建设情况报告",
        ],
    ),
    "menu words that no row knows": (
        "无障碍 简体| 繁体\n政务公开\n法治政府建设年度报告\n某县2023年法治政府建设年度报告\n",
        [
            "navigation|无障碍 简体| 繁体", "navigation|政务公开", "navigation|法治政府建设年度报告",
            "title|某县2023年法治政府建设年度报告",
        ],
    ),
    "an addressee before the first words": ("自治区司法厅:", ["addressee|自治区司法厅:"]),
    "a title before the first words": (
        "某省人民政府关于2023年度法治政府建设情况的报告",
        ["title|某省人民政府关于2023年度法治政府建设情况的报告"],
    ),
    "an ornament": (
        "——————\n某县2023年法治政府建设年度报告\n",
        ["navigation|——————", "title|某县2023年法治政府建设年度报告"],
    ),
    "a session line torn in two, and the caption of a picture": (
        "2026年某省政府工作报告\n——2026年1月26日在某省第十四届\n人民代表大会第五次会议上\n某省省长 王某某\n王某某作政府工作报告。本报记者 李某 摄\n各位代表：\n",
        [
            "title|2026年某省政府工作报告", "session|——2026年1月26日在某省第十四届",
            "session|人民代表大会第五次会议上", "author|某省省长 王某某",
            "navigation|王某某作政府工作报告。本报记者 李某 摄", "addressee|各位代表：",
        ],
    ),
    "a session line that names the speaker": (
        "2025年某省政府工作报告\n2025年1月20日在某省第十四届人民代表大会第三次会议上某省人民政府省长 王某某作政府工作报告。\n各位代表：\n",
        [
            "title|2025年某省政府工作报告",
            "session|2025年1月20日在某省第十四届人民代表大会第三次会议上某省人民政府省长 王某某作政府工作报告。",
            "addressee|各位代表：",
        ],
    ),
    "a title, a session and a group that run into the address": (
        "关于全县法治政府建设情况的视察报告（2023年8月30日在某县第十七届人大常委会第十三次会议上）某县人大常委会视察组主任、各位委员：",
        [
            "title|关于全县法治政府建设情况的视察报告",
            "session|（2023年8月30日在某县第十七届人大常委会第十三次会议上）",
            "author|某县人大常委会视察组", "addressee|主任、各位委员：",
        ],
    ),
    "a number that runs into the address": (
        "某县人民政府关于2018年法治政府建设情况的报告\n某政发〔2019〕11号某市人民政府：",
        [
            "title|某县人民政府关于2018年法治政府建设情况的报告", "navigation|某政发〔2019〕11号",
            "addressee|某市人民政府：",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HEADS.values(), ids=HEADS)
def test_head_of_a_page(text: str, expected: list[str]) -> None:
    head, body, tail = read(text + BODY)
    assert head == expected
    assert body == BODY
    assert tail == []


@pytest.mark.parametrize(
    "words",
    [
        "根据《关于报送2023年度法治政府建设报告(2023年)的通知》要求，我县认真总结。",
        "根据县委关于工作总结2023年以来有关情况的要求，我县认真总结。",
        "我县认真落实《关于法治政府建设的报告——2023年》要求，成效明显。",
        "现将工作情况报告2023年数据，我县办理案件3件。",
    ],
)
def test_words_of_a_sentence_are_no_title(words: str) -> None:
    head, body, tail = read(words + BODY)
    assert (head, body, tail) == ([], words + BODY, [])


TAILS = {
    "nothing": ("", []),
    "a signature and a date": (
        "\n某区司法局\n2021年4月7日",
        ["signature|某区司法局", "date|2021年4月7日"],
    ),
    "two issuers": (
        "\n中国共产党某州委员会\n某州人民政府\n2024年2月7日\n",
        ["signature|中国共产党某州委员会", "signature|某州人民政府", "date|2024年2月7日"],
    ),
    "two issuers on one line and a date in Chinese numerals": (
        "\n中共某市委　　　　某市人民政府\n二〇二四年三月二十日\n",
        ["signature|中共某市委　　　　某市人民政府", "date|二〇二四年三月二十日"],
    ),
    "a signature and a date on one line": (
        "\n　　　　某县人民政府  2021 年 4 月 7 日",
        ["signature|某县人民政府", "date|2021 年 4 月 7 日"],
    ),
    "a date with dots": ("\n某镇人民政府\n2024.2.7", ["signature|某镇人民政府", "date|2024.2.7"]),
    "a date alone": ("\n2024年2月7日", ["date|2024年2月7日"]),
    "an office of a league": (
        "\n某地区行政公署\n2020年12月21日",
        ["signature|某地区行政公署", "date|2020年12月21日"],
    ),
    "page furniture": (
        "\n某县人民政府\n2023年1月20日\n（此件公开发布）\n【打印】【关闭】\n上一篇：没有了\n下一篇：某县2021年报告\n",
        [
            "signature|某县人民政府", "date|2023年1月20日", "navigation|（此件公开发布）",
            "navigation|【打印】【关闭】", "navigation|上一篇：没有了", "navigation|下一篇：某县2021年报告",
        ],
    ),
    "an annex and a copy list": (
        "\n附件：2023年度统计表\n某县人民政府\n2023年1月20日\n抄送：市委依法治市办，市人大办。\n",
        [
            "navigation|附件：2023年度统计表", "signature|某县人民政府", "date|2023年1月20日",
            "navigation|抄送：市委依法治市办，市人大办。",
        ],
    ),
    "words that no row knows before a known line": (
        "\n某县人民政府\n2023年1月20日\n相关稿件\n某某网\n京ICP备05060933号\n",
        [
            "signature|某县人民政府", "date|2023年1月20日", "navigation|相关稿件", "navigation|某某网",
            "navigation|京ICP备05060933号",
        ],
    ),
    "a signature, a date and furniture behind the last sentence": (
        "某区司法局2021年4月7日【打印】【关闭】",
        ["signature|某区司法局", "date|2021年4月7日", "navigation|【打印】【关闭】"],
    ),
    "a signature behind the last sentence": (
        " 某区司法局 2021年4月7日",
        ["signature|某区司法局", "date|2021年4月7日"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TAILS.values(), ids=TAILS)
def test_tail_of_a_page(text: str, expected: list[str]) -> None:
    head, body, tail = read(BODY + text)
    assert head == []
    assert body == BODY
    assert tail == expected


def test_the_last_heading_is_no_signature() -> None:
    _, body, tail = read(f"{BODY}\n（二）成立法治办公室\n（三）组建执法中心")
    assert tail == []
    assert body.endswith("组建执法中心")


def test_a_last_line_that_was_cut_belongs_to_the_body() -> None:
    _, body, tail = read(f"{BODY}\n全县持续")
    assert (body.endswith("全县持续"), tail) == (True, [])


@pytest.mark.parametrize(
    ("text", "body"),
    [("你好", "你好"), ("  某县法治  ", "某县法治"), ("某县2023年法治政府建设年度报告", "")],
)
def test_a_text_with_nothing_that_looks_like_a_body(text: str, body: str) -> None:
    assert read(text)[1] == body


@pytest.mark.parametrize(
    "row", NATIONAL_LINES, ids=lambda row: f"{row.kind}-{row.examples[0][:12]}"
)
def test_each_row_matches_its_examples(row) -> None:
    for example in row.examples:
        assert re.fullmatch(row.pattern, fold(example).folded.strip()), example


def test_many_short_lines_are_not_all_furniture() -> None:
    head, _, tail = read("某市人民政府\n" * 5000)
    assert len(head) < 100
    assert len(tail) < 1500


@pytest.mark.parametrize(
    "opening", ["受市政府委托，我现就", "我受县长委托，将", "受区人民政府的委托，现将"]
)
def test_congress_that_is_reported_to_is_the_addressee(opening: str) -> None:
    """Where a government reports, the congress named last above needs no colon."""
    text = f"某市2023年法治政府建设情况的报告\n某市人民政府\n某市人民代表大会常务委员会\n{opening}法治政府建设情况报告如下：\n一、成效\n召开会议。"
    head, _, _ = read(text)
    assert head[1:] == ["author|某市人民政府", "addressee|某市人民代表大会常务委员会"]


def test_congress_that_reports_is_no_addressee() -> None:
    """A group that its own congress sent is the author."""
    head, _, _ = read(
        "关于法治政府建设的视察报告\n市人大常委会\n受主任会议委托，视察组进行了视察。\n一、成效\n好。"
    )
    assert head[1:] == ["author|市人大常委会"]


@pytest.mark.parametrize("year", ["2025年", "2025 年"])
def test_title_that_runs_into_the_text_is_parted(year: str) -> None:
    """The year that the text begins with ends the title, also one with a blank."""
    title = f"某县{year}度法治政府建设情况报告"
    head, body, _ = read(f"{title}{year}，我县坚持依法行政，取得新的成效。\n一、成效\n召开会议。")
    assert (head, body[: len(year)]) == ([f"title|{title}"], year)
