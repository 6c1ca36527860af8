"""The page for an address that does not exist."""

from msgspec.structs import replace

from bantin.site.views import NotFoundView
from tests.index.contents import SITE, bulletin
from tests.site.plans import pages_of, view_at


def test_the_page_for_wrong_addresses_has_the_full_address_of_the_site_before_its_links() -> None:
    made = bulletin(site=replace(SITE, base_url="https://x.example/bt/"))
    view = view_at(made, "404.html", NotFoundView)
    assert (view.root, view.asset_root) == ("https://x.example/bt/", "/bt/")
    assert [link.url for link in view.links] == ["", "van-ban/", "bai-viet/", "co-quan/", "luu-tru/"]
    assert pages_of(made)["404.html"].listed is False
