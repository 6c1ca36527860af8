"""Words of portals that are no content."""

import pytest

from bantin.importing.facts.news.widgets import WidgetKind, breadcrumbs, is_breadcrumb, widget_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chia sẻ", WidgetKind.TOOLS),
        ("Cỡ chữ: A- A A+", WidgetKind.TOOLS),
        ("Facebook Twitter Zalo In bài viết", WidgetKind.TOOLS),
        ("1.234 lượt xem", WidgetKind.TOOLS),
        ("Bình luận (0)", WidgetKind.TOOLS),
        ("5.851", WidgetKind.TOOLS),
        ("Tìm kiếm", WidgetKind.WORDS),
        ("Tên đăng nhập", WidgetKind.WORDS),
        ("THỐNG KÊ TRUY CẬP", WidgetKind.WORDS),
        ("Đang online 5 · Hôm nay 103 · Trong tuần 5.851 · Tất cả 264.994", WidgetKind.WORDS),
        ("Trang chủ | Giới thiệu | Tin tức - Sự kiện", WidgetKind.WORDS),
        ("Văn hoá", WidgetKind.WORDS),
        ("Văn hóa", WidgetKind.WORDS),
        ("Chào mừng bạn đến với Cổng thông tin!", WidgetKind.WORDS),
        ("Liên kết website", WidgetKind.LINKS),
        ("Tin liên quan:", WidgetKind.RELATED),
        ("CÁC TIN KHÁC", WidgetKind.RELATED),
        (">> Bộ Công an ký kết", WidgetKind.RELATED_ITEM),
        ("Xem thêm: Bộ Công an ký kết", WidgetKind.RELATED_ITEM),
        ("Xem thêm", WidgetKind.MORE),
        ("Bình luận (2)", WidgetKind.COMMENTS),
        ("Ý kiến bạn đọc", WidgetKind.COMMENTS),
        ("Bản quyền thuộc về Cổng thông tin điện tử. Ghi rõ nguồn khi sử dụng.", WidgetKind.OWNER),
        ("© 2021 Cổng thông tin", WidgetKind.OWNER),
        ("Đơn vị quản lý: Văn phòng UBND tỉnh", WidgetKind.OWNER),
        ("Địa chỉ: số 1, phố Mây", WidgetKind.OWNER),
        ("[Ảnh]", WidgetKind.PLACEHOLDER),
        ("IMG_123.jpg", WidgetKind.PLACEHOLDER),
        ("Một số hình ảnh tại Lễ ký:", WidgetKind.PLACEHOLDER),
    ],
)
def test_words_of_portals_are_told(text: str, kind: WidgetKind) -> None:
    assert widget_kind(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "Quy chế gồm 9 điều.",
        "Hôm nay, tại Hà Nội, hai bên ký kết.",
        "Thông báo kết quả phối hợp",
        "Tìm kiếm cứu nạn trên biển",
        "Đơn vị quản lý rừng cùng tham gia tuần tra.",
        "Nội dung phối hợp",
        "Thanh Hằng",
        "Chia sẻ " * 100,
    ],
)
def test_words_of_a_text_are_none_of_the_portal(text: str) -> None:
    assert widget_kind(text) is None


def test_the_way_through_a_portal_has_its_steps() -> None:
    assert breadcrumbs("Trang chủ > Tin tức - Sự kiện") == ("Trang chủ", "Tin tức - Sự kiện")
    assert breadcrumbs("Trang chủ / Tin tức / Tin hoạt động") == ("Trang chủ", "Tin tức", "Tin hoạt động")
    assert breadcrumbs("Tin tức » Sự kiện") == ("Tin tức", "Sự kiện")
    assert is_breadcrumb("Trang chủ » Tin tức")


@pytest.mark.parametrize(
    "text", ["Trang chủ", "> Xem tiếp", "Hội đồng / Ủy ban", "a > " * 300, "một hai ba bốn năm sáu bảy > một"]
)
def test_other_lines_are_no_way_through_a_portal(text: str) -> None:
    assert not is_breadcrumb(text)
