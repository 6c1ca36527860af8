"""What formats state, as facts."""

import pytest

from bantin.importing.facts.news.stated import contradicts, stated_moment, stated_values, stated_words
from bantin.importing.material import Form, Material, Place, PlaceKind, Stated, StatedKey
from tests.importing.facts.news.pages import HANOI


def stating(*values: str, key: StatedKey = StatedKey.PUBLISHED) -> Material:
    said = tuple(Stated(key, value, Place(PlaceKind.ELEMENT, at)) for at, value in enumerate(values))
    return Material("tin.html", Form.PAGE, (), stated=said)


def test_values_are_stated_once_each() -> None:
    found = stated_values(stating("a  b", "c", "a b", " ", key=StatedKey.TAG), StatedKey.TAG)
    assert [(one.value, one.is_stated) for one in found] == [("a b", True), ("c", True)]
    assert stated_words(stating("a", key=StatedKey.TAG), StatedKey.TITLE) is None


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2021-11-24T15:26:00Z", "2021-11-24T22:26+07:00"),
        ("2021-11-24T22:26:09+07:00", "2021-11-24T22:26:09+07:00"),
        ("2021-11-24T22:26:00", "2021-11-24T22:26:00+07:00"),
        ("2021-11-24", "2021-11-24"),
        ("Thứ Tư, 24/11/2021 22:26", "2021-11-24T22:26+07:00"),
    ],
)
def test_a_moment_is_in_the_zone_of_the_site(value: str, moment: str) -> None:
    found = stated_moment(stating(value), StatedKey.PUBLISHED, HANOI)
    assert found is not None
    assert (found.value, found.evidence.words, found.is_stated) == (moment, value, True)


@pytest.mark.parametrize("values", [(), ("hôm qua",), ("2021",), ("2021-02-31",), ("2021-11-24", "2021-11-25")])
def test_what_is_no_day_or_two_days_is_open(values: tuple[str, ...]) -> None:
    assert stated_moment(stating(*values), StatedKey.PUBLISHED, HANOI) is None


def test_moments_of_one_day_do_not_contradict() -> None:
    assert not contradicts("2021-11-24", "2021-11-24T22:26+07:00")
    assert contradicts("2021-11-24", "2021-11-25")
