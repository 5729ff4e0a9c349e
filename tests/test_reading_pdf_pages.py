"""
PDF files page by page: furniture, columns, tables, turned and bold text, scans and damage.
"""

from __future__ import annotations

import io
import threading
import zlib
from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from tests.pdf_layouts import SIMPLIFIED, Layout, typeset
from tests.timing import cpu_seconds

import fazhi
from fazhi.errors import ReadError
from fazhi.model import Limits
from fazhi.reading.pdf import read_pdf


FIRST = "全市全年共办理行政复议案件一百二十三件"
SECOND = "其中调解结案45件。"
REPORT = "一、工作成效\n" + "全年共办理行政复议案件123件,其中调解结案45件。" * 40


def drawn(draw: Callable[[Canvas], object], lock: StandardEncryption | None = None) -> bytes:
    """
    Return a PDF file of one page or more.
    """
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, encrypt=lock, invariant=1)
    canvas.setFont(SIMPLIFIED, 16)
    draw(canvas)
    canvas.save()
    return file.getvalue()


def page(*lines: tuple[float, float, str]) -> bytes:
    return drawn(lambda canvas: [canvas.drawString(*line) for line in lines])


def read(data: bytes, limits: Limits | None = None) -> fazhi.Document:
    return read_pdf(data, "a.pdf", limits or Limits())


def pages(count: int, head: str, foot: str, *, first: int = 1) -> bytes:
    """
    Return pages of two lines; ``#`` in what stands at their ends is the number of the page.
    """

    def draw(canvas: Canvas) -> None:
        for number in range(first, first + count):
            canvas.setFont(SIMPLIFIED, 9)
            canvas.drawString(79, 790, head.replace("#", str(number)))
            canvas.drawCentredString(297, 50, foot.replace("#", str(number)))
            canvas.setFont(SIMPLIFIED, 16)
            canvas.drawString(111, 740, FIRST)
            canvas.drawString(79, 712, SECOND)
            canvas.showPage()

    return drawn(draw)


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("", "— # —"),
        ("", "-#-"),
        ("", "- # -"),
        ("", "－ # －"),
        ("", "·#·"),
        ("", "～#～"),
        ("", "#"),
        ("", "第#页"),
        ("", "第 # 页"),
        ("", "第#页 共10页"),
        ("", "第#页,共10页"),
        ("", "#/10"),
        ("", "# / 10"),
        ("", "Page # of 10"),
        ("法治政府建设年度报告", "#"),  # a header above
        ("法治政府建设年度报告 第#页", ""),  # with the number in it
        ("法治政府建设年度报告", "某某市司法局编印"),  # a footer that is the same everywhere
        ("#", "某某市司法局编印 #"),
    ],
)
@pytest.mark.parametrize(("count", "first"), [(3, 1), (4, 7)])
def test_furniture_is_left_out(head: str, foot: str, count: int, first: int) -> None:
    """
    Whatever stands at the ends of all pages, whichever number the first has.
    """
    text = read(pages(count, head, foot, first=first)).text

    assert text.splitlines() == [FIRST + SECOND] * count


@pytest.mark.parametrize("foot", ["— 1 —", "-3-", "第3页 共10页", "3/10", "3"])
def test_a_single_page_has_a_number_too(foot: str) -> None:
    """
    Nothing confirms it but its form, or how far from the text it stands.
    """
    assert read(pages(1, "", foot)).text == FIRST + SECOND


def test_numbers_of_the_text_stay() -> None:
    """
    A number alone on the last line of a page is no page number where no other agrees with it.
    """
    data = page((111, 740, FIRST), (79, 712, SECOND), (111, 684, "2023"), (111, 656, "1024"))

    assert read(data).text.splitlines() == [FIRST + SECOND, "2023", "1024"]


@pytest.mark.parametrize("shift", [0.0, 0.2, 0.4, 0.8])
@pytest.mark.parametrize("by_line", [True, False])
def test_text_drawn_twice_to_look_bold_is_read_once(shift: float, *, by_line: bool) -> None:
    """
    Real doubles such as 11 and 22 stay.
    """
    line = "关于2022年11月法治政府建设情况的报告报告"

    def draw(canvas: Canvas) -> None:
        left = 80.0
        for part in [line] if by_line else line:
            canvas.drawString(left, 700, part)
            canvas.drawString(left + shift, 700, part)
            left += pdfmetrics.stringWidth(part, SIMPLIFIED, 16)

    assert read(drawn(draw)).text == line


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
@pytest.mark.parametrize("turn", [0, 90])
def test_turned_pages_are_read_along_their_lines(angle: int, turn: int) -> None:
    """
    Whether the text is turned, or the page as it is shown.
    """

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        canvas.translate(*{0: (0, 0), 90: (595, 0), 180: (595, 842), 270: (0, 842)}[angle])
        canvas.rotate(angle)
        canvas.drawString(111, 400, FIRST)
        canvas.drawString(79, 372, SECOND)

    assert read(drawn(draw)).text == FIRST + SECOND


def test_a_watermark_across_the_page_is_no_text() -> None:
    """
    It is the only slanting text of a report.
    """

    def draw(canvas: Canvas) -> None:
        canvas.drawString(111, 740, FIRST)
        canvas.drawString(79, 712, SECOND)
        canvas.translate(150, 500)
        canvas.rotate(45)
        canvas.setFont(SIMPLIFIED, 50)
        canvas.drawString(0, 0, "内部资料")

    assert read(drawn(draw)).text == FIRST + SECOND


def test_columns_are_read_below_a_title_across_both() -> None:
    """
    The left one first.
    """
    text = "\n".join(["一、工作成效", SECOND * 30, "二、存在问题", SECOND * 25])
    layout = Layout(columns=2, size=10.5, title=("关于法治政府建设情况的报告",))

    assert read(typeset(text, layout)).text.splitlines() == [*layout.title, *text.splitlines()]


def test_rows_of_a_table_are_lines_of_cells() -> None:
    """
    Cells stand between tabs; the paragraphs around the table stay.
    """
    rows = [("序号", "项目", "数量"), ("1", "行政复议案件", "123件"), ("2", "规范性文件", "9件")]
    cells = [
        (left, 700 - 28 * index, cell)
        for index, row in enumerate(rows)
        for left, cell in zip((80, 160, 360), row, strict=True)
    ]
    data = page((111, 740, "主要数据见下表:"), *cells, (111, 600, "特此报告。"))

    lines = ["主要数据见下表:", *("\t".join(row) for row in rows), "特此报告。"]
    assert read(data).text.splitlines() == lines


def test_a_note_at_the_foot_comes_behind_its_paragraph() -> None:
    """
    The paragraph goes on over the page; the mark in the text stays.
    """

    def draw(canvas: Canvas) -> None:
        for height in range(740, 400, -28):
            canvas.drawString(111 if height == 740 else 79, height, "全" * 27)
        canvas.setFont(SIMPLIFIED, 8)
        canvas.drawString(79 + 27 * 16, 746, "①")
        canvas.drawString(79, 100, "① 数据由市司法局提供。")
        canvas.showPage()
        canvas.setFont(SIMPLIFIED, 16)
        canvas.drawString(79, 740, "部案件办结。")

    text = read(drawn(draw)).text
    assert text.splitlines() == [
        "全" * 27 + "①" + "全" * 27 * 12 + "部案件办结。",
        "① 数据由市司法局提供。",
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["the rule of law in interna-", "tional business"], "the rule of law in international business"),
        (["the rule of law and of", "administration"], "the rule of law and of administration"),
        (["推进法治政府建设推进法治政府建设共办理12", "34件"], "推进法治政府建设推进法治政府建设共办理1234件"),
        (["推进法治政府建设推进法治政府建设共办理的", "案件"], "推进法治政府建设推进法治政府建设共办理的案件"),
    ],
)  # fmt: skip
def test_lines_are_joined_as_their_language_asks(lines: list[str], expected: str) -> None:
    """
    Latin words with a blank, without the hyphen; nothing between Chinese characters.
    """
    data = page(*((79.0, 740.0 - 28 * index, line) for index, line in enumerate(lines)))

    assert read(data).text == expected


@pytest.mark.parametrize(
    ("title", "author", "facts"),
    [
        ("红河州2023年法治政府建设情况报告", "红河州司法局", 2),
        ("Microsoft Word - 法治政府建设报告终稿.doc", "Administrator", 0),
        ("附件:法治政府建设报告.docx", "user", 0),
        ("untitled", "anonymous", 0),
    ],
)
def test_what_a_program_made_up_is_no_fact(title: str, author: str, facts: int) -> None:
    """
    Title and author are kept where somebody gave them.
    """

    def draw(canvas: Canvas) -> None:
        canvas.setTitle(title)
        canvas.setAuthor(author)
        canvas.drawString(79, 740, FIRST)

    source = read(drawn(draw)).source
    assert source["type"] == "pdf"
    assert [source.get(key) for key in ("title", "author")] == (
        [title, author] if facts else [None] * 2
    )


def scan(canvas: Canvas) -> None:
    """
    Draw pages that are images, with the stamp of the program that made them.
    """
    file = io.BytesIO()
    Image.new("L", (300, 400), 200).save(file, "PNG")
    for _ in range(3):
        canvas.drawImage(ImageReader(file), 0, 0, 595, 842)
        canvas.setFont(SIMPLIFIED, 9)
        canvas.drawString(400, 20, "某某扫描 创建")
        canvas.showPage()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (lambda: drawn(scan), "scanned.*OCRmyPDF, Tesseract or PaddleOCR"),
        (lambda: drawn(Canvas.showPage), "without text.*OCRmyPDF"),
        (lambda: drawn(lambda c: c.drawString(79, 740, FIRST), StandardEncryption("x")), "password"),
        (lambda: b"%PDF", "cut off"),
        (lambda: b"%PDF-1.7\n", "cut off"),
        (lambda: b"%PDF-1.7\nstartxref\n0\n%%EOF", "damaged"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(data: Callable[[], bytes], message: str) -> None:
    """
    And what would have worked.
    """
    with pytest.raises(ReadError, match=message):
        read(data())


@pytest.mark.parametrize("part", range(1, 11))
def test_a_file_that_is_cut_off_is_refused(part: int) -> None:
    """
    PDFium would mend it and read what is left.
    """
    data = typeset(REPORT, Layout())

    with pytest.raises(ReadError, match="cut off"):
        read(data[: len(data) * part // 11])


def test_an_empty_password_opens() -> None:
    """
    Files that only may not be printed or copied have none to ask for.
    """
    lock = StandardEncryption("", ownerPassword="x", canCopy=0)

    assert read(drawn(lambda canvas: canvas.drawString(79, 740, FIRST), lock)).text == FIRST


def test_limits_hold() -> None:
    """
    Of pages and of characters, and of what is unpacked.
    """
    data = pages(3, "", "#")

    with pytest.raises(ReadError, match=r"3 pages.*Limits\.pages"):
        read(data, Limits(pages=2))
    with pytest.raises(ReadError, match=r"Limits\.characters"):
        read(data, Limits(characters=50))
    with pytest.raises(ReadError, match=r"Limits\.pages"):
        read(pages(3000, "", "#"))
    packed = zlib.compress(bytes(10_000_000))
    part = b"1 0 obj<</Filter/FlateDecode>>stream\n" + packed + b"\nendstream\nendobj\n"
    with pytest.raises(ReadError, match=r"Limits\.unpacked"):
        read(b"%PDF-1.7\n" + part + b"startxref\n0\n%%EOF")


def test_a_book_is_read_in_bounded_time() -> None:
    """
    Five hundred pages, each with its number.
    """
    data = pages(500, "法治政府建设年度报告", "— # —")
    seconds = cpu_seconds(lambda: read(data))

    print(f"500 pages: {seconds:.2f} s")
    assert seconds < 20
    assert read(data).text.splitlines() == [FIRST + SECOND] * 500


def test_a_pdf_file_is_known_by_its_content(tmp_path: object) -> None:
    """
    Whatever its name ends with.
    """
    data = pages(1, "", "")

    assert fazhi.read(data).text == FIRST + SECOND
    path = tmp_path / "report.txt"  # type: ignore[operator]
    path.write_bytes(data)
    assert fazhi.read(path).source["type"] == "pdf"


def test_several_threads_may_read() -> None:
    """
    PDFium itself may not be used by two at once.
    """
    data = typeset(REPORT, Layout())
    texts: list[str] = []
    threads = [threading.Thread(target=lambda: texts.append(read(data).text)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert texts == [read(data).text] * 6
