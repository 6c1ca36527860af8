"""Changes of published files: which of them readers are told of, and when a file last changed."""

from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.model import Change, ChangeKind, told_changes
from bantin.domain.model.change import last_changed
from bantin.domain.text.dates import Moment
from tests.index.contents import ZONE, when

TIMES = ("2020-05-06", "2020-05-06T08:00+07:00", "2020-05-06T09:00+07:00", "2020-05-07", "2021-01-01")
changes = st.lists(st.builds(Change, st.sampled_from(ChangeKind), st.sampled_from([when(one) for one in TIMES])))


def test_a_stated_time_counts_and_else_that_of_the_newest_change() -> None:
    made = [Change(ChangeKind.MINOR, when("2020-05-07")), Change(ChangeKind.UPDATE, when("2020-05-06"), "N.")]
    assert last_changed(None, made) == when("2020-05-07")
    assert last_changed(when("2020-05-09T08:00+07:00").instant, made) == when("2020-05-09T08:00+07:00")
    assert last_changed(None, []) is None


@given(changes)
def test_no_change_is_newer_than_the_last_one(made: list[Change]) -> None:
    last = last_changed(None, made)
    assert (last is None) == (not made)
    assert all(last is not None and change.on.order <= last.order for change in made)


@given(changes)
def test_readers_are_told_of_all_but_minor_changes_newest_first(made: list[Change]) -> None:
    told = told_changes(made)
    assert sorted(told, key=repr) == sorted((one for one in made if one.kind is not ChangeKind.MINOR), key=repr)
    assert [one.on.order for one in told] == sorted((one.on.order for one in told), reverse=True)


def test_a_moment_is_later_than_its_day_alone() -> None:
    day, hour = when("2020-05-06"), when("2020-05-06T00:00+07:00")
    assert last_changed(None, [Change(ChangeKind.MINOR, hour), Change(ChangeKind.MINOR, day)]) == hour
    assert isinstance(hour, Moment)
    assert hour.at(ZONE) == day.at(ZONE)
