import pytest

from bantin.importing.facts.documents.official import is_official
from tests.importing.facts.documents.layouts import STATE, paragraphs, table


@pytest.mark.parametrize(
    "lines",
    [
        ["BỘ CÔNG AN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["BỘ CÔNG AN        CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["Cộng hòa xã hội chủ nghĩa Việt Nam"],
        ["ĐẢNG ỦY CÔNG AN TRUNG ƯƠNG\tĐẢNG CỘNG SẢN VIỆT NAM"],
        ["The Socialist Republic of Vietnam"],
        ["QUY CHẾ PHỐI HỢP", "Điều 1. Phạm vi", "Điều 2. Hiệu lực"],
        ["Article 1. Scope", "Article 2. Entry into force"],
    ],
)
def test_a_motto_or_articles_make_a_document_official(lines: list[str]) -> None:
    assert is_official(paragraphs(*lines))


def test_the_motto_may_stand_in_a_table() -> None:
    assert is_official([table([["BỘ CÔNG AN"], list(STATE)])])


@pytest.mark.parametrize(
    "lines",
    [
        ["Bộ Công an ký Quy chế phối hợp", "Lễ ký chào mừng 90 năm ngày thành lập Đảng Cộng sản Việt Nam."],
        ["Lễ ký diễn ra tại Đại sứ quán nước Cộng hòa xã hội chủ nghĩa Việt Nam ở Viêng Chăn."],
        ["Theo Điều 1. của Quy chế, hai bên trao đổi thông tin.", "Điều 2. được sửa đổi."],
        [*["Hai bên trao đổi thông tin."] * 30, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    ],
)
def test_news_of_the_state_and_the_party_are_no_document(lines: list[str]) -> None:
    assert not is_official(paragraphs(*lines))
