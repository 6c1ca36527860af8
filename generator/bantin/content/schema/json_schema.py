"""JSON Schemas (2020-12) of the files of a bulletin, for text editors: made from the schema that checks them."""

from collections.abc import Mapping
from enum import StrEnum
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import Struct

from bantin.content.schema import values
from bantin.content.schema.agency import AgencyFields
from bantin.content.schema.agreement import AgreementFields
from bantin.content.schema.agreement_values import Chair
from bantin.content.schema.article import PageFields
from bantin.content.schema.field_marks import Expected, Explained, Fact, Labelled, Suggested, marks, unmarked
from bantin.content.schema.gone import GONE
from bantin.content.schema.json_values import (
    NOTHING,
    PLAIN,
    TEXT,
    Json,
    Schema,
    any_of,
    constant,
    offered_terms,
    one_of,
    one_of_terms,
    unknown,
    whole_number,
)
from bantin.content.schema.list_lengths import Fewest, Most
from bantin.content.schema.own_fields import (
    OneOf,
    article_fields,
    record_fields,
    record_translation_fields,
    translation_fields,
)
from bantin.content.schema.site import SiteFields, VocabularyFields
from bantin.content.schema.unknown_values import fields_in
from bantin.content.schema.values import Fields, Shorthand, WholeNumber
from bantin.content.schema.words import ROTATING, single, words_of
from bantin.domain.model import Label, OwnField, Term
from bantin.domain.problems import Language

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_AGENCIES = "agencies"
_TITLE_KEYS = ("title", "name")
# Which names are offered for the values of a key: the key of the offered terms, by the key in files.
_OFFERED: Mapping[str, str] = {
    **dict.fromkeys(("agency", "party", "parent", "parties", "chair"), _AGENCIES),
    "type": "types",
    "fields": "fields",
    "section": "sections",
}
# The rule of lists of one item that may be written without a dash.
_ONE_OR_MORE = get_args(values.Texts)[1]


class FileKind(StrEnum):
    """The kinds of files that there are schemas for."""

    ARTICLE = "article"
    RECORD = "record"
    AGENCY = "agency"
    PAGE = "page"
    TRANSLATION = "translation"
    RECORD_TRANSLATION = "record-translation"
    SITE = "site"
    VOCABULARY = "vocabulary"


TITLES: Mapping[FileKind, Label] = {
    FileKind.ARTICLE: Label("Bài viết", "Article"),
    FileKind.RECORD: Label("Văn bản có tệp riêng", "Record with a file of its own"),
    FileKind.AGENCY: Label("Cơ quan", "Agency"),
    FileKind.PAGE: Label("Trang tĩnh", "Static page"),
    FileKind.TRANSLATION: Label("Bản dịch của bài viết hoặc trang", "Translation of an article or a page"),
    FileKind.RECORD_TRANSLATION: Label("Bản dịch của văn bản", "Translation of a record"),
    FileKind.SITE: Label("Cài đặt của bản tin", "Settings of the bulletin"),
    FileKind.VOCABULARY: Label("Loại văn bản, lĩnh vực, từ ngữ", "Types, fields and words"),
}


class Names(Struct, frozen=True):
    """The agencies, the terms in the order of their file, and the own fields of a bulletin: what text editors offer."""

    agencies: tuple[Term, ...] = ()
    types: tuple[Term, ...] = ()
    fields: tuple[Term, ...] = ()
    sections: tuple[Term, ...] = ()
    own: tuple[OwnField, ...] = ()


def schema_of(kind: FileKind, names: Names, language: Language) -> Schema:
    """Returns the schema of the files of this kind, with titles and explanations in ``language``."""
    made = _Maker(names, language).file(_fields(kind, names.own))
    agencies = any_of(*offered_terms(names.agencies, language), TEXT)
    return {
        "$schema": _DIALECT,
        "title": TITLES[kind].text(language),
        **made,
        **({"$defs": {_AGENCIES: agencies}} if f"#/$defs/{_AGENCIES}" in str(made) else {}),
    }


def _fields(kind: FileKind, own: tuple[OwnField, ...]) -> type[Fields]:
    match kind:
        case FileKind.ARTICLE:
            return article_fields(own)
        case FileKind.RECORD:
            return record_fields(own)
        case FileKind.TRANSLATION:
            return translation_fields(own)
        case FileKind.RECORD_TRANSLATION:
            return record_translation_fields(own)
        case FileKind.AGENCY:
            return AgencyFields
        case FileKind.PAGE:
            return PageFields
        case FileKind.SITE:
            return SiteFields
        case FileKind.VOCABULARY:
            return VocabularyFields


def _needed(fields: type[Fields]) -> list[str]:
    """The keys that must be there, and must have a value."""
    expected = marks(fields, Expected)
    return [key for key, info in fields.model_fields.items() if info.is_required() or key in expected]


class _Maker(Struct, frozen=True):
    """Makes schemas in one language that offer the names of a bulletin.

    Which keys an agreement needs is said in the schema of its file: of one that is gone, it needs none.
    """

    names: Names
    language: Language

    def file(self, fields: type[Fields]) -> Schema:
        """The schema of the front matter of a file, or of all of it; of one that is gone, only the title is needed."""
        made = self._mapping(fields)
        if GONE not in fields.model_fields:
            return made
        title = next(key for key in _TITLE_KEYS if key in fields.model_fields)
        inner = fields_in(fields.model_fields["agreement"].annotation) if "agreement" in fields.model_fields else None
        below = {"properties": {"agreement": {"required": _needed(inner)}}} if inner and _needed(inner) else {}
        is_gone: Schema = {"required": [GONE], "properties": {GONE: {"type": "object"}}}
        optional = {key: value for key, value in made.items() if key != "required"}
        return {
            **optional,
            "if": is_gone,
            "then": {"required": [title]},
            "else": {"required": _needed(fields), **below},
        }

    def _mapping(self, fields: type[Fields]) -> Schema:
        hints = get_type_hints(fields, include_extras=True)
        needed = [] if issubclass(fields, AgreementFields) else _needed(fields)
        return {
            "type": "object",
            "properties": {key: self._key(fields, key, hints[key]) for key in fields.model_fields},
            "additionalProperties": False,
            **({"required": needed} if needed else {}),
        }

    def _key(self, fields: type[Fields], key: str, hint: object) -> Schema:
        labels, explained = marks(fields, Labelled), marks(fields, Explained)
        texts = {
            **({"title": labels[key].label.text(self.language)} if key in labels else {}),
            **({"description": explained[key].label.text(self.language)} if key in explained else {}),
        }
        others: list[Schema] = [] if key in _needed(fields) else [NOTHING]
        may_be_unknown = any(isinstance(mark, Fact | Suggested) for mark in fields.model_fields[key].metadata)
        others += unknown(self.language) if may_be_unknown else ()
        return {**texts, **any_of(self._value(unmarked(hint), key), *others)}

    def _value(self, hint: object, key: str) -> Schema:
        """The schema of a value of this type below ``key``."""
        if hint in (values.Ref, Chair) and key in _OFFERED:
            return self._offered(_OFFERED[key], is_chair=hint == Chair)
        plain = next((schema for kind, schema in PLAIN if kind == hint), None)
        if plain is not None:
            return plain
        origin, inner = get_origin(hint), get_args(hint)
        if origin in (Union, UnionType):
            return self._value(next(one for one in inner if one is not type(None)), key)
        if origin is Annotated:
            return self._annotated(inner[0], inner[1:], key)
        if origin is tuple:
            return {"type": "array", "items": self._value(unmarked(inner[0]), key)}
        if origin is dict:
            names, of_each = (self._value(unmarked(one), key) for one in inner)
            return {"type": "object", "propertyNames": names, "additionalProperties": of_each}
        return any_of(*map(constant, inner)) if origin is Literal else self._named(hint)

    def _named(self, hint: object) -> Schema:
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            return one_of(words_of(hint.__name__, hint), self.language)
        if isinstance(hint, type) and issubclass(hint, Fields):
            return self._mapping(hint)
        raise TypeError(f"there is no JSON Schema for {hint}")

    def _annotated(self, base: object, rules: tuple[object, ...], key: str) -> Schema:
        asked = [getattr(one, "func", None) for one in rules]
        for rule in asked:
            if isinstance(rule, WholeNumber):
                return whole_number(rule)
            if isinstance(rule, OneOf):
                return one_of_terms(rule.terms, self.language)
        # A type of value may have a further rule, which only the program knows.
        known = next((schema for kind, schema in PLAIN if kind == Annotated[(base, rules[0])]), None)
        made: Schema = known or self._value(base, key)
        most = next((rule.most for rule in asked if isinstance(rule, Most)), None)
        least = next((rule.least for rule in asked if isinstance(rule, Fewest)), 0)
        made = {**made, **({"minItems": least} if least else {}), **({"maxItems": most} if most else {})}
        short = next((rule.key for rule in asked if isinstance(rule, Shorthand)), None)
        if short:
            made = any_of(made, self._short(base, short))
        return any_of(made, self._items(made)) if _ONE_OR_MORE in rules else made

    def _short(self, base: object, key: str) -> Schema:
        """The value of the main key of a mapping, which may stand for it."""
        fields = next(one for one in (base, *get_args(base)) if isinstance(one, type) and issubclass(one, Fields))
        return self._value(unmarked(get_type_hints(fields, include_extras=True)[key]), key)

    def _items(self, made: Schema) -> Schema:
        items: Json = made["items"]
        return items if isinstance(items, Mapping) else TEXT

    def _offered(self, name: str, *, is_chair: bool) -> Schema:
        """The ids of the bulletin, and any other text, which may be a name."""
        if name == _AGENCIES:
            agencies: Schema = {"$ref": f"#/$defs/{_AGENCIES}"}
            turns = constant(ROTATING, single(ROTATING).word(ROTATING) if self.language == "vi" else "")
            return any_of(turns, agencies) if is_chair else agencies
        terms: tuple[Term, ...] = getattr(self.names, name)
        return any_of(*offered_terms(terms, self.language), TEXT)
