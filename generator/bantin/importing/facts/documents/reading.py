"""Reads an official document in the layout of Decree 30/2020/NĐ-CP, annex I: its facts and its text.

From top to bottom it has a head, a type with what it is about, the legal basis, the provisions, the signatures with the
list of recipients, and perhaps annexes. Each block of the material ends in the text, in a fact or among what is left
out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from bantin.content.name_lookup import agency_names
from bantin.domain.model import RelationKind
from bantin.domain.model.provision import ProvisionKind
from bantin.domain.provisions.formulas import is_basis
from bantin.domain.provisions.reading import read_text
from bantin.domain.text.citations import find_citations
from bantin.domain.text.name_keys import name_key
from bantin.importing.facts.documents.agencies import NamedAgency, Spelling, spelling_of
from bantin.importing.facts.documents.head import read_date_line
from bantin.importing.facts.documents.lines import all_left_out, label_of
from bantin.importing.facts.documents.opening import Meeting, opening_of, read_meeting, read_sides
from bantin.importing.facts.documents.parties import (
    Signer,
    found_parties,
    found_signatories,
    parties_of,
    scope_of,
    signers_of,
)
from bantin.importing.facts.documents.parts import Parts, parts_of
from bantin.importing.facts.documents.reviews import read_review
from bantin.importing.facts.documents.signatories import read_signature
from bantin.importing.facts.documents.terms import read_relations, read_terms, sentences_of
from bantin.importing.facts.documents.title import Title, read_title
from bantin.importing.facts.model import AgreementFacts, DocumentFacts, Found, LeftOut, RelationFacts
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.material import Material

# Beyond this many, a list of names is no signatures; each is compared with all agencies of the head.
_MOST_SIGNATURES = 64


def read_document(material: Material, known: KnownNames) -> DocumentFacts:
    """Reads the facts and the text of a document."""
    parts = parts_of(material.blocks, known)
    opening = opening_of(one.line for one in parts.body)
    sides = read_sides(opening)
    signatures = [read_signature(lines) for lines in parts.signatures.parties[:_MOST_SIGNATURES]]
    signers = signers_of(signatures, parts.head, sides)
    parties = parties_of(parts.head, sides, signers, parts.title)
    named = (*parts.head.issuers, *parts.head.above, *(one.party for one in signers if one.party), *parties)
    spelling = spelling_of(known, parts.prose, named)
    title = read_title(parts.title, _names(named, spelling), known)
    agreement = _facts(parts, _Signing(parties, signers, read_meeting(opening)), title, spelling)
    return DocumentFacts(agreement, parts.text, (*parts.left_out, *_left_out(parts, parties, agreement)))


class _Signing(Struct, frozen=True):
    """Who agreed, who signed for them, and what the opening tells of the day and the place."""

    parties: tuple[NamedAgency, ...]
    signers: tuple[Signer, ...]
    meeting: Meeting


def _names(named: Iterable[NamedAgency], spelling: Spelling) -> tuple[str, ...]:
    """The names of agencies as they are spelt outside of capitals: those of the document, and those of the bulletin."""
    spelt = (spelling.agency(one.words).name for one in named)
    return (*spelt, *(name for name, _ in agency_names(spelling.known.agencies) if " " in name))


def _facts(parts: Parts, signing: _Signing, title: Title, spelling: Spelling) -> AgreementFacts:
    """All facts of the agreement."""
    signed_on, place = _day_and_place(parts)
    signed_on = signed_on or signing.meeting.signed_on
    sentences = sentences_of(parts.own_lines)
    terms = read_terms(sentences, signed_on.value if signed_on else "")
    parties = found_parties(signing.parties, spelling)
    return AgreementFacts(
        type=title.type,
        title=title.title,
        number=parts.head.number,
        parties=parties,
        signatories=found_signatories(signing.signers, spelling),
        signed_on=signed_on,
        place=place or signing.meeting.place,
        venue=signing.meeting.venue,
        scope=scope_of(parties, spelling.known),
        effective_on=terms.effective_on,
        effective_method=terms.effective_method,
        expires_on=terms.expires_on,
        review=read_review(sentences, [one.value.agency for one in parties]),
        clauses=_clauses(parts),
        fields=_fields(title, spelling.known),
        legal_basis=tuple(_legal_basis(parts)),
        relations=(*_amended(title), *read_relations(sentences)),
    )


def _day_and_place(parts: Parts) -> tuple[Found[str] | None, Found[str] | None]:
    """The day and the place of the signing: of the head, or else of the line above the signatures."""
    below = [read_date_line(line) for line in parts.signatures.dates]
    if parts.head.date or len(below) != 1:
        return parts.head.date, parts.head.place
    return below[0]


def _clauses(parts: Parts) -> Found[int] | None:
    """The number of articles in the main part, resting on the last one."""
    text = read_text(parts.text)
    main = [one for root in text.provisions if root.kind is not ProvisionKind.ANNEX for one in root.walk()]
    count = sum(one.kind is ProvisionKind.ARTICLE for one in main)
    articles = [
        one.line for one in parts.body if (label := label_of(one.line.text)) and label.kind is ProvisionKind.ARTICLE
    ]
    return Found(count, articles[-1].evidence()) if count and articles else None


def _fields(title: Title, known: KnownNames) -> tuple[Found[str], ...]:
    """The fields whose labels the title has."""
    if title.title is None:
        return ()
    key = f" {name_key(title.title.value)} "
    labels = [label for field in known.vocabulary.fields for label in (field.label.vi, field.label.en) if label]
    return tuple(Found(label, title.title.evidence) for label in labels if f" {name_key(label)} " in key)


def _legal_basis(parts: Parts) -> Iterator[Found[str]]:
    """The documents that the agreement is based on; not at whose proposal it was made."""
    for one in parts.body:
        if label_of(one.line.text):
            return
        if is_basis(one.line.text) and (found := _based_on().match(one.line.text)):
            words = one.line.text[found.end() :].strip(" ;.,")
            if words:
                yield Found(words[0].upper() + words[1:], one.line.evidence(), is_stated=True)


@cache
def _based_on() -> re.Pattern[str]:
    return re.compile(
        r"(?:[-–+•*] ?)?(?:Căn cứ(?: vào| theo)?|Pursuant to|Having regard to|On the basis of|Based on) ?:?",
        re.IGNORECASE,
    )


def _amended(title: Title) -> Iterator[Found[RelationFacts]]:
    """What the document amends by its title: ``Quy chế sửa đổi, bổ sung Quy chế số 01/QCPH-…``."""
    found = _amending().search(title.title.value) if title.title else None
    cited = next((one for one in find_citations(found["what"]) if one.number), None) if found else None
    if found and cited and title.title:
        relation = RelationFacts(RelationKind.AMENDS.value, found["what"], cited.number, str(cited.date or ""))
        yield Found(relation, title.title.evidence)


@cache
def _amending() -> re.Pattern[str]:
    return re.compile(r"sửa đổi(?:, bổ sung)?(?: một số (?:điều|nội dung)(?: của)?)? (?P<what>.+)", re.IGNORECASE)


def _left_out(parts: Parts, parties: Sequence[NamedAgency], agreement: AgreementFacts) -> Iterator[LeftOut]:
    """What of the head and the signatures is in no fact."""
    yield from parts.head.left_out
    told = {party.key for party in parties}
    for named in (*parts.head.issuers, *parts.head.above):
        if named.key not in told:
            yield LeftOut(named.words, "head", named.line.place)
    yield from all_left_out(parts.signatures.recipients, "recipients")
    signed_on = agreement.signed_on
    yield from all_left_out(
        (line for line in parts.signatures.dates if not signed_on or signed_on.evidence.words not in line.text), "date"
    )
