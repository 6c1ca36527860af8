"""The sentences of a text in which facts are looked for, with the agencies and people that each names."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from msgspec import Struct

from bantin.domain.text.letter_case import CAPITAL
from bantin.importing.facts.model import Evidence
from bantin.importing.facts.names.agencies_in_text import AgencyMention, agencies_in
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.facts.names.people_in_text import PersonMention, people_in
from bantin.importing.material import Paragraph, Place

_LONGEST = 3_000


class Sentence(Struct, frozen=True):
    """A sentence from ``start`` to ``end`` of a text, and the agencies and people in it, which are ordered.

    An agency within the words for a person, ``Bộ trưởng Bộ Công an``, is not among ``agencies``.
    """

    text: str
    start: int
    place: Place
    agencies: tuple[AgencyMention, ...]
    people: tuple[PersonMention, ...]

    @property
    def end(self) -> int:
        """The offset behind the sentence."""
        return self.start + len(self.text)

    @property
    def evidence(self) -> Evidence:
        """The sentence as the words that a value rests on."""
        return Evidence(self.text, self.place)


def sentences_of(paragraphs: Sequence[Paragraph], known: KnownNames) -> tuple[Sentence, ...]:
    """The sentences of ``paragraphs``, with the agencies and people in each; without overlong ones."""
    text = "\n".join(one.text for one in paragraphs)
    agencies = agencies_in(text, known)
    people = people_in(text, known, agencies)
    return tuple(one for one in _sentences(paragraphs, agencies, people) if len(one.text) <= _LONGEST)


def _sentences(
    paragraphs: Sequence[Paragraph], agencies: Sequence[AgencyMention], people: Sequence[PersonMention]
) -> Iterator[Sentence]:
    starts = accumulate((len(one.text) + 1 for one in paragraphs), initial=0)
    apart = _apart(agencies, people)
    at_agency = at_person = 0
    for paragraph, begin in zip(paragraphs, starts, strict=False):
        for start, end in sentence_spans(paragraph.text):
            last_agency, last_person = at_agency, at_person
            while last_agency < len(apart) and apart[last_agency].start < begin + end:
                last_agency += 1
            while last_person < len(people) and people[last_person].start < begin + end:
                last_person += 1
            yield Sentence(
                paragraph.text[start:end],
                begin + start,
                paragraph.place,
                tuple(apart[at_agency:last_agency]),
                tuple(people[at_person:last_person]),
            )
            at_agency, at_person = last_agency, last_person


def _apart(agencies: Sequence[AgencyMention], people: Sequence[PersonMention]) -> list[AgencyMention]:
    """The agencies that do not stand within the words for a person; both lists are in order."""
    ends, apart = iter(people), list[AgencyMention]()
    person = next(ends, None)
    for one in agencies:
        while person and person.end <= one.start:
            person = next(ends, None)
        if person is None or one.start < person.start:
            apart.append(one)
    return apart


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """The offsets at which the sentences of a paragraph begin and end."""
    start = 0
    for found in _end_of_sentence().finditer(text):
        yield start, found.start(1)
        start = found.end()
    if text[start:].strip():
        yield start, len(text)


@cache
def _end_of_sentence() -> re.Pattern[str]:
    """A full stop that is none of an abbreviation (``TP. Hồ Chí Minh``, ``TS. Lê Văn An``), and the blank behind."""
    short = "".join(rf"(?<!\b{word}.)" for word in ("TP", "TS", "GS", "BS", "ThS", "KS", "LS", "KT", "TM", "TL", "Q"))
    return re.compile(rf"[.!?…]{short}(?<!\b{CAPITAL}.)[\"”»)]*()\s+(?=[\"“«(]?(?:{CAPITAL}|[0-9]))")
