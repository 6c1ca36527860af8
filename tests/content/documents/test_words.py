"""The words on the pages of documents: clean, of bounded size, and remembered."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.documents.words import (
    MOST_IN_ALL,
    MOST_ON_A_PAGE,
    clean_pages,
    drop_words,
    keep_words,
    words_of,
)
from bantin.runtime.cache import DamagedCache, Store, open_store
from tests.bulletins import memory_in


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(memory_in(tmp_path / "memory"), b"") as opened:
        yield opened


@pytest.mark.parametrize(
    ("pages", "cleaned"),
    [
        (["Điều 1.\n  Phạm\tvi"], ("Điều 1. Phạm vi",)),
        (["Số: ……/QCPH ngày ...... tháng"], ("Số: /QCPH ngày tháng",)),
        (["a", " \n", "b", "", "\f"], ("a", "", "b")),
        (["ngo\u0301\x00 x\u2042\ufffd"], ("ngó x",)),
        (["<b>&amp;</b>"], ("<b>&amp;</b>",)),
        ([], ()),
        (["", " "], ()),
    ],
)
def test_words_are_distinguished_from_what_is_between_them(pages: list[str], cleaned: tuple[str, ...]) -> None:
    assert clean_pages(pages) == cleaned


def test_a_page_without_end_and_a_document_without_end_are_cut() -> None:
    (page,) = clean_pages(["dài " * MOST_ON_A_PAGE])
    assert MOST_ON_A_PAGE - 4 <= len(page) <= MOST_ON_A_PAGE
    many = clean_pages(["x" * MOST_ON_A_PAGE] * 1_000)
    assert sum(map(len, many)) == MOST_IN_ALL


@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=200), max_size=9))
def test_clean_words_stay_as_they_are(pages: list[str]) -> None:
    cleaned = clean_pages(pages)
    assert clean_pages(cleaned) == cleaned
    assert len(cleaned) <= len(pages)
    assert all(unicodedata.is_normalized("NFC", page) and "\u2042" not in page for page in cleaned)
    assert not cleaned or cleaned[-1]


def test_words_are_remembered_until_they_are_dropped(store: Store) -> None:
    keep_words(store, {"a": ("Trang một", "", "Trang ba"), "b": ("x",)})
    assert words_of(store, ["a"]) == {"a": ("Trang một", "", "Trang ba")}
    drop_words(store, ["a"])
    assert words_of(store, ["b"]) == {"b": ("x",)}
    with pytest.raises(DamagedCache):
        words_of(store, ["a"])


def test_what_is_no_list_of_pages_is_not_believed(store: Store) -> None:
    store.note("words a", b"\x00")
    with pytest.raises(DamagedCache):
        words_of(store, ["a"])
