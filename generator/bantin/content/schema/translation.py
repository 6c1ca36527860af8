"""The front matter of a translation: only the texts that differ from its original."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, cast

from pydantic import create_model

from bantin.content.schema.agreement import AGREEMENT_TEXTS, AgreementFields, PersonFields, PlaceFields
from bantin.content.schema.article import ArticleFields, PhotoFields, Summary
from bantin.content.schema.change import TranslatedChangeFields
from bantin.content.schema.field_marks import Explained, Labelled, Suggested, Translated, marks
from bantin.content.schema.record import RecordFields
from bantin.content.schema.values import Aliases, Fields, Slug, Text, Texts, YesNo

F = TypeVar("F", bound=Fields)

TRANSLATED_TEXTS = tuple(key for key in AGREEMENT_TEXTS if key in marks(AgreementFields, Translated))
"""The keys of an agreement that a translation may have."""


def _with_words_of(original: type[Fields]) -> Callable[[type[F]], type[F]]:
    """A class decorator: puts the translated keys of ``original``, all optional, before the class's own keys."""
    translated = {key: original.model_fields[key] for key in marks(original, Translated)}
    # Without a warning for absent texts: the original already has it.
    keys: dict[str, Any] = {
        key: (
            Annotated[(info.annotation, *(one for one in info.metadata if not isinstance(one, Suggested)))],
            info.default,
        )
        for key, info in translated.items()
    }
    words = create_model("Words", __base__=Fields, **keys)

    def extend(own: type[F]) -> type[F]:
        # pydantic orders fields by base class, the last one first.
        bases: Any = (own, words)
        made = create_model(own.__name__, __base__=bases, __doc__=own.__doc__, __module__=own.__module__)
        return cast("type[F]", made)

    return extend


@_with_words_of(AgreementFields)
class TranslatedAgreementFields(Fields):
    """``agreement`` of a translation. ``people`` are people of the original in any role."""

    of_original = frozenset(AgreementFields.model_fields)

    if TYPE_CHECKING:
        signed_at: PlaceFields = PlaceFields()
    text_reason: Annotated[
        Text,
        Labelled("Lý do không công bố", "Why not public"),
        Explained("lý do không công bố toàn văn", "why the full text is not public"),
    ] = ""
    people: Annotated[
        tuple[PersonFields, ...],
        Labelled("Những người", "People"),
        Explained(
            "`name` như trong bản gốc, cùng `rank`, `position`, `also`, `role`",
            "`name` as in the original, with `rank`, `position`, `also`, `role`",
        ),
    ] = ()


class TranslationFields(Fields):
    """The front matter of ``<name>.<language>.md``."""

    of_original = frozenset(ArticleFields.model_fields)

    title: Text
    lead: Text = ""
    summary: Summary = ""
    slug: Slug | None = None
    aliases: Aliases = ()
    photos: tuple[PhotoFields, ...] = ()
    agreement: TranslatedAgreementFields = TranslatedAgreementFields()
    changes: tuple[TranslatedChangeFields, ...] = ()
    draft: YesNo = False
    public_numbers: Texts = ()


class RecordTranslationFields(TranslatedAgreementFields):
    """The front matter of a translated record. Its keys are those under ``agreement`` in a translated article."""

    of_original = frozenset(RecordFields.model_fields)

    summary: Summary = ""
    aliases: Aliases = ()
    changes: tuple[TranslatedChangeFields, ...] = ()
    draft: YesNo = False
    public_numbers: Texts = ()
