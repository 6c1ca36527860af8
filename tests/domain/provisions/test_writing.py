"""Provisions as plain lines."""

import pytest

from bantin.domain.provisions.reading import read_text
from bantin.domain.provisions.writing import label_of, write_provision, write_text

SOURCE = """Mở đầu
Căn cứ Luật;
Hai bên thống nhất:
Chương I
CHUNG
Điều 1: Phạm vi
Đoạn.
1) Khoản:
a. Điểm
ĐẠI DIỆN A
Phụ lục
MẪU
"""
WRITTEN = """Mở đầu

Căn cứ Luật;

Hai bên thống nhất:

Chương I. CHUNG

Điều 1. Phạm vi

Đoạn.

1. Khoản:

a) Điểm

ĐẠI DIỆN A

Phụ lục

MẪU
"""


def test_a_text_is_written_paragraph_by_paragraph() -> None:
    assert write_text(read_text(SOURCE)) == WRITTEN


def test_a_provision_is_written_with_what_it_contains() -> None:
    (article,) = read_text("Điều 2. X\n1. Y\nZ").provisions
    assert write_provision(article) == "Điều 2. X\n\n1. Y\n\nZ\n"
    assert write_provision(article.children[0]) == "1. Y\n\nZ\n"


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("ĐIỀU 5: X", ["Điều 5."]),
        ("Article 5\n1. A\na) B", ["Article 5.", "1.", "(a)"]),
        ("Điều 5\n1. A\n(đ) B", ["Điều 5.", "1.", "đ)"]),
        ("I. A\nII. B", ["I.", "II."]),
        ("PHỤ LỤC", ["Phụ lục"]),
        ("Appendix B", ["Appendix B."]),
        ("PHẦN THỨ HAI", ["Phần thứ hai."]),
    ],
)
def test_labels_have_one_form(line: str, labels: list[str]) -> None:
    assert [label_of(one) for one in read_text(line).walk()] == labels


def test_an_empty_text_is_empty() -> None:
    assert write_text(read_text("")) == ""
