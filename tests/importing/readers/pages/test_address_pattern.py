"""Old addresses from the names of files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.importing.readers.pages.address_pattern import AddressPattern, is_file_pattern, names_in

PATTERN = AddressPattern("tin-tuc.aspx_ItemID={id}.html", "/Pages/tin-tuc.aspx?ItemID={id}")


def test_the_parts_of_a_name_stand_in_its_address() -> None:
    assert PATTERN.address_of("tin-tuc.aspx_ItemID=18746.html") == "/Pages/tin-tuc.aspx?ItemID=18746"
    assert AddressPattern("{nam}-{ten}.htm", "/{ten}?y={nam}").address_of("2012-ký-kết.htm") == "/ký-kết?y=2012"
    assert AddressPattern("gioi-thieu.html", "/gioi-thieu").address_of("gioi-thieu.html") == "/gioi-thieu"


@pytest.mark.parametrize("name", ["tin-tuc.aspx_ItemID=.html", "tin.html", "", "xtin-tuc.aspx_ItemID=1.html"])
def test_other_names_have_no_address(name: str) -> None:
    assert PATTERN.address_of(name) == ""


@pytest.mark.parametrize("pattern", ["{a}{b}.html", "{a}-{a}.html", "{a.html", "a}.html", "{A}.html", "{}"])
def test_patterns_that_mean_nothing_certain_are_none(pattern: str) -> None:
    assert not is_file_pattern(pattern)


@given(st.lists(st.integers(0, 99_999).map(str), min_size=1, max_size=4))
def test_every_part_comes_back(values: list[str]) -> None:
    names = [f"p{number}" for number in range(len(values))]
    pattern = AddressPattern("-".join(f"{{{name}}}" for name in names), "/" + "/".join(f"{{{name}}}" for name in names))
    assert is_file_pattern(pattern.file)
    assert list(names_in(pattern.file)) == names
    assert pattern.address_of("-".join(values)) == "/" + "/".join(values)
