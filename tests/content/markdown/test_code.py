"""Code and comments are hidden, and nothing moves."""

import pytest
from hypothesis import given

from bantin.content.markdown.code import hide_code
from tests.content.strategies import HTML, MARKDOWN, bounded, soup


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a `b` c", "a xxx c"),
        ("a ``b`c`` d", "a xxxxxxx d"),
        ("a `b", "a `b"),
        ("a `b\n\nc` d", "a `b\n\nc` d"),
        ("a \\`b` c", "a xxb` c"),
        ("a \\\\`b` c", "a xxxxx c"),
        ("a `b\\` c", "a xxxx c"),
        ("a \\[b\\] \\đ", "a xxbxx \\đ"),
        ("a\n```\nb\n```\nc", "a\n   \n \n   \nc"),
        ("a\n~~~~ x\nb\n~~~\nc\n~~~~\nd", "a\n      \n \n   \n \n    \nd"),
        ("a\n```\nb", "a\n```\nb"),
        ("- a\n\n  ```\n  b\n  ```\n- c", "- a\n\n     \n   \n     \n- c"),
        ("a\n\n    b\n\nc", "a\n\n     \n\nc"),
        ("a\n    b", "a\n    b"),
        ("- a\n\n    b", "- a\n\n    b"),
        ("[^1]: a\n\n    b", "[^1]: a\n\n    b"),
        ("a <!-- b\nc --> d", "a       \n      d"),
        ("", ""),
    ],
)
def test_code_and_comments_are_hidden(text: str, shown: str) -> None:
    assert hide_code(text) == shown


@bounded
@given(soup(*MARKDOWN, *HTML, "\n```\n", "\n~~~\n", "`", "``", "\n\n    ", "\t", "\\"))
def test_everything_else_stays_where_it_is(text: str) -> None:
    # Files are read with line feeds alone.
    text = text.replace("\r", "\n")
    shown = hide_code(text)
    assert len(shown) == len(text)
    assert [at for at, letter in enumerate(shown) if letter == "\n"] == [
        at for at, letter in enumerate(text) if letter == "\n"
    ]
