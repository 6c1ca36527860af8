import pytest

from bantin.importing.facts.documents.head import head_end, is_date_line, is_number_line, read_head
from tests.importing.facts.documents.layouts import STATE, paragraphs, table


def issuers(*left: str) -> list[str]:
    return [one.words for one in read_head([table([list(left), list(STATE)])]).issuers]


@pytest.mark.parametrize(
    ("left", "names"),
    [
        (["BỘ CÔNG AN", "CỤC MƯA ĐÁ"], ["CỤC MƯA ĐÁ"]),
        (["BỘ CÔNG AN – VĂN PHÒNG QUỐC HỘI"], ["BỘ CÔNG AN", "VĂN PHÒNG QUỐC HỘI"]),
        (["BỘ CÔNG AN -", "BỘ QUỐC PHÒNG"], ["BỘ CÔNG AN", "BỘ QUỐC PHÒNG"]),
        (["VĂN PHÒNG", "BỘ CÔNG AN"], ["VĂN PHÒNG BỘ CÔNG AN"]),
        (["CÔNG AN TỈNH BÀ RỊA - VŨNG TÀU"], ["CÔNG AN TỈNH BÀ RỊA - VŨNG TÀU"]),
        (["HĐND - UBND TỈNH LÀO CAI"], ["HĐND TỈNH LÀO CAI", "UBND TỈNH LÀO CAI"]),
        (["BỘ CÔNG AN VĂN PHÒNG QUỐC HỘI"], []),
        (["CÔNG TY TNHH"], []),
    ],
)
def test_who_issues_a_document_stands_on_the_left(left: list[str], names: list[str]) -> None:
    assert issuers(*left) == names


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Hà Nội, ngày 20 tháng 11 năm 2012", "2012-11-20"),
        ("Hà Nội, ngày    tháng    năm 2012", "2012"),
        ("Hà Nội, ngày … tháng 11 năm 2012", "2012-11"),
        ("Hà Nội, ngày 5 tháng … năm 2012", "2012"),
        ("TP. Hồ Chí Minh, ngày 02 tháng 9 năm 2020", "2020-09-02"),
    ],
)
def test_a_day_is_known_as_far_as_it_is_filled_in(line: str, day: str) -> None:
    head = read_head(paragraphs(line))
    assert head.date is not None
    assert head.place is not None
    assert (head.date.value, head.place.value) == (day, line.partition(",")[0])


@pytest.mark.parametrize("line", ["Số:   /QCPH-BCA-VPQH", "Số: ...../QCPH-BCA", "Số:"])
def test_a_number_that_is_not_filled_in_stays_open(line: str) -> None:
    assert read_head(paragraphs(line)).number is None


def test_two_numbers_leave_the_number_open() -> None:
    assert read_head(paragraphs("Số: 01/QC-BCA", "Số: 02/QC-VPQH")).number is None


def test_the_rest_of_the_name_of_the_state_is_no_part_of_an_agency() -> None:
    head = read_head(paragraphs("BỘ CÔNG AN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", "NAM"))
    assert [one.words for one in head.issuers] == ["BỘ CÔNG AN"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hai cơ quan chào mừng ngày thành lập Đảng Cộng sản Việt Nam.",
        "Pursuant to Decision No. 15/QĐ-BCA, both parties agree as follows.",
    ],
)
def test_a_sentence_that_names_the_party_or_a_number_is_below_the_head(sentence: str) -> None:
    above = ("BỘ CÔNG AN\tĐẢNG CỘNG SẢN VIỆT NAM", "Số: 01/QC-BCA")
    assert head_end(paragraphs(*above, "Kính gửi: Văn phòng Quốc hội", sentence)) == len(above)


def test_a_line_of_its_own_is_told_from_a_sentence() -> None:
    assert is_date_line("Hà Nội, ngày 1 tháng 2 năm 2020")
    assert not is_date_line("Quy chế được ký tại Hà Nội, ngày 1 tháng 2 năm 2020.")
    assert is_number_line("Số: 01/QCPH-BCA-VPQH")
    assert not is_number_line("Theo Nghị định số 30/2020/NĐ-CP")
