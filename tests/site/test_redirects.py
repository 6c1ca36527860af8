"""Old addresses lead to the new ones."""

import pytest

from bantin.site.views import RedirectView
from tests.index.contents import article, bulletin, page
from tests.site.plans import pages_of, views_of


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
