"""All names by which readers may know an agency."""

import pytest
from msgspec.structs import replace

from bantin.domain.model import DatedName, Label
from bantin.site.agency_names import searched_names
from tests.index.contents import agency


def test_they_are_present_and_former_ones_in_each_language_and_short_ones_each_once() -> None:
    one = replace(
        agency("bca"),
        name=Label("Bộ Công an", "Ministry of Public Security"),
        former_names=(DatedName(Label("Bộ Nội vụ")), DatedName(Label("Bộ Công an"))),
        abbreviations=("BCA",),
        aliases=("Bộ CA", "BCA"),
    )
    assert searched_names(one) == ("Bộ Công an", "Ministry of Public Security", "Bộ Nội vụ", "BCA", "Bộ CA")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Ủy ban nhân dân tỉnh An Lâm", ["UBND tỉnh An Lâm"]),
        ("Uỷ ban nhân dân tỉnh An Lâm", ["UBND tỉnh An Lâm"]),
        ("Văn phòng Ủy ban Nhân dân tỉnh An Lâm", ["Văn phòng UBND tỉnh An Lâm"]),
        ("Hội đồng nhân dân tỉnh An Lâm", ["HĐND tỉnh An Lâm"]),
        ("Ủy ban Dân tộc", []),
        ("Tòa án nhân dân tối cao", []),
    ],
)
def test_people_s_committees_and_councils_are_known_by_what_everyone_calls_them(name: str, short: list[str]) -> None:
    assert list(searched_names(agency("x", name))) == [name, *short]
