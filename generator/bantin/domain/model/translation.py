"""Translations of articles and static pages."""

from collections.abc import Mapping

from msgspec import Struct

from bantin.domain.model.agreement import Person, SigningPlace
from bantin.domain.model.article import Photo
from bantin.domain.model.body import Outline
from bantin.domain.model.reference import Reference
from bantin.domain.problems import Language


class TranslatedAgreement(Struct, frozen=True, array_like=True):
    """What an agreement says in words; absent or empty where the translation leaves those of the original.

    ``texts`` are by the names that they have in :class:`~bantin.domain.model.Agreement`. ``people`` give rank, position
    and role of those whom the original names so. ``own`` are texts of own fields.
    """

    texts: Mapping[str, str | tuple[str, ...]] = {}
    signed_at: SigningPlace = SigningPlace()
    text_reason: str = ""
    people: tuple[Person, ...] = ()
    own: tuple[tuple[str, str], ...] = ()


class Translation(Struct, frozen=True, array_like=True):
    """The texts of an article or a static page in another ``language``; everything else comes from the original.

    ``original`` is the path of that file. ``photos`` give the texts for those of the original; ``slug`` is empty if the
    translation has the slug of the original. ``digest``, ``meta_digest`` and the outline are as in an article.
    """

    path: str
    original: str
    language: Language
    title: str
    outline: Outline
    lead: str = ""
    slug: str = ""
    photos: tuple[Photo, ...] = ()
    agreement: TranslatedAgreement = TranslatedAgreement()
    draft: bool = False
    references: tuple[Reference, ...] = ()
    digest: str = ""
    meta_digest: str = ""
