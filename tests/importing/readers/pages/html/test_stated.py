"""What pages state: believed where readers see it, or where no portal fills it by itself."""

import pytest

from bantin.importing.material import StatedKey
from bantin.importing.readers.pages.web_page import read_page

TEXT = "Sáng nay, tại trụ sở Văn phòng mẫu, hai bên đã ký kết Quy chế phối hợp trong công tác bảo đảm an ninh, trật tự."
JSON = '<script type="application/ld+json">'


def stated(head: str, body: str = "") -> list[tuple[StatedKey, str]]:
    html = (
        f"<html><head><meta charset=utf-8>{head}</head><body><div><p>{TEXT}</p><p>{TEXT}</p>{body}</div></body></html>"
    )
    return [(one.key, one.value) for one in read_page(html.encode(), "tin.html").stated]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:published_time" content="2021-11-24T22:26:00+07:00">', ""),
        ("", '<time class="entry-date published" datetime="2021-11-24T22:26:00+07:00">24/11</time>'),
        ("", '<meta itemprop="datePublished" content="2021-11-24T22:26:00+07:00">'),
        (f'{JSON}{{"@type":"NewsArticle","datePublished":"2021-11-24T22:26:00+07:00"}}</script>', ""),
    ],
)
def test_the_moment_of_publication(head: str, body: str) -> None:
    assert stated(head, body) == [(StatedKey.PUBLISHED, "2021-11-24T22:26:00+07:00")]


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="0001-01-01T00:00:00">',
        '<meta name="author" content="Cổng thông tin điện tử mẫu">',
        '<meta name="description" content="Trang tin của Bộ mẫu">',
        '<meta name="keywords" content="bộ, an ninh">',
        f'{JSON}{{"@type":"Article","author":{{"name":"admin"}}}}</script>',
        f'{JSON}{{"@type":"Article","author":</script>',
        f'{JSON}{{"@type":"Organization","name":"Bộ mẫu"}}</script>',
        f"{JSON}{'[' * 50_000}</script>",
        "<time datetime='2020-01-01'>hôm nay</time>",
    ],
)
def test_what_portals_fill_by_themselves_is_not_stated(head: str) -> None:
    assert stated(head) == []


def test_an_author_is_stated_where_readers_see_the_name() -> None:
    head = '<meta name="author" content="Trần Văn Mẫu">'
    assert stated(head, "<p>TRẦN VĂN MẪU</p>") == [(StatedKey.AUTHOR, "Trần Văn Mẫu")]
    assert stated(head) == []


def test_a_lead_is_stated_by_its_class_or_where_readers_see_the_description() -> None:
    assert stated("", f'<p class="sapo">{TEXT}</p>') == [(StatedKey.LEAD, TEXT)]
    assert stated(f'<meta name="description" content="{TEXT}">') == [(StatedKey.LEAD, TEXT)]


def test_topics_are_stated_with_their_commas() -> None:
    assert stated("", '<p><a rel="tag" href=a>thiên tai, cứu hộ</a> <a rel="tag" href=b>an ninh</a></p>')[-2:] == [
        (StatedKey.TAG, "thiên tai, cứu hộ"),
        (StatedKey.TAG, "an ninh"),
    ]


def test_days_of_other_articles_are_not_stated() -> None:
    item = '<li><a href=a>Tin</a> <time class=published datetime="2020-01-01">1/1</time>'
    assert stated("", f"<div><h3>Tin mới</h3><ul>{item}</ul></div>") == []
