"""Widgets of portals are told of and go; what may be text stays."""

import pytest

from bantin.importing.material import Paragraph
from bantin.importing.readers.pages.web_page import read_page

TEXT = "Sáng nay, tại trụ sở Văn phòng mẫu, hai bên đã ký kết Quy chế phối hợp trong công tác bảo đảm an ninh, trật tự."


def lines(html: str) -> list[str]:
    page = f"<html><body>{html}</body></html>"
    return [block.text for block in read_page(page.encode(), "tin.html").blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "widget",
    [
        "<nav>Trang chủ</nav>",
        "<form>Tìm kiếm <input></form>",
        "<div class='tin-lien-quan'><p>Hội nghị tổng kết</p></div>",
        "<div id=comments>Chưa có bình luận</div>",
        "<div role=search>Tra cứu</div>",
        "<div><h3>Tin liên quan</h3><ul><li><a href=a>Hội nghị</a></ul></div>",
        "<h3>CÁC TIN KHÁC:</h3><ul><li><a href=a>Hội nghị</a></ul>",
        "<div><b>Thống kê truy cập</b><p>Đang online: 5</p><p>Hôm nay 103</p><p>Tất cả: 264.994</p></div>",
        "<p>Bình luận (0)</p>",
        "<p>Lên đầu trang</p>",
        "<p><a href=/>Trang chủ</a> » <a href=/tin>Tin tức</a></p>",
        "<p><a href=/login>Đăng nhập</a></p>",
    ],
)
def test_widgets_go(widget: str) -> None:
    assert lines(f"<div><p>{TEXT}</p><p>{TEXT}</p>{widget}</div>") == [TEXT, TEXT]


@pytest.mark.parametrize(
    "words",
    [
        "<p>Bình luận về Quy chế, đại diện hai bên đánh giá cao.</p>",
        "<p>Liên kết giữa hai cơ quan ngày càng chặt chẽ.</p>",
        "<p>Trang chủ của Bộ có toàn văn.</p>",
        "<p>Trần Văn Mẫu</p>",
        f"<h3>Thống kê</h3><p>{TEXT}</p>",
        "<p>Số lượng người dự: 103</p>",
        "<p class='noi-dung-search-engine'>Kèm theo</p>",
    ],
)
def test_what_only_sounds_like_a_widget_stays(words: str) -> None:
    assert len(lines(f"<div><p>{TEXT}</p><p>{TEXT}</p>{words}</div>")) == 2 + words.count("</")


def test_a_page_that_is_one_form_is_no_widget() -> None:
    assert lines(f"<form id=aspnetForm><div class='search menu'><p>{TEXT}</p><p>{TEXT}</p></div></form>") == [
        TEXT,
        TEXT,
    ]


def test_a_list_of_news_with_summaries_goes_with_its_heading() -> None:
    others = "".join(f"<li><a href=a>Tin {number}</a><p>{TEXT[:80]}</p></li>" for number in range(3))
    related = f"<div class=b><h3>Tin liên quan</h3><ul>{others}</ul></div>"
    assert lines(f"<div class=a><p>{TEXT}</p><p>{TEXT} {TEXT}</p></div>{related}") == [TEXT, f"{TEXT} {TEXT}"]
