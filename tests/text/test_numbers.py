"""Numbers for readers: points between thousands in Vietnamese, commas in English."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import Language
from generator.text.numbers import format_integer
from tests.text.strategies import bounded


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [
        (0, "0", "0"),
        (5, "5", "5"),
        (103, "103", "103"),
        (1000, "1.000", "1,000"),
        (5851, "5.851", "5,851"),
        (264994, "264.994", "264,994"),
        (1234567, "1.234.567", "1,234,567"),
        (-5851, "-5.851", "-5,851"),
    ],
)
def test_thousands_are_separated_as_the_language_does(number: int, vi: str, en: str) -> None:
    assert (format_integer(number, "vi"), format_integer(number, "en")) == (vi, en)


@bounded
@given(st.integers(), st.sampled_from([("vi", "."), ("en", ",")]))
def test_the_figures_are_the_number_in_groups_of_three(number: int, custom: tuple[Language, str]) -> None:
    language, separator = custom
    figures = format_integer(number, language)
    assert int(figures.replace(separator, "")) == number
    assert re.fullmatch(rf"-?\d{{1,3}}({re.escape(separator)}\d{{3}})*", figures)
