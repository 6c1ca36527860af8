"""Entities: decoded like by the library, except for numbers that it cannot decode."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.html_entities import unescape


@given(st.lists(st.sampled_from(("&", "#", "x", "X", "0", "00", "7", "853", "a", ";", "amp", "lt", "Ậ"))).map("".join))
def test_entities_are_those_of_the_library(text: str) -> None:
    assert unescape(text) == html.unescape(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (f"a&#{'9' * 5_000};b", "a\ufffdb"),
        (f"a&#{'9' * 5_000}b", "a\ufffdb"),
        (f"&#{'0' * 5_000}65;", "A"),
        (f"&#{'0' * 5_000};", "\ufffd"),
        (f"&#x{'0' * 5_000}41;", "A"),
    ],
)
def test_a_number_may_have_any_number_of_digits(text: str, read: str) -> None:
    assert unescape(text) == read
