"""The complete register: every list has the records that its link counts, and every record is in the right lists."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import Article
from bantin.domain.problems import LANGUAGES, Language
from bantin.index import Bulletin
from bantin.site.register import register_pages
from bantin.site.views import LinkView, NotesView, RegisterView, RowView, SignerView, View, YearListView, YearRowView
from tests.index.contents import SITE, bulletin, quick
from tests.site.plans import pages_of, parts_of, view_at
from tests.site.register.records import record, records

PAGE = re.compile(r"(trang|page)/\d+/$")


def views(found: Bulletin) -> list[View]:
    return [page.blank(found.directory) for page in register_pages(found)]


def listed(shown: Iterable[View]) -> Mapping[str, list[str]]:
    """The articles of each list, over all its pages, by the address of the list."""
    by_list: defaultdict[str, list[str]] = defaultdict(list)
    for view in shown:
        by_list[PAGE.sub("", view.url)] += [row.url for row in parts_of(view, RowView)]
        by_list[view.url] += [row.title.url for row in parts_of(view, YearRowView)]
    return by_list


@quick
@given(records(), st.sampled_from(LANGUAGES))
def test_counts_are_those_of_the_records_that_are_listed(made: list[Article], language: Language) -> None:
    shown = views(bulletin(*made, site=replace(SITE, language=language)))
    behind = listed(shown)
    links = {link for view in shown for link in parts_of(view, LinkView) if link.count is not None}
    lists = {link for link in links if not link.item}
    assert {link.url: link.count for link in lists} == {link.url: len(set(behind[link.url])) for link in lists}
    assert {link.count for link in links - lists} <= {1}
    for view in shown:
        found = behind[PAGE.sub("", view.url)]
        if isinstance(view, RegisterView | NotesView):
            assert view.total == len(found)
        elif isinstance(view, SignerView | YearListView):
            assert view.total == len(set(found))


@quick
@given(records())
def test_a_record_stands_in_the_register_and_in_the_lists_of_its_facets(made: list[Article]) -> None:
    found = bulletin(*made)
    shown = views(found)
    behind = listed(shown)
    rows = {row.url: row for view in shown for row in parts_of(view, RowView)}
    assert sorted(behind["van-ban/"]) == sorted(rows)
    assert len(rows) == len(found.register.records)
    by_facet: defaultdict[str, list[str]] = defaultdict(list)
    for url in behind["van-ban/"]:
        for facet in rows[url].facets:
            by_facet[f"van-ban/{facet}/"].append(url)
    facets = re.compile("van-ban/(nam|loai|linh-vuc|tinh-trang)/.")
    assert {url: urls for url, urls in behind.items() if facets.match(url)} == by_facet


@quick
@given(records())
def test_the_register_offers_a_choice_for_each_list_and_no_other(made: list[Article]) -> None:
    view = next(iter(views(bulletin(*made))))
    assert isinstance(view, RegisterView)
    offered = {f"{facet.name}/{value}": link for facet in view.facets for value, link in facet.choices}
    assert set(offered) == {facet for row in view.rows for facet in row.facets}
    assert all(link.url == f"van-ban/{facet}/" for facet, link in offered.items())


def test_the_register_leads_to_its_other_sides() -> None:
    made = bulletin(record("bai"))
    view = view_at(made, "van-ban/", RegisterView)
    beside = {"van-ban/sap-den-han/", "van-ban/moi-thay-doi/", "van-ban/con-hieu-luc/", "nguoi-ky/"}
    assert beside < {link.url for link in view.others}
    assert {link.url for link in view.others} <= pages_of(made).keys()


def test_a_list_is_called_by_what_its_records_have_in_common() -> None:
    found = pages_of(bulletin(record("bai", signed="2012"), record("hai")))
    titles = {url: seen.page.title for url, seen in found.items() if url.startswith("van-ban/nam/")}
    assert titles == {
        "van-ban/nam/2012/": "Văn bản ký năm 2012",
        "van-ban/nam/chua-ro/": "Văn bản đã ký: Chưa rõ năm ký",
    }


def test_an_empty_register_has_its_pages_and_nothing_to_choose() -> None:
    view = view_at(bulletin(), "van-ban/", RegisterView)
    assert (view.rows, view.facets, view.total, view.pages) == ((), (), 0, ())
