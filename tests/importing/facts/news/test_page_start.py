"""Where a piece of news begins on a page."""

import pytest

from bantin.importing.facts.news.page_lines import read_line
from bantin.importing.facts.news.page_start import Start, find_start, heading_above
from tests.importing.facts.news.pages import FIRST, HANOI, LEAD, SECOND, TITLE, paragraph


def start(*texts: str, title: str = "") -> Start:
    return find_start([read_line(paragraph(at, text), HANOI) for at, text in enumerate(texts)], title)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((TITLE, "21/11/2012", LEAD, FIRST), Start(2, 0, 1)),
        (("21/11/2012", TITLE, LEAD, FIRST), Start(2, 1, 0)),
        ((TITLE, "Thanh Hằng", "Cỡ chữ", "21/11/2012", LEAD), Start(4, 0, 3)),
        ((TITLE, LEAD, FIRST), Start(1, 0)),
        ((LEAD, FIRST), Start(0)),
        (("21/11/2012", LEAD, FIRST), Start(1, None, 0)),
        (("30/11/2026", "Trang chủ", TITLE, "21/11/2012", LEAD), Start(4, 2, 3)),
        (("30/11/2026", TITLE, "21/11/2012", LEAD), Start(3, 1, 2)),
        ((TITLE, "Hai bên thống nhất chỉ đạo việc phối hợp giữa các đơn vị trực thuộc của hai bộ", LEAD), Start(1, 0)),
        ((TITLE, "21/11/2012", "Hai bên thống nhất chỉ đạo việc phối hợp", LEAD), Start(2, 0, 1)),
        ((TITLE, "Quang cảnh buổi lễ ký kết.", LEAD), Start(2, 0)),
        (("Trang chủ", TITLE, "Tìm kiếm"), Start(2, 1)),
        (("Trang chủ",), Start(1)),
    ],
)
def test_the_headline_the_date_and_the_first_paragraph_are_found(texts: tuple[str, ...], expected: Start) -> None:
    assert start(*texts) == expected


def test_the_longest_of_several_pieces_of_news_is_taken() -> None:
    teaser = ("Hội nghị tổng kết công tác năm", "20/11/2012", "Sáng nay, hội nghị tổng kết công tác năm khai mạc.")
    assert start(*teaser, TITLE, "21/11/2012", LEAD, FIRST, SECOND) == Start(5, 3, 4)
    assert start(TITLE, "21/11/2012", LEAD, FIRST, SECOND, "Tin khác", *teaser) == Start(2, 0, 1)


def test_the_stated_title_shows_where_news_begins() -> None:
    assert start("Mùa thu", LEAD, FIRST, title="MÙA THU") == Start(1, 0)


def test_a_heading_stands_above_short_lines_only() -> None:
    texts = ("Tin khác", "Hội nghị", "Lễ hội", LEAD, "Mùa thu")
    lines = [read_line(paragraph(at, text), HANOI) for at, text in enumerate(texts)]
    assert heading_above(lines, 2) == 0
    assert heading_above(lines, 4) is None
