"""Texts on one line."""

import pytest

from bantin.domain.text.one_line import one_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" a\n\tb  c ", "a b c"),
        ("Quy\u00a0chế phối\u00adhợp", "Quy chế phốihợp"),
        ("a\x00b\x85c\u2028d", "a b c d"),
        ("a\u200bb\ufeff", "ab"),
        ("Hoa\u0300", "Hoà"),
        ("", ""),
    ],
)
def test_nothing_that_is_seen_is_lost(text: str, expected: str) -> None:
    assert one_line(text) == expected
