"""
The national instruments that reports cite, by any of the names they are cited under.

The table is ``data/laws.tsv``; its sources are named in its head.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple, cast

from attrs import frozen

from fazhi.knowledge.document_numbers import DocumentNumber, read_document_number
from fazhi.knowledge.instruments import head_kind, remark_status, split_title
from fazhi.model import Citation
from fazhi.model.nodes import CitationKind, Status
from fazhi.text import fold
from fazhi.text.patterns import lazy


Rank = Literal[
    "law",
    "administrative_regulation",
    "departmental_rule",
    "party_regulation",
    "judicial_interpretation",
    "policy",
]

TABLE = Path(__file__).with_name("data") / "laws.tsv"
LONGEST = 200

# Marks, blanks and the sounds of characters: 行政許可法(fǎ).
_MARKS = lazy(r"[《》〈〉「」『』<>“”\"'‘’\s]|\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}\)")
_DASHES = lazy("[-—–―~至]+")
# Whose it is, as titles begin: 中共中央办公厅、国务院办公厅关于…
_ISSUER = lazy(
    "(?:中华人民共和国|中共中央|国务院办公厅|国务院|中央办公厅|中办|国办|办公厅|全国人大常委会|和|、){0,6}(?:关于)?"
)
# The notice by which another document is issued.
_NOTICE = lazy("印发(.+)的通知")
# An edition is the same law: (2023修订), (2017年修正), (修订).
_EDITION = lazy(
    r"\((?:[0-9]{4}年?)?(?:[0-9]{1,2}月)?(?:最新)?(?:修订|修正|修改|修)?(?:版|本)?\)$|[0-9]{4}年?(?:修订|修正)?版$"
)


class _Row(NamedTuple):
    name: str
    aliases: str
    number: str
    level: str
    first: str
    last: str


@frozen
class Instrument:
    """
    A law, regulation or policy document of the national level.

    Attributes:
        title: Its full official name.
        number: Number under which it was first issued, or None where the table has none.
        kind: law, regulation, plan or document, by its head noun.
        level: law, administrative_regulation (行政法规), departmental_rule (部门规章),
            party_regulation (党内法规), judicial_interpretation (司法解释) or policy.
        status: draft or consultation where the citation says so, trial where the title does, else None.
        first: Year of its first edition.
        last: Last year in which it was in force, or None.
    """

    title: str
    number: DocumentNumber | None
    kind: CitationKind
    level: Rank
    status: Status | None
    first: int
    last: int | None = None


def resolve(citation: Citation | str) -> Instrument | None:
    """
    Return the national instrument that a citation names, None where the table has it not.

    Short and full names, editions, quotation marks and scripts do not matter:
    《行政复议法》, 《中华人民共和国行政复议法》, 《行政复议法》(2023修订) and 《行政複議法》
    are one. A bare number is looked up too.

    Args:
        citation: A citation of a report, or a title or document number as text.

    Example:
        >>> resolve("《行政复议法》(2023修订)").title
        '中华人民共和国行政复议法'
    """
    if isinstance(citation, str):
        return _by_title(citation) or _by_number(citation)
    return _by_title(citation.title or "") or _by_number(citation.number or "")


@lru_cache(maxsize=4096)
def _by_title(text: str) -> Instrument | None:
    if not text or len(text) > LONGEST:
        return None
    folded = _MARKS.sub("", fold(text).folded)
    notice = _NOTICE.search(folded)
    names = [folded, *([notice[1]] if notice else [])]
    for name in [*names, *(split_title(name)[0] for name in names)]:
        row = _rows_by_key().get(_key(name))
        if row:
            return _instrument(row, remark_status(split_title(folded)[1]))
    return None


@lru_cache(maxsize=4096)
def _by_number(text: str) -> Instrument | None:
    number = read_document_number(text)
    row = _rows_by_number().get(number) if number else None
    return _instrument(row, None) if row else None


def _key(name: str) -> str:
    """
    Return what all ways to write a title have in common.
    """
    name = _DASHES.sub("-", _MARKS.sub("", _EDITION.sub("", name)))
    issuer = _ISSUER.match(name)
    name = name[issuer.end() :] if issuer else name
    # 《党务公开条例》 is understood, 《章程》 is not.
    short = name.removeprefix("中国共产党")
    return short if len(short) >= 4 else name


@cache
def _rows() -> tuple[_Row, ...]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return tuple(_Row(*line.split("\t")) for line in lines if line[0] != "#")


@cache
def _rows_by_key() -> dict[str, _Row]:
    rows: dict[str, _Row] = {}
    for row in _rows():
        for name in (row.name, *row.aliases.split()):
            rows.setdefault(_key(name), row)
    for row in _rows():
        # 《…(试行)》 is cited without its remark too, if no other instrument is called so.
        if not _dated(row.name):
            rows.setdefault(_key(split_title(row.name)[0]), row)
    return rows


def _dated(name: str) -> bool:
    """
    Whether the remark behind the head noun tells one edition of a plan from the next.
    """
    return any(char.isdigit() for char in split_title(name)[1])


@cache
def _rows_by_number() -> dict[DocumentNumber | None, _Row]:
    return {read_document_number(row.number): row for row in _rows() if row.number}


def _instrument(row: _Row, status: Status | None) -> Instrument:
    words, remarks = split_title(row.name)
    return Instrument(
        title=row.name,
        number=read_document_number(row.number) if row.number else None,
        kind=head_kind(words),
        level=cast("Rank", row.level),
        status=status or remark_status(remarks),
        first=int(row.first),
        last=int(row.last) if row.last else None,
    )
