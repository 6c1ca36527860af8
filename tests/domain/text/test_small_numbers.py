"""Small numbers in Vietnamese words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.small_numbers import NUMBER_WORDS, count_of, in_words
from tests.domain.text.strategies import bounded


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "một"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (55, "năm mươi lăm"),
        (99, "chín mươi chín"),
        (100, "100"),
        (0, "0"),
    ],
)
def test_a_number_in_words(number: int, words: str) -> None:
    assert in_words(number) == words


@bounded
@given(st.integers(0, 9999))
def test_a_number_is_read_as_it_is_written(number: int) -> None:
    assert count_of(in_words(number)) == number
    assert count_of(in_words(number).upper()) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("hai  mươi\ntư", 24), ("Bẩy", 7), ("012", 12), ("mươi", None), ("hai ba", None), ("", None), ("Điều", None)],
)
def test_other_spellings_and_what_is_no_number(text: str, number: int | None) -> None:
    assert count_of(text) == number


@given(st.integers(1, 99))
def test_every_word_of_a_number_is_known(number: int) -> None:
    assert set(in_words(number).split()) <= set(NUMBER_WORDS.split("|"))
