"""
Files and bytes become documents, whatever their encoding; nothing that could be text is refused.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fazhi
from fazhi.errors import FazhiError, ReadError
from fazhi.model import Document, Reader
from fazhi.reading import decode, read
from fazhi.text import fold


SEEDS = Path(__file__).parents[1] / "seeds"
HANS = (SEEDS / "wuhua-2020.txt").read_bytes().decode("utf-8-sig")
HANT = (SEEDS / "bayingolin-2021.txt").read_bytes().decode("utf-8-sig")
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

UNMARKED = ["utf-8", "gb18030", "utf-16-le", "utf-16-be"]
MARKED = [
    ("utf-8-sig", "utf-8"),
    ("utf-16", "utf-16-le"),
    ("utf-32", "utf-32-le"),  # its mark starts with that of UTF-16
    ("gb18030", "gb18030"),  # with a mark of its own, from some editors
]
LETTERS = [
    ("2023\r\n1.", "utf-16-le"),  # no character beyond ASCII, so valid UTF-8 with zeros
    ("2023\r\n1.", "utf-16-be"),
    ("一、受理\x00123件", "utf-8"),  # a zero in a text does not make it UTF-16
]
SHORT = [
    ("行政复议办结", "gb18030"),
    ("受理行政复议申请12件", "gb18030"),
    ("法治政府建设工作报告", "gbk"),
    ("法治政府建设工作报告", "gb2312"),
    ("镕、喆、堃等3人", "gb18030"),  # names beyond GB 2312
    ("法治政府建設工作報告", "gb18030"),  # traditional script in GBK
    ("法治政府建設工作報告", "big5"),
    ("行政覆議案件受理及辦結情況", "big5hkscs"),
    ("2022年10月27日 發文", "big5"),
]


@pytest.mark.parametrize("encoding", UNMARKED)
@pytest.mark.parametrize("text", [HANS, HANS[:40], HANT], ids=["whole", "40 characters", "hant"])
def test_an_encoding_without_a_mark_is_found(text: str, encoding: str) -> None:
    """
    Valid UTF-8 proves itself; the others show by the characters they give.
    """
    found = decode(text.encode(encoding))

    assert (found.text, found.encoding, found.damaged) == (text, encoding, 0)
    assert found.confidence > 0.8


def test_big5_is_found() -> None:
    """
    Big5 is told from GB 18030, in which most of its bytes are valid as well.
    """
    found = decode(HANT.encode("big5hkscs", "ignore"))

    assert (found.encoding, found.damaged) == ("big5hkscs", 0)
    assert found.text == HANT.encode("big5hkscs", "ignore").decode("big5hkscs")


@pytest.mark.parametrize(("encoding", "name"), MARKED)
def test_a_mark_decides_and_is_no_part_of_the_text(encoding: str, name: str) -> None:
    """
    Of two marks only the first is one.
    """
    text = HANS[:100] if encoding != "gb18030" else "\ufeff" + HANS[:100]

    assert decode(text.encode(encoding))[:3] == (text.lstrip("\ufeff"), name, 1.0)
    assert decode(b"\xef\xbb\xbf\xef\xbb\xbf1").text == "\ufeff1"


@pytest.mark.parametrize(("text", "encoding"), [*LETTERS, *SHORT])
def test_short_and_odd_texts_are_read(text: str, encoding: str) -> None:
    """
    A title is enough.
    """
    assert decode(text.encode(encoding)).text == text


def test_line_ends_stay() -> None:
    """
    Offsets count every character, also of mixed line ends.
    """
    assert decode("一\r\n二\r三\n".encode("gb18030")).text == "一\r\n二\r三\n"


@pytest.mark.parametrize("encoding", [*UNMARKED, "big5hkscs"])
@pytest.mark.parametrize("length", [2000, 2001, 2002, 2003])
def test_a_file_cut_inside_a_character_keeps_its_encoding(encoding: str, length: int) -> None:
    """
    What could not be read is counted, and the reading believed less.
    """
    data = HANT.encode(encoding, "ignore")[:length]
    found = decode(data)

    assert found.encoding == encoding
    assert found.text.startswith(HANT[:100])
    inside = data != data.decode(encoding, "ignore").encode(encoding)
    assert (found.confidence <= 0.5) == (found.damaged > 0) == inside


def test_damage_is_counted() -> None:
    """
    Bytes that are none of the encoding become U+FFFD.
    """
    found = decode(HANS[:500].encode("gb18030") + b"\xff\xff\n" + HANS[500:].encode("gb18030"))

    assert found.text == f"{HANS[:500]}\ufffd\ufffd\n{HANS[500:]}"
    assert (found.encoding, found.damaged) == ("gb18030", 2)


def test_foreign_bytes_are_read_without_confidence() -> None:
    """
    Latin-1 is never assumed.
    """
    found = decode("Résumé naïve café".encode("latin-1"))

    assert found.encoding != "latin-1"
    assert found.confidence == 0


@given(st.binary())
def test_decoding_is_total(data: bytes) -> None:
    """
    Any bytes are some text.
    """
    found = decode(data)

    assert 0 <= found.confidence <= 1
    assert found.damaged <= len(found.text) <= len(data)


def test_a_large_file_is_decoded_in_linear_time() -> None:
    """
    Only a sample is compared; here it lies behind 10 MB of plain letters.
    """
    data = b"a\n" * 5_000_000 + HANS.encode("gb18030")
    start = time.process_time()

    assert decode(data).encoding == "gb18030"
    assert time.process_time() - start < 5


class TestSources:
    """
    What can be read, and what is said where it cannot.
    """

    def test_str_is_always_text(self) -> None:
        """
        A string that looks like a path is a text all the same.
        """
        assert read(str(SEEDS / "wuhua-2020.txt")).text.endswith("wuhua-2020.txt")

    def test_every_kind_of_source_gives_the_same_text(self, tmp_path: Path) -> None:
        """
        Only what is known of the source differs.
        """
        path = tmp_path / "a.txt"
        path.write_bytes(HANS.encode("gb18030"))
        data = path.read_bytes()
        with path.open("rb") as binary, path.open(encoding="gb18030", newline="") as text:
            sources = [HANS, path, data, bytearray(data), memoryview(data), binary, text]
            documents = [read(source) for source in (*sources, io.StringIO(HANS), fold(HANS))]

        assert {document.text for document in documents} == {HANS}

    def test_the_source_is_described(self, tmp_path: Path) -> None:
        """
        Name, encoding, confidence and hash; damage where there is any.
        """
        path = tmp_path / "a.txt"
        path.write_bytes(b"\xb7\xa8\xd6\xce\xd5\xfe\xb8\xae\xbd\xa8\xc9\xe8\xff")
        source = read(path).source

        assert source["name"] == path.as_posix()
        assert source["encoding"] == "gb18030"
        assert source["damaged"] == 1
        assert len(str(source["sha256"])) == 64
        assert read(HANS).source == {}

    def test_a_document_stays_as_it_is(self) -> None:
        """
        What was read once is not read again.
        """
        document = Document(text="一", folded="一")

        assert read(document) is document

    @pytest.mark.parametrize(
        ("data", "word"),
        [
            (PDF, "PDF"),
            (b"PK\x03\x04\x14\0\0\0[Content_Types].xml...word/document.xml", "Word"),
            (b"PK\x03\x04\x14\0\0\0OFD.xml", "OFD"),
            (b"PK\x03\x04\x14\0\0\0a.txt", "ZIP"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", ".wps"),
            (b"{\\rtf1\\ansi", "RTF"),
            (b"\x89PNG\r\n\x1a\n", "PNG"),
            (b"\xff\xd8\xff\xe0", "JPEG"),
        ],
    )
    def test_a_file_that_is_no_text_is_named(self, data: bytes, word: str) -> None:
        """
        The error says what it is and what would have worked.
        """
        with pytest.raises(ReadError, match=rf"{word}.*(plain text|unpack)"):
            read(data)

    def test_a_page_is_read_with_its_tags(self) -> None:
        """
        Nothing that is text is refused.
        """
        page = "<html><p>一、受理3件</p></html>"

        assert read(page.encode("gb18030")).text == page

    @pytest.mark.parametrize(
        ("name", "reason"),
        [("none.txt", "no such file"), (".", "folder"), ("a\0b", "null|zero|character|byte")],
    )
    def test_a_path_that_cannot_be_opened_is_named(
        self, tmp_path: Path, name: str, reason: str
    ) -> None:
        """
        The operating system's error is the cause.
        """
        with pytest.raises(ReadError, match=reason) as caught:
            read(tmp_path / name)

        assert caught.value.__cause__ is not None
        assert isinstance(caught.value, OSError)

    @pytest.mark.parametrize("source", [3, None, ["一"], io.BytesIO])
    def test_other_types_are_type_errors_of_our_own(self, source: object) -> None:
        """
        Also one that only looks like a file.
        """
        with pytest.raises(FazhiError) as caught:
            read(source)  # type: ignore[arg-type]

        assert isinstance(caught.value, TypeError)
        assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301

    def test_a_closed_file_is_a_read_error(self) -> None:
        """
        As is a text file that was opened with the wrong encoding.
        """
        closed = io.BytesIO(b"1")
        closed.close()
        wrong = io.TextIOWrapper(io.BytesIO(HANS.encode("gb18030")), encoding="utf-8")

        for source in (closed, wrong):
            with pytest.raises(ReadError, match="cannot be read"):
                read(source)


class TestReaders:
    """
    Readers of plugins are asked before the text is read as text.
    """

    PLAIN = Reader(
        name="plain",
        suffixes=(".x",),
        accepts=lambda head: head.startswith(b"%PDF"),
        read=lambda _data, name, _limits: fold("plain", source={"name": name}),
    )
    OTHER = Reader(
        name="other",
        suffixes=(".pdf",),
        accepts=lambda head: head.startswith(b"%"),
        read=lambda _data, name, _limits: fold("other", source={"name": name}),
    )

    def test_content_comes_before_the_name(self, tmp_path: Path) -> None:
        """
        A text called .pdf is a text, a PDF called .txt is none.
        """
        text, pdf = tmp_path / "a.pdf", tmp_path / "a.txt"
        text.write_bytes("一、".encode())
        pdf.write_bytes(PDF)

        assert read(text, [self.PLAIN]).text == "一、"
        assert read(pdf, [self.PLAIN]).text == "plain"

    def test_the_name_decides_between_several(self, tmp_path: Path) -> None:
        """
        And where it says nothing, their order.
        """
        path = tmp_path / "a.PDF"
        path.write_bytes(PDF)

        assert read(path, [self.PLAIN, self.OTHER]).text == "other"
        assert read(PDF, [self.PLAIN, self.OTHER]).text == "plain"

    @pytest.mark.parametrize("suffix", [".pdf", ".docx", ".ofd", ".html"])
    def test_noise_under_the_name_of_a_document_is_no_text(
        self, tmp_path: Path, suffix: str
    ) -> None:
        """
        A text under such a name is one, and noise under another is read with its damage.
        """
        noise = hashlib.shake_128(b"noise").digest(300)
        path = tmp_path / f"a{suffix}"
        path.write_bytes(noise)
        with pytest.raises(ReadError, match=f"called {suffix}"):
            fazhi.read(path)

        path.write_text("一、受理5件。", encoding="gb18030")
        assert fazhi.read(path).text == "一、受理5件。"
        assert fazhi.read(noise).source["damaged"] > 0
