"""The period of a status: since when and until when, and that what is told of it stays true."""

from datetime import date, timedelta

import pytest
from hypothesis import given

from bantin.domain.model import Agreement, Party, Status
from bantin.domain.rules.force import certain, statuses
from bantin.domain.rules.standing import Standing, end_ahead, party_standing, standing
from tests.domain.rules.test_lifecycle import ANY, DAY, DAYS, LETTERS, TERM, THREE, UNTIL, event, in_force
from tests.index.contents import agreement, on, quick


def told(found: Standing) -> str:
    """A status as its letter, with its days: ``F 2010-02-01..2029-12-31 E``."""
    letter = next(letter for letter, status in LETTERS.items() if status is found.status)
    then = next((letter for letter, status in LETTERS.items() if status is found.then), "")
    return f"{letter} {found.since or ''}..{found.until or ''} {then}".strip()


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (in_force(), "F 2010-02-01.."),
        (in_force(effective_on=on("2010-02")), "F 2010-02.."),
        (in_force(effective_on=on("2010")), "F 2010.."),
        (in_force(effective_on=None), "? .."),
        # Nothing is known of when it began.
        (agreement(events=(event("effective"),)), "F .."),
        # What is known to the month keeps its day, although the year of another entry is over since.
        (agreement(events=(event("effective 2019-01"), event("effective 2019"))), "F 2019-01.."),
        (in_force(expires_on=on("2030-01-01")), "F 2010-02-01..2030-01-01 E"),
        (in_force(expires_on=on("2030-01-01~")), "F 2010-02-01..2030-01-01~ E"),
        (in_force(expires_on=on("2015-12-31")), "E 2016-01-01.."),
        (in_force(expires_on=on("2015-12-31?")), "E 2016-01-01?.."),
        (in_force(expires_on=on("2015")), "E .."),
        (in_force(expires_on=on("2020")), "F 2010-02-01..2020 E"),
        (in_force(expires_on=on("2020-02")), "F 2010-02-01..2020-02 E"),
        (in_force(event("extended 2014", until=UNTIL), **TERM), "F 2010-02-01..2022-12-31 E"),
        # An extension counts from its day on; one to an unknown day leaves open what comes after the known end.
        (
            in_force(event("extended 2020-06-01", until=UNTIL), expires_on=on("2020-12-31")),
            "F 2010-02-01..2022-12-31 E",
        ),
        (in_force(event("extended 2019"), expires_on=on("2020-12-31")), "F 2010-02-01..2020-12-31 ?"),
        (in_force(event("extended 2014", indefinite=True), **TERM), "F 2010-02-01.."),
        (in_force(event("extended 2016-06-01", until=UNTIL), **TERM), "F 2016-06-01..2022-12-31 E"),
        # The day of a termination is no day in force.
        (in_force("terminated 2030-01-01"), "F 2010-02-01..2029-12-31 E"),
        (in_force("terminated 2030-05"), "F 2010-02-01..2030-05 E"),
        (in_force("suspended 2030-01-01"), "F 2010-02-01..2029-12-31 S"),
        (in_force("terminated 2015-03"), "E 2015-03.."),
        (in_force("terminated"), "E .."),
        (in_force("terminated", expires_on=on("2015-12-31")), "E .."),
        (in_force("suspended 2015-01-01", "effective 2016-01-01"), "F 2016-01-01.."),
        (in_force(event("suspended 2015-01-01", until=on("2015-12-31"))), "F 2016-01-01.."),
        (in_force(event("suspended 2015-01-01", until=on("2020-12-31"))), "S 2015-01-01..2020-12-31 F"),
        (in_force("suspended 2015-01-01", expires_on=on("2030")), "S 2015-01-01..2030 E"),
        (in_force(event("terminated 2015-01-01", part="Điều 5")), "P 2015-01-01.."),
        (in_force("effective 2016-01-01", **TERM), "F 2016-01-01.."),
        (in_force(parties=(Party("a"), Party("b", effective_on=on("2012-03-04")))), "F 2012-03-04.."),
        (in_force(effective_on=on("2021-01-01")), "- ..2020-12-31 F"),
        (in_force(effective_on=on("2021-05")), "- ..2021-05 F"),
        # Before it is signed it is not in force, and what comes then is not known.
        (agreement(signed_on=on("2021-01-01")), "- ..2020-12-31 ?"),
    ],
)
def test_since_when_and_until_when(found: Agreement, expected: str) -> None:
    assert told(standing(found, DAY)) == expected


def test_a_party_has_its_own_period() -> None:
    found = in_force(event("terminated 2015-06-01", parties=("c",)), parties=THREE, expires_on=on("2030-12-31"))
    whole = standing(found, DAY)
    assert told(whole) == "F 2010-02-01..2030-12-31 E"
    assert told(party_standing(found, whole, "a", DAY)) == "F 2010-02-01..2030-12-31 E"
    assert told(party_standing(found, whole, "c", DAY)) == "E 2015-06-01.."


@quick
@given(ANY, DAYS)
def test_what_is_told_stays_true_until_the_status_turns(found: Agreement, day: date) -> None:
    made = standing(found, day)
    if made.status is Status.UNKNOWN:
        assert made == Standing(Status.UNKNOWN)
        return
    until = made.until
    # Before the first day that the turn may come on; far ahead where none is foreseen.
    last = (until.exact or (until.earliest or day) - timedelta(days=1)) if until else date(2100, 1, 1)
    for later in {day, day + (last - day) // 3, day + (last - day) // 2, last}:
        assert standing(found, max(day, later)) == made
    if until and until.exact:
        assert standing(found, until.exact + timedelta(days=1)).status is not made.status


@quick
@given(ANY, DAYS)
def test_a_status_with_a_first_day_held_then_and_not_before(found: Agreement, day: date) -> None:
    made = standing(found, day)
    if made.since and made.since.exact:
        assert standing(found, made.since.exact).status in (made.status, Status.UNKNOWN)
        assert standing(found, made.since.exact - timedelta(days=1)).status is not made.status


@quick
@given(ANY, DAYS)
def test_what_ends_next_ends_with_its_period(found: Agreement, day: date) -> None:
    made, end = standing(found, day), end_ahead(found, day)
    if made.status is Status.ENDED:
        assert end is None
    elif made.then is Status.ENDED:
        assert made.until
        if made.until.exact:
            assert end == made.until
        else:
            # Within a month or year in which the status may turn earlier, the day of the end may be known.
            assert end
            assert (end.latest or date.max) <= (made.until.latest or date.min)


@quick
@given(ANY, DAYS)
def test_an_end_is_the_first_after_which_the_agreement_has_certainly_ended(found: Agreement, day: date) -> None:
    days = [day + timedelta(days=number) for number in range((date(2023, 2, 1) - day).days)]
    first = next((one for one in days if certain(statuses(found, one, day)) is Status.ENDED), None)
    end = end_ahead(found, day)
    if first is None or first == day:
        assert end is None
    elif end and end.exact:
        assert first == end.exact + timedelta(days=1)
    else:
        # The last day of a month or year is that of a termination, or the last one of a term.
        assert end
        assert end.latest in (first, first - timedelta(days=1))
