"""Inline Markdown: what it says is what the page says, however it was marked up."""

import re

import markdown
from hypothesis import given
from hypothesis import strategies as st

from bantin.importing.readers.pages.html.inline import Run, joined, markdown_of, plain_of

RUNS = st.lists(
    st.builds(
        Run,
        text=st.text(alphabet="aệB .(),\u200b", max_size=5),
        bold=st.booleans(),
        italic=st.booleans(),
        href=st.sampled_from(["", "", "/a?b=1&c=2", "/a (b)"]),
    ),
    max_size=6,
)


def test_spaces_stand_outside_the_signs() -> None:
    assert markdown_of(joined([Run("Theo"), Run(" Quy chế ", bold=True), Run("này")])) == "Theo **Quy chế** này"


def test_signs_that_markdown_would_not_take_are_left_out() -> None:
    assert markdown_of(joined([Run("điều"), Run("(1)", bold=True), Run("và")])) == "điều(1)và"
    assert markdown_of(joined([Run("a", bold=True), Run("b", italic=True)])) == "**a**b"


def test_characters_of_markdown_are_text() -> None:
    assert markdown_of(joined([Run("a*b_c [1] <x>", bold=True)])) == r"**a\*b\_c \[1\] \<x\>**"


def test_addresses_with_spaces_stand_in_angle_brackets() -> None:
    assert markdown_of(joined([Run("đây", href="/a b(1).pdf")])) == "[đây](</a b(1).pdf>)"


def test_plain_words_have_no_markdown() -> None:
    assert markdown_of(joined([Run("Lễ ký *")])) == ""


@given(RUNS)
def test_markdown_has_the_words_of_the_text(runs: list[Run]) -> None:
    found = joined(runs)
    html = markdown.markdown(markdown_of(found) or plain_of(found))
    assert re.sub(r"<[^>]*>|\s", "", html) == plain_of(found).replace(" ", "")
