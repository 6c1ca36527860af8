"""The home page: the newest article, the next ones, each section's newest, the busiest agencies, the years."""

from typing import Any

import pytest

from bantin.domain.model import Article
from bantin.site.views import HomeView, LinkView
from tests.index.contents import agency, agreement, article, bulletin, on, when
from tests.site.plans import view_at


def dated(count: int, **changes: Any) -> list[Article]:
    """So many articles, the newest first."""
    return [article(f"b{at}", published=when(f"2020-01-{31 - at:02}"), **changes) for at in range(count)]


def home(*made: Any) -> HomeView:
    return view_at(bulletin(*made), "", HomeView)


def test_an_empty_bulletin_has_a_home_page() -> None:
    view = home()
    assert (view.title, view.lead, view.latest, view.sections) == ("Bản tin", None, (), ())
    assert (view.agencies, view.years, view.more) == ((), (), None)


@pytest.mark.parametrize(("count", "more"), [(1, None), (9, None), (10, LinkView("Tin tức", "bai-viet/", 10))])
def test_the_newest_article_leads_and_the_next_ones_follow(count: int, more: LinkView | None) -> None:
    view = home(*dated(count))
    assert view.lead
    titles = [view.lead.title, *(card.title for card in view.latest)]
    assert titles == [f"Bài b{at}" for at in range(count)][:9]
    assert view.more == more


def test_each_section_shows_its_three_newest_articles_and_an_empty_one_is_left_out() -> None:
    ((link, cards),) = home(*dated(5, section="thong-bao")).sections
    assert link == LinkView("Thông báo", "chuyen-muc/thong-bao/")
    assert [card.title for card in cards] == ["Bài b0", "Bài b1", "Bài b2"]


def test_sections_stand_in_the_order_of_the_settings() -> None:
    made = home(article("a", section="thong-bao"), article("b", section="tin"))
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
    view = home(*made)
    assert [note.on.iso for note in view.due if note.on] == ["2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01"]
    assert view.all_due == LinkView("Sắp hết hiệu lực, sắp đến kỳ sơ kết", "van-ban/sap-den-han/")
