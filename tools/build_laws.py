"""
Builds ``src/fazhi/knowledge/data/laws.tsv`` from a collection of national laws and regulations.

It needs no network. Check out what `SOURCE` names, then::

    python tools/build_laws.py LAWS

The same inputs give the same bytes. What the collection lacks stands in
``laws_by_hand.tsv``.
"""
# ruff: noqa: INP001  (a script beside the package)

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path


HERE = Path(__file__).parent
TABLE = HERE.parent / "src" / "fazhi" / "knowledge" / "data" / "laws.tsv"
SOURCE = (
    "github.com/LawRefBook/Laws, commit 2f4c5c2 of 2025-04-19, after 国家法律法规数据库 (flk.npc.gov.cn):"
    " titles, years, numbers of the first promulgation; tools/laws_by_hand.tsv: the rest"
)
COLUMNS = "full name, customary names, number, level, first year, last year"
# Folder → level of what lies in it.
LEVELS = {
    "宪法": "law", "民法典": "law", "宪法相关法": "law", "行政法": "law", "社会法": "law",
    "经济法": "law", "民法商法": "law", "刑法": "law", "诉讼与非诉讼程序法": "law",
    "行政法规": "administrative_regulation", "部门规章": "departmental_rule",
}  # fmt: skip
# Amendments are cited as the law they amend.
_NO_ROW = re.compile("修正案|攻略|标准|通知")
_YEAR = re.compile(r"((?:19|20)\d\d)年\d{1,2}月")
_ORDER = re.compile(r"国务院令\s?第?\s?(\d{2,3})\s?号")
_FILED = re.compile(r"\((\d{4})-\d\d-\d\d\)\.md$")
# Names in daily use that leaving 中华人民共和国 out does not give.
CUSTOMARY = {
    "中华人民共和国各级人民代表大会常务委员会监督法": "监督法",
    "中华人民共和国地方各级人民代表大会和地方各级人民政府组织法": "地方组织法",
    "中华人民共和国全国人民代表大会和地方各级人民代表大会代表法": "代表法",
    "中华人民共和国全国人民代表大会和地方各级人民代表大会选举法": "选举法",
    "中华人民共和国公职人员政务处分法": "政务处分法",
    "中华人民共和国固体废物污染环境防治法": "固废法",
    "中华人民共和国个人信息保护法": "个保法",
}
# Abolished, as the instruments that replaced them say.
ENDED = {
    "中华人民共和国环境噪声污染防治法": "2022",
    "信访条例": "2022",
    "个体工商户条例": "2022",
    "中华人民共和国公司登记管理条例": "2022",
    "中华人民共和国企业法人登记管理条例": "2022",
    "法规规章备案条例": "2024",
}


def main() -> None:
    """
    Write the table.
    """
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("laws", type=Path, help="folder of the collection")
    arguments.add_argument("-o", "--output", type=Path, default=TABLE)
    chosen = arguments.parse_args()
    by_hand = (HERE / "laws_by_hand.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = {row.split("\t", 1)[0]: row for row in (*read_laws(chosen.laws), *by_hand)}
    head = [f"# Built by tools/build_laws.py. Columns: {COLUMNS}.", f"# {SOURCE}"]
    lines = sorted(rows.values(), key=lambda row: (row.split("\t")[3], row))
    chosen.output.write_text("\n".join(head + lines) + "\n", encoding="utf-8")


def read_laws(folder: Path) -> Iterator[str]:
    """
    Yield a row for each instrument; of several editions the oldest promulgation counts.
    """
    editions: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for place, level in LEVELS.items():
        for path in sorted((folder / place).rglob("*.md")):
            title, year, number = read_head(path)
            if year and not _NO_ROW.search(title):
                editions.setdefault((title, level), []).append((year, number))
    editions["中华人民共和国民法典", "law"] = [(2020, "")]
    for (title, level), found in editions.items():
        year, number = min(found)
        yield "\t".join(
            (title, CUSTOMARY.get(title, ""), number, level, str(year), ENDED.get(title, ""))
        )


def read_head(path: Path) -> tuple[str, int, str]:
    """
    Return title, first year (0 where none is told) and number of a file.
    """
    text = path.read_text(encoding="utf-8")
    head = text.split("<!-- INFO END -->")[0]
    title = head.strip().splitlines()[0].lstrip("# ").strip() if head.strip() else ""
    first = head.strip().partition("\n")[2].strip().partition("\n")[0]
    order = _ORDER.search(first)
    filed = _FILED.search(path.name)
    years = [int(year) for year in _YEAR.findall(head)] or [int(filed[1]) if filed else 0]
    title = title.translate(str.maketrans("（）", "()"))
    return title, min(years), f"国务院令第{order[1]}号" if order else ""


if __name__ == "__main__":
    main()
