"""Texts that say something, and those that do not."""

import pytest

from bantin.content.schema.invalid import Invalid
from bantin.content.schema.texts import said_text_of


@pytest.mark.parametrize("text", ["a", "đ", "“Bộ”", "1.", "- a", "C#", "~", "$"])
def test_a_text_that_says_something_is_taken(text: str) -> None:
    assert said_text_of(text) == text


@pytest.mark.parametrize("text", ["…", "...", "-", "–", "?", "***", "/", "( )"])
def test_a_text_of_signs_alone_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="no-words"):
        said_text_of(text)


@pytest.mark.parametrize("value", ["", [], {}, None])
def test_what_is_no_text_is_refused(value: object) -> None:
    with pytest.raises(Invalid, match="expected-text"):
        said_text_of(value)
