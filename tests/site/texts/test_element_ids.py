"""Element ids: by the naming convention, one for each provision, and each its own."""

import re

import pytest
from hypothesis import given

from bantin.domain.model import Provision, ProvisionKind
from bantin.site.texts.element_ids import element_ids, number_id
from bantin.site.texts.version import RecordText
from tests.index.contents import quick
from tests.site.texts.texts import SIGNED, record_texts


def test_ids_follow_the_naming_convention() -> None:
    assert element_ids(SIGNED.provisions) == {
        "chuong-1": "chp_i",
        "dieu-1": "art_1",
        "dieu-2": "art_2",
        "dieu-2-khoan-1": "art_2__para_1",
        "dieu-2-khoan-1-diem-d": "art_2__para_1__point_d",
        "dieu-2-khoan-1-diem-dd": "art_2__para_1__point_dd",
        "dieu-2-khoan-2": "art_2__para_2",
        "chuong-2": "chp_ii",
        "chuong-2-muc-1": "chp_ii__sec_1",
        "dieu-3": "art_3",
        "phu-luc-1": "att_i",
        "phu-luc-1-dieu-1": "att_i__art_1",
    }


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("5", "5"), ("5a", "5a"), ("IV", "iv"), ("d", "d"), ("đ", "dd"), ("Đ", "dd"), ("1.2", "1-2"),
        ("thứ nhất", "thu-nhat"), ("", "nn"),
    ],
)  # fmt: skip
def test_numbers(number: str, expected: str) -> None:
    assert number_id(number) == expected


def test_of_two_with_one_number_the_later_is_counted() -> None:
    twice = tuple(Provision(ProvisionKind.ARTICLE, number, f"m-{place}") for place, number in enumerate("55"))
    counted = (*twice, Provision(ProvisionKind.ARTICLE, "5-2", "m-2"))
    assert list(element_ids(counted).values()) == ["art_5", "art_5-2", "art_5-2-2"]


@quick
@given(record_texts())
def test_every_provision_has_an_id_of_its_own(text: RecordText) -> None:
    for version in text.versions:
        ids = element_ids(version.text.provisions)
        assert set(ids) == {provision.anchor for provision in version.text.walk()}
        assert len(set(ids.values())) == len(ids)
        assert all(re.fullmatch(r"[a-z]+_[a-z0-9-]+(__[a-z]+_[a-z0-9-]+)*", one) for one in ids.values())
