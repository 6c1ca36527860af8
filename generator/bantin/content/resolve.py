"""RESOLVE: replaces the names in articles, records, agencies and what is gone by ids."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from bantin.content.name_lookup import Names
from bantin.domain.model import (
    Agency,
    Agreement,
    Article,
    Facts,
    Gone,
    PublicVersion,
    RecordFile,
    Reference,
    ReferenceTarget,
    Succession,
)

# Parties are agencies; the subjects of articles and the targets of amendments are records.
_MEANT_AS = {
    ReferenceTarget.SIGNING_PARTY: ReferenceTarget.AGENCY,
    ReferenceTarget.EVENT_PARTY: ReferenceTarget.AGENCY,
    ReferenceTarget.ABOUT: ReferenceTarget.RECORD,
    ReferenceTarget.AMENDED: ReferenceTarget.RECORD,
}

RESOLVED = frozenset(
    {
        ReferenceTarget.AGENCY,
        ReferenceTarget.TYPE,
        ReferenceTarget.FIELD,
        ReferenceTarget.RECORD,
        *_MEANT_AS,
    }
)
"""The targets of the references by which names in articles and records are replaced, except sections."""

_ToId = Callable[[str], str]


def resolve_article(article: Article, names: Mapping[ReferenceTarget, Names]) -> Article:
    """Replaces the names in an article by ids; returns the same object if there are none."""
    meant = _meanings(article.references, names)
    if not meant:
        return article
    agreement = article.agreement
    return replace(
        article,
        section=_to_id(meant, ReferenceTarget.SECTION)(article.section) if article.section else None,
        about=tuple(dict.fromkeys(map(_to_id(meant, ReferenceTarget.RECORD), article.about))),
        agreement=_resolve_agreement(agreement, meant) if agreement else None,
        references=_references(article.references, meant),
    )


def resolve_record(record: RecordFile, names: Mapping[ReferenceTarget, Names]) -> RecordFile:
    """Replaces the names in a record by ids; returns the same object if there are none."""
    meant = _meanings(record.references, names)
    if not meant:
        return record
    return replace(
        record,
        agreement=_resolve_agreement(record.agreement, meant),
        references=_references(record.references, meant),
    )


def resolve_versions(
    versions: Iterable[PublicVersion], names: Mapping[ReferenceTarget, Names]
) -> tuple[PublicVersion, ...]:
    """Replaces the names in the facts of public versions by ids, as they are understood today.

    Versions that differed only in these become one.
    """
    kept: list[PublicVersion] = []
    last: tuple[Facts, str] | None = None
    for one in versions:
        facts = _resolve_facts(one.facts, names) if one.facts else None
        if facts is None or (facts, one.text) != last or kept[-1].until != one.commit.on:
            kept.append(replace(one, facts=facts))
        else:
            kept[-1] = replace(kept[-1], until=one.until)
        last = (facts, one.text) if facts else last
    return tuple(kept) if len(kept) > 1 else ()


def _resolve_facts(facts: Facts, names: Mapping[ReferenceTarget, Names]) -> Facts:
    meant = _meanings(facts.references, names)
    return replace(
        facts,
        about=tuple(dict.fromkeys(map(_to_id(meant, ReferenceTarget.RECORD), facts.about))),
        agreement=_resolve_agreement(facts.agreement, meant) if facts.agreement else None,
        references=(),
    )


def resolve_agency(agency: Agency, names: Mapping[ReferenceTarget, Names]) -> Agency:
    """Replaces the names of other agencies by ids; returns the same object if there are none."""
    meant = _meanings(agency.references, names)
    if not meant:
        return agency
    to_agency = _to_id(meant, ReferenceTarget.AGENCY)
    return replace(
        agency,
        parent=to_agency(agency.parent) if agency.parent else None,
        predecessors=tuple(Succession(to_agency(one.agency), one.on) for one in agency.predecessors),
        successors=tuple(Succession(to_agency(one.agency), one.on) for one in agency.successors),
        references=_references(agency.references, meant),
    )


def resolve_gone(gone: Gone, names: Mapping[ReferenceTarget, Names]) -> Gone:
    """Replaces the name of what takes its place by the path of that, and the name of its type by the id.

    A type that is not known any more is no problem, since its page is gone.
    """
    meant = _meanings(gone.references, names)
    types = names[ReferenceTarget.TYPE].meanings(gone.type) if gone.type and ReferenceTarget.TYPE in names else ()
    return replace(
        gone,
        type=types[0] if len(types) == 1 else "",
        replaced_by=_to_id(meant, ReferenceTarget.REPLACEMENT)(gone.replaced_by),
        references=_references(gone.references, meant),
    )


_Meanings = Mapping[tuple[ReferenceTarget, str], str]


def _meanings(references: tuple[Reference, ...], names: Mapping[ReferenceTarget, Names]) -> _Meanings:
    """The ids of the names among ``references`` that have exactly one meaning."""
    meant: dict[tuple[ReferenceTarget, str], str] = {}
    for reference in references:
        known = names.get(reference.target)
        if known is not None and reference.id not in known.ids:
            meanings = known.meanings(reference.id)
            if len(meanings) == 1:
                meant[_MEANT_AS.get(reference.target, reference.target), reference.id] = meanings[0]
    return meant


def _references(references: tuple[Reference, ...], meant: _Meanings) -> tuple[Reference, ...]:
    return tuple(
        replace(one, id=meant.get((_MEANT_AS.get(one.target, one.target), one.id), one.id)) for one in references
    )


def _to_id(meant: _Meanings, target: ReferenceTarget) -> _ToId:
    return lambda text: meant.get((target, text), text)


def _resolve_agreement(agreement: Agreement, meant: _Meanings) -> Agreement:
    to_agency, to_record = _to_id(meant, ReferenceTarget.AGENCY), _to_id(meant, ReferenceTarget.RECORD)
    review = agreement.review
    changes: dict[str, Any] = {
        "type": _to_id(meant, ReferenceTarget.TYPE)(agreement.type),
        # Two names may mean the same field.
        "fields": tuple(dict.fromkeys(map(_to_id(meant, ReferenceTarget.FIELD), agreement.fields))),
        "parties": tuple(replace(one, agency=to_agency(one.agency)) for one in agreement.parties),
        "signatories": tuple(
            replace(one, party=to_agency(one.party)) if one.party else one for one in agreement.signatories
        ),
        "review": replace(review, chair=to_agency(review.chair)) if review and review.chair else review,
        "events": tuple(replace(one, parties=tuple(map(to_agency, one.parties))) for one in agreement.events),
        "relations": tuple(replace(one, to=to_record(one.to)) if one.to else one for one in agreement.relations),
        "amends": tuple(replace(one, to=to_record(one.to)) for one in agreement.amends),
    }
    return replace(agreement, **changes)
