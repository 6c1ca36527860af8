"""Lists of records as tables, a page at a time."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from bantin.domain.model import Feature, Status
from bantin.site.register import tables
from bantin.site.register.tables import table
from bantin.site.views import FacetView, LinkView, RegisterView, View
from tests.index.contents import bulletin
from tests.site.register.records import record

MADE = bulletin(*(record(f"bai-{number}") for number in range(5)))
LINK, HOME = LinkView("Văn bản", "van-ban/"), LinkView("Trang chủ", "")
FACETS = (("nam", "Năm ký", (("2012", LinkView("Năm 2012", "van-ban/nam/2012/", 1)),)),)


@pytest.fixture(autouse=True)
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "PAGE_SIZE", 2)


def views(facets: tables.Facets = FACETS) -> Sequence[View]:
    pages = table(LINK, MADE.register.records, MADE, crumbs=(HOME,), others=(LINK,), facets=facets)
    return [page.blank(MADE.directory) for page in pages]


def test_a_long_list_has_pages() -> None:
    found = [view for view in views() if isinstance(view, RegisterView)]
    assert [(view.url, view.title) for view in found] == [
        ("van-ban/", "Văn bản"),
        ("van-ban/trang/2/", "Văn bản – trang 2"),
        ("van-ban/trang/3/", "Văn bản – trang 3"),
    ]
    assert [[row.url for row in view.rows] for view in found] == [
        ["bai-viet/2020/bai-0/", "bai-viet/2020/bai-1/"],
        ["bai-viet/2020/bai-2/", "bai-viet/2020/bai-3/"],
        ["bai-viet/2020/bai-4/"],
    ]
    assert {(view.total, view.crumbs, view.others) for view in found} == {(5, (HOME,), (LINK,))}


def test_only_the_whole_register_is_divided_and_tells_a_script_of_all_its_pages() -> None:
    first, whole, part = views()[0], views()[1], views(())[1]
    assert isinstance(first, RegisterView)
    assert isinstance(whole, RegisterView)
    assert isinstance(part, RegisterView)
    assert first.facets == (FacetView(*FACETS[0]),)
    # Only the first page has counts, so that a status that turns does not change all of them.
    counts = [[link.count for _, link in facet.choices] for facet in whole.facets]
    assert all(count is None for facet in counts for count in facet)
    assert [[link.label for _, link in facet.choices] for facet in whole.facets] == [
        [link.label for _, link in facet.choices] for facet in first.facets
    ]
    assert whole.pages == ("van-ban/", "van-ban/trang/2/", "van-ban/trang/3/")
    assert (part.facets, part.pages, part.index, part.statuses, part.agency_list) == ((), (), "", (), None)
    assert (whole.index, whole.agency_name, whole.agency_list) == (
        "van-ban/rows.js",
        "co-quan",
        LinkView("Cơ quan", "co-quan/"),
    )
    # Those that no row has are there too, so that one that a row comes to have does not change all pages.
    assert [one.kind for one in whole.statuses] == list(Status)


def test_without_pages_of_agencies_there_is_no_link_to_them() -> None:
    site = replace(MADE.directory.site, off=frozenset({Feature.AGENCIES, Feature.DATA}))
    (first, *_) = table(LINK, MADE.register.records, MADE, crumbs=(HOME,), facets=FACETS)
    view = first.blank(bulletin(record("bai"), site=site).directory)
    assert isinstance(view, RegisterView)
    assert (view.agency_list, view.download, view.index) == (None, "", "van-ban/rows.js")


def test_only_the_first_page_of_a_steady_list_has_the_total() -> None:
    pages = table(LINK, MADE.register.records, MADE, crumbs=(HOME,), steady=True)
    found = [view for page in pages if isinstance(view := page.blank(MADE.directory), RegisterView)]
    assert [view.total for view in found] == [5, *([0] * (len(found) - 1))]
    assert [len(view.rows) for view in found] == [1] * 5


def test_an_empty_list_has_one_page() -> None:
    (page,) = table(LINK, (), MADE, crumbs=(HOME,))
    view = page.blank(MADE.directory)
    assert isinstance(view, RegisterView)
    assert (view.total, view.rows) == (0, ())
