"""Word files: what a reader of the file sees comes in, and what it does not is told."""

import pytest

from bantin.importing.material import Form, Place, PlaceKind, Refusal, Unreadable
from bantin.importing.readers.word.reading import read_word
from tests.importing.readers.word.files import document, p, saved
from tests.importing.readers.word.read_back import paragraphs, read, texts


def test_paragraphs_come_in_in_their_order_with_their_places() -> None:
    material = read(p("Quy chế"), p(""), p("Hai bên thống nhất:"))
    assert (material.source, material.form, material.notices) == ("a.docx", Form.DOCUMENT, ())
    assert [(one.text, one.place) for one in paragraphs(material)] == [
        ("Quy chế", Place(PlaceKind.PARAGRAPH, 1)),
        ("Hai bên thống nhất:", Place(PlaceKind.PARAGRAPH, 3)),
    ]


def test_text_is_in_nfc_and_keeps_the_place_of_its_tones() -> None:
    assert texts(p("hoà bi\u0300nh, HO\u0300A")) == ["hoà bình, HÒA"]


def test_headers_and_footers_are_left_out() -> None:
    made = document(p("a"))
    made.sections[0].header.paragraphs[0].text = "DỰ THẢO"
    made.sections[0].footer.paragraphs[0].text = "Trang 1"
    assert [one.text for one in paragraphs(read_word(saved(made), "a.docx"))] == ["a"]


def test_a_document_without_words_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        read(p(""))
    assert refused.value.refusal is Refusal.EMPTY
