"""
jionlp: amounts of money with their bounds, and the parts of an address.

Money is asked clause by clause, since a whole sentence may come back as one amount. Of its two
ways to find a place (``recognize_location`` over the text, ``parse_location`` line by line) the
second, on the first line that names one, is right more often on these reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import version

import jionlp  # type: ignore[import-not-found]
from _serve import Item, Reading, serve


# A comma between digits separates thousands.
CLAUSE = re.compile(r"(?:[^，。；：、,;:\n]|(?<=\d),(?=\d))+")
# Its amounts start with words such as 达到 and 约.
BEFORE = re.compile(r"[^\d零〇一二两三四五六七八九十百千万亿萬億]*")
BOUNDS = {"accurate": "=", "blur": "~", "blur+": ">=", "blur-": "<="}
# What it gives as two numbers although the text has one: 2100多万元.
OPEN = re.compile("[余餘多]")


def read(text: str) -> Reading:
    """
    Return the amounts of money and the place.
    """
    return Reading(list(items(text)), place(text))


def items(text: str) -> Iterator[Item]:
    """
    Yield the amounts; two numbers are the ends of a range.
    """
    for clause in CLAUSE.finditer(text):
        for row in jionlp.ner.extract_money(clause[0], with_parsing=True):
            detail, start = row["detail"], clause.start() + row["offset"][0]
            lead = BEFORE.match(row["text"])
            span = (start + (lead.end() if lead else 0), clause.start() + row["offset"][1])
            bound, number = BOUNDS.get(detail["definition"], "="), detail["num"]
            if isinstance(number, str):
                yield Item(*span, number, detail["case"], bound)
            elif OPEN.search(row["text"]):
                yield Item(*span, number[0], detail["case"], ">=")
            else:
                yield Item(*span, number[0], detail["case"], "range", number[1])


def place(text: str) -> str | None:
    """
    Return the lowest division of the first line that names one.
    """
    for line in filter(str.strip, text.splitlines()):
        row = jionlp.parse_location(line)
        found = next((row[level] for level in ("county", "city", "province") if row[level]), None)
        if found:
            return str(found)
    return None


if __name__ == "__main__":
    serve(version("jionlp"), ("items", "unit", "span", "bound", "region"), read)
