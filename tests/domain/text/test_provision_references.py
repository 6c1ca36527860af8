"""References to provisions, as anchors."""

import pytest

from bantin.domain.text.provision_references import read_provisions


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("điểm b khoản 2 Điều 5", ["dieu-5-khoan-2-diem-b"]),
        ("Điều 5, khoản 2, điểm đ", ["dieu-5-khoan-2-diem-dd"]),
        ("từ Điều 5 đến hết Điều 7", ["dieu-5", "dieu-6", "dieu-7"]),
        ("Điều 5-7", ["dieu-5", "dieu-6", "dieu-7"]),
        ("điểm c đến điểm e khoản 1 Điều 2", [f"dieu-2-khoan-1-diem-{one}" for one in ("c", "d", "dd", "e")]),
        ("khoản 1 các Điều 5 và 6", ["dieu-5-khoan-1", "dieu-6-khoan-1"]),
        ("Điều 5 Chương II", ["dieu-5"]),
        ("Tiểu mục 1 Mục 2 Chương III", ["chuong-iii-muc-2-tieu-muc-1"]),
        ("Điều 9 đến Điều 5", ["dieu-9", "dieu-5"]),
        ("Article 5, paragraph 2", ["dieu-5-khoan-2"]),
    ],
)
def test_references_become_anchors(text: str, anchors: list[str]) -> None:
    reference = read_provisions(text, 0)
    assert reference is not None
    assert (list(reference.anchors), reference.end) == (anchors, len(text))


@pytest.mark.parametrize("text", ["Điều tra viên", "Điểm 9,5", "mục tiêu", "Điều 1.000", "phần mềm", "", "Điều "])
def test_other_words_are_no_references(text: str) -> None:
    assert read_provisions(text, 0) is None


def test_this_article_is_distinguished() -> None:
    reference = read_provisions("khoản 2 Điều này", 0)
    assert reference is not None
    assert (reference.own, reference.anchors) == ("điều", ("khoan-2",))
