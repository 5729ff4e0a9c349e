"""
Document numbers taken apart: who issued it, in which year, which one.

Source of the form: 党政机关公文格式 (GB/T 9704-2012) 7.2.5: the issuer's sign, the
year in 〔〕, the serial without leading zeros and 第; orders have a serial alone.
"""

from __future__ import annotations

from attrs import frozen

from fazhi.text import fold, read_integer
from fazhi.text.patterns import lazy


_OPEN, _CLOSE = r"[〔\[【﹝〖「(]", r"[〕\]】﹞〗」)]"
_FOUR = r"(?:19|20)[0-9]{2}"
_YEAR = rf"(?P<year>{_FOUR})"
_SERIAL = r"(?P<serial>[0-9]{1,5}|[〇零一二三四五六七八九十百]{1,7})"
# Either bracket may be lost, and 号 may be: 昆政发〔2018〕52号.
_DATED = lazy(
    rf"(?P<organ>[^0-9〔\[【﹝〖「(]{{1,24}})(?={_OPEN}|{_FOUR}{_CLOSE}){_OPEN}?{_YEAR}{_CLOSE}?第?{_SERIAL}号?"
)
# 国务院令第713号, 公告2023年第5号, 令(第5号).
_ORDER = lazy(rf"(?P<organ>[^0-9]{{0,24}}?(?:令|公告|通告))\(?(?:{_YEAR}年)?第?{_SERIAL}号\)?")
# 第713号国务院令.
_ORDERED = lazy(rf"(?:{_YEAR}年)?第{_SERIAL}号(?P<organ>[\u4e00-\u9fff]{{0,20}}(?:令|公告|通告))")
_SAME_ORGAN = {"国令": "国务院令"}


@frozen
class DocumentNumber:
    """
    The number under which an organ issued a document.

    Attributes:
        organ: The issuer's sign (``"昆政发"``) or its order series (``"国务院令"``), in simplified characters.
        year: Year of the series, or None where it runs through all years.
        serial: Which one of the series.
    """

    organ: str
    year: int | None
    serial: int

    def __str__(self) -> str:
        if self.organ.endswith(("令", "公告", "通告")):
            return f"{self.organ}{f'{self.year}年' if self.year else ''}第{self.serial}号"
        return f"{self.organ}〔{self.year}〕{self.serial}号"


def read_document_number(text: str) -> DocumentNumber | None:
    """
    Return the parts of a document number, None where *text* is none as a whole.

    All styles of brackets are read, both scripts, full-width digits, blanks and
    a lost bracket or 号.

    Args:
        text: A number with its sign, such as `Citation.number` holds.

    Example:
        >>> read_document_number("昆政发〔2018〕52号")
        DocumentNumber(organ='昆政发', year=2018, serial=52)
        >>> read_document_number("主席令第九号").serial
        9
    """
    if len(text) > 80:
        return None
    folded = "".join(fold(text).folded.split()).removeprefix("中华人民共和国")
    folded = folded.removesuffix("文件").removesuffix("文")
    match = _ORDER.fullmatch(folded) or _DATED.fullmatch(folded) or _ORDERED.fullmatch(folded)
    if not match:
        return None
    serial = match["serial"]
    value = read_integer(serial.lstrip("0"))
    if not value:
        return None
    year = match["year"]
    organ = _SAME_ORGAN.get(match["organ"], match["organ"])
    return DocumentNumber(organ, int(year) if year else None, value)
