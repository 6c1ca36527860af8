"""The process in which PDFs are read: what it tells of them, and what it may not do."""

import io
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from pypdf import PdfReader, PdfWriter

from bantin.content.documents.messages import (
    Examination,
    ExaminationRequest,
    Outcome,
    SignatureCheck,
    Traces,
)
from bantin.content.documents.sandbox import examine
from bantin.domain.model import Trust
from bantin.runtime.confined.messages import receive, send
from tests.content.documents.authorities import A, authority, signed, signer
from tests.content.documents.offices import docx
from tests.content.documents.pdfs import bomb, looping_pages, pdf, protected

WORDS = ("Quy chế phối hợp", "Phụ lục")
PLAIN = pdf(*WORDS)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (PLAIN, Examination(Outcome.READ, 2, words=WORDS)),
        (pdf("a", "MẬT"), Examination(Outcome.READ, 2, "MẬT", 2)),
        (protected(PLAIN, "x"), Examination(Outcome.ENCRYPTED)),
        (looping_pages(), Examination(Outcome.DAMAGED)),
        (bomb(), Examination(Outcome.COSTLY)),
        (b"%PDF-", Examination(Outcome.DAMAGED)),
    ],
    ids=["sound", "stamped", "protected", "loop", "bomb", "empty"],
)
def test_every_pdf_has_an_outcome(data: bytes, expected: Examination) -> None:
    assert examine(data, ()) == expected


def test_signatures_are_checked() -> None:
    found = examine(signed(PLAIN, signer()), (authority(A).der,))
    assert (found.outcome, found.pages, found.signed) == (Outcome.READ, 2, SignatureCheck.CHECKED)
    assert [(one.signer, one.trust) for one in found.signatures] == [("Nguyễn Văn A", Trust.TRUSTED)]


def test_signatures_that_cannot_be_read_are_reported() -> None:
    found = examine(signed(PLAIN, signer()).replace(b"/ETSI.CAdES.detached", b"/EXTRA.CAdES.detached"), ())
    assert (found.outcome, found.signatures, found.signed) == (Outcome.READ, (), SignatureCheck.UNREADABLE)


def test_signatures_are_reported_where_nothing_checks_them(tmp_path: Path) -> None:
    data = tmp_path / "a.pdf"
    data.write_bytes(signed(PLAIN, signer()))
    program = f"""
import sys
sys.modules |= dict.fromkeys(("pyhanko", "pyhanko_certvalidator", "asn1crypto", "cryptography"))
from bantin.content.documents.sandbox import examine
print(examine(open({str(data)!r}, "rb").read(), ()))
print(examine({PLAIN!r}, ()))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    expected = Examination(Outcome.READ, 2, words=WORDS)
    assert done.stdout.splitlines() == [str(replace(expected, signed=SignatureCheck.NO_MEANS)), str(expected)]


def test_the_process_answers_until_nothing_more_is_asked() -> None:
    program = (sys.executable, "-m", "bantin.content.documents.sandbox")
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        send(process.stdin, msgspec.msgpack.encode(ExaminationRequest(60, 1 << 30, ())))
        for pages in (3, 1):
            send(process.stdin, pdf(*["x"] * pages))
            assert msgspec.msgpack.decode(receive(process.stdout), type=Examination).pages == pages
        process.stdin.close()
        assert process.wait(30) == 0


def _with_file(name: str, content: bytes) -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(PLAIN)))
    writer.add_attachment(name, content)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_files_that_lie_in_a_pdf_are_looked_into() -> None:
    found = examine(_with_file("a.docx", docx("a", "TỐI MẬT")), ())
    assert (found.outcome, found.level, found.part) == (Outcome.READ, "TỐI MẬT", "a.docx/word/document.xml")
    assert examine(_with_file("a.bin", b"MZ\0"), ()).traces == Traces(unread=("a.bin",))
    assert examine(_with_file("a.xml", b"<a>b</a>"), ()) == Examination(Outcome.READ, 2, words=WORDS)
