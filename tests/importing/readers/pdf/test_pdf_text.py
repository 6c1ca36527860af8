"""The text layer of PDFs: line by line with its page, or a reason why not."""

import pytest

from bantin.importing.material import Form, NoticeKind, Paragraph, Place, PlaceKind, Refusal, Table, Unreadable
from bantin.importing.readers.pdf import pdf_text
from bantin.importing.readers.pdf.pdf_text import pages_without_text, read_pdf
from tests.content.documents.pdfs import (
    CATALOGUE,
    bomb,
    looping_pages,
    many_objects,
    page_of,
    pdf,
    protected,
    raw,
    stream,
)


def page(number: int) -> Place:
    return Place(PlaceKind.PAGE, number)


def refusal(data: bytes) -> Refusal:
    with pytest.raises(Unreadable) as error:
        read_pdf(data, "a.pdf")
    return error.value.refusal


def test_each_line_is_a_paragraph_with_its_page() -> None:
    read = read_pdf(pdf("QUY CHẾ\nĐiều 1.  Phạm vi", "Phụ lục"), "Quy chế.pdf")
    assert (read.source, read.form, read.notices) == ("Quy chế.pdf", Form.DOCUMENT, ())
    assert read.blocks == (
        Paragraph("QUY CHẾ", page(1)),
        Paragraph("Điều 1. Phạm vi", page(1)),
        Paragraph("Phụ lục", page(2)),
    )


def test_text_is_in_nfc() -> None:
    (block,) = read_pdf(pdf("Quô\u0301c hô\u0323i"), "a.pdf").blocks
    assert block == Paragraph("Quốc hội", page(1))


def test_pages_without_text_are_told_for_ocr_to_read() -> None:
    read = read_pdf(pdf("", "Điều 1.", " \n. "), "a.pdf")
    assert [(one.kind, one.place) for one in read.notices] == [(NoticeKind.NO_TEXT, page(n)) for n in (1, 3)]
    assert pages_without_text(read) == (1, 3)


def test_text_of_a_legacy_font_is_told_and_not_guessed_at() -> None:
    read = read_pdf(pdf("a", "Céng hßa x· héi chñ nghÜa ViÖt Nam"), "a.pdf")
    (notice,) = read.notices
    assert (notice.kind, notice.place) == (NoticeKind.LEGACY_FONT, page(2))
    assert notice.words in "Céng hßa x· héi chñ nghÜa ViÖt Nam"
    assert read.blocks[1] == Paragraph("Céng hßa x· héi chñ nghÜa ViÖt Nam", page(2))


def words_at(*placed: tuple[int, int, str]) -> bytes:
    """A page with words at these places, in points from the left and from the bottom."""
    shown = b"\n".join(b"BT /F 12 Tf %d %d Td (%b) Tj ET" % (left, up, text.encode()) for left, up, text in placed)
    return page_of(stream(shown)).replace(b"[0 0 9 9]", b"[0 0 595 842]")


def test_two_columns_on_one_line_are_kept_apart() -> None:
    data = words_at((72, 700, "CHU NHIEM"), (350, 700, "BO TRUONG"), (72, 600, "Nguyen An"), (350, 600, "Tran Binh"))
    (table,) = read_pdf(data, "a.pdf").blocks
    assert isinstance(table, Table)
    ((left, right),) = table.rows
    assert [one.text for one in left if isinstance(one, Paragraph)] == ["CHU NHIEM", "Nguyen An"]
    assert [one.text for one in right if isinstance(one, Paragraph)] == ["BO TRUONG", "Tran Binh"]


def test_cells_that_a_program_writes_one_after_the_other_stay_so() -> None:
    data = words_at((72, 700, "CHU NHIEM"), (72, 600, "Nguyen An"), (350, 700, "BO TRUONG"), (350, 600, "Tran Binh"))
    texts = [one.text for one in read_pdf(data, "a.pdf").blocks if isinstance(one, Paragraph)]
    assert texts == ["CHU NHIEM", "Nguyen An", "BO TRUONG", "Tran Binh"]


def test_a_pdf_that_anybody_can_open_is_read() -> None:
    assert read_pdf(protected(pdf("Điều 1."), ""), "a.pdf").blocks == (Paragraph("Điều 1.", page(1)),)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (protected(pdf("a"), "x"), Refusal.ENCRYPTED),
        (many_objects(10_000), Refusal.TOO_LARGE),
        (bomb(), Refusal.TOO_COSTLY),
        (looping_pages(), Refusal.DAMAGED),
        (pdf("a")[:400], Refusal.DAMAGED),
        (raw(CATALOGUE, b"<< /Type /Pages /Count 0 /Kids [] >>"), Refusal.DAMAGED),
        (b"", Refusal.DAMAGED),
    ],
    ids=["protected", "10,000 pages", "bomb", "loop", "cut", "no pages", "empty"],
)
def test_what_cannot_be_read_is_refused_with_the_reason(data: bytes, reason: Refusal) -> None:
    assert refusal(data) is reason


def test_as_many_pages_as_allowed_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_text, "MOST_PAGES", 2)
    assert len(read_pdf(pdf("a", "b"), "a.pdf").blocks) == 2
    assert refusal(pdf("a", "b", "c")) is Refusal.TOO_LARGE
