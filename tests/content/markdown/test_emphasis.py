"""Emphasis: the rules of CommonMark, and the one that Vietnamese writers need besides; nothing is ever lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bantin.content.markdown.emphasis import find_emphasis
from tests.content.markdown.allowed import Page
from tests.content.markdown.test_inline import html_of, seen
from tests.content.strategies import bounded

THEIRS = MarkdownIt("commonmark")


def shown(text: str) -> str:
    """``text`` with ``<…>`` around what is slanted and ``{…}`` around what is bold."""
    marks: dict[int, str] = {}
    for one in find_emphasis(text):
        opening, closing = ("{", "}") if one.tag == "strong" else ("<", ">")
        marks |= {one.begin: opening, one.last: closing}
        marks |= dict.fromkeys((*range(one.begin + 1, one.first), *range(one.last + 1, one.end)), "")
    return "".join(marks.get(at, letter) for at, letter in enumerate(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a* **b** _c_ __d__", "<a> {b} <c> {d}"),
        ("***a***", "<{a}>"),
        ("*a **b** c*", "<a {b} c>"),
        ("**a *b* c**", "{a <b> c}"),
        ("*a **b***", "<a {b}>"),
        ("**a*", "*<a>"),
        ("*a**", "<a>*"),
        ("*a **b*", "*a *<b>"),
        ("a * b * c", "a * b * c"),
        ("a_b_c", "a_b_c"),
        ("*a_b*_", "<a_b>_"),
        ("2*3*4", "2<3>4"),
        ("*(a)*", "<(a)>"),
        ("*(*a*)*", "<(<a>)>"),
        ("**Điều 1.**Phạm vi", "{Điều 1.}Phạm vi"),
        ("Bộ**“A”**và", "Bộ{“A”}và"),
        ("**(1)**Một **(2)**Hai", "{(1)}Một {(2)}Hai"),
    ],
)
def test_words_are_slanted_and_bold(text: str, expected: str) -> None:
    assert shown(text) == expected


@bounded
@given(st.text(st.sampled_from("**__ab .\n"), max_size=24))
def test_between_words_it_is_that_of_commonmark(text: str) -> None:
    # Full stops and spaces only after letters: where a sign touches a letter is where we differ.
    words = f"x {text.replace('.', 'a ').strip()} y".replace("\n", " ")
    assert seen(html_of(words)) == seen(THEIRS.render(words))


@bounded
@given(st.text(st.sampled_from("**__ab .,“”()~đ"), max_size=40))
def test_nothing_is_lost(text: str) -> None:
    words = f"x {text} y"
    left = str.maketrans("", "", "*_~ \n")
    assert Page(html_of(words)).text.translate(left) == words.translate(left)


@bounded
@given(st.text(st.sampled_from("**__ab .,“”()đ"), max_size=40))
def test_what_is_emphasised_stands_in_one_another_or_apart(text: str) -> None:
    found = find_emphasis(text)
    for one in found:
        assert one.begin < one.first < one.last < one.end
        assert text[one.begin : one.first] == text[one.last : one.end]
        for other in found:
            apart = one.end <= other.begin or other.end <= one.begin
            assert one is other or apart or (one.first <= other.begin) != (other.first <= one.begin)
