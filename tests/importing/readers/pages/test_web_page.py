"""Saved pages: the article comes in with all that it holds, the portal around it does not."""

import pytest

from bantin.importing.material import (
    Block,
    Form,
    Material,
    NoticeKind,
    Paragraph,
    Picture,
    Refusal,
    StatedKey,
    Unreadable,
)
from bantin.importing.readers.pages.web_page import read_page
from tests.importing.readers.pages.portals import LAYOUTS, WIDGET_WORDS, Article, Photo, portal_page

ARTICLE = Article(
    title="Ký kết Quy chế phối hợp giữa Văn phòng mẫu và Công an tỉnh mẫu",
    date_line="Thứ Tư, 24/11/2021 22:26",
    moment="2021-11-24T22:26:00+07:00",
    lead="Chiều 24/11, tại trụ sở Văn phòng mẫu đã diễn ra lễ ký kết Quy chế phối hợp bảo đảm an ninh, trật tự.",
    paragraphs=(
        "Dự lễ ký kết có lãnh đạo hai cơ quan cùng đại diện các đơn vị trực thuộc, các phòng chuyên môn.",
        "Quy chế gồm 9 điều, quy định nguyên tắc, nội dung và phương thức phối hợp, có hiệu lực từ ngày ký.",
        "Phát biểu tại buổi lễ, đại diện hai bên nhấn mạnh ý nghĩa của việc phối hợp.",
    ),
    photos=(Photo("tin_files/anh1.jpg", "Hai bên ký kết Quy chế"), Photo("/Uploads/anh2.jpg")),
    byline="Trần Văn Mẫu",
    source_code="CAO",
)
# As short as news can be: no line is long enough to be told from a menu by its length.
SHORT = Article(
    title="Hai cơ quan ký quy chế phối hợp",
    date_line="21/11/2012",
    moment="2012-11-21T00:00:00+07:00",
    lead="Lễ ký diễn ra sáng nay.",
    paragraphs=("Quy chế gồm 9 điều.", "Quy chế có hiệu lực ngay."),
    byline="Trần Văn Mẫu",
)


def read(html: str | bytes) -> Material:
    return read_page(html if isinstance(html, bytes) else html.encode(), "tin.html")


def words(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def stated(material: Material) -> dict[StatedKey, str]:
    return {one.key: one.value for one in material.stated}


def refusal(data: bytes) -> Refusal:
    with pytest.raises(Unreadable) as raised:
        read(data)
    return raised.value.refusal


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_article_comes_in_whole_and_alone(layout: str) -> None:
    material = read(portal_page(layout, ARTICLE))
    lines = words(material.blocks)
    captions = [block.caption for block in material.blocks if isinstance(block, Picture) and block.caption]
    assert material.form is Form.PAGE
    assert [line for line in lines if line not in ARTICLE.photos[0].caption] == [
        ARTICLE.title,
        ARTICLE.date_line,
        ARTICLE.shown_lead,
        *ARTICLE.paragraphs,
        ARTICLE.byline,
    ]
    assert captions or ARTICLE.photos[0].caption in lines
    assert [block.path for block in material.blocks if isinstance(block, Picture)] == [
        one.src for one in ARTICLE.photos
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_widgets_are_told_of(layout: str) -> None:
    told = " ".join(notice.words for notice in read(portal_page(layout, ARTICLE)).notices)
    assert [words for words in WIDGET_WORDS if words not in told and words not in ("Giấy phép", "Bình luận")] == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_shortest_news_loses_nothing(layout: str) -> None:
    lines = words(read(portal_page(layout, SHORT)).blocks)
    assert [line for line in (SHORT.title, SHORT.lead, *SHORT.paragraphs, SHORT.byline) if line not in lines] == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_pages_state_nothing_but_what_the_article_says(layout: str) -> None:
    allowed = {
        StatedKey.TITLE: ARTICLE.title,
        StatedKey.PUBLISHED: ARTICLE.moment,
        StatedKey.LEAD: ARTICLE.shown_lead,
        StatedKey.SECTION: ARTICLE.section,
    }
    assert {
        key: value for key, value in stated(read(portal_page(layout, ARTICLE))).items() if allowed.get(key) != value
    } == {}


def test_old_addresses_keep_their_query() -> None:
    addresses = {layout: read(portal_page(layout, ARTICLE)).address for layout in LAYOUTS}
    assert addresses == {
        "sharepoint": "/Pages/tin-tuc.aspx?ItemID=18746",
        "dotnetnuke": "/tin-tuc/id/18746/bai-viet",
        "liferay": "/web/guest/tin-tuc/-/asset_publisher/content/id/18746",
        "wordpress": "/2021/11/ky-quy-che-18746/",
        "tables-2008": "",
    }


def test_a_page_without_a_body_is_read() -> None:
    assert words(read("<meta charset=utf-8><title>x</title><article><p>Lễ ký</p></article><p>Hai bên</p>").blocks) == [
        "Lễ ký",
        "Hai bên",
    ]


def test_what_stands_behind_the_end_of_a_page_is_read() -> None:
    html = "<html><body><p>Lễ ký</p></body></html><p>Hai bên</p><article>Cùng dự</article>"
    assert words(read(f"<meta charset=utf-8>{html}").blocks) == ["Lễ ký", "Hai bên", "Cùng dự"]


def test_text_of_before_unicode_is_told_of() -> None:
    material = read("<p>Bé C«ng an vµ V¨n phßng Quèc héi ký quy chÕ phèi hîp</p>")
    assert [notice.kind for notice in material.notices] == [NoticeKind.LEGACY_FONT]


def test_pages_without_text_are_refused() -> None:
    assert refusal(b"") is Refusal.EMPTY
    assert refusal(b"<html><frameset><frame src=a.html></frameset></html>") is Refusal.EMPTY
    assert refusal(b"<p><script>document.write('x')</script></p>") is Refusal.EMPTY


def test_pages_beyond_the_limits_are_refused() -> None:
    assert refusal(b"x" * 20_000_001) is Refusal.TOO_LARGE
    assert refusal(b"<div>" * 300 + b"x") is Refusal.TOO_COSTLY
