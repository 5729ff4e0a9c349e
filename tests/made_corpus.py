"""
Documents of real size, made from the seeds: figures, years and places differ, the wording is real.

The same seed of chance gives the same documents, and no two are equal. They are for counting,
timing and comparing engines; what they say is true of no place.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple


SEEDS = Path(__file__).parents[1] / "seeds"
SHORTEST, LONGEST = 2_000, 7_000  # characters
YEARS = range(2014, 2025)

# The names of each seed's place, longest first, and those of others that may stand there.
PLACES = {
    "bayingolin-2021": (
        ("巴音郭楞蒙古自治州", "巴州"),
        ("博爾塔拉蒙古自治州", "博州"),
        ("克孜勒蘇柯爾克孜自治州", "克州"),
        ("昌吉回族自治州", "昌吉州"),
        ("伊犁哈薩克自治州", "伊犁州"),
    ),
    "chuxiong-2024": (("楚雄市",), ("大理市",), ("瑞丽市",), ("蒙自市",), ("安宁市",), ("个旧市",)),
    "honghe-2023": (
        ("红河哈尼族彝族自治州", "红河州"),
        ("楚雄彝族自治州", "楚雄州"),
        ("大理白族自治州", "大理州"),
        ("迪庆藏族自治州", "迪庆州"),
        ("文山壮族苗族自治州", "文山州"),
    ),
    "luohe-2023-inspection": (("漯河",), ("许昌",), ("濮阳",), ("周口",), ("信阳",), ("焦作",)),
    "wuhua-2020": (("五华区",), ("盘龙区",), ("官渡区",), ("西山区",), ("呈贡区",), ("晋宁区",)),
}
# A figure; months, days and hundred percent stay, so that the text stays plausible.
FIGURE = re.compile(r"(?<![\d.])(?!100[%％])\d+(?:\.\d+)?(?!\d*[月日.\d])")
YEAR = re.compile(r"20[0-3]\d")


class Made(NamedTuple):
    """
    A document, as it would come from a file of text or from a program.

    Attributes:
        name: Its name, of which there is only one.
        content: Its text, its bytes, or nothing at all.
    """

    name: str
    content: str | bytes | None


def documents(count: int, chance: int = 0) -> Iterator[Made]:
    """
    Yield *count* reports of 2,000 to 7,000 characters; *chance* seeds what differs.
    """
    for number in range(1, count + 1):
        # Each has a chance of its own, so that document 7 is the same in any corpus.
        own = random.Random(f"{chance}/{number}")  # noqa: S311 - no secret
        yield Made(f"{number:06}.txt", _text(number, own))


def _text(number: int, chance: random.Random) -> str:
    seed, names = chance.choice(list(PLACES.items()))
    year = chance.choice(YEARS)
    text = "\n".join(_cut(_lines(seed), chance))
    for old, new in zip(names[0], chance.choice(names), strict=True):
        text = text.replace(old, new)
    moved = year - int(re.search(r"20\d\d", seed)[0])  # type: ignore[index]
    text = FIGURE.sub(lambda found: _figure(found[0], moved, chance), text)
    return f"法治办〔{year + 1}〕{number}号\n{text}\n"


@cache
def _lines(seed: str) -> tuple[str, ...]:
    text = (SEEDS / f"{seed}.txt").read_text(encoding="utf-8-sig")
    return tuple(line for line in text.splitlines() if line.strip())


def _cut(lines: tuple[str, ...], chance: random.Random) -> list[str]:
    """
    Return *lines* without some of their inner ones, so that lengths differ as those of reports.
    """
    size = sum(map(len, lines)) + len(lines)
    wanted = chance.randint(SHORTEST + 500, LONGEST - 100)
    left = list(lines)
    order = chance.sample(range(3, len(lines) - 3), len(lines) - 6)
    dropped = set()
    for place in order:
        if size <= wanted:
            break
        if size - len(left[place]) >= SHORTEST:
            dropped.add(place)
            size -= len(left[place]) + 1
    return [line for place, line in enumerate(left) if place not in dropped]


def _figure(found: str, moved: int, chance: random.Random) -> str:
    if YEAR.fullmatch(found):
        return str(int(found) + moved)
    if found.startswith("0"):
        return found
    whole, point, decimals = found.partition(".")
    first = chance.randint(10 ** (len(whole) - 1), 10 ** len(whole) - 1)
    rest = f"{chance.randrange(10 ** len(decimals)):0{len(decimals)}}" if decimals else ""
    return f"{first}{point}{rest}"


# Documents that something is wrong with, and what is to come of each: an error or a report.
POISONS: tuple[tuple[str, str | bytes | None, str | None], ...] = (
    ("none.txt", None, "ReadError"),
    ("empty.txt", b"", "EmptyTextError"),
    ("blank.txt", " \u3000\n\ufeff\t", "EmptyTextError"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "ReadError"),
    ("broken.docx", b"PK\x03\x04" + b"word/document.xml" + bytes(99), "ReadError"),
    ("undecodable.txt", "一、工作成效\n受理112件".encode() + b"\xff\xfe\x80\x81" * 9, None),
    ("surrogates.txt", "一、工作成效\n受理\ud800行政复议112件\udfff。", None),
    ("huge-number.txt", f"一、工作成效\n受理行政复议{'9' * 60}件。", None),
    ("zeros.txt", b"\0" * 99, "EmptyTextError"),
)


def poisoned(count: int, chance: int = 0, every: int = 50) -> Iterator[Made]:
    """
    Yield *count* documents; one in *every* is poisonous, each kind in turn.
    """
    for number, made in enumerate(documents(count, chance), 1):
        if number % every:
            yield made
        else:
            name, content, _ = POISONS[number // every % len(POISONS)]
            yield Made(f"{number:06}-{name}", content)
