"""Numbers in words and digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.written_numbers import number_of
from tests.domain.text.strategies import bounded


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("012", 12),
        ("12.", 12),
        ("05 (năm)", 5),
        ("mười hai", 12),
        ("Mười", 10),
        ("hai mươi mốt", 21),
        ("hai mươi lăm", 25),
        ("một trăm linh năm", 105),
        ("ba trăm hai mươi", 320),
        ("XII", 12),
        ("iv", 4),
        ("không", 0),
    ],
)
def test_a_number_is_read(text: str, number: int) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(
    "text", ["", "x y", "mười hai mười", "hai ba", "trăm", "mươi", "12a", "1.5", "-3", "IIII", "Điều 12"]
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert number_of(text) is None


@bounded
@given(st.text(max_size=40))
def test_any_text_is_a_number_or_none(text: str) -> None:
    found = number_of(text)
    assert found is None or 0 <= found < 1_000_000
