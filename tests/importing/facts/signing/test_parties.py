"""Parties of an agreement in sentences that tell of its signing."""

import pytest

from bantin.importing.facts.signing.parties import parties_in
from bantin.importing.facts.signing.telling import sentences_of
from tests.importing.facts.measure import paragraphs
from tests.importing.names import sample_names


def parties(text: str) -> list[str]:
    (sentence,) = sentences_of(paragraphs(text), sample_names())
    return [one.name for one in parties_in(sentence)]


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Công an và Bộ Y tế ký Quy chế phối hợp",
        "Bộ Công an và Bộ Y tế đã chính thức tổ chức Lễ ký kết Quy chế phối hợp",
        "Bộ Công an ký Quy chế phối hợp với Bộ Y tế",
        "Bộ Công an phối hợp với Bộ Y tế tổ chức ký kết Quy chế phối hợp",
        "Lễ ký kết Quy chế phối hợp giữa Bộ Công an và Bộ Y tế diễn ra",
        "Tại trụ sở Bộ Nội vụ, Bộ Công an và Bộ Y tế ký Quy chế phối hợp",
        "Đại diện lãnh đạo Bộ Công an và Bộ Y tế ký Quy chế phối hợp",
        "Hai cơ quan ký Quy chế phối hợp: Bộ Công an và Bộ Y tế",
        "Bộ Công an (BCA) và Bộ Y tế ký Quy chế phối hợp",
    ],
)
def test_parties_are_those_who_sign(text: str) -> None:
    assert parties(text) == ["Bộ Công an", "Bộ Y tế"]


@pytest.mark.parametrize("whole", [", Bộ Công an", " (Bộ Công an)", " thuộc Bộ Công an", " Bộ Công an"])
def test_the_ministry_of_a_department_is_no_party(whole: str) -> None:
    assert parties(f"Cục An ninh mạng và Cục Cảnh sát hình sự{whole} ký Quy chế phối hợp") == [
        "Cục An ninh mạng",
        "Cục Cảnh sát hình sự",
    ]


def test_the_police_of_a_province_are_no_party_behind_their_own_office() -> None:
    text = "Phòng Hậu cần và Phòng Tham mưu, Công an tỉnh Lào Cai ký Quy chế phối hợp"
    assert parties(text) == ["Phòng Hậu cần", "Phòng Tham mưu"]


def test_a_local_division_is_named_with_what_it_is_part_of() -> None:
    text = "Phòng An ninh kinh tế Công an thành phố Hải Phòng và Công ty Cảng Hải Phòng ký Quy chế phối hợp"
    assert parties(text) == ["Phòng An ninh kinh tế Công an thành phố Hải Phòng", "Công ty Cảng Hải Phòng"]


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Công an ký Quy chế phối hợp",
        "Bộ Công an và Bộ Y tế dự lễ ký Quy chế phối hợp",
        "Dự lễ có Bộ Công an và Bộ Y tế, các bên ký Quy chế",
        "Ba cơ quan, trong đó có Bộ Công an và Bộ Y tế, ký Quy chế phối hợp",
        "Trại giam Thủ Đức (Cục Hậu cần - Bộ Công an) ký Quy chế phối hợp với UBND các xã Tân Minh, Tân Đức",
    ],
)
def test_agencies_that_do_not_certainly_sign_are_no_parties(text: str) -> None:
    assert parties(text) == []
