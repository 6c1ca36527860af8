"""The visible text of a line."""

import pytest

from bantin.domain.text.visible_text import plain


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("Một dòng chữ", "Một dòng chữ"),
        ("M<b>Ậ</b>T", "MẬT"),
        ("a<br>b</p><p>c", "a\nb\n\nc"),
        ("x<!-- ẩn -->y", "xy"),
        ("[chữ](/a.md)", "[chữ"),
        ('![chữ](a.jpg "Tên")', '![chữ\n "Tên"\n'),
        ("<img src='a' alt='Ảnh'>", "\nẢnh\n"),
        ("M&#7852;T", "MẬT"),
        ("МẬТ", "MẬT"),
        ("Chữ {.lop} và {a: b}", "Chữ  và {a: b}"),
        ("<TỐI MẬT>", "<TỐI MẬT>"),
        ("<NĐ-CP:30/2020>", "<NĐ-CP:30/2020>"),
    ],
)
def test_signs_that_are_not_seen_are_gone(line: str, seen: str) -> None:
    assert plain(line) == seen
