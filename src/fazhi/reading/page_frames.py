"""
Where the text of a file stands on its pages: edges, indents, size, distances of lines.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

from fazhi.reading.page_lines import Line


Place = tuple[int, int, bool]  # column, width of the page, whether the page's number is odd

_OPENERS = frozenset("《〈“‘（(「『【〔[")
_CLOSERS = frozenset("》〉”’）)」』】〕]，。、；：？！,.;:?!%％")

SIZE = 1.12  # sizes that differ more are two sizes; some 5 % are lost in measuring
INDENT = 1.2  # ems from the edge on; a first line has 2
ROOM = 0.6  # ems that a line may end before the edge for no reason
APART = 1.3  # of the usual distance of lines; more is a blank between paragraphs
FEW = 8  # lines, of which each may be the only one that reaches the edge
CENTRED = 1.2  # ems by which the margins of a centred line may differ
MARGIN = 2.6  # ems of margin that a centred line has at least


class Frames:
    """
    The frame that most lines of a file keep to, for each kind of page and column.

    Attributes:
        em: Size of most characters.
        indents: Whether paragraphs start with an indent.
    """

    def __init__(self, lines: list[Line]) -> None:
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.em * 2) / 2] += len(line.text)
        self.em = sizes.most_common(1)[0][0] if sizes else 1.0
        body = [line for line in lines if self._is_body(line)]
        self._edges = self._measure(body)
        self._pitch = self._usual_pitch(body)
        indented = sum(INDENT < self._indent(line) < 3.5 for line in body)
        flush = sum(self._indent(line) < INDENT for line in body)
        self.indents = indented >= max(2, 0.04 * len(body)) and flush > 0

    def same_size(self, line: Line, next_: Line) -> bool:
        """
        Return whether both are written in one size.
        """
        low, high = sorted((line.em, next_.em))
        # Latin letters alone tell their size by their height, which differs from font to font.
        both = all(any(char >= "\u2e80" for char in each.text) for each in (line, next_))
        return high < low * (SIZE if both else 1.3)

    def is_centred(self, line: Line) -> bool:
        """
        Return whether *line* stands in the middle of its column, away from both edges.
        """
        left, right = self._edge(line)
        before, behind = line.left - left, right - line.right
        return min(before, behind) > MARGIN * self.em and abs(before - behind) < CENTRED * self.em

    def is_indented(self, line: Line) -> bool:
        """
        Return whether *line* starts as the first of a paragraph does.
        """
        return self._indent(line) > INDENT

    def is_apart(self, line: Line, next_: Line) -> bool:
        """
        Return whether more than the usual distance is between two lines of one column.
        """
        if (line.page, line.column) != (next_.page, next_.column):
            return False
        pitch = (line.middle - next_.middle) / line.em
        return not 0 < pitch < APART * self._pitch

    def is_short(self, line: Line, next_: Line) -> bool:
        """
        Return whether *line* ends before the edge though the start of *next_* had room there.
        """
        _, right = self._edge(line)
        return right - line.right > (_first(next_.text) + ROOM) * line.em

    def _is_body(self, line: Line) -> bool:
        return self.em / SIZE < line.em < self.em * SIZE

    def _indent(self, line: Line) -> float:
        return (line.left - self._edge(line)[0]) / self.em

    def _edge(self, line: Line) -> tuple[float, float]:
        return self._edges.get(_place(line)) or (line.left, line.right)

    def _measure(self, body: list[Line]) -> dict[Place, tuple[float, float]]:
        lines: defaultdict[Place, list[Line]] = defaultdict(list)
        for line in body:
            lines[_place(line)].append(line)
        edges = {
            place: (
                _outermost([line.left for line in found], self.em),
                -_outermost([-line.right for line in found], self.em),
            )
            for place, found in lines.items()
        }
        # Left and right pages are usually alike, and one may lack a line that shows the edge.
        for place, (left, right) in list(edges.items()):
            other = edges.get((place[0], place[1], not place[2]))
            if (
                other
                and abs(other[0] - left) < 2.5 * self.em
                and abs(other[1] - right) < 2.5 * self.em
            ):
                edges[place] = min(left, other[0]), max(right, other[1])
        return edges

    def _usual_pitch(self, body: list[Line]) -> float:
        """
        Return the distance of lines inside paragraphs, in ems.
        """
        steps: Counter[float] = Counter()
        for line, next_ in pairwise(body):
            if (line.page, line.column) == (next_.page, next_.column):
                pitch = (line.middle - next_.middle) / self.em
                if 0.8 < pitch < 4 and not self.is_short(line, next_):
                    steps[round(pitch * 20) / 20] += 1
        return steps.most_common(1)[0][0] if steps else 2.0


def _place(line: Line) -> Place:
    return line.column, round(line.width / 10), line.page % 2 == 1


def _outermost(values: list[float], em: float) -> float:
    """
    Return the smallest of *values* that is not one of its own: others are near it.
    """
    ordered = sorted(values)
    support = max(2, 0.05 * len(ordered)) if len(ordered) > FEW else 1
    for index, value in enumerate(ordered):
        near = index
        while near < len(ordered) and ordered[near] < value + 0.5 * em:
            near += 1
        if near - index >= support:
            return value
    return ordered[0]


def _first(text: str) -> float:
    """
    Return how wide, in ems, the first part of *text* is that cannot be parted at a line's end.
    """
    width = 0.0
    for char, after in zip(text[:40], text[1:41] + " ", strict=False):
        width += 1.0 if char > "\u024f" else 0.6
        held = char in _OPENERS or after in _CLOSERS
        if not held and not "!" <= min(char, after) <= max(char, after) < "\u0250":
            break
    return width
