"""
Which lines of a page are its article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from fazhi.reading.html_facts import fact_count
from fazhi.reading.html_flow import Block, Flow, Line


# A block goes on inside the one child that holds this share of its running text.
SHARE = 0.8
# A known element counts when it holds this share of what the density finds.
ENOUGH = 0.5
# Running text that a share button or a link list may hold.
TRACE = 0.02
# More lines are no list of facts.
LONGEST_INDEX = 25

_CONTAINERS = frozenset({
    "article", "body", "center", "dd", "div", "dl", "fieldset", "form", "li", "main", "section",
    "table", "tbody", "td", "th", "tr", "ul",
})  # fmt: skip
_ASIDE = frozenset({"nav", "footer", "aside"})

# Buttons, menus and remarks of the site around an article; matched from the start of a line.
CONTROL = re.compile(
    r"[\s【\[(（·>|]{0,4}(?:当前位置|您(?:现在|当前|所在)?的?位置|首页\s{0,3}(?:>|»|/|-)|字号|字体|【?打印|打印本页"
    r"|关闭(?:窗口|本页|$)|返回顶部|收藏|分享(?:到|至|$)|扫一扫|浏览次数|阅读次数|点击(?:数|次数|率)|上一[篇页条]|下一[篇页条]"
    r"|相关(?:链接|文章|信息|阅读|新闻|附件|解读|文件)[:：]?\s{0,3}$|责任编辑[:：]|[^，。]{0,20}版权所有|主办(?:单位)?[:：]"
    r"|网站标识码|网站地图|[\u4e00-\u9fff]ICP备|联系我们|第\s?\d{1,3}\s?页|共\s?\d{1,3}\s?页|[大中小\s]{2,9}$)"
)
# Lines of an article that hold no running text: before it its addressee, session and headings,
# behind it its headings, signature and day.
_HEADING = r"第?[一二三四五六七八九十]{1,3}[、章节部]|[(（][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.、．](?!\d)"
OPENING = re.compile(
    rf"(?:{_HEADING}|[^，。；\d]{{2,30}}[:：]$|[—\-(（].{{4,80}}(?:会议|會議|大会|大會|次会|次會).{{0,4}}$)"
)
CLOSING = re.compile(
    rf"(?:{_HEADING}"
    r"|[\s(（]{0,30}[〇○零一二三四五六七八九\d]{4}\s?年\s?[一二三四五六七八九十\d]{1,3}\s?月\s?[一二三四五六七八九十\d]{1,3}\s?日[\s)）]{0,4}$"
    r"|(?![版主承技])[^，。；：:、!?！？\d]{2,40}(?:政府|办公室|辦公室|委员会|委員會|[局厅廳委院办辦处處组組部]|中心|街道|办事处)[\s(（盖章)）]{0,6}$)"
)


class Page:
    """
    A flow with the sums of its running text.

    Attributes:
        lines: All lines.
        blocks: All blocks.
    """

    def __init__(self, flow: Flow) -> None:
        """
        Add up the running text of *flow*.
        """
        self.lines = flow.lines
        self.blocks = flow.blocks
        self._sums = [0, *accumulate(line.weight for line in flow.lines)]
        self._aside = {
            number
            for block in flow.blocks
            if block.role == "furniture" or block.element.tag in _ASIDE
            for number in (block.start, block.end - 1)
        }

    def weight(self, block: Block) -> int:
        """
        Return how many characters of running text stand in *block*.
        """
        return self._sums[block.end] - self._sums[block.start]

    def is_aside(self, number: int) -> bool:
        """
        Return whether a line is the first or last of a menu, a footer or the like.
        """
        return number in self._aside


def article(page: Page) -> list[int]:
    """
    Return the numbers of the lines that are the article, in order.

    Elements that sites are known to keep articles in come first; where there is none, or it holds
    next to nothing, the density of running text decides.
    """
    if not page.blocks:
        return []
    dense = _descend(page, page.blocks[0])
    known = _known(page)
    if known and sum(map(page.weight, known)) >= ENOUGH * page.weight(dense) > 0:
        found = [number for block in known for number in _kept(page, block)]
        return _widened(page, _without_buttons(page, found), prose=False)
    return _trimmed(page, _widened(page, _kept(page, dense), prose=True))


def _descend(page: Page, block: Block) -> Block:
    while block.children:
        child = max(block.children, key=page.weight)
        if child.element.tag not in _CONTAINERS and child.role != "content":
            return block
        if child.end - child.start < 2 or page.weight(child) < SHARE * max(1, page.weight(block)):
            return block
        block = child
    return block


def _known(page: Page) -> list[Block]:
    """
    Return the known element that holds most; several where the article is spread over them.
    """
    outer = [block for block in _outermost(page.blocks[0]) if page.weight(block)]
    if not outer:
        return []
    best = max(outer, key=page.weight)
    if page.weight(best) >= SHARE * sum(map(page.weight, outer)):
        return [_tightened(page, best)]
    name = (best.element.get("id"), best.element.get("class"))
    same = [b for b in outer if (b.element.get("id"), b.element.get("class")) == name]
    return same if best in same else [best]


def _outermost(block: Block) -> Iterator[Block]:
    todo = [block]
    while todo:
        block = todo.pop()
        if block.role == "content":
            yield block
        else:
            todo.extend(reversed(block.children))


def _tightened(page: Page, block: Block) -> Block:
    """
    Return the innermost known element in *block* that lacks only furniture of it.
    """
    inner = [
        b
        for child in block.children
        for b in _outermost(child)
        if page.weight(b) == page.weight(block)
    ]
    if not inner:
        return block
    lost = (*range(block.start, inner[0].start), *range(inner[0].end, block.end))
    if all(_is_furniture(page.lines[number]) or page.lines[number].titled for number in lost):
        return _tightened(page, inner[0])
    return block


def _kept(page: Page, block: Block) -> list[int]:
    """
    Return the lines of *block* without those of share buttons, link lists and the like in it.
    """
    allowed = TRACE * page.weight(block)
    prose = next((n for n in range(block.start, block.end) if page.lines[n].weight), block.start)
    dropped: set[int] = set()
    todo = list(block.children)
    while todo:
        child = todo.pop()
        span = range(child.start, child.end)
        if (page.weight(child) <= allowed and _is_aside(page, child)) or (
            child.end <= prose and _is_index(page, child)
        ):
            dropped.update(span)
        else:
            todo.extend(child.children)
    return [n for n in range(block.start, block.end) if n not in dropped]


def _is_aside(page: Page, block: Block) -> bool:
    if block.role != "furniture" and block.element.tag not in _ASIDE:
        return False
    return not any(CLOSING.match(page.lines[n].text) for n in range(block.start, block.end))


def _is_index(page: Page, block: Block) -> bool:
    """
    Return whether *block* is a list or table of facts above an article.
    """
    lines = page.lines[block.start : block.end]
    if block.element.tag == "p" or not 1 < len(lines) < LONGEST_INDEX:
        return False
    text = "\n".join(line.text for line in lines)
    return not any(line.titled for line in lines) and len(text) < 600 and fact_count(text) > 1


def _without_buttons(page: Page, found: list[int]) -> list[int]:
    """
    Return *found* without the buttons and the editor's name behind an article.
    """
    end = len(found)
    while end and CONTROL.match(page.lines[found[end - 1]].text):
        end -= 1
    return found[:end] or found


def _widened(page: Page, found: list[int], *, prose: bool) -> list[int]:
    """
    Return *found* with the lines beside it that belong to the article by their looks.

    Args:
        page: The page.
        found: Numbers of lines.
        prose: Whether running text belongs to it.
    """
    if not found:
        return found
    first, last = found[0], found[-1]
    while _belongs(page, first - 1, OPENING, prose=prose):
        first -= 1
    while _belongs(page, last + 1, CLOSING, prose=prose):
        last += 1
    return [*range(first, found[0]), *found, *range(found[-1] + 1, last + 1)]


def _trimmed(page: Page, found: list[int]) -> list[int]:
    """
    Return *found* without the furniture at its two ends; the lines of the title stay.
    """
    prose = next((i for i, n in enumerate(found) if page.lines[n].weight), 0)
    head = [n for n in found[:prose] if not _is_furniture(page.lines[n])]
    body = found[prose:]
    while body and _is_furniture(page.lines[body[-1]]):
        body.pop()
    return head + body if body else found


def _belongs(page: Page, number: int, part: re.Pattern[str], *, prose: bool) -> bool:
    if not 0 <= number < len(page.lines) or page.is_aside(number):
        return False
    line = page.lines[number]
    if line.titled or "\t" in line.text or line.is_link or _is_furniture(line):
        return False
    return prose if line.weight else part.match(line.text) is not None


def _is_furniture(line: Line) -> bool:
    if CONTROL.match(line.text) or (line.is_link and "附件" not in line.text):
        return True
    # A single fact may be a line of the article: 时间:2024-03-01来源:.
    return line.element.tag != "p" and len(line.text) < 300 and fact_count(line.text) > 1
