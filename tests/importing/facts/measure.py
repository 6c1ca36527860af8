"""Measures facts that an import finds against those that a source is known to say: right, wrong or left open."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from bantin.domain.text.name_keys import name_key
from bantin.importing.facts.model import AgreementFacts, Found, PersonFacts
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.facts.signing.reading import read_signing
from bantin.importing.material import Paragraph, Place, PlaceKind

SIGNINGS = Path(__file__).parent / "signings"
_PLAIN = ("type", "title", "number", "signed_on", "place", "venue", "effective_on", "expires_on", "clauses")
_PEOPLE = ("signatories", "presided_by", "attended_by")
_OF_PERSON = ("rank", "position", "role")


class Verdict(NamedTuple):
    """A fact, how it was found (``right``, ``wrong``, ``open``), and the values for a reader."""

    key: str
    outcome: str
    expected: str
    found: str


def news(name: str) -> list[dict[str, Any]]:
    """The texts of a file of the corpus, each with the facts that it says."""
    texts: list[dict[str, Any]] = yaml.load((SIGNINGS / name).read_text(encoding="utf-8"), yaml.BaseLoader)
    return texts


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The lines of ``text`` as the paragraphs of a page."""
    lines = (line for line in text.splitlines() if line.strip())
    return tuple(Paragraph(line, Place(PlaceKind.PARAGRAPH, number)) for number, line in enumerate(lines, 1))


def measure(texts: Iterable[Mapping[str, Any]], known: KnownNames) -> list[Verdict]:
    """Compares what is found in each of ``texts`` with what it says."""
    return [one for text in texts for one in _of_text(text, known)]


def shares(verdicts: Sequence[Verdict]) -> dict[str, int]:
    """How many facts are right, wrong and open."""
    counted = Counter(one.outcome for one in verdicts)
    return {outcome: counted[outcome] for outcome in ("right", "wrong", "open")}


def _of_text(text: Mapping[str, Any], known: KnownNames) -> Iterator[Verdict]:
    found = read_signing(paragraphs(text["text"]), known, text["published"])
    expected = text["agreements"]
    if len(found) > len(expected):
        yield Verdict(f"{text['name']}: agreements", "wrong", str(len(expected)), str(found[len(expected) :]))
    elif not expected:
        yield Verdict(f"{text['name']}: agreements", "right", "0", "0")
    for index, facts in enumerate(expected):
        own = found[index] if index < len(found) else AgreementFacts()
        yield from compare(facts, own, text["name"])


def compare(expected: Mapping[str, Any], found: AgreementFacts, name: str) -> Iterator[Verdict]:
    """Compares the facts of one agreement; ``expected`` has the keys of the corpus."""
    for key in _PLAIN:
        yield from _plain(f"{name}: {key}", expected.get(key, ""), _text(getattr(found, key)))
    parties = [one.value.agency.name for one in found.parties]
    yield from _listed(f"{name}: parties", expected.get("parties", []), parties)
    for key in _PEOPLE:
        yield from _people(f"{name}: {key}", expected.get(key, []), [one.value for one in getattr(found, key)])
    review = found.review.value if found.review else None
    words = f"{review.every}{' rotating' if review.rotating else ''}" if review else ""
    yield from _plain(f"{name}: review", expected.get("review", ""), words)
    relations = [f"{one.value.kind} {one.value.number}" for one in found.relations]
    yield from _listed(f"{name}: relations", expected.get("relations", []), relations)


def _text(found: Found[Any] | None) -> str:
    return "" if found is None else str(found.value)


def _plain(key: str, expected: str, found: str) -> Iterator[Verdict]:
    if expected or found:
        same = name_key(expected) == name_key(found)
        yield Verdict(key, "right" if same else "open" if not found else "wrong", expected, found)


def _listed(key: str, expected: Sequence[str], found: Sequence[str]) -> Iterator[Verdict]:
    keys = {name_key(one) for one in found}
    for one in expected:
        yield Verdict(key, "right" if name_key(one) in keys else "open", one, "")
    wanted = {name_key(one) for one in expected}
    yield from (Verdict(key, "wrong", "", one) for one in found if name_key(one) not in wanted)


def _people(key: str, expected: Sequence[Any], found: Sequence[PersonFacts]) -> Iterator[Verdict]:
    names = [one if isinstance(one, str) else one["name"] for one in expected]
    yield from _listed(key, names, [one.name for one in found])
    by_name = {name_key(one.name): one for one in found}
    for one in expected:
        person = None if isinstance(one, str) else by_name.get(name_key(one["name"]))
        for part in _OF_PERSON if person else ():
            yield from _plain(f"{key}.{part}", one.get(part, ""), getattr(person, part))
        yield from _listed(f"{key}.also", one.get("also", []), person.also) if person else ()
