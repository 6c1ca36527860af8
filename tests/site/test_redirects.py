"""Old addresses lead to the new ones."""

import pytest
from msgspec.structs import replace

from bantin.domain.model import Feature
from bantin.site.redirects import moved
from bantin.site.views import JsonView, RedirectView
from tests.index.contents import SITE, article, bulletin, page, record
from tests.site.plans import pages_of, view_at, views_of


@pytest.mark.parametrize(
    ("alias", "address"),
    [
        ("cu", "cu/"),
        ("cu/", "cu/"),
        ("cu/bai", "cu/bai/"),
        ("cu.html", "cu.html"),
        ("cu/bai.html", "cu/bai.html"),
        ("v1.0/bai", "v1.0/bai/"),
        ("2012.html/", "2012.html/"),
    ],
)
def test_a_page_stands_at_each_old_address_and_leads_to_the_new_one(alias: str, address: str) -> None:
    made = bulletin(article(aliases=(alias,)))
    expected = RedirectView(url=address, title="Trang đã chuyển", target="bai-viet/2020/bai/")
    assert views_of(made, RedirectView) == [expected]


def test_old_addresses_are_in_no_sitemap() -> None:
    pages = pages_of(bulletin(article(aliases=("cu",)), page(aliases=("cu-2",))))
    assert [pages[address].listed for address in ("cu/", "cu-2/")] == [False, False]


def test_what_is_not_shown_has_no_old_addresses_either() -> None:
    assert views_of(bulletin(article(draft=True, aliases=("cu",))), RedirectView) == []


def test_the_data_of_a_record_stay_at_their_old_address() -> None:
    made = bulletin(record("mot", aliases=("bai-viet/2015/le-ky/index.json", "cu")))
    old, new = (
        view_at(made, url, JsonView) for url in ("bai-viet/2015/le-ky/index.json", "van-ban/2015/mot/index.json")
    )
    assert old.value == new.value
    assert list(moved(made)) == [
        ("cu/", "van-ban/2015/mot/", "content/agreements/mot.md"),
        ("bai-viet/2015/le-ky/index.json", "van-ban/2015/mot/index.json", "content/agreements/mot.md"),
    ]


def test_a_site_without_data_has_none_at_old_addresses() -> None:
    site = replace(SITE, off=frozenset({Feature.DATA}))
    made = bulletin(record("mot", aliases=("cu.json",)), site=site)
    assert list(moved(made)) == []
    assert not any(address.startswith("cu.json") for address in pages_of(made))


def test_an_article_has_a_page_at_whatever_address() -> None:
    made = bulletin(article(aliases=("cu.json",)))
    assert [url for url, _, _ in moved(made)] == ["cu.json/"]
