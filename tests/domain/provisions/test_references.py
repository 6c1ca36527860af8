"""References to provisions, as editors write them and as they stand in texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.model.provision import ProvisionKind
from bantin.domain.provisions.anchors import canonical, is_anchor
from bantin.domain.provisions.reading import read_text
from bantin.domain.provisions.references import Document, anchors_meant, find_references, parse_reference
from tests.domain.provisions.test_reading import ANY_TEXT

PIECES = (
    *(
        "điểm a",
        "điểm đ",
        "khoản 2",
        "khoản 1a",
        "Điều 5",
        "Điều này",
        "Chương II",
        "Mục 1",
        "Phụ lục I",
        "Quy chế này",
    ),
    *(
        "và",
        ",",
        "đến",
        "của",
        "Luật",
        "Article 5(2)(d)",
        "of",
        "this Article",
        "clause 3",
        "này",
        "(a)",
        "6",
        "b",
        "“",
    ),
)
WORDS = st.lists(st.sampled_from(PIECES), max_size=12)


@pytest.mark.parametrize(
    ("written", "anchor"),
    [
        ("dieu-5-khoan-2-diem-d", "dieu-5-khoan-2-diem-d"),
        ("điểm d khoản 2 Điều 5", "dieu-5-khoan-2-diem-d"),
        ("điểm đ khoản 2 Điều 5", "dieu-5-khoan-2-diem-dd"),
        ("Điểm d, khoản 2, điều 5", "dieu-5-khoan-2-diem-d"),
        ("Điều 5 khoản 2 điểm d", "dieu-5-khoan-2-diem-d"),
        ("  khoản  2 Điều 5 ", "dieu-5-khoan-2"),
        ("khoản 2.1 Điều 2", "dieu-2-khoan-2-1"),
        ("Điều 5a Chương V", "dieu-5a"),
        ("Mục 1 Chương II", "chuong-2-muc-1"),
        ("Phần thứ nhất", "phan-1"),
        ("khoản 1 Điều 2 của Phụ lục I", "phu-luc-1-dieu-2-khoan-1"),
        ("Phụ lục số 02", "phu-luc-2"),
        ("phu-luc", "phu-luc"),
        ("Article 5", "article-5"),
        ("Article 5(2)(d)", "article-5-clause-2-point-d"),
        ("Article 5(a)", "article-5-point-a"),
        ("point (d) of clause 2 of Article 5", "article-5-clause-2-point-d"),
        ("Article 5, clause 2", "article-5-clause-2"),
    ],
)
def test_a_written_reference_is_an_anchor(written: str, anchor: str) -> None:
    assert parse_reference(written) == anchor


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Điều",
        "5",
        "Điều 5 Điều 6",
        "Điều 5 Quy chế này",
        "Điều năm mươi",
        "điểm 5",
        "dieu-5-muc",
        "(2)",
        "Điều 5(a)(b)",
    ],
)
def test_other_words_are_no_reference(written: str) -> None:
    assert parse_reference(written) is None


@given(ANY_TEXT)
def test_every_anchor_of_a_text_is_a_reference(source: str) -> None:
    for provision in read_text(source).walk():
        assert parse_reference(provision.anchor) == (provision.anchor if len(provision.anchor) <= 200 else None)


@given(st.text())
def test_any_words_are_parsed(written: str) -> None:
    anchor = parse_reference(written)
    assert anchor is None or is_anchor(anchor)


def found(text: str) -> list[tuple[str, str, str]]:
    """The words of each reference, what it means from within article 8, clause 3, and its document."""
    (chapter,) = read_text("Chương IV\nĐiều 8. X\n3. Y").provisions
    path = (chapter, chapter.children[0], chapter.children[0].children[0])
    return [
        (text[one.start : one.end], (*anchors_meant(one, path), "")[0], one.document.value)
        for one in find_references(text)
    ]


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("theo Điều 12 Quy chế này", [("Điều 12", "dieu-12", "this")]),
        (
            "khoản 1, khoản 2 Điều 5 Quy chế phối hợp này và Điều 7 Luật Lưu trữ",
            [
                ("khoản 1", "dieu-5-khoan-1", "this"),
                ("khoản 2 Điều 5", "dieu-5-khoan-2", "this"),
                ("Điều 7", "dieu-7", "other"),
            ],
        ),
        (
            "tại các điểm a, b và đ khoản 2 Điều này",
            [
                ("điểm a", "dieu-8-khoan-2-diem-a", "unsaid"),
                ("b", "dieu-8-khoan-2-diem-b", "unsaid"),
                ("đ khoản 2 Điều này", "dieu-8-khoan-2-diem-dd", "unsaid"),
            ],
        ),
        ("Điều 5 và Điều 6 của Quy chế này", [("Điều 5", "dieu-5", "this"), ("Điều 6", "dieu-6", "this")]),
        ("các Điều 5, 6 Nghị định số 30/2020/NĐ-CP", [("Điều 5", "dieu-5", "unsaid")]),
        ("Điều 5 và 6 Nghị định số 30/2020/NĐ-CP", [("Điều 5", "dieu-5", "other"), ("6", "dieu-6", "other")]),
        ("Điều 5 và 10 ngày sau", [("Điều 5", "dieu-5", "unsaid")]),
        ("điểm a khoản này", [("điểm a khoản này", "dieu-8-khoan-3-diem-a", "unsaid")]),
        (
            "Chương này và Mục 2 Chương II",
            [("Chương này", "chuong-4", "unsaid"), ("Mục 2 Chương II", "chuong-2-muc-2", "unsaid")],
        ),
        ("điều này cho thấy phần 2 là điểm 5", []),
        ("khoản 2 và 10 triệu đồng", []),
        (
            "under Article 5(2)(d) of this Agreement or clause 3 of this Article",
            [
                ("Article 5(2)(d)", "article-5-clause-2-point-d", "this"),
                ("clause 3 of this Article", "dieu-8-clause-3", "unsaid"),
            ],
        ),
        ("Articles 5 and 6 of the Law", [("Articles 5", "article-5", "other"), ("6", "article-6", "other")]),
    ],
)
def test_references_are_found(text: str, references: list[tuple[str, str, str]]) -> None:
    assert found(text) == references


@given(WORDS)
def test_references_lie_in_order_within_the_text(words: list[str]) -> None:
    text = " ".join(words)
    references = find_references(text)
    assert all(0 <= one.start < one.end <= len(text) for one in references)
    starts = [one.start for one in references]
    assert starts == sorted(starts)
    assert all(one.within in (None, *ProvisionKind) and one.document in Document for one in references)


def test_inside_an_annex_a_reference_may_lead_to_the_main_part() -> None:
    annex = read_text("Điều 1. X\nPhụ lục I\nĐiều 1. Y").provisions[-1]
    (reference,) = find_references("Điều 1")
    assert anchors_meant(reference, (annex, annex.children[0])) == ("phu-luc-1-dieu-1", "dieu-1")


def test_an_anchor_is_the_same_in_both_languages() -> None:
    assert canonical("annex-1-article-5-clause-2-point-d") == "phu-luc-1-dieu-5-khoan-2-diem-d"
    assert canonical("part-1-chapter-2-section-3-subsection-4") == "phan-1-chuong-2-muc-3-tieu-muc-4"
    assert canonical("dieu-5-khoan-2") == "dieu-5-khoan-2"
