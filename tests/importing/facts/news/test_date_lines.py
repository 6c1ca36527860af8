"""Date lines near the headline of a page."""

import pytest

from bantin.importing.facts.news.bylines import Byline
from bantin.importing.facts.news.date_lines import DateLine, read_date_line
from tests.importing.facts.news.pages import HANOI

MOMENT = "2021-11-24T22:26+07:00"


@pytest.mark.parametrize(
    "text",
    [
        "Thứ Tư, 24/11/2021 22:26",
        "THỨ TƯ, 24/11/2021 22:26",
        "Thứ 4, 24/11/2021 - 22:26",
        "T4, 24/11/2021 22:26",
        "Thứ Tư 22:26 24/11/2021",
        "22:26 | 24/11/2021",
        "24/11/2021 | 22:26",
        "24-11-2021 22h26",
        "24/11/2021 22:26 GMT+7",
        "24/11/2021 22:26 (GMT+7)",
        "24/11/2021, lúc 22 giờ 26 phút",
        "Thứ tư, ngày 24 tháng 11 năm 2021 22:26'",
        "Ngày đăng: 24/11/2021 22:26 | Lượt xem: 123",
        "2021-11-24 22:26",
        "24 Tháng Mười Một, 2021 22:26",
        "11/24/2021 10:26 PM",
    ],
)
def test_a_date_line_says_when_a_page_was_published(text: str) -> None:
    assert read_date_line(text, HANOI) == DateLine(MOMENT)


@pytest.mark.parametrize(
    "text", ["21/11/2012", "Thứ Tư, 21/11/2012", "Ngày 21-11-2012", "21.11.2012", "Đăng ngày 21/11/2012"]
)
def test_a_day_without_a_time_is_a_day(text: str) -> None:
    assert read_date_line(text, HANOI) == DateLine("2012-11-21")


def test_an_update_is_no_publication() -> None:
    assert read_date_line("Cập nhật lúc: 22:26, 24/11/2021", HANOI) == DateLine(updated=MOMENT)
    both = read_date_line("Đăng ngày 23/11/2021 | Cập nhật: 24/11/2021 22:26", HANOI)
    assert both == DateLine("2021-11-23", MOMENT)


def test_the_names_beside_a_date_are_a_byline() -> None:
    assert read_date_line("Thanh Hằng | 21/11/2012", HANOI) == DateLine("2012-11-21", byline=Byline(("Thanh Hằng",)))
    line = read_date_line("Tác giả: Văn phòng Bộ - 21/11/2012", HANOI)
    assert line == DateLine("2012-11-21", byline=Byline(("Văn phòng Bộ",)))


@pytest.mark.parametrize("text", ["Thứ Năm, 24/11/2021", "CN, 24/11/2021", "31/02/2021", "11/12/2021 10:26 PM"])
def test_a_date_that_cannot_be_right_or_is_ambiguous_is_open(text: str) -> None:
    assert read_date_line(text, HANOI) == DateLine()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ngày 18/8",
        "5.851",
        "Chiều 20/11/2012, tại Hà Nội, hai bên ký kết Quy chế",
        "Lễ ký kết Quy chế phối hợp 21/11/2012",
        "Hà Nội, ngày 20 tháng 11 năm 2012",
        "Hôm nay: 21/11/2012",
        f"21/11/2012 {'a' * 200}",
    ],
)
def test_other_lines_are_no_date_lines(text: str) -> None:
    assert read_date_line(text, HANOI) is None
