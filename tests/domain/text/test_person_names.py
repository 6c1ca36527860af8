"""Names of people, and what is written around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.person_names import NameParts, is_surname, read_name

NAMES = (
    "Nguyễn Văn A",
    "Trần Thị Ngọc Đẹp",
    "Hằng Nga",
    "Bảy Sắc",
    "A",
    "Ông Ích Khiêm",
    "Ông Văn Tùng",
    "Quyền Văn Minh",
    "Phó Đức Chính",
    "Anh Hiếu",
    "Nguyên Ngọc",
    "K'Brơi",
    "Y Thanh Hà Niê Kđăm",
    "Hầu A Lềnh",
    "Thích Thiện Nhơn",
    "John Smith",
    "A. Bee",
    "O'Brien",
    "Jean-Luc Dupont",
    "Ludwig van Beethoven",
    "Martin Luther King, Jr.",
    "Smith, John",
    "Kim Jong Un",
    "KIM Jong Un",
    "Sanae Takaichi",
    "Xi Jinping",
    "LEE",
    "Nguyen Van A",
    "Nguyễn  Văn A",
)
BODIES = (
    "Lãnh đạo ba văn phòng và Công an tỉnh",
    "Sở Kế hoạch và Đầu tư",
    "Sở Ngoại vụ",
    "Ban Thi đua - Khen thưởng tỉnh",
    "Lãnh đạo Bộ Công an",
    "Chủ tịch UBND tỉnh",
    "Đại diện các bộ, ngành",
    "Công ty TNHH A và B",
    "Cổng thông tin và truyền thông",
    "Báo Công an nhân dân",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_a_name(name: str) -> None:
    assert read_name(name) is None


@pytest.mark.parametrize("name", BODIES)
def test_nothing_is_said_of_what_is_no_person(name: str) -> None:
    assert read_name(name) is None


@pytest.mark.parametrize(
    ("written", "name", "rank", "position", "capacity"),
    [
        ("Đại tướng Lê Văn C", "Lê Văn C", "Đại tướng", "", ""),
        ("ĐẠI TƯỚNG LÊ VĂN C", "Lê Văn C", "Đại tướng", "", ""),
        ("GS.TS. Lê Văn C", "Lê Văn C", "GS.TS", "", ""),
        ("GS. TS Lê Văn C", "Lê Văn C", "GS.TS", "", ""),
        ("Thượng tướng, PGS.TS Lê Văn C", "Lê Văn C", "Thượng tướng, PGS.TS", "", ""),
        ("Đồng chí: Lê Văn C", "Lê Văn C", "", "", ""),
        ("Đồng chí Trung tướng Lê Văn C", "Lê Văn C", "Trung tướng", "", ""),
        ("Ông Tâm", "Tâm", "", "", ""),
        ("H.E. John Smith", "John Smith", "", "", ""),
        ("Lê Văn C – Chủ nhiệm Văn phòng", "Lê Văn C", "", "Chủ nhiệm Văn phòng", ""),
        ("Lê Văn C, Phó Chủ tịch", "Lê Văn C", "", "Phó Chủ tịch", ""),
        ("Lê Văn C, Đại tá, Giám đốc Công an tỉnh", "Lê Văn C", "Đại tá", "Giám đốc Công an tỉnh", ""),
        ("Thiếu tướng Lê Văn C, Cục trưởng", "Lê Văn C", "Thiếu tướng", "Cục trưởng", ""),
        ("Giám đốc: Lê Văn C", "Lê Văn C", "", "Giám đốc", ""),
        ("Thứ trưởng Thường trực Trần Quốc Tỏ", "Trần Quốc Tỏ", "", "Thứ trưởng Thường trực", ""),
        ("Bộ trưởng Bộ Công an Lương Tam Quang", "Lương Tam Quang", "", "Bộ trưởng Bộ Công an", ""),
        ("Giám đốc Công an tỉnh Lào Cai Cao Minh Huyền", "Cao Minh Huyền", "", "Giám đốc Công an tỉnh Lào Cai", ""),
        ("KT. Bộ trưởng, Thứ trưởng Lê Văn C", "Lê Văn C", "", "Thứ trưởng", "KT"),
        ("Lê Văn C (Hà Nội)", "Lê Văn C", "", "Hà Nội", ""),
        ("Lê Văn C (đã ký và đóng dấu)", "Lê Văn C", "", "", ""),
        ("Lê Văn An.", "Lê Văn An", "", "", ""),
        ("1. Lê Văn C", "Lê Văn C", "", "", ""),
        ("Lê Văn C Phó Giám đốc Sở Y tế", "Lê Văn C", "", "Phó Giám đốc Sở Y tế", ""),
        ("Hòa thượng Thích Gia Quang", "Thích Gia Quang", "Hòa thượng", "", ""),
        ("Hoà thượng Thích Gia Quang", "Thích Gia Quang", "Hoà thượng", "", ""),
        ("Nhà báo Lê Văn C", "Lê Văn C", "Nhà báo", "", ""),
        ("Đc Lê Văn C", "Lê Văn C", "", "", ""),
    ],
)
def test_what_is_around_a_name_is_distinguished_from_it(
    written: str, name: str, rank: str, position: str, capacity: str
) -> None:
    assert read_name(written) == NameParts((name,), rank, position, capacity)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("LÊ VĂN C", "Lê Văn C"),
        ("lê văn bình", "Lê Văn Bình"),
        ("Trần Văn BÌNH", "Trần Văn Bình"),
        ("JO DOE", "Jo Doe"),
    ],
)
def test_capitals_are_those_of_a_name(written: str, name: str) -> None:
    assert read_name(written) == NameParts((name,), spelt=True)


@pytest.mark.parametrize(
    "written",
    [
        "Nguyễn A và Trần B",
        "Nguyễn A; Trần B",
        "Nguyễn A, Trần B",
        "Nguyễn A/Trần B",
        "Nguyễn A & Trần B",
        "Nguyễn A + Trần B",
        "Nguyễn A|Trần B",
        "Nguyễn A cùng Trần B",
        "Nguyễn A - Trần B",
        "Ông Nguyễn A và bà Trần B",
        "NGUYỄN VĂN A và Đại tá Trần B",
    ],
)
def test_several_people_are_distinguished_from_one(written: str) -> None:
    named = read_name(written)
    assert named
    assert [name.split()[0] for name in named.names] == ["Nguyễn", "Trần"]


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    named = read_name(text)
    assert named is None or all(name.strip() == name != "" for name in named.names)


@given(
    st.sampled_from(["Nguyễn Văn Hùng", "Trần Thị Mai", "Lê Đức"]),
    st.sampled_from(["", "Đại tá ", "Ông ", "TS. ", "Đ/c "]),
    st.sampled_from(["", ", Cục trưởng", " – Giám đốc Sở", " (đã ký)", ","]),
)
def test_a_name_is_found_whatever_stands_around_it(name: str, before: str, behind: str) -> None:
    named = read_name(f"{before}{name}{behind}")
    assert (named.names if named else (name,)) == (name,)
    assert (named is None) is (before + behind == "")


def test_family_names_are_known() -> None:
    assert is_surname("Nguyễn")
    assert is_surname("ĐẶNG")
    assert not is_surname("Nguyen")
