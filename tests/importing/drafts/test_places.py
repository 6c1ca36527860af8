"""Where something stands in a source, in words."""

from bantin.importing.drafts.places import evidence_words, place_words
from bantin.importing.facts.model import Evidence
from bantin.importing.material import Place, PlaceKind

LINE = Place(PlaceKind.LINE, 5)


def test_a_place_is_said_as_people_say_it() -> None:
    assert place_words(LINE, "vi") == "dòng 5"
    assert place_words(Place(PlaceKind.ELEMENT, name="meta"), "en") == "element meta"


def test_words_are_quoted_with_their_place() -> None:
    assert evidence_words(Evidence("chiều\n20/11", LINE), "vi") == "“chiều 20/11” (dòng 5)"
    assert evidence_words(Evidence("Thanh Hằng", LINE), "vi", "Thanh Hằng") == "dòng 5"


def test_long_words_are_cut_and_their_place_stays() -> None:
    told = evidence_words(Evidence("từ " * 200, LINE), "vi")
    assert told.endswith("từ …” (dòng 5)")
    assert len(told) < 150
