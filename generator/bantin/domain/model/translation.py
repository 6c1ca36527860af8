"""Translations of articles, records and static pages."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from bantin.domain.model.agreement import Person, SigningPlace
from bantin.domain.model.article import Photo
from bantin.domain.model.body import Outline
from bantin.domain.model.change import Change, ChangeKind
from bantin.domain.model.provision import AgreementText
from bantin.domain.model.reference import Reference
from bantin.domain.problems import Language
from bantin.domain.text.dates import Moment


class TranslatedAgreement(Struct, frozen=True, array_like=True):
    """The translated texts of an agreement; absent or empty values leave those of the original.

    ``texts`` are by the names of the fields of :class:`~bantin.domain.model.Agreement`. ``people`` give rank, position
    and role of people, who are identified by their names in the original. ``own`` are texts of own fields.
    """

    texts: Mapping[str, str | tuple[str, ...]] = {}
    signed_at: SigningPlace = SigningPlace()
    text_reason: str = ""
    people: tuple[Person, ...] = ()
    own: tuple[tuple[str, str], ...] = ()


class TranslatedChange(Struct, frozen=True, array_like=True):
    """The translated note of the change on a day or at a moment; of all kinds if the ``kind`` is not given."""

    on: Moment
    note: str
    kind: ChangeKind | None = None


def note_of(change: Change, translated: Iterable[TranslatedChange]) -> str:
    """The translated note of ``change``; empty if it has none among those ``translated``."""
    found = (one for one in translated if one.on == change.on and one.kind in (change.kind, None))
    return max(found, key=lambda one: one.kind is not None, default=TranslatedChange(change.on, "")).note


class Translation(Struct, frozen=True, array_like=True):
    """The texts of an article, a record or a static page in another ``language``; the original has everything else.

    ``original`` is the path of that file. ``photos`` give the texts for those of the original; ``slug`` is empty if the
    translation has the slug of the original. ``aliases`` are former addresses of the translation. ``digest``,
    ``meta_digest`` and the outline are as in an article.

    Of a record, ``agreement`` has all texts, so there is no title and no outline; ``text`` is the unofficial
    translation of its text, or ``None`` without one.
    """

    path: str
    original: str
    language: Language
    title: str = ""
    outline: Outline = Outline()
    lead: str = ""
    slug: str = ""
    aliases: tuple[str, ...] = ()
    photos: tuple[Photo, ...] = ()
    agreement: TranslatedAgreement = TranslatedAgreement()
    draft: bool = False
    references: tuple[Reference, ...] = ()
    digest: str = ""
    meta_digest: str = ""
    text: AgreementText | None = None
    changes: tuple[TranslatedChange, ...] = ()
    summary: str = ""
