"""Agencies: on each day, the name that they bore then."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.domain.model import Agency, DatedName, Label
from bantin.domain.text.dates import Edtf
from tests.conftest import examples

FOOD = Label(vi="Bộ Nông nghiệp và Công nghiệp thực phẩm")
RURAL = Label(vi="Bộ Nông nghiệp và Phát triển nông thôn", en="Ministry of Agriculture and Rural Development")
NOW = Label(vi="Bộ Nông nghiệp và Môi trường", en="Ministry of Agriculture and Environment")


def named(name: Label, since: str, until: str) -> DatedName:
    return DatedName(name, Edtf.parse(since) if since else None, Edtf.parse(until) if until else None)


def agency(*former: DatedName) -> Agency:
    return Agency("bo-nong-nghiep", "content/agencies/bo-nong-nghiep.yml", NOW, former_names=former)


MINISTRY = agency(named(FOOD, "1987", "1995-10"), named(RURAL, "1995-11", "2025-02-28"))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(1987, 1, 1), FOOD),
        (date(1995, 10, 31), FOOD),
        (date(1995, 11, 1), RURAL),
        (date(2012, 11, 20), RURAL),
        (date(2025, 2, 28), RURAL),
        (date(2025, 3, 1), NOW),
        (date(2026, 1, 1), NOW),
        (None, NOW),
    ],
)
def test_an_agency_is_shown_under_the_name_of_the_day(day: date | None, name: Label) -> None:
    assert MINISTRY.name_on(day) == name


def test_a_day_before_every_known_name_shows_the_present_one() -> None:
    assert MINISTRY.name_on(date(1986, 12, 31)) == NOW


@pytest.mark.parametrize("day", [date(1, 1, 1), date(2012, 11, 20), date.max])
def test_an_agency_that_was_never_renamed_has_one_name(day: date) -> None:
    assert agency().name_on(day) == NOW


def test_the_order_in_which_former_names_are_written_does_not_matter() -> None:
    backwards = agency(*reversed(MINISTRY.former_names))
    for year in range(1985, 2027):
        assert backwards.name_on(date(year, 6, 1)) == MINISTRY.name_on(date(year, 6, 1))


@pytest.mark.parametrize(
    ("since", "until", "day", "former"),
    [
        ("", "2025-02-28", date(1950, 1, 1), True),
        ("", "2025-02", date(2025, 2, 28), True),
        ("", "2025-02", date(2025, 3, 1), False),
        ("", "2025", date(2025, 12, 31), True),
        ("", "2025", date(2026, 1, 1), False),
        ("1995", "2025", date(1995, 1, 1), True),
        ("1995", "2025", date(1994, 12, 31), False),
        ("1995-11-05", "2025", date(1995, 11, 4), False),
        ("XXXX-11", "2025", date(1990, 1, 1), True),
        ("1995", "", date(2000, 1, 1), False),
        ("1995", "XXXX-03", date(2000, 1, 1), False),
        ("", "", date(2000, 1, 1), False),
    ],
)
def test_a_former_name_holds_from_its_first_day_through_its_last(
    since: str, until: str, day: date, former: bool
) -> None:
    assert agency(named(RURAL, since, until)).name_on(day) == (RURAL if former else NOW)


def test_where_only_the_ends_of_names_are_known_the_first_to_end_is_the_oldest() -> None:
    renamed = agency(named(RURAL, "", "2025-02-28"), named(FOOD, "", "1995-10-31"))
    assert [renamed.name_on(date(year, 1, 1)) for year in (1990, 2000, 2026)] == [FOOD, RURAL, NOW]


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(st.dates(date(1945, 9, 2), date(2025, 1, 1)), unique=True, max_size=5), st.dates(date(1945, 9, 2)))
def test_every_day_has_the_name_of_its_time(ends: list[date], day: date) -> None:
    ends.sort()
    begins = [date(1945, 9, 2), *(end + timedelta(days=1) for end in ends)]
    names = tuple(
        DatedName(Label(str(end)), Edtf.of(begin), Edtf.of(end)) for begin, end in zip(begins, ends, strict=False)
    )
    expected = next((Label(str(end)) for end in ends if day <= end), NOW)
    assert agency(*names).name_on(day) == expected


def test_of_two_names_that_may_both_fit_the_one_that_ended_first_counts() -> None:
    names = tuple(
        DatedName(Label(vi=name), None, Edtf.parse(until)) for name, until in (("B", "2012"), ("A", "2012-05"))
    )
    agency = Agency("a", "content/agencies/a.yml", Label(vi="C"), former_names=names)
    assert agency.name_on(date(2012, 3, 1)) == Label(vi="A")
    assert agency.name_on(date(2012, 6, 1)) == Label(vi="B")
