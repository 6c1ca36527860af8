"""VALIDATE: people and topics whose names are spelt in two ways in the bulletin."""

from collections.abc import Callable, Iterable, Iterator

from bantin.content.problems import people as problems
from bantin.content.yaml.quoting import flow_text
from bantin.domain.model import RecordHome, Reference, ReferenceTarget
from bantin.domain.problems import Kind, Location, Problem
from bantin.domain.text.person_names import is_surname
from bantin.domain.text.same_name import same_name, without_marks

# Places reported for one spelling; fixing these shows the rest.
_ENOUGH = 10

_Places = dict[str, list[Location]]
"""The places of each spelling of a name."""

_Names = dict[str, list[tuple[Reference, RecordHome]]]
"""The references, each with its file, by spelling; there are few spellings."""


def check_spellings(homes: Iterable[RecordHome]) -> Iterator[Problem]:
    """Reports people and topics of ``homes`` that are spelt in two ways, or in one place without marks."""
    found: dict[ReferenceTarget, _Names] = {ReferenceTarget.PERSON: {}, ReferenceTarget.TOPIC: {}}
    for home in sorted(homes, key=lambda home: home.path):
        for reference in home.references:
            names = found.get(reference.target)
            if names is not None:
                names.setdefault(reference.id, []).append((reference, home))
    for places in _alike(found[ReferenceTarget.PERSON]):
        yield from _one_person(places)
    for places in _alike(found[ReferenceTarget.TOPIC]):
        yield from _without_marks(places, _is_topic_without_marks)


def _alike(names: _Names) -> Iterator[_Places]:
    """Groups the spellings that differ only in marks and in how they are typed; groups of one are left out."""
    found: dict[str, list[str]] = {}
    for spelling in names:
        found.setdefault(without_marks(spelling), []).append(spelling)
    for spelt in found.values():
        if len(spelt) > 1:
            yield {spelling: [one.place.within(home.path) for one, home in names[spelling]] for spelling in spelt}


def _one_person(places: _Places) -> Iterator[Problem]:
    by_name: dict[str, _Places] = {}
    for spelling, found in places.items():
        by_name.setdefault(same_name(spelling), {})[spelling] = found
    for spelt in by_name.values():
        usual = _usual(spelt)
        for spelling in spelt.keys() - {usual}:
            yield from _problems(problems.SPELT_OTHERWISE, spelling, spelt[spelling], usual, spelt[usual][0])
    yield from _without_marks(places, _is_person_without_marks)


def _without_marks(places: _Places, is_mistake: Callable[[str, str], bool]) -> Iterator[Problem]:
    """Reports spellings without any mark, where exactly one name with marks can be meant."""
    marked = {spelling: found for spelling, found in places.items() if not spelling.isascii()}
    if len({same_name(spelling) for spelling in marked}) != 1:
        return
    usual = _usual(marked)
    for spelling in places.keys() - marked.keys():
        if is_mistake(spelling, usual):
            yield from _problems(problems.MARKS_MISSING, spelling, places[spelling], usual, marked[usual][0])


def _is_person_without_marks(spelling: str, usual: str) -> bool:
    """Whether the family name has lost its marks: Nguyen, but not Lam, which is a family name itself."""
    return is_surname(usual.split(maxsplit=1)[0]) and not is_surname(spelling.split(maxsplit=1)[0])


def _is_topic_without_marks(spelling: str, usual: str) -> bool:
    """Whether the marks are missing by mistake: 'sen' and 'sến' are two words, but 'bao ve' is none."""
    return " " in spelling and len(spelling.split()) == len(usual.split())


def _usual(places: _Places) -> str:
    """The most frequent spelling; of several, the first."""
    return max(places, key=lambda spelling: len(places[spelling]))


def _problems(kind: Kind, spelling: str, found: list[Location], usual: str, at: Location) -> Iterator[Problem]:
    for location in found[:_ENOUGH]:
        yield kind.at(location, value=spelling, other=usual, place=f"{at.path}:{at.line}", mended=flow_text(usual))
