"""The search page, its description for browsers, and the links to it."""

from typing import Any

import pytest
from msgspec.structs import replace

from bantin.domain.model import SearchScope
from bantin.index import Bulletin
from bantin.site.views import JsonView, LinkView, OpenSearchView, SearchView
from tests.index.contents import SITE, agency, agreement, article, bulletin, on, record, when
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
    assert not {
        "tim-kiem/",
        "tim-kiem/names.json",
        "tim-kiem/suggestions.json",
        "tim-kiem/newest.json",
        "opensearch.xml",
    } & set(pages)


def suggested(made: Bulletin) -> dict[str, list[list[str]]]:
    """What the search page suggests, by what it is."""
    value: Any = view_at(made, "tim-kiem/suggestions.json", JsonView).value
    return {kind: list(map(list, asked)) for kind, asked in value}


def test_what_can_be_asked_for_by_name_is_suggested() -> None:
    signed = record("x", agreement=agreement("a", "b", id="x", title="Quy chế phối hợp", signed_on=on("2015-03-10")))
    found = suggested(bulletin(signed, agency("a", "Bộ Công an", abbreviations=("BCA",)), agency("b")))
    assert found["Cơ quan"] == [["Bộ Công an", "BCA"], ["Cơ quan B"]]
    assert found["Loại văn bản"] == [["Quy chế"]]
    assert found["Năm ký"] == [["Năm 2015"]]
    assert found["Tình trạng hiệu lực"][0][0] == "Đã ký – chưa rõ hiệu lực"
    assert found["Văn bản"] == [["Quy chế phối hợp"]]
    assert ["Văn bản đã ký"] in found["Danh sách"]


def test_titles_are_suggested_once_the_newest_first_and_only_what_is_public() -> None:
    found = suggested(
        bulletin(
            article("cu", published=when("2019-01-01"), title="Cũ"),
            article("moi", published=when("2020-01-01"), title="Mới"),
            article("lai", published=when("2018-01-01"), title="Mới"),
            article("nhap", published=when("2020-01-01"), title="Nháp", draft=True),
            article("sau", published=when("2030-01-01"), title="Sau"),
        )
    )
    assert found["Tin tức"] == [["Mới"], ["Cũ"]]
    assert found["Văn bản"] == []
