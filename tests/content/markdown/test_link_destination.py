"""The contents of the round brackets of a link are parsed as in CommonMark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.markdown.link_destination import read_destination
from tests.content.strategies import bounded


@pytest.mark.parametrize(
    ("text", "address", "title"),
    [
        ("(a.md)", "a.md", None),
        ("()", "", None),
        ("( a.md )", "a.md", None),
        ("(\na.md\n't')", "a.md", "t"),
        ("(<a b.md>)", "a b.md", None),
        ("(<>)", "", None),
        ('(a "t")', "a", "t"),
        ("(a (t))", "a", "t"),
        ("(a(b(c)).md)", "a(b(c)).md", None),
        ("(a\\).md)", "a\\).md", None),
        ("(a 't\\'u')", "a", "t\\'u"),
        ("(a)b)", "a", None),
    ],
)
def test_an_address_and_a_title_are_read(text: str, address: str, title: str | None) -> None:
    found = read_destination(text, 0)
    assert found is not None
    assert (found.address, found.title) == (address, title)
    assert text[found.begin : found.end] == address
    assert text[found.behind - 1] == ")"


@pytest.mark.parametrize(
    "text",
    ["(a b)", "(a", "(a(b)", "(<a", "(<a>b)", "(a 't)", "(a't' u)", "(\n\na)", "a)", "(a “t”)", "(" * 40 + ")" * 40],
)
def test_what_is_none_is_not_read(text: str) -> None:
    assert read_destination(text, 0) is None


def test_nothing_behind_the_end_is_read() -> None:
    assert read_destination("(a)", 0, 2) is None


@bounded
@given(st.text(st.sampled_from("()<>\\'\"ab \n"), max_size=30))
def test_what_is_read_lies_in_order(text: str) -> None:
    found = read_destination(f"({text}", 0)
    if found:
        assert 0 < found.begin <= found.end < found.behind <= len(text) + 1
