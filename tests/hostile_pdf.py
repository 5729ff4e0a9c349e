"""
Hostile and broken PDF files.
"""

from __future__ import annotations

import io
import zlib
from functools import cache

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from tests.hostile import ACCOUNTS, TEXT


@cache
def pdf(pages: int = 1, password: str = "") -> bytes:
    """
    Return an honest PDF file.
    """
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    file = io.BytesIO()
    lock = StandardEncryption(password) if password else None
    canvas = Canvas(file, pagesize=(595, 842), encrypt=lock, invariant=True)
    for number in range(pages):
        canvas.setFont("STSong-Light", 16)
        for index, line in enumerate(TEXT.splitlines() if not number else ["继续完成了工作。"]):
            canvas.drawString(80, 740 - 30 * index, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def scanned() -> bytes:
    """
    Return a PDF file whose one page is an image.
    """
    image = zlib.compress(bytes(100 * 140))
    return objects(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /XObject << /I 5 0 R >> >> >>",
        stream(b"595 0 0 842 0 0 cm /I Do", b""),
        stream(
            image,
            b"/Type /XObject /Subtype /Image /Width 100 /Height 140 /ColorSpace /DeviceGray"
            b" /BitsPerComponent 8 /Filter /FlateDecode",
        ),
    )


def bomb(size: int = 1 << 30) -> bytes:
    """
    Return a PDF file whose page is a stream of blanks that unpacks to *size* bytes.
    """
    block = b" " * (1 << 20)
    packer = zlib.compressobj(9)
    packed = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    again = zlib.compressobj(9, zlib.DEFLATED, -15)
    more = again.compress(block) + again.flush(zlib.Z_FULL_FLUSH)
    return objects(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        stream(packed + more * (size // len(block) - 1) + b"\x03\0", b"/Filter /FlateDecode"),
    )


def turning(count: bytes = b"1") -> bytes:
    """
    Return a PDF file whose pages hold themselves.
    """
    return objects(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Parent 2 0 R /Count " + count + b" >>",
    )


def armed() -> bytes:
    """
    Return a PDF file that wants to run scripts and programs when it is opened.
    """
    action = (
        b"/OpenAction << /S /JavaScript /JS (app.launchURL('http://192.0.2.1/')) /Next << /S /Launch"
        b" /F (" + ACCOUNTS.encode() + b") >> >> "
    )
    data = pdf()
    at = data.index(b"/Type /Catalog")
    return data[:at] + action + data[at:]  # and the table of objects is wrong now


def objects(*bodies: bytes) -> bytes:
    """
    Return a PDF file of numbered objects, the first of which is the catalogue.
    """
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        data + b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1) + table
        + b"trailer\n<< /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(bodies) + 1, len(data))
    )  # fmt: skip


def stream(data: bytes, facts: bytes) -> bytes:
    """
    Return a stream object.
    """
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), facts, data)
