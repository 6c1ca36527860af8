"""The status of agreements at the ends of years."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import Agreement, Event, EventKind, Party, Status
from bantin.domain.rules.lifecycle import status_on
from bantin.index.years import at_ends_of_years
from tests.index.contents import agreement, edtf_dates, on

FIRST, LAST = 2017, 2023
YEAR_ENDS = st.sampled_from(("2019-12-31", "2020-12", "2020")).map(on)
DATES = st.none() | edtf_dates() | YEAR_ENDS
EVENTS = st.builds(
    Event,
    st.sampled_from(EventKind),
    DATES,
    part=st.sampled_from(("", "Điều 5")),
    until=DATES,
    parties=st.sampled_from(((), ("a",))),
)


@st.composite
def agreements(draw: st.DrawFn) -> Agreement:
    parties = tuple(Party(one, signed_on=draw(DATES), effective_on=draw(DATES)) for one in "ab")
    return replace(
        agreement(),
        parties=parties,
        signed_on=draw(DATES),
        effective_on=draw(DATES),
        expires_on=draw(DATES),
        events=tuple(draw(st.lists(EVENTS, max_size=4))),
    )


@given(agreements())
def test_the_status_at_each_end_of_a_year_is_that_of_its_last_day(found: Agreement) -> None:
    expected = [(year, status_on(found, date(year, 12, 31))) for year in range(FIRST, LAST + 1)]
    assert list(at_ends_of_years(found, FIRST, LAST)) == expected


def test_a_term_that_ends_with_a_year_is_over_in_the_next() -> None:
    found = agreement(signed_on=on("2010-01-01"), effective_on=on("2010-02-01"), expires_on=on("2012-12-31"))
    assert dict(at_ends_of_years(found, 2009, 2013)) == {
        2009: Status.NOT_YET,
        2010: Status.IN_FORCE,
        2011: Status.IN_FORCE,
        2012: Status.IN_FORCE,
        2013: Status.ENDED,
    }


def test_a_suspension_that_ends_with_a_year_is_over_in_the_next() -> None:
    paused = Event(EventKind.SUSPENDED, on("2011-03-01"), until=on("2011-12-31"))
    found = agreement(signed_on=on("2010-01-01"), effective_on=on("2010-01-01"), events=(paused,))
    statuses = [status for _, status in at_ends_of_years(found, 2010, 2012)]
    assert statuses == [Status.IN_FORCE, Status.SUSPENDED, Status.IN_FORCE]


def test_of_no_years_nothing_is_shown() -> None:
    assert list(at_ends_of_years(agreement(), 2012, 2011)) == []
