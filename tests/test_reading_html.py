"""
Pages become the article that a reader sees, whatever stands around it and however it is written.
"""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
import trafilatura
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from readability import Document as Readable
from tests.page_layouts import (
    LAYOUTS,
    PUBLISHED,
    PUBLISHER,
    TITLES,
    Layout,
    annotate,
    page,
    paragraphs,
    plain,
    squeezed,
)
from tests.scoring import measure

import fazhi
from fazhi.errors import EmptyTextError, ReadError
from fazhi.model import Document, Limits
from fazhi.reading.html import read_html
from fazhi.reading.html_facts import LABELS, fact_count, line_facts
from fazhi.reading.html_hidden import HIDING
from fazhi.reading.html_lists import STYLES
from fazhi.reading.html_names import CONTENT, TITLE, role_of
from fazhi.reading.kinds import is_html


BARS = {
    "section.f1": 0.98,
    "metric.f1": 0.97,
    **{f"meta.{field}": 1.0 for field in ("title", "date", "published", "year", "region", "kind")},
}


def read(data: bytes | str, **limits: int) -> Document:
    """
    Read a page.
    """
    content = data.encode() if isinstance(data, str) else data
    return read_html(content, "", Limits(**limits))


def lines(body: str) -> list[str]:
    """
    Return the lines of a page with *body*.
    """
    return read(f"<html><body>{body}</body></html>").text.split("\n")


def cases() -> list[tuple[str, str]]:
    """
    Return each layout with each seed that it can hold.
    """
    return [
        (layout, name)
        for layout in LAYOUTS
        for name in TITLES
        if LAYOUTS[layout].encoding != "big5hkscs" or name == "bayingolin-2021"
    ]


@pytest.mark.parametrize(("layout", "name"), cases())
def test_the_text_is_the_article_behind_its_title(layout: str, name: str) -> None:
    """
    Every character and none of the furniture; the title comes once.
    """
    found = read(page(name, LAYOUTS[layout]))
    article = squeezed("".join(paragraphs(name)))
    title = squeezed(TITLES[name])

    assert squeezed(found.text) == (article if article.startswith(title) else title + article)
    assert [squeezed(line) for line in found.text.split("\n")][-1] == squeezed(paragraphs(name)[-1])


@pytest.mark.parametrize(("layout", "name"), cases())
def test_the_page_says_when_and_by_whom(layout: str, name: str) -> None:
    """
    In <meta>, in a table, in a line or in a list.
    """
    source = read(page(name, LAYOUTS[layout])).source

    assert (source["published"], source["publisher"]) == (PUBLISHED, PUBLISHER)
    assert squeezed(str(source["title"])) == squeezed(TITLES[name])
    assert source["type"] == "html"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_reports_are_read_as_from_their_text(layout: str, tmp_path: Path) -> None:
    """
    The annotations of the seeds hold at the same characters.
    """
    for held, name in cases():
        if held == layout:
            annotate(name, read(page(name, LAYOUTS[layout])).text, tmp_path)

    assert not measure(tmp_path).below(BARS)


@pytest.mark.parametrize(("layout", "name"), cases())
def test_each_metric_is_found_again_on_the_page(layout: str, name: str) -> None:
    """
    Its locator is an XPath of an element that holds its words.
    """
    data = page(name, LAYOUTS[layout])
    report = fazhi.parse(read(data))
    document = read(data)
    encoding = LAYOUTS[layout].encoding
    tree = etree.fromstring(data.decode(encoding).encode(), etree.HTMLParser(encoding="utf-8"))

    assert report.metrics
    for metric in report.metrics:
        locator = document.locator(metric.span)
        assert locator is not None
        (element,) = tree.xpath(locator)
        assert squeezed(report.quote(metric)) in squeezed("".join(element.itertext()))


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name != "hidden texts"])
def test_what_two_other_extractors_agree_on_is_in_the_text(layout: str) -> None:
    """
    Both read hidden texts, so that layout is left out.
    """
    name = "bayingolin-2021" if layout == "Big5" else "wuhua-2020"
    data = page(name, LAYOUTS[layout])
    # One of them refuses text that declares an encoding.
    text = re.sub(r"^\s*<\?xml[^>]*>", "", data.decode(LAYOUTS[layout].encoding))
    summary = etree.fromstring(Readable(text).summary(), etree.HTMLParser())
    agreed = sentences("".join(summary.itertext())) & sentences(trafilatura.extract(text) or "")

    assert len(agreed) > 20
    assert not [one for one in agreed if one not in squeezed(read(data).text)]


def sentences(text: str) -> set[str]:
    """
    Return what stands between full stops, without blanks.
    """
    return {one for one in squeezed(text).split("。") if len(one) > 9}


PARAGRAPHS = [
    ("<p>受理<span>12</span>件。</p>", ["受理12件。"]),  # elements of a line split no word
    ("<p>受\n   理\r\n12件。</p>", ["受理12件。"]),  # nor do lines of the source
    ("<p>rule of\nlaw</p>", ["rule of law"]),  # but a browser keeps words of letters apart
    ("一是。<br>二是。<br/><br>三是。", ["一是。", "二是。", "三是。"]),
    ("<p>一、&nbsp;&nbsp;依法</p>", ["一、\xa0\xa0依法"]),  # blanks that a browser keeps
    ("<p>受&#8203;理&shy;1&#xFEFF;2件</p>", ["受理12件"]),  # no width, no character
    ("<div>前文。<p>中间。</p>后文。</div>", ["前文。", "中间。", "后文。"]),
    ("<p>面积10km<sup>2</sup>，浓度CO<sub>2</sub></p>", ["面积10km2，浓度CO2"]),
    ("<p><ruby>巴<rp>(</rp><rt>bā</rt><rp>)</rp></ruby>州。</p>", ["巴州。"]),  # no reading inside
    ("<pre>一、总则\n  受理12件。\n</pre>", ["一、总则", "受理12件。"]),
    ("<p>公开透明&lt;件&gt;&amp;&#12295;</p>", ["公开透明<件>&〇"]),
    ("<p>甲<!-- 注 -->乙</p>", ["甲乙"]),
    ('<p style="font-size:0">甲<span style="font-size:14px">乙。</span></p>', ["乙。"]),
    ("<p>甲<p>乙<div>丙", ["甲", "乙", "丙"]),  # nothing is closed
]
TABLES = [
    (
        "<table><tr><th>项目</th><th>件数</th></tr><tr><td>受理</td><td>1<br>2</td></tr></table>",
        ["项目\t件数", "受理\t1 2"],
    ),
    (
        "<table><caption>表一</caption><tr><td>甲</td><td></td><td>丙</td></tr></table>",
        ["表一", "甲\t\t丙"],
    ),
    ("<table><tr><td>一是。</td></tr><tr><td>二是。</td></tr></table>", ["一是。", "二是。"]),
    (
        "<table><tr><td><table><tr><td>受理</td><td>3</td></tr></table></td><td>办结。</td></tr></table>",
        ["受理\t3", "办结。"],
    ),
]
LISTS = [
    ("<ol><li>受理。<li>办结。</ol>", ["1. 受理。", "2. 办结。"]),
    ('<ol start="3" type="A"><li>受理。</li></ol>', ["C. 受理。"]),
    ("<ol reversed><li>受理。<li>办结。</ol>", ["2. 受理。", "1. 办结。"]),
    ('<ol><li value="7"><p>受理。</p></li><li>办结。</li></ol>', ["7. 受理。", "8. 办结。"]),
    ('<ol style="list-style:none"><li>受理。</li></ol>', ["受理。"]),
    ("<ol><li>一、受理。</li><li>二、办结。</li></ol>", ["一、受理。", "二、办结。"]),  # typed
    (
        "<ol><li>受理。<ol type=a><li>甲。</ol><li>办结。</ol>",
        ["1. 受理。", "a. 甲。", "2. 办结。"],
    ),
    ('<ol class="custom_cn2"><li><p>受理。</p></li></ol>', ["(一) 受理。"]),  # of UEditor
    ("<ul><li>受理。</li></ul>", ["受理。"]),
]


@pytest.mark.parametrize(("body", "expected"), [*PARAGRAPHS, *TABLES, *LISTS])
def test_lines_are_those_that_a_browser_draws(body: str, expected: list[str]) -> None:
    """
    Paragraphs, rows and the numbers of lists.
    """
    assert lines(body) == expected


def test_headings_numbered_by_a_list_are_sections() -> None:
    """
    As a reader sees them; the anchor is the item's element.
    """
    body = "".join(
        f"<li><p>{h}</p></li>" for h in ("工作开展情况。受理12件。", "存在的问题。", "下一步打算。")
    )
    found = read(f'<ol style="list-style-type:cjk-ideographic">{body}</ol>')

    assert found.text.split("\n")[0] == "一、工作开展情况。受理12件。"
    assert found.locator(found.text.index("12")) == "/html/body/ol/li[1]/p"


@pytest.mark.parametrize("row", [*CONTENT, *TITLE])
def test_names_of_elements_are_known_as_pages_write_them(row: object) -> None:
    """
    In any case, with any joints.
    """
    role = "content" if row in CONTENT else "title"

    assert {role_of(example) for example in row.examples} == {role}  # type: ignore[attr-defined]


@pytest.mark.parametrize("row", LABELS)
def test_labels_read_their_examples(row: object) -> None:
    """
    The value as it stands, or the day in ISO form.
    """
    text, value = row.example  # type: ignore[attr-defined]
    numbers = "-".join(f"{int(n):02}" for n in re.findall(r"\d+", value))
    is_day = row.key in ("published", "written")  # type: ignore[attr-defined]

    assert line_facts([text])[row.key] == (numbers if is_day else value)  # type: ignore[attr-defined]
    assert fact_count(text) >= 1


FACTS = [
    ("来源:\t发布时间:2024-3-1", {"published": "2024-03-01"}),  # no source given
    (
        "发布时间：2024年3月1日来源：某区司法局作者：王某",
        {"published": "2024-03-01", "publisher": "某区司法局", "author": "王某"},
    ),
    (
        "【索引号】015125/2021-12 【发文字号】 【发布机构】某局",
        {"index_number": "015125/2021-12", "publisher": "某局"},
    ),
    (
        "發布時間：2024.03.01　來源：某區司法局",
        {"published": "2024-03-01", "publisher": "某區司法局"},
    ),
    ("成文时间：2024-02-29", {"written": "2024-02-29"}),  # holds 时间 too
    ("发布日期：2024-02-30", {}),  # no such day
    ("来源：本站", {}),
]


@pytest.mark.parametrize(("text", "expected"), FACTS)
def test_lines_of_facts_are_read(text: str, expected: dict[str, str]) -> None:
    """
    In any order, glued or apart, in both scripts.
    """
    assert line_facts([text]) == expected


@pytest.mark.parametrize("row", HIDING)
def test_hidden_texts_are_dropped(row: object) -> None:
    """
    And what only looks like it is kept.
    """
    for style in row.examples:  # type: ignore[attr-defined]
        assert lines(f'<p>受理。</p><p style="{style}">不见。</p>') == ["受理。"]
    for style in row.counterexamples:  # type: ignore[attr-defined]
        assert lines(f'<p>受理。</p><p style="{style}">可见。</p>') == ["受理。", "可见。"]


def test_a_page_that_a_script_shows_is_read() -> None:
    """
    Where nearly all of it is hidden, it is no noise.
    """
    body = plain(paragraphs("wuhua-2020"))

    assert len(lines(f'<p>加载中</p><div style="display:none">{body}</div>')) > 100


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.names[-1])
def test_list_styles_count_as_their_examples(style: object) -> None:
    """
    The third marker.
    """
    frame, digits = style.frame, style.digits  # type: ignore[attr-defined]

    assert frame.format(digits(3)) == style.example  # type: ignore[attr-defined]


LABELLED = [
    ("gb2312", "gb18030"),  # with characters that GB 2312 lacks
    ("utf-8", "gb18030"),  # wrong
    ("gb2312", "utf-8"),  # wrong
    ("big5", "gb18030"),  # wrong
    ("iso-8859-1", "gb18030"),  # wrong, from the server's defaults
    ("gbk", "utf-16"),
]


@pytest.mark.parametrize(("label", "encoding"), LABELLED)
def test_a_wrong_label_does_no_damage(label: str, encoding: str) -> None:
    """
    The bytes decide.
    """
    text = f'<html><head><meta charset="{label}"></head><body><p>受理镕𠮷㐂12件，办结·率99％。</p></body></html>'
    found = read(text.encode(encoding))

    assert found.text == "受理镕𠮷㐂12件，办结·率99％。"
    assert "damaged" not in found.source


def test_a_label_decides_between_readings_that_are_alike() -> None:
    """
    Two characters say little by themselves.
    """
    found = read("<meta charset=big5><p>覆議</p>".encode("big5"))

    assert found.text == "覆議"


def test_damaged_bytes_are_counted() -> None:
    """
    Zeros and lone surrogates become U+FFFD as well.
    """
    assert (
        read(b"<p>\xe5\x8f\x97\xff\xe7\x90\x86\xe5\x8a\x9e\xe7\xbb\x93</p>").source["damaged"] >= 1
    )
    assert "\ufffd" in read("<p>受理&#xD800;&#0;办结</p>").text
    assert read(b"<p>1\x002</p>" + "<p>受理，办结。</p>".encode()).text.startswith("1\ufffd2")


EMPTY = [
    b"",
    b"   ",
    b"<html></html>",
    b"<html><head><title>\xe6\x8a\xa5\xe5\x91\x8a</title></head></html>",
    b"<!-- x -->",
]


@pytest.mark.parametrize("data", EMPTY)
def test_a_page_without_an_article_is_empty(data: bytes) -> None:
    """
    Its title alone is no report.
    """
    assert read(data).text == ""


def test_an_empty_page_is_no_report(tmp_path: Path) -> None:
    """
    As with an empty text.
    """
    path = tmp_path / "empty.html"
    path.write_bytes(b"<html><body></body></html>")

    with pytest.raises(EmptyTextError):
        fazhi.parse(path)


BOMB = '<!DOCTYPE html [<!ENTITY a "受理">{}]><body><p>&j;受理。</p>'.format(
    "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
)
OUTSIDE = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;受理。</p>'
HOSTILE = [
    ("entities that grow", BOMB),
    ("an entity from a file", OUTSIDE),
    ("5 MB of <", "<" * 5_000_000),
    ("5 MB of &", "&" * 5_000_000),
    ("100,000 open paragraphs", "<p>一" * 100_000),
    ("100,000 siblings in a row", "<br>".join("受理，" for _ in range(100_000))),
    ("300,000 attributes", "<p " + "a " * 300_000 + ">受理。"),
    ("one blank line", "受理" + " \n" * 2_000_000 + "。"),
    ("20,000 hidden blocks", "<div hidden>不见</div>" * 20_000 + "受理。"),
    ("20,000 tables", "<table><tr><td>受理<td>1</table>" * 20_000),
    ("2 MB of one label", "来源" * 1_000_000),
    ("50,000 dates", "<p>2024-01-01 " * 50_000),
    ("an endless comment", "<p>受理。</p><!--" + "-" * 3_000_000),
    ("an endless attribute", '<p title="' + "受" * 1_000_000),
    ("an endless script", "<p>受理。</p><script>" + "<p>" * 1_000_000),
    ("20,000 lists", "<ol>" + "<li>受理。" * 20_000 + "</ol>"),
]


@pytest.mark.parametrize("text", [text for _, text in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_hostile_pages_take_bounded_time(text: str) -> None:
    """
    And give no more than they hold.
    """
    start = time.process_time()
    found = read(text)

    assert time.process_time() - start < 20
    assert len(found.text) <= 2 * len(text)  # lists are numbered
    assert "root:" not in found.text


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "table><tr><td", "span"])
@pytest.mark.parametrize("count", [2_100, 100_000])
def test_a_page_that_is_too_deep_is_refused(tag: str, count: int) -> None:
    """
    The parser would stop in silence and lose the rest.
    """
    with pytest.raises(ReadError, match="deep in each other"):
        read(f"<{tag}>" * count + "受理。")


def test_limits_can_be_raised() -> None:
    """
    As the errors say.
    """
    deep = "<div>" * 1000 + "受理。"

    assert read(deep, depth=1500).text == "受理。"
    with pytest.raises(ReadError, match="save the article alone"):
        read("<div>" * 5000 + "受理。", depth=10_000)
    with pytest.raises(ReadError, match=r"Limits\.characters"):
        read("<p>受理，办结。</p>" * 100, characters=100)


PAGES = [
    b"<!DOCTYPE html>", b"\r\n\r\n<HTML>", b"<?xml version='1.0'?><html xmlns='x'>", b"<p>x", b"<ol><li>x",
    "\ufeff<html>".encode("utf-16-le"), "<html>".encode("utf-16-be"), "\ufeff<html>".encode("gb18030"),
    b"<!-- saved from url=(0014)about:internet -->\r\n<html>", b"Warning: x on line 3\n<!DOCTYPE html>\n",
    b"<!--[if IE]><![endif]--><head>", b'<%@ page contentType="text/html" %>\n<html>',
]  # fmt: skip
TEXTS = [
    "受理<12件".encode(), b"<", b"<10>", b"", b"%PDF-1.7", b"PK\x03\x04", "<《法治政府建设实施纲要》>".encode(),
    b"<?xml version='1.0'?><rss>", b"<paragraph>", "一、<br是换行".encode(),
]  # fmt: skip


@pytest.mark.parametrize("data", PAGES)
def test_pages_are_known_by_their_start(data: bytes) -> None:
    """
    Whatever stands above the first tag.
    """
    assert is_html(data)


@pytest.mark.parametrize("data", TEXTS)
def test_texts_are_no_pages(data: bytes) -> None:
    """
    A bracket makes no tag.
    """
    assert not is_html(data)


PIECES = st.sampled_from([
    "<p>", "</p>", "<div hidden>", "</div>", "<table>", "<tr>", "<td id=zoom>", "</table>", "<ol>", "<li>",
    "</ol>", "<br>", "<a href=x>", "</a>", "<h1>", "<style>", "</style>", "<!--", "-->", "<![CDATA[", "<pre>",
    "<o:p>", "<body>", "</html>", "<title>", "&nbsp;", "&#0;", "<?xml?>", "<span style='font-size:0'>",
    "受理12件，", "办结。", "来源：", "2024-01-01", "\n", "\x00", "\ud800", "<", ">", "'", "\u200b",
])  # fmt: skip


@given(st.lists(PIECES, max_size=40))
def test_any_markup_is_read(pieces: list[str]) -> None:
    """
    In order, each line once, each anchor an element of the page.
    """
    found = read("".join(pieces).encode("utf-8", "surrogatepass"))
    starts = [anchor.start for anchor in found.anchors]

    assert starts == sorted(set(starts))
    assert "\x00" not in found.text
    assert all(anchor.locator.startswith("/") for anchor in found.anchors)


@given(st.binary(max_size=300))
def test_any_bytes_are_read(data: bytes) -> None:
    """
    As a page, though they be none.
    """
    assert read(b"<p>" + data).source["type"] == "html"


def test_several_parts_of_an_article_are_joined() -> None:
    """
    Known elements of the same name, none of which holds nearly all.
    """
    part = '<div class="TRS_Editor"><p>第{}部分，受理。</p><p>办结，完毕。</p></div><a href="#">下一段</a>'

    assert lines("".join(part.format(n) for n in "甲乙丙"))[::2] == [
        f"第{n}部分，受理。" for n in "甲乙丙"
    ]


def test_a_known_element_with_next_to_nothing_is_passed_over() -> None:
    """
    The article stands where the running text is.
    """
    article = plain(paragraphs("honghe-2023"))
    found = lines(
        f'<div id="zoom">点击，查看。</div><a href="/">返回</a><div class="x">{article}</div>'
    )

    assert squeezed("".join(found)).startswith(squeezed(paragraphs("honghe-2023")[0]))
    assert "查看" not in "".join(found)


TITLED = [
    ("<title>某区法治政府建设报告-某区人民政府</title>", "", "某区法治政府建设报告"),
    ("<title>2021-2025年法治政府建设规划_某网</title>", "", "2021-2025年法治政府建设规划"),
    ("<title>某区人民政府门户网站</title>", "", None),
    ("<title>某网</title>", "<h1>某区法治政府建设报告</h1>", "某区法治政府建设报告"),
    (
        '<meta name="ArticleTitle" content="某区法治政府建设报告"><title>某网</title>',
        "",
        "某区法治政府建设报告",
    ),
    # over two lines and doubled counts as there
    ("<title>某区法治政府建设报告</title>", "<p>某区法治政府</p><p>建设报告</p>", None),
    (
        "<title>某区法治政府建设报告</title>",
        "<h1>某区法治政府建设报告</h1><p>某区法治政府建设报告</p>",
        None,
    ),
]


@pytest.mark.parametrize(("head", "body", "expected"), TITLED)
def test_the_title_comes_once(head: str, body: str, expected: str | None) -> None:
    """
    Before the article unless it starts with it.
    """
    text = "<p>本区受理，办结。</p><p>下一步，推进。</p>"
    found = read(f"<html><head>{head}</head><body>{body}{text}</body></html>").text
    words = squeezed(found)

    assert words.count("法治政府建设") <= 1
    assert found.split("\n")[-2:] == ["本区受理，办结。", "下一步，推进。"]
    if expected is not None:
        assert found.startswith(expected)


def test_every_layout_is_a_page_by_its_content() -> None:
    """
    So that a file is read as one whatever it is called.
    """
    for layout in LAYOUTS.values():
        assert is_html(page("bayingolin-2021", layout))


def test_a_page_is_parsed_from_its_file(tmp_path: Path) -> None:
    """
    The whole way, by a wrong name.
    """
    path = tmp_path / "report.txt"
    path.write_bytes(page("wuhua-2020", Layout("zoom.html", plain)))
    report = fazhi.parse(path)

    assert report.meta.title == TITLES["wuhua-2020"]
    assert report.meta.source["document_number"] == "五政发〔2021〕4号"
    assert report.meta.source["index_number"] == "015125-2021-00012"
    assert report.meta.source["written"] == "2021-04-07"
