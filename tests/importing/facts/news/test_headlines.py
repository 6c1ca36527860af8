"""Headlines and prose, told by their form."""

import pytest

from bantin.importing.facts.news.headlines import is_headline, is_item, is_prose, names_a_picture, tells_a_deed


@pytest.mark.parametrize(
    "text",
    [
        "Lễ ký kết Quy chế phối hợp trong công tác cảnh vệ",
        "LỄ KÝ KẾT QUY CHẾ PHỐI HỢP",
        "Một ngày mùa thu bên bờ sông của hai đơn vị",
        "Nam Giang: Ký kết chương trình phối hợp giữa hai hội",
    ],
)
def test_a_few_words_without_a_point_are_a_headline(text: str) -> None:
    assert is_headline(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tin hoạt động của Bộ",
        "Hai bên ký kết Quy chế phối hợp.",
        "Chiều 20/11, tại Hà Nội, hai bên ký kết Quy chế",
        "Cổng thông tin điện tử Ủy ban nhân dân tỉnh Lào Cai",
        "(CAO) - Hai bên ký kết quy chế phối hợp",
        "- Hai bên ký kết quy chế phối hợp",
        "ký kết " * 30,
        "quy chế phối hợp " * 20,
    ],
)
def test_other_lines_are_no_headline(text: str) -> None:
    assert not is_headline(text)


def test_prose_is_a_sentence_or_long() -> None:
    assert is_prose("Quy chế gồm 9 điều.")
    assert is_prose("Ông nói: “Quy chế đi vào cuộc sống.”")
    assert is_prose("quy chế phối hợp " * 10)
    assert not is_prose("Hết.")
    assert not is_prose("Lễ ký kết Quy chế phối hợp")


def test_items_deeds_and_pictures_are_told_by_their_words() -> None:
    assert is_item("- trụ sở chung;")
    assert is_item("1. Công khai")
    assert is_item("a) Công khai")
    assert not is_item("1.234 lượt")
    assert tells_a_deed("LỄ KÝ KẾT")
    assert not tells_a_deed("Mùa thu")
    assert names_a_picture("Quang cảnh buổi lễ")
    assert not names_a_picture("Lễ ký kết quy chế")
