"""The keys that a bulletin adds to its agreements, as part of the schema: ``fields`` in ``site.yml``."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Annotated, Any, TypeVar, cast

from msgspec import Struct
from pydantic import PlainValidator, create_model

from bantin.content.schema import refusals
from bantin.content.schema.agreement import AgreementFields
from bantin.content.schema.article import ArticleFields
from bantin.content.schema.field_marks import FACT, LONG, OWN, TRANSLATED, Labelled, Own, marks
from bantin.content.schema.record import RecordFields
from bantin.content.schema.texts import text_of
from bantin.content.schema.translation import (
    RecordTranslationFields,
    TranslatedAgreementFields,
    TranslationFields,
)
from bantin.content.schema.values import EdtfDate, Fields, Text, YesNo, integer
from bantin.content.schema.words import ChoiceWords
from bantin.domain.model import OwnField, OwnFieldKind, Term

F = TypeVar("F", bound=Fields)
A = TypeVar("A", bound=TranslatedAgreementFields)

LARGEST_NUMBER = 999_999_999_999
"""The largest value of a number."""

TEXTS = frozenset({OwnFieldKind.TEXT, OwnFieldKind.LONG_TEXT})
"""The kinds of fields that can be translated."""


class OneOf(Struct, frozen=True):
    """Reads one of ``terms`` by its id or its name in either language."""

    terms: tuple[Term, ...]

    def __call__(self, value: object) -> str:
        """The id of the term."""
        text, words = text_of(value), _words(self.terms)
        found = words.read(text)
        if found is None:
            raise refusals.choice_refusal(text, words)
        return found


@cache
def _words(terms: tuple[Term, ...]) -> ChoiceWords:
    names = {name: term.id for term in terms for name in (term.label.vi, term.label.en) if name}
    return ChoiceWords((term.id for term in terms), {}, names)


@cache
def article_fields(own: tuple[OwnField, ...]) -> type[ArticleFields]:
    """The front matter of an article whose agreement may have the fields ``own``."""
    return _holding(ArticleFields, _extended(AgreementFields, own)) if own else ArticleFields


@cache
def record_fields(own: tuple[OwnField, ...]) -> type[RecordFields]:
    """The front matter of a record with a file of its own, which may have the fields ``own``."""
    return _extended(RecordFields, own) if own else RecordFields


@cache
def translation_fields(own: tuple[OwnField, ...]) -> type[TranslationFields]:
    """The front matter of a translation, whose agreement may have those of ``own`` that are texts."""
    if not own:
        return TranslationFields
    return _holding(TranslationFields, _translated(TranslatedAgreementFields, own))


@cache
def record_translation_fields(own: tuple[OwnField, ...]) -> type[RecordTranslationFields]:
    """Like :func:`translation_fields`, for the translation of a record with a file of its own."""
    return _translated(RecordTranslationFields, own) if own else RecordTranslationFields


def _translated(fields: type[A], own: tuple[OwnField, ...]) -> type[A]:
    made = _extended(fields, [one for one in own if one.kind in TEXTS])
    made.of_original = frozenset((*fields.of_original, *(one.key for one in own)))
    return made


def own_values(fields: Fields) -> tuple[tuple[str, str], ...]:
    """The own fields that are given in ``fields``, each with its value as a text."""
    given = ((key, getattr(fields, key)) for key in _own_keys(type(fields)))
    return tuple((key, _text(value)) for key, value in given if value not in ("", None))


@cache
def _own_keys(fields: type[Fields]) -> tuple[str, ...]:
    return tuple(marks(fields, Own))


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _extended(fields: type[F], own: Iterable[OwnField]) -> type[F]:
    return _made(fields, {one.key: _declared(one) for one in own})


def _holding(fields: type[F], agreement: type[Fields]) -> type[F]:
    """``fields`` with ``agreement`` as the type of their agreement."""
    info = fields.model_fields["agreement"]
    may_lack = info.default is None
    kind: Any = agreement | None if may_lack else agreement
    hint = Annotated[(kind, *info.metadata)] if info.metadata else kind
    return _made(fields, {"agreement": (hint, None if may_lack else agreement())})


def _made(fields: type[F], keys: Mapping[str, Any]) -> type[F]:
    made: Any = create_model(fields.__name__, __base__=fields, __doc__=fields.__doc__, **cast("dict[str, Any]", keys))
    return cast("type[F]", made)


def _declared(one: OwnField) -> tuple[Any, object]:
    """The annotation of a field, and its default value."""
    label = Labelled(one.label.text("vi"), one.label.text("en"))
    match one.kind:
        case OwnFieldKind.TEXT:
            return Annotated[Text, OWN, FACT, TRANSLATED, label], ""
        case OwnFieldKind.LONG_TEXT:
            return Annotated[Text, OWN, FACT, TRANSLATED, LONG, label], ""
        case OwnFieldKind.DATE:
            return Annotated[EdtfDate | None, OWN, FACT, label], None
        case OwnFieldKind.YES_NO:
            return Annotated[YesNo | None, OWN, FACT, label], None
        case OwnFieldKind.NUMBER:
            return Annotated[Annotated[int, integer(0, LARGEST_NUMBER)] | None, OWN, FACT, label], None
        case OwnFieldKind.CHOICE:
            return Annotated[Annotated[str, PlainValidator(OneOf(one.choices))], OWN, FACT, label], ""
