"""Slugs: the same plain address for all spellings of a name, and nothing in it that an address cannot hold."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.folding import fold
from bantin.domain.text.slugs import is_slug, shorten, slugify
from tests.domain.text.strategies import bounded, phrases

slugs = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Quy chế phối hợp", "quy-che-phoi-hop"),
        ("Bộ Công an", "bo-cong-an"),
        ("Đoàn Đại biểu Quốc hội", "doan-dai-bieu-quoc-hoi"),
        ("ĐẮK LẮK", "dak-lak"),
        ("Ðồng Nai", "dong-nai"),
        ("Điều 1. Phạm vi điều chỉnh", "dieu-1-pham-vi-dieu-chinh"),
        ("01/QCPH-BCA-VPQH", "01-qcph-bca-vpqh"),
        ("  Lễ ký   “Quy chế” – năm 2012!  ", "le-ky-quy-che-nam-2012"),
        ("Bà Rịa–Vũng Tàu", "ba-ria-vung-tau"),
        ("an_ninh.mạng", "an-ninh-mang"),
        ("quy-che", "quy-che"),
        ("Straße", "strasse"),
    ],
)
def test_a_slug_is_the_text_in_plain_letters(text: str, slug: str) -> None:
    assert slugify(text) == slug


@pytest.mark.parametrize(("one", "other"), [("Ủy ban", "Uỷ ban"), ("hòa bình", "hoà bình"), ("Đà Nẵng", "đà nẵng")])
def test_two_spellings_have_one_slug(one: str, other: str) -> None:
    assert slugify(one) == slugify(other)


@pytest.mark.parametrize("text", ["", " ", "-", "…", "“”", "公安部", "Россия"])
def test_what_cannot_be_spelt_has_no_slug(text: str) -> None:
    assert slugify(text) == ""


@pytest.mark.parametrize("text", ["a", "7", "quy-che", "01-qcph", "dieu-1", "a-b-c"])
def test_a_slug_is_known_as_one(text: str) -> None:
    assert is_slug(text)


@pytest.mark.parametrize(
    "text",
    ["", "-", "-a", "a-", "a--b", "A", "Quy-che", "quy che", "quy_che", "quy.che", "a/b", "quy-chế", "đ", "a\n", "２"],
)
def test_what_an_address_cannot_hold_is_no_slug(text: str) -> None:
    assert not is_slug(text)


@bounded
@given(st.text())
def test_whatever_is_slugified_is_a_slug_or_nothing(text: str) -> None:
    slug = slugify(text)
    assert slug == "" or is_slug(slug)
    assert slugify(slug) == slug


@bounded
@given(st.text())
def test_a_slug_is_what_is_left_of_the_folded_text(text: str) -> None:
    assert slugify(text) == re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def test_every_character_there_is_is_spelt_as_it_is_folded() -> None:
    text = "z".join(map(chr, range(sys.maxunicode + 1)))
    assert slugify(text) == re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


@bounded
@given(phrases)
def test_every_vietnamese_word_has_its_place_in_the_slug(phrase: str) -> None:
    assert len(slugify(phrase).split("-")) == len(phrase.split())
    assert [len(word) for word in slugify(phrase).split("-")] == [len(word) for word in phrase.split()]


@bounded
@given(phrases)
def test_a_slug_is_the_same_for_composed_and_decomposed_text(phrase: str) -> None:
    assert slugify(unicodedata.normalize("NFD", phrase)) == slugify(phrase)


@bounded
@given(slugs)
def test_a_slug_is_its_own(slug: str) -> None:
    assert is_slug(slug)
    assert slugify(slug) == slug


@pytest.mark.parametrize(
    ("slug", "length", "short"),
    [
        ("quy-che-phoi-hop", 80, "quy-che-phoi-hop"),
        ("quy-che-phoi-hop", 16, "quy-che-phoi-hop"),
        ("quy-che-phoi-hop", 15, "quy-che-phoi"),
        ("quy-che-phoi-hop", 12, "quy-che-phoi"),
        ("quy-che-phoi-hop", 11, "quy-che"),
        ("quy-che-phoi-hop", 4, "quy"),
        ("quy-che-phoi-hop", 3, "quy"),
        ("quy-che-phoi-hop", 2, "qu"),
        ("", 5, ""),
    ],
)
def test_a_slug_is_cut_between_words_where_it_can_be(slug: str, length: int, short: str) -> None:
    assert shorten(slug, length) == short


@bounded
@given(slugs, st.integers(1, 40))
def test_a_short_slug_is_never_too_long_and_is_a_slug_still(slug: str, length: int) -> None:
    short = shorten(slug, length)
    assert len(short) <= length
    assert slug.startswith(short)
    assert is_slug(short)


@bounded
@given(slugs, st.integers(1, 40))
def test_only_a_first_word_that_is_too_long_is_cut_in_two(slug: str, length: int) -> None:
    words = slug.split("-")
    short = shorten(slug, length).split("-")
    assert short == words[: len(short)] or (len(words[0]) > length and short == [words[0][:length]])
