"""Headers of columns, in the words of many registers."""

import pytest

from bantin.importing.facts.sheets.headers import Header, read_header


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("STT", "order"),
        ("Số, ký hiệu", "number"),
        ("SỐ KÝ HIỆU", "number"),
        ("Số văn bản", "number"),
        ("Ngày ký", "signed_on"),
        ("Ngày ký (dd/mm/yyyy)", "signed_on"),
        ("Ngày, tháng, năm ký:", "signed_on"),
        ("Ngày ban hành", "issued_on"),
        ("Trích yếu", "title"),
        ("Tên văn bản", "title"),
        ("Loại văn bản", "type"),
        ("Cơ quan ký", "parties"),
        ("Các bên ký kết", "parties"),
        ("Người ký", "signatories"),
        ("Chức vụ", "position"),
        ("Lĩnh vực", "fields"),
        ("Hiệu lực từ", "effective_on"),
        ("Ngày hết hiệu lực", "expires_on"),
        ("Thời hạn", "term"),
        ("Nơi ký", "place"),
        ("Số điều", "clauses"),
        ("Căn cứ", "legal_basis"),
        ("Ghi chú", "note"),
        ("Tệp", "documents"),
        ("Link", "documents"),
        ("Date signed", "signed_on"),
        ("Parties", "parties"),
    ],
)
def test_headers_in_both_languages_are_known(words: str, key: str) -> None:
    assert read_header(words) == Header(key)


def test_capitals_and_the_place_of_a_tone_mark_do_not_matter() -> None:
    assert read_header("ĐỊA ĐIỂM KÝ") == read_header("Địa điểm ký") == Header("place")
    assert read_header("Thời gian hiệu lực") == read_header("thời gian hiệu lưc\u0323") == Header("term")
    assert read_header("Đơn vị ký kết") == Header("parties")


@pytest.mark.parametrize(
    ("words", "header"),
    [
        ("Bên A", Header("party", "A")),
        ("Tên cơ quan (Bên B)", Header("party", "B")),
        ("Bên thứ hai", Header("party", "B")),
        ("Bên 3", Header("party", "C")),
        ("Người ký bên A", Header("signatories", "A")),
        ("Đại diện Bên B", Header("signatories", "B")),
        ("Chức vụ Bên A", Header("position", "A")),
        ("Party B", Header("party", "B")),
    ],
)
def test_a_header_may_be_for_one_side(words: str, header: Header) -> None:
    assert read_header(words) == header


@pytest.mark.parametrize(
    "words", ["", "Ngày ký bên A", "Bên bán hàng", "Các bên bàn bạc", "Hồ sơ", "a" * 500, "Bên áo"]
)
def test_other_words_are_no_header(words: str) -> None:
    assert read_header(words) is None


def test_a_header_may_say_that_the_month_comes_first() -> None:
    assert read_header("Ngày ký (mm/dd/yyyy)") == Header("signed_on", is_month_first=True)
    assert read_header("Ngày ký (tháng/ngày/năm)") == Header("signed_on", is_month_first=True)
