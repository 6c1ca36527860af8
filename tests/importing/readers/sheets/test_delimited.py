"""Separated values: their encodings and separators."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.importing.material import Refusal, Unreadable
from bantin.importing.readers.sheets.delimited import delimited_rows
from tests.importing.facts.sheets.registers import in_windows_1258

ROWS = [["Số, ký hiệu", "Trích yếu"], ["01/QC", "Quy chế phối hợp; ký tại Hà Nội, Huế"], ["02/QC", "Bảo vệ rừng"]]


def written(separator: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(ROWS)
    return text.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_every_separator(separator: str, encoding: str) -> None:
    assert list(delimited_rows(written(separator).encode(encoding))) == ROWS


def test_big_endian_utf_16_is_read() -> None:
    assert list(delimited_rows(b"\xfe\xff" + written(";").encode("utf-16-be"))) == ROWS


def test_windows_1258_is_read_where_its_words_are_vietnamese() -> None:
    assert list(delimited_rows(in_windows_1258(written(";")))) == ROWS


def test_a_line_that_states_the_separator_counts_as_a_row() -> None:
    assert list(delimited_rows(b"sep=|\r\na|b,c,d\r\n")) == [[], ["a", "b,c,d"]]


def test_commas_within_texts_do_not_outweigh_the_separator() -> None:
    assert list(delimited_rows(b"a;b\n1, 2, 3;x\n4, 5, 6;y\n")) == [["a", "b"], ["1, 2, 3", "x"], ["4, 5, 6", "y"]]


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        ("Bé C«ng an vµ Bé Quèc phßng ký Quy chÕ phèi hîp".encode("latin-1"), Refusal.DAMAGED),
        (b"\xff\xfe\x00\xd8", Refusal.DAMAGED),
        (b"a\xffb\xfec", Refusal.DAMAGED),
        (b'a,"b', Refusal.DAMAGED),
        (b'a,"b"c', Refusal.DAMAGED),
        (b"a," + b"b" * 200_000, Refusal.TOO_LARGE),
    ],
)
def test_what_is_not_certain_is_refused(data: bytes, refusal: Refusal) -> None:
    with pytest.raises(Unreadable) as error:
        list(delimited_rows(data))
    assert error.value.refusal is refusal


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        list(delimited_rows(data))
    except Unreadable:
        return
