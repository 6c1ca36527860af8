"""The parties and the signatories of a document, from its head, its opening, its signatures and its title together."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from bantin.domain.model import Level, Scope
from bantin.domain.text.capital_names import begins_agency
from bantin.domain.text.name_keys import name_key
from bantin.domain.text.person_names import post_at
from bantin.importing.facts.documents.agencies import NamedAgency, Spelling, full_name
from bantin.importing.facts.documents.head import Head
from bantin.importing.facts.documents.lines import Line
from bantin.importing.facts.documents.signatories import Signature, is_organ
from bantin.importing.facts.model import Found, PartyFacts, PersonFacts
from bantin.importing.facts.names.known_names import KnownNames

_FEWEST_PARTIES = 2

Sides = Mapping[str, NamedAgency]
"""The agencies by the key of what the text calls them: ``bên a``."""


class Signer(Struct, frozen=True):
    """A signature with the agency that it is for, named as fully as the document does."""

    signature: Signature
    party: NamedAgency | None


def signers_of(signatures: Iterable[Signature], head: Head, sides: Sides) -> tuple[Signer, ...]:
    """The signatures, each with its party; without one where the words for it are missing."""
    named = (*head.issuers, *head.above, *sides.values())
    parties = ((one, _party(one, sides)) for one in signatures)
    return tuple(Signer(one, _agency_alone(full_name(party, named)) if party else None) for one, party in parties)


def _agency_alone(named: NamedAgency) -> NamedAgency | None:
    return None if is_organ(named.words) else named


def parties_of(head: Head, sides: Sides, signers: Iterable[Signer], title: Sequence[Line]) -> tuple[NamedAgency, ...]:
    """The agencies that agree: those side by side in the head, Bên A and Bên B, those that sign or are in the title.

    Nothing if none of these tells of two: a single one above the text is only who issues it.
    """
    signing = _different(one.party for one in signers if one.party)
    issuers = _different(full_name(one, signing) for one in head.issuers)
    stated = issuers if len(issuers) >= _FEWEST_PARTIES else _different(sides.values())
    if len(stated) >= max(_FEWEST_PARTIES, len(signing)):
        return stated
    if len(signing) >= _FEWEST_PARTIES:
        return signing
    between = _different(_between(title))
    return between if len(between) >= _FEWEST_PARTIES else ()


def found_parties(parties: Iterable[NamedAgency], spelling: Spelling) -> tuple[Found[PartyFacts], ...]:
    """The parties as facts."""
    agencies = (spelling.found(named) for named in parties)
    return tuple(Found(PartyFacts(found.value), found.evidence, found.is_stated) for found in agencies)


def found_signatories(signers: Iterable[Signer], spelling: Spelling) -> tuple[Found[PersonFacts], ...]:
    """Those who signed and whose names stand there."""
    return tuple(_signatory(one, spelling) for one in signers if one.signature.name)


def scope_of(parties: Sequence[Found[PartyFacts]], known: KnownNames) -> Found[Scope] | None:
    """The scope, if the bulletin knows the level of every party and all are of one."""
    by_id = {agency.id: agency.level for agency in known.agencies}
    levels = {by_id.get(one.value.agency.id) for one in parties}
    scopes = {Level.CENTRAL: Scope.CENTRAL, Level.PROVINCIAL: Scope.PROVINCIAL}
    level = levels.pop() if len(levels) == 1 else None
    return Found(scopes[level], parties[0].evidence) if level in scopes else None


def _party(signature: Signature, sides: Sides) -> NamedAgency | None:
    """The words for the party: its heading, or what stands behind a post."""
    side = sides.get(name_key(signature.party))
    if side:
        return side
    if begins_agency(signature.party):
        return NamedAgency(signature.party, signature.lines[0])
    for post in (signature.for_post, *signature.posts):
        agency = _agency_in_post(post)
        if agency:
            line = next((line for line in signature.lines if agency in line.text), signature.lines[0])
            return NamedAgency(agency, line)
    return None


def _agency_in_post(post: str) -> str:
    """The agency that a post is of: ``BỘ TRƯỞNG BỘ CÔNG AN``, and ``CHÁNH VĂN PHÒNG BỘ CÔNG AN`` of its office."""
    end = post_at(post, 0)
    behind = post[end:].strip(" ,")
    within = _unit_in_post().search(post[:end])
    if not behind:
        return ""
    if within and not behind.lower().startswith(within[0].lower()):
        return f"{within[0]} {behind}" if begins_agency(behind) or within[0].lower() == "công an" else ""
    return behind if begins_agency(behind) else ""


@cache
def _unit_in_post() -> re.Pattern[str]:
    return re.compile(r"(?:văn phòng|thanh tra|công an)$", re.IGNORECASE)


def _different(agencies: Iterable[NamedAgency]) -> tuple[NamedAgency, ...]:
    return tuple({agency.key: agency for agency in reversed(tuple(agencies))}.values())[::-1]


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


def _signatory(signer: Signer, spelling: Spelling) -> Found[PersonFacts]:
    signature = signer.signature
    posts = tuple(spelling.post(post) for post in signature.posts)
    person = PersonFacts(
        signature.name,
        signature.rank,
        posts[-1] if posts else "",
        posts[:-1],
        party=spelling.agency(signer.party.words) if signer.party else None,
        on_behalf=signature.on_behalf,
    )
    words = " ".join(line.text for line in signature.lines)
    is_stated = signer.party is not None and not any(line.is_piece for line in signature.lines)
    return Found(person, signature.name_line.evidence(words), is_stated)
