"""PDFs for tests: valid ones with Vietnamese text, and hostile ones."""

import io
import zlib
from collections.abc import Sequence
from functools import cache

from pypdf import PdfReader, PdfWriter

CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"


def raw(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), entries, data)


def pdf(*pages: str, notes: Sequence[str] = ()) -> bytes:
    """A PDF whose pages contain these lines; ``notes`` are annotations on the last page, like stamps."""
    kids = b" ".join(b"%d 0 R" % (5 + 2 * number) for number in range(len(pages)))
    objects = [CATALOGUE, b"<< /Type /Pages /Count %d /Kids [%b] >>" % (len(pages), kids), _FONT, _unicode()]
    first_note = 5 + 2 * len(pages)
    for number, text in enumerate(pages):
        last = number == len(pages) - 1
        annotations = b" ".join(b"%d 0 R" % (first_note + 2 * note) for note in range(len(notes))) if last else b""
        resources = b"/Resources << /Font << /F 3 0 R >> >>"
        contents = b"/Contents %d 0 R /Annots [%b]" % (6 + 2 * number, annotations)
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] %b %b >>" % (resources, contents))
        objects.append(stream(zlib.compress(_shown(text)), b"/Filter /FlateDecode"))
    for number, text in enumerate(notes):
        appearance = b"/AP << /N %d 0 R >>" % (first_note + 2 * number + 1)
        objects.append(b"<< /Type /Annot /Subtype /Stamp /Rect [9 9 99 99] %b >>" % appearance)
        form = b"/Type /XObject /Subtype /Form /BBox [0 0 90 90] /Resources << /Font << /F 3 0 R >> >>"
        objects.append(stream(_shown(text), form))
    return raw(*objects)


def protected(data: bytes, password: str, algorithm: str = "RC4-128") -> bytes:
    """``data`` encrypted with ``password``; if that is empty, only permissions are restricted."""
    writer = PdfWriter(PdfReader(io.BytesIO(data)))
    writer.encrypt(password, owner_password="chủ", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


# A font without glyphs, whose codes are those of Unicode.
_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /Chu /Encoding /Identity-H /ToUnicode 4 0 R /DescendantFonts "
    b"[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Chu /DW 500 "
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>"
)


def _unicode() -> bytes:
    blocks = b"\n".join(b"<%02X00> <%02XFF> <%02X00>" % (block, block, block) for block in (0x00, 0x01, 0x03, 0x1E))
    return stream(
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        b"4 beginbfrange\n%b\nendbfrange endcmap end end" % blocks
    )


def _shown(text: str) -> bytes:
    lines = b" T*\n".join(b"<%b> Tj" % line.encode("utf-16-be").hex().encode() for line in text.split("\n"))
    return b"BT /F 12 Tf 14 TL 72 770 Td\n%b\nET" % lines


def page_of(content: bytes, *more: bytes) -> bytes:
    """A PDF with one page, whose content is the object ``content``."""
    font = b"/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R %b >>" % font
    return raw(CATALOGUE, b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>", page, content, *more)


@cache
def bomb() -> bytes:
    """A page of a few kilobytes that decompresses to two hundred megabytes, in two steps."""
    packer = zlib.compressobj(1)
    once = b"".join([*(packer.compress(bytes(1 << 20)) for _ in range(200)), packer.flush()])
    return page_of(stream(zlib.compress(once, 1), b"/Filter [/FlateDecode /FlateDecode]"))


def endless() -> bytes:
    """A page of a few kilobytes with very many characters to show, though few enough to fit in memory."""
    return page_of(stream(zlib.compress(b"BT /F 9 Tf (x) Tj ET\n" * 3_000_000, 1), b"/Filter /FlateDecode"))


def doubling(depth: int) -> bytes:
    """A tree of pages in which each node contains the next one twice: two to the power of ``depth`` pages."""
    branches = [b"<< /Type /Pages /Count 2 /Kids [%d 0 R %d 0 R] >>" % (n + 3, n + 3) for n in range(depth)]
    return raw(CATALOGUE, *branches, b"<< /Type /Page /MediaBox [0 0 9 9] >>")


def looping_pages() -> bytes:
    """A tree of pages that contains itself."""
    return raw(CATALOGUE, b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>")


def deep_pages(depth: int) -> bytes:
    """A tree of pages ``depth`` deep, with a single page."""
    trunk = [b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % (number + 3) for number in range(depth)]
    return raw(CATALOGUE, *trunk, b"<< /Type /Page /MediaBox [0 0 9 9] >>")


def many_objects(count: int) -> bytes:
    """A PDF of ``count`` objects, all of them in the list of pages."""
    kids = b" ".join(b"%d 0 R" % number for number in range(3, count + 3))
    page = b"<< /Type /Page /MediaBox [0 0 9 9] >>"
    return raw(CATALOGUE, b"<< /Type /Pages /Count %d /Kids [%b] >>" % (count, kids), *[page] * count)


def looping_tables() -> bytes:
    """A cross-reference table that names itself as the previous one."""
    data = raw(CATALOGUE, b"<< /Type /Pages /Count 0 /Kids [] >>")
    start = data.rindex(b"startxref\n") + len(b"startxref\n")
    offset = data[start:].split(b"\n")[0]
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev " + offset)


def looping_length() -> bytes:
    """A stream whose length is given by the stream itself."""
    return page_of(b"<< /Length 4 0 R >>\nstream\nBT ET\nendstream")


def nested_arrays(depth: int) -> bytes:
    return raw(b"<< /Type /Catalog /Pages 2 0 R /X " + b"[" * depth + b"]" * depth + b" >>", b"null")
