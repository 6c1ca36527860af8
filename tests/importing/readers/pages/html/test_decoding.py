"""The encodings of pages: what is certain is read, and nothing else."""

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.importing.material import Refusal, Unreadable
from bantin.importing.readers.pages.html.decoding import decode_page

WORDS = "Lễ ký kết Quy chế phối hợp giữa hai cơ quan, phường Đống Đa"


def in_1258(text: str) -> bytes:
    """As Windows writes Vietnamese: the tones behind their letters."""
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    parts = (
        unicodedata.normalize("NFC", "".join(one for one in unicodedata.normalize("NFD", letter) if one not in tones))
        + "".join(one for one in unicodedata.normalize("NFD", letter) if one in tones)
        for letter in text
    )
    return "".join(parts).encode("cp1258")


def meta(encoding: str) -> bytes:
    return f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}">'.encode()


def test_utf_8_is_read_whatever_the_page_declares() -> None:
    assert decode_page(meta("windows-1252") + WORDS.encode()).endswith(WORDS)
    assert decode_page(codecs.BOM_UTF8 + WORDS.encode()) == WORDS


def test_utf_16_is_read_by_its_mark() -> None:
    assert decode_page(WORDS.encode("utf-16")) == WORDS


def test_decomposed_letters_become_whole_ones() -> None:
    assert decode_page(unicodedata.normalize("NFD", WORDS).encode()) == WORDS


def test_windows_1258_is_read_where_it_is_declared_and_where_only_the_words_show_it() -> None:
    assert decode_page(meta("windows-1258") + in_1258(WORDS)).endswith(WORDS)
    assert decode_page(meta("iso-8859-1") + in_1258(WORDS)).endswith(WORDS)
    assert decode_page(in_1258(f"{WORDS}\n" * 3)).startswith(WORDS)


def test_windows_1252_is_read_where_it_is_declared() -> None:
    assert decode_page(meta("windows-1252") + "Accord signé à Genève".encode("cp1252")).endswith(
        "Accord signé à Genève"
    )


def test_one_damaged_byte_spoils_no_page_that_is_utf_8_otherwise() -> None:
    assert decode_page(meta("utf-8") + WORDS.encode() + b"\xff").endswith(f"{WORDS}\N{REPLACEMENT CHARACTER}")


def test_an_encoding_that_cannot_be_told_is_refused() -> None:
    with pytest.raises(Unreadable) as raised:
        decode_page(b"\x81\x8d\x8f\xff\xfe\x90")
    assert raised.value.refusal is Refusal.DAMAGED


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\0\ufeff")))
def test_any_text_in_utf_8_comes_back(text: str) -> None:
    assert decode_page(text.encode()) == unicodedata.normalize("NFC", text)
