"""Agencies as documents name them in their heads and above signatures: in capitals, abbreviated, or in part."""

from collections.abc import Iterable

from msgspec import Struct

from bantin.content.name_lookup import agency_names
from bantin.domain.text.capital_names import agency_in_small_letters, expanded, spelling_in
from bantin.domain.text.name_keys import name_key
from bantin.importing.facts.document_lines import Line
from bantin.importing.facts.known_names import KnownNames
from bantin.importing.facts.model import AgencyName, Found


class NamedAgency(Struct, frozen=True):
    """An agency as the source names it, perhaps in capitals, and its line."""

    words: str
    line: Line


def full_name(named: NamedAgency, others: Iterable[NamedAgency]) -> NamedAgency:
    """The one of ``others`` that ``named`` is, where it leaves words out: ``UBND`` is ``UBND TỈNH LÀO CAI``."""
    key = _key(named.words)
    fitting = [other for other in others if _key(other.words) == key] or [
        other for other in others if _key(other.words).startswith(f"{key} ")
    ]
    return fitting[0] if len({_key(other.words) for other in fitting}) == 1 else named


def is_same(one: NamedAgency, other: NamedAgency) -> bool:
    """Whether two spellings name one agency."""
    return _key(one.words) == _key(other.words)


def agency_named(words: str, known: KnownNames, prose: str) -> AgencyName:
    """The agency that ``words`` mean, spelt as the bulletin or ``prose`` spells it, or else by rule."""
    long = expanded(words)
    found = next((one for name in (words, long) if (one := known.agency(name)).id), None)
    if not words.isupper():
        return found or known.agency(long)
    spelt = spelling_in(prose, long) or expanded(spelling_in(prose, words)) or agency_in_small_letters(words)
    if found:
        return AgencyName(_known_spelling(words, known) or _known_spelling(long, known) or spelt, found.id)
    return known.agency(spelt)


def found_agency(named: NamedAgency, known: KnownNames, prose: str) -> Found[AgencyName]:
    """The agency with its evidence; stated if nothing of its name had to be guessed."""
    agency = agency_named(named.words, known, prose)
    is_stated = bool(agency.id) or not named.words.isupper()
    return Found(agency, named.line.evidence(named.words), is_stated)


def _key(words: str) -> str:
    return name_key(expanded(words))


def _known_spelling(words: str, known: KnownNames) -> str:
    """How the bulletin spells the name ``words``; empty if it has no name that is the same but for capitals."""
    key = name_key(words)
    return next((name for name, _ in agency_names(known.agencies) if name_key(name) == key), "")
