"""VALIDATE: names that stand in the bulletin in two spellings: those of people, and topics."""

from collections.abc import Callable, Iterable, Iterator

from bantin.content.problems import people as problems
from bantin.content.yaml.quoting import flow_text
from bantin.domain.model import Article, Reference, ReferenceTarget
from bantin.domain.problems import Kind, Location, Problem
from bantin.domain.text.person_names import is_surname
from bantin.domain.text.same_name import same_name, without_marks

# Places at which one spelling is told of; who mends them will see the rest.
_ENOUGH = 10

_Places = dict[str, list[Location]]
"""Where each spelling of a name stands."""

_Names = dict[str, list[tuple[Reference, Article]]]
"""What names it, and in which article, for each spelling of any name: of these there are few."""


def check_spellings(articles: Iterable[Article]) -> Iterator[Problem]:
    """People and topics of ``articles`` that are spelt in two ways, or once without marks."""
    found: dict[ReferenceTarget, _Names] = {ReferenceTarget.PERSON: {}, ReferenceTarget.TOPIC: {}}
    for article in sorted(articles, key=lambda article: article.path):
        for reference in article.references:
            names = found.get(reference.target)
            if names is not None:
                names.setdefault(reference.id, []).append((reference, article))
    for places in _alike(found[ReferenceTarget.PERSON]):
        yield from _one_person(places)
    for places in _alike(found[ReferenceTarget.TOPIC]):
        yield from _without_marks(places, _is_topic_without_marks)


def _alike(names: _Names) -> Iterator[_Places]:
    """The spellings of names that differ in nothing but marks and how they are typed, where there are two or more."""
    found: dict[str, list[str]] = {}
    for spelling in names:
        found.setdefault(without_marks(spelling), []).append(spelling)
    for spelt in found.values():
        if len(spelt) > 1:
            yield {spelling: [one.place.within(article.path) for one, article in names[spelling]] for spelling in spelt}


def _one_person(places: _Places) -> Iterator[Problem]:
    by_name: dict[str, _Places] = {}
    for spelling, found in places.items():
        by_name.setdefault(same_name(spelling), {})[spelling] = found
    for spelt in by_name.values():
        usual = _usual(spelt)
        for spelling in spelt.keys() - {usual}:
            yield from _told(problems.SPELT_OTHERWISE, spelling, spelt[spelling], usual, spelt[usual][0])
    yield from _without_marks(places, _is_person_without_marks)


def _without_marks(places: _Places, is_slip: Callable[[str, str], bool]) -> Iterator[Problem]:
    """Spellings without any mark, where there is one name with marks that can be meant."""
    marked = {spelling: found for spelling, found in places.items() if not spelling.isascii()}
    if len({same_name(spelling) for spelling in marked}) != 1:
        return
    usual = _usual(marked)
    for spelling in places.keys() - marked.keys():
        if is_slip(spelling, usual):
            yield from _told(problems.MARKS_MISSING, spelling, places[spelling], usual, marked[usual][0])


def _is_person_without_marks(spelling: str, usual: str) -> bool:
    """Whether the family name, which hardly changes, has lost its marks: Nguyen, but not Lam, which is one as it is."""
    return is_surname(usual.split(maxsplit=1)[0]) and not is_surname(spelling.split(maxsplit=1)[0])


def _is_topic_without_marks(spelling: str, usual: str) -> bool:
    """Whether no mark is missing by chance: 'sen' and 'sến' are two words, 'bao ve' is none."""
    return " " in spelling and len(spelling.split()) == len(usual.split())


def _usual(places: _Places) -> str:
    """The spelling that stands most often; of several, the one that comes first."""
    return max(places, key=lambda spelling: len(places[spelling]))


def _told(kind: Kind, spelling: str, found: list[Location], usual: str, at: Location) -> Iterator[Problem]:
    for location in found[:_ENOUGH]:
        yield kind.at(location, value=spelling, other=usual, place=f"{at.path}:{at.line}", mended=flow_text(usual))
