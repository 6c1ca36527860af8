"""The pages of a PDF: how many there are, and whether one of them bears a stamp of secrecy."""

import unicodedata
from importlib.metadata import requires

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.errors import LimitReachedError

from bantin.content.documents.parts import Encrypted
from bantin.content.documents.pdf import Pages, read_pages
from tests.conftest import examples
from tests.content.documents.pdfs import (
    bomb,
    looping_pages,
    looping_tables,
    nested_arrays,
    page_of,
    pdf,
    protected,
    raw,
    stream,
)

STAMPED = "CƠ QUAN A\nTỐI MẬT\nQUY CHẾ PHỐI HỢP"


@pytest.mark.parametrize("count", [1, 2, 40])
def test_pages_are_counted(count: int) -> None:
    assert read_pages(pdf(*["Quy chế phối hợp"] * count)) == Pages(count, words=("Quy chế phối hợp",) * count)


def test_the_words_of_pages_are_read_without_what_was_put_over_them() -> None:
    found = read_pages(pdf("Trang\nđầu", "", "Trang cuối", notes=["Đã xem"]))
    assert found.words == ("Trang đầu", "", "Trang cuối")


def test_pages_are_counted_not_believed() -> None:
    assert read_pages(pdf("a", "b").replace(b"/Count 2", b"/Count 9")).count == 2


@pytest.mark.parametrize(
    ("text", "level"),
    [
        (STAMPED, "TỐI MẬT"),
        ("MẬT", "MẬT"),
        ("Số: 1/QĐ\nT U Y Ệ T   M Ậ T", "TUYỆT MẬT"),
        ("Độ mật: Tuyệt mật", "TUYỆT MẬT"),
        (unicodedata.normalize("NFD", STAMPED), "TỐI MẬT"),
    ],
)
def test_a_stamp_of_secrecy_is_found_on_its_page(text: str, level: str) -> None:
    assert read_pages(pdf("Trang đầu", text, "Trang cuối")) == Pages(3, level, 2)


def test_a_stamp_that_was_put_over_a_page_is_found() -> None:
    assert read_pages(pdf("Trang đầu", "Trang cuối", notes=["Đã xem", "MẬT"])) == Pages(2, "MẬT", 2)


@pytest.mark.parametrize("text", ["LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC", "BẢO VỆ BÍ\nMẬT", "mật ong", "Không có dấu"])
def test_words_about_secrecy_are_no_stamp(text: str) -> None:
    assert not read_pages(pdf(text, notes=[text])).level


def test_a_protected_pdf_is_distinguished_from_one_that_anybody_can_open() -> None:
    with pytest.raises(Encrypted):
        read_pages(protected(pdf(STAMPED), "mật khẩu"))


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_what_may_be_opened_but_not_changed_is_read(algorithm: str) -> None:
    assert read_pages(protected(pdf(STAMPED), "", algorithm)) == Pages(1, "TỐI MẬT", 1)
    with pytest.raises(Encrypted):
        read_pages(protected(pdf(STAMPED), "mật khẩu", algorithm))


def test_a_plain_installation_brings_what_restricted_files_need() -> None:
    (needed,) = [one for one in requires("bantin") or () if one.startswith("pypdf")]
    assert needed.startswith("pypdf[crypto]")


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(LimitReachedError):
        read_pages(bomb())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\n",
        raw(b"<< /Type /Catalog >>"),
        raw(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 0 /Kids [] >>"),
        looping_pages(),
        looping_tables(),
        nested_arrays(100_000),
    ],
    ids=["empty", "head", "no pages", "none", "loop", "tables", "arrays"],
)
def test_a_damaged_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(Exception, match=r".*"):
        read_pages(data)


def test_a_font_that_cannot_be_read_is_no_damage() -> None:
    """Other programs show the page all the same; it only cannot be searched for stamps."""
    broken = pdf(STAMPED).replace(b"/DescendantFonts [<<", b"/DescendantFonts [[[")
    assert read_pages(broken).count == 1


def test_a_page_without_text_has_none() -> None:
    assert read_pages(page_of(stream(b""))) == Pages(1)


@settings(max_examples=examples(40), deadline=None)
@given(st.integers(0, 10_000))
def test_a_pdf_that_is_cut_short_is_never_taken_for_a_whole_one(length: int) -> None:
    whole = pdf("Quy chế phối hợp", "Phụ lục").rstrip()
    cut = whole[: length % (len(whole) - len(b"%%EOF"))]
    with pytest.raises(Exception, match=r".*"):
        read_pages(cut)
