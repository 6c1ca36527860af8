"""Whether two names are one, and how a name is spelt out in an address."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.same_name import same_name, telex, without_marks
from bantin.domain.text.slugs import slugify

VIETNAMESE = st.text("aàáâăđdeêioôơuưỳyhngtcq  -ÂĐ9", max_size=12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("công chứng", "Công Chứng"),
        ("công chứng", "công  chứng"),
        ("công chứng", "co\u0302ng chu\u031b\u0301ng"),
        ("hòa giải", "hoà giải"),
        ("HOÀ GIẢI", "hòa giải"),
        ("Ủy ban", "Uỷ ban"),
        ("khỏe", "khoẻ"),
        ("COVID-19", "Covid 19"),
        ("an toàn – an ninh", "an toàn, an ninh"),
        ("Đỗ Ðức", "Đỗ Đức"),
    ],
)
def test_how_a_name_was_typed_makes_no_other_name(one: str, other: str) -> None:
    assert same_name(one) == same_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("công chứng", "công chúng"),
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng"),
        ("ma", "mạ"),
        ("đa", "da"),
        ("C", "C++"),
        ("quý", "qúy"),
        ("hoàn", "hòan"),
    ],
)
def test_marks_and_signs_make_another_name(one: str, other: str) -> None:
    assert same_name(one) != same_name(other)


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ("công chứng", "coong-chuwsng"),
        ("công chúng", "coong-chusng"),
        ("Nguyễn Văn Hưng", "nguyeexn-vawn-huwng"),
        ("Đỗ Thị Ngọc", "ddoox-thij-ngojc"),
        ("hoà", "hofa"),
        ("an ninh", "an-ninh"),
    ],
)
def test_a_name_is_spelt_as_it_is_typed(name: str, spelt: str) -> None:
    assert telex(name) == spelt


def test_what_cannot_be_typed_is_distinguished_all_the_same() -> None:
    assert len({telex(name) for name in ("C", "C++", "C#", "Ç", "âa", "aâ")}) == 6


@given(VIETNAMESE, VIETNAMESE)
def test_names_that_share_a_slug_are_never_spelt_alike(one: str, other: str) -> None:
    if slugify(one) == slugify(other) != "":
        assert (same_name(one) == same_name(other)) is (telex(one) == telex(other))


@given(st.lists(st.sampled_from("aàáảãạâầấăằđdeèêiìoòôơờuùưừy"), min_size=1, max_size=6), st.data())
def test_no_two_ways_to_mark_a_word_are_spelt_alike(letters: list[str], data: st.DataObject) -> None:
    one = "".join(letters)
    other = "".join(data.draw(st.permutations(letters)))
    if slugify(one) == slugify(other):
        assert (same_name(one) == same_name(other)) is (telex(one) == telex(other))


@given(st.text(max_size=30))
def test_every_name_can_be_spelt(name: str) -> None:
    assert same_name(same_name(name)) == same_name(name)
    assert re.fullmatch(r"[a-z0-9]*(?:-[a-z0-9]+)*", telex(name))


def test_names_that_differ_in_marks_only_have_something_in_common() -> None:
    assert without_marks("Nguyen Van A") == without_marks("NGUYỄN VĂN Á") != without_marks("Nguyễn Văn B")
