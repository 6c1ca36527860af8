"""The search page, its description for browsers, and the links to it."""

import pytest
from msgspec.structs import replace

from bantin.domain.model import SearchScope
from bantin.site.views import LinkView, OpenSearchView, SearchView
from tests.index.contents import SITE, article, bulletin
from tests.site.plans import pages_of, view_at


def test_a_site_has_a_search_page_that_leads_elsewhere_too() -> None:
    view = view_at(bulletin(article()), "tim-kiem/", SearchView)
    assert (view.title, view.index) == ("Tìm kiếm", "pagefind/")
    assert LinkView("Cơ quan", "co-quan/") in view.links


def test_browsers_are_told_where_to_ask() -> None:
    assert view_at(bulletin(), "opensearch.xml", OpenSearchView).page == "tim-kiem/"


@pytest.mark.parametrize("scope", [scope for scope in SearchScope if scope is not SearchScope.OFF])
def test_the_page_is_there_in_every_scope(scope: SearchScope) -> None:
    assert "tim-kiem/" in pages_of(bulletin(site=replace(SITE, search=scope)))


def test_without_search_there_is_neither() -> None:
    pages = pages_of(bulletin(site=replace(SITE, search=SearchScope.OFF)))
    assert not {"tim-kiem/", "opensearch.xml"} & set(pages)
