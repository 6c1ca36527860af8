"""Hints: what is rare in a text is found as if the whole of it had been searched."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.fast_search import matches
from tests.domain.text.strategies import bounded

HINTS = (re.compile("b[cC]"), re.compile("B(?<=([aA])B)"))
PATTERN = re.compile("b(?i:c+)|[aA]Bd")


@bounded
@given(st.text(st.sampled_from("aAbBcCd")))
def test_every_place_is_found_in_order(text: str) -> None:
    found = [match.span() for match in matches(HINTS, lambda: PATTERN, text)]
    assert found == [match.span() for match in PATTERN.finditer(text)]


def test_a_pattern_is_not_made_until_a_hint_fits() -> None:
    def never() -> re.Pattern[str]:
        raise AssertionError

    assert list(matches(HINTS, never, "a b c")) == []
