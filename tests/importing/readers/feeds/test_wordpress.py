"""Exports of WordPress: what was published comes in, what was not is told of."""

import pytest

from bantin.importing.material import Material, NoticeKind, Paragraph, Picture, Refusal, StatedKey, Unreadable
from bantin.importing.readers.feeds.wordpress import read_wxr

HEAD = """<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Bộ mẫu</title>
<wp:wxr_version>1.2</wp:wxr_version><wp:author><wp:author_login><![CDATA[bientap]]></wp:author_login>
<wp:author_display_name><![CDATA[Trần Văn Mẫu]]></wp:author_display_name></wp:author>
<wp:author><wp:author_login>admin</wp:author_login><wp:author_display_name>admin</wp:author_display_name></wp:author>
<item><title>anh</title><wp:post_id>5</wp:post_id><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>
<wp:attachment_url>https://bo.example.vn/wp-content/uploads/2021/11/anh.jpg</wp:attachment_url>
<excerpt:encoded><![CDATA[Hai bên ký]]></excerpt:encoded></item>"""
POST = """<item><title><![CDATA[Ký kết Quy chế &amp; Phụ lục]]></title>
<link>https://bo.example.vn/2021/11/k%c3%bd-k%e1%ba%bft/</link><dc:creator><![CDATA[{creator}]]></dc:creator>
<content:encoded><![CDATA[{text}]]></content:encoded><excerpt:encoded><![CDATA[{excerpt}]]></excerpt:encoded>
<wp:post_id>7</wp:post_id><wp:post_date><![CDATA[{date}]]></wp:post_date><wp:status><![CDATA[{status}]]></wp:status>
<wp:post_type><![CDATA[{kind}]]></wp:post_type><wp:post_password><![CDATA[{password}]]></wp:post_password>{more}</item>"""


def read(text: str = "<p>Hai bên ký.</p>", **given: str) -> Material:
    values = {"creator": "admin", "excerpt": "", "date": "2021-11-24 22:26:00", "status": "publish", "kind": "post"}
    values |= {"password": "", "more": "", **given}
    (found,) = read_wxr(f"{HEAD}{POST.format(text=text, **values)}</channel></rss>".encode(), "bo.xml")
    return found


def stated(material: Material) -> list[tuple[StatedKey, str]]:
    return [(one.key, one.value) for one in material.stated]


def words(material: Material) -> list[str]:
    return [block.text for block in material.blocks if isinstance(block, Paragraph)]


def pictures(material: Material) -> list[tuple[str, str]]:
    return [(block.path.rpartition("/")[2], block.caption) for block in material.blocks if isinstance(block, Picture)]


def test_a_post_with_all_that_it_states() -> None:
    terms = """<category domain="category" nicename="tin-tuc"><![CDATA[Tin tức &amp; Sự kiện]]></category>
    <category domain="post_tag" nicename="thien-tai"><![CDATA[thiên tai, cứu hộ]]></category>"""
    found = read(creator="bientap", excerpt="Sáng nay, hai bên ký.", more=terms)
    assert (found.source, found.part, found.address) == ("bo.xml", "7", "/2021/11/ký-kết/")
    assert stated(found) == [
        (StatedKey.TITLE, "Ký kết Quy chế & Phụ lục"),
        (StatedKey.PUBLISHED, "2021-11-24 22:26:00"),
        (StatedKey.AUTHOR, "Trần Văn Mẫu"),
        (StatedKey.LEAD, "Sáng nay, hai bên ký."),
        (StatedKey.SECTION, "Tin tức & Sự kiện"),
        (StatedKey.TAG, "thiên tai, cứu hộ"),
    ]


@pytest.mark.parametrize("date", ["-0001-11-30 00:00:00", "0000-00-00 00:00:00", "1970-01-01 00:00:00", ""])
def test_a_day_that_is_none_is_not_known(date: str) -> None:
    assert [key for key, _ in stated(read(date=date))] == [StatedKey.TITLE]


def test_accounts_and_the_section_that_every_post_has_say_nothing() -> None:
    more = '<category domain="category" nicename="uncategorized">Chưa phân loại</category>'
    assert [key for key, _ in stated(read(creator="admin", more=more))] == [StatedKey.TITLE, StatedKey.PUBLISHED]


@pytest.mark.parametrize("status", ["draft", "pending", "private", "trash", "future", "auto-draft", ""])
def test_what_was_not_published_is_told_of_and_left_out(status: str) -> None:
    found = read(status=status)
    assert (found.blocks, found.stated) == ((), ())
    assert [(one.kind, one.words) for one in found.notices] == [(NoticeKind.NOT_PUBLISHED, "Ký kết Quy chế & Phụ lục")]


def test_what_needs_a_password_is_left_out() -> None:
    assert read(password="x").blocks == ()


def test_pages_come_in_and_other_types_do_not() -> None:
    assert words(read(kind="page")) == ["Hai bên ký."]
    with pytest.raises(ValueError, match="not enough values"):
        read(kind="nav_menu_item")


def test_lines_of_the_classic_editor_are_paragraphs() -> None:
    assert words(read("Sáng nay\r\n\r\n<strong>Hai bên</strong> ký.\nThêm.")) == ["Sáng nay", "Hai bên ký.", "Thêm."]


def test_lines_of_the_block_editor_are_not() -> None:
    text = "<!-- wp:paragraph -->\n<p>Hai bên\nký.</p>\n<!-- /wp:paragraph -->"
    assert words(read(text)) == ["Hai bên ký."]


def test_pictures_with_their_captions() -> None:
    text = """[caption id="attachment_5" width="300"]<a href="to.jpg"><img src="a.jpg" /></a> Hai bên ký[/caption]
[caption caption="Toàn cảnh"]<img src="b.jpg">[/caption] [gallery ids="5, 6"]"""
    assert pictures(read(text)) == [("a.jpg", "Hai bên ký"), ("b.jpg", "Toàn cảnh"), ("anh.jpg", "Hai bên ký")]


def test_the_picture_above_a_post_comes_first() -> None:
    more = "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>5</wp:meta_value></wp:postmeta>"
    assert pictures(read("<img src=a.jpg>", more=more)) == [("anh.jpg", "Hai bên ký"), ("a.jpg", "")]


def test_unknown_shortcodes_are_told_of_and_their_words_kept() -> None:
    found = read('[vc_row][vc_column width="1/2"]Hai bên ký [1] [cao].[/vc_column][/vc_row][contact-form-7 id="3"]')
    assert words(found) == ["Hai bên ký [1] [cao]."]
    assert [(one.kind, one.words) for one in found.notices] == [
        (NoticeKind.OBJECT, "[vc_row]"),
        (NoticeKind.OBJECT, '[vc_column width="1/2"]'),
        (NoticeKind.OBJECT, "[/vc_column]"),
        (NoticeKind.OBJECT, "[/vc_row]"),
        (NoticeKind.OBJECT, '[contact-form-7 id="3"]'),
    ]


def test_other_feeds_are_refused() -> None:
    with pytest.raises(Unreadable) as raised:
        read_wxr(b"<rss><channel><item/></channel></rss>", "tin.xml")
    assert raised.value.refusal is Refusal.UNKNOWN_KIND
