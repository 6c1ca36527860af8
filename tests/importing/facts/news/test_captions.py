"""Captions in raw text, told from short paragraphs."""

import pytest

from bantin.importing.facts.news.captions import is_caption


@pytest.mark.parametrize(
    "text",
    [
        "Quang cảnh buổi lễ",
        "QUANG CẢNH BUỔI LỄ",
        "Các đại biểu chụp ảnh lưu niệm.",
        "Đại diện hai bên ký kết Quy chế phối hợp",
        "Thượng tướng Bùi Văn Nam phát biểu tại buổi lễ.",
        "Thứ trưởng Bùi Văn Nam cùng các đại biểu dự buổi Lễ ký kết.",
        "Bộ trưởng Tô Lâm trao Kỷ niệm chương “Bảo vệ an ninh Tổ quốc”",
        "Bí thư và Chủ tịch ký kế hoạch - Ảnh: Q.T",
        "Ảnh: Xuân Mai",
        "Ảnh 1: Toàn cảnh hội trường",
        "(Hình ảnh tại buổi lễ)",
    ],
)
def test_a_line_that_names_what_is_seen_is_a_caption(text: str) -> None:
    assert is_caption(text, 200)


@pytest.mark.parametrize(
    "text",
    [
        "Lãnh đạo hai đơn vị đã ký vào Quy chế.",
        "Dự buổi lễ có đồng chí Lê Văn An, Phó Cục trưởng.",
        "Đại biểu dự hội nghị có ông Lê Văn An.",
        "Ông Lê Văn An phát biểu.",
        "Thượng tướng Bùi Văn Nam và đồng chí Lê Văn An chủ trì buổi lễ.",
        "Thiếu tướng Lê Văn An, Cục trưởng, phát biểu tại buổi lễ.",
        "Nội dung phối hợp",
        "Đại diện hai bên ký kết ngày 18/8",
        "Lãnh đạo hai bên ký kết: quy chế, kế hoạch",
        "Đại diện hai bên ký kết. Các đại biểu chụp ảnh.",
        "Đại diện hai bên ký kết " + "quy chế " * 40,
        "a" * 300,
    ],
)
def test_what_may_be_a_paragraph_is_one(text: str) -> None:
    assert not is_caption(text, 200)


def test_a_sentence_among_short_paragraphs_is_one_of_them() -> None:
    sentence = "Bộ trưởng hai bộ ký kết Quy chế phối hợp mới."
    assert is_caption(sentence, 2 * len(sentence))
    assert not is_caption(sentence, len(sentence))
