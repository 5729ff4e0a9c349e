"""
The seeds as pages of government sites: one way to write an article a layout.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from string import Template
from typing import Any, NamedTuple


SEEDS = Path(__file__).parents[1] / "seeds"
PAGES = Path(__file__).parent / "pages"
PUBLISHED = "2024-03-01"
PUBLISHER = "某某区司法局"
# What the sites call the reports; two of them say it themselves.
TITLES = {
    "bayingolin-2021": "巴州2021年法治政府建設工作總結",
    "chuxiong-2024": "楚雄市2024年法治政府建设情况报告",
    "honghe-2023": "红河州2023年度法治政府建设情况报告",
    "luohe-2023-inspection": "关于全市2023年法治政府建设情况的视察报告",
    "wuhua-2020": "五华区2020年法治政府建设工作报告",
}

Writer = Callable[[list[str]], str]


class Layout(NamedTuple):
    """
    A way to write a page.

    Attributes:
        page: File of the page around the article.
        body: Writes the article's paragraphs.
        encoding: How the page is stored.
    """

    page: str
    body: Writer
    encoding: str = "utf-8"


def escape(text: str) -> str:
    """
    Return *text* as HTML.
    """
    return html.escape(text, quote=False)


def plain(paragraphs: list[str]) -> str:
    """
    Indented by two full-width blanks, as most editors do.
    """
    return "\n".join(f"<p>　　{escape(p)}</p>" for p in paragraphs)


def breaks(paragraphs: list[str]) -> str:
    """
    Line ends between, and entities for the indent.
    """
    return "<BR>\r\n".join(f"&nbsp;&nbsp;&nbsp; {escape(p)}" for p in paragraphs)


def double_breaks(paragraphs: list[str]) -> str:
    """
    Two line ends between, and an invisible blank at each end.
    """
    return "<br/><br />".join(f"&ensp;&emsp;&#8203;{escape(p)}&#8203;" for p in paragraphs)


def spans(paragraphs: list[str]) -> str:
    """
    As Word saves: a span for each run of a font, and source lines that break inside words.
    """
    return "\n".join(f'<p class="MsoNormal" align="left">{_runs(p)}</p>' for p in paragraphs)


def _runs(text: str) -> str:
    runs = re.findall(r"[\x20-\x7e]+|[^\x20-\x7e]+", text)
    latin = '<span lang="EN-US" style="font-size:16.0pt;font-family:仿宋_GB2312">{}</span>'
    han = '<span\nstyle="font-size:16pt">{}</span>'
    out = [(latin if run[0] < "\x7f" else han).format(_folded(escape(run))) for run in runs]
    return '<span style="display:none;mso-hide:all">隐藏</span>'.join(
        (out[0], "".join(out[1:]))
    ) + ('<span lang="EN-US"><o:p></o:p></span>')


def _folded(text: str) -> str:
    # Only between Chinese characters: elsewhere a browser would draw a blank.
    return re.sub("(?<=[\u4e00-\u9fff]{30})(?=[\u4e00-\u9fff]{8})", "\r\n   ", text, count=1)


def divs(paragraphs: list[str]) -> str:
    """
    A block a paragraph, with emphasis in the middle of words.
    """
    return "".join(f"<div><b>{escape(p[:3])}</b>{escape(p[3:])}</div>" for p in paragraphs)


def noisy(paragraphs: list[str]) -> str:
    """
    Texts that no reader sees between the paragraphs.
    """
    noise = (
        '<p style="display: none">本文由某某网采集，仅供参考。</p>',
        '<span style="position:absolute;left:-9999px">版权标记，请勿复制。</span>',
        "<p hidden>旧版正文，已作废。</p>",
        '<font style="font-size:0px">干扰，码</font>',
        '<span style="visibility:hidden">占位，符</span>',
        "<template><p>模板，不显示。</p></template><noscript>请启用脚本，谢谢。</noscript>",
        "<script>document.write('。，、；')</script><!-- 注释，不显示。 -->",
        "<style>p{margin:0}</style><textarea>编辑框，不显示。</textarea>",
    )
    lines = (f"<p>{escape(p)}{noise[n % len(noise)]}</p>" for n, p in enumerate(paragraphs))
    return '<div id="zoom">' + "\n".join(lines) + "</div>"


def items(paragraphs: list[str]) -> str:
    """
    A list whose items carry the numbers that were typed.
    """
    return "<ol>" + "".join(f"<li><p>{escape(p)}</p></li>" for p in paragraphs) + "</ol>"


def pages(paragraphs: list[str]) -> str:
    """
    Three pages, of which a script shows one at a time.
    """
    third = len(paragraphs) // 3
    cuts = (0, third, 2 * third, len(paragraphs))
    return "\n".join(
        f'<div id="page{number}" class="page" {"" if number == 1 else "style=display:none"}>'
        f"{plain(paragraphs[start:end])}</div>"
        for number, (start, end) in enumerate(pairwise(cuts), 1)
    )


def split(paragraphs: list[str]) -> str:
    """
    An opening of running text and the last two lines outside of the element that holds the rest.
    """
    head = 1 if "。" in paragraphs[0] else 0
    inner = "".join(f"<p>{escape(p)}</p>" for p in paragraphs[head:-2])
    outer = [f"<div>{escape(p)}</div>" for p in paragraphs]
    return f'{"".join(outer[:head])}<div class="c">{inner}</div>{"".join(outer[-2:])}'


LAYOUTS = {
    "paragraphs in an editor's element": Layout("trs.html", plain),
    "index table above, links below": Layout("zoom.html", plain),
    "line ends in a font, tables for layout, GB 18030 called gb2312": Layout(
        "tables.html", breaks, "gb18030"
    ),
    "double line ends": Layout("zoom.html", double_breaks),
    "blocks without any known name, 60 links": Layout("soup.html", divs),
    "spans of Word": Layout("word.html", spans),
    "paragraphs in a list": Layout("portal.html", items),
    "XHTML": Layout("xhtml.html", plain),
    "UTF-16": Layout("article.html", plain, "utf-16"),
    "hidden texts": Layout("portal.html", noisy),
    "pages of a script": Layout("paged.html", pages),
    "parts outside": Layout("split.html", split),
    "Big5": Layout("soup.html", plain, "big5hkscs"),
}


def paragraphs(name: str) -> list[str]:
    """
    Return the lines of a seed that are not blank.
    """
    text = (SEEDS / f"{name}.txt").read_bytes().decode("utf-8")
    return [line.strip() for line in text.split("\n") if line.strip()]


def page(name: str, layout: Layout) -> bytes:
    """
    Return a seed as a page; characters that its encoding lacks are written as numbers.
    """
    links = "".join(f'<div><a href="/{n}.html">某某区召开第{n}次会议</a></div>' for n in range(60))
    text = Template((PAGES / layout.page).read_text(encoding="utf-8")).substitute(
        title=escape(TITLES[name]),
        published=PUBLISHED,
        publisher=PUBLISHER,
        links=links,
        body=layout.body(paragraphs(name)),
    )
    return text.encode(layout.encoding, "xmlcharrefreplace")


def squeezed(text: str) -> str:
    """
    Return *text* without blanks.
    """
    return "".join(text.split())


def annotate(name: str, text: str, folder: Path) -> None:
    """
    Write *text*, which holds a seed in other lines, with the seed's annotations into *folder*.
    """
    seed = (SEEDS / f"{name}.txt").read_bytes().decode("utf-8")
    places = _places(text)[len(squeezed(text)) - len(squeezed(seed)) :]
    before = [0]
    for char in seed:
        before.append(before[-1] + (not char.isspace()))

    def moved(start: int, end: int) -> tuple[int, int]:
        return places[before[start]], places[before[end] - 1] + 1

    (folder / f"{name}.txt").write_bytes(text.encode("utf-8"))
    for subject in ("sections", "metrics"):
        path = SEEDS / f"{name}.{subject}.jsonl"
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
        lines = (json.dumps(_moved(row, moved), ensure_ascii=False) for row in rows)
        (folder / path.name).write_text("\n".join(lines), encoding="utf-8")
    meta = json.loads((SEEDS / f"{name}.meta.json").read_text(encoding="utf-8"))
    meta["title"] = meta["title"] or TITLES[name]
    (folder / f"{name}.meta.json").write_text(json.dumps(meta), encoding="utf-8")


def _places(text: str) -> list[int]:
    return [place for place, char in enumerate(text) if not char.isspace()]


def _moved(row: dict[str, Any], moved: Callable[[int, int], tuple[int, int]]) -> dict[str, Any]:
    out = dict(row)
    out["start"], out["end"] = moved(row["start"], row["end"])
    if row.get("title_span"):
        out["title_span"] = moved(*row["title_span"])
    if row.get("end_alt"):
        given = row["end_alt"] if isinstance(row["end_alt"], list) else [row["end_alt"]]
        out["end_alt"] = [moved(row["start"], end)[1] for end in given]
    return out
