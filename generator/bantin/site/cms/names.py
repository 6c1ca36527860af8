"""The words and names that files of the bulletin may use for the values of the form."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import get_args

from bantin.content.name_lookup import Names, agency_key, agency_names, named
from bantin.content.schema.words import INDEFINITE, OPEN, ROTATING, YES_NO, DocumentKind, single, words_of
from bantin.domain.model import AmendmentKind, ChangeKind, EventKind, Level, OnBehalf, RelationKind, Scope
from bantin.domain.problems import Language
from bantin.index import Directory

AGENCY, TYPE, FIELD, SECTION, DOCUMENT = "agency", "type", "field", "section", "DocumentKind"
_CHOICES: tuple[type[StrEnum], ...] = (Scope, Level, OnBehalf, EventKind, RelationKind, AmendmentKind, ChangeKind)


def spellings(directory: Directory) -> Mapping[str, Mapping[str, str]]:
    """The words and names, by their group, with the values that they stand for.

    Their keys are those of ``name_key``.
    """
    agencies = Names(
        frozenset(one.id for one in directory.agencies), lambda: agency_names(directory.agencies), agency_key
    )
    vocabulary = directory.vocabulary
    terms = {TYPE: vocabulary.types, FIELD: vocabulary.fields, SECTION: directory.site.sections}
    own = {of_own_field(one.key): one.choices for one in directory.site.own_fields if one.choices}
    return {
        AGENCY: agencies.spellings(),
        **{kind: named(some).spellings() for kind, some in {**terms, **own}.items()},
        **{choices.__name__: _words(choices.__name__, choices) for choices in _CHOICES},
        DOCUMENT: _words(DOCUMENT, get_args(DocumentKind)),
        "answer": YES_NO.by_key,
        **{word: single(word).by_key for word in (INDEFINITE, OPEN, ROTATING)},
    }


def choices(kind: str, values: Iterable[str], language: Language) -> list[tuple[str, str]]:
    """The values of a type called ``kind``, each with how the form writes it: ``Trung ương``, ``TM (thay mặt)``."""
    words = words_of(kind, values)
    return [(one, _sentence(one, words.word(one) if language == "vi" else "")) for one in words.values]


def _sentence(value: str, word: str) -> str:
    if value.isupper():
        return f"{value} ({word})" if word else value
    text = word or value.replace("_", " ")
    return text[0].upper() + text[1:]


def of_own_field(key: str) -> str:
    """The kind of the words for the choices of an own field."""
    return f"own.{key}"


def _words(name: str, values: Iterable[str]) -> Mapping[str, str]:
    return words_of(name, values).by_key
