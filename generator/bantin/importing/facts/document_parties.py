"""The parties and the signatories of a document, from its head, its signatures and its title together."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from bantin.domain.model import Agency, Level, Scope
from bantin.domain.text.capital_names import begins_agency, post_in_small_letters, spelling_in
from bantin.domain.text.person_names import post_at
from bantin.importing.facts.document_agencies import NamedAgency, agency_named, found_agency, full_name, is_same
from bantin.importing.facts.document_head import Head
from bantin.importing.facts.document_lines import Line
from bantin.importing.facts.document_signatories import Signature
from bantin.importing.facts.known_names import KnownNames
from bantin.importing.facts.model import AgencyName, Found, PartyFacts, PersonFacts

_FEWEST_PARTIES = 2


class Signer(Struct, frozen=True):
    """A signature with the agency that it is for, named as fully as the document does."""

    signature: Signature
    party: NamedAgency | None


def signers_of(signatures: Iterable[Signature], head: Head) -> tuple[Signer, ...]:
    """The signatures, each with its party; without one where the words for it are missing."""
    named = (*head.issuers, *head.above)
    return tuple(Signer(one, full_name(party, named) if (party := _party(one)) else None) for one in signatures)


def parties_of(head: Head, signers: Iterable[Signer], title: Sequence[Line]) -> tuple[NamedAgency, ...]:
    """The agencies that agree: those side by side in the head, those that sign, or those that the title names.

    Nothing if none of these tells of two: a single one above the text is only who issues it.
    """
    issuers, signing = _different(head.issuers), _different(one.party for one in signers if one.party)
    if len(issuers) >= max(_FEWEST_PARTIES, len(signing)):
        return issuers
    if len(signing) >= _FEWEST_PARTIES:
        return signing
    between = _different(_between(title))
    return between if len(between) >= _FEWEST_PARTIES else ()


def found_parties(parties: Iterable[NamedAgency], known: KnownNames, prose: str) -> tuple[Found[PartyFacts], ...]:
    """The parties as facts."""
    agencies = (found_agency(named, known, prose) for named in parties)
    return tuple(Found(PartyFacts(found.value), found.evidence, found.is_stated) for found in agencies)


def found_signatories(signers: Iterable[Signer], known: KnownNames, prose: str) -> tuple[Found[PersonFacts], ...]:
    """Those who signed and whose names stand there."""
    return tuple(_signatory(one, known, prose) for one in signers if one.signature.name)


def scope_of(parties: Sequence[Found[PartyFacts]], known: KnownNames) -> Found[Scope] | None:
    """The scope, if the bulletin knows the level of every party and all are of one."""
    by_id: dict[str, Agency] = {agency.id: agency for agency in known.agencies}
    levels = {by_id[one.value.agency.id].level if one.value.agency.id else None for one in parties}
    scopes = {Level.CENTRAL: Scope.CENTRAL, Level.PROVINCIAL: Scope.PROVINCIAL}
    level = next(iter(levels)) if len(levels) == 1 else None
    return Found(scopes[level], parties[0].evidence) if level in scopes else None


def _party(signature: Signature) -> NamedAgency | None:
    """The words for the party: its heading, or what stands behind a post."""
    if signature.party and begins_agency(signature.party):
        return NamedAgency(signature.party, signature.lines[0])
    for post in (signature.for_post, *signature.posts):
        behind = post[post_at(post, 0) :].strip(" ,")
        if behind and begins_agency(behind):
            line = next((line for line in signature.lines if behind in line.text), signature.lines[0])
            return NamedAgency(behind, line)
    return None


def _different(agencies: Iterable[NamedAgency]) -> tuple[NamedAgency, ...]:
    different: list[NamedAgency] = []
    for agency in agencies:
        if not any(is_same(agency, other) for other in different):
            different.append(agency)
    return tuple(different)


def _between(title: Sequence[Line]) -> Iterator[NamedAgency]:
    """The agencies in ``giữa Bộ Công an và Văn phòng Quốc hội``; within a name, ``và`` is not followed by another."""
    found = _parties_in_title().search(" ".join(line.text for line in title))
    if found is None:
        return
    start = 0
    words = found[1]
    for joint in _joint().finditer(words):
        if begins_agency(words[joint.end() :]):
            yield NamedAgency(words[start : joint.start()], title[0])
            start = joint.end()
    yield NamedAgency(words[start:], title[0])


@cache
def _parties_in_title() -> re.Pattern[str]:
    ends = "trong|về|nhằm|giai đoạn|để|thực hiện|khi|tại|bảo đảm|đảm bảo"
    return re.compile(rf"(?<!\w)giữa (.{{3,400}}?)(?= (?:{ends})(?!\w)|$)", re.IGNORECASE)


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(r" ?, ?(?:và |với )?| (?:và|với) | ?[–-] ", re.IGNORECASE)


def _signatory(signer: Signer, known: KnownNames, prose: str) -> Found[PersonFacts]:
    signature = signer.signature
    posts = tuple(_post(post, known, prose) for post in signature.posts)
    person = PersonFacts(
        signature.name,
        signature.rank,
        posts[-1] if posts else "",
        posts[:-1],
        party=_agency(signer.party, known, prose),
        on_behalf=signature.on_behalf,
    )
    words = " ".join(line.text for line in signature.lines)
    is_stated = signer.party is not None and not any(line.is_piece for line in signature.lines)
    return Found(person, signature.name_line.evidence(words), is_stated)


def _agency(named: NamedAgency | None, known: KnownNames, prose: str) -> AgencyName | None:
    return agency_named(named.words, known, prose) if named else None


def _post(words: str, known: KnownNames, prose: str) -> str:
    """A post in small letters, with the agency behind it spelt like any other."""
    end = post_at(words, 0)
    post, behind = words[:end], words[end:].strip()
    small = spelling_in(prose, post) or post_in_small_letters(post)
    if not words.isupper() or not post:
        return words
    return f"{small} {agency_named(behind, known, prose).name}" if behind else small
