"""What was read on scanned pages stands in the material and in the sidecar, in the order of the pages."""

import hashlib

from bantin.content.documents.sidecar import read_sidecar, write_sidecar
from bantin.importing.material import Form, Material, Notice, NoticeKind, Paragraph, Place, PlaceKind, Refusal, Table
from bantin.importing.readers.pdf.ocr import PageText
from bantin.importing.readers.pdf.scanned import sidecar_of, with_scanned


def page(number: int) -> Place:
    return Place(PlaceKind.PAGE, number)


def no_text(number: int) -> Notice:
    return Notice(NoticeKind.NO_TEXT, "", page(number))


TYPED = Material("a.pdf", Form.DOCUMENT, (Paragraph("hai", page(2)),), notices=(no_text(1), no_text(3)))
READ = (PageText(1, ("một", "A\tB"), 91), PageText(3))


def test_scanned_pages_stand_where_they_belong_and_say_how_sure_the_machine_was() -> None:
    made = with_scanned(TYPED, READ)
    first, columns, last = made.blocks
    assert (first, last) == (Paragraph("một", page(1)), Paragraph("hai", page(2)))
    assert isinstance(columns, Table)
    assert made.notices == (Notice(NoticeKind.READ_BY_MACHINE, "91%", page(1)), no_text(3))


def test_a_page_that_could_not_be_read_says_why() -> None:
    made = with_scanned(TYPED, (PageText(3, refusal=Refusal.TOO_COSTLY),))
    assert made.notices == (no_text(1), Notice(NoticeKind.UNREADABLE, "too-costly", page(3)))


def test_what_was_not_read_stays_as_it_was() -> None:
    assert with_scanned(TYPED, ()) == TYPED


def test_the_sidecar_names_the_pdf_and_has_the_pages_with_words() -> None:
    made = sidecar_of(b"PDF", "tesseract 5.3.0", READ)
    assert (made.sha256, made.language) == (hashlib.sha256(b"PDF").hexdigest(), "vie")
    assert [(one.number, one.lines, one.confidence) for one in made.pages] == [(1, ("một", "A\tB"), 91)]
    assert read_sidecar(write_sidecar(made), "a.pdf.txt").value == made
