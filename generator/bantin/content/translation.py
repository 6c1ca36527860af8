"""VALIDATE: the parts of a translation → :class:`~bantin.domain.model.Translation`, checked against its original."""

from collections.abc import Iterable, Iterator

from bantin.content.agreement import person
from bantin.content.discover import SourceFile
from bantin.content.paths import resolve
from bantin.content.problems import translations as problems
from bantin.content.schema.own_fields import own_values
from bantin.content.schema.translation import TRANSLATED_TEXTS, TranslatedAgreementFields, TranslationFields
from bantin.content.yaml.parser import locate
from bantin.content.yaml.tree import Node
from bantin.domain.model import (
    Article,
    Outline,
    Person,
    Photo,
    Reference,
    ReferenceTarget,
    SigningPlace,
    StaticPage,
    TranslatedAgreement,
    Translation,
)
from bantin.domain.problems import Language, Location, Problem


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
        slug=fields.slug or "",
        photos=tuple(Photo(path, photo.alt, photo.caption, photo.credit) for path, photo in photos),
        agreement=_agreement(fields.agreement),
        draft=fields.draft,
        references=(
            *(
                Reference(ReferenceTarget.IMAGE, path, locate(tree, ("photos", index, "src")))
                for index, (path, _) in enumerate(photos)
            ),
            *(
                Reference(ReferenceTarget.PERSON, one.name, locate(tree, ("agreement", "people", index, "name")))
                for index, one in enumerate(fields.agreement.people)
            ),
        ),
        digest=digest,
        meta_digest=meta_digest,
    )


def check_translations(
    translations: Iterable[Translation],
    articles: Iterable[Article],
    pages: Iterable[StaticPage],
    broken: frozenset[str],
    languages: Iterable[Language],
) -> Iterator[Problem]:
    """The problems between ``translations`` and their originals; originals in ``broken`` are not checked.

    ``languages`` are those that the site is published in besides its main one.
    """
    originals: dict[str, Article | StaticPage] = {one.path: one for one in articles}
    originals |= {one.path: one for one in pages}
    published = frozenset(languages)
    for one in translations:
        original = originals.get(one.original)
        if one.language not in published:
            yield problems.NOT_PUBLISHED.at(Location(one.path), language=one.language)
        if original is not None:
            yield from _unknown(one, original)
            yield from (problems.INCOMPLETE.at(Location(one.path), key=key) for key in _lacking(one, original))
        elif one.original not in broken:
            yield problems.NO_ORIGINAL.at(Location(one.path), original=one.original)


def _unknown(translation: Translation, original: Article | StaticPage) -> Iterator[Problem]:
    """The problems of names in a translation that its original does not have."""
    photos = original.photos if isinstance(original, Article) else ()
    known = {
        ReferenceTarget.IMAGE: {photo.src for photo in photos},
        ReferenceTarget.PERSON: {one.name for one in _people(original)},
    }
    for reference in translation.references:
        if reference.id not in known[reference.target]:
            at = reference.place.within(translation.path)
            yield problems.NOT_IN_ORIGINAL.at(at, original=original.path, id=reference.id)


def _lacking(translation: Translation, original: Article | StaticPage) -> Iterator[str]:
    """The keys of the chief words of the original that have no translation."""
    if original.lead and not translation.lead:
        yield "lead"
    if isinstance(original, StaticPage):
        return
    if {photo.src for photo in original.photos} - {photo.src for photo in translation.photos}:
        yield "photos"
    if original.agreement and original.agreement.title and "title" not in translation.agreement.texts:
        yield "agreement.title"


def _people(original: Article | StaticPage) -> tuple[Person, ...]:
    agreement = original.agreement if isinstance(original, Article) else None
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
