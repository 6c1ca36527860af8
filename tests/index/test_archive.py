"""Which periods an article belongs to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.dates import Edtf, Moment
from bantin.index import Period, periods_of
from tests.index.contents import agreement, article, edtf_dates, moments, on, when


@pytest.mark.parametrize(
    ("published", "signed", "periods"),
    [
        (None, None, []),
        ("2020-05-06", None, [(2020,), (2020, 5), (2020, 5, 6)]),
        ("2020-05", None, [(2020,), (2020, 5)]),
        ("2020", None, [(2020,)]),
        (None, "2020-05-05", [(2020,), (2020, 5), (2020, 5, 5)]),
        ("2020-05-06", "2020-05-05", [(2020,), (2020, 5), (2020, 5, 5), (2020, 5, 6)]),
        ("2021", "2020-12", [(2020,), (2020, 12), (2021,)]),
        (None, "XXXX-08-18", []),
        ("2020", "XXXX-08-18", [(2020,)]),
        (None, "2020-XX-18", [(2020,)]),
        (None, "2020-05~", [(2020,), (2020, 5)]),
        ("2020-12-31T22:30+00:00", None, [(2021,), (2021, 1), (2021, 1, 1)]),
    ],
)
def test_an_article_belongs_to_the_periods_of_its_publication_and_of_its_signing(
    published: str | None, signed: str | None, periods: list[tuple[int, ...]]
) -> None:
    made = article(
        published=when(published) if published else None,
        agreement=agreement(signed_on=on(signed) if signed else None),
    )
    assert set(periods_of(made)) == {Period(*parts) for parts in periods}


def test_an_article_without_an_agreement_belongs_to_the_periods_of_its_publication() -> None:
    assert periods_of(article(published=when("2020"))) == (Period(2020),)


@pytest.mark.parametrize(
    ("period", "above"),
    [
        (Period(2020), None),
        (Period(2020, 5), Period(2020)),
        (Period(2020, 5, 6), Period(2020, 5)),
    ],
)
def test_a_day_lies_in_its_month_and_a_month_in_its_year(period: Period, above: Period | None) -> None:
    assert period.above == above


def test_periods_sort_by_time_the_whole_before_its_parts() -> None:
    in_order = [Period(2019), Period(2019, 12), Period(2019, 12, 31), Period(2020), Period(2020, 1), Period(2020, 1, 1)]
    assert sorted({*in_order}) == in_order


@given(st.none() | moments(), st.none() | edtf_dates())
def test_whatever_holds_a_period_of_an_article_is_a_period_of_it_too(
    published: Moment | None, signed: Edtf | None
) -> None:
    made = article(published=published, agreement=agreement(signed_on=signed))
    periods = set(periods_of(made))
    assert {period.above for period in periods if period.above} <= periods
