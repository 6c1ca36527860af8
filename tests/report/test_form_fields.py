"""The labels of fields at places of files."""

from pathlib import Path

import pytest

from bantin.domain.problems import Location
from bantin.report.form_fields import form_fields
from tests.bulletins import write

ARTICLE = """\
---
title: Hai cơ quan ký quy chế
authors: [Người viết]
# agreement: lời ghi chú
agreement:
  type: quy-che
  parties:
    - agency: co-quan-a
      signed_on: 2020-13-45

    - agency: co-quan-b
  signatories: [{name: Nguyễn Văn A, party: co-quan-x}]
  events:
    -   kind: ended
  text_public: {no: Nội bộ}
  la_lung: 1
khoa la: 1
---

published: không phải khóa
"""
FILES = {
    "content/articles/2020/bai.md": ARTICLE,
    "content/agreements/qc.md": "---\nsigned_on: 2020\n---\n\nĐiều 1. Một.\n",
    "content/agencies/a.yml": "name:\n  vi: Cơ quan A\nwebsite: x\n",
    "content/site.yml": "title: Bản tin\ncontact:\n  email: x\n",
    "content/vocabulary.yml": "types:\n  quy-che: {vi: Quy chế}\n",
    "themes/x/theme.yml": "name: X\n",
}


@pytest.mark.parametrize(
    ("path", "line", "column", "field"),
    [
        ("content/articles/2020/bai.md", 2, 8, "Tiêu đề"),
        ("content/articles/2020/bai.md", 3, 11, "Tác giả"),
        ("content/articles/2020/bai.md", 6, 9, "Văn bản được ký › Loại văn bản"),
        ("content/articles/2020/bai.md", 8, 15, "Văn bản được ký › Các bên ký kết › Cơ quan"),
        ("content/articles/2020/bai.md", 9, 18, "Văn bản được ký › Các bên ký kết › Ngày ký"),
        ("content/articles/2020/bai.md", 11, 15, "Văn bản được ký › Các bên ký kết › Cơ quan"),
        ("content/articles/2020/bai.md", 12, 45, "Văn bản được ký › Người ký › Bên"),
        ("content/articles/2020/bai.md", 12, 17, "Văn bản được ký › Người ký"),
        ("content/articles/2020/bai.md", 14, 15, "Văn bản được ký › Lịch sử › Loại"),
        ("content/articles/2020/bai.md", 16, 3, "Văn bản được ký"),
        ("content/articles/2020/bai.md", 17, 1, ""),
        ("content/articles/2020/bai.md", 20, 1, "Nội dung"),
        ("content/articles/2020/bai.md", 0, 0, ""),
        ("content/articles/2020/bai.md", 99, 1, ""),
        ("content/articles/2020/khong-co.md", 2, 1, ""),
        ("content/agreements/qc.md", 2, 12, "Ngày ký"),
        ("content/agreements/qc.md", 5, 1, "Toàn văn"),
        ("content/agencies/a.yml", 2, 7, "Tên"),
        ("content/site.yml", 3, 10, "Liên hệ › Thư điện tử"),
        ("content/vocabulary.yml", 2, 3, "Loại văn bản"),
        ("themes/x/theme.yml", 1, 1, ""),
    ],
)
def test_a_place_is_named_as_in_the_form(path: str, line: int, column: int, field: str, tmp_path: Path) -> None:
    root = write(tmp_path, FILES)
    assert form_fields(root, "vi")(Location(path, line, column, 1)) == field


def test_labels_are_in_the_language_of_the_bulletin(tmp_path: Path) -> None:
    root = write(tmp_path, FILES)
    assert form_fields(root, "en")(Location("content/articles/2020/bai.md", 9, 18, 1)) == "Agreement › Parties › Signed"
