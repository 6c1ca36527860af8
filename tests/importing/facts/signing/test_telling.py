"""Sentences with the agencies and people in them."""

import pytest

from bantin.importing.facts.signing.telling import sentence_spans, sentences_of
from tests.importing.facts.measure import paragraphs
from tests.importing.names import sample_names


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


def test_a_full_stop_ends_a_sentence_with_the_marks_behind_it() -> None:
    assert split("Hai bên ký. “Rất tốt.” Ông nói! Ngày mai…") == ["Hai bên ký.", "“Rất tốt.”", "Ông nói!", "Ngày mai…"]


@pytest.mark.parametrize(
    "text", ["TP. Hồ Chí Minh ký", "TS. Lê Văn An ký", "Số 1.200 bản", "N. V. An ký", "ngày 1.2.2020 ký"]
)
def test_a_full_stop_within_a_sentence_does_not_end_it(text: str) -> None:
    assert split(text) == [text]


def test_an_agency_in_the_post_of_a_person_stands_with_the_person_alone() -> None:
    (found,) = sentences_of(paragraphs("Bộ trưởng Bộ Công an Lê Văn An thăm Bộ Y tế."), sample_names())
    assert [one.agency.name for one in found.agencies] == ["Bộ Y tế"]
    assert [one.person.name for one in found.people] == ["Lê Văn An"]


def test_mentions_stand_in_their_own_sentence() -> None:
    found = sentences_of(paragraphs("Bộ Y tế họp. Bộ Công an họp.\nÔng Lê Văn An về."), sample_names())
    assert [[one.agency.name for one in sentence.agencies] for sentence in found] == [["Bộ Y tế"], ["Bộ Công an"], []]
    assert [sentence.place.number for sentence in found] == [1, 1, 2]
    assert [one.person.name for one in found[2].people] == ["Lê Văn An"]


def test_what_is_too_long_for_a_sentence_is_left_out() -> None:
    assert sentences_of(paragraphs("Bộ Công an " * 400), sample_names()) == ()
