"""The home page: the newest article, the next ones, each section's newest, the busiest agencies, the years."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from bantin.domain.model import Article, Event, EventKind, Feature
from bantin.site.home import turns_of_home
from bantin.site.views import HomeView, LinkView
from tests.index.contents import SITE, agency, agreement, article, bulletin, on, when
from tests.site.plans import view_at


def dated(count: int, **changes: Any) -> list[Article]:
    """So many articles, the newest first."""
    return [article(f"b{at}", published=when(f"2020-01-{31 - at:02}"), **changes) for at in range(count)]


def news() -> list[Article]:
    """As many articles as stand above everything else, newer than all others."""
    return [article(f"tin{at}", published=when("2025-12-31")) for at in range(5)]


def home(*made: Any) -> HomeView:
    return view_at(bulletin(*made), "", HomeView)


def test_an_empty_bulletin_has_a_home_page() -> None:
    view = home()
    assert (view.title, view.lead, view.latest, view.sections) == ("Bản tin", None, (), ())
    assert (view.agencies, view.years, view.more) == ((), (), None)


@pytest.mark.parametrize(("count", "more"), [(1, None), (5, None), (6, LinkView("Tin tức", "bai-viet/", 6))])
def test_the_newest_article_leads_and_the_next_ones_follow(count: int, more: LinkView | None) -> None:
    view = home(*dated(count))
    assert view.lead
    titles = [view.lead.title, *(card.title for card in view.latest)]
    assert titles == [f"Bài b{at}" for at in range(count)][:5]
    assert view.more == more


def test_each_section_shows_three_articles_that_do_not_stand_above_and_an_empty_one_is_left_out() -> None:
    ((link, cards),) = home(*dated(9, section="thong-bao")).sections
    assert link == LinkView("Thông báo", "chuyen-muc/thong-bao/")
    assert [card.title for card in cards] == ["Bài b5", "Bài b6", "Bài b7"]
    assert home(*dated(5, section="thong-bao")).sections == ()


def test_sections_stand_in_the_order_of_the_settings() -> None:
    made = home(*dated(5), article("y", section="thong-bao"), article("z", section="tin"))
    assert [link.label for link, _ in made.sections] == ["Tin", "Thông báo"]


def test_the_busiest_agencies_stand_in_vietnamese_order() -> None:
    ids = [f"a{number:02}" for number in range(14)]
    agencies = [agency(one, f"Cơ quan {one}") for one in ids]
    # Two have signed once only; the rest twice.
    busy = [one for one in ids if one not in ("a03", "a07")]
    made = [article(f"b{n}", agreement=agreement(*busy, id=f"b{n}")) for n in range(2)]
    made.append(article("b2", agreement=agreement("a03", "a07", id="b2")))
    shown = home(*agencies, *made).agencies
    assert [(link.url, link.count) for link in shown] == [(f"co-quan/{one}/", 2) for one in busy]


def test_an_agency_that_has_signed_nothing_is_not_among_the_busiest() -> None:
    assert [link.label for link in home(article(agreement=agreement("a", "b"))).agencies] == ["Cơ quan A", "Cơ quan B"]


def test_the_years_are_those_of_publication_and_of_signing_newest_first() -> None:
    made = home(
        article("a", published=when("2021-05-06"), agreement=agreement(signed_on=on("2012-11-20"))),
        article("b", published=when("2021")),
    )
    assert made.years == (LinkView("Năm 2021", "luu-tru/2021/", 2), LinkView("Năm 2012", "luu-tru/2012/", 1))


def test_the_nearest_deadlines_are_shown_and_where_there_are_more() -> None:
    ends = ("2026-03-01", "2026-02-01", "2026-05-01", "2026-04-01", "2026-06-01", "2030-01-01")
    made = [article(f"b{n}", agreement=agreement(id=f"b{n}", expires_on=on(end))) for n, end in enumerate(ends)]
    view = home(*news(), *made)
    assert [note.on.iso for note in view.due if note.on] == ["2026-02-01", "2026-03-01", "2026-04-01"]
    assert view.all_due == LinkView("Sắp hết hiệu lực, sắp đến kỳ sơ kết", "van-ban/sap-den-han/")


def signed(name: str, **changes: Any) -> Article:
    return article(name, agreement=agreement(id=name, **changes))


def test_what_entered_into_force_or_changed_in_the_last_half_year_is_shown_latest_first() -> None:
    made = [
        signed("cu", effective_on=on("2025-06-30")),
        signed("moi", effective_on=on("2025-07-01")),
        signed("nay", effective_on=on("2026-01-01")),
        signed("mai", effective_on=on("2026-01-02")),
        signed("sua", events=(Event(EventKind.AMENDED, on("2025-11-01")),)),
    ]
    view = home(*news(), *made)
    assert [(note.row.id, note.on.iso) for note in view.in_force if note.on] == [
        ("nay", "2026-01-01"),
        ("moi", "2025-07-01"),
    ]
    assert [(note.row.id, note.label) for note in view.changed] == [("sua", "Được sửa đổi")]
    assert view.all_changed == LinkView("Thay đổi gần đây", "van-ban/moi-thay-doi/")


def test_nothing_stands_on_the_home_page_twice() -> None:
    """Neither what is news, nor what has a deadline and entered into force and was changed."""
    several = {"effective_on": on("2025-12-01"), "expires_on": on("2026-02-01")}
    events = (Event(EventKind.AMENDED, on("2025-12-15")),)
    made = [signed(f"b{at}", events=events, **several) for at in range(6)]
    view = home(*made, *[replace(one, section="tin") for one in news()[:3]])
    cards = [view.lead, *view.latest, *(card for _link, found in view.sections for card in found)]
    urls = [card.url for card in cards if card] + [n.row.url for n in (*view.due, *view.in_force, *view.changed)]
    assert len(urls) == len(set(urls)) == 9


def test_the_register_is_searched_and_its_statuses_are_counted() -> None:
    view = home(signed("a", effective_on=on("2020-01-01")), signed("b"))
    assert view.register == LinkView("Văn bản đã ký", "van-ban/", 2)
    assert [(link.label, link.count) for link in view.statuses] == [
        ("Đã ký – chưa rõ hiệu lực", 1),
        ("Còn hiệu lực", 1),
    ]
    without = view_at(bulletin(signed("a"), site=replace(SITE, off=(Feature.REGISTER,))), "", HomeView)
    assert (without.register, without.statuses, without.due) == (None, (), ())


def test_what_is_news_is_so_until_a_month_begins() -> None:
    assert list(turns_of_home(bulletin(signed("a", effective_on=on("2025-07-01"))))) == [date(2026, 2, 1)]
    assert list(turns_of_home(bulletin(signed("a", effective_on=on("2025-06-30"))))) == []
