"""The form: each key of the schema as a field of Sveltia CMS, with the shape of its value in files.

Both are derived from the schema, so that a new key is in the form as well. https://sveltiacms.app/en/docs/fields
"""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import Struct

from bantin.content.schema import values as kinds
from bantin.content.schema.article import Clearance
from bantin.content.schema.field_marks import Expected, Fact, Labelled, Long, Suggested, marks, unmarked
from bantin.content.schema.gone import Replacement
from bantin.content.schema.list_lengths import Fewest, Most
from bantin.content.schema.own_fields import OneOf
from bantin.content.schema.values import Fields, Shorthand, WholeNumber
from bantin.content.schema.words import OPEN, ROTATING
from bantin.domain.model import Label
from bantin.domain.problems import LANGUAGES, Language
from bantin.index import Directory
from bantin.site.cms import names, patterns, words
from bantin.site.cms.patterns import Pattern
from bantin.site.cms.value_patterns import LISTS, PATTERNS, SHAPES
from bantin.site.views import Json

AGENCIES, RECORDS = "agencies", "agreements"
"""The collections of agencies and of records with files of their own, which other collections refer to."""

# The mappings and keys that translations can contain.
_TRANSLATED, _WORDS = frozenset({"ArticleFields", "PageFields"}), frozenset({"title", "lead", "summary"})
_ABOUT = ("ArticleFields", "about")
_FILES = {"src": ("image", "media", ".jpg,.jpeg,.png,.webp,.avif,.gif"), "file": ("file", "documents", "")}


class FormField(Struct, frozen=True):
    """A field of the form.

    ``shape`` describes the shorter notations of its value in files; ``None`` for a plain text.
    """

    field: Mapping[str, Json]
    shape: Json = None


def form(
    fields: type[Fields], directory: Directory, *, record_files: bool = False, in_folder: bool = False
) -> Iterator[FormField]:
    """The fields for the keys of a mapping, in the order of the schema, with labels in the site's main language.

    With ``record_files``, editors choose the subjects of an article from these. ``in_folder`` says that each file has a
    folder of its own, beside whose files those that it shows are put.
    """
    hints = get_type_hints(fields, include_extras=True)
    labels, long, expected = marks(fields, Labelled), marks(fields, Long), marks(fields, Expected)
    facts = {**marks(fields, Suggested), **marks(fields, Fact)}
    for key, info in fields.model_fields.items():
        if key not in labels:
            raise TypeError(f"the form has no label for {fields.__name__}.{key}")
        mappings = tuple(one.__name__ for one in fields.__mro__)
        maker = _Maker(mappings, key, labels[key].label, key in long, directory, in_folder)
        chosen = record_files and key == _ABOUT[1] and _ABOUT[0] in mappings
        made = maker.record_files() if chosen else maker.field(unmarked(hints[key]))
        if made is not None:
            field = patterns.or_unknown(made.field) if key in facts else made.field
            yield FormField({**maker.head(required=info.is_required() or key in expected), **field}, made.shape)


def shape_of(fields: tuple[FormField, ...]) -> Mapping[str, Json]:
    """The shapes of the fields that have one, by the names of the fields."""
    return {str(one.field["name"]): one.shape for one in fields if one.shape is not None}


class _Maker(Struct, frozen=True):
    """Builds the field for a key of a mapping, known by its name and the names of the mappings that it extends."""

    mappings: tuple[str, ...]
    key: str
    name: Label
    is_long: bool
    directory: Directory
    in_folder: bool

    @property
    def language(self) -> Language:
        """The language of the form."""
        return self.directory.site.main

    @property
    def label(self) -> str:
        """The label of the key."""
        return self.name.text(self.language)

    def head(self, *, required: bool) -> Mapping[str, Json]:
        """The properties that every field has."""
        is_translated = self.directory.site.others and self.key in _WORDS and not _TRANSLATED.isdisjoint(self.mappings)
        return {
            "name": self.key,
            "label": self.label,
            "required": required,
            **({"i18n": True} if is_translated else {}),
        }

    def field(self, hint: object) -> FormField | None:
        """The field for a type of value; ``None`` if it is a choice without options."""
        # Keys whose options are in the bulletin: agencies, types, fields, sections.
        choose = next((_CHOSEN[one, self.key] for one in self.mappings if (one, self.key) in _CHOSEN), None)
        if choose:
            return choose(self)
        if get_origin(hint) in (Union, UnionType):
            some = next(one for one in get_args(hint) if one is not type(None))
            return self._answer() if some == kinds.YesNo else self.field(some)
        if get_origin(hint) is Annotated:
            return self._annotated(hint)
        if get_origin(hint) is Literal:
            return self._select(names.choices(names.DOCUMENT, get_args(hint), self.language), names.DOCUMENT)
        if get_origin(hint) is tuple:
            return self._list(get_args(hint)[0])
        if get_origin(hint) is dict:
            return self._entries(get_args(hint)[1])
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            return self._select(names.choices(hint.__name__, hint, self.language), hint.__name__)
        if isinstance(hint, type) and issubclass(hint, Fields):
            return self._object(hint)
        raise TypeError(f"the form has no field for {hint}")

    def _plain(self, hint: object) -> FormField | None:
        """The field for a type that is neither a mapping nor a list of mappings; ``None`` for other types."""
        if self.key in _FILES and hint == kinds.Text:
            return self._file(*_FILES[self.key])
        if hint in (kinds.Text, Replacement):
            pattern = patterns.SOMETHING if self.key in {"title", "name", "alt"} else None
            return FormField({"widget": "text" if self.is_long else "string", **self._checked(pattern)})
        if hint == kinds.YesNo:
            # What is new is not public before somebody says so.
            return FormField({"widget": "boolean", "default": self.key == "draft"}, {"kind": "flag"})
        if hint == kinds.Name:
            return self._names()
        if hint == Clearance:
            return self._select([(OPEN, words.OPEN.text(self.language))], OPEN)
        known = next((pattern for kind, pattern in PATTERNS.items() if kind == hint), None)
        if known is not None:
            shape = SHAPES.get(known.regex)
            return FormField(
                {"widget": "string", **self._checked(known), "hint": known.advice.text(self.language)}, shape
            )
        for kind, item in LISTS.items():
            if kind == hint:
                return self._texts(item or patterns.SOMETHING)
        return None

    def _texts(self, item: Pattern) -> FormField:
        inner = {"name": "item", "label": self.label, "widget": "string", **self._checked(item)}
        return FormField({"widget": "list", "field": inner}, {"kind": "list"})

    def _annotated(self, hint: object) -> FormField | None:
        base, *rules = get_args(hint)
        asked = [getattr(one, "func", None) for one in rules]
        number = next((rule for rule in asked if isinstance(rule, WholeNumber)), None)
        if number:
            return FormField({"widget": "string", **self._checked(patterns.whole_number(number.least, number.most))})
        terms = next((rule.terms for rule in asked if isinstance(rule, OneOf)), None)
        if terms:
            options = [(one.id, one.label.text(self.language)) for one in terms]
            return self._select(options, names.of_own_field(self.key))
        kind = [one for one, rule in zip(rules, asked, strict=True) if not isinstance(rule, Shorthand | Fewest | Most)]
        made = (self._plain(Annotated[(base, *kind)]) if kind else None) or self.field(base)
        for rule in asked:
            if made and isinstance(rule, Shorthand) and isinstance(made.shape, Mapping):
                made = FormField(made.field, {**made.shape, "short": rule.key})
            if made and isinstance(rule, Fewest):
                made = FormField({**made.field, "min": rule.least, "required": True}, made.shape)
        return made

    def _list(self, hint: object) -> FormField | None:
        item = self.field(hint)
        if item is None:
            return None
        summary = next(
            (one for one in ("name", "agency", "title", "kind", "at", "src", "file") if self._has(hint, one)), ""
        )
        field = {"widget": "list", "fields": item.field["fields"], "collapsed": "auto"}
        return FormField(
            {**field, **({"summary": f"{{{{{summary}}}}}"} if summary else {})}, {"kind": "list", "of": item.shape}
        )

    def _entries(self, hint: object) -> FormField | None:
        """A list of mappings or names that a file has by their ids. The file keeps their order, which means nothing."""
        item = self.field(hint)
        fields = item.field["fields"] if item else None
        if item is None or not isinstance(fields, tuple):
            return None
        own_id = {
            "name": "id",
            "label": words.ID.text(self.language),
            "widget": "string",
            **self._checked(patterns.SLUG),
            "hint": words.ID_ADVICE.text(self.language),
        }
        name = f"{{{{word.{self.language}}}}}" if self._has(hint, "word") else f"{{{{{self.language}}}}}"
        field: dict[str, Json] = {
            "widget": "list",
            "fields": (own_id, *fields),
            "collapsed": "auto",
            "summary": name,
            "allow_reorder": False,
            "allow_duplicate": False,
        }
        twice = words.ID_TWICE.text(self.language)
        return FormField(field, {"kind": "entries", "of": item.shape, "twice": twice, "label": self.label})

    def _object(self, fields: type[Fields]) -> FormField:
        made = tuple(form(fields, self.directory, in_folder=self.in_folder))
        return FormField(
            {"widget": "object", "collapsed": "auto", "fields": tuple(one.field for one in made)},
            {"kind": "mapping", "keys": shape_of(made)},
        )

    def _has(self, hint: object, key: str) -> bool:
        base = get_args(hint)[0] if get_origin(hint) is Annotated else hint
        return isinstance(base, type) and issubclass(base, Fields) and key in base.model_fields

    def _agency(self, *, multiple: bool = False) -> FormField:
        name = f"name.{self.language}"
        field: dict[str, Json] = {
            "widget": "relation",
            "collection": AGENCIES,
            "value_field": "{{slug}}",
            "display_fields": (name,),
            "search_fields": (name, "{{slug}}"),
        }
        chosen: Mapping[str, Json] = {"kind": "choice", "of": (), "named": (names.AGENCY,)}
        if multiple:
            return FormField({**field, "multiple": True}, {"kind": "list", "of": chosen})
        return FormField(field, chosen)

    def _select(self, options: list[tuple[str, str]], *named: str, multiple: bool = False) -> FormField | None:
        """A field for one of ``options``, or for several; ``named`` are groups of words that files may use instead."""
        if not options:
            return None
        pairs = tuple({"value": str(value), "label": label} for value, label in options)
        more: Mapping[str, Json] = {"multiple": True, "min": 1} if multiple else {}
        choice: Mapping[str, Json] = {
            "kind": "choice",
            "of": tuple(str(value) for value, _ in options),
            **({"named": named} if named else {}),
        }
        shape: Mapping[str, Json] = {"kind": "list", "of": choice} if multiple else choice
        return FormField({"widget": "select", "options": pairs, **more}, shape)

    def _answer(self) -> FormField | None:
        """A field for an optional answer to a yes-or-no question."""
        made = self._select([("yes", words.YES.text(self.language)), ("no", words.NO.text(self.language))])
        return FormField(made.field, {"kind": "answer"}) if made else None

    def _names(self) -> FormField:
        """A field for a name in each language; only the main language is required."""
        in_each: tuple[Json, ...] = tuple(
            {
                "name": one,
                "label": one,
                "widget": "string",
                "required": one == self.language,
                **(self._checked(patterns.SOMETHING) if one == self.language else {}),
            }
            for one in sorted(LANGUAGES, key=lambda one: one != self.language)
        )
        return FormField(
            {"widget": "object", "fields": in_each}, {"kind": "mapping", "keys": {}, "short": self.language}
        )

    def _file(self, widget: str, folder: str, accept: str) -> FormField:
        # In a folder of its own, an article has its files beside it; in a shared one, theirs are under its name.
        inside, public = ("", "") if self.in_folder else (f"/content/{folder}/{{{{slug}}}}", f"/{folder}/{{{{slug}}}}")
        field: dict[str, Json] = {
            "widget": widget,
            "choose_url": False,
            "media_folder": inside,
            "public_folder": public,
        }
        return FormField({**field, **({"accept": accept} if accept else {})})

    def _checked(self, pattern: Pattern | None) -> Mapping[str, Json]:
        return {"pattern": (f"^{pattern.regex}$", pattern.advice.text(self.language))} if pattern else {}

    def types(self) -> FormField | None:
        """The field for a type of document."""
        terms = self.directory.vocabulary.types
        return self._select([(term.id, term.label.text(self.language)) for term in terms], names.TYPE)

    def fields(self) -> FormField | None:
        """The field for the fields of an agreement, which are those of the vocabulary."""
        terms = self.directory.vocabulary.fields
        return self._select([(term.id, term.label.text(self.language)) for term in terms], names.FIELD, multiple=True)

    def section(self) -> FormField | None:
        """The field for a section."""
        terms = self.directory.site.sections
        return self._select([(term.id, term.label.text(self.language)) for term in terms], names.SECTION)

    def agency(self) -> FormField:
        """The field for an agency."""
        return self._agency()

    def agencies(self) -> FormField:
        """The field for several agencies."""
        return self._agency(multiple=True)

    def records(self) -> FormField:
        """The field for the ids of records."""
        return self._texts(patterns.RECORD)

    def record_files(self) -> FormField:
        """The field for records, chosen from those with files of their own; others are kept as the file names them."""
        return FormField(
            {
                "widget": "relation",
                "collection": RECORDS,
                "value_field": "{{slug}}",
                "display_fields": ("title", "number"),
                "search_fields": ("title", "number", "{{slug}}"),
                "multiple": True,
            },
            {"kind": "list"},
        )

    def chair(self) -> FormField | None:
        """The field for the chair of reviews."""
        agencies = [(one.id, one.name.text(self.language)) for one in self.directory.agencies]
        turns = ROTATING, words.ROTATING.text(self.language)
        return self._select([turns, *agencies], names.AGENCY, ROTATING)


_CHOSEN: Mapping[tuple[str, str], Callable[[_Maker], FormField | None]] = {
    ("ArticleFields", "section"): _Maker.section,
    _ABOUT: _Maker.records,
    ("AgreementFields", "type"): _Maker.types,
    ("AgreementFields", "fields"): _Maker.fields,
    ("PartyFields", "agency"): _Maker.agency,
    ("SignatoryFields", "party"): _Maker.agency,
    ("ReviewFields", "chair"): _Maker.chair,
    ("EventFields", "parties"): _Maker.agencies,
    ("AgencyFields", "parent"): _Maker.agency,
    ("SuccessionFields", "agency"): _Maker.agency,
}
