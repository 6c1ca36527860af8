"""The formats in which Word shows a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.provisions.numbers import roman_value
from bantin.importing.readers.word.number_formats import numeral


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("decimal", "1 4 27"),
        ("decimalZero", "01 04 27"),
        ("lowerLetter", "a d aa"),
        ("upperLetter", "A D AA"),
        ("lowerRoman", "i iv xxvii"),
        ("upperRoman", "I IV XXVII"),
        ("numberInDash", "- 1 - - 4 - - 27 -"),
        ("vietnameseCounting", "một bốn hai mươi bảy"),
        ("0001, 0002, 0003, ...", "0001 0004 0027"),
        ("none", "  "),
    ],
)
def test_numbers_are_shown_as_in_word(form: str, shown: str) -> None:
    assert " ".join(str(numeral(count, form)) for count in (1, 4, 27)) == shown


@pytest.mark.parametrize(
    ("form", "count"),
    [("lowerLetter", 0), ("lowerRoman", 0), ("lowerRoman", 4_000), ("upperLetter", 10_000), ("decimal", -1)],
)
def test_a_number_that_a_format_does_not_have_is_left_open(form: str, count: int) -> None:
    assert numeral(count, form) is None


@pytest.mark.parametrize("form", ["", "ordinal", "cardinalText", "bahtText", "a, b, c", "0" * 40 + "1, "])
def test_a_format_that_is_not_known_is_left_open(form: str) -> None:
    assert numeral(1, form) is None


@given(st.integers(1, 39))
def test_roman_numerals_are_those_that_provisions_are_read_with(count: int) -> None:
    assert roman_value(numeral(count, "lowerRoman") or "") == count


@given(st.integers(1, 700), st.integers(1, 700))
def test_letters_are_different_for_different_numbers(one: int, other: int) -> None:
    assert (numeral(one, "lowerLetter") == numeral(other, "lowerLetter")) == (one == other)
