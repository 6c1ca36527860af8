"""Text in fonts of TCVN3 and VNI is decoded, told by the font alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.importing.material import NoticeKind
from bantin.importing.readers.word.fonts import decode, is_legacy
from bantin.importing.readers.word.reading import read_word
from tests.domain.text.garblers import in_tcvn3, in_vni
from tests.importing.readers.word.files import add, add_style, add_theme, document, in_font, p, r, saved, styled
from tests.importing.readers.word.read_back import paragraphs, read, texts, told


def test_text_in_a_font_of_tcvn3_is_decoded_and_told_once() -> None:
    material = read(p("Số 1"), p(r(in_tcvn3("Hội nghị ký kết"), in_font(".VnTime"))), p(r("x", in_font(".VnTime"))))
    assert [one.text for one in paragraphs(material)] == ["Số 1", "Hội nghị ký kết", "x"]
    assert told(material) == [(NoticeKind.LEGACY_FONT, ".VnTime", 2)]


def test_a_font_of_tcvn3_that_ends_in_h_shows_capitals() -> None:
    assert texts(p(r(in_tcvn3("ủy ban nhân dân ") + "LAI", in_font(".VnTimeH")))) == ["ỦY BAN NHÂN DÂN LAI"]


def test_text_in_a_font_of_vni_is_decoded_also_where_a_letter_is_cut_from_its_mark() -> None:
    encoded = in_vni("Thỏa thuận ĐIỆN BIÊN")
    runs = (r(char, in_font("VNI-Times")) for char in encoded)
    assert texts(p(*runs)) == ["Thỏa thuận ĐIỆN BIÊN"]


def test_fonts_are_told_run_by_run() -> None:
    runs = (
        r("Ký tại ", in_font("Arial")),
        r(in_tcvn3("Điện Biên"), in_font(".VnArial")),
        r(" và Hà Nội", in_font("Arial")),
    )
    assert texts(p(*runs)) == ["Ký tại Điện Biên và Hà Nội"]


def test_text_in_another_font_is_never_decoded() -> None:
    words = in_tcvn3("Hội nghị ký kết")
    assert texts(p(r(words, in_font("Times New Roman")))) == [words]


def test_unicode_in_a_legacy_font_stays_as_it_is() -> None:
    assert texts(p(r("Văn phòng và Bộ", in_font(".VnTime")), r(" à", in_font(".VnTime")))) == ["Văn phòng và Bộ à"]


def test_the_letter_at_the_place_of_the_soft_hyphen_is_kept() -> None:
    run = f"<w:r><w:rPr>{in_font('.VnTime')}</w:rPr><w:t>Th</w:t><w:softHyphen/><w:t>\u00ac</w:t></w:r>"
    assert texts(p(run)) == ["Thươ"]


def test_a_font_may_come_from_styles_from_the_theme_or_from_the_defaults() -> None:
    made = document()
    add_theme(made, "Arial", ".VnTime")
    add_style(made, "Co", f"<w:rPr>{in_font('.VnTimeH')}</w:rPr>")
    add_style(made, "Khac", f"<w:rPr>{in_font('Arial')}</w:rPr>", "character")
    encoded = in_tcvn3("tỉnh")
    add(made, p(r(encoded, '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')))
    add(made, p(encoded, properties=styled("Co")))
    add(made, p(r(encoded, '<w:rStyle w:val="Khac"/>'), properties=styled("Co")))
    assert [one.text for one in paragraphs(read_word(saved(made), "a.docx"))] == ["tỉnh", "TỈNH", encoded]


@given(st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậỳỷỹýỵ ỔỊ", max_size=30))
def test_what_was_typed_in_a_legacy_font_is_what_it_shows(text: str) -> None:
    assert decode(in_vni(text), "VNI-Times") == text
    assert decode(in_tcvn3(text), ".VnTime") == text.replace("Ổ", "ổ").replace("Ị", "ị")
    assert decode(in_tcvn3(text), ".VnArial NarrowH") == text.upper()


@pytest.mark.parametrize("font", ["Times New Roman", "Vn", "VNTimes", "My.VnTime", "UTM VNI-", ""])
def test_no_other_font_is_a_legacy_one(font: str) -> None:
    assert not is_legacy(font)
