"""VALIDATE: the parts of a translation → :class:`~bantin.domain.model.Translation`, checked against its original."""

from collections.abc import Iterable, Iterator
from functools import partial

from bantin.content.agreement import person
from bantin.content.changes import reference_to, resolve_translated_changes, translated_references
from bantin.content.discover import SourceFile
from bantin.content.paths import resolve
from bantin.content.problems import translations as problems
from bantin.content.schema.own_fields import own_values
from bantin.content.schema.translation import (
    TRANSLATED_TEXTS,
    RecordTranslationFields,
    TranslatedAgreementFields,
    TranslationFields,
)
from bantin.content.yaml.parser import Locate, find_below, locate
from bantin.content.yaml.tree import Node
from bantin.domain.model import (
    AgreementText,
    Article,
    Outline,
    Person,
    Photo,
    RecordFile,
    Reference,
    ReferenceTarget,
    SigningPlace,
    StaticPage,
    TranslatedAgreement,
    Translation,
    note_of,
    told_changes,
)
from bantin.domain.problems import Language, Location, Problem
from bantin.domain.provisions.anchors import canonical

Original = Article | RecordFile | StaticPage
"""The types of content that can be translated."""


def resolve_translation(
    source: SourceFile, fields: TranslationFields, tree: Node, outline: Outline, *, digest: str, meta_digest: str
) -> Translation:
    """The translation in the file ``source``, whose text has ``outline``."""
    photos = [(resolve(photo.src, source.folder) or photo.src, photo) for photo in fields.photos]
    return Translation(
        path=source.path,
        original=source.original,
        language=source.language,
        title=fields.title,
        outline=outline,
        lead=fields.lead,
        summary=fields.summary,
        slug=fields.slug or "",
        aliases=fields.aliases,
        photos=tuple(Photo(path, photo.alt, photo.caption, photo.credit) for path, photo in photos),
        agreement=_agreement(fields.agreement),
        draft=fields.draft,
        references=(
            *(
                Reference(ReferenceTarget.IMAGE, path, locate(tree, ("photos", index, "src")))
                for index, (path, _) in enumerate(photos)
            ),
            *_people_named(fields.agreement, find_below(tree, "agreement")),
            *translated_references(fields.changes, partial(locate, tree)),
        ),
        changes=resolve_translated_changes(fields.changes),
        digest=digest,
        meta_digest=meta_digest,
    )


def resolve_record_translation(source: SourceFile, fields: RecordTranslationFields, tree: Node) -> Translation:
    """The translation of a record in the file ``source``, without its text."""
    return Translation(
        path=source.path,
        original=source.original,
        language=source.language,
        summary=fields.summary,
        aliases=fields.aliases,
        agreement=_agreement(fields),
        draft=fields.draft,
        references=(
            *_people_named(fields, partial(locate, tree)),
            *translated_references(fields.changes, partial(locate, tree)),
        ),
        changes=resolve_translated_changes(fields.changes),
    )


def _people_named(fields: TranslatedAgreementFields, find: Locate) -> Iterator[Reference]:
    for index, one in enumerate(fields.people):
        yield Reference(ReferenceTarget.PERSON, one.name, find(("people", index, "name")))


def check_translations(
    translations: Iterable[Translation],
    originals: Iterable[Original],
    broken: frozenset[str],
    languages: Iterable[Language],
) -> Iterator[Problem]:
    """The problems between ``translations`` and their ``originals``; originals in ``broken`` are not checked.

    ``languages`` are those that the site is published in besides its main one.
    """
    by_path = {one.path: one for one in originals}
    with_facts = (one.agreement for one in by_path.values() if not isinstance(one, StaticPage))
    amended = {amendment.to for agreement in with_facts if agreement for amendment in agreement.amends}
    published = frozenset(languages)
    for one in translations:
        original = by_path.get(one.original)
        if one.language not in published:
            yield problems.NOT_PUBLISHED.at(Location(one.path), language=one.language)
        if original is not None:
            yield from _unknown(one, original)
            yield from (problems.INCOMPLETE.at(Location(one.path), key=key) for key in _lacking(one, original))
            if one.text and isinstance(original, RecordFile):
                yield from _text_differs(one.text, one.path, original)
                if original.agreement.id in amended:
                    yield problems.TRANSLATED_TEXT_AMENDED.at(Location(one.path), original=original.path)
        elif one.original not in broken:
            yield problems.NO_ORIGINAL.at(Location(one.path), original=one.original)


def _unknown(translation: Translation, original: Original) -> Iterator[Problem]:
    """The problems of names that are in a translation but not in its original."""
    photos = original.photos if isinstance(original, Article) else ()
    known = {
        ReferenceTarget.IMAGE: {photo.src for photo in photos},
        ReferenceTarget.PERSON: {one.name for one in _people(original)},
        ReferenceTarget.CHANGE: {
            named for one in original.changes for named in (reference_to(one.on), reference_to(one.on, one.kind))
        },
    }
    for reference in translation.references:
        if reference.id not in known[reference.target]:
            at = reference.place.within(translation.path)
            yield problems.NOT_IN_ORIGINAL.at(at, original=original.path, id=reference.id)


def _lacking(translation: Translation, original: Original) -> Iterator[str]:
    """The keys of the main texts of the original that have no translation."""
    has_title = "title" in translation.agreement.texts
    if any(one.note and not note_of(one, translation.changes) for one in told_changes(original.changes)):
        yield "changes"
    if not isinstance(original, StaticPage) and original.summary and not translation.summary:
        yield "summary"
    if isinstance(original, RecordFile):
        if original.agreement.title and not has_title:
            yield "title"
        return
    if original.lead and not translation.lead:
        yield "lead"
    if isinstance(original, StaticPage):
        return
    if {photo.src for photo in original.photos} - {photo.src for photo in translation.photos}:
        yield "photos"
    if original.agreement and original.agreement.title and not has_title:
        yield "agreement.title"


def _text_differs(text: AgreementText, path: str, original: RecordFile) -> Iterator[Problem]:
    """Reports a translated text without an original, and the first provision that only one of the two has."""
    if original.text is None:
        yield problems.TEXT_WITHOUT_ORIGINAL.at(Location(path), original=original.path)
        return
    there, here = ({canonical(one.anchor): one for one in each.walk()} for each in (original.text, text))
    surplus = next((one for anchor, one in here.items() if anchor not in there), None)
    lacking = next((one for anchor, one in there.items() if anchor not in here), None)
    if surplus:
        at = Location(path, surplus.line)
        yield problems.PROVISION_NOT_IN_ORIGINAL.at(at, original=original.path, provision=surplus.anchor)
    elif lacking:
        yield problems.PROVISION_NOT_TRANSLATED.at(
            Location(path), original=original.path, line=lacking.line, provision=lacking.anchor
        )


def _people(original: Original) -> tuple[Person, ...]:
    agreement = None if isinstance(original, StaticPage) else original.agreement
    if agreement is None:
        return ()
    return (*(one.person for one in agreement.signatories), *agreement.presided_by, *agreement.attended_by)


def _agreement(fields: TranslatedAgreementFields) -> TranslatedAgreement:
    return TranslatedAgreement(
        texts={key: text for key in TRANSLATED_TEXTS if (text := getattr(fields, key))},
        signed_at=SigningPlace(fields.signed_at.place, fields.signed_at.venue),
        text_reason=fields.text_reason,
        people=tuple(person(one) for one in fields.people),
        own=own_values(fields),
    )
