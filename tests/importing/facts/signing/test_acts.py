"""Sentences that tell of a signing."""

import pytest

from bantin.importing.facts.signing.acts import acts_in
from bantin.importing.facts.signing.telling import sentences_of
from tests.importing.facts.measure import paragraphs
from tests.importing.names import sample_names


def acts(text: str) -> list[str]:
    return [one.text for one in acts_in(sentences_of(paragraphs(text), sample_names()))]


@pytest.mark.parametrize(
    "text",
    [
        "Hai bên ký Quy chế phối hợp.",
        "Diễn ra Lễ ký kết Quy chế phối hợp.",
        "KÝ KẾT QUY CHẾ PHỐI HỢP",
        "Sở Tư pháp thành phố Cần Thơ ký Quy chế phối hợp.",
        "Cục Kế hoạch và Tài chính ký Quy chế phối hợp.",
        "Sau khi nghe dự thảo, hai bên đã ký Quy chế phối hợp.",
        "Hội nghị tổng kết và ký kết Quy chế phối hợp mới.",
    ],
)
def test_a_sentence_that_tells_of_a_signing_is_found(text: str) -> None:
    assert acts(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Hai bên sẽ ký Quy chế phối hợp.",
        "Hai bên chưa ký Quy chế phối hợp.",
        "Việc ký kết Quy chế phối hợp là cần thiết.",
        "Sau khi ký kết Quy chế phối hợp, hai bên họp.",
        "Phát biểu tại Lễ ký kết Quy chế phối hợp, ông cảm ơn.",
        "Sơ kết 5 năm thực hiện Quy chế phối hợp đã ký.",
        "Bộ trưởng ký Quyết định ban hành Quy chế phối hợp.",
        "Hai bên thực hiện nghiêm túc Quy chế phối hợp đã ký.",
        "Quy chế phối hợp ký kết năm 2012 còn tốt.",
        "Thư ký đọc Quy chế phối hợp.",
        "Trước thềm lễ ký kết Quy chế phối hợp, phóng viên đã hỏi.",
        "Hai bên sắp ký Quy chế phối hợp.",
        "Quy chế phối hợp cũ hai bên ký ngày 20/8/2015.",
        "Hai bên ký.",
    ],
)
def test_a_sentence_about_something_else_is_not(text: str) -> None:
    assert acts(text) == []


def test_a_headline_comes_last() -> None:
    assert acts("Ký Quy chế phối hợp\nHai bên ký Quy chế phối hợp.") == [
        "Hai bên ký Quy chế phối hợp.",
        "Ký Quy chế phối hợp",
    ]


def test_a_headline_about_a_review_rules_out_a_signing_that_the_text_recalls() -> None:
    assert acts("Kỷ niệm 8 năm ký Quy chế\nNgày 20/11/2012, hai bên ký Quy chế phối hợp.") == []
