"""Columns by their letters."""

from hypothesis import given
from hypothesis import strategies as st

from bantin.importing.material import cell_place, column_letters
from bantin.importing.readers.sheets.sheet_marks import column_number


def test_columns_have_the_letters_that_spreadsheets_show() -> None:
    assert [column_letters(number) for number in (1, 26, 27, 52, 702, 703)] == ["A", "Z", "AA", "AZ", "ZZ", "AAA"]
    assert cell_place("", 7, 2).name == "B7"
    assert cell_place("Năm 2020", 7, 28).name == "Năm 2020!AB7"


@given(st.integers(1, 16_384))
def test_letters_and_numbers_of_columns_are_inverse(number: int) -> None:
    assert column_number(column_letters(number)) == number
