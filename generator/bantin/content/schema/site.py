"""The fields of ``site.yml`` and ``vocabulary.yml``."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from bantin.content.problems import translations, values
from bantin.content.schema import refusals
from bantin.content.schema.cms import CmsFields
from bantin.content.schema.comments import CommentsFields
from bantin.content.schema.invalid import Invalid
from bantin.content.schema.own_field_declarations import OwnFieldFields, OwnKey
from bantin.content.schema.target import TargetFields
from bantin.content.schema.values import (
    BaseUrl,
    CounterBase,
    Day,
    Destination,
    Fields,
    LegalDocuments,
    Name,
    Repository,
    Slug,
    Text,
    Texts,
    TimeZone,
    Urls,
    YesNo,
    choice,
    integer,
    shorthand,
)
from bantin.content.schema.words import words_of
from bantin.domain.model import CounterMode, Feature, Label, SearchScope
from bantin.domain.problems import LANGUAGES, Language

_MOST_ON_A_PAGE = 500
_MOST_VISITS = 999_999_999_999


class MenuItemFields(Fields):
    """An item of ``menu`` or ``links``; a path or an address alone is short for ``{to: …}``."""

    to: Destination
    label: Name | None = None


class Weekday(StrEnum):
    """The days of the week, Monday first."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class CounterFields(Fields):
    """``counter``; a mode alone is short for ``{mode: …}``."""

    mode: Annotated[CounterMode, choice(CounterMode)] = CounterMode.OFF
    base: CounterBase = "/_c"
    start_total: Annotated[int, integer(0, _MOST_VISITS)] = 0
    start_date: Day | None = None
    week_start: Annotated[Weekday, choice(Weekday)] = Weekday.MONDAY


class ContactFields(Fields):
    """``contact``: the contact details of the editors for the public."""

    address: Name = Label()
    phone: Text = ""
    email: Text = ""


def _each_once(value: object) -> object:
    """Returns the features unchanged. Raises ``Invalid`` if one of them has two keys, in two languages."""
    words, named = words_of(Feature.__name__, Feature), dict[str, str]()
    for name in value if isinstance(value, dict) else ():
        feature = words.read(str(name))
        if feature in named:
            raise Invalid(values.NAMED_TWICE, name=name, other=named[feature])
        named.update({feature: name} if feature else {})
    return value


def _language(value: object) -> object:
    """Returns the code of a language. Raises ``Invalid`` if it is unknown; the hint gives the code if it is a name."""
    text = value if isinstance(value, str) else ""
    if text and text not in LANGUAGES:
        raise refusals.language_refusal(text, ", ".join(LANGUAGES))
    return value


def _with_main(languages: tuple[Language, ...], info: ValidationInfo) -> tuple[Language, ...]:
    main = info.data.get("language")
    if main and main not in languages:
        raise Invalid(translations.MAIN_LANGUAGE_MISSING, language=main)
    return languages


class SiteFields(Fields):
    """The fields of ``site.yml``."""

    title: Name
    base_url: BaseUrl
    language: Annotated[Language, BeforeValidator(_language)]
    timezone: TimeZone
    languages: Annotated[tuple[Annotated[Language, BeforeValidator(_language)], ...], AfterValidator(_with_main)] = ()
    description: Name = Label()
    publisher: Name = Label()
    theme: Slug = "default"
    sections: dict[Slug, Name] = Field(default_factory=dict)
    menu: tuple[Annotated[MenuItemFields, shorthand("to")], ...] = ()
    links: tuple[Annotated[MenuItemFields, shorthand("to")], ...] = ()
    contact: ContactFields = ContactFields()
    license: Name = Label()
    page_size: Annotated[int, integer(1, _MOST_ON_A_PAGE)] = 50
    feed_size: Annotated[int, integer(1, _MOST_ON_A_PAGE)] = 20
    emblem: Text = ""
    trusted_roots: Texts = ()
    repository: Repository = ""
    legal_documents: LegalDocuments = ""
    counter: Annotated[CounterFields, shorthand("mode")] = CounterFields()
    search: Annotated[SearchScope, choice(SearchScope)] = SearchScope.AUTO
    comments: CommentsFields | None = None
    editors: CmsFields | None = None
    hubs: Urls = ()
    social_cards: YesNo = False
    former_versions: YesNo = False
    notes_since: Day | None = None
    features: Annotated[dict[Annotated[Feature, choice(Feature)], YesNo], BeforeValidator(_each_once)] = Field(
        default_factory=dict
    )
    fields: dict[OwnKey, Annotated[OwnFieldFields, shorthand("label")]] = Field(default_factory=dict)
    deploy: dict[Slug, TargetFields] = Field(default_factory=dict)


class ExplanationFields(Fields):
    """An entry of ``glossary``."""

    word: Name
    meaning: Name


class VocabularyFields(Fields):
    """The fields of ``vocabulary.yml``."""

    types: dict[Slug, Name]
    fields: dict[Slug, Name]
    glossary: dict[Slug, ExplanationFields] = Field(default_factory=dict)
