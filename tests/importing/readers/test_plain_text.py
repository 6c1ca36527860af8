"""Raw text in the encodings that Vietnamese text comes in."""

import unicodedata

import pytest

from bantin.importing.material import NoticeKind, Place, PlaceKind, Refusal, Unreadable
from bantin.importing.readers.plain_text import read_text

TEXT = "Bộ Công an ký kết quy chế phối hợp\n\nHòa Bình, ngày 20 tháng 11 năm 2012\n"
LINES = [("Bộ Công an ký kết quy chế phối hợp", 1), ("Hòa Bình, ngày 20 tháng 11 năm 2012", 3)]


def lines(data: bytes) -> list[tuple[str, int]]:
    return [(block.text, block.place.number) for block in read_text(data, "tin.txt").blocks if hasattr(block, "text")]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.replace("\n", "\r\n").encode(),
        unicodedata.normalize("NFD", TEXT).encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.replace(" ", "\N{NO-BREAK SPACE}").encode(),
        TEXT.replace("Công", "Cô\N{ZERO WIDTH SPACE}ng").encode(),
    ],
)
def test_a_line_is_a_paragraph_and_blank_ones_count(data: bytes) -> None:
    assert lines(data) == LINES


def test_the_source_and_the_places_are_named() -> None:
    material = read_text(b"a", "tin.txt")
    assert material.source == "tin.txt"
    assert [block.place for block in material.blocks] == [Place(PlaceKind.LINE, 1)]
    assert material.notices == ()


# 'Bộ Công an ký kết quy chế phối hợp' as the encodings before Unicode write it.
TCVN3 = "Bé C«ng an ký kÕt quy chÕ phèi hîp".encode("latin-1")


def test_a_legacy_encoding_is_converted_and_told() -> None:
    material = read_text(TCVN3, "tin.txt")
    assert lines(TCVN3) == [("Bộ Công an ký kết quy chế phối hợp", 1)]
    assert [(notice.kind, notice.words) for notice in material.notices] == [(NoticeKind.LEGACY_FONT, "TCVN3 (ABC)")]


def test_windows_1258_is_converted_and_told() -> None:
    decomposed = "Bộ Công an ký kết quy chế phối hợp với Văn phòng Quốc hội"
    data = (
        b"B\xf4\xf2 C\xf4ng an ky\xec k\xea\xect quy ch\xea\xec ph\xf4\xeci h\xf5\xf2p v\xf5\xeci V\xe3n pho\xcc\xf2ng"
    )
    material = read_text(data, "tin.txt")
    assert [notice.kind for notice in material.notices] == [NoticeKind.LEGACY_FONT]
    assert decomposed.startswith(lines(data)[0][0][:20])


def test_words_in_a_legacy_font_are_told_where_they_stand() -> None:
    (notice,) = read_text(f"Tin\n{TCVN3.decode('latin-1')}".encode(), "tin.txt").notices
    assert (notice.kind, notice.place) == (NoticeKind.LEGACY_FONT, Place(PlaceKind.LINE, 2))


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", Refusal.EMPTY),
        (" \n\N{ZERO WIDTH SPACE}\n".encode(), Refusal.EMPTY),
        (b"a" * 1_000_001, Refusal.TOO_LARGE),
        (b"a\n" * 10_001, Refusal.TOO_COSTLY),
        (b"\xff\x80\x81 \xfe\xfd \x90\x91", Refusal.DAMAGED),
        (b"\xff\xfea", Refusal.DAMAGED),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, refusal: Refusal) -> None:
    with pytest.raises(Unreadable) as refused:
        read_text(data, "tin.txt")
    assert refused.value.refusal is refusal
