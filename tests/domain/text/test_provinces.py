"""Provinces in running text."""

from bantin.domain.text.provinces import only_province, province_at, provinces_in


def test_provinces_are_found_with_their_unit_once_each() -> None:
    text = "tỉnh Lào Cai, Tỉnh ủy Lào Cai, thành phố Hà Nội và TP. Hồ Chí Minh"
    assert provinces_in(text) == ("tỉnh Lào Cai", "thành phố Hà Nội", "thành phố Hồ Chí Minh")


def test_both_tone_placements_are_one_province() -> None:
    assert provinces_in("tỉnh Hòa Bình, tỉnh Hoà Bình") == ("tỉnh Hòa Bình",)


def test_a_name_without_a_unit_is_not_certain() -> None:
    assert provinces_in("ông Hà Nam, Hà Nội mưa, tỉnh lẻ") == ()


def test_the_only_province_is_shown_where_there_is_one() -> None:
    assert only_province("Công an tỉnh Lào Cai") == "tỉnh Lào Cai"
    assert only_province("tỉnh Lào Cai và tỉnh Yên Bái") == ""


def test_a_name_ends_behind_its_last_word() -> None:
    assert province_at("Bà Rịa - Vũng Tàu, 2020", 0) == len("Bà Rịa - Vũng Tàu")
    assert province_at("Hà Namm", 0) == 0
