"""The site map for readers: every page that is not an article is on it, or one link away."""

from msgspec.structs import replace

from bantin.domain.model import SearchScope
from bantin.site.views import IndexView
from tests.index.contents import SITE, agreement, article, bulletin, on, page, varied, when
from tests.site.plans import pages_of, planned, view_at

ADDRESS = "so-do-trang/"


def linked(view: IndexView) -> list[str]:
    return [link.url for _, _, links in view.groups for link in links]


def test_every_link_leads_to_a_page() -> None:
    made = bulletin(*map(varied, range(12)), page())
    known = {seen.page.url for seen in planned(made).pages}
    urls = linked(view_at(made, ADDRESS, IndexView))
    assert set(urls) <= known
    assert len(set(urls)) == len(urls)


def test_what_has_no_list_above_it_is_on_the_map() -> None:
    made = bulletin(article(published=when("2021-05-06"), agreement=agreement(signed_on=on("2021"))), page())
    pages = pages_of(made)
    tops = {url for url, seen in pages.items() if url.count("/") == 1 and url.endswith("/") and seen.listed}
    assert tops - {ADDRESS} <= set(linked(view_at(made, ADDRESS, IndexView)))


def test_a_site_without_a_search_has_none_on_its_map() -> None:
    urls = linked(view_at(bulletin(site=replace(SITE, search=SearchScope.OFF)), ADDRESS, IndexView))
    assert "tim-kiem/" not in urls
    assert "du-lieu/" in urls


def test_the_foot_of_every_page_leads_there() -> None:
    assert planned(bulletin()).site.footer[-1].url == ADDRESS
