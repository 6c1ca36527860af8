"""Numbers of persons are found however they are grouped, and no other number is taken for one.

All of them are invented: digits in their order, years and places that fit no card.
"""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.personal_numbers import (
    NumberKind,
    PersonalNumber,
    bare,
    find_personal_numbers,
    may_have_personal_number,
)
from tests.domain.text.strategies import bounded
from tests.searches import SearchedText

PERSONAL = (
    "0912345678",
    "0912 345 678",
    "0912.345.678",
    "091 234 5678",
    "09 1234 5678",
    "+84912345678",
    "+84 912 345 678",
    "(+84) 912 345 678",
    "+84 (0)912 345 678",
    "84912345678",
    "ĐT: 0987.654.321",
    "ĐT:0987654321.",
    "liên hệ 0358 123 456 hoặc",
    "Zalo 0703-123-456",
    "0912345678 - 0987654321",
    "0912 345 678 0987 654 321",
    "phone: 0912345678",
    "(0912345678)",
    "CCCD 001085012345",
    "001085012345",
    "Số 034 190 012 345",
    "CMND số 123456789",
    "CMND: 123 456 789",
    "Căn cước công dân số: 999999999999",
    "thẻ căn cước số 001201012345",
    "hộ chiếu số C1234567",
    "CCCD/CMND 012345678",
    "0912 345 678",
    "**0912 345 678**",
    "[0912 345 678](tel:0912345678)",
)

OTHER = (
    "024 3942 0000",
    "(024) 39420000",
    "0243.942.0000",
    "1900 1234",
    "18001111",
    "ngày 05-08-2012 08:30",
    "ngày 05-09-2012",
    "ngày 03.08.2012",
    "5.851.234",
    "012012",
    "0312345678/QĐ",
    "MST: 0312345678",
    "Mã số thuế 0312 345 678",
    "số tài khoản: 0912345678",
    "STK 012012012012",
    "sha256: 0912345678abcdef",
    "https://x.vn/0912345678",
    "https://x.vn/a?b=0912345678",
    "0912345678.pdf",
    "Luật Căn cước số 26/2023/QH15",
    "cấp 68.000.000 thẻ căn cước",
    "cấp căn cước cho 100.000.000 người",
    "Số: 01/2012/QCPH",
    "0,912345678",
    "10.912.345.678 đồng",
    "0.912.345.678",
    "100000000000",
    "012012012012",
    "ngày 20 tháng 11 năm 2012",
    "Đường dây nóng: 0912 345 678",
    "08 00 12 00",
    "2012-11-20",
    "978-604-0912345",
    "2021-11-24T22:26+07:00",
    "000000000000",
    "084 123 456 789 012",
    "03 07 2012 05 08 2013",
    "ISBN 0912345678",
    "000.00.00.H22-210930-0001",
)


@pytest.mark.parametrize("number", PERSONAL)
def test_the_number_of_a_person_is_found(number: str) -> None:
    text = f"Nội dung {number} hết"
    found = list(find_personal_numbers(text))
    assert found
    assert may_have_personal_number(text.encode())
    for one in found:
        assert text[one.start : one.end] in number
        assert any(letter.isdigit() for letter in one.digits)


@pytest.mark.parametrize("number", OTHER)
def test_no_other_number_is_taken_for_one(number: str) -> None:
    assert list(find_personal_numbers(f"Nội dung {number} hết")) == []


def test_each_number_is_shown_once() -> None:
    found = list(find_personal_numbers("0912 345 678 0987 654 321, +84912345678"))
    assert found == [
        PersonalNumber(NumberKind.MOBILE, 0, 12, "0912345678"),
        PersonalNumber(NumberKind.MOBILE, 13, 25, "0987654321"),
    ]


@pytest.mark.parametrize("number", ["0912 345 678", "0912.345.678", "+84912345678", "84912345678", "+84 (0)912345678"])
def test_a_number_is_the_same_however_it_is_written(number: str) -> None:
    assert bare(number) == "0912345678"


@bounded
@given(st.text(alphabet="0123456789 .-+()84CMND\n", max_size=80))
def test_any_text_has_an_answer(text: str) -> None:
    for one in find_personal_numbers(text):
        assert 0 <= one.start < one.end <= len(text)


def test_a_long_line_is_not_searched_for_its_beginning_at_each_number() -> None:
    times = 1_000
    text = SearchedText(" ".join(f"hotline xem 09{number:08}" for number in range(times)))
    assert len(list(find_personal_numbers(text))) == times
    assert text.searched <= times * 50


@pytest.mark.parametrize("text", ["0" * 10**6, "0 " * 10**5, "09 " * 10**5, "CCCD " * 10**5, "0912345678 " * 10**4])
def test_no_text_takes_long(text: str) -> None:
    began = time.process_time()
    list(find_personal_numbers(text))
    assert time.process_time() - began < 5
