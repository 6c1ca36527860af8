"""The front matter of a translation: the words of its original, and nothing else."""

from typing import Annotated

from bantin.content.schema.article import AgreementFields, ArticleFields, PersonFields, PhotoFields, PlaceFields
from bantin.content.schema.values import Fields, Slug, Text, Texts, YesNo, shorthand


class TranslatedAgreementFields(Fields):
    """``agreement`` of a translation. ``people`` are those whom the original names, whatever they did."""

    of_original = frozenset(AgreementFields.model_fields)

    title: Text = ""
    signed_at: Annotated[PlaceFields, shorthand("place")] = PlaceFields()
    effective_method: Text = ""
    legal_basis: Texts = ()
    contact: Texts = ()
    text_reason: Text = ""
    people: tuple[PersonFields, ...] = ()


class TranslationFields(Fields):
    """The front matter of ``<name>.<language>.md``."""

    of_original = frozenset(ArticleFields.model_fields)

    title: Text
    lead: Text = ""
    slug: Slug | None = None
    photos: tuple[PhotoFields, ...] = ()
    agreement: TranslatedAgreementFields = TranslatedAgreementFields()
    draft: YesNo = False
    public_numbers: Texts = ()
