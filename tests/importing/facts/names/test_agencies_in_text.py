"""Agencies in running text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.importing.facts.names.agencies_in_text import agencies_in
from tests.importing.names import sample_names


def names_in(text: str, *places: str) -> list[str]:
    return [one.agency.name for one in agencies_in(text, sample_names(), places)]


def ids_in(text: str) -> list[str]:
    return [one.agency.id for one in agencies_in(text, sample_names())]


def test_an_agency_of_the_bulletin_has_its_id() -> None:
    assert ids_in("Bộ Thông tin và Truyền thông ký với Bộ Công an.") == ["bo-thong-tin-va-truyen-thong", "bo-cong-an"]


def test_capitals_and_both_tone_placements_are_known() -> None:
    assert ids_in("BỘ CÔNG AN VÀ VĂN PHÒNG QUỐC HỘI KÝ QUY CHẾ") == ["bo-cong-an", "van-phong-quoc-hoi"]
    assert names_in("BỘ CÔNG AN KÝ") == ["Bộ Công an"]
    assert names_in("Toà án nhân dân tỉnh Hoà Bình xét xử") == ["Toà án nhân dân tỉnh Hoà Bình"]


def test_an_abbreviation_of_the_bulletin_stands_for_the_full_name() -> None:
    assert names_in("V05 và A03 thống nhất") == [
        "Cục Xây dựng phong trào bảo vệ an ninh Tổ quốc",
        "Cục An ninh chính trị nội bộ",
    ]


def test_the_abbreviated_field_of_a_ministry_is_spelt_out() -> None:
    assert names_in("Bộ TT&TT và Sở GD&ĐT tỉnh Lào Cai họp") == [
        "Bộ Thông tin và Truyền thông",
        "Sở Giáo dục và Đào tạo tỉnh Lào Cai",
    ]


def test_an_abbreviation_in_brackets_means_the_agency_before_it() -> None:
    text = "Cục Cảnh sát hình sự (C02) họp. Sau đó C02 thông báo."
    assert names_in(text) == ["Cục Cảnh sát hình sự", "Cục Cảnh sát hình sự"]


def test_a_place_is_completed_where_the_text_names_one_province() -> None:
    assert names_in("Văn phòng HĐND tỉnh Lào Cai, Văn phòng UBND tỉnh và Công an tỉnh đã ký") == [
        "Văn phòng HĐND tỉnh Lào Cai",
        "Văn phòng UBND tỉnh Lào Cai",
        "Công an tỉnh Lào Cai",
    ]
    assert names_in("Công an tỉnh đã ký", "tỉnh Nghệ An") == ["Công an tỉnh Nghệ An"]


def test_a_place_stays_open_where_the_text_names_two_provinces() -> None:
    assert names_in("Công an tỉnh họp với tỉnh Lào Cai và tỉnh Yên Bái") == ["Công an tỉnh"]


def test_agencies_of_several_provinces_are_told_apart() -> None:
    assert names_in("Công an các tỉnh Yên Bái, Sơn La và Lai Châu ký") == [
        "Công an tỉnh Yên Bái",
        "Công an tỉnh Sơn La",
        "Công an tỉnh Lai Châu",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cục An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao chủ trì", None),
        ("Cục Cảnh sát quản lý hành chính về trật tự xã hội và Vụ Pháp chế", None),
        ("Sở Văn hóa, Thể thao và Du lịch tỉnh Quảng Trị, nơi", "Sở Văn hóa, Thể thao và Du lịch tỉnh Quảng Trị"),
        ("Công an tỉnh Lào Cai Nguyễn Văn Bình nói", "Công an tỉnh Lào Cai"),
        ("Công an tỉnh Phạm Hùng Hiếu", "Công an tỉnh"),
        ("Học viện Chính trị quốc gia Hồ Chí Minh phối hợp", "Học viện Chính trị quốc gia Hồ Chí Minh"),
        ("Công an thành phố Hồ Chí Minh ký", "Công an thành phố Hồ Chí Minh"),
        ("Đoàn TNCS Hồ Chí Minh tỉnh Nghệ An tổ chức", "Đoàn TNCS Hồ Chí Minh tỉnh Nghệ An"),
        ("Cục Cảnh sát hình sự Trần Văn Minh cho biết", "Cục Cảnh sát hình sự"),
    ],
)
def test_a_name_ends_where_other_words_begin(text: str, name: str | None) -> None:
    expected = name or text.removesuffix(" chủ trì").removesuffix(" và Vụ Pháp chế")
    assert names_in(text)[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Cục trưởng ký",
        "Hà Nội mưa",
        "các cục, các vụ họp bàn",
        "Trường học mới",
        "Hội nghị",
        "Vụ án",
        "Thanh tra Bộ",
    ],
)
def test_words_that_name_no_agency_are_left_alone(text: str) -> None:
    assert names_in(text) == []


@given(st.text(alphabet="BộCông antỉhLàCieVụ,()0AĐ ", max_size=120))
def test_mentions_are_in_order_and_apart(text: str) -> None:
    found = agencies_in(text, sample_names())
    assert all(one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_the_first_word_of_a_name_alone_is_none() -> None:
    assert names_in("Bí thư Đoàn Bùi Quang Huy và Tập đoàn Quy chế") == []


def test_several_agencies_of_a_kind_are_none() -> None:
    assert names_in("UBND các xã Tân Minh, Tân Đức và UBND 3 huyện dự họp") == []


def test_a_name_of_which_the_end_is_not_certain_is_none() -> None:
    assert names_in("Cục Xây dựng phong trào bảo vệ an ninh Tổ quốc nêu rõ nội dung") == [
        "Cục Xây dựng phong trào bảo vệ an ninh Tổ quốc"
    ]
    assert names_in("Cục Phòng cháy xướng danh hôm ấy xong") == []
