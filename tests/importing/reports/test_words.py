"""Every code that a report can hold has words in both languages."""

from bantin.importing.drafts.places import place_words
from bantin.importing.drafts.placing import State
from bantin.importing.material import NoticeKind, Place, PlaceKind, Refusal
from bantin.importing.reports.words import NOTICES, REFUSALS, STATES


def test_every_state_refusal_and_notice_has_words() -> None:
    assert set(STATES) == set(State)
    assert set(REFUSALS) == set(Refusal)
    assert set(NOTICES) == set(NoticeKind)


def test_every_kind_of_place_has_words() -> None:
    for kind in PlaceKind:
        assert place_words(Place(kind, 3), "vi").endswith(" 3")
    assert place_words(Place(PlaceKind.CELL, name="B7"), "en") == "cell B7"
