"""Feeds: each item with what it states, its text through the same reader as pages."""

import pytest

from bantin.importing.material import Material, NoticeKind, Paragraph, Picture, Refusal, StatedKey, Unreadable
from bantin.importing.readers.feeds.feeds import read_feed

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Bộ mẫu</title>
<item><title>Ký kết &amp;quot;Quy chế&amp;quot; phối hợp</title>
<link>https://bo.example.vn/Pages/tin.aspx?ItemID=7</link>
<pubDate>Wed, 24 Nov 2021 22:26:00 +0700</pubDate><dc:creator>Trần Văn Mẫu</dc:creator>
<category>thiên tai, cứu hộ</category>
<media:title>Ảnh bìa</media:title><description>Hai bên đã ký kết.</description>
<enclosure url="/anh.jpg" type="image/jpeg"/>
<content:encoded><![CDATA[<p>Sáng nay, <b>hai bên</b> ký.</p><script>x</script>
<img src="le-ky.jpg">]]></content:encoded></item>
<item><title>Tin hai</title><guid>https://bo.example.vn/2</guid><pubDate>24/11/2021 22:26</pubDate>
<author>admin</author>
<description>&lt;img src="a.jpg"&gt; Lễ ký diễn ra…</description></item>
<item><title>Tin ba</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Bộ mẫu</title>
<entry><title type="html">Ký &lt;b&gt;Quy chế&lt;/b&gt;</title>
<link rel="edit" href="/edit"/><link href="https://bo.example.vn/tin/%C4%91i/"/>
<id>urn:1</id>
<published>2021-11-24T22:26:00+07:00</published>
<updated>2021-11-25T08:00:00+07:00</updated><author><name>Trần Văn Mẫu</name></author>
<category term="an-ninh" label="An ninh"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hai bên <em>ký</em>.</p></div></content></entry>
<entry><title>Tin hai</title><content>a &lt; b</content></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Bộ mẫu</title></channel><item><title>Ký Quy chế</title>
<link>https://bo.example.vn/1</link><dc:date>2012-11-21</dc:date>
<description>Hai bên ký.</description></item></rdf:RDF>"""


def read(text: str) -> tuple[Material, ...]:
    return read_feed(text.encode(), "tin.xml")


def stated(material: Material) -> list[tuple[StatedKey, str]]:
    return [(one.key, one.value) for one in material.stated]


def words(material: Material) -> list[str]:
    return [block.markdown or block.text for block in material.blocks if isinstance(block, Paragraph)]


def refusal(data: bytes) -> Refusal:
    with pytest.raises(Unreadable) as raised:
        read_feed(data, "tin.xml")
    return raised.value.refusal


def test_items_of_rss_with_all_that_they_state() -> None:
    first = read(RSS)[0]
    assert (first.source, first.part) == ("tin.xml", "https://bo.example.vn/Pages/tin.aspx?ItemID=7")
    assert first.address == "/Pages/tin.aspx?ItemID=7"
    assert stated(first) == [
        (StatedKey.TITLE, 'Ký kết "Quy chế" phối hợp'),
        (StatedKey.PUBLISHED, "2021-11-24T22:26:00+07:00"),
        (StatedKey.AUTHOR, "Trần Văn Mẫu"),
        (StatedKey.TAG, "thiên tai, cứu hộ"),
        (StatedKey.LEAD, "Hai bên đã ký kết."),
    ]
    assert words(first) == ["Sáng nay, **hai bên** ký."]
    assert [block.path for block in first.blocks if isinstance(block, Picture)] == ["/anh.jpg", "le-ky.jpg"]


def test_a_summary_is_the_text_where_there_is_no_other_and_no_lead_then() -> None:
    second = read(RSS)[1]
    assert stated(second) == [(StatedKey.TITLE, "Tin hai"), (StatedKey.PUBLISHED, "24/11/2021 22:26")]
    assert words(second) == ["Lễ ký diễn ra…"]
    assert second.address == "/2"


def test_an_item_without_text_says_so() -> None:
    third = read(RSS)[2]
    assert (third.blocks, third.part, [one.kind for one in third.notices]) == ((), "3", [NoticeKind.NO_TEXT])


def test_entries_of_atom() -> None:
    first, second = read(ATOM)
    assert stated(first) == [
        (StatedKey.TITLE, "Ký Quy chế"),
        (StatedKey.PUBLISHED, "2021-11-24T22:26:00+07:00"),
        (StatedKey.UPDATED, "2021-11-25T08:00:00+07:00"),
        (StatedKey.AUTHOR, "Trần Văn Mẫu"),
        (StatedKey.TAG, "An ninh"),
    ]
    assert (first.address, words(first), words(second)) == ("/tin/đi/", ["Hai bên *ký*."], ["a < b"])


def test_items_of_rdf() -> None:
    (only,) = read(RDF)
    assert stated(only) == [(StatedKey.TITLE, "Ký Quy chế"), (StatedKey.PUBLISHED, "2012-11-21")]
    assert words(only) == ["Hai bên ký."]


def test_other_files_are_refused() -> None:
    assert refusal(b"<html><body>x</body></html>") is Refusal.UNKNOWN_KIND
    assert refusal(b"<rss><channel>") is Refusal.DAMAGED
    assert refusal(b" ") is Refusal.EMPTY
    assert refusal(b" " * 20_000_001) is Refusal.TOO_LARGE
