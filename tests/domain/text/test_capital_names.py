import pytest

from bantin.domain.text.capital_names import (
    agency_in_small_letters,
    expanded,
    in_small_letters,
    is_kind_alone,
    names_several,
    post_in_small_letters,
    spelling_in,
)


@pytest.mark.parametrize(
    ("capitals", "small"),
    [
        ("BỘ CÔNG AN", "Bộ Công an"),
        ("BỘ THÔNG TIN VÀ TRUYỀN THÔNG", "Bộ Thông tin và Truyền thông"),
        ("BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Bộ Lao động - Thương binh và Xã hội"),
        ("VĂN PHÒNG QUỐC HỘI", "Văn phòng Quốc hội"),
        ("VĂN PHÒNG HĐND TỈNH LÀO CAI", "Văn phòng Hội đồng nhân dân tỉnh Lào Cai"),
        ("UBND TỈNH LÀO CAI", "Ủy ban nhân dân tỉnh Lào Cai"),
        ("UỶ BAN NHÂN DÂN TỈNH YÊN BÁI", "Ủy ban nhân dân tỉnh Yên Bái"),
        ("TOÀ ÁN NHÂN DÂN TỈNH LAI CHÂU", "Tòa án nhân dân tỉnh Lai Châu"),
        ("CỤC AN NINH CHÍNH TRỊ NỘI BỘ", "Cục An ninh chính trị nội bộ"),
        ("TỈNH ỦY LÀO CAI", "Tỉnh ủy Lào Cai"),
        ("HỘI NÔNG DÂN TỈNH LÀO CAI", "Hội Nông dân tỉnh Lào Cai"),
        ("THANH TRA TỈNH", "Thanh tra tỉnh"),
        ("Bộ Công An", "Bộ Công An"),
    ],
)
def test_an_agency_is_spelt_as_running_text_has_it(capitals: str, small: str) -> None:
    assert agency_in_small_letters(capitals) == small


def test_a_title_keeps_names_numerals_and_abbreviations() -> None:
    title = "QUY CHẾ PHỐI HỢP GIỮA BỘ MƯA ĐÁ VÀ UBND TỈNH LÀO CAI TẠI QUỐC HỘI KHÓA XV"
    assert in_small_letters(title, ["Bộ Mưa đá"]) == (
        "Quy chế phối hợp giữa Bộ Mưa đá và UBND tỉnh Lào Cai tại Quốc hội khóa XV"
    )


def test_the_state_is_a_name_unless_it_says_of_what_kind_something_is() -> None:
    assert in_small_letters("QUẢN LÝ NHÀ NƯỚC VÀ CÔNG TÁC CỦA NHÀ NƯỚC") == "Quản lý nhà nước và công tác của Nhà nước"
    assert in_small_letters("PHỐI HỢP VỚI NGÂN HÀNG NHÀ NƯỚC") == "Phối hợp với ngân hàng Nhà nước"


def test_what_is_not_all_in_capitals_stays() -> None:
    assert in_small_letters("Quy chế Phối hợp") == "Quy chế Phối hợp"
    assert post_in_small_letters("Phó chủ tịch") == "Phó chủ tịch"


@pytest.mark.parametrize(
    ("capitals", "small"),
    [("BỘ TRƯỞNG", "Bộ trưởng"), ("PHÓ CHỦ TỊCH", "Phó Chủ tịch"), ("PHÓ CHÁNH VĂN PHÒNG", "Phó Chánh Văn phòng")],
)
def test_a_post_is_spelt_as_running_text_has_it(capitals: str, small: str) -> None:
    assert post_in_small_letters(capitals) == small


def test_the_spelling_of_a_text_is_that_of_whole_words_in_mixed_letters() -> None:
    prose = "VIỆN BIỂN CẢ; Viện Biển Cảnh; Viện Biển Cả và"
    assert spelling_in(prose, "VIỆN BIỂN CẢ") == "Viện Biển Cả"
    assert spelling_in("VIỆN BIỂN CẢ", "VIỆN BIỂN CẢ") == ""
    assert spelling_in(prose, "") == ""


def test_abbreviations_are_written_out_as_words_alone() -> None:
    assert expanded("UBND tỉnh, XUBND") == "Ủy ban nhân dân tỉnh, XUBND"


def test_a_kind_alone_needs_a_name_but_a_committee_is_one() -> None:
    assert is_kind_alone("VĂN PHÒNG")
    assert not is_kind_alone("ỦY BAN NHÂN DÂN")
    assert not is_kind_alone("VĂN PHÒNG QUỐC HỘI")


@pytest.mark.parametrize("text", ["BỘ CÔNG AN VĂN PHÒNG QUỐC HỘI", "HỘI NÔNG DÂN THỨ TRƯỞNG BỘ CÔNG AN"])
def test_two_agencies_without_a_sign_between_them_are_several(text: str) -> None:
    assert names_several(text)


@pytest.mark.parametrize(
    "text", ["VĂN PHÒNG BỘ CÔNG AN", "BỘ CÔNG AN", "CỤC AN NINH NỘI BỘ", "BỘ CHỈ HUY BỘ ĐỘI BIÊN PHÒNG", "BỘ NỘI VỤ"]
)
def test_a_name_within_a_name_is_one(text: str) -> None:
    assert not names_several(text)
