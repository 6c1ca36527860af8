"""Groups of a single item have no page: all links lead to the item, and so do the addresses of such pages."""

from typing import Any

import pytest
from hypothesis import given
from msgspec.structs import replace

from bantin.domain.model import Article, Feature, Link, Outline, Position
from bantin.index import Bulletin, index
from bantin.site.single_items import group_link, group_pages, groups_of, single_item_addresses
from bantin.site.views import LinkView
from tests.index.contents import NOW, SITE, article, bulletin, content, quick, when
from tests.index.contents import record as record_file
from tests.index.test_translation import BOTH
from tests.site.plans import codes, pages_of, planned
from tests.site.register.records import record, records, signed_by

ONE = record("mot", "a", "b", signed="2020-03-10", title="Quy chế rừng", signatories=signed_by("Lê A", "Trần B"))
TWO = record("hai", "a", "c", signed="2020-03-11", signatories=signed_by("Lê A"))
LIST = LinkView("Nhóm", "nhom/", 7)


def test_a_group_of_several_leads_to_its_page_and_a_single_item_to_itself_by_name() -> None:
    both = bulletin(ONE, TWO).register.records
    assert group_link(LIST, both, SITE) == LIST
    assert group_link(LIST, both[1:], SITE) == LinkView("Nhóm", "bai-viet/2020/mot/", 7, item="Quy chế rừng")
    assert group_link(LIST, (article("tin"),), SITE) == LinkView("Nhóm", "bai-viet/2020/tin/", 7, item="Bài tin")
    assert group_link(LIST, (record_file("tep"),), SITE) == LinkView("Nhóm", "van-ban/2015/tep/", 7, item="Bản tep")


@pytest.mark.parametrize(
    ("of_label", "of_item", "expected"), [("", "vi", "vi"), ("vi", "en", "en"), ("vi", "vi", ""), ("", "en", "")]
)
def test_the_language_of_the_item_is_marked_where_it_is_not_that_of_the_label(
    of_label: str, of_item: str, expected: str
) -> None:
    site, item = replace(SITE, language="en"), article("tin", lang=of_item)
    assert group_link(replace(LIST, lang=of_label), (item,), site).item_lang == expected


def test_an_item_knows_the_lists_that_it_is_in_with_others() -> None:
    made = bulletin(ONE, TWO)
    assert group_pages(made) == {"nguoi-ky/le-a/"}
    assert groups_of(ONE, made.directory, group_pages(made)) == ("nguoi-ky/le-a/",)
    assert groups_of(article("tin"), made.directory, group_pages(made)) == ()


DAYS = (
    article("x", published=when("2020-05-06")),
    article("y", published=when("2020-05-07")),
    article("z", published=when("2020-05-07")),
)


def test_each_address_of_a_group_without_a_page_leads_to_its_item() -> None:
    tagged = article("tin", published=when("2020-05-06"), tags=("Biển",))
    assert dict(single_item_addresses(bulletin(ONE, TWO, tagged))) == {
        "co-quan/a/voi/b/": "bai-viet/2020/mot/",
        "co-quan/a/voi/c/": "bai-viet/2020/hai/",
        "nguoi-ky/tran-b/": "bai-viet/2020/mot/",
        "chu-de/bien/": "bai-viet/2020/tin/",
        "luu-tru/2020/03/10/": "bai-viet/2020/mot/",
        "luu-tru/2020/03/11/": "bai-viet/2020/hai/",
        "luu-tru/2020/05/06/": "bai-viet/2020/tin/",
    }


def test_a_day_of_several_items_leads_to_its_place_in_the_month() -> None:
    assert dict(single_item_addresses(bulletin(*DAYS))) == {
        "luu-tru/2020/05/06/": "bai-viet/2020/x/",
        "luu-tru/2020/05/07/": "luu-tru/2020/05/#ngay-7",
    }


def test_each_language_has_its_own_addresses() -> None:
    made = content(ONE, site=BOTH)
    found = dict(single_item_addresses(index(made, NOW)))
    assert found["co-quan/a/voi/b/"] == "bai-viet/2020/mot/"
    assert found["en/agencies/a/with/b/"] == "en/articles/2020/mot/"
    assert found["en/archive/2020/03/10/"] == "en/articles/2020/mot/"


@pytest.mark.parametrize(
    ("feature", "left"),
    [(Feature.REGISTER, {"chu-de/", "luu-tru/"}), (Feature.ARCHIVE, {"chu-de/", "co-quan/", "nguoi-ky/"})],
)
def test_a_feature_that_is_off_has_no_addresses(feature: Feature, left: set[str]) -> None:
    made = bulletin(replace(ONE, tags=("Biển",)), site=replace(SITE, off=frozenset({feature})))
    assert {address.partition("/")[0] + "/" for address, _ in single_item_addresses(made)} == left


@quick
@given(records())
def test_a_group_either_has_a_page_or_leads_to_one(made: list[Article]) -> None:
    found = bulletin(*made)
    pages, alone = pages_of(found), dict(single_item_addresses(found))
    assert pages.keys() >= group_pages(found)
    assert alone.keys().isdisjoint(pages)
    assert {place.partition("#")[0] for place in alone.values()} <= pages.keys()


def linking(*targets: str, **changes: Any) -> Article:
    links = tuple(Link(target, Position(7, 1)) for target in targets)
    return article("bai", outline=Outline(links), **changes)


def addresses_in(made: Bulletin, url: str) -> tuple[str, ...]:
    (text,) = next(seen.page.texts for seen in planned(made).pages if seen.page.url == url)
    return text.addresses


def test_links_in_texts_lead_straight_to_the_item() -> None:
    written = ("/nguoi-ky/tran-b/", "/nguoi-ky/tran-b#muc", "/luu-tru/2020/05/07/?a=b", "/nguoi-ky/le-a/")
    assert addresses_in(bulletin(ONE, TWO, *DAYS, linking(*written)), "bai-viet/2020/bai/") == (
        "bai-viet/2020/mot/",
        "bai-viet/2020/mot/#muc",
        "luu-tru/2020/05/#ngay-7",
        "nguoi-ky/le-a/",
    )


def test_a_group_that_has_nothing_is_no_destination() -> None:
    assert codes(bulletin(ONE, linking("/nguoi-ky/tran-c/"))) == ["broken-link"]
