"""No address that ever was public is lost, and no id is used twice."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from bantin.content.ledger import ledger_text, parse_ledger
from bantin.domain.model import (
    AddressKind,
    Feature,
    Gone,
    GoneKind,
    Label,
    Ledger,
    Link,
    Outline,
    Position,
    PublicAddress,
    Site,
)
from bantin.index import Bulletin, index
from bantin.site import Plan
from bantin.site.addresses import output_path
from bantin.site.ledger import Settled, lost_problem, probable_files, settle
from bantin.site.plan import plan
from bantin.site.redirects import RedirectPage
from bantin.site.single_items import single_item_addresses
from tests.index.contents import NOW, SITE, TODAY, Item, agency, agreement, article, content, on, page, record, when

DATED = when("2020-05-06")
LATER = TODAY + timedelta(days=30)
GONE = Gone("content/articles/2020/bai.md", GoneKind.ARTICLE, "bai", "Bài", on("2026-01-20"), "Nhầm.", year=2020)
OTHER = replace(SITE, others=(replace(SITE, language="en", title="Bulletin"),))


def of(*items: Item | Gone, ledger: Ledger | None = None, site: Site = SITE, day: date = TODAY) -> Bulletin:
    """The bulletin of ``items`` with a ledger, as of ``day``."""
    gone = tuple(item for item in items if isinstance(item, Gone))
    written = content(*(item for item in items if not isinstance(item, Gone)), site=site)
    return index(replace(written, ledger=ledger, gone=gone), NOW + (day - TODAY))


def planned(bulletin: Bulletin) -> Plan:
    found = plan(bulletin, frozenset())
    assert found.value is not None
    return found.value


def after(*items: Item | Gone, ledger: Ledger | None = None, site: Site = SITE, day: date = TODAY) -> Ledger:
    """The ledger after a build, as the next build reads it."""
    text = ledger_text(planned(of(*items, ledger=ledger, site=site, day=day)).ledger)
    found = parse_ledger(text).value
    assert found is not None
    return found


def moved(*items: Item | Gone, ledger: Ledger, site: Site = SITE) -> Mapping[str, str]:
    """The former addresses of a later build that loses none."""
    made = settled(*items, ledger=ledger, site=site)
    assert [one.address for one in made.lost] == []
    return dict(made.former)


def settled(*items: Item | Gone, ledger: Ledger, site: Site = SITE, day: date = LATER) -> Settled:
    """What becomes of the addresses in ``ledger`` in a later build."""
    made = planned(of(*items, site=site, day=day))
    now = of(*items, ledger=ledger, site=site, day=day)
    known = {*(page.address for page in made.pages), *(one.address for one in (*made.files, *made.images))}
    return settle(now, made.pages, known, {**dict(single_item_addresses(now)), **dict(made.moved)})


def codes(*items: Item | Gone, ledger: Ledger, site: Site = SITE, day: date = LATER) -> list[str]:
    return [problem.code for problem in plan(of(*items, ledger=ledger, site=site, day=day), frozenset()).problems]


def lost(*items: Item | Gone, ledger: Ledger, site: Site = SITE) -> list[str]:
    return [one.address for one in planned(of(*items, ledger=ledger, site=site, day=LATER)).lost]


def test_the_ledger_has_every_page_feed_calendar_and_record() -> None:
    ledger = after(article(agreement=agreement(), published=DATED), page(), record("mot"))
    assert ledger["bai-viet/2020/bai/"].named == (AddressKind.RECORD, "ban-ghi")
    assert ledger["van-ban/2015/mot/"].named == (AddressKind.RECORD, "mot")
    assert ledger["gioi-thieu/"].named == (AddressKind.PAGE, "gioi-thieu")
    assert ledger["co-quan/a/"].named == (AddressKind.AGENCY, "a")
    for address in ("", "atom.xml", "lich.ics", "van-ban/2015/mot/index.json", "co-quan/a/atom.xml", "van-ban/"):
        assert ledger[address].kind is AddressKind.DERIVED
    assert not {"404.html", "sitemap.xml", "robots.txt", "opensearch.xml"} & ledger.keys()
    assert {(one.first_seen, one.last_seen) for one in ledger.values()} == {(TODAY, None)}


def test_nothing_changes_in_a_ledger_as_long_as_nothing_moves() -> None:
    items = (article(agreement=agreement()), page(), record("mot"))
    ledger = after(*items)
    again = after(*items, ledger=ledger, day=LATER)
    assert ledger_text(again.values()) == ledger_text(ledger.values())


def test_a_former_address_that_an_editor_declares_is_not_public_and_leads_where_the_editor_says() -> None:
    ledger = after(article("cu"))
    assert "xua/" not in after(article("cu", aliases=("xua",)))
    items = (article("moi", aliases=("bai-viet/2020/cu/",), title="Khác"),)
    made = planned(of(*items, ledger=ledger, day=LATER))
    assert (made.lost, made.moved) == ((), (("bai-viet/2020/cu/", "bai-viet/2020/moi/"),))
    assert after(*items, ledger=ledger, day=LATER)["bai-viet/2020/cu/"].last_seen == LATER


def test_an_item_with_the_same_id_is_found_again_whatever_else_has_changed() -> None:
    ledger = after(record("mot"))
    changed = record("mot", agreement=agreement(id="mot", signed_on=on("2016-01-01"), title="Khác"))
    leads = moved(changed, ledger=ledger)
    assert leads["van-ban/2015/mot/"] == "van-ban/2016/mot/"
    assert leads["van-ban/2015/mot/index.json"] == "van-ban/2016/mot/index.json"


def test_a_record_that_moved_out_of_an_article_is_found_again() -> None:
    ledger = after(article(agreement=agreement()))
    assert moved(record("ban-ghi"), ledger=ledger)["bai-viet/2020/bai/"] == "van-ban/2015/ban-ghi/"


@pytest.mark.parametrize(
    ("before", "now", "old", "new"),
    [
        (article("cu", title="Bài"), article("moi", 2021, title="Bài"), "bai-viet/2020/cu/", "bai-viet/2021/moi/"),
        (page("cu", title="Trang"), page("moi", title="Trang"), "cu/", "moi/"),
    ],
)
def test_a_renamed_file_is_recognised_by_its_facts_for_ever(before: Item, now: Item, old: str, new: str) -> None:
    ledger = after(before)
    assert moved(now, ledger=ledger)[old] == new
    assert codes(now, ledger=ledger) == []
    renamed = after(now, ledger=ledger, day=LATER)
    edited = replace(now, title="Tiêu đề khác")
    assert moved(edited, ledger=renamed)[old] == new


def test_a_changed_id_is_a_warning_until_it_is_changed_back() -> None:
    ledger = after(record("mot"))
    renamed = replace(record("hai"), agreement=replace(record("mot").agreement, id="hai"))
    (problem,) = plan(of(renamed, ledger=ledger, day=LATER), frozenset()).problems
    assert (problem.code, problem.location.path) == ("id-changed", "content/agreements/hai.md")
    assert problem.hint("en") == "Name the file mot.md again."
    now = after(renamed, ledger=ledger, day=LATER)
    assert codes(renamed, ledger=now) == ["id-changed"]
    assert codes(renamed, ledger=now, day=LATER + timedelta(days=400)) == ["id-changed"]
    back = record("mot")
    assert codes(back, ledger=now) == []
    assert moved(back, ledger=now)["van-ban/2015/hai/"] == "van-ban/2015/mot/"


def test_a_renamed_agency_takes_its_lists_and_feeds_along() -> None:
    name = Label("Bộ A", "Ministry A")
    told = [article(one, agreement=agreement("a", "b", id=one), published=DATED) for one in ("mot", "hai")]
    ledger = after(replace(agency("a"), name=name), agency("b"), *told)
    now = (replace(one, agreement=agreement("z", "b", id=one.slug)) for one in told)
    items: tuple[Item, ...] = (replace(agency("z"), name=name), agency("b"), *now)
    assert codes(*items, ledger=ledger) == ["id-changed"]
    leads = moved(*items, ledger=ledger)
    assert leads["co-quan/a/"] == "co-quan/z/"
    assert leads["co-quan/a/atom.xml"] == "co-quan/z/atom.xml"
    assert leads["co-quan/a/voi/b/"].startswith("co-quan/z/")


def test_items_with_the_same_facts_are_not_confused() -> None:
    alike = (article("mot", title="Bài"), article("hai", title="Bài"))
    ledger = after(*alike)
    assert lost(article("ba", title="Bài"), ledger=ledger) == ["bai-viet/2020/hai/", "bai-viet/2020/mot/"]
    one = after(alike[0])
    assert lost(article("ba", title="Bài"), article("bon", title="Bài"), ledger=one) == ["bai-viet/2020/mot/"]
    assert lost(alike[1], ledger=ledger) == ["bai-viet/2020/mot/"]


def test_pages_that_the_program_makes_lead_to_what_they_were_part_of() -> None:
    told = [article(f"bai-{n}", agreement=agreement(id=f"bai-{n}"), published=DATED) for n in range(5)]
    signed = record("mot", agreement=agreement(id="mot", signed_on=on("2014")))
    ledger = after(*told, signed)
    without = replace(SITE, off=frozenset({Feature.FEEDS, Feature.REGISTER}), page_size=10)
    leads = moved(*told, signed, ledger=ledger, site=without)
    assert leads["bai-viet/trang/3/"] == "bai-viet/"
    assert leads["co-quan/a/trang/2/"] == "co-quan/a/"
    assert leads["co-quan/a/atom.xml"] == "co-quan/a/"
    assert leads["atom.xml"] == ""
    assert leads["van-ban/nam/2014/"] == ""


@pytest.mark.parametrize("off", [*Feature, None])
def test_with_any_feature_off_each_address_leads_to_another_one_that_is_there(off: Feature | None) -> None:
    told = [article(f"bai-{n}", tags=("Biển",), agreement=agreement(id=f"bai-{n}"), published=DATED) for n in range(5)]
    items: tuple[Item, ...] = (*told, record("mot"), page(), agency("a"), agency("b"))
    ledger = after(*items, site=OTHER)
    # Some features need others; see ``bantin.content.settings``.
    without = frozenset(Feature) if off is None else frozenset({off})
    site = replace(OTHER, off=without)
    former = moved(*items, ledger=ledger, site=site)
    here = {one.address for one in planned(of(*items, ledger=ledger, site=site, day=LATER)).pages} - former.keys()
    assert {target.partition("#")[0] for target in former.values()} <= here
    # Codes on paper have no address of their own.
    assert former or off is Feature.CODES
    assert ledger.keys() <= here | former.keys()


def test_an_agency_without_a_page_leads_to_the_home_page_of_its_language() -> None:
    items = (article(agreement=agreement(), published=DATED), agency("a"), agency("b"))
    off = frozenset({Feature.AGENCIES, Feature.REGISTER, Feature.DATA, Feature.CALENDARS})
    ledger = after(*items, site=OTHER)
    calendar = replace(ledger["atom.xml"], address="co-quan/a/lich.ics")
    leads = moved(*items, ledger={**ledger, calendar.address: calendar}, site=replace(OTHER, off=off))
    assert (leads["co-quan/a/"], leads["co-quan/a/lich.ics"], leads["en/agencies/a/"]) == ("", "", "en/")
    assert leads["co-quan/a/atom.xml"] == "atom.xml"


def test_no_page_stands_at_the_address_of_a_file_for_programs() -> None:
    told = article(agreement=agreement(), published=DATED)
    items = (told, agency("a"), agency("b"))
    ledger = dict(after(*items, site=OTHER))
    for calendar in ("co-quan/a/lich.ics", "en/agencies/a/calendar.ics"):
        ledger[calendar] = replace(ledger["atom.xml"], address=calendar)
    given_up = replace(SITE, off=frozenset({Feature.CALENDARS, Feature.DATA, Feature.FEEDS}))
    pages = {one.address: one for one in planned(of(*items, ledger=ledger, site=given_up, day=LATER)).pages}
    files = {one for one in ledger if not output_path(one).endswith(".html")}
    assert {"co-quan/a/lich.ics", "du-lieu/agreements.csv", "atom.xml"} <= files
    assert {pages[one].template for one in files & pages.keys()}.isdisjoint({"redirect.html", "gone.html"})
    assert not {"co-quan/a/lich.ics", "du-lieu/agreements.csv", "atom.xml"} & pages.keys()
    assert pages["du-lieu/"].template == pages["en/data/"].template == "redirect.html"
    linking = replace(told, outline=Outline((Link("/du-lieu/agreements.csv", Position(7, 1)),)))
    assert codes(linking, agency("a"), agency("b"), ledger=ledger, site=given_up) == ["feature-off"]


def test_servers_are_told_of_items_only_since_a_list_may_come_back() -> None:
    ledger = after(article("cu", title="Bài"), article("hai"), article("ba"))
    items = (article("moi", title="Bài", aliases=("xua",)), article("hai"), article("ba"))
    made = planned(of(*items, ledger=ledger, site=replace(SITE, page_size=9), day=LATER))
    former = settled(*items, ledger=ledger, site=replace(SITE, page_size=9)).former
    assert {"bai-viet/2020/cu/", "bai-viet/trang/2/"} <= dict(former).keys()
    assert dict(made.moved) == dict.fromkeys(("xua/", "bai-viet/2020/cu/"), "bai-viet/2020/moi/")


def test_a_feed_of_something_gone_becomes_the_next_feed_above_it() -> None:
    told = article(agreement=agreement(), published=DATED)
    ledger = after(told)
    elsewhere = replace(told, agreement=agreement(fields=("y-te",)))
    made = planned(of(elsewhere, ledger=ledger, day=LATER))
    assert moved(elsewhere, ledger=ledger)["linh-vuc/an-ninh/atom.xml"] == "atom.xml"
    (copy,) = [one for one in made.pages if one.address == "linh-vuc/an-ninh/atom.xml"]
    (feed,) = [one for one in made.pages if one.address == "atom.xml"]
    assert (copy.template, copy.content, copy.listed) == (feed.template, feed.content, False)


def test_an_item_that_is_gone_is_lost_and_named_once() -> None:
    ledger = after(article("bai"), page(), site=OTHER)
    made = planned(of(page(), ledger=ledger, site=OTHER, day=LATER))
    assert [(one.address, one.line > 0) for one in made.lost] == [("bai-viet/2020/bai/", True)]


def test_an_item_that_is_lost_is_named_by_its_address_in_the_main_language() -> None:
    ledger = after(record("mot"), page(), site=OTHER)
    assert "en/register/2015/mot/" in ledger
    made = planned(of(page(), ledger=ledger, site=OTHER, day=LATER))
    assert [one.address for one in made.lost] == ["van-ban/2015/mot/"]


def test_a_page_that_says_that_something_is_gone_stands_for_it() -> None:
    ledger = after(article("bai"))
    assert lost(GONE, ledger=ledger) == []
    now = after(GONE, ledger=ledger, day=LATER)
    one = now["bai-viet/2020/bai/"]
    assert (one.named, one.last_seen, one.digest) == (
        (AddressKind.ARTICLE, "2020/bai"),
        LATER,
        ledger["bai-viet/2020/bai/"].digest,
    )
    assert ledger_text(after(GONE, ledger=now, day=LATER + timedelta(days=1)).values()) == ledger_text(now.values())
    assert lost(ledger=now) == ["bai-viet/2020/bai/"]
    assert codes(article("bai"), ledger=now) == []
    assert codes(article("bai", title="Khác"), ledger=now) == ["id-used-twice"]
    assert after(GONE, day=LATER)["bai-viet/2020/bai/"].last_seen == LATER


def test_the_id_of_a_record_that_is_gone_stays_taken() -> None:
    ledger = after(record("mot"))
    gone = replace(GONE, path="content/agreements/mot.md", kind=GoneKind.RECORD, slug="mot", year=2015, id="mot")
    now = after(gone, ledger=ledger, day=LATER)
    assert lost(gone, ledger=ledger) == []
    assert "id-used-twice" in codes(gone, article(agreement=agreement(id="mot")), ledger=now)


def test_what_is_hidden_again_is_reported_at_its_file() -> None:
    ledger = after(article("bai"))
    (problem,) = plan(of(article("bai", draft=True), ledger=ledger, day=LATER), frozenset()).problems
    assert (problem.code, problem.location.path) == ("address-hidden", "content/articles/2020/bai.md")


def test_an_expired_article_leads_to_the_list_of_articles() -> None:
    ledger = after(article("bai"))
    expired = article("bai", expires=when("2026-01-10"), title="Tiêu đề khác")
    made = planned(of(expired, ledger=ledger, day=LATER))
    assert (made.moved, made.lost) == ((("bai-viet/2020/bai/", "bai-viet/"),), ())
    assert codes(expired, ledger=ledger) == []
    gone = after(expired, ledger=ledger, day=LATER)
    assert codes(replace(expired, expires=None), ledger=gone) == []


def test_the_record_of_an_expired_article_stays_and_all_addresses_lead_to_it() -> None:
    told = article("bai", agreement=agreement(), aliases=("cu",))
    ledger = after(told)
    expired = replace(told, expires=when("2026-01-10"))
    made = planned(of(expired, ledger=ledger, day=LATER))
    leads = dict(made.moved)
    assert leads["bai-viet/2020/bai/"] == leads["cu/"] == "van-ban/khong-ro-ngay/ban-ghi/"
    assert (made.lost, codes(expired, ledger=ledger)) == ((), [])
    now = after(expired, ledger=ledger, day=LATER)
    stays = now["van-ban/khong-ro-ngay/ban-ghi/"]
    assert (stays.named, stays.last_seen) == ((AddressKind.RECORD, "ban-ghi"), None)
    assert codes(told, ledger=now) == []


def test_an_article_that_had_moved_before_it_expired_is_not_lost() -> None:
    ledger = after(article("cu", title="Bài"))
    ledger = after(article("moi", title="Bài"), ledger=ledger)
    expired = article("moi", title="Bài", expires=when("2026-01-10"))
    assert moved(expired, ledger=ledger)["bai-viet/2020/cu/"] == "bai-viet/"
    assert codes(expired, ledger=ledger) == []


def test_a_language_that_is_given_up_leads_to_the_main_one() -> None:
    ledger = after(article("bai"), agency("a"), agency("b"), site=OTHER)
    leads = moved(article("bai"), agency("a"), agency("b"), ledger=ledger)
    assert leads["en/articles/2020/bai/"] == "bai-viet/2020/bai/"
    assert leads["en/agencies/a/"] == "co-quan/a/"
    assert leads["en/"] == ""


def test_in_another_language_addresses_lead_to_pages_of_that_language() -> None:
    ledger = after(article("cu", title="Bài"), site=OTHER)
    made = planned(of(article("moi", title="Bài"), ledger=ledger, site=OTHER, day=LATER))
    assert (
        moved(article("moi", title="Bài"), ledger=ledger, site=OTHER)["en/articles/2020/cu/"] == "en/articles/2020/moi/"
    )
    (old,) = [one for one in made.pages if one.address == "en/articles/2020/cu/"]
    assert (old.prefix, old.title, old.content) == (
        "en/",
        "This page has moved",
        RedirectPage(target="articles/2020/moi/"),
    )


def test_an_id_is_never_used_for_something_else() -> None:
    ledger = after(record("mot"), record("hai"))
    renamed = replace(record("ba"), agreement=replace(record("mot").agreement, id="ba"))
    now = after(renamed, record("hai"), ledger=ledger, day=LATER)
    other = record("mot", agreement=agreement(id="mot", signed_on=on("2019"), title="Văn bản khác"))
    found = plan(of(renamed, other, record("hai"), ledger=now, day=LATER), frozenset()).problems
    (problem,) = [one for one in found if one.code == "id-used-twice"]
    assert problem.location.path == "content/agreements/mot.md"
    confirmed = {**now, "van-ban/2015/mot/": replace(now["van-ban/2015/mot/"], last_seen=None)}
    assert "id-used-twice" not in codes(renamed, other, record("hai"), ledger=confirmed)


def test_an_address_is_never_used_for_another_article() -> None:
    ledger = after(article("cu", title="Bài"))
    now = after(article("moi", title="Bài"), ledger=ledger, day=LATER)
    assert codes(article("moi", title="Bài"), article("cu", title="Khác"), ledger=now) == ["id-used-twice"]
    assert codes(article("cu", title="Bài"), ledger=now) == []


def test_an_id_that_was_given_up_at_its_address_is_remembered() -> None:
    told = article(agreement=agreement(id="mot"))
    ledger = after(told)
    changed = replace(told, agreement=agreement(id="hai"))
    (problem,) = plan(of(changed, ledger=ledger, day=LATER), frozenset()).problems
    assert (problem.code, problem.hint("en")) == ("id-changed", "Write “id: mot” under “agreement:”.")
    now = after(changed, ledger=ledger, day=LATER)
    kept = now["bai-viet/2020/bai/#mot"]
    assert (kept.named, kept.now, kept.last_seen) == ((AddressKind.RECORD, "mot"), "hai", LATER)
    assert codes(changed, ledger=now) == ["id-changed"]
    assert not [address for address in moved(changed, ledger=now) if "#" in address]
    assert "id-used-twice" in codes(changed, record("mot"), ledger=now)
    back = after(told, ledger=now, day=LATER + timedelta(days=1))
    assert codes(told, ledger=back, day=LATER + timedelta(days=1)) == []
    assert back["bai-viet/2020/bai/#hai"].now == "mot"
    assert "id-changed" in codes(changed, ledger=back, day=LATER + timedelta(days=2))


def test_facts_may_be_corrected_while_they_are_public() -> None:
    ledger = after(record("mot"), article("bai"))
    items = (record("mot", agreement=agreement(id="mot", title="Đã sửa")), article("bai", title="Đã sửa"))
    assert codes(*items, ledger=ledger) == []


def test_what_is_first_seen_later_is_not_public_on_an_earlier_day() -> None:
    ledger = after(article("bai"), day=LATER)
    before = planned(of(ledger=ledger))
    now = settled(ledger=ledger, day=TODAY)
    assert (now.lost, now.former) == ((), ())
    assert parse_ledger(ledger_text(before.ledger)).value == after(ledger=ledger)
    assert before_of(before, "bai-viet/2020/bai/") == LATER


def before_of(made: Plan, address: str) -> date:
    return next(one.first_seen for one in made.ledger if one.address == address)


def test_what_leads_to_its_only_item_redirects_there_and_has_its_page_again_with_another() -> None:
    one = article("mot", tags=("Biển",), agreement=agreement(id="mot"))
    two = article("hai", tags=("Biển",), published=DATED, agreement=agreement(id="hai"))
    lists = ("chu-de/bien/", "co-quan/a/voi/b/")
    both = after(one, two)
    assert both.keys() >= {*lists}
    # Such an address may also come from an older program, which had a page for each day.
    day = replace(both["chu-de/bien/"], address="luu-tru/2020/05/06/")
    made = planned(of(two, page(), ledger={**both, day.address: day}, day=LATER))
    leads = {one.url: one.content.target for one in made.pages if isinstance(one.content, RedirectPage)}
    assert [leads[address] for address in (*lists, day.address)] == ["bai-viet/2020/hai/"] * 3
    assert {*lists, day.address}.isdisjoint(dict(made.moved))
    again = planned(of(one, two, ledger=both, day=LATER))
    assert {one.url for one in again.pages if one.template in ("list.html", "register.html")} >= {*lists}


def test_a_day_of_several_items_redirects_to_its_place_in_the_month() -> None:
    items = (article("mot", published=DATED), article("hai", published=DATED))
    day = replace(after(*items)["luu-tru/2020/"], address="luu-tru/2020/05/06/")
    made = planned(of(*items, ledger={**after(*items), day.address: day}, day=LATER))
    (found,) = (one.content for one in made.pages if one.url == day.address)
    assert found == RedirectPage(target="luu-tru/2020/05/#ngay-6")


@pytest.mark.parametrize("item_id", ["../bai", "2020/..", "2020/", "", "*", ":(top)x"])
@pytest.mark.parametrize("kind", AddressKind)
def test_git_is_asked_for_nothing_that_is_no_id(kind: AddressKind, item_id: str) -> None:
    assert probable_files(PublicAddress("bai/", kind, item_id, TODAY)) == ()


def test_git_is_asked_for_the_file_of_an_id() -> None:
    one = PublicAddress("bai-viet/2020/bai/", AddressKind.ARTICLE, "2020/bai", TODAY)
    assert probable_files(one) == ("content/articles/2020/bai.md", "content/articles/2020/bai/index.md")


def test_the_hint_of_a_lost_address_has_the_command_if_there_is_one() -> None:
    one = PublicAddress("bai/", AddressKind.PAGE, "bai", TODAY, line=2)
    assert (lost_problem(one, "git x").value("command"), "git x" in lost_problem(one, "git x").hint("en")) == (
        "git x",
        True,
    )
    assert "`git" not in lost_problem(one).hint("en")


@pytest.mark.parametrize(
    ("address", "kind", "way"),
    [
        ("co-quan/a/", AddressKind.AGENCY, "name it a.yml again"),
        ("van-ban/2015/a/", AddressKind.RECORD, "name it a.md again"),
        ("en/register/2015/a/", AddressKind.RECORD, "name it a.md again"),
        ("bai-viet/2020/bai/", AddressKind.RECORD, "`bantin mv OLD NEW`"),
        ("a/", AddressKind.PAGE, "`bantin mv OLD NEW`"),
    ],
)
def test_the_hint_of_a_lost_file_advises_only_what_can_be_done(address: str, kind: AddressKind, way: str) -> None:
    one = PublicAddress(address, kind, "a", TODAY)
    ways = {"name it a.yml again", "name it a.md again", "`bantin mv OLD NEW`"}
    for command in ("", "git x"):
        hint = lost_problem(one, command).hint("en")
        assert {one for one in ways if one in hint} == {way}
