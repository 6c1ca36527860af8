"""PARSE: what to write instead of what cannot be read, and that it can be read."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.yaml.suggested_fixes import as_value, guesses, is_not_quite_key, line_with_open_quote, quoted
from tests.content.strategies import YAML, bounded, soup, without_controls

lines = (soup(*YAML, "'", '"', "“", ": ", " #", "M'gar", "\\") | st.text()).map(
    lambda text: without_controls(text).replace("\n", " ").replace("\t", " ").strip()
)


@bounded
@given(lines)
def test_a_text_in_quotes_is_read_as_it_is(text: str) -> None:
    assert yaml.load(f"a: {quoted(text)}\n", yaml.BaseLoader) == {"a": text}
    assert yaml.load(f"a: [b, {quoted(text)}]\n", yaml.BaseLoader) == {"a": ["b", text]}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Bộ", "Bộ"),
        ("Bộ: A", "'Bộ: A'"),
        ("Bộ:", "'Bộ:'"),
        ("A #1", "'A #1'"),
        ("@a", "'@a'"),
        ("[a]", "[a]"),
        ("", ""),
    ],
)
def test_a_value_stands_in_quotes_where_it_must(text: str, value: str) -> None:
    assert as_value(text) == value


@pytest.mark.parametrize("line", ["title:Bộ", "title：Bộ", "title = Bộ", "  tiêu đề:Bộ", "title – Bộ", "title Bộ"])
def test_a_key_without_a_colon_and_a_space_is_none(line: str) -> None:
    assert is_not_quite_key(line)


@pytest.mark.parametrize("line", ["title: Bộ", "title:", "Hà Nội:Bộ", "https://bo.example/", "", "Bộ = 1"])
def test_other_lines_are_keys_or_no_keys(line: str) -> None:
    assert not is_not_quite_key(line)


@bounded
@given(st.lists(lines, min_size=1, max_size=4))
def test_guesses_are_made_of_any_lines_and_few(texts: list[str]) -> None:
    for number in range(len(texts)):
        made = list(guesses(texts, number))
        assert len(made) < 20
        for guess in made:
            typed = guess.typed(texts)
            assert [line for at, line in enumerate(typed) if at != number] == [
                line for at, line in enumerate(texts) if at != number
            ]


@pytest.mark.parametrize(
    ("text", "number"), [('a: b\nc: "d\ne: f', 1), ("a: 'b'\nc: d", None), ("- 'a\n- b", 0), ("a: b's", None)]
)
def test_the_line_is_found_on_which_a_quote_opens_and_does_not_close(text: str, number: int | None) -> None:
    assert line_with_open_quote(text.split("\n")) == number
