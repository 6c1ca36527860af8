"""Numbers of documents, as people type them."""

import pytest

from bantin.domain.text.document_numbers import number_key, numbers_in, read_number


@pytest.mark.parametrize(
    "typed",
    ["30/2020/NĐ-CP", "30/2020/NĐ–CP", "30 / 2020 / NĐ - CP", "30/2020/nđ-cp", "30/2020/ND-CP", "30/2020/NĐ‑CP"],
)
def test_spellings_of_a_number_are_one(typed: str) -> None:
    number = read_number(typed)
    assert number is not None
    assert number.text == "30/2020/NĐ-CP"
    assert number_key(typed) == number_key("030/2020/NĐ-CP")


@pytest.mark.parametrize(
    ("one", "other"), [("1/23-CT", "12/3-CT"), ("01/QC-A-B", "01/QC-AB"), ("30/2020/NĐ-CP", "30/NĐ-CP")]
)
def test_other_numbers_have_other_keys(one: str, other: str) -> None:
    assert number_key(one) != number_key(other)


@pytest.mark.parametrize("typed", ["", "A", "-", "NĐ-CP", "số 30"])
def test_what_is_no_number_is_not_read(typed: str) -> None:
    assert read_number(typed) is None


def test_all_that_may_be_a_number_is_shown() -> None:
    found = numbers_in("Quy chế số 01/QCPH-A-B, NĐ30/2020/NĐ - CP ngày 20/11/2012")
    assert {"01/QCPH-A-B", "30/2020/NĐ - CP"} <= set(found)
    assert not any("11" in one for one in found)
