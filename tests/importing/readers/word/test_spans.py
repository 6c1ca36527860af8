"""Spans: what becomes of the pieces of a paragraph."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.importing.readers.word.spans import Span, decoded, lines_of, markdown, plain

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=30)
SPANS = st.lists(st.builds(Span, WORDS, bold=st.booleans(), italic=st.booleans()), max_size=6)


@pytest.mark.parametrize(
    ("spans", "text"),
    [
        ((Span("Điều "), Span("1.", bold=True)), "Điều **1**."),
        ((Span("Điều 1. ", bold=True), Span("Phạm vi")), "**Điều 1**. Phạm vi"),
        ((Span("a"), Span(" b ", bold=True, italic=True), Span("c")), "a ***b*** c"),
        ((Span("a"), Span(" – ", bold=True)), "a –"),
        ((Span("01_QC*", bold=True), Span(" a")), r"**01\_QC**\* a"),
        ((Span("a [b] <c>"), Span("", note="1")), r"a \[b\] \<c\>[^1]"),
        ((Span("xem "), Span("c", link="https://a.vn/b c"), Span("d", link="https://a.vn/b c")), "xem [cd](https://a.vn/b%20c)"),
        ((Span("c", True, link="https://a.vn"), Span("d")), "[**c**](https://a.vn)d"),
        ((Span("a", link="https://a.vn"), Span(" ", link="https://b.vn")), "[a](https://a.vn)"),
    ],
)  # fmt: skip
def test_emphasis_links_and_notes_are_written_as_markdown(spans: tuple[Span, ...], text: str) -> None:
    assert markdown(spans) == text


@pytest.mark.parametrize("spans", [(), (Span("a * b"),), (Span("a", bold=True), Span(" "), Span("b", bold=True))])
def test_a_line_without_markup_within_it_has_no_markdown(spans: tuple[Span, ...]) -> None:
    assert markdown(spans) == ""


@given(SPANS)
def test_decoding_keeps_all_words_of_text_in_unicode(spans: list[Span]) -> None:
    whole = unicodedata.normalize("NFC", "".join(span.text for span in decoded(spans)))
    pieces = (unicodedata.normalize("NFC", span.text.replace("\xad", "")) for span in spans)
    assert whole == unicodedata.normalize("NFC", "".join(pieces))


@given(SPANS)
def test_plain_text_has_no_blanks_but_spaces(spans: list[Span]) -> None:
    text = plain(spans)
    assert text.split() == "".join(span.text for span in spans).split()
    assert not any(char.isspace() and char != " " for char in text)


@given(st.lists(st.text("ab\n", max_size=5), max_size=5))
def test_lines_are_those_of_the_whole_paragraph(texts: list[str]) -> None:
    found = ["".join(span.text for span in line) for line in lines_of([Span(text) for text in texts])]
    assert found == "".join(texts).split("\n")
