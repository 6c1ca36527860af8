"""Numbers for readers: points between thousands in Vietnamese, commas in English; sizes in units of a thousand."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.problems import Language
from bantin.domain.text.number_format import format_integer, format_size
from tests.domain.text.strategies import bounded


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


@pytest.mark.parametrize(
    ("size", "vi", "en"),
    [
        (0, "0 byte", "0 bytes"),
        (1, "1 byte", "1 byte"),
        (999, "999 byte", "999 bytes"),
        (1000, "1 kB", "1 kB"),
        (1234, "1,2 kB", "1.2 kB"),
        (9_949, "9,9 kB", "9.9 kB"),
        (9_950, "10 kB", "10 kB"),
        (123_456, "123 kB", "123 kB"),
        (999_499, "999 kB", "999 kB"),
        (999_999, "1 MB", "1 MB"),
        (1_234_567, "1,2 MB", "1.2 MB"),
        (12_345_678, "12 MB", "12 MB"),
        (5_000_000_000, "5 GB", "5 GB"),
        (10**16, "10000 TB", "10000 TB"),
    ],
)
def test_a_size_is_shown_in_the_largest_unit_that_it_fills(size: int, vi: str, en: str) -> None:
    assert (format_size(size, "vi"), format_size(size, "en")) == (vi, en)


@bounded
@given(st.integers(0, 10**15 - 10**12))
def test_a_size_is_right_to_a_twentieth(size: int) -> None:
    figures, unit = format_size(size, "en").split()
    factor = 1000 ** ("bytes", "kB", "MB", "GB", "TB").index(unit.replace("byte", "bytes").replace("ss", "s"))
    assert abs(float(figures) * factor - size) <= size / 19
    assert float(figures) < 1000
