"""Bylines, and codes of sources before the first words."""

import pytest

from bantin.importing.facts.news.bylines import (
    Byline,
    find_source_code,
    is_credit,
    is_office,
    read_bare_byline,
    read_labelled_byline,
)


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("Tin, ảnh: Xuân Mai", ("Xuân Mai",)),
        ("TIN, ẢNH: XUÂN MAI", ("XUÂN MAI",)),
        ("Bài và ảnh: Anh Hiếu, Vũ Linh", ("Anh Hiếu", "Vũ Linh")),
        ("Bài: Lê Thu; ảnh: Đỗ Quyên", ("Lê Thu",)),
        ("Tác giả: Văn phòng UBND tỉnh", ("Văn phòng UBND tỉnh",)),
        ("(Tin: PV)", ("PV",)),
        ("Biên tập: Lê Thu", ()),
        ("Tin: Hương", ("Hương",)),
    ],
)
def test_a_labelled_byline_has_its_authors(text: str, authors: tuple[str, ...]) -> None:
    assert read_labelled_byline(text) == Byline(authors)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Theo Báo Công an Nhân dân", "Báo Công an Nhân dân"),
        ("(Theo TTXVN)", "TTXVN"),
        ("Nguồn: Báo Mây", "Báo Mây"),
        ("Theo laocai.gov.vn", "laocai.gov.vn"),
        ("Nguồn tin: Bảo tàng tỉnh", "Bảo tàng tỉnh"),
    ],
)
def test_a_source_is_named(text: str, source: str) -> None:
    assert read_labelled_byline(text) == Byline(source=source)


@pytest.mark.parametrize(
    "text",
    [
        "Theo đó, hai bên phối hợp",
        "Theo báo cáo, nợ quá hạn là 0,2%.",
        "Theo kế hoạch đã ký",
        "Theo Luật An ninh mạng",
        "Nguồn lực phối hợp",
        "Bài viết: Một ngày ở vùng cao với bộ đội",
        "Thực hiện: năm 2021",
        "Quang cảnh buổi lễ",
        "Ảnh: Các đại biểu dự lễ",
        "Nguồn: " + "a" * 200,
    ],
)
def test_other_lines_are_no_labelled_bylines(text: str) -> None:
    assert read_labelled_byline(text) is None


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("Thanh Hằng", ("Thanh Hằng",)),
        ("Thanh Hằng.", ("Thanh Hằng",)),
        ("Anh Hiếu – Vũ Linh", ("Anh Hiếu", "Vũ Linh")),
        ("Anh Hiếu-Vũ Linh", ("Anh Hiếu", "Vũ Linh")),
        ("Anh Hiếu và Vũ Linh", ("Anh Hiếu", "Vũ Linh")),
        ("Thanh Hằng (Tổng hợp)", ("Thanh Hằng",)),
        ("Hoàng Lan/VGP", ("Hoàng Lan",)),
        ("Nguyễn Thị Ngọc Lan", ("Nguyễn Thị Ngọc Lan",)),
        ("PV", ("PV",)),
        ("T.H", ("T.H",)),
        ("Cổng thông tin điện tử tỉnh", ("Cổng thông tin điện tử tỉnh",)),
    ],
)
def test_a_line_of_names_is_a_byline(text: str, authors: tuple[str, ...]) -> None:
    assert read_bare_byline(text) == Byline(authors)


@pytest.mark.parametrize(
    "text",
    [
        "Trang Chủ",
        "Liên Hệ",
        "Hương",
        "ký",
        "Thượng tướng Bùi Văn Nam",
        "Hoạt Động Nghiệp Vụ",
        "Văn phòng Bộ ký kết quy chế",
        "Phòng",
        "Quy chế có hiệu lực từ ngày ký.",
        "a" * 200,
    ],
)
def test_other_lines_are_no_bare_bylines(text: str) -> None:
    assert read_bare_byline(text) is None


def test_credits_name_who_took_a_picture() -> None:
    assert is_credit("Ảnh: Xuân Mai")
    assert not is_credit("Ảnh: Các đại biểu dự lễ")
    assert not is_credit("Tin, ảnh: Xuân Mai")


def test_offices_are_told_from_what_they_do() -> None:
    assert is_office("Công an tỉnh Lào Cai")
    assert not is_office("Công an tỉnh Lào Cai tổ chức hội nghị")
    assert not is_office("công an tỉnh")


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        ("(CAO) - Chiều 24/11", "CAO", "Chiều 24/11"),
        ("(CAO) Chiều 24/11", "CAO", "Chiều 24/11"),
        ("**(CAO)** - Chiều 24/11", "CAO", "Chiều 24/11"),
        ("(Cổng TTĐT) – Chiều", "Cổng TTĐT", "Chiều"),
        ("[VOV] Sáng", "VOV", "Sáng"),
        ("CAND – Chiều", "CAND", "Chiều"),
        ("(laocai.gov.vn) - Sáng", "laocai.gov.vn", "Sáng"),
        ("(Dân trí) - Sáng", "Dân trí", "Sáng"),
    ],
)
def test_the_code_of_a_source_is_found(text: str, code: str, rest: str) -> None:
    found = find_source_code(text)
    assert found is not None
    assert (found.code, text[found.end :]) == (code, rest)


@pytest.mark.parametrize(
    "text",
    [
        "HĐND - UBND tỉnh ký",
        "BCA - Chiều",
        "(Hà Nội) - Chiều",
        "(TP.HCM) - Chiều",
        "(24/11) - Sáng",
        "(Bộ Công an) Chiều",
        "(CAO)",
        "Chiều 24/11",
    ],
)
def test_places_dates_and_agencies_are_no_codes(text: str) -> None:
    assert find_source_code(text) is None


def test_a_person_may_stand_before_an_office() -> None:
    assert read_bare_byline("Lê Thị Lan - VKSND huyện Mường La") == Byline(("Lê Thị Lan", "VKSND huyện Mường La"))
    assert read_bare_byline("QĐND Online") is None
