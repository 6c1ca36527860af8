"""Folding: đ becomes d, marks and case are removed, nothing else changes."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.folding import fold, strip_marks
from tests.domain.text.strategies import LETTERS, bounded, phrases


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Bộ Công an", "Bo Cong an"),
        ("Văn phòng Quốc hội", "Van phong Quoc hoi"),
        ("Đặng Thị Đào", "Dang Thi Dao"),
        ("Ủy ban, Uỷ ban", "Uy ban, Uy ban"),
        ("hoà bình, hòa bình", "hoa binh, hoa binh"),
        ("ĐIỆN BIÊN", "DIEN BIEN"),
        ("01/QCPH-BCA-VPQH", "01/QCPH-BCA-VPQH"),
        ("Ðồng Nai", "Dong Nai"),
        ("Ɖồng Nai", "Dong Nai"),
        ("Łódź, Wrocław", "Lodz, Wroclaw"),
        ("Iğdır", "Igdir"),
        ("", ""),
    ],
)
def test_marks_are_stripped_and_case_is_kept(text: str, plain: str) -> None:
    assert strip_marks(text) == plain


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Bộ Công an", "bo cong an"),
        ("ĐẮK LẮK", "dak lak"),
        ("Ðƒ", "dƒ"),
        ("ðɖđ", "ddd"),
        ("İstanbul", "istanbul"),
        ("Straße", "strasse"),
    ],
)
def test_what_is_folded_has_neither_marks_nor_case(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("letter", LETTERS)
def test_every_vietnamese_letter_folds_to_one_ascii_letter(letter: str) -> None:
    folded = fold(letter)
    assert folded.isascii()
    assert folded.isalpha()
    assert len(folded) == 1


@bounded
@given(st.text())
def test_no_combining_mark_is_left(text: str) -> None:
    assert not any(unicodedata.combining(char) for char in strip_marks(text))
    assert not any(unicodedata.combining(char) for char in fold(text))


@bounded
@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert strip_marks(strip_marks(text)) == strip_marks(text)
    assert fold(fold(text)) == fold(text)


@bounded
@given(st.text())
def test_folding_sees_no_difference_between_composed_and_decomposed(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@bounded
@given(phrases)
def test_a_phrase_folds_alike_in_either_case(phrase: str) -> None:
    assert fold(phrase) == fold(phrase.upper()) == fold(phrase.lower())


@bounded
@given(st.text(st.characters(max_codepoint=127)))
def test_plain_text_has_nothing_to_strip(text: str) -> None:
    assert strip_marks(text) == text
