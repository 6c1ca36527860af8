"""The facts of a signing in the running text of news. What a sentence does not say with certainty stays open.

All that is found is a guess, with the sentence that it rests on. Parties and signatories come only from sentences that
say they sign, or that the agreement is between them; sentences about earlier and planned signings do not count.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.text.fast_search import ignoring_case
from bantin.domain.text.name_keys import name_key
from bantin.importing.facts.model import AgencyName, AgreementFacts, Found, PartyFacts, PersonFacts
from bantin.importing.facts.names.agencies_in_text import AgencyMention, agencies_in
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.facts.names.named_places import only_places
from bantin.importing.facts.signing.acts import acts_in, signings_in
from bantin.importing.facts.signing.days import Site, day_in, day_of, site_in
from bantin.importing.facts.signing.first import acts_of_first
from bantin.importing.facts.signing.parties import all_among, fuller_name, may_be_same, parties_in, same_agency
from bantin.importing.facts.signing.roles import Act, Role, named_together, roles_in
from bantin.importing.facts.signing.telling import Sentence, sentences_of
from bantin.importing.facts.signing.terms import (
    basis_in,
    clauses_in,
    effective_in,
    effective_words,
    expires_in,
    relation_in,
    review_of,
)
from bantin.importing.facts.signing.title import Title, kind_of, titles_in
from bantin.importing.facts.signing.words import OF_OTHER_TIME
from bantin.importing.material import Paragraph

T = TypeVar("T")
_Names = Callable[[str], tuple[AgencyMention, ...]]
"""Finds the agencies in a text."""
_FEWEST = 2
_BARE = "quy chế"


class _Titled(Struct, frozen=True):
    """A title and the sentence that has it."""

    title: Title
    sentence: Sentence


def read_signing(paragraphs: Sequence[Paragraph], known: KnownNames, published: str) -> tuple[AgreementFacts, ...]:
    """The agreement whose signing ``paragraphs``, the title and the lead among them, tell of; none if they do not.

    ``published`` is an EDTF day or a moment, perhaps empty: it completes a day that the text gives without its year.
    """
    telling = sentences_of(paragraphs, known)
    acts = acts_in(telling)
    if not acts:
        return ()
    titled = _titled(telling, acts)
    names = partial(agencies_in, known=known, places=only_places("\n".join(one.text for one in paragraphs)))
    own = acts_of_first(acts, telling[0])
    told = _of_sentences(titled, own)
    signings = own if len(own) < len(acts) else signings_in(telling)
    agreement = _agreement(telling, own, signings, told, names, published=day_of(published))
    agreement = replace(agreement, fields=_fields(told, known))
    if len(agreement.parties) < _FEWEST and all(one.title.type.lower() == _BARE for one in titled):
        return ()
    return (agreement, *_further(titled, agreement))


def _agreement(
    telling: Sequence[Sentence],
    acts: Sequence[Sentence],
    signings: Sequence[Sentence],
    titled: Sequence[_Titled],
    names: _Names,
    *,
    published: date | None,
) -> AgreementFacts:
    roles = _roles(telling, signings)
    parties = _parties(acts, roles, names, [agency.agency for one in telling for agency in one.agencies])
    signed_on = _first(acts, lambda one: day_in(one, published))
    site = _site(acts)
    rest = telling
    return AgreementFacts(
        type=_of_title(titled, lambda one: one.type),
        title=_of_title(titled, lambda one: one.title),
        number=_of_title(titled, lambda one: one.number),
        parties=parties,
        signatories=_people(roles, Act.SIGNS, parties, names),
        presided_by=_people(roles, Act.PRESIDES, (), names),
        attended_by=_people(roles, Act.ATTENDS, (), names),
        signed_on=signed_on,
        place=Found(site.value.place, site.evidence) if site and site.value.place else None,
        venue=Found(site.value.venue, site.evidence) if site and site.value.venue else None,
        effective_on=_first(rest, lambda one: effective_in(one, signed_on.value if signed_on else "")),
        effective_method=_first(rest, effective_words),
        expires_on=_first(rest, expires_in),
        review=review_of(rest),
        clauses=_first(rest, clauses_in),
        legal_basis=tuple(Found(words, one.evidence) for one in rest for words in basis_in(one)),
        relations=tuple(Found(relation, one.evidence) for one in rest if (relation := relation_in(one)))[:1],
    )


def _first(sentences: Iterable[Sentence], read: Callable[[Sentence], T | None]) -> Found[T] | None:
    """What ``read`` finds in the first sentence in which it finds anything."""
    for one in sentences:
        value = read(one)
        if value:
            return Found(value, one.evidence)
    return None


def _titled(telling: Sequence[Sentence], acts: Sequence[Sentence]) -> tuple[_Titled, ...]:
    """The titles in ``acts``, those with a subject first, and in sentences that begin with the agreement."""
    found = [_Titled(title, one) for one in acts for title in titles_in(one)]
    kinds = {one.title.type for one in found}
    starts = _starts(acts)
    others = [one for one in telling if one.start not in starts and not ignoring_case(OF_OTHER_TIME).search(one.text)]
    begins = [_Titled(title, one) for one in others for title in titles_in(one) if title.start == 0]
    found += [one for one in begins if one.title.type in kinds and one.title.has_subject]
    return tuple(sorted(found, key=_rank))


def _starts(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Where ``sentences`` start, by which they are found again."""
    return frozenset(one.start for one in sentences)


def _of_sentences(titled: Sequence[_Titled], acts: Sequence[Sentence]) -> tuple[_Titled, ...]:
    """The titles that are not those of another agreement than the one that ``acts`` tell of."""
    starts = _starts(acts)
    kinds = {kind_of(one.title.type) for one in titled if one.sentence.start in starts}
    return tuple(one for one in titled if kind_of(one.title.type) in kinds)


def _rank(one: _Titled) -> tuple[bool, bool, bool]:
    """The order of titles: what tells most first."""
    return not one.title.has_subject, not one.title.title, one.title.type.lower() == _BARE


def _further(titled: Sequence[_Titled], first: AgreementFacts) -> tuple[AgreementFacts, ...]:
    """The second agreement of ``ký Quy chế phối hợp về X và Kế hoạch phối hợp về Y``, with what both have in common."""
    one = titled[0] if titled else None
    other = next((other for other in titled if one and other.sentence == one.sentence and _joins(one, other)), None)
    if other is None:
        return ()
    evidence = other.sentence.evidence
    return (
        AgreementFacts(
            type=Found(other.title.type, evidence),
            title=Found(other.title.title, evidence),
            number=Found(other.title.number, evidence) if other.title.number else None,
            parties=first.parties,
            signatories=first.signatories,
            presided_by=first.presided_by,
            attended_by=first.attended_by,
            signed_on=first.signed_on,
            place=first.place,
            venue=first.venue,
        ),
    )


def _joins(one: _Titled, other: _Titled) -> bool:
    """Whether the sentence names the agreements one behind the other, each with its title."""
    between = one.sentence.text[one.title.end : other.title.start]
    return bool(one.title.title and other.title.title) and between.strip() == "và"


def _of_title(titled: Sequence[_Titled], read: Callable[[Title], str]) -> Found[str] | None:
    return next((Found(read(one.title), one.sentence.evidence) for one in titled if read(one.title)), None)


def _site(acts: Sequence[Sentence]) -> Found[Site] | None:
    return next((Found(site, one.evidence) for one in acts if (site := site_in(one)) != Site()), None)


def _roles(telling: Sequence[Sentence], acts: Sequence[Sentence]) -> tuple[Role, ...]:
    """Who does what; people sign only in the sentences ``acts``."""
    starts = _starts(acts)
    roles = [role for one in telling for role in roles_in(one) if role.act is not Act.SIGNS or one.start in starts]
    everyone = _everyone(telling)
    known = {role.person.name for role in roles if role.act is Act.SIGNS}
    if not known:
        presiding = tuple(everyone[role.person.name] for role in roles if role.act is Act.PRESIDES)
        together = ((one, named_together(one, presiding or tuple(everyone.values()))) for one in acts)
        roles += [Role(person, Act.SIGNS, one) for one, people in together for person in people]
    return tuple(replace(role, person=_fuller(role.person, everyone)) for role in roles)


def _everyone(telling: Sequence[Sentence]) -> dict[str, PersonFacts]:
    """The people of the text by their names, with all that it says of them; namesakes of other ranks stay apart."""
    everyone: dict[str, PersonFacts] = {}
    for sentence in telling:
        for mention in sentence.people:
            one = mention.person
            everyone[one.name] = _merged(everyone[one.name], one) if one.name in everyone else one
    return everyone


def _merged(one: PersonFacts, other: PersonFacts) -> PersonFacts:
    if one.rank and other.rank and one.rank != other.rank:
        return one
    position = max(one.position, other.position, key=len)
    also = dict.fromkeys(post for post in (*one.also, *other.also) if not position.startswith(post))
    return replace(one, rank=one.rank or other.rank, position=position, also=tuple(also))


def _fuller(person: PersonFacts, everyone: dict[str, PersonFacts]) -> PersonFacts:
    return _merged(person, everyone.get(person.name, person))


def _parties(
    acts: Sequence[Sentence], roles: Sequence[Role], names: _Names, mentioned: Sequence[AgencyName]
) -> tuple[Found[PartyFacts], ...]:
    """The parties of the first sentence that names them, or of one that names more with them.

    If none does, they are the agencies for which the people who sign hold their posts.
    """
    named = [(parties, one) for one in acts if (parties := parties_in(one))]
    if named:
        fitting = (pair for pair in named if all_among(named[0][0], pair[0]))
        parties, sentence = max(fitting, key=lambda pair: len(pair[0]))
        return tuple(Found(PartyFacts(fuller_name(one, mentioned)), sentence.evidence) for one in parties)
    signing = [role for role in roles if role.act is Act.SIGNS]
    held = [(agency, role.sentence) for role in signing if (agency := _agency_of(role.person, names))]
    several = len({name_key(agency.name) for agency, _ in held}) == len(signing) >= _FEWEST
    return tuple(Found(PartyFacts(agency), one.evidence) for agency, one in held) if several else ()


def _agency_of(person: PersonFacts, names: _Names) -> AgencyName | None:
    """The agency in which a person holds the post, if the post is one in an agency."""
    found = names(person.position)
    return found[-1].agency if len(found) == 1 and found[0].end == len(person.position) else None


def _people(
    roles: Sequence[Role], act: Act, parties: Sequence[Found[PartyFacts]], names: _Names
) -> tuple[Found[PersonFacts], ...]:
    """The people with this act, each once. Who signs or presides is not said to attend as well."""
    others = {role.person.name for role in roles if role.act is not Act.ATTENDS} if act is Act.ATTENDS else set[str]()
    found: dict[str, Found[PersonFacts]] = {}
    for role in roles:
        if role.act is act and role.person.name not in others:
            person = replace(role.person, role=role.words, party=_party(role.person, parties, names))
            found.setdefault(person.name, Found(person, role.sentence.evidence))
    return tuple(found.values())


def _party(person: PersonFacts, parties: Sequence[Found[PartyFacts]], names: _Names) -> AgencyName | None:
    """The party in which the person holds a post."""
    own = _agency_of(person, names)
    exact = [one.value.agency for one in parties if own and same_agency(own, one.value.agency)]
    fitting = exact or [one.value.agency for one in parties if own and may_be_same(own, one.value.agency)]
    return fitting[0] if len(fitting) == 1 else None


def _fields(titled: Sequence[_Titled], known: KnownNames) -> tuple[Found[str], ...]:
    """The fields whose labels stand in the title, apart from the names of agencies."""
    one = titled[0] if titled else None
    if one is None:
        return ()
    words = one.title.title
    key = _spaced(words)
    agencies = [_spaced(words[agency.start : agency.end]) for agency in agencies_in(words, known)]
    labels = ((term.id, _spaced(term.label.text("vi"))) for term in known.vocabulary.fields)
    named = (field for field, label in labels if key.count(label) > sum(agency.count(label) for agency in agencies))
    return tuple(Found(field, one.sentence.evidence) for field in named)


def _spaced(words: str) -> str:
    """The key of ``words`` between blanks, so that whole words are found in it."""
    return f" {name_key(words)} ".replace(",", " ,")
