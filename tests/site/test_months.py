"""The list of a month: every item under each of its days, and a calendar that leads to them."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from msgspec.structs import replace

from bantin.domain.model import Article
from bantin.index import Bulletin, Period
from bantin.site import months
from bantin.site.addresses import WORDS, home
from bantin.site.views import CalendarDayView, LinkView, MonthView
from tests.index.contents import SITE, agreement, article, articles, bulletin, on, quick, when
from tests.site.plans import view_at, views_of

MAY = (
    article("a", published=when("2021-05-06"), agreement=agreement(id="a", signed_on=on("2021-05-05"))),
    article("b", published=when("2021-05-05")),
    article("c", published=when("2021-05")),
    article("d", published=when("2021-04-30"), agreement=agreement(id="d", signed_on=on("2021-05"))),
)


def days_of(view: MonthView) -> dict[int, CalendarDayView]:
    """The days of the calendar that lead to items."""
    return {day.number: day for week in view.weeks for day in week if day.link}


def links_of(view: MonthView) -> list[tuple[str, list[str], list[str]]]:
    """The anchor of each day, its cards, and the links to items with a card at another day."""
    return [(day.anchor, [card.url for card in day.cards], [link.url for link in day.again]) for day in view.days]


def test_each_day_has_what_was_published_or_signed_on_it_the_latest_first() -> None:
    view = view_at(bulletin(*MAY), "luu-tru/2021/05/", MonthView)
    assert [day.label for day in view.days] == ["Ngày 6 tháng 5 năm 2021", "Ngày 5 tháng 5 năm 2021", "Chưa rõ ngày"]
    assert links_of(view) == [
        ("ngay-6", ["bai-viet/2020/a/"], []),
        ("ngay-5", ["bai-viet/2020/b/"], ["bai-viet/2020/a/"]),
        ("khong-ro-ngay", ["bai-viet/2020/c/", "bai-viet/2020/d/"], []),
    ]
    assert view.total == 4


def test_a_month_is_a_leaf_of_a_calendar() -> None:
    view = view_at(bulletin(*MAY), "luu-tru/2021/05/", MonthView)
    assert view.weekdays[0] == ("T2", "Thứ Hai")
    assert [day.number for day in view.weeks[0]] == [0, 0, 0, 0, 0, 1, 2]  # the 1st of May 2021 was a Saturday
    assert [day.number for week in view.weeks for day in week if day.number] == list(range(1, 32))
    assert days_of(view) == {
        5: CalendarDayView(5, LinkView("", "luu-tru/2021/05/#ngay-5", 2)),
        6: CalendarDayView(6, LinkView("", "luu-tru/2021/05/#ngay-6", 1)),
    }


def test_on_each_page_the_calendar_leads_to_the_page_of_a_day_which_it_has_an_anchor_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(months, "PAGE_SIZE", 2)
    made = bulletin(*MAY)
    first, second = (view_at(made, f"luu-tru/2021/05/{page}", MonthView) for page in ("", "trang/2/"))
    assert links_of(first) == [("ngay-6", ["bai-viet/2020/a/"], []), ("ngay-5", ["bai-viet/2020/b/"], [])]
    assert links_of(second)[0] == ("ngay-5", [], ["bai-viet/2020/a/"])
    assert days_of(second) == {
        5: CalendarDayView(5, LinkView("", "luu-tru/2021/05/#ngay-5", 2)),
        6: CalendarDayView(6, LinkView("", "luu-tru/2021/05/#ngay-6", 1), "ngay-6"),
    }
    monkeypatch.setattr(months, "PAGE_SIZE", 1)
    view = view_at(made, "luu-tru/2021/05/", MonthView)
    assert days_of(view)[5] == CalendarDayView(5, LinkView("", "luu-tru/2021/05/trang/2/#ngay-5", 2), "ngay-5")
    assert (view.total, view.pager.total) == (4, 5)


def test_an_english_month_has_english_days_and_anchors() -> None:
    view = view_at(bulletin(*MAY, site=replace(SITE, language="en")), "archive/2021/05/", MonthView)
    assert [(day.label, day.anchor) for day in view.days] == [
        ("6 May 2021", "day-6"),
        ("5 May 2021", "day-5"),
        ("Undated", "undated"),
    ]


def items_of(view: MonthView) -> Iterator[tuple[str, str]]:
    for anchor, cards, again in links_of(view):
        yield from ((anchor, url) for url in (*cards, *again))


def expected(period: Period, found: Bulletin) -> set[tuple[str, str]]:
    days = {
        (f"ngay-{day.day}", home(WORDS["vi"], one))
        for day, group in found.by_period.items()
        if day.day and day.above == period
        for one in group
    }
    dated = {url for _, url in days}
    urls = {home(WORDS["vi"], one) for one in found.by_period[period]}
    return days | {("khong-ro-ngay", url) for url in urls - dated}


@quick
@given(articles())
def test_every_month_holds_its_days_whole_and_each_item_has_one_card(made: list[Article]) -> None:
    found = bulletin(*made)
    views = {view.url: view for view in views_of(found, MonthView)}
    periods = [period for period in found.by_period if period.month and not period.day]
    shown = {period: views.pop(f"luu-tru/{period.year:04}/{period.month:02}/") for period in periods}
    assert views == {}
    for period, view in shown.items():
        items = list(items_of(view))
        assert set(items) == expected(period, found)
        assert len(items) == len(set(items))
        cards = [card.url for day in view.days for card in day.cards]
        assert sorted(cards) == sorted({url for _, url in items})
        assert view.total == len(cards)
        counts = {f"ngay-{number}": day.link.count for number, day in days_of(view).items() if day.link}
        known = [anchor for anchor, _ in items if anchor != "khong-ro-ngay"]
        assert counts == {anchor: known.count(anchor) for anchor in known}
