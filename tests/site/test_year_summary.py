"""The summary of the newest year."""

from bantin.site.views import HomeView, LinkView, YearView
from tests.index.contents import agreement, article, bulletin, on, record, when
from tests.site.plans import view_at


def year(*made: object) -> YearView | None:
    return view_at(bulletin(*made), "", HomeView).year  # type: ignore[arg-type]


def test_the_newest_year_is_shown_in_numbers() -> None:
    shown = year(
        article("a", published=when("2021-11-24"), agreement=agreement("a", "b", id="a", signed_on=on("2021-11-24"))),
        article("b", published=when("2021-12"), agreement=agreement("b", "c", id="b", signed_on=on("2021"))),
        article("c", published=when("2020-01-01"), agreement=agreement("c", "d", id="c", signed_on=on("2020-01-01"))),
    )
    assert shown
    assert shown.label == "Năm 2021 qua con số"
    assert shown.articles == LinkView("Tin tức", "luu-tru/2021/", 2)
    assert shown.agreements == LinkView("Văn bản đã ký", "van-ban/nam/2021/", 2)
    assert shown.agencies == 3
    assert shown.months[10] == ("Tháng 11", LinkView("Tháng 11 năm 2021", "luu-tru/2021/11/", 1))
    assert [name for name, link in shown.months if link] == ["Tháng 11", "Tháng 12"]
    assert len(shown.months) == 12


def test_of_a_year_in_which_nothing_was_signed_no_more_is_reported() -> None:
    shown = year(article("a", published=when("2021-11-24"), agreement=agreement(signed_on=on("2012-11-20"))))
    assert shown
    assert (shown.agreements, shown.agencies) == (None, 0)


def test_a_record_with_a_file_of_its_own_is_no_article() -> None:
    shown = year(record("mot"), article("a", published=when("2015-05-01"), about=("mot",)))
    assert shown
    assert shown.articles.count == 1
    assert shown.agreements
    assert shown.agreements.count == 1


def test_where_no_year_is_known_there_is_no_glance() -> None:
    assert year() is None
    assert year(article("a", None, published=when("XXXX-08-18"), agreement=agreement())) is None
